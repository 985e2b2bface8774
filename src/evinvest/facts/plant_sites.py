"""Where a plant stands, as precisely as its sentence gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evinvest.facts.place_lists import places_together
from evinvest.facts.place_scoring import weigh_place

if TYPE_CHECKING:
    from evinvest.facts.document import Document, Sentence
    from evinvest.facts.plant_anchors import Anchor
    from evinvest.mentions.place_mention import PlaceMention

_CLOSE = 3.5  # a place within a country may weigh as much less than it and is still the site
_TAKEN = 3.0  # what a place is worth less that stands behind another word for a plant
_BEHIND = frozenset({"in", "at", "near", "outside", "于", "including"})


def sites_of(document: Document, sentence: Sentence, anchor: Anchor, *, least: float) -> list[PlaceMention]:
    """The place of an anchor, none that weighs less than the least; several for "factories in A and B"."""
    scored = [
        (
            weigh_place(document, sentence, anchor, place) - _TAKEN * _is_of_another(document, sentence, anchor, place),
            place,
        )
        for place in sentence.places
    ]
    if not scored:
        return []
    best, chosen = max(scored, key=lambda pair: pair[0])
    if best < least:
        return []
    together = places_together(document, sentence, chosen)
    if anchor.many or (document.chinese and len(together) > 1):  # Chinese writes no plural
        return together
    for score, place in scored:
        if _lies_in(place, chosen) and score >= best - _CLOSE and not _is_elsewhere(document, chosen, place):
            return [place]  # "BYD's Thai factory in Rayong"
    return [chosen]


def _is_of_another(document: Document, sentence: Sentence, anchor: Anchor, place: PlaceMention) -> bool:
    """Whether a place follows another word for a plant: "six plants in Turkey and three engine plants"."""
    if place.last > anchor.first or place.before not in _BEHIND:
        return False
    ahead = (cue for cue in sentence.having("plant.noun") if cue.last <= place.first)
    return any(document.distance(cue, place) < document.distance(place, anchor) for cue in ahead)


def _is_elsewhere(document: Document, chosen: PlaceMention, place: PlaceMention) -> bool:
    """Whether a place is that of another thing there: "a plant in India, where it has one near Bangalore"."""
    return "where" in document.tokens.lowered[chosen.last : place.first]


def _lies_in(place: PlaceMention, chosen: PlaceMention) -> bool:
    """Whether a place is a part of a country, or of a city that is a region of its own: 临港新片区 of 上海."""
    if not place.place.locality or place.place.country != chosen.place.country:
        return False
    whole = chosen.match.entry.name if chosen.match is not None else ""
    inside = chosen.kind == "region" and place.kind == "city" and place.place.region == chosen.place.region
    return (
        not chosen.place.locality
        or inside
        or (whole == place.place.region and place.place.locality != chosen.place.locality)
    )
