"""The one function by which fillers are weighed: nearness, side, and what stands beside them."""

from __future__ import annotations

from collections.abc import Iterable
from math import log2
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evinvest.facts.document import Document, Ranged, Sentence
    from evinvest.mentions.cues import Cue
    from evinvest.mentions.names import CompanyMention

_REACH = 6.0  # words at which a cue has half its force
_OPENING, _CLOSING = frozenset("(（"), frozenset(")）")
_NEGATIONS = frozenset(["not", "no", "never", "n't", "without", "nor"])


def force(document: Document, anchor: Ranged, cue: Ranged) -> float:
    """How strongly a cue speaks for an anchor: 1 beside it, a half at some words, little in another clause."""
    return force_at(document.distance(cue, anchor))


def force_at(distance: float) -> float:
    """The force of a cue that stands so many words away."""
    return 1.0 / (1.0 + distance / _REACH)


def strongest(document: Document, anchor: Ranged, cues: Iterable[Cue]) -> float:
    """The force of the strongest of some cues, 0 without any."""
    distances = document.ruler.distances(anchor.first, anchor.last, cues)
    return force_at(min(distances)) if distances else 0.0


def before(document: Document, first: int, count: int = 1) -> list[str]:
    """The words before a token, nearest first, in small letters."""
    return list(document.tokens.lowered[max(first - count, 0) : first][::-1])


def after(document: Document, last: int, count: int = 1) -> list[str]:
    """The words behind a token range, nearest first, in small letters."""
    return list(document.tokens.lowered[last : last + count])


def between(document: Document, left: Ranged, right: Ranged, *, but: Iterable[Ranged] = ()) -> list[str]:
    """The words between two mentions, in small letters, without what stands in brackets or is left out."""
    skipped = {index for one in but for index in range(one.first, one.last)}
    words, depth = [], 0
    for index, word in enumerate(document.tokens.lowered[left.last : right.first], left.last):
        if index in skipped:
            continue
        if word in _OPENING:
            depth += 1
        elif word in _CLOSING:
            depth = max(depth - 1, 0)
        elif not depth:
            words.append(word)
    return words


def has_negation(document: Document, sentence: Sentence) -> bool:
    """Whether any verb of a sentence can be denied."""
    return not _NEGATIONS.isdisjoint(document.tokens.lowered[max(sentence.first - 3, 0) : sentence.last])


def is_negated(document: Document, cue: Ranged) -> bool:
    """Whether a verb is denied: "did not invest"."""
    return not _NEGATIONS.isdisjoint(document.tokens.lowered[max(cue.first - 3, 0) : cue.first])


def possesses(document: Document, mention: Ranged) -> bool:
    """Whether a name is followed by its possessive ending."""
    words = document.tokens.words
    if mention.last >= len(words) or words[mention.last] not in {"'", "的"}:
        return False
    return (
        words[mention.last] == "的"
        or mention.last + 1 >= len(words)
        or words[mention.last + 1] in {"s", "S"}
        or document.tokens.words[mention.last - 1].endswith("s")
    )


def farness(distance: float) -> float:
    """What a distance costs: the first words most, those far away little more."""
    return 1.7 * log2(1.0 + distance / 4.0)


def weigh_company(document: Document, sentence: Sentence, anchor: Ranged, company: CompanyMention) -> float:
    """How well a company fits as the one who runs, builds or pays for an anchor."""
    side = _weigh_before if company.last <= anchor.first else _weigh_behind
    score = 6.5 - farness(document.distance(company, anchor)) + side(document, sentence, anchor, company)
    if is_aside(document, sentence, company):
        score -= 4.0
    if is_source(sentence, company):
        score -= 5.0
    if after(document, company.last, 2) in _HYPHENED:
        score -= 5.0  # "Renault-backed Verkor"
    if after(document, company.last) in _BADGE:
        score -= 4.0  # "under the Skoda brand"
    if any(is_target(document, sentence, one) for one in coordinated(document, sentence, company)):
        score -= 3.5
    if _is_inserted(document, sentence, anchor, company):
        score -= 4.0
    if company.group:
        score -= 1.0
    if possesses(document, company) and any(0 < other.first - company.last <= 2 for other in sentence.companies):
        score -= 4.0  # "VW's PowerCo": the second is meant
    return score


def names_model(document: Document, sentence: Sentence, company: CompanyMention) -> bool:
    """Whether a name is the beginning of that of a model: "Dodge Durango", "Volvo EX90"."""
    at = company.last
    if at >= sentence.last:
        return False
    word = document.tokens.words[at]
    if not (word[:1].isupper() or word[:1].isdigit()):
        return False
    known: list[Ranged] = [*sentence.companies, *sentence.places, *sentence.cues, *sentence.dates]
    return not any(one.first == at for one in known)


def _weigh_before(document: Document, sentence: Sentence, anchor: Ranged, company: CompanyMention) -> float:
    score = 0.0
    if possesses(document, company):
        score += 3.0 if document.distance(company, anchor) <= 10 else 0.5
    elif anchor.first == company.last:
        score += 2.5
    if company is sentence.companies[0]:
        score += 1.0
    if {"its", "their"} & set(before(document, anchor.first, 4)):
        score += 2.0
    return score


def _weigh_behind(document: Document, sentence: Sentence, anchor: Ranged, company: CompanyMention) -> float:
    del sentence, anchor
    score = -1.5
    if after(document, company.last, 1) in _SPEAKING:
        score += 1.5  # "... will stand in Europe, Volkswagen vowed"
    prior = before(document, company.first, 2)
    if prior[:1] == ["of"]:
        score += 1.0
    elif prior[:1] == ["by"]:
        score += -1.0 if prior[1:] and prior[1] in _SERVING else 3.5
    return score


_SPEAKING = (["said"], ["says"], ["vowed"], ["announced"], ["confirmed"])
_HYPHENED = (["-", "backed"], ["-", "owned"], ["-", "listed"], ["-", "led"])
_BADGE = (["brand"], ["brands"], ["badge"], ["marque"], ["nameplate"], ["brand's"])
_SERVING = frozenset("supplied provided followed led owned made backed funded".split())
_COMING = frozenset("flow come comes came investment money".split())


def is_aside(document: Document, sentence: Sentence, company: CompanyMention) -> bool:
    """Whether a name is only compared with, supplied, or left behind."""
    prior = before(document, company.first, 4)
    if prior[:1] == ["from"] and _COMING & set(prior):
        return False
    return any(cue.last == company.first for cue in sentence.having("group.aside"))


def is_target(document: Document, sentence: Sentence, company: CompanyMention) -> bool:
    """Whether a name is what is bought: "agreed to acquire a unit of Eldor", "Eldor was bought by Tata"."""
    buying = sentence.having("invest.stake")
    if not buying or before(document, company.first) == ["by"]:
        return False
    behind = (cue for cue in buying if 0 <= cue.first - company.last <= _PASSIVE)
    following = next(behind, None)
    if following is not None:
        return after(document, following.last) == ["by"]
    return any(
        0 <= company.first - cue.last <= 12
        and not any(cue.last <= other.first < company.first for other in sentence.companies)
        for cue in buying
    )


_PASSIVE = 7  # words from what is bought to the verb: "Eldor, a maker of motors, was bought by Tata"


def _is_inserted(document: Document, sentence: Sentence, anchor: Ranged, company: CompanyMention) -> bool:
    """Whether a name only stands in what is told of another: "GM, which builds cars at Sollers' plant, will invest"."""
    if company is sentence.companies[0] or company.first > anchor.first:
        return False
    words = document.tokens.lowered
    commas = [
        index for index in range(max(company.first - _INSERTION, sentence.first), company.first) if words[index] == ","
    ]
    opened = bool(commas) and words[commas[-1] + 1] in _INSERTING and sentence.companies[0].last <= commas[-1]
    return opened and "," in words[company.last : anchor.first]


_INSERTION = 12  # words that an insertion has before a name in it
_INSERTING = frozenset("which who whose where once formerly previously".split())


def is_source(sentence: Sentence, company: CompanyMention) -> bool:
    """Whether a name only tells who reports: "according to research firm X", "a report by X"."""
    return any(0 <= company.first - cue.last <= 5 for cue in sentence.having("claim.source"))


def coordinated(document: Document, sentence: Sentence, chosen: CompanyMention) -> list[CompanyMention]:
    """The companies that are named in one breath with the chosen one: "A, B and C"."""
    companies = sentence.companies
    index = companies.index(chosen)
    low = high = index
    while low > 0 and _linked(document, sentence, companies[low - 1], companies[low]):
        low -= 1
    while high + 1 < len(companies) and _linked(document, sentence, companies[high], companies[high + 1]):
        high += 1
    return list(companies[low : high + 1])


_JOINT = frozenset(
    "partnership alliance venture jv tie-up cooperation collaboration consortium together jointly".split()
)
_LINKS = frozenset(", and & - / 、 和 与 及 its local venture partner joint together with jointly".split())


def _linked(document: Document, sentence: Sentence, left: CompanyMention, right: CompanyMention) -> bool:
    gap = [word for word in between(document, left, right, but=sentence.places) if word not in {"'", "s"}]
    if gap[-1:] in (["with"], ["and"]) and len(gap) <= 6 and not _JOINT.isdisjoint(gap):
        return True  # "Ford's partnership with Sollers", "the joint venture of VW and FAW"
    return (0 < len(gap) <= 4 and all(word in _LINKS for word in gap) and gap != [","]) or (
        gap == [","] and (_continues(document, right) or _heads(document, sentence, left, right))
    )


def _heads(document: Document, sentence: Sentence, left: CompanyMention, right: CompanyMention) -> bool:
    """Whether two names open a headline, where a comma stands for "and": "Honda, LG announce ..."."""
    opening = sentence.section in _HEADLINES and left is sentence.companies[0] and left.first == sentence.first
    return opening and not {",", "'"} & set(after(document, right.last, 1))


_HEADLINES = frozenset({"title", "heading"})


def _continues(document: Document, right: CompanyMention) -> bool:
    """Whether a comma stands inside a list: another "and" follows soon."""
    return "and" in after(document, right.last, 6) or "、" in after(document, right.last, 3)
