"""The cache of pages read: the same handbook from it and without it, whatever its file holds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import pytest

from hiring.model.audience import Audience
from hiring.reading.facts.own_words import words_of
from hiring.reading.handbook import read_handbook, understand, views_of
from hiring.reading.pages import page_cache as cache_module
from hiring.reading.pages.page import read_page
from hiring.reading.pages.page_cache import PageCache, pages_in
from hiring.reading.sources.sources import sources_from
from hiring.system import workers

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from hiring.model.handbook import Handbook
    from hiring.reading.pages.record import PageRecord

BROKEN = {"guide/case.md": b"no title, and {role}`nobody`\n\n:::{levels}\n:from: x\n:::\n"}


class Counting(PageCache):
    """A cache that counts the pages that it did not have."""

    missed = 0

    def read(self, *arguments: Any) -> PageRecord:
        with patch.object(cache_module, "read_page", wraps=read_page) as reader:
            record = super().read(*arguments)
        self.missed += reader.call_count
        return record


@pytest.fixture
def files(base: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return a role's page, a page with mistakes, and the data files."""
    kept = ("company.yaml", "skills.yaml", "roles/data-engineer.md")
    return {**{path: base[path] for path in kept}, **BROKEN}


def handbook_by(cache: PageCache, files: Mapping[str, bytes]) -> Handbook:
    found = understand(sources_from(files), Audience.EMPLOYEE, cache)
    cache.save()
    return found


@pytest.mark.parametrize("audience", list(Audience))
def test_pages_read_ahead_are_as_if_they_were_read_here(
    base: Mapping[str, bytes], audience: Audience, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Records and trees that other processes hand over are those that are made here."""
    monkeypatch.setattr(workers, "FEW", 0)
    deep = "".join(f"{'> ' * depth}- {'  ' * depth}deep\n" for depth in range(6))
    page = f"# Page\n\n{deep}\n::::::{{audience}} employee\nHidden.\n::::::\n"
    sources = sources_from({**base, **BROKEN, "guide/deep.md": page.encode()})
    words, ahead, here = words_of(sources), Counting(), PageCache()
    ahead.read_ahead(sources.pages, audience, words, 2)
    for path, text in sources.pages.items():
        assert ahead.read(path, text, audience, words) == here.read(path, text, audience, words)
        assert ahead.trees.parsed(path) == here.trees.parsed(path)
    assert ahead.missed == 0
    assert understand(sources, audience, ahead) == understand(sources, audience, here)


def test_warm_equals_cold(tmp_path: Path, files: dict[str, bytes]) -> None:
    file = tmp_path / "cache" / "pages.json"
    cold_cache = Counting(file)
    cold = handbook_by(cold_cache, files)
    warm_cache = Counting(file)
    warm = handbook_by(warm_cache, files)
    assert (cold_cache.missed, warm_cache.missed) == (2, 0)
    assert warm == cold
    assert warm.problems == cold.problems != ()
    assert [repr(problem) for problem in warm.problems] == [repr(p) for p in cold.problems]
    kept = sorted(file.name for file in (tmp_path / "cache").iterdir())
    assert kept == ["pages-roles.json", "pages.json"]


@pytest.mark.parametrize("audience", list(Audience))
def test_kept_digests_of_roles_are_theirs(
    tmp_path: Path, files: dict[str, bytes], audience: Audience
) -> None:
    """Of whatever files a role is made, its digest is that of all it states."""
    path, hidden = "roles/data-engineer.md", b"::::{faq}"
    sql, page = files["skills.yaml"], files[path]
    changes: list[dict[str, bytes]] = [
        {},
        {"skills.yaml": sql.replace(b"key: sql\n", b"key: sql-2\n")},
        {path: page.replace(b"Answers for the tables", b"Answers for all tables")},
        {path: page.replace(hidden, HIDDEN + hidden, 1)},
    ]
    found = []
    for more in changes:
        for _ in range(2):
            cache = PageCache(tmp_path / "pages.json")
            role = understand(sources_from({**files, **more}), audience, cache).roles[
                "data-engineer"
            ]
            cache.save()
            assert role.digest == replace(role).digest  # which is made anew
        found.append(role.digest)
    assert len({*found}) == len(changes)


def test_only_changed_pages_are_read_again(tmp_path: Path, files: dict[str, bytes]) -> None:
    file = tmp_path / "pages.json"
    handbook_by(Counting(file), files)
    files["roles/data-engineer.md"] += b"\nMore.\n"
    del files["guide/case.md"]
    cache = Counting(file)
    handbook_by(cache, files)
    assert cache.missed == 1
    assert b"guide/case.md" not in file.read_bytes()


def test_a_process_reads_again_what_has_changed(tmp_path: Path, files: dict[str, bytes]) -> None:
    file = tmp_path / "pages.json"
    first = handbook_by(pages_in(file), files)
    former = files["guide/case.md"]
    files["guide/case.md"] += b"\nMore, and {role}`more`.\n"
    with patch.object(cache_module, "read_page", wraps=read_page) as reader:
        again = handbook_by(pages_in(file), files)
    assert {call.args[0] for call in reader.call_args_list} == {"guide/case.md"}
    assert again == handbook_by(PageCache(), files) != first
    kept = file.read_bytes()
    file.unlink()
    with patch.object(cache_module, "read_page", wraps=read_page) as reader:
        handbook_by(pages_in(file), files)
    assert (reader.call_count, file.read_bytes()) == (0, kept)
    files["guide/case.md"] = former
    handbook_by(pages_in(file), files)
    assert file.read_bytes() != kept  # and nothing of a text that is no more
    assert b'"target":"more"' in kept
    assert b'"target":"more"' not in file.read_bytes()


HIDDEN = b"::::::{audience} hiring-team\n\nFor few.\n\n::::::\n\n"


@pytest.mark.parametrize("hidden", [b"", HIDDEN], ids=["seen alike", "with a part for few"])
def test_who_see_the_same_share_a_role(files: dict[str, bytes], hidden: bytes) -> None:
    path = "roles/data-engineer.md"
    front, mark, rest = files[path].rpartition(b"::::{faq}")
    files[path] = front + hidden + mark + rest
    views = views_of(sources_from(files), PageCache())
    employees, team = (view.roles["data-engineer"].parts[0] for view in views[1:])
    assert (employees is team) is not bool(hidden)
    for view in views:
        alone = understand(sources_from(files), view.audience, PageCache())
        assert (view.roles, view.pages) == (alone.roles, alone.pages)
        for key, role in view.roles.items():
            bodies = [part.body.nodes for part in role.parts]
            assert bodies == [part.body.nodes for part in alone.roles[key].parts]


def test_a_renamed_page_is_read_again(tmp_path: Path, files: dict[str, bytes]) -> None:
    file = tmp_path / "pages.json"
    handbook_by(Counting(file), files)
    files["guide/other.md"] = files.pop("guide/case.md")
    paths = {problem.path for problem in handbook_by(Counting(file), files).problems}
    assert "guide/other.md" in paths
    assert "guide/case.md" not in paths


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"\xff\xfe\0", b'{"x": {}}', b'{"x": {"path": 1}}', b"null"],
    ids=["empty", "cut off", "a list", "no text", "no record", "a wrong record", "null"],
)
def test_a_broken_file_is_thrown_away(
    tmp_path: Path, files: dict[str, bytes], content: bytes
) -> None:
    file = tmp_path / "pages.json"
    file.write_bytes(content)
    cache = Counting(file)
    first = handbook_by(cache, files)
    again = Counting(file)
    assert handbook_by(again, files) == first
    assert (cache.missed, again.missed) == (2, 0)


def test_one_broken_line_is_thrown_away(tmp_path: Path, files: dict[str, bytes]) -> None:
    file = tmp_path / "pages.json"
    first = handbook_by(Counting(file), files)
    whole = file.read_bytes()
    at = whole.index(b'"path":"guide/case.md"')
    file.write_bytes(whole[:at] + b'"' + whole[at:])
    cache, again = Counting(file), Counting(file)
    assert handbook_by(cache, files) == handbook_by(again, files) == first
    assert (cache.missed, again.missed, file.read_bytes()) == (1, 0, whole)


def test_other_code_reads_again(
    tmp_path: Path, files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "pages.json"
    handbook_by(Counting(file), files)
    monkeypatch.setattr(cache_module, "reader_version", lambda: "another")
    cache = Counting(file)
    handbook_by(cache, files)
    assert cache.missed == 2


def test_a_cache_that_cannot_be_kept_is_no_loss(tmp_path: Path, files: dict[str, bytes]) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("not a folder")
    (tmp_path / "pages.json").mkdir()
    for place in (in_the_way / "pages.json", tmp_path / "pages.json"):
        assert handbook_by(PageCache(place), files) == handbook_by(PageCache(), files)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        *("file", "pages-roles.json", "pages.json")
    ]


def test_reading_a_folder_keeps_the_cache(tmp_path: Path, base: Mapping[str, bytes]) -> None:
    for path, data in base.items():
        (tmp_path / "handbook" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "handbook" / path).write_bytes(data)
    file = tmp_path / "pages.json"
    first = read_handbook(tmp_path / "handbook", cache=PageCache(file))
    assert file.exists()
    assert read_handbook(tmp_path / "handbook", cache=PageCache(file)) == first


def part(audience: str) -> str:
    return f"\n::::::{{audience}} {audience}\n\nFor {audience} alone.\n\n::::::\n"


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("# A\n", 1),
        (f"# A\n{part('employee')}", 2),
        (f"# A\n{part('hiring-team')}", 2),
        (f"# A\n{part('employee')}{part('hiring-team')}", 3),
        ("# A\n\n::::::{audience} nobody\n\nHidden.\n", 3),
        ("---\nchecks:\n  waive: [{rule: jargon, reason: Meant.}]\n---\n\n# A\n", 2),
        (f"---\nchecks: {{}}\n---\n\n# A\n{part('employee')}", 2),
    ],
    ids=["plain", "employees", "hiring team", "both", "a mistake", "a waiver", "waiver and part"],
)
def test_a_page_is_read_once_for_all_who_see_the_same(text: str, times: int) -> None:
    cache = Counting()
    for audience in Audience:
        read = cache.read("guide/case.md", text, audience)
        assert read == read_page("guide/case.md", text, audience)
    assert cache.missed == times
