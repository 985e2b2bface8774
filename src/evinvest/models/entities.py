"""Companies and places, as written and as known."""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen


@frozen
class Company:
    """A company, or a group of companies that the text names together ("Chinese EV makers").

    Attributes:
        name: the canonical name in the script of the text ("CATL", 宁德时代), or as written where the lexicon has none.
        surface: the name as written.
        country: its home, ISO 3166-1 alpha-2, as the lexicon or the text itself tells it.
        ticker: market (ISO 10383) and code, such as ``XSHE:002594``.
    """

    name: str
    surface: str | None = None
    country: str | None = None
    ticker: str | None = None

    def __str__(self) -> str:
        return self.name


@frozen
class Place:
    """A place, as precisely as the text names it.

    Attributes:
        name: as written.
        country: ISO 3166-1 alpha-2.
        region: a part of the country: state, province, county.
        locality: the most precise named place below the country: a town, or the region where no town is named.
        latitude: degrees north, where the gazetteer knows it.
        longitude: degrees east.
    """

    name: str
    country: str | None = None
    region: str | None = None
    locality: str | None = None
    latitude: Decimal | None = None
    longitude: Decimal | None = None

    def __str__(self) -> str:
        return self.name
