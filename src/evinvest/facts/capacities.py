"""What a plant can make in a year, told apart from what it made, sold or has."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from attrs import frozen

from evinvest.facts.document import AmountMention, Document, Sentence
from evinvest.facts.scoring import before
from evinvest.facts.stages import size_chances
from evinvest.models import Capacity, Product
from evinvest.units.amounts import AmountKind

_TO_GWH = {"kWh": Decimal("0.000001"), "MWh": Decimal("0.001"), "GWh": Decimal(1), "TWh": Decimal(1000)}
_VEHICLES = frozenset({"vehicle"})
_COUNTED = frozenset({"vehicle/year", "unit/year"})
# What one plant can make in a year, by its unit; outside, a number is a typing error or a whole company's.
_BOUNDS = {
    "vehicle/year": (Decimal(500), Decimal(1_500_000)),
    "unit/year": (Decimal(500), Decimal(5_000_000_000)),
    "t/year": (Decimal(20), Decimal(20_000_000)),
    "GWh/year": (Decimal("0.01"), Decimal(400)),
}
MADE_BY = {"vehicle/year": Product.VEHICLE, "GWh/year": Product.BATTERY}
"""What a plant makes whose size is told in such a unit."""
_TIMES = {"year": 1, "month": 12, "week": 52}
_RAISED = 3  # words before a size among which "from" and "to" stand: "from the present 90,000"
_RAISING = 8  # words between the two sizes
_LEAST = 100  # a bare number below this is no size


@frozen(eq=False)
class Stated:
    """A capacity with its place in the sentence; ``later`` for one still to come."""

    mention: AmountMention
    capacity: Capacity
    later: bool


def stated_capacities(document: Document, sentence: Sentence) -> list[Stated]:
    """The capacities of a sentence, in text order."""
    found: list[Stated] = []
    raised = dict(_raised(document, sentence))
    for mention, capacity in sizes(sentence):
        earlier = float(found[-1].mention.amount.value) if found else 0.0
        chances = size_chances(document, sentence, mention, earlier=earlier)
        label = raised.get(mention) or max(chances, key=lambda one: chances[one])
        if label != "none":
            found.append(Stated(mention, capacity, label == "later"))
    return found


def sizes(sentence: Sentence) -> Iterator[tuple[AmountMention, Capacity]]:
    """The numbers of a sentence that a plant could make in a year; a bare one is of the kind before it."""
    unit = None
    for mention in sentence.amounts:
        unit = _unit(mention, unit)
        capacity = None if unit is None else _by_year(mention, unit)
        if capacity is not None:
            yield mention, capacity


def _raised(document: Document, sentence: Sentence) -> Iterator[tuple[AmountMention, str]]:
    """The two sizes of "from 80,000 to 120,000" and "to 120,000 cars from the present 80,000"."""
    for one, other in pairwise(mention for mention, _ in sizes(sentence)):
        lead, link = before(document, one.first, _RAISED), before(document, other.first, _RAISED)
        if other.first - one.last > _RAISING:
            continue
        if "to" in lead and "from" in link:
            yield from ((one, "later"), (other, "now"))
        elif "from" in lead and "to" in link:
            yield from ((one, "now"), (other, "later"))


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


def _unit(mention: AmountMention, former: str | None) -> str | None:
    amount = mention.amount
    match amount.kind:
        case AmountKind.COUNT:
            return "vehicle/year" if amount.unit in _VEHICLES else "unit/year"
        case AmountKind.ENERGY | AmountKind.POWER:
            return "GWh/year"
        case AmountKind.MASS:
            return "t/year"
        case AmountKind.NUMBER:
            return former if former in _COUNTED and amount.value >= _LEAST else None
        case _:
            return None
