"""Where facts come from, and why the rest is none."""

from datetime import date, datetime

import pytest

from evinvest.facts import extract_facts
from evinvest.facts.explain import Kind, explain
from evinvest.models import ExportFigure, Investment, Plant
from evinvest.reading import parse_article

DAY = date(2025, 6, 20)


def explained(text, form="plain"):
    return explain(parse_article(text, format=form), published=DAY)


def left_out(text, kind):
    return [(left.mention.anchor.text, left.why) for left in explained(text).left_out if left.kind is kind]


def slots(fact):
    return {slot.name: slot.words and slot.words.text for slot in fact.slots}


def test_slots_have_the_words_that_they_were_read_from():
    deal, plant = explained("BYD will invest $1 billion in a car plant in Szeged, Hungary.").facts
    assert isinstance(deal.fact, Investment)
    assert slots(deal) == {
        "investors": "BYD",
        "amount": "$1 billion",
        "places": "Szeged, Hungary",
        "scope": None,
        "product": "car",
        "stage": None,
    }
    assert isinstance(plant.fact, Plant)
    assert (slots(plant)["operators"], slots(plant)["investment"]) == ("BYD", "$1 billion")


def test_a_decision_names_the_words_that_spoke_for_it():
    deal = explained("BYD will invest $1 billion in a car plant in Szeged, Hungary.").facts[0]
    money, stage = deal.mentions[0].verdicts
    assert (money.question, money.label, money.rather_than) == ("money", "yes", "no")
    assert money.odds > 0
    (said,) = [reason for reason in money.reasons if reason.feature == "invest.verb future"]
    assert (said.words, said.weight > 0) == ("invest", True)
    assert stage.label == "planned" == next(iter(deal.chances))
    assert sum(deal.chances.values()) == pytest.approx(1)


def test_reasons_fall_from_the_strongest_for_to_the_strongest_against():
    plant = explained("CATL opened a battery plant in Debrecen, Hungary.").facts[0]
    own, status = plant.mentions[0].verdicts
    assert (own.question, status.question) == ("plant", "status")
    for verdict in (own, status):
        weights = [reason.weight for reason in verdict.reasons]
        assert weights == sorted(weights, reverse=True)
        assert sum(weights) == pytest.approx(verdict.odds)
    assert status.label == "operating"
    assert any(reason.words == "opened" and reason.weight > 0 for reason in status.reasons)


def test_mentions_that_were_put_together():
    text = (
        "BYD will invest $1 billion in a car plant in Szeged, Hungary.\n\n"
        "The plant will make buses.\n\n"
        "The $1 billion investment is planned for this year."
    )
    deal, plant = explained(text).facts
    assert [mention.sentence.line for mention in deal.mentions] == [1, 5]
    assert [mention.sentence.line for mention in plant.mentions] == [1, 3]
    assert plant.mentions[1].sentence.text == "The plant will make buses."


def test_an_export_figure_and_its_change():
    text = "China exported 120,000 vehicles in May, up 10 percent. China shipped 7,000 buses to Peru in May."
    first = explained(text).facts[0]
    assert isinstance(first.fact, ExportFigure)
    assert (slots(first)["quantity"], slots(first)["change"], slots(first)["country"]) == (
        "120,000 vehicles",
        "10 percent",
        "China",
    )
    assert (first.mentions[0].verdicts, dict(first.chances)) == ((), {})


def test_a_sum_that_is_no_investment_and_what_spoke_against_it():
    (left,) = explained("Quarterly revenue rose to $3.2 billion.").left_out
    assert (left.kind, left.mention.anchor.text, left.why) == (
        Kind.INVESTMENT,
        "$3.2 billion",
        "judged no investment",
    )
    (verdict,) = left.mention.verdicts
    assert verdict.odds < 0
    assert verdict.reasons[-1].weight < 0
    assert any(reason.words == "revenue" and reason.weight < 0 for reason in verdict.reasons)


@pytest.mark.parametrize(
    ("text", "sum_", "why"),
    [
        ("The car costs $40,000.", "$40,000", "judged no investment"),
        (
            "Chinese carmakers invested $28 billion abroad in 2023, falling short of the $29 billion of 2022.",
            "$29 billion",
            "too unsure, below +0.9",
        ),
        ("Ford will invest $5 in a plant in Kokomo, Indiana.", "$5", "too small, or the price of one piece"),
        ("BYD will invest $120 million per month in a plant in Hungary.", "$120 million", "is paid by the month"),
    ],
)
def test_rules_that_leave_out_sums(text, sum_, why):
    assert dict(left_out(text, Kind.INVESTMENT)) == {sum_: why}


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("Chinese carmakers run factories in Thailand.", "factories", "run by a collective: Chinese carmakers"),
        ("A factory in Szeged makes cars.", "factory", "no operator"),
        ("BYD has a factory that makes cars.", "factory", "neither place nor capacity"),
    ],
)
def test_plants_that_are_not_identified(text, words, why):
    assert (words, why) in left_out(text, Kind.PLANT)


def test_figures_that_a_word_keeps_from_being_exports():
    text = "China exported 90,000 cars in May. BYD expects to export 200,000 cars this year and sold 300,000 cars."
    found = dict(left_out(text, Kind.EXPORT))
    assert found["200,000 cars"] == "it would be one without “expects” (export.forecast)"
    assert "“sold” (export.other)" in found["300,000 cars"]
    assert "90,000 cars" not in found


def test_a_figure_that_no_single_rule_keeps_out():
    assert left_out("Exports were discussed by 700 cars of guests.", Kind.EXPORT) == [
        ("700 cars", "no rule makes it an export figure")
    ]


def test_words_of_a_page_are_without_tags_and_stand_in_the_source():
    page = (
        "<html><body><h1>News</h1>\n<p>BYD will invest <b>&euro;4 billion</b> in a plant in Szeged.</p></body></html>"
    )
    deal = explained(page, form="html").facts[0]
    (amount,) = [slot.words for slot in deal.slots if slot.name == "amount"]
    assert (amount.text, amount.line) == ("€4 billion", 2)
    assert amount.span.of(page).endswith("&euro;4 billion")
    assert deal.mentions[0].sentence.text == "BYD will invest €4 billion in a plant in Szeged."


def test_chinese():
    deal = explained("比亚迪将在匈牙利投资10亿美元建设汽车工厂。").facts[0]
    assert slots(deal)["amount"] == "10亿美元"
    assert any(reason.words == "投资" for reason in deal.mentions[0].verdicts[0].reasons)


def test_the_day_is_that_of_the_extraction():
    article = parse_article("CATL spent $2 billion on a battery plant in Germany last year.", format="plain")
    told = explain(article, published=datetime(2024, 3, 1, 9, 30))  # noqa: DTZ001 - as front matter gives it
    assert told.day == date(2024, 3, 1)
    assert told.facts[0].fact.period.start.year == 2023
    assert explain(article).day is None


def test_issues_are_those_of_the_extraction():
    article = parse_article("On May 5, 2024 BYD said it would invest $1 billion in Hungary.", format="plain")
    told = explain(article)
    assert [issue.code for issue in told.issues] == ["inferred-day"]
    assert told.issues == extract_facts(article).issues


def test_an_article_without_anything():
    told = explained("The museum of the town has a new roof.")
    assert (told.facts, told.left_out, told.issues) == ((), (), ())
