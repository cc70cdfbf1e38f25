"""Bad input, case by case: what is said of each stands in the files of ``cases/``.

A case needs no Python: `tests/support/cases.py` says what its input is. ``problems`` are the lines
that ``check`` prints for the small handbook with that input, all of them, read for the ``audience``
that is named, else for employees. A line that ends with `Allowed: …` stands for any list of what is
allowed, which grows with the language.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hiring.model.audience import Audience
from tests.support.cases import abridged, files_of, one_by_one

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hiring.model.handbook import Handbook
    from tests.support.cases import Case


@pytest.mark.parametrize("case", one_by_one(Path(__file__).parent / "cases"))
def test_case(case: Case, base: Mapping[str, bytes], read: Callable[..., Handbook]) -> None:
    wanted = case["problems"].splitlines()
    audience = Audience(case.get("audience", "employee"))
    told = [str(problem) for problem in read(files_of(case, base), audience).problems]
    assert [
        abridged(line, wanted[number : number + 1]) for number, line in enumerate(told)
    ] == wanted
