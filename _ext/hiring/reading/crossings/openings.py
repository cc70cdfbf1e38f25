"""Openings: from what a page states to the model, and what must hold between it and its role.

The numbers are those of the rules for job postings (J6: the day of posting, and so on).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.model.fact_table import stated_in
from hiring.model.ladder import within
from hiring.model.messages import gettext
from hiring.model.opening import Opening, apply_to, fillings, places_in_words, places_of
from hiring.model.paths import COMPANY, OPENINGS_FOLDER, key_of, of_company
from hiring.model.problem import about, quoted
from hiring.model.rules import Rule
from hiring.reading.crossings.opening_fills import fill_fault, placeholders_in
from hiring.reading.crossings.opening_places import place_fault
from hiring.reading.crossings.values import language_of, taken_by

if TYPE_CHECKING:
    from hiring.model.facts import OpeningFacts
    from hiring.model.handbook import Handbook
    from hiring.model.report import Report
    from hiring.model.role import JobRole, Level
    from hiring.reading.crossings.links import Links
    from hiring.reading.pages.record import PageRecord


def opening_of(record: PageRecord, handbook: Handbook) -> Opening | None:
    """Return a page's opening; None where it has none, or none that its role's page bears out."""
    facts, key = record.opening, key_of(record.path)
    if facts is None or record.path != f"{OPENINGS_FOLDER}/{key}.md":
        return None
    role = role_for(record, handbook)
    level = role.level(facts.level) if role and facts.level else None
    if role is None or (facts.level and level is None):
        return None
    spoken = language_of(record, role.language)
    page = handbook.pages[record.path]
    there = places_of(facts, handbook.company, spoken)
    return Opening(
        key=key,
        path=record.path,
        facts=facts.model_copy(update={"role": role.key}),
        without=tuple(record.emptied),
        title=role.facts_at(level, facts).title,
        audience=page.audience,
        markdown=record.markdown,
        places=there,
        where=places_in_words(there, facts.remote, handbook.lexicon(spoken)),
        language=spoken,
        translates=key_of(record.translates) if record.translates else "",
        taken=taken_by(record, "opening", stated_in(facts)),
        taken_in=record.translates_from or handbook.language,
        body=page.body,
    )


def role_for(record: PageRecord, handbook: Handbook) -> JobRole | None:
    """Return the role of an opening's page, in the page's language where it is there in that.

    One that is there without the opening's level is that of a translation alone, which must have
    the levels of its original.
    """
    role = handbook.roles.get(record.opening.role) if record.opening else None
    if role is None or record.opening is None:
        return None
    there, level = handbook.role_in(role, language_of(record, role.language)), record.opening.level
    return there if record.translates or not level or there.level(level) else role


def check_opening(record: PageRecord, links: Links, report: Report) -> None:
    """Report what in an opening contradicts itself, its role or the company."""
    if record.opening is not None:
        _Check(record, record.opening, links, report).all()


class _Check:
    """The checks of one opening; each reports on the line of the field that is wrong."""

    def __init__(
        self, record: PageRecord, facts: OpeningFacts, links: Links, report: Report
    ) -> None:
        self.record = record
        self.facts = facts
        self.links = links
        self.report = report
        self.company = links.handbook.company
        self.draft = facts.status == "draft"

    def all(self) -> None:
        """Make every check."""
        self.dates()
        self.apply()
        self.fill()
        role = self.role()
        if role is not None:
            level = self.level(role)
            self.pay(role, level)
            self.title(role, level)
            self.placeholders(role, level)
        self.places(role)

    def error(self, field: str, rule: Rule, message: str) -> None:
        """Report an error on the line of a field, or on that of the whole where it is left out.

        What a translation takes from its original is judged there.
        """
        if not self.record.states(f"opening.{field}"):
            return
        usual = self.record.field_line("opening")
        self.report.error(self.record.field_lines.get(f"opening.{field}", usual), rule, message)

    def level(self, role: JobRole) -> Level | None:
        """Return the level, or None where there is none, reported where it is named."""
        name = self.facts.level
        if name is None:
            return None
        usual = self.record.field_line("translation_of")
        line = self.record.field_lines.get("opening.level", usual)
        self.links.leads("level", f"{role.key}/{name}", line, "`opening.level`")
        return role.level(name)

    def dates(self) -> None:
        """J6 and J9: posted on a day, and closing after it."""
        posted, closes = self.facts.posted, self.facts.closes
        if posted and closes and closes <= posted:
            message = gettext(
                "`closes` {closes} is not after `posted` {posted}: correct one (J9)",
                closes=closes,
                posted=posted,
            )
            self.error("closes", Rule.OPENING_DATES, message)
        if posted is None and not self.draft:
            message = gettext(
                "`posted` is missing: add the day of the first posting, as 2026-11-20 (J6)"
            )
            self.error("status", Rule.OPENING_DATES, message)

    def places(self, role: JobRole | None) -> None:
        """J8, J10 and J11: places, the areas people may live in, or the choice between them."""
        self.keys()
        if fault := place_fault(self.facts, role):
            field, message = fault
            self.error(field, Rule.OPENING_PLACE, message)

    def keys(self) -> None:
        """See that company.yaml has the locations that are named by key."""
        known = self.company.locations
        for number, place in enumerate(self.facts.locations):
            unread = COMPANY in self.links.known.unread
            if isinstance(place, str) and place not in known and not unread:
                hint = of_company(place, known, "locations")
                message = gettext(
                    "{what}: there is no location {name}",
                    what="`opening.locations`",
                    name=quoted(place),
                )
                message += hint
                self.error(f"locations.{number}", Rule.UNKNOWN_LOCATION, message)

    def pay(self, role: JobRole, level: Level | None) -> None:
        """J13: what the employer pays is within what the level's, or the role's, page says."""
        pay, band = self.facts.pay, role.facts.pay
        message = gettext("the pay {pay} leaves that of the role, {band} (J13)")
        if level and level.pay:
            band = level.pay
            message = gettext("the pay {pay} leaves that of the level `{level}`, {band} (J13)")
        if pay and band and not within(pay, band):
            message = message.format(pay=pay, band=band, level=level and level.id)
            self.error("pay", Rule.OPENING_PAY, message)

    def apply(self) -> None:
        """See that there is an address to apply to."""
        found = apply_to(self.facts, self.company)
        if found.url or found.email or self.draft or COMPANY in self.links.known.unread:
            return
        message = gettext(
            "`apply` has neither `url` nor `email`, and {file} has none: add one", file=COMPANY
        )
        self.error("apply", Rule.OPENING_APPLY, message)

    def role(self) -> JobRole | None:
        """Return the role; None where there is none, or it is not for this build's readers.

        A posting shows the role's blocks: all its readers must be allowed to see them.
        """
        above, key = self.links.known.above, self.facts.role
        if key in above.roles:
            role = above.roles[key]
            needed = above.pages[role.path].audience
            readers = above.pages[self.record.path].audience
            # Where a mistake hides the role for now, its page says so.
            if not readers.may_read(needed) and role.path not in self.links.known.unread:
                message = gettext(
                    "the opening is for `{readers}` and its role for `{needed}`: state "
                    "`audience: {readers}` in {path}",
                    readers=readers,
                    needed=needed,
                    path=role.path,
                )
                line = self.record.field_line("audience")
                self.report.error(line, Rule.OPENING_AUDIENCE, message)
        elif self.record.states("opening.role"):
            self.links.leads("role", key, self.record.field_line("opening.role"), "`opening.role`")
        return role_for(self.record, self.links.handbook)

    def title(self, role: JobRole, level: Level | None) -> None:
        """J4: a heading is not needed, and if there is one, it is the job's title alone."""
        title = role.facts_at(level, self.facts).title
        if self.record.title not in ("", title):
            message = gettext(
                "the heading is {heading}: delete it, or write {title} (J4)",
                heading=quoted(self.record.title),
                title=title,
            )
            self.report.error(self.record.title_line, Rule.TITLE, message)

    def fill(self) -> None:
        """See that what ``fill`` names is declared, is of its type, and is no fact."""
        declared = self.company.placeholders
        for name, text in self.facts.fill.items():
            field = f"fill.{name}"
            if name not in declared and COMPANY not in self.links.known.unread:
                self.links.leads(
                    "placeholder", name, self.record.field_line(f"opening.{field}"), field
                )
            elif fault := fill_fault(name, text, self.facts, self.company):
                self.error(field, Rule.BAD_VALUE, about(f"`opening.{field}`", fault))

    def placeholders(self, role: JobRole, level: Level | None) -> None:
        """Report a placeholder of the posting that nothing fills: an open one may have none."""
        if self.facts.status != "open":
            return
        # Where no place or address is stated, that is reported by itself.
        filled = {"location", "apply", *fillings(self.facts, self.company)}
        declared = self.company.placeholders
        filled |= {name for name, entry in declared.items() if entry.default}
        own = self.links.handbook.opening_on(self.record.path)
        parts = [
            *(block for block in role.blocks if block.name in role.posted_blocks),
            *(level.blocks if level else ()),
            *(part for part in (level, own) if part),
        ]
        used = placeholders_in(parts)
        for name in sorted((used - filled) & declared.keys()):
            message = gettext("`[[{name}]]` is not filled: add `fill: {{{name}: ...}}`", name=name)
            self.error("status", Rule.OPEN_PLACEHOLDER, message)
