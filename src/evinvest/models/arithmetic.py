"""Sums, differences, multiples and shares of stated values: the same for money, quantities and capacities."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    import pint

    from evinvest.models.extents import Extent


class Arithmetic:
    """What a value with one unit can do; ranges and bounds are kept, or an error is raised.

    A class that has it says what its extent is, how it looks with another extent, and how another value is written in
    its unit.
    """

    __slots__ = ()

    @property
    def _extent(self) -> Extent:
        raise NotImplementedError

    def _with(self, extent: Extent) -> Self:
        raise NotImplementedError

    def _in(self, other: Self) -> Extent:
        raise NotImplementedError

    def format(self, style: str = "short") -> str:
        """Written for people."""
        raise NotImplementedError

    @classmethod
    def from_quantity(cls, quantity: pint.Quantity[Any]) -> Self:
        """The value of a pint quantity in a unit of this library.

        Raises:
            UnitError: when it has another unit, or a float for its magnitude.
        """
        from evinvest.units.registry import unquantity  # noqa: PLC0415 - pint

        return cls(*unquantity(quantity))  # type: ignore[call-arg]  # a number and its unit come first

    def __add__(self, other: object) -> Self:
        if type(other) is not type(self):
            return NotImplemented
        return self._with(self._extent.plus(self._in(other)))

    def __radd__(self, other: object) -> Self:
        # what sum() begins with
        return self if isinstance(other, int) and other == 0 else NotImplemented

    def __sub__(self, other: object) -> Self:
        if type(other) is not type(self):
            return NotImplemented
        return self._with(self._extent.minus(self._in(other)))

    def __neg__(self) -> Self:
        return self._with(self._extent.negative())

    def __mul__(self, factor: int | Decimal) -> Self:
        return self._with(self._extent.times(factor))

    __rmul__ = __mul__

    def __truediv__(self, other: Self | int | Decimal) -> Self | Decimal:
        """A share by a number, or the ratio to another value of its kind."""
        if isinstance(other, type(self)):
            return self._extent.ratio(self._in(other))
        if isinstance(other, Arithmetic):
            return NotImplemented
        return self._with(self._extent.over(other))

    def __format__(self, style: str) -> str:
        return self.format(style) if style else str(self)
