"""Law: every document that is written keeps to the schema, in every format; and the schema is no empty form."""

import json as plain_json
import tomllib

import jsonschema
import msgspec
import pytest
import yaml as pyyaml
from hypothesis import given
from hypothesis import strategies as st

import strategies as own
from evinvest.models import Capacity, Claim, Company, Facts, Money, Place, Quantity
from evinvest.serial import Fact, jsonl, schema
from formats import FORMATS, plain

from .test_serial_refuses import places, put

READERS = {"json": plain_json.loads, "toml": tomllib.loads, "yaml": pyyaml.safe_load, "msgpack": msgspec.msgpack.decode}
ANY = jsonschema.Draft202012Validator(schema.schema())
LINE = jsonschema.Draft202012Validator(schema.schema(Fact))


def test_it_is_a_schema_of_its_draft():
    for kind in (None, Fact, *schema.RECORDS.values()):
        jsonschema.Draft202012Validator.check_schema(schema.schema(kind))


@pytest.mark.parametrize("form", FORMATS)
@given(record=own.records | own.facts)
def test_documents_are_valid(form, record):
    document = READERS[form](FORMATS[form].dumps(record))
    ANY.validate(document)
    jsonschema.Draft202012Validator(schema.schema(type(record))).validate(document)


@given(own.money | own.capacities | own.quantities | own.places | own.companies | own.claims)
def test_values_are_valid(value):
    assert type(value) in (Money, Capacity, Quantity, Place, Company, Claim)
    jsonschema.Draft202012Validator(schema.schema(type(value))).validate(plain(value))


@given(own.facts, st.none() | own.words)
def test_lines_are_valid(facts, article):
    for line in jsonl.dumps(facts, article=article).split("\n")[:-1]:
        LINE.validate(plain_json.loads(line))


@given(own.records, st.data())
def test_a_value_of_another_type_is_not(record, data):
    document = plain(record)
    at = [path for path in places(document) if path and path[-1] not in ("aggregate", "denied")]
    document = put(document, data.draw(st.sampled_from(at)), True)
    assert not LINE.is_valid(document)


@given(own.records, st.data())
def test_a_strange_key_is_not(record, data):
    document = plain(record)
    at = [path for path in places(document) if "fields" not in path]
    parents = [path for path in at if isinstance(_at(document, path), dict)]
    _at(document, data.draw(st.sampled_from(parents)))["strange"] = 1
    assert not LINE.is_valid(document)


def _at(value, path):
    for key in path:
        value = value[key]
    return value


def test_every_field_is_described():
    for name, one in schema.schema()["$defs"].items():
        assert one["description"], name
        for field, each in one.get("properties", {}).items():
            inside = [each, *each.get("anyOf", []), each.get("items", {})]
            assert any("description" in part or "$ref" in part for part in inside), (name, field)


def test_facts_hold_facts():
    assert not ANY.is_valid({"evinvest": 2, "kind": "facts"})
    assert not ANY.is_valid({"kind": "facts", "plants": [plain(Facts())]})
