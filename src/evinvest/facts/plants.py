"""Factories: who runs which, where, how far it has come, and what it can make."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from attrs import evolve

from evinvest.facts.capacities import MADE_BY, Stated, stated_capacities
from evinvest.facts.claims import claim_of
from evinvest.facts.drafts import InvestmentDraft, PlantDraft
from evinvest.facts.known_sites import is_known_site
from evinvest.facts.merge import share_company
from evinvest.facts.merge_plants import told_apart
from evinvest.facts.operators import choose_operators
from evinvest.facts.partners import with_partners
from evinvest.facts.place_lists import places_together
from evinvest.facts.place_scoring import weigh_place
from evinvest.facts.plant_anchors import MAKES, Anchor, plant_anchors
from evinvest.facts.plant_sites import sites_of
from evinvest.facts.plant_slots import give_capacities, give_money, give_openings, opens
from evinvest.facts.products import made_at
from evinvest.facts.stages import likely_plant, status_chances
from evinvest.facts.towns import same_town

if TYPE_CHECKING:
    from evinvest.facts.document import Document, Sentence
    from evinvest.facts.focus import Focus
    from evinvest.mentions.place_mention import PlaceMention

_RATHER = 0.0  # a town below this rather is none, and nothing is merged with it; before training all are at it
_LIKELY = 4.5  # a site below this is none
_BESIDE = 6.0  # as much as a place needs to be the site of a plant spoken of before
_NEAR = 3.0  # as much as a place needs to be the site of a plant that is not named
_EACH = 8  # words from those who run plants to the word for one
_EACHES = frozenset({"each", "all", "both"})
_SITTING = frozenset({"in", "at", "near", "outside", "于"})


def find_plants(
    document: Document, sentence: Sentence, focus: Focus, investments: Sequence[InvestmentDraft]
) -> list[PlantDraft]:
    """The plants that a sentence states or says more about."""
    drafts: list[PlantDraft] = []
    spoken = focus.plant is not None and sentence.index - focus.spoken <= 1
    for anchor in plant_anchors(document, sentence, spoken=spoken):
        drafts += _at_anchor(document, sentence, anchor, focus)
    drafts = _distinct(drafts)
    drafts += _made_at(document, sentence, focus, drafts)
    stated = stated_capacities(document, sentence)
    if not drafts and stated:
        drafts = _implied(document, sentence, focus, stated)
    if not drafts and not sentence.companies:
        drafts = _spoken_of(document, sentence, focus)
    if not drafts:
        return []
    give_openings(document, sentence, drafts)
    give_money(document, drafts, investments)
    for draft in drafts:
        draft.chances = status_chances(document, draft)
    give_capacities(document, drafts, stated)
    for draft in drafts:
        draft.likely = likely_plant(document, draft, focus)
    _lean(document, sentence, drafts)
    return [draft for draft in drafts if draft.kind != "town" or draft.likely >= _RATHER]


def _lean(document: Document, sentence: Sentence, drafts: Sequence[PlantDraft]) -> None:
    """What is said in one breath is a plant for each or for none: "vans are made in Luton and Gliwice", "both have"."""
    likely = {draft: draft.likely for draft in drafts if draft.site is not None and draft.operators}
    for draft in likely:
        assert draft.site is not None  # noqa: S101 - just chosen so
        listed = places_together(document, sentence, draft.site)
        together = [
            chance
            for other, chance in likely.items()
            if other.site in listed
            and other.kind == draft.kind
            and (other.anchor is draft.anchor or share_company(other.operators, draft.operators))
        ]
        draft.likely = sum(together) / len(together)


def _draft(
    document: Document, sentence: Sentence, anchor: Anchor, focus: Focus, site: PlaceMention | None, kind: str
) -> PlantDraft | None:
    """A plant at a site, with those who run it, or none where nobody is found who could."""
    choice = choose_operators(document, sentence, anchor, focus, kind, site)
    if choice.companies and choice.companies[0].group:
        return None
    operators = with_partners(document, sentence, choice.companies, focus.mentions)
    products, product, cue = made_at(document, sentence, anchor, operators)
    draft = PlantDraft(
        sentence,
        anchor,
        operators=operators,
        borrowed=choice.back,
        operator_odds=choice.odds,
        operator_lead=choice.lead,
        site=site,
        place=site.place if site is not None else None,
        product=product,
        products=products,
        claim=claim_of(document, sentence, anchor),
        definite=anchor.definite,
        which={anchor.which} - {""},
        counted=anchor.counted,
        fresh=anchor.fresh,
        kind=kind,
    )
    if operators:
        draft.fields["operators"] = operators[0]
    if site is not None:
        draft.fields["place"] = site.named or site
        draft.site_weight = weigh_place(document, sentence, anchor, site) if kind != "town" else None
        draft.loose = site.kind != "demonym" and document.distance(site, anchor) > 5
    if cue is not None:
        draft.fields["product"] = cue
        draft.attached = cue.last == anchor.first
    return draft


def _at_anchor(document: Document, sentence: Sentence, anchor: Anchor, focus: Focus) -> list[PlantDraft]:
    """The plants that a word for one stands for: several for "factories in A and B"."""
    known = anchor.definite and focus.plant is not None and focus.plant.place is not None
    sites = [anchor.site] if anchor.site else sites_of(document, sentence, anchor, least=_BESIDE if known else _LIKELY)
    kind = "strong" if anchor.strong else "weak"
    drafts = [_draft(document, sentence, anchor, focus, site, kind) for site in sites or (None,)]
    found = [one for draft in drafts if draft is not None for one in _of_each(document, sentence, draft)]
    if anchor.many and len(found) == 1 and sites and not sites[0].place.locality:
        found[0].counted = True  # "its U.S. factories" are several, and none of them is told
    for draft in found if len(found) > 1 else ():
        draft.counted = False  # "five plants in Brazil and Thailand" tells of both
    return found


def _of_each(document: Document, sentence: Sentence, draft: PlantDraft) -> list[PlantDraft]:
    """One plant for each of those who "all have factories in Turkey"."""
    last = max((one.last for one in draft.operators), default=0)
    words = document.tokens.lowered[last : draft.anchor.first] if sentence.first <= last <= draft.anchor.first else ()
    if len(draft.operators) < 2 or len(words) > _EACH or _EACHES.isdisjoint(words[:2]):
        return [draft]
    return [
        evolve(draft, operators=[one], fields={**draft.fields, "operators": one}, which=set(draft.which))
        for one in draft.operators
    ]


def _distinct(drafts: list[PlantDraft]) -> list[PlantDraft]:
    """One draft for each site that a sentence names; words for the same site ("the plant, a complex") fall together."""
    kept: list[PlantDraft] = []
    for draft in drafts:
        twin = next((other for other in kept if _one_site(other, draft)), None)
        if twin is None or (draft.site is None and not kept):
            kept.append(draft)
    return kept


def _one_site(one: PlantDraft, other: PlantDraft) -> bool:
    if one.anchor is other.anchor and not share_company(one.operators, other.operators):
        return False  # "both have a plant in Giza"
    if one.site is not None and one.site is other.site and getattr(other.anchor, "site", None) is one.site:
        return True  # "three factories, one of them in Tennessee"
    together = one.site is not None or not one.operators or share_company(one.operators[:1], other.operators[:1])
    return together and one.site is other.site and one.product is other.product and not told_apart(one, other)


_INDUSTRY = (
    *MAKES,
    "plant.noun",
    "invest.verb",
    "invest.spend",
    "build.verb",
    "build.run",
    "build.open",
    "plant.making",
    "status.construction",
    "status.paused",
    "status.closed",
    "status.closing",
    "status.cancelled",
    "capacity.noun",
    "plant.weak",
    "plant.expansion",
)


def _made_at(document: Document, sentence: Sentence, focus: Focus, drafts: Sequence[PlantDraft]) -> list[PlantDraft]:
    """Plants that are only named by their town: "cells made in Skellefteå", "production at Bupyeong ended"."""
    at_work = bool(sentence.having(*_INDUSTRY))
    in_mind = [*sentence.companies, *(focus.mentions[name] for name in focus.weights)]
    found = []
    for place in sentence.places:
        if not at_work and not any(is_known_site(document, company, place) for company in in_mind):
            continue
        local = place.kind in {"city", "unknown"} or (place.kind == "region" and _is_site(document, sentence, place))
        beside = any(document.distance(draft.anchor, place) <= 4 for draft in drafts if draft.site or not draft.counted)
        if (
            not local
            or place.home
            or place.before == "between"
            or beside
            or any(same_town(draft.place, place.place) for draft in drafts)
        ):
            continue
        anchor = Anchor(place.first, place.last, strong=False, many=False, definite=False)
        draft = _draft(document, sentence, anchor, focus, place, "town")
        if draft is not None and draft.operators:
            found.append(draft)
    return found


def _is_site(document: Document, sentence: Sentence, region: PlaceMention) -> bool:
    """Whether a region stands as a town does: "in Jizzakh", also in a list; in Chinese it needs no preposition."""
    if document.chinese or region.before in _SITTING:
        return True
    return any(place.before in _SITTING for place in places_together(document, sentence, region))


def _implied(document: Document, sentence: Sentence, focus: Focus, stated: Sequence[Stated]) -> list[PlantDraft]:
    """A plant that a sentence speaks of without naming it: "it will make 120,000 cars a year in Russia"."""
    mention = stated[0].mention
    sites = [
        place
        for place in sentence.places
        if place.kind != "demonym" and weigh_place(document, sentence, mention, place) >= _NEAR
    ]
    if not sites and focus.plant is None:
        return []
    anchor = Anchor(mention.first, mention.last, strong=False, many=False, definite=not sites)
    draft = _draft(document, sentence, anchor, focus, sites[0] if sites else None, "implied")
    if draft is None or not draft.operators:
        return []
    draft.product = MADE_BY.get(stated[0].capacity.unit, draft.product)
    return [draft]


def _spoken_of(document: Document, sentence: Sentence, focus: Focus) -> list[PlantDraft]:
    """The plant of the sentence before, when this one only says when production starts."""
    if focus.plant is None or not sentence.dates:
        return []
    starting = [
        cue for cue in sentence.having("build.open", "open.verb", "open.weak") if opens(document, sentence, cue)
    ]
    if not starting:
        return []
    anchor = Anchor(starting[0].first, starting[0].last, strong=False, many=False, definite=True)
    draft = _draft(document, sentence, anchor, focus, None, "implied")
    if draft is None:
        return []
    draft.operators, draft.borrowed = list(focus.plant.operators), True
    return [draft]
