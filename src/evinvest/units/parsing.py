"""Texts that are one amount and nothing else."""

from __future__ import annotations

import re

from attrs import evolve

from evinvest.errors import UnitError
from evinvest.units.amounts import Amount, scan
from evinvest.units.left import per_before
from evinvest.units.right import read_per

_BETWEEN = re.compile(r"[\s(),;=/~]*\Z")
_MINUS = re.compile(r"(\s*(?:[a-z ]+ )?)[-−]")


def parse_amounts(text: str, *, dollar: str = "USD", country: str | None = None) -> tuple[Amount, tuple[Amount, ...]]:
    """The amount that a text is, and its equivalents in brackets; ``dollar`` and ``country`` as for ``scan``.

    Raises:
        UnitError: when the text holds anything else, or no amount.

    >>> parse_amounts("about RMB 7 billion ($1 billion)")[1][0].unit
    'USD'
    """
    if not isinstance(text, str):
        raise UnitError(f"not text: {text!r}")
    minus = _MINUS.match(text)
    body = minus[1] + text[minus.end() :] if minus else text
    amounts = scan(body, dollar=dollar, country=country)
    if not amounts or not _is_all(body, amounts):
        raise UnitError(f"not an amount: {text!r}")
    first = amounts[0]
    if minus:
        if first.high is not None:
            raise UnitError(f"a range below zero cannot be read: {text!r}")
        first = evolve(first, value=first.value.copy_negate())
    return first, tuple(amounts[1:])


def _is_all(text: str, amounts: list[Amount]) -> bool:
    """Whether nothing but brackets stands outside the amounts."""
    position = 0
    for index, amount in enumerate(amounts):
        start = min(amount.span.start, amount.hedge.start) if amount.hedge else amount.span.start
        before = per_before(text, start)
        gap = text[position : before[0] if before else start]
        if index == 0 and amount.high is not None and gap.strip() == "between":
            gap = ""
        if not _BETWEEN.match(gap) or (index > 0 and "(" not in text[:start]):
            return False
        end = max(amount.span.end, amount.hedge.end) if amount.hedge else amount.span.end
        behind = read_per(text, amount.span.end)
        position = max(end, behind[0] if behind else 0)
    return bool(_BETWEEN.match(text[position:]))
