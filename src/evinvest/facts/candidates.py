"""Every company that a sentence names or points back to, with what tells whether it runs a plant."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from evinvest.facts.dealing import dealing, kinship
from evinvest.facts.known_sites import is_known_site
from evinvest.facts.products import ROLES, named_products
from evinvest.facts.scoring import (
    after,
    before,
    coordinated,
    force,
    is_aside,
    is_source,
    names_model,
    possesses,
)
from evinvest.facts.wording import naming
from evinvest.mentions.names import CompanyMention

if TYPE_CHECKING:
    from evinvest.facts.document import Document, Ranged, Sentence
    from evinvest.facts.focus import Focus
    from evinvest.facts.plant_anchors import Anchor
    from evinvest.mentions.place_mention import PlaceMention
    from evinvest.models import Product

LEADING = 6  # words from the beginning of a sentence within which its subject stands
_SITTING = frozenset({"in", "at", "near", "has", "outside", ":"})
_RELATIVE = frozenset({"which", "who", "that", "whose"})
_FORMER = frozenset(
    "former ex old onetime erstwhile idle idled disused shuttered mothballed abandoned vacant defunct 原 前".split()
)


@frozen(eq=False)
class Candidate:
    """A company that may run a plant.

    Attributes:
        companies: the company, and those named or meant together with it.
        features: what speaks for and against it.
        back: whether an earlier sentence names it.
    """

    companies: list[CompanyMention]
    features: dict[str, float]
    back: bool


def candidates(
    document: Document, sentence: Sentence, anchor: Anchor, focus: Focus, kind: str, site: PlaceMention | None
) -> list[Candidate]:
    """All who may run a plant: those of the sentence in text order, then those that earlier ones name."""
    found = list(_candidates(document, sentence, anchor, focus, kind))
    at_site = [site is not None and is_known_site(document, one.companies[0], site) for one in found]
    made = _made_near(document, sentence, anchor)
    weighed = []
    for one, known in zip(found, at_site, strict=True):
        fitting = _fitting(one.companies[0], made, site)
        if any(at_site):
            fitting["site its" if known else "site another's"] = 1.0
        # What is known beforehand says less for a company that the sentence does not name.
        again = {f"back {name}": value for name, value in fitting.items()} if one.back else {}
        weighed.append(evolve(one, features={**one.features, **fitting, **again}))
    return weighed


def _made_near(document: Document, sentence: Sentence, anchor: Anchor) -> Product | None:
    """What is spoken of nearest to a plant: cells, cars."""
    told = [(document.distance(cue, anchor), ROLES[role]) for cue, role in named_products(sentence)]
    return min(told, key=lambda pair: pair[0], default=(0.0, None))[1]


def _fitting(company: CompanyMention, made: Product | None, site: PlaceMention | None) -> dict[str, float]:
    """Whether a company makes what is spoken of, and whether the plant stands in its own country."""
    found = {f"{company.trade or 'unknown'} for {made}": 1.0} if made is not None else {}
    country, home = site.place.country if site is not None else None, company.company.country
    if country and home:
        found["at home" if country == home else "abroad"] = 1.0
    return found


def _candidates(document: Document, sentence: Sentence, anchor: Anchor, focus: Focus, kind: str) -> Iterator[Candidate]:
    for company in sentence.companies:
        features = _features(document, sentence, anchor, company)
        features["in mind"] = min(focus.weights.get(company.key, 0.0), 2.0) / 2.0
        if company.key in focus.headline:
            features["headline"] = 1.0
        if len(company.members) == 1 and company.members[0] in focus.told:
            features["owner in mind"] = 1.0
        features = {**features, **{f"{kind} {name}": value for name, value in features.items() if name in _BY_KIND}}
        others = coordinated(document, sentence, company)
        yield Candidate([one for one in others if one is company or not one.group], features, back=False)
    strength, meant, how = focus.refers(document, sentence, anchor)
    named = {company.key for company in sentence.companies}
    if meant and meant[0].key not in named:
        features = _back_features(document, sentence, anchor, focus, meant[0], kind) | {
            f"back {how}": 1.0,
            "back strength": max(min(strength, 9.0), -1.0) / 9.0 if how != "silent" else 0.0,
        }
        yield Candidate(meant, features, back=True)
    spoken = named | {company.key for company in meant[:1]}
    rest = sorted((name for name in focus.weights if name not in spoken), key=lambda name: -focus.weights[name])
    for name in rest[:_MORE]:
        company = focus.mentions[name]
        features = _back_features(document, sentence, anchor, focus, company, kind)
        yield Candidate([company], features | {"back other": 1.0}, back=True)


_MORE = 3  # further companies in mind that may be meant


def _back_features(
    document: Document, sentence: Sentence, anchor: Anchor, focus: Focus, company: CompanyMention, kind: str
) -> dict[str, float]:
    """What tells whether a company that only earlier sentences name runs the plant."""
    told = focus.told[company.key]
    ago = sentence.index - told.sentence
    marks = {
        "back": True,
        f"{kind} back": True,
        "back alone": all(one.group for one in sentence.companies),
        "back definite": anchor.definite,
        "back its": bool({"its", "their"} & set(before(document, anchor.first, 4))),
        "back headline": company.key in focus.headline,
        f"back ago {min(ago, 5)}": True,
        "back led": told.led,
        "back led just now": told.led and ago == 1,
        "back paragraph": told.paragraph == sentence.paragraph,
        "back known": company.known,
        "back most told": told.times == focus.most_told,
    }
    found = {name: 1.0 for name, true in marks.items() if true}
    found["back weight"] = min(focus.weights.get(company.key, 0.0), 2.0) / 2.0
    found["back times"] = min(told.times, 8) / 8.0
    return found


_BY_KIND = frozenset({"nearest before", "nearest behind", "leading", "possessive near", "adjoining", "sits"})


# What a subject is followed by at once: "BYD will build", "Ford might also close".
_ACTING = (
    "build.verb",
    "build.run",
    "build.open",
    "invest.verb",
    "invest.spend",
    "capacity.noun",
    "stage.planned",
    "stage.considered",
    "status.announced",
    "status.paused",
    "status.closing",
)


def _acts(document: Document, sentence: Sentence, company: CompanyMention) -> bool:
    verb = company.last
    while verb < sentence.last and verb - company.last < _AUXILIARY and document.tokens.lowered[verb] in _HELPING:
        verb += 1
    return any(company.last <= cue.first <= max(verb, company.last + 1) for cue in sentence.having(*_ACTING))


_AUXILIARY = 4  # helping words between a subject and its verb
_HELPING = frozenset(
    "will would may might could can should must shall has have had is are was were be been also now still already "
    "not recently soon to plans planned wants is going currently".split()
)


def _is_linked(document: Document, sentence: Sentence, company: CompanyMention, anchor: Anchor) -> bool:
    """Whether only places and what is made stand between a name and its plant: "Kia in Zilina", 海马的郑州工厂."""
    made = (cue for cue, _ in named_products(sentence) if document.chinese or cue.last == anchor.first)
    told: list[Ranged] = [*sentence.places, *made]
    inside = {index for one in told for index in range(one.first, one.last)}
    between = range(company.last, anchor.first)
    return all(index in inside or document.tokens.lowered[index] in _LINKING for index in between)


_LINKING = frozenset(
    "' s in at near outside the new existing main first second third , 的 在 于 位 设 新 老 旧 现 有 第 一 "
    "二 三 四 号 大 首 个 座".split()
)


def _is_attribute(sentence: Sentence, company: CompanyMention, anchor: Anchor) -> bool:
    """Whether a name only says what cars they are: "Opel cars", "a small Fiat engine"."""
    return any(
        cue.first == company.last
        and cue.last != anchor.first
        and any(role.startswith("product.") for role in cue.roles)
        for cue in sentence.cues
    )


def _naming(document: Document, sentence: Sentence, anchor: Anchor, company: CompanyMention) -> dict[str, bool]:
    """Whether a name is that of a brand, a model, a car or a customer rather than of one who acts."""
    model, brand = names_model(document, sentence, company), len(company.members) == 1
    listed = coordinated(document, sentence, company)
    return {
        "model": model,
        "brand": brand,
        "brand model": brand and model,
        "attributive": company.last != anchor.first and _is_attribute(sentence, company, anchor),
        "object": any(cue.last == listed[0].first for cue in sentence.having("group.object")),
    }


def _features(document: Document, sentence: Sentence, anchor: Anchor, company: CompanyMention) -> dict[str, float]:
    """What tells whether a company of the sentence runs the plant."""
    ahead = company.last <= anchor.first
    side = "before" if ahead else "behind"
    near = force(document, anchor, company)
    distance = document.distance(company, anchor)
    others = [other for other in sentence.companies if other is not company and not other.group]
    low, high = (company.last, anchor.first) if ahead else (anchor.last, company.first)
    between = [other for other in others if low <= other.first and other.last <= high]
    owns = possesses(document, company)
    leading = company.first - sentence.first <= LEADING
    former = not _FORMER.isdisjoint(before(document, company.first, 2))
    marks = {
        "bias": True,
        side: True,
        f"within {next((step for step in (1, 3, 6, 12, 20) if distance <= step), 99)} {side}": True,
        f"nearest {side}": not between,
        "possessive near": owns and ahead and distance <= 10,
        "possessive far": owns and not (ahead and distance <= 10),
        "adjoining": company.last == anchor.first and not former,
        "former": former,
        "acts": ahead and not between and _acts(document, sentence, company),
        "linked": ahead and not former and _is_linked(document, sentence, company, anchor),
        "sits": company.last + 1 == anchor.first and after(document, company.last)[0] in _SITTING,
        "leading": leading,
        "leading its": leading and ahead and bool({"its", "their"} & set(before(document, anchor.first, 4))),
        "first": company is sentence.companies[0],
        "aside": is_aside(document, sentence, company),
        "source": is_source(sentence, company),
        "relative": ahead and not between and not _RELATIVE.isdisjoint(after(document, company.last, 2)),
        **dealing(document, sentence, company),
        **_naming(document, sentence, anchor, company),
        "hyphened": after(document, company.last, 2)[1:] in (["backed"], ["owned"], ["listed"], ["led"]),
        "group": company.group,
        "known": company.known,
        **kinship(document, sentence, company, others),
        "alone": not others,
    }
    found = {name: 1.0 for name, true in marks.items() if true} | {f"near {side}": round(near, 4)}
    return found | naming(document, sentence, company, anchor)
