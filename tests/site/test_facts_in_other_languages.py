"""What a page shows of facts that were stated in another language is marked with that."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from tests.support.cases import BASE, CONF

from .conftest import run_build
from .voices import voices

if TYPE_CHECKING:
    from pathlib import Path

OWN = """
facts:
  union:
    label: Union
    type: choice
    choices: {ona: Nurses together, none: {en: No union, fr: Aucun syndicat}}
    on: [role, level]
    shown: [head, facts, table]
  beds: {label: {en: Beds, fr: Lits}, type: number, unit: places, on: role}
"""
ORIGINAL = """\
---
audience: public
role:
  title: Ward Nurse
  family: Care
  summary: Cares for a ward.
  union: ona
  beds: 24
  travel: Now and then
  owner: People team
---

# Ward Nurse

:::{role-facts}
:::

:::{job-brief}
Care.
:::

::::{levels}

:::{level} Senior
:schedule: Nights alone
:union: none
- Leads a shift
:::

::::
"""
FRENCH = """\
---
audience: public
language: fr
translation_of: ward-nurse
role:
  title: Infirmier (H/F)
  summary: Prend soin d'un service.
---

# Infirmier (H/F)

:::{role-facts}
:::

:::{job-brief}
Soins.
:::

::::{levels}

:::{level} Confirmé
:id: senior
- Dirige une équipe
:::

::::
"""
OPENING = """\
---
audience: public
opening:
  role: ward-nurse
  level: senior
  requisition: W-1
  status: open
  posted: 2026-11-20
  closes: 2026-12-31
  locations: [{locality: Ghent, country: BE}]
  supervision: Goals each quarter
  apply: {email: jobs@example.com}
---
"""
FILES = {
    "company.yaml": (BASE / "company.yaml").read_text("utf-8") + OWN,
    "roles/ward-nurse.md": ORIGINAL,
    "roles/infirmier.md": FRENCH,
    "openings/night.md": OPENING,
    "openings/nuit.md": "---\naudience: public\nlanguage: fr\ntranslation_of: night\n---\n",
    "openings/gand.md": OPENING.replace("audience: public\n", "audience: public\nlanguage: fr\n")
    .replace("W-1", "W-2")
    .replace("country: BE}", "country: BE, names: {fr: Gand}}"),
    "guide/ready.md": "# Ready\n\n:::{readiness-list}\n:::\n",
    "conf.py": CONF,
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site for the hiring team."""
    folder = tmp_path_factory.mktemp("others")
    shutil.copytree(BASE, folder / "source")
    for path, text in FILES.items():
        (folder / "source" / path).parent.mkdir(exist_ok=True)
        (folder / "source" / path).write_text(text, "utf-8")
    run_build(folder / "source", folder, hiring_audience="hiring-team")
    return folder / "html"


def read(site: Path, name: str) -> dict[str, set[str]]:
    return voices(BeautifulSoup((site / f"{name}.html").read_text("utf-8"), "html.parser"))


def test_a_companys_own_facts_and_those_of_levels_say_their_language(site: Path) -> None:
    found = read(site, "roles/infirmier")
    for words in ("Union", "Nurses together", "24 places", "Nights alone", "Now and then"):
        assert found[words] == {"en"}, words
    assert found["Lits"] == found["Aucun syndicat"] == {"fr"}
    assert set.union(*read(site, "roles/ward-nurse").values()) == {"en", "fr"}, (
        "a link to the other"
    )


def test_postings_say_it_too(site: Path) -> None:
    found = read(site, "openings/nuit")
    assert found["Union :"] == found["Nights alone"] == found["Goals each quarter"] == {"en"}
    assert found["Aucun syndicat"] == {"fr"}


def test_the_place_of_a_job_is_in_its_own_language(site: Path) -> None:
    found = read(site, "guide/ready")
    assert found["Ghent, Belgium"] == {"en"}
    assert found["Gand, Belgique"] == {"fr"}
