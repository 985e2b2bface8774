"""Words that point back to a place: "there", "in the same city", "当地"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from evinvest.models import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evinvest.facts.document import Document, Sentence
    from evinvest.facts.focus import Focus
    from evinvest.mentions.place_mention import PlaceMention

# "There is a plant" names no place.
_EXISTENTIAL = frozenset(
    "is are was were ' will would has have had may might could can should must seems remains exists".split()
)
_LOCAL = frozenset("city town state province county prefecture municipality district village".split())
_REGIONAL = frozenset({"state", "province"})
_NATIONAL = frozenset({"country", "nation", "kingdom", "republic"})
_CHINESE = {("当", "地"): True, ("该", "市"): True, ("该", "省"): True, ("该", "地"): True, ("该", "国"): False}
_SAME = frozenset("site premises campus park location zone estate".split())  # "at the same site"
_POINTING = _LOCAL | _NATIONAL | _SAME | {"there", "here", "当", "该"}
_LEADING = frozenset({"in", "at", "near", "outside", "within"})
_PARTS = frozenset("outskirts edge port part suburb district side north south east west centre center".split())


def with_places_back(document: Document, sentence: Sentence, focus: Focus) -> Sentence:
    """The sentence with a mention of the place in mind wherever a word points back to it."""
    if _POINTING.isdisjoint(document.tokens.lowered[sentence.first : sentence.last]):
        return sentence
    found = list(_pointing(document, sentence, focus))
    if not found:
        return sentence
    places = sorted([*sentence.places, *found], key=lambda place: place.first)
    return evolve(sentence, places=tuple(places))


def _pointing(document: Document, sentence: Sentence, focus: Focus) -> Iterator[PlaceMention]:
    words = document.tokens.lowered
    for index in range(sentence.first, sentence.last):
        word = words[index]
        if word == "here":
            if index > sentence.first and focus.here is not None:
                yield _again(focus.here, index, index + 1)
        elif word == "there":
            behind = words[index + 1] if index + 1 < sentence.last else ""
            meant = _named_before(sentence, index) or focus.place
            if index > sentence.first and behind not in _EXISTENTIAL and meant is not None:
                yield _again(meant, index, index + 1)
        elif word in _LOCAL or word in _NATIONAL or (word in _SAME and words[index - 1] == "same"):
            qualified = words[index - 1] == "same" or _is_demonym(sentence, index - 1)
            first = index - 1 if qualified else index
            meant = _meant(word, focus, _named_before(sentence, first))
            free = words[index + 1 : index + 2] != ("of",) and words[first - 1] in {"the", "this", "that"}
            if meant is not None and free and _leads(words[first - 3], words[first - 2], word):
                yield _again(meant, first - 1, index + 1, words[first - 2])
        elif word in {"当", "该"} and index + 1 < sentence.last:
            local = _CHINESE.get((word, words[index + 1]))
            meant = None if local is None else focus.place if local else focus.nation
            if meant is not None:
                yield _again(meant, index, index + 2)


def _leads(outer: str, word: str, head: str) -> bool:
    """Whether a preposition places something: "in the town", "on the outskirts of the town", "on the same site"."""
    if word == "of":
        return outer in _PARTS
    return word in _LEADING or (word == "on" and head in _SAME)


def _meant(word: str, focus: Focus, named: PlaceMention | None) -> PlaceMention | None:
    """The place that "the state" or "the city" means: a town just named, that in mind, else where it was written."""
    if word in _NATIONAL:
        return focus.nation
    place = named if named is not None and named.place.locality else focus.place or focus.here
    if word not in _REGIONAL or place is None or place.kind != "city" or not place.place.region:
        return place
    region = place.place.region
    return evolve(place, place=Place(region, place.place.country, region, locality=region), kind="region", match=None)


def _is_demonym(sentence: Sentence, index: int) -> bool:
    """Whether a word tells a country: "the Thai province"."""
    return any(place.kind == "demonym" and (place.first, place.last) == (index, index + 1) for place in sentence.places)


def _named_before(sentence: Sentence, index: int) -> PlaceMention | None:
    """The last place of the sentence itself before a word that points back."""
    named = (place for place in sentence.places if place.last <= index and not place.home and place.kind != "demonym")
    return max(named, key=lambda place: place.last, default=None)


def _again(meant: PlaceMention, first: int, last: int, before: str = "in") -> PlaceMention:
    return evolve(meant, first=first, last=last, before=before, home=False, named=meant.named or meant)
