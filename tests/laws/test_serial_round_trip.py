"""Law: ``loads`` undoes ``dumps``; every digit, order and word of a record survives."""

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as own
from evinvest.models import Facts
from evinvest.serial import json, jsonl


@given(own.records)
def test_json_gives_the_record_back(record):
    copy = json.loads(json.dumps(record), type(record))
    assert copy == record
    # Equal decimals may differ in their digits; their reprs do not, but those of mappings do.
    assert repr(attrs.evolve(copy, evidence=record.evidence)) == repr(record)


@given(own.facts, st.sampled_from([None, 2]))
def test_json_gives_all_facts_back(facts, indent):
    assert json.loads(json.dumps(facts, indent=indent), Facts) == facts


@given(own.facts, st.none() | own.words)
def test_jsonl_gives_the_facts_back(facts, article):
    assert jsonl.loads(jsonl.dumps(facts, article=article)) == tuple(facts)


@given(own.facts)
def test_a_line_is_a_fact(facts):
    assert jsonl.dumps(facts).count("\n") == len(facts)


@given(own.records)
def test_bytes_and_text_are_read_alike(record):
    document = json.dumps(record)
    assert json.loads(document.encode("utf-8-sig"), type(record)) == json.loads(document, type(record))


@pytest.mark.parametrize("module", [json, jsonl])
@given(facts=own.facts)
def test_files_hold_what_dumps_gives(module, facts, tmp_path_factory):
    path = tmp_path_factory.getbasetemp() / "facts"
    module.dump(facts, path)
    assert path.read_text(encoding="utf-8").rstrip("\n") == module.dumps(facts).rstrip("\n")
    assert tuple(module.load(path, Facts) if module is json else module.load(path)) == tuple(facts)
