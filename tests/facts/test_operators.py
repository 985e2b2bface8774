"""Who runs a plant: by what stands beside it, and by whom the text joins."""

import pytest

from .reading import facts_of, names


def owners(text):
    (plant,) = facts_of(text).plants
    return names(plant.operators)


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Rival Audi's (VOWG.DE) engine plant at Gyor, Hungary, was praised by Daimler.", "Audi"),
        ("Daimler gets engines from a Chrysler plant in Toluca, Mexico.", "Chrysler"),
        ("The car plant in Kaluga, Russia, is run by Volkswagen, not by Ford.", "Volkswagen"),
        ("Great Wall Motor bought Daimler's car works at Iracemápolis, Brazil.", "Great Wall Motor"),
        ("Hyundai's affiliate Kia is putting up a car factory at Pune, India.", "Kia"),
        ("Nissan said the Leaf is made at its car plant in Oppama, Japan, beside the Dodge Durango.", "Nissan"),
        ("According to research firm Acme Research, CATL runs a cell plant in Arnstadt, Germany.", "CATL"),
        ("蔚来的汽车由江淮汽车在合肥的工厂代工。", "江淮汽车"),
        ("宝马的汽车由比亚迪在巴西卡马萨里的原福特工厂代工。", "比亚迪"),
    ],
)
def test_the_one_beside_it(text, owner):
    assert owners(text)[0] == owner


@pytest.mark.parametrize(
    "text",
    [
        "Ford will build a battery plant in Stanton, Tennessee, in a joint venture with SK On.",
        "Ford Motor Co (F.N) and SK On (096770.KS) will build a battery plant in Stanton, Tennessee.",
        "Ford is building a battery plant in Stanton, Tennessee, together with SK On.",
    ],
)
def test_partners_run_it_too(text):
    assert set(owners(text)) >= {"Ford", "SK On"}


def test_the_venture_is_all_who_are_in_it():
    text = (
        "BMW has a joint venture with Brilliance China. "
        "The venture will build a car plant in Shenyang, China, with a capacity of 100,000 cars a year."
    )
    assert set(owners(text)) >= {"BMW", "Brilliance China"}


def test_a_supplier_with_whom_nothing_is_joined_runs_nothing():
    text = "Ford makes cars at a plant in Cologne, Germany, with parts from Bosch."
    assert owners(text) == ["Ford"]


def test_towns_that_name_their_maker_leave_no_choice():
    text = "The country's carmakers are Volkswagen in Bratislava, Kia in Zilina and Stellantis at Trnava, Slovakia."
    found = {plant.place.locality: names(plant.operators) for plant in facts_of(text).plants}
    assert found == {"Bratislava": ["Volkswagen"], "Zilina": ["Kia"], "Trnava": ["Stellantis"]}


@pytest.mark.parametrize("word", ["all", "each"])
def test_those_who_all_have_one_have_one_each(word):
    text = f"Ford, Renault and Fiat {word} have a car factory in Bursa, Turkey."
    assert [names(plant.operators) for plant in facts_of(text).plants] == [["Ford"], ["Renault"], ["Fiat"]]


def test_the_subject_of_a_plant_runs_it_whoever_is_known_there():
    earlier = "CATL will invest $1 million in a battery plant in Debrecen, Hungary."
    text = f"{earlier}\n\nToyota is building a battery plant in Rayong, Thailand, that can make 2 GWh of cells a year."
    assert names(facts_of(text).plants[-1].operators) == ["Toyota"]
