"""What the lexicon knows of a name: a company, a place, a body that counts."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from attrs import frozen

PlaceKind = Literal["country", "demonym", "region", "city", "bloc", "continent"]


@frozen
class CompanyEntry:
    """A company of the field.

    Attributes:
        name: the canonical name.
        country: its home, ISO 3166-1 alpha-2.
        kind: what it does: ``oem``, ``battery``, ``material``, ``part``, ``charging``, ``recycling``, ``energy``,
            ``tech``, ``conglomerate``, ``finance``; a joint venture has ``-jv`` behind, a bus or lorry maker ``-cv``.
        tickers: market identifier (ISO 10383) and code, ``XSHE:002594``; the first is the main listing.
        members: the partners of a joint venture or the parents of a brand, by canonical name.
        ambiguous: the name as written is also an ordinary word, a place or a person: it needs context.
        chinese: the usual Chinese name.
    """

    name: str
    country: str | None = None
    kind: str | None = None
    tickers: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    ambiguous: bool = False
    chinese: str | None = None

    @property
    def ticker(self) -> str | None:
        """The main listing."""
        return self.tickers[0] if self.tickers else None


@frozen
class PlaceEntry:
    """A place, or the adjective of one.

    Attributes:
        name: its usual English name.
        country: ISO 3166-1 alpha-2; none for blocs and continents.
        region: the state, province or county that it is or lies in.
        kind: ``demonym`` is an adjective or inhabitant ("Hungarian") and stands for the country.
        latitude: degrees north, to about a kilometre.
        longitude: degrees east.
        population: people, as the gazetteer has it.
        ambiguous: the name as written is also an ordinary word, a person or a company: it needs context.
    """

    name: str
    country: str | None = None
    region: str | None = None
    kind: PlaceKind = "city"
    latitude: Decimal | None = None
    longitude: Decimal | None = None
    population: int | None = None
    ambiguous: bool = False


@frozen
class BodyEntry:
    """Who counts exports and sales: an association, the customs, a ministry, a market researcher.

    Attributes:
        name: its full English name.
        short: the usual abbreviation.
        country: the country that it counts for, ISO 3166-1 alpha-2.
        aliases: its other names.
        ambiguous: the name as written is also an ordinary word.
    """

    name: str
    short: str | None = None
    country: str | None = None
    aliases: tuple[str, ...] = ()
    ambiguous: bool = False


@frozen
class Country:
    """What is known of a country, by its ISO 3166-1 code.

    Attributes:
        code: ISO 3166-1 alpha-2.
        name: its usual English name.
        currency: ISO 4217.
        capital: the seat of its government, which the news takes for the government itself.
        continent: ``AF``, ``AN``, ``AS``, ``EU``, ``NA``, ``OC`` or ``SA``.
    """

    code: str
    name: str
    currency: str | None = None
    capital: str | None = None
    continent: str | None = None


Entry = CompanyEntry | PlaceEntry | BodyEntry
