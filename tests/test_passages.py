"""The passages that the weights are learned from are what they say they are."""

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from evinvest.facts import extract_facts
from evinvest.models import Stage, Status
from evinvest.reading import parse_article

FOLDER = Path(__file__).parent.parent / "tools" / "passages"
FILES = sorted(FOLDER.glob("*.jsonl"))
STATES = {"investments": {str(stage) for stage in Stage}, "plants": {str(status) for status in Status}}


def passages(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_no_name_is_given_twice():
    counts = Counter(row["article"] for path in FILES for row in passages(path))
    assert [name for name, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_fact_stands_in_its_text(path):
    for row in passages(path):
        date.fromisoformat(row["published"])
        text = f"{row['title'] or ''}\n{row['text']}"
        for kind in ("investments", "plants", "exports"):
            for fact in row[kind]:
                assert fact["evidence"] in text, row["article"]
                assert fact.get("status") in STATES.get(kind, {None}), row["article"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_most_of_them_are_read(path):
    """Of the passages that state a fact at least five in six give one: a broken step would be seen here at once."""
    stating = [row for row in passages(path) if row["investments"] or row["plants"] or row["exports"]]
    read = [
        row["article"]
        for row in stating
        for facts in [
            extract_facts(parse_article(row["text"], format="plain"), published=date.fromisoformat(row["published"]))
        ]
        if facts.investments or facts.plants or facts.exports
    ]
    assert len(read) >= 5 / 6 * len(stating)
