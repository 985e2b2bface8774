"""Dated exchange rates: an immutable table, read from the European Central Bank's history, a file or a mapping."""

from evinvest.rates.table import Rates
from evinvest.units.exchange import DatedRate, ExchangeRates

__all__ = ["DatedRate", "ExchangeRates", "Rates"]
