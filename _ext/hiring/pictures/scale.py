"""Numbers on a line: where it starts and ends, and at which round ones it is marked."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

_ROUND = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


@dataclass(frozen=True, slots=True)
class Scale:
    """A line from ``low`` to ``high``, marked at each ``step``."""

    low: Decimal
    high: Decimal
    step: Decimal

    def at(self, value: Decimal) -> float:
        """Return where a number is, in hundredths of the line."""
        return float((value - self.low) * 100 / (self.high - self.low))

    @property
    def marks(self) -> tuple[Decimal, ...]:
        """The numbers that are marked."""
        count = int((self.high - self.low) / self.step)
        return tuple(self.low + self.step * number for number in range(count + 1))


def scale_for(low: Decimal, high: Decimal, *, most: int = 4) -> Scale:
    """Return a scale that holds all from ``low`` to ``high``, with at most so many steps."""
    high = max(high, low + (abs(low) or Decimal(1)) / 10)
    unit = Decimal(10) ** ((high - low) / most).adjusted()
    for part in (*_ROUND, *(it * 10 for it in _ROUND)):
        step = part * unit
        start = (low / step).to_integral_value(ROUND_FLOOR) * step
        end = (high / step).to_integral_value(ROUND_CEILING) * step
        if end - start <= step * most:
            return Scale(start, end, step)
    raise AssertionError("a step of a hundred units is more than there are")
