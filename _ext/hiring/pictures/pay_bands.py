"""Which bands of pay a chart of roles has: a list a currency, all for a year of full-time work."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from hiring.model import job_words, words
from hiring.model.language_tags import foreign
from hiring.model.lexicon import AMERICAN
from hiring.model.values import PER_YEAR

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hiring.model.fact_shapes import MarketPay, PayRange
    from hiring.model.lexicon import Lexicon
    from hiring.model.role import JobRole, Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """What is paid in a year: by a level, by a place that a range is for, or by a role as a whole.

    ``level`` is the level's id, where it is one's; ``stated`` is the pay as its page says it.
    """

    name: str
    low: Decimal
    high: Decimal
    level: str = ""
    stated: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BandRow:
    """A role, or a family, with its bands in one currency, and what the market pays on average.

    ``language`` is that of its name, where it is not that of the words.
    """

    key: str
    name: str
    currency: str
    bands: tuple[Band, ...]
    market: Decimal | None = None
    language: str = ""

    @property
    def low(self) -> Decimal:
        """The least that is paid."""
        return min(band.low for band in self.bands)

    @property
    def high(self) -> Decimal:
        """The most that is paid."""
        return max(band.high for band in self.bands)


def rows_of(
    roles: Iterable[JobRole], said: Lexicon = AMERICAN
) -> Mapping[str, tuple[BandRow, ...]]:
    """Return the rows of roles by currency, from lower to higher pay; who states none has none."""
    found: dict[str, list[BandRow]] = {}
    for role in roles:
        for row in _rows(role, said):
            found.setdefault(row.currency, []).append(row)
    return {
        currency: tuple(sorted(rows, key=lambda row: (row.low, row.high, row.name)))
        for currency, rows in sorted(found.items(), key=lambda it: (-len(it[1]), it[0]))
    }


def families_of(rows: Sequence[BandRow], roles: Iterable[JobRole]) -> tuple[BandRow, ...]:
    """Return a row a family, whose one band spans those of its roles."""
    family = {role.key: role.facts.family for role in roles}
    found: dict[str, list[BandRow]] = {}
    for row in rows:
        found.setdefault(family[row.key], []).append(row)
    spanned = (
        BandRow(
            key="",
            name=f"{name} ({len(held)})",
            currency=held[0].currency,
            bands=(
                Band(
                    name="",
                    low=min(row.low for row in held),
                    high=max(row.high for row in held),
                ),
            ),
        )
        for name, held in found.items()
    )
    return tuple(sorted(spanned, key=lambda row: (row.low, row.high, row.name)))


def _rows(role: JobRole, said: Lexicon) -> Iterable[BandRow]:
    """Return a role's rows, one a currency: its levels' pay, else its own."""
    bands: dict[str, list[Band]] = {}
    for level in role.levels:
        if level.pay is not None:
            bands.setdefault(level.pay.currency, []).append(_of_level(role, level, level.pay, said))
    own = role.facts.pay
    if not bands and own is not None:
        for part in own.ranges or (own,):
            whom = ", ".join(getattr(part, "whom", ()))
            stated = words.pay_range(part, said) if own.ranges else _stated(role, None, said)
            band = _band(whom, part, stated)
            bands.setdefault(part.currency, []).append(band)
    for currency, held in bands.items():
        yield BandRow(
            key=role.key,
            name=role.facts.title,
            currency=currency,
            bands=tuple(held),
            market=_market(role.facts.market_pay, currency),
            language=foreign(role.language, said.language),
        )


def _of_level(role: JobRole, level: Level, pay: PayRange, said: Lexicon) -> Band:
    return _band(level.name, pay, _stated(role, level, said), level.id)


def _stated(role: JobRole, level: Level | None, said: Lexicon) -> str:
    facts = role.facts_at(level)
    return job_words.pay_for_hours(facts.pay, facts, said) if facts.pay else ""


def _band(name: str, pay: PayRange, stated: str, level: str = "") -> Band:
    times = PER_YEAR[pay.per]
    return Band(name=name, low=pay.min * times, high=pay.max * times, level=level, stated=stated)


def _market(pay: MarketPay | None, currency: str) -> Decimal | None:
    if pay is None or pay.currency != currency:
        return None
    return pay.average * PER_YEAR[pay.per]
