from decimal import Decimal

import pytest

from evinvest.models import Product, Scope, Stage

from .reading import facts_of, names


def only(text):
    (fact,) = facts_of(text).investments
    return fact


def test_who_how_much_where_and_for_what():
    fact = only("CATL will invest $500 million in a battery plant in Zaragoza, Spain.")
    assert names(fact.investors) == ["CATL"]
    assert (fact.amount.amount, fact.amount.currency) == (Decimal(500_000_000), "USD")
    assert [(place.country, place.locality) for place in fact.places] == [("ES", "Zaragoza")]
    assert (fact.product, fact.stage, fact.scope) == (Product.BATTERY, Stage.PLANNED, Scope.OVERSEAS)


def test_an_equivalent_in_brackets_is_no_second_investment():
    fact = only("Gotion is to put 2 billion yuan (about $280 million) into a cell factory in Thailand.")
    assert (fact.amount.amount, fact.amount.currency) == (Decimal(2_000_000_000), "CNY")
    assert [(other.amount, other.currency) for other in fact.amount.equivalents] == [(Decimal(280_000_000), "USD")]


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Ford spent $900 million on its plant in Cologne.", Stage.MADE),
        ("Ford plans to invest $900 million in a plant in Cologne.", Stage.PLANNED),
        ("Ford may invest $900 million in a plant in Cologne, it is still weighing the idea.", Stage.CONSIDERED),
        ("福特已在科隆工厂投资9亿美元。", Stage.MADE),
    ],
)
def test_how_far_it_has_come(text, stage):
    assert only(text).stage is stage


@pytest.mark.parametrize(
    "text",
    [
        "Quarterly revenue rose to $3.2 billion, and net profit reached $210 million.",
        "The car sells for 250,000 yuan, and the top version costs $52,000.",
        "Shares worth HK$4 billion were placed with funds at HK$300 a share.",
        "Brussels fined the carmaker 450 million euros over emissions.",
        "The ministry handed out subsidies of 3 billion yuan to buyers of electric cars.",
        "($1 = 7.1820 Chinese yuan)",
    ],
)
def test_other_money_is_no_investment(text):
    assert facts_of(text).investments == ()


def test_the_same_sum_twice_is_one_investment():
    facts = facts_of(
        "VinFast to invest $2 billion in India\n\n"
        "VinFast will invest $2 billion in a plant in Thoothukudi, India, it said."
    )
    assert len(facts.investments) == 1
    assert facts.investments[0].places[0].locality == "Thoothukudi"


def test_an_ambiguous_currency_is_that_of_a_country_spoken_of():
    fact = only("Gotion will invest 12.8 billion dirhams in a battery plant in Kenitra, Morocco.")
    assert fact.amount.currency == "MAD"


def test_each_filled_slot_has_its_words():
    text = "CATL will invest $500 million in a battery plant in Zaragoza, Spain."
    fact = only(text)
    spans = fact.evidence.fields
    assert {"amount", "investors", "places", "product"} <= spans.keys()
    assert spans["amount"].of(text) == "$500 million"
    assert spans["investors"].of(text) == "CATL"
    assert spans["places"].of(text) == "Zaragoza, Spain"


@pytest.mark.parametrize(
    ("text", "product"),
    [
        (
            "Ford will spend $400 million on a plant in Ohio that will make battery packs for its trucks.",
            Product.BATTERY,
        ),
        ("The carmaker Renault will invest 90 million euros in gearboxes at Seville.", Product.PART),
        ("Skoda will put 300 million euros into a car and engine plant in Kvasiny.", Product.MIXED),
        ("Honda opened a $150 million test facility in Ohio.", Product.RND),
        ("Volvo will invest $700 million in its works in Kosice.", Product.VEHICLE),
    ],
)
def test_what_the_money_is_for(text, product):
    assert only(text).product is product


def test_a_sum_without_a_place_goes_where_its_investor_was_spoken_of():
    text = "Renault runs a plant in Bursa, Turkey, that makes hatchbacks.\n\nRenault will invest another $400 million."
    fact = only(text)
    assert [place.country for place in fact.places] == ["TR"]
    assert fact.scope is Scope.OVERSEAS


def test_a_stake_is_paid_where_its_company_is_at_home():
    fact = only("Toyota bought a 5 percent stake in Hyundai for $300 million.")
    assert ([place.country for place in fact.places], fact.scope) == (["KR"], Scope.OVERSEAS)


def test_investors_from_both_sides_of_a_border_have_no_scope_in_common():
    assert only("Ford and CATL will invest $3 billion in a battery plant in Ohio.").scope is None


@pytest.mark.parametrize(
    "text",
    [
        "The government has set aside $2 billion for new metro lines and bus services.",
        "A $4 billion metro line is to link the airport with the old town.",
    ],
)
def test_money_of_the_state_or_of_other_fields_is_no_investment(text):
    assert facts_of(text).investments == ()


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("In March 2022, after long talks with the region, Ford decided to invest $900 million in Cologne.", 2022),
        ("Ford announced last year that it would invest $900 million in Cologne.", 2024),
        ("Ford announced last month that it would invest $900 million in Cologne.", None),
        ("Ford will spend $900 million this year on its plant in Cologne.", 2025),
        ("Ford will invest $900 million in a plant in Cologne that opens in 2028.", None),
        ("2022年9月，福特董事会审议通过议案，拟投资9亿美元在科隆建设工厂。", 2022),
    ],
)
def test_the_year_of_an_investment_is_another_than_that_of_the_news(text, year):
    period = only(text).period
    assert (period and period.start.year) == year


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Ford opened a third line in Cologne in 2023, spending $300 million.", Stage.MADE),
        ("Ford has backed out of a $300 million plant in Cologne.", Stage.CANCELLED),
        (
            "Ford is in discussions about a $300 million plant in Cologne, and no decision has been taken.",
            Stage.CONSIDERED,
        ),
        ("福特在科隆投资9亿美元建设工厂。", Stage.PLANNED),
    ],
)
def test_stages_by_participles_and_by_plain_chinese_verbs(text, stage):
    assert only(text).stage is stage


def test_a_town_where_a_deal_is_signed_is_no_site():
    fact = only("Gotion signed a deal in Paris to invest $800 million in a plant in Kenitra, Morocco.")
    assert [place.locality for place in fact.places] == ["Kenitra"]


@pytest.mark.parametrize(
    ("text", "investors"),
    [
        ("Ford, which builds vans at a works of Otosan, will invest $900 million in Cologne.", ["Ford"]),
        ("Magna bought a plant in Ohio, once the largest of General Motors, for $200 million.", ["Magna"]),
        ("Volkswagen will spend $600 million on compact cars under the Skoda brand.", ["Volkswagen"]),
        ("Ford's partnership with Mahindra will contribute $275 million.", ["Ford", "Mahindra & Mahindra"]),
        (
            "Volkswagen extended its venture with FAW. The two companies will invest $600 million in a plant.",
            ["Volkswagen", "FAW Group"],
        ),
        (
            "Toyota sold more cars. Fuji Heavy Industries sold fewer. The company will put $400 million into a plant.",
            ["Fuji Heavy Industries"],
        ),
    ],
)
def test_whose_money_it_is(text, investors):
    assert names(only(text).investors) == investors


def test_a_sum_and_what_it_was_converted_to_are_one():
    facts = facts_of(
        "Ford will spend about $1 billion in Brazil.\n\n"
        "The investment of 5.2 billion reais ($1.03 billion) is Ford's largest there."
    )
    assert len(facts.investments) == 1


def test_a_sum_of_nobody_is_no_investment():
    assert facts_of("Some $3 billion are to be invested over the years.").investments == ()


def test_the_currency_of_another_country_tells_where_the_money_goes():
    fact = only("Ford will spend another 4 billion reais on compact cars.")
    assert ([place.country for place in fact.places], fact.scope) == (["BR"], Scope.OVERSEAS)


def test_a_company_is_not_said_to_spend_at_home_because_its_home_was_named():
    text = "Ford, based in Dearborn in the United States, sold more trucks. It will invest $900 million in hybrids."
    assert only(text).places == ()


def test_money_for_several_plants_is_not_that_of_the_one_spoken_of():
    text = "Ford makes vans at its Valencia plant in Spain. Ford will invest $900 million in its plants."
    (fact,) = facts_of(text).investments
    assert [place.locality for place in fact.places if place.locality] == []


@pytest.mark.parametrize(
    ("text", "investors"),
    [
        ("Faradion was bought by Reliance Industries for 100 million pounds.", ["Reliance Industries"]),
        ("Tata Motors bought Jaguar and Land Rover for $2.3 billion.", ["Tata Motors"]),
        ("Stellantis will invest 470 million euros with Mitsubishi Motors in a factory in Kaluga, Russia.",
         ["Stellantis", "Mitsubishi Motors"]),
        ("Suzuki will spend 11.5 billion rupees on a battery factory in Gujarat with Toshiba and Denso.",
         ["Suzuki", "Toshiba", "Denso"]),
        ("Renault and Tata Motors will build a plant in Chennai. They will put 125 million euros into the venture.",
         ["Renault", "Tata Motors"]),
    ],
)  # fmt: skip
def test_who_buys_and_who_joins(text, investors):
    assert names(only(text).investors) == investors


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Geely bought Volvo Cars from Ford for $1.5 billion in 2010.", "2010"),
        ("Geely spent $1.5 billion on a plant in Ohio that opened in 2010.", None),
    ],
)
def test_the_year_in_which_it_was_bought(text, year):
    fact = only(text)
    assert (fact.period and fact.period.label) == year


def test_a_list_states_investments_too():
    text = "BYD set out its plans:\n\n- BYD will invest $1 billion in a car plant in Turkey\n- It sold 20,000 buses\n"
    assert [fact.amount.amount for fact in facts_of(text).investments] == [Decimal(1_000_000_000)]


def test_as_much_of_another_company_elsewhere_is_another_sum():
    text = (
        "BMW will invest $1 billion in a car plant in San Luis Potosi, Mexico. "
        "Toyota will invest $1 billion in a car plant in Guanajuato."
    )
    assert [names(fact.investors) for fact in facts_of(text).investments] == [["BMW"], ["Toyota"]]
