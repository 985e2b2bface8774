"""No text at all makes the extraction fail."""

from hypothesis import given
from hypothesis import strategies as st

from evinvest.facts import extract_facts
from evinvest.reading import parse_article

from .articles import sentences

readable = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)  # reading refuses binary data
pieces = st.one_of(sentences, readable, st.sampled_from(["$", "GWh", "工厂", "plant in", "exports", "%", "'s", "("]))


@given(parts=st.lists(pieces, max_size=12))
def test_any_text_gives_facts_or_none(parts):
    facts = extract_facts(parse_article(" ".join(["News:", *parts]), format="plain"))
    assert len(facts) == len(list(facts))
