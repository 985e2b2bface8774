"""The grammar that all rules for English share: parts of patterns, the year that is stated, the words around.

A rule is a pattern that begins where a trigger stands and a function that reads its match. Patterns see the text in
lower case; whether a word was written with a capital is asked of the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

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
CENTURY = 100
LONGEST = 600  # months: a longer range of years is a misreading


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
    if match["year"]:
        return True, int(match["year"])
    if word := match["the"] or match["which"]:
        if word in _OFFSETS:
            return True, context.year(_OFFSETS[word])
        if context.anchor is None:
            return True, None
        step = {"the previous": -1, "the following": 1}.get(word, 0)
        return True, context.anchor.start.year + step
    return bool(match["fiscal"] or match["fiscal_"]), None


def months_of(match: re.Match[str], context: Context, first: int, count: int, *, done: bool = False) -> Stated:
    """``count`` months from month ``first`` of the year that the match states, or of the most recent one."""
    said, year = stated_year(match, context)
    if match["fiscal"] or match["fiscal_"]:
        return _months_of_fiscal_year(match, context, first, count)
    if said and year is None:
        return Stated(end=match.end(), relative=True)
    stated = context.repeated(match.end(), first, count, done=done, year=year)
    return stated._replace(relative=not match["year"])


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
    last = int(split) if len(split) > 2 else year - year % CENTURY + int(split)
    return context.fiscal_year(year, last)


NEXT_WORD = re.compile(r"\s(?:new\s|battery\s|electric\s)?([a-z.-]{1,20})(?![a-z])")
_PREVIOUS_WORD = re.compile(r"([\w.&/'-]{1,20})\s\Z")


def word_before(match: re.Match[str], context: Context) -> str:
    """The word before a match, in lower case; empty at the beginning of a line or behind a sign."""
    start = match.start()
    found = _PREVIOUS_WORD.search(context.lower, max(0, start - 21), start)
    return found[1] if found else ""


def is_capital(match: re.Match[str], context: Context, group: str) -> bool:
    """Whether a group of the match begins with a capital in the text."""
    return context.text[match.start(group)].isupper()
