"""Pages in several languages: what one of them says and another does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.checks.rule import Hit, check
from hiring.checks.subjects import HandbookSubject
from hiring.model.fact_table import prose_in
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
        lacks = {
            "block": [it for it in _blocks(original) if it not in _blocks(role)],
            "level": [it.id for it in original.levels if role.level(it.id) is None],
            "question": [it.id for it in original.questions if role.question(it.id) is None],
            "fact": list(_untranslated(role, original, whole)),
        }
        said = "; ".join(
            f"{what} {listed(names)}" if len(names) == 1 else f"{what}s {listed(names)}"
            for what, names in lacks.items()
            if names
        )
        if said:
            line = whole.line("translation_of", role.path)
            message = f"not translated from {original.path}: {said}"
            yield Hit(line=line, message=message, path=role.path)


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
            message = f"{original.path} is for `{original.audience}`, and this translation for"
            message += (
                f" `{page.audience}`: state `audience: {original.audience}`, if that is meant"
            )
            yield Hit(line=whole.line("translation_of", path), message=message, path=path)
