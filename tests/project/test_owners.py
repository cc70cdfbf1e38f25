"""Who reviews a role's page: the list that the forge reads, made of the pages themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tools.owners import MARK, told, written

if TYPE_CHECKING:
    from tests.support.fixtures import Reader

HEAD = f"""\
# Who is asked.
*            @acme/maintainers
/handbook/   @acme/people

{MARK}"""

ROLE = """\
---
role:
  title: Rigger
  family: {family}
  summary: Hangs what is heavy.
  owner: {owner}
---

# Rigger
"""

RIGGER = "/handbook/roles/rigger.md                        @acme/trades @acme/people-team"


def rigger(family: str = "Trades", owner: str = "People team") -> dict[str, str]:
    return {"roles/rigger.md": ROLE.format(family=family, owner=owner)}


def test_a_line_a_role_by_family(read: Reader) -> None:
    text = written(f"{HEAD}\n# What was there before\n", read(rigger()))
    assert text == (
        f"{HEAD}\n"
        "# Data\n"
        "/handbook/roles/data-analyst.md                  @acme/data @acme/people-team\n"
        "/handbook/roles/data-engineer.md                 @acme/data @acme/people-team\n"
        "\n"
        "# Trades\n"
        f"{RIGGER}\n"
    )
    assert written(text, read(rigger())) == text
    assert list(told(text, read(rigger()))) == []


@pytest.mark.parametrize(
    ("family", "owner", "teams"),
    [
        ("Sales & marketing", "People team", "@acme/sales-marketing @acme/people-team"),
        ("Küche", "People team", "@acme/kuche @acme/people-team"),
        ("People team", "People team", "@acme/people-team"),
        ("厨房", "People team", "@acme/people-team"),
    ],
)
def test_teams_are_named_as_families_and_owners(
    family: str, owner: str, teams: str, read: Reader
) -> None:
    text = written(HEAD, read(rigger(family, owner)))
    assert f"/handbook/roles/rigger.md {teams}" in " ".join(text.split())


def test_a_new_role_is_told_the_line_to_add(read: Reader) -> None:
    (found,) = told(written(HEAD, read()), read(rigger()))
    assert (found.path, found.line) == ("handbook/roles/rigger.md", 6)
    assert found.message.endswith(f": {RIGGER}")


def test_a_line_of_other_teams_is_told(read: Reader) -> None:
    text = written(HEAD, read(rigger(family="Data")))
    (found,) = told(text, read(rigger()))
    assert found.message.endswith(f": {RIGGER}")


def test_what_is_left_over_is_told_at_its_line(read: Reader) -> None:
    text = written(HEAD, read(rigger()))
    (found,) = told(text, read())
    assert (found.path, found.line) == (".github/CODEOWNERS", text.count("\n"))


def test_a_page_that_cannot_be_read_keeps_its_line(read: Reader) -> None:
    text = written(HEAD, read(rigger()))
    assert list(told(text, read({"roles/rigger.md": "---\nrole: [\n---\n\n# Rigger\n"}))) == []


def test_how_a_line_is_set_does_not_matter(read: Reader) -> None:
    text = "\n".join(" ".join(line.split()) for line in written(HEAD, read()).splitlines())
    assert list(told(text, read())) == []


def test_a_list_without_a_team_is_refused(read: Reader) -> None:
    with pytest.raises(ValueError, match="names no team"):
        written(f"* @somebody\n{MARK}", read())
