"""Which export figures an article states: what is known of each, how far from it, and what else the article has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from evinvest.facts.linear import odds

if TYPE_CHECKING:
    from evinvest.facts.document import Document
    from evinvest.facts.drafts import ExportDraft

_ENOUGH = 0.0  # in log odds
_MANY = 10  # figures; more say no more
_STEPS = (2, 5, 10, 20)  # words
_SLOTS = ("country", "company", "product", "period", "change", "destination", "source")


def judge_exports(document: Document, figures: Sequence[ExportDraft]) -> None:
    """Weigh for each figure of an article, once all mentions are put together, whether it is one of exports."""
    for figure, features in export_rows(document, figures):
        figure.sure = odds("whole export", features)


def is_stated(figure: ExportDraft) -> bool:
    """Whether a figure is likely enough one of exports."""
    return figure.sure >= _ENOUGH


def export_rows(document: Document, figures: Sequence[ExportDraft]) -> Iterator[tuple[ExportDraft, dict[str, float]]]:
    """Every figure of an article, in text order, with what tells whether it is one of exports."""
    for index, figure in enumerate(figures):
        marks = {
            **_of_quantity(figure),
            "first": index == 0,
            "alone": len(figures) == 1,
            "chinese": document.chinese,
            f"section {figure.sentence.section}": True,
            f"claim {figure.claim.modality}": True,
            "attributed": bool(figure.claim.attribution),
        }
        found = {name: 1.0 for name, true in marks.items() if true}
        filled = sum(getattr(figure, name) is not None for name in _SLOTS)
        counts = {"bias": 1.0, "figures": min(len(figures), _MANY) / _MANY, "filled": filled / len(_SLOTS)}
        yield figure, counts | found | _of_slots(document, figure)


def _of_quantity(figure: ExportDraft) -> dict[str, bool]:
    """What the figure counts."""
    quantity = figure.quantity
    unit = getattr(quantity, "unit", None) or ("money" if quantity is not None else "growth")
    return {f"in {unit}": True, f"of {figure.product}": True, "of two": bool(figure.country and figure.company)}


def _of_slots(document: Document, figure: ExportDraft) -> dict[str, float]:
    """What is known of it, and whether that stands in its sentence, and how far from it."""
    found: dict[str, float] = {}
    for name in _SLOTS:
        if getattr(figure, name) is None:
            continue
        found[name] = 1.0
        mention = figure.fields.get(name)
        if mention is None:
            found[f"{name} unsaid"] = 1.0
        elif figure.sentence.first <= mention.first < figure.sentence.last:
            far = document.distance(mention, figure.anchor)
            found[f"{name} {next((f'within {step}' for step in _STEPS if far <= step), 'far')}"] = 1.0
        else:
            found[f"{name} elsewhere"] = 1.0
    return found
