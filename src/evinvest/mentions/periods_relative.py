"""Calendar time in English that is told from the date of the text: last year, this month, the next five years."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from evinvest.mentions.periods_context import Context, Stated
from evinvest.mentions.periods_grammar import Rule, number_of, pattern

_STEPS = {"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
_LENGTHS = frozenset({"last", "next", "coming"})
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}


def _which(match: re.Match[str], context: Context) -> Stated:
    """Last year, this month, next quarter; weeks are known to be said, and no more."""
    unit, word = match["unit"], match["which"]
    end = match.end()
    step = _STEPS[word]
    the = context.lower.endswith("the ", 0, match.start())
    if unit in ("year", "month", "week", "weekend") and (word == "past" or (the and word in _LENGTHS)):
        # "over the last year" is twelve months, not the year before this one.
        return Stated(end=end, relation="duration", length=1, unit=unit)
    if context.base is None or unit in ("week", "weekend"):
        return Stated(end=end, relative=True, unit=unit)
    size = _MONTHS[unit]
    begin = (context.base.month - 1) // size * size + 1
    fuzzy = {"later": "later", "earlier": "earlier"}.get(match["when"] or "")
    return Stated(
        end=end,
        period=context.span(context.base.year, begin + step * size, size),
        relative=True,
        fuzzy=fuzzy or ("to-date" if match["when"] else None),
        article=word == "current",
    )


def _the_year(match: re.Match[str], context: Context) -> Stated:
    """The year of "the end of the year", "year-end", "year to date"."""
    year = int(match["year"]) if match["year"] else context.year(0)
    period = None if year is None else context.span(year, 1, 12)
    fuzzy = "end" if match["edge"] == "end" else "to-date"
    return Stated(end=match.end(), period=period, relative=not match["year"], fuzzy=fuzzy)


def _the_size(match: re.Match[str], context: Context) -> Stated:
    """The year, month, quarter or decade behind "the end of"."""
    unit = match["unit"]
    if unit not in _MONTHS or context.base is None:
        return Stated(end=match.end(), relative=True, unit=unit)
    size = _MONTHS[unit]
    begin = (context.base.month - 1) // size * size + 1
    return Stated(end=match.end(), period=context.span(context.base.year, begin, size), relative=True)


def _half_year(match: re.Match[str], context: Context) -> Stated:
    """The half-year; the nine-month total."""
    count = number_of(match["count"]) if match["count"] else 6
    if not 1 <= count <= 12:
        return Stated(end=match.end(), relative=True)
    return context.repeated(match.end("period"), 1, count, done=True)


def _day(match: re.Match[str], context: Context) -> Stated:
    """Yesterday, today, tomorrow."""
    offset = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}[match["day"]]
    return Stated(end=match.end(), period=context.day(offset), relative=True)


def _decade(match: re.Match[str], context: Context) -> Stated:  # noqa: ARG001 - a decade has no period here
    """The decade, the 2030s: longer than a period can say."""
    return Stated(end=match.end(), fuzzy="decade", unit="decade")


def _last_season(match: re.Match[str], context: Context) -> Stated:
    """Last summer, this autumn: in the year before, or in this one."""
    year = context.year(0)
    if year is not None and match["which"] == "next":
        year = None
    if year is not None and match["which"] == "last":
        # A summer is last year's until this one has ended; only the winter is left open.
        starts = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9}.get(match["season"])
        if starts is None:
            return Stated(end=match.end(), relative=True, fuzzy=match["season"])
        assert context.base is not None  # noqa: S101 - there is a year
        year -= context.base.month < starts + 3
    period = None if year is None else context.span(year, 1, 12)
    return Stated(end=match.end(), period=period, relative=True, fuzzy=match["season"], article=False)


def _duration(match: re.Match[str], context: Context) -> Stated | None:
    """The next five years, 18 months, three to four years: how long, and no date."""
    word = match["count"]
    count = number_of(word)
    before = context.lower[max(0, match.start() - 24) : match.start()]
    which = match["which"]
    if not which and not _DURATION_LEAD.search(before):
        return None
    return Stated(end=match.end(), relation="duration", length=count, unit=match["unit"], article=bool(which))


_DURATION_LEAD = re.compile(
    r"(?:^|\W)(?:over|in|within|for|during|under|than|just|only|after|about|around|exceed|took|takes|take|lasts?|last)"
    r"\s(?:the\s|a\s)?\Z"
)


@cache
def rules() -> Mapping[str, tuple[Rule, ...]]:
    """The rules by the kind of trigger that stands at their beginning."""
    unit = r"(?P<unit>year|quarter|month|week|day|decade)"
    counted: tuple[Rule, ...] = (
        (
            pattern(rf"(?P<which>)(?P<count><number>)(?:\s(?:or|to)\s<number>|-<number>)?[\s-](?:full\s)?{unit}s\b"),
            _duration,
        ),
        (
            pattern(r"(?P<period>(?P<count><number>)[\s-]month)(?=\s(?:\w{1,12}\s){0,2}<measure>\b)"),
            _half_year,
        ),
    )
    which = r"(?P<which>last|past|this|current|next|coming)"
    return {
        "number": counted,
        "counted": counted,
        "which": (
            (
                pattern(
                    rf"(?P<which>last|past|previous|prior|preceding|next|coming|following)\s(?P<count><number>)(?:\s(?:or|to)\s<number>|-<number>)?\s(?:full\s)?{unit}s?\b"
                ),
                _duration,
            ),
            (
                pattern(
                    rf"(?P<when>){which}\s(?:calendar\s)?(?P<unit>year|half|quarter|month|weekend|week)\b(?!-|\send\b)"
                ),
                _which,
            ),
            (pattern(rf"{which}\s(?P<unit>decade|century)\b"), _decade),
            (pattern(r"(?P<which>last|this|next|coming)\s(?P<season><season>)(?![\w-])"), _last_season),
        ),
        "when": (
            (
                pattern(
                    rf"(?P<when>later|earlier|so\sfar)(?:\sin)?\s{which}\s(?P<unit>year|half|quarter|month|week)\b"
                ),
                _which,
            ),
        ),
        "year_end": (
            (pattern(r"year[\s-](?P<edge>end)\b(?:\s(?P<year><year>))?"), _the_year),
            (pattern(r"(?P<edge>year[\s-]to[\s-]date|ytd)\b(?:\s(?P<year><year>))?"), _the_year),
        ),
        "day": ((re.compile(r"(?P<day>yesterday|today|tonight|tomorrow)\b"), _day),),
        "half_year": ((re.compile(r"(?P<count>)(?P<period>half-year)\b(?!\w)"), _half_year),),
        "decade": ((re.compile(r"(?:19|20)\d0s\b"), _decade),),
    }


def edged_rules() -> tuple[Rule, ...]:
    """What may stand behind "the end of" besides every other phrase: the year, the decade."""
    return (
        (
            re.compile(r"(?:the\s|this\s)?(?:current\s)?(?P<unit>year|quarter|month|half|decade|century)\b(?!-)"),
            _the_size,
        ),
    )
