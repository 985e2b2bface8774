"""The rates of one currency against its base: a peg, rates by day, or one column of a large table."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Protocol

from attrs import field, frozen

from evinvest.errors import UnitError

NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?\Z")
CODE = re.compile(r"[A-Z]{3}\Z")


def rate_of(value: object) -> Decimal:
    """A rate as a decimal.

    Raises:
        UnitError: when it is no number above zero.
    """
    if isinstance(value, str):
        if not NUMBER.match(value):
            raise UnitError(f"not a rate: {value!r}")
        value = Decimal(value)
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        raise UnitError(f"not a rate: {value!r}")
    rate = Decimal(value)
    if not rate.is_finite() or rate <= 0:
        raise UnitError(f"a rate is above zero: {value!r}")
    return rate


class Series(Protocol):
    """The rates of one currency: how many of it one unit of the base bought."""

    @property
    def base(self) -> str:
        """The currency that this one is quoted in."""

    @property
    def origin(self) -> str:
        """Who published the rates."""

    def at(self, day: date) -> Decimal | None:
        """The rate of that very day."""

    def near(self, day: date) -> tuple[date | None, date | None]:
        """The last day before, and the first day after, that has a rate."""


@frozen
class Pegged:
    """One rate that holds on every day."""

    base: str
    origin: str
    value: Decimal

    def at(self, day: date) -> Decimal | None:  # noqa: ARG002 - it is the same on every day
        """The rate of that very day."""
        return self.value

    def near(self, day: date) -> tuple[date | None, date | None]:
        """The day itself, twice."""
        return day, day


@frozen
class Dated:
    """Rates by day."""

    base: str
    origin: str
    values: Mapping[date, Decimal] = field(repr=False, hash=False)
    _days: tuple[date, ...] = field(init=False, repr=False, eq=False)

    @_days.default
    def _sorted(self) -> tuple[date, ...]:
        return tuple(sorted(self.values))

    def at(self, day: date) -> Decimal | None:
        """The rate of that very day."""
        return self.values.get(day)

    def near(self, day: date) -> tuple[date | None, date | None]:
        """The last day before, and the first day after, that has a rate."""
        days = self._days
        before, after = bisect_left(days, day), bisect_right(days, day)
        return days[before - 1] if before else None, days[after] if after < len(days) else None


@frozen
class Column:
    """One column of a table with a line per day, read only where it is asked: parsing all takes half a second."""

    base: str
    origin: str
    index: int
    days: tuple[str, ...] = field(repr=False)
    lines: tuple[str, ...] = field(repr=False)

    def _value(self, index: int) -> Decimal | None:
        cells = self.lines[index].split(",", self.index + 1)
        cell = cells[self.index].strip() if self.index < len(cells) else ""
        return Decimal(cell) if NUMBER.match(cell) else None

    def at(self, day: date) -> Decimal | None:
        """The rate of that very day."""
        index = bisect_left(self.days, wanted := day.isoformat())
        return self._value(index) if index < len(self.days) and self.days[index] == wanted else None

    def near(self, day: date) -> tuple[date | None, date | None]:
        """The last day before, and the first day after, that has a rate."""
        wanted = day.isoformat()
        before = self._first(range(bisect_left(self.days, wanted) - 1, -1, -1))
        return before, self._first(range(bisect_right(self.days, wanted), len(self.days)))

    def _first(self, indices: Iterable[int]) -> date | None:
        return next((date.fromisoformat(self.days[i]) for i in indices if self._value(i) is not None), None)
