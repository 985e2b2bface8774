"""Typed, unit-aware facts from news about electric-vehicle and battery investment, each traced to its words.

Read an article, extract its facts::

    article = evinvest.read_article("story.md")
    facts = evinvest.extract_facts(article)
    facts.investments, facts.plants, facts.exports

This module only gathers the public names. Importing it loads attrs and the standard library, nothing else.
"""

from evinvest.errors import EvinvestError, RateNotFound
from evinvest.facts import extract_facts
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
from evinvest.rates import Rates
from evinvest.reading import Article, iter_articles, parse_article, read_article

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
