"""The three facts of the field: an investment, a plant, an export figure."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from attrs import frozen

from evinvest.models.claims import Claim, Evidence
from evinvest.models.entities import Company, Place
from evinvest.models.values import Bound, Capacity, Money, Quantity
from evinvest.periods import Period


class Product(StrEnum):
    """What a plant makes, an investment is for, or an export figure counts."""

    VEHICLE = "vehicle"
    BATTERY = "battery"
    MATERIAL = "material"
    PART = "part"
    CHARGING = "charging"
    RND = "rnd"
    MIXED = "mixed"
    OTHER = "other"
    PASSENGER = "passenger"
    COMMERCIAL = "commercial"
    NEV = "nev"
    BEV = "bev"
    PHEV = "phev"


class Scope(StrEnum):
    """Whether money leaves the home country of the one who invests it."""

    OVERSEAS = "overseas"
    DOMESTIC = "domestic"


class Stage(StrEnum):
    """How far an investment has come."""

    CONSIDERED = "considered"
    PLANNED = "planned"
    MADE = "made"
    CANCELLED = "cancelled"


class Status(StrEnum):
    """How far a plant has come, on the day of the article."""

    ANNOUNCED = "announced"
    CONSTRUCTION = "construction"
    OPERATING = "operating"
    PAUSED = "paused"
    CANCELLED = "cancelled"
    CLOSED = "closed"


class Basis(StrEnum):
    """What a change is measured against."""

    YOY = "yoy"
    """The same period of the year before."""
    MOM = "mom"
    """The month before."""


@frozen
class Share:
    """The part of a whole that one holder has: a partner of a venture, or a product in a total.

    Attributes:
        holder: as the text names it.
        percent: of 100.
    """

    holder: str
    percent: Decimal
    bound: Bound = Bound.EXACT


@frozen
class Change:
    """Growth in percent: 10.4 is a rise by 10.4 %, -3.6 a fall by 3.6 %."""

    percent: Decimal
    basis: Basis | None = None
    bound: Bound = Bound.EXACT


@frozen(kw_only=True)
class Investment:
    """Money put, or planned to be put, into plants, capacity, research, charging or materials.

    Attributes:
        investors: who puts it in; for a total the collective as stated.
        amount: with the equivalents in other currencies that the text gives.
        places: where the money goes.
        scope: overseas or domestic, seen from the home of the investors.
        period: when it is made, not when it is announced.
        aggregate: whether it totals several investors or projects.
        shares: how the text divides it.
    """

    investors: tuple[Company, ...] = ()
    amount: Money
    places: tuple[Place, ...] = ()
    scope: Scope | None = None
    product: Product | None = None
    stage: Stage
    period: Period | None = None
    aggregate: bool = False
    shares: tuple[Share, ...] = ()
    claim: Claim = Claim()
    evidence: Evidence


@frozen(kw_only=True)
class Plant:
    """A factory: existing, being built, planned or given up.

    Attributes:
        operators: who runs it; a joint venture and its partners are all listed.
        name: its proper name, such as "Giga Berlin".
        capacity: the present one, or that of the first phase.
        planned_capacity: a later or expanded one.
        opened: when production starts or started, as stated.
        investment: the money stated for this plant.
    """

    operators: tuple[Company, ...] = ()
    name: str | None = None
    place: Place | None = None
    product: Product | None = None
    status: Status
    capacity: Capacity | None = None
    planned_capacity: Capacity | None = None
    opened: Period | None = None
    investment: Money | None = None
    claim: Claim = Claim()
    evidence: Evidence


@frozen(kw_only=True)
class ExportFigure:
    """How much a country or a company exported in a period, or by how much that grew.

    Attributes:
        country: of a country's exports, ISO 3166-1 alpha-2.
        company: of a company's exports.
        quantity: a count, a weight, an energy, or a value in money; ``None`` where only the growth is stated.
        source: who counts: an association or the customs.
    """

    country: str | None = None
    company: Company | None = None
    product: Product | None = None
    quantity: Quantity | Money | None = None
    period: Period | None = None
    change: Change | None = None
    destination: Place | None = None
    source: str | None = None
    claim: Claim = Claim()
    evidence: Evidence
