"""Facts of one sentence, in short."""

from datetime import date

from evinvest.facts import extract_facts
from evinvest.reading import parse_article

DAY = date(2025, 6, 20)


def facts_of(text, day=DAY):
    return extract_facts(parse_article(text, format="plain"), published=day)


def names(companies):
    return [company.name for company in companies]
