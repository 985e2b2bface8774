"""Calendar time in English that is told from another period of the text: a year earlier, the same month of 2024."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from evinvest.mentions.periods_context import Context, Stated
from evinvest.mentions.periods_grammar import Rule, number_of, pattern, stated_year
from evinvest.periods import Precision

_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
_NOUNS = {"month": Precision.MONTH, "quarter": Precision.QUARTER, "half": Precision.HALF}


def _from_the_text(match: re.Match[str], context: Context) -> Stated:
    """The previous year, the following month: counted from a period of the text, not from its date."""
    anchor, unit, period = context.anchor, match["unit"], None
    step = 1 if match["which"] == "following" else -1
    if anchor is not None and unit == "year":
        period = context.span(anchor.start.year + step, 1, 12)
    elif anchor is not None and unit == anchor.precision:
        period = context.shifted(step * _MONTHS[unit])
    return Stated(end=match.end(), period=period, relative=True, fuzzy="comparison")


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


def _before(match: re.Match[str], context: Context) -> Stated:
    """The year before, the month earlier."""
    period = context.shifted(-_MONTHS[match["unit"]])
    return Stated(end=match.end(), period=period, relative=True, fuzzy="comparison")


def _same(match: re.Match[str], context: Context) -> Stated:
    """The same period of 2024, the same month last year: the period before it in the text, in another year."""
    said, year = stated_year(match, context)
    if match["back"]:
        said, year = True, None if context.anchor is None else context.anchor.start.year - 1
    anchor = context.anchor
    if anchor is not None and _NOUNS.get(match["noun"], anchor.precision) is not anchor.precision:
        anchor = None
    period = None
    if anchor is not None and said:
        period = None if year is None else anchor.in_year(year)
    elif anchor is not None:
        period = context.shifted(-12) if match["ago"] else anchor
    return Stated(end=match.end(), period=period, relative=True, fuzzy="comparison")


def _same_year(match: re.Match[str], context: Context) -> Stated:
    """The same year: the one that the text spoke of last."""
    period = None if context.anchor is None else context.span(context.anchor.start.year, 1, 12)
    return Stated(end=match.end(), period=period, relative=True)


def _the_unit(match: re.Match[str], context: Context) -> Stated | None:
    """In the month, in the quarter: the one that the text spoke of last."""
    anchor, unit = context.anchor, match["unit"]
    if anchor is None or unit not in ("period", anchor.precision):
        return None
    return Stated(end=match.end(), period=anchor, relative=True)


@cache
def rules() -> Mapping[str, tuple[Rule, ...]]:
    """The rules by the kind of trigger that stands at their beginning."""
    unit = r"(?P<unit>year|quarter|month|week|day|decade)"
    ago = ((pattern(rf"(?P<count><number>)\s{unit}s?\s(?P<ago>ago|earlier|before)\b"), _ago),)
    return {
        "number": ago,
        "counted": ago,
        "article": ((pattern(rf"(?P<count>an?)\s{unit}\s(?P<ago>ago|earlier|before)\b"), _ago),),
        "which": (
            (
                pattern(
                    r"(?P<which>previous|prior|preceding|following)\s(?:calendar\s)?"
                    r"(?P<unit>year|half|quarter|month|weekend|week)\b(?!-|\send\b)"
                ),
                _from_the_text,
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
        "unit": ((re.compile(r"(?P<unit>year|month|quarter)\s(?:before|earlier)\b"), _before),),
    }
