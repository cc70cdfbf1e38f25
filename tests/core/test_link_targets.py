"""Each way to write where a link leads is accepted or refused, with a line.

What is accepted here, a build takes: ``tests/site/test_link_targets.py``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hiring.model.problem import Severity
from tests.support.linked import BESIDE, WAYS, linked_pages

if TYPE_CHECKING:
    from collections.abc import Callable

    from hiring.model.handbook import Handbook


@pytest.mark.parametrize("verdict", ["accepted", "refused"])
def test_ways_to_write_a_link(verdict: str, read: Callable[..., Handbook]) -> None:
    pages = linked_pages(WAYS[verdict])
    errors = [it for it in read({**BESIDE, **pages}).problems if it.severity is Severity.ERROR]
    assert all(it.path in pages and it.line in (1, 5) for it in errors)
    told = {it.path for it in errors}
    others = told if verdict == "accepted" else pages.keys() - told
    assert [way for way, page in zip(WAYS[verdict], pages, strict=True) if page in others] == []
