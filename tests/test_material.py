"""On real articles, where they are at hand beside the repository: spans are honest, files and facts come back whole."""

from pathlib import Path

import pytest

import evinvest
from evinvest.models import Facts
from evinvest.serial import json

EVALUATION = Path(__file__).resolve().parents[2] / "shared" / "evaluation"


@pytest.fixture(scope="module", params=["seeds", "articles"])
def material(request):
    folder = EVALUATION / request.param
    if not folder.is_dir():
        pytest.skip(f"no annotated material beside the repository: {EVALUATION.name}/{request.param}")
    articles = [evinvest.read_article(path) for path in sorted(folder.iterdir()) if path.name != "dates.json"]
    return [(article, evinvest.extract_facts(article)) for article in articles]


def test_evidence_is_the_words_of_the_source(material):
    for article, facts in material:
        for fact in facts:
            span, text = fact.evidence.span, fact.evidence.text
            assert article.source[span.start : span.end] == text, article.name
            assert text.strip(), article.name
            assert all(each.end <= len(article.source) for each in fact.evidence.fields.values()), article.name


def test_every_filled_field_names_its_place(material):
    for article, facts in material:
        for deal in facts.investments:
            assert deal.evidence.fields["amount"].of(article.source).strip(), article.name


def test_articles_come_back_byte_for_byte(material):
    for article, _ in material:
        assert article.to_bytes() == Path(article.name).read_bytes()


def test_facts_come_back_from_their_document(material):
    for article, facts in material:
        assert json.loads(json.dumps(facts), Facts) == facts, article.name
