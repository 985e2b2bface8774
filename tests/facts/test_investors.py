"""Who puts a sum in: one of the sentence, one of an earlier one, or nobody who is named."""

import pytest

from .reading import facts_of, names


def payers(text):
    (fact,) = facts_of(text).investments
    return names(fact.investors)


@pytest.mark.parametrize(
    ("text", "payer"),
    [
        ("Hyundai Motor will invest $5.5 billion in a car plant in Georgia, its rival Toyota said.", "Hyundai Motor"),
        ("A battery plant in Komarom, Hungary, in which SK On has invested 800 million euros, opened.", "SK On"),
        ("In Arnstadt, Germany, 1.8 billion euros was invested by CATL in a cell plant.", "CATL"),
    ],
)
def test_the_one_of_the_sentence_that_fits(text, payer):
    assert payers(text)[0] == payer


def test_partners_pay_together():
    assert set(payers("Ford and SK On will invest $11.4 billion in battery plants in Kentucky.")) == {"Ford", "SK On"}


def test_the_one_of_the_sentence_before():
    text = "BYD is building a car plant in Szeged, Hungary. The company will invest 4 billion euros in the plant."
    assert payers(text) == ["BYD"]


def test_those_who_run_the_plant_of_the_sentence_before():
    text = (
        "General Motors and LG Energy Solution are building a battery plant in Lansing, Michigan. "
        "The investment in the plant is $2.6 billion."
    )
    assert set(payers(text)) == {"General Motors", "LG Energy Solution"}
