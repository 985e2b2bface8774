"""What a plant can make in a year, told apart from what it made, sold or has."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from attrs import frozen

from evinvest.facts.document import AmountMention, Document, Sentence
from evinvest.facts.scoring import force, strongest
from evinvest.models import Capacity
from evinvest.units.amounts import AmountKind

_TO_GWH = {"kWh": Decimal("0.000001"), "MWh": Decimal("0.001"), "GWh": Decimal(1), "TWh": Decimal(1000)}
_VEHICLES = frozenset({"vehicle"})
_LEAST = {"vehicle/year": Decimal(500), "unit/year": Decimal(500), "t/year": Decimal(20), "GWh/year": Decimal("0.01")}
_TIMES = {"year": 1, "month": 12, "week": 52, "day": 0}


@frozen(eq=False)
class Stated:
    """A capacity with its place in the sentence; ``later`` for one still to come."""

    mention: AmountMention
    capacity: Capacity
    later: bool


def stated_capacities(document: Document, sentence: Sentence) -> list[Stated]:
    """The capacities of a sentence, in text order."""
    found: list[Stated] = []
    for mention in sentence.amounts:
        unit = _unit(mention, found)
        if unit is None or not _is_capacity(document, sentence, mention, found):
            continue
        value, high = mention.amount.value, mention.amount.high
        if unit == "GWh/year" and mention.amount.unit in _TO_GWH:
            value = value * _TO_GWH[mention.amount.unit]
            high = high * _TO_GWH[mention.amount.unit] if high is not None else None
        times = _TIMES.get(mention.amount.per or "year", 1)
        if times > 1:
            value *= times
        if value < _LEAST[unit] or times == 0:
            continue
        capacity = Capacity(value, unit, high=high, bound=mention.amount.bound)
        found.append(Stated(mention, capacity, _is_later(document, sentence, mention, found)))
    return found


def _unit(mention: AmountMention, found: Sequence[Stated]) -> str | None:
    amount = mention.amount
    match amount.kind:
        case AmountKind.COUNT:
            return "vehicle/year" if amount.unit in _VEHICLES else "unit/year"
        case AmountKind.ENERGY | AmountKind.POWER:
            return "GWh/year"
        case AmountKind.MASS:
            return "t/year"
        case AmountKind.NUMBER:
            return found[-1].capacity.unit if found else None
        case _:
            return None


def _is_capacity(document: Document, sentence: Sentence, mention: AmountMention, found: Sequence[Stated]) -> bool:
    amount = mention.amount
    noun = strongest(document, mention, sentence.having("capacity.noun"))
    past = strongest(document, mention, sentence.having("capacity.past", "money.revenue", "export.strong"))
    if amount.kind is AmountKind.NUMBER:
        later = strongest(document, mention, sentence.having("capacity.later"))
        return later > 0.55 and amount.value >= 100 and found[-1].capacity.unit == "vehicle/year"
    if amount.kind in {AmountKind.ENERGY, AmountKind.POWER}:
        plant = strongest(document, mention, sentence.having("plant.noun", "plant.weak", "capacity.noun"))
        return plant > 0.3 and past < 0.75
    rated = amount.per is not None
    if rated:
        return noun + 0.45 > past or amount.kind is AmountKind.MASS
    rate = strongest(document, mention, sentence.having("capacity.rate"))
    capacity = strongest(document, mention, sentence.having("capacity.size"))
    return (capacity > 0.42 or (rate > 0.6 and noun > 0.6)) and past < max(noun, capacity)


def _is_later(document: Document, sentence: Sentence, mention: AmountMention, found: Sequence[Stated]) -> bool:
    later = max(
        (force(document, mention, cue) for cue in sentence.having("capacity.later") if cue.last <= mention.first + 1),
        default=0.0,
    )
    first = strongest(document, mention, sentence.having("capacity.first"))
    if found and mention.amount.value > found[-1].mention.amount.value:
        return later > 0.3
    return later > 0.6 and later > first and bool(found)
