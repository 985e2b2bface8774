"""Law: facts that go from any format into any other and on arrive as they left; what one does not hold is told."""

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import strategies as own
from evinvest.models import Facts
from evinvest.serial import jsonl
from evinvest.serial.formats import FORMATS, convert, format_of

NAMES = [f"facts{ending}" for form in FORMATS if form.dump and form.name != "GeoJSON" for ending in form.endings]
# What a SQL database is given again it adds to, so that each of them is used once.
names = st.sampled_from([*NAMES, "facts"])


@given(facts=own.facts, route=st.lists(names, min_size=1, max_size=3, unique=True))
@settings(max_examples=25)
def test_any_way_round(facts, route, tmp_path_factory):
    folder = tmp_path_factory.mktemp("route")
    facts = attrs.evolve(facts, issues=())
    start = folder / "start.json"
    format_of(start).dump({None: facts}, start)
    lost = []
    for name in route:
        step = folder / f"{len(list(folder.iterdir()))}{name}"
        lost += convert(start, step)
        start = step
    assert lost == []
    end = folder / "end.json"
    convert(start, end)
    assert end.read_bytes() == (folder / "start.json").read_bytes()


@pytest.mark.parametrize("name", NAMES)
@given(first=own.facts.filter(len), second=own.facts.filter(len))
@settings(max_examples=5)
def test_articles_and_issues_are_kept_or_told(name, first, second, tmp_path_factory):
    folder = tmp_path_factory.mktemp("articles")
    given_facts = {"a": first, "b": second}
    start, target = folder / "start.parquet", folder / name
    format_of(start).dump(given_facts, start)
    lost = convert(start, target)
    again = format_of(target).load(target)
    if any("articles" in each for each in lost):
        assert sum(map(len, again.values())) == len(first) + len(second)
    elif lost:
        assert again == {key: attrs.evolve(facts, issues=()) for key, facts in given_facts.items()}
    else:
        assert again == given_facts


@given(facts=own.facts)
@settings(max_examples=10)
def test_geojson_holds_plants(facts, tmp_path_factory):
    folder = tmp_path_factory.mktemp("geojson")
    jsonl.dump(facts, folder / "facts.jsonl")
    lost = convert(folder / "facts.jsonl", folder / "facts.geojson")
    again = format_of(folder / "facts.geojson").load(folder / "facts.geojson")
    assert again == ({None: Facts(plants=facts.plants)} if facts.plants else {})
    assert len(lost) == bool(facts.investments) + bool(facts.exports)
