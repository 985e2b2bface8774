"""Whether an article states a plant: told by all of its mentions and by the other plants."""

import pytest
from attrs import evolve

from evinvest.facts.explain import Kind, explain
from evinvest.facts.merge_plants import merge_plants
from evinvest.facts.walk import walk
from evinvest.facts.whole_plants import is_complete, is_identified, judge_plants, plant_rows, whole_features
from evinvest.reading import parse_article

from .reading import DAY, document_of

TWICE = "BYD is building a car plant in Szeged, Hungary.\n\nThe plant in Szeged will make 150,000 cars a year."


def read(text):
    document = document_of(text)
    steps = list(walk(document))
    plants = merge_plants([draft for step in steps for draft in step.sites], DAY)
    return document, plants, steps[-1].focus


def features(text):
    return [found for _, found in plant_rows(*read(text))]


def test_all_mentions_count():
    (once,) = features(TWICE.partition("\n")[0])
    (twice,) = features(TWICE)
    assert (once["mentions"], twice["mentions"]) == (pytest.approx(1 / 6), pytest.approx(2 / 6))
    assert "sized" in twice
    assert "sized" not in once
    assert "likely second" in twice
    assert "likely second" not in once


def test_what_is_known_of_the_plant_and_of_those_who_run_it():
    (found,) = features(TWICE)
    assert {"place town", "makes vehicle", "abroad", "operator known", "first"} <= found.keys()
    assert not {"at home", "operator in headline", "chinese", "another there"} & found.keys()


def test_other_plants_of_the_article_count():
    one, other = features("Kia runs a car plant in Zilina, Slovakia. Ford runs a car plant in Craiova, Romania.")
    assert (one["others"], other["others"], other["others before"]) == (1 / 12, 1 / 12, 1 / 12)
    assert "others of the company" not in other
    one, other = features("Kia runs a car plant in Zilina, Slovakia. Kia also has a car plant in Pune, India.")
    assert other["others of the company"] == pytest.approx(1 / 6)


def test_a_word_about_something_else_changes_nothing():
    assert features(TWICE) == features(f"It rained all day.\n\n{TWICE}\n\nIt rained all night.")


def test_what_lacks_an_operator_or_a_place_is_none_however_sure():
    document, plants, focus = read("A factory in Szeged makes cars.")
    judge_plants(document, plants, focus)
    assert plants
    assert not any(map(is_complete, plants))
    assert list(plant_rows(document, plants, focus)) == []


def test_the_sure_ones_are_told():
    document, plants, focus = read(TWICE)
    (plant,) = plants
    assert plant.sure == 0.0
    judge_plants(document, plants, focus)
    assert plant.sure > 0
    assert is_identified(plant)
    assert not is_identified(evolve(plant, sure=-1.0))
    assert whole_features(document, plant, [], focus) == next(iter(plant_rows(document, plants, focus)))[1]


def test_an_explanation_says_what_all_mentions_said_together():
    (told,) = explain(parse_article(TWICE, format="plain"), published=DAY).facts
    assert told.verdict.question == "whole plant"
    assert told.verdict.odds > 0
    assert sum(reason.weight for reason in told.verdict.reasons) == pytest.approx(told.verdict.odds)


def test_a_plant_that_is_left_out_has_its_verdict():
    text = "Kia thought of a factory in Asia or in Turkey, it is said, but Ford rather likes factories in Turkey."
    told = explain(parse_article(text, format="plain"), published=DAY)
    left = next(one for one in told.left_out if one.kind is Kind.PLANT)
    assert left.why == "unlikely to be a plant of its own"
    assert left.verdict.question == "whole plant"
    assert left.verdict.odds < 0
