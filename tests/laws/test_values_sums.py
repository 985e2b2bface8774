"""Sums are associative and commutative and keep every digit; where a bound allows no sum, no order of adding does."""

from decimal import Context, localcontext

from hypothesis import given
from hypothesis import strategies as st

from evinvest.errors import UnitError
from evinvest.models import Bound, Money

numbers = st.integers(-(10**20), 10**20) | st.decimals(-(10**12), 10**12, places=4)
bounds = st.sampled_from(Bound)


@st.composite
def moneys(draw):
    low, more = draw(numbers), draw(st.integers(0, 10**6))
    return Money(low, "EUR", high=Money(low, "EUR").amount + more if more else None, bound=draw(bounds))


def total(*steps):
    try:
        return sum(steps[1:], start=steps[0])
    except UnitError:
        return "refused"


@given(moneys(), moneys(), moneys())
def test_associative(one, two, three):
    left, right = total(one, two), total(two, three)
    left = left if left == "refused" else total(left, three)
    right = right if right == "refused" else total(one, right)
    assert left == right


@given(moneys(), moneys())
def test_commutative(one, two):
    assert total(one, two) == total(two, one)


@given(st.integers(-(10**20), 10**20), st.integers(-(10**20), 10**20))
def test_exact_in_any_context(one, two):
    with localcontext(Context(prec=3)):
        both = Money(one, "EUR") + Money(two, "EUR")
    assert both.amount == one + two
    assert (both - Money(two, "EUR")).amount == one
