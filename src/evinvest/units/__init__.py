"""Numbers, currencies and units: how news states amounts, what they mean, and pint behind them.

The scanner of amounts is in :mod:`evinvest.units.amounts`; who only holds values need not load its grammar.
"""

from evinvest.units.bounds import Bound
from evinvest.units.currencies import Currency, currencies, currency, currency_of
from evinvest.units.exchange import DatedRate, ExchangeRates
from evinvest.units.measures import convert
from evinvest.units.registry import registry

__all__ = [
    "Bound",
    "Currency",
    "DatedRate",
    "ExchangeRates",
    "convert",
    "currencies",
    "currency",
    "currency_of",
    "registry",
]
