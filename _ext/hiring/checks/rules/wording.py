"""Words that keep people from applying, each with what to write instead: `data/wording.yaml`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.checks.language.terms import LISTED, asked, used
from hiring.checks.prose import ProseSubject
from hiring.checks.rule import Hit, check
from hiring.model.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator


@check(Severity.WARNING, ProseSubject, languages=LISTED)
def age_words(prose: ProseSubject) -> Iterator[Hit]:
    """A page names an age, a generation, or what stands for one: "digital native", "young team".

    Words in quotes, and those that a sentence denies or warns of, are not found.

    Why: It tells people of another age that they are not meant, and may count as discrimination.
    Source: Age Discrimination in Employment Act, 29 CFR 1625.4; Directive 2000/78/EC, article 1;
        Germany: AGG, sections 1 and 11; France: Code du travail, articles L1132-1, L1221-6 and
        L5331-2.
    """
    yield from used(prose, "age-words")


@check(Severity.WARNING, ProseSubject, languages=LISTED)
def ability_words(prose: ProseSubject) -> Iterator[Hit]:
    """A page asks for a body instead of a task, or uses a disability or illness as a figure.

    Standards of sight, hearing, weight or mind are such, and so is "must lift 50 pounds". A load, a
    posture or a standard passes where the sentence or the next one speaks of adjustments, or where
    the page grants them for the work; not where it grants them for the application alone.

    Why: It shuts out people who could do the work, and hurts those whom it names.
    Source: Americans with Disabilities Act, 29 CFR 1630.10 (standards that screen out people);
        Directive 2000/78/EC, article 5 (reasonable accommodation); Germany: AGG, sections 1 and
        11; France: Code du travail, articles L1132-1 and L5213-6.
    """
    yield from used(prose, "ability-words")


@check(Severity.WARNING, ProseSubject, languages=LISTED)
def origin_words(prose: ProseSubject) -> Iterator[Hit]:
    """A page asks for a birth, an accent, a citizenship or a religion: "native speaker".

    A language for a purpose, a level such as C1, and permission to work are no such thing, nor is
    a citizenship for which a law is named as the reason.

    Why: It shuts out people by where they come from, and says nothing of what they can do.
    Source: Title VII of the Civil Rights Act, 29 CFR 1606; 8 USC 1324b (citizenship); Directive
        2000/43/EC; Germany: AGG, sections 1, 9 and 11; France: Code du travail, article L1132-1.
    """
    yield from used(prose, "origin-words")


@check(Severity.WARNING, ProseSubject, languages=LISTED)
def gendered_words(prose: ProseSubject) -> Iterator[Hit]:
    """A page gives a job, a reader or the person in the job a gender: "salesman", "guys", "he".

    A pronoun alone is found only in what is posted, after a word such as "the engineer", and where
    nobody is named: a page may say "she" of somebody. Names of schools, laws and licenses pass.

    Why: Readers picture one gender in the job. The European Union asks for neutral postings.
    Source: Directive (EU) 2023/970, article 5(3); Title VII, 29 CFR 1604.5; Directive 2006/54/EC,
        article 14; Germany: AGG, sections 1 and 11; France: Code du travail, article L1142-1.
    """
    yield from used(prose, "gendered-words")


@check(Severity.WARNING, ProseSubject, languages=LISTED)
def exclusive_words(prose: ProseSubject) -> Iterator[Hit]:
    """A page speaks as a club does: "rockstar", "culture fit", "we are a family", "blacklist".

    Why: Those who do not see themselves in the club do not apply; and it says nothing of the work.
    Source: For terms of computing: the Inclusive Naming Initiative. For the rest, our
        own choice: change `data/wording.yaml`, or `allow` a word in company.yaml. That families
        are not asked about: Code du travail, articles L1132-1 and L1221-6.
    """
    yield from used(prose, "exclusive-words")


@check(Severity.NOTE, ProseSubject, folds=True, languages=LISTED)
def jargon(prose: ProseSubject) -> Iterator[Hit]:
    """A posting says what every posting says: "synergy", "fast-paced", "hit the ground running".

    Why: It takes the place of what people want to know: the work, and what comes of it.
    Source: Federal Plain Language Guidelines (avoid jargon).
    """
    if prose.is_posted:
        yield from used(prose, "jargon")


@check(Severity.WARNING, ProseSubject, languages=LISTED)
def pay_history(prose: ProseSubject) -> Iterator[Hit]:
    """A page asks what somebody earns or has earned.

    A sentence that says that this is not asked is no such question. What is expected may be asked.

    Why: It carries old differences in pay on. The European Union and many US states forbid it.
    Source: Directive (EU) 2023/970, article 5(2); Colorado Revised Statutes 8-5-102(2).
    """
    yield from asked(prose, "pay-history")


@check(Severity.WARNING, ProseSubject, languages=LISTED)
def unpaid_work(prose: ProseSubject) -> Iterator[Hit]:
    """A page asks for work without pay: a trial day, a test project, an internship.

    Why: Wage law rarely allows it, and only people with means can afford it.
    Source: Fair Labor Standards Act, 29 USC 206 and 207; 29 CFR 785.11 (work not requested but
        suffered or permitted); Germany: MiLoG, sections 1 and 22; France: Code de l'éducation,
        article L124-6 (internships).
    """
    yield from asked(prose, "unpaid-work")
