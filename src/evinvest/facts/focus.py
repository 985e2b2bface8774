"""What the article is speaking of just now: whom "the company" and "the plant" mean."""

from __future__ import annotations

from attrs import define

from evinvest.facts.document import Document, Ranged, Sentence
from evinvest.facts.drafts import PlantDraft
from evinvest.facts.scoring import before, coordinated, farness, possesses, weigh_company
from evinvest.mentions.names import CompanyMention

_WEAK_START = frozenset({"than", "to", "from", "for", "like", "against", "with"})
_ENOUGH = 2.2  # a company of the same sentence above this needs no help from the sentences before
_AT_LEAST = -1.5  # one above this is better than none
_PLURAL = frozenset({"the partners", "the pair", "the two companies", "the two", "双方", "the two partners", "the companies"})


@define(eq=False)
class Focus:
    """The company, the plant and the country in the reader's mind; it moves on with every sentence."""

    company: CompanyMention | None = None
    partners: tuple[CompanyMention, ...] = ()
    plant: PlantDraft | None = None
    country: str | None = None

    def actors(self, document: Document, sentence: Sentence, anchor: Ranged) -> tuple[list[CompanyMention], bool]:
        """Who runs or pays for an anchor, and whether that comes from an earlier sentence."""
        scored = sorted(
            ((weigh_company(document, sentence, anchor, company), -index) for index, company in enumerate(sentence.companies)),
            reverse=True,
        )
        best = scored[0][0] if scored else -9.0
        referred, several = self._refers(document, sentence, anchor)
        if self.company is not None and (referred > best or best < _ENOUGH):
            return [self.company, *(self.partners if several or best < _ENOUGH else ())], True
        if best < _AT_LEAST:
            return [], False
        chosen = sentence.companies[-scored[0][1]]
        others = coordinated(document, sentence, chosen)
        return [company for company in others if company is chosen or not company.group], False

    def _refers(self, document: Document, sentence: Sentence, anchor: Ranged) -> tuple[float, bool]:
        """How strongly "the company" or "it" near the anchor points back, and whether to several."""
        if self.company is None:
            return -9.0, False
        best, several = -9.0, False
        for cue in sentence.having("group.coreference"):
            weight = 6.5 - farness(document.distance(cue, anchor)) - (1.0 if cue.first > anchor.first else 0.0)
            if any(0 <= company.first - cue.last <= 1 or company.last == cue.first for company in sentence.companies):
                continue  # "the group Geely", "Geely, the company ..." names it at once
            if weight > best:
                best, several = weight, document.words(cue).lower() in _PLURAL
        first = document.tokens.words[sentence.first].lower()
        if first in {"it", "its", "they", "their"}:
            weight = 6.5 - farness(anchor.first - sentence.first)
            if weight > best:
                best, several = weight, first in {"they", "their"}
        return best, several

    def move(self, document: Document, sentence: Sentence) -> None:
        """Read a sentence: its first acting company is the next one to be meant."""
        for company in sentence.companies:
            prior = before(document, company.first, 1)
            if company.group or (prior and prior[0] in _WEAK_START):
                continue
            if any({"group.aside", "claim.source"} & cue.roles and 0 <= company.first - cue.last <= 1 for cue in sentence.cues):
                continue
            if self.company is not None and sentence.having("group.coreference") and company.first - sentence.first > 12:
                break
            partners = coordinated(document, sentence, company)
            self.company = company
            self.partners = tuple(other for other in partners if other is not company and not possesses(document, company))
            break
        countries = [place.place.country for place in sentence.places if place.place.country and not place.home]
        if countries:
            self.country = countries[0]
