"""Numbers, currencies and units: how news states amounts, what they mean, and pint behind them."""

from evinvest.units.amounts import Amount, scan
from evinvest.units.bounds import Bound
from evinvest.units.currencies import Currency, currencies, currency, currency_of
from evinvest.units.exchange import DatedRate, ExchangeRates
from evinvest.units.measures import convert
from evinvest.units.registry import registry
from evinvest.units.tables import AmountKind

__all__ = [
    "Amount",
    "AmountKind",
    "Bound",
    "Currency",
    "DatedRate",
    "ExchangeRates",
    "convert",
    "currencies",
    "currency",
    "currency_of",
    "registry",
    "scan",
]
