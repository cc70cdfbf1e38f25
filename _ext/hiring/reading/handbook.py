"""The whole folder into one Handbook, for one audience."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from hiring.model.audience import Audience
from hiring.model.handbook import Handbook
from hiring.model.page import HiddenNames
from hiring.model.paths import INDEX, SITE_LABELS
from hiring.model.problem import Severity
from hiring.model.report import Report
from hiring.model.rules import UNDERSTOOD
from hiring.model.slugs import key_for_title
from hiring.model.targets import names_by_kind
from hiring.reading.crossings.hidden_keys import without_hidden_keys
from hiring.reading.crossings.interviews import check_once, with_briefings, with_interviews
from hiring.reading.crossings.link_graph import with_outgoing
from hiring.reading.crossings.named import with_names_for_keys
from hiring.reading.crossings.old_names import Moves, with_names_of_today
from hiring.reading.crossings.openings import opening_of
from hiring.reading.crossings.own_blocks import audiences_of
from hiring.reading.crossings.page import Known, check_crossings
from hiring.reading.crossings.stages import Plans
from hiring.reading.crossings.translations import Translations
from hiring.reading.crossings.unique import (
    check_contents,
    check_names,
    check_requisitions,
    check_titles,
)
from hiring.reading.crossings.values import values_by
from hiring.reading.facts.data_files import read_data, word_template_of
from hiring.reading.facts.own_lexicons import lexicons_of
from hiring.reading.facts.own_words import words_of
from hiring.reading.pages.page_cache import PageCache
from hiring.reading.sources.folders import check_folders
from hiring.reading.sources.sources import Sources, sources_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from hiring.model.problem import Problem
    from hiring.reading.crossings.values import Values
    from hiring.reading.facts.data_files import DataFiles
    from hiring.reading.pages.record import PageRecord


def read_handbook(
    folder: Path, audience: Audience | None = None, cache: PageCache | None = None
) -> Handbook:
    """Read everything under a folder; what is wrong is in the result's ``problems``.

    ``audience`` is the one that conf.py names, where none is given. Never raises for the sake of
    what a contributor wrote. A page that can't be read at all, and a page for a higher audience,
    is in ``withheld``.
    """
    cache = cache or PageCache()
    sources = sources_in(folder)
    handbook = understand(sources, audience or sources.settings.audience, cache)
    cache.save()
    return handbook


def review_handbook(folder: Path, cache: PageCache | None = None) -> Handbook:
    """Read everything under a folder for all of it, with what is wrong for any audience."""
    return read_views(folder, cache)[-1]


def read_views(folder: Path, cache: PageCache | None = None) -> tuple[Handbook, ...]:
    """Read everything under a folder for each audience, in order; the last has every problem."""
    cache = cache or PageCache()
    views = views_of(sources_in(folder), cache)
    cache.save()
    return views


def views_of(sources: Sources, cache: PageCache) -> tuple[Handbook, ...]:
    """Make the handbook of its files' text for each audience; the last has every problem."""
    *lower, whole = (understand(sources, audience, cache) for audience in Audience)
    problems = {problem.fault: problem for problem in whole.problems}
    told = set(whole.problems)
    for view in reversed(lower):
        # What could be meant instead is more for who may see more: that is told.
        told |= {it for it in view.problems if problems.setdefault(it.fault, it) is it}
    return (*lower, replace(whole, problems=tuple(sorted(told))))


def understand(sources: Sources, audience: Audience, cache: PageCache) -> Handbook:
    """Make the handbook of its files' text."""
    problems, settings = list(sources.problems), sources.settings
    data = read_data(sources, problems)
    whole = _records(sources, Audience.HIRING_TEAM, cache)
    words = words_of(sources)
    seen, misplaced = audiences_of(whole, settings, words)
    problems += misplaced
    readable = {path for path in seen if audience.may_read(seen[path])}
    moves = Moves.stated(whole)
    texts, notes = with_names_of_today(sources.texts, whole, moves.to(readable))
    if texts:
        sources = replace(sources, texts={**sources.texts, **texts})
        whole = _records(sources, Audience.HIRING_TEAM, cache)
        problems += [note for note in notes if note.path in readable]
    translations = Translations.stated(whole, sources.language, seen)
    seen = translations.audiences(seen)
    readable = {path for path in seen if audience.may_read(seen[path])}
    shown = [it for it in _records(sources, audience, cache) if it.path in readable]
    whole, visible = translations.joined(whole), translations.joined(shown)
    empty = _without_pages(data, sources, audience, problems)
    values_of = values_by(empty, sources, seen, cache)
    handbook = _with_pages(empty, visible, values_of)
    is_highest = audience is Audience.HIRING_TEAM  # nobody is above them
    above = handbook if is_highest else _with_pages(empty, whole, values_of)
    hidden = _hidden(handbook, above, moves, sources.projected)
    handbook = with_briefings(handbook, above.interviews, sources.briefings)
    withheld = tuple(sorted({*sources.unreadable, *hidden.pages}))
    handbook = replace(with_outgoing(handbook, visible), hidden=hidden, withheld=withheld)
    unread = _unread_pages(sources, whole).union(data.unread, (it.path for it in misplaced))
    plans = Plans.of(above, whole)
    known = Known(handbook, above, plans, unread, sources.files, words.schemes)
    problems += [*_problems(whole, visible, known), *check_folders(sources, whole)]
    handbook = without_hidden_keys(with_names_for_keys(handbook))
    return replace(handbook, problems=tuple(sorted(set(problems))))


def _without_pages(
    data: DataFiles, sources: Sources, audience: Audience, problems: list[Problem]
) -> Handbook:
    """Return what the data files state, as a handbook without any page."""
    return Handbook(
        audience=audience,
        company=data.company,
        word_template=word_template_of(data, sources, problems),
        skills=data.skills,
        roles={},
        pages={},
        language=sources.language,
        lexicons=lexicons_of(sources, data.company, problems),
        facts=words_of(sources).facts,
        rule_modules=sources.settings.rules,
        format_modules=sources.settings.formats,
        site_labels=SITE_LABELS - {INDEX} if sources.lacks_index else SITE_LABELS,
        lines=data.lines,
    )


def _records(sources: Sources, audience: Audience, cache: PageCache) -> list[PageRecord]:
    """Return every page as an audience may see it, those that it may not see among them."""
    words = words_of(sources)
    return [cache.read(path, text, audience, words) for path, text in sources.pages.items()]


def _with_pages(
    empty: Handbook, records: Sequence[PageRecord], values_of: Callable[[PageRecord], Values]
) -> Handbook:
    """Return the handbook with what these pages state."""
    values = [values_of(record) for record in records]
    pages = {page.path: page for page, _ in values}
    roles = {role.key: role for _, role in values if role}
    stated = replace(empty, pages=pages, roles=roles)
    return with_interviews(_with_openings(stated, records), records)


def _hidden(handbook: Handbook, above: Handbook, moves: Moves, projected: bool) -> HiddenNames:
    """Return the names of what only higher audiences see, old names too."""
    if above is handbook:
        return HiddenNames(projected=projected)
    seen, there = names_by_kind(handbook), names_by_kind(above)
    names = {kind: names - seen[kind] for kind, names in there.items()}
    return HiddenNames(names=moves.with_old(names), projected=projected)


def _problems(
    whole: Sequence[PageRecord], visible: Sequence[PageRecord], known: Known
) -> list[Problem]:
    """Return what is wrong on each page, and between pages.

    What a hidden page refers to may well be hidden too: the build for its readers checks that. A
    page that is hidden because it can't be read is checked here, so that all its mistakes are
    told at once; what may be meant is not, for nobody knows what the page waives.
    """
    problems = [*check_names(whole), *check_titles(whole), *check_contents(whole)]
    problems += [*check_requisitions(whole, known.above), *check_once(whole, known.above)]
    problems += [problem for record in (*whole, *visible) for problem in record.problems]
    unread = [record for record in whole if record.front_matter is None]
    for record in (*unread, *visible):
        report = Report(record.path)
        check_crossings(record, known, report)
        sure = record.front_matter is not None
        problems += [it for it in report.problems if sure or it.severity is Severity.ERROR]
    return problems


def _unread_pages(sources: Sources, records: Sequence[PageRecord]) -> set[str]:
    """Return the pages of which something can't be read, or nobody knows what is for whom.

    One whose name is no key goes by the name that it is to have, too.
    """
    unread = {*sources.unreadable}
    for record in records:
        rules = {problem.rule for problem in record.problems}
        if record.front_matter is None or not rules <= UNDERSTOOD:
            path = PurePosixPath(record.path)
            unread |= {record.path, str(path.with_stem(key_for_title(path.stem) or path.stem))}
    return unread


def _with_openings(handbook: Handbook, records: Sequence[PageRecord]) -> Handbook:
    """Return the handbook with its openings, whose pages take from their roles what they omit."""
    found = [opening for record in records if (opening := opening_of(record, handbook))]
    pages = {
        it.path: replace(handbook.pages[it.path], title=it.title, language=it.language)
        for it in found
    }
    openings = {it.key: replace(it, shares_key=it.key in handbook.roles) for it in found}
    return replace(handbook, openings=openings, pages={**handbook.pages, **pages})
