"""Who else runs a plant: the partners of a joint venture that the text names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evinvest.facts.scoring import before, coordinated

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from evinvest.facts.document import Document, Ranged, Sentence
    from evinvest.mentions.names import CompanyMention

_JOINING = frozenset(
    "venture ventures jv jvs partner partners partnership partnering partnered team teamed teaming teams together "
    "jointly alliance tie tied cooperation cooperating collaboration collaborating along alongside conjunction "
    "agreement deal ally allied".split()
)
_VENTURE = frozenset({"venture", "jv", "venture's"})
_AMONG = frozenset({"between", "of", "by", "involving", "among"})
_REACH = 7  # words before "with" in which the joining is said
_CHINESE = ("合资", "合作", "联合", "携手", "共同", "合营", "合建", "共建", "牵手", "联手", "成立", "组建", "设立")


def with_partners(
    document: Document, sentence: Sentence, chosen: Iterable[CompanyMention], known: Mapping[str, CompanyMention]
) -> list[CompanyMention]:
    """Those chosen, and those who act together with them.

    Args:
        document: the article.
        sentence: where the plant is spoken of.
        chosen: who runs it, by its nearest words.
        known: the companies that the article named before, by key.
    """
    found = list(chosen)
    keys = {company.key for company in found}
    members = {name for company in found for name in company.members}
    here = [company for company in sentence.companies if company.key in members]
    before_it = [known[name] for company in found for name in company.members if name in known]
    for company in (*here, *before_it, *_said(document, sentence, found)):
        if company.key not in keys and not company.group:
            keys.add(company.key)
            found.append(company)
    return found


def _said(document: Document, sentence: Sentence, chosen: list[CompanyMention]) -> Iterator[CompanyMention]:
    """The companies that a sentence joins to the chosen ones: "a venture with B", "B is its partner"."""
    here = [company for company in sentence.companies if company not in chosen]
    if not here or not any(company in sentence.companies for company in chosen):
        return
    for one in chosen:
        if one in sentence.companies and _joins(document, sentence, one):
            ahead = [company for company in here if company.last < one.first and not company.group]
            yield from coordinated(document, sentence, ahead[-1]) if ahead else ()
    for company in here:
        prior = before(document, _described(sentence, company), _REACH + 1)
        if (
            _joins(document, sentence, company)
            or (prior[:1] == ["with"] and _is_at_site(sentence, company.first - 1))
            or (prior and prior[0] in _AMONG and not _VENTURE.isdisjoint(prior[1:4]))
        ):
            yield from coordinated(document, sentence, company)
        elif _act_together(document, company, prior, chosen):
            yield company


def _joins(document: Document, sentence: Sentence, company: CompanyMention) -> bool:
    """Whether a company is the one that another acts with: "struck a deal with B"."""
    prior = before(document, _described(sentence, company), _REACH + 1)
    return prior[:1] == ["with"] and not _JOINING.isdisjoint(prior[1:])


def _described(sentence: Sentence, company: CompanyMention) -> int:
    """Where a name begins with what it is described as: "Korean battery giant LG Energy Solution"."""
    first = next((cue.first for cue in sentence.having("group.maker", "group.noun") if cue.last == company.first), None)
    if first is None:
        return company.first
    described: list[Ranged] = [*sentence.cues, *sentence.places]
    for one in sorted(described, key=lambda one: -one.first):
        if one.first < first <= one.last:
            first = one.first
    return first


def _is_at_site(sentence: Sentence, index: int) -> bool:
    """Whether a place or a word for a plant ends here: "a factory in Gujarat with Denso"."""
    ends: list[Ranged] = [*sentence.places, *sentence.having("plant.noun", "plant.weak")]
    return any(one.last == index for one in ends)


def who_joins(document: Document, sentence: Sentence, spent: Ranged) -> list[CompanyMention]:
    """Those with whom a sum is spent: "will put 470 million euros with B into ...", "a factory in C with B"."""
    for company in sentence.companies:
        index = company.first - 1
        if company.group or index < spent.last or before(document, company.first) != ["with"]:
            continue
        if index == spent.last or _is_at_site(sentence, index):
            return coordinated(document, sentence, company)
    return []


def _act_together(
    document: Document, company: CompanyMention, prior: list[str], chosen: Iterable[CompanyMention]
) -> bool:
    """Whether a Chinese sentence joins a company to a chosen one, on either side: 广汽宣布与蔚来合作."""
    if prior[:1] in _WITH:
        return _joined_in_chinese(document, company)
    behind = [one for one in chosen if company.last < one.first and before(document, one.first) in _WITH]
    return bool(behind) and _joined_in_chinese(document, behind[0])


_WITH = (["与"], ["和"])


def _joined_in_chinese(document: Document, company: CompanyMention) -> bool:
    behind = "".join(document.tokens.words[company.last : company.last + 6])
    return any(word in behind for word in _CHINESE)
