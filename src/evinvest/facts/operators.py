"""Who runs a plant: the likeliest of all candidates, by a learned decision."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from attrs import Factory, frozen

from evinvest.facts.candidates import LEADING, candidates
from evinvest.facts.linear import odds
from evinvest.mentions.names import CompanyMention

if TYPE_CHECKING:
    from evinvest.facts.document import Document, Sentence
    from evinvest.facts.focus import Focus
    from evinvest.facts.plant_anchors import Anchor
    from evinvest.mentions.place_mention import PlaceMention

_FARTHEST = 8.0  # the most that one candidate is said to be likelier than the next


@frozen
class Choice:
    """Who runs a plant.

    Attributes:
        companies: all of them; none where nobody is named who could.
        back: whether that comes from an earlier sentence.
        odds: the log odds of the likeliest.
        lead: by how much it is likelier than the next one, up to a limit.
    """

    companies: list[CompanyMention] = Factory(list)
    back: bool = False
    odds: float = 0.0
    lead: float = _FARTHEST


def choose_operators(
    document: Document, sentence: Sentence, anchor: Anchor, focus: Focus, kind: str, site: PlaceMention | None
) -> Choice:
    """Who runs a plant."""
    collective = _collective(sentence, anchor)
    if collective is not None:
        return Choice([collective])
    named = list(candidates(document, sentence, anchor, focus, kind, site))
    # "a Chrysler plant" leaves no choice, unless somebody bought it
    beside = [one for one in named if _is_beside(one.features, kind)]
    if not beside and any(_governs(one.features) for one in named):
        beside = [one for one in named if not _UNTOLD & one.features.keys()]
    if not named:
        return Choice()
    chances = [odds("operator", one.features) for one in named]
    first, second, *_ = *sorted(chances, reverse=True), -inf
    allowed = [(chance, one) for chance, one in zip(chances, named, strict=True) if one in (beside or named)]
    best = max(allowed, key=lambda pair: pair[0])[1]
    return Choice(best.companies, best.back, first, min(first - second, _FARTHEST))


def _is_beside(features: dict[str, float], kind: str) -> bool:
    """Whether a name stands where no other can be meant: "a Chrysler plant", "Kia in Zilina", 海马的郑州工厂."""
    bought = "target" in features or "seller" in features
    return not bought and (
        "adjoining" in features
        or "linked" in features
        or (kind == "town" and "sits" in features and "aside" not in features)
    )


_UNTOLD = frozenset({"back silent", "back other"})  # meant, but by no word of the sentence


def _governs(features: dict[str, float]) -> bool:
    """Whether a name is the subject of the plant: in "Toyota is building a plant" nobody from before is meant."""
    return "acts" in features and "leading" in features and _DEALS.isdisjoint(features)


_DEALS = frozenset({"target", "seller", "source", "aside"})


def _collective(sentence: Sentence, anchor: Anchor) -> CompanyMention | None:
    """The collective that a sentence without a company says it of: "Chinese carmakers run factories in Thailand"."""
    if anchor.definite or not all(company.group for company in sentence.companies):
        return None
    ahead = (one for one in sentence.companies if one.last <= anchor.first)
    return next((one for one in ahead if one.first - sentence.first <= LEADING), None)
