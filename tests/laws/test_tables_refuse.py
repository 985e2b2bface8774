"""Law: what is no table of facts gives a ``SerialError`` with a path, and nothing else leaves."""

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as own
from evinvest.errors import SerialError
from evinvest.serial import arrow, frames, parquet

modules = pytest.mark.parametrize("module", [arrow, parquet])


def attempt(read, document):
    """The facts, or the error of this library; any other error fails the test."""
    try:
        return read(document)
    except SerialError as error:
        return error


@modules
@given(facts=own.facts, data=st.data())
def test_a_cut_file(module, facts, data):
    document = module.dumps(facts)
    cut = data.draw(st.integers(0, len(document) - 1))
    error = attempt(module.loads, document[:cut])
    assert isinstance(error, SerialError)
    assert error.path == "$"


@modules
@given(facts=own.facts, data=st.data())
def test_a_changed_byte(module, facts, data):
    document = bytearray(module.dumps(facts))
    document[data.draw(st.integers(0, len(document) - 1))] ^= data.draw(st.integers(1, 255))
    result = attempt(module.loads, bytes(document))
    if isinstance(result, SerialError):
        assert result.path.startswith("$")


@modules
@given(data=st.binary(max_size=60))
def test_any_bytes(module, data):
    assert attempt(module.loads, data).path == "$"


@given(own.facts.filter(len), st.data())
def test_a_changed_column(facts, data):
    frame = frames.to_pandas(facts)
    name = data.draw(st.sampled_from(list(frame.columns)))
    value = data.draw(st.none() | st.booleans() | st.integers() | st.floats() | own.words | st.binary())
    result = attempt(frames.from_pandas, frame.assign(**{name: pd.Series([value] * len(frame), dtype=object)}))
    if isinstance(result, SerialError):
        assert result.path.startswith("$")


@pytest.mark.parametrize(
    ("table", "path", "message"),
    [
        (pa.table({"kind": ["merger"]}), "$[0].kind", "not a kind of row (investment, plant, export, issue): 'merger'"),
        (pa.table({"kind": [None, 1]}), "$[0].kind", None),
        (pa.table({"stage": ["made"]}), "$", "no table of facts: it has no column kind"),
        (pa.table({"kind": ["plant"], "status": ["gone"]}), "$[0].status", None),
        (pa.table({"kind": []}, metadata={"evinvest": "2"}), "$.evinvest", None),
        (pa.table({"kind": []}, metadata={"evinvest": "x"}), "$.evinvest", None),
        (pa.table([["issue"], ["issue"]], ["kind", "kind"]), "$", None),
    ],
)
def test_what_is_no_table_of_facts(table, path, message):
    with pytest.raises(SerialError) as caught:
        arrow.from_table(table)
    assert (caught.value.path, caught.value.message) == (path, message or caught.value.message)


def test_what_is_no_frame():
    for read, frame in ((frames.from_pandas, {"a": 1}), (frames.from_pandas, pd.DataFrame({"kind": [1, "x"]}))):
        with pytest.raises(SerialError):
            read(frame)
    with pytest.raises(SerialError):
        frames.from_polars(pl.DataFrame({"kind": ["plant"]}))
    with pytest.raises(SerialError, match="not a kind of row"):
        frames.to_pandas([], kind="plants")
