"""The units that values are stated in, and exact conversion between them, without pint."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Context, Decimal, Inexact, InvalidOperation, Overflow, Underflow
from functools import cache

from attrs import frozen

from evinvest.errors import UnitError

_LINE = re.compile(r"(\w+) = (?:\[(\w+)\]|([0-9]+) \* (\w+))\s*(?:#.*)?")
_PLAIN = Context(prec=60, traps=[Inexact, InvalidOperation, Overflow, Underflow])
_ROUNDED = Context(prec=28, traps=[InvalidOperation, Overflow, Underflow])


@frozen
class Measure:
    """What a unit measures and how much of it.

    Attributes:
        dimension: units of one dimension convert into each other: ``energy``, ``energy/year``.
        factor: one of the unit in the base unit of its dimension.
    """

    dimension: str
    factor: int


def definitions() -> str:
    """The definitions of the units in pint's notation, as ``_data/measures.txt`` has them."""
    from importlib.resources import files  # noqa: PLC0415 - it pulls in zipfile, which no import of ours should

    return (files("evinvest") / "_data" / "measures.txt").read_text(encoding="utf-8")


@cache
def _plain() -> Mapping[str, Measure]:
    known: dict[str, Measure] = {}
    for line in definitions().splitlines():
        if match := _LINE.match(line):
            name, dimension, factor, base = match.groups()
            known[name] = Measure(dimension, 1) if dimension else Measure(known[base].dimension, int(factor))
    return known


def units() -> tuple[str, ...]:
    """The names of all plain units; a rate is two of them with a slash between."""
    return tuple(_plain())


@cache
def measure(unit: str) -> Measure:
    """What a unit, or a rate such as ``GWh/year``, measures.

    Raises:
        UnitError: when there is no such unit.

    >>> measure("GWh/year")
    Measure(dimension='energy/time', factor=1000000000)
    """
    plain = _plain()
    above, slash, below = unit.partition("/")
    if above not in plain or (slash and below not in plain):
        raise UnitError(f"no unit of this library: {unit!r}")
    if not slash:
        return plain[above]
    # Turned around for whole factors: per month is twelve times per year.
    largest = max(one.factor for one in plain.values() if one.dimension == plain[below].dimension)
    return Measure(
        f"{plain[above].dimension}/{plain[below].dimension}",
        plain[above].factor * (largest // plain[below].factor),
    )


def convert(value: Decimal, unit: str, target: str) -> Decimal:
    """A value in another unit of its dimension: exact where it can be, else to 28 digits.

    Raises:
        UnitError: when the two do not measure the same.

    >>> convert(Decimal("1.5"), "GWh/year", "MWh/year")
    Decimal('1500.0')
    """
    if unit == target:
        return value
    one, other = measure(unit), measure(target)
    if one.dimension != other.dimension:
        raise UnitError(f"{unit} does not convert into {target}")
    if one.factor % other.factor == 0:
        return multiply(value, Decimal(one.factor // other.factor))
    return divide(multiply(value, Decimal(one.factor)), Decimal(other.factor))


def add(one: Decimal, other: Decimal) -> Decimal:
    """The exact sum, whatever the context of the thread."""
    return _exactly(_PLAIN.add, one, other)


def subtract(one: Decimal, other: Decimal) -> Decimal:
    """The exact difference, whatever the context of the thread."""
    return _exactly(_PLAIN.subtract, one, other)


def multiply(one: Decimal, other: Decimal) -> Decimal:
    """The exact product, whatever the context of the thread."""
    return _exactly(_PLAIN.multiply, one, other)


def divide(one: Decimal, other: Decimal) -> Decimal:
    """The quotient to 28 digits, whatever the context of the thread.

    Raises:
        UnitError: on division by zero.
    """
    if not other:
        raise UnitError("division by zero")
    return quotient(one, other)


rounded: Callable[[Decimal, Decimal], Decimal] = _ROUNDED.multiply
"""The product to 28 digits, whatever the context of the thread."""

quotient: Callable[[Decimal, Decimal], Decimal] = _ROUNDED.divide
"""The quotient to 28 digits by a number that is known not to be zero, such as a rate."""


def places(value: Decimal, count: int) -> Decimal:
    """The value to so many decimal places, halves to the even."""
    if value.adjusted() + count > _ROUNDED.prec - 2:
        return value
    return value.quantize(Decimal((0, (1,), -count)), context=_ROUNDED)


def _exactly(operation: Callable[[Decimal, Decimal], Decimal], one: Decimal, other: Decimal) -> Decimal:
    try:
        return operation(one, other)
    except (Inexact, InvalidOperation, Overflow, Underflow):
        raise UnitError(f"more than 60 digits: {one} and {other}") from None
