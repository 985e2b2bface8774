"""Law: every amount has its value in dollars at the rate of its day, or an issue says that there is none."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

import strategies as own
from evinvest.models import Evidence, Facts, Investment, Money, Span, Stage
from evinvest.rates import Rates
from evinvest.serial import arrow
from evinvest.serial.dollars import Dollars

FRIDAY, SUNDAY = date(2025, 5, 16), date(2025, 5, 18)
RATES = Rates.from_mapping({"USD": {FRIDAY: "1.1194"}, "THB": {FRIDAY: "37.377"}}, origin="an example")


def deal(amount, currency, high=None):
    money = Money(Decimal(amount), currency, high=high and Decimal(high))
    return Investment(amount=money, stage=Stage.MADE, evidence=Evidence(Span(3, 9), "abcdef"))


@given(own.facts, st.sampled_from([FRIDAY, SUNDAY, date(2020, 1, 1)]))
def test_a_value_or_an_issue(facts, day):
    issues = []
    table = arrow.to_table(facts, dollars=Dollars(rates=RATES, on=day, on_issue=issues.append))
    rows = table.to_pylist()
    money = [each for each in facts if isinstance(getattr(each, "amount", None) or worth(each), Money)]
    valued = sum(row[f"{name}_usd"] is not None for row in rows for name in ("amount", "investment", "value"))
    assert valued + len(issues) == len(money)
    assert all(issue.code == "rate-not-found" and issue.span is not None for issue in issues)
    assert arrow.from_table(table) == facts


def worth(fact):
    return getattr(fact, "investment", None) or getattr(fact, "quantity", None)


def test_dollars_to_the_cent_at_the_day_of_the_rate():
    dollars = Dollars(rates=RATES, on=SUNDAY)
    (row,) = arrow.to_table([deal(10**10, "THB", 2 * 10**10)], kind="investment", dollars=dollars).to_pylist()
    cents = Decimal("0.01")
    assert row["amount_usd"] == (Decimal(10**10) / Decimal("37.377") * Decimal("1.1194")).quantize(cents)
    assert row["amount_usd_high"] == (2 * Decimal(10**10) / Decimal("37.377") * Decimal("1.1194")).quantize(cents)
    assert row["amount_usd_day"] == FRIDAY


def test_each_article_has_its_day():
    issues = []
    dollars = Dollars(rates=RATES, on={"a": FRIDAY}, on_issue=issues.append)
    batch = {name: Facts(investments=(deal(1, "EUR"),)) for name in "ab"}
    table = arrow.to_table(batch, kind="investment", dollars=dollars)
    assert table["amount_usd"].to_pylist() == [Decimal("1.12"), None]
    assert [(issue.source, issue.span) for issue in issues] == [("b", Span(3, 9))]


def test_dollars_are_dollars():
    (row,) = arrow.to_table([deal("1.5", "USD")], dollars=Dollars(rates=RATES, on=FRIDAY)).to_pylist()
    assert row["amount_usd"] == Decimal("1.5")
