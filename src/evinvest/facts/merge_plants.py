"""One plant once: which mentions are of one plant, and what they say together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from attrs import evolve

from evinvest.facts.agreement import settle
from evinvest.facts.merge import add_chances, near, same_money, share_company
from evinvest.facts.products import best_product
from evinvest.facts.towns import same_town
from evinvest.models import Capacity, Place, Product, Status

if TYPE_CHECKING:
    from datetime import date

    from evinvest.facts.drafts import PlantDraft


IN_MIND = 64
"""How many plants a mention is compared with, the last ones: more than articles have, so that time stays linear."""


def merge_plants(drafts: Sequence[PlantDraft], day: date | None) -> list[PlantDraft]:
    """The plants of an article, each once, in text order.

    Args:
        drafts: what the sentences of the article say of plants.
        day: when it was published.
    """
    kept: list[PlantDraft] = []
    for draft in drafts:
        twin = _twin(kept[-IN_MIND:], draft)
        if twin is None:
            kept.append(draft)
        else:
            absorb_plant(twin, draft)
    merged = _absorb_vague(_absorb_headlines(kept))
    for draft in merged:
        settle(draft, day)
        _settle_capacity(draft)
    return merged


def _absorb_headlines(drafts: Sequence[PlantDraft]) -> list[PlantDraft]:
    """A plant that only the headline places so is the first one of the story that it can be, in other words."""
    told = [draft for draft in drafts if draft.sentence.section != "title" or draft.again]
    heads = [draft for draft in drafts if draft.sentence.section == "title" and not draft.again]
    kept = list(told)
    for head in heads:
        meant = next((draft for draft in told[:IN_MIND] if _is_headlined(head, draft)), None)
        if meant is None:
            kept.append(head)
        else:
            absorb_plant(meant, head)
    return sorted(kept, key=lambda draft: draft.anchor.first)


def _is_headlined(head: PlantDraft, draft: PlantDraft) -> bool:
    one, other = head.place, draft.place
    if one is None or other is None or not one.locality or not other.locality:
        return False
    if one.country and other.country and one.country != other.country:
        return False
    apart = head.product and draft.product and head.product is not draft.product
    return draft.sentence.section != "title" and not apart and share_company(head.operators, draft.operators)


def _twin(kept: Sequence[PlantDraft], draft: PlantDraft) -> PlantDraft | None:
    matches = [other for other in kept if same_plant(other, draft)]
    if not matches:
        return None
    exact = [other for other in matches if same_town(other.place, draft.place)]
    return (exact or matches)[-1]


def same_plant(one: PlantDraft, other: PlantDraft) -> bool:
    """Whether two drafts can be one plant: an operator in common, and nothing that tells them apart."""
    pointing = one.definite or other.definite or _cost_the_same(one, other)
    borrowed = one.borrowed or other.borrowed
    if not share_company(one.operators, other.operators):
        return False
    if not _places_fit(one.place, other.place) or told_apart(one, other):
        return False
    told = "product" in one.fields and "product" in other.fields
    apart = told and one.product is not other.product
    if apart and not (borrowed or pointing):
        return False
    if same_town(one.place, other.place) or pointing:
        return True
    return one.place is None or other.place is None or one.sentence is not other.sentence


def _cost_the_same(one: PlantDraft, other: PlantDraft) -> bool:
    """Whether two mentions tell the same sum for a plant."""
    return one.investment is not None and other.investment is not None and same_money(one.investment, other.investment)


_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "sixth"})
_OTHERS = _ORDINALS - {"first"} | {"another"}


def told_apart(one: PlantDraft, other: PlantDraft) -> bool:  # noqa: PLR0911 - one way to tell after the other
    """Whether words such as "second", "existing" and "a" say that two plants are not the same."""
    left, right = one.which & _ORDINALS, other.which & _ORDINALS
    if left and right:
        return not left & right
    if "existing" in one.which ^ other.which and (one.which | other.which) - {"existing"}:
        return True
    if one.attached and other.attached and one.product is not other.product:
        return True
    earlier, later = (one, other) if one.anchor.first < other.anchor.first else (other, one)
    named = "product" in one.fields and "product" in other.fields
    if later.fresh and named and later.product is not earlier.product:
        return True
    if same_town(one.place, other.place) and one.sentence is not other.sentence:
        return _is_new_beside(earlier, later)
    if one.counted is not other.counted:
        return True
    if not later.fresh:
        return False
    return bool(later.which & _OTHERS) or later.product is not earlier.product or _differ(earlier, later)


def _is_new_beside(earlier: PlantDraft, later: PlantDraft) -> bool:
    """Whether a plant is brought up as one still to be built, where another one runs: "a new plant" beside it."""
    planned = {Status.ANNOUNCED, Status.CONSTRUCTION}
    return later.fresh and later.kind == "strong" and _status(earlier) is Status.OPERATING and _status(later) in planned


def _status(draft: PlantDraft) -> Status:
    """The likeliest status by the mentions so far."""
    return Status(max(draft.chances, key=lambda label: draft.chances[label])) if draft.chances else draft.status


def _differ(one: PlantDraft, other: PlantDraft) -> bool:
    """Whether two mentions tell different sums or sizes: no words for the same plant, unless it grows."""
    if one.investment is not None and other.investment is not None:
        return not same_money(one.investment, other.investment)
    sizes = one.capacity, other.capacity
    return (
        sizes[0] is not None
        and sizes[1] is not None
        and sizes[0].unit == sizes[1].unit
        and not near(sizes[0].value, sizes[1].value)
    )


def _places_fit(one: Place | None, other: Place | None) -> bool:
    if one is None or other is None:
        return True
    if one.country and other.country and one.country != other.country:
        return False
    if one.locality and other.locality and not same_town(one, other):
        return _covers(one, other) or _covers(other, one)
    return True


def _covers(whole: Place, part: Place) -> bool:
    """Whether a place is a region that another one lies in, under whatever name: "N.C." and Charlotte."""
    if whole.locality in {part.region, part.locality}:
        return True
    regional = whole.latitude is None and whole.region is not None
    return regional and (whole.region == part.region or str(part.locality).endswith(("County", "Parish")))


def absorb_plant(kept: PlantDraft, other: PlantDraft) -> None:
    """Fill what the first mention left open from the second; the later status wins when it is as sure."""
    other.into = kept
    kept.again |= other.place is not None and bool(other.place.locality)
    if kept.borrowed and not other.borrowed and other.operators:
        kept.operators, kept.borrowed = other.operators, False
    elif share_company(kept.operators, other.operators) and not other.borrowed:
        known = {mention.key for mention in kept.operators}
        kept.operators += [mention for mention in other.operators if mention.key not in known]
    if other.sentence.section != "title":
        kept.place = _better_place(kept.place, other.place)
    kept.site = kept.site or other.site
    kept.which |= other.which
    kept.products = add_chances(kept.products, other.products)
    kept.product = best_product(kept.products)
    kept.chances = add_chances(kept.chances, other.chances)
    kept.absorbed += [other, *other.absorbed]
    kept.loose = kept.loose and other.loose
    _absorb_capacities(kept, other)
    kept.openings += other.openings
    kept.investment = kept.investment or other.investment
    kept.name = kept.name or other.name
    for name, mention in other.fields.items():
        kept.fields.setdefault(name, mention)


def _better_place(one: Place | None, other: Place | None) -> Place | None:
    if one is None or other is None:
        return one or other
    if other.locality and (not one.locality or (not same_town(one, other) and _covers(one, other))):
        return evolve(other, country=other.country or one.country)
    return evolve(one, country=one.country or other.country)


def _absorb_capacities(kept: PlantDraft, other: PlantDraft) -> None:
    sizes: list[Capacity] = [size for size in (kept.capacity, other.capacity) if size is not None]
    later: list[Capacity] = [size for size in (kept.planned_capacity, other.planned_capacity) if size is not None]
    if len(sizes) == 2 and sizes[0].unit == sizes[1].unit and not near(sizes[0].value, sizes[1].value):
        low, high = sorted(sizes, key=lambda size: size.value)
        kept.capacity = low
        later = later or [high]
    elif sizes:
        kept.capacity = sizes[0]
    if later:
        last = later[-1]
        kept.planned_capacity = (
            None
            if kept.capacity and near(last.value, kept.capacity.value) and last.unit == kept.capacity.unit
            else last
        )


def _absorb_vague(drafts: Sequence[PlantDraft]) -> list[PlantDraft]:
    """A plant without a town that fits exactly one with a town is that one."""
    kept: list[PlantDraft] = [draft for draft in drafts if draft.place and draft.place.locality]
    vague = [draft for draft in drafts if not (draft.place and draft.place.locality)]
    for draft in vague:
        fitting = [
            other
            for other in kept[-IN_MIND:]
            if same_plant(other, draft) and share_company(other.operators, draft.operators)
        ]
        if len(fitting) == 1 or (fitting and draft.definite):
            absorb_plant(fitting[-1], draft)
        else:
            kept.append(draft)
    for draft in kept:
        draft.capacity, draft.planned_capacity = (
            _in_vehicles(draft, size) for size in (draft.capacity, draft.planned_capacity)
        )
    return sorted(kept, key=lambda draft: draft.anchor.first)


def _in_vehicles(draft: PlantDraft, size: Capacity | None) -> Capacity | None:
    """The "units" of a car plant are vehicles."""
    if size is not None and size.unit == "unit/year" and draft.product in {Product.VEHICLE, None}:
        return evolve(size, unit="vehicle/year")
    return size


def _settle_capacity(draft: PlantDraft) -> None:
    """The only size of a plant that does not run yet is its capacity."""
    if draft.capacity is None and draft.planned_capacity is not None and draft.status is not Status.OPERATING:
        draft.capacity, draft.planned_capacity = draft.planned_capacity, None
        draft.fields["capacity"] = draft.fields.pop("planned_capacity")
