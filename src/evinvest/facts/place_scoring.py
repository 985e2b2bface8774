"""How well a place fits as the site of a plant, or as where a sum goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evinvest.facts.scoring import after, before, farness, possesses

if TYPE_CHECKING:
    from evinvest.facts.document import Document, Ranged, Sentence
    from evinvest.mentions.place_mention import PlaceMention


def weigh_place(document: Document, sentence: Sentence, anchor: Ranged, place: PlaceMention) -> float:
    """How well a place fits as the site of an anchor."""
    vague = place.kind == "demonym" and place.place.country is None  # "its western European plant"
    if place.home or vague or place.kind in {"bloc", "continent"}:
        return -9.0
    if place.before == "between":
        return -5.0  # where it lies, not its name
    distance = document.distance(place, anchor)
    score = 5.5 - farness(distance) + _weigh_side(anchor, place, distance)
    if place.kind == "demonym":
        score += _weigh_demonym(document, sentence, anchor, place)
    elif _describes_company(document, sentence, anchor, place):
        score -= 6.0
    if _frames(sentence, anchor, place):
        score += 3.0
    if place.place.locality:
        score += 1.0
    if 0 < place.first - anchor.last <= 2 and place.before in _SITES and place.kind == "city":
        # "its Forest factory in Brussels" stands in Brussels, "its Zwickau plant near Chemnitz" in Zwickau
        score += -2.5 if place.before in _NEARBY and _has_town(document, sentence, anchor) else 2.5
    if after(document, place.last, 2) in _BEYOND or (place.before == "outside" and not place.place.locality):
        score -= 6.0
    return score


def _weigh_side(anchor: Ranged, place: PlaceMention, distance: float) -> float:
    if place.first >= anchor.last:
        sited = place.before in _SITES or place.first == anchor.last
        return 2.0 if sited else (-3.0 if place.before == "from" else -1.0)
    if place.last == anchor.first or (distance <= 4 and place.kind != "demonym"):
        return 3.0
    return 0.5 if place.before in _SITES else 0.0


_NEARBY = frozenset({"near", "outside"})


def _has_town(document: Document, sentence: Sentence, anchor: Ranged) -> bool:
    """Whether a town stands right before an anchor; not a half of two: "the Foxton-Hale site"."""
    towns = (place for place in sentence.places if place.kind in {"city", "unknown"})
    return any(town.last == anchor.first and before(document, town.first) != ["-"] for town in towns)


def _weigh_demonym(document: Document, sentence: Sentence, anchor: Ranged, place: PlaceMention) -> float:
    """What a demonym is worth as a site: "the Thai plant" and "the Thai province" tell one, "the Thai company" none."""
    if any(0 <= cue.first - place.last <= 1 for cue in sentence.having("group.maker")):
        return -6.0
    if after(document, place.last) in _WITHIN:
        return 1.0
    return 1.5 if 0 <= anchor.first - place.last <= 3 else -5.0


_WITHIN = (["province"], ["city"], ["town"], ["state"], ["region"], ["capital"], ["county"], ["prefecture"], ["port"])
_BEYOND = (["以", "外"], ["之", "外"], ["本", "土"], ["外", "工"], ["外", "的"])


_SITES = frozenset({"in", "at", "near", "outside", "around", "within", "inside", "于", "beside", "of", "including"})


def _frames(sentence: Sentence, anchor: Ranged, place: PlaceMention) -> bool:
    """Whether a place opens the sentence and all of it is said of there: "In Mexico, where a new plant opened"."""
    return place.before == "in" and place.first - sentence.first == 1 and place.last <= anchor.first


def _describes_company(document: Document, sentence: Sentence, anchor: Ranged, place: PlaceMention) -> bool:
    """Whether a place only tells where a company is from: "China's BYD", not 位于长春的, nor "Russia's GAZ plant"."""
    if place.before == "于":
        return False
    named = (company for company in sentence.companies if company.last != anchor.first)
    return possesses(document, place) and any(0 <= company.first - place.last <= 3 for company in named)
