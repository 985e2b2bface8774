"""Where money goes: what the sentence names, what the one before spoke of, or no place at all."""

import pytest

from .reading import facts_of


def where(text):
    (fact,) = facts_of(text).investments
    return [(place.locality, place.country) for place in fact.places]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("CATL will invest 7.3 billion euros in a battery plant in Debrecen, Hungary.", [("Debrecen", "HU")]),
        ("Speaking in Berlin, Ford said it would invest $2 billion in its plant in Cologne.", [("Cologne", "DE")]),
        ("Toyota will invest $1 billion in Brazil.", [(None, "BR")]),
        ("比亚迪将在匈牙利投资40亿欧元建设电动汽车工厂。", [(None, "HU")]),
    ],
)
def test_the_place_of_the_sentence_that_fits(text, places):
    assert where(text) == places


def test_all_that_are_named_in_one_breath():
    text = "Honda will invest $700 million in car plants in Brazil, Turkey and Thailand."
    assert {country for _, country in where(text)} == {"BR", "TR", "TH"}


def test_a_programme_for_all_the_world_has_no_place():
    assert where("Volkswagen plans to invest 180 billion euros in electric cars and batteries over five years.") == []


def test_the_site_of_the_plant_spoken_of():
    text = "BYD is building a car plant in Szeged, Hungary. The company will invest 4 billion euros in the plant."
    assert where(text) == [("Szeged", "HU")]


def test_money_for_a_region_goes_to_the_one_town_there_that_has_the_plant():
    text = (
        "VinFast opened a car plant in Thoothukudi, Tamil Nadu, on Monday. The plant can make 50,000 cars a year.\n\n"
        "Analysts welcomed it.\n\n"
        "VinFast will invest $500 million in Tamil Nadu over five years."
    )
    assert where(text) == [("Thoothukudi", "IN")]
