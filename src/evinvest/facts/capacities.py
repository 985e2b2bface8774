"""What a plant can make in a year, told apart from what it made, sold or has."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from attrs import frozen

from evinvest.facts.document import AmountMention, Document, Sentence
from evinvest.facts.scoring import before, force, strongest
from evinvest.facts.verbs import Tense, tense_of
from evinvest.models import Capacity
from evinvest.units.amounts import AmountKind

_TO_GWH = {"kWh": Decimal("0.000001"), "MWh": Decimal("0.001"), "GWh": Decimal(1), "TWh": Decimal(1000)}
_VEHICLES = frozenset({"vehicle"})
# What one plant can make in a year, by its unit; outside, a number is a typing error or a whole company's.
_BOUNDS = {
    "vehicle/year": (Decimal(500), Decimal(1_500_000)),
    "unit/year": (Decimal(500), Decimal(5_000_000_000)),
    "t/year": (Decimal(20), Decimal(20_000_000)),
    "GWh/year": (Decimal("0.01"), Decimal(400)),
}
_TIMES = {"year": 1, "month": 12, "week": 52}
_TOWARD = frozenset({"to", "至", "到"})


@frozen(eq=False)
class Stated:
    """A capacity with its place in the sentence; ``later`` for one still to come, ``future`` by a verb to come."""

    mention: AmountMention
    capacity: Capacity
    later: bool
    future: bool = False


def stated_capacities(document: Document, sentence: Sentence) -> list[Stated]:
    """The capacities of a sentence, in text order."""
    found: list[Stated] = []
    for mention in sentence.amounts:
        unit = _unit(mention, found)
        if unit is None or not _is_capacity(document, sentence, mention, found):
            continue
        capacity = _by_year(mention, unit)
        if capacity is not None:
            later = _is_later(document, sentence, mention, found)
            found.append(Stated(mention, capacity, later, future=_is_future(document, sentence, mention)))
    return found


def _by_year(mention: AmountMention, unit: str) -> Capacity | None:
    """A stated size as a rate a year; none where no plant has such a size."""
    amount = mention.amount
    factor = _TO_GWH.get(amount.unit or "", Decimal(1)) if unit == "GWh/year" else Decimal(1)
    factor *= _TIMES.get(amount.per or "year", 0)
    value = amount.value * factor
    least, most = _BOUNDS[unit]
    if not least <= value <= most:
        return None
    high = amount.high * factor if amount.high is not None else None
    return Capacity(value, unit, high=high, bound=amount.bound)


def _is_future(document: Document, sentence: Sentence, mention: AmountMention) -> bool:
    """Whether the verb of making is still to come: "will leave at a rate of 32 GWh"."""
    verbs = [cue for cue in sentence.having("capacity.noun") if cue.last <= mention.first]
    nearest = min(verbs, key=lambda cue: document.distance(cue, mention), default=None)
    return nearest is not None and tense_of(document, nearest) in {Tense.FUTURE, Tense.POSSIBLE}


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
    later = sentence.having("capacity.later")
    if amount.kind is AmountKind.NUMBER:
        return (
            strongest(document, mention, later) > 0.55
            and amount.value >= 100
            and found[-1].capacity.unit == "vehicle/year"
        )
    if amount.kind in {AmountKind.ENERGY, AmountKind.POWER}:
        plant = strongest(document, mention, sentence.having("plant.noun", "plant.weak", "capacity.noun"))
        return plant > 0.3 and past < 0.75
    grows = _TOWARD & set(before(document, mention.first, 3)) and strongest(document, mention, later) > 0.5
    if found and grows:  # "50,000 vehicles, to be expanded to 150,000 vehicles"
        return True
    if amount.per in {"month", "week"}:  # present output, unless the text calls it a capacity
        return strongest(document, mention, sentence.having("capacity.size")) > 0.5
    if amount.per is not None:
        return noun + 0.45 > past or amount.kind is AmountKind.MASS
    rate = strongest(document, mention, sentence.having("capacity.rate"))
    capacity = strongest(document, mention, sentence.having("capacity.size"))
    return (capacity > 0.42 or (rate > 0.6 and noun > 0.6)) and past < max(noun, capacity)


def _is_later(document: Document, sentence: Sentence, mention: AmountMention, found: Sequence[Stated]) -> bool:
    """Whether a size is one that the plant is to grow to."""
    growing = [cue for cue in sentence.having("capacity.later") if cue.last <= mention.first + 1]
    nearest = min(growing, key=lambda cue: document.distance(cue, mention), default=None)
    if nearest is None:
        return False
    later = force(document, mention, nearest)
    if _TOWARD & set(before(document, mention.first, 3)) and later > 0.3:
        return tense_of(document, nearest) is not Tense.PAST
    if found and mention.amount.value > found[-1].mention.amount.value:
        return later > 0.3
    return bool(found) and later > 0.6 and later > strongest(document, mention, sentence.having("capacity.first"))
