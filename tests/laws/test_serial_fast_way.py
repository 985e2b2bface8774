"""Law: the fast way and the plain one give the same: the same bytes, equal records, errors with the same path.

With a converter of one's own the plain way is taken, so the two are compared by what a user can call.
"""

import json as plain_json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as own
from evinvest.converter.fast import codec
from evinvest.errors import SerialError
from evinvest.models import Facts, Money
from evinvest.serial import Fact, json, jsonl, make_converter, msgpack
from formats import plain

from .test_serial_refuses import places, put, values

CONVERTER = make_converter()
WRITERS = {"json": plain_json.dumps, "msgpack": msgspec.msgpack.encode}
MODULES = {"json": json, "msgpack": msgpack}
forms = pytest.mark.parametrize("form", MODULES)
records = own.records | own.facts | own.money | own.capacities | own.quantities | own.places | own.claims


@forms
@given(record=records)
def test_the_same_bytes_and_all_of_them_taken(form, record):
    fast = codec(type(record), form, version=1)
    written = MODULES[form].dumps(record, converter=CONVERTER)
    assert fast.encode(record) == (written.encode() if isinstance(written, str) else written)
    copy = fast.decode(written)
    assert repr(copy) == repr(MODULES[form].loads(written, type(record), converter=CONVERTER))
    assert copy == record
    assert hash(copy) == hash(record)


def outcome(module, document, record_type, **options):
    try:
        return repr(module.loads(document, record_type, **options))
    except SerialError as error:
        return str(error), getattr(error, "__notes__", [])


@forms
@given(record=own.records | own.facts, data=st.data())
def test_the_same_of_changed_documents(form, record, data):
    document = plain(record)
    path = data.draw(st.sampled_from(list(places(document))))
    document = put(document, path, data.draw(values))
    if data.draw(st.booleans()) and isinstance(document, dict):
        document[data.draw(st.sampled_from(["strange", "evinvest", "kind", "unit", "currency"]))] = data.draw(values)
    written = WRITERS[form](document)
    fast, slow = ({}, {"converter": CONVERTER})
    assert outcome(MODULES[form], written, type(record), **fast) == outcome(
        MODULES[form], written, type(record), **slow
    )


DIGITS = [
    "1",
    "1.0",
    "-0",
    "1e2",
    "0.10",
    '"1_0"',
    '" 1"',
    '"NaN"',
    '"Infinity"',
    '".5"',
    '"5."',
    '"+5"',
    '"１"',
    "true",
]


@given(st.text(st.sampled_from("0123456789+-.eE_ １N"), max_size=8) | st.sampled_from(["NaN", "-Infinity", "sNaN1"]))
def test_the_same_of_any_digits(text):
    document = plain_json.dumps({"amount": text, "currency": "USD"})
    assert outcome(json, document, Money) == outcome(json, document, Money, converter=CONVERTER)


@pytest.mark.parametrize("written", DIGITS)
@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ('{"currency":"USD","amount":', "}", "Money"),
        ('{"code":"a","message":"b","line":', "}", "Issue"),
        ('{"code":"a","message":"b","span":[0,', "]}", "Issue"),
        ('{"kind":"facts","evinvest":', "}", "Facts"),
    ],
)
def test_the_same_of_every_way_to_write_a_number(written, before, after, kind):
    from evinvest import models

    document, record_type = before + written + after, getattr(models, kind)
    assert outcome(json, document, record_type) == outcome(json, document, record_type, converter=CONVERTER)


@pytest.mark.parametrize(
    "document",
    [
        "{}",
        "[]",
        "null",
        '{"kind":"facts"}',
        '{"kind":null}',
        '{"evinvest":1}',
        '{"evinvest":1,"evinvest":2}',
        '{"kind":"plant"}',
        '{"issues":null}',
        '{"issues":[],"issues":[{"code":"\\ud800","message":""}]}',
        '\ufeff{"kind":"facts"}',
        '{"kind":"facts"} ',
        '{"kind":"facts"}}',
        '{"exports":[{"evidence":{"span":[0,0],"text":""},"quantity":{"value":"1","unit":"t","equivalents":[]}}]}',
        '{"exports":[{"evidence":{"span":[0,0],"text":""},"quantity":{"amount":"1","currency":"USD","unit":null}}]}',
        '{"exports":[{"evidence":{"span":[0,0],"text":""},"quantity":{"amount":"1","currency":"USD","high":null}}]}',
        '{"exports":[{"evidence":{"span":[0,0],"text":"","fields":{}},"quantity":null,"period":"0000"}]}',
    ],
)
def test_the_same_of_these(document):
    assert outcome(json, document, Facts) == outcome(json, document, Facts, converter=CONVERTER)
    data = document.encode()
    assert outcome(json, data, Facts) == outcome(json, data, Facts, converter=CONVERTER)


@given(own.facts.filter(len), st.none() | own.words, st.data())
def test_lines(facts, article, data):
    lines = jsonl.dumps(facts, article=article)
    assert lines == jsonl.dumps(facts, article=article, converter=CONVERTER)
    at = data.draw(st.integers(0, len(lines) - 1))
    for document in (lines, lines[:at] + lines[at + 1 :]):
        assert outcome(jsonl, document, Fact) == outcome(jsonl, document, Fact, converter=CONVERTER)


def test_other_types_take_the_plain_way():
    for kind in (int, list[str], object(), tuple[Facts, ...], st.SearchStrategy, dict):
        try:
            assert codec(kind, "json", version=1) is None
        except TypeError:
            assert kind == dict[str, int]
