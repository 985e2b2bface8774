"""The same bytes give the same facts, in text order, and a paragraph about something else changes none of them."""

from datetime import date

import attrs
from hypothesis import given

from evinvest.facts import extract_facts
from evinvest.reading import parse_article

from .articles import bodies

DAY = date(2025, 6, 20)
ASIDE = "The museum of the town has a new roof, and the garden is open again."


def facts_of(body):
    """Behind a title of its own, so that the first paragraph never is taken for one."""
    return extract_facts(parse_article(f"News of the day\n\n{body}", format="plain"), published=DAY)


def without_places(facts):
    """The facts without where they stand."""
    return [
        [attrs.evolve(fact, evidence=None) for fact in kind]
        for kind in (facts.investments, facts.plants, facts.exports)
    ]


@given(body=bodies)
def test_same_text_same_facts(body):
    assert facts_of(body) == facts_of(body)


@given(body=bodies)
def test_facts_of_a_kind_come_in_text_order(body):
    facts = facts_of(body)
    anchors = {"investments": "amount", "exports": "quantity"}
    for kind, slot in anchors.items():
        places = [fact.evidence.fields[slot].start for fact in getattr(facts, kind) if slot in fact.evidence.fields]
        assert places == sorted(places)


@given(body=bodies)
def test_another_matter_behind_changes_nothing(body):
    assert facts_of(f"{body}\n\n{ASIDE}") == facts_of(body)


@given(body=bodies)
def test_another_matter_before_changes_nothing(body):
    assert without_places(facts_of(f"{ASIDE}\n\n{body}")) == without_places(facts_of(body))
