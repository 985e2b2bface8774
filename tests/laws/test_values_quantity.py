"""A value comes back from its pint quantity, and pint converts units as the library does."""

from hypothesis import given
from hypothesis import strategies as st

from evinvest.models import Capacity, Money, Quantity
from evinvest.units import currencies

digits = st.integers(0, 10**12) | st.decimals(0, 10**9, places=3)
energies = st.sampled_from(["Wh", "kWh", "MWh", "GWh", "TWh"])


@given(digits, st.sampled_from(sorted(currencies())))
def test_money(amount, currency):
    money = Money(amount, currency)
    assert Money.from_quantity(money.quantity) == money


@given(digits, energies, energies)
def test_energy_is_the_same_in_pint(value, unit, other):
    quantity = Quantity(value, unit)
    assert Quantity.from_quantity(quantity.quantity.to(other)) == quantity.to(other)


@given(digits, st.sampled_from(["vehicle", "GWh", "t", "cell"]), st.sampled_from(["year", "month", "day"]))
def test_a_capacity(value, unit, time):
    capacity = Capacity(value, f"{unit}/{time}")
    assert Capacity.from_quantity(capacity.quantity) == capacity
