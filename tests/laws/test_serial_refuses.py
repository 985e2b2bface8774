"""Law: a document that is not of the record gives a ``SerialError`` with a path, and nothing else leaves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as own
from evinvest.errors import SerialError
from evinvest.models import Facts
from evinvest.serial import jsonl
from formats import FORMATS, WRITERS, plain

scalars = (
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats()
    | own.words
    | st.sampled_from(["", "1e9", "9" * 50, "NaN", "2025-13", " 1", "1_000"])
)
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(own.words | st.sampled_from(["kind", "unit", "currency"]), inner, max_size=3)
    ),
)
formats = pytest.mark.parametrize("form", FORMATS)


def places(value, path=()):
    """The paths to every value inside a plain value."""
    yield path
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in children:
        yield from places(child, (*path, key))


def put(value, path, new):
    if not path:
        return new
    key, *rest = path
    value[key] = put(value[key], rest, new)
    return value


def written(path):
    return "$" + "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in path)


def attempt(module, document):
    """The record, or the error of this library; any other error fails the test."""
    try:
        return module.loads(document, Facts)
    except SerialError as error:
        return error


@formats
@given(facts=own.facts, data=st.data())
def test_one_changed_value(form, facts, data):
    document = plain(facts)
    path = data.draw(st.sampled_from(list(places(document))[form == "toml" :]))  # in TOML the root is a table
    value = data.draw(values)
    result = attempt(FORMATS[form], WRITERS[form](put(document, path, value)))
    if isinstance(result, SerialError):
        assert result.path.startswith("$")
    else:
        assert FORMATS[form].loads(FORMATS[form].dumps(result), Facts) == result


@formats
@given(record=own.records, data=st.data())
def test_one_lost_or_strange_key(form, record, data):
    document = plain(record)
    keys = [path for path in places(document) if path and isinstance(path[-1], str) and "fields" not in path[:-1]]
    path = data.draw(st.sampled_from(keys))
    parent = document
    for key in path[:-1]:
        parent = parent[key]
    parent["strange key"] = parent.pop(path[-1])
    with pytest.raises(SerialError) as caught:
        FORMATS[form].loads(WRITERS[form](document), type(record))
    assert caught.value.path.startswith(written(path[:-1]))


@formats
@given(record=own.records, data=st.data())
def test_one_value_of_another_type(form, record, data):
    """The path leads to the very place, whatever the format: no field but these two holds a truth value."""
    document = plain(record)
    at = [path for path in places(document) if path and path[-1] not in ("kind", "aggregate", "denied")]
    path = data.draw(st.sampled_from(at))
    with pytest.raises(SerialError) as caught:
        FORMATS[form].loads(WRITERS[form](put(document, path, True)), type(record))
    parent = path[:-1] if isinstance(path[-1], int) and ("span" in path or "fields" in path[:-1]) else path
    assert caught.value.path == written(parent)  # a span is one value


@formats
@given(record=own.records | own.facts, data=st.data())
def test_a_cut_document(form, record, data):
    """A document that was cut off is told, or holds all of the record: never a part of it."""
    text = FORMATS[form].dumps(record)
    cut = text[: data.draw(st.integers(0, len(text) - 1))]
    try:
        assert FORMATS[form].loads(cut, type(record)) == record
    except SerialError as error:
        assert error.path.startswith("$")  # noqa: PT017 - both ways are right
    if form in ("json", "msgpack"):
        with pytest.raises(SerialError):
            FORMATS[form].loads(cut, type(record))


@given(st.binary(max_size=40), st.sampled_from([*FORMATS.values(), jsonl]))
def test_any_bytes(data, module):
    result = attempt(module, data)
    if isinstance(result, SerialError):
        assert result.path.startswith("$")


@given(own.facts.filter(len), st.data())
def test_jsonl_names_the_line(facts, data):
    lines = jsonl.dumps(facts).split("\n")[:-1]
    at = data.draw(st.integers(0, len(lines) - 1))
    lines[at] = lines[at][:-1]
    with pytest.raises(SerialError) as caught:
        jsonl.loads("\n".join(lines))
    assert caught.value.line == at + 1
