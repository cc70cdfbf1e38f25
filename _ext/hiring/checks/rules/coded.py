"""Words that readers take for masculine or feminine, and whether one kind leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.checks.language.coded import CODED_WORD, coded_in, words_in
from hiring.checks.prose import ProseSubject
from hiring.checks.rule import Hit, check
from hiring.model.blocks import BLOCKS
from hiring.model.messages import gettext
from hiring.model.paths import COMPANY
from hiring.model.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hiring.checks.language.prose import Passage

_LEAST_LEAD = 3


@check(Severity.WARNING, ProseSubject)
def coded_words(prose: ProseSubject) -> Iterator[Hit]:
    """What is posted leans to words that readers take for masculine, or to feminine ones.

    Counted are the words of a page that postings show, without headings. Words of one kind
    must lead over those of the other by more than `limits.coded_per_100_words` in a hundred, and
    by three at least, as one word would tip a short text. Words of the list that are plain in this
    field, such as "analyst" and "responsibility", don't count, and those that start alike count
    twice at most, as more of them tell of a topic. The limit is ours: the study tells of more and
    less, and of no threshold.

    Why: Ads with more masculine than feminine words appeal less to women, who expect not to belong.
        It is a matter of balance: no single word is a fault.
    Source: Gaucher, Friesen and Kay, Journal of Personality and Social Psychology 101(1), 2011,
        doi 10.1037/a0022530, studies 3 to 5; words from its appendix A.
    """
    limit = prose.limits.coded_per_100_words
    kinds = coded_in(posted(prose, prose.words.with_any(CODED_WORD)))
    for name, found, other in zip(kinds, kinds.values(), reversed(kinds.values()), strict=True):
        lead = found.count - other.count
        if lead < _LEAST_LEAD:
            continue
        total = words_in(text for _, text in posted(prose, range(len(prose.passages))))
        if lead * 100 > limit * total:
            told = {
                "share": f"{found.count * 100 / total:.1f}",
                "words": found.named,
                "other": f"{other.count * 100 / total:.1f}",
                "limit": limit,
            }
            yield Hit(line=found.line, message=_leaning(name, told))


def _leaning(name: str, told: dict[str, object]) -> str:
    if name == "masculine":
        return gettext(
            "{share} in 100 words read as masculine ({words}), and {other} as the opposite; the "
            "lead may be {limit}: say with plain verbs what is done",
            **told,
        )
    return gettext(
        "{share} in 100 words read as feminine ({words}), and {other} as the opposite; the lead "
        "may be {limit}: say with plain verbs what is done",
        **told,
    )


def posted(prose: ProseSubject, numbers: Iterable[int]) -> Iterator[tuple[Passage, str]]:
    """Yield those of some passages that postings show, headings left out, with plain text."""
    whole = prose.path == COMPANY or prose.handbook.opening_on(prose.path) is not None
    role = prose.handbook.role_on(prose.path)
    blocks = (*(role.posted_blocks if role else BLOCKS), "level")
    for number in numbers:
        passage = prose.passages[number]
        posted = passage.kind != "heading" and (whole or passage.block in blocks)
        if posted and passage.english:
            yield passage, prose.plain.of(number)
