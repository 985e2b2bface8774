"""One export figure once: the same quantity told twice, and growth that is told apart from what grew."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from evinvest.facts.merge import near
from evinvest.models import Basis, Change, Money, Quantity

if TYPE_CHECKING:
    from evinvest.facts.drafts import ExportDraft

_EQUAL = Decimal("0.005")
IN_MIND = 64
"""How many figures a draft is compared with, the last ones, so that time stays linear."""


def merge_exports(drafts: Sequence[ExportDraft]) -> list[ExportDraft]:
    """The export figures of an article, each once, in text order."""
    kept: list[ExportDraft] = []
    for draft in drafts:
        twin = next((other for other in kept[-IN_MIND:] if _same_figure(other, draft)), None)
        if twin is None:
            kept.append(draft)
        elif _is_rounded(twin, draft):  # the exact figure is the one to be told
            kept.remove(twin)
            kept.append(draft)
            _absorb(draft, twin)
        else:
            _absorb(twin, draft)
    return _absorb_growth(kept)


def _absorb(twin: ExportDraft, draft: ExportDraft) -> None:
    twin.period = twin.period or draft.period
    if twin.change is None or (draft.change is not None and twin.change.basis is Basis.MOM):
        twin.change = draft.change or twin.change
    twin.destination = twin.destination or draft.destination
    twin.source = twin.source or draft.source
    for name, mention in draft.fields.items():
        twin.fields.setdefault(name, mention)


def _absorb_growth(drafts: Sequence[ExportDraft]) -> list[ExportDraft]:
    """Growth told alone is that of a figure beside it: "Exports jump 54 pct", then "rose 54.3 percent to 594,700"."""
    kept: list[ExportDraft] = []
    for index, draft in enumerate(drafts):
        if draft.quantity is not None:
            kept.append(draft)
            continue
        around = [*drafts[max(index - IN_MIND, 0) : index], *drafts[index + 1 : index + IN_MIND]]
        owner = next((other for other in around if _is_growth_of(draft, other)), None)
        if owner is None:
            kept.append(draft)
        elif owner.change is None:
            owner.change, owner.fields["change"] = draft.change, draft.fields["change"]
    return kept


def _is_growth_of(draft: ExportDraft, other: ExportDraft) -> bool:
    """Whether growth belongs to another draft: to a figure of the same, or to growth told in more digits."""
    if _of(draft) != _of(other) or (draft.period and other.period and draft.period != other.period):
        return False
    if other.change is not None:
        finer = other.quantity is not None or _digits(other.change) > _digits(draft.change)
        return finer and _rounds(draft.change, other.change)
    told = draft.sentence.section != "title" and draft.period is not None
    return told and other.quantity is not None and draft.product is other.product and draft.period == other.period


def _of(draft: ExportDraft) -> tuple[str | None, ...]:
    """Whose exports, and where to."""
    company = draft.company.key if draft.company is not None else None
    return draft.country, company, draft.destination.name if draft.destination is not None else None


def _digits(change: Change | None) -> int:
    return -int(change.percent.as_tuple().exponent) if change is not None else 0


def _rounds(one: Change | None, other: Change | None) -> bool:
    """Whether two changes differ by rounding only: 54 and 54.3 percent."""
    if one is None or other is None:
        return False
    coarse = min(_digits(one), _digits(other))
    return abs(one.percent - other.percent) < Decimal(10) ** -coarse and one.percent * other.percent >= 0


_ROUND = Decimal("0.05")


def _is_rounded(title: ExportDraft, told: ExportDraft) -> bool:
    """Whether a headline has a figure of the same only as a round one: "top 190 GWh", "nearly 200 GWh", then 197.1."""
    one, other = title.quantity, told.quantity
    if one is None or other is None or title.sentence.section != "title" or told.sentence.section == "title":
        return False
    left, right = _size(one), _size(other)
    alike = left[1] == right[1] and _of(title) == _of(told) and title.product is told.product
    dated = title.period is None or told.period is None or title.period == told.period
    return alike and dated and near(left[0], right[0], _ROUND)


def _same_figure(one: ExportDraft, other: ExportDraft) -> bool:
    if _is_rounded(one, other):
        return True
    if one.source and other.source and one.source != other.source:
        return False
    if one.quantity is None or other.quantity is None:
        return one.quantity is other.quantity and one.change == other.change
    left, right = _size(one.quantity), _size(other.quantity)
    return left[1] == right[1] and near(left[0], right[0], _EQUAL)


def _size(quantity: Quantity | Money) -> tuple[Decimal, str]:
    return (quantity.amount, quantity.currency) if isinstance(quantity, Money) else (quantity.value, quantity.unit)
