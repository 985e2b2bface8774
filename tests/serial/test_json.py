"""What a document looks like, and what is said about one that is wrong."""

import io
import json as plain_json
from decimal import Decimal

import pytest

from evinvest.converter import Fact, make_converter, structure
from evinvest.errors import SerialError
from evinvest.models import (
    Capacity,
    Change,
    Company,
    Evidence,
    ExportFigure,
    Facts,
    Investment,
    Money,
    Period,
    Place,
    Plant,
    Quantity,
    Span,
    Stage,
    Status,
)
from evinvest.serial import json, jsonl

EVIDENCE = Evidence(Span(4, 30), "puts 10 billion baht", {"stage": Span(4, 8), "amount": Span(9, 24)})
DEAL = Investment(
    investors=(Company("Changan Automobile", "Changan", "CN"),),
    amount=Money(Decimal("10E+9"), "THB", equivalents=(Money(Decimal(300_000_000), "USD"),)),
    places=(Place("Rayong", "TH", latitude=Decimal("12.680")),),
    stage=Stage.PLANNED,
    period=Period.half(2025, 1),
    evidence=EVIDENCE,
)
WORKS = Plant(status=Status.OPERATING, capacity=Capacity(Decimal(100_000), "vehicle/year"), evidence=EVIDENCE)
SHIPPED = ExportFigure(country="CN", quantity=Quantity(Decimal("3.083E+6"), "vehicle"), evidence=EVIDENCE)


def document(record):
    return plain_json.loads(json.dumps(record))


def test_a_fact_as_it_is_written():
    assert document(DEAL) == {
        "kind": "investment",
        "investors": [{"name": "Changan Automobile", "surface": "Changan", "country": "CN"}],
        "amount": {
            "amount": "1.0E+10",
            "currency": "THB",
            "equivalents": [{"amount": "300000000", "currency": "USD"}],
        },
        "places": [{"name": "Rayong", "country": "TH", "latitude": "12.680"}],
        "stage": "planned",
        "period": "2025-H1",
        "evidence": {
            "span": [4, 30],
            "text": "puts 10 billion baht",
            "fields": {"amount": [9, 24], "stage": [4, 8]},
        },
    }


def test_all_facts_say_their_version():
    assert json.dumps(Facts()) == '{"evinvest":1,"kind":"facts"}'
    assert [fact["kind"] for fact in document(Facts(plants=(WORKS,)))["plants"]] == ["plant"]


@pytest.mark.parametrize("value", [SHIPPED.quantity, Money(Decimal(5), "USD"), None])
def test_an_export_counts_or_is_worth_or_only_grows(value):
    record = ExportFigure(quantity=value, change=Change(Decimal("-3.6")), evidence=EVIDENCE)
    assert json.loads(json.dumps(record), ExportFigure) == record


def test_a_number_without_quotes_keeps_its_digits():
    assert str(json.loads('{"amount": 0.10, "currency": "USD"}', Money).amount) == "0.10"


@pytest.mark.parametrize(
    ("change", "path", "message"),
    [
        (lambda d: d.pop("stage"), "$.stage", "missing"),
        (lambda d: d.update(stage="hoped"), "$.stage", "not a stage (considered, planned, made, cancelled): 'hoped'"),
        (lambda d: d.update(kind="plant"), "$", "not the kind 'investment': 'plant'"),
        (lambda d: d.update(colour="red"), "$", "no such field: colour"),
        (lambda d: d.update(aggregate=1), "$.aggregate", "not true or false: 1"),
        (lambda d: d.update(period="2025-13-01"), "$.period", None),
        (lambda d: d["amount"].update(amount="NaN"), "$.amount.amount", "not a number: 'NaN'"),
        (lambda d: d["amount"].update(amount="１０"), "$.amount.amount", "not a number: '１０'"),
        (lambda d: d["amount"]["equivalents"][0].pop("currency"), "$.amount.equivalents[0].currency", "missing"),
        (lambda d: d.update(investors="BYD"), "$.investors", "not a list: 'BYD'"),
        (lambda d: d["investors"].append("BYD"), "$.investors[1]", "not an object with the fields of Company: 'BYD'"),
        (lambda d: d["places"][0].update(name=3), "$.places[0].name", "not text: 3"),
        (lambda d: d["evidence"].update(span=[9, 4]), "$.evidence.span", None),
        (lambda d: d["evidence"].update(span=[0, 1.5]), "$.evidence.span", None),
        (lambda d: d["evidence"]["fields"].update(amount=7), "$.evidence.fields.amount", None),
        (lambda d: d["evidence"].update(fields=[]), "$.evidence.fields", "not an object: []"),
    ],
)
def test_the_trouble_has_a_path(change, path, message):
    value = document(DEAL)
    change(value)
    with pytest.raises(SerialError) as caught:
        json.loads(plain_json.dumps(value), Investment)
    assert caught.value.path == path
    assert caught.value.message == (message or caught.value.message)


def test_every_trouble_is_told():
    value = document(DEAL) | {"stage": "hoped", "aggregate": "no"}
    with pytest.raises(SerialError) as caught:
        structure(value, Investment)
    assert caught.value.path == "$.stage"
    assert caught.value.__notes__ == ["$.aggregate: not true or false: 'no'"]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('{\n"kind": }', 2, "not JSON: expecting value in column 9"),
        ('{"value": NaN}', None, "not a number: NaN"),
        ("9" * 5000, None, "a number that is out of all bounds"),
        ("1e99999999999999999999", None, "a number that is out of all bounds"),
        ("[" * 100_000, None, "nested too deeply"),
        (b"\n\xff", 2, "not UTF-8"),
        ("3", None, "not an object with the fields of Facts: 3"),
    ],
)
def test_what_is_no_document(text, line, message):
    with pytest.raises(SerialError) as caught:
        json.loads(text, Facts)
    assert (caught.value.line, caught.value.message) == (line, message)
    assert caught.value.path is not None


@pytest.mark.parametrize("quantity", [{"value": "1"}, {"value": "1", "unit": "t", "currency": "USD"}, "1 t"])
def test_an_amount_has_a_currency_or_a_unit(quantity):
    value = document(SHIPPED) | {"quantity": quantity}
    with pytest.raises(SerialError, match=r"\$\.quantity: not an amount with either a currency or a unit"):
        structure(value, ExportFigure)


def test_a_union_is_told_apart_by_kind():
    assert [structure(document(fact), Fact) for fact in (DEAL, WORKS, SHIPPED)] == [DEAL, WORKS, SHIPPED]
    with pytest.raises(SerialError, match="not a fact of kind investment, plant or export: 'facts'"):
        structure(document(Facts()), Fact)


def test_strange_keys_are_passed_over_on_demand():
    value = document(WORKS) | {"colour": "red"}
    assert structure(value, Plant, converter=make_converter(forbid_extra_keys=False)) == WORKS


def test_files_and_streams(tmp_path):
    path = tmp_path / "facts.json"
    json.dump(WORKS, path, indent=2)
    assert path.read_bytes().startswith(b'{\n  "kind": "plant"')
    for stream in (io.BytesIO(), io.StringIO()):
        json.dump(WORKS, stream)
        stream.seek(0)
        assert json.load(stream, Plant) == json.load(path, Plant) == WORKS
    with path.open("w", encoding="utf-16") as stream:
        json.dump(WORKS, stream)
    with pytest.raises(SerialError, match=r"facts\.json:1:\$: not UTF-8"):
        json.load(path, Plant)


def test_files_that_cannot_be(tmp_path):
    with pytest.raises(SerialError, match=r"none\.json: cannot be read: No such file"):
        json.load(tmp_path / "none.json", Facts)
    with pytest.raises(SerialError, match="cannot be written: "):
        jsonl.dump([WORKS], tmp_path)
    with pytest.raises(SerialError, match="cannot be written"):
        json.dump(Company("\ud800"), tmp_path / "half.json")


def test_what_is_no_record():
    for dumps in (json.dumps, lambda record: jsonl.dumps([record])):
        with pytest.raises(SerialError, match="not a record that a document can hold: object"):
            dumps(object())


def test_a_line_names_its_article_and_its_trouble(tmp_path):
    text = jsonl.dumps(Facts(investments=(DEAL,), exports=(SHIPPED,)), article="story.md")
    assert [plain_json.loads(line)["article"] for line in text.splitlines()] == ["story.md"] * 2
    assert jsonl.loads("\n" + text + "\n") == (DEAL, SHIPPED)
    path = tmp_path / "facts.jsonl"
    path.write_text(
        text.replace("vehicle", "vehicles", 1).replace('"exports', "'").replace('"CN","quantity"', '3,"quantity"')
    )
    with pytest.raises(SerialError) as caught:
        jsonl.load(path)
    assert str(caught.value) == f"{path}:2:$.country: not text: 3"
