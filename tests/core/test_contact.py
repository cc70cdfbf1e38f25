"""Whom readers turn to about a page, and the addresses that reports go to."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from hiring.model.audience import Audience
from hiring.model.contact import contact_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from hiring.model.handbook import Handbook

    Read = Callable[..., Handbook]

ROLE = "roles/data-engineer.md"
OWNERS = """\
owners:
  Talent team: {url: "https://chat.example/talent"}
  People team: {email: people+jobs@a.example, url: "https://chat.example/people"}
"""
FORM = 'issues: "https://git.example/new?template=wrong.yml&title={title}&page={page}#form"\n'


def company(more: str = OWNERS) -> dict[str, str]:
    return {"company.yaml": f"name: A\nurl: https://a.example\n{more}"}


def asked(address: str) -> dict[str, str]:
    """Return what an address fills in, by name."""
    return {name: text for name, [text] in parse_qs(urlsplit(address).query).items()}


def test_a_role_is_its_owners_and_other_pages_the_firsts(read: Read) -> None:
    found = read(company())
    role = contact_of(ROLE, found)
    assert (role.owner, role.address) == ("People team", "mailto:people+jobs@a.example")
    assert role.report.startswith("mailto:people+jobs@a.example?subject=Wrong%3A%20Data%20Engineer")
    assert "Data Engineer (roles/data-engineer.md)\r\n" in asked(role.report)["body"]
    other = contact_of("hiring-a-z.md", found)
    assert (other.owner, other.address) == ("Talent team", "https://chat.example/talent")
    assert other.report == "https://chat.example/talent"


def test_a_letter_is_in_the_language_of_the_site(read: Read) -> None:
    found = read({**company(), "conf.py": 'language = "de"\n'})
    letter = asked(contact_of(ROLE, found).report)
    assert letter["subject"] == "Fehler: Data Engineer"
    assert letter["body"].startswith("Seite: Data Engineer (roles/data-engineer.md)\r\n\r\nWas ")


def test_an_opening_is_its_roles_owners(read: Read) -> None:
    opening = "---\nopening: {role: data-engineer, requisition: A-1, status: closed}\n---\n"
    found = read({**company(), "openings/job.md": opening})
    assert contact_of("openings/job.md", found).owner == "People team"


@pytest.mark.parametrize("more", ["", FORM])
@pytest.mark.parametrize("audience", Audience)
def test_strangers_are_told_whom_they_can_reach(read: Read, audience: Audience, more: str) -> None:
    found = contact_of(ROLE, read(company(more), audience=audience))
    assert found.address == ""
    assert found.owner == ("" if audience is Audience.PUBLIC else "People team")
    assert bool(found.report) is bool(more)


@pytest.mark.parametrize("audience", Audience)
def test_strangers_write_a_letter_and_others_fill_in_the_form(
    read: Read, audience: Audience
) -> None:
    found = contact_of(ROLE, read(company(OWNERS + FORM), audience=audience))
    is_letter = found.report.startswith("mailto:")
    assert is_letter is (audience is Audience.PUBLIC)


@pytest.mark.parametrize("audience", Audience)
def test_a_section_is_named_in_what_is_reported(read: Read, audience: Audience) -> None:
    found = contact_of(ROLE, read(company(OWNERS + FORM), audience=audience))
    named = "Data Engineer: SECTION_TITLE", f"{ROLE}#SECTION_ANCHOR"
    filled = asked(found.section_report)
    if audience is Audience.PUBLIC:
        assert filled["subject"] == f"Wrong: {named[0]}"
        assert f"Page: {named[0]} ({named[1]})" in filled["body"]
    else:
        assert (filled["title"], filled["page"]) == named
    # An address that takes nothing is the same for all of a page.
    other = contact_of("hiring-a-z.md", read(company(), audience=audience))
    assert other.section_report == other.report


@pytest.mark.parametrize(
    ("form", "address", "title", "body"),
    [
        ("https://a.example/x/y/issues/new", "https://a.example/x/y/issues/new", "title", "body"),
        ("https://a.example/x/y/issues", "https://a.example/x/y/issues/new", "title", "body"),
        ("https://a.example/issues/?labels=a", "https://a.example/issues/new", "title", "body"),
        (
            *("https://a.example/x/-/issues", "https://a.example/x/-/issues/new"),
            *("issue[title]", "issue[description]"),
        ),
        (
            *("https://a.example/?subject={title}&text=%22{page}%22", "https://a.example/"),
            *("subject", "text"),
        ),
    ],
)
def test_a_form_is_filled_in(read: Read, form: str, address: str, title: str, body: str) -> None:
    page = "# R&D, 50 % #1 \U0001f600 {page}\n"
    found = read({**company(f'issues: "{form}"\n'), "guide/case.md": page})
    report = contact_of("guide/case.md", found).report
    assert report.partition("?")[0] == address
    assert report.isascii()
    assert "R&D, 50 % #1 \U0001f600 {page}" in asked(report)[title] or title == "subject"
    assert "guide/case.md" in asked(report)[body]
    assert ("labels=a" in report) is ("labels=a" in form)
