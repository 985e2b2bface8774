"""Money: an exact amount in one currency, as stated, and what it is in another."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import total_ordering
from typing import TYPE_CHECKING, Any, NamedTuple

from attrs import evolve, field, frozen

from evinvest.errors import UnitError
from evinvest.models.arithmetic import Arithmetic
from evinvest.models.extents import Extent, check, decimal, decimal_or_none, rank
from evinvest.units.bounds import Bound
from evinvest.units.currencies import currencies
from evinvest.units.currencies import currency as currency_named
from evinvest.units.exchange import DatedRate  # noqa: TC001 - type hints of a tuple are read at run time
from evinvest.units.measures import rounded
from evinvest.units.writing import BOUND_SIGNS, BOUND_WORDS, read_back, shortened, spelled

if TYPE_CHECKING:
    import pint

    from evinvest.units.exchange import ExchangeRates, Fallback


def _moneys(values: Iterable[Money]) -> tuple[Money, ...]:
    return values if type(values) is tuple else tuple(values)


@total_ordering
@frozen(weakref_slot=False)
class Money(Arithmetic):
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
    high: Decimal | None = field(default=None, kw_only=True, converter=decimal_or_none)
    bound: Bound = field(default=Bound.EXACT, kw_only=True)
    equivalents: tuple[Money, ...] = field(default=(), kw_only=True, converter=_moneys)

    def __attrs_post_init__(self) -> None:
        # msgspec builds records without their converters but not without this
        check(self.amount, self.high, self.bound)
        if self.currency not in currencies():
            currency_named(self.currency)
        if self.equivalents and not all(isinstance(other, Money) for other in self.equivalents):
            raise UnitError(f"equivalents are money: {self.equivalents!r}")

    @classmethod
    def parse(cls, text: str, *, dollar: str = "USD", country: str | None = None) -> Money:
        """The money that a text states, with its equivalents in brackets.

        Args:
            text: one amount and nothing else, English or Chinese.
            dollar: ISO 4217 code of a bare ``$``.
            country: ISO 3166-1 code; of the currencies that "dirhams" or "crowns" could mean, its own is taken.

        Raises:
            UnitError: when the text says anything else.

        >>> Money.parse("73.4亿欧元") == Money(7_340_000_000, "EUR")
        True
        """
        if (own := cls._read_back(text)) is not None:
            return own
        from evinvest.units.parsing import parse_amounts  # noqa: PLC0415 - the grammar is for those who parse

        first, others = parse_amounts(text, dollar=dollar, country=country)
        values = []
        for amount in (first, *others):
            if amount.kind != "money" or amount.unit is None or amount.per:
                raise UnitError(f"not an amount of money: {text!r}")
            values.append(cls(amount.value, amount.unit, high=amount.high, bound=amount.bound))
        return evolve(values[0], equivalents=tuple(values[1:]))

    @classmethod
    def _read_back(cls, text: str) -> Money | None:
        """The money that wrote itself like this, so that no rule for the words of news can come between."""
        written = read_back(text)
        if written is None or written.unit not in currencies():
            return None
        others = [cls._read_back(other) for other in written.others]
        if None in others or (written.high is not None and written.high <= written.low):
            return None
        money = cls(
            written.low,
            written.unit,
            high=written.high,
            bound=written.bound,
            equivalents=[other for other in others if other is not None],
        )
        return money if str(money) == text else None

    @property
    def quantity(self) -> pint.Quantity[Any]:
        """The amount in the private pint registry, where each currency is a dimension of its own.

        Raises:
            UnitError: for a range, which has two ends.
        """
        from evinvest.units.registry import quantity  # noqa: PLC0415 - pint

        return quantity(self._extent.single, self.currency)

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
        if currency not in currencies():
            currency_named(currency)
        dated = rates.rate(self.currency, currency, on=on, fallback=fallback)
        low, high = rounded(self.amount, dated.value), self.high
        if high is not None and (high := rounded(high, dated.value)) == low:
            high = None
        return _new(Conversion, (_checked(low, currency, high, self.bound), self, dated))

    @property
    def _extent(self) -> Extent:
        return Extent(self.amount, self.high, self.bound)

    def _with(self, extent: Extent) -> Money:
        return _checked(extent.low, self.currency, extent.high, extent.bound)

    def _same(self, other: Money) -> None:
        if self.currency != other.currency:
            raise UnitError(f"{self.currency} and {other.currency} do not mix without a rate")

    def _in(self, other: Money) -> Extent:
        self._same(other)
        return other._extent

    def _key(self) -> tuple[Any, ...]:
        others = tuple((other.currency, other._key()) for other in self.equivalents)  # noqa: SLF001 - of this class
        return (self.amount, self._extent.top, rank(self.bound), others)

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Money):
            return NotImplemented
        self._same(other)
        if self.amount != other.amount:
            return self.amount < other.amount
        return self._key() < other._key()

    def __str__(self) -> str:
        minus = "-" if self.high is None and self.amount < 0 else ""
        amount = self.amount.copy_abs() if minus else self.amount
        others = ", ".join(map(str, self.equivalents))
        ends = spelled(amount, self.high)
        return f"{BOUND_WORDS[self.bound]}{minus}{self.currency} {ends}{f' ({others})' if others else ''}"

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


_new = tuple.__new__
"""What the constructor of a named tuple does, without a Python function around it."""


class _Draft(Arithmetic):
    """Money that is still being filled in: the same slots, but open."""

    __slots__ = ("amount", "bound", "currency", "equivalents", "high")

    amount: Decimal
    currency: str
    high: Decimal | None
    bound: Bound
    equivalents: tuple[Money, ...]


def _checked(amount: Decimal, currency: str, high: Decimal | None, bound: Bound) -> Money:
    """Money of parts that are known to be sound.

    Filling a draft and closing it takes a fifth of the time of the constructor, whose checks would find nothing and
    whose frozen slots are slow to set.
    """
    draft = _Draft()
    draft.amount = amount
    draft.currency = currency
    draft.high = high
    draft.bound = bound
    draft.equivalents = ()
    draft.__class__ = Money  # type: ignore[assignment]
    return draft  # type: ignore[return-value]


class Conversion(NamedTuple):
    """Money in another currency, with all that the conversion rests on.

    Attributes:
        money: in the currency asked for, to 28 digits.
        of: what was converted.
        dated: the rate, the day whose rates were used (``fallback`` may have moved it), and who published them.
    """

    money: Money
    of: Money
    dated: DatedRate

    @property
    def rate(self) -> Decimal:
        """What one unit of the old currency was worth in the new one."""
        return self.dated.value

    @property
    def day(self) -> date:
        """The day whose rates were used."""
        return self.dated.day

    @property
    def origin(self) -> str:
        """Who published the rates."""
        return self.dated.origin

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
