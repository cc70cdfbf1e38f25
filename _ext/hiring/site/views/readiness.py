"""Whether openings are ready to be posted: one opening's report, and a table of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from hiring.checks.rules.readiness import GOOGLE
from hiring.model.language_tags import ENGLISH, foreign
from hiring.model.messages import message_language
from hiring.model.problem import Severity
from hiring.site.nodes.disclosures import (
    group_entries,
    group_item,
    group_title,
    question_answer,
    question_item,
    question_list,
    question_title,
)
from hiring.site.nodes.voice import marked
from hiring.site.views.build import (
    NARROW,
    WIDE,
    bullets,
    paragraph,
    reference,
    table,
    text,
    with_code,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hiring.checks.finding import Finding, Waived
    from hiring.checks.report import Ask, ReadinessReport
    from hiring.model.lexicon import Lexicon
    from hiring.site.nodes.voice import Voice

ANCHOR = "hiring-ready"
"""No heading that an author writes has this anchor, or nearly none."""

SETTLED = ("passed", "not-asked", "built-in")
"""The states of that which needs nobody, in the order in which it is listed."""


def report_item(report: ReadinessReport, voice: Voice) -> group_item:
    """Return the report on an opening, folded where nothing keeps the posting back."""
    said, own = voice.lexicon, voice.of_words
    verdict = nodes.inline("", "", *_verdict(report, said), classes=["hiring-verdict"])
    name = group_title("", "", nodes.Text(f"{said.say('ready.title')} "), verdict)
    shown = group_entries(ids=[ANCHOR])
    rows = [*_to_do(report, said), *_meant(report, said)]
    if rows:
        widths = {"asked": 28, "state": NARROW, "found": WIDE}
        columns = {said.say(f"ready.{name}"): width for name, width in widths.items()}
        shown += table(columns, rows, "hiring-findings")
    shown += _settled(report, said)
    parts = marked(name, own), marked(shown, own)
    return group_item("", *parts, classes=["hiring-readiness"], open=not report.is_ready)


def _verdict(report: ReadinessReport, said: Lexicon) -> list[nodes.Node]:
    """Return in a word whether the posting may go out, and how much was found."""
    found = len(report.found())
    if report.is_draft:
        mark, told = "draft", said.count("ready.to-do", found)
        told = told if found else said.say("ready.done")
    elif report.is_ready:
        mark, told = "ready", f"{_counts(report, said)}." if found else said.say("ready.all-met")
    else:
        mark, told = "not-ready", f"{_counts(report, said)}."
    kind = {"draft": "draft", "ready": "passed", "not-ready": "error"}[mark]
    return [_mark(said.say(f"ready.{mark}"), kind), *with_code(f" {told}")]


def _counts(report: ReadinessReport, said: Lexicon) -> str:
    """Return how much was found, gravest first: ``1 error, 2 warnings``."""
    numbers = {severity: len(report.found(severity)) for severity in Severity}
    told = (said.count(f"ready.{it.value}s", many) for it, many in numbers.items() if many)
    return ", ".join(told)


def _mark(words: str, kind: str) -> nodes.inline:
    """Return a state as a word in a frame."""
    return text(words, "hiring-mark", f"hiring-mark-{kind}")


def _found(finding: Finding, said: Lexicon, *, draft: bool) -> nodes.inline:
    if draft:
        return _mark(said.say("ready.do"), "draft")
    return _mark(said.say(f"ready.{finding.severity.value}"), finding.severity.value)


def _to_do(report: ReadinessReport, said: Lexicon) -> Iterable[list[list[nodes.Node]]]:
    """Yield a row for each finding, the gravest first."""
    order = list(Severity)
    found = [(entry, finding) for entry in report.entries for finding in entry.findings]
    for entry, finding in sorted(found, key=lambda each: order.index(each[1].severity)):
        state = paragraph(_found(finding, said, draft=report.is_draft))
        yield [_asks(entry, said), [state], _message(finding, said)]


def _meant(report: ReadinessReport, said: Lexicon) -> Iterable[list[list[nodes.Node]]]:
    """Yield a row for each finding that is waived, with the reason."""
    for entry in report.entries:
        for waived in entry.waived:
            state = paragraph(_mark(said.say("ready.waived"), "waived"))
            yield [
                _asks(entry, said),
                [state],
                [*_message(waived.finding, said), _reason(waived, said)],
            ]


def _asks(entry: Ask, said: Lexicon) -> list[nodes.Node]:
    found = [paragraph(nodes.Text(_asked(entry, said)))]
    if entry.source:
        found.append(paragraph(_source(entry, said)))
    return list(found)


def _asked(entry: Ask, said: Lexicon) -> str:
    """Return what is asked in a language; the checks state it in English."""
    return said.or_english(f"asks.{entry.name}", entry.asks)


def _source(entry: Ask, said: Lexicon) -> nodes.inline:
    """Return where it stands: names of laws and documents are as those have them."""
    shown = nodes.inline("", "", classes=["hiring-source"])
    if entry.source.startswith(f"{GOOGLE}, J") and entry.source.count(",") == entry.source.count(
        "J"
    ):
        numbers = entry.source.removeprefix(f"{GOOGLE}, ").removesuffix(".")
        shown += nodes.Text(said.say("ready.google", numbers=numbers))
        return shown
    shown += with_code(entry.source)
    return marked(shown, foreign(ENGLISH, said.language))


def _message(finding: Finding, said: Lexicon) -> list[nodes.Node]:
    parts = {"path": finding.path, "line": finding.line, "rule": finding.rule}
    place = said.say("ready.place", **parts)
    return [
        marked(paragraph(*with_code(finding.message)), foreign(message_language(), said.language)),
        paragraph(text(place, "hiring-source")),
    ]


def _reason(waived: Waived, said: Lexicon) -> nodes.paragraph:
    until, reason = waived.waiver.until, waived.waiver.reason
    if until is None:
        return paragraph(nodes.Text(said.say("ready.meant", reason=reason)))
    return paragraph(nodes.Text(said.say("ready.meant-until", day=said.day(until), reason=reason)))


def _settled(report: ReadinessReport, said: Lexicon) -> question_list:
    """Return what needs nobody, folded away."""
    rest = [entry for entry in report.entries if entry.state in SETTLED]
    title = said.count("ready.in-order", len(rest))
    answer = question_answer(classes=["hiring-answer"])
    for state in SETTLED:
        items = [_line(entry, said) for entry in rest if entry.state == state]
        name = said.say(f"ready.{state}")
        if items:
            answer += [paragraph(nodes.strong(name, name)), bullets(items)]
    item = question_item("", question_title(title, title), answer)
    return question_list("", item, classes=["hiring-faq"])


def _line(entry: Ask, said: Lexicon) -> Sequence[nodes.Node]:
    source = [nodes.Text(" "), _source(entry, said)] if entry.source else []
    return [paragraph(nodes.Text(_asked(entry, said)), *source)]


def report_table(reports: Sequence[ReadinessReport], docname: str, voice: Voice) -> nodes.Element:
    """Return openings with their states, a row each; words where there is none."""
    said = voice.lexicon
    if not reports:
        return paragraph(voice.fixed(said.say("ready.none")), classes=["hiring-empty"])
    widths = {"opening": 28, "title": NARROW, "not-met": WIDE}
    columns = {said.say(f"ready.{name}"): width for name, width in widths.items()}
    rows: list[list[list[nodes.Node]]] = [
        [
            [paragraph(reference("opening", report.key, docname)), *_place(report, said)],
            [paragraph(*_verdict(report, said))],
            _open_points(report, said),
        ]
        for report in reports
    ]
    return marked(table(columns, rows, "hiring-findings"), voice.of_words)


def _place(report: ReadinessReport, said: Lexicon) -> list[nodes.Node]:
    """Return where the work is done; a line of words of ours has words of the opening's."""
    spoken = foreign(report.place_in, said.language)
    place = marked(text(report.place, "hiring-meta"), spoken)
    return [paragraph(place)] if report.place else []


def _open_points(report: ReadinessReport, said: Lexicon) -> list[nodes.Node]:
    """Return what is asked of an opening and not met, or meant otherwise, in short."""
    order = list(Severity)
    found = [(entry, finding) for entry in report.entries for finding in entry.findings]
    found.sort(key=lambda each: order.index(each[1].severity))
    items = [
        [
            paragraph(
                _found(finding, said, draft=report.is_draft),
                nodes.Text(f" {_asked(entry, said)}"),
            )
        ]
        for entry, finding in found
    ]
    items += [
        [
            paragraph(
                _mark(said.say("ready.waived"), "waived"), nodes.Text(f" {_asked(entry, said)}")
            )
        ]
        for entry in report.entries
        if entry.waived
    ]
    return [bullets(items, "hiring-points")] if items else []
