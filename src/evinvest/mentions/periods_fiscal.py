"""Fiscal years in English, whose months the text or the caller gives."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING

from evinvest.mentions.periods_context import Context, Stated
from evinvest.mentions.periods_grammar import Rule, fiscal_year, pattern
from evinvest.periods import Period

if TYPE_CHECKING:
    import re

_STEPS = {"last": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}


def _which_fiscal(match: re.Match[str], context: Context) -> Stated:
    """This fiscal year, last fiscal."""
    step = _STEPS[match["which"]]
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


@cache
def rules() -> Mapping[str, tuple[Rule, ...]]:
    """The rules by the kind of trigger that stands at their beginning."""
    which = r"(?P<which>last|previous|this|current|next|coming)"
    return {
        "which": ((pattern(rf"{which}\s(?:fiscal|financial)(?:\syear)?\b"), _which_fiscal),),
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
    }
