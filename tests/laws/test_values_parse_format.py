"""A value that is written is read again as itself, whatever its digits, its range and its bound."""

from hypothesis import given
from hypothesis import strategies as st

from evinvest.models import Bound, Capacity, Money, Quantity

digits = st.integers(0, 10**15)
numbers = st.one_of(
    digits,
    st.decimals(0, 10**9, places=2),
    st.decimals(0, 1000, places=3),
    st.integers(0, 99).map(lambda n: n * 10**10),
)
NOUNS = ["vehicle", "unit", "cell", "pack", "module", "motor", "set"]
UNITS = [*NOUNS, "Wh", "kWh", "MWh", "GWh", "TWh", "W", "kW", "MW", "GW", "kg", "t", "kt", "month"]
RATES = [f"{unit}/{time}" for unit in [*NOUNS, "GWh", "MWh", "t"] for time in ("year", "month", "week", "day")]


def values(kind, units):
    single = st.builds(kind, numbers | numbers.map(lambda value: -value), units, bound=st.sampled_from(Bound))
    ends = st.tuples(numbers, numbers).filter(lambda pair: pair[0] != pair[1]).map(sorted)
    ranges = st.builds(
        lambda pair, unit, bound: kind(pair[0], unit, high=pair[1], bound=bound), ends, units, st.sampled_from(Bound)
    )
    return single | ranges


currencies = st.sampled_from(["USD", "EUR", "CNY", "THB", "HUF", "ZAR", "MYR", "ALL", "VND", "KWD"])
plain = values(Money, currencies)
money = plain | st.builds(
    lambda main, others: Money(main.amount, main.currency, high=main.high, bound=main.bound, equivalents=others),
    plain,
    st.lists(plain, max_size=2),
)


@given(money)
def test_money(value):
    assert Money.parse(str(value)) == value


@given(values(Quantity, st.sampled_from(UNITS)))
def test_a_quantity(value):
    assert Quantity.parse(str(value)) == value


@given(values(Capacity, st.sampled_from(RATES)))
def test_a_capacity(value):
    assert Capacity.parse(str(value)) == value
