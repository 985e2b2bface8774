"""``evinvest convert`` as somebody types it."""

import pytest

from evinvest import extract_facts, parse_article
from evinvest.cli import main
from evinvest.models import Facts
from evinvest.serial import annotations, csv, json, jsonl, parquet, sql

STORY = "BYD will invest $1 billion in a car plant in Hungary."


@pytest.fixture
def facts(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    found = extract_facts(parse_article(STORY))
    jsonl.dump(found, "facts.jsonl", article="story.txt")
    return found


def test_from_ending_to_ending(facts, capsys, tmp_path):
    assert main(["convert", "facts.jsonl", "facts.parquet"]) == 0
    assert main(["convert", "facts.parquet", "tables"]) == 0
    assert main(["convert", "tables/datapackage.json", "facts.duckdb"]) == 0
    assert main(["convert", "tables", "facts.db"]) == 0
    assert capsys.readouterr() == ("", "")
    assert sorted(path.name for path in (tmp_path / "tables").iterdir()) == sorted(csv.package([]))
    assert sql.load_by_article("facts.duckdb") == parquet.load_by_article("facts.parquet") == {"story.txt": facts}


def test_what_is_lost_is_told(facts, capsys):
    assert main(["convert", "facts.jsonl", "facts.json"]) == 0
    assert json.load("facts.json", Facts) == facts
    assert capsys.readouterr().err == "evinvest: facts.json: not held by this format: the names of articles (1)\n"


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (("facts.jsonl", "facts.pdf"), "facts.pdf: no format of facts ends in '.pdf': one of .arrow .csv "),
        (("facts.xls", "facts.json"), "facts.xls: no format of facts ends in '.xls'"),
        (
            ("facts.jsonl", "facts.jsonld"),
            "facts.jsonld: Web Annotation cannot be written from facts without their art",
        ),
        (("story.md", "facts.json"), "story.md: .md is the ending of an article: evinvest extract reads articles"),
        (("facts.jsonl", "story.md"), "story.md: .md is the ending of an article: facts are stated"),
        (("facts.jsonl", "./facts.jsonl"), "facts.jsonl: would overwrite the file that is read"),
        (("none.jsonl", "facts.json"), "none.jsonl: cannot be read: No such file"),
        (("none", "facts.json"), "none: cannot be read: No such file"),
        (("facts.jsonl", "none/facts.json"), "none/facts.json: cannot be written: No such file"),
        (("wrong.jsonl", "facts.json"), "wrong.jsonl:2:$.stage: missing"),
        (("names.jsonl", "facts.json"), "names.jsonl:1:$.article: not the name of an article"),
        (("list.jsonl", "facts.json"), "list.jsonl:1:$: not a fact of kind"),
    ],
)
@pytest.mark.usefixtures("facts")
def test_what_cannot_be(names, message, capsys, tmp_path):
    (tmp_path / "wrong.jsonl").write_text(
        '\n{"kind": "investment", "amount": {"amount": "1", "currency": "EUR"}, '
        '"evidence": {"span": [0, 1], "text": "x"}}\n'
    )
    (tmp_path / "names.jsonl").write_text('{"article": 3}')
    (tmp_path / "list.jsonl").write_text("[]")
    assert main(["convert", *names]) == 1
    error = capsys.readouterr().err
    assert error.startswith("evinvest: ")
    assert error.count("\n") == 1
    assert message in error


def test_annotations_are_read(facts, tmp_path):
    annotations.dump(facts, parse_article(STORY), tmp_path / "facts.jsonld")
    assert main(["convert", "facts.jsonld", "facts.yaml"]) == 0
    assert main(["convert", "facts.yaml", "again.msgpack"]) == 0
    assert main(["convert", "again.msgpack", "again.json"]) == 0
    assert json.load("again.json", Facts) == facts
