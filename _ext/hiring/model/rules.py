"""The rules under which findings are reported: one list for the guide, the build and the checks."""

from __future__ import annotations

from enum import StrEnum


class Rule(StrEnum):
    """A kind of finding: its short name, and what it means for the person who meets it.

    The name is what ``check`` prints between brackets and what a build suppresses as
    ``hiring.NAME``. Names are never changed: people search for them.
    """

    _value_: str
    meaning: str

    def __new__(cls, name: str, meaning: str) -> Rule:
        """Make a member that equals its name and carries its meaning."""
        member = str.__new__(cls, name)
        member._value_ = name
        member.meaning = meaning
        return member

    # Files
    FILE = "file", "A file is missing, is no regular file, or has a name that can't be a page's."
    START_PAGE = (
        "start-page",
        "The page that a build starts from is missing, or hidden.",
    )
    ASSET = "asset", "An image or a download is not what its name says, or could run code."
    ENCODING = "encoding", "A file is not UTF-8, or holds characters that nobody can see."
    MERGE_CONFLICT = "merge-conflict", "A merge was saved before it was resolved."
    LIMIT = "limit", "Something is larger, or deeper, than the handbook can show well."

    # Front matter, company.yaml and skills.yaml
    FRONT_MATTER = "front-matter", "The front matter does not start on line 1, or never ends."
    YAML = "yaml", "The text can't be read as YAML, or uses a part of YAML that is not used here."
    UNKNOWN_FIELD = "unknown-field", "A field that the handbook does not have, often misspelled."
    MISSING_FIELD = "missing-field", "A field that must be stated, and is not."
    MISSING_WORDS = (
        "missing-words",
        "A language whose words the handbook brings has some in English.",
    )
    BAD_VALUE = "bad-value", "A field's value is not of the form, or not one of those, wanted."
    SETTING = (
        "setting",
        "A setting in conf.py that is not written out or not of the form wanted, that names a "
        "folder which is not there, or a color in which text can't be read.",
    )
    PAY_RANGE = "pay-range", "The lower end of a range of pay is above its upper end."
    REDIRECT = "redirect", "An old address that leads nowhere, or to two pages."
    RENAMED = "renamed", "A name from before a page was renamed: it still leads there."

    # Who may read
    AUDIENCE = "audience", "A part for an audience that is not marked exactly as such a part is."
    HIDDEN_REFERENCE = (
        "hidden-reference",
        "Some readers may not see where this leads: words remain.",
    )

    # The page and its blocks
    TODO = "todo", "A blank that is not filled in: an error, except in a draft."
    TITLE = "title", "A page has no title, several, or another than its role."
    UNKNOWN_DIRECTIVE = "unknown-directive", "A block of a kind that the handbook does not have."
    UNKNOWN_OPTION = "unknown-option", "An option that this block does not have."
    BAD_OPTION = "bad-option", "An option's value is not of the form, or not one of those, wanted."
    BAD_ARGUMENT = "bad-argument", "A name behind a block's kind is missing, or does not belong."
    BLOCK_BODY = "block-body", "A block is empty, holds the wrong thing, or stands on a wrong page."
    BLOCK_TWICE = "block-twice", "A block is defined twice on one page."
    MISPLACED = "misplaced", "A block inside one that can't hold it, or outside one that must."
    FENCE_OPEN = "fence-open", "A block is opened and never closed, or closed and never opened."
    FENCE_TOO_SHORT = "fence-too-short", "A block with no more colons than one inside it."
    HEADING_IN_BLOCK = "heading-in-block", "A heading inside a block: it would be no heading."
    HEADING_LEVEL = "heading-level", "A heading that skips a level, so that its outline has a gap."
    THEMATIC_BREAK = "thematic-break", "A line across the page that parts nothing."
    TABLE_CELLS = (
        "table-cells",
        "A row of a table has more cells than the head: they would be lost.",
    )
    FOOTNOTE = "footnote", "A footnote that is not there, that stands twice, or that nothing names."
    LANGUAGE = "language", "Code in a language that nobody knows by this name."
    SHOWN_AS_TEXT = (
        "shown-as-text",
        "Nearly right, so that readers would see the signs themselves, or not all that is written.",
    )
    RAW_HTML = "raw-html", "HTML in a page: it is not shown, and could run as code."
    IMAGE_TEXT = "image-text", "An image without a text for those who can't see it."
    LINK_DEFINITION = "link-definition", "A link by name whose address is defined nowhere near."
    DUPLICATE_ID = "duplicate-id", "One name stands for two things."

    # From one page to another
    CIRCLE = "circle", "Tables of contents that lead back to where they started."
    ADDRESS = "address", "A link or an image leads where the handbook's pages may not lead."
    UNKNOWN_REFERENCE = "unknown-reference", "A cross-reference of a kind that does not exist."
    UNKNOWN_PAGE = "unknown-page", "A link to a page that does not exist."
    UNKNOWN_LABEL = "unknown-label", "A section, label or term that no page has."
    UNTITLED_LABEL = "untitled-label", "A reference without words to a label that has no title."
    UNKNOWN_ROLE = "unknown-role", "The key of a job role that does not exist."
    UNKNOWN_LEVEL = "unknown-level", "A level that the role does not have."
    UNKNOWN_QUESTION = "unknown-question", "A question that the role does not answer."
    UNKNOWN_BLOCK = "unknown-block", "A block that the role's page does not have."
    UNKNOWN_SKILL = "unknown-skill", "A skill that skills.yaml does not have."
    UNKNOWN_FAMILY = "unknown-family", "A family that no role belongs to."
    UNKNOWN_OPENING = "unknown-opening", "An opening that does not exist."
    UNKNOWN_LOCATION = "unknown-location", "A place of work that company.yaml does not have."
    UNKNOWN_PLACEHOLDER = "unknown-placeholder", "An open fact that company.yaml does not declare."

    # One page in several languages
    TRANSLATION = (
        "translation",
        "A page is the translation of none, of itself, of another translation, or for other "
        "readers.",
    )
    TRANSLATION_DIFFERS = (
        "translation-differs",
        "A fact or a level that is one thing in a page and another in its translation.",
    )

    # Interviews
    UNKNOWN_QUALIFICATION = (
        "unknown-qualification",
        "A stage assesses what is neither a skill nor a qualification of its role.",
    )
    UNKNOWN_STAGE = "unknown-stage", "A stage that the interview does not have."
    INTERVIEW_AUDIENCE = (
        "interview-audience",
        "An interview or a rubric where others than the hiring team would read it.",
    )
    INTERVIEW_TWICE = "interview-twice", "Two interviews of one role, or two rubrics of one skill."

    # Openings
    OPENING_DATES = "opening-dates", "An opening closes before it is posted, or lacks the day."
    OPENING_PLACE = (
        "opening-place",
        "An opening has no place, or one that contradicts another fact.",
    )
    OPENING_PAY = "opening-pay", "An opening's pay leaves the range of its level, or of its role."
    OPENING_APPLY = "opening-apply", "An opening does not say to which address to apply."
    OPENING_AUDIENCE = "opening-audience", "An opening whose readers may not see its role."
    OPENING_TWICE = "opening-twice", "Two openings have one requisition and one place."
    OPEN_PLACEHOLDER = "open-placeholder", "An open opening in which a placeholder is not filled."

    # Judgment: reported, and left to the author
    PAGE_GONE = "page-gone", "A page that was there before is gone, and links to it lead nowhere."
    SITE_ADDRESS = (
        "site-address",
        "Nobody has said where the site is published, so it has no feeds of its open jobs.",
    )
    LEVEL_YEARS = "level-years", "The years of neighboring levels overlap or leave a gap."
    LEVEL_PAY = "level-pay", "A level's pay leaves the role's, falls, overlaps, or leaves a gap."

    # What a handbook has yet to make its own
    UNCONFIRMED = (
        "unconfirmed",
        "A guess of the starter that is marked CONFIRM: readers take it for true.",
    )
    EXAMPLE_LEFT = (
        "example-left",
        "A name or a text of the made-up company, in the handbook of another.",
    )
    UPGRADE = (
        "upgrade",
        "A newer version of the package changed something that these pages have not followed.",
    )


NOTES = frozenset((Rule.RENAMED, Rule.MISSING_WORDS))
"""The rules whose findings are notes: all is well, and could be better."""

ADOPTING = frozenset((Rule.UNCONFIRMED, Rule.EXAMPLE_LEFT, Rule.UPGRADE))
"""The rules on what a handbook has yet to make its own."""

JUDGMENT = ADOPTING | {
    *(Rule.HIDDEN_REFERENCE, Rule.PAGE_GONE, Rule.SITE_ADDRESS),
    *(Rule.LEVEL_YEARS, Rule.LEVEL_PAY),
}
"""The rules whose findings are warnings, which may be meant, and may be waived."""

UNDERSTOOD = (
    NOTES
    | JUDGMENT
    | {
        *(
            Rule.TODO,
            Rule.TITLE,
            Rule.HEADING_LEVEL,
            Rule.THEMATIC_BREAK,
            Rule.FOOTNOTE,
            Rule.LANGUAGE,
        ),
        *(Rule.RAW_HTML, Rule.IMAGE_TEXT, Rule.LINK_DEFINITION, Rule.ADDRESS, Rule.REDIRECT),
        *(Rule.UNKNOWN_PAGE, Rule.UNKNOWN_LABEL, Rule.UNKNOWN_PLACEHOLDER, Rule.UNKNOWN_LOCATION),
        Rule.UNTITLED_LABEL,
        *(Rule.OPENING_DATES, Rule.OPENING_PLACE, Rule.OPENING_PAY, Rule.OPENING_APPLY),
        *(Rule.OPENING_TWICE, Rule.OPEN_PLACEHOLDER, Rule.CIRCLE, Rule.ASSET),
        Rule.TRANSLATION_DIFFERS,
        *(Rule.INTERVIEW_AUDIENCE, Rule.INTERVIEW_TWICE, Rule.UNKNOWN_STAGE),
    }
)
"""The rules of mistakes in spite of which a file is understood in full.

After any other, something that the file says may be missing: what then seems to be wrong elsewhere,
or with the whole, may well be right.
"""

LEADING = UNDERSTOOD | {
    *(Rule.UNKNOWN_ROLE, Rule.UNKNOWN_LEVEL, Rule.UNKNOWN_QUESTION, Rule.UNKNOWN_OPENING),
    *(Rule.UNKNOWN_FAMILY, Rule.UNKNOWN_QUALIFICATION),
}
"""The same with those of a name that leads nowhere: what was meant lacks a reader elsewhere."""
