"""What was seen in a sentence and not made a fact: sums that are no investment, plants of nobody, other figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from evinvest.facts.exports import find_exports
from evinvest.facts.investments import money_groups
from evinvest.facts.plant_anchors import plant_anchors
from evinvest.facts.whole_plants import is_complete
from evinvest.mentions.cues import Cue
from evinvest.units.amounts import AmountKind

if TYPE_CHECKING:
    from evinvest.facts.document import AmountMention, Document, Ranged, Sentence
    from evinvest.facts.drafts import ExportDraft, InvestmentDraft, PlantDraft
    from evinvest.facts.export_slots import Reading
    from evinvest.facts.focus import Focus

    Draft = InvestmentDraft | PlantDraft | ExportDraft

_COUNTING = frozenset({AmountKind.COUNT, AmountKind.ENERGY, AmountKind.MASS, AmountKind.MONEY, AmountKind.NUMBER})
_LEAST = Decimal(50)  # smaller numbers count models, plants and days
_EXPORTING = frozenset({"export.strong", "export.away", "export.verb"})
_TRIED = 12  # figures, and roles taken away for each, so that a sentence without end is not read without end


def other_sums(
    document: Document, sentence: Sentence, drafts: Sequence[InvestmentDraft]
) -> Iterator[tuple[AmountMention, str]]:
    """The sums of a sentence that are no investment, with what kind of sum a rule says they are, or nothing."""
    taken = {draft.anchor for draft in drafts}
    for anchor, _ in money_groups(document, sentence):
        if anchor not in taken:
            yield anchor, _rule(anchor)


def _rule(anchor: AmountMention) -> str:
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
    if is_complete(draft):
        return "unlikely to be a plant of its own"
    lacks = []
    if not draft.operators:
        lacks.append("no operator")
    elif draft.operators[0].group:
        lacks.append("only a collective runs it")
    if draft.place is None and not draft.is_sized:
        lacks.append("neither place nor capacity")
    elif not draft.is_sized and draft.place is not None and not draft.place.locality:
        lacks.append("neither town nor capacity")
    return ", ".join(lacks)


@frozen
class Keeper:
    """A role that keeps a figure from being an export figure, and its cues."""

    role: str
    cues: tuple[Cue, ...]


def other_figures(
    document: Document, sentence: Sentence, drafts: Sequence[Draft], focus: Focus, reading: Reading
) -> Iterator[tuple[AmountMention, tuple[Keeper, ...]]]:
    """The figures of a sentence about exports that count no exports, with what keeps each out, where it is known.

    Args:
        document: the article.
        sentence: one of its sentences.
        drafts: all that it gave; what fills a slot of one of them is not left out.
        focus: as it was before the sentence.
        reading: as it was before the sentence; it is not changed.
    """
    if not sentence.having(*_EXPORTING):
        return
    taken = {mention.first for draft in drafts for mention in (draft.anchor, *draft.fields.values())}
    figures = [
        mention
        for mention in sentence.amounts
        if mention.amount.kind in _COUNTING and mention.amount.value >= _LEAST and mention.first not in taken
    ]
    for number, figure in enumerate(figures):
        roles = _keeping(document, sentence, figure, focus, reading) if number < _TRIED else []
        yield figure, tuple(Keeper(role, tuple(sentence.having(role))) for role in roles)


def _keeping(
    document: Document, sentence: Sentence, figure: AmountMention, focus: Focus, reading: Reading
) -> list[str]:
    """The roles that keep a figure out: taken away, nearest first, till it is read, then put back if it still is."""

    def is_read(gone: set[str]) -> bool:
        cues = tuple(cue._replace(roles=cue.roles - gone) for cue in sentence.cues)
        drafts = find_exports(document, evolve(sentence, cues=cues), focus, evolve(reading))
        return any(draft.anchor is figure for draft in drafts)

    near = sorted(sentence.cues, key=lambda cue: document.distance(cue, figure))
    roles = list(dict.fromkeys(role for cue in near for role in sorted(cue.roles) if role not in _EXPORTING))
    for count in range(1, min(len(roles), _TRIED) + 1):
        if is_read(set(roles[:count])):
            needed = roles[:count]
            for role in roles[:count]:
                if is_read({*needed} - {role}):
                    needed.remove(role)
            return needed
    return []
