"""Who puts money in: every company that the sentence names or points back to, weighed by a learned decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from evinvest.facts.candidates import Candidate, candidates
from evinvest.facts.linear import odds
from evinvest.facts.operators import choose_operators
from evinvest.facts.plant_anchors import Anchor, plant_anchors
from evinvest.facts.scoring import weigh_company

if TYPE_CHECKING:
    from evinvest.facts.document import AmountMention, Document, Sentence
    from evinvest.facts.focus import Focus
    from evinvest.mentions.names import CompanyMention

_JUST = 1  # sentences after which a plant is no longer the one that a sum is for
_MOST, _LEAST = 9.0, -3.0


def choose_investors(
    document: Document, sentence: Sentence, spent: AmountMention, focus: Focus
) -> tuple[list[CompanyMention], bool]:
    """Who puts a sum in, and whether that comes from an earlier sentence."""
    scored = [
        (odds("investor", one.features), -index, one)
        for index, one in enumerate(backers(document, sentence, spent, focus))
    ]
    best = max(scored, key=lambda row: row[:2])[2]
    return best.companies, best.back


def backers(document: Document, sentence: Sentence, spent: AmountMention, focus: Focus) -> list[Candidate]:
    """All who may put a sum in, and nobody: a sum may be told without its owner."""
    anchor = Anchor(spent.first, spent.last, strong=False, many=False, definite=False)
    site = _nearest(document, sentence, spent)
    runs = choose_operators(document, sentence, site, focus, "strong", None).companies if site is not None else []
    told = focus.plant if focus.plant is not None and sentence.index - focus.spoken <= _JUST else None
    found = []
    for one in candidates(document, sentence, anchor, focus, "sum", None):
        key = one.companies[0].key
        marks = {} if one.back else {"weight": _weight(document, sentence, spent, one.companies[0])}
        if site is not None:
            marks["runs site" if any(key == other.key for other in runs) else "no runner of site"] = 1.0
        if told is not None and any(key == other.key for other in told.operators):
            marks |= _of_told(site)
        joint = told is not None and one.back and key in [other.key for other in told.operators[:1]]
        companies = list(told.operators) if told is not None and joint else one.companies
        found.append(evolve(one, companies=companies, features=one.features | marks))
    return [*found, _nobody(found)]


def _of_told(site: Anchor | None) -> dict[str, float]:
    """What speaks for one who runs the plant spoken of just before."""
    marks = {"runs plant told": 1.0, f"runs plant told, sum {'alone' if site is None else 'at a plant'}": 1.0}
    if site is not None and site.definite:
        marks["runs plant told, definite"] = 1.0
    return marks


def _nobody(found: list[Candidate]) -> Candidate:
    """Nobody at all, as a candidate beside the others."""
    marks = {"nobody": True, "nobody named": all(one.back for one in found), "nobody known": not found}
    return Candidate([], {name: 1.0 for name, true in marks.items() if true}, back=False)


def _nearest(document: Document, sentence: Sentence, spent: AmountMention) -> Anchor | None:
    """The word for a plant that stands nearest to a sum."""
    return min(plant_anchors(document, sentence), key=lambda anchor: document.distance(anchor, spent), default=None)


def _weight(document: Document, sentence: Sentence, spent: AmountMention, company: CompanyMention) -> float:
    return max(min(weigh_company(document, sentence, spent, company), _MOST), _LEAST) / _MOST
