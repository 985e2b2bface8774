"""Factories: who runs which, where, how far it has come, and what it can make."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from evinvest.facts.capacities import Stated, stated_capacities
from evinvest.facts.claims import claim_of
from evinvest.facts.document import Document, Sentence
from evinvest.facts.drafts import InvestmentDraft, PlantDraft
from evinvest.facts.focus import Focus
from evinvest.facts.investments import places_together
from evinvest.facts.scoring import after, before, force, product_of, strongest, weigh_place
from evinvest.facts.merge import add_chances
from evinvest.facts.stages import likely_plant, status_chances
from evinvest.facts.verbs import Tense, tense_of
from evinvest.mentions.cues import Cue
from evinvest.mentions.places import PlaceMention
from evinvest.models import Period, Place, Precision, Product
from evinvest.units.amounts import AmountKind

_ENOUGH = -0.2  # in log odds: rather a plant of its own than not
_SURE = 0.3  # a country alone needs more
_LIKELY = 2.0  # a site below this is none
_BESIDE = 4.0  # as much as a place needs to be the site of a plant spoken of before
_CLOSE = 3.5
PRODUCTS = frozenset({Product.VEHICLE, Product.BATTERY, Product.MATERIAL, Product.PART})
_NEW = frozenset({"a", "an", "another", "new", "second", "third", "fourth", "first", "two", "three", "four", "its", "one"})
_BACK = frozenset({"the", "this", "that", "it", "its"})

@frozen(eq=False)
class Anchor:
    """A word for a plant that is about to become one."""

    first: int
    last: int
    strong: bool
    many: bool
    definite: bool


def find_plants(document: Document, sentence: Sentence, focus: Focus, investments: Sequence[InvestmentDraft]) -> list[PlantDraft]:
    """The plants that a sentence states or says more about."""
    drafts: list[PlantDraft] = []
    for anchor in plant_anchors(document, sentence):
        drafts += _at_anchor(document, sentence, anchor, focus)
    drafts = _distinct(drafts)
    drafts += _made_at(document, sentence, focus, drafts)
    stated = stated_capacities(document, sentence)
    if not drafts and stated:
        drafts = _implied(document, sentence, focus, stated)
    _give_capacities(document, drafts, stated)
    _give_openings(document, sentence, drafts)
    _give_money(document, drafts, investments)
    for draft in drafts:
        draft.likely = likely_plant(document, draft)
    return drafts


def plant_anchors(document: Document, sentence: Sentence) -> Iterator[Anchor]:
    """The words of a sentence that stand for plants."""
    previous: Anchor | None = None
    for cue in sentence.cues:
        if any(amount.first < cue.last and cue.first < amount.last for amount in sentence.amounts if amount.amount.kind is not AmountKind.ORDINAL):
            continue  # "100,000 units" counts what is made
        strong = "plant.noun" in cue.roles
        if not strong and not ("plant.weak" in cue.roles and _is_backed(document, sentence, cue)):
            continue
        words = document.words(cue).lower()
        prior = before(document, cue.first, 5)
        article = next((word for word in prior if word in _NEW | _BACK), "")
        anchor = Anchor(cue.first, cue.last, strong, words.endswith("s") and not words.endswith("works"), article in _BACK)
        if previous is not None and document.distance(previous, anchor) < 1.0:
            continue
        previous = anchor
        yield anchor


def _is_backed(document: Document, sentence: Sentence, cue: Cue) -> bool:
    """Whether a weak word ("site", "project") is a plant by what stands right before it."""
    near = [other for other in sentence.cues if 0 <= cue.first - other.last <= 2]
    if any(role in _MAKES for other in near for role in other.roles):
        return True
    if any(place.last <= cue.first <= place.last + 1 and place.kind in {"city", "unknown", "region"} for place in sentence.places):
        return True
    if document.tokens.words[cue.first] == "Assembly" and document.tokens.words[cue.first - 1][:1].isupper():
        return True
    if any(company.last == cue.first for company in sentence.companies):
        return document.words(cue).lower() in {"works", "assembly", "facility", "site", "complex", "hub"}
    if any(amount.last == cue.first or amount.last + 1 == cue.first for amount in sentence.amounts if amount.amount.kind in _SIZES):
        return True
    if any(0 < cue.first - other.first <= 14 for other in sentence.having("plant.noun")):
        return document.words(cue).lower() in {"facilities", "facility", "works", "complex"}
    helped = sentence.having("plant.making", "capacity.rate")
    return strongest(document, cue, helped) > 0.5


_MAKES = frozenset({"product.vehicle", "product.battery", "product.material", "product.part"})
_SIZES = frozenset({AmountKind.ENERGY, AmountKind.COUNT, AmountKind.MASS, AmountKind.POWER})


def _at_anchor(document: Document, sentence: Sentence, anchor: Anchor, focus: Focus) -> list[PlantDraft]:
    operators, borrowed = focus.actors(document, sentence, anchor)
    if operators and operators[0].group:
        return []
    known = anchor.definite and focus.plant is not None and focus.plant.place is not None
    sites = _sites(document, sentence, anchor, least=_BESIDE if known else _LIKELY)
    chances = status_chances(document, sentence, anchor)
    product, cue = product_of(document, sentence, anchor, operators, allowed=PRODUCTS)
    claim = claim_of(document, sentence, anchor)
    drafts = []
    for site in sites or [None]:
        draft = PlantDraft(
            sentence, anchor, operators=list(operators), site=site, place=site.place if site else None, product=product,
            chances=chances, claim=claim, definite=anchor.definite, borrowed=borrowed, kind="strong" if anchor.strong else "weak",
        )  # fmt: skip
        if operators:
            draft.fields["operators"] = operators[0]
        if site is not None:
            draft.fields["place"] = site
            draft.loose = site.kind != "demonym" and document.distance(site, anchor) > 5
        if cue is not None:
            draft.fields["product"] = cue
        drafts.append(draft)
    if len(drafts) == 1 or not anchor.many:
        return drafts[:1]
    return drafts


def _sites(document: Document, sentence: Sentence, anchor: Anchor, *, least: float) -> list[PlaceMention]:
    """The place of an anchor, as precisely as the sentence gives it; several for "factories in A and B"."""
    scored = [(weigh_place(document, sentence, anchor, place), place) for place in sentence.places]
    if not scored:
        return []
    best, chosen = max(scored, key=lambda pair: pair[0])
    if best < least:
        return []
    if anchor.many:
        return places_together(document, sentence, chosen)
    for score, place in scored:
        inside = place.place.locality and not chosen.place.locality and place.place.country == chosen.place.country
        if inside and score >= best - _CLOSE:
            return [place]  # "BYD's Thai factory in Rayong"
    return [chosen]


def _distinct(drafts: list[PlantDraft]) -> list[PlantDraft]:
    """One draft for each site that a sentence names; words for the same site ("the plant, a complex") fall together."""
    kept: list[PlantDraft] = []
    for draft in drafts:
        twin = next((other for other in kept if other.site is draft.site and other.product is draft.product), None)
        if twin is None or (draft.site is None and not kept):
            kept.append(draft)
        else:
            twin.chances = add_chances(twin.chances, draft.chances)
    return kept


_INDUSTRY = ("build.run", "build.open", "plant.making", "status.construction", "status.paused", "status.closed", "status.closing", "status.cancelled", "capacity.noun", "plant.weak", "plant.expansion")
_TALK = ("claim.said", "claim.source", "claim.reported", "stage.planned")


def _made_at(document: Document, sentence: Sentence, focus: Focus, drafts: Sequence[PlantDraft]) -> list[PlantDraft]:
    """Plants that are only named by their town: "cells made in Skellefteå", "production at Bupyeong ended"."""
    found: list[PlantDraft] = []
    known = {draft.site for draft in drafts} | {draft.place.locality for draft in drafts if draft.place}
    for place in sentence.places:
        if place.kind not in {"city", "unknown", "region"} or place.home or place in known or place.place.locality in known or place.before not in {"in", "at", "near", "outside", "于"}:
            continue
        if any(document.distance(draft.anchor, place) <= 4 for draft in drafts):
            continue
        industry = strongest(document, place, sentence.having(*_INDUSTRY))
        talk = strongest(document, place, sentence.having(*_TALK))
        makes = strongest(document, place, sentence.having(*_MAKES))
        if industry < 0.55 or talk >= industry or makes < 0.35:
            continue
        anchor = Anchor(place.first, place.last, strong=False, many=False, definite=False)
        operators, borrowed = focus.actors(document, sentence, anchor)
        if not operators or operators[0].group:
            continue
        product, _ = product_of(document, sentence, anchor, operators, allowed=PRODUCTS)
        chances = status_chances(document, sentence, anchor)
        found.append(
            PlantDraft(
                sentence, anchor, operators=operators, site=place, place=place.place, product=product, chances=chances,
                claim=claim_of(document, sentence, anchor), borrowed=borrowed, kind="town", fields={"operators": operators[0], "place": place},
            )  # fmt: skip
        )
    return found


def _implied(document: Document, sentence: Sentence, focus: Focus, stated: Sequence[Stated]) -> list[PlantDraft]:
    """A plant that a sentence speaks of without naming it: "it will make 120,000 cars a year in Russia"."""
    anchor = stated[0].mention
    places = [place for place in sentence.places if weigh_place(document, sentence, anchor, place) >= 3.0 and place.kind != "demonym"]
    operators, borrowed = focus.actors(document, sentence, anchor)
    if not operators or operators[0].group or (not places and focus.plant is None):
        return []
    product, _ = product_of(document, sentence, anchor, operators, allowed=PRODUCTS)
    wrapped = Anchor(anchor.first, anchor.last, strong=False, many=False, definite=not places)
    chances = status_chances(document, sentence, wrapped)
    draft = PlantDraft(
        sentence, wrapped, operators=list(operators), site=places[0] if places else None, place=places[0].place if places else None,
        product=product, chances=chances, claim=claim_of(document, sentence, anchor), definite=not places, borrowed=borrowed, kind="implied",
    )  # fmt: skip
    draft.fields["operators"] = operators[0]
    if places:
        draft.fields["place"] = places[0]
    return [draft]


def _give_capacities(document: Document, drafts: Sequence[PlantDraft], stated: Sequence[Stated]) -> None:
    for row in stated:
        if after(document, row.mention.last, 1) in (["each"], ["apiece"]) or "each" in before(document, row.mention.first, 4):
            for draft in drafts:
                draft.capacity = draft.capacity or row.capacity
                draft.fields.setdefault("capacity", row.mention)
            continue
        draft = min(drafts, key=lambda one: document.distance(one.anchor, row.mention), default=None)
        if draft is None:
            return
        if row.later and draft.planned_capacity is None:
            draft.planned_capacity = row.capacity
            draft.fields["planned_capacity"] = row.mention
        elif draft.capacity is None:
            draft.capacity = row.capacity
            draft.fields["capacity"] = row.mention
        elif draft.planned_capacity is None and row.capacity.unit == draft.capacity.unit and row.capacity.value > draft.capacity.value:
            draft.planned_capacity = row.capacity
            draft.fields["planned_capacity"] = row.mention


def _give_openings(document: Document, sentence: Sentence, drafts: Sequence[PlantDraft]) -> None:
    """The period that stands nearest to a word for opening."""
    cues = sentence.having("build.open", "open.verb")
    others = sentence.having("status.closing", "status.closed", "status.paused", "invest.verb", "claim.said")
    for date in sentence.dates:
        mention = date.mention
        if mention.period is None or mention.relation in {"duration", "since"} or mention.fuzzy == "comparison" or not cues or not drafts:
            continue
        cue = min(cues, key=lambda one: document.distance(one, date))
        if document.distance(cue, date) > 7 or strongest(document, date, others) > force(document, date, cue):
            continue
        draft = min(drafts, key=lambda one: document.distance(one.anchor, date))
        if draft.opened is None:
            future = tense_of(document, cue) in {Tense.FUTURE, Tense.POSSIBLE} and mention.upcoming is not None
            draft.opened = opening_period(mention.upcoming if future and mention.upcoming else mention.period)
            draft.fields["opened"] = date


def opening_period(period: Period) -> Period:
    """Quarters, halves and ranges are given as the year."""
    if period.precision in {Precision.HALF, Precision.QUARTER, Precision.RANGE}:
        return Period.year(period.start.year)
    return period


def _give_money(document: Document, drafts: Sequence[PlantDraft], investments: Sequence[InvestmentDraft]) -> None:
    """Each sum belongs to the nearest plant of its sentence; a total belongs to none."""
    for investment in investments:
        if investment.aggregate or not drafts:
            continue
        draft = min(drafts, key=lambda one: document.distance(one.anchor, investment.anchor))
        if document.distance(draft.anchor, investment.anchor) > 24:
            continue
        investment.plant = draft
        if draft.investment is None:
            draft.investment = investment.money
            draft.fields["investment"] = investment.anchor


def is_identified(draft: PlantDraft) -> bool:
    """Whether a plant has an operator and a place or a capacity, and is more than a thought."""
    place: Place | None = draft.place
    sized = draft.capacity is not None or draft.planned_capacity is not None
    if not draft.operators or draft.operators[0].group or draft.likely < _ENOUGH:
        return False
    if sized or (place is not None and place.locality):
        return True
    return place is not None and place.country is not None and draft.likely >= _SURE
