"""What checks and builds tell is in the site's language: the same findings, in its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hiring.checks.run import run_checks
from hiring.model.audience import Audience
from hiring.model.messages import tell_in
from hiring.publishing.ending import end_of
from hiring.publishing.states import BuildRecord
from tests.support.cases import DAY, files_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from hiring.model.handbook import Handbook


def test_amounts_and_days_are_those_of_the_language(
    base: Mapping[str, bytes], read: Callable[..., Handbook]
) -> None:
    facts = "reviewed: 2036-11-01\nreview_every: 12 months\n"
    handbook = read(files_of({"facts": facts}, base), Audience.HIRING_TEAM)
    tell_in("fr")
    told = [it.message for it in run_checks(handbook, DAY).findings if it.rule == "review-ahead"]
    assert told == [
        "`reviewed` est le 1er novembre 2036, qui est encore à venir : écrivez le jour où "
        "quelqu’un a relu la page"
    ]


def test_a_data_file_is_told_of_in_the_language_at_hand(
    base: Mapping[str, bytes], read: Callable[..., Handbook]
) -> None:
    """Its text is taken apart once for all readers, who may be told in other languages."""
    files = {"company.yaml": base["company.yaml"].decode().replace("size: 420", "size: many")}
    told = []
    for language in ("en", "de", "en"):
        tell_in(language)
        told += [it.message for it in read(files).problems if it.path == "company.yaml"]
    assert len(told) == 3
    assert told[0] == told[2] != told[1]


@pytest.mark.parametrize("about", ["which is still to come", "kommt erst noch", "2036"])
def test_a_waiver_holds_in_whatever_language_it_quotes(
    about: str, base: Mapping[str, bytes], read: Callable[..., Handbook]
) -> None:
    facts = "reviewed: 2036-11-01\nreview_every: 12 months\n"
    company = f"""\
checks:
  waive:
    - rule: review-ahead
      about: {about}
      reason: It is planned
"""
    files = files_of({"facts": facts, "company": company}, base)
    handbook = read(files, Audience.HIRING_TEAM)
    tell_in("de")
    review = run_checks(handbook, DAY)
    assert [it.finding.rule for it in review.waived] == ["review-ahead"]
    assert not {it.rule for it in review.findings} & {"review-ahead", "waiver-unused"}


def test_a_waiver_of_other_words_waives_nothing(
    base: Mapping[str, bytes], read: Callable[..., Handbook]
) -> None:
    front = """\
role: {title: Case, family: Data, summary: A case., owner: TBD}
checks:
  waive:
    - {rule: owner-unnamed, about: the title has, reason: It is planned}
"""
    tell_in("de")
    review = run_checks(read(files_of({"front": front}, base), Audience.HIRING_TEAM), DAY)
    assert {"owner-unnamed", "waiver-unused"} <= {it.rule for it in review.findings}


def test_a_build_with_nothing_to_do_speaks_as_the_last_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "index.html").touch()
    record = BuildRecord(language="de")
    assert end_of(record, tmp_path, strict=False, was_current=True) == 0
    told = capsys.readouterr().out
    assert told.startswith(f"Es hat sich nichts geändert. Das Handbuch ist in {tmp_path} (1 Seite)")
