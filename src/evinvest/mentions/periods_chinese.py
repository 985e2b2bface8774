"""Calendar time in Chinese: 2025年5月16日, 前三季度, 1-7月, 去年同期, 年底."""

from __future__ import annotations

import re
from functools import cache

from evinvest.mentions.periods_context import Context, Stated
from evinvest.mentions.periods_words import ChineseWords, chinese, either

_N = r"(?:\d{1,2}|十[一二]?|[一二两三四五六七八九])"
_TO = r"\s?[-–—~～至到]\s?"
# A part of a year, behind the year or alone.
_YEAR_PART = (
    rf"(?:(?P<first>{_N})\s?月?{_TO}(?P<last>{_N})\s?月份?"
    rf"|(?P<month>{_N})\s?月(?:份|\s?(?P<day>\d{{1,2}})\s?[日号])?(?P<month_edge>[上中下]旬|[初中底末])?"
    rf"|(?P<half>[上下])半年|第?(?P<quarter>[一二三四1-4])季度?|[q](?P<q>[1-4])"
    rf"|前(?P<quarters>[二两三])个?季度?|前\s?(?P<months>{_N})\s?个?月"
    r"|(?P<same>同期)|(?P<edge>年?[初底末]|年中|年内|春季|夏季|秋季|冬季))"
)
_YEAR = r"(?:19[5-9]|20\d)\d"
_SIZES = {"年": "year", "个月": "month", "月": "month", "天": "day", "周": "week", "个季度": "quarter"}


@cache
def _dated() -> re.Pattern[str]:
    years = either([*chinese().years, *chinese().anchored])
    return re.compile(
        rf"(?:(?:(?P<from>{_YEAR})年?{_TO})?(?P<year>{_YEAR})\s?年|(?P<which>{years}))(?:全年)?(?:\s?{_YEAR_PART})?"
    )


@cache
def _undated() -> re.Pattern[str]:
    return re.compile(rf"(?P<from>)(?P<year>)(?P<which>)(?:{_YEAR_PART})")


@cache
def _relative() -> re.Pattern[str]:
    words = chinese()
    return re.compile(
        rf"(?P<month>{either(words.months)})|(?P<day>{either(words.days)})|(?P<now>目前)|(?P<current>当月|同期)"
        r"|(?P<edge>年[底末内初中])"
    )


@cache
def _duration() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<lead>{either(chinese().lengths)})?(?P<count>{_N})(?P<unit>年|个月|个季度|天|周)(?P<tail>内|以内|之内)?"
    )


def triggers() -> str:
    """The group ``chinese`` of the pattern of triggers: what calendar time can begin with."""
    words = chinese()
    told_words = [*words.years, *words.months, *words.days, *chinese().anchored, "目前", "当月", "同期"]
    told = either(told_words)
    # Most characters begin none of them: one look spares the alternation.
    first = (
        "".join(dict.fromkeys(word[0] for word in (*told_words, *words.lengths))) + "年上下第前一二两三四五六七八九十"
    )
    return (
        rf"(?=[0-9{first}])(?<![\d.,])(?P<chinese>{_YEAR}(?:年?{_TO}{_YEAR})?\s?年|{told}|年[底末内初中]|[上下]半年|第?[一二三四1-4]季度?|前[二两三]个?季度?"
        rf"|前\s?{_N}\s?个?月|{either(words.lengths)}?{_N}(?:年|个月|个季度|天|周)|{_N}\s?月?{_TO}{_N}\s?月|{_N}\s?月)"
    )


def number_of(word: str) -> int:
    """The value of digits or of a Chinese number up to twelve."""
    return int(word) if word.isdecimal() else chinese().numbers[word]


def read(context: Context, start: int) -> Stated | None:
    """The phrase that begins at ``start``, if there is one."""
    text = context.lower
    if match := _dated().match(text, start):
        year = int(match["year"]) if match["year"] else _told_year(match["which"], context)
        return _part(match, context, year, said=True)
    if (match := _duration().match(text, start)) and (match["lead"] or match["tail"]):
        return Stated(
            end=match.end("unit"), relation="duration", length=number_of(match["count"]), unit=_SIZES[match["unit"]]
        )
    if match := _relative().match(text, start):
        return _told(match, context, chinese())
    if (match := _undated().match(text, start)) and not match["edge"]:
        return _part(match, context, None, said=False)
    return None


def _told_year(word: str, context: Context) -> int | None:
    """The year of 去年, or of 同年: the one that the text spoke of last."""
    if (step := chinese().anchored.get(word)) is not None:
        return None if context.anchor is None else context.anchor.start.year + step
    return context.year(chinese().years[word])


def _part(match: re.Match[str], context: Context, year: int | None, *, said: bool) -> Stated | None:
    """A part of a year, or the whole of it; the most recent one when no year is said."""
    end = match.end()
    if match["from"]:
        return _years(match, context)
    if match["same"]:
        same = context.anchor
        if said:
            same = None if same is None or year is None else same.in_year(year)
        return Stated(end=end, period=same, relative=True, fuzzy="comparison")
    months = _months(match)
    if months is None or (said and year is None):
        return None if months is None else Stated(end=end, relative=True)
    first, count = months
    if match["day"]:
        stated = context.repeated_day(end, first, int(match["day"]), year)
    else:
        done = count not in (1, 3, 6, 12) or bool(match["first"])
        stated = context.repeated(end, first, count, done=done, year=year)
    edge = match["month_edge"] or match["edge"]
    fuzzy = chinese().edges[edge] if edge else None
    return None if stated is None else stated._replace(relative=not match["year"], fuzzy=fuzzy)


def _years(match: re.Match[str], context: Context) -> Stated | None:
    """2024-2030年."""
    first, last = int(match["from"]), int(match["year"])
    whole = match.end() == match.end("year") + 1
    if not whole or not first < last <= first + 50:
        return None
    return Stated(end=match.end(), period=context.span(first, 1, (last - first + 1) * 12))


def _months(match: re.Match[str]) -> tuple[int, int] | None:
    """The first month and the number of months that the groups of a match say; None for no months of a year."""
    first, count = 1, 12
    if match["first"]:
        first = number_of(match["first"])
        count = number_of(match["last"]) - first + 1
    elif match["month"]:
        first, count = number_of(match["month"]), 1
    elif match["half"]:
        first, count = (1 if match["half"] == "上" else 7), 6
    elif match["quarter"] or match["q"]:
        first, count = number_of(match["quarter"] or match["q"]) * 3 - 2, 3
    elif match["quarters"]:
        count = number_of(match["quarters"]) * 3
    elif match["months"]:
        count = number_of(match["months"])
    return (first, count) if first >= 1 and count >= 1 and first + count <= 13 else None


def _told(match: re.Match[str], context: Context, words: ChineseWords) -> Stated:
    """本月, 昨日, 当月, 年底."""
    end = match.end()
    if match["month"]:
        return Stated(end=end, period=context.months(words.months[match["month"]]), relative=True)
    if match["day"]:
        return Stated(end=end, period=context.day(words.days[match["day"]]), relative=True)
    if match["now"]:
        return Stated(end=end, relative=True, fuzzy="now")
    if match["current"]:
        return _current(match["current"], context, end)
    year = context.year(0)
    period = None if year is None else context.span(year, 1, 12)
    return Stated(end=end, period=period, relative=True, fuzzy=words.edges[match["edge"]])


def _current(word: str, context: Context, end: int) -> Stated:
    """当月, 同期: the period that the text spoke of last."""
    anchor = context.anchor
    period = anchor
    if anchor is not None and word == "当月":
        period = context.span(anchor.end.year, anchor.end.month - 1, 1)
    return Stated(end=end, period=period, relative=True, fuzzy="comparison" if word == "同期" else None)
