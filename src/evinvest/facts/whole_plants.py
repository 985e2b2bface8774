"""Which plants an article states: what all mentions of one say together, beside the others of the article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from evinvest.facts.features import is_at_home
from evinvest.facts.linear import odds
from evinvest.facts.merge import share_company
from evinvest.facts.merge_plants import IN_MIND
from evinvest.facts.towns import same_town

if TYPE_CHECKING:
    from evinvest.facts.document import Document
    from evinvest.facts.drafts import PlantDraft
    from evinvest.facts.focus import Focus
    from evinvest.models import Place

_ENOUGH = 0.0  # in log odds: likelier than not
_MANY = 6.0  # mentions, and plants of one company; more say no more
_EVEN = 0.7  # log odds within which two companies may as well run it
_ODDS, _WEIGHTS = (-1.0, 0.0, 1.0, 3.0), (5.0, 6.0, 7.0)


def judge_plants(document: Document, plants: Sequence[PlantDraft], focus: Focus) -> None:
    """Weigh for each plant of an article, once all mentions are put together, whether it is stated as one.

    Args:
        document: the article.
        plants: all that it speaks of, in text order.
        focus: what was in mind at the end of the article.
    """
    for plant, features in plant_rows(document, plants, focus):
        plant.sure = odds("whole plant", features)


def is_identified(plant: PlantDraft) -> bool:
    """Whether a plant is known well enough to be told, and is more than a thought."""
    return is_complete(plant) and plant.sure >= _ENOUGH


def is_complete(plant: PlantDraft) -> bool:
    """Whether a plant has an operator and a place or a capacity."""
    place = plant.place
    if not plant.operators or plant.operators[0].group:
        return False
    if plant.is_sized or (place is not None and place.locality):
        return True
    # "four plants in China" tell nothing of any of them
    return not plant.counted and place is not None and place.country is not None


def plant_rows(
    document: Document, plants: Sequence[PlantDraft], focus: Focus
) -> Iterator[tuple[PlantDraft, dict[str, float]]]:
    """Every plant of an article that has all it needs, with what tells whether it is stated."""
    for index, plant in enumerate(plants):
        if is_complete(plant):
            yield plant, whole_features(document, plant, _around(plants, index), focus)


def _around(plants: Sequence[PlantDraft], index: int) -> list[PlantDraft]:
    """The plants that one is seen beside: those around it, so that time stays linear."""
    return [*plants[max(index - IN_MIND, 0) : index], *plants[index + 1 : index + IN_MIND]]


def whole_features(
    document: Document, plant: PlantDraft, others: Sequence[PlantDraft], focus: Focus
) -> dict[str, float]:
    """What tells whether an article states a plant.

    Args:
        document: the article.
        plant: all its mentions put together.
        others: the other plants of the article.
        focus: what was in mind at the end of the article.
    """
    found = {
        "bias": 1.0,
        **_of_likely([one.likely for one in plant.mentions]),
        **_of_operators(plant, focus),
        **_of_site(plant),
        **_of_others(plant, others),
        "status chance": max(plant.chances.values(), default=0.0),
    }
    marks = {
        **_of_slots(plant),
        **{f"word {one.kind}": True for one in plant.mentions},
        "only town": all(one.kind == "town" for one in plant.mentions),
        "borrowed": plant.borrowed,
        "all borrowed": _is_borrowed(plant),
        "headline": any(one.sentence.section == "title" for one in plant.mentions),
        "chinese": document.chinese,
    }
    found |= {name: 1.0 for name, true in marks.items() if true}
    return {name: value for name, value in found.items() if value}


def _of_likely(likely: Sequence[float]) -> dict[str, float]:
    """How likely the mentions, each by itself, are of a plant."""
    ranked = sorted(likely, reverse=True)
    return {
        "likely best": ranked[0],
        "likely second": ranked[1] if len(ranked) > 1 else 0.0,
        "likely mean": sum(ranked) / len(ranked),
        "likely sum": min(sum(value for value in ranked if value > 0), 20.0) / 5,
        "mentions": min(len(ranked), _MANY) / _MANY,
        "mentions likely": min(sum(value > 0 for value in ranked), 4) / 4,
        "mentions unlikely": min(sum(value < 0 for value in ranked), 4) / 4,
    }


def _of_operators(plant: PlantDraft, focus: Focus) -> dict[str, float]:
    """How sure it is who runs the plant, and whether the headline is about them."""
    if not plant.operators:
        return {}
    best, lead = max(one.operator_odds for one in plant.mentions), _lead(plant)
    marks = {
        f"operator odds {_step(best, _ODDS)}": True,
        "operators even": lead < _EVEN,
        "operator known": any(one.known for one in plant.operators),
        "operator in headline": any(one.key in focus.headline for one in plant.operators),
        f"operator {plant.operators[0].trade or 'unknown'}": True,
    }
    return {
        "operator odds": plant.operator_odds,
        "operator lead": plant.operator_lead,
        "operator odds best": best,
        "operator lead best": lead,
        "operators": min(len(plant.operators), 4) / 4,
        **{name: 1.0 for name, true in marks.items() if true},
    }


def _of_site(plant: PlantDraft) -> dict[str, float]:
    """How well the place fits the words for the plant."""
    weights = [one.site_weight for one in plant.mentions if one.site_weight is not None]
    if not weights:
        return {"site unweighed": 1.0}
    return {"site weight": max(weights), f"site weight {_step(max(weights), _WEIGHTS)}": 1.0}


def _step(value: float, steps: Sequence[float]) -> str:
    """The first step that a value does not reach."""
    return next((f"below {step:g}" for step in steps if value < step), "above")


def _of_slots(plant: PlantDraft) -> Mapping[str, bool]:
    """What is known of the plant."""
    place = plant.place
    homes = any(one.company.country for one in plant.operators)
    return {
        "sized": plant.is_sized,
        "dated": plant.opened is not None,
        "paid": plant.investment is not None,
        "counted": plant.counted,
        f"is {plant.status}": True,
        f"makes {plant.product}": True,
        f"place {_grain(place)}": True,
        "at home": is_at_home(plant),
        "abroad": homes and place is not None and place.country is not None and not is_at_home(plant),
    }


def _grain(place: Place | None) -> str:
    """How narrow a place is."""
    if place is None:
        return "none"
    return "town" if place.locality else "region" if place.region else "country"


def _of_others(plant: PlantDraft, others: Sequence[PlantDraft]) -> dict[str, float]:
    """What the other plants of the article say: of the same company, at the same place, or of both."""
    place = plant.place
    # those of one word, "both have a plant in Giza", do not vie for it
    rivals = [one for one in others if one.anchor.first != plant.anchor.first]
    there = [one for one in rivals if place is not None and _at_one_place(one.place, place)]
    theirs = [one for one in others if share_company(one.operators, plant.operators)]
    twins = [one for one in theirs if place is not None and _at_one_place(one.place, place)]
    likely = _likeliest(plant)
    vague = place is None or not place.locality
    before = sum(one.anchor.first < plant.anchor.first for one in others)
    marks = {
        "first": before == 0,
        "another there": bool(there),
        "earlier one there": any(one.anchor.first < plant.anchor.first for one in there),
        "named one there": _is_borrowed(plant) and any(not _is_borrowed(one) for one in there),
        "surer one there": any(_lead(one) > _lead(plant) for one in there),
        "likelier one there": any(_likeliest(one) > likely for one in there),
        "twin": bool(twins),
        "twin likelier": any(_likeliest(one) > likely for one in twins),
        "twin before": any(one.anchor.first < plant.anchor.first for one in twins),
        "vague beside a town": vague and any(_in_a_town_of(one.place, place) for one in theirs),
    }
    return {
        "others": min(len(others), 12) / 12,
        "others before": min(before, 12) / 12,
        "others of the company": min(len(theirs), _MANY) / _MANY,
        **{name: 1.0 for name, true in marks.items() if true},
    }


def _likeliest(plant: PlantDraft) -> float:
    """How likely its likeliest mention is."""
    return max(one.likely for one in plant.mentions)


def _lead(plant: PlantDraft) -> float:
    """How sure it is who runs a plant."""
    return max(one.operator_lead for one in plant.mentions)


def _is_borrowed(plant: PlantDraft) -> bool:
    """Whether no mention names those who run a plant."""
    return all(one.borrowed for one in plant.mentions)


def _at_one_place(one: Place | None, other: Place) -> bool:
    if one is None:
        return False
    return same_town(one, other) or (not one.locality and not other.locality and one.country == other.country)


def _in_a_town_of(one: Place | None, country: Place | None) -> bool:
    return one is not None and bool(one.locality) and (country is None or one.country == country.country)
