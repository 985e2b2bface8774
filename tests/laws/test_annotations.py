"""Law: every annotation finds its words in the source, by position and by quotation, and carries its fact whole."""

import json as plain_json
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as own
from evinvest import extract_facts, parse_article, read_article
from evinvest.errors import SerialError
from evinvest.models import Evidence, Facts, Span
from evinvest.serial import annotations

from .articles import bodies

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "articles").iterdir())


def attempt(document):
    """The facts, or the error of this library; any other error fails the test."""
    try:
        return annotations.loads(document)
    except SerialError as error:
        return error


def check(article, facts):
    document = annotations.dumps(facts, article)
    assert document == annotations.dumps(facts, article)
    assert tuple(annotations.loads(document)) == tuple(facts)
    items = plain_json.loads(document)["first"]["items"]
    assert len({item["id"] for item in items}) == len(items) == sum(1 + len(fact.evidence.fields) for fact in facts)
    for item in items:
        position, quotation = item["target"]["selector"]
        start, end = position["start"], position["end"]
        assert quotation["exact"] == article.source[start:end]
        assert article.source[:start].endswith(quotation["prefix"])
        assert article.source[end:].startswith(quotation["suffix"])
        around = quotation["prefix"] + quotation["exact"] + quotation["suffix"]
        assert around in article.source
        assert len(quotation["prefix"]) == min(32, start)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_real_articles(path):
    article = read_article(path)
    check(article, extract_facts(article))


@given(bodies)
def test_any_article(body):
    article = parse_article(f"---\ntitle: A plant \U0001f697\n---\n{body}", name="a story.md")
    check(article, extract_facts(article))


def test_each_slot_is_tagged_and_linked():
    article = parse_article("BYD will invest $1 billion in a car plant in Hungary.", name="story.md")
    facts = extract_facts(article)
    items = plain_json.loads(annotations.dumps(facts, article))["first"]["items"]
    fact, *slots = items[: 1 + len(facts.investments[0].evidence.fields)]
    assert fact["body"]["purpose"] == fact["motivation"] == "describing"
    assert {item["body"][0]["value"] for item in slots} == set(facts.investments[0].evidence.fields)
    assert {item["body"][1]["source"] for item in slots} == {fact["id"]}
    assert {item["target"]["source"] for item in (fact, *slots)} == {"urn:evinvest:article:story.md"}
    own_name = plain_json.loads(annotations.dumps(facts, article, source="https://example.org/a"))
    assert own_name["id"] == "https://example.org/a#facts"


def test_evidence_of_another_article():
    article = parse_article("BYD will invest $1 billion in a car plant in Hungary.")
    facts = extract_facts(article)
    with pytest.raises(SerialError, match=r"\$\.investments\[0\]\.evidence: the evidence of a fact does not stand"):
        annotations.dumps(facts, parse_article("Another story altogether."))


@given(own.records, st.data())
def test_a_cut_or_changed_document(record, data):
    article = parse_article("x")
    whole = attrs.evolve(record, evidence=Evidence(Span(0, 1), "x"))
    text = annotations.dumps([whole], article)
    cut = data.draw(st.integers(0, len(text) - 1))
    assert attempt(text[:cut]).path == "$"
    at = data.draw(st.integers(0, len(text) - 1))
    result = attempt(text[:at] + data.draw(st.sampled_from('"{}[],:x0\\')) + text[at + 1 :])
    assert isinstance(result, Facts) or result.path.startswith("$")


@given(st.binary(max_size=40))
def test_any_bytes(data):
    assert attempt(data).path.startswith("$")


@pytest.mark.parametrize(
    ("change", "path"),
    [
        (lambda d: d.update(type="Annotation"), "$.type"),
        (lambda d: d.update(evinvest=9), "$.evinvest"),
        (lambda d: d.pop("first"), "$.first.items"),
        (lambda d: d["first"]["items"][0]["body"].update(value="{"), "$.first.items[0].body.value"),
        (
            lambda d: d["first"]["items"][0]["body"].update(value={"kind": "plant"}),
            "$.first.items[0].body.value.status",
        ),
    ],
)
def test_the_path(change, path, tmp_path):
    article = parse_article("BYD will invest $1 billion in a car plant in Hungary.")
    document = plain_json.loads(annotations.dumps(extract_facts(article), article))
    change(document)
    (tmp_path / "a.jsonld").write_text(plain_json.dumps(document))
    with pytest.raises(SerialError) as caught:
        annotations.load(tmp_path / "a.jsonld")
    assert (caught.value.path, caught.value.source) == (path, str(tmp_path / "a.jsonld"))
