"""The names that the field knows: companies, places, and the bodies that count.

::

    lexicon = Lexicon.default()
    lexicon.match(Tokens.of("CATL builds in Debrecen"))

The tables lie in ``_data``; ``_data/SOURCES.md`` says where each comes from. A user's own names join by ``|``.
"""

from __future__ import annotations

from evinvest.lexicon.entries import BodyEntry, CompanyEntry, Country, Entry, PlaceEntry
from evinvest.lexicon.lexicon import Lexicon, Match
from evinvest.lexicon.sites import Site, Sites, site

__all__ = ["BodyEntry", "CompanyEntry", "Country", "Entry", "Lexicon", "Match", "PlaceEntry", "Site", "Sites", "site"]
