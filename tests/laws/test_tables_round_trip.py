"""Law: Arrow, Parquet, pandas and polars give the facts back, digit by digit, and the articles that they are from."""

import os
import subprocess
import sys

import attrs
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import strategies as own
from evinvest.models import Facts
from evinvest.serial import arrow, csv, frames, parquet
from evinvest.serial.tables import TABLES

batches = st.dictionaries(st.none() | own.words, own.facts.filter(lambda facts: facts != Facts()), max_size=3)
PROGRAM = """
import sys
from decimal import Decimal
from evinvest.models import *
from evinvest.serial import arrow, parquet
fields = {name: Span(0, 1) for name in {"amount", "investors", "places", "stage"}}
evidence = Evidence(Span(0, 9), "words", fields)
fact = Investment(amount=Money(Decimal("1.50"), "EUR"), stage=Stage.MADE, evidence=evidence)
sys.stdout.buffer.write(arrow.dumps([fact]) + parquet.dumps([fact]))
"""


def written(facts):
    """How facts print, digits included; mappings compare without their order."""
    return [repr(attrs.evolve(fact, evidence=attrs.evolve(fact.evidence, fields={}))) for fact in facts]


@pytest.mark.parametrize("module", [arrow, parquet])
@given(facts=own.facts, article=st.none() | own.words)
def test_files_give_the_facts_back(module, facts, article):
    again = module.loads(module.dumps(facts, article=article))
    assert again == facts
    assert written(again) == written(facts)


@pytest.mark.parametrize("module", [arrow, parquet])
@given(batch=batches)
@settings(max_examples=20)
def test_files_keep_the_articles(module, batch, tmp_path_factory):
    path = tmp_path_factory.getbasetemp() / f"{module.__name__}.bin"
    module.dump(batch, path)
    assert module.load_by_article(path) == batch
    assert len(module.load(path)) == sum(map(len, batch.values()))


@given(own.facts)
def test_frames_give_the_facts_back(facts):
    for again in (
        frames.from_pandas(frames.to_pandas(facts)),
        frames.from_polars(frames.to_polars(facts)),
        frames.from_polars(pl.from_pandas(frames.to_pandas(facts))),
    ):
        assert again == facts
        assert written(again) == written(facts)


@given(own.facts, st.sampled_from(TABLES))
def test_a_kind_alone(facts, table):
    again = arrow.from_table(arrow.to_table(facts, kind=table.kind))
    assert getattr(again, table.name) == getattr(facts, table.name)
    assert len(again) + len(again.issues) == len(getattr(facts, table.name))


@given(own.facts)
def test_tables_of_plain_python_types_do_as_well(facts):
    frame = arrow.to_table(facts).to_pandas()  # decimals as objects, lists as arrays, not-a-number for what is absent
    assert frames.from_pandas(frame) == facts


@given(own.facts)
def test_formats_agree(facts):
    assert csv.dumps(arrow.from_table(arrow.to_table(facts))) == csv.dumps(parquet.loads(parquet.dumps(facts)))


def test_types_are_those_of_the_columns():
    fields = {field.name: str(field.type) for field in arrow.schema()}
    assert fields["amount"] == "decimal128(38, 9)"
    assert fields["period_start"] == "date32[day]"
    assert fields["investors"] == "list<item: string>"
    assert fields["place_latitudes"] == "list<item: decimal128(38, 9)>"
    assert fields["denied"] == "bool"
    assert fields["evidence_start"] == "int64"
    schema = pq.ParquetFile(pa.BufferReader(parquet.dumps([]))).schema_arrow
    assert schema.names == arrow.schema().names
    assert schema.metadata[b"evinvest"] == b"1"
    assert schema.field("stage").metadata[b"enum"] == b'["considered", "planned", "made", "cancelled"]'
    assert frames.to_polars([]).schema["amount"] == pl.Decimal(38, 9)
    assert frames.to_pandas([])["opened_end"].dtype == pd.ArrowDtype(pa.date32())


def test_the_hash_seed_changes_nothing():
    def run(seed):
        environment = os.environ | {"PYTHONHASHSEED": seed}
        return subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, env=environment, check=True).stdout

    assert run("1") == run("2")
