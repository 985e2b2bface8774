"""Growth in percent, and the figure that it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from attrs import frozen

from evinvest.facts.document import AmountMention, Document, Ranged, Sentence
from evinvest.facts.drafts import ExportDraft
from evinvest.facts.scoring import before, strongest
from evinvest.models import Basis, Change, Precision
from evinvest.units.amounts import AmountKind
from evinvest.units.bounds import Bound

_VERBS = {"doubled": 100, "doubling": 100, "double": 100, "twice": 100, "tripled": 200, "trebled": 200, "tripling": 200, "quadrupled": 300}
_VAGUE = frozenset({"nearly", "almost", "than", "over", "about", "roughly"})
_TOWARD = frozenset({"to", "at", "达", "至", "为"})
_REACH = 7.0


@frozen(eq=False)
class Stated:
    """A change with the words that state it."""

    first: int
    last: int
    change: Change


def assign_changes(document: Document, sentence: Sentence, drafts: list[ExportDraft], counts: Callable[[AmountMention], bool]) -> list[ExportDraft]:
    """Give every change of a sentence to its figure; one without a figure becomes a draft of its own."""
    drafts = list(drafts)
    for stated in stated_changes(document, sentence):
        draft = _owner(document, sentence, stated, drafts)
        if draft is None:
            if isinstance(mention := _amount_at(sentence, stated), AmountMention) and counts(mention) and not sentence.having("export.forecast"):
                alone = ExportDraft(sentence, stated, change=stated.change)
                alone.fields["change"] = stated
                drafts.append(alone)
            continue
        if draft.change is None or (draft.change.basis is Basis.MOM and stated.change.basis is not Basis.MOM):
            draft.change = stated.change
            draft.fields["change"] = stated
    return sorted(drafts, key=lambda draft: draft.anchor.first)


def stated_changes(document: Document, sentence: Sentence) -> list[Stated]:
    """The changes of a sentence: "up 10.4 percent year-on-year", "doubled"."""
    found = []
    for mention in sentence.amounts:
        if mention.amount.kind in {AmountKind.PERCENT, AmountKind.MULTIPLE} and (change := _change(document, sentence, mention)) is not None:
            found.append(Stated(mention.first, mention.last, change))
    for index in range(sentence.first, sentence.last):
        factor = _VERBS.get(document.tokens.words[index].lower())
        if factor is not None and not _VAGUE & set(before(document, index, 1)):
            mark = Stated(index, index + 1, Change(Decimal(factor), _basis(document, sentence, _At(index, index + 1))))
            found.append(mark)
    return sorted(found, key=lambda one: one.first)


@frozen(eq=False)
class _At:
    first: int
    last: int


def _amount_at(sentence: Sentence, stated: Stated) -> AmountMention | None:
    return next((mention for mention in sentence.amounts if mention.first == stated.first), None)


def _change(document: Document, sentence: Sentence, mention: AmountMention) -> Change | None:
    up, down = (
        strongest(document, mention, [cue for cue in sentence.having(role) if document.distance(cue, mention) <= _REACH])
        for role in ("change.up", "change.down")
    )
    if up == down == 0.0:
        return None
    value = mention.amount.value
    if mention.amount.kind is AmountKind.MULTIPLE:
        value *= 100
    bound = mention.amount.bound if isinstance(mention.amount.bound, Bound) else Bound.EXACT
    return Change(value if up >= down else -value, _basis(document, sentence, mention), bound)


def _basis(document: Document, sentence: Sentence, mention: Ranged) -> Basis | None:
    yoy = strongest(document, mention, [cue for cue in sentence.having("change.yoy") if document.distance(cue, mention) <= 12])
    mom = strongest(document, mention, [cue for cue in sentence.having("change.mom") if document.distance(cue, mention) <= 12])
    if mom > yoy:
        return Basis.MOM
    if yoy:
        return Basis.YOY
    later = [date for date in sentence.dates if date.first >= mention.last and document.distance(mention, date) <= 8 and set(before(document, date.first, 2)) & {"than", "from", "on", "of"}]
    return Basis.YOY if later else None


def _owner(document: Document, sentence: Sentence, stated: Stated, drafts: Sequence[ExportDraft]) -> ExportDraft | None:
    """The figure of a change: the next one where the words lead to it ("rose 5 % to 300"), else the last one before."""
    earlier = [draft for draft in drafts if draft.anchor.last <= stated.first]
    later = [draft for draft in drafts if draft.anchor.first >= stated.last]
    following = min(later, key=lambda draft: draft.anchor.first, default=None)
    if following is not None and document.distance(stated, following.anchor) <= 12:
        gap = {word.lower() for word in document.tokens.words[stated.last : following.anchor.first]}
        if gap & _TOWARD and not (earlier and document.distance(earlier[-1].anchor, stated) <= 2.5):
            return following
    if earlier and document.distance(earlier[-1].anchor, stated) <= 24:
        return earlier[-1] if not _breaks(document, earlier[-1].anchor, stated) else None
    return following if following is not None and document.distance(stated, following.anchor) <= 6 else None


def _breaks(document: Document, left: Ranged, right: Ranged) -> bool:
    """Whether a new statement begins between a figure and a change: "..., with exports to X down 5 %"."""
    gap = [word.lower() for word in document.tokens.words[left.last : right.first]]
    return "exports" in gap or "shipments" in gap or ";" in gap


def settle_basis(draft: ExportDraft) -> None:
    """Growth of a whole year is against the year before."""
    change, period = draft.change, draft.period
    if change is not None and change.basis is None and period is not None and period.precision is Precision.YEAR:
        draft.change = Change(change.percent, Basis.YOY, change.bound)
