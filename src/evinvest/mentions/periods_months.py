"""Dates, weekdays, months and ranges of months in English."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from evinvest.mentions.periods_context import Context, Stated
from evinvest.mentions.periods_grammar import (
    CENTURY,
    LONGEST,
    NEXT_WORD,
    YEAR,
    Rule,
    is_capital,
    month_of,
    months_of,
    number_of,
    pattern,
    stated_fiscal_year,
    stated_year,
    word_before,
)
from evinvest.mentions.periods_words import english


def _month_day(match: re.Match[str], context: Context) -> Stated | None:
    """May 16, 2025; May 16; the 16th of May; 16 May last year."""
    if not match["year"] and not is_capital(match, context, "month"):
        return None
    said, year = stated_year(match, context)
    if said and year is None:
        return Stated(end=match.end(), relative=True, article=False)
    day = int(match["day"].rstrip("stndrh"))
    stated = context.repeated_day(match.end(), month_of(match["month"]), day, year)
    if stated is None:
        # 31 February is no day, and no February either.
        return Stated(end=match.end(), article=False)
    return stated._replace(relative=not match["year"])


def _days(match: re.Match[str], context: Context) -> Stated | None:
    """May 16-18: a few days are given as their month."""
    if not is_capital(match, context, "month"):
        return None
    return months_of(match, context, month_of(match["month"]), 1)._replace(fuzzy="days", article=False)


def _numeric(match: re.Match[str], context: Context) -> Stated | None:
    """2025-05-16, 2025/5/16; 16/05/2025 only where just one of the two can be the month."""
    if match["iso"]:
        return context.repeated_day(match.end(), int(match["m"]), int(match["d"]), int(match["iso"]))
    a, b = int(match["a"]), int(match["b"])
    if a != b and a <= 12 and b <= 12:
        return None
    month, day = (b, a) if b <= 12 else (a, b)
    return context.repeated_day(match.end(), month, day, int(match["y"])) if month <= 12 else None


def _dated_weekday(match: re.Match[str], context: Context) -> Stated | None:
    """Friday, May 16: the date behind it says which Friday."""
    for rule, read in _month_rules()[1:3] + _number_rules()[:1]:
        if (date := rule.match(context.lower, match.end())) and (stated := read(date, context)):
            return stated
    return None


def _iso_month(match: re.Match[str], context: Context) -> Stated | None:
    """2025-06; but 2010-11 is more often two years."""
    year, month = int(match["y"]), int(match["m"])
    if not 1 <= month <= 12 or month == year % CENTURY + 1:
        return None
    return Stated(end=match.end(), period=context.span(year, month, 1), article=False)


def _year_month(match: re.Match[str], context: Context) -> Stated | None:
    """2022 September."""
    if not is_capital(match, context, "month"):
        return None
    period = context.span(int(match["y"]), month_of(match["month"]), 1)
    return Stated(end=match.end(), period=period, article=False)


def _weekday(match: re.Match[str], context: Context) -> Stated | None:
    """Monday; last Friday; Friday, May 16 is left to the date."""
    if not is_capital(match, context, "weekday") or word_before(match, context) in english().not_weekdays:
        return None
    name = match["weekday"].rstrip(".")
    which = match["which"]
    # "Sun" and "Mon" alone are newspapers and names.
    if name in english().short and not which and word_before(match, context) not in ("on", "late", "early"):
        return None
    return context.weekday(match.end(), english().weekdays[name], which)


def _month(match: re.Match[str], context: Context) -> Stated | None:
    """June 2025; June last year; in June."""
    said, _ = stated_year(match, context)
    name = match["month"].rstrip(".")
    if not match["year"] and not is_capital(match, context, "month") and not _is_plain(name, match, context):
        return None
    if not said and (name in english().verbs or name in english().short) and not _is_month(match, context):
        return None
    if not said and (shared := _shared_year().match(context.lower, match.end())):
        # "in June and July 2025": the year is said once.
        return Stated(end=match.end(), period=context.span(int(shared[1]), month_of(name), 1), article=False)
    return months_of(match, context, month_of(name), 1)._replace(article=False)


def _checked_range(match: re.Match[str], context: Context) -> Stated | None:
    """A range of months: "and" makes one only behind "between"."""
    if match["to"].strip() == "and" and word_before(match, context) != "between":
        return None
    return _month_range(match, context)


def _which_month(match: re.Match[str], context: Context) -> Stated | None:
    """Last August, this June, next May."""
    month = month_of(match["month"])
    if context.base is None:
        return Stated(end=match.end(), relative=True)
    this = context.base.month
    step = {"last": -(month >= this), "this": 0, "next": int(month <= this), "coming": int(month < this)}
    return Stated(
        end=match.end(),
        period=context.span(context.base.year + step[match["which"]], month, 1),
        relative=True,
        article=False,
    )


def _month_range(match: re.Match[str], context: Context) -> Stated | None:
    """January-June, from January to July 2025, between July 2022 and June 2023."""
    if not match["year"] and not is_capital(match, context, "month"):
        return None
    first, last = month_of(match["month"]), month_of(match["last"])
    count = (last - first) % 12 + 1
    if match["from"]:
        if not match["year"]:
            return None
        count = (int(match["year"]) - int(match["from"])) * 12 + last - first + 1
        if not 0 < count <= LONGEST:
            return None
        return Stated(end=match.end(), period=context.span(int(match["from"]), first, count), between=True)
    said, year = stated_year(match, context)
    in_fiscal = bool(match["fiscal"] or match["fiscal_"])
    if in_fiscal:
        # The months say themselves which they are; the fiscal year says only in which year.
        whole, known = stated_fiscal_year(match, context)
        year = whole.start.year + (first < whole.start.month) if whole and known else None
    elif said and year is not None and first > last:
        year -= 1
    if said or in_fiscal:
        period = None if year is None else context.span(year, first, count)
        return Stated(end=match.end(), period=period, relative=not match["year"], between=True)
    return context.repeated(match.end(), first, count, done=True)._replace(between=True)


def _year_up_to(match: re.Match[str], context: Context) -> Stated:
    """This year through April: from its January."""
    year = context.year({"this": 0, "last": -1}[match["which"]])
    period = None if year is None else context.span(year, 1, month_of(match["month"]))
    return Stated(end=match.end(), period=period, relative=True)


def _up_to_month(match: re.Match[str], context: Context) -> Stated | None:
    """The year to March 2025, the six months through September, the quarter ended June 30."""
    count = {"year": 12, "half": 6, "half-year": 6, "quarter": 3}.get(match["size"]) or number_of(match["months"])
    if not 1 <= count <= 24:
        return None
    said, year = stated_year(match, context)
    if said and year is None:
        return Stated(end=match.end(), relative=True)
    first = month_of(match["month"]) - count + 1
    return context.repeated(match.end(), first, count, done=True, year=year)._replace(relative=not match["year"])


@cache
def _shared_year() -> re.Pattern[str]:
    return pattern(rf"(?:(?:,?\s(?:and|or)\s|,\s)<month>){{1,3}},?\s({YEAR})")


def _is_plain(name: str, match: re.Match[str], context: Context) -> bool:
    """Whether a month without its capital is one: "in june", but not "in may"."""
    words = english()
    return name not in words.verbs and name not in words.short and word_before(match, context) in words.leads


def _is_month(match: re.Match[str], context: Context) -> bool:
    """Whether "May", "March" or a short form stands where only a month does."""
    words, start = english(), match.start("month")
    before = word_before(match, context)
    following = NEXT_WORD.match(context.lower, match.end())
    if following and following[1].strip(".-") in words.month_nouns:
        return True
    if before in words.leads or before in words.before_months:
        # "from Jan Smith": a name goes on with a capital.
        after = context.text[match.end() : match.end() + 2]
        return match["month"] in words.verbs or not (after[:1] == " " and after[1:].isupper())
    # "its May forecast": a capital inside a sentence; "GM May build" has a capital before it.
    return (
        match["month"] in words.verbs
        and bool(before)
        and context.text[start - 1 - len(before)].islower()
        and before[-1].isalpha()
        and following is not None
        and context.text[following.start(1)].islower()
    )


@cache
def rules() -> Mapping[str, tuple[Rule, ...]]:
    """The rules by the kind of trigger that stands at their beginning."""
    up_to_month = _up_to_month_rules()
    numbers = _number_rules()
    return {
        "month": _month_rules(),
        "number": (*numbers, *up_to_month),
        "counted": up_to_month,
        "size": up_to_month,
        "half_year": up_to_month,
        "fiscal": up_to_month,
        "year": (
            *numbers[1:],
            (re.compile(r"(?P<y>(?:19[5-9]|20\d)\d)-(?P<m>\d\d)(?![\w%-]|[.,]\d)"), _iso_month),
            (pattern(r"(?P<y><year>)\s(?P<month><month>)(?!\w|\s\d)"), _year_month),
        ),
        "weekday": (
            (pattern(r"(?P<which>)(?P<weekday><weekday>),?\s(?=<month>\s?\d|\d{1,2}\s<month>)"), _dated_weekday),
            (pattern(r"(?P<which>)(?P<weekday><weekday>)(?!\w)"), _weekday),
        ),
        "which": (
            *up_to_month,
            (pattern(r"(?P<which>this|last)\syear\s(?:through|to|until|till)\s(?P<month><month>)(?!\w)"), _year_up_to),
            (pattern(r"(?P<which>last|this|next|coming)\s(?P<month><month>)(?!\w)"), _which_month),
            (pattern(r"(?P<which>last|this|next|coming)\s(?P<weekday><weekday>)(?!\w)"), _weekday),
        ),
    }


@cache
def _month_rules() -> tuple[Rule, ...]:
    """What begins with the name of a month."""
    day_guard = (
        rf"(?![\d%-]|\.\d|,(?!{YEAR})\d|:\d|\s(?:million|billion|trillion|thousand|percent|per\scent|pct|lakh|crore)\b)"
    )
    return (
        (
            pattern(
                r"(?P<month><month>)(?:,?\s(?P<from><year>))?(?P<to><to>|\sand\s)(?P<last><month>)(?!\s<day>(?![\d,.]))"
                r"(?:\s(?:quarter|period|half))?(?:<ofyear>)?(?:['’]s)?(?!\w)"
            ),
            _checked_range,
        ),
        (pattern(r"(?P<month><month>)\s?<day>\s?[-–]\s?<day>(?:<ofyear>)?(?!\w)"), _days),
        (pattern(rf"(?P<month><month>)\s?(?P<day><day>){day_guard}(?:<ofyear>)?(?!\w)"), _month_day),
        (pattern(r"(?P<month><month>)(?:<ofyear>)?(?!\w)"), _month),
    )


@cache
def _number_rules() -> tuple[Rule, ...]:
    """What begins with the number of a day, or is all numbers."""
    return (
        (pattern(r"(?P<day><day>)(?:\sday)?\s(?:of\s)?(?P<month><month>)(?:<ofyear>)?(?!\w)"), _month_day),
        (
            re.compile(
                r"(?:(?P<iso>(?:19[5-9]|20\d)\d)([-/.])(?P<m>\d{1,2})\2(?P<d>\d{1,2})"
                r"|(?P<a>\d{1,2})([-/.])(?P<b>\d{1,2})\6(?P<y>(?:19[5-9]|20\d)\d))(?:(?![\w%/]|[.,-]\w)|(?=t\d\d:))"
            ),
            _numeric,
        ),
    )


def _up_to_month_rules() -> tuple[Rule, ...]:
    """A number of months told by the last of them."""
    return (
        (
            pattern(
                r"(?:(?:(?:(?:this|last|current|next)\s)?(?:fiscal|financial)\s)?(?P<size>year|half-year|half|quarter)|(?P<months><number>)\smonths)\s(?:that\s|which\s)?"
                r"(?:to|through|until|till|ended|ending|ends)\s(?:in\s|on\s)?(?:<day>\s)?(?P<month><month>)"
                r"(?:\s<day>(?!\d))?(?:<ofyear>)?(?!\w)"
            ),
            _up_to_month,
        ),
    )
