"""One thing once: drafts of the same investment, plant or figure become one fact."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import evolve

from evinvest.facts.products import best_product
from evinvest.models import Money

if TYPE_CHECKING:
    from evinvest.facts.drafts import InvestmentDraft, PlantDraft
    from evinvest.mentions.names import CompanyMention

_NEAR = Decimal("0.01")
_ROUNDED = Decimal("0.03")
_CONVERTED = Decimal("0.05")


def add_chances(one: dict[str, float], other: dict[str, float]) -> dict[str, float]:
    """What two mentions say together."""
    return {label: one.get(label, 0.0) + other.get(label, 0.0) for label in one.keys() | other.keys()}


def near(one: Decimal, other: Decimal, tolerance: Decimal = _NEAR) -> bool:
    """Whether two amounts differ by rounding only."""
    return abs(one - other) <= tolerance * max(abs(one), abs(other))


def _sums(money: Money) -> list[tuple[Decimal, str]]:
    return [(money.amount, money.currency), *((other.amount, other.currency) for other in money.equivalents)]


def same_money(one: Money, other: Money, tolerance: Decimal = _NEAR) -> bool:
    """Whether two sums are one, directly or by an equivalent that the text gives."""
    return any(
        unit == code and near(value, amount, tolerance) for value, unit in _sums(one) for amount, code in _sums(other)
    )


def share_company(left: Iterable[CompanyMention], right: Iterable[CompanyMention]) -> bool:
    """Whether two lists name a company in common, or one the partner of the other."""
    names = {mention.key for mention in left}
    others = {mention.key for mention in right}
    return bool(names & others)


def merge_investments(drafts: Sequence[InvestmentDraft]) -> list[InvestmentDraft]:
    """The investments of an article, each once, in text order."""
    kept: list[InvestmentDraft] = []
    for draft in drafts:
        twin = next((other for other in kept if _same_investment(other, draft)), None)
        if twin is None:
            kept.append(draft)
        else:
            _absorb_investment(twin, draft)
    return kept


def _same_investment(one: InvestmentDraft, other: InvestmentDraft) -> bool:
    if same_money(one.money, other.money):
        return not _apart(one, other)
    if not share_company(one.investors, other.investors):
        return False
    return _same_converted(one.money, other.money) or (
        same_money(one.money, other.money, _ROUNDED) and one.money.bound is not other.money.bound
    )


def _apart(one: InvestmentDraft, other: InvestmentDraft) -> bool:
    """Whether two who have nothing in common put in as much at two places: "BMW's $1 billion plant", "Kia's, too"."""
    named = one.investors and other.investors and not (one.borrowed or other.borrowed)
    if not named or one.aggregate or other.aggregate or share_company(one.investors, other.investors):
        return False
    here, there = ({place.place.locality or place.place.country for place in draft.places} for draft in (one, other))
    return bool(here and there) and here.isdisjoint(there)


def _same_converted(one: Money, other: Money) -> bool:
    """Whether a sum agrees with what the other was converted to, which is rounded: "$1bn", "2bn reais ($1.02bn)"."""
    return any(
        main.currency == value.currency and near(main.amount, value.amount, _CONVERTED)
        for main, converted in ((one, other.equivalents), (other, one.equivalents))
        for value in converted
    )


def _absorb_investment(kept: InvestmentDraft, other: InvestmentDraft) -> None:
    """Fill what the first mention left open from the second; a mention that names its own investors is the surer."""
    if other.investors and (not kept.investors or (kept.borrowed and not other.borrowed)):
        kept.investors, kept.borrowed = other.investors, other.borrowed
    if other.places and (
        not kept.places
        or (
            not any(place.place.locality for place in kept.places)
            and any(place.place.locality for place in other.places)
        )
    ):
        kept.places = other.places
    kept.products = add_chances(kept.products, other.products)
    kept.product = best_product(kept.products)
    kept.period = kept.period or other.period
    kept.scope = kept.scope or other.scope
    kept.chances = add_chances(kept.chances, other.chances)
    kept.money = _united(kept.money, other.money)
    kept.aggregate = kept.aggregate and other.aggregate
    for name, mention in other.fields.items():
        kept.fields.setdefault(name, mention)


def take_product(kept: InvestmentDraft, other: InvestmentDraft | PlantDraft) -> None:
    """Learn what is made; a word for it is surer than what the company makes otherwise."""
    told = "product" in other.fields and "product" not in kept.fields
    if other.product is not None and (kept.product is None or told):
        kept.product = other.product
        if told:
            kept.fields["product"] = other.fields["product"]


def _united(one: Money, other: Money) -> Money:
    """One sum of two mentions; the one that gives equivalents itself tells which currency is the main one."""
    if other.equivalents and not one.equivalents:
        one, other = other, one
    known = {code for _, code in _sums(one)}
    fresh = tuple(Money(value, code) for value, code in _sums(other) if code not in known)
    return evolve(one, equivalents=(*one.equivalents, *fresh))
