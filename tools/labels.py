"""Which annotated fact a draft is: what the weights are learned from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from evinvest.lexicon import Lexicon, PlaceEntry
from evinvest.models import Money

if TYPE_CHECKING:
    from types import ModuleType

    from evinvest.facts.document import DateMention
    from evinvest.facts.drafts import ExportDraft, PlantDraft


def investment_of(money: Money, gold: dict[str, Any], score: ModuleType) -> dict[str, Any] | None:
    """The annotated investment that a sum is."""
    stated = {
        "amount": float(money.amount),
        "amount_high": float(money.high) if money.high else None,
        "currency": money.currency,
        "alt": [[float(other.amount), other.currency] for other in money.equivalents],
    }
    return next((fact for fact in gold["investments"] if score.key_investment(fact, stated)), None)


def plant_of(draft: PlantDraft, gold: dict[str, Any], score: ModuleType) -> dict[str, Any] | None:
    """The annotated plant that a draft is."""
    stated = {
        "operators": [mention.company.name for mention in draft.operators],
        "country": draft.place.country if draft.place else None,
        "locality": draft.place.locality if draft.place else None,
        "capacity": float(draft.capacity.value) if draft.capacity else None,
        "planned_capacity": float(draft.planned_capacity.value) if draft.planned_capacity else None,
    }
    return next((fact for fact in gold["plants"] if score.key_plant(fact, stated)), None)


def export_of(draft: ExportDraft, gold: dict[str, Any], score: ModuleType) -> dict[str, Any] | None:
    """The annotated export figure that a draft is."""
    quantity = draft.quantity
    stated: dict[str, Any] = {"quantity": None, "unit": None, "change": None}
    if isinstance(quantity, Money):
        stated |= {"quantity": float(quantity.amount), "unit": quantity.currency}
    elif quantity is not None:
        stated |= {"quantity": float(quantity.value), "unit": quantity.unit}
    if draft.change is not None:
        stated["change"] = float(draft.change.percent)
    return next((fact for fact in gold["exports"] if score.key_export(fact, stated)), None)


def opens(fact: dict[str, Any], date: DateMention) -> bool:
    """Whether an annotated plant opens in a period."""
    stated = fact.get("opened")
    periods = [period for period in (date.mention.period, date.mention.upcoming) if period is not None]
    return bool(stated) and any(
        str(stated).startswith(period.label) or period.label.startswith(str(stated)) for period in periods
    )


def names_region(draft: PlantDraft, gold: dict[str, Any], score: ModuleType) -> bool:
    """Whether a draft names only the region of an annotated plant: merging finds out, it is no example of an error."""
    place = draft.place
    if place is None or draft.site is None or draft.site.kind != "region":
        return False
    operators = [mention.company.name for mention in draft.operators]
    return any(
        score.overlap(fact["operators"], operators)
        and any(
            isinstance(entry, PlaceEntry) and (entry.country, entry.region) == (place.country, place.region)
            for entry in Lexicon.default().lookup(fact.get("locality") or "")
        )
        for fact in gold["plants"]
    )
