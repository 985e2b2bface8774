"""The words of a sentence that stand for plants."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import frozen

from evinvest.facts.scoring import before, strongest
from evinvest.mentions.place_mention import PlaceMention
from evinvest.units.amounts import AmountKind

if TYPE_CHECKING:
    from evinvest.facts.document import Document, Sentence
    from evinvest.mentions.cues import Cue

_NEW = frozenset("a an another new second third fourth first two three four one".split())
_BACK = frozenset({"the", "this", "that", "it", "its", "该", "此", "这", "上", "其"})
_POINTING = _BACK | {"their", "s", "'", "these", "those", "both", "our"}
MAKES = frozenset({"product.vehicle", "product.battery", "product.material", "product.part"})
_WHICH = {
    "first": "first", "second": "second", "third": "third", "fourth": "fourth", "fifth": "fifth", "sixth": "sixth",
    "another": "another", "other": "another", "additional": "another", "existing": "existing", "current": "existing",
    "new": "new", "old": "existing", "original": "existing", "sister": "another", "neighbouring": "another",
    "neighboring": "another", "adjacent": "another", "separate": "another",
}  # fmt: skip
_CHINESE_WHICH = dict(zip("一二三四五六", ("first", "second", "third", "fourth", "fifth", "sixth"), strict=True))
_SIZES = frozenset({AmountKind.ENERGY, AmountKind.COUNT, AmountKind.MASS, AmountKind.POWER})
_OF_COMPANIES = frozenset("works assembly facility site complex hub".split())
_COUNTED = 4  # signs between a number and what it counts
_NO_PLANT = ("product.charging", "product.rnd")
_AGAIN = frozenset("facilities facility works complex".split())  # said after a plant was named: another word for one


@frozen(eq=False)
class Anchor:
    """A word for a plant.

    Attributes:
        strong: whether it means a plant by itself ("factory"), not only beside other words ("site").
        many: whether it is a plural.
        definite: whether "the" or "its" leads it, so that it may be a plant spoken of before.
        which: the word that tells it from others: "second", "another", "existing".
        fresh: whether it is brought up as one not spoken of before: "a plant", "another factory".
        counted: whether it stands for a number of plants: "four plants".
        site: its place, where there is no doubt.
    """

    first: int
    last: int
    strong: bool
    many: bool
    definite: bool
    which: str = ""
    counted: bool = False
    fresh: bool = False
    site: PlaceMention | None = None


def plant_anchors(document: Document, sentence: Sentence, *, spoken: bool = False) -> Iterator[Anchor]:
    """The words of a sentence that stand for plants; ``spoken`` says that the sentence before was about one."""
    previous: Anchor | None = None
    for cue in sentence.having("plant.noun", "plant.weak"):
        over = [
            one.amount
            for one in sentence.amounts
            if one.first < cue.last and cue.first < one.last and one.amount.kind is not AmountKind.ORDINAL
        ]
        if any(amount.unit != "plant" for amount in over):
            continue  # "100,000 units" counts what is made
        strong = "plant.noun" in cue.roles
        if not strong and not ("plant.weak" in cue.roles and _is_backed(document, sentence, cue)):
            continue
        words = document.words(cue).lower()
        prior = before(document, cue.first, 5)
        article = next((word for word in prior if word in _NEW | _BACK), "")
        counted = any(amount.value > 1 for amount in over) or (document.chinese and _is_counted(sentence, cue))
        many = (words.endswith("s") and not words.endswith("works")) or (document.chinese and counted)
        many = many or _is_listed(document, sentence, cue)
        fresh = next((word in _NEW for word in prior if word in _NEW | _POINTING), False)
        anchor = Anchor(cue.first, cue.last, strong, many, article in _BACK, _which(prior), counted, fresh)
        if previous is not None and document.distance(previous, anchor) < 1.0:
            continue
        previous = anchor
        yield anchor
    if previous is not None or spoken:
        yield from _left_out(document, sentence, sentence.first if previous is None else previous.last)


def _left_out(document: Document, sentence: Sentence, begin: int) -> Iterator[Anchor]:
    """Plants that are not called so again: "four plants in China and one in Thailand", "The third, in Wuxi"."""
    words = document.tokens.lowered
    for place in sentence.places:
        index = place.first - 2
        if index < begin or words[index + 1] not in _SITTING:
            continue
        while index > begin and place.first - index <= _APART and words[index] in _BETWEEN:
            index -= 1
        if words[index] in _NUMBERS and not (words[index] in _RANKS and words[index - 1] not in _ARTICLES):
            many = words[index] not in _SINGLE
            which = _WHICH.get(words[index], "another")
            yield Anchor(index, index + 1, True, many, False, which, counted=many, fresh=True, site=place)


_RANKS = frozenset("first second third fourth fifth sixth other".split())
_SINGLE = _RANKS | {"one", "another", "1"}
_NUMBERS = _SINGLE | frozenset("two three four five six 2 3 4 5 6 others ones".split())
_ARTICLES = frozenset("the a its their".split())
_SITTING = frozenset({"in", "at", "near", "outside"})
_BETWEEN = frozenset(", of them is was are were will would to be been being has have planned built open".split())
_APART = 6  # words from "another", "is planned" and so on to the place


def _is_counted(sentence: Sentence, cue: Cue) -> bool:
    """Whether a Chinese word for a plant stands behind a number of things: 8座电池工厂."""
    return any(
        0 <= cue.first - one.last <= _COUNTED and one.amount.unit in {"thing", "plant"} and one.amount.value > 1
        for one in sentence.amounts
    )


def _is_listed(document: Document, sentence: Sentence, cue: Cue) -> bool:
    """Whether a word for a plant stands behind a list of places: "the Ulsan and Asan works", 德国、越南及摩洛哥项目."""
    if not document.chinese and not document.words(cue).lower().endswith("s"):
        return False
    beside = [place for place in sentence.places if place.last == cue.first]
    return any(other.last + 1 == place.first for place in beside for other in sentence.places)


def _which(prior: list[str]) -> str:
    """The word before an anchor that tells its plant from others."""
    if prior[1:2] == ["第"]:
        return _CHINESE_WHICH.get(prior[0], "")
    return next((_WHICH[word] for word in prior if word in _WHICH), "")


def _is_backed(document: Document, sentence: Sentence, cue: Cue) -> bool:
    """Whether a weak word ("site", "project") is a plant by what stands right before it."""
    word = document.words(cue).lower()
    if any(one.last >= cue.first and one.first < cue.last for one in sentence.having(*_NO_PLANT)):
        return False  # "charging units", "a test facility"
    near = [other for other in sentence.cues if 0 <= cue.first - other.last <= 2]
    towns = [place for place in sentence.places if place.kind in {"city", "unknown", "region"}]
    return (
        any(role in MAKES for other in near for role in other.roles)
        or any(place.last <= cue.first <= place.last + 1 for place in towns)
        or _is_listed(document, sentence, cue)
        or _is_proper_assembly(document, cue)
        or (word in _OF_COMPANIES and any(company.last == cue.first for company in sentence.companies))
        or any(cue.first - one.last in {0, 1} for one in sentence.amounts if one.amount.kind in _SIZES)
        or (word in _AGAIN and any(0 < cue.first - other.first <= 14 for other in sentence.having("plant.noun")))
        or strongest(document, cue, sentence.having("plant.making", "capacity.rate")) > 0.5
    )


def _is_proper_assembly(document: Document, cue: Cue) -> bool:
    """Whether a plant is named "Orion Assembly"."""
    words = document.tokens.words
    return words[cue.first] == "Assembly" and cue.first > 0 and words[cue.first - 1][:1].isupper()
