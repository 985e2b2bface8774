"""Numbers, currencies and units: how news states amounts, and what they mean."""

from evinvest.units.amounts import Amount, scan
from evinvest.units.bounds import Bound
from evinvest.units.tables import AmountKind

__all__ = ["Amount", "AmountKind", "Bound", "scan"]
