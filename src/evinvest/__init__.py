"""Typed, unit-aware facts from news about electric-vehicle and battery investment, each traced to its words.

Read an article, extract its facts::

    article = evinvest.read_article("story.md")
    facts = evinvest.extract_facts(article)
    facts.investments, facts.plants, facts.exports

This module only gathers the public names. Importing it loads attrs, the records and the standard library; reading and
extraction are loaded when they are first asked for.
"""

from typing import TYPE_CHECKING

from evinvest.errors import EvinvestError, RateNotFound
from evinvest.models import (
    Capacity,
    Claim,
    Company,
    Evidence,
    ExportFigure,
    Facts,
    Investment,
    Issue,
    Money,
    Period,
    Place,
    Plant,
    Quantity,
    Span,
)

if TYPE_CHECKING:
    from evinvest.facts import extract_facts
    from evinvest.rates import Rates
    from evinvest.reading import Article, iter_articles, parse_article, read_article
else:
    _LATE = {
        "Article": "evinvest.reading",
        "Rates": "evinvest.rates",
        "extract_facts": "evinvest.facts",
        "iter_articles": "evinvest.reading",
        "parse_article": "evinvest.reading",
        "read_article": "evinvest.reading",
    }

    def __getattr__(name: str) -> object:
        # With all rooms loaded an import took 0.28 s, with the records alone it takes 0.08 s.
        if name not in _LATE:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module  # noqa: PLC0415 - only here

        globals()[name] = value = getattr(import_module(_LATE[name]), name)
        return value


__all__ = [
    "Article",
    "Capacity",
    "Claim",
    "Company",
    "Evidence",
    "EvinvestError",
    "ExportFigure",
    "Facts",
    "Investment",
    "Issue",
    "Money",
    "Period",
    "Place",
    "Plant",
    "Quantity",
    "RateNotFound",
    "Rates",
    "Span",
    "extract_facts",
    "iter_articles",
    "parse_article",
    "read_article",
]


def __dir__() -> list[str]:
    return __all__
