"""How far an investment or a plant has come, and whether a sum is an investment at all: decided by what stands around it."""

from __future__ import annotations

from evinvest.facts.document import AmountMention, Document, Ranged, Sentence
from evinvest.facts.features import money_features, stage_features, status_features
from evinvest.facts.linear import decision
from evinvest.models import Stage, Status


def likely_investment(document: Document, sentence: Sentence, anchor: AmountMention) -> float:
    """The chance that a sum is an investment, as a logarithm of odds: above 0 it rather is one."""
    chances = decision("money").chances(money_features(document, sentence, anchor))
    return chances["yes"] - chances["no"]


def stage_of(document: Document, sentence: Sentence, anchor: Ranged) -> tuple[Stage, float]:
    """How far an investment has come, and how sure that is."""
    chances = decision("stage").chances(stage_features(document, sentence, anchor))
    best = max(chances, key=lambda label: chances[label])
    return Stage(best), chances[best]


def status_chances(document: Document, sentence: Sentence, anchor: Ranged) -> dict[str, float]:
    """The chance of each status of a plant, as a logarithm."""
    return decision("status").chances(status_features(document, sentence, anchor))


def best_status(chances: dict[str, float]) -> Status:
    """The likeliest status."""
    return Status(max(chances, key=lambda label: chances[label]))
