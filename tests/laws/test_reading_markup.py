"""Law: whatever markup, entity, escape or width a word is written in, its span is the word as written."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evinvest.reading import parse_article
from evinvest.text import Span

FORMS = (
    ("quartz", "quartz"),
    ("R&D", "R&amp;D"),
    ("€2", "&#8364;2"),
    ("€2", "&euro;2"),
    ("50%", "５０％"),
    ("quartz", "qu\u00adartz"),
    ("quartz", "qu\u200bartz"),
    ("a*b", "a\\*b"),
    ("Győr", "Gy&#x151;r"),
)
WRAPS = (
    "{}",
    "<b>{}</b>",
    '<a href="https://example.org/?a>b">{}</a>',
    "**{}**",
    "[{}](https://example.org)",
    "<i><u>{}</u></i>",
    "<span\nclass='x'>{}</span>",
    "<!-- no --> {}",
    "<div><div><p>{}</p></div></div>",
    "<ul><li>{}</li></ul>",
)
PAIRS = st.tuples(st.sampled_from(FORMS), st.sampled_from(WRAPS))


def spans_of(article, words):
    """Where the words stand in the text, in order."""
    start = 0
    for word in words:
        start = article.text.index(word, start)
        yield Span(start, start + len(word))
        start += len(word)


@given(st.lists(PAIRS, min_size=1, max_size=8))
def test_words_in_markup(pairs):
    body = " and so ".join(wrap.format(written) for (_, written), wrap in pairs)
    article = parse_article(f"---\ntitle: A title\n---\n{body}\n")
    found = spans_of(article, ["A title", *(word for (word, _), _ in pairs)])
    assert [article.content.slice(span) for span in found] == ["A title", *(written for (_, written), _ in pairs)]


@given(st.lists(st.sampled_from(FORMS[:-2]), min_size=1, max_size=8))
def test_words_in_a_page(forms):
    paragraphs = "".join(
        f"<p>The story goes on, and names {written}, which it says is so.</p>\n" for _, written in forms
    )
    article = parse_article(
        f"<!DOCTYPE html><html><body><nav><a href='/'>Home</a></nav><main>{paragraphs}</main></body></html>"
    )
    assert article.format == "html"
    found = spans_of(article, [word for word, _ in forms])
    assert [article.content.slice(span) for span in found] == [written for _, written in forms]


@given(st.text(st.sampled_from('ab 年é"\\/\n\t&<'), min_size=1, max_size=20), st.booleans())
def test_values_of_json_are_read_through_their_escapes(value, ascii_only):
    source = json.dumps({"title": "T", "text": f"Anchor {value} anchor"}, ensure_ascii=ascii_only)
    article = parse_article(source)
    first = article.text.index("Anchor")
    assert article.content.slice(Span(first, first + 6)) == "Anchor"
    assert article.content.to_raw(Span(first, len(article.text))).of(source).startswith("Anchor")


@pytest.mark.parametrize("fence", ["---", "+++"])
@given(st.lists(st.sampled_from(["plant", 'said \\"no\\"', "Gy\\u0151r", "a\\tb", "宁德"]), min_size=1, max_size=5))
def test_escaped_titles_point_into_their_quotation_marks(fence, words):
    sign = ": " if fence == "---" else " = "
    source = f'{fence}\ntitle{sign}"{" ".join(words)}"\n{fence}\nBody.\n'
    article = parse_article(source)
    title = article.sections[0]
    assert title.kind == "title"
    assert article.content.slice(title.span) == " ".join(words)
    assert title.span.of(article.text) == " ".join(article.title.split())
