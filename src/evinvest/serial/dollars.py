"""Amounts in US dollars beside the stated ones, at dated rates: columns of many currencies that add up."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Context, Decimal
from typing import TYPE_CHECKING, Any, cast

from attrs import frozen

from evinvest.errors import RateNotFound
from evinvest.models import Issue, Money
from evinvest.serial._cells import number_of
from evinvest.serial.columns import Column, Table, Type
from evinvest.units.exchange import ExchangeRates

if TYPE_CHECKING:
    from evinvest.serial.rows import Batch, Row

_MONEY = {"investments": ("amount", "amount"), "plants": ("investment", "investment"), "exports": ("quantity", "value")}
"""By table the field of a record that holds money, and the column that its amount stands in."""

_CENT = Decimal("0.01")
_EXACTLY = Context(prec=200)


@frozen(kw_only=True)
class Dollars:
    """How amounts become dollars.

    Attributes:
        rates: a table of rates, such as ``Rates.ecb()``.
        on: the day whose rates count, or the days of the articles by their names. Where that day has no rate, it is the
            last day before that has one.
        on_issue: gets an issue for every amount that there is no rate for; its cell stays empty.
    """

    rates: ExchangeRates
    on: date | Mapping[str, date] | Mapping[str | None, date]
    on_issue: Callable[[Issue], None] | None = None

    def columns(self, table: Table) -> tuple[Column, ...]:
        """The columns that a table has more."""
        if table.name not in _MONEY:
            return ()
        name = _MONEY[table.name][1]
        parts = (
            ("usd", Type.NUMBER, "the amount in US dollars, to the cent", "USD"),
            ("usd_high", Type.NUMBER, "the high end of a range in US dollars", "USD"),
            ("usd_day", Type.DATE, "the day of the rate", None),
        )
        return tuple(
            Column(name=f"{name}_{end}", holds=holds, description=says, unit=unit) for end, holds, says, unit in parts
        )

    def add(self, rows: Mapping[str, list[Row]], batch: Batch) -> None:
        """Fill these columns in the rows that were made of a batch."""
        for table, (field, column) in _MONEY.items():
            each = iter(rows[table])
            for article, facts in batch.items():
                for record in getattr(facts, table):
                    next(each).update(self._cells(getattr(record, field), column, article, record))

    def _cells(self, money: object, column: str, article: str | None, record: Any) -> Row:  # noqa: ANN401 - a fact
        cells: Row = dict.fromkeys((f"{column}_usd", f"{column}_usd_high", f"{column}_usd_day"))
        if not isinstance(money, Money):
            return cells
        try:
            converted = money.to("USD", on=self._day(article), rates=self.rates, fallback="previous")
        except RateNotFound as error:
            if self.on_issue is not None:
                self.on_issue(Issue("rate-not-found", error.message, span=record.evidence.span, source=article))
            return cells
        return {
            f"{column}_usd": _cents(converted.amount),
            f"{column}_usd_high": None if converted.high is None else _cents(converted.high),
            f"{column}_usd_day": converted.day,
        }

    def _day(self, article: str | None) -> date:
        days = cast("date | Mapping[str | None, date]", self.on)  # a key that is no name finds nothing
        on = days.get(article) if isinstance(days, Mapping) else days
        if on is None:
            raise RateNotFound("no rate to US dollars: the day of the article is not given")
        return on


def _cents(amount: Decimal) -> Decimal | None:
    return number_of(str(amount.quantize(_CENT, context=_EXACTLY)))[0]
