"""Pages in several languages: what one of them says and another does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.checks.rule import Hit, check
from hiring.checks.subjects import HandbookSubject
from hiring.model.fact_table import prose_in
from hiring.model.lexicon import message_lexicon
from hiring.model.messages import gettext, ngettext
from hiring.model.problem import Severity, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiring.model.role import JobRole


@check(Severity.WARNING, HandbookSubject)
def translation_incomplete(whole: HandbookSubject) -> Iterator[Hit]:
    """A role's page lacks blocks, levels, questions or facts in words of the page it translates.

    Facts in words are taken from there, in the other language.

    Why: Who reads the page in this language learns less of the job, and so does who reads its
    posting.
    """
    for role in whole.handbook.roles.values():
        original = whole.handbook.roles.get(role.translates)
        if original is None:
            continue
        said = message_lexicon().in_turn(_lacks(role, original, whole))
        if said:
            message = gettext("not translated from {path}: {parts}", path=original.path, parts=said)
            line = whole.line("translation_of", role.path)
            yield Hit(line=line, message=message, path=role.path)


def _lacks(role: JobRole, original: JobRole, whole: HandbookSubject) -> Iterator[str]:
    """Yield what a translation lacks, kind by kind."""
    if names := [it for it in _blocks(original) if it not in _blocks(role)]:
        yield ngettext("block {names}", "blocks {names}", len(names), names=listed(names))
    if names := [it.id for it in original.levels if role.level(it.id) is None]:
        yield ngettext("level {names}", "levels {names}", len(names), names=listed(names))
    if names := [it.id for it in original.questions if role.question(it.id) is None]:
        yield ngettext("question {names}", "questions {names}", len(names), names=listed(names))
    if names := list(_untranslated(role, original, whole)):
        yield ngettext("fact {names}", "facts {names}", len(names), names=listed(names))


def _blocks(role: JobRole) -> list[str]:
    return [block.anchor for block in role.blocks]


def _untranslated(role: JobRole, original: JobRole, whole: HandbookSubject) -> Iterator[str]:
    """Yield the facts in sentences that only the original states."""
    stated = whole.handbook.lines.get(role.path, {})
    for name in prose_in(original.facts):
        if f"role.{name}" not in stated:
            yield name


@check(Severity.NOTE, HandbookSubject)
def translation_hidden(whole: HandbookSubject) -> Iterator[Hit]:
    """A translation states no audience, and is for fewer readers than the page it translates.

    Why: Those readers may have been meant to have it. State the audience, either way.
    """
    pages = whole.handbook.pages
    for path, page in pages.items():
        original = pages.get(page.translates)
        if original and not page.front_matter.audience and page.audience != original.audience:
            message = gettext(
                "{path} is for `{audience}`, and this translation for `{own}`: state "
                "`audience: {audience}`, if that is meant",
                path=original.path,
                audience=original.audience,
                own=page.audience,
            )
            yield Hit(line=whole.line("translation_of", path), message=message, path=path)
