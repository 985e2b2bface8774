"""The way from an article to its facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from evinvest.facts.drafts import ExportDraft, InvestmentDraft, PlantDraft
from evinvest.facts.investments import is_placed, scope_of
from evinvest.facts.issues import issues_of
from evinvest.facts.links import link
from evinvest.facts.merge import merge_investments
from evinvest.facts.merge_exports import merge_exports
from evinvest.facts.merge_plants import merge_plants
from evinvest.facts.prepare import cues_of, prepare
from evinvest.facts.signs import in_its_signs
from evinvest.facts.stages import best_stage
from evinvest.facts.walk import Step, walk
from evinvest.facts.whole_exports import is_stated, judge_exports
from evinvest.facts.whole_plants import is_identified, judge_plants
from evinvest.lexicon import Lexicon
from evinvest.mentions.runs import NameRules
from evinvest.models import Company, Evidence, ExportFigure, Facts, Investment, Place, Plant, Span
from evinvest.models.mapping import FrozenMapping

if TYPE_CHECKING:
    from evinvest.facts.document import Document
    from evinvest.mentions.names import CompanyMention
    from evinvest.reading.article import Article
    from evinvest.units import ExchangeRates

Draft = InvestmentDraft | PlantDraft | ExportDraft


def extract_facts(
    article: Article,
    *,
    published: date | None = None,
    lexicon: Lexicon | None = None,
    rates: ExchangeRates | None = None,
) -> Facts:
    """The investments, plants and export figures that an article states.

    Args:
        article: as :func:`evinvest.read_article` gives it.
        published: the day against which "last year" is read, when it is not the article's own.
        lexicon: the names and cue words to know; the library's own by default.
        rates: exchange rates, such as :meth:`evinvest.Rates.ecb`, to check stated equivalents against; none by default.

    Returns:
        The facts in text order, and as issues what was not understood or does not fit: ``inferred-day``,
        ``unknown-currency``, ``equivalent-mismatch``.

    Raises:
        LexiconError: when the cue words of the lexicon are not in their form.

    >>> import evinvest
    >>> article = evinvest.parse_article("BYD will invest $1 billion in a plant in Manisa, Turkey.", format="plain")
    >>> [(str(fact.amount.amount), fact.amount.currency) for fact in evinvest.extract_facts(article).investments]
    [('1000000000', 'USD')]
    """
    day = published.date() if isinstance(published, datetime) else published or article.day
    lexicon = lexicon or Lexicon.default()
    document = prepare(article, day=day, lexicon=lexicon, cues=cues_of(lexicon), rules=NameRules.default())
    steps = list(walk(document))
    whole = merge_investments([draft for step in steps for draft in step.investments])
    sites = _sites(document, steps)
    figures = _figures(document, steps)
    link(document, whole, sites)
    investments = tuple(_investment(document, draft) for draft in whole if is_placed(draft))
    plants = tuple(_plant(document, draft) for draft in sites if is_identified(draft))
    exports = tuple(_export(document, draft) for draft in figures if is_stated(draft))
    issues = tuple(issues_of(document, investments, rates=rates))
    return in_its_signs(document, Facts(investments=investments, plants=plants, exports=exports, issues=issues))


def _sites(document: Document, steps: Sequence[Step]) -> list[PlantDraft]:
    """All plants of an article, each once, with how sure it is that it states them."""
    sites = merge_plants([draft for step in steps for draft in step.sites], document.day)
    if sites:
        judge_plants(document, sites, steps[-1].focus)
    return sites


def _figures(document: Document, steps: Sequence[Step]) -> list[ExportDraft]:
    """All export figures of an article, each once, with how sure it is that it is one."""
    figures = merge_exports([draft for step in steps for draft in step.exports])
    judge_exports(document, figures)
    return figures


def _evidence(document: Document, draft: Draft, filled: Mapping[str, object]) -> Evidence:
    """The words of a fact: its anchor with the fillers of the same sentence near it, and a span for every filled slot.

    A slot that no word of its own fills (a status by its verbs, a product by its maker) points to the anchor.
    """
    sentence, anchor = draft.sentence, draft.anchor
    inside = [
        mention
        for mention in draft.fields.values()
        if sentence.first <= mention.first and mention.last <= sentence.last and abs(mention.first - anchor.first) <= 14
    ]
    first = min([anchor.first, *(mention.first for mention in inside)])
    last = max([anchor.last, *(mention.last for mention in inside)])
    span = document.content.to_raw(document.tokens.span(first, last))
    slots = [name for name, value in filled.items() if value not in (None, (), False)]
    spans = {name: document.span(draft.fields.get(name, anchor)) for name in sorted(slots)}
    return Evidence(span, span.of(document.content.raw), FrozenMapping[str, Span](spans))


def _companies(mentions: list[CompanyMention]) -> tuple[Company, ...]:
    """The companies, each once, with the partners of a joint venture that the lexicon knows left out."""
    seen: dict[str, Company] = {}
    for mention in mentions:
        seen.setdefault(mention.key, mention.company)
    return tuple(seen.values())


def _investment(document: Document, draft: InvestmentDraft) -> Investment:
    places: dict[str, Place] = {}
    for mention in draft.places:
        places.setdefault(mention.place.locality or mention.place.country or mention.place.name, mention.place)
    if not places and draft.home is not None:
        places[draft.home] = Place(draft.home, draft.home)
    countries = [place.country for place in places.values() if place.country]
    homes = [investor.company.country for investor in draft.investors if investor.company.country]
    slots: dict[str, Any] = {
        "investors": _companies(draft.investors),
        "amount": draft.money,
        "places": tuple(places.values()),
        "scope": draft.scope or scope_of(homes, countries),
        "product": draft.product,
        "stage": best_stage(draft.chances),
        "period": draft.period,
        "aggregate": draft.aggregate,
    }
    return Investment(**slots, claim=draft.claim, evidence=_evidence(document, draft, slots))


def _plant(document: Document, draft: PlantDraft) -> Plant:
    slots: dict[str, Any] = {
        "operators": _companies(draft.operators),
        "name": draft.name,
        "place": draft.place,
        "product": draft.product,
        "status": draft.status,
        "capacity": draft.capacity,
        "planned_capacity": draft.planned_capacity,
        "opened": draft.opened,
        "investment": draft.investment,
    }
    return Plant(**slots, claim=draft.claim, evidence=_evidence(document, draft, slots))


def _export(document: Document, draft: ExportDraft) -> ExportFigure:
    slots: dict[str, Any] = {
        "country": draft.country,
        "company": draft.company.company if draft.company else None,
        "product": draft.product,
        "quantity": draft.quantity,
        "period": draft.period,
        "change": draft.change,
        "destination": draft.destination,
        "source": draft.source,
    }
    return ExportFigure(**slots, claim=draft.claim, evidence=_evidence(document, draft, slots))
