"""Whatever the text: no error, spans in order and apart, the same answer twice, and nothing from the clock."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from evinvest.mentions.periods import find_periods, forward
from evinvest.mentions.periods_triggers import openings, triggers
from evinvest.tokens import Tokens

PIECES = (
    *("May", "march", "Monday", "February", "2025", "2012-13", "16", "30", "9999", "２０２５", "½", "İ", "\n"),
    *("the", "first", "half", "of", "quarter", "last", "next", "year", "by", "end", "in", "to", "-", ",", "."),
    *("Q3", "H1", "FY25", "fiscal", "months", "early", "mid-", "ago", "same", "period", "a"),
    *("年", "月", "去年", "前三季度", "1-7月", "底", "三"),
)
LISTS = st.lists(st.sampled_from(PIECES))
TEXTS = st.one_of(st.text(), LISTS.map(" ".join), LISTS.map("".join))
BASES = st.none() | st.dates()


@given(TEXTS, BASES, st.none() | st.integers(1, 12))
def test_mentions_are_in_order_apart_and_inside(text, base, fiscal_start):
    found = find_periods(text, base=base, fiscal_start=fiscal_start)
    edges = [edge for mention in found for edge in (mention.span.start, mention.span.end)]
    assert edges == sorted(edges)
    assert all(mention.span.of(text).strip() == mention.span.of(text) != "" for mention in found)
    assert all(mention.lead is None or not mention.lead.overlaps(mention.span) for mention in found)
    assert found == find_periods(text, base=base, fiscal_start=fiscal_start)


@given(TEXTS)
def test_nothing_is_resolved_from_nowhere(text):
    """Without a base, what has a period has a year in the text."""
    for mention in find_periods(text):
        if mention.period is not None:
            assert any(char.isdigit() for char in text[: mention.span.end])
            assert mention.upcoming is None


@given(TEXTS, st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 1, 1)))
def test_forward_never_goes_back(text, base):
    for mention in find_periods(text, base=base):
        later = forward(mention)
        if mention.period is not None and mention.upcoming is not None:
            assert later.period is not None
            assert later.period.start >= mention.period.start or later.period.end > base


@given(TEXTS)
def test_a_trigger_begins_in_a_word_that_opens_one(text):
    lower = text.lower()
    tokens = Tokens.of(lower)
    opening = openings(set(tokens.words))
    places = {start for word, start in zip(tokens.words, tokens.starts, strict=True) if word in opening}
    pattern = triggers(with_chinese=False)
    assert {place for place in range(len(lower)) if pattern.match(lower, place)} <= places
