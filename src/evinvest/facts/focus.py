"""What the article is speaking of just now: whom "the company" and "the plant" mean."""

from __future__ import annotations

from attrs import define

from evinvest.facts.document import Document, Ranged, Sentence
from evinvest.facts.drafts import PlantDraft
from evinvest.facts.scoring import before, coordinated, possesses, weigh_company
from evinvest.mentions.names import CompanyMention

_WEAK_START = frozenset({"than", "to", "from", "for", "like", "against", "with"})
_ENOUGH = 2.2


@define(eq=False)
class Focus:
    """The company, the plant and the country in the reader's mind; it moves on with every sentence."""

    company: CompanyMention | None = None
    partners: tuple[CompanyMention, ...] = ()
    plant: PlantDraft | None = None
    country: str | None = None

    def actors(self, document: Document, sentence: Sentence, anchor: Ranged) -> tuple[list[CompanyMention], bool]:
        """Who runs or pays for an anchor, and whether that comes from an earlier sentence."""
        scored = [(weigh_company(document, sentence, anchor, company), company) for company in sentence.companies]
        scored.sort(key=lambda pair: -pair[0])
        referred = self._refers(document, sentence, anchor)
        if scored and scored[0][0] >= _ENOUGH and not (referred and scored[0][0] < referred):
            chosen = scored[0][1]
            return [company for company in coordinated(document, sentence, chosen) if company is chosen or not company.group], False
        if self.company is not None:
            return [self.company, *self.partners], True
        return ([scored[0][1]] if scored and scored[0][0] > -1.0 else []), False

    def _refers(self, document: Document, sentence: Sentence, anchor: Ranged) -> float:
        """How strongly "the company" or "it" near the anchor points back."""
        if self.company is None:
            return 0.0
        best = 0.0
        for cue in sentence.having("group.coreference"):
            best = max(best, 6.5 - 0.22 * document.distance(cue, anchor) - (1.0 if cue.first > anchor.first else 0.0))
        words = document.tokens.words
        if words[sentence.first].lower() in {"it", "its"}:
            best = max(best, 6.0 - 0.1 * (anchor.first - sentence.first))
        return best

    def move(self, document: Document, sentence: Sentence) -> None:
        """Read a sentence: its first acting company is the next one to be meant."""
        for company in sentence.companies:
            prior = before(document, company.first, 1)
            if company.group or (prior and prior[0] in _WEAK_START):
                continue
            if any("group.aside" in cue.roles and cue.last == company.first for cue in sentence.cues):
                continue
            if self.company is not None and sentence.having("group.coreference") and company.first - sentence.first > 12:
                break
            self.company = company
            partners = coordinated(document, sentence, company)
            self.partners = tuple(other for other in partners if other is not company and not possesses(document, company))
            break
        countries = [place.place.country for place in sentence.places if place.place.country and not place.home]
        if countries:
            self.country = countries[0]
