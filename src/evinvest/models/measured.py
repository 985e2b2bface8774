"""Quantities and capacities: exact numbers with a unit, equal across the units of one dimension."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import total_ordering
from typing import TYPE_CHECKING, Any, ClassVar, Self

from attrs import field, frozen

from evinvest.errors import UnitError
from evinvest.models.arithmetic import Arithmetic
from evinvest.models.extents import Extent, check, decimal, decimal_or_none, rank
from evinvest.units.bounds import Bound
from evinvest.units.measures import convert, measure, multiply
from evinvest.units.writing import BOUND_SIGNS, BOUND_WORDS, read_back, shortened, spelled

if TYPE_CHECKING:
    import pint

_THREE_PLACES = re.compile(r"(?<![0-9,])[0-9]{1,3}\.[0-9]{3}(?![0-9]| [a-z]+illion)")


@total_ordering
@frozen(eq=False)
class _Measured(Arithmetic):
    """What quantities and capacities share: a number with a unit, equal across the units of one dimension."""

    value: Decimal = field(converter=decimal)
    unit: str
    high: Decimal | None = field(default=None, kw_only=True, converter=decimal_or_none)
    bound: Bound = field(default=Bound.EXACT, kw_only=True)

    _rate: ClassVar[bool]

    def __attrs_post_init__(self) -> None:
        check(self.value, self.high, self.bound)
        measure(self.unit)
        if ("/" in self.unit) is not self._rate:
            raise UnitError(f"{self._what()} has no unit such as {self.unit!r}")

    @classmethod
    def _what(cls) -> str:
        return f"a {cls.__name__.lower()}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """The value that a text states; a capacity without a word of time is one a year, as the field states it.

        Raises:
            UnitError: when the text says anything else.
        """
        if (own := cls._read_back(text)) is not None:
            return own
        from evinvest.units.parsing import parse_amounts  # noqa: PLC0415 - the grammar is for those who parse

        amount, others = parse_amounts(text)
        if others or amount.unit is None or amount.kind == "money" or bool(amount.per) > cls._rate:
            raise UnitError(f"not {cls._what()}: {text!r}")
        unit = f"{amount.unit}/{amount.per or 'year'}" if cls._rate else amount.unit
        return cls(amount.value, unit, high=amount.high, bound=amount.bound)

    @classmethod
    def _read_back(cls, text: str) -> Self | None:
        """The value that wrote itself like this."""
        written = read_back(text)
        if written is None or (written.high is not None and written.high <= written.low):
            return None
        above, slash, below = written.unit.partition("/")
        for unit in (written.unit, above.removesuffix("s") + slash + below):
            try:
                value = cls(written.low, unit, high=written.high, bound=written.bound)
            except UnitError:
                continue
            if str(value) == text:
                return value
        return None

    @property
    def quantity(self) -> pint.Quantity[Any]:
        """The value in the private pint registry.

        Raises:
            UnitError: for a range, which has two ends.
        """
        from evinvest.units.registry import quantity  # noqa: PLC0415 - pint

        return quantity(self._extent.single, self.unit)

    def to(self, unit: str) -> Self:
        """The same in another unit of the dimension: exact where it can be, else to 28 digits.

        Raises:
            UnitError: when the two do not measure the same.
        """
        high = None if self.high is None else convert(self.high, self.unit, unit)
        return type(self)(convert(self.value, self.unit, unit), unit, high=high, bound=self.bound)

    @property
    def _extent(self) -> Extent:
        return Extent(self.value, self.high, self.bound)

    def _with(self, extent: Extent) -> Self:
        return type(self)(extent.low, self.unit, high=extent.high, bound=extent.bound)

    def _key(self) -> tuple[Any, ...]:
        known = measure(self.unit)
        factor = Decimal(known.factor)
        ends = (multiply(self.value, factor), multiply(self._extent.top, factor))
        return (*ends, rank(self.bound), known.dimension)

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def _in(self, other: Self) -> Extent:
        """The other one in the unit of this one."""
        return (other if self.unit == other.unit else other.to(self.unit))._extent  # noqa: SLF001 - of this class

    def __lt__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        if measure(self.unit).dimension != measure(other.unit).dimension:
            raise UnitError(f"{self.unit} and {other.unit} do not compare")
        return self._key() < other._key()

    def __str__(self) -> str:
        minus = "-" if self.high is None and self.value < 0 else ""
        value = self.value.copy_abs() if minus else self.value
        return f"{BOUND_WORDS[self.bound]}{minus}{self._ends(value)} {self._plural()}"

    def _ends(self, value: Decimal) -> str:
        # 1.125 vehicles would be read as 1125, for things come whole
        return _THREE_PLACES.sub(r"\g<0>0", spelled(value, self.high))

    def _plural(self) -> str:
        """The unit as people write it: nouns have a plural, signs have none."""
        above, slash, below = self.unit.partition("/")
        single = self.high is None and self.value == 1
        noun = above + ("" if single or measure(above).dimension != above else "s")
        return noun + slash + below

    def format(self, style: str = "short") -> str:
        """Written for people: ``short`` is ``3.08m vehicles``, ``long`` is as ``str``.

        Raises:
            UnitError: for another style.
        """
        if style == "long":
            return str(self)
        if style != "short":
            raise UnitError(f"a style is short or long: {style!r}")
        ends = shortened(self.value, self.high, thousands=measure(self.unit.partition("/")[0]).factor == 1)
        return f"{BOUND_SIGNS[self.bound]}{ends} {self._plural()}"


@frozen(eq=False)
class Quantity(_Measured):
    """A count or amount with its unit: ``vehicle``, ``unit``, ``cell``, ``pack``, ``GWh``, ``t``.

    Equal, ordered and hashed across the units of one dimension: 1000 MWh are 1 GWh.

    Attributes:
        value: the low end of a range.
        unit: a unit of ``_data/measures.txt``.
        high: the high end of a range.
        bound: how exactly it was stated.

    Raises:
        UnitError: for a float, a number that is not finite, a range that does not run upward, or an unknown unit.

    >>> Quantity(1000, "MWh") == Quantity(1, "GWh"), str(Quantity.parse("3.083 million cars"))
    (True, '3.083 million vehicles')
    """

    _rate: ClassVar[bool] = False


@frozen(eq=False)
class Capacity(_Measured):
    """What a plant can make in a time: ``vehicle/year``, ``GWh/year``, ``t/year``, ``unit/year``.

    ``GWh/year`` is kept as such and never becomes watts.

    Attributes:
        value: the low end of a range.
        unit: two units of ``_data/measures.txt``, the second one of time.
        high: the high end of a range.
        bound: how exactly it was stated.

    Raises:
        UnitError: as for :class:`Quantity`.

    >>> Capacity.parse("10,000 vehicles a month").to("vehicle/year")
    Capacity(value=Decimal('120000'), unit='vehicle/year', high=None, bound=<Bound.EXACT: 'exact'>)
    """

    _rate: ClassVar[bool] = True
