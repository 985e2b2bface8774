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
    core, power = _core(numeral)
    either = _EITHER.match(core)
    low, high = (core, None) if either is None else tuple(either[1] + digit + either[3] for digit in str(either[2]))
    value = None if _is_vague(text, start, end) else read_hanzi(low)
    if value is None or (value <= _MOST_PARTS and not power and _is_compound(text, start, end)):
        return Skip(end)
    scale = read_scale(text, end, money=False) or NO_SCALE  # 一千多万: the scale behind the sign multiplies
    scale = scale._replace(end=scale.end or end, power=scale.power + power)
    following = text[end : end + 1]
    if not scale.power and (following in _CALENDAR or (numeral == "一" and following not in _JOINERS)):
        return Skip(end)
    part = complete(text, start, Number(end, value, 0, grouped=value >= 10000), scale, None)
    if isinstance(part, Skip):
        return part
    part.top = read_hanzi(high) if high else None
    part.weak = (numeral == "一" and not scale.power) or not (part.own or power or value >= 10000)
    return Skip(end) if part.weak and following not in _JOINERS else part


_SCALED = re.compile(r"([一二两三四五六七八九十百千]+)([万亿]+)\Z")
_EITHER = re.compile(
    r"((?:[一二三四五六七八九]?十)?)(一[二两]|[二两]三|三[四五]|四五|五六|六七|七八|八九)([十百千]*)\Z"
)
"""Two digits side by side are the ends of a range: 三五亿, 七八百, 十二三."""
_JOINERS = ("至", "到", "-", "–", "—", "~", "～")
_MOST_PARTS = 10


def _core(numeral: str) -> tuple[str, int]:
    """A numeral without the 万 or 亿 that ends it, and their power of ten, which both ends of 二十至三十亿 share."""
    match = _SCALED.match(numeral)
    return (match[1], sum(tables().hanzi_scales[sign] for sign in match[2])) if match else (numeral, 0)


def _is_compound(text: str, start: int, end: int) -> bool:
    """Whether 元 behind the numeral says of how many parts something is, and not money: 三元正极材料."""
    compounds = tables().compounds
    return text.startswith("元", end) and (
        text.startswith(compounds.behind, end + 1) or text.endswith(compounds.before, max(start - 4, 0), start)
    )


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
