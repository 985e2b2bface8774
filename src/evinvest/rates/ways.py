"""The way from one currency to another, and its rate on each day that is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from evinvest.errors import RateNotFound
from evinvest.units.exchange import DatedRate, Fallback
from evinvest.units.measures import quotient, rounded

if TYPE_CHECKING:
    from evinvest.rates.series import Series

_STALE = timedelta(days=10)
"""How far ``fallback="previous"`` reaches back: over any run of holidays, not over the end of a series."""

_ONE = Decimal(1)


class Leg(NamedTuple):
    """One step of a way: between a currency and its base.

    Attributes:
        down: whether it leads from the base to the currency, so that its rate multiplies.
    """

    code: str
    series: Series
    down: bool


class Way(dict[date, DatedRate]):
    """The rates of one currency in another by day, each worked out when its day is first asked for."""

    __slots__ = ("_fallback", "_legs", "_origin")

    def __init__(self, legs: Sequence[Leg], *, fallback: Fallback | None) -> None:
        super().__init__()
        self._legs, self._fallback = legs, fallback
        origins = dict.fromkeys(leg.series.origin for leg in legs)
        self._origin = " and ".join(origins) or "the same currency"

    def __missing__(self, on: date) -> DatedRate:
        day = used = on if type(on) is date else date(on.year, on.month, on.day)  # a datetime is a date too
        value = _ONE
        for code, series, down in self._legs:
            rate = series.at(day)
            if rate is None:
                rate, earlier = self._previous(code, series, day)
                used = min(used, earlier)
            if not down:
                value = quotient(value, rate)
            elif value is _ONE:
                value = rate
            else:
                value = rounded(value, rate)
        found = self[on] = DatedRate(value, used, self._origin)
        return found

    def _previous(self, code: str, series: Series, day: date) -> tuple[Decimal, date]:
        """The last rate before a day that has none, and its day."""
        before, after = series.near(day)
        if self._fallback == "previous" and before is not None and day - before <= _STALE:
            rate = series.at(before)
            if rate is not None:
                return rate, before
        known = " and ".join(str(one) for one in (before, after) if one is not None) or "none"
        raise RateNotFound(f"no rate for {code} on {day}: the nearest days are {known}")
