"""Exact values: money, quantities and capacities."""

from __future__ import annotations

from decimal import Decimal

from attrs import field, frozen

from evinvest.units import Bound


@frozen
class Money:
    """An amount of money in one currency.

    Attributes:
        amount: the low end of a range.
        currency: ISO 4217.
        high: the high end of a range.
        equivalents: the same amount in other currencies, as the text gives it.
    """

    amount: Decimal
    currency: str
    high: Decimal | None = field(default=None, kw_only=True)
    bound: Bound = field(default=Bound.EXACT, kw_only=True)
    equivalents: tuple[Money, ...] = field(default=(), kw_only=True)


@frozen
class Quantity:
    """A count or amount with its unit: ``vehicle``, ``unit``, ``GWh``, ``t``."""

    value: Decimal
    unit: str
    high: Decimal | None = field(default=None, kw_only=True)
    bound: Bound = field(default=Bound.EXACT, kw_only=True)


@frozen
class Capacity:
    """What a plant can make in a year: ``vehicle/year``, ``GWh/year``, ``t/year``, ``unit/year``."""

    value: Decimal
    unit: str
    high: Decimal | None = field(default=None, kw_only=True)
    bound: Bound = field(default=Bound.EXACT, kw_only=True)
