"""Any two levels compared by readers: the same that ``level-diff`` says of every pair."""

from __future__ import annotations

import shutil
from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.site.conftest import SAMPLE, run_build

from .accessibility import faults, ready

if TYPE_CHECKING:
    from .conftest import Open

pytestmark = pytest.mark.browser

WORDS = "it => it.innerText.replace(/\\s+/g, ' ').trim()"
CHOOSE_EACH = f"""(pairs) => pairs.map((levels) => {{
    document.querySelectorAll(".hiring-compare-bar select").forEach((field, at) => {{
        field.value = levels[at];
        field.dispatchEvent(new Event("change", {{ bubbles: true }}));
    }});
    return ({WORDS})(document.querySelector(".hiring-compare-result"));
}})"""
"""Chooses pairs as the keyboard does; returns what is shown of each."""

SMITH = """---
role:
  title: Smith
  family: Workshop
  summary: Forges what others use.
  owner: People team
audience: public
---

# Smith

:::{qualifications}
:priority: must
- Some {skill}`python/working`
- Some {skill}`sql`
:::

::::{levels}
:adds: all
:::{level} First
- Holds the tongs
- Sweeps the floor every evening
:::
:::{level} Second
:pay: USD 30000-40000 per year
- Holds the hammer
- Sweeps the floor
:::
:::{level} Third
:scope: The forge
- Holds the hammer
- Teaches {skill}`python/expert`
:::
::::
"""
LEVELS = {
    "baker": ("helper", "journeyman", "senior"),
    "miller": ("miller",),
    "smith": ("first", "second", "third"),
}


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, list[tuple[str, str]]]:
    """Return the address of a page to compare on, with every pair below, and the pairs."""
    folder = tmp_path_factory.mktemp("compared")
    source = Path(shutil.copytree(SAMPLE, folder / "sample"))
    (source / "roles/smith.md").write_text(SMITH, encoding="utf-8")
    names = [f"{role}/{level}" for role, levels in LEVELS.items() for level in levels]
    pairs = [
        (lower, upper)
        for lower, upper in permutations(names, 2)
        if lower.split("/")[0] != upper.split("/")[0] or names.index(lower) < names.index(upper)
    ]
    diffs = "\n".join(f":::{{level-diff}}\n:from: {a}\n:to: {b}\n:::\n" for a, b in pairs)
    for name, text in (("plain", diffs), ("choose", "")):
        (source / f"{name}.md").write_text(
            f"# Plain\n\n## Choose\n\n:::{{compare}}\n:::\n\n## Pairs\n\n{text}", encoding="utf-8"
        )
    assert run_build(source, folder) == ""
    return (folder / "html/plain.html").as_uri(), pairs


def test_every_pair_says_what_the_build_says(
    open_page: Open, compared: tuple[str, list[tuple[str, str]]]
) -> None:
    address, pairs = compared
    page = open_page(address)
    built = page.locator("#pairs .hiring-diff").evaluate_all(f"all => all.map({WORDS})")
    assert len(built) == len(pairs) == 36
    assert page.evaluate(CHOOSE_EACH, pairs) == built


def test_the_address_leads_to_the_two_levels(
    open_page: Open, compared: tuple[str, list[tuple[str, str]]]
) -> None:
    address = compared[0].replace("plain", "choose")
    page = open_page(f"{address}#from=smith/third&to=baker/senior")
    assert page.get_by_label("From").input_value() == "smith/third"
    page.get_by_role("button", name="Swap").press("Enter")
    assert page.url.endswith("#from=baker/senior&to=smith/third")
    assert "Third Smith" in page.locator(".hiring-compare-result thead").inner_text()
    page.get_by_label("From").select_option("smith/third")
    assert page.locator(".hiring-compare-said").inner_text() == "Choose two different levels."
    assert faults(ready(page)) == []


def test_all_levels_are_there_without_script(
    open_page: Open, compared: tuple[str, list[tuple[str, str]]]
) -> None:
    page = open_page(compared[0], script=False)
    assert page.locator(".hiring-compared-level:visible").count() == 7
    assert page.locator(".hiring-compare-bar:visible").count() == 0
