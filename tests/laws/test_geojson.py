"""Law: GeoJSON gives plants back whole, maps those that are located, and says what is wrong with any other document."""

import json as plain_json
import os
import subprocess
import sys
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as own
from evinvest.errors import SerialError
from evinvest.models import Evidence, Facts, Place, Plant, Span, Status
from evinvest.serial import geojson

EVIDENCE = Evidence(Span(0, 4), "said")


def attempt(document):
    """The plants, or the error of this library; any other error fails the test."""
    try:
        return geojson.loads(document)
    except SerialError as error:
        return error


@given(own.facts, st.none() | own.words, st.sampled_from([None, 2]))
def test_plants_come_back_and_nothing_else(facts, article, indent):
    again = geojson.loads(geojson.dumps(facts, article=article, indent=indent))
    assert again == facts.plants
    assert [repr(plant.capacity) for plant in again] == [repr(plant.capacity) for plant in facts.plants]


@given(own.facts)
def test_geometry_is_a_point_on_earth_or_null(facts):
    features = plain_json.loads(geojson.dumps(facts))["features"]
    for plant, feature in zip(facts.plants, features, strict=True):
        assert set(feature) == {"type", "id", "geometry", "properties"}
        place = plant.place
        if place is None or None in (place.latitude, place.longitude) or abs(place.latitude) > 90:
            assert feature["geometry"] is None
        elif feature["geometry"] is not None:
            longitude, latitude = feature["geometry"]["coordinates"]
            assert (Decimal(str(longitude)), Decimal(str(latitude))) == (place.longitude, place.latitude)


@given(batch=st.dictionaries(own.words, own.facts.filter(lambda facts: facts.plants), max_size=2))
def test_files_keep_the_articles(batch, tmp_path_factory):
    path = tmp_path_factory.getbasetemp() / "facts.geojson"
    geojson.dump(batch, path)
    assert geojson.load_by_article(path) == {name: Facts(plants=facts.plants) for name, facts in batch.items()}


@given(own.facts.filter(lambda facts: facts.plants), st.data())
def test_a_cut_document(facts, data):
    text = geojson.dumps(facts)
    error = attempt(text[: data.draw(st.integers(0, len(text) - 1))])
    assert (error.path, error.line) == ("$", 1)


@given(own.facts.filter(lambda facts: facts.plants), st.data())
def test_a_changed_property(facts, data):
    document = plain_json.loads(geojson.dumps(facts))
    properties = document["features"][0]["properties"]
    key = data.draw(st.sampled_from(sorted(properties)))
    properties[key] = data.draw(st.none() | st.booleans() | st.integers() | own.words | st.lists(st.none() | own.words))
    result = attempt(plain_json.dumps(document))
    if isinstance(result, SerialError):
        assert result.path.startswith("$.features[0]")


@given(st.binary(max_size=40))
def test_any_bytes(data):
    assert attempt(data).path.startswith("$")


@pytest.mark.parametrize(
    ("document", "path"),
    [
        ({"type": "Feature"}, "$.type"),
        ([], "$.type"),
        ({"type": "FeatureCollection"}, "$.features"),
        ({"type": "FeatureCollection", "features": [], "evinvest": 9}, "$.evinvest"),
        ({"type": "FeatureCollection", "features": [3]}, "$.features[0]"),
        ({"type": "FeatureCollection", "features": [{"properties": {"status": 1}}]}, "$.features[0].properties.status"),
        (
            {"type": "FeatureCollection", "features": [{"properties": {"operators": ["A"], "operator_tickers": []}}]},
            "$.features[0].properties.operator_tickers",
        ),
    ],
)
def test_the_path_is_that_of_the_property(document, path):
    assert attempt(plain_json.dumps(document)).path == path


def test_a_feature():
    place = Place("Szeged", "HU", latitude=Decimal("46.250"), longitude=Decimal("20.15"))
    plant = Plant(place=place, status=Status.ANNOUNCED, evidence=EVIDENCE)
    (feature,) = plain_json.loads(geojson.dumps([plant]))["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [20.15, 46.25]}
    assert feature["properties"]["exact"] == {"latitude": "46.250"}
    assert feature["properties"]["status"] == "announced"


def test_the_hash_seed_changes_nothing():
    program = """
from evinvest.models import *
from evinvest.serial import geojson
fields = {name: Span(0, 1) for name in {"status", "operators", "place"}}
print(geojson.dumps([Plant(status=Status.CLOSED, evidence=Evidence(Span(0, 4), "said", fields))]))
"""
    printed = set()
    for seed in "12":
        environment = os.environ | {"PYTHONHASHSEED": seed}
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, env=environment, check=True)
        printed.add(done.stdout)
    assert len(printed) == 1
