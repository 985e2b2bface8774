"""What belongs to which plant of a sentence: sizes, openings and money."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from evinvest.facts.capacities import MADE_BY
from evinvest.facts.drafts import Opening
from evinvest.facts.scoring import after, before, strongest
from evinvest.facts.stages import best_stage, likely_opening
from evinvest.facts.verbs import Tense, tense_of

if TYPE_CHECKING:
    from evinvest.facts.capacities import Stated
    from evinvest.facts.document import DateMention, Document, Sentence
    from evinvest.facts.drafts import InvestmentDraft, PlantDraft
    from evinvest.mentions.cues import Cue
    from evinvest.models import Period

_OPENS = 0.1  # an opening must be this much likelier than none, in log odds
_BESIDE = 3  # words within which "rather than" takes a period back: "in the second half of 2025"
_COMMAS = frozenset(",，;；")
_PARTED = 4.0  # what a comma before the plant adds to the distance of a size
_STRANGE = 8.0  # what it adds that a plant makes something else


def give_capacities(document: Document, drafts: Sequence[PlantDraft], stated: Sequence[Stated]) -> None:
    """A size belongs to the nearest plant; one said of each to all."""
    for row in stated:
        if after(document, row.mention.last, 1) in (["each"], ["apiece"]) or "each" in before(
            document, row.mention.first, 4
        ):
            for draft in drafts:
                draft.capacity = draft.capacity or row.capacity
                draft.fields.setdefault("capacity", row.mention)
            continue
        if not drafts:
            return
        draft = min(drafts, key=lambda one: _reach(document, one, row))
        if row.later and draft.planned_capacity is None:
            draft.planned_capacity = row.capacity
            draft.fields["planned_capacity"] = row.mention
        elif draft.capacity is None:
            draft.capacity = row.capacity
            draft.fields["capacity"] = row.mention
        elif (
            draft.planned_capacity is None
            and row.capacity.unit == draft.capacity.unit
            and row.capacity.value > draft.capacity.value
        ):
            draft.planned_capacity = row.capacity
            draft.fields["planned_capacity"] = row.mention


def _reach(document: Document, draft: PlantDraft, row: Stated) -> float:
    """How far a size is from a plant; behind it and a comma, another clause speaks of another plant."""
    size = row.mention
    between = document.tokens.words[size.last : draft.anchor.first]
    parted = not _COMMAS.isdisjoint(between)
    made = MADE_BY.get(row.capacity.unit)
    strange = made is not None and draft.product not in {made, None}
    return document.distance(draft.anchor, size) + (_PARTED if parted else 0.0) + (_STRANGE if strange else 0.0)


def give_openings(document: Document, sentence: Sentence, drafts: Sequence[PlantDraft]) -> None:
    """The period in which a plant opens belongs to the nearest plant."""
    if not drafts:
        return
    for date in sentence.dates:
        period = date.mention.period
        if period is None or not may_open(sentence, date):
            continue
        likely = likely_opening(document, sentence, date)
        if likely < _OPENS:
            continue
        draft = min(drafts, key=lambda one: document.distance(one.anchor, date))
        opening = Opening(_in_time(document, sentence, date) or period, date, likely)
        draft.openings.append(opening)
        if draft.opened is None:
            draft.opened = opening.period


def may_open(sentence: Sentence, date: DateMention) -> bool:
    """Whether a period is one in which something can open: no length of time, none that was given up."""
    mention = date.mention
    if mention.period is None or mention.relation == "duration" or mention.fuzzy == "comparison":
        return False
    return all(not 0 <= date.first - cue.last <= _BESIDE for cue in sentence.having("open.superseded"))


def _in_time(document: Document, sentence: Sentence, date: DateMention) -> Period | None:
    """The next such period, where the nearest verb of opening is still to come: "will open in May"."""
    verbs = sentence.having("build.open", "open.verb", "open.weak")
    cue = min(verbs, key=lambda one: document.distance(one, date), default=None)
    to_come = cue is not None and tense_of(document, cue) in {Tense.FUTURE, Tense.POSSIBLE}
    return date.mention.upcoming if to_come else None


def opens(document: Document, sentence: Sentence, cue: Cue) -> bool:
    """Whether a verb is one of opening: by itself, or of starting beside a word for production."""
    if cue.roles & {"build.open", "open.verb"}:
        return True
    return "open.weak" in cue.roles and strongest(document, cue, sentence.having("open.noun", "open.verb")) > 0.4


def give_money(document: Document, drafts: Sequence[PlantDraft], investments: Sequence[InvestmentDraft]) -> None:
    """Each sum belongs to the nearest plant of its sentence; a total belongs to none."""
    for investment in investments:
        if investment.aggregate or not drafts:
            continue
        draft = min(drafts, key=lambda one: document.distance(one.anchor, investment.anchor))
        if document.distance(draft.anchor, investment.anchor) > 24:
            continue
        investment.plant = draft
        if draft.investment is None:
            draft.investment, draft.paid = investment.money, best_stage(investment.chances)
            draft.fields["investment"] = investment.anchor
