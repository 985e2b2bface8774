"""Export figures: how much went abroad, from whom, in which period, and by how much that grew.

A sentence is read from left to right. The last word for exporting, selling or making decides what a figure counts; what
is counted, whose it is, where it goes and when are inherited from figure to figure until the text names them anew.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from evinvest.facts.changes import assign_changes
from evinvest.facts.drafts import ExportDraft
from evinvest.facts.export_slots import Reading, fill, source_of, spread_exporter
from evinvest.facts.scoring import after, before
from evinvest.models import Money, Quantity
from evinvest.units.amounts import AmountKind

if TYPE_CHECKING:
    from evinvest.facts.document import AmountMention, Document, Sentence
    from evinvest.facts.focus import Focus
    from evinvest.mentions.cues import Cue

_LEAST = Decimal(50)
_TOO_MANY = Decimal(50_000_000)  # a bare number of this size counts money, not vehicles


def find_exports(document: Document, sentence: Sentence, focus: Focus, reading: Reading) -> list[ExportDraft]:
    """The export figures of a sentence; ``reading`` is carried from sentence to sentence."""
    continued = reading.sentence == sentence.index - 1 and sentence.section == "body"
    if not _speaks_of_exports(document, sentence) and not (continued and _goes_on(sentence)):
        return []
    drafts = [
        draft
        for mention in sentence.amounts
        if (draft := _figure(document, sentence, mention, continued=continued)) is not None
    ]
    drafts = assign_changes(
        document,
        sentence,
        drafts,
        lambda mention: _governor(document, sentence, mention, continued=continued) == "export",
    )
    if not drafts or not (continued or _is_of_the_field(sentence)):
        return []
    if not continued:
        reading.company, reading.country = None, None
    source = source_of(document, sentence)
    for draft in drafts:
        fill(document, sentence, focus, draft, reading)
        draft.source = source[0] if source else (reading.source if continued else None)
        if source:
            draft.fields["source"] = source[1]
    spread_exporter(drafts)
    reading.source = drafts[-1].source or reading.source
    reading.sentence = sentence.index
    return [draft for draft in drafts if draft.country or draft.company]


def _is_of_the_field(sentence: Sentence) -> bool:
    """Whether the sentence names what is exported, or a company that makes it."""
    return (
        any(role.startswith("counted.") for cue in sentence.cues for role in cue.roles)
        or any(company.known for company in sentence.companies)
        or bool(sentence.bodies)
        or any(mention.amount.kind is AmountKind.COUNT for mention in sentence.amounts)
    )


def _speaks_of_exports(document: Document, sentence: Sentence) -> bool:
    if sentence.having("export.strong", "export.away"):
        return True
    away = list(sentence.having("export.verb"))
    return any(_leaves(document, sentence, cue) for cue in away)


def _leaves(document: Document, sentence: Sentence, cue: Cue) -> bool:
    """Whether "sent", "shipped" go abroad: a destination or "abroad" follows."""
    words = after(document, cue.last, 16)
    if {"abroad", "overseas", "outside"} & set(words):
        return True
    return any(
        place.before in {"to", "from"} and 0 < place.first - cue.last <= 12 and place.kind != "demonym"
        for place in sentence.places
    ) and bool(
        [company for company in sentence.companies if company.first < cue.first]
        or [place for place in sentence.places if place.first < cue.first]
    )


def _goes_on(sentence: Sentence) -> bool:
    """Whether a sentence without a word for exporting adds figures to the one before."""
    if sentence.having("export.other", "export.forecast", "invest.verb", "plant.noun", "money.price"):
        return False
    return bool(sentence.having("change.up", "change.down", "counted.vehicle") or sentence.dates)


def _governor(document: Document, sentence: Sentence, mention: AmountMention, *, continued: bool) -> str | None:
    """What a figure counts: the last word before it that says so, or one right behind."""
    governor = "export" if continued else None
    distance = 99.0
    for cue in sentence.cues:
        kind = (
            "export"
            if cue.roles & {"export.strong", "export.away"}
            else ("other" if "export.other" in cue.roles else None)
        )
        if kind is None and "export.verb" in cue.roles and _leaves(document, sentence, cue):
            kind = "export"
        if kind is None:
            continue
        if cue.first < mention.first:
            governor, distance = kind, document.distance(cue, mention)
        elif governor is None or (document.distance(mention, cue) <= 4.0 and distance > 4.0):
            return kind
        else:
            break
    return governor


def _figure(document: Document, sentence: Sentence, mention: AmountMention, *, continued: bool) -> ExportDraft | None:
    quantity = _quantity(mention)
    if (
        quantity is None
        or _governor(document, sentence, mention, continued=continued) != "export"
        or _is_guess(document, sentence, mention)
    ):
        return None
    if any(
        0 <= mention.first - cue.last <= 6
        for cue in sentence.having("capacity.noun")
        if "capacity.noun" in cue.roles and mention.amount.per is not None
    ):
        return None
    if _is_mark(document, mention):
        return None
    if isinstance(quantity, Money) and (_in_brackets(document, mention) or not _is_value(document, sentence, mention)):
        return None
    draft = ExportDraft(sentence, mention, quantity=quantity)
    draft.fields["quantity"] = mention
    return draft


def _is_mark(document: Document, mention: AmountMention) -> bool:
    """Whether a number is only a mark that was passed: "above the 100,000 mark", 破10万辆."""
    prior = before(document, mention.first, 2)
    return (
        after(document, mention.last, 1) == ["mark"]
        or prior[:1] in (["破"], ["crossed"], ["cross"], ["crosses"])
        or prior == ["破", "突"]
    )


def _quantity(mention: AmountMention) -> Quantity | Money | None:
    amount = mention.amount
    if amount.kind is AmountKind.COUNT and amount.value >= _LEAST:
        return Quantity(
            amount.value, "vehicle" if amount.unit in {"vehicle", "unit"} else str(amount.unit), bound=amount.bound
        )
    if amount.kind is AmountKind.ENERGY and amount.unit:
        return Quantity(amount.value, amount.unit, bound=amount.bound)
    if amount.kind is AmountKind.MASS:
        return Quantity(amount.value, "t", bound=amount.bound)
    if amount.kind is AmountKind.MONEY and amount.unit and amount.value >= 1_000_000 and amount.per is None:
        return Money(amount.value, amount.unit, bound=amount.bound)
    if amount.kind is AmountKind.NUMBER and 300 <= amount.value < _TOO_MANY:
        return Quantity(amount.value, "vehicle", bound=amount.bound)
    return None


def _in_brackets(document: Document, mention: AmountMention) -> bool:
    return "(" in before(document, mention.first, 2)


def _is_value(document: Document, sentence: Sentence, mention: AmountMention) -> bool:
    """Whether money is the worth of what was exported, and not a price, a loan or a tax."""
    return not any(
        document.distance(cue, mention) <= 5
        for cue in sentence.having("money.price", "money.public", "money.finance", "invest.verb")
    )


def _is_guess(document: Document, sentence: Sentence, mention: AmountMention) -> bool:
    """Whether a figure is only forecast or aimed at."""
    return any(
        (cue.first < mention.first and document.distance(cue, mention) <= 16) or document.distance(cue, mention) <= 4
        for cue in sentence.having("export.forecast")
    )
