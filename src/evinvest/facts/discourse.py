"""What an article has spoken of when a sentence is read: its headline, those in mind, how much was told before.

A sentence does not stand alone. The first sums of an article are its news, later ones rather serve to compare; a plant
of the company in the headline is rather meant than one of a company that is named in passing. All of it is counted in
what belongs to the field, so that a paragraph about something else changes nothing.
"""

from __future__ import annotations

from bisect import bisect
from typing import TYPE_CHECKING

from evinvest.facts.towns import same_town

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evinvest.facts.document import Document, Sentence
    from evinvest.facts.focus import Focus
    from evinvest.mentions.names import CompanyMention
    from evinvest.models import Place
    from evinvest.units.amounts import Amount

_STEPS = (0, 1, 2, 4, 8)  # one more counts the less, the more there are


def told_before(document: Document, sentence: Sentence, *kinds: str) -> dict[str, float]:
    """How many of some kinds ("sums", "plants", "companies") the body has named before a sentence."""
    earlier = document.earlier[sentence.index]
    return {f"{kind} before {_step(getattr(earlier, kind))}": 1.0 for kind in kinds}


def _step(count: int) -> int:
    return _STEPS[bisect(_STEPS, count) - 1]


def in_mind(sentence: Sentence, companies: Sequence[CompanyMention], focus: Focus) -> dict[str, float]:
    """Whether companies are those of the headline, how often they were spoken of, and whether a plant just was."""
    found: dict[str, float] = {}
    if any(company.key in focus.headline for company in companies):
        found["headline actor"] = 1.0
    elif companies and focus.headline:
        found["headline another"] = 1.0
    if companies:
        times = max(focus.told[one.key].times if one.key in focus.told else 0 for one in companies)
        found[f"actor told {_step(times)}"] = 1.0
    if focus.plant is not None and sentence.index - focus.spoken <= 1:
        found["plant in mind"] = 1.0
    return found


def in_title(focus: Focus, tables: frozenset[str]) -> dict[str, float]:
    """The cues of the headline."""
    return {f"title {role}": 1.0 for role in focus.title.roles if role.partition(".")[0] in tables}


def sum_in_title(amount: Amount, focus: Focus) -> bool:
    """Whether the headline names a sum."""
    return any(one.kind is amount.kind and one.value == amount.value for one in focus.title.sums)


def town_told(place: Place | None, focus: Focus) -> dict[str, float]:
    """Whether the headline names a town, and whether a plant there was spoken of before."""
    if place is None:
        return {}
    places: dict[str, Sequence[Place | None]] = {
        "title town": [mention.place for mention in focus.title.places],
        "town told": [plant.place for plant in focus.plants],
    }
    return {name: 1.0 for name, told in places.items() if any(same_town(place, one) for one in told)}
