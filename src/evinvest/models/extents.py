"""The arithmetic of ranges and bounds: they survive it, or it is refused; nothing is averaged."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from evinvest.errors import UnitError
from evinvest.units.bounds import Bound
from evinvest.units.measures import add, divide, multiply, subtract

_WEAKER: dict[frozenset[Bound], Bound] = {
    frozenset({Bound.NEARLY, Bound.ABOUT}): Bound.ABOUT,
    frozenset({Bound.NEARLY, Bound.UP_TO}): Bound.UP_TO,
    frozenset({Bound.AT_LEAST, Bound.MORE_THAN}): Bound.MORE_THAN,
}
"""The one bound that holds for a sum of two; every pair that is not here has none."""

_TURNED = {
    Bound.EXACT: Bound.EXACT,
    Bound.ABOUT: Bound.ABOUT,
    Bound.NEARLY: Bound.ABOUT,
    Bound.MORE_THAN: Bound.UP_TO,
    Bound.AT_LEAST: Bound.UP_TO,
    Bound.UP_TO: Bound.AT_LEAST,
}
"""What a bound becomes under a minus."""


class Extent(NamedTuple):
    """A number as stated: its low end, its high end if it is a range, and its bound."""

    low: Decimal
    high: Decimal | None
    bound: Bound

    @property
    def top(self) -> Decimal:
        """The high end, which for a single number is the number."""
        return self.low if self.high is None else self.high

    @property
    def single(self) -> Decimal:
        """The number, where it is one.

        Raises:
            UnitError: for a range.
        """
        if self.high is not None:
            raise UnitError(f"a range has two ends, {self.low} and {self.high}: take one of them")
        return self.low

    def plus(self, other: Extent) -> Extent:
        """The sum; ends add to ends."""
        if self.high is None and other.high is None:
            return Extent(add(self.low, other.low), None, _joined(self.bound, other.bound))
        return _extent(add(self.low, other.low), add(self.top, other.top), _joined(self.bound, other.bound))

    def minus(self, other: Extent) -> Extent:
        """The difference; the low end takes away the other's high end."""
        return self.plus(other.negative())

    def negative(self) -> Extent:
        """The number below zero."""
        zero = Decimal(0)
        return _extent(subtract(zero, self.top), subtract(zero, self.low), _TURNED[self.bound])

    def times(self, factor: int | Decimal) -> Extent:
        """The product with a plain number."""
        number = plain_number(factor)
        if number < 0:
            return self.negative().times(number.copy_negate())
        high = None if self.high is None or not number else multiply(self.high, number)
        return Extent(multiply(self.low, number), high, self.bound)

    def over(self, divisor: int | Decimal) -> Extent:
        """The quotient by a plain number, to 28 digits."""
        number = plain_number(divisor)
        if number < 0:
            return self.negative().over(number.copy_negate())
        return _extent(divide(self.low, number), divide(self.top, number), self.bound)

    def ratio(self, other: Extent) -> Decimal:
        """How many times the other fits in, to 28 digits, which only single exact numbers can say."""
        for one in (self, other):
            if one.high is not None or one.bound is not Bound.EXACT:
                raise UnitError("a ratio needs two single, exact values")
        return divide(self.low, other.low)


def _extent(low: Decimal, top: Decimal, bound: Bound) -> Extent:
    return Extent(low, None if low == top else top, bound)


def _joined(one: Bound, other: Bound) -> Bound:
    if one is other or other is Bound.EXACT:
        return one
    if one is Bound.EXACT:
        return other
    try:
        return _WEAKER[frozenset({one, other})]
    except KeyError:
        raise UnitError(f"no bound holds for the sum of {one} and {other}") from None


def plain_number(value: object) -> Decimal:
    """A whole or decimal number.

    Raises:
        UnitError: for anything else; a float has digits that nobody wrote.
    """
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        raise UnitError(f"not a whole or decimal number: {value!r}")
    return finite(Decimal(value))


def decimal(value: Decimal | int | str) -> Decimal:
    """The decimal that a field holds, from a decimal, a whole number or digits.

    Raises:
        UnitError: for a float, or anything that is no finite number.
    """
    if type(value) is Decimal:
        return value  # as most are; `check` sees to it that it is finite
    if isinstance(value, str):
        try:
            return finite(Decimal(value))
        except ArithmeticError:
            raise UnitError(f"not a number: {value!r}") from None
    return plain_number(value)


def decimal_or_none(value: Decimal | int | str | None) -> Decimal | None:
    """As :func:`decimal`, for a field that may be empty."""
    return None if value is None else decimal(value)


def rank(bound: Bound) -> int:
    """The place of a bound in its enumeration, for ordering."""
    return _RANKS[bound]


_RANKS = {bound: place for place, bound in enumerate(Bound)}


def finite(value: Decimal) -> Decimal:
    """The decimal itself.

    Raises:
        UnitError: when it is infinite or no number.
    """
    if not value.is_finite():
        raise UnitError(f"not a finite number: {value}")
    return value


def check(low: object, high: object, bound: object) -> None:
    """Hold the invariants of every value, also of one that a decoder built past the converters.

    Raises:
        UnitError: when an end is no finite decimal, the range does not run upward, or the bound is none.
    """
    if high is None and type(low) is Decimal and low.is_finite() and type(bound) is Bound:
        return
    if type(low) is not Decimal or not low.is_finite():
        raise UnitError(f"not a finite decimal: {low!r}")
    if high is not None:
        if type(high) is not Decimal or not high.is_finite():
            raise UnitError(f"not a finite decimal: {high!r}")
        if not low < high:
            raise UnitError(f"a range runs upward: {low} to {high}")
    if not isinstance(bound, Bound):
        raise UnitError(f"not a bound: {bound!r}")
