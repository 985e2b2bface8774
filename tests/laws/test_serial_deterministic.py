"""Law: equal records give equal documents, whatever the order of their mappings and the hash seed of the process."""

import os
import subprocess
import sys

import attrs
from hypothesis import given

import strategies as own
from evinvest.serial import json

PROGRAM = """
from decimal import Decimal
from evinvest.models import *
from evinvest.serial import json, jsonl
fields = {name: Span(0, 1) for name in {"amount", "investors", "places", "stage"}}
evidence = Evidence(Span(0, 9), "words", fields)
fact = Investment(amount=Money(Decimal("1.50"), "EUR"), stage=Stage.MADE, evidence=evidence)
print(json.dumps(Facts(investments=(fact,))), jsonl.dumps([fact]))
"""


def run(seed):
    environment = os.environ | {"PYTHONHASHSEED": seed}
    return subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, env=environment, check=True).stdout


def test_the_hash_seed_changes_nothing():
    assert run("1") == run("2") == run("3")


@given(own.records)
def test_the_order_of_a_mapping_changes_nothing(record):
    backward = dict(reversed(record.evidence.fields.items()))
    twin = attrs.evolve(record, evidence=attrs.evolve(record.evidence, fields=backward))
    assert twin == record
    assert json.dumps(twin) == json.dumps(record)
