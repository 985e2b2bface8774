"""Facts in the making: what a sentence gives, before the sentences of an article are put together."""

from __future__ import annotations

from attrs import Factory, define, field, frozen

from evinvest.facts.document import AmountMention, Ranged, Sentence
from evinvest.mentions.names import CompanyMention
from evinvest.mentions.place_mention import PlaceMention
from evinvest.models import (
    Capacity,
    Change,
    Claim,
    Money,
    Period,
    Place,
    Product,
    Quantity,
    Scope,
    Stage,
    Status,
)


@define(eq=False)
class InvestmentDraft:
    """An investment as one sentence states it."""

    sentence: Sentence
    anchor: AmountMention
    money: Money
    chances: dict[str, float]
    """The chance of each stage, as a logarithm, summed over all mentions."""
    investors: list[CompanyMention] = Factory(list)
    places: list[PlaceMention] = Factory(list)
    product: Product | None = None
    products: dict[str, float] = Factory(dict)
    """The chance of each product, as a logarithm, summed over all mentions."""
    period: Period | None = None
    scope: Scope | None = None
    aggregate: bool = False
    claim: Claim = Factory(Claim)
    fields: dict[str, Ranged] = Factory(dict)
    borrowed: bool = False
    """Whether the investors come from an earlier sentence."""
    plant: PlantDraft | None = None
    """The plant that it stood beside."""
    home: str | None = None
    """The country of the investors, for money spent at home."""


@frozen
class Opening:
    """A period in which a plant may open."""

    period: Period
    mention: Ranged
    likely: float
    """The log odds that the plant opens then."""


@define(eq=False)
class PlantDraft:
    """A plant as one sentence states it."""

    sentence: Sentence
    anchor: Ranged
    operators: list[CompanyMention] = Factory(list)
    place: Place | None = None
    site: PlaceMention | None = None
    product: Product | None = None
    products: dict[str, float] = Factory(dict)
    """The chance of each product, as a logarithm, summed over all mentions."""
    capacity: Capacity | None = None
    planned_capacity: Capacity | None = None
    openings: list[Opening] = Factory(list)
    """The periods in which it may have opened or may open."""
    opened: Period | None = None
    investment: Money | None = None
    paid: Stage | None = None
    """How far the money of its sentence has come."""
    claim: Claim = Factory(Claim)
    name: str | None = None
    definite: bool = False
    which: set[str] = Factory(set)
    """The words that tell it from others: "second", "existing"."""
    fresh: bool = False
    """Whether it is brought up as one not spoken of before: "a plant"."""
    counted: bool = False
    """Whether it is a number of plants: "four plants"."""
    borrowed: bool = False
    chances: dict[str, float] = Factory(dict)
    """The chance of each status, as a logarithm, summed over all mentions."""
    status: Status = Status.ANNOUNCED
    """The one that was settled on, once all mentions are put together."""
    kind: str = "named"
    """How the sentence speaks of it: a ``strong`` or ``weak`` word, its ``town``, or what it makes (``implied``)."""
    likely: float = 0.0
    """The log odds that this mention is of a plant of its own."""
    sure: float = 0.0
    """The log odds that the article states it as a plant, by all mentions together."""
    operator_odds: float = 0.0
    """The log odds of those who run it."""
    operator_lead: float = 0.0
    """By how much they are likelier than the next who might."""
    site_weight: float | None = None
    """How well the place fits the word for the plant; nothing where there is no such word."""
    loose: bool = False
    """Whether the country does not stand right beside the word for the plant."""
    into: PlantDraft | None = None
    """The draft that this one turned out to be a part of."""
    absorbed: list[PlantDraft] = field(init=False, factory=list)
    """The drafts that turned out to be parts of this one."""
    again: bool = False
    """Whether another mention that names the town turned out to be of this plant."""
    attached: bool = False
    """Whether the word for what it makes stands right before the word for the plant: "a battery plant"."""
    fields: dict[str, Ranged] = Factory(dict)

    @property
    def mentions(self) -> list[PlantDraft]:
        """All mentions of it, itself first."""
        return [self, *self.absorbed]

    @property
    def is_sized(self) -> bool:
        """Whether a capacity is known, of now or of later."""
        return self.capacity is not None or self.planned_capacity is not None


@define(eq=False)
class ExportDraft:
    """An export figure as one sentence states it."""

    sentence: Sentence
    anchor: Ranged
    country: str | None = None
    company: CompanyMention | None = None
    product: Product | None = None
    quantity: Quantity | Money | None = None
    period: Period | None = None
    change: Change | None = None
    compared: Period | None = None
    """The period that the change is measured against."""
    destination: Place | None = None
    source: str | None = None
    sure: float = 0.0
    """The log odds that it is a figure of exports, by all that is known of it."""
    claim: Claim = Factory(Claim)
    fields: dict[str, Ranged] = Factory(dict)
