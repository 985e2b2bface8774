"""Law: normalising the mapped slice of a paragraph gives that paragraph of the normal form."""

from hypothesis import given
from hypothesis import strategies as st

from documents import prose
from evinvest.reading import parse_article
from evinvest.reading.normal import normalise
from evinvest.text import Span, Text


@given(st.lists(prose, min_size=1, max_size=5))
def test_a_paragraph_is_the_normal_form_of_its_source(paragraphs):
    article = parse_article("\n\n".join(["A plant.", *paragraphs]), format="plain")
    for section in article.sections:
        written = Text.of(article.content.slice(section.span))
        assert normalise(written).normal == section.span.of(article.text)


@given(prose)
def test_the_normal_form_is_its_own_normal_form(text):
    once = normalise(Text.of(text))
    assert normalise(Text.of(once.normal)).normal == once.normal


@given(
    st.lists(st.sampled_from(["plant", "20", "GWh", "costs"]), min_size=1, max_size=8),
    st.sampled_from(["  ", "\u00a0", "\t"]),
)
def test_a_run_of_words_maps_onto_the_same_words(words, gap):
    text = normalise(Text.of(gap.join(words)))
    assert text.normal == " ".join(words)
    start = 0
    for word in words:
        assert text.slice(Span(start, start + len(word))) == word
        start += len(word) + 1
