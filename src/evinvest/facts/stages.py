"""What a sum is, and how far an investment or a plant has come: decided by what stands around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evinvest.facts.features import (
    money_features,
    opening_features,
    plant_features,
    size_features,
    stage_features,
    status_features,
)
from evinvest.facts.linear import decision, odds
from evinvest.models import Stage

if TYPE_CHECKING:
    from evinvest.facts.document import AmountMention, DateMention, Document, Ranged, Sentence
    from evinvest.facts.drafts import PlantDraft
    from evinvest.facts.focus import Focus


def likely_investment(document: Document, sentence: Sentence, anchor: AmountMention, focus: Focus) -> float:
    """The chance that a sum is an investment, as a logarithm of odds: above 0 it rather is one."""
    return odds("money", money_features(document, sentence, anchor, focus))


def likely_opening(document: Document, sentence: Sentence, anchor: DateMention) -> float:
    """The chance that a period is when a plant opens, as a logarithm of odds."""
    return odds("opening", opening_features(document, sentence, anchor))


def likely_plant(document: Document, draft: PlantDraft, focus: Focus) -> float:
    """The chance that a draft is a plant of its own, as a logarithm of odds."""
    return odds("plant", plant_features(document, draft, focus))


def size_chances(document: Document, sentence: Sentence, anchor: AmountMention, *, earlier: float) -> dict[str, float]:
    """The chance that a number is a present or first capacity, a later one, or none, as a logarithm."""
    return decision("size").chances(size_features(document, sentence, anchor, earlier=earlier))


def stage_chances(document: Document, sentence: Sentence, anchor: Ranged) -> dict[str, float]:
    """The chance of each stage of an investment, as a logarithm."""
    return decision("stage").chances(stage_features(document, sentence, anchor))


def status_chances(document: Document, draft: PlantDraft) -> dict[str, float]:
    """The chance of each status of a plant, as a logarithm."""
    return decision("status").chances(status_features(document, draft))


def best_stage(chances: dict[str, float]) -> Stage:
    """The likeliest stage."""
    return Stage(max(chances, key=lambda label: chances[label]))
