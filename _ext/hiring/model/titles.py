"""How a job at a level is called where nobody says so: what people say and search for."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from hiring.model.data import stated_in
from hiring.model.language_tags import ENGLISH, primary

_STEP = re.compile(r"(?:[IVX]{1,5}|[A-Z]{0,2}\d{1,2})")
"""The number of a step: ``II``, ``3``, ``IC4``."""
_APART = re.compile(r"[\s,/]+")
_HEAD_ENDS = re.compile(r"\s*(?:[,(/|]|\s[\N{EN DASH}\N{EM DASH}-]\s|\b(?:of|for|in)\b)")
"""What ends the part of a title whose last word is its noun: ``Head of Data Science``."""


@lru_cache(maxsize=65_536)  # every link to a level asks for the titles of all beside it
def title_at(level: str, title: str, language: str = ENGLISH) -> str:
    """Return what the job of a title is called at a level of a name, on a page in a language.

    What makes the title fit any gender stays at its end: ``Pflegefachkraft P 7 (m/w/d)``. Where
    adjectives follow their noun, a level's name does: ``Soudeur TIG confirm\u00e9 H/F``.
    """
    found = _gender_at_end(primary(language)).search(title)
    if found is None:
        return _title_at(level, title, language)
    named = _title_at(level, title[: found.start()], language)
    return named if _gender_at_end(primary(language)).search(named) else named + found[0]


def without_gender(title: str, language: str) -> str:
    """Return a title without what stands apart at its end to make it fit any gender."""
    return _gender_at_end(primary(language)).sub("", title)


def _title_at(level: str, title: str, language: str) -> str:
    """Return what the job is called in full.

    ``Senior`` of the ``Data Engineer`` is the ``Senior Data Engineer``, and ``II`` the ``Data
    Engineer II``. A level's name that says the job in full is the title: ``Electrician I``,
    ``Manager, Support Engineering``. One that says the job's noun alone gets the rest of it:
    ``Senior Engineer`` is the ``Senior Data Engineer``. What the two share is said once: ``Senior
    Head`` of the ``Head of Data Science`` is the ``Senior Head of Data Science``.
    """
    names, words = level.split(), title.split()
    plain_names, plain_words = _plain(names), _plain(words)
    if _holds(_plain(_APART.split(level)), _plain(_APART.split(title))):
        return level
    for shared in range(min(len(names), len(words)), 0, -1):
        if plain_names[-shared:] == plain_words[:shared]:
            return " ".join([*names, *words[shared:]])
    noun = _noun(title)
    if _is_other_job(level, noun):
        return level
    if noun in plain_names:
        at = plain_names.index(noun)
        around = [*names[:at], *names[at + 1 :]]
        if at and not all(map(_is_modifier, around)):
            return level
        after = names[at].lower().partition(noun)[2]
        return " ".join([*names[:at], title + after, *names[at + 1 :]])
    if _is_title(level):
        return level
    if _STEP.fullmatch(names[-1]):
        ranks = names[:-1]
        in_front = ranks if all(it.casefold() in _words("ranks") for it in ranks) else []
        return " ".join([*in_front, title, *names[len(in_front) :]])
    if primary(language) in _words("nouns_first"):
        return f"{title} {level[:1].lower()}{level[1:]}"
    return f"{level} {title}"


@cache
def _gender_at_end(language: str) -> re.Pattern[str]:
    """Return what finds the form that fits any gender at a title's end, apart from its words."""
    forms = stated_in("title-forms.yaml").get(language, ())
    return re.compile(rf"\s+(?:{'|'.join(forms)})$" if forms else r"(?!)", re.IGNORECASE)


def without_gender_forms(title: str, language: str) -> str:
    """Return a title without what makes it fit any gender: `Servicetechniker` of one (m/w/d).

    Who looks for the job types it so.
    """
    forms = stated_in("title-forms.yaml").get(primary(language), ())
    for form in forms:
        title = re.sub(form, "", title, flags=re.IGNORECASE)
    return " ".join(title.split())


def _plain(words: list[str]) -> list[str]:
    return [word.strip(",;()").casefold() for word in words]


def _holds(words: list[str], part: list[str]) -> bool:
    ends = range(len(part), len(words) + 1)
    return any(words[end - len(part) : end] == part for end in ends)


def _noun(title: str) -> str:
    """Return the word that names the job in a title, in lower case: ``head`` of a department."""
    head = _HEAD_ENDS.split(title, maxsplit=1)[0].split()
    while len(head) > 1 and _STEP.fullmatch(head[-1]):
        head.pop()
    return head[-1].casefold() if head else ""


def _is_title(name: str) -> bool:
    """Tell whether a level's name is a whole title: it ends in another job, or is one."""
    noun = _noun(name)
    if len(name.split()) == 1 and noun in _words("ranks") | _words("adjectives"):
        return False
    in_front = name.split()[0].strip(",").casefold()
    told_twice = in_front == noun or in_front not in _words("ranks") or noun not in _words("ranks")
    return noun in _words("jobs") and told_twice


def _is_other_job(name: str, noun: str) -> bool:
    """Tell whether a level's name begins with the noun of a title and ends in that of another job.

    The ``Nurse Manager`` is no nurse; the ``Engineer Trainee`` is an engineer.
    """
    own = _noun(name)
    begins = name.split()[0].casefold() == noun
    return begins and own != noun and own in _words("jobs") - _words("ranks")


def _is_modifier(word: str) -> bool:
    plain = word.casefold().strip(".,")
    return plain in _words("ranks") | _words("steps") or bool(_STEP.fullmatch(word))


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(stated_in("titles.yaml")[kind])
