"""Quarters, halves, years and seasons in English."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from evinvest.mentions.periods_context import Context, Stated
from evinvest.mentions.periods_grammar import (
    CENTURY,
    LONGEST,
    NEXT_WORD,
    Rule,
    month_of,
    months_of,
    number_of,
    pattern,
    stated_year,
    word_before,
)
from evinvest.mentions.periods_words import english


def _part(match: re.Match[str], context: Context) -> Stated | None:
    """The first half of 2025, the third quarter, the first three quarters, the first seven months."""
    said, _ = stated_year(match, context)
    if not said and context.lower.startswith(" of ", match.end()):
        # "the second half of the decade", "the first quarter of its fiscal year"
        return None
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


def _half_of_month(match: re.Match[str], context: Context) -> Stated | None:
    """The second half of June."""
    ordinal = english().ordinals[match["ordinal"]]
    if ordinal > 2:
        return None
    stated = months_of(match, context, month_of(match["month"]), 1)
    return stated._replace(fuzzy="early" if ordinal == 1 else "late", article=True)


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
    following = NEXT_WORD.match(context.lower, match.end())
    if following and following[1].strip(".-") in words.counted:
        return None
    before = word_before(match, context)
    if before in words.not_years or (before == "year" and context.lower.endswith("model year ", 0, match.start())):
        return None
    return Stated(end=match.end(), period=context.span(int(match["y"]), 1, 12), article=False)


def _years(match: re.Match[str], context: Context) -> Stated | None:
    """2022-2025, 2012-13, from 2022 to 2025; with "fiscal year" behind it, a fiscal year."""
    first, last = int(match["y"]), int(match["last"])
    to = match["to"].strip()
    if to == "and" and word_before(match, context) != "between":
        return None
    if len(match["last"]) == 2:
        # "2012-11" is a month; "from 2010 to 11" has a number in it.
        if to.isalpha() or (last <= 12 and last != first % CENTURY + 1):
            return None
        last += first - first % CENTURY
    count = (last - first + 1) * 12
    if not 12 < count <= LONGEST:
        return None
    split = len(match["last"]) == 2 and count == 24
    if match["fiscal"] or (split and context.known_fiscal_start() is not None):
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


_PLAIN_ENDING = re.compile(r"\s?(?:\Z|[.,;:)\n]|(?:and|as|than|from|while|when|versus|vs|compared|of)\b)")


def _is_part(match: re.Match[str], context: Context) -> bool:
    """Whether Q3 is a quarter and not an Audi, and H2 a half and not hydrogen."""
    words = english()
    if not context.text[match.start("kind")].isupper() or word_before(match, context) in words.not_quarters:
        return False
    following = NEXT_WORD.match(context.lower, match.end())
    if following and following[1].strip(".-") in words.types_of_cars:
        return False
    if match["kind"] == "q":
        return True
    return (
        match["kind"] == "h"
        and word_before(match, context) in words.leads
        and _PLAIN_ENDING.match(context.lower, match.end()) is not None
    )


@cache
def rules() -> Mapping[str, tuple[Rule, ...]]:
    """The rules by the kind of trigger that stands at their beginning."""
    parts = _part_rules()
    return {
        "number": parts[:2],
        "part": parts[2:],
        "year": _year_rules(),
        "ordinal": (
            (
                pattern(r"(?P<ordinal><ordinal>)\shalf\sof\s(?P<month><month>)(?:<ofyear>)?(?!\w)"),
                _half_of_month,
            ),
            (
                pattern(
                    r"(?P<ordinal><ordinal>)(?:\s(?P<count><number>))?[\s-](?P<size>half|quarter|month)s?\b(?!-)(?:<ofyear>)?"
                ),
                _part,
            ),
        ),
        "season": ((pattern(r"(?P<season><season>)(?:<ofyear>)\b"), _year_season),),
    }


def _part_rules() -> tuple[Rule, ...]:
    """Halves and quarters in short: the first two begin with a number."""
    return (
        (pattern(r"(?P<number>[1-4])(?P<kind>[qh])(?P<short>\d\d)?(?:<ofyear>)?(?!\w)"), _short_part),
        (pattern(r"(?P<number>[369])(?P<kind>m)\s?(?P<short>\d\d)?(?:<ofyear>)(?!\w)"), _short_part),
        (pattern(r"(?P<kind>[qh])(?P<number>[1-4])(?:['\s]?(?P<short>2\d)(?!\d))?(?:<ofyear>)?(?!\w)"), _short_part),
    )


def _year_rules() -> tuple[Rule, ...]:
    """What begins with a year."""
    return (
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
        (pattern(r"(?P<y><year>)(?![\w/]|-\w)"), _year),
    )
