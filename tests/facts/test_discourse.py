import pytest

from evinvest.facts.discourse import in_mind, in_title, told_before, town_told
from evinvest.facts.walk import walk
from evinvest.models import Place

from .reading import document_of, facts_of, names

STORY = """\
BYD to build a plant in Manisa for $1 billion

BYD will invest $1 billion in Manisa, Turkey. The plant is to open in 2026.

Ford sold cars for $40 billion.
"""


@pytest.fixture
def last():
    """The document, and its last sentence with what was in mind when it was read."""
    document = document_of(STORY)
    for step in walk(document):
        if step.sentence is document.sentences[-1]:
            return document, step.sentence, step.focus
    raise AssertionError


def test_the_body_is_counted_and_the_headline_is_not(last):
    document, sentence, _ = last
    assert told_before(document, sentence, "sums", "companies") == {"sums before 1": 1.0, "companies before 1": 1.0}
    assert told_before(document, document.sentences[1], "sums") == {"sums before 0": 1.0}


def test_who_is_in_the_headline(last):
    _, sentence, focus = last
    assert in_mind(sentence, [focus.mentions[focus.company.key]], focus) == {
        "headline actor": 1.0,
        "actor told 2": 1.0,
        "plant in mind": 1.0,
    }
    assert "headline another" in in_mind(sentence, sentence.companies, focus)
    assert in_mind(sentence, [], focus) == {"plant in mind": 1.0}


def test_what_the_headline_speaks_of(last):
    _, _, focus = last
    assert in_title(focus, frozenset({"plant"})).keys() <= {"title plant.noun", "title plant.proper"}
    assert in_title(focus, frozenset()) == {}


def test_towns_of_the_headline_and_of_plants(last):
    _, _, focus = last
    manisa = Place("Manisa", "TR", locality="Manisa")
    assert town_told(manisa, focus) == {"title town": 1.0, "town told": 1.0}
    assert town_told(Place("Izmir", "TR", locality="Izmir"), focus) == town_told(None, focus) == {}


def test_a_comma_in_a_headline_stands_for_and():
    (fact,) = facts_of(
        "Honda, LG Energy Solution announce $4.4 billion battery plant in Ohio\n\nIt is a big one."
    ).plants
    assert names(fact.operators) == ["Honda", "LG Energy Solution"]
