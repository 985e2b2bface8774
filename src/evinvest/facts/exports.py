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
from evinvest.facts.export_words import Context, goes_on, governor, speaks_of_exports
from evinvest.facts.scoring import after, before
from evinvest.models import Money, Quantity
from evinvest.units.amounts import AmountKind

if TYPE_CHECKING:
    from evinvest.facts.document import AmountMention, Document, Sentence
    from evinvest.facts.focus import Focus
    from evinvest.mentions.cues import Cue

_LEAST = Decimal(50)
_RIGHT_BEHIND = 2  # words between a sum and the word for its being a worth
_DATED = 6.0  # a period so near to a figure is its own
_TOO_MANY = Decimal(50_000_000)  # a bare number of this size counts money, not vehicles


def find_exports(document: Document, sentence: Sentence, focus: Focus, reading: Reading) -> list[ExportDraft]:
    """The export figures of a sentence; ``reading`` is carried from sentence to sentence."""
    drafts = _read(document, sentence, focus, reading)
    reading.spoken = spoken_of(document, sentence)
    return drafts


def _read(document: Document, sentence: Sentence, focus: Focus, reading: Reading) -> list[ExportDraft]:
    context = _context(sentence, reading)
    continued = context is Context.CONTINUED
    speaks = speaks_of_exports(document, sentence, context)
    if not speaks and not (continued and goes_on(sentence)):
        return []
    drafts = [
        draft
        for mention in sentence.amounts
        if (draft := _figure(document, sentence, mention, context, worth=reading.worth)) is not None
    ]
    drafts = assign_changes(
        document,
        sentence,
        drafts,
        lambda mention: (
            speaks
            and governor(document, sentence, mention, context) == "export"
            and not _is_guess(document, sentence, mention)
        ),
    )
    if not continued and not _is_of_the_field(sentence, context):
        drafts = [draft for draft in drafts if _follows_field(document, sentence, draft)]
    if not drafts:
        return []
    if context is Context.NONE:
        reading.company, reading.country = None, None
    source = source_of(document, sentence)
    for draft in drafts:
        fill(document, sentence, focus, draft, reading)
        if source is not None:
            draft.source, draft.fields["source"] = source
        else:
            _tell_source(document, sentence, draft, reading, context)
    spread_exporter(drafts)
    reading.source = drafts[-1].source or reading.source
    reading.sentence = sentence.index
    reading.worth = isinstance(drafts[-1].quantity, Money)
    return [draft for draft in drafts if draft.country or draft.company]


def _tell_source(
    document: Document, sentence: Sentence, draft: ExportDraft, reading: Reading, context: Context
) -> None:
    """Who counts a figure of which the sentence names no source: that of the one before, or the company itself."""
    if context is Context.CONTINUED or (context is not Context.NONE and draft.company is None):
        draft.source = reading.source
    if draft.source is None and draft.company is not None and speaks_for_itself(document, sentence):
        draft.source, draft.fields["source"] = draft.company.company.name, draft.company


def _context(sentence: Sentence, reading: Reading) -> Context:
    """Whether exports are spoken of already when a sentence begins."""
    if sentence.section == "title" and sentence.having("export.strong"):
        reading.topic = True
    if reading.sentence == sentence.index - 1 and sentence.section == "body":
        return Context.CONTINUED
    lately = 0 <= sentence.index - reading.sentence <= _LATELY
    return Context.TOPIC if reading.topic or lately else Context.NONE


_LATELY = 3  # sentences for which figures of exports are in mind


def _follows_field(document: Document, sentence: Sentence, draft: ExportDraft) -> bool:
    """Whether "exports" are of what the sentence before counts: "Car output fell. Exports totalled 283,000"."""
    if not sentence.index or not sentence.having("export.strong") or not isinstance(draft.quantity, Quantity):
        return False
    prior = document.sentences[sentence.index - 1]
    return prior.paragraph >= sentence.paragraph - 1 and bool(prior.having(*_COUNTED_ROLES))


_COUNTED_ROLES = ("counted.vehicle", "counted.passenger", "counted.commercial", "counted.nev", "counted.battery")


def _is_of_the_field(sentence: Sentence, context: Context) -> bool:
    """Whether the sentence names what is exported, or a company that makes it; shipments spoken of before are of it."""
    return (
        (context is Context.TOPIC and bool(sentence.having("export.strong", "export.taken")))
        or any(role.startswith("counted.") for cue in sentence.cues for role in cue.roles)
        or any(company.known for company in sentence.companies)
        or bool(sentence.bodies)
        or any(mention.amount.kind is AmountKind.COUNT for mention in sentence.amounts)
    )


def _figure(
    document: Document, sentence: Sentence, mention: AmountMention, context: Context, *, worth: bool
) -> ExportDraft | None:
    quantity = _quantity(mention)
    if (
        quantity is None
        or governor(document, sentence, mention, context) != "export"
        or _is_guess(document, sentence, mention)
    ):
        return None
    if _is_since_long(document, sentence, mention) or _is_mark(document, mention) or _is_difference(document, mention):
        return None
    if isinstance(quantity, Money):
        said = _is_said_worth(sentence, mention) or (
            context is Context.CONTINUED and (worth or not sentence.having(*_OTHER_MONEY))
        )
        if not said or _in_brackets(document, mention) or _is_other_money(document, sentence, mention):
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


def _is_said_worth(sentence: Sentence, mention: AmountMention) -> bool:
    """Whether a word before a sum, or right behind it, makes it the worth of what was exported."""
    said = sentence.having("export.strong", "export.verb", "export.away", "export.taken", "export.value")
    return any(cue.first < mention.first or cue.first - mention.last <= _RIGHT_BEHIND for cue in said)


_OTHER_MONEY = (
    "invest.verb",
    "invest.spend",
    "invest.stake",
    "invest.cost",
    "money.finance",
    "money.price",
    "money.public",
    "money.revenue",
    "money.deal",
)


def _is_other_money(document: Document, sentence: Sentence, mention: AmountMention) -> bool:
    """Whether a sum is a price, a loan or a tax, or was spent, with nothing said of exports nearer by."""
    close = [cue for cue in sentence.having(*_NEVER_WORTH, *_SPENT) if document.distance(cue, mention) <= _OWN]
    if any(not cue.roles.isdisjoint(_NEVER_WORTH) for cue in close):
        return True
    worth = [document.distance(cue, mention) for cue in sentence.having("export.strong", "export.away", "export.value")]
    return any(document.distance(cue, mention) + _BESIDE < min(worth, default=_FAR) for cue in close)


_OWN, _FAR = 5.0, 99.0  # words
_NEVER_WORTH = frozenset({"money.price", "money.public", "money.finance", "invest.verb"})
_SPENT = ("invest.spend", "invest.stake", "invest.cost")
_BESIDE = 2.0  # words by which "exports valued at" is nearer to its sum than "exports"


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
