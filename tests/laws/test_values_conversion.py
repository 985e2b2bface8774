"""A value that is converted and converted back is the same within one unit in the 27th digit."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from evinvest.models import Capacity, Money, Quantity
from evinvest.rates import Rates

digits = st.integers(1, 10**15) | st.decimals(1, 10**12, places=3)


def close(one, other):
    return abs(one - other) <= Decimal(10) ** (other.adjusted() - 26)


DAY = date(2025, 5, 16)
rates = st.decimals("0.00001", 100_000, places=5)


@given(digits, rates, rates)
def test_money_through_a_third_currency(amount, dollars, yuan):
    table = Rates.from_mapping({"USD": dollars, "CNY": yuan}, origin="a law")
    money = Money(amount, "USD")
    back = money.to("CNY", on=DAY, rates=table).money.to("USD", on=DAY, rates=table)
    assert close(back.amount, money.amount)


@given(digits, st.sampled_from(["Wh", "kWh", "MWh", "GWh", "TWh"]), st.sampled_from(["Wh", "kWh", "MWh", "GWh", "TWh"]))
def test_energy(value, unit, other):
    quantity = Quantity(value, unit)
    assert close(quantity.to(other).to(unit).value, Decimal(value))


@given(digits, st.sampled_from(["month", "year"]), st.sampled_from(["month", "year"]))
def test_a_rate(value, time, other):
    capacity = Capacity(value, f"vehicle/{time}")
    assert close(capacity.to(f"vehicle/{other}").to(f"vehicle/{time}").value, Decimal(value))
