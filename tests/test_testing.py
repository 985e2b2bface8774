"""What the published strategies promise to the tests of other projects."""

import subprocess
import sys

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

from evinvest import testing
from evinvest.models import Company, ExportFigure, Facts, Investment, Money, Place, Plant, Span
from evinvest.testing._register import _STRATEGIES

SEARCHING = settings(max_examples=2000, suppress_health_check=list(HealthCheck), database=None)
FIRST = settings(SEARCHING, phases=[Phase.generate])


@pytest.fixture(scope="module", autouse=True)
def _registered():
    testing.register()


def test_every_name_is_there():
    assert testing.__all__ == sorted(testing.__all__)
    assert all(getattr(testing, name).__doc__ for name in testing.__all__)


@pytest.mark.parametrize("record_type", _STRATEGIES)
@given(data=st.data())
def test_types_find_their_strategy(record_type, data):
    assert type(data.draw(st.from_type(record_type))) is record_type


@given(data=st.data())
def test_classes_of_ones_own_are_built_of_them(data):
    class Deal:
        def __init__(self, fact: Investment, money: Money) -> None:
            self.fact, self.money = fact, money

    deal = data.draw(st.builds(Deal))
    assert (type(deal.fact), type(deal.money)) == (Investment, Money)


def test_they_shrink_to_something_small():
    money = find(testing.money(), lambda one: one.equivalents, settings=SEARCHING)
    assert (money.bound, money.high, len(money.equivalents)) == ("exact", None, 1)


@pytest.mark.parametrize(
    "trait",
    [
        lambda facts: any(deal.amount.high for deal in facts.investments),
        lambda facts: any(deal.claim.denied for deal in facts.investments),
        lambda facts: any(figure.quantity is None for figure in facts.exports),
        lambda facts: any(isinstance(figure.quantity, Money) for figure in facts.exports),
        lambda facts: any(plant.planned_capacity for plant in facts.plants),
        lambda facts: any(issue.span for issue in facts.issues),
    ],
)
def test_they_reach_every_kind_of_field(trait):
    assert isinstance(find(testing.facts(), trait, settings=FIRST), Facts)


@given(testing.money(currencies=["HUF"], equivalents=False))
def test_money_of_the_currencies_asked_for(money):
    assert (money.currency, money.equivalents) == ("HUF", ())


@given(testing.news("zh"), testing.articles("yaml", language="en"))
def test_the_language_and_format_asked_for(sentence, article):
    assert sentence.language == "zh"
    assert article.format == "yaml"
    assert {each.language for each in article.sentences} == {"en"}
    assert article.facts == tuple(fact for each in article.sentences for fact in each.facts)


@given(testing.news())
def test_a_sentence_states_one_fact_in_its_words(sentence):
    (fact,) = sentence.facts
    assert isinstance(fact, Investment | Plant | ExportFigure)
    assert fact.evidence.span == Span(0, len(sentence.text))
    assert fact.evidence.text == sentence.text


def test_what_a_fact_states():
    known = Plant(operators=(Company("BYD"),), place=Place("Rayong"), status="operating", evidence=None)
    found = Plant(
        operators=(Company("BYD", "BYD", "CN"),), place=Place("Rayong", "TH"), status="operating", evidence=None
    )
    assert testing.states(found, known)
    assert not testing.states(known, found)
    assert not testing.states(
        found, Plant(operators=(Company("BYD"), Company("CATL")), status="operating", evidence=None)
    )
    assert not testing.states(Investment(amount=Money(1, "USD"), stage="made", evidence=None), known)


def test_without_hypothesis():
    program = """
import sys
sys.modules["hypothesis"] = None
from evinvest.errors import MissingExtra
try:
    import evinvest.testing
except MissingExtra as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == 'hypothesis is not installed: pip install "evinvest[testing]"\n'
