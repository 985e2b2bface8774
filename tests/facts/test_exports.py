from decimal import Decimal

import pytest

from evinvest.models import Basis, Product

from .reading import facts_of


def figures(text):
    return facts_of(text).exports


def only(text):
    (fact,) = figures(text)
    return fact


def test_how_many_from_where_when_and_by_how_much():
    fact = only("China exported 480,000 vehicles in May 2025, up 12.5 percent year-on-year, the CAAM said.")
    assert (fact.country, fact.product, fact.source) == ("CN", Product.VEHICLE, "CAAM")
    assert (fact.quantity.value, fact.quantity.unit) == (Decimal(480_000), "vehicle")
    assert fact.period.label == "2025-05"
    assert (fact.change.percent, fact.change.basis) == (Decimal("12.5"), Basis.YOY)


def test_a_fall_is_negative():
    fact = only("Car exports from Japan fell 3.1 percent to 410,000 units in April 2025 from a year earlier.")
    assert (fact.country, fact.change.percent) == ("JP", Decimal("-3.1"))


def test_against_the_month_before():
    fact = only("In May 2025 China exported 212,000 NEVs, up 6.2 percent month-on-month.")
    assert (fact.product, fact.change.basis) == (Product.NEV, Basis.MOM)


def test_a_company_exports_too():
    fact = only("Chery exported 95,000 cars in May 2025, 4 percent more than a year earlier.")
    assert (fact.company.name, fact.country) == ("Chery Automobile", None)


def test_where_they_went():
    fact = only("Exports of passenger cars from Mexico to the United States came to 210,000 in May 2025.")
    assert (fact.country, fact.destination.country) == ("MX", "US")


def test_chinese():
    fact = only("2025年5月，我国汽车出口55.1万辆，同比增长14.5%。")
    assert (fact.country, fact.quantity.value, fact.period.label) == ("CN", Decimal(551_000), "2025-05")
    assert (fact.change.percent, fact.change.basis) == (Decimal("14.5"), Basis.YOY)


@pytest.mark.parametrize(
    "text",
    [
        "China is expected to export 6.5 million vehicles in 2026.",
        "BYD sold 300,000 cars in May 2025, up 15 percent.",
        "Retail sales of NEVs in China reached 1.02 million in May 2025.",
        "Crude oil exports rose by 8 percent in May 2025.",
    ],
)
def test_other_figures_are_no_exports(text):
    assert figures(text) == ()
