"""Which words are of one plant, and which tell two apart."""

import pytest

from .reading import facts_of, names


def sites(text):
    return [(plant.place.locality or plant.place.country) if plant.place else None for plant in facts_of(text).plants]


def test_the_plant_is_the_last_one_of_the_company_that_is_meant():
    text = (
        "Fiat makes cars at its plant in Kragujevac, Serbia. Comau runs a foundry in Turin.\n\n"
        "Fiat said the plant can make 200,000 cars a year."
    )
    sizes = {plant.place.locality: plant.capacity for plant in facts_of(text).plants}
    assert sizes["Kragujevac"] is not None
    assert sizes.get("Turin") is None


def test_another_plant_is_another_one():
    text = "Ford runs a car plant in Sanand, India. Ford has another car plant in Chennai, India."
    assert sites(text) == ["Sanand", "Chennai"]


def test_a_plant_that_makes_something_else_is_another_one():
    text = (
        "Hyundai is building a car plant in Chennai, India, for 300,000 cars a year. "
        "It is also building an engine plant there with a capacity of 400,000 engines a year."
    )
    plants = facts_of(text).plants
    assert [str(plant.product) for plant in plants] == ["vehicle", "part"]
    assert {plant.place.locality for plant in plants} == {"Chennai"}


@pytest.mark.parametrize(
    "text",
    [
        "Honda has a car plant and a battery plant in Alliston, Canada.",
        "Honda will open a new plant in Alliston, Canada. The old plant in Alliston will go on making cars.",
    ],
)
def test_two_plants_of_one_town(text):
    assert len(sites(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Kia will expand its plant in Zilina. KIA SAID THE ZILINA PLANT WILL MAKE ELECTRIC CARS.",
        "起亚将扩建西安工厂。起亚西安市工厂年产能30万辆。",
        "Kia opened a car plant in Žilina, Slovakia. Workers at Kia's Zilina plant cheered.",
    ],
)
def test_one_town_in_two_spellings_is_one(text):
    assert len(sites(text)) == 1


def test_the_town_of_a_headline_is_that_of_the_story():
    text = (
        "Renault opens factory in Tangier\n\nRenault opened a car factory on Thursday. Laid out at Melloussa, the "
        "Renault plant can make 170,000 cars a year."
    )
    assert sites(text) == ["Melloussa"]


def test_a_state_by_its_short_name_holds_its_towns():
    text = (
        "Toyota will build a battery plant in N.C.\n\n"
        "Toyota said the battery plant in Liberty, North Carolina, will open in 2025."
    )
    assert sites(text) == ["Liberty"]


def test_a_number_of_plants_in_one_country_tells_of_none():
    assert sites("Ford is building four plants in China.") == []


def test_plants_in_a_list_of_countries_are_each_one():
    assert sites("Toyota runs six assembly plants in the region, including Turkey and Russia.") == ["TR", "RU"]


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Audi makes cars at its Forest factory in Brussels.", "Brussels"),
        ("Ford has a truck plant in Louisville. Ford makes axles at a plant in the same city.", "Louisville"),
        ("Ford has a truck plant in Louisville. Ford makes axles at a plant on the same site.", "Louisville"),
        (
            "Ford has a truck plant in Louisville. Ford makes axles at a plant on the outskirts of the city.",
            "Louisville",
        ),
        ("CHATTANOOGA, Tenn., May 24 (Example News) - Volkswagen opened a car plant here on Tuesday.", "CHATTANOOGA"),
    ],
)
def test_where_a_plant_is_said_to_stand(text, town):
    assert town in sites(text)


def test_there_is_the_place_spoken_of():
    text = "Gujarat is a state in the west of India. Tata Motors has a car factory there."
    (plant,) = facts_of(text).plants
    assert plant.place.region == "Gujarat"
    assert plant.evidence.fields["place"].of(text) == "Gujarat"


def test_there_is_a_plant_names_no_place():
    text = "Gujarat is a state in the west of India. There is no plant of Tata Motors."
    assert sites(text) == []


def test_a_town_where_someone_spoke_has_no_plant():
    assert sites("Ford will build electric cars, chief executive Jim Farley told reporters in Detroit.") == []


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Volkswagen makes cars in Bratislava, Kia in Zilina.", {"Bratislava": "Volkswagen", "Zilina": "Kia"}),
        ("Stellantis assembles the Panda at its Tychy plant, as Fiat did.", {"Tychy": "Stellantis"}),
    ],
)
def test_a_town_with_a_company_is_a_plant_of_that_company(text, owners):
    found = {plant.place.locality: names(plant.operators)[0] for plant in facts_of(text).plants}
    assert found == owners


def test_a_plant_brought_up_with_another_sum_is_another_one():
    text = (
        "Zhongxing put a $300 million car plant in Mexico on hold. "
        "With a partner it will spend 300 million yuan to build a plant for 30,000 vehicles a year, Zhongxing said."
    )
    assert sites(text) == ["MX", None]


def test_what_stands_where_something_else_does_is_not_that():
    text = "Toyota would build a car plant in India, where it has a car plant near Bangalore for 60,000 cars a year."
    assert sites(text) == ["IN", "Bangalore"]


def test_this_city_is_the_one_just_named():
    assert sites("The Guangzhou government helped XPeng to build the car plant in this city.") == ["Guangzhou"]


def test_a_new_plant_beside_one_that_runs():
    text = "Toyota runs a car plant in Bangalore, India.\n\nToyota will build a new car plant in Bangalore by 2027."
    assert [plant.status for plant in facts_of(text).plants] == ["operating", "announced"]


def test_its_plant_is_not_that_of_another_company_in_the_town():
    text = (
        "Great Wall Motor runs a car plant in Rayong, Thailand.\n\n"
        "BYD sells the Dolphin there. Its car plant in Rayong opened last year."
    )
    assert [names(plant.operators) for plant in facts_of(text).plants] == [["Great Wall Motor"], ["BYD"]]
