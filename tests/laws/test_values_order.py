"""Order and hash agree with equality, also across units: of two that compare, exactly one of <, ==, > holds."""

from hypothesis import given
from hypothesis import strategies as st

from evinvest.models import Bound, Capacity, Money, Quantity

few = st.integers(0, 3).map(lambda power: 10**power) | st.sampled_from(["0.001", "1.50"])
bounds = st.sampled_from(Bound)
amounts = st.builds(Money, few, st.just("EUR"), bound=bounds) | st.builds(lambda low: Money(low, "EUR", high=2000), few)
energies = st.builds(Quantity, few, st.sampled_from(["MWh", "GWh"]), bound=bounds)
outputs = st.builds(Capacity, few, st.sampled_from(["vehicle/month", "vehicle/year"]), bound=bounds)


def pairs(values):
    return st.tuples(values, values)


@given(pairs(amounts) | pairs(energies) | pairs(outputs))
def test_one_of_three_holds(pair):
    one, other = pair
    assert [one < other, one == other, one > other].count(True) == 1
    assert (one <= other) == (not other < one)
    if one == other:
        assert hash(one) == hash(other)


@given(st.lists(energies, min_size=2, max_size=6))
def test_order_does_not_hang_on_where_sorting_began(values):
    backwards = values[::-1]
    assert sorted(values) == sorted(backwards)


@given(st.integers(0, 10**9))
def test_equal_across_units(value):
    assert Capacity(value * 1000, "MWh/year") == Capacity(value, "GWh/year")
    assert len({Capacity(value * 12, "vehicle/year"), Capacity(value, "vehicle/month")}) == 1
