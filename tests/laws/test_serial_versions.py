"""Law: a document says its version; older ones load as they meant it, newer ones are refused with their version."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as own
from evinvest.errors import SerialError
from evinvest.models import Facts
from evinvest.serial._documents import VERSION, up_to_date
from formats import FORMATS, WRITERS, plain

light = st.builds(Facts, issues=st.lists(own.issues, max_size=2).map(tuple))
formats = pytest.mark.parametrize("form", FORMATS)


@formats
@given(facts=light, version=st.integers(VERSION + 1, 10**18 - 1))
def test_a_newer_one_is_refused_with_its_version(form, facts, version):
    with pytest.raises(SerialError) as caught:
        FORMATS[form].loads(WRITERS[form](plain(facts) | {"evinvest": version}), Facts)
    assert caught.value.path == "$.evinvest"
    assert f"a document of version {version}: this evinvest reads version {VERSION}" in caught.value.message


@formats
@given(
    facts=light,
    version=st.integers(max_value=0, min_value=-(10**18 - 1))
    | st.booleans()
    | st.text(st.sampled_from("1 v."), max_size=3),
)
def test_what_is_no_version(form, facts, version):
    with pytest.raises(SerialError, match="not the version of a document") as caught:
        FORMATS[form].loads(WRITERS[form](plain(facts) | {"evinvest": version}), Facts)
    assert caught.value.path == "$.evinvest"


@formats
@given(facts=light)
def test_this_one_may_be_left_out(form, facts):
    document = plain(facts)
    assert document.pop("evinvest") == VERSION
    assert FORMATS[form].loads(WRITERS[form](document), Facts) == facts


STEPS = {2: lambda document: {**document, "two": document["one"]}, 3: lambda document: {**document, "three": 3}}


@given(st.integers(2, 4))
def test_older_ones_go_step_by_step(version):
    found = up_to_date({"evinvest": version, "one": 1}, version=4, steps=STEPS)
    added = {2: {"two": 1, "three": 3}, 3: {"three": 3}, 4: {}}
    assert found == {"one": 1} | added[version]


def test_too_old():
    with pytest.raises(SerialError, match="version 1: this evinvest reads version 2 and later, take an older one"):
        up_to_date({"evinvest": 1}, version=4, steps=STEPS)
