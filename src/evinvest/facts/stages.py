"""How far an investment or a plant has come, by the verbs and cue words around it."""

from __future__ import annotations

from datetime import date

from evinvest.facts.document import Document, Ranged, Sentence
from evinvest.facts.scoring import before, force, is_negated
from evinvest.facts.verbs import Tense, tense_of
from evinvest.models import Stage, Status

_NEW = frozenset({"a", "an", "another", "new"})
_KNOWN = frozenset({"the", "its", "their", "existing", "this", "that", "current", "s"})
_BUILDING = {
    Tense.PAST: (Status.OPERATING, 0.8),
    Tense.PRESENT: (Status.ANNOUNCED, 0.5),
    Tense.ONGOING: (Status.CONSTRUCTION, 1.1),
    Tense.FUTURE: (Status.ANNOUNCED, 1.1),
    Tense.POSSIBLE: (Status.ANNOUNCED, 1.1),
}
_OPENING = {
    Tense.PAST: (Status.OPERATING, 1.25),
    Tense.PRESENT: (Status.OPERATING, 0.8),
    Tense.ONGOING: (Status.OPERATING, 0.7),
    Tense.FUTURE: (Status.ANNOUNCED, 0.75),
    Tense.POSSIBLE: (Status.ANNOUNCED, 0.7),
}
_RUNNING = {Tense.PAST: 0.85, Tense.PRESENT: 0.9, Tense.ONGOING: 0.7}
_MARKS = {
    "status.announced": (Status.ANNOUNCED, 0.95),
    "status.construction": (Status.CONSTRUCTION, 1.5),
    "status.paused": (Status.PAUSED, 1.3),
    "status.cancelled": (Status.CANCELLED, 1.4),
    "status.closed": (Status.CLOSED, 1.3),
}
_PAYING = {
    Tense.PAST: (Stage.MADE, 1.15),
    Tense.PRESENT: (Stage.PLANNED, 0.7),
    Tense.ONGOING: (Stage.PLANNED, 1.0),
    Tense.FUTURE: (Stage.PLANNED, 1.15),
    Tense.POSSIBLE: (Stage.CONSIDERED, 1.15),
}


def status_of(document: Document, sentence: Sentence, anchor: Ranged) -> tuple[Status, float]:
    """How far a plant has come, and how clearly the sentence says so."""
    scores = dict.fromkeys(Status, 0.0)
    prior = before(document, anchor.first, 4)
    new = next((word for word in prior if word in _NEW | _KNOWN), "")
    scores[Status.ANNOUNCED] = 0.25 if new in _NEW else 0.1
    scores[Status.OPERATING] = 0.12 if new in _NEW else 0.28
    if {"planned", "proposed", "future"} & set(prior):
        scores[Status.ANNOUNCED] = 1.0
    for cue in sentence.cues:
        found = _status_by(document, cue)
        if found is not None:
            status, weight = found
            scores[status] = max(scores[status], weight * force(document, anchor, cue))
    status = max(scores, key=lambda key: scores[key])
    return status, scores[status]


def _status_by(document: Document, cue: Ranged) -> tuple[Status, float] | None:
    """What a cue says about a plant."""
    roles: frozenset[str] = cue.roles  # type: ignore[attr-defined]
    tense = tense_of(document, cue)
    negated = is_negated(document, cue)
    if "status.closing" in roles and tense in {Tense.FUTURE, Tense.POSSIBLE}:
        return Status.OPERATING, 1.1
    for role, found in _MARKS.items():
        if role in roles:
            if negated or (tense in {Tense.FUTURE, Tense.POSSIBLE} and found[0] in {Status.CLOSED, Status.PAUSED, Status.CANCELLED}):
                return Status.OPERATING, 0.5
            if found[0] is Status.CONSTRUCTION and tense in {Tense.FUTURE, Tense.POSSIBLE}:
                return Status.ANNOUNCED, 1.2
            return found
    if "build.open" in roles:
        return None if negated else _OPENING[tense]
    if "build.verb" in roles:
        return None if negated else _BUILDING[tense]
    if "build.run" in roles and tense in _RUNNING and not negated:
        return Status.OPERATING, _RUNNING[tense]
    return None


def stage_of(document: Document, sentence: Sentence, anchor: Ranged, *, day: date | None) -> tuple[Stage, float]:
    """How far an investment has come, and how clearly the sentence says so."""
    scores = dict.fromkeys(Stage, 0.0)
    scores[Stage.PLANNED] = 0.22
    for cue in sentence.cues:
        strength = force(document, anchor, cue)
        if cue.roles & {"invest.verb", "invest.spend", "invest.stake", "invest.cost"} and not is_negated(document, cue):
            stage, weight = _PAYING[tense_of(document, cue)]
            scores[stage] = max(scores[stage], weight * strength)
        if cue.roles & {"build.open"} and tense_of(document, cue) is Tense.PAST:
            scores[Stage.MADE] = max(scores[Stage.MADE], 0.85 * strength)
        if cue.roles & {"build.verb"}:
            stage, weight = _PAYING[tense_of(document, cue)]
            scores[stage] = max(scores[stage], 0.9 * weight * strength)
        if "stage.cancelled" in cue.roles:
            scores[Stage.CANCELLED] = max(scores[Stage.CANCELLED], 1.3 * strength)
        if "stage.considered" in cue.roles:
            scores[Stage.CONSIDERED] = max(scores[Stage.CONSIDERED], 1.0 * strength)
        if "stage.planned" in cue.roles:
            scores[Stage.PLANNED] = max(scores[Stage.PLANNED], 1.0 * strength)
        if "stage.made" in cue.roles and tense_of(document, cue) in {Tense.PAST, Tense.PRESENT}:
            scores[Stage.MADE] = max(scores[Stage.MADE], 0.95 * strength)
    for dated in sentence.dates:
        period = dated.mention.period
        if period is not None and day is not None and period.end <= day and dated.mention.relation == "in" and period.precision == "year":
            scores[Stage.MADE] = max(scores[Stage.MADE], 0.9 * force(document, anchor, dated))
    stage = max(scores, key=lambda key: scores[key])
    return stage, scores[stage]

