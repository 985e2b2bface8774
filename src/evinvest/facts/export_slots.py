"""What belongs to an export figure: the product, whose it is, where it went, when, and who counted."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from attrs import define

from evinvest.facts.changes import settle_basis
from evinvest.facts.claims import claim_of
from evinvest.facts.scoring import before, possesses
from evinvest.mentions.names import CompanyMention
from evinvest.models import Period, Precision, Product

if TYPE_CHECKING:
    from evinvest.facts.document import BodyMention, DateMention, Document, Ranged, Sentence
    from evinvest.facts.drafts import ExportDraft
    from evinvest.facts.focus import Focus
    from evinvest.mentions.cues import Cue
    from evinvest.mentions.places import PlaceMention

_COUNTED = {
    "counted.phev": Product.PHEV,
    "counted.bev": Product.BEV,
    "counted.nev": Product.NEV,
    "counted.passenger": Product.PASSENGER,
    "counted.commercial": Product.COMMERCIAL,
    "counted.battery": Product.BATTERY,
    "counted.material": Product.MATERIAL,
    "counted.other": Product.OTHER,
    "counted.vehicle": Product.VEHICLE,
}


@define(eq=False)
class Reading:
    """What the figures of an article so far are of; the next ones inherit it."""

    product: Product | None = None
    company: CompanyMention | None = None
    country: str | None = None
    period: Period | None = None
    source: str | None = None
    sentence: int = -9


def fill(document: Document, sentence: Sentence, focus: Focus, draft: ExportDraft, reading: Reading) -> None:
    """Fill the slots of a figure from its sentence and from the figures before."""
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


def _counted(
    document: Document, sentence: Sentence, anchor: Ranged, reading: Reading
) -> tuple[Product | None, Cue | None]:
    """What is counted: the figure's own noun when it says more than "units", else the last word before it."""
    own = behind = None
    for cue in sentence.cues:
        product = next((product for role, product in _COUNTED.items() if role in cue.roles), None)
        if (
            product is None
            or any(company.first <= cue.first < company.last for company in sentence.companies)
            or any(body.first <= cue.first < body.last for body in sentence.bodies)
        ):
            continue
        if anchor.first <= cue.first < anchor.last + 3 and (cue.first < anchor.last or product is not Product.VEHICLE):
            if own is None or own[0] is Product.VEHICLE:
                own = (product, cue)
        elif cue.first < anchor.first and (
            behind is None
            or product is not Product.VEHICLE
            or document.distance(cue, anchor) + 4 < document.distance(behind[1], anchor)
        ):
            behind = (product, cue)
    if own is not None and (own[0] is not Product.VEHICLE or behind is None):
        return own
    if behind is not None:
        return behind
    return own or (reading.product or Product.VEHICLE, None)


def _give_exporter(document: Document, sentence: Sentence, focus: Focus, draft: ExportDraft, reading: Reading) -> None:
    anchor = draft.anchor
    company = _nearest_company(sentence, anchor)
    country_of_body = next((body.country for body in sentence.bodies if body.country), None)
    country = _nearest_country(document, sentence, anchor)
    if company is not None and (
        country is None or company.first > country.first or possesses(document, company) or country.before == "from"
    ):
        draft.company = reading.company = company
        draft.fields["company"] = company
        reading.country = None
    elif country is not None and not (
        reading.country and reading.sentence >= sentence.index - 1 and not _is_source_of(document, country)
    ):
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


def _nearest_company(sentence: Sentence, anchor: Ranged) -> CompanyMention | None:
    acting = [
        company
        for company in sentence.companies
        if not company.group
        and company.first < anchor.first
        and not any(0 <= company.first - cue.last <= 3 for cue in sentence.having("claim.source"))
    ]
    return acting[-1] if acting else None


def _nearest_country(document: Document, sentence: Sentence, anchor: Ranged) -> PlaceMention | None:
    """Whose exports: "China exported", "from Japan", "Thai exports"; not where they go."""
    verbs = sentence.having("export.strong", "export.away", "export.verb")
    rated = []
    for place in sentence.places:
        if (
            not place.place.country
            or place.home
            or place.before in {"to", "into", "outside", "for"}
            or place.kind in {"city", "unknown"}
        ):
            continue
        source = (
            place.before == "from"
            or place.kind == "demonym"
            or possesses(document, place)
            or place.first <= sentence.first + 2
        )
        if place.first > anchor.last and place.before != "from":
            continue
        distance = min((document.distance(place, verb) for verb in verbs), default=document.distance(place, anchor))
        rated.append((distance - (6.0 if source else 0.0), place.first, place))
    return min(rated, key=lambda row: row[:2])[2] if rated else None


def _says_our_country(document: Document, sentence: Sentence) -> bool:
    words = document.tokens.words[sentence.first : sentence.last]
    return any(word in {"我", "全"} and following == "国" for word, following in itertools.pairwise(words))


def spread_exporter(drafts: Sequence[ExportDraft]) -> None:
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
    dated = [
        date for date in dated if not _is_compared(document, sentence, date) and not _is_day_of_report(sentence, date)
    ]

    def cost(date: DateMention) -> float:
        beside = before(document, anchor.first, 2)[:1] in (["to"], ["from"]) or date.first == anchor.last
        return document.distance(date, anchor) + (0.0 if beside or date.last <= anchor.first else 2.0)

    return min(dated, key=cost, default=None)


def _stretch(document: Document, date: DateMention) -> Period | None:
    """The period; "since January" runs to the last month that was over on the day of the article."""
    period, day = date.mention.period, document.day
    if period is None or date.mention.relation != "since" or day is None or period.precision is not Precision.MONTH:
        return period
    last = day.replace(day=1) - timedelta(days=1)
    return Period.whole(period.start, last) if last > period.start else period


def _is_compared(document: Document, sentence: Sentence, date: DateMention) -> bool:
    """Whether a date is only what a figure is compared with: "than in January 2024", "on the same months of 2024"."""
    if date.mention.fuzzy == "comparison":
        return True
    if date.mention.relation == "since" or any(
        cue.last >= date.first - 2 and cue.first < date.first for cue in sentence.having("change.yoy", "change.mom")
    ):
        return date.mention.relation != "since"
    prior = before(document, date.first, 3)
    return bool(prior) and (
        prior[0] in {"than", "against", "versus"}
        or prior[:2] in (["in", "than"], ["in", "from"], ["of", "that"], ["of", "those"], ["in", "against"])
    )


def _is_day_of_report(sentence: Sentence, date: DateMention) -> bool:
    period = date.mention.period
    return (
        period is not None
        and period.precision == "day"
        and bool(sentence.having("claim.said") or len(sentence.dates) > 1)
    )


def _destination(document: Document, sentence: Sentence, anchor: Ranged) -> PlaceMention | None:
    """Where a figure went: the nearest place behind "to", unless another figure stands between."""
    places = [
        place
        for place in sentence.places
        if place.before in {"to", "into"} and not place.home and document.distance(place, anchor) <= 14
    ]
    if not places:
        return None
    chosen = min(places, key=lambda place: document.distance(place, anchor))
    between = any(chosen.last <= one.first < anchor.first and one.amount.value >= 300 for one in sentence.amounts)
    return None if between else chosen


def source_of(document: Document, sentence: Sentence) -> tuple[str, Ranged] | None:
    """Who counts: an association or an office that the lexicon knows, or the company that says so of itself."""
    if sentence.bodies:
        body: BodyMention = sentence.bodies[0]
        return body.name, body
    for cue in sentence.having("claim.said"):
        for company in sentence.companies:
            close = 0 <= company.first - cue.last <= 2 or 0 <= cue.first - company.last <= 1
            if (
                close
                and not company.group
                and document.words(cue).lower()
                in {"according to", "said", "say", "says", "announced", "reported", "told", "发布", "公布"}
            ):
                return company.company.surface or company.company.name, company
    return None
