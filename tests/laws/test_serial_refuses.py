"""Law: a document that is not of the record gives a ``SerialError`` with a path, and nothing else leaves."""

import json as plain_json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as own
from evinvest.errors import SerialError
from evinvest.models import Facts
from evinvest.serial import json, jsonl

scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | own.words
    | st.sampled_from(["", "1e9", "9" * 50, "\ud800"])
)
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(own.words | st.just("kind"), inner, max_size=3)
)


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


def attempt(module, document):
    """The record, or the error of this library; any other error fails the test."""
    try:
        return module.loads(document, Facts)
    except SerialError as error:
        return error


@given(own.facts, st.data())
def test_one_changed_value(facts, data):
    document = plain_json.loads(json.dumps(facts))
    path = data.draw(st.sampled_from(list(places(document))))
    text = plain_json.dumps(put(document, path, data.draw(values)))
    result = attempt(json, text)
    if isinstance(result, SerialError):
        assert result.path.startswith("$")
    else:
        assert json.loads(json.dumps(result), Facts) == result


@given(own.records, st.data())
def test_one_lost_or_strange_key(record, data):
    document = plain_json.loads(json.dumps(record))
    keys = [path for path in places(document) if path and isinstance(path[-1], str) and "fields" not in path[:-1]]
    path = data.draw(st.sampled_from(keys))
    parent = document
    for key in path[:-1]:
        parent = parent[key]
    parent["strange key"] = parent.pop(path[-1])
    within = "$" + "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in path[:-1])
    with pytest.raises(SerialError) as caught:
        json.loads(plain_json.dumps(document), type(record))
    assert caught.value.path.startswith(within)


@given(own.facts, st.data())
def test_a_cut_document(facts, data):
    text = json.dumps(facts)
    cut = data.draw(st.integers(0, len(text) - 1))
    with pytest.raises(SerialError) as caught:
        json.loads(text[:cut], Facts)
    assert caught.value.path == "$"
    assert caught.value.line == 1


@given(st.binary(max_size=40), st.sampled_from([json, jsonl]))
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
