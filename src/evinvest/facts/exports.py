"""Export figures: how much went abroad, from whom, in which period, and by how much that grew.

A sentence is read from left to right. The last word for exporting, selling or making decides what a figure counts; what
is counted, whose it is, where it goes and when are inherited from figure to figure until the text names them anew.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from evinvest.facts.changes import assign_changes
from evinvest.facts.drafts import ExportDraft
from evinvest.facts.export_dates import spoken_of
from evinvest.facts.export_slots import Reading, fill, spread_exporter
from evinvest.facts.export_sources import source_of, speaks_for_itself
from evinvest.facts.scoring import after, before
from evinvest.models import Money, Quantity
from evinvest.units.amounts import AmountKind

if TYPE_CHECKING:
    from evinvest.facts.document import AmountMention, Document, Sentence
    from evinvest.facts.focus import Focus
    from evinvest.mentions.cues import Cue

_LEAST = Decimal(50)
_TOO_LATE = 14.0  # from a figure to the word that would make it an export
_RIGHT_BEHIND = 2  # words between a verb and its object
_DATED = 6.0  # a period so near to a figure is its own
_TOO_MANY = Decimal(50_000_000)  # a bare number of this size counts money, not vehicles


def find_exports(document: Document, sentence: Sentence, focus: Focus, reading: Reading) -> list[ExportDraft]:
    """The export figures of a sentence; ``reading`` is carried from sentence to sentence."""
    drafts = _read(document, sentence, focus, reading)
    reading.spoken = spoken_of(document, sentence)
    return drafts


def _read(document: Document, sentence: Sentence, focus: Focus, reading: Reading) -> list[ExportDraft]:
    continued = reading.sentence == sentence.index - 1 and sentence.section == "body"
    speaks = _speaks_of_exports(document, sentence, continued=continued)
    if not speaks and not (continued and _goes_on(sentence)):
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
        lambda mention: (
            speaks
            and _governor(document, sentence, mention, continued=continued) == "export"
            and not _is_guess(document, sentence, mention)
        ),
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
        elif draft.company is not None and draft.source is None and speaks_for_itself(document, sentence):
            draft.source, draft.fields["source"] = draft.company.company.name, draft.company
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


def _speaks_of_exports(document: Document, sentence: Sentence, *, continued: bool) -> bool:
    if sentence.having("export.strong", "export.away"):
        return True
    away = list(sentence.having("export.verb"))
    if continued and any(document.words(cue).lower() == "shipments" for cue in away):
        return True
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
    if sentence.having("export.other", "invest.verb", "plant.noun", "money.price"):
        return False
    counted = any(role.startswith("counted.") for cue in sentence.cues for role in cue.roles)
    return counted or bool(sentence.having("change.up", "change.down") or sentence.dates)


def _governor(document: Document, sentence: Sentence, mention: AmountMention, *, continued: bool) -> str | None:
    """What a figure counts: the last word before it that says so, or one right behind."""
    governor = "export" if continued else None
    distance = 99.0
    for cue in sentence.cues:
        kind = _kind(document, sentence, cue, mention)
        if kind is None:
            continue
        if cue.first < mention.first:
            governor, distance = kind, document.distance(cue, mention)
        elif governor is None and document.distance(mention, cue) > _TOO_LATE:
            break
        elif governor is None or (
            document.distance(mention, cue) <= 4.0 and (distance > 4.0 or _is_for(document, cue))
        ):
            return kind
        else:
            break
    return governor


def _is_for(document: Document, cue: Cue) -> bool:
    """Whether a figure behind which this stands is said to go abroad, whatever the verb before it: "for export"."""
    return before(document, cue.first, 1) == ["for"]


def _kind(document: Document, sentence: Sentence, cue: Cue, mention: AmountMention) -> str | None:
    """Whether a word makes the figures behind it exports, something else, or neither."""
    if cue.roles & {"export.strong", "export.away"}:
        return "export"
    if "export.other" in cue.roles:  # "UK-built cars" says nothing of a figure
        return None if before(document, cue.first, 1) == ["-"] else "other"
    if "export.verb" in cue.roles and _leaves(document, sentence, cue):
        return "export"
    if "capacity.size" in cue.roles:
        return "other"
    makes = (
        cue.roles & {"capacity.noun", "build.run"}
        and "export.verb" not in cue.roles
        and 0 <= mention.first - cue.last <= _RIGHT_BEHIND
    )
    return "other" if makes else None


def _figure(document: Document, sentence: Sentence, mention: AmountMention, *, continued: bool) -> ExportDraft | None:
    quantity = _quantity(mention)
    if (
        quantity is None
        or _governor(document, sentence, mention, continued=continued) != "export"
        or _is_guess(document, sentence, mention)
    ):
        return None
    if _is_since_long(document, sentence, mention) or _is_mark(document, mention) or _is_difference(document, mention):
        return None
    if isinstance(quantity, Money) and (_in_brackets(document, mention) or not _is_value(document, sentence, mention)):
        return None
    draft = ExportDraft(sentence, mention, quantity=quantity)
    draft.fields["quantity"] = mention
    return draft


def _is_since_long(document: Document, sentence: Sentence, mention: AmountMention) -> bool:
    """Whether a number adds up many years: "4.5 million since 2001"."""
    return any(
        date.mention.relation == "since"
        and date.mention.period is not None
        and document.day is not None
        and document.day.year - date.mention.period.start.year > 1
        and document.distance(mention, date) <= _DATED
        for date in sentence.dates
    )


def _is_mark(document: Document, mention: AmountMention) -> bool:
    """Whether a number is only a mark that was passed: "above the 100,000 mark", 破10万辆."""
    prior = before(document, mention.first, 2)
    return (
        after(document, mention.last, 1) == ["mark"]
        or prior[:1] in (["破"], ["crossed"], ["cross"], ["crosses"])
        or prior == ["破", "突"]
    )


_BY_SO_MUCH = re.compile("(?:增加|减少|增长|下降|多|少|增|减)了?(?:约|近|超|逾)?$")
_FURTHER = frozenset({"fewer", "more", "less", "higher", "lower", "above", "below"})


def _is_difference(document: Document, mention: AmountMention) -> bool:
    """Whether a number only says how much was added: 增加约24万辆, "12,000 more than", "an increase of 5,000"."""
    first = document.tokens.words[max(mention.first - 4, 0) : mention.first]
    if _BY_SO_MUCH.search("".join(first)):
        return True
    prior = before(document, mention.first, 2)
    if prior in (["of", "increase"], ["of", "decrease"]) or (prior[:1] == ["by"] and prior[1:] != ["exceeded"]):
        return mention.amount.kind is not AmountKind.PERCENT
    behind = after(document, mention.last, 3)
    return bool(_FURTHER & set(behind[:1])) and "than" in behind


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
    base = before(document, mention.first, 1)[:1] in (["from"], ["against"], ["versus"])  # what is, not what will be
    date = min(sentence.dates, key=lambda date: document.distance(date, mention), default=None)
    if date is not None and document.day is not None and date.mention.period is not None:
        if date.mention.period.start > document.day and document.distance(date, mention) <= _DATED:
            return True
        base = base and date.first >= mention.last and date.mention.period.end < document.day
    return not base and any(
        (cue.first < mention.first and document.distance(cue, mention) <= 16 and not _was_done(document, cue, mention))
        or document.distance(cue, mention) <= 4
        for cue in sentence.having("export.forecast")
    )


def _was_done(document: Document, cue: Cue, mention: AmountMention) -> bool:
    """Whether a past verb stands between a hope and a figure: "Chery, which wants to grow, exported 90,000 cars"."""
    return not _DONE.isdisjoint(document.tokens.lowered[cue.last : mention.first])


_DONE = frozenset({"exported", "shipped", "sent"})
