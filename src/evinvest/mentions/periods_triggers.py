"""What calendar time can begin with: one pattern, whose groups are the kinds of rules to try there."""

from __future__ import annotations

import re
from functools import cache

from evinvest.mentions import periods_chinese
from evinvest.mentions.periods_words import either, english


@cache
def triggers(*, with_chinese: bool) -> re.Pattern[str]:
    """What calendar time can begin with; the name of the group is the kind of the rules to try."""
    # Most letters begin none of the words: one look spares the long alternation.
    guarded = rf"\b(?=[0-9abcdefhjlmnopqstwy])(?<![\w.,/$€£¥₹#=&?%-])(?:{_english_triggers()})"
    return re.compile(rf"{guarded}|{periods_chinese.triggers()}" if with_chinese else guarded)


@cache
def inner_triggers() -> re.Pattern[str]:
    """The same behind an edge, where a hyphen may stand: "mid-2026"."""
    return re.compile(_english_triggers())


def _english_triggers() -> str:
    words = english()
    month, numbers = either(words.months), either(words.numbers)
    units = r"(?:year|quarter|month|week|day|decade)"
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
            r"(?:last|past|previous|prior|preceding|this|current|next|coming|following)\s"
            rf"(?=\d|{month}|{numbers}|{either(words.weekdays)}|{either(words.seasons)}"
            r"|calendar|fiscal|financial|half|weekend|century|year|quarter|month|week|day|decade)"
        ),
        "same": r"(?:same|corresponding|comparable|equivalent|year-(?:ago|earlier))\s",
        "year_end": r"(?:year[\s-](?:end|to[\s-]date)|ytd)\b",
        "half_year": r"half-year\b",
        "size": r"(?:year|half|quarter)\s(?=(?:that\s|which\s)?(?:to|through|until|till|end(?:ed|ing|s))\s)",
        "unit": r"(?:year|month|quarter)\s(?=before|earlier)",
        "fiscal": r"(?:fiscal|financial|fy)(?![a-z])\s?",
        "part": r"[qh][1-4](?![a-z])",
        "season": either(words.seasons) + r"\s",
        "the": r"(?:(?<=in\sthe\s)|(?<=for\sthe\s)|(?<=during\sthe\s))(?:month|quarter|half|period)\b",
        "when": r"(?:later|earlier|so\sfar)\s(?=in|this|next)",
        "day": r"(?:yesterday|today|tonight|tomorrow)\b",
        "counted": rf"{numbers}(?=[\s-](?:(?:to|or)\s\w{{1,8}}\s)?(?:full\s)?{units})",
        "article": rf"an?\s(?={units}\s(?:ago|earlier|before))",
        "edge": r"(?:early|late|mid|beginning|start|middle|latter\spart|end|close)[\s-]",
    }
    return "|".join(f"(?P<{kind}>{triggers})" for kind, triggers in kinds.items())
