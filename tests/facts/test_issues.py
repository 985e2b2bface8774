from datetime import date

from evinvest.facts import extract_facts
from evinvest.rates import Rates
from evinvest.reading import parse_article

TEXT = "BYD will invest 10 billion baht ($900 million) in a car plant in Rayong, Thailand."


def issues(text, **options):
    return extract_facts(parse_article(text, format="plain"), **options).issues


def test_an_equivalent_that_the_rate_does_not_bear_out():
    day = date(2025, 5, 16)
    (issue,) = issues(TEXT, published=day, rates=Rates.ecb())
    assert issue.code == "equivalent-mismatch"
    assert issue.span.of(TEXT) == "10 billion baht"
    assert issues(TEXT.replace("900", "300"), published=day, rates=Rates.ecb()) == ()


def test_a_sum_whose_currency_was_lost():
    text = "Chinese firms invested 28.2 billion in the industry."
    (issue,) = issues(text, published=date(2025, 1, 1))
    assert (issue.code, issue.span.of(text)) == ("unknown-currency", "28.2 billion")


def test_a_day_taken_from_the_text():
    (issue,) = issues("On August 18, 2025, the mayor spoke.")
    assert issue.code == "inferred-day"
    assert "2025-08-18" in issue.message
