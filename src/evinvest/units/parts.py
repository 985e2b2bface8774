"""One number with all that belongs to it: currency or unit, scale, counted noun; before ranges, hedges and rates."""

from __future__ import annotations

import re
from typing import NamedTuple

from attrs import define

from evinvest.text import Span
from evinvest.units.bounds import Bound
from evinvest.units.codes import ORDINAL, is_label, is_year, run_end
from evinvest.units.currencies import DOLLAR, Meaning, money_words
from evinvest.units.left import Prefix, word_before
from evinvest.units.nouns import WORD, Unit
from evinvest.units.numbers import Number
from evinvest.units.right import NO_SCALE, Scale, read_currency, read_unit
from evinvest.units.tables import AmountKind, tables


class Skip(NamedTuple):
    """No amount here; look on from ``end``."""

    end: int


@define
class Part:
    """A number with what belongs to it.

    Attributes:
        own: whether a unit stands with it, so that it borrows none from a neighbour.
        weak: whether it is an amount only as the low end of a range.
        top: the high end where one numeral has both, in the coefficient's power of ten.
        floor: where the amount before ends; what hedges this one stands behind it.
        size: the number before its scale, to see whether a neighbour's scale is meant for it too.
    """

    start: int
    end: int
    coefficient: int
    exponent: int
    size: Number
    scale: int = 0
    kind: AmountKind = AmountKind.NUMBER
    unit: str | None = None
    candidates: tuple[str, ...] = ()
    noun: Span | None = None
    per: str | None = None
    bound: Bound = Bound.EXACT
    hedge: Span | None = None
    own: bool = False
    weak: bool = False
    top: int | None = None
    floor: int = 0


_MORE = re.compile(r"\+| ?[多余餘](?! ?[年月])")
_MORE_STARTS = frozenset("+ 多余餘")
_ORDINAL_STARTS = frozenset("snrt")


def complete(text: str, start: int, number: Number, scale: Scale, prefix: Prefix | None) -> Part | Skip:
    """Read what stands behind number and scale, and judge the whole."""
    end = scale.end or number.end
    if scale.loose and prefix is None and not (read_currency(text, end) or _counts(text, end)):
        scale, end = NO_SCALE, number.end
    power = scale.power + (6 if prefix is not None and prefix.millions else 0)
    part = Part(start, end, number.coefficient, number.exponent + power, number, scale=power)
    if scale.more is not None:
        part.hedge, part.bound = scale.more, Bound.MORE_THAN
    following = text[end : end + 1]
    if scale.ordinal or (not power and following in _ORDINAL_STARTS and (suffix := ORDINAL.match(text, end))):
        part.kind = AmountKind.ORDINAL
        part.end = end if scale.ordinal else suffix.end()  # type: ignore[union-attr]
        return part
    if following in _MORE_STARTS and scale.more is None and (more := _MORE.match(text, end)):
        part.hedge, part.bound, end = Span(more.end() - 1, more.end()), Bound.MORE_THAN, more.end()
    if prefix is not None:
        part.start = prefix.start
        return _money(text, part, prefix.meaning)
    if (found := read_currency(text, end)) and _bears(text, found[0], number, power):
        part.kind, part.unit, part.candidates = AmountKind.MONEY, found[1].code, found[1].candidates
        part.end, part.own = found[0], True
        return part
    return _measured(text, part, number, end)


def _counts(text: str, end: int) -> bool:
    unit = read_unit(text, end, scaled=True)
    return unit is not None and unit.word.kind is AmountKind.COUNT


def _bears(text: str, end: int, number: Number, power: int) -> bool:
    """Whether a currency word that is a common word too has a number that shows it to be money."""
    if power or number.grouped:
        return True
    shy = money_words().shy
    # 2022 dollars: the price basis, no amount
    return not is_year(number) and word_before(text, end)[1] not in shy and text[end - 1] not in shy


def _money(text: str, part: Part, meaning: Meaning) -> Part:
    """Money with its sign before; a name behind may repeat it, or say which dollar is meant."""
    part.kind, part.unit, part.candidates, part.own = AmountKind.MONEY, meaning.code, meaning.candidates, True
    found = read_currency(text, part.end)
    if found is None:
        return part
    end, behind = found
    dollars = money_words().signs[DOLLAR].candidates
    possible = {meaning.code, *meaning.candidates, *((DOLLAR, *dollars) if meaning.code == DOLLAR else ())}
    if behind.code in possible:
        part.end = end
        if behind.code not in {meaning.code, DOLLAR}:
            part.unit, part.candidates = behind.code, ()
    elif text[part.end] == "-":
        # "$4.1 billion-euro": the two cannot both be right, the name is the rarer slip
        part.end, part.unit, part.candidates = end, behind.code, (behind.code, meaning.code)
    return part


_TENTHS_NOT = frozenset("立功为本员交熟长果都绩品型分就了效份套")
"""What makes another word of 成, which otherwise says tenths: 3成 is 30 %."""


def _measured(text: str, part: Part, number: Number, end: int) -> Part | Skip:
    """A number without a currency: with its unit or noun, or bare."""
    if text[end : end + 1] == "成" and text[end + 1 : end + 2] not in _TENTHS_NOT and number.coefficient < 100:
        part.kind, part.unit, part.end, part.own = AmountKind.PERCENT, "%", end + 1, True
        part.exponent += 1
        return part
    unit = read_unit(text, end, scaled=bool(part.scale))
    following = text[end : end + 1]
    if following.isalnum() and following < "\u2fff" and not _is_sign(text, end, unit):
        return Skip(run_end(text, end))  # letters glued to the number that say nothing we know: a code
    plain = bool(number.literal) and not part.scale
    if plain and is_label(text, part.start, number, measured=unit is not None and unit.noun is None):
        return Skip(number.end)
    if unit is None:
        return part
    part.kind, part.unit, part.per, part.noun = unit.word.kind, unit.word.unit, unit.word.per, unit.noun
    part.end, part.own = unit.end, True
    if plain and not _comes_whole(part, number):
        return Skip(part.end)
    return part


def _is_sign(text: str, end: int, unit: Unit | None) -> bool:
    """Whether letters glued to a number are the sign of its unit: ``100GWh``, ``20EVs``."""
    if unit is None or unit.noun is None:
        return unit is not None
    match = WORD.match(text, end)
    return match is not None and match[1] in tables().signs


def _comes_whole(part: Part, number: Number) -> bool:
    """Whether a plain number can be one of its unit; the dot of ``30.000 vehicles`` groups, for things come whole."""
    if part.kind is AmountKind.DURATION:
        return not is_year(number)
    if part.kind is AmountKind.COUNT and part.exponent < 0:
        whole, dot, places = number.literal.partition(".")
        if not dot or "," in whole:
            return False  # "400,00 cars": a digit is missing, and no one knows which
        if len(places) == 3:
            part.exponent += 3
    return True
