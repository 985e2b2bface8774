from decimal import Decimal

import pytest

from evinvest.models import Product, Status

from .reading import facts_of, names


def only(text):
    (fact,) = facts_of(text).plants
    return fact


def test_who_where_what_and_how_much():
    fact = only("BYD opened a car plant in Camaçari, Brazil, which can make 150,000 vehicles a year.")
    assert names(fact.operators) == ["BYD"]
    assert (fact.place.country, fact.place.locality) == ("BR", "Camaçari")
    assert (fact.product, fact.status) == (Product.VEHICLE, Status.OPERATING)
    assert (fact.capacity.value, fact.capacity.unit) == (Decimal(150_000), "vehicle/year")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Toyota is building a battery plant in Liberty, North Carolina.", Status.CONSTRUCTION),
        ("Toyota broke ground on a battery plant in Liberty, North Carolina.", Status.CONSTRUCTION),
        ("Toyota will break ground on a battery plant in Liberty, North Carolina.", Status.ANNOUNCED),
        ("Toyota is about to start construction of a battery plant in Liberty, North Carolina.", Status.ANNOUNCED),
        ("Toyota plans to build a battery plant in Liberty, North Carolina.", Status.ANNOUNCED),
        ("Toyota inaugurated a battery plant in Liberty, North Carolina.", Status.OPERATING),
        ("丰田在武汉的电池工厂已投产。", Status.OPERATING),
        ("丰田计划在武汉建设电池工厂。", Status.ANNOUNCED),
        ("Kore Power abandoned plans to build a battery factory in Buckeye, Arizona.", Status.CANCELLED),
        ("Li-Cycle has stopped construction of its battery recycling plant in Rochester, New York.", Status.PAUSED),
    ],
)
def test_how_far_it_has_come(text, status):
    assert only(text).status is status


def test_one_word_for_plants_in_several_countries_is_several_plants():
    plants = facts_of("Geely has built factories in Belarus and Malaysia.").plants
    assert [plant.place.country for plant in plants] == ["BY", "MY"]


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Geely has factories in Belarus, Malaysia and Egypt.", ["BY", "MY", "EG"]),
        ("国轩高科的德国、越南及摩洛哥项目正在建设中。", ["DE", "VN", "MA"]),
        ("国轩高科已建成8座电池生产基地，覆盖中国、德国、越南等国。", ["CN", "DE", "VN"]),
    ],
)
def test_a_list_of_countries_is_a_plant_in_each(text, countries):
    assert [plant.place.country for plant in facts_of(text).plants] == countries


def test_there_is_the_place_named_before_in_the_same_sentence():
    plants = facts_of("Kia runs a factory in Pune, and Hyundai will build one more car plant there.").plants
    assert {plant.place.locality for plant in plants} == {"Pune"}


def test_chinese_ordinals_tell_plants_of_one_sentence_apart():
    plants = facts_of("奇瑞宣布关闭年产能5万辆的第三工厂，年产能20万辆的第二工厂继续生产。").plants
    assert [plant.capacity.value for plant in plants] == [Decimal(50_000), Decimal(200_000)]


@pytest.mark.parametrize(
    ("text", "product"),
    [
        ("Renault is building a plant for electric car batteries in Douai, France.", Product.BATTERY),
        ("Renault opened an engine plant in Cleon, France.", Product.PART),
        ("Renault's plant in Palencia, Spain, makes 300,000 vehicles a year.", Product.VEHICLE),
    ],
)
def test_what_a_plant_makes(text, product):
    assert only(text).product is product


def test_a_later_size_is_the_planned_one():
    fact = only(
        "The Gotion plant in Kenitra, Morocco, has a capacity of 20 GWh a year, to be expanded to 100 GWh later."
    )
    assert (fact.capacity.value, fact.capacity.unit) == (Decimal(20), "GWh/year")
    assert fact.planned_capacity.value == Decimal(100)


@pytest.mark.parametrize(
    "text",
    [
        "Seat will raise output at its plant in Martorell, Spain, to 500,000 cars a year from the present 420,000.",
        "Seat will raise the capacity of its plant in Martorell, Spain, from 420,000 to 500,000 vehicles a year.",
    ],
)
def test_what_it_makes_now_and_what_it_will_make(text):
    fact = only(text)
    assert (fact.capacity.value, fact.planned_capacity.value) == (Decimal(420_000), Decimal(500_000))


def test_a_size_before_a_comma_is_not_that_of_a_plant_behind_it():
    plants = facts_of(
        "Kia opened a car plant in Zilina, Slovakia, which can make 150,000 vehicles a year, near a Hyundai plant in "
        "Nosovice, Czech Republic."
    ).plants
    assert [plant.capacity and plant.capacity.value for plant in plants] == [Decimal(150_000), None]


def test_megawatt_hours_become_gigawatt_hours():
    fact = only("Its battery plant in Dunkirk gives Verkor an annual capacity of 500 MWh.")
    assert (fact.capacity.value, fact.capacity.unit) == (Decimal("0.5"), "GWh/year")


def test_the_plant_points_back():
    facts = facts_of(
        "Hyundai opened a car plant in Jeddah, Saudi Arabia, on June 2. The plant can make 50,000 vehicles a year."
    )
    (fact,) = facts.plants
    assert fact.capacity.value == Decimal(50_000)
    assert fact.place.locality == "Jeddah"


def test_when_it_opened():
    fact = only("BYD opened a car plant in Rayong, Thailand, on July 4, 2024.")
    assert fact.opened.label == "2024-07-04"


@pytest.mark.parametrize(
    "text",
    [
        "A nuclear power plant near Lyon supplies the grid.",
        "BYD sold 300,000 cars in Brazil.",
        "The event takes place at a hotel in Munich.",
        "Carmakers everywhere are building new factories.",
    ],
)
def test_other_places_are_no_plants(text):
    assert facts_of(text).plants == ()


@pytest.mark.parametrize(
    ("text", "operators", "locality"),
    [
        (
            "2024年，岚海汽车宣布与比亚迪合作，在安徽省滁州市建设电池工厂，年产能20GWh。",
            {"岚海汽车", "比亚迪"},
            "滁州市",
        ),
        ("比亚迪印尼梳邦工厂年产能15万辆，正在建设。", {"比亚迪"}, "梳邦"),
        ("位于吉林省长春市的比亚迪工厂去年投产，年产能15万辆。", {"比亚迪"}, "长春市"),
    ],
)
def test_chinese_plants(text, operators, locality):
    (plant,) = facts_of(text).plants
    assert {company.name for company in plant.operators} == operators
    assert plant.place.locality == locality


def test_chinese_yuan_without_a_place_stay_at_home():
    (investment,) = facts_of("比亚迪宣布，将投资20亿元新建动力电池生产线。").investments
    assert ([place.country for place in investment.places], str(investment.scope)) == (["CN"], "domestic")
    assert facts_of("比亚迪计划在海外投资20亿元新建动力电池生产线。").investments[0].places == ()


@pytest.mark.parametrize(
    ("text", "towns"),
    [
        ("Volkswagen makes vans in Września and Poznań, Poland.", ["Września", "Poznań"]),
        ("The Ulsan and Asan works of Hyundai Motor can make 1.7 million cars a year.", ["Ulsan", "Asan"]),
    ],
)
def test_towns_in_one_list_are_plants_together(text, towns):
    assert [fact.place.locality for fact in facts_of(text).plants] == towns


def test_an_adjective_of_a_continent_is_no_site():
    fact = only("Mitsubishi Motors will end production at its only western European plant, in the Netherlands.")
    assert fact.place.country == "NL"


def test_a_chinese_list_of_towns_has_as_many_plants():
    text = "比亚迪在长沙、济南、郑州建有汽车工厂，年产能均为30万辆。"
    assert [plant.place.locality for plant in facts_of(text).plants] == ["长沙", "济南", "郑州"]


def test_who_holds_a_third_each_has_one_plant_with_the_others():
    (fact,) = facts_of(
        "ACC, in which Stellantis, Mercedes-Benz and TotalEnergies hold a third each, has built its plant in Douvrin."
    ).plants
    assert fact.operators[0].name == "ACC"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Ford is building four plants in China, the biggest car market, and one in Thailand.", ["Thailand"]),
        ("CATL runs two factories in Germany, one in Hungary and another in Spain.", ["Hungary", "Spain"]),
        (
            "BlueOval SK will build 3 battery factories (1 in Tennessee and 2 in Kentucky).",
            ["Tennessee", "Kentucky"],
        ),
    ],
)
def test_a_list_may_name_once_what_stands_in_each_place(text, places):
    assert [fact.place.name for fact in facts_of(text).plants] == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("BYD has a car plant in Rayong, Thailand. Another is planned in Manisa, Turkey.", ["Rayong", "Manisa"]),
        ("Volkswagen has car plants in Changchun and Foshan. The third, in Ningbo, is idle.", ["Ningbo"]),
    ],
)
def test_the_next_sentence_may_leave_out_what_stands_in_a_place(text, places):
    assert {fact.place.name for fact in facts_of(text).plants} >= set(places)


def test_a_place_that_opens_the_sentence_is_where_all_of_it_happens():
    text = "VinFast makes cars in Haiphong. In Indonesia it plans to put up a car plant for 50,000 cars a year."
    assert "Indonesia" in {fact.place.name for fact in facts_of(text).plants}


def test_a_partner_is_one_behind_words_that_describe_it_too():
    fact = only(
        "Honda has struck a deal with Korean battery giant LG Energy Solution to build a plant in Jeffersonville, Ohio."
    )
    assert set(names(fact.operators)) == {"Honda", "LG Energy Solution"}


def test_what_costs_the_same_is_one_plant():
    text = (
        "Ford will build a $3.5 billion battery plant in Michigan. A $3.5 billion factory for cars opens there in 2026."
    )
    assert len(facts_of(text).plants) == 1


def test_a_letter_and_a_hyphen_make_a_model_not_a_town():
    assert not facts_of("Suzuki builds a car based on its A-Star at a plant.").plants
