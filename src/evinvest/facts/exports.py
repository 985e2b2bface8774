"""Export figures: how much went abroad, from whom, in which period, and by how much that grew.

A sentence is read from left to right. The last word for exporting, selling or making decides what a figure counts; what
is counted, whose it is, where it goes and when are inherited from figure to figure until the text names them anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal

from attrs import define

from evinvest.facts.changes import assign_changes, settle_basis
from evinvest.facts.claims import claim_of
from evinvest.facts.document import AmountMention, BodyMention, DateMention, Document, Ranged, Sentence
from evinvest.facts.drafts import ExportDraft
from evinvest.facts.focus import Focus
from evinvest.facts.scoring import after, before, possesses
from evinvest.mentions.cues import Cue
from evinvest.mentions.names import CompanyMention
from evinvest.mentions.places import PlaceMention
from evinvest.models import Money, Period, Precision, Product, Quantity
from evinvest.units.amounts import AmountKind

_COUNTED = {
    "counted.phev": Product.PHEV, "counted.bev": Product.BEV, "counted.nev": Product.NEV, "counted.passenger": Product.PASSENGER,
    "counted.commercial": Product.COMMERCIAL, "counted.battery": Product.BATTERY, "counted.material": Product.MATERIAL,
    "counted.other": Product.OTHER, "counted.vehicle": Product.VEHICLE,
}  # fmt: skip
_LEAST = Decimal(50)
_TOO_MANY = Decimal(50_000_000)  # a bare number of this size counts money, not vehicles
_BLOCS = frozenset({"bloc", "continent"})
_COMPARING = frozenset({"than", "from", "against", "versus", "over", "of"})


@define(eq=False)
class Reading:
    """What the figures of an article so far are of; the next ones inherit it."""

    product: Product | None = None
    company: CompanyMention | None = None
    country: str | None = None
    period: Period | None = None
    source: str | None = None
    sentence: int = -9


def find_exports(document: Document, sentence: Sentence, focus: Focus, reading: Reading) -> list[ExportDraft]:
    """The export figures of a sentence; ``reading`` is carried from sentence to sentence."""
    continued = reading.sentence == sentence.index - 1 and sentence.section == "body"
    if not _speaks_of_exports(document, sentence) and not (continued and _goes_on(document, sentence)):
        return []
    drafts = [draft for mention in sentence.amounts if (draft := _figure(document, sentence, mention, continued)) is not None]
    drafts = assign_changes(document, sentence, drafts, lambda mention: _governor(document, sentence, mention, continued) == "export")
    if not drafts or not (continued or _is_of_the_field(sentence)):
        return []
    if not continued:
        reading.company, reading.country = None, None
    source = _source(document, sentence)
    for draft in drafts:
        _fill(document, sentence, focus, draft, reading)
        draft.source = source[0] if source else (reading.source if continued else None)
        if source:
            draft.fields["source"] = source[1]
    _spread_country(drafts, reading)
    reading.source = drafts[-1].source or reading.source
    reading.sentence = sentence.index
    return [draft for draft in drafts if draft.country or draft.company]


def _is_of_the_field(sentence: Sentence) -> bool:
    """Whether the sentence names what is exported, or a company that makes it."""
    return any(role.startswith("counted.") for cue in sentence.cues for role in cue.roles) or any(company.known for company in sentence.companies) or bool(sentence.bodies) or any(
        mention.amount.kind is AmountKind.COUNT for mention in sentence.amounts
    )


def _speaks_of_exports(document: Document, sentence: Sentence) -> bool:
    if sentence.having("export.strong", "export.away"):
        return True
    away = [cue for cue in sentence.having("export.verb")]
    return any(_leaves(document, sentence, cue) for cue in away)


def _leaves(document: Document, sentence: Sentence, cue: Cue) -> bool:
    """Whether "sent", "shipped" go abroad: a destination or "abroad" follows."""
    words = after(document, cue.last, 16)
    if {"abroad", "overseas", "outside"} & set(words):
        return True
    return any(place.before in {"to", "from"} and 0 < place.first - cue.last <= 12 and place.kind != "demonym" for place in sentence.places) and bool(
        [company for company in sentence.companies if company.first < cue.first] or [place for place in sentence.places if place.first < cue.first]
    )


def _goes_on(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence without a word for exporting adds figures to the one before."""
    if sentence.having("export.other", "export.forecast", "invest.verb", "plant.noun", "money.price"):
        return False
    return bool(sentence.having("change.up", "change.down", "counted.vehicle") or sentence.dates)


def _governor(document: Document, sentence: Sentence, mention: AmountMention, continued: bool) -> str | None:
    """What a figure counts: the last word before it that says so, or one right behind."""
    governor = "export" if continued else None
    distance = 99.0
    for cue in sentence.cues:
        kind = "export" if cue.roles & {"export.strong", "export.away"} else ("other" if "export.other" in cue.roles else None)
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


def _figure(document: Document, sentence: Sentence, mention: AmountMention, continued: bool) -> ExportDraft | None:
    quantity = _quantity(mention)
    if quantity is None or _governor(document, sentence, mention, continued) != "export" or _is_guess(document, sentence, mention):
        return None
    if any(0 <= mention.first - cue.last <= 6 for cue in sentence.having("capacity.noun") if "capacity.noun" in cue.roles and mention.amount.per is not None):
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
    return after(document, mention.last, 1) == ["mark"] or prior[:1] in (["破"], ["crossed"], ["cross"], ["crosses"]) or prior == ["破", "突"]


def _quantity(mention: AmountMention) -> Quantity | Money | None:
    amount = mention.amount
    if amount.kind is AmountKind.COUNT and amount.value >= _LEAST:
        return Quantity(amount.value, "vehicle" if amount.unit in {"vehicle", "unit"} else str(amount.unit), bound=amount.bound)
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
    return not any(document.distance(cue, mention) <= 5 for cue in sentence.having("money.price", "money.public", "money.finance", "invest.verb"))


def _is_guess(document: Document, sentence: Sentence, mention: AmountMention) -> bool:
    """Whether a figure is only forecast or aimed at."""
    return any(
        cue.first < mention.first and document.distance(cue, mention) <= 16 or document.distance(cue, mention) <= 4
        for cue in sentence.having("export.forecast")
    )


def _fill(document: Document, sentence: Sentence, focus: Focus, draft: ExportDraft, reading: Reading) -> None:
    anchor = draft.anchor
    product, cue = _counted(document, sentence, anchor, reading)
    draft.product = reading.product = product
    if cue is not None:
        draft.fields["product"] = cue
    _give_exporter(document, sentence, focus, draft, reading)
    date = _date(document, sentence, anchor)
    draft.period = _stretch(document, date) if date is not None else reading.period
    reading.period = draft.period or reading.period
    if date is not None:
        draft.fields["period"] = date
    place = _destination(document, sentence, anchor)
    if place is not None:
        draft.destination = place.place
        draft.fields["destination"] = place
    settle_basis(draft)
    draft.claim = claim_of(document, sentence, anchor)


def _counted(document: Document, sentence: Sentence, anchor: Ranged, reading: Reading) -> tuple[Product | None, Cue | None]:
    """What is counted: the figure's own noun when it says more than "units", else the last word before it."""
    own = behind = None
    for cue in sentence.cues:
        product = next((product for role, product in _COUNTED.items() if role in cue.roles), None)
        if product is None or any(company.first <= cue.first < company.last for company in sentence.companies) or any(body.first <= cue.first < body.last for body in sentence.bodies):
            continue
        if anchor.first <= cue.first < anchor.last + 3 and (cue.first < anchor.last or product is not Product.VEHICLE):
            if own is None or own[0] is Product.VEHICLE:
                own = (product, cue)
        elif cue.first < anchor.first and (behind is None or product is not Product.VEHICLE or document.distance(cue, anchor) + 4 < document.distance(behind[1], anchor)):
            behind = (product, cue)
    if own is not None and (own[0] is not Product.VEHICLE or behind is None):
        return own
    if behind is not None:
        return behind
    return own or (reading.product or Product.VEHICLE, None)


def _give_exporter(document: Document, sentence: Sentence, focus: Focus, draft: ExportDraft, reading: Reading) -> None:
    anchor = draft.anchor
    company = _nearest_company(document, sentence, anchor)
    country_of_body = next((body.country for body in sentence.bodies if body.country), None)
    country = _nearest_country(document, sentence, anchor)
    if company is not None and (country is None or company.first > country.first or possesses(document, company) or country.before == "from"):
        draft.company = reading.company = company
        draft.fields["company"] = company
        reading.country = None
    elif country is not None and not (reading.country and reading.sentence >= sentence.index - 1 and not _is_source_of(document, country)):
        draft.country = reading.country = country.place.country
        draft.fields["country"] = country
        reading.company = None
    elif reading.company is not None or reading.country is not None:
        draft.company, draft.country = reading.company, reading.country
    elif _says_our_country(document, sentence):
        draft.country = reading.country = "CN"
    elif country_of_body is not None:
        draft.country = reading.country = country_of_body
    elif focus.company is not None and not focus.company.group:
        draft.company = reading.company = focus.company
    else:
        draft.country = reading.country = focus.country


def _is_source_of(document: Document, country: PlaceMention) -> bool:
    """Whether the words make a country the exporter rather than a mere scene."""
    return country.before == "from" or country.kind == "demonym" or possesses(document, country)


def _nearest_company(document: Document, sentence: Sentence, anchor: Ranged) -> CompanyMention | None:
    acting = [
        company
        for company in sentence.companies
        if not company.group and company.first < anchor.first and not any("claim.source" in cue.roles and 0 <= company.first - cue.last <= 3 for cue in sentence.cues)
    ]
    return acting[-1] if acting else None


def _nearest_country(document: Document, sentence: Sentence, anchor: Ranged) -> PlaceMention | None:
    """Whose exports: "China exported", "from Japan", "Thai exports"; not where they go."""
    verbs = sentence.having("export.strong", "export.away", "export.verb")
    rated = []
    for place in sentence.places:
        if not place.place.country or place.home or place.before in {"to", "into", "outside", "for"} or place.kind in {"city", "unknown"}:
            continue
        source = place.before == "from" or place.kind == "demonym" or possesses(document, place) or place.first <= sentence.first + 2
        if place.first > anchor.last and place.before != "from":
            continue
        distance = min((document.distance(place, verb) for verb in verbs), default=document.distance(place, anchor))
        rated.append((distance - (6.0 if source else 0.0), place.first, place))
    return min(rated, key=lambda row: row[:2])[2] if rated else None


def _says_our_country(document: Document, sentence: Sentence) -> bool:
    words = document.tokens.words[sentence.first : sentence.last]
    return any(word in {"我", "全"} and following == "国" for word, following in zip(words, words[1:], strict=False))


def _spread_country(drafts: Sequence[ExportDraft], reading: Reading) -> None:
    """A figure before the one that names the country belongs to it too."""
    named = next((draft for draft in drafts if draft.country or draft.company), None)
    if named is not None:
        for draft in drafts:
            if not draft.country and not draft.company:
                draft.country, draft.company = named.country, named.company


def _date(document: Document, sentence: Sentence, anchor: Ranged) -> DateMention | None:
    """The period of a figure; that of a figure given for comparison ("from 359 a year earlier") stands behind it."""
    dated = [date for date in sentence.dates if date.mention.period is not None and date.mention.relation != "duration"]
    if before(document, anchor.first, 1)[:1] in (["from"], ["against"], ["over"], ["versus"]):
        behind = [date for date in dated if date.first >= anchor.last and document.distance(anchor, date) <= 8]
        if behind:
            return behind[0]
    dated = [date for date in dated if not _is_compared(document, sentence, date) and not _is_day_of_report(document, sentence, date)]

    def cost(date: DateMention) -> float:
        beside = before(document, anchor.first, 2)[:1] in (["to"], ["from"]) or date.first == anchor.last
        return document.distance(date, anchor) + (0.0 if beside or date.last <= anchor.first else 2.0)

    return min(dated, key=cost, default=None)


def _stretch(document: Document, date: DateMention) -> Period | None:
    """ "Since January" runs to the last month that was over on the day of the article."""
    period, day = date.mention.period, document.day
    if period is None or date.mention.relation != "since" or day is None or period.precision is not Precision.MONTH:
        return period
    last = day.replace(day=1) - timedelta(days=1)
    return Period.whole(period.start, last) if last > period.start else period


def _is_compared(document: Document, sentence: Sentence, date: DateMention) -> bool:
    """Whether a date is only what a figure is compared with: "than in January 2024", "on the same months of 2024"."""
    if date.mention.fuzzy == "comparison":
        return True
    if date.mention.relation == "since" or any(cue.last >= date.first - 2 and cue.first < date.first for cue in sentence.having("change.yoy", "change.mom")):
        return date.mention.relation != "since"
    prior = before(document, date.first, 3)
    return bool(prior) and (prior[0] in {"than", "against", "versus"} or prior[:2] in (["in", "than"], ["in", "from"], ["of", "that"], ["of", "those"], ["in", "against"]))


def _is_day_of_report(document: Document, sentence: Sentence, date: DateMention) -> bool:
    period = date.mention.period
    return period is not None and period.precision == "day" and bool(sentence.having("claim.said") or len(sentence.dates) > 1)


def _destination(document: Document, sentence: Sentence, anchor: Ranged) -> PlaceMention | None:
    places = [place for place in sentence.places if place.before in {"to", "into"} and not place.home and document.distance(place, anchor) <= 14]
    chosen = min(places, key=lambda place: document.distance(place, anchor), default=None)
    other = next((one for one in sentence.amounts if chosen is not None and chosen.last <= one.first < anchor.first and _quantity(one) is not None), None)
    return None if other is not None else chosen


def _source(document: Document, sentence: Sentence) -> tuple[str, Ranged] | None:
    """Who counts: an association or an office that the lexicon knows, or the company that says so of itself."""
    if sentence.bodies:
        body: BodyMention = sentence.bodies[0]
        return body.name, body
    for cue in sentence.having("claim.said"):
        for company in sentence.companies:
            close = 0 <= company.first - cue.last <= 2 or 0 <= cue.first - company.last <= 1
            if close and not company.group and document.words(cue).lower() in {"according to", "said", "say", "says", "announced", "reported", "told", "发布", "公布"}:
                return company.company.surface or company.company.name, company
    return None
