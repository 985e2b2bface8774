"""How values are written, and how that is read back."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from evinvest.units.bounds import Bound
from evinvest.units.measures import divide, places

_SCALES = ((12, "trillion", "tn"), (9, "billion", "bn"), (6, "million", "m"))
_THOUSAND = (3, "thousand", "k")
_MOST_PLACES = 3

BOUND_WORDS = {
    Bound.EXACT: "",
    Bound.ABOUT: "about ",
    Bound.NEARLY: "nearly ",
    Bound.MORE_THAN: "more than ",
    Bound.AT_LEAST: "at least ",
    Bound.UP_TO: "up to ",
}
BOUND_SIGNS = {
    Bound.EXACT: "",
    Bound.ABOUT: "~",
    Bound.NEARLY: "~",
    Bound.MORE_THAN: ">",
    Bound.AT_LEAST: "≥",
    Bound.UP_TO: "≤",
}


def spelled(value: Decimal, high: Decimal | None = None) -> str:
    """A number, or a range, in full: ``9.97 billion``, ``1,234,567``, ``3 billion to 5 billion``.

    >>> spelled(Decimal(9_970_000_000)), spelled(Decimal(1_234_567)), spelled(Decimal(500), Decimal(1_000_000))
    ('9.97 billion', '1,234,567', '500 to 1,000,000')
    """
    scale = _scale(value)
    if high is None:
        return _scaled(value, scale)
    if scale != _scale(high):
        scale = (0, "")  # one scale for both ends, or none: a scale behind the high end would be read as both ends'
    return f"{_scaled(value, scale)} to {_scaled(high, scale)}"


def _scale(value: Decimal) -> tuple[int, str]:
    """The largest scale word that leaves few decimal places."""
    for power, word, _ in _SCALES:
        if value.copy_abs() >= 10**power:
            _, digits, exponent = value.as_tuple()
            zeros = len(digits) - len("".join(map(str, digits)).rstrip("0"))
            return (power, word) if int(exponent) + zeros + _MOST_PLACES >= power else (0, "")
    return (0, "")


def _scaled(value: Decimal, scale: tuple[int, str]) -> str:
    power, word = scale
    sign, digits, exponent = value.as_tuple()
    moved = Decimal((sign, digits, int(exponent) - power))
    return f"{plain(moved)} {word}" if word else plain(moved)


def plain(value: Decimal) -> str:
    """All digits, grouped, without an exponent and without zeros at the end.

    >>> plain(Decimal("1.250E+6")), plain(Decimal("0.500"))
    ('1,250,000', '0.5')
    """
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def shortened(value: Decimal, high: Decimal | None = None, *, thousands: bool = False) -> str:
    """A number to three digits with a short scale: ``9.97bn``; ``3–5bn`` for a range. The halves go to the even.

    >>> shortened(Decimal(9_970_000_000)), shortened(Decimal(3_083_000), thousands=True)
    ('9.97bn', '3.08m')
    """
    number, suffix = _short(value, thousands=thousands)
    if high is None:
        return number + suffix
    top, top_suffix = _short(high, thousands=thousands)
    return f"{number}–{top}{suffix}" if suffix == top_suffix else f"{number}{suffix}–{top}{top_suffix}"


def _short(value: Decimal, *, thousands: bool) -> tuple[str, str]:
    scales = (*_SCALES, _THOUSAND) if thousands else _SCALES
    for power, _, suffix in scales:
        # 999.9996 million is a billion when it is rounded to three digits
        if value.copy_abs() >= Decimal(10) ** power * Decimal("0.9995"):
            return _three(divide(value, Decimal(10) ** power)), suffix
    return (_three(value) if value.copy_abs() < 1000 else plain(places(value, 0))), ""


def _three(value: Decimal) -> str:
    count = 2 - value.adjusted() if value else 0
    return plain(places(value, max(count, 0)))


class Written(NamedTuple):
    """The parts of a text in the form that values write themselves in; ``unit`` is a currency's code or a unit."""

    low: Decimal
    high: Decimal | None
    bound: Bound
    unit: str
    others: tuple[str, ...]


_END = r"(-?[0-9][0-9,]*(?:\.[0-9]+)?)(?: (trillion|billion|million))?"
_BOUND = "|".join(re.escape(word) for word in BOUND_WORDS.values() if word)
_WRITTEN = re.compile(
    rf"({_BOUND})?(-)?(?:([A-Z]{{3}}) )?{_END}(?: to {_END})?(?: ([A-Za-z]+(?:/[a-z]+)?))?(?: \(([^()]*)\))?\Z"
)
_POWERS = {word: power for power, word, _ in _SCALES}
_BOUNDS = {words: bound for bound, words in BOUND_WORDS.items()}


def read_back(text: object) -> Written | None:
    """The parts of what a value wrote; the caller holds the value built from them against the text.

    >>> read_back("about CNY 9.97 billion (USD 1.4 billion)").others
    ('USD 1.4 billion',)
    """
    match = _WRITTEN.match(text) if isinstance(text, str) else None
    if match is None:
        return None
    bound, minus, code, low, low_scale, high, high_scale, unit, others = match.groups()
    if (code is None) is (unit is None):
        return None
    return Written(
        _back((minus or "") + low, low_scale),
        _back(high, high_scale) if high else None,
        _BOUNDS[bound or ""],
        code or unit,
        tuple(others.split(", ")) if others else (),
    )


def _back(digits: str, scale: str | None) -> Decimal:
    sign, numbers, exponent = Decimal(digits.replace(",", "")).as_tuple()
    return Decimal((sign, numbers, int(exponent) + _POWERS.get(scale or "", 0)))
