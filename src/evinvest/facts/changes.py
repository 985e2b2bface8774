"""Growth in percent, and the figure that it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import frozen

from evinvest.facts.drafts import ExportDraft
from evinvest.facts.scoring import after, before, strongest
from evinvest.models import Basis, Change, Period, Precision
from evinvest.units.amounts import AmountKind

if TYPE_CHECKING:
    from evinvest.facts.document import AmountMention, Document, Ranged, Sentence

_VERBS = {
    "doubled": 100,
    "doubling": 100,
    "double": 100,
    "twice": 100,
    "tripled": 200,
    "trebled": 200,
    "tripling": 200,
    "quadrupled": 300,
}
_VAGUE = frozenset({"nearly", "almost", "than", "over", "about", "roughly"})
_TOWARD = frozenset({"to", "at", "达", "至", "为"})
_REACH = 7.0
_RIGHT_BEHIND = 6.0
_FAR = 24.0  # from a figure to its change
_ALONE = 40.0  # where it is the only one
_LEAST = 50


@frozen(eq=False)
class Stated:
    """A change with the words that state it, and the period that it is compared with."""

    first: int
    last: int
    change: Change
    compared: Period | None = None


def assign_changes(
    document: Document, sentence: Sentence, drafts: list[ExportDraft], counts: Callable[[AmountMention], bool]
) -> list[ExportDraft]:
    """Give every change of a sentence to its figure; one without a figure becomes a draft of its own."""
    drafts = list(drafts)
    for stated in stated_changes(document, sentence):
        draft = None if _of_another(document, sentence, stated, drafts) else _owner(document, stated, drafts)
        if draft is None:
            mention = next((one for one in sentence.amounts if one.first == stated.first), None)
            if mention is not None and counts(mention):
                drafts.append(
                    ExportDraft(
                        sentence, stated, change=stated.change, compared=stated.compared, fields={"change": stated}
                    )
                )
        elif draft.change is None or (draft.change.basis is Basis.MOM and stated.change.basis is not Basis.MOM):
            draft.change, draft.compared = stated.change, stated.compared
            draft.fields["change"] = stated
    return sorted(drafts, key=lambda draft: draft.anchor.first)


def stated_changes(document: Document, sentence: Sentence) -> list[Stated]:
    """The changes of a sentence: "up 10.4 percent year-on-year", "doubled"."""
    in_figures = (_in_figures(document, sentence, mention) for mention in sentence.amounts)
    words = enumerate(document.tokens.lowered[sentence.first : sentence.last], sentence.first)
    in_words = [_in_words(document, sentence, index) for index, word in words if word in _VERBS]
    found = [stated for stated in (*in_figures, *in_words) if stated is not None]
    return sorted(found, key=lambda one: one.first)


def _in_figures(document: Document, sentence: Sentence, mention: AmountMention) -> Stated | None:
    if mention.amount.kind not in {AmountKind.PERCENT, AmountKind.MULTIPLE}:
        return None
    change = _change(document, sentence, mention)
    if change is None:
        return None
    return Stated(mention.first, mention.last, change, _compared(document, sentence, mention))


def _in_words(document: Document, sentence: Sentence, index: int) -> Stated | None:
    factor = _VERBS[document.tokens.lowered[index]]
    if _VAGUE & set(before(document, index, 1)):
        return None
    word = Stated(index, index + 1, Change(Decimal(factor)))
    change = Change(Decimal(factor), _basis(document, sentence, word))
    return Stated(index, index + 1, change, _compared(document, sentence, word))


def _change(document: Document, sentence: Sentence, mention: AmountMention) -> Change | None:
    if after(document, mention.last, 1) in (["of"], ["share"]) and not _has_lost(sentence, mention):
        return None  # a part of a whole
    if after(document, mention.last, 2) == ["against", "the"]:
        return None  # what a currency lost
    up, down = (
        strongest(
            document, mention, [cue for cue in sentence.having(role) if document.distance(cue, mention) <= _REACH]
        )
        for role in ("change.up", "change.down")
    )
    if up == down == 0.0 or strongest(document, mention, sentence.having("money.public")) > max(up, down):
        return None  # no growth, or that of a tariff
    value = mention.amount.value
    if mention.amount.kind is AmountKind.MULTIPLE:
        value *= 100
    return Change(value if up >= down else -value, _basis(document, sentence, mention), mention.amount.bound)


def _has_lost(sentence: Sentence, mention: Ranged) -> bool:
    """Whether a share is what went: "lost 3.1% of their value"."""
    return any(cue.last == mention.first for cue in sentence.having("change.down"))


def _basis(document: Document, sentence: Sentence, mention: Ranged) -> Basis | None:
    """What the words say that the change is measured against."""
    yoy, mom = (
        strongest(document, mention, [cue for cue in sentence.having(role) if document.distance(cue, mention) <= 12])
        for role in ("change.yoy", "change.mom")
    )
    if mom > yoy:
        return Basis.MOM
    return Basis.YOY if yoy else None


def _compared(document: Document, sentence: Sentence, mention: Ranged) -> Period | None:
    """The period behind "than in", "from", "below the figure for"."""
    for date in sentence.dates:
        if date.first >= mention.last and document.distance(mention, date) <= 8:
            return (
                date.mention.period
                if set(before(document, date.first, 4)) & {"than", "from", "on", "of", "for", "with"}
                else None
            )
    return None


def settle_basis(draft: ExportDraft) -> None:
    """Growth is against the year before, unless the text says or compares otherwise."""
    change, period = draft.change, draft.period
    if change is None or change.basis is not None:
        return
    compared = draft.compared
    monthly = period is not None and compared is not None and period.precision is compared.precision is Precision.MONTH
    before_it = monthly and compared is not None and period is not None and compared.end == period.start
    if before_it or period is not None:
        draft.change = Change(change.percent, Basis.MOM if before_it else Basis.YOY, change.bound)


_COUNTED = frozenset({AmountKind.COUNT, AmountKind.ENERGY, AmountKind.MASS, AmountKind.NUMBER})


def _of_another(document: Document, sentence: Sentence, stated: Stated, drafts: Sequence[ExportDraft]) -> bool:
    """Whether a change belongs to a figure that is no export: "sold 201,000, up 10 percent, and exported 87,000"."""
    own = {draft.anchor.first for draft in drafts}
    figures = [one for one in sentence.amounts if one.last <= stated.first and one.amount.kind in _COUNTED]
    if not figures or figures[-1].first in own or figures[-1].amount.value < _LEAST:
        return False
    return document.distance(figures[-1], stated) <= _RIGHT_BEHIND


def _owner(document: Document, stated: Stated, drafts: Sequence[ExportDraft]) -> ExportDraft | None:
    """The figure of a change: the next one where the words lead to it ("rose 5 % to 300"), else the last one before."""
    earlier = [draft for draft in drafts if draft.anchor.last <= stated.first and draft.quantity is not None]
    if len(earlier) > 1 and before(document, earlier[-1].anchor.first, 2)[::-1] == ["compared", "with"]:
        earlier.pop()  # "exported 430, compared with 510 a year earlier, a decline of 16 percent"
    later = [draft for draft in drafts if draft.anchor.first >= stated.last and draft.quantity is not None]
    following = min(later, key=lambda draft: draft.anchor.first, default=None)
    if following is not None and document.distance(stated, following.anchor) <= 12:
        gap = document.tokens.lowered[stated.last : following.anchor.first]
        if not _TOWARD.isdisjoint(gap) and not (earlier and document.distance(earlier[-1].anchor, stated) <= 2.5):
            return following
    if "former" in before(document, stated.first, 4) and len(earlier) > 1:
        return earlier[-2]
    if earlier and document.distance(earlier[-1].anchor, stated) <= (
        _ALONE if len(earlier) + len(later) == 1 else _FAR
    ):
        return earlier[-1] if not _breaks(document, earlier[-1].anchor, stated) else None
    return following if following is not None and document.distance(stated, following.anchor) <= 6 else None


def _breaks(document: Document, left: Ranged, right: Ranged) -> bool:
    """Whether a new statement begins between a figure and a change: "..., with exports to X down 5 %"."""
    gap = document.tokens.lowered[left.last : right.first]
    return not _OWN.isdisjoint(gap) and _BACK.isdisjoint(gap)


_OWN = frozenset({"exports", "shipments"})
_BACK = frozenset({"where", "whose", "which", "tally"})  # what follows these is said of the figure before
