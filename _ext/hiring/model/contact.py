"""Whom readers turn to about a page: its owner, and where they report a problem with it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from hiring.model.audience import Audience

if TYPE_CHECKING:
    from hiring.model.company_parts import Owner
    from hiring.model.handbook import Handbook
    from hiring.model.lexicon import Lexicon

_OF_GITLAB = ("issue[title]", "issue[description]")
_OF_OTHERS = ("title", "body")
"""What a forge calls the title and the text of an issue, in the address of its form."""

_SECTION = {"title": "{title}: SECTION_TITLE", "page": "{page}#SECTION_ANCHOR"}
"""What names a section of a page: its own title and anchor are filled in beside its heading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Who answers for a page, and three addresses: of them, and for reports on it and its sections.

    That of a section has its title and anchor where SECTION_TITLE and SECTION_ANCHOR stand.
    ``owner`` is empty where nobody is named; an address is empty where there is none.
    """

    owner: str
    address: str
    report: str
    section_report: str


def contact_of(path: str, handbook: Handbook) -> Contact:
    """Return whom readers turn to about the page at a path, or about one that the build makes.

    A role's page is its owner's, and so are the openings of the role. The first of company.yaml's
    owners answers for every other page.
    """
    company = handbook.company
    name, reached, title = responsible_for(path, handbook)
    words = {"title": title, "page": path}
    section = {name: text.format(**words) for name, text in _SECTION.items()}
    is_public = handbook.audience is Audience.PUBLIC
    # Strangers are told of an owner whom they can reach.
    owner = "" if is_public and reached is None else company.owner_called(name, handbook.language)
    return Contact(
        owner=owner,
        address=address_of(reached),
        report=_report(handbook, reached, words),
        section_report=_report(handbook, reached, section),
    )


def responsible_for(path: str, handbook: Handbook) -> tuple[str, Owner | None, str]:
    """Return a page's owner, as it is named and as it is reached, and what the page is called.

    Of what changes with pages and company.yaml, a contact says this, and the form for reports.
    """
    owners = handbook.company.owners
    opening = handbook.opening_on(path)
    role = handbook.roles.get(opening.facts.role) if opening else handbook.role_on(path)
    name = role.facts.owner if role else next(iter(owners), "")
    page = handbook.pages.get(path)
    return name, owners.get(name), page.title if page else path.removesuffix(".md")


def report_of_search(handbook: Handbook) -> str:
    """Return where readers tell what the search did not find; the words stand where WORDS does."""
    company = handbook.company
    words = {"title": "WORDS", "page": "search"}
    reached = next(iter(company.owners.values()), None)
    said = handbook.lexicon()
    title = said.say("letter.not-found", title="WORDS")
    asked = _lines(said.say("letter.searched", title="WORDS"), said.say("letter.hoped"))
    form = _issue(company.issues, {**words, "title": title}, (title, asked))
    letter = _letter(reached, (title, asked)) if reached else ""
    return _first(handbook, form, letter)


def _report(handbook: Handbook, reached: Owner | None, words: dict[str, str]) -> str:
    """Return where a report is sent to whose subject is named by words."""
    texts = _about_page(handbook.lexicon(), words)
    letter = _letter(reached, texts) if reached else ""
    return _first(handbook, _issue(handbook.company.issues, words, texts), letter)


def _first(handbook: Handbook, form: str, letter: str) -> str:
    """Return where readers report: whoever has no account at our forge can still write a letter."""
    return letter or form if handbook.audience is Audience.PUBLIC else form or letter


def address_of(owner: Owner | None) -> str:
    """Return where an owner is reached, a mail address first; nothing where nobody knows."""
    if owner is None:
        return ""
    return f"mailto:{_mail(owner.email)}" if owner.email else owner.url or ""


def _about_page(said: Lexicon, words: dict[str, str]) -> tuple[str, str]:
    """Return the subject and the text of what is written to us about a page."""
    asked = [said.say(f"letter.{it}", **words) for it in ("page", "wrong", "right")]
    return said.say("letter.subject", **words), _lines(*asked)


def _lines(first: str, *asked: str) -> str:
    """Return the text of a letter, with room below each thing that is asked."""
    return f"{first}\r\n\r\n" + "\r\n".join(f"{it}\r\n\r\n" for it in asked)


def _letter(owner: Owner, texts: tuple[str, str]) -> str:
    if not owner.email:
        return owner.url or ""
    subject, body = (quote(text, safe="") for text in texts)
    return f"mailto:{_mail(owner.email)}?subject={subject}&body={body}"


def _issue(form: str | None, words: dict[str, str], texts: tuple[str, str]) -> str:
    """Return the address of a form with what it asks for filled in.

    One that says nowhere what belongs where gets a title and a text, as forges take them; the list
    of issues leads to a new one.
    """
    if not form:
        return ""
    if "{title}" in form or "{page}" in form:
        for name, text in words.items():
            form = form.replace(f"{{{name}}}", quote(text, safe=""))
        return form
    title, body = (quote(text, safe="") for text in texts)
    address, _, query = form.partition("#")[0].partition("?")
    address = re.sub(r"/issues/?$", "/issues/new", address)
    fields = _OF_GITLAB if "/-/issues" in address else _OF_OTHERS
    asked = (f"{name}={text}" for name, text in zip(fields, (title, body), strict=True))
    return f"{address}?{'&'.join(filter(None, (query, *asked)))}"


def _mail(address: str) -> str:
    return quote(address, safe="@+.-_")
