"""Reading and extracting take time in proportion to the text, also for texts made to have many candidates."""

import time

import pytest

import evinvest

evinvest.extract_facts(evinvest.parse_article("BYD will invest $1 billion in a plant in Manisa."))  # loads the tables


def taken(text):
    best = float("inf")
    for _ in range(2):
        start = time.process_time()
        evinvest.extract_facts(evinvest.parse_article(text))
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize(
    "unit",
    [
        "BYD will invest $1 billion in a plant in Debrecen, Hungary. ",
        "BYD invests $1 billion in a plant in Hungary, ",
        "宁德时代投资10亿元建厂，",
        "China exported 592,000 vehicles in June, ",
        "plant in Hungary ",
        "A plant in Hungary. ",
        "BYD opened a plant in Hungary. CATL paused its factory. ",
        "CATL and BYD, ",
        "<p><b>&amp;",
        "[a](",
    ],
)
def test_eight_times_the_text_takes_about_eight_times_as_long(unit):
    """Quadratic work would take 64 times as long; 24 leaves room for a busy machine.

    Within one piece of a sentence all is weighed against all, so even the short text has several pieces.
    """
    short, long = taken(unit * (4000 // len(unit))), taken(unit * (32000 // len(unit)))
    assert long < 24 * short + 0.05


def companies(count):
    """Sentences of which each names a company that no other one names."""
    names = (
        "".join("bdfgklmnprstvz"[number // 14**place % 14] + "aeio"[place] for place in range(4))
        for number in range(count)
    )
    return " ".join(f"{name.capitalize()} Motors sold cars in Zwickau." for name in names)


def test_many_companies_take_as_long_each_as_a_few():
    """Who was named long ago is out of mind: no sentence is weighed against all companies of the article."""
    assert taken(companies(2400)) < 24 * taken(companies(300)) + 0.05
