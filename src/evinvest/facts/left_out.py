"""What was seen in a sentence and not made a fact: sums that are no investment, plants of nobody, other figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import evolve

from evinvest.facts.exports import find_exports
from evinvest.facts.investments import money_groups
from evinvest.facts.plant_anchors import plant_anchors
from evinvest.units.amounts import AmountKind

if TYPE_CHECKING:
    from evinvest.facts.document import AmountMention, Document, Ranged, Sentence
    from evinvest.facts.drafts import ExportDraft, InvestmentDraft, PlantDraft
    from evinvest.facts.export_slots import Reading
    from evinvest.facts.focus import Focus
    from evinvest.mentions.cues import Cue

    Draft = InvestmentDraft | PlantDraft | ExportDraft

_COUNTING = frozenset({AmountKind.COUNT, AmountKind.ENERGY, AmountKind.MASS, AmountKind.MONEY, AmountKind.NUMBER})
_LEAST = Decimal(50)  # smaller numbers count models, plants and days
_TRIED = 12  # how many cues are taken away, so that a sentence without end takes no time without end


def other_sums(
    document: Document, sentence: Sentence, drafts: Sequence[InvestmentDraft]
) -> Iterator[tuple[AmountMention, str]]:
    """The sums of a sentence that are no investment, with what kind of sum a rule says they are, or nothing."""
    taken = {draft.anchor for draft in drafts}
    for anchor, _ in money_groups(document, sentence):
        if anchor not in taken:
            yield anchor, _rule(sentence, anchor)


def _rule(sentence: Sentence, anchor: AmountMention) -> str:
    if sentence.section == "item":
        return "stands in a list"
    if anchor.amount.per is not None:
        return f"is paid by the {anchor.amount.per}"
    return ""


def of_groups(
    document: Document, sentence: Sentence, drafts: Sequence[PlantDraft], focus: Focus
) -> Iterator[tuple[Ranged, str]]:
    """The words for plants that a collective runs, with its name."""
    taken = {draft.anchor.first for draft in drafts}
    for anchor in plant_anchors(document, sentence):
        if anchor.first not in taken:
            operators, _ = focus.actors(document, sentence, anchor)
            if operators and operators[0].group:
                yield anchor, operators[0].company.name


def why_not_identified(draft: PlantDraft) -> str:
    """What a merged plant draft lacks."""
    sized = draft.capacity is not None or draft.planned_capacity is not None
    lacks = []
    if not draft.operators:
        lacks.append("no operator")
    elif draft.operators[0].group:
        lacks.append("only a collective runs it")
    if draft.place is None and not sized:
        lacks.append("neither place nor capacity")
    elif not sized and draft.place is not None and not draft.place.locality:
        lacks.append("neither town nor capacity")
    return ", ".join(lacks) or "unlikely to be a plant of its own"


def other_figures(
    document: Document, sentence: Sentence, drafts: Sequence[Draft], focus: Focus, reading: Reading
) -> Iterator[tuple[AmountMention, Cue | None]]:
    """The figures of a sentence about exports that count no exports, with the cue that keeps each out, if one does.

    Args:
        document: the article.
        sentence: one of its sentences.
        drafts: all that it gave; what fills a slot of one of them is not left out.
        focus: as it was before the sentence.
        reading: as it was before the sentence; it is not changed.
    """
    if not sentence.having("export.strong", "export.away", "export.verb"):
        return
    taken = {mention.first for draft in drafts for mention in (draft.anchor, *draft.fields.values())}
    figures = [
        mention
        for mention in sentence.amounts
        if mention.amount.kind in _COUNTING and mention.amount.value >= _LEAST and mention.first not in taken
    ]
    for figure in figures[:_TRIED]:
        yield figure, _keeper(document, sentence, figure, focus, reading)


def _keeper(
    document: Document, sentence: Sentence, figure: AmountMention, focus: Focus, reading: Reading
) -> Cue | None:
    """The nearest cue without which the figure would be an export figure: found by taking each away."""
    for cue in sorted(sentence.cues, key=lambda cue: document.distance(cue, figure))[:_TRIED]:
        without = evolve(sentence, cues=tuple(other for other in sentence.cues if other is not cue))
        if any(draft.anchor is figure for draft in find_exports(document, without, focus, evolve(reading))):
            return cue
    return None
