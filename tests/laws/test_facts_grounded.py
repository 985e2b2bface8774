"""Every fact stands in the source: its words are a slice of it, and every filled slot points into it."""

import attrs
from hypothesis import given
from hypothesis import strategies as st

from evinvest.facts import extract_facts
from evinvest.reading import parse_article

from .articles import bodies

FORMATS = {
    "plain": "{}",
    "toml": '+++\ntitle = "News"\ndate = 2025-06-20\n+++\n\n{}',
    "yaml": "---\ntitle: News\n---\n\n{}",
    "glued": "{}",
}


@given(body=bodies, form=st.sampled_from(sorted(FORMATS)))
def test_words_and_slots_are_slices_of_the_source(body, form):
    if form == "glued":
        body = body.replace(", ", ",").replace(" $", "$")
    article = parse_article(FORMATS[form].format(body))
    for fact in extract_facts(article):
        evidence = fact.evidence
        assert article.source[evidence.span.start : evidence.span.end] == evidence.text
        assert evidence.text
        for slot in attrs.fields_dict(type(fact)):
            value = getattr(fact, slot)
            if slot not in {"claim", "evidence"} and value not in (None, (), False):
                span = evidence.fields[slot]
                assert 0 <= span.start < span.end <= len(article.source)
