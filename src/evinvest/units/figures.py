"""Numbers in figures, and what makes figures something else than an amount."""

from __future__ import annotations

from evinvest.units.codes import code_end, is_date, is_glued, run_end, year_end
from evinvest.units.hanzi import is_ordinal, read_ordinal
from evinvest.units.left import Prefix, read_prefix
from evinvest.units.numbers import european, read_digits
from evinvest.units.parts import Part, Skip, complete
from evinvest.units.right import NO_SCALE, read_scale
from evinvest.units.tables import AmountKind


def read_figures(text: str, start: int, *, floor: int, joined: bool) -> Part | Skip:
    """Read the number whose first digit stands at ``start``.

    Args:
        text: all of it.
        start: of the first digit.
        floor: nothing left of it belongs to this number.
        joined: whether the sign of a range stands before it, which then is no part of a code.
    """
    if (year := year_end(text, start)) is not None:
        return Skip(year)
    prefix = read_prefix(text, start)
    if prefix is not None and prefix.start < floor:
        prefix = None
    if is_ordinal(text, start):
        return read_ordinal(text, start)
    if prefix is None and (end := _code(text, start, joined=joined)) is not None:
        return Skip(end)
    return _amount(text, start, prefix)


def _code(text: str, start: int, *, joined: bool) -> int | None:
    """The end of the code, date or time that the digits belong to."""
    if not joined and start and is_glued(text, start, text[start - 1]):
        return run_end(text, start)
    return code_end(text, start)


def _amount(text: str, start: int, prefix: Prefix | None) -> Part | Skip:
    number = read_digits(text, start)
    if number is None:
        return Skip(run_end(text, start))
    scale = read_scale(text, number.end, money=prefix is not None) or NO_SCALE
    named = text[start - 1 : start].isalpha() and text[number.end : scale.end] == "T"  # the R1T, a pickup
    if prefix is not None and prefix.needs and (named or not (scale.power or number.grouped)):
        if text[start - 1].isalpha():
            return Skip(run_end(text, start))
        prefix = None
    if not scale.power and prefix is None and is_date(text, start, number):
        return Skip(number.end)
    part = complete(text, start, european(number) if scale.european else number, scale, prefix)
    if isinstance(part, Part) and part.kind in (AmountKind.PERCENT, AmountKind.POINTS):
        _sign(text, part)
    return part


def _sign(text: str, part: Part) -> None:
    """A minus of its own makes a percentage negative; a hyphen behind a word does not."""
    if text[part.start - 1 : part.start] in ("-", "−") and (part.start < 2 or text[part.start - 2] in " ("):
        part.start -= 1
        part.coefficient = -part.coefficient
