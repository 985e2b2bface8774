"""Sums of money that are investments, and who puts them where."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from attrs import evolve

from evinvest.facts.claims import claim_of
from evinvest.facts.drafts import InvestmentDraft
from evinvest.facts.goals import choose_goal
from evinvest.facts.investors import choose_investors
from evinvest.facts.merge import add_chances
from evinvest.facts.partners import who_joins
from evinvest.facts.products import paid_for
from evinvest.facts.scoring import after, before, coordinated, strongest
from evinvest.facts.stages import best_stage, likely_investment, stage_chances
from evinvest.models import Money, Precision, Scope, Stage
from evinvest.units.amounts import AmountKind

if TYPE_CHECKING:
    from evinvest.facts.document import AmountMention, DateMention, Document, Sentence
    from evinvest.facts.focus import Focus

ENOUGH = 0.9  # in log odds: likely an investment; precision comes before recall
_LEANING = 0.3
_NEAR, _FAR = 12.0, 36.0  # Chinese puts the date first
_OPENING = 2  # words before a date that opens a sentence and governs all of it
_PAIRING = frozenset({"respectively", "分别"})
_SMALLEST = 100_000


def money_groups(document: Document, sentence: Sentence) -> list[tuple[AmountMention, Money]]:
    """The sums of a sentence, each with its equivalents in other currencies."""
    groups: list[tuple[AmountMention, Money]] = []
    for mention in sentence.amounts:
        amount = mention.amount
        if amount.kind is not AmountKind.MONEY or amount.unit is None:
            continue
        money = Money(amount.value, amount.unit, high=amount.high, bound=amount.bound)
        if groups and _is_equivalent(document, groups[-1][0], mention) and groups[-1][1].currency != money.currency:
            lead, whole = groups[-1]
            groups[-1] = (lead, evolve(whole, equivalents=(*whole.equivalents, money)))
        else:
            groups.append((mention, money))
    return groups


def _is_equivalent(document: Document, left: AmountMention, right: AmountMention) -> bool:
    """Whether the second sum only says the first in another currency: "(about $300 million)", ", or $120m"."""
    gap = [word.lower() for word in document.tokens.words[left.last : right.first]]
    if len(gap) > 8:
        return False
    return (
        ("(" in gap and ")" not in gap)
        or (bool(gap) and gap[0] in {"or", ",", "–", "-"} and "or" in gap[:2])
        or gap[:2] in (["equivalent", "to"], ["equal", "to"])
    )


def find_investments(document: Document, sentence: Sentence, focus: Focus) -> list[InvestmentDraft]:
    """The investments that a sentence states."""
    drafts = [
        InvestmentDraft(sentence, anchor, money, stage_chances(document, sentence, anchor))
        for anchor, money in money_groups(document, sentence)
        if _score(document, sentence, anchor, money, focus) >= ENOUGH
    ]
    own = [draft.chances for draft in drafts]
    for draft in drafts:
        for chances in own:
            if chances is not draft.chances:  # sums of one sentence lean on each other's verb
                draft.chances = add_chances(
                    draft.chances, {label: _LEANING * value for label, value in chances.items()}
                )
        _fill(document, sentence, draft.anchor, focus, draft)
    if len(drafts) > 1 and _PAIRING & set(document.tokens.words[sentence.first : sentence.last]):
        _pair(document, sentence, drafts)
    return drafts


def _pair(document: Document, sentence: Sentence, drafts: Sequence[InvestmentDraft]) -> None:
    """Give each company its own sum: "A, B and C put in 3, 2 and 1 million respectively"."""
    named = [company for company in sentence.companies if company.first < drafts[0].anchor.first]
    breath = coordinated(document, sentence, named[-1]) if named else []
    if len(breath) == len(drafts):
        for draft, company in zip(drafts, breath, strict=True):
            draft.investors, draft.fields["investors"] = [company], company


def _score(document: Document, sentence: Sentence, anchor: AmountMention, money: Money, focus: Focus) -> float:
    """How likely a sum is an investment; one paid per piece or by the month never is."""
    if money.amount < _SMALLEST:
        return -9.0
    if after(document, anchor.last, 1) in (["per"], ["apiece"], ["each"]) or anchor.amount.per not in {None, "year"}:
        return -9.0
    return likely_investment(document, sentence, anchor, focus)


def _fill(document: Document, sentence: Sentence, anchor: AmountMention, focus: Focus, draft: InvestmentDraft) -> None:
    draft.investors, draft.borrowed = choose_investors(document, sentence, anchor, focus)
    if draft.investors:
        keys = {one.key for one in draft.investors}
        draft.investors += [one for one in who_joins(document, sentence, anchor) if one.key not in keys]
    draft.scope = _scope_words(document, anchor)
    goal = choose_goal(document, sentence, draft, focus)
    draft.places, draft.home = goal.places, goal.country if draft.scope is None else None
    draft.products, draft.product, cue = paid_for(document, sentence, anchor, draft.investors)
    draft.claim = claim_of(document, sentence, anchor)
    draft.aggregate = any(company.group for company in draft.investors)
    draft.fields["amount"] = anchor
    if draft.investors:
        draft.fields["investors"] = draft.investors[0]
    if draft.places:
        draft.fields["places"] = draft.places[0].named or draft.places[0]
    if cue is not None:
        draft.fields["product"] = cue
    date = _spending_date(document, sentence, anchor, made=best_stage(draft.chances) is Stage.MADE)
    if date is not None:
        draft.period = date.mention.period
        draft.fields["period"] = date


def _spending_date(document: Document, sentence: Sentence, anchor: AmountMention, *, made: bool) -> DateMention | None:
    """When money is put in or was decided on: the nearest year that no other verb claims."""
    dates = [
        date
        for date in sentence.dates
        if _dates_money(document, sentence, anchor, date, made=made) and _is_spending_year(document, sentence, date)
    ]
    return min(dates, key=lambda date: document.distance(date, anchor), default=None)


def _dates_money(
    document: Document, sentence: Sentence, anchor: AmountMention, date: DateMention, *, made: bool
) -> bool:
    """Whether a date can be that of a sum: one of an earlier year, or the one right behind it.

    What is decided in the year of the article itself is news; its date says nothing of the money.
    """
    period, relation = date.mention.period, date.mention.relation
    if period is None or period.precision is Precision.RANGE or relation not in {"in", "by"}:
        return False
    beside = relation == "in" and 0 <= date.first - anchor.last <= 1
    if document.day is None or period.start > document.day:
        return beside
    news = period.start.year == document.day.year and (not made or date.mention.relative)
    if news or (relation == "by" and not made):
        return beside
    near = document.distance(date, anchor) <= (_FAR if document.chinese else _NEAR)
    return near or date.first - sentence.first <= _OPENING


def _is_spending_year(document: Document, sentence: Sentence, date: DateMention) -> bool:
    """Whether no other verb claims the date: one of opening, producing or selling, and not of buying, too."""
    spending = strongest(document, date, sentence.having("invest.verb", "invest.spend", "stage.made"))
    others = sentence.having("build.open", "build.run", "money.revenue", "capacity.noun")
    other = strongest(document, date, (cue for cue in others if "invest.stake" not in cue.roles))
    return max(spending, 0.35) > other


def _scope_words(document: Document, anchor: AmountMention) -> Scope | None:
    """Overseas or at home, where a word beside the sum says so."""
    behind = after(document, anchor.last, 8)
    for word in behind:
        if word in _ABROAD:
            return Scope.OVERSEAS
        if word in _HOME:
            return Scope.DOMESTIC
    if {"overseas", "abroad", "outbound", "foreign"} & set(before(document, anchor.first, 16)):
        return Scope.OVERSEAS
    if document.chinese and any(word in "".join(before(document, anchor.first, 24)[::-1]) for word in _CHINESE_ABROAD):
        return Scope.OVERSEAS
    return None


_CHINESE_ABROAD = ("海外", "境外", "国外")
_ABROAD = frozenset({"overseas", "abroad", "outbound", "foreign"})
_HOME = frozenset({"home", "domestic", "domestically"})


def scope_of(homes: Collection[str], countries: Collection[str]) -> Scope | None:
    """Overseas or domestic, seen from the homes of the investors: only where it is the same for all of them."""
    here, there = frozenset(homes), frozenset(countries)
    if not here or not there:
        return None
    if here.isdisjoint(there):
        return Scope.OVERSEAS
    return Scope.DOMESTIC if here == there else None


def is_placed(draft: InvestmentDraft) -> bool:
    """Whether enough is known of a sum: who pays it, that it goes abroad, or where it goes and, in words, what for."""
    known = draft.investors or draft.scope or (draft.places and "product" in draft.fields)
    return draft.aggregate or bool(known)
