"""Law: equal records give equal documents, whatever the order of their mappings and the hash seed of the process."""

import os
import subprocess
import sys

import attrs
import pytest
from hypothesis import given

import strategies as own
from formats import FORMATS

PROGRAM = """
import sys
from decimal import Decimal
from evinvest.models import *
from evinvest.serial import json, jsonl, msgpack, schema, toml, yaml
fields = {name: Span(0, 1) for name in {"amount", "investors", "places", "stage"}}
evidence = Evidence(Span(0, 9), "words", fields)
fact = Investment(amount=Money(Decimal("1.50"), "EUR"), stage=Stage.MADE, evidence=evidence)
facts = Facts(investments=(fact,), issues=(Issue("code", "message"),))
for form in (json, toml, yaml, jsonl):
    print(form.dumps(facts), form.dumps([fact]) if form is jsonl else form.dumps(fact))
print(msgpack.dumps(facts), msgpack.dumps(fact), schema.dumps())
"""


def run(seed):
    environment = os.environ | {"PYTHONHASHSEED": seed}
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, env=environment, check=True)
    assert b"words" in done.stdout
    return done.stdout


def test_the_hash_seed_changes_nothing():
    assert run("1") == run("2") == run("3")


@pytest.mark.parametrize("form", FORMATS)
@given(record=own.records)
def test_the_order_of_a_mapping_changes_nothing(form, record):
    backward = dict(reversed(record.evidence.fields.items()))
    twin = attrs.evolve(record, evidence=attrs.evolve(record.evidence, fields=backward))
    assert twin == record
    assert FORMATS[form].dumps(twin) == FORMATS[form].dumps(record)
