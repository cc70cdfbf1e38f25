"""Languages: what postings would say in another one than the pages that they are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.checks.language.english import language_told
from hiring.checks.rule import Hit, check
from hiring.checks.subjects import HandbookSubject
from hiring.model.language_tags import primary
from hiring.model.local_texts import versions
from hiring.model.messages import gettext, ngettext
from hiring.model.paths import COMPANY
from hiring.model.problem import Severity, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiring.model.role import JobRole

_START = "index.md"


def _posted(whole: HandbookSubject) -> dict[str, dict[str, JobRole]]:
    """Return the languages of postings, each with the pages that speak it: roles, then openings."""
    handbook = whole.handbook
    found: dict[str, dict[str, JobRole]] = {}
    roles = (role for role in handbook.roles.values() if role.facts.status != "retired")
    pages = [(role.path, role.language, role) for role in roles]
    for opening in handbook.openings.values():
        role = handbook.roles.get(opening.facts.role)
        if role and opening.state(whole.today) in ("draft", "held", "to-come", "open"):
            pages.append((opening.path, opening.language, role))
    for path, language, role in sorted(pages, key=lambda it: (it[0] != it[2].path, it[0])):
        found.setdefault(primary(language), {})[path] = role
    return dict(sorted(found.items()))


@check(Severity.WARNING, HandbookSubject)
def language_unstated(whole: HandbookSubject) -> Iterator[Hit]:
    """A page is in another language than the site, by its small words, and does not say so.

    Its labels, and those of its postings, are in the site's language.

    Why: Screen readers read it with the wrong voice, and a posting mixes two languages.
    Source: Web Content Accessibility Guidelines 2.2, 3.1.1 and 3.1.2.
    """
    site = primary(whole.handbook.language)
    for path, page in whole.handbook.pages.items():
        told = language_told(page.text)
        if told and not page.front_matter.language and told != primary(page.language):
            message = gettext(
                "the text reads as `{told}`, and the site is in `{site}`: add `language: {told}` "
                "to the front matter",
                told=told,
                site=site,
            )
            yield Hit(line=whole.line("", path), message=message, path=path)


@check(Severity.NOTE, HandbookSubject)
def company_text_language(whole: HandbookSubject) -> Iterator[Hit]:
    """Postings are in a language in which company.yaml does not state what they show.

    They show it in another language, and mark it as such for those who hear it.

    Why: People who read the job in their language meet the benefits, or how to apply, in another.
    """
    company = whole.company
    for language, pages in _posted(whole).items():
        missing = [
            name
            for name, stated in company.posted_texts.items()
            if language not in map(primary, versions(stated, company.own_language))
            and (name != "benefits" or _shows_benefits(pages))
        ]
        if missing:
            message = ngettext(
                "{texts} not in `{language}`, though {number} page speaks it: state each text by "
                "language, as `{{{own}: ..., {language}: ...}}`",
                "{texts} not in `{language}`, though {number} pages speak it: state each text by "
                "language, as `{{{own}: ..., {language}: ...}}`",
                len(pages),
                texts=listed(missing),
                language=language,
                own=next(iter(versions(company.posted_texts[missing[0]], company.own_language))),
            )
            yield Hit(line=whole.line(missing[0], COMPANY), message=message, path=COMPANY)


def _shows_benefits(pages: dict[str, JobRole]) -> bool:
    return any(not role.blocks_named("benefits") for role in pages.values())


@check(Severity.WARNING, HandbookSubject)
def opening_language(whole: HandbookSubject) -> Iterator[Hit]:
    """An opening is in another language than its role, whose brief and lists it posts.

    Why: People who apply read half of the posting in a language that it is not in.
    """
    handbook = whole.handbook
    for opening in handbook.openings.values():
        role = handbook.roles.get(opening.facts.role)
        own = opening.language
        if role is None or primary(own) == primary(role.language) or opening.translates:
            continue
        there = handbook.role_in(role, own)
        told = {"own": own, "path": role.path, "other": role.language}
        if there is role:
            message = gettext(
                "the opening is in `{own}`, and {path} in `{other}`: add that page in `{own}`, "
                "with `translation_of: {name}` in it",
                name=role.path.removesuffix(".md"),
                **told,
            )
        else:
            message = gettext(
                "the opening is in `{own}`, and {path} in `{other}`: add level `{level}` to "
                "{there}, which has it in `{own}`",
                level=opening.facts.level,
                there=there.path,
                **told,
            )
        line = whole.line("language", opening.path)
        yield Hit(line=line, message=message, path=opening.path)


@check(Severity.NOTE, HandbookSubject)
def fixed_words_language(whole: HandbookSubject) -> Iterator[Hit]:
    """Pages are in a language of which the handbook has no fixed words: headings, labels, units.

    Those of facts, lists and postings are in English there, and marked as such for those who hear
    them. It is told once for a language: of a site, at its start page.

    Why: The readers of the page, or of a posting, may not read English. Translate the words before
    you post it.
    """
    site = primary(whole.handbook.language)
    spoken = {site: _START} if _START in whole.handbook.pages else {}
    for path in (it for pages in _posted(whole).values() for it in pages):
        spoken.setdefault(primary(whole.handbook.pages[path].language), path)
    for path, page in whole.handbook.pages.items():
        spoken.setdefault(primary(page.language), path)
    there = whole.handbook.lexicons.languages
    for language, path in sorted(spoken.items()):
        if language not in there:
            message = gettext(
                "there are no fixed words in `{language}`: the headings and labels of pages and "
                "postings are in English. There are words in {known}; `hiring words {language}` "
                "begins those of your own",
                language=language,
                known=listed(there),
            )
            yield Hit(line=whole.line("language", path), message=message, path=path)
