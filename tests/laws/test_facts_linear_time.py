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
        "plant in Hungary. ",
        "CATL and BYD, ",
        "<p><b>&amp;",
        "[a](",
    ],
)
def test_eight_times_the_text_takes_about_eight_times_as_long(unit):
    """Quadratic work would take 64 times as long; 24 leaves room for a busy machine."""
    short, long = taken(unit * (1000 // len(unit))), taken(unit * (8000 // len(unit)))
    assert long < 24 * short + 0.05
