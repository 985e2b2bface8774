"""The published strategies as the laws use them, each called once."""

from evinvest import testing
from evinvest.testing._values import CURRENCIES, UNITS

__all__ = ["CURRENCIES", "UNITS"]

capacities = testing.capacities()
claims = testing.claims()
companies = testing.companies()
decimals = testing.decimals
evidence = testing.evidence()
exports = testing.export_figures()
facts = testing.facts()
investments = testing.investments()
issues = testing.issues()
money = testing.money()
periods = testing.periods()
places = testing.places()
plain_money = testing.money(equivalents=False)
plants = testing.plants()
quantities = testing.quantities()
records = testing.records()
words = testing.words()
