"""What a sum or a plant is for: the product among the words around it, else what the company makes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from evinvest.facts.capacities import sizes
from evinvest.facts.linear import decision
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
NONE = "none"
"""The label of what is put into nothing in particular."""
_TITLES = 3  # sentences at the beginning among which a title stands


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
) -> tuple[dict[str, float], Product | None, Cue | None]:
    """What a plant likeliest makes, and the word that says so; without one it is what the company makes."""
    return _likeliest(document, sentence, anchor, "made", made_features(document, sentence, anchor, companies))


def paid_for(
    document: Document, sentence: Sentence, anchor: Ranged, companies: Sequence[CompanyMention]
) -> tuple[dict[str, float], Product | None, Cue | None]:
    """What a sum is likeliest put into, and the word that says so; without one it is what the company makes.

    What "Chinese carmakers" spend altogether is for nothing in particular, unless a word says what for.
    """
    if companies and companies[0].group and not any(True for _ in named_products(sentence)):
        return {NONE: 0.0}, None, None
    return _likeliest(document, sentence, anchor, "product", product_features(document, sentence, anchor, companies))


def _likeliest(
    document: Document, sentence: Sentence, anchor: Ranged, question: str, features: dict[str, float]
) -> tuple[dict[str, float], Product | None, Cue | None]:
    chances = decision(question).chances(features)
    product = best_product(chances)
    cues = [cue for cue, role in named_products(sentence) if ROLES[role] is product or product is Product.MIXED]
    return chances, product, min(cues, key=lambda cue: document.distance(cue, anchor), default=None)


def best_product(chances: Mapping[str, float]) -> Product | None:
    """The likeliest product, or that it is for nothing in particular."""
    best = max(chances, key=lambda label: chances[label], default=NONE)
    return None if best == NONE else Product(best)


def made_features(
    document: Document, sentence: Sentence, anchor: Ranged, companies: Sequence[CompanyMention]
) -> dict[str, float]:
    """What tells what a plant makes: its size may, too."""
    found = product_features(document, sentence, anchor, companies)
    for mention, size in sizes(sentence):
        name, near = f"sized {size.unit}", round(force(document, anchor, mention), 4)
        found[name] = max(near, found.get(name, 0.0))
    return found


def product_features(
    document: Document, sentence: Sentence, anchor: Ranged, companies: Sequence[CompanyMention]
) -> dict[str, float]:
    """What tells what a sum is put into: the words for products around it, what the company makes, and the context."""
    told = list(named_products(sentence))
    kinds = {role for _, role in told}
    # The nearer a word for a product stands, the less it matters who pays and what else is spoken of.
    unsaid = round(1.0 - max((force(document, anchor, cue) for cue, _ in told), default=0.0), 4)
    maker = kind_of(companies)
    found = {"bias": 1.0, f"kinds {min(len(kinds), _MANY)}": 1.0}
    found |= {f"maker {maker}": 1.0, f"maker unsaid {maker}": unsaid}
    for company in sentence.companies:
        if company not in companies and company.trade:  # "put $100 million into QuantumScape"
            found[f"beside {company.trade}"] = round(force(document, anchor, company), 4)
    if not told:
        found[f"maker alone {maker}"] = 1.0
    if companies and companies[0].group:
        found["group"] = 1.0
    context = (("title", _titles(document)), ("earlier", _beside(document, sentence, -1)))
    for name, roles in (*context, ("later", _beside(document, sentence, 1))):
        for role in roles:
            found |= {f"{name} {ROLES[role]}": 1.0, f"{name} unsaid {ROLES[role]}": unsaid}
    return found | _of_words(document, sentence, anchor, told)


_MANY = 4


def _of_words(
    document: Document, sentence: Sentence, anchor: Ranged, told: Sequence[tuple[Cue, str]]
) -> dict[str, float]:
    """What each word for a product tells of an anchor, by its nearness, its side and what it is attached to."""
    found: dict[str, float] = {}
    starts = {cue.first for cue, _ in told}
    sites = {cue.first for cue in sentence.having("plant.noun", "plant.weak", "plant.making")}
    heads = [cue for cue, _ in told if cue.last not in starts]  # of "vehicle batteries" the second
    nearest = min((document.distance(cue, anchor) for cue in heads), default=0.0)
    for cue, role in told:
        product = ROLES[role]
        side = "before" if cue.last <= anchor.first else "behind"
        names = [f"of another {side}" if cue.last in starts else side, "near"]
        names += ["of a site"] if {cue.last, cue.last + 1} & sites else []
        strength = round(force(document, anchor, cue), 4)
        for name in names:
            found[f"{product} {name}"] = max(strength, found.get(f"{product} {name}", 0.0))
        marks = {
            "named": True,
            "nearest": cue in heads and document.distance(cue, anchor) == nearest,
            "only": all(other == role for _, other in told),
        }
        found |= {f"{product} {name}": 1.0 for name, true in marks.items() if true}
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
