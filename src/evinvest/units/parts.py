"""One number with all that belongs to it: currency or unit, scale, counted noun; before ranges, hedges and rates."""

from __future__ import annotations

import re
from typing import NamedTuple

from attrs import define

from evinvest.text import Span
from evinvest.units.bounds import Bound
from evinvest.units.codes import ORDINAL, code_end, is_date, is_glued, is_label, is_year, run_end, year_end
from evinvest.units.currencies import DOLLAR, Meaning, money_words
from evinvest.units.left import Prefix, read_prefix, word_before
from evinvest.units.numbers import HANZI, Number, european, read_digits, read_hanzi, read_words
from evinvest.units.right import NO_SCALE, WORD, Scale, read_currency, read_scale, read_unit
from evinvest.units.tables import AmountKind, tables


class Skip(NamedTuple):
    """No amount here; look on from ``end``."""

    end: int


@define
class Part:
    """A number with what belongs to it.

    Attributes:
        own: whether a unit stands with it, so that it borrows none from a neighbour.
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


_FRACTION = re.compile(r"[- ](?:thirds?|fifths?|sixths?|eighths?|tenths?|quarters? of|halves)\b")
_ARTICLE = re.compile(r"(?:\bhalf[ -])?(?:an?[ -])?\Z", re.IGNORECASE)
_HALF = re.compile(r"[ -](?:an? )?(?=(?:million|billion|trillion|dozen|crore|lakh)\b)")


def read_part(text: str, start: int, seed_end: int, *, floor: int, joined: bool = False) -> Part | Skip:
    """Read the number whose first characters are ``text[start:seed_end]``.

    Args:
        text: all of it.
        start: of the seed.
        seed_end: of the seed.
        floor: nothing left of it belongs to this number.
        joined: whether a range's sign stands before it.
    """
    first = text[start]
    if first.isascii() and first.isdigit():
        return _digits(text, start, floor, joined=joined)
    if first > "\u2fff":
        return _hanzi(text, start, seed_end)
    return _words(text, start, seed_end)


def _digits(text: str, start: int, floor: int, *, joined: bool) -> Part | Skip:
    if year := year_end(text, start):
        return Skip(year)
    prefix = read_prefix(text, start)
    if prefix is not None and prefix.start < floor:
        prefix = None
    before = text[start - 1] if start else " "
    if not joined and prefix is None and is_glued(text, start, before):
        return Skip(run_end(text, start))
    if before == "第" or text[max(start - 2, 0) : start] == "第 ":
        return _ordinal_hanzi(text, start)
    if prefix is None and (code := code_end(text, start)):
        return Skip(code)
    number = read_digits(text, start)
    if number is None:
        return Skip(run_end(text, start))
    scale = read_scale(text, number.end, money=prefix is not None) or NO_SCALE
    if prefix is not None and prefix.needs and not (scale.power or number.grouped):
        if prefix.start + 1 >= start - 1 and text[start - 1].isalpha():
            return Skip(run_end(text, start))
        prefix = None
    if scale.power == 0 and prefix is None and is_date(text, start, number):
        return Skip(number.end)
    if scale.european:
        number = european(number)
    part = _complete(text, start, number, scale, prefix)
    if isinstance(part, Part) and before in "-−" and part.kind in (AmountKind.PERCENT, AmountKind.POINTS):
        _sign(text, part)
    return part


def _sign(text: str, part: Part) -> None:
    """A minus of its own makes a percentage negative; a hyphen behind a word does not."""
    if part.start < 2 or text[part.start - 2] in " (":
        part.start -= 1
        part.coefficient = -part.coefficient


def _words(text: str, start: int, end: int) -> Part | Skip:
    """Number words: ``two billion``, ``half a million``, ``a dozen``, ``fourfold``, ``second``."""
    table = tables()
    word = text[start:end].lower()
    if word in table.ordinals:
        size = Number(end, table.ordinals[word], 0)
        return Part(start, end, size.coefficient, 0, size, kind=AmountKind.ORDINAL)
    if word.endswith("fold"):
        value = table.numbers.get(word[:-4])
        size = Number(end, value or 0, 0)
        return (
            Part(start, end, value, 0, size, kind=AmountKind.MULTIPLE, unit="times", own=True) if value else Skip(end)
        )
    if word == "half":
        match = _HALF.match(text, end)
        if match is None:
            return Skip(end)
        number = Number(match.end() - (text[match.end() - 1] in " -"), 5, -1)
    elif word == "dozen" or word in table.scales:
        behind = _ARTICLE.search(text, max(start - 8, 0), start)
        if behind is None or not behind[0]:
            return Skip(end)
        start = behind.start()
        number = Number(end, 12, 0) if word == "dozen" else Number(end, 1, table.scales[word][0])
    else:
        found = read_words(text, start, end)
        if found is None:
            return Skip(end)
        number = _hundreds(text, found)
    if _FRACTION.match(text, number.end):
        return Skip(number.end)
    if (dozen := re.compile(r"[ -]dozen\b").match(text, number.end)) is not None:
        number = Number(dozen.end(), number.coefficient * 12, number.exponent)
    scale = read_scale(text, number.end, money=False) or NO_SCALE
    if word == "one" and not scale.power:
        return Skip(end)
    part = _complete(text, start, number, scale, None)
    if isinstance(part, Part) and not part.own and not part.scale and text[part.end : part.end + 1] == "-":
        return Skip(part.end)
    return part


_HUNDRED = re.compile(r"[ -]hundred\b(?:(?: and)? ([a-z]+))?")


def _hundreds(text: str, number: Number) -> Number:
    """``two hundred and fifty``; a scale word behind is read later."""
    match = _HUNDRED.match(text, number.end)
    if match is None or number.coefficient >= 100:
        return number
    total = number.coefficient * 100
    if match[1] and (rest := read_words(text, match.start(1), match.end(1))):
        return Number(rest.end, total + rest.coefficient, 0)
    return Number(match.start() + len(" hundred"), total, 0)


def _hanzi(text: str, start: int, end: int) -> Part | Skip:
    numeral = text[start:end]
    before = text[start - 1] if start else " "
    if before == "第" or text[max(start - 2, 0) : start] == "第 ":
        return _ordinal_hanzi(text, start)
    if text.startswith("百分之", start):
        return _hundredths(text, start)
    if before in "几数上好每" or text[end : end + 1] in "几分":
        return Skip(end)
    if (numeral[0] in "百千万亿" and len(numeral) < 2) or numeral in ("零", "〇"):
        return Skip(end)
    # the zeros of 一千多万: the scale behind the sign multiplies
    value = read_hanzi(numeral)
    if value is None:
        return Skip(end)
    scale = read_scale(text, end, money=False) or NO_SCALE
    if numeral == "一" and not scale.power:
        return Skip(end)
    if not scale.power and text[end : end + 1] in tuple("月日号时点"):
        return Skip(end)
    part = _complete(text, start, Number(end, value, 0, grouped=value >= 10000), scale, None)
    return part if isinstance(part, Skip) or part.own or value >= 10000 else Skip(end)


def _ordinal_hanzi(text: str, start: int) -> Part | Skip:
    match = re.compile(rf"([0-9.,]*[0-9])?([{HANZI}]*)").match(text, start)
    assert match is not None  # noqa: S101 - the pattern takes nothing too
    number = read_digits(text, start) if match[1] else None
    value = read_hanzi(match[2]) if match[2] and not match[1] else None
    if number is not None:
        power = sum(tables().hanzi_scales.get(sign, 0) for sign in match[2])
        return Part(
            start - 1, match.end(), number.coefficient, number.exponent + power, number, kind=AmountKind.ORDINAL
        )
    if value is None:
        return Skip(max(match.end(), start + 1))
    return Part(_place(text, start), match.end(), value, 0, Number(match.end(), value, 0), kind=AmountKind.ORDINAL)


def _place(text: str, start: int) -> int:
    """Where the 第 before a number stands."""
    return text.rindex("第", 0, start)


_PERCENT = re.compile(rf"百分之([0-9]+(?:\.[0-9]+)?|[{HANZI}]+)")


def _hundredths(text: str, start: int) -> Part | Skip:
    match = _PERCENT.match(text, start)
    if match is None:
        return Skip(start + 3)
    number = read_digits(text, match.start(1)) if match[1].isascii() else None
    value = None if number else read_hanzi(match[1])
    if number is None and value is None:
        return Skip(match.end())
    size = number or Number(match.end(), value or 0, 0)
    return Part(start, match.end(), size.coefficient, size.exponent, size, kind=AmountKind.PERCENT, unit="%", own=True)


_MORE = re.compile(r" ?([多余餘])(?! ?[年月])")


def _complete(text: str, start: int, number: Number, scale: Scale, prefix: Prefix | None) -> Part | Skip:
    """Read what stands behind number and scale, and judge the whole."""
    end = scale.end or number.end
    if scale.loose and prefix is None and not (read_currency(text, end) or _counts(text, end)):
        scale, end = NO_SCALE, number.end
    power = scale.power + (6 if prefix is not None and prefix.millions else 0)
    part = Part(start, end, number.coefficient, number.exponent + power, number, scale=power)
    if scale.more is not None:
        part.hedge, part.bound = scale.more, Bound.MORE_THAN
    if scale.ordinal or (not power and (suffix := ORDINAL.match(text, end))):
        part.kind = AmountKind.ORDINAL
        part.end = end if scale.ordinal else suffix.end()  # type: ignore[union-attr]
        return part
    if text[end : end + 1] == "+" or (text[end : end + 1] in ("多", "余", "餘") and not scale.more):
        part.hedge, part.bound, end = Span(end, end + 1), Bound.MORE_THAN, end + 1
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
    if is_year(number):
        return False  # 2022 dollars: the price basis
    start, word = word_before(text, end + 0)
    return word not in money_words().shy and text[end - 1 : end] not in money_words().shy and start >= 0


def _money(text: str, part: Part, meaning: Meaning) -> Part:
    """Money with its sign before; a name behind may repeat it, or say which dollar is meant."""
    part.kind, part.unit, part.candidates, part.own = AmountKind.MONEY, meaning.code, meaning.candidates, True
    found = read_currency(text, part.end)
    if found is None:
        return part
    end, behind = found
    dollars = money_words().signs[DOLLAR].candidates
    if behind.code in (meaning.code, *meaning.candidates) or (
        meaning.code == DOLLAR and (behind.code in dollars or behind.code == DOLLAR)
    ):
        part.end = end
        if behind.code != meaning.code and behind.code != DOLLAR:
            part.unit, part.candidates = behind.code, ()
    elif text[part.end] == "-":
        # "$4.1 billion-euro": the two cannot both be right, the name is the rarer slip
        part.end, part.unit, part.candidates = end, behind.code, (behind.code, meaning.code)
    return part


_TENTHS_NOT = frozenset("立功为本员交熟长果都绩品型分就了效份套")
"""What makes another word of 成, which otherwise says tenths: 3成 is 30 %."""


def _measured(text: str, part: Part, number: Number, end: int) -> Part | Skip:
    """A number without a currency: with its unit or noun, or bare."""
    following = text[end : end + 1]
    glued = following.isalnum() and following < "\u2fff"
    if text[end : end + 1] == "成" and text[end + 1 : end + 2] not in _TENTHS_NOT and part.size.coefficient < 100:
        part.kind, part.unit, part.end, part.own = AmountKind.PERCENT, "%", end + 1, True
        part.exponent += 1
        return part
    unit = read_unit(text, end, scaled=bool(part.scale))
    if unit is not None and glued and unit.noun is not None:
        unit = None if unit.noun.start == end and unit.noun.end != unit.end else unit
        if unit is not None and WORD.match(text, end)[1] not in tables().signs:  # type: ignore[index]
            unit = None
    if unit is None and glued:
        return Skip(run_end(text, end))
    if (
        not part.scale
        and number.literal
        and is_label(text, part.start, number, measured=unit is not None and unit.noun is None)
    ):
        return Skip(number.end)
    if unit is None:
        return part
    part.kind, part.unit, part.per, part.noun = unit.word.kind, unit.word.unit, unit.word.per, unit.noun
    part.end, part.own = unit.end, True
    if (
        part.kind is AmountKind.COUNT
        and not part.scale
        and "." in number.literal
        and len(number.literal.partition(".")[2]) == 3
    ):
        part.exponent += 3  # 30.000 vehicles: things come whole, so the dot groups
    if part.kind is AmountKind.DURATION and is_year(number):
        return Skip(part.end)
    if part.kind is AmountKind.COUNT and not part.scale and part.exponent < 0 and number.literal:
        return Skip(part.end)  # "400,00 cars": a digit is missing, no one knows which
    return part
