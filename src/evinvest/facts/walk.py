"""Going through the sentences of an article as a reader does, keeping in mind what was spoken of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import Factory, define, evolve

from evinvest.facts.document import Sentence
from evinvest.facts.drafts import ExportDraft, InvestmentDraft, PlantDraft
from evinvest.facts.export_slots import Reading
from evinvest.facts.exports import find_exports
from evinvest.facts.focus import Focus
from evinvest.facts.investments import find_investments
from evinvest.facts.links import root
from evinvest.facts.merge import share_company
from evinvest.facts.merge_plants import absorb_plant, same_plant, told_apart
from evinvest.facts.places_back import with_places_back
from evinvest.facts.plants import find_plants
from evinvest.models import Product

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from evinvest.facts.document import Document

_NEAR = 2  # sentences after which "the plant" is rather one of the company spoken of
_SKIPPED = frozenset({"dateline", "credits"})
_PARTS = ("plant.noun", "plant.weak", "plant.expansion", "capacity.first", "capacity.later")


@define(eq=False)
class Step:
    """What one sentence gives.

    Attributes:
        focus: what was in mind when the sentence was read; it moves on when the walk does.
        earlier: what the export figures before it were of.
        sites: those of ``plants`` that are no other word for the plant spoken of before; known once the walk goes on.
    """

    sentence: Sentence
    focus: Focus
    earlier: Reading
    investments: list[InvestmentDraft]
    plants: list[PlantDraft]
    exports: list[ExportDraft]
    sites: list[PlantDraft] = Factory(list)


def walk(document: Document) -> Iterator[Step]:
    """The sentences of an article, in text order, each with its drafts."""
    focus, reading = Focus(), Reading()
    for bare in document.sentences:
        if bare.section in _SKIPPED:
            if bare.section == "dateline":
                focus.here = next(iter(bare.places), focus.here)
            continue
        sentence = with_places_back(document, bare, focus)
        earlier = reading
        if sentence.amounts:  # only its figures change what is read
            reading = evolve(reading)
        investments = find_investments(document, sentence, focus)
        plants = find_plants(document, sentence, focus, investments)
        exports = find_exports(document, sentence, focus, reading)
        _pay_for_plant_spoken_of(investments, focus)
        step = Step(sentence, focus, earlier, investments, plants, exports)
        yield step
        step.sites = _placed(plants, focus)
        focus.move(document, sentence)
        focus.move_to(sentence, [root(plant) for plant in plants])


def _pay_for_plant_spoken_of(drafts: Sequence[InvestmentDraft], focus: Focus) -> None:
    """Give "the company spent $500 million on the first phase" to the plant of the sentence before."""
    plant = focus.plant
    if plant is None:
        return
    for draft in drafts:
        free = draft.plant is None and not draft.places and not draft.aggregate and draft.product is not Product.RND
        next_to = draft.sentence.index - focus.spoken <= 1
        ours = share_company(draft.investors, plant.operators)
        if free and (
            (draft.sentence.having(*_PARTS) and ours) or (next_to and (draft.borrowed or not draft.investors))
        ):
            draft.plant = plant
            plant.investment = plant.investment or draft.money


def _meant(draft: PlantDraft, focus: Focus) -> PlantDraft | None:
    """The plant that "the plant" means: the last one of the same company, else the last one."""
    ours = next((plant for plant in reversed(focus.plants) if same_plant(plant, draft)), None)
    if ours is None and draft.borrowed and focus.plant is not None and not told_apart(focus.plant, draft):
        near = draft.sentence.index - focus.spoken <= _NEAR
        return focus.plant if near else None
    return ours


def _placed(drafts: Sequence[PlantDraft], focus: Focus) -> list[PlantDraft]:
    """Drafts of "the plant" without a place are the plant spoken of before."""
    kept = []
    for draft in drafts:
        meant = _meant(draft, focus) if draft.place is None and draft.definite else None
        if meant is not None:
            absorb_plant(meant, draft)
        else:
            kept.append(draft)
    return kept
