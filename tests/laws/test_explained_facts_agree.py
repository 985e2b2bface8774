"""What is explained is what is extracted: each fact once, with the mention that it was opened at and reasons that add
up; and what is left out is no fact."""

from datetime import date

import pytest
from hypothesis import example, given

from evinvest.facts import extract_facts
from evinvest.facts.explain import explain
from evinvest.models import ExportFigure, Investment, Plant
from evinvest.reading import parse_article

from .articles import bodies

DAY = date(2025, 6, 20)
EXPORTED = "BYD makes cars in Szeged, Hungary. China exported 2,000 vehicles in 2024, up 1 percent from a year earlier."


def both(body):
    article = parse_article(body, format="plain")
    return article, extract_facts(article, published=DAY), explain(article, published=DAY)


@given(body=bodies)
def test_the_facts_agree(body):
    _, facts, told = both(body)
    assert [each.fact for each in told.facts] == list(facts)
    assert told.issues == facts.issues


@given(body=bodies)
@example(
    body="BYD will invest $1 million in a battery plant in Debrecen, Hungary. &amp; <b>bold</b> ” “ ＄３亿 \u200b "
    "China exported 2,000 vehicles in January 2025, up 1 percent from a year earlier."
)
@example(body=f"{EXPORTED} (Reporting by A. Writer)\n\n{EXPORTED}")  # once in the headline, once below
def test_every_fact_has_the_mention_that_it_was_opened_at(body):
    _, _, told = both(body)
    for each in told.facts:
        first, slots = each.mentions[0], each.fact.evidence.fields
        assert first.sentence.span.covers(first.anchor.span)
        match each.fact:
            case Investment():
                assert first.anchor.span == slots["amount"]
                assert [verdict.question for verdict in first.verdicts] == ["money", "stage"]
            case Plant(status=status, opened=opened):
                assert [verdict.question for verdict in first.verdicts] == ["plant", "status"]
                # the likeliest, unless the one was chosen that agrees with when it opens
                assert next(iter(each.chances)) == status or opened is not None
            case ExportFigure():
                assert first.anchor.span in {slots.get("quantity"), slots.get("change")}


@given(body=bodies)
def test_every_filled_slot_is_told_and_its_words_stand_in_the_source(body):
    article, _, told = both(body)
    for each in told.facts:
        assert {slot.name for slot in each.slots} == set(each.fact.evidence.fields)
        for slot in each.slots:
            assert slot.value == getattr(each.fact, slot.name)
            assert slot.words is None or slot.words.span == each.fact.evidence.fields[slot.name]
        for mention in each.mentions:
            line = 1 + article.source.count("\n", 0, mention.sentence.span.start)
            assert mention.sentence.line == line


@given(body=bodies)
def test_reasons_add_up(body):
    _, _, told = both(body)
    mentions = [mention for each in told.facts for mention in each.mentions]
    for mention in (*mentions, *(left.mention for left in told.left_out)):
        for verdict in mention.verdicts:
            assert sum(reason.weight for reason in verdict.reasons) == pytest.approx(verdict.odds)


@given(body=bodies)
def test_what_is_left_out_is_no_fact(body):
    _, _, told = both(body)
    taken = {(_kind(each.fact), mention.anchor.span) for each in told.facts for mention in each.mentions}
    assert not taken & {(left.kind, left.mention.anchor.span) for left in told.left_out}


def _kind(fact):
    return {Investment: "investment", Plant: "plant", ExportFigure: "export"}[type(fact)]
