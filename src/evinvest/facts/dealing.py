"""Who buys a plant or a company, who sells, what is bought, and who owns whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evinvest.facts.scoring import before, is_aside, is_target, possesses

if TYPE_CHECKING:
    from evinvest.facts.document import Document, Sentence
    from evinvest.mentions.names import CompanyMention

_BESIDE = 2  # words from an owner to what it owns: "VW's PowerCo"
_KIN = 7  # with words for what it is
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


def kinship(
    document: Document, sentence: Sentence, company: CompanyMention, others: list[CompanyMention]
) -> dict[str, bool]:
    """Whether a company owns another one of the sentence, or is owned by one."""
    owns = possesses(document, company)
    return {
        "owner of another": any(owns and _is_kin(document, sentence, company, other) for other in others),
        "kin of another": any(
            possesses(document, other) and _is_kin(document, sentence, other, company) for other in others
        ),
    }


def _is_kin(document: Document, sentence: Sentence, owner: CompanyMention, other: CompanyMention) -> bool:
    """Whether the second of two is what the first owns or works with: "VW's PowerCo", "Fiat's parts arm, Marelli"."""
    distance = other.first - owner.last
    if 0 < distance <= _BESIDE:
        return True
    kin = other.first - 1 if before(document, other.first) == [","] else other.first
    return 0 < distance <= _KIN and any(
        owner.last < cue.last == kin for cue in sentence.having("group.maker", "group.parent")
    )
