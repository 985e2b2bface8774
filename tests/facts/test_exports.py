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


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("The works in Rayong can build 150,000 pick-ups a year and exports to 60 countries.", None),
        ("In May 2025 Tesla's Shanghai plant made 61,000 cars, including 23,000 for export.", 23_000),
        ("Thailand imported 12,000 electric cars from China in May 2025 and exported 81,000 pick-ups.", 81_000),
        ("Chery exported 1.1 million cars in 2024 and has shipped 4.5 million abroad since 2001.", 1_100_000),
        ("2024年，我国对俄罗斯出口汽车115.8万辆，比上年增加约24万辆。", 1_158_000),
        ("一季度纯电动汽车出口29.2万辆，较去年同期减少约1.6万辆。", 292_000),
        ("The duty on cars exported to America rose to 27.5 percent in April 2025.", None),
    ],
)
def test_what_was_made_added_hoped_or_levied_is_no_export(text, quantity):
    assert [int(fact.quantity.value) for fact in figures(text)] == ([quantity] if quantity else [])


@pytest.mark.parametrize(
    ("text", "country", "destination"),
    [
        ("2024年，我国对俄罗斯出口汽车115.8万辆。", "CN", "RU"),
        ("德国5月向中国出口汽车约1.4万辆。", "DE", "CN"),
        ("Chile exported 20,800 tonnes of lithium carbonate in May 2025, bound for China.", "CL", "CN"),
        ("Indonesia exported 40,000 cars in May 2025 to the Philippines, Vietnam and Peru.", "ID", None),
    ],
)
def test_whose_and_where_to(text, country, destination):
    fact = only(text)
    assert (fact.country, fact.destination and fact.destination.country) == (country, destination)


def test_a_period_is_a_year_after_what_it_is_compared_with():
    fact = only("Türkiye's car exports came to $2.9 billion, 6 percent more than in January 2024.")
    assert fact.period.label == "2025-01"


def test_the_period_of_the_sentence_before():
    fact = only(
        "Registrations in Germany fell in May 2025. Exports did better: 254,000 passenger cars left the country."
    )
    assert fact.period.label == "2025-05"


def test_the_exporter_says_so_itself():
    assert only("JAC Motors exported 21,000 vehicles in May 2025, the company said.").source == "JAC Motors"


def test_cars_of_all_kinds_are_vehicles():
    assert only("Exports of cars, trucks and buses from Japan came to 350,000 in May 2025.").product is Product.VEHICLE


CHINA = "China exported 480,000 vehicles in May 2025. "


@pytest.mark.parametrize(
    ("text", "destinations"),
    [
        ("Shipments to Mexico grew 20 percent to 61,000 units.", ["Mexico"]),
        ("Russia took 52,000 of them, and Belgium 31,000.", ["Russia", "Belgium"]),
        ("Brazil was the largest market with 44,000 cars, followed by Chile with 12,500.", ["Brazil", "Chile"]),
    ],
)
def test_who_took_them_where_exports_are_spoken_of(text, destinations):
    _, *others = figures(CHINA + text)
    assert [fact.destination.name for fact in others] == destinations
    assert {fact.country for fact in others} == {"CN"}


def test_shipments_alone_are_no_exports():
    assert not figures("Shipments of electric cars grew 20 percent to 61,000 units in May 2025, Nio said.")


def test_growth_in_the_headline_is_that_of_the_figure_below():
    fact = only(
        "China's vehicle exports up 54 pct in May\n\n"
        "China's vehicle exports rose 54.3 percent to 594,700 units in May 2025 from a year earlier, the CAAM said."
    )
    assert (fact.quantity.value, fact.change.percent) == (Decimal(594_700), Decimal("54.3"))


def test_growth_told_behind_is_that_of_the_figure_before():
    fact = only("Canada exported 1.2 million cars in 2024. Its vehicle exports rose 3.4 percent in 2024 from 2023.")
    assert (fact.quantity.value, fact.change.percent) == (Decimal(1_200_000), Decimal("3.4"))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Their value rose 8 percent to $9.4 billion.", [Decimal(9_400_000_000)]),
        ("The group, in which Geely bought a stake for $500 million, makes them in Ningbo.", []),
        ("BYD pledged $700 million for a plant in Brazil.", []),
    ],
)
def test_sums_are_exports_only_where_they_are_said_to_be_their_worth(text, values):
    _, *others = figures(CHINA + text)
    assert [fact.quantity.amount for fact in others] == values


def test_a_figure_of_the_country_further_on_has_the_source_of_the_last_one():
    text = (
        "China vehicle exports rise in May\n\n"
        "China exported 551,000 vehicles in May 2025, the China Association of Automobile Manufacturers said.\n\n"
        "Ports were busy.\n\n"
        "In the first five months of 2025, vehicle exports rose 7.9 percent to 2.49 million units."
    )
    assert [fact.source for fact in facts_of(text).exports] == ["China Association of Automobile Manufacturers"] * 2


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "China's car exports top 190,000 in May 2025\n\nChina exported 197,100 cars in May 2025, 29 percent more.",
            [197100],
        ),
        (
            "China's car exports jump 79 percent in 2024\n\nChina sold 612,700 cars abroad in 2024, 78.9 percent more.",
            [612700],
        ),
        (
            "China exported 197,100 cars in May 2025.\n\nBYD, which is spending $500 million, shipped 20,000.",
            [197100, 20000],
        ),
    ],
)
def test_the_figures_of_a_headline_and_what_is_spent_are_no_further_ones(text, figures):
    assert [fact.quantity.value for fact in facts_of(text).exports] == figures


def test_the_year_since_which_it_was_never_so_steep_is_no_period():
    fact = only("Japan exported 488,300 vehicles in May 2025, 18.4 percent less, the steepest decline since 1986.")
    assert fact.period.label == "2025-05"


def test_a_country_in_the_name_of_a_currency_exports_nothing():
    text = "China exported 612,700 vehicles in May 2025. The exports were worth 7.31 billion U.S. dollars."
    assert {fact.country for fact in facts_of(text).exports} == {"CN"}


def test_exports_are_of_what_the_sentence_before_counts():
    fact = only("Germany made 480,000 cars in May 2025. Exports totalled 283,000, up 12 percent.")
    assert (fact.country, fact.quantity.value) == ("DE", 283000)
    assert not facts_of("Germany is a great country. Exports totalled 283,000, up 12 percent.").exports
