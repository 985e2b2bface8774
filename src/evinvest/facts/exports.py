"""Export figures: how much went abroad, from whom, in which period, and by how much that grew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from evinvest.facts.claims import claim_of
from evinvest.facts.document import AmountMention, Document, Sentence
from evinvest.facts.drafts import ExportDraft
from evinvest.facts.focus import Focus
from evinvest.facts.scoring import force, possesses, strongest
from evinvest.mentions.cues import Cue
from evinvest.mentions.places import PlaceMention
from evinvest.models import Basis, Change, Money, Period, Place, Product, Quantity
from evinvest.units.amounts import AmountKind

_COUNTED = {
    "counted.phev": Product.PHEV, "counted.bev": Product.BEV, "counted.nev": Product.NEV, "counted.passenger": Product.PASSENGER,
    "counted.commercial": Product.COMMERCIAL, "counted.battery": Product.BATTERY, "counted.material": Product.MATERIAL,
    "counted.other": Product.OTHER, "counted.vehicle": Product.VEHICLE,
}  # fmt: skip
_SENDING = frozenset({"export", "exports", "exported", "exporting", "shipped", "sent", "dispatched", "shipments", "abroad", "overseas"})
_LEAST = Decimal(50)


def find_exports(document: Document, sentence: Sentence, focus: Focus, period: Period | None) -> list[ExportDraft]:
    """The export figures of a sentence.

    Args:
        document: the article.
        sentence: one of its sentences.
        focus: whom the article speaks of.
        period: the period of the figures before, where this sentence names none.
    """
    verbs = _export_cues(document, sentence)
    if not verbs:
        return []
    drafts = [draft for mention in sentence.amounts if (draft := _figure(document, sentence, mention, verbs)) is not None]
    changes = [mention for mention in sentence.amounts if mention.amount.kind in {AmountKind.PERCENT, AmountKind.MULTIPLE}]
    _give_changes(document, sentence, drafts, changes)
    if not drafts:
        drafts = _growth_only(document, sentence, verbs, changes)
    for draft in drafts:
        _fill(document, sentence, focus, draft, period)
    return [draft for draft in drafts if draft.country or draft.company]


def _export_cues(document: Document, sentence: Sentence) -> list[Cue]:
    strong = sentence.having("export.strong")
    if strong:
        return strong
    weak = sentence.having("export.verb")
    return [cue for cue in weak if document.words(cue).lower() not in {"sent", "shipped", "abroad", "dispatched", "shipments"}] or (
        weak if len(weak) > 1 else []
    )


def _figure(document: Document, sentence: Sentence, mention: AmountMention, verbs: Sequence[Cue]) -> ExportDraft | None:
    amount = mention.amount
    near = strongest(document, mention, verbs)
    other = strongest(document, mention, sentence.having("export.other", "capacity.noun"))
    guess = strongest(document, mention, sentence.having("export.forecast"))
    if near < 0.22 or other > near * 1.15 or (guess > 0.5 and guess >= near):
        return None
    quantity: Quantity | Money | None = None
    if amount.kind is AmountKind.COUNT and amount.value >= _LEAST:
        quantity = Quantity(amount.value, "vehicle" if amount.unit in {"vehicle", "unit"} else str(amount.unit), bound=amount.bound)
    elif amount.kind is AmountKind.ENERGY and amount.unit:
        quantity = Quantity(amount.value, amount.unit, bound=amount.bound)
    elif amount.kind is AmountKind.MASS:
        quantity = Quantity(amount.value, "t", bound=amount.bound)
    elif amount.kind is AmountKind.MONEY and amount.unit and amount.value >= 1_000_000:
        quantity = Money(amount.value, amount.unit, bound=amount.bound)
    elif amount.kind is AmountKind.NUMBER and amount.value >= 1000:
        quantity = Quantity(amount.value, "vehicle", bound=amount.bound)
    if quantity is None:
        return None
    draft = ExportDraft(sentence, mention, quantity=quantity)
    draft.fields["quantity"] = mention
    return draft


def _give_changes(document: Document, sentence: Sentence, drafts: Sequence[ExportDraft], changes: Sequence[AmountMention]) -> None:
    """Every change goes to the figure that it stands nearest to, those before it first."""
    for mention in changes:
        change = _change(document, sentence, mention)
        if change is None:
            continue
        def gap(draft: ExportDraft, mention: AmountMention = mention) -> float:
            return document.distance(draft.anchor, mention) + (2.5 if draft.anchor.first > mention.first else 0.0)
        draft = min(drafts, key=gap, default=None)
        if draft is None or gap(draft) > 22:
            continue
        if draft.change is None or (draft.change.basis is Basis.MOM and change.basis is not Basis.MOM):
            draft.change = change
            draft.fields["change"] = mention


def _change(document: Document, sentence: Sentence, mention: AmountMention) -> Change | None:
    up, down = (strongest(document, mention, [cue for cue in sentence.having(role) if document.distance(cue, mention) <= 6]) for role in ("change.up", "change.down"))
    if up == down == 0.0:
        return None
    value = mention.amount.value
    if mention.amount.kind is AmountKind.MULTIPLE:
        value *= 100
    yoy = strongest(document, mention, [cue for cue in sentence.having("change.yoy") if document.distance(cue, mention) <= 10])
    mom = strongest(document, mention, [cue for cue in sentence.having("change.mom") if document.distance(cue, mention) <= 10])
    basis = Basis.MOM if mom > yoy else (Basis.YOY if yoy else None)
    return Change(value if up >= down else -value, basis, mention.amount.bound)


def _growth_only(document: Document, sentence: Sentence, verbs: Sequence[Cue], changes: Sequence[AmountMention]) -> list[ExportDraft]:
    drafts = []
    for mention in changes:
        change = _change(document, sentence, mention)
        near, other = strongest(document, mention, verbs), strongest(document, mention, sentence.having("export.other"))
        if change is None or near < 0.35 or other > near or sentence.having("export.forecast"):
            continue
        draft = ExportDraft(sentence, mention, change=change)
        draft.fields["change"] = mention
        drafts.append(draft)
    return drafts


def _fill(document: Document, sentence: Sentence, focus: Focus, draft: ExportDraft, period: Period | None) -> None:
    anchor = draft.anchor
    draft.product, cue = _counted(document, sentence, anchor)
    if cue is not None:
        draft.fields["product"] = cue
    _give_exporter(document, sentence, focus, draft)
    dated = [date for date in sentence.dates if date.mention.period is not None and date.mention.relation in {"in", "from", "by", "since", "until"}]
    date = min(dated, key=lambda one: document.distance(one, anchor) + (1.5 if one.first > anchor.last else 0.0), default=None)
    if date is not None:
        draft.period = date.mention.period
        draft.fields["period"] = date
    else:
        draft.period = period
    place = _destination(document, sentence, anchor)
    if place is not None:
        draft.destination = place.place
        draft.fields["destination"] = place
    if sentence.bodies:
        draft.source = sentence.bodies[0].name
        draft.fields["source"] = sentence.bodies[0]
    if draft.change is not None and draft.change.basis is None and draft.quantity is not None:
        draft.change = Change(draft.change.percent, Basis.YOY, draft.change.bound)
    draft.claim = claim_of(document, sentence, anchor)


def _counted(document: Document, sentence: Sentence, anchor: object) -> tuple[Product | None, Cue | None]:
    best: tuple[float, Product, Cue] | None = None
    for cue in sentence.cues:
        for rank, (role, product) in enumerate(_COUNTED.items()):
            if role in cue.roles:
                weight = force(document, anchor, cue) * (0.55 if product is Product.VEHICLE else 1.0) - 0.001 * rank  # type: ignore[arg-type]
                if best is None or weight > best[0]:
                    best = (weight, product, cue)
    return (best[1], best[2]) if best else (Product.VEHICLE, None)


def _give_exporter(document: Document, sentence: Sentence, focus: Focus, draft: ExportDraft) -> None:
    anchor = draft.anchor
    companies = [company for company in sentence.companies if not company.group]
    company = min(companies, key=lambda one: document.distance(one, anchor) + (6.0 if one.first > anchor.last else 0.0), default=None)
    countries = [place for place in sentence.places if place.place.country and not place.home and place.before != "to"]
    country = min(countries, key=lambda one: document.distance(one, anchor) + (6.0 if one.first > anchor.last else 0.0) - (3.0 if one.before == "from" or one.kind == "demonym" or possesses(document, one) else 0.0), default=None)
    if company is not None and (country is None or document.distance(company, anchor) < document.distance(country, anchor) + 2.0):
        draft.company = company
        draft.fields["company"] = company
    elif country is not None:
        draft.country = country.place.country
        draft.fields["country"] = country
    elif any(word in {"我", "全"} and follows == "国" for word, follows in zip(document.tokens.words[sentence.first : sentence.last], document.tokens.words[sentence.first + 1 : sentence.last], strict=False)):
        draft.country = "CN"
    elif focus.company is not None and not focus.company.group:
        draft.company = focus.company
    elif focus.country is not None:
        draft.country = focus.country


def _destination(document: Document, sentence: Sentence, anchor: object) -> PlaceMention | None:
    places = [place for place in sentence.places if place.before == "to" and not place.home]
    near = [place for place in places if document.distance(place, anchor) <= 14]  # type: ignore[arg-type]
    return min(near, key=lambda place: document.distance(place, anchor), default=None)  # type: ignore[arg-type]


def last_period(drafts: Sequence[ExportDraft]) -> Iterator[Period]:
    """The periods of some figures, the latest stated first."""
    return (draft.period for draft in reversed(drafts) if draft.period is not None)


def place_code(place: Place) -> str:
    """The code or name by which a destination is compared."""
    return place.country or place.name

