"""Law: what a sentence was written to state is found in it, alone and among others, and no other fact of its kind is.

The sentences are plain ones. A change of the extraction that loses one of them has lost what it surely can do.
"""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from evinvest import testing
from evinvest.facts import extract_facts
from evinvest.reading import parse_article

DAY = date(2025, 6, 20)


def facts_of(text):
    return extract_facts(parse_article(text, format="plain"), published=DAY)


def of_kind(facts, kind):
    return [fact for fact in facts if type(fact) is kind]


@given(testing.news())
def test_a_sentence_by_itself(sentence):
    found = facts_of(sentence.text)
    (known,) = sentence.facts
    (fact,) = of_kind(found, type(known))
    assert testing.states(fact, known)


def kind(sentence):
    return type(sentence.facts[0])


def company(sentence):
    (fact,) = sentence.facts
    return getattr(fact, "investors", getattr(fact, "operators", fact))


def site(sentence):
    (fact,) = sentence.facts
    return getattr(fact, "places", (getattr(fact, "place", fact),))


@given(st.lists(testing.news("en"), min_size=2, max_size=3, unique_by=(kind, company, site)))
def test_paragraphs_about_different_matters(sentences):
    found = facts_of("\n\n".join(sentence.text for sentence in sentences))
    for sentence in sentences:
        (known,) = sentence.facts
        assert any(testing.states(fact, known) for fact in of_kind(found, type(known)))
