"""Calendar time in English that is told from another date: last year, two months ago, the same period of 2024."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta
from functools import cache

from attrs import evolve

from evinvest.mentions.periods_context import Context, Stated
from evinvest.mentions.periods_grammar import Rule, fiscal_year, number_of, pattern, stated_year
from evinvest.periods import Period, Precision

_STEPS = {
    "last": -1, "past": -1, "previous": -1, "prior": -1, "preceding": -1,
    "this": 0, "current": 0,
    "next": 1, "coming": 1, "following": 1,
}  # fmt: skip
_FROM_THE_TEXT = frozenset({"previous", "prior", "preceding", "following"})
_LENGTHS = frozenset({"last", "next", "coming"})
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
_NOUNS = {
    "month": {Precision.MONTH},
    "quarter": {Precision.QUARTER},
    "half": {Precision.HALF},
}


def _which(match: re.Match[str], context: Context) -> Stated:
    """Last year, this month, next quarter, the previous year; weeks are known to be said, and no more."""
    unit, word = match["unit"], match["which"]
    end = match.end()
    step = _STEPS[word]
    if word in _FROM_THE_TEXT:
        return _from_the_text(end, step, unit, context)
    the = context.lower.endswith("the ", 0, match.start())
    if unit in ("year", "month", "week", "weekend") and (word == "past" or (the and word in _LENGTHS)):
        # "over the last year" is twelve months, not the year before this one.
        return Stated(end=end, relation="duration", count=1, unit=unit)
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


def _from_the_text(end: int, step: int, unit: str, context: Context) -> Stated:
    """The previous year, the following month: counted from a period of the text, not from its date."""
    anchor, period = context.anchor, None
    if anchor is not None and unit == "year":
        period = context.span(anchor.start.year + step, 1, 12)
    elif anchor is not None and unit == anchor.precision:
        period = context.shifted(step * _MONTHS[unit])
    return Stated(end=end, period=period, relative=True, fuzzy="comparison")


def _which_fiscal(match: re.Match[str], context: Context) -> Stated:
    """This fiscal year, last fiscal."""
    step = _STEPS[match["which"]] if match["which"] else 0
    period = context.current_fiscal_year(step)
    return Stated(end=match.end(), period=period, relative=True, fuzzy="fiscal")


def _fiscal(match: re.Match[str], context: Context) -> Stated | None:
    """Fiscal 2024, FY2023-24, FY25."""
    period, _ = fiscal_year(match["first"], match["split"], context)
    if period is None:
        return None
    return Stated(end=match.end(), period=period, fuzzy="fiscal")


def _fiscal_range(match: re.Match[str], context: Context) -> Stated | None:
    """FY22-FY27: from the beginning of the first to the end of the last."""
    (first, _), (last, known) = (fiscal_year(match[name], None, context) for name in ("first", "last"))
    if first is None or last is None or not first.start < last.start:
        return None
    period = Period.whole(first.start, last.end - timedelta(days=1))
    return Stated(end=match.end(), period=period if known else None, fuzzy="fiscal", between=True)


def _the_unit(match: re.Match[str], context: Context) -> Stated | None:
    """In the month, in the quarter: the one that the text spoke of last."""
    anchor, unit = context.anchor, match["unit"]
    if anchor is None or (unit not in ("period", anchor.precision)):
        return None
    return Stated(end=match.end(), period=anchor, relative=True)


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


def _ago(match: re.Match[str], context: Context) -> Stated | None:
    """Five years ago, two months earlier; "a year ago" is a comparison with the period before it."""
    unit, word = match["unit"], match["count"]
    count = 1 if word in ("a", "an", "one") else number_of(word)
    if match["ago"] != "ago" or (count == 1 and unit in _MONTHS):
        if unit not in _MONTHS:
            return None
        period = context.shifted(-count * _MONTHS[unit])
        return Stated(end=match.end(), period=period, relative=True, fuzzy="comparison", article=False)
    if unit == "day":
        return Stated(end=match.end(), period=context.day(-count), relative=True, article=False)
    if unit == "month":
        return Stated(end=match.end(), period=context.months(-count), relative=True, article=False)
    year = context.year(-count) if unit == "year" else None
    period = None if year is None or year < 1 else context.span(year, 1, 12)
    return Stated(end=match.end(), period=period, relative=True, fuzzy="about", article=False)


def _same(match: re.Match[str], context: Context) -> Stated:
    """The same period of 2024, the same month last year: the period before it in the text, in another year."""
    said, year = stated_year(match, context)
    if match["back"]:
        said, year = True, None if context.anchor is None else context.anchor.start.year - 1
    anchor, noun = context.anchor, match["noun"].rstrip("s")
    fits = anchor is not None and anchor.precision in _NOUNS.get(noun, {*Precision} - {Precision.DAY})
    if noun == "month" and match["noun"] == "months":
        fits = anchor is not None and anchor.precision is not Precision.DAY
    period: Period | None = None
    if fits and anchor is not None and anchor.precision is not Precision.DAY:
        if said and year is not None:
            period = anchor.in_year(year)
        elif match["ago"]:
            period = context.shifted(-12)
        elif not said:
            period = anchor
    return Stated(end=match.end(), period=period, relative=True, fuzzy="comparison")


def _same_year(match: re.Match[str], context: Context) -> Stated:
    """The same year: the one that the text spoke of last."""
    period = None if context.anchor is None else context.span(context.anchor.start.year, 1, 12)
    return Stated(end=match.end(), period=period, relative=True)


def _duration(match: re.Match[str], context: Context) -> Stated | None:
    """The next five years, 18 months, three to four years: how long, and no date."""
    word = match["count"]
    count = number_of(word)
    before = context.lower[max(0, match.start() - 24) : match.start()]
    which = match["which"]
    if not which and not _DURATION_LEAD.search(before):
        return None
    return Stated(end=match.end(), relation="duration", count=count, unit=match["unit"], article=bool(which))


_DURATION_LEAD = re.compile(
    r"(?:^|\W)(?:over|in|within|for|during|under|than|just|only|after|about|around|exceed|took|takes|take|lasts?|last)"
    r"\s(?:the\s|a\s)?\Z"
)


@cache
def rules() -> Mapping[str, tuple[Rule, ...]]:
    """The rules by the kind of trigger that stands at their beginning."""
    unit = r"(?P<unit>year|quarter|month|week|day|decade)"
    counted: tuple[Rule, ...] = (
        (pattern(rf"(?P<count><number>)\s{unit}s?\s(?P<ago>ago|earlier|before)\b"), _ago),
        (
            pattern(rf"(?P<which>)(?P<count><number>)(?:\s(?:or|to)\s<number>|-<number>)?[\s-](?:full\s)?{unit}s\b"),
            _duration,
        ),
        (
            pattern(r"(?P<period>(?P<count><number>)[\s-]month)(?=\s(?:\w{1,12}\s){0,2}<measure>\b)"),
            _half_year,
        ),
    )
    which = r"(?P<which>last|past|previous|prior|preceding|this|current|next|coming|following)"
    return {
        "number": counted,
        "counted": counted,
        "article": ((pattern(rf"(?P<count>an?)\s{unit}\s(?P<ago>ago|earlier|before)\b"), _ago),),
        "which": (
            (
                pattern(rf"{which}\s(?P<count><number>)(?:\s(?:or|to)\s<number>|-<number>)?\s(?:full\s)?{unit}s?\b"),
                _duration,
            ),
            (pattern(rf"{which}\s(?:fiscal|financial)(?:\syear)?\b"), _which_fiscal),
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
        "the": (
            (
                re.compile(
                    r"(?P<unit>month|quarter|half|period)\b(?!-|\s(?:of|to|that|which|ended|ending|before|earlier|when|in)\b)"
                ),
                _the_unit,
            ),
        ),
        "fiscal": (
            (
                pattern(r"fy\s?'?(?P<first>\d{4}|\d\d)<to>fy\s?'?(?P<last>\d{4}|\d\d)(?!\w|[.,]\d)"),
                _fiscal_range,
            ),
            (
                pattern(
                    r"(?:fiscal|financial)\syears?\s?(?P<first>(?:19|20)\d\d)(?:[-–/](?P<split>\d{4}|\d\d))?(?!\w|[.,]\d)"
                ),
                _fiscal,
            ),
            (pattern(r"fiscal\s(?P<first>(?:19|20)\d\d)(?:[-–/](?P<split>\d{4}|\d\d))?(?!\w|[.,]\d)"), _fiscal),
            (pattern(r"fy\s?'?(?P<first>\d{4}|\d\d)(?:[-–/](?P<split>\d{4}|\d\d))?(?!\w|[.,]\d)"), _fiscal),
        ),
        "year_end": (
            (pattern(r"year[\s-](?P<edge>end)\b(?:\s(?P<year><year>))?"), _the_year),
            (pattern(r"(?P<edge>year[\s-]to[\s-]date|ytd)\b(?:\s(?P<year><year>))?"), _the_year),
        ),
        "day": ((re.compile(r"(?P<day>yesterday|today|tonight|tomorrow)\b"), _day),),
        "half_year": ((re.compile(r"(?P<count>)(?P<period>half-year)\b(?!\w)"), _half_year),),
        "decade": ((re.compile(r"(?:19|20)\d0s\b"), _decade),),
        "same": (
            (re.compile(r"same\syear\b(?!-)"), _same_year),
            (
                pattern(
                    r"(?:same|corresponding|comparable|equivalent|(?P<ago>year-(?:ago|earlier)))\s(?:<number>\s)?"
                    r"(?P<noun>period|months?|quarter|half|time|stretch|span)\b"
                    r"(?:<ofyear>|\s(?:of\s|in\s)?(?P<back>(?:the\s)?(?:last|previous)\s(?:fiscal|financial)(?:\syear)?|the\syear\s(?:before|earlier)|a\syear\s(?:ago|before|earlier)))?"
                ),
                _same,
            ),
        ),
        "unit": (
            (
                re.compile(r"(?P<count>year|month|quarter)\s(?P<ago>before|earlier)\b"),
                lambda match, context: Stated(
                    end=match.end(),
                    period=context.shifted(-_MONTHS[match["count"]]),
                    relative=True,
                    fuzzy="comparison",
                ),
            ),
        ),
    }


def edged_rules() -> tuple[Rule, ...]:
    """What may stand behind "the end of" besides every other phrase: the year, the decade."""
    return (
        (
            re.compile(r"(?:the\s|this\s)?(?:current\s)?(?P<unit>year|quarter|month|half|decade|century)\b(?!-)"),
            _the_size,
        ),
    )


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


def with_edge(stated: Stated, edge: str) -> Stated:
    """The same period, of which only an edge is meant."""
    return evolve(stated, fuzzy=edge, article=True)
