"""A period of the calendar: a year, a half, a quarter, a month, a day or a range of months, with one label each."""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import StrEnum

from attrs import frozen

from evinvest.errors import PeriodError


class Precision(StrEnum):
    """How finely a period was stated."""

    YEAR = "year"
    HALF = "half"
    QUARTER = "quarter"
    MONTH = "month"
    DAY = "day"
    RANGE = "range"


_MONTHS = {Precision.YEAR: 12, Precision.HALF: 6, Precision.QUARTER: 3, Precision.MONTH: 1}
_LABEL = re.compile(r"(\d{4})(?:-(?:H([12])|Q([1-4])|(\d\d)(?:-(\d\d))?))?\Z")
_RANGE = re.compile(r"(\d{4})-(\d\d)/(\d{4})-(\d\d)\Z")


def _month(year: int, month: int, *, later: int = 0) -> date:
    """The first day of the month that comes ``later`` months after the one given."""
    months = year * 12 + month - 1 + later
    return date(months // 12, months % 12 + 1, 1)


@frozen
class Period:
    """A half-open range of days ``[start, end)`` with the precision in which it was stated.

    >>> half = Period.parse("2025-H1")
    >>> half.start.isoformat(), half.end.isoformat(), str(half)
    ('2025-01-01', '2025-07-01', '2025-H1')
    """

    start: date
    end: date
    precision: Precision

    def __attrs_post_init__(self) -> None:
        if not self.start < self.end:
            raise PeriodError(f"a period has at least one day: {self.start} to {self.end}")
        if self.precision is Precision.DAY:
            whole = self.end - self.start == timedelta(days=1)
        elif self.precision is Precision.RANGE:
            whole = self.start.day == self.end.day == 1
        else:
            size = _MONTHS[self.precision]
            whole = (
                self.start.day == 1
                and (self.start.month - 1) % size == 0
                and self.end == _month(self.start.year, self.start.month, later=size)
            )
        if not whole:
            raise PeriodError(f"{self.start} to {self.end} is not one {self.precision}")

    @classmethod
    def year(cls, year: int) -> Period:
        """A calendar year."""
        return cls._months(year, 1, Precision.YEAR)

    @classmethod
    def half(cls, year: int, half: int) -> Period:
        """The first or second half of a year."""
        return cls._months(year, half * 6 - 5, Precision.HALF)

    @classmethod
    def quarter(cls, year: int, quarter: int) -> Period:
        """A quarter of a year, from 1 to 4."""
        return cls._months(year, quarter * 3 - 2, Precision.QUARTER)

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        """A calendar month."""
        return cls._months(year, month, Precision.MONTH)

    @classmethod
    def day(cls, day: date) -> Period:
        """One day."""
        return cls(day, day + timedelta(days=1), Precision.DAY)

    @classmethod
    def months(cls, first: date, last: date) -> Period:
        """A range of whole months, from the one of ``first`` to the one of ``last``, both included."""
        return cls(_month(first.year, first.month), _month(last.year, last.month, later=1), Precision.RANGE)

    @classmethod
    def whole(cls, first: date, last: date) -> Period:
        """As :meth:`months`, but named as the year, half, quarter or month that it is, where it is one.

        >>> str(Period.whole(date(2025, 4, 1), date(2025, 6, 1)))
        '2025-Q2'
        """
        span = cls.months(first, last)
        size = (span.end.year - span.start.year) * 12 + span.end.month - span.start.month
        for precision, months in _MONTHS.items():
            if size == months and (span.start.month - 1) % months == 0:
                return cls(span.start, span.end, precision)
        return span

    def in_year(self, year: int) -> Period | None:
        """The same days of another year, that year being the one of the start; None for a 29 February without one.

        >>> str(Period.parse("2025-01/2025-07").in_year(2024))
        '2024-01/2024-07'
        """
        if not 1 <= year <= date.max.year - 2:
            return None
        if self.precision is Precision.DAY:
            try:
                return Period.day(self.start.replace(year=year))
            except ValueError:
                return None
        later = year - self.start.year
        return Period(self.start.replace(year=year), self.end.replace(year=self.end.year + later), self.precision)

    @classmethod
    def _months(cls, year: int, month: int, precision: Precision) -> Period:
        if not 1 <= month <= 12:
            raise PeriodError(f"no {precision} of the calendar: {year}, month {month}")
        try:
            return cls(_month(year, month), _month(year, month, later=_MONTHS[precision]), precision)
        except ValueError as error:
            raise PeriodError(f"no {precision} of the calendar: {year}, month {month}") from error

    @classmethod
    def parse(cls, label: str) -> Period:
        """The period of a label.

        Labels are ``2025``, ``2025-H1``, ``2025-Q2``, ``2025-06``, ``2025-05-16`` and ``2025-01/2025-07``.

        Raises:
            PeriodError: when the label has another form or names no day of the calendar.
        """
        if match := _RANGE.match(label):
            first, last = (int(match[1]), int(match[2])), (int(match[3]), int(match[4]))
            return cls.months(cls.month(*first).start, cls.month(*last).start)
        match = _LABEL.match(label)
        if match is None:
            raise PeriodError(f"not the label of a period: {label!r}")
        year, half, quarter, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None  # noqa: S101 - the pattern has it
        if half:
            return cls.half(year, half)
        if quarter:
            return cls.quarter(year, quarter)
        if day is not None and month is not None:
            try:
                return cls.day(date(year, month, day))
            except (ValueError, OverflowError) as error:
                raise PeriodError(f"no day of the calendar: {label!r}") from error
        return cls.year(year) if month is None else cls.month(year, month)

    @property
    def label(self) -> str:
        """The one way in which the period is written: see :meth:`parse`."""
        precision, day = self.precision, self.start.isoformat()
        if precision is Precision.YEAR:
            return day[:4]
        if precision is Precision.HALF:
            return f"{day[:4]}-H{self.start.month // 6 + 1}"
        if precision is Precision.QUARTER:
            return f"{day[:4]}-Q{self.start.month // 3 + 1}"
        if precision is Precision.MONTH:
            return day[:7]
        if precision is Precision.DAY:
            return day
        last = self.end - timedelta(days=1)
        return f"{day[:7]}/{last.isoformat()[:7]}"

    def contains(self, day: date) -> bool:
        """Whether a day lies in the period."""
        return self.start <= day < self.end

    def __str__(self) -> str:
        return self.label
