"""Law: the map of a ``Text`` is monotone, stays inside the source, and composes."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from documents import documents
from evinvest.reading import parse_article
from evinvest.text import Edit, Span, Text


@st.composite
def edits(draw, size):
    cuts = sorted(draw(st.lists(st.integers(0, size), max_size=6)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return [Edit(start, end, draw(st.text("xyz", max_size=2))) for start, end in pairs]


@given(documents())
def test_the_map_runs_forward_inside_the_source(document):
    content = parse_article(document[2]).content
    ends = [content.to_raw(Span(place, place + 1)) for place in range(len(content.normal))]
    assert all(span.end <= len(content.raw) for span in ends)
    assert all(left.start <= right.start and left.end <= right.end for left, right in pairwise(ends))


@given(documents())
def test_a_span_is_the_hull_of_its_characters(document):
    content = parse_article(document[2]).content
    size = len(content.normal)
    for start, end in [(0, size), (size // 3, size // 2)]:
        if start < end:
            first, last = content.to_raw(Span(start, start + 1)), content.to_raw(Span(end - 1, end))
            assert content.to_raw(Span(start, end)) == Span(first.start, last.end)


@given(documents())
def test_sections_are_sorted_disjoint_and_hold_words(document):
    article = parse_article(document[2])
    ends = [0]
    for section in article.sections:
        assert ends[-1] <= section.span.start < section.span.end <= len(article.text)
        ends.append(section.span.end)


@given(st.data(), st.text("abc", max_size=12))
def test_edits_of_edits_keep_every_untouched_character_in_its_place(data, raw):
    text = Text.of(raw)
    origins = [(sign, (place, place + 1)) for place, sign in enumerate(raw)]
    for _ in range(3):
        changes = data.draw(edits(len(text.normal)))
        text, origins = text.edit(changes), _edited(origins, changes)
    assert text.normal == "".join(sign for sign, _ in origins)
    for place, (_, origin) in enumerate(origins):
        if origin is not None:
            assert text.to_raw(Span(place, place + 1)) == Span(*origin)


def _edited(origins, changes):
    """The same edits by the plainest means: a list of characters, each with its origin where it has one."""
    kept, position = [], 0
    for start, end, replacement in changes:
        kept += origins[position:start]
        covered = [origin for _, origin in origins[start:end]]
        known = covered and None not in (covered[0], covered[-1])
        kept += [(sign, (covered[0][0], covered[-1][1]) if known else None) for sign in replacement]
        position = end
    return kept + origins[position:]
