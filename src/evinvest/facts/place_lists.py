"""Places that are named in one breath: "Brazil, Turkey and Thailand"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evinvest.facts.scoring import after

if TYPE_CHECKING:
    from evinvest.facts.document import Document, Sentence
    from evinvest.mentions.place_mention import PlaceMention


def places_together(document: Document, sentence: Sentence, chosen: PlaceMention) -> list[PlaceMention]:
    """The places in one list with the chosen one: "Brazil, Turkey and Thailand"."""
    places = [place for place in sentence.places if not place.home and place.kind not in {"bloc", "continent"}]
    if chosen not in places:
        return [chosen]
    low = high = places.index(chosen)
    while low > 0 and _in_one_list(document, places[low - 1], places[low]):
        low -= 1
    while high + 1 < len(places) and _in_one_list(document, places[high], places[high + 1]):
        high += 1
    return places[low : high + 1]


def _in_one_list(document: Document, left: PlaceMention, right: PlaceMention) -> bool:
    gap = [word.lower() for word in document.tokens.words[left.last : right.first]]
    same = (left.kind == "demonym") == (right.kind == "demonym")
    alike = left.kind == right.kind or (left.kind in _LOCAL and right.kind in _LOCAL)
    if gap == [","] and alike and "and" in after(document, right.last, 6):
        return True  # "Brazil, Turkey and Thailand"
    return (
        same
        and 0 < len(gap) <= 4
        and all(word in {",", "and", "in", "or", "、", "和", "及", "与", "at", "as", "well", "the"} for word in gap)
        and gap not in ([","], ["in"])
    )


_LOCAL = frozenset({"city", "region", "unknown"})
