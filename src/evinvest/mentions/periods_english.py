"""Calendar time in English: dates, months and their ranges, quarters and halves, years.

A rule is a pattern that begins where a trigger stands and a function that reads its match. Patterns see the text in
lower case; whether a word was written with a capital is asked of the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING

from attrs import evolve

from evinvest.mentions.periods_context import Context, Stated
from evinvest.mentions.periods_words import either, english

if TYPE_CHECKING:
    from evinvest.periods import Period

Reader = Callable[[re.Match[str], Context], Stated | None]
Rule = tuple[re.Pattern[str], Reader]

YEAR = r"(?:19[5-9]\d|20\d\d)(?![\d%]|[.,]\d)"
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
TO = r"(?:\s?[-–—~]\s?|\s(?:to|through|until|till)\s)"
# A year that a month or a quarter belongs to; the groups are read by `stated_year`.
OF_YEAR = (
    rf"(?:(?:,?\s(?:of\s|in\s)?|[,'/-]|\s?[-/]\s?)?(?P<year>{YEAR})"
    r"|,?\s(?:of\s|in\s)?(?P<which>last|this|next|the\sprevious|the\sfollowing|the\ssame|that)\syear\b(?!-)"
    r"|\s(?:of\s)(?P<the>the|the\scurrent)\syear\b(?!-)"
    r"|\s(?:of\s|in\s)?(?:the\s)?(?:fy|fiscal|financial)\s?(?:year\s)?'?"
    r"(?P<fiscal>\d{4}|\d\d)(?:[-/–](?P<split>\d{4}|\d\d))?(?![\d%])"
    r"|\s(?:of\s|in\s)(?:the\s)?(?P<fiscal_>\d{4})(?:[-/–](?P<split_>\d{4}|\d\d))?\s(?:fiscal|financial)(?:\syear)?\b)"
)
_OFFSETS = {"last": -1, "this": 0, "next": 1, "the": 0, "the current": 0}
_TWO_DIGITS = 100
_LONGEST = 600  # months: a longer range of years is a misreading


def pattern(template: str) -> re.Pattern[str]:
    """A compiled pattern in which ``<month>`` and its like stand for the words and parts of the grammar."""
    words = english()
    parts = {
        "month": named(words.months),
        "weekday": named(words.weekdays),
        "number": rf"(?:\d{{1,3}}|{either(words.numbers)})",
        "ordinal": either(words.ordinals),
        "season": either(words.seasons),
        "measure": either(words.measures),
        "ofyear": OF_YEAR,
        "year": YEAR,
        "day": DAY,
        "to": TO,
    }
    return re.compile(_PART.sub(lambda found: parts[found[1]], template))


def named(names: Iterable[str]) -> str:
    """A pattern for names of months or days; a short form may have its dot, a full name's dot ends the sentence."""
    short = english().short
    full = [name for name in names if name not in short]
    return rf"(?:{either(full)}|{either(name for name in names if name in short)}\b\.?)"


# `(?P<month>` names a group, `<month>` stands for a part.
_PART = re.compile(r"(?<!P)<(\w+)>")


def number_of(word: str) -> int:
    """The value of digits or of a number word."""
    return int(word) if word.isdecimal() else english().numbers[word]


def month_of(word: str) -> int:
    """The month of a name, from 1 to 12."""
    return english().months[word.rstrip(".")]


def full_year(digits: str) -> int:
    """A year of four digits, or of two in this century."""
    return int(digits) if len(digits) > 2 else 2000 + int(digits)


def stated_year(match: re.Match[str], context: Context) -> tuple[bool, int | None]:
    """Whether the match states a year, and which one: None when that cannot be known."""
    groups = match.groupdict()
    if groups["year"]:
        return True, int(groups["year"])
    if groups["the"] or groups["which"]:
        word = groups["the"] or groups["which"]
        if word in _OFFSETS:
            return True, context.year(_OFFSETS[word])
        if context.anchor is None:
            return True, None
        step = {"the previous": -1, "the following": 1}.get(word, 0)
        return True, context.anchor.start.year + step
    return bool(groups["fiscal"] or groups["fiscal_"]), None


def months_of(match: re.Match[str], context: Context, first: int, count: int, *, done: bool = False) -> Stated:
    """``count`` months from month ``first`` of the year that the match states, or of the most recent one."""
    said, year = stated_year(match, context)
    if match["fiscal"] or match["fiscal_"]:
        return _months_of_fiscal_year(match, context, first, count)
    if said and year is None:
        return Stated(end=match.end(), relative=True)
    stated = context.repeated(match.end(), first, count, done=done, year=year)
    return evolve(stated, relative=not match["year"])


def _months_of_fiscal_year(match: re.Match[str], context: Context, first: int, count: int) -> Stated:
    """Months by their place in a fiscal year: its "first quarter" is not January to March."""
    whole, known = stated_fiscal_year(match, context)
    if whole is None or not known:
        return Stated(end=match.end(), fuzzy="fiscal")
    period = context.span(whole.start.year, whole.start.month + first - 1, count)
    return Stated(end=match.end(), period=period, fuzzy="fiscal")


def stated_fiscal_year(match: re.Match[str], context: Context) -> tuple[Period | None, bool]:
    """The fiscal year that the match states behind or before the word "fiscal", and whether its months are known."""
    return fiscal_year(match["fiscal"] or match["fiscal_"], match["split"] or match["split_"], context)


def fiscal_year(digits: str, split: str | None, context: Context) -> tuple[Period | None, bool]:
    """The fiscal year of "2024", "25" or "2023-24", and whether its months are known."""
    year = full_year(digits)
    if split is None:
        return context.fiscal_year(None, year)
    last = int(split) if len(split) > 2 else year - year % _TWO_DIGITS + int(split)
    return context.fiscal_year(year, last)


# --- dates -----------------------------------------------------------------------------------------------------------


def _month_day(match: re.Match[str], context: Context) -> Stated | None:
    """May 16, 2025; May 16; the 16th of May; 16 May last year."""
    if not match["year"] and not _capital(match, context, "month"):
        return None
    said, year = stated_year(match, context)
    if said and year is None:
        return Stated(end=match.end(), relative=True, article=False)
    day = int(match["day"].rstrip("stndrh"))
    stated = context.repeated_day(match.end(), month_of(match["month"]), day, year)
    return None if stated is None else evolve(stated, relative=not match["year"])


def _days(match: re.Match[str], context: Context) -> Stated | None:
    """May 16-18: a few days are given as their month."""
    if not _capital(match, context, "month"):
        return None
    return evolve(months_of(match, context, month_of(match["month"]), 1), fuzzy="days", article=False)


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
    for rule, read in rules()["month"][1:3] + rules()["number"][:1]:
        if (date := rule.match(context.lower, match.end())) and (stated := read(date, context)):
            return stated
    return None


def _iso_month(match: re.Match[str], context: Context) -> Stated | None:
    """2025-06."""
    period = context.span(int(match["y"]), int(match["m"]), 1) if 1 <= int(match["m"]) <= 12 else None
    return None if period is None else Stated(end=match.end(), period=period, article=False)


def _year_month(match: re.Match[str], context: Context) -> Stated | None:
    """2022 September."""
    if not _capital(match, context, "month"):
        return None
    period = context.span(int(match["y"]), month_of(match["month"]), 1)
    return Stated(end=match.end(), period=period, article=False)


def _weekday(match: re.Match[str], context: Context) -> Stated | None:
    """Monday; last Friday; Friday, May 16 is left to the date."""
    if not _capital(match, context, "weekday") or _word_before(match, context) in english().not_weekdays:
        return None
    name = match["weekday"].rstrip(".")
    which = match["which"]
    # "Sun" and "Mon" alone are newspapers and names.
    if name in english().short and not which and _word_before(match, context) not in ("on", "late", "early"):
        return None
    return context.weekday(match.end(), english().weekdays[name], which)


# --- months ----------------------------------------------------------------------------------------------------------


def _month(match: re.Match[str], context: Context) -> Stated | None:
    """June 2025; June last year; in June."""
    said, _ = stated_year(match, context)
    if not match["year"] and not _capital(match, context, "month"):
        return None
    name = match["month"].rstrip(".")
    if not said and (name in english().verbs or name in english().short) and not _is_month(match, context):
        return None
    if not said and (shared := _shared_year().match(context.lower, match.end())):
        # "in June and July 2025": the year is said once.
        return Stated(end=match.end(), period=context.span(int(shared[1]), month_of(name), 1), article=False)
    return evolve(months_of(match, context, month_of(name), 1), article=False)


def _checked_range(match: re.Match[str], context: Context) -> Stated | None:
    """A range of months: "and" makes one only behind "between"."""
    if match["to"].strip() == "and" and _word_before(match, context) != "between":
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
    if not match["year"] and not _capital(match, context, "month"):
        return None
    first, last = month_of(match["month"]), month_of(match["last"])
    count = (last - first) % 12 + 1
    if match["from"]:
        if not match["year"]:
            return None
        count = (int(match["year"]) - int(match["from"])) * 12 + last - first + 1
        if not 0 < count <= _LONGEST:
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
    return evolve(context.repeated(match.end(), first, count, done=True), between=True)


def _up_to_month(match: re.Match[str], context: Context) -> Stated | None:
    """The year to March 2025, the six months through September, the quarter ended June 30."""
    count = {"year": 12, "half": 6, "quarter": 3}.get(match["size"]) or number_of(match["months"])
    if not 1 <= count <= 24:
        return None
    said, year = stated_year(match, context)
    if said and year is None:
        return Stated(end=match.end(), relative=True)
    first = month_of(match["month"]) - count + 1
    return evolve(context.repeated(match.end(), first, count, done=True, year=year), relative=not match["year"])


# --- quarters, halves, years -----------------------------------------------------------------------------------------


def _part(match: re.Match[str], context: Context) -> Stated | None:
    """The first half of 2025, the third quarter, the first three quarters, the first seven months."""
    ordinal = english().ordinals[match["ordinal"]]
    size = {"half": 6, "quarter": 3, "month": 1}[match["size"]]
    if match["count"]:
        count = number_of(match["count"]) * size
        if ordinal != 1 or not 1 <= count <= 12:
            return None
        return months_of(match, context, 1, count, done=True)
    if size == 6 and match["ordinal"] == "final":
        ordinal = 2
    if size == 1 or ordinal * size > 12:
        return None
    return months_of(match, context, (ordinal - 1) * size + 1, size)


def _short_part(match: re.Match[str], context: Context) -> Stated | None:
    """H1 2025, 1H25, Q3 2026, 3Q25, 9M 2025; 2025 Q3; Q3 alone, written with a capital."""
    kind, number = match["kind"], int(match["number"])
    size = {"h": 6, "q": 3, "m": 1}[kind]
    said, _ = stated_year(match, context)
    if not said:
        if match["short"]:
            period = context.span(2000 + int(match["short"]), (number - 1) * size + 1, size)
            return Stated(end=match.end("short"), period=period)
        if not _is_part(match, context):
            return None
    first, count = (1, number) if kind == "m" else ((number - 1) * size + 1, size)
    return None if first + count > 13 else months_of(match, context, first, count)


def _year_part(match: re.Match[str], context: Context) -> Stated | None:
    """2025 H1, 2025Q3, 2025's first half."""
    words = english()
    if match["ordinal"]:
        number, kind = words.ordinals[match["ordinal"]], match["size"][0]
    else:
        number, kind = int(match["number"]), match["kind"]
    size = {"h": 6, "q": 3}[kind]
    if number * size > 12:
        return None
    return Stated(end=match.end(), period=context.span(int(match["y"]), (number - 1) * size + 1, size), article=False)


def _year(match: re.Match[str], context: Context) -> Stated | None:
    """2024, when it counts nothing and is no name."""
    words = english()
    following = _NEXT_WORD.match(context.lower, match.end())
    if following and following[1].strip(".-") in words.counted:
        return None
    before = _word_before(match, context)
    if before in words.not_years or (before == "year" and context.lower.endswith("model year ", 0, match.start())):
        return None
    return Stated(end=match.end(), period=context.span(int(match["y"]), 1, 12), article=False)


def _years(match: re.Match[str], context: Context) -> Stated | None:
    """2022-2025, 2012-13, from 2022 to 2025; with "fiscal year" behind it, a fiscal year."""
    first, last = int(match["y"]), int(match["last"])
    to = match["to"].strip()
    if to == "and" and _word_before(match, context) != "between":
        return None
    if len(match["last"]) == 2:
        # "2012-11" is a month; "from 2010 to 11" has a number in it.
        if to.isalpha() or (last <= 12 and last != first % _TWO_DIGITS + 1):
            return None
        last += first - first % _TWO_DIGITS
    count = (last - first + 1) * 12
    if not 12 < count <= _LONGEST:
        return None
    if match["fiscal"]:
        period, known = context.fiscal_year(first, last)
        return Stated(end=match.end(), period=period if known else None, fuzzy="fiscal")
    return Stated(end=match.end("last"), period=context.span(first, 1, count), article=False, between=True)


def _year_season(match: re.Match[str], context: Context) -> Stated | None:
    """Autumn 2025, the summer of 2026, last spring: the year, with the season as what is fuzzy."""
    said, year = stated_year(match, context)
    if not said or match["fiscal"] or match["fiscal_"]:
        return None
    period = None if year is None else context.span(year, 1, 12)
    return Stated(end=match.end(), period=period, relative=not match["year"], fuzzy=match["season"])


# --- what stands around a match --------------------------------------------------------------------------------------

_NEXT_WORD = re.compile(r"\s(?:new\s|battery\s|electric\s)?([a-z.-]{1,20})(?![a-z])")
_PREVIOUS_WORD = re.compile(r"([\w.&/'-]{1,20})\s\Z")
_PLAIN_ENDING = re.compile(r"\s?(?:\Z|[.,;:)\n]|(?:and|as|than|from|while|when|versus|vs|compared|of)\b)")


@cache
def _shared_year() -> re.Pattern[str]:
    return pattern(rf"(?:(?:,?\s(?:and|or)\s|,\s)<month>){{1,3}},?\s({YEAR})")


def _word_before(match: re.Match[str], context: Context) -> str:
    start = match.start()
    found = _PREVIOUS_WORD.search(context.lower, max(0, start - 21), start)
    return found[1] if found else ""


def _capital(match: re.Match[str], context: Context, group: str) -> bool:
    return context.text[match.start(group)].isupper()


def _is_month(match: re.Match[str], context: Context) -> bool:
    """Whether "May", "March" or a short form stands where only a month does."""
    words, start = english(), match.start("month")
    before = _word_before(match, context)
    following = _NEXT_WORD.match(context.lower, match.end())
    if following and following[1].strip(".-") in words.month_nouns:
        return True
    if before in words.leads or before in ("late", "early", "mid", "and", "or", "vs", "versus", "the", "a"):
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


def _is_part(match: re.Match[str], context: Context) -> bool:
    """Whether Q3 is a quarter and not an Audi, and H2 a half and not hydrogen."""
    words = english()
    if not context.text[match.start("kind")].isupper() or _word_before(match, context) in words.not_quarters:
        return False
    following = _NEXT_WORD.match(context.lower, match.end())
    if following and following[1].strip(".-") in words.types_of_cars:
        return False
    if match["kind"] == "q":
        return True
    return (
        match["kind"] == "h"
        and _word_before(match, context) in words.leads
        and _PLAIN_ENDING.match(context.lower, match.end()) is not None
    )


@cache
def rules() -> Mapping[str, tuple[Rule, ...]]:
    """The rules by the kind of trigger that stands at their beginning."""
    day_guard = (
        rf"(?![\d%-]|\.\d|,(?!{YEAR})\d|:\d|\s(?:million|billion|trillion|thousand|percent|per\scent|pct|lakh|crore)\b)"
    )
    months: tuple[Rule, ...] = (
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
    numbers: tuple[Rule, ...] = (
        (pattern(r"(?P<day><day>)(?:\sday)?\s(?:of\s)?(?P<month><month>)(?:<ofyear>)?(?!\w)"), _month_day),
        (
            re.compile(
                r"(?:(?P<iso>(?:19[5-9]|20\d)\d)([-/.])(?P<m>\d{1,2})\2(?P<d>\d{1,2})"
                r"|(?P<a>\d{1,2})([-/.])(?P<b>\d{1,2})\6(?P<y>(?:19[5-9]|20\d)\d))(?![\w%/]|[.,-]\w)"
            ),
            _numeric,
        ),
    )
    parts: tuple[Rule, ...] = (
        (pattern(r"(?P<number>[1-4])(?P<kind>[qh])(?P<short>\d\d)?(?:<ofyear>)?(?!\w)"), _short_part),
        (pattern(r"(?P<number>[369])(?P<kind>m)\s?(?P<short>\d\d)?(?:<ofyear>)(?!\w)"), _short_part),
        (pattern(r"(?P<kind>[qh])(?P<number>[1-4])(?:['\s]?(?P<short>2\d)(?!\d))?(?:<ofyear>)?(?!\w)"), _short_part),
    )
    years: tuple[Rule, ...] = (
        (
            pattern(
                r"(?P<y>(?:19[5-9]|20\d)\d)(?P<to>\s?[-–—/]\s?|\s(?:to|through|and)\s)(?P<last>(?:19|20)?\d\d)"
                r"(?P<fiscal>\s(?:fiscal|financial)\s?(?:year)?)?(?![\w%]|[.,-]\d|-\w)"
            ),
            _years,
        ),
        (
            pattern(
                r"(?P<y><year>)(?:['’]s\s|\s|-)?(?:(?P<ordinal><ordinal>)[\s-](?P<size>half|quarter)\b"
                r"|(?P<kind>[qh])(?P<number>[1-4])(?!\w))"
            ),
            _year_part,
        ),
        (re.compile(r"(?P<y>(?:19[5-9]|20\d)\d)-(?P<m>\d\d)(?![\w%-]|[.,]\d)"), _iso_month),
        (pattern(r"(?P<y><year>)\s(?P<month><month>)(?!\w|\s\d)"), _year_month),
        (pattern(r"(?P<y><year>)(?![\w/]|-\w)"), _year),
    )
    up_to_month: tuple[Rule, ...] = (
        (
            pattern(
                r"(?:(?:fiscal\s|financial\s)?(?P<size>year|half|quarter)|(?P<months><number>)\smonths)\s(?:that\s|which\s)?"
                r"(?:to|through|until|till|ended|ending|ends)\s(?:in\s|on\s)?(?:<day>\s)?(?P<month><month>)"
                r"(?:\s<day>(?!\d))?(?:<ofyear>)?(?!\w)"
            ),
            _up_to_month,
        ),
    )
    return {
        "month": months,
        "number": (*numbers, *parts[:2], *up_to_month),
        "counted": up_to_month,
        "year": (*numbers[1:], *years),
        "part": parts[2:],
        "weekday": (
            (pattern(r"(?P<which>)(?P<weekday><weekday>),?\s(?=<month>\s?\d|\d{1,2}\s<month>)"), _dated_weekday),
            (pattern(r"(?P<which>)(?P<weekday><weekday>)(?!\w)"), _weekday),
        ),
        "ordinal": (
            (
                pattern(
                    r"(?P<ordinal><ordinal>)(?:\s(?P<count><number>))?[\s-](?P<size>half|quarter|month)s?\b(?:<ofyear>)?"
                ),
                _part,
            ),
        ),
        "season": ((pattern(r"(?P<season><season>)(?:<ofyear>)\b"), _year_season),),
        "which": (
            (pattern(r"(?P<which>last|this|next|coming)\s(?P<month><month>)(?!\w)"), _which_month),
            (pattern(r"(?P<which>last|this|next|coming)\s(?P<weekday><weekday>)(?!\w)"), _weekday),
        ),
        "size": up_to_month,
        "fiscal": up_to_month,
    }
