"""Whether a figure is one of exports: told by what is known of it, and by the other figures."""

import pytest

from evinvest.facts.explain import explain
from evinvest.facts.merge_exports import merge_exports
from evinvest.facts.walk import walk
from evinvest.facts.whole_exports import export_rows, is_stated, judge_exports
from evinvest.reading import parse_article

from .reading import DAY, document_of

TEXT = "China exported 120,000 new energy vehicles in May, up 10 percent, CAAM said."


def read(text):
    document = document_of(text)
    return document, merge_exports([draft for step in walk(document) for draft in step.exports])


def features(text):
    return [found for _, found in export_rows(*read(text))]


def test_what_is_known_of_a_figure():
    (found,) = features(TEXT)
    assert {"in vehicle", "of nev", "country", "period", "change", "source", "first", "alone"} <= found.keys()
    assert not {"company", "destination", "chinese", "claim possible"} & found.keys()
    assert found["filled"] == pytest.approx(5 / 7)


def test_growth_alone_counts_nothing():
    (found,) = features("China's exports of cars rose 10 percent in May.")
    assert "in growth" in found


def test_what_is_carried_on_is_unsaid():
    first, second = features(f"{TEXT} Exports of buses to Russia came to 3,000 units.")
    assert "period unsaid" not in first
    assert {"period unsaid", "country unsaid", "destination"} <= second.keys()
    assert "alone" not in first
    assert second["figures"] == pytest.approx(2 / 10)


def test_something_else_changes_nothing():
    assert features(TEXT) == features(f"It rained all day.\n\n{TEXT}\n\nIt rained all night.")


def test_the_sure_ones_are_told():
    document, (figure,) = read(TEXT)
    judge_exports(document, [figure])
    assert figure.sure > 0
    assert is_stated(figure)
    figure.sure = -1.0
    assert not is_stated(figure)


def test_an_explanation_says_so():
    (told,) = explain(parse_article(TEXT, format="plain"), published=DAY).facts
    assert told.verdict.question == "whole export"
    assert sum(reason.weight for reason in told.verdict.reasons) == pytest.approx(told.verdict.odds)
    assert told.verdict.odds > 0
