"""Exact values: money, quantities and capacities.

They hold a ``Decimal`` and a unit's name, nothing of pint, so they hash, pickle and compare everywhere alike. pint is
behind ``.quantity``, for those who go on with it.
"""

from evinvest.models.measured import Capacity, Quantity
from evinvest.models.money import Conversion, Money
from evinvest.units.bounds import Bound

__all__ = ["Bound", "Capacity", "Conversion", "Money", "Quantity"]
