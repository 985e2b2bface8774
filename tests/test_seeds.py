"""The two articles that the project began with; read from the material beside the repository."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

import evinvest
from evinvest.mentions.periods import find_periods
from evinvest.mentions.tickers import find_tickers

MATERIAL = Path(__file__).resolve().parents[1] / "../shared/evaluation"
pytestmark = pytest.mark.skipif(
    not (MATERIAL / "seeds").is_dir(), reason="the evaluation material is not beside this repository"
)


def seed(number):
    (path,) = (MATERIAL / "seeds").glob(f"{number}_*")
    return path


def test_every_annotated_fact_is_found_and_no_other():
    facts = evinvest.extract_facts(evinvest.read_article(seed("000")))
    (gold,) = (
        record
        for line in (MATERIAL / "seeds.jsonl").read_text("utf-8").splitlines()
        if (record := json.loads(line))["article"].startswith("000")
    )
    sums = sorted((float(fact.amount.amount), fact.amount.currency) for fact in facts.investments)
    assert sums == sorted((float(fact["amount"]), fact["currency"]) for fact in gold["investments"])
    plants = sorted((fact.operators[0].name, fact.place.country) for fact in facts.plants)
    assert plants == sorted((fact["operators"][0], fact["country"]) for fact in gold["plants"])
    assert [float(fact.quantity.value) for fact in facts.exports] == [fact["quantity"] for fact in gold["exports"]]


def test_every_date_is_found_and_no_other():
    article = evinvest.read_article(seed("000"))
    day = datetime(2025, 8, 18, tzinfo=UTC).date()
    labels = [mention.period.label for mention in find_periods(article.text, base=day)]
    assert sorted(set(labels)) == ["2018", "2024", "2025-05-16", "2025-06", "2025-08-18", "2025-H1"]
    assert len(labels) == 9


def test_an_article_about_nothing_gives_no_fact():
    assert len(evinvest.extract_facts(evinvest.read_article(seed("004")))) == 0


def test_the_front_matter_is_kept_whole():
    path = seed("004")
    article = evinvest.read_article(path)
    keys = "title date draft summary description source_link enclosure article_id feed_item_id url qrcode source"
    assert list(article.metadata) == keys.split()
    assert article.published == datetime(2025, 7, 15, 14, 15, 21, tzinfo=UTC)
    assert [ticker.label for ticker in find_tickers(article.text)] == ["XNAS:MAMO"]
    assert article.to_bytes() == path.read_bytes()
