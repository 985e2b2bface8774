"""What a phrase of calendar time says, and the dates that it is read against."""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import cache, lru_cache
from typing import NamedTuple

from attrs import define, field

from evinvest.errors import PeriodError
from evinvest.mentions.periods_words import either, english
from evinvest.periods import Period, Precision


class Stated(NamedTuple):
    """One reading of a phrase: where it ends and what it says.

    Attributes:
        end: the end of the phrase, in the text.
        period: the calendar time; None when it is a duration or cannot be resolved.
        upcoming: the next such period instead of the most recent one, where the phrase leaves that open.
        relative: whether a date outside the phrase was needed.
        fuzzy: the word that makes it less exact than its period: "early", "end", "fiscal", "comparison" ...
        length, unit: of a duration, as 18 and "month".
        relation: set when the phrase itself says it, as "before" or "duration".
        article: whether a "the" before the phrase belongs to it.
        between: whether it names its two ends, so that "from" or "between" before it belong to the phrase.
    """

    end: int
    period: Period | None = None
    upcoming: Period | None = None
    relative: bool = False
    fuzzy: str | None = None
    length: int | None = None
    unit: str | None = None
    relation: str | None = None
    article: bool = True
    between: bool = False


@define
class Context:
    """The dates that phrases without a year are read against, while one text is read.

    Attributes:
        text: the text as it is; ``lower`` is the same in lower case, position by position.
        base: the date of the text.
        fiscal_start: the month in which fiscal years begin, 1 to 12.
        anchor: the last period that was found and is no day and no comparison, for "a year earlier".
        anchored: where it ended.
        last_end: where the last phrase ended.
    """

    text: str
    lower: str
    base: date | None = None
    fiscal_start: int | None = None
    anchor: Period | None = None
    anchored: int = 0
    last_end: int = -1
    _looked_for_fiscal: bool = field(default=False, init=False)

    def year(self, offset: int) -> int | None:
        """The year that lies ``offset`` years from the base date."""
        return None if self.base is None else self.base.year + offset

    def span(self, year: int, first: int, count: int) -> Period | None:
        """``count`` months from month ``first`` of ``year``, by their coarsest name; None outside the calendar."""
        start = year * 12 + first - 1
        last = start + count - 1
        return _whole(start, last) if MINYEAR * 12 <= start <= last < MAXYEAR * 12 else None

    def months(self, offset: int) -> Period | None:
        """The month that lies ``offset`` months from the base date."""
        return None if self.base is None else self.span(self.base.year, self.base.month + offset, 1)

    def day(self, offset: int) -> Period | None:
        """The day that lies ``offset`` days from the base date."""
        if self.base is None:
            return None
        try:
            return Period.day(self.base + timedelta(days=offset))
        except OverflowError:
            return None

    def repeated(self, end: int, first: int, count: int, *, done: bool = False, year: int | None = None) -> Stated:
        """``count`` months from month ``first``: of ``year``, or else of the most recent year that they began in.

        Args:
            end: the end of the phrase.
            first: the month they start in; more than 12 or less than 1 is a month of another year.
            count: how many months.
            done: ask for their last month to have begun too, as for "the first seven months".
            year: the year, where the phrase states it.
        """
        if year is not None:
            return Stated(end=end, period=self.span(year, first, count))
        if self.base is None:
            return Stated(end=end, relative=True)
        this = self.base.year * 12 + self.base.month
        begun = first + count - 1 if done else first
        past = self.base.year - (self.base.year * 12 + begun > this)
        period = self.span(past, first, count)
        over = period is not None and period.end <= self.base
        upcoming = self.span(past + 1, first, count) if over else period
        return Stated(end=end, period=period, upcoming=upcoming, relative=True)

    def repeated_day(self, end: int, month: int, day: int, year: int | None = None) -> Stated | None:
        """A day of a month: of ``year``, or else the most recent one not after the base; None for no such day."""
        if year is not None:
            period = _day(year, month, day)
            return None if period is None else Stated(end=end, period=period, article=False)
        # 2024 has all the days that a year can have.
        if _day(2024, month, day) is None:
            return None
        if self.base is None:
            return Stated(end=end, relative=True, article=False)
        reach = 8 if (month, day) == (2, 29) else 1
        around = [_day(self.base.year + offset, month, day) for offset in range(-reach, reach + 1)]
        days = [period for period in around if period is not None]
        past = [period for period in days if period.start <= self.base]
        later = [period for period in days if period.start >= self.base]
        return Stated(
            end=end,
            period=past[-1] if past else None,
            upcoming=later[0] if later else None,
            relative=True,
            article=False,
        )

    def weekday(self, end: int, weekday: int, which: str | None) -> Stated:
        """The most recent such day not after the base, or the one that "last", "this" or "next" asks for."""
        if self.base is None:
            return Stated(end=end, relative=True, article=False)
        back = (self.base.weekday() - weekday) % 7
        ahead = -back % 7
        recent, upcoming = self.day(-back), self.day(ahead)
        if which == "last":
            recent = upcoming = self.day(-(back or 7))
        elif which in ("this", "coming"):
            recent = upcoming
        elif which == "next":
            recent = upcoming = self.day(ahead or 7)
        return Stated(end=end, period=recent, upcoming=upcoming, relative=True, article=False)

    def shifted(self, months: int) -> Period | None:
        """The anchor, so many months later; None without an anchor or for one that no such step fits."""
        anchor = self.anchor
        if anchor is None or anchor.precision is Precision.DAY:
            return None
        size = (anchor.end.year - anchor.start.year) * 12 + anchor.end.month - anchor.start.month
        return self.span(anchor.start.year, anchor.start.month + months, size)

    def fiscal_year(self, first: int | None, last: int | None) -> tuple[Period | None, bool]:
        """The fiscal year named by its first and last calendar year, or by its last one alone.

        Returns:
            The months, and whether they are known: a single year without the month in which fiscal years begin is
            given as the calendar year, and is not.
        """
        start = self.known_fiscal_start()
        if first is not None:
            if last not in (None, first + 1):
                return None, False
            return self.span(first, start or english().april_start, 12), True
        if last is None:
            return None, False
        if start is None:
            return self.span(last, 1, 12), False
        return self.span(last if start == 1 else last - 1, start, 12), True

    def current_fiscal_year(self, offset: int) -> Period | None:
        """The fiscal year of the base date, or one ``offset`` years from it."""
        start = self.known_fiscal_start()
        if start is None or self.base is None:
            return None
        first = self.base.year - (self.base.month < start) + offset
        return self.span(first, start, 12)

    def known_fiscal_start(self) -> int | None:
        """The month that was given, or else the one that the text tells of: after the end of a fiscal year."""
        if self.fiscal_start is None and not self._looked_for_fiscal:
            self._looked_for_fiscal = True
            lower = self.lower
            if ("fiscal" in lower or "financial" in lower) and (match := _fiscal_end().search(lower)):
                month = english().months[match[2]]
                self.fiscal_start = month if match[1].startswith(("start", "beg")) else month % 12 + 1
            elif _april_year().search(lower):
                self.fiscal_start = english().april_start
        return self.fiscal_start


@cache
def _fiscal_end() -> re.Pattern[str]:
    """A text that says when fiscal years end or begin: "the fiscal year that ended in March"."""
    return re.compile(
        r"\b(?:fiscal|financial)\s(?:year\s)?(?:\d{4}(?:-\d{2,4})?,?\s)?(?:that\s|which\s)?"
        r"(to|through|end(?:s|ed|ing)?|start(?:s|ed|ing)?|beg[iau]n(?:s|ning)?)\s(?:in\s|on\s)?(?:\d{1,2}\s)?"
        rf"({either(english().months)})\b"
    )


@cache
def _april_year() -> re.Pattern[str]:
    """A text with split fiscal years, or with the words of a country that has them."""
    split = r"(?:fy|fiscal|financial\syear)\s?(?:year\s)?\d{4}[-/–]\d\d(?!\d)"
    return re.compile(rf"\b(?:{split}|{either(english().april_signs)}\b)")


@lru_cache(maxsize=1024)  # the same few years are spoken of again and again
def _whole(first: int, last: int) -> Period:
    """The months from one to another, both counted from the year 0."""
    return Period.whole(date(first // 12, first % 12 + 1, 1), date(last // 12, last % 12 + 1, 1))


@lru_cache(maxsize=1024)
def _day(year: int, month: int, day: int) -> Period | None:
    try:
        return Period.day(date(year, month, day))
    except (ValueError, OverflowError, PeriodError):
        return None
