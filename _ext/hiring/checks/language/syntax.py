"""How each language that is read denies, mentions and parts, and how it may write its letters."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hiring.language.denial import NOT

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Syntax:
    """What rules know of a language beside its words: patterns of plain text, in lower case.

    ``clause`` ends one, ``mention`` before a term shows that it is only talked about, ``denial``
    that the sentence denies it. ``denied_after`` does so behind a term, where the verb's denial
    stands at the end, and nothing where that says little. ``letters`` are patterns of letters that
    have other spellings, each with what stands for them all.
    """

    clause: re.Pattern[str]
    mention: re.Pattern[str]
    denial: re.Pattern[str]
    denied_after: re.Pattern[str] = re.compile(r"(?!)")
    letters: Mapping[str, str] = field(default_factory=dict)


_ENGLISH = Syntax(
    clause=re.compile(r"[;:!?]|\b(?:but|because|if|unless|so)\b|, (?=(?:you|we|they|it|he|she)\b)"),
    mention=re.compile(
        r"\b(?:(?<!other )words?|(?<!in )terms?|phrases?|expressions?|wording"
        r"|titles? (?:like|such as)|avoid(?:s|ed|ing)?|instead of|rather than|replac(?:es?|ing)"
        r"|renam(?:es?|ing)|leave out"
        r"|(?:not|never|n't) (?:write|say|use|call)|and not)\b"
    ),
    denial=re.compile(
        rf"(?:{NOT}|\b(?:nobody|none|nothing|against|bars?|bans?|forbids?|free of|stop)\b)"
        r"(?! (?:only|just|merely|(?:be )?limited to|less|longer|afraid|doubt|short))"
    ),
)

_GERMAN = Syntax(
    clause=re.compile(
        r"[;:!?]|\b(?:aber|sondern|weil|denn|wenn|falls|sofern)\b"
        r"|, (?=(?:der|die|das|dem|den|dass|damit|du|sie|wir|ihr|es)\b)"
    ),
    mention=re.compile(
        r"\b(?:wort|wörter|worte|begriffe?n?|ausdr(?:uck|ücke)|bezeichnungen?|formulierung(?:en)?"
        r"|statt|anstatt|anstelle|anstatt|vermeide[nt]?|ersetz(?:e|en|t)|streich(?:e|en|t))\b"
    ),
    denial=re.compile(
        r"\b(?:kein(?:e[mnrs]?)?|nicht|nie|niemals|niemand(?:en)?|nichts|ohne|weder|noch"
        r"|verzicht(?:e|en|et)|unabhängig|ungeachtet|egal|unwichtig|gegen)\b"
        r"(?! (?:nur|bloß|allein|zuletzt|bessere?|weniger|mehr|länger|einmal))"
    ),
    denied_after=re.compile(
        r"\b(?:nicht|kein(?:e[mnrs]?)?|nie|niemals|verzicht(?:e|en|et)|ab(?:zu)?sehen|unnötig|unwichtig|egal"
        r"|überflüssig|freiwillig)\b(?! (?:nur|bloß|allein|zuletzt))"
    ),
    letters={
        "ä": "(?:ä|ae|a\u0308)",
        "ö": "(?:ö|oe|o\u0308)",
        "ü": "(?:ü|ue|u\u0308)",
        "ß": "(?:ß|ss)",
    },
)

_FRENCH = Syntax(
    clause=re.compile(
        r"[;:!?]|\b(?:mais|car|parce|sinon|si)\b"
        r"|, (?=(?:nous|vous|tu|il|elle|ils|elles|on|qui|dont|et|afin)\b)"
    ),
    mention=re.compile(
        r"\b(?:mots?|termes?|expressions?|formules?|formulations?|plutôt que|au lieu d[e']"
        r"|évite[rz]?|remplace[rz]?|bannir|supprime[rz]?)(?!\w)"
    ),
    denial=re.compile(
        r"(?:\b(?:ne|pas|sans|aucune?s?|jamais|ni|nulle?|non|interdit|indépendamment|contre)\b|\bn')"
        r"(?! (?:seulement|uniquement|que))"
    ),
    denied_after=re.compile(
        r"\b(?:pas|aucune?|jamais|non|inutiles?|facultati(?:f|ve)s?|interdite?s?|ni)\b"
        r"(?! (?:seulement|uniquement))"
    ),
    letters={
        # The last letter tells one word from another: "marié" from "Marie".
        **{f"{sign}(?=[a-z](?!\\?))": f"(?:{sign}|e|e[\u0300-\u0302])" for sign in "éèêë"},
        **{sign: f"(?:{sign}|a|a[\u0300-\u0302])" for sign in "àâ"},
        **{sign: f"(?:{sign}|i|i[\u0302\u0308])" for sign in "îï"},
        **{sign: f"(?:{sign}|u|u[\u0300-\u0302])" for sign in "ùûü"},
        "ô": "(?:ô|o\u0302?)",
        "ç": "(?:ç|c\u0327?)",
        "œ": "(?:œ|oe)",
    },
)

SYNTAX = {"en": _ENGLISH, "de": _GERMAN, "fr": _FRENCH}
"""The languages whose words are read, by their tags."""
