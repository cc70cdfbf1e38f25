"""What a page is called: by its heading, and by the name of its file."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from hiring.language.outline import heading_text, headings_of, start_of
from hiring.model.messages import gettext
from hiring.model.paths import OPENINGS_FOLDER, ROLES_FOLDER, SITE_LABELS
from hiring.model.problem import quoted
from hiring.model.rules import Rule
from hiring.model.slugs import key_for_title
from hiring.model.values import KEY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hiring.model.report import Report
    from hiring.model.tree import Node
    from hiring.reading.pages.record import PageRecord

FOLDERS = {"role": ROLES_FOLDER, "opening": OPENINGS_FOLDER}
"""The folder of the pages that state facts, by the field that holds them."""

RESERVED_KEYS = ("all", "index")
"""Keys that no role may have: `:from: all` means every role, and `index` lists them."""


def title_of(nodes: Sequence[Node], record: PageRecord, report: Report) -> str:
    """Return the page's title: its one heading of the first level."""
    titles = [heading for heading in headings_of(nodes) if heading.number == 1]
    unread = record.front_matter is None and record.path.startswith(f"{OPENINGS_FOLDER}/")
    if not titles and (record.opening or unread):
        return ""  # the title is that of its role
    if not titles:
        message = gettext("the page has no title: start it with a line `# Title`")
        report.error(record.body_line, Rule.TITLE, message)
        return ""
    title, text = titles[0], heading_text(titles[0])
    record.title_line = title.line
    start = start_of(nodes)
    if start and start < title.line:
        message = gettext("the page starts with something else than its title: move `# Title` up")
        report.error(start, Rule.TITLE, message)
    if not text:
        report.error(title.line, Rule.TITLE, gettext("the title is empty: write `# Title`"))
    for heading in titles[1:]:
        message = gettext(
            "{heading} is a second title: make it a `## heading`",
            heading=quoted(f"# {heading_text(heading)}"),
        )
        report.error(heading.line, Rule.TITLE, message)
    if record.role and record.role.title != text:
        message = gettext(
            "the heading is {heading} and the role's title {title}: write the same in both",
            heading=quoted(text),
            title=quoted(record.role.title),
        )
        report.error(title.line, Rule.TITLE, message)
    return text


def check_path(record: PageRecord, report: Report) -> None:
    """See that roles and openings, and only they, are in their folders, by names that are keys."""
    path = PurePosixPath(record.path)
    stated = [name for name in FOLDERS if getattr(record, name) is not None]
    for name in stated:
        if str(path.parent) != FOLDERS[name]:
            message = (
                gettext("a role's page belongs in the folder `{folder}`", folder=FOLDERS[name])
                if name == "role"
                else gettext(
                    "an opening's page belongs in the folder `{folder}`", folder=FOLDERS[name]
                )
            )
            report.error(1, Rule.FILE, message)
    is_the_sites = str(path.with_suffix("")) in SITE_LABELS
    if is_the_sites or (record.role is not None and path.stem in RESERVED_KEYS):
        message = gettext(
            "the name `{name}` is kept for another use: choose another", name=path.stem
        )
        report.error(1, Rule.FILE, message)
    wanted = next((name for name in FOLDERS if FOLDERS[name] == str(path.parent)), None)
    if wanted is None or path.stem == "index":
        return
    if not re.fullmatch(KEY, path.stem):
        made = key_for_title(path.stem)
        message = (
            gettext("the name {name} is no key: rename the file to `{key}.md`")
            if made
            else gettext("the name {name} is no key: use lower-case letters and hyphens")
        )
        report.error(1, Rule.FILE, message.format(name=quoted(path.name), key=made))
    if record.front_matter is not None and wanted not in stated:
        message = (
            gettext("`role` is missing: state the role's facts under it")
            if wanted == "role"
            else gettext("`opening` is missing: state the opening's facts under it")
        )
        report.error(1, Rule.MISSING_FIELD, message)
