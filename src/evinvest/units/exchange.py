"""What a table of exchange rates offers, so that values need none of its code."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple, Protocol

Fallback = Literal["previous"]


class DatedRate(NamedTuple):
    """What one unit of a currency was worth in another.

    Attributes:
        value: to 28 digits.
        day: the day whose rates were used.
        origin: who published them.
    """

    value: Decimal
    day: date
    origin: str


class ExchangeRates(Protocol):
    """A table of dated exchange rates, such as :class:`evinvest.rates.Rates`."""

    def rate(self, currency: str, target: str, *, on: date, fallback: Fallback | None = None) -> DatedRate:
        """What one unit of ``currency`` was worth in ``target``; ``RateNotFound`` where the table has none."""
