"""Law: keys that no field has are refused with their place, or kept and written again where they stood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as own
from evinvest.errors import SerialError
from evinvest.models import Facts
from evinvest.serial import Fact, json, jsonl, make_converter
from formats import FORMATS, WRITERS, plain

from .test_serial_formats_agree import READERS
from .test_serial_refuses import places, written

formats = pytest.mark.parametrize("form", FORMATS)
values = st.recursive(st.booleans() | st.integers(0, 9) | own.words, lambda inner: st.lists(inner, max_size=2))
strange = st.dictionaries(own.words.map(lambda word: f"x-{word}"), values, min_size=1, max_size=2)


@st.composite
def documents(draw):
    """A record, its plain value with strange keys in some objects, and those keys by the way to them."""
    record = draw(own.records | own.facts)
    document = plain(record)
    objects = [path for path in places(document) if "fields" not in path and isinstance(at(document, path), dict)]
    added = {}
    for path in draw(st.lists(st.sampled_from(objects), min_size=1, max_size=3, unique=True)):
        keys = draw(strange)
        at(document, path).update(keys)
        added |= {(*path, key): value for key, value in keys.items()}
    return record, document, added


def at(value, path):
    for key in path:
        value = value[key]
    return value


@formats
@given(drawn=documents())
def test_kept_and_written_again(form, drawn):
    record, document, added = drawn
    kept = {}
    converter = make_converter(keep=kept)
    module = FORMATS[form]
    assert module.loads(WRITERS[form](document), type(record), converter=converter) == record
    assert kept == added
    again = READERS[form](module.dumps(record, converter=converter))
    again.pop("count", None)
    assert again == document


@formats
@given(drawn=documents())
def test_refused_or_passed_over(form, drawn):
    record, document, added = drawn
    text = WRITERS[form](document)
    with pytest.raises(SerialError, match="no such field") as caught:
        FORMATS[form].loads(text, type(record))
    told = {caught.value.path, *(note.partition(": ")[0] for note in getattr(caught.value, "__notes__", []))}
    assert told == {written(path[:-1]) for path in added}
    lenient = make_converter(forbid_extra_keys=False)
    assert FORMATS[form].loads(text, type(record), converter=lenient) == record


@given(own.records, strange)
def test_kept_of_a_line(record, keys):
    kept = {}
    converter = make_converter(keep=kept)
    (line,) = jsonl.loads(json.dumps(record)[:-1] + "," + json.dumps(keys)[1:], Fact, converter=converter)
    assert line == record
    assert kept == {(key,): value for key, value in keys.items()}


def test_what_the_way_no_longer_leads_to_is_left():
    kept = {("plants", 3, "colour"): "red", ("investments", 0, "sure"): True, ("note",): 1}
    assert json.dumps(Facts(), converter=make_converter(keep=kept)) == '{"evinvest":1,"kind":"facts","note":1}'
