"""Whether openings are ready to be posted: one opening's report, and a table of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from hiring.model import words
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
    from hiring.checks.report import Asked, ReadinessReport
    from hiring.site.nodes.voice import Voice

ANCHOR = "hiring-ready"
"""No heading that an author writes has this anchor, or nearly none."""

SEVERITIES = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.NOTE: "Note"}
COUNTED = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.NOTE: ("note", "notes"),
}
SETTLED = {
    "passed": "Met",
    "not-asked": "Does not apply here",
    "built-in": "Holds by itself, on every page",
}
"""What is said of that which needs nobody, in the order in which it is listed."""


def report_item(report: ReadinessReport, voice: Voice) -> group_item:
    """Return the report on an opening, folded where nothing keeps the posting back."""
    verdict = nodes.inline("", "", *_verdict(report), classes=["hiring-verdict"])
    name = group_title("", "", nodes.Text("Ready to post? "), verdict)
    shown = group_entries(ids=[ANCHOR])
    rows = [*_to_do(report), *_meant(report)]
    if rows:
        columns = {"What is asked": 28, "State": NARROW, "What is found, and what to do": WIDE}
        shown += table(columns, rows, "hiring-findings")
    shown += _settled(report)
    english = voice.of_english
    parts = marked(name, english), marked(shown, english)
    return group_item("", *parts, classes=["hiring-readiness"], open=not report.is_ready)


def _verdict(report: ReadinessReport) -> list[nodes.Node]:
    """Return in a word whether the posting may go out, and how much was found."""
    found = len(report.found())
    if report.is_draft:
        mark, said = "Draft", f"{found} {'thing is' if found == 1 else 'things are'} still to do."
        said = said if found else "Nothing is left to do: set `status: open` on the day."
    elif report.is_ready:
        mark, said = "Ready", f"{_counts(report)}." if found else "All is met."
    else:
        mark, said = "Not ready", f"{_counts(report)}."
    kind = {"Draft": "draft", "Ready": "passed", "Not ready": "error"}[mark]
    return [_mark(mark, kind), nodes.Text(f" {said}")]


def _counts(report: ReadinessReport) -> str:
    """Return how much was found, gravest first: ``1 error, 2 warnings``."""
    numbers = {severity: len(report.found(severity)) for severity in Severity}
    said = (f"{many} {COUNTED[it][many > 1]}" for it, many in numbers.items() if many)
    return ", ".join(said)


def _mark(words: str, kind: str) -> nodes.inline:
    """Return a state as a word in a frame."""
    return text(words, "hiring-mark", f"hiring-mark-{kind}")


def _found(finding: Finding, *, draft: bool) -> nodes.inline:
    if draft:
        return _mark("To do", "draft")
    return _mark(SEVERITIES[finding.severity], finding.severity.value)


def _to_do(report: ReadinessReport) -> Iterable[list[list[nodes.Node]]]:
    """Yield a row for each finding, the gravest first."""
    order = list(Severity)
    found = [(entry, finding) for entry in report.entries for finding in entry.findings]
    for entry, finding in sorted(found, key=lambda each: order.index(each[1].severity)):
        state = paragraph(_found(finding, draft=report.is_draft))
        yield [_asks(entry), [state], _message(finding)]


def _meant(report: ReadinessReport) -> Iterable[list[list[nodes.Node]]]:
    """Yield a row for each finding that is waived, with the reason."""
    for entry in report.entries:
        for waived in entry.waived:
            state = paragraph(_mark("Waived", "waived"))
            yield [_asks(entry), [state], [*_message(waived.finding), _reason(waived)]]


def _asks(entry: Asked) -> list[nodes.Node]:
    found = [paragraph(nodes.Text(entry.asks))]
    if entry.source:
        found.append(paragraph(_source(entry)))
    return list(found)


def _source(entry: Asked) -> nodes.inline:
    return nodes.inline("", "", *with_code(entry.source), classes=["hiring-source"])


def _message(finding: Finding) -> list[nodes.Node]:
    place = f"{finding.path}, line {finding.line}: {finding.rule}"
    return [
        paragraph(*with_code(finding.message)),
        paragraph(text(place, "hiring-source")),
    ]


def _reason(waived: Waived) -> nodes.paragraph:
    until = waived.waiver.until
    when = f", until {words.day(until)}" if until else ""
    return paragraph(nodes.Text(f"It is meant{when}: {waived.waiver.reason}"))


def _settled(report: ReadinessReport) -> question_list:
    """Return what needs nobody, folded away."""
    rest = [entry for entry in report.entries if entry.state in SETTLED]
    said = f"In order: {len(rest)} points"
    answer = question_answer(classes=["hiring-answer"])
    for state, name in SETTLED.items():
        items = [_line(entry) for entry in rest if entry.state == state]
        if items:
            answer += [paragraph(nodes.strong(name, name)), bullets(items)]
    item = question_item("", question_title(said, said), answer)
    return question_list("", item, classes=["hiring-faq"])


def _line(entry: Asked) -> Sequence[nodes.Node]:
    source = [nodes.Text(" "), _source(entry)] if entry.source else []
    return [paragraph(nodes.Text(entry.asks), *source)]


def report_table(reports: Sequence[ReadinessReport], docname: str) -> nodes.Element:
    """Return openings with their states, a row each; words where there is none."""
    if not reports:
        said = "No opening is open, to come or in draft."
        return paragraph(nodes.Text(said), classes=["hiring-empty"])
    columns = {"Opening": 28, "Ready to post?": NARROW, "Asked, and not met": WIDE}
    rows: list[list[list[nodes.Node]]] = [
        [
            [paragraph(reference("opening", report.key, docname)), *_place(report)],
            [paragraph(*_verdict(report))],
            _open_points(report),
        ]
        for report in reports
    ]
    return table(columns, rows, "hiring-findings")


def _place(report: ReadinessReport) -> list[nodes.Node]:
    return [paragraph(text(report.place, "hiring-meta"))] if report.place else []


def _open_points(report: ReadinessReport) -> list[nodes.Node]:
    """Return what is asked of an opening and not met, or meant otherwise, in short."""
    order = list(Severity)
    found = [(entry, finding) for entry in report.entries for finding in entry.findings]
    found.sort(key=lambda each: order.index(each[1].severity))
    items = [
        [paragraph(_found(finding, draft=report.is_draft), nodes.Text(f" {entry.asks}"))]
        for entry, finding in found
    ]
    items += [
        [paragraph(_mark("Waived", "waived"), nodes.Text(f" {entry.asks}"))]
        for entry in report.entries
        if entry.waived
    ]
    return [bullets(items, "hiring-points")] if items else []
