"""What was seen and not understood, or does not fit together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from evinvest.facts.scoring import strongest
from evinvest.models import Issue
from evinvest.models.consistency import check_equivalents
from evinvest.units.amounts import AmountKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from evinvest.facts.document import Document
    from evinvest.models import Investment
    from evinvest.units import ExchangeRates

_LARGE = 1_000_000
_NEAR = 0.6


def issues_of(document: Document, investments: Sequence[Investment], *, rates: ExchangeRates | None) -> Iterator[Issue]:
    """The issues of an article, in text order within each kind."""
    if document.inferred and document.day is not None:
        yield Issue(
            "inferred-day",
            f"the article has no date: {document.day}, the latest that its text states, is taken for it",
        )
    yield from _without_currency(document)
    if rates is not None and document.day is not None:
        for fact in investments:
            issue = check_equivalents(fact.amount, on=document.day, rates=rates)
            if issue is not None:
                yield evolve(issue, span=fact.evidence.fields["amount"])


def _without_currency(document: Document) -> Iterator[Issue]:
    """Large bare numbers beside a verb of investing: the sign of the currency was lost on the way."""
    for sentence in document.sentences:
        for mention in sentence.amounts:
            if mention.amount.kind is not AmountKind.NUMBER or mention.amount.value < _LARGE:
                continue
            if strongest(document, mention, sentence.having("invest.verb")) >= _NEAR:
                yield Issue(
                    "unknown-currency",
                    f"a sum without a currency: {document.words(mention)}",
                    span=document.span(mention),
                )
