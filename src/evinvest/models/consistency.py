"""Whether the equivalents that a text states fit the rates of its day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from evinvest.errors import RateNotFound
from evinvest.models.facts import Issue
from evinvest.models.values import Money
from evinvest.units.measures import divide, subtract

if TYPE_CHECKING:
    from evinvest.units.exchange import ExchangeRates

TOLERANCE = Decimal("0.05")
"""Five percent: newsrooms round to two digits, and take the rate of the day before or of the signing."""


def check_equivalents(money: Money, *, on: date, rates: ExchangeRates, tolerance: Decimal = TOLERANCE) -> Issue | None:
    """The first stated equivalent that the rate of a day does not bear out; the text's words stay the fact.

    Args:
        money: with its equivalents.
        on: the day of the article; the last rate before it counts where it has none.
        rates: a table of rates.
        tolerance: how far apart the two may be, as a part of the converted amount.

    Returns:
        An issue ``equivalent-mismatch`` that names both amounts, the rate and its day; ``None`` when all fit or the
        table has no rate to tell by.
    """
    for stated in money.equivalents:
        try:
            converted = money.to(stated.currency, on=on, rates=rates, fallback="previous")
        except RateNotFound:
            continue
        pairs = [(stated.amount, converted.amount)]
        if stated.high is not None and converted.high is not None:
            pairs.append((stated.high, converted.high))
        if any(not _near(one, other, tolerance) for one, other in pairs):
            main = Money(money.amount, money.currency, high=money.high, bound=money.bound)
            message = (
                f"{main} is stated as {stated}, but was {converted.money:short} at {converted.rate:.6g} "
                f"{stated.currency} on {converted.day} ({converted.origin})"
            )
            return Issue("equivalent-mismatch", message)
    return None


def _near(stated: Decimal, converted: Decimal, tolerance: Decimal) -> bool:
    if not converted:
        return not stated
    return subtract(divide(stated, converted), Decimal(1)).copy_abs() <= tolerance
