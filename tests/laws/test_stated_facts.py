"""Law: facts stated in a front matter are read again as they were, at their words, and no other byte changes."""

from pathlib import Path

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import strategies as own
from documents import documents, texts
from evinvest import extract_facts, parse_article, read_article
from evinvest.errors import SerialError, SourceError
from evinvest.models import Company, Facts, Span

from .articles import bodies

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "articles").iterdir())
HEADS = {
    "toml": "+++\ntitle = 'A plant'  # kept\n\n[params]\nx = 1.50\n+++\n",
    "yaml": "---\ntitle: A plant  # kept\ntags:\n- a\n---\n",
    "json": '{\n  "title": "A plant",\n  "n": 1\n}\n',
    "plain": "",
}
heads = st.sampled_from(list(HEADS))
line_ends = st.sampled_from(["\n", "\r\n"])


def placeless(facts):
    return [attrs.evolve(fact, evidence=attrs.evolve(fact.evidence, span=Span(0, 0), fields={})) for fact in facts]


def spans_of(fact):
    return [fact.evidence.span, *dict(sorted(fact.evidence.fields.items())).values()]


def check(article, facts, written):
    """What holds whenever facts were stated."""
    again = parse_article(written.to_bytes(), format=written.format if len(facts) else None)
    stated = again.stated_facts()
    assert placeless(stated) == placeless(facts)
    for one, other in zip(facts, stated, strict=True):
        for before, after in zip(spans_of(one), spans_of(other), strict=True):
            assert before.of(article.source) == after.of(again.source)
    assert again.text == article.text
    return stated


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_what_is_stated_is_what_is_extracted(path):
    article = read_article(path)
    facts = extract_facts(article)
    written = article.with_facts(facts)
    stated = check(article, facts, written)
    assert stated.issues == ()
    assert tuple(extract_facts(written, published=article.day)) == tuple(stated)


@given(bodies, heads, line_ends)
def test_facts_of_an_article(body, kind, end):
    article = parse_article((HEADS[kind] + body).replace("\n", end))
    facts = extract_facts(article)
    written = article.with_facts(facts)
    assert check(article, facts, written).issues == ()
    assert written.with_facts(written.stated_facts()).source == written.source


@given(own.facts, heads, line_ends)
def test_facts_of_every_shape(facts, kind, end):
    article = parse_article((HEADS[kind] + "The body.\n").replace("\n", end))
    written = article.with_facts(facts)
    stated = parse_article(written.to_bytes()).stated_facts()
    assert placeless(stated) == placeless(facts)
    assert written.with_facts(stated).source == written.source
    assert {key: written.metadata[key] for key in article.metadata} == article.metadata


@given(own.facts, own.facts, heads, line_ends)
def test_facts_replace_facts_and_go_again(first, second, kind, end):
    article = parse_article((HEADS[kind] + "The body.\n").replace("\n", end))
    written = article.with_facts(first).with_facts(second)
    assert placeless(written.stated_facts()) == placeless(second)
    gone = written.with_facts(Facts())
    assert gone.stated_facts() == Facts()
    assert gone.metadata == article.metadata
    if kind in ("toml", "yaml"):  # a comma goes as well in JSON, and a plain file keeps its new head
        assert gone.source == article.source


@given(documents(), own.facts)
def test_every_other_byte_stays(document, facts):
    article = parse_article(document[2])
    assume(article.format != "html" and len(facts))
    written = article.with_facts(facts)
    before, after = article.raw, written.raw
    grown = len(after) - len(before)
    at = next((n for n, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1]), len(before))
    assert after[at + grown :] == before[at:]


@given(bodies, heads.filter(lambda kind: kind != "plain"), texts)
def test_spans_stay_true_when_metadata_change(body, kind, title):
    article = parse_article(HEADS[kind] + body)
    facts = extract_facts(article)
    written = article.with_facts(facts).with_metadata(title=title, extra={"more": "x" * 40})
    assert written.title == (title.strip() or None)
    assert written.stated_facts().issues == ()
    assert placeless(written.stated_facts()) == placeless(facts)


def test_words_that_were_moved_by_hand():
    article = parse_article("BYD will invest $1 billion in a car plant in Hungary.")
    written = article.with_facts(extract_facts(article))
    moved = parse_article(written.source.replace("BYD will", "So BYD will"))
    assert {issue.code for issue in moved.stated_facts().issues} == {"evidence-moved"}


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("---\nplants: 3\n---\nx", "$.plants"),
        ("---\nplants: [{status: gone, evidence: {span: [0, 1], text: x}}]\n---\nx", "$.plants[0].status"),
        ('{"exports": [1]}\nx', "$.exports[0]"),
        (
            "+++\n[[exports]]\nquantity.value = '1'\nevidence = {span = [0, 1], text = 'x'}\n+++\nx",
            "$.exports[0].quantity",
        ),
    ],
)
def test_what_states_no_facts(text, path):
    with pytest.raises(SerialError) as caught:
        parse_article(text, name="story.md").stated_facts()
    assert (caught.value.source, caught.value.path) == ("story.md", path)


def test_a_page_states_nothing():
    page = parse_article("<html><body><p>BYD will invest $1 billion in a car plant in Hungary.</p></body></html>")
    with pytest.raises(SourceError, match="no front matter"):
        page.with_facts(extract_facts(page))


def test_a_word_without_a_place_in_the_encoding():
    article = parse_article("BYD invests £1 billion.".encode("cp1252"), encoding="cp1252")
    (fact,) = extract_facts(article).investments
    fact = attrs.evolve(fact, investors=(Company("宁德时代"),))
    with pytest.raises(SourceError, match="no place in cp1252"):
        article.with_facts(Facts(investments=(fact,)))
