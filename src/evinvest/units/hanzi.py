"""Numbers in Chinese characters, and Chinese ordinals of either kind."""

from __future__ import annotations

import re

from evinvest.units.numbers import HANZI, Number, read_digits, read_hanzi
from evinvest.units.parts import Part, Skip, complete
from evinvest.units.right import NO_SCALE, read_scale
from evinvest.units.tables import AmountKind, tables

_CALENDAR = ("月", "日", "号", "时", "点")
_NUMERAL = re.compile(rf"([0-9.,]*[0-9])?([{HANZI}]*)")


def read_hanzi_amount(text: str, start: int, end: int) -> Part | Skip:
    """Read the amount whose numeral is ``text[start:end]``."""
    numeral = text[start:end]
    if is_ordinal(text, start):
        return read_ordinal(text, start)
    if text.startswith("百分之", start):
        return _hundredths(text, start)
    value = None if _is_vague(text, start, end) else read_hanzi(numeral)
    if value is None:
        return Skip(end)
    scale = read_scale(text, end, money=False) or NO_SCALE  # 一千多万: the scale behind the sign multiplies
    if not scale.power and (numeral == "一" or text[end : end + 1] in _CALENDAR):
        return Skip(end)
    part = complete(text, start, Number(end, value, 0, grouped=value >= 10000), scale, None)
    return part if isinstance(part, Skip) or part.own or value >= 10000 else Skip(end)


def _is_vague(text: str, start: int, end: int) -> bool:
    """Whether the numeral is part of 几十 (some tens), of a fraction, or a scale that no number goes with."""
    before, numeral = text[start - 1 : start], text[start:end]
    if (before and before in "几数上好每") or text[end : end + 1] in ("几", "分"):
        return True
    return numeral in ("零", "〇", "百", "千", "万", "亿")


def is_ordinal(text: str, start: int) -> bool:
    """Whether 第 stands before a number."""
    return text[max(start - 1, 0) : start] == "第" or text[max(start - 2, 0) : start] == "第 "


def read_ordinal(text: str, start: int) -> Part | Skip:
    """The ordinal whose number stands at ``start``, behind 第."""
    match = _NUMERAL.match(text, start)
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
