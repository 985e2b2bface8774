"""What is known of the sites of companies, which speaks for one company that a text names against another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evinvest.lexicon import PlaceEntry

if TYPE_CHECKING:
    from evinvest.facts.document import Document
    from evinvest.mentions.names import CompanyMention
    from evinvest.mentions.place_mention import PlaceMention


def is_known_site(document: Document, company: CompanyMention, site: PlaceMention) -> bool:
    """Whether a company is known to make something in a town."""
    names = [site.place.locality or ""]
    if site.match is not None and isinstance(site.match.entry, PlaceEntry):
        names.append(site.match.entry.name)
    return document.sites.runs(company.key, site.place.country, names)
