"""What calendar time can begin with: one pattern, whose groups are the kinds of rules to try there."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from functools import cache

from evinvest.mentions import periods_chinese
from evinvest.mentions.periods_words import either, english

_INITIALS = "0123456789abcdefhjlmnopqstwy"
_WHICH = "last past previous prior preceding this current next coming following".split()
_SAME = "same corresponding comparable equivalent".split()
_UNITS = "year quarter month week day decade".split()
_SIZES = "year half quarter".split()
_FISCAL = "fiscal financial fy".split()
_DAYS = "yesterday today tonight tomorrow".split()
_WHEN = ("later", "earlier", "so far")
_EDGES = ("early", "late", "mid", "beginning", "start", "middle", "latter part", "end", "close")
_OTHERS = "ytd period a an".split()


@cache
def triggers(*, with_chinese: bool) -> re.Pattern[str]:
    """What calendar time can begin with; the name of the group is the kind of the rules to try."""
    # Most letters begin none of the words: one look spares the long alternation.
    guarded = rf"\b(?=[{_INITIALS}])(?<![\w.,/$€£¥₹#=&?%-])(?:{_english_triggers()})"
    return re.compile(rf"{guarded}|{periods_chinese.triggers()}" if with_chinese else guarded)


def openings(words: AbstractSet[str]) -> set[str]:
    """Of the distinct words of a text, in small letters, those that an English trigger may begin in.

    A word with a digit or a foreign letter in it ("q3", "may2025") counts by its first sign alone.

    >>> sorted(openings({"output", "rose", "in", "q3", "this", "year"}))
    ['q3', 'this', 'year']
    """
    mixed = {word for word in words if word[0] in _INITIALS and not (word.isalpha() and word.isascii())}
    return mixed.union(_first_words().intersection(words))


@cache
def _first_words() -> frozenset[str]:
    words = english()
    phrases = (
        *words.months, *words.weekdays, *words.numbers, *words.ordinals, *words.seasons,
        *_WHICH, *_SAME, *_UNITS, *_SIZES, *_FISCAL, *_DAYS, *_WHEN, *_EDGES, *_OTHERS,
    )  # fmt: skip
    return frozenset(phrase.split()[0] for phrase in phrases)


@cache
def inner_triggers() -> re.Pattern[str]:
    """The same behind an edge, where a hyphen may stand: "mid-2026"."""
    return re.compile(_english_triggers())


def _english_triggers() -> str:
    words = english()
    month, numbers = either(words.months), either(words.numbers)
    units = either(_UNITS)
    kinds = {
        "decade": r"(?:19|20)\d0s\b",
        "year": r"(?:19[5-9]|20\d)\d(?!\d|[.,]\d|%|\s?年)",
        "number": (
            rf"\d{{1,3}}(?=[\s-](?:full\s)?{units}|-\d{{1,2}}\s{units}|\s(?:or|to)\s(?:\d{{1,2}}|{numbers})\s{units}"
            rf"|(?:st|nd|rd|th)?(?:\sday)?\s(?:of\s)?{month}\b|[qhm][\s\d'/-]|[qhm]\b|[-/.]\d{{1,2}}[-/.](?:19|20)\d\d)"
        ),
        "month": month + r"(?![a-z])",
        "weekday": either(words.weekdays) + r"(?![a-z])",
        "ordinal": either(words.ordinals) + rf"[\s-](?=(?:(?:\d{{1,2}}|{numbers})\s)?(?:half|quarter|month))",
        "which": (
            rf"{either(_WHICH)}\s"
            rf"(?=\d|{month}|{numbers}|{either(words.weekdays)}|{either(words.seasons)}"
            r"|calendar|fiscal|financial|half|weekend|century|year|quarter|month|week|day|decade)"
        ),
        "same": rf"(?:{either(_SAME)}|year-(?:ago|earlier))\s",
        "year_end": r"(?:year[\s-](?:end|to[\s-]date)|ytd)\b",
        "half_year": r"half-year\b",
        "size": either(_SIZES) + r"\s(?=(?:that\s|which\s)?(?:to|through|until|till|end(?:ed|ing|s))\s)",
        "unit": r"(?:year|month|quarter)\s(?=before|earlier)",
        "fiscal": either(_FISCAL) + r"(?![a-z])\s?",
        "part": r"[qh][1-4](?![a-z])",
        "season": either(words.seasons) + r"\s",
        "the": r"(?:(?<=in\sthe\s)|(?<=for\sthe\s)|(?<=during\sthe\s))(?:month|quarter|half|period)\b",
        "when": either(_WHEN) + r"\s(?=in|this|next)",
        "day": either(_DAYS) + r"\b",
        "counted": rf"{numbers}(?=[\s-](?:(?:to|or)\s\w{{1,8}}\s)?(?:full\s)?{units})",
        "article": rf"an?\s(?={units}\s(?:ago|earlier|before))",
        "edge": either(_EDGES) + r"[\s-]",
    }
    return "|".join(f"(?P<{kind}>{triggers})" for kind, triggers in kinds.items())
