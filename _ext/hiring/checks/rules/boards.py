"""Ready to post? What job boards refuse, hide or cut, how old a posting is, whom it names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hiring.checks.rule import Hit, check
from hiring.checks.subjects import ENGLISH_ALONE, OpeningSubject
from hiring.model.audience import Audience
from hiring.model.language_tags import ENGLISH, primary
from hiring.model.lexicon import message_lexicon
from hiring.model.messages import gettext
from hiring.model.paths import COMPANY
from hiring.model.problem import Severity, listed, quoted
from hiring.posting.boards import board_fits
from hiring.posting.required import required

if TYPE_CHECKING:
    from collections.abc import Iterator

BASES = {
    "race": r"\bracial|\brace",
    "religion": r"\breligio|\bcreed|\bbelief",
    "color": r"\bcolou?r",
    "national origin": r"\bnational(?:ity| origin)",
    "gender": r"\bgender(?! identity)|\bsex\b",
    "sexual orientation": r"\bsexual orientation",
    "age": r"\bage\b",
    "marital status": r"\bmarital|\bmarried",
    "veteran status": r"\bveteran|\bmilitary",
    "disability": r"\bdisab",
}
"""What nobody may be refused for, and how a statement may name it."""


@check(Severity.NOTE, OpeningSubject, when=lambda opening: not opening.is_draft)
def not_public(opening: OpeningSubject) -> Iterator[Hit]:
    """An open job's page is not public.

    Why: Job boards and search engines never see it. That may be meant: not every job is for all.
    Source: Google's rules for job postings, J20.
    Asks: The page is public, so that job boards can see it.
    """
    if opening.opening.audience is not Audience.PUBLIC:
        message = gettext(
            "the page is for `{audience}`: job boards never see it; for everyone to see it, state "
            "`audience: public`",
            audience=opening.opening.audience,
        )
        yield Hit(line=opening.line("audience"), message=message)


@check(Severity.WARNING, OpeningSubject)
def old_posting(opening: OpeningSubject) -> Iterator[Hit]:
    """A job has been open for a long time: for more days than `posting_days` under `limits`.

    Why: People take old postings for dead ones, and each application to a job that nobody fills
    any more costs somebody an evening.
    Asks: The posting is not old.
    """
    posted, limit = opening.opening.facts.posted, opening.limits.posting_days
    if posted and (opening.today - posted).days > limit:
        message = gettext(
            "posted on {day}, more than {limit} days ago: see whether the job is still open; close "
            "it, or post it anew with a number of its own",
            day=posted,
            limit=limit,
        )
        yield Hit(line=opening.line("opening.posted"), message=message)


@check(Severity.WARNING, OpeningSubject, when=lambda opening: not opening.terms.remote)
def short_address(opening: OpeningSubject) -> Iterator[Hit]:
    """A place of work lacks its city, or in the United States its state.

    Why: Indeed asks for both, and people search by them.
    Source: Indeed's XML feed, `city` and `state`; Google's rules for job postings, J8.
    Asks: The place of work has a city and, where addresses name it, a state.
    """
    for place in opening.terms.places:
        missing = [] if place.locality else ["locality"]
        missing += ["region"] if place.country == "US" and not place.region else []
        if missing:
            called = {"locality": gettext("locality"), "region": gettext("region")}
            message = gettext(
                "the place in {country} lacks its {parts}: add {fields} to it, here or in {file}",
                country=place.country,
                parts=message_lexicon().all_of(tuple(called[it] for it in missing)),
                fields=listed(missing),
                file=COMPANY,
            )
            yield Hit(line=opening.line("opening.locations"), message=message)


@check(Severity.WARNING, OpeningSubject)
def no_email(opening: OpeningSubject) -> Iterator[Hit]:
    """Neither the opening nor the company states an e-mail address.

    Why: Indeed and LinkedIn want one beside the link, for questions about the posting.
    Source: Indeed's XML feed, `email`; LinkedIn's basic feed, the poster's e-mail address.
    Asks: There is an e-mail address for questions about the posting.
    """
    if opening.posting.email is None:
        message = gettext(
            "no e-mail address: add `email` under `apply`, in {file} or here", file=COMPANY
        )
        yield Hit(line=opening.line("opening.apply"), message=message)


@check(Severity.WARNING, OpeningSubject)
def board_cuts(opening: OpeningSubject) -> Iterator[Hit]:
    """A title or a description has another length than a job board takes.

    Why: The end is what people miss: how to apply. A description that is too short is refused.
    Source: The profiles of job boards, each with its own source: the table on the opening's page.
    Asks: The title and the description fit each job board.
    """
    for fit in board_fits(opening.posting):
        board, text = fit.profile.board, fit.profile.description
        if fit.title_cut:
            message = gettext(
                "{board} takes {most} signs of a title, and this one has {length}: it ends with "
                "{end}. Say it in fewer",
                board=board,
                most=fit.profile.title.most,
                length=fit.title_length,
                end=quoted(fit.title_cut),
            )
            line = opening.line("role.title", opening.role.path)
            yield Hit(line=line, message=message, path=opening.role.path)
        if fit.description_cut:
            message = gettext(
                "{board} takes {most} signs of a description, and this one has {length}: it ends "
                "with {end}. Leave something out",
                board=board,
                most=text.most,
                length=fit.description_length,
                end=quoted(fit.description_cut),
            )
            yield Hit(line=opening.line("opening"), message=message)
        if fit.is_too_short:
            message = gettext(
                "{board} takes no description of less than {least} signs, and this has {length}: "
                "say more of the job",
                board=board,
                least=text.least,
                length=fit.description_length,
            )
            yield Hit(line=opening.line("opening"), message=message)


@check(Severity.WARNING, OpeningSubject, languages=ENGLISH_ALONE)
def requirements_differ(opening: OpeningSubject) -> Iterator[Hit]:
    """What a role's facts ask for as education or experience, its must-haves do not, or do anew.

    Then the page, the data and the feeds can't say the same. They state as a condition what the
    must-haves or the facts ask for and no other place takes back; years of a level are typical, and
    never a condition.

    Why: Job boards show a job only to people who meet its conditions. One that is none hides the
    job from people who could do it.
    Source: Google's rules for job postings, J16, J17 and J19.
    Asks: Page, data and feeds ask for the same education and experience.
    """
    terms, asked = opening.terms, required(opening.terms)
    education, years = terms.education, terms.level.years if terms.level else None
    firm = education and education.level != "none" and not education.or_experience
    path = opening.role.path
    if education and firm and asked.education is None:
        message = gettext(
            "`education` asks for {level}, and the qualifications do not under must have: make "
            "them one. Until then job boards get no education",
            level=quoted(education.level),
        )
        yield Hit(line=opening.line("role.education", path), message=message, path=path)
    if asked.years and years and asked.years != years.min:
        message = gettext(
            "the must-haves ask for {years} years, and the level says {typical} as typical: make "
            "them one. Until then job boards get {years} years",
            years=asked.years,
            typical=years,
        )
        yield Hit(line=opening.line("qualifications", path), message=message, path=path)


@check(Severity.WARNING, OpeningSubject)
def no_equal_opportunity(opening: OpeningSubject) -> Iterator[Hit]:
    """The company states no equal-opportunity text, which every posting ends with.

    Why: People who have been turned away before look for it, and federal contractors must have it.
    Source: 41 CFR 60-300.5(a) and 60-741.5(a), for federal contractors; elsewhere good custom.
    Asks: The posting has an equal-opportunity text.
    """
    if opening.company.equal_opportunity is None:
        message = gettext(
            "no `equal_opportunity`: say that you decide by what people can do, and by what you "
            "never decide"
        )
        yield Hit(line=1, message=message, path=COMPANY)


def _is_in_the_us(opening: OpeningSubject) -> bool:
    stated = opening.company.equal_opportunity is not None
    return stated and any(area.startswith("US") for area in opening.areas)


@check(Severity.WARNING, OpeningSubject, when=_is_in_the_us, languages=ENGLISH_ALONE)
def bases_left_out(opening: OpeningSubject) -> Iterator[Hit]:
    """The equal-opportunity text of a job in the United States leaves a protected basis out.

    Why: Who finds everything but their own case in the list may think that it is left out on
    purpose.
    Source: Title VII, the ADA, the ADEA and USERRA; the ten bases that postings commonly name.
    Asks: The equal-opportunity text names the ten bases.
    """
    found = opening.company.said("equal_opportunity", opening.opening.language)
    if found and primary(found.language) != ENGLISH:
        return  # it names them in other words
    text = found.value if found else ""
    missing = [name for name, words in BASES.items() if not re.search(words, text, re.IGNORECASE)]
    if missing:
        message = gettext(
            "`equal_opportunity` does not name {bases}: add it", bases=", ".join(missing)
        )
        line = opening.line("equal_opportunity", COMPANY)
        yield Hit(line=line, message=message, path=COMPANY)
