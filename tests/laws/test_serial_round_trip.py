"""Law: ``loads`` undoes ``dumps`` in every format; every digit, order and word of a record survives."""

import io

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as own
from evinvest.models import Facts
from evinvest.serial import json, jsonl
from formats import FORMATS

formats = pytest.mark.parametrize("form", FORMATS)


@formats
@given(record=own.records)
def test_the_record_comes_back(form, record):
    copy = FORMATS[form].loads(FORMATS[form].dumps(record), type(record))
    assert copy == record
    # Equal decimals may differ in their digits; their reprs do not, but those of mappings do.
    assert repr(attrs.evolve(copy, evidence=record.evidence)) == repr(record)


@formats
@given(facts=own.facts)
def test_all_facts_come_back(form, facts):
    copy = FORMATS[form].loads(FORMATS[form].dumps(facts), Facts)
    assert copy == facts
    assert list(map(type, copy)) == list(map(type, facts))


@formats
@given(value=own.money | own.capacities | own.places | own.claims | own.companies)
def test_values_come_back(form, value):
    assert repr(FORMATS[form].loads(FORMATS[form].dumps(value), type(value))) == repr(value)


@given(own.facts, st.integers(0, 4))
def test_indented_json_comes_back(facts, indent):
    assert json.loads(json.dumps(facts, indent=indent), Facts) == facts


@given(own.facts, st.none() | own.words)
def test_lines_come_back(facts, article):
    assert jsonl.loads(jsonl.dumps(facts, article=article)) == tuple(facts)


@given(own.facts)
def test_a_line_is_a_fact(facts):
    assert jsonl.dumps(facts).count("\n") == len(facts)


@pytest.mark.parametrize("form", ["json", "toml", "yaml"])
@given(record=own.records)
def test_bytes_and_text_are_read_alike(form, record):
    document = FORMATS[form].dumps(record)
    loads = FORMATS[form].loads
    assert loads(document.encode("utf-8-sig"), type(record)) == loads(document, type(record)) == record


@pytest.mark.parametrize("form", [*FORMATS, "jsonl"])
@given(facts=own.facts)
def test_files_and_streams_hold_what_dumps_gives(form, facts, tmp_path_factory):
    module = {**FORMATS, "jsonl": jsonl}[form]
    path, stream, document = tmp_path_factory.getbasetemp() / "facts", io.BytesIO(), module.dumps(facts)
    module.dump(facts, path)
    module.dump(facts, stream)
    assert path.read_bytes() == stream.getvalue()
    written = document if isinstance(document, bytes) else document.encode()
    assert path.read_bytes().removesuffix(b"\n") == written.removesuffix(b"\n")
    stream.seek(0)
    for source in (path, stream):
        copy = module.load(source) if module is jsonl else module.load(source, Facts)
        assert tuple(copy) == tuple(facts)
