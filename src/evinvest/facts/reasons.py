"""Why a linear decision fell as it did: the features that were seen, what each added, and the words behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen

from evinvest.facts.features import (
    MONEY_TABLES,
    PLANT_TABLES,
    STAGE_TABLES,
    STATUS_TABLES,
    money_features,
    plant_features,
    stage_features,
    status_features,
)
from evinvest.facts.linear import Features, decision
from evinvest.facts.surroundings import around

if TYPE_CHECKING:
    from evinvest.facts.document import AmountMention, Document, Ranged, Sentence
    from evinvest.facts.drafts import PlantDraft
    from evinvest.facts.focus import Focus


@frozen
class Reason:
    """One feature that was seen.

    Attributes:
        weight: what it adds to the log odds (natural logarithm); below 0 it speaks against.
        feature: its name in the weight file, such as ``invest.verb future before``.
        words: the cue that it was seen by, where it was one.
    """

    weight: float
    feature: str
    words: str | None = None


@frozen(kw_only=True)
class Verdict:
    """What one decision says at one place of the text.

    Attributes:
        question: the decision in the weight file: ``money`` (is the sum an investment?), ``plant`` (is it a plant of
            its own?), ``whole plant`` and ``whole export`` (is it one by all its mentions?), ``stage`` or
            ``status``.
        label: ``yes`` for those that ask whether, the likeliest label for the others.
        rather_than: ``no``, or the next likely label.
        odds: the log odds between the two; the sum of all reasons.
        reasons: what speaks most for ``label`` first, what speaks most against it last.
    """

    question: str
    label: str
    rather_than: str
    odds: float
    reasons: tuple[Reason, ...]


def on_money(document: Document, sentence: Sentence, anchor: AmountMention, focus: Focus) -> Verdict:
    """Whether a sum is an investment."""
    features = money_features(document, sentence, anchor, focus)
    return _verdict("money", features, _speakers(document, sentence, anchor, MONEY_TABLES))


def on_stage(document: Document, sentence: Sentence, anchor: Ranged) -> Verdict:
    """How far an investment has come."""
    features = stage_features(document, sentence, anchor)
    return _verdict("stage", features, _speakers(document, sentence, anchor, STAGE_TABLES))


def on_plant(document: Document, draft: PlantDraft, focus: Focus) -> Verdict:
    """Whether a draft is a plant of its own; ask before it is merged, since merging changes what is seen."""
    features = plant_features(document, draft, focus)
    return _verdict("plant", features, _speakers(document, draft.sentence, draft.anchor, PLANT_TABLES))


def on_whole(question: str, features: Features) -> Verdict:
    """Whether a plant or an export figure is stated, by all mentions together."""
    return _verdict(question, features, {})


def on_status(document: Document, draft: PlantDraft) -> Verdict:
    """How far a plant has come; ask before it is merged."""
    features = status_features(document, draft)
    return _verdict("status", features, _speakers(document, draft.sentence, draft.anchor, STATUS_TABLES))


def _verdict(question: str, features: Features, speakers: dict[str, str]) -> Verdict:
    decided = decision(question)
    chances = decided.chances(features)
    first, second = sorted(chances, key=lambda label: (label == "yes", chances[label]), reverse=True)[:2]
    return Verdict(
        question=question,
        label=first,
        rather_than=second,
        odds=chances[first] - chances[second],
        reasons=tuple(
            Reason(weight, name, speakers.get(name))
            for weight, name in decided.reasons(features, first, rather_than=second)
        ),
    )


def _speakers(document: Document, sentence: Sentence, anchor: Ranged, tables: frozenset[str]) -> dict[str, str]:
    """The words of the cue that each feature comes from: the strongest of those that give it."""
    best: dict[str, tuple[float, str]] = {}
    for cue in sentence.cues:
        alone = evolve(sentence, cues=(cue,))
        for name, value in around(document, alone, anchor, tables).items():
            if name != "bias" and value > best.get(name, (0.0, ""))[0]:
                best[name] = (value, document.words(cue))
    return {name: words for name, (_, words) in best.items()}
