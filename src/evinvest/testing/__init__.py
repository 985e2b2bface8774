"""Hypothesis strategies for the tests of other projects, and of this one: records, articles and news with known facts.

Needs the extra ``testing``. Every strategy is a function; what it draws is valid by construction and small when it
shrinks.

>>> from hypothesis import given
>>> @given(money(currencies=("EUR",)))
... def test(amount):
...     assert amount.currency == "EUR"
>>> test()

After :func:`register`, ``st.from_type(Investment)`` and ``st.builds`` find them by themselves.
"""

from evinvest.errors import MissingExtra

try:
    import hypothesis as _hypothesis  # noqa: F401 - to say which extra is missing
except ImportError as error:
    raise MissingExtra.named("hypothesis", extra="testing") from error

from evinvest.testing._articles import WrittenArticle, articles
from evinvest.testing._news import Sentence, news, states
from evinvest.testing._records import (
    claims,
    evidence,
    export_figures,
    facts,
    investments,
    issues,
    plants,
    records,
)
from evinvest.testing._register import register
from evinvest.testing._values import (
    capacities,
    companies,
    countries,
    decimals,
    money,
    periods,
    places,
    quantities,
    spans,
    words,
)

__all__ = [
    "Sentence",
    "WrittenArticle",
    "articles",
    "capacities",
    "claims",
    "companies",
    "countries",
    "decimals",
    "evidence",
    "export_figures",
    "facts",
    "investments",
    "issues",
    "money",
    "news",
    "periods",
    "places",
    "plants",
    "quantities",
    "records",
    "register",
    "spans",
    "states",
    "words",
]
