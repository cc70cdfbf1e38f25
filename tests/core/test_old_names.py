"""What calls a page by an old name is read as if it said the new one, by those who may know it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hiring.model.audience import Audience

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hiring.model.handbook import Handbook

PAGE = """\
# Case

A {role}`etl-developer` and [a question](#etl-developer/degree), beside ``{role}`etl-developer` ``.

:::{responsibilities}
:from: etl-developer
:::
"""
REDIRECTS = "audience: public\nredirects: [roles/etl-developer]"


@pytest.mark.parametrize("audience", Audience)
def test_old_names_are_hidden_as_new_ones_are(
    audience: Audience, base: Mapping[str, bytes], read: Callable[..., Handbook]
) -> None:
    role = base["roles/data-engineer.md"].decode().replace("audience: public", REDIRECTS)
    role = role.replace("audience: public", "audience: employee")
    files = {
        "guide/case.md": f"---\naudience: public\n---\n\n{PAGE}",
        "roles/data-engineer.md": role,
    }
    handbook = read(files, audience)
    shown = PAGE.replace("`etl-developer` and", "`data-engineer` and")
    shown = shown.replace("#etl", "#data").replace("data-developer/", "data-engineer/")
    shown = shown.replace(":from: etl-developer", ":from: data-engineer")
    wanted = PAGE if audience is Audience.PUBLIC else shown
    assert handbook.pages["guide/case.md"].text.endswith(wanted)
    found = [problem for problem in handbook.problems if problem.path == "guide/case.md"]
    assert {problem.rule for problem in found} == (
        {"hidden-reference"} if audience is Audience.PUBLIC else {"renamed"}
    )
    assert len(found) == 3
