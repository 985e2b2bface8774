"""Who buys a plant or a company, who sells, and what is bought."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evinvest.facts.scoring import before, is_aside, is_target

if TYPE_CHECKING:
    from evinvest.facts.document import Document, Sentence
    from evinvest.mentions.names import CompanyMention

_DEALING = 4  # words from who deals to the verb of dealing
_DEAL = 14  # words from a verb of buying to who sells


def dealing(document: Document, sentence: Sentence, company: CompanyMention) -> dict[str, bool]:
    """Whether a name is that of one who is bought, buys, sells, or is sold to."""
    given = before(document, company.first) == ["to"]
    return {
        "target": is_target(document, sentence, company),
        "buyer": _is_buyer(document, sentence, company),
        "seller": _is_seller(document, sentence, company),
        "sold to": given and any(cue.last <= company.first for cue in sentence.having("invest.sale")),
    }


def _is_buyer(document: Document, sentence: Sentence, company: CompanyMention) -> bool:
    """Whether a name is that of one who buys: "Tata bought it", "Foxconn agreed to buy the plant"."""
    return any(
        0 <= cue.first - company.last <= _DEALING
        and not is_aside(document, sentence, company)
        and not any(company.last <= other.first < cue.first for other in sentence.companies)
        for cue in sentence.having("invest.stake")
    )


def _is_seller(document: Document, sentence: Sentence, company: CompanyMention) -> bool:
    """Whether a name is that of one who sells or leaves: "that Ford sold", "bought from Daimler"."""
    if before(document, company.first) == ["from"] and any(
        0 < company.first - cue.last <= _DEAL for cue in sentence.having("invest.stake")
    ):
        return True
    return any(
        0 <= cue.first - company.last <= _DEALING
        and not any(company.last <= other.first < cue.first for other in sentence.companies)
        for cue in sentence.having("invest.sale")
    )
