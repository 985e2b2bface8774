"""Where money goes: every place that the sentence names or points back to, and none, weighed by a learned decision."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from evinvest.facts.linear import odds
from evinvest.facts.place_lists import places_together
from evinvest.facts.place_scoring import weigh_place
from evinvest.facts.scoring import before, possesses
from evinvest.facts.wording import naming, wording
from evinvest.mentions.place_mention import PlaceMention
from evinvest.units.amounts import AmountKind

if TYPE_CHECKING:
    from evinvest.facts.document import AmountMention, Document, Sentence
    from evinvest.facts.drafts import InvestmentDraft
    from evinvest.facts.focus import Focus
    from evinvest.mentions.cues import Cue
    from evinvest.mentions.names import CompanyMention
    from evinvest.models import Money

_SITES = ("plant.noun", "plant.weak", "product.rnd")
_JUST = 1  # sentences after which a plant is no longer the one that a sum is for
_MOST, _LEAST = 9.0, -9.0
_STEPS = (1, 3, 6, 12, 20)
_SURE = 1.0  # log odds by which a place must be likelier than none: precision comes before recall
_LIKELY = 0.5 / _MOST  # a place that weighs less hardly fits
_LEADING = 2  # words before a place that opens a sentence
_SOLD = 10  # words from a verb of buying to what is bought


@frozen
class Goal:
    """Where money may go.

    Attributes:
        places: what is named, all in one breath; of an earlier sentence's plant, its place.
        country: one that no word names as the place: that of the currency, or of the company that is bought.
        features: what speaks for and against it.
    """

    places: list[PlaceMention]
    country: str | None
    features: dict[str, float]


def choose_goal(document: Document, sentence: Sentence, draft: InvestmentDraft, focus: Focus) -> Goal:
    """The likeliest place of a sum whose investors are known, or none."""
    nowhere, *places = goals(document, sentence, draft, focus)
    scored = [(odds("goal", goal.features), -index, goal) for index, goal in enumerate(places)]
    best = max(scored, key=lambda row: row[:2], default=None)
    return nowhere if best is None or best[0] - odds("goal", nowhere.features) < _SURE else best[2]


def goals(document: Document, sentence: Sentence, draft: InvestmentDraft, focus: Focus) -> list[Goal]:
    """All places where a sum may go: first none, then those of the sentence in text order, then those from before."""
    homes = {investor.company.country for investor in draft.investors} - {None}
    near = min(sentence.having(*_SITES), key=lambda cue: document.distance(cue, draft.anchor), default=None)
    found = [
        *_named(document, sentence, draft.anchor, near),
        *_spoken_of(document, sentence, near, focus),
        *_unnamed(document, sentence, draft, focus),
    ]
    best = max((goal.features.get("weight", -1.0) for goal in found), default=-1.0)
    heaviest = "heaviest" if best >= _LIKELY else "heaviest of light ones"
    for goal in found:
        if goal.features.get("weight") == best:
            goal.features[heaviest] = 1.0
    nowhere = {"nowhere": 1.0, f"nowhere of {min(len(found), 4)}": 1.0, f"nowhere, {heaviest}": 1.0}
    nowhere |= {f"w nowhere {name}": value for name, value in wording(document, sentence, draft.anchor).items()}
    return [Goal([], None, nowhere), *(_at_home(goal, homes) for goal in found)]


def _at_home(goal: Goal, homes: set[str | None]) -> Goal:
    """With what the homes of the investors say of it."""
    country = goal.places[0].place.country if goal.places else goal.country
    if country is None or not homes:
        return evolve(goal, features=goal.features | {"home unknown": 1.0})
    way = "at home" if country in homes else "abroad"
    how = next(name for name in ("named", "spoken of", "meant") if name in goal.features)
    return evolve(goal, features=goal.features | {way: 1.0, f"{how} {way}": 1.0})


def _named(document: Document, sentence: Sentence, spent: AmountMention, near: Cue | None) -> Iterator[Goal]:
    """The places that the sentence names."""
    for place in sentence.places:
        if place.place.country is None and place.place.locality is None:
            continue
        features = _features(document, sentence, spent, place, near)
        yield Goal(places_together(document, sentence, place), None, features)


def _features(
    document: Document, sentence: Sentence, spent: AmountMention, place: PlaceMention, near: Cue | None
) -> dict[str, float]:
    ahead = place.last <= spent.first
    side = "before" if ahead else "behind"
    distance = document.distance(place, spent)
    low, high = (place.last, spent.first) if ahead else (spent.last, place.first)
    between = [other for other in sentence.places if low <= other.first and other.last <= high]
    marks = {
        "named": True,
        f"is {place.kind}": True,
        f"is {place.kind} {side}": True,
        f"behind {place.before}": place.before != "",
        f"within {next((step for step in _STEPS if distance <= step), 99)} {side}": True,
        f"nearest {side}": not between,
        "alone": len(sentence.places) == 1,
        "unsure": not place.sure,
        "home of one": place.home,
        "describes": possesses(document, place) and any(0 <= one.first - place.last <= 3 for one in sentence.companies),
        "past another sum": _is_past_another(sentence, spent, place),
        "where it was said": not _TALKING.isdisjoint(before(document, place.first, 4)),
        "bare": _is_bare(document, sentence, place),
        "leading": place.first - sentence.first <= _LEADING,
        "there": place.named is not None,
    }
    found = {name: 1.0 for name, true in marks.items() if true}
    weight = weigh_place(document, sentence, spent, place)
    if near is not None:
        sited = weigh_place(document, sentence, near, place)
        found["site weight"] = max(min(sited, _MOST), _LEAST) / _MOST
        found["site distance"] = min(document.distance(near, spent), 20.0) / 20.0
        weight = max(weight, sited - 0.1 * document.distance(near, spent))
    found["weight"] = max(min(weight, _MOST), _LEAST) / _MOST
    return found | naming(document, sentence, place, spent)


def _spoken_of(document: Document, sentence: Sentence, near: Cue | None, focus: Focus) -> Iterator[Goal]:
    """The site of the plant spoken of just before."""
    plant = focus.plant
    if plant is None or plant.site is None or plant.place is None or sentence.index - focus.spoken > _JUST:
        return
    if any(place.place == plant.place for place in sentence.places) or (near is not None and _is_many(document, near)):
        return
    marks = {
        "spoken of": True,
        "spoken of, sum alone": near is None,
        "spoken of, definite": near is not None and not _DEFINITE.isdisjoint(before(document, near.first, 3)),
        "spoken of, no place named": not sentence.places,
        "spoken of, town": bool(plant.place.locality),
        "spoken of, in this paragraph": plant.sentence.paragraph == sentence.paragraph,
    }
    mention = evolve(plant.site, place=plant.place)
    yield Goal([mention], None, {name: 1.0 for name, true in marks.items() if true})


def _is_many(document: Document, site: Cue) -> bool:
    """Whether a word means several sites, none of which is the one spoken of: "its plants"."""
    word = document.words(site).lower()
    return word.endswith("s") and not word.endswith("works")


def _unnamed(document: Document, sentence: Sentence, draft: InvestmentDraft, focus: Focus) -> Iterator[Goal]:
    """The countries that no word names as the place."""
    hints = {
        "currency": _home_of_currency(draft.money),
        "target": _home_of_target(document, sentence, draft.investors),
        "ground": focus.ground(sentence, draft.investors),
    }
    for country in dict.fromkeys(hint for hint in hints.values() if hint is not None):
        found = {name: 1.0 for name, hint in hints.items() if hint == country}
        if all(place.place.country != country for place in sentence.places):
            found["unnamed"] = 1.0
        yield Goal([], country, {"meant": 1.0, **found})


def _is_past_another(sentence: Sentence, spent: AmountMention, place: PlaceMention) -> bool:
    """Whether another sum stands between: "$2bn in A, $1bn in B"."""
    low, high = sorted((spent.first, place.first))
    return any(
        other.amount.kind is AmountKind.MONEY and low < other.first < high and other.first < spent.first
        for other in sentence.amounts
    )


_DEFINITE = frozenset({"the", "its", "this", "their", "该", "此"})
_TALKING = frozenset(
    "signed signing said told announced ceremony speaking reporters met meeting conference deal agreement summit "
    "show forum talks interview statement visit visiting".split()
)


def _is_bare(document: Document, sentence: Sentence, place: PlaceMention) -> bool:
    """Whether a town stands without a preposition and before no word for a site."""
    if place.before or place.kind not in {"city", "region"} or document.tokens.words[place.first] >= "\u4e00":
        return False
    return not any(0 <= cue.first - place.last <= 3 for cue in sentence.having("plant.noun", "plant.weak"))


def _home_of_currency(money: Money) -> str | None:
    """Where a currency is that of one country and no other counts in it: ISO 4217 codes begin with the country's."""
    return None if money.currency in _TRADED or money.currency.startswith("X") else money.currency[:2]


_TRADED = frozenset({"USD", "EUR"})


def _home_of_target(document: Document, sentence: Sentence, investors: Sequence[CompanyMention]) -> str | None:
    """Where the company is at home that a stake is taken in, or that money is put into."""
    buying = sentence.having("invest.stake")
    for company in sentence.companies:
        if company in investors or company.group:
            continue
        if any(0 <= company.first - cue.last <= _SOLD for cue in buying) or before(document, company.first) == ["into"]:
            return company.company.country
    return None
