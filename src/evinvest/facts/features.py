"""What stands around a sum or a plant, as numbers that a linear decision can add up."""

from __future__ import annotations

from math import log10
from typing import TYPE_CHECKING

from evinvest.facts.agreement import when
from evinvest.facts.discourse import in_mind, in_title, sum_in_title, told_before, town_told
from evinvest.facts.known_sites import is_known_site
from evinvest.facts.scoring import after, before, force, weigh_company
from evinvest.facts.surroundings import around, nearest
from evinvest.facts.town_features import of_town
from evinvest.facts.wording import WORDED, wording

if TYPE_CHECKING:
    from evinvest.facts.document import AmountMention, DateMention, Document, Ranged, Sentence
    from evinvest.facts.drafts import PlantDraft
    from evinvest.facts.focus import Focus

_ARTICLES = {
    "a": "new",
    "an": "new",
    "another": "new",
    "new": "new",
    "the": "known",
    "its": "own",
    "their": "own",
    "existing": "own",
    "s": "own",
    "planned": "planned",
    "proposed": "planned",
    "future": "planned",
}
_PREPOSITIONS = frozenset({"at", "from", "in", "on", "for", "to", "into", "of", "worth"})

STATUS_TABLES = frozenset({"build", "status", "plant", "stage", "capacity"})
STAGE_TABLES = frozenset({"build", "stage", "invest", "plant", "status"})
VERB_TABLES = frozenset({"build", "status"})
PLANT_TABLES = frozenset(
    {"plant", "build", "status", "stage", "product", "capacity", "money", "claim", "export", "scene"}
)
OPENING_TABLES = frozenset(
    {"open", "build", "status", "plant", "capacity", "invest", "claim", "stage", "money", "export"}
)
DATED_TABLES = frozenset({"open", "build", "status", "invest", "claim"})
SIZE_TABLES = frozenset({"capacity", "plant", "build", "export", "money", "status", "change", "product", "claim"})
MONEY_TABLES = frozenset({"money", "invest", "plant", "build", "product", "claim", "export"})


def _phrase(document: Document, anchor: Ranged) -> dict[str, float]:
    """The words that introduce an anchor: article, preposition."""
    found: dict[str, float] = {}
    prior = before(document, anchor.first, 5)
    if not _ARTICLES.keys().isdisjoint(prior):
        article = next(word for word in prior if word in _ARTICLES)
        found[f"article {_ARTICLES[article]}"] = 1.0
    if not _PREPOSITIONS.isdisjoint(prior):
        preposition = next(word for word in prior if word in _PREPOSITIONS)
        found[f"preposition {preposition}"] = 1.0
    return found


def _dates(document: Document, sentence: Sentence, anchor: Ranged) -> dict[str, float]:
    found: dict[str, float] = {}
    for date in sentence.dates:
        period = date.mention.period
        if period is not None and document.day is not None:
            name = "date past" if period.end <= document.day else "date future"
            found[name] = max(found.get(name, 0.0), round(force(document, anchor, date), 4))
    return found


def _in_its_language(document: Document, found: dict[str, float]) -> dict[str, float]:
    """The features, and for a Chinese text each once more: what is not said alike weighs otherwise there."""
    if not document.chinese:
        return found
    return found | {f"zh {name}": value for name, value in found.items() if not name.startswith(WORDED)}


def status_features(document: Document, draft: PlantDraft) -> dict[str, float]:
    """What tells how far a plant has come."""
    sentence, anchor = draft.sentence, draft.anchor
    found = {
        **around(document, sentence, anchor, STATUS_TABLES),
        **nearest(document, sentence, anchor, VERB_TABLES),
        **_phrase(document, anchor),
        **_dates(document, sentence, anchor),
        **wording(document, sentence, anchor),
    }
    marks = {
        f"word {draft.kind}": True,
        f"opens {when(draft.opened, document.day)}": draft.opened is not None,
        "sized": draft.capacity is not None,
        f"paid {draft.paid}": draft.paid is not None,
        f"paid {draft.paid}, fresh": draft.paid is not None and draft.fresh,
        "section title": sentence.section == "title",
        **{f"which {word}": True for word in draft.which},
    }
    return _in_its_language(document, found | {name: 1.0 for name, true in marks.items() if true})


def stage_features(document: Document, sentence: Sentence, anchor: Ranged) -> dict[str, float]:
    """What tells how far an investment has come."""
    return _in_its_language(
        document,
        {
            **around(document, sentence, anchor, STAGE_TABLES),
            **_phrase(document, anchor),
            **_dates(document, sentence, anchor),
            **wording(document, sentence, anchor),
        },
    )


def money_features(document: Document, sentence: Sentence, anchor: AmountMention, focus: Focus) -> dict[str, float]:
    """What tells whether a sum is an investment."""
    amount = anchor.amount
    found = {
        **around(document, sentence, anchor, MONEY_TABLES),
        **_phrase(document, anchor),
        **wording(document, sentence, anchor),
    }
    found["size"] = round(min(max(log10(float(amount.value) + 1.0) - 5.0, -3.0), 6.0) / 5.0, 3)
    found["companies"] = min(len(sentence.companies), 3) / 3.0
    found["places"] = min(len([place for place in sentence.places if not place.home]), 3) / 3.0
    found.update(_actor(document, sentence, anchor))
    made = [cue for cue in sentence.cues if any(role.startswith("product.") for role in cue.roles)]
    found["field"] = max((round(force(document, anchor, cue), 4) for cue in made), default=0.0)
    if amount.per is not None:
        found["per"] = 1.0
    found |= told_before(document, sentence, "sums", "companies") | in_mind(sentence, sentence.companies, focus)
    found |= in_title(focus, MONEY_TABLES) | _round(sentence)
    if sum_in_title(amount, focus):
        found["title sum"] = 1.0
    if sentence.section != "body":
        found[f"section {sentence.section}"] = 1.0
    for word in after(document, anchor.last, 1):
        if word in {"in", "to", "on", "for", "into", "from", "by", ",", "investment", "plant", "factory", "stake"}:
            found[f"then {word}"] = 1.0
    return _in_its_language(document, found)


def _round(sentence: Sentence) -> dict[str, float]:
    """Who takes part in a round of funding: a company of the field invests, funds alone do not count."""
    rounds = sentence.having("invest.round")
    taking_part = [
        company
        for company in sentence.companies
        if any(0 <= company.first - cue.last <= _PART or 0 <= cue.first - company.last <= _PART for cue in rounds)
    ]
    return {f"round with {'known' if company.known else 'unknown'}": 1.0 for company in taking_part}


_PART = 6  # words between "led by" and those who are named behind


def size_features(document: Document, sentence: Sentence, anchor: AmountMention, *, earlier: float) -> dict[str, float]:
    """What tells whether a number is what a plant can make, now or later.

    ``earlier`` is the size stated before in the sentence, 0 without one.
    """
    amount = anchor.amount
    found = {
        **around(document, sentence, anchor, SIZE_TABLES),
        **_phrase(document, anchor),
        **_dates(document, sentence, anchor),
        **wording(document, sentence, anchor),
    }
    found["size"] = round(min(max(log10(float(amount.value) + 1.0), 0.0), 8.0) / 8.0, 3)
    found[f"unit {amount.unit if amount.unit in _UNITS else amount.kind}"] = 1.0
    if amount.per is not None:
        found[f"per {amount.per}"] = 1.0
    if earlier:
        found["size larger" if float(amount.value) > earlier else "size smaller"] = 1.0
    if sentence.section != "body":
        found[f"section {sentence.section}"] = 1.0
    for word in after(document, anchor.last, 1):
        if word in _BEHIND_SIZE:
            found[f"then {word}"] = 1.0
    for word in before(document, anchor.first, 1):
        if word in _BEFORE_SIZE:
            found[f"word {word}"] = 1.0
    return _in_its_language(document, found)


_UNITS = frozenset({"vehicle", "GWh", "MWh", "kWh", "unit"})
_BEHIND_SIZE = frozenset("in by of last this so capacity plant factory - ( 的".split())
_BEFORE_SIZE = frozenset(
    "to from of by at than another additional further total over some about for only 达 至 为 约".split()
)


def opening_features(document: Document, sentence: Sentence, anchor: DateMention) -> dict[str, float]:
    """What tells whether a period is when a plant opens or its production starts."""
    mention, period = anchor.mention, anchor.mention.period
    found = {
        **around(document, sentence, anchor, OPENING_TABLES),
        **nearest(document, sentence, anchor, DATED_TABLES),
        **_phrase(document, anchor),
        **wording(document, sentence, anchor),
    }
    found[f"relation {mention.relation}"] = 1.0
    if mention.fuzzy is not None:
        found[f"fuzzy {mention.fuzzy}"] = 1.0
    if period is not None:
        found[f"precision {period.precision}"] = 1.0
        if document.day is not None:
            found["past" if period.end <= document.day else "future"] = 1.0
    if mention.relative:
        found["relative"] = 1.0
    if anchor.first - sentence.first <= 2:
        found["leading"] = 1.0
    if sentence.section != "body":
        found[f"section {sentence.section}"] = 1.0
    return _in_its_language(document, found)


def _actor(document: Document, sentence: Sentence, anchor: Ranged) -> dict[str, float]:
    """Who is likeliest to act on an anchor, by how well it fits and what it makes."""
    weighed = [(weigh_company(document, sentence, anchor, company), company) for company in sentence.companies]
    if not weighed:
        return {"actor none": 1.0}
    weight, company = max(weighed, key=lambda pair: pair[0])
    kind = "group" if company.group else ("known" if company.known else "unknown")
    found = {"actor": round(max(min(weight, 8.0), -4.0) / 6.0, 3), f"actor {kind}": 1.0}
    if company.kind:
        found[f"actor {company.trade}"] = 1.0
    return found


def plant_features(document: Document, draft: PlantDraft, focus: Focus) -> dict[str, float]:
    """What tells whether a draft is a plant of its own."""
    sentence, anchor = draft.sentence, draft.anchor
    found = {
        **around(document, sentence, anchor, PLANT_TABLES),
        **_phrase(document, anchor),
        **wording(document, sentence, anchor),
        **told_before(document, sentence, "plants", "companies"),
        **in_mind(sentence, draft.operators, focus),
        **town_told(draft.place, focus),
        **_of_draft(document, draft),
    }
    if draft.site is not None:
        found["site near"] = force(document, anchor, draft.site)
    if draft.operators and draft.operators[0] in sentence.companies:
        found["operator near"] = force(document, anchor, draft.operators[0])
    if draft.place is None or not draft.place.locality:  # what is only thought about is no plant without a town
        found |= {f"wide {name}": value for name, value in found.items() if name.startswith("stage.")}
    if draft.kind == "town":  # a town alone is a plant by other signs than a word for one
        found.update(of_town(document, draft))
        found |= {
            f"w town {name}" if name.startswith(WORDED) else f"town {name}": value for name, value in found.items()
        }
    return _in_its_language(document, found)


def _of_draft(document: Document, draft: PlantDraft) -> dict[str, float]:
    """What is known of a draft beside the words around it."""
    marks = {
        f"word {draft.kind}": True,
        "definite": draft.definite,
        "borrowed": draft.borrowed,
        "loose": draft.loose,
        "sized": draft.is_sized,
        "paid": draft.investment is not None,
        "dated": draft.opened is not None,
        "town": draft.place is not None and bool(draft.place.locality),
        "no place": draft.place is None,
        f"site {draft.site.kind}" if draft.site else "no site": True,
        f"product {draft.product}": True,
        "known operator": any(company.known for company in draft.operators),
        "at home": is_at_home(draft),
        "several operators": len(draft.operators) > 1,
        f"section {draft.sentence.section}": True,
    }
    if draft.operators:
        marks[f"operator {draft.operators[0].trade or 'unknown'}"] = True
    if draft.site is not None:
        marks["known site"] = any(is_known_site(document, company, draft.site) for company in draft.operators)
    return {name: 1.0 for name, true in marks.items() if true}


def is_at_home(draft: PlantDraft) -> bool:
    """Whether one of those who run a plant is from the country in which it stands."""
    country = draft.place.country if draft.place is not None else None
    return country is not None and any(company.company.country == country for company in draft.operators)
