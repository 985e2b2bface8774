"""What belongs to an export figure: the product, whose it is, where it went, when, and who counted."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import TYPE_CHECKING

from attrs import define

from evinvest.facts.changes import settle_basis
from evinvest.facts.claims import claim_of
from evinvest.facts.export_dates import date_of, stretched, year_on
from evinvest.facts.export_destinations import destination_of, leads_to, takes
from evinvest.facts.scoring import after, before, possesses
from evinvest.mentions.names import CompanyMention
from evinvest.models import Period, Product

if TYPE_CHECKING:
    from evinvest.facts.document import Document, Ranged, Sentence
    from evinvest.facts.drafts import ExportDraft
    from evinvest.facts.focus import Focus
    from evinvest.mentions.cues import Cue
    from evinvest.mentions.place_mention import PlaceMention

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
    spoken: Period | None = None
    """The period of the sentence before, whatever it spoke of."""
    sentence: int = -9
    """The last sentence that had a figure."""
    worth: bool = False
    """Whether its last figure was a sum of money."""
    topic: bool = False
    """Whether the headline speaks of exports."""


def fill(document: Document, sentence: Sentence, focus: Focus, draft: ExportDraft, reading: Reading) -> None:
    """Fill the slots of a figure from its sentence and from the figures before."""
    anchor = draft.anchor
    product, cue = _counted(document, sentence, anchor, reading)
    draft.product = reading.product = product
    if cue is not None:
        draft.fields["product"] = cue
    _give_exporter(document, sentence, focus, draft, reading)
    date = date_of(document, sentence, anchor)
    draft.period = stretched(document, date) if date is not None else (reading.period or year_on(draft))
    draft.period = draft.period or reading.spoken
    reading.period = draft.period or reading.period
    if date is not None:
        draft.fields["period"] = date
    place = destination_of(document, sentence, anchor)
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
        beside = anchor.first <= cue.first < anchor.last + 3 and _PARTING.isdisjoint(
            document.tokens.lowered[anchor.last : cue.first]
        )
        if beside and (cue.first < anchor.last or product is not Product.VEHICLE):
            if own is None or own[0] is Product.VEHICLE:
                own = (product, cue)
        elif cue.first < anchor.first and (
            behind is None
            or product is not Product.VEHICLE
            or document.distance(cue, anchor) + 4 < document.distance(behind[1], anchor)
        ):
            behind = (product, cue)
    own, behind = (_of_list(document, sentence, row) for row in (own, behind))
    if own is not None and (
        own[0] is not Product.VEHICLE
        or behind is None
        or "of" in before(document, anchor.first, 2)
        or _counts_another(sentence, behind[1], anchor)
    ):
        return own
    if behind is not None:
        return behind
    return own or (reading.product or Product.VEHICLE, None)


def _of_list(document: Document, sentence: Sentence, row: tuple[Product, Cue] | None) -> tuple[Product, Cue] | None:
    """Cars of all kinds in one breath are vehicles: "cars, trucks and buses"."""
    if row is None or row[0] is not Product.COMMERCIAL:
        return row
    cars = sentence.having("counted.vehicle", "counted.passenger")
    listed = any(
        0 < row[1].first - cue.last <= _LIST and _LISTING.issuperset(_between(document, cue, row[1])) for cue in cars
    )
    return (Product.VEHICLE, row[1]) if listed else row


def _between(document: Document, left: Cue, right: Cue) -> list[str]:
    return [*document.tokens.lowered[left.last : right.first]]


_LIST = 4  # words between two members of a list
_LISTING = frozenset(", and trucks buses vans truck bus 、 和 及".split())
_PARTING = frozenset({",", ";", "while", "and", "，", "；"})


def _counts_another(sentence: Sentence, cue: Cue, anchor: Ranged) -> bool:
    """Whether a noun belongs to another figure before this one: "imported 12,000 EVs and exported 81,000 cars"."""
    return any(one.first <= cue.first < one.last + 2 for one in sentence.amounts if one.last <= anchor.first)


def _give_exporter(document: Document, sentence: Sentence, focus: Focus, draft: ExportDraft, reading: Reading) -> None:
    anchor = draft.anchor
    company = _nearest_company(document, sentence, anchor)
    country_of_body = next((body.country for body in sentence.bodies if body.country), None)
    country = _nearest_country(document, sentence, anchor)
    if company is not None and (
        country is None
        or company.first > country.first
        or possesses(document, company)
        or country.before in {"from", "in", "at"}
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
    elif (speaker := _speaker(document, sentence)) is not None:
        draft.company = reading.company = speaker
        draft.fields["company"] = speaker
    elif reading.company is not None or reading.country is not None:
        draft.company, draft.country = reading.company, reading.country
    elif _says_our_country(document, sentence):
        draft.country = reading.country = "CN"
    elif country_of_body is not None:
        draft.country = reading.country = country_of_body
    elif focus.company is not None and not focus.company.group:
        draft.company = reading.company = focus.company
    elif document.chinese and focus.country is None:
        draft.country = reading.country = "CN"  # what a Chinese text counts without a name is its own country's
    else:
        draft.country = reading.country = focus.country


def _speaker(document: Document, sentence: Sentence) -> CompanyMention | None:
    """The company that speaks of itself: "we exported 711,000 cars", SAIC's chief said."""
    if _WE.isdisjoint(document.tokens.lowered[sentence.first : sentence.last]):
        return None
    return next((company for company in sentence.companies if not company.group), None)


_WE = frozenset({"we", "our"})


def _is_source_of(document: Document, country: PlaceMention) -> bool:
    """Whether the words make a country the exporter rather than a mere scene."""
    return country.before == "from" or country.kind == "demonym" or possesses(document, country)


def _nearest_company(document: Document, sentence: Sentence, anchor: Ranged) -> CompanyMention | None:
    acting = [
        company
        for company in sentence.companies
        if not company.group
        and (company.first < anchor.first or _exports(document, company))
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
            or leads_to(document, place)
            or takes(sentence, place)
            or _is_imported(document, sentence, place)
            or place.kind in {"city", "unknown"}
        ):
            continue
        source = (
            place.before == "from"
            or place.kind == "demonym"
            or possesses(document, place)
            or place.first <= sentence.first + 2
        )
        if place.first >= anchor.last and place.before != "from" and not _exports(document, place):
            continue
        distance = min((document.distance(place, verb) for verb in verbs), default=document.distance(place, anchor))
        rated.append((distance - (6.0 if source else 0.0), place.first, place))
    return min(rated, key=lambda row: row[:2])[2] if rated else None


def _exports(document: Document, name: Ranged) -> bool:
    """Whether a name is the subject of a relative clause: "the cars that China exported"."""
    said = after(document, name.last, 1) == ["exported"]
    return said and before(document, name.first, 1)[:1] in (["that"], ["which"], ["vehicles"], ["cars"])


def _is_imported(document: Document, sentence: Sentence, place: PlaceMention) -> bool:
    """Whether "from China" tells where imports are from."""
    if place.before != "from":
        return False
    verbs = [cue for cue in sentence.having("export.strong", "export.verb", "money.size") if cue.last <= place.first]
    return bool(verbs) and document.words(verbs[-1]).lower().startswith("import")


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
