import pickle

import pytest

from evinvest.errors import SourceError
from evinvest.text import Edit, Span, Text


def test_a_span_runs_forward():
    with pytest.raises(SourceError, match="runs forward"):
        Span(3, 2)
    with pytest.raises(SourceError, match="runs forward"):
        Span(-1, 2)


def test_spans_cover_overlap_and_join():
    assert Span(0, 5).covers(Span(1, 5))
    assert not Span(1, 5).covers(Span(0, 2))
    assert Span(0, 2).overlaps(Span(1, 3))
    assert not Span(0, 2).overlaps(Span(2, 3))


def test_an_untouched_text_is_its_own_normal_form():
    text = Text.of("as it is")
    assert text.normal == text.raw
    assert text.to_raw(Span(3, 5)) == Span(3, 5)


def test_edits_cut_insert_and_replace():
    text = Text.of("a&amp;b of$2").edit([Edit(1, 6, "&"), Edit(10, 10, " "), Edit(11, 11, "")])
    assert text.normal == "a&b of $2"
    assert text.slice(Span(1, 2)) == "&amp;"
    assert text.slice(Span(4, 9)) == "of$2"
    assert text.slice(Span(6, 7)) == ""


def test_edits_of_edits_point_into_the_first_text():
    text = Text.of("<b>one</b>  two").edit([Edit(0, 3), Edit(6, 10)]).edit([Edit(3, 5, " ")])
    assert text.normal == "one two"
    assert text.slice(Span(0, 3)) == "one"
    assert text.slice(Span(4, 7)) == "two"


@pytest.mark.parametrize("edits", [[Edit(2, 1)], [Edit(0, 2), Edit(1, 3)], [Edit(0, 99)], [Edit(3, 4), Edit(0, 1)]])
def test_edits_that_overlap_or_leave_the_text_are_refused(edits):
    with pytest.raises(SourceError, match="sorted and inside"):
        Text.of("abcd").edit(edits)


def test_a_span_outside_the_normal_form_is_refused():
    with pytest.raises(SourceError, match="ends at 4"):
        Text.of("abcd").to_raw(Span(0, 5))


def test_an_empty_text_has_one_place():
    assert Text.of("").to_raw(Span(0, 0)) == Span(0, 0)
    assert Text.of("abc").edit([Edit(0, 3)]).to_raw(Span(0, 0)) == Span(3, 3)


def test_places_of_the_source_have_positions_in_the_normal_form():
    text = Text.of("<p>one</p><p>two</p>").edit([Edit(0, 3), Edit(6, 13, "\n"), Edit(16, 20)])
    assert [text.to_normal(place) for place in (0, 3, 5, 6, 8, 13, 15, 20)] == [0, 0, 2, 3, 4, 4, 6, 7]


def test_texts_are_values():
    text = Text.of("one two").edit([Edit(3, 4, "  ")])
    assert pickle.loads(pickle.dumps(text)) == text  # noqa: S301 - our own
    assert hash(text) == hash(Text.of("one two").edit([Edit(3, 4, "  ")]))
