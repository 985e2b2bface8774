"""What a sum or a plant is for: the product among the words around it, else what the company makes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from evinvest.facts.capacities import MADE_BY, sizes
from evinvest.facts.linear import odds
from evinvest.facts.scoring import force
from evinvest.models import Product

if TYPE_CHECKING:
    from evinvest.facts.document import Document, Ranged, Sentence
    from evinvest.mentions.cues import Cue
    from evinvest.mentions.names import CompanyMention

ROLES = {
    "product.battery": Product.BATTERY,
    "product.material": Product.MATERIAL,
    "product.part": Product.PART,
    "product.charging": Product.CHARGING,
    "product.rnd": Product.RND,
    "product.vehicle": Product.VEHICLE,
}
_KINDS = {
    "oem": Product.VEHICLE, "battery": Product.BATTERY, "material": Product.MATERIAL, "part": Product.PART,
    "charging": Product.CHARGING,
}  # fmt: skip
_ONLY_PAID_FOR = frozenset({"product.charging", "product.rnd"})  # no plant makes them
_BREATH = 16.0
_UNTOLD = -0.8  # log odds below which no product is told
_TITLES = 3  # sentences at the beginning among which a title stands
_JOINING = frozenset({"and", "&", "和", "及"})


def kind_of(companies: Sequence[CompanyMention]) -> Product | None:
    """What the first company of a known kind makes."""
    return next((_KINDS[company.trade] for company in companies if company.trade in _KINDS), None)


def named_products(sentence: Sentence) -> Iterator[tuple[Cue, str]]:
    """The words of a sentence for what is made, each with its role.

    Those that only tell who a company is ("the carmaker", "an auto parts supplier") are none.
    """
    makers = sentence.having("group.maker", "group.noun")
    for cue in sentence.having(*ROLES):
        if any(company.first <= cue.first < company.last for company in sentence.companies):
            continue
        if any((maker.first < cue.last and cue.first < maker.last) or maker.first == cue.last for maker in makers):
            continue
        for role in sorted(ROLES.keys() & cue.roles):
            yield cue, role


def made_at(
    document: Document, sentence: Sentence, anchor: Ranged, companies: Sequence[CompanyMention]
) -> tuple[Product | None, Cue | None]:
    """What a plant likeliest makes, and the word that says so; without one it is what the company makes."""
    return _likeliest(document, sentence, anchor, "made", made_features(document, sentence, anchor, companies))


def paid_for(
    document: Document, sentence: Sentence, anchor: Ranged, companies: Sequence[CompanyMention]
) -> tuple[Product | None, Cue | None]:
    """What a sum is likeliest put into, and the word that says so; without one it is what the company makes."""
    return _likeliest(document, sentence, anchor, "product", product_features(document, sentence, anchor, companies))


def _likeliest(
    document: Document, sentence: Sentence, anchor: Ranged, decision: str, features: dict[str, dict[str, float]]
) -> tuple[Product | None, Cue | None]:
    chances = {role: odds(decision, seen) for role, seen in features.items()}
    best = max(chances, key=lambda role: chances[role])
    if chances[best] < _UNTOLD:
        return None, None
    cues = [cue for cue, role in named_products(sentence) if role == best]
    return ROLES[best], min(cues, key=lambda cue: document.distance(cue, anchor), default=None)


def made_features(
    document: Document, sentence: Sentence, anchor: Ranged, companies: Sequence[CompanyMention]
) -> dict[str, dict[str, float]]:
    """What speaks for each product as the one that a plant makes, by its role: its size may tell, too."""
    found = product_features(document, sentence, anchor, companies)
    told = [(MADE_BY.get(size.unit), force(document, anchor, mention)) for mention, size in sizes(sentence)]
    for role in _ONLY_PAID_FOR:
        del found[role]
    for role, features in found.items():
        features["sized"] = max((round(near, 4) for made, near in told if made is ROLES[role]), default=0.0)
    return found


def product_features(
    document: Document, sentence: Sentence, anchor: Ranged, companies: Sequence[CompanyMention]
) -> dict[str, dict[str, float]]:
    """What speaks for each product as the one that a sum is put into, by its role."""
    told = list(named_products(sentence))
    starts = {cue.first for cue, _ in told}
    sites = {cue.first for cue in sentence.having("plant.noun", "plant.weak", "plant.making")}
    heads = {cue for cue, _ in told if cue.last not in starts}  # of "vehicle batteries" the second
    nearest = min((document.distance(cue, anchor) for cue in heads), default=0.0)
    kind = kind_of(companies)
    context = {"title": _titles(document), "earlier": _beside(document, sentence, -1)}
    context["later"] = _beside(document, sentence, 1)
    # The nearer a word for a product stands, the less it matters who pays and what else is spoken of.
    unsaid = round(1.0 - max((force(document, anchor, cue) for cue, _ in told), default=0.0), 4)
    found: dict[str, dict[str, float]] = {}
    for role, product in ROLES.items():
        marks = {
            f"is {product}": True,
            "nearest": any(
                named == role and document.distance(cue, anchor) == nearest for cue, named in told if cue in heads
            ),
            "only": {named for _, named in told} == {role},
        }
        marks |= {f"{name} {product}": true for name, true in marks.items() if name in {"nearest", "only"}}
        hints = {"maker": kind is product, f"maker {product}": kind is product}
        hints |= {name: role in roles for name, roles in context.items()}
        found[role] = {name: 1.0 for name, true in marks.items() if true}
        found[role] |= {name: unsaid for name, true in hints.items() if true}
        for cue in (cue for cue, named in told if named == role):
            side = "before" if cue.last <= anchor.first else "behind"
            names = [f"of another {side}" if cue.last in starts else side, f"near {product}"]
            names += ["of a site"] if {cue.last, cue.last + 1} & sites else []
            strength = round(force(document, anchor, cue), 4)
            found[role].update({name: max(strength, found[role].get(name, 0.0)) for name in names})
    return found


def _titles(document: Document) -> set[str]:
    return {
        role
        for sentence in document.sentences[:_TITLES]
        if sentence.section == "title"
        for _, role in named_products(sentence)
    }


def _beside(document: Document, sentence: Sentence, step: int) -> set[str]:
    """The products of the sentence before or behind, in the same paragraph."""
    index = sentence.index + step
    if not 0 <= index < len(document.sentences) or document.sentences[index].paragraph != sentence.paragraph:
        return set()
    return {role for _, role in named_products(document.sentences[index])}


def mixed_at(document: Document, sentence: Sentence, anchor: Ranged) -> Cue | None:
    """The word for cars in one breath with one for what goes into them, near an anchor: "a car and battery site"."""
    near = [(cue, role) for cue, role in named_products(sentence) if document.distance(cue, anchor) <= _BREATH]
    cars = [cue for cue, role in near if role == "product.vehicle"]
    inner = [cue for cue, role in near if role in {"product.battery", "product.part"}]
    return next((one for one in cars if any(_joined(document, one, other) for other in inner)), None)


def _joined(document: Document, one: Ranged, other: Ranged) -> bool:
    left, right = (one, other) if one.first < other.first else (other, one)
    gap = [word.lower() for word in document.tokens.words[left.last : right.first]]
    return 0 < len(gap) <= 3 and not _JOINING.isdisjoint(gap)
