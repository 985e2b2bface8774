"""Where exports go: the place behind "to", or the one that takes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evinvest.facts.place_lists import places_together
from evinvest.facts.scoring import after, before

if TYPE_CHECKING:
    from evinvest.facts.document import Document, Ranged, Sentence
    from evinvest.mentions.place_mention import PlaceMention


def destination_of(document: Document, sentence: Sentence, anchor: Ranged) -> PlaceMention | None:
    """Where a figure went: who took it, else the nearest place behind "to", unless another figure stands between."""
    taker = _taker(document, sentence, anchor)
    if taker is not None:
        return taker
    places = [place for place in sentence.places if leads_to(document, place) and not place.home]
    places = [place for place in places if document.distance(place, anchor) <= _FAR]
    if not places:
        return None
    chosen = min(places, key=lambda place: document.distance(place, anchor))
    if _LISTED & set(after(document, chosen.last, 1)) and any(
        0 < other.first - chosen.last <= 2 for other in sentence.places
    ):
        return None
    if len(places_together(document, sentence, chosen)) > 1:
        return None  # "to the Philippines, Vietnam and Saudi Arabia"
    if any(anchor.last <= cue.first < chosen.first for cue in sentence.having("export.verb")):
        return None  # "to 1,077 cars, thanks to the first shipments to Singapore"
    between = any(chosen.last <= one.first < anchor.first and one.amount.value >= 300 for one in sentence.amounts)
    return None if between else chosen


_LISTED = frozenset({",", "and", "、", "和"})
_FAR = 14.0
_TO = frozenset({"to", "into"})
_BOUND = frozenset("sailing sail sailed bound destined headed heading leaving left shipped destination".split())
_CHINESE_TO = ("出口", "出口到", "出口至", "运往", "发往", "销往", "对", "向", "往", "至", "到")


def leads_to(document: Document, place: PlaceMention) -> bool:
    """Whether a place is where something goes: "to Mexico", "bound for China", 对俄罗斯出口, 出口至墨西哥."""
    if place.before in _TO:
        return True
    prior = before(document, place.first, 3)
    if place.before == "for":
        return not _BOUND.isdisjoint(prior)
    lead = "".join(reversed(prior))
    if document.tokens.words[place.first] < "\u4e00" or not lead.endswith(_CHINESE_TO):
        return False
    return (
        not lead.endswith(("对", "向", "往", "至", "到")) or "出口" in "".join(after(document, place.last, 12)) + lead
    )


def takes(sentence: Sentence, place: PlaceMention) -> bool:
    """Whether a place is the subject of a verb of receiving: "Canada took 179,240", "Brazil was the largest market"."""
    return not place.home and any(0 <= cue.first - place.last <= _TAKING for cue in sentence.having("export.taken"))


def _taker(document: Document, sentence: Sentence, anchor: Ranged) -> PlaceMention | None:
    """Who took a figure, or the next one of a list of those who did: "and Germany 155,700", "by Spain with 900"."""
    ahead = [place for place in sentence.places if place.last <= anchor.first]
    if not ahead or not any(takes(sentence, place) for place in ahead):
        return None
    place = ahead[-1]
    if takes(sentence, place) and document.distance(place, anchor) <= _FAR:
        return place
    return place if anchor.first - place.last <= _NEXT else None


_TAKING = 4  # words from who takes to the verb
_NEXT = 2  # words from the next one of a list to its figure
