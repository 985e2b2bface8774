"""Exact values: money, quantities and capacities.

They hold a ``Decimal`` and a unit's name, nothing of pint, so they hash, pickle and compare everywhere alike. pint is
behind ``.quantity``, for those who go on with it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import total_ordering
from typing import TYPE_CHECKING, Any, ClassVar, Self

from attrs import evolve, field, frozen

from evinvest.errors import UnitError
from evinvest.models.extents import Extent, check, decimal
from evinvest.units.bounds import Bound as Bound
from evinvest.units.currencies import currency as currency_named
from evinvest.units.exchange import ExchangeRates, Fallback
from evinvest.units.measures import convert, measure, multiply, rounded
from evinvest.units.writing import BOUND_SIGNS, BOUND_WORDS, plain, shortened, spelled

if TYPE_CHECKING:
    import pint

_BOUNDS = tuple(Bound)


def _decimal_or_none(value: Decimal | int | str | None) -> Decimal | None:
    return None if value is None else decimal(value)


def _moneys(values: Iterable[Money]) -> tuple[Money, ...]:
    return tuple(values)


@total_ordering
@frozen
class Money:
    """An amount of money in one currency.

    Order is that of the low ends, then of the high ends, then of the bounds as :class:`Bound` lists them. Arithmetic
    keeps ranges and bounds or raises :class:`~evinvest.errors.UnitError`; equivalents belong to the amount as stated,
    so a sum has none.

    Attributes:
        amount: the low end of a range.
        currency: ISO 4217.
        high: the high end of a range.
        bound: how exactly it was stated.
        equivalents: the same amount in other currencies, as the text gives it.

    Raises:
        UnitError: for a float, a number that is not finite, a range that does not run upward, or an unknown currency.

    >>> money = Money.parse("about RMB 9.97 billion ($1.4 billion)")
    >>> str(money), format(money, "short"), money.amount
    ('about CNY 9.97 billion (USD 1.4 billion)', '~CN¥9.97bn', Decimal('9970000000'))
    >>> Money(5, "USD") + Money(5, "EUR")
    Traceback (most recent call last):
    evinvest.errors.UnitError: USD and EUR do not mix without a rate
    """

    amount: Decimal = field(converter=decimal)
    currency: str
    high: Decimal | None = field(default=None, kw_only=True, converter=_decimal_or_none)
    bound: Bound = field(default=Bound.EXACT, kw_only=True)
    equivalents: tuple[Money, ...] = field(default=(), kw_only=True, converter=_moneys)

    def __attrs_post_init__(self) -> None:
        # msgspec builds records without their converters but not without this
        check(self.amount, self.high, self.bound)
        currency_named(self.currency)
        if not all(isinstance(other, Money) for other in self.equivalents):
            raise UnitError(f"equivalents are money: {self.equivalents!r}")

    @classmethod
    def parse(cls, text: str, *, dollar: str = "USD") -> Money:
        """The money that a text states, with its equivalents in brackets.

        Args:
            text: one amount and nothing else, English or Chinese.
            dollar: ISO 4217 code of a bare ``$``.

        Raises:
            UnitError: when the text says anything else.

        >>> Money.parse("73.4亿欧元") == Money(7_340_000_000, "EUR")
        True
        """
        from evinvest.units.parsing import parse_amounts  # noqa: PLC0415 - the grammar is for those who parse

        first, others = parse_amounts(text, dollar=dollar)
        values = []
        for amount in (first, *others):
            if amount.kind != "money" or amount.unit is None or amount.per:
                raise UnitError(f"not an amount of money: {text!r}")
            values.append(cls(amount.value, amount.unit, high=amount.high, bound=amount.bound))
        return evolve(values[0], equivalents=tuple(values[1:]))

    @classmethod
    def from_quantity(cls, quantity: pint.Quantity[Any]) -> Money:
        """The money of a pint quantity whose unit is a currency.

        Raises:
            UnitError: when it has another unit, or a float for its magnitude.
        """
        from evinvest.units.registry import unquantity  # noqa: PLC0415 - pint

        return cls(*unquantity(quantity))

    @property
    def quantity(self) -> pint.Quantity[Any]:
        """The amount in the private pint registry, where each currency is a dimension of its own.

        Raises:
            UnitError: for a range, which has two ends.
        """
        return _quantity(self._extent, self.currency)

    def to(self, currency: str, *, on: date, rates: ExchangeRates, fallback: Fallback | None = None) -> Conversion:
        """The amount in another currency, at the rate of a day.

        Args:
            currency: ISO 4217.
            on: the day whose rate is wanted.
            rates: a table of rates, such as ``Rates.ecb()``.
            fallback: ``"previous"`` takes the last day before, when the day has no rate.

        Raises:
            RateNotFound: when the table has no rate for that currency on that day.
        """
        currency_named(currency)
        dated = rates.rate(self.currency, currency, on=on, fallback=fallback)
        high = None if self.high is None else rounded(self.high, dated.value)
        money = Money(rounded(self.amount, dated.value), currency, high=high, bound=self.bound)
        return Conversion(money, self, rate=dated.value, day=dated.day, origin=dated.origin)

    @property
    def _extent(self) -> Extent:
        return Extent(self.amount, self.high, self.bound)

    def _with(self, extent: Extent) -> Money:
        return Money(extent.low, self.currency, high=extent.high, bound=extent.bound)

    def _same(self, other: Money) -> None:
        if self.currency != other.currency:
            raise UnitError(f"{self.currency} and {other.currency} do not mix without a rate")

    def _key(self) -> tuple[Any, ...]:
        others = tuple((other.currency, other._key()) for other in self.equivalents)  # noqa: SLF001 - of this class
        return (self.amount, self._extent.top, _BOUNDS.index(self.bound), others)

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Money):
            return NotImplemented
        self._same(other)
        return self._key() < other._key()

    def __add__(self, other: object) -> Money:
        if not isinstance(other, Money):
            return NotImplemented
        self._same(other)
        return self._with(self._extent.plus(other._extent))

    def __radd__(self, other: object) -> Money:
        # what sum() begins with
        return self if isinstance(other, int) and other == 0 else NotImplemented

    def __sub__(self, other: object) -> Money:
        if not isinstance(other, Money):
            return NotImplemented
        self._same(other)
        return self._with(self._extent.minus(other._extent))

    def __neg__(self) -> Money:
        return self._with(self._extent.negative())

    def __mul__(self, factor: int | Decimal) -> Money:
        return self._with(self._extent.times(factor))

    __rmul__ = __mul__

    def __truediv__(self, other: Money | int | Decimal) -> Money | Decimal:
        """A share by a number, or the ratio to other money of the currency."""
        if isinstance(other, Money):
            self._same(other)
            return self._extent.ratio(other._extent)
        return self._with(self._extent.over(other))

    def __str__(self) -> str:
        minus = "-" if self.high is None and self.amount < 0 else ""
        amount = self.amount.copy_abs() if minus else self.amount
        others = ", ".join(map(str, self.equivalents))
        ends = spelled(amount, self.high)
        return f"{BOUND_WORDS[self.bound]}{minus}{self.currency} {ends}{f' ({others})' if others else ''}"

    def __format__(self, style: str) -> str:
        return self.format(style) if style else str(self)

    def format(self, style: str = "short", *, locale: str | None = None) -> str:
        """Written for people: ``short`` is ``CN¥9.97bn``, ``long`` is ``9.97 billion Chinese yuan``.

        Args:
            style: ``short`` or ``long``.
            locale: such as ``de_DE``; needs the extra ``locale``. The bound is left out there.

        Raises:
            UnitError: for another style.
            MissingExtra: when a locale is asked for and babel is not installed.

        >>> Money(9_970_000_000, "CNY").format("long")
        '9.97 billion Chinese yuan'
        """
        if style not in ("short", "long"):
            raise UnitError(f"a style is short or long: {style!r}")
        if locale is not None:
            from evinvest.units.locales import localized  # noqa: PLC0415 - babel

            ends = [end for end in (self.amount, self.high) if end is not None]
            return "–".join(localized(end, self.currency, style=style, locale=locale) for end in ends)
        known = currency_named(self.currency)
        if style == "long":
            return f"{BOUND_WORDS[self.bound]}{spelled(self.amount, self.high)} {known.plural}"
        gap = "\u00a0" if known.symbol[-1].isalpha() else ""
        minus = "-" if self.amount < 0 and self.high is None else ""
        number = shortened(self.amount.copy_abs() if minus else self.amount, self.high)
        return f"{BOUND_SIGNS[self.bound]}{minus}{known.symbol}{gap}{number}"


@frozen
class Conversion:
    """Money in another currency, with all that the conversion rests on.

    Attributes:
        money: in the currency asked for, to 28 digits.
        of: what was converted.
        rate: what one unit of the old currency was worth in the new one.
        day: the day whose rates were used, which ``fallback`` may have moved.
        origin: who published the rates.
    """

    money: Money
    of: Money
    rate: Decimal = field(kw_only=True)
    day: date = field(kw_only=True)
    origin: str = field(kw_only=True)

    @property
    def amount(self) -> Decimal:
        """The low end in the new currency."""
        return self.money.amount

    @property
    def high(self) -> Decimal | None:
        """The high end in the new currency."""
        return self.money.high

    @property
    def currency(self) -> str:
        """The new currency."""
        return self.money.currency

    def __str__(self) -> str:
        return f"{self.money:short} ({self.of} at {self.rate:.6g} on {self.day}, {self.origin})"


def _quantity(extent: Extent, unit: str) -> pint.Quantity[Any]:
    if extent.high is not None:
        raise UnitError(f"a range has two ends, {extent.low} and {extent.high}: take one of them")
    from evinvest.units.registry import quantity  # noqa: PLC0415 - pint

    return quantity(extent.low, unit)


@total_ordering
@frozen(eq=False)
class _Measured:
    """What quantities and capacities share: a number with a unit, equal across the units of one dimension."""

    value: Decimal = field(converter=decimal)
    unit: str
    high: Decimal | None = field(default=None, kw_only=True, converter=_decimal_or_none)
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
        from evinvest.units.parsing import parse_amounts  # noqa: PLC0415 - the grammar is for those who parse

        amount, others = parse_amounts(text)
        if others or amount.unit is None or amount.kind == "money" or bool(amount.per) > cls._rate:
            raise UnitError(f"not {cls._what()}: {text!r}")
        unit = f"{amount.unit}/{amount.per or 'year'}" if cls._rate else amount.unit
        return cls(amount.value, unit, high=amount.high, bound=amount.bound)

    @classmethod
    def from_quantity(cls, quantity: pint.Quantity[Any]) -> Self:
        """The value of a pint quantity in a unit of this library.

        Raises:
            UnitError: when it has another unit, or a float for its magnitude.
        """
        from evinvest.units.registry import unquantity  # noqa: PLC0415 - pint

        return cls(*unquantity(quantity))

    @property
    def quantity(self) -> pint.Quantity[Any]:
        """The value in the private pint registry.

        Raises:
            UnitError: for a range, which has two ends.
        """
        return _quantity(self._extent, self.unit)

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
        return (*ends, _BOUNDS.index(self.bound), known.dimension)

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def _in(self, other: Self) -> Extent:
        """The other one in the unit of this one."""
        return other._extent if self.unit == other.unit else other.to(self.unit)._extent

    def __lt__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        if measure(self.unit).dimension != measure(other.unit).dimension:
            raise UnitError(f"{self.unit} and {other.unit} do not compare")
        return self._key() < other._key()

    def __add__(self, other: object) -> Self:
        if type(other) is not type(self):
            return NotImplemented
        return self._with(self._extent.plus(self._in(other)))

    def __radd__(self, other: object) -> Self:
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
        """A share by a number, or the ratio to another value of the dimension."""
        if isinstance(other, type(self)):
            return self._extent.ratio(self._in(other))
        if isinstance(other, _Measured):
            return NotImplemented
        return self._with(self._extent.over(other))

    def __str__(self) -> str:
        minus = "-" if self.high is None and self.value < 0 else ""
        value = self.value.copy_abs() if minus else self.value
        return f"{BOUND_WORDS[self.bound]}{minus}{self._ends(value)} {self._plural()}"

    def _ends(self, value: Decimal) -> str:
        if self.high is None and plain(value)[-4:-3] == "." and spelled(value) == plain(value):
            return plain(value) + "0"  # 1.250 vehicles would be read as 1250
        return spelled(value, self.high)

    def _plural(self) -> str:
        """The unit as people write it: nouns have a plural, signs have none."""
        above, slash, below = self.unit.partition("/")
        single = self.high is None and self.value == 1
        noun = above + ("" if single or not measure(above).dimension == above else "s")
        return noun + slash + below

    def __format__(self, style: str) -> str:
        return self.format(style) if style else str(self)

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
