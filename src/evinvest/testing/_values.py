"""Values of every shape: the digits, signs and scripts that break what was written with care for none of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TypeVar

from hypothesis import strategies as st

from evinvest.models import Bound, Capacity, Company, Money, Period, Place, Quantity, Span

CURRENCIES = ("USD", "EUR", "CNY", "THB", "HUF", "JPY")
UNITS = ("vehicle", "unit", "GWh", "t")
RATES = ("vehicle/year", "unit/year", "GWh/year", "t/year")

_FORMS = ("{}E-2", "{}E-4", "{}", "{}.0", "{}.50", "{}E+3")
_SIGNS = "abcXYZ 宁德é'\"\\<>&\n\t\u2028\U0001f697-.,:"

T = TypeVar("T")


def words() -> st.SearchStrategy[str]:
    """Texts of a few characters: quotes, tags, line ends, Chinese, signs beyond the basic plane."""
    signs = st.sampled_from(_SIGNS) | st.characters(exclude_categories=["Cs"])
    return st.text(signs, min_size=1, max_size=12)


def countries() -> st.SearchStrategy[str]:
    """ISO 3166-1 codes of two letters, Norway's ``NO`` among them."""
    return st.sampled_from(["CN", "TH", "HU", "US", "NO"])


def decimals(*, minimum: int = 0, maximum: int = 10**13) -> st.SearchStrategy[Decimal]:
    """Decimals of all forms: trailing zeros and exponents are digits that must be kept.

    Args:
        minimum: of the whole part, before an exponent.
        maximum: of the whole part.
    """
    numbers = st.integers(minimum * 100, maximum * 100)
    return st.builds(lambda whole, form: Decimal(form.format(whole)), numbers, st.sampled_from(_FORMS))


def spans(*, size: int = 10_000) -> st.SearchStrategy[Span]:
    """Spans in a source of ``size`` code points."""
    return st.tuples(st.integers(0, size), st.integers(0, size)).map(lambda pair: Span(min(pair), max(pair)))


def _ends() -> st.SearchStrategy[tuple[Decimal, Decimal | None]]:
    """A number, or the two ends of a range."""
    steps = st.none() | decimals(minimum=1)
    return st.builds(lambda low, step: (low, step and low + step), decimals(minimum=1), steps)


def _stated_money(currencies: Sequence[str]) -> st.SearchStrategy[Money]:
    return st.builds(
        lambda ends, currency, bound: Money(ends[0], currency, high=ends[1], bound=bound),
        _ends(),
        st.sampled_from(currencies),
        st.sampled_from(Bound),
    )


def money(*, currencies: Sequence[str] = CURRENCIES, equivalents: bool = True) -> st.SearchStrategy[Money]:
    """Amounts of money: single ones and ranges, of every bound.

    Args:
        currencies: ISO 4217.
        equivalents: whether some have the same in other currencies.
    """
    plain = _stated_money(currencies)
    if not equivalents:
        return plain
    others = st.lists(plain, max_size=2)
    return plain | st.builds(
        lambda amount, same: Money(amount.amount, amount.currency, bound=amount.bound, equivalents=same), plain, others
    )


def quantities(*, units: Sequence[str] = UNITS) -> st.SearchStrategy[Quantity]:
    """Counts, weights and energies: single ones and ranges, of every bound."""
    return st.builds(
        lambda ends, unit, bound: Quantity(ends[0], unit, high=ends[1], bound=bound),
        _ends(),
        st.sampled_from(units),
        st.sampled_from(Bound),
    )


def capacities(*, units: Sequence[str] = RATES) -> st.SearchStrategy[Capacity]:
    """What plants can make in a time: single ones and ranges, of every bound."""
    return st.builds(
        lambda ends, unit, bound: Capacity(ends[0], unit, high=ends[1], bound=bound),
        _ends(),
        st.sampled_from(units),
        st.sampled_from(Bound),
    )


def periods() -> st.SearchStrategy[Period]:
    """Days, months, quarters, halves, years and ranges of months between 1950 and 2099."""
    days = st.dates(date(1950, 1, 1), date(2099, 12, 30))
    return st.one_of(
        days.map(Period.day),
        days.map(lambda day: Period.month(day.year, day.month)),
        days.map(lambda day: Period.year(day.year)),
        days.map(lambda day: Period.quarter(day.year, (day.month + 2) // 3)),
        days.map(lambda day: Period.half(day.year, (day.month + 5) // 6)),
        st.tuples(days, days).map(lambda pair: Period.months(min(pair), max(pair))),
    )


def companies() -> st.SearchStrategy[Company]:
    """Companies that nobody has founded."""
    return st.builds(
        Company,
        words(),
        surface=st.none() | words(),
        country=st.none() | countries(),
        ticker=st.none() | words(),
    )


def places() -> st.SearchStrategy[Place]:
    """Places, some with coordinates of many digits."""
    degrees = st.none() | decimals(maximum=90)
    return st.builds(
        Place,
        words(),
        country=st.none() | countries(),
        region=st.none() | words(),
        locality=st.none() | words(),
        latitude=degrees,
        longitude=degrees,
    )


def some(values: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    """Up to two of them."""
    return st.lists(values, max_size=2).map(tuple)
