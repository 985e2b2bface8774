"""Law: the formats agree: one plain value stands behind the documents of a record, whoever reads or wrote them."""

import json as plain_json
import tomllib

import msgspec
import pytest
import yaml as pyyaml
from hypothesis import given
from hypothesis import strategies as st

import strategies as own
from evinvest.models import Facts
from formats import FORMATS, WRITERS, plain

READERS = {
    "json": plain_json.loads,
    "toml": tomllib.loads,
    "yaml": pyyaml.safe_load,
    "msgpack": msgspec.msgpack.decode,
}
records = own.records | own.facts


def as_lists(value):
    """Without what readers are free in: the order of keys, and tuples for lists."""
    return plain_json.loads(plain_json.dumps(value, sort_keys=True))


@pytest.mark.parametrize("form", READERS)
@given(record=records)
def test_other_readers_find_the_same_value(form, record):
    found = READERS[form](FORMATS[form].dumps(record))
    if isinstance(record, Facts) and form in ("toml", "yaml"):
        assert found.pop("count") == len(record) + len(record.issues)
    assert as_lists(found) == as_lists(plain(record))


@pytest.mark.parametrize("form", WRITERS)
@given(record=records)
def test_documents_of_other_writers_hold_the_same_record(form, record):
    assert FORMATS[form].loads(WRITERS[form](plain(record)), type(record)) == record


@given(records, st.permutations(list(FORMATS)))
def test_the_way_through_all_formats_changes_nothing(record, way):
    copy = record
    for form in way:
        copy = FORMATS[form].loads(FORMATS[form].dumps(copy), type(record))
    assert copy == record
    assert all(FORMATS[form].dumps(copy) == FORMATS[form].dumps(record) for form in way)


@pytest.mark.parametrize("loader", [pyyaml.SafeLoader, getattr(pyyaml, "CSafeLoader", pyyaml.SafeLoader)])
@given(
    text=st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(["NO", "~", "1e3", "0x1", "a b", "a: b"])
)
def test_any_text_is_text_to_readers_of_yaml(loader, text):
    from evinvest.models import Company

    assert pyyaml.load(FORMATS["yaml"].dumps(Company(text)), Loader=loader) == {"name": text}  # noqa: S506
