"""What an annotated article teaches each decision: the features of every choice in it, and what was right."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from labels import export_of, investment_of, names_region, opens, plant_of  # the module beside this one

from evinvest.facts.candidates import candidates
from evinvest.facts.capacities import sizes
from evinvest.facts.features import (
    money_features,
    opening_features,
    plant_features,
    size_features,
    stage_features,
    status_features,
)
from evinvest.facts.goals import goals
from evinvest.facts.investments import money_groups
from evinvest.facts.investors import backers
from evinvest.facts.merge_exports import merge_exports
from evinvest.facts.merge_plants import merge_plants
from evinvest.facts.plant_slots import may_open
from evinvest.facts.products import NONE, made_features, product_features
from evinvest.facts.walk import Step, walk
from evinvest.facts.whole_exports import export_rows
from evinvest.facts.whole_plants import plant_rows

if TYPE_CHECKING:
    from types import ModuleType

    from evinvest.facts.document import AmountMention, Document, Sentence
    from evinvest.facts.drafts import InvestmentDraft, PlantDraft
    from evinvest.facts.focus import Focus

WORK = ("plant.noun", "plant.weak", "open.verb", "open.noun", "build.open", "build.run", "status.construction")

Row = tuple[dict[str, float], str]  # features, and the label


def rows(document: Document, gold: dict[str, Any], score: ModuleType) -> Iterator[tuple[str, Row]]:
    """The examples that an article gives for each decision."""
    for step in walk(document):
        sentence, focus = step.sentence, step.focus
        for anchor, money in money_groups(document, sentence):
            fact = investment_of(money, gold, score)
            yield "money", (money_features(document, sentence, anchor, focus), "no" if fact is None else "yes")
            if fact is not None:
                yield from investor_rows(document, step, anchor, fact, score)
            if fact is not None and is_said(sentence, fact["status"]):
                yield "stage", (stage_features(document, sentence, anchor), fact["status"])
        yield from size_rows(document, sentence, gold)
        for stated in (date for date in sentence.dates if may_open(sentence, date)):
            opened = sentence.having(*WORK) and any(opens(fact, stated) for fact in gold["plants"])
            yield "opening", (opening_features(document, sentence, stated), "yes" if opened else "no")
        yield from product_rows(document, step, gold, score)
        for spent in step.investments:
            yield from goal_rows(document, step, spent, gold, score)
        for draft in step.plants:
            yield from operator_rows(document, draft, focus, gold, score)
            fact = plant_of(draft, gold, score)
            if (
                draft.operators
                and (draft.place or draft.is_sized)
                and not (fact is None and names_region(draft, gold, score))
            ):
                yield "plant", (plant_features(document, draft, focus), "no" if fact is None else "yes")
            if fact is not None and draft.operators and is_said(sentence, fact["status"]):
                yield "status", (status_features(document, draft), fact["status"])


def verdicts(document: Document, gold: dict[str, Any], score: ModuleType) -> Iterator[tuple[str, Row]]:
    """What an article seems to state, mentions put together, and whether each is annotated."""
    steps = list(walk(document))
    plants = merge_plants([draft for step in steps for draft in step.sites], document.day)
    found = list(plant_rows(document, plants, steps[-1].focus)) if steps else []
    found.sort(key=lambda row: -row[1].get("likely best", 0.0))
    yield from once("whole plant", found, "plants", gold, lambda plant, left: plant_of(plant, left, score))
    figures = merge_exports([draft for step in steps for draft in step.exports])
    stated = list(export_rows(document, figures))
    yield from once("whole export", stated, "exports", gold, lambda figure, left: export_of(figure, left, score))


def once(
    name: str,
    found: Sequence[tuple[Any, dict[str, float]]],
    kind: str,
    gold: dict[str, Any],
    fact_of: Callable[[Any, dict[str, Any]], dict[str, Any] | None],
) -> Iterator[tuple[str, Row]]:
    """Which of the drafts are annotated facts; each fact is told once."""
    taken: list[dict[str, Any]] = []
    for draft, features in found:
        if draft.claim.denied:
            continue
        fact = fact_of(draft, {kind: [one for one in gold[kind] if one not in taken]})
        if fact is not None:
            taken.append(fact)
        yield name, (features, "no" if fact is None else "yes")


def product_rows(document: Document, step: Step, gold: dict[str, Any], score: ModuleType) -> Iterator[tuple[str, Row]]:
    """What each annotated sum and plant is for."""
    for spent in step.investments:
        fact = investment_of(spent.money, gold, score)
        if fact is not None:
            features = product_features(document, step.sentence, spent.anchor, spent.investors)
            yield "product", (features, fact["product"] or NONE)
    for draft in step.plants:
        fact = plant_of(draft, gold, score)
        if fact is not None:
            yield (
                "made",
                (made_features(document, step.sentence, draft.anchor, draft.operators), fact["product"] or NONE),
            )


SAID_BY = {
    "cancelled": ("stage.cancelled", "status.cancelled", "status.undone", "claim.denied"),
    "paused": ("status.paused", "status.stopped", "status.idle", "status.delayed", "stage.cancelled"),
    "closed": ("status.closed", "status.closing", "status.ended", "status.failed", "stage.cancelled"),
}


def is_said(sentence: Sentence, label: str) -> bool:
    """Whether a sentence can tell by itself that a project came to nothing; others of the article tell a plan."""
    return label not in SAID_BY or bool(sentence.having(*SAID_BY[label]))


def operator_rows(
    document: Document, draft: PlantDraft, focus: Focus, gold: dict[str, Any], score: ModuleType
) -> Iterator[tuple[str, Row]]:
    """Who runs an annotated plant, and who else was named: the plant is known by its town or by its evidence."""
    words = letters(document.words(draft.sentence))
    facts = [
        fact
        for fact in gold["plants"]
        if draft.place and draft.place.locality and score.same_place(draft.place.locality, fact.get("locality"))
    ]
    if not facts:
        facts = [fact for fact in gold["plants"] if letters(fact["evidence"]) in words]
    owners = [set(fact["operators"]) for fact in facts]
    if not facts or any(one != owners[0] for one in owners):
        return
    known = candidates(document, draft.sentence, draft.anchor, focus, draft.kind, draft.site)
    right = [one for one in known if score.overlap(facts[0]["operators"], [one.companies[0].company.name])]
    yield from pairs("operator", right, known)


def pairs(name: str, right: list[Any], known: list[Any]) -> Iterator[tuple[str, Row]]:
    """What each right candidate has more than each wrong one: ranking learns from pairs."""
    wrong = [one for one in known if not any(one is other for other in right)]
    for better, worse in itertools.product(right, wrong):
        yield name, (difference(better.features, worse.features), "yes")
        yield name, (difference(worse.features, better.features), "no")


def investor_rows(
    document: Document, step: Step, spent: AmountMention, fact: dict[str, Any], score: ModuleType
) -> Iterator[tuple[str, Row]]:
    """Who puts an annotated sum in, and who else was named."""
    right, known = [], backers(document, step.sentence, spent, step.focus)
    for one in known:
        names = [company.company.name for company in one.companies[:1]]
        if score.overlap(fact["investors"], names) if names else not fact["investors"]:
            right.append(one)
    yield from pairs("investor", right, known)


def goal_rows(
    document: Document, step: Step, spent: InvestmentDraft, gold: dict[str, Any], score: ModuleType
) -> Iterator[tuple[str, Row]]:
    """Where an annotated sum goes, and where else it might."""
    fact = investment_of(spent.money, gold, score)
    if fact is None:
        return
    known = goals(document, step.sentence, spent, step.focus)
    town, countries = fact["locality"], set(fact["countries"])
    if not countries and not town:
        right = known[:1]
    else:
        there = [goal for goal in known if countries & {goal.country, *(one.place.country for one in goal.places)}]
        near = [goal for goal in there if any(score.same_place(one.place.locality, town) for one in goal.places)]
        wide = [goal for goal in there if not any(one.place.locality for one in goal.places)]
        right = near or (there if town else wide or there)
    yield from pairs("goal", right, known)


def difference(one: dict[str, float], other: dict[str, float]) -> dict[str, float]:
    """What one candidate has more than another."""
    return {name: one.get(name, 0.0) - other.get(name, 0.0) for name in sorted({*one, *other})}


def letters(text: str) -> str:
    """A text without what may be written otherwise in its evidence."""
    return "".join(filter(str.isalnum, text)).lower()


def size_rows(document: Document, sentence: Sentence, gold: dict[str, Any]) -> Iterator[tuple[str, Row]]:
    """What each number of a sentence is: a capacity of an annotated plant, a later one, or none."""
    earlier = 0.0
    for mention, capacity in sizes(sentence):
        label = "none"
        for name, slot in (("later", "planned_capacity"), ("now", "capacity")):
            for fact in gold["plants"]:
                same = fact.get("capacity_unit") in {capacity.unit, None} or "unit/year" in {
                    capacity.unit,
                    fact["capacity_unit"],
                }
                if fact.get(slot) and same and abs(fact[slot] - float(capacity.value)) <= 0.01 * fact[slot]:
                    label = name
        yield "size", (size_features(document, sentence, mention, earlier=earlier), label)
        if label != "none":
            earlier = float(mention.amount.value)
