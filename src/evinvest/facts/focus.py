"""What the article is speaking of just now: whom "the company" and "the plant" mean."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from attrs import Factory, define, frozen

from evinvest.facts.drafts import PlantDraft
from evinvest.facts.merge_plants import IN_MIND
from evinvest.facts.partners import with_partners
from evinvest.facts.scoring import before, coordinated, farness, possesses, weigh_company
from evinvest.mentions.names import CompanyMention
from evinvest.mentions.place_mention import PlaceMention
from evinvest.units.amounts import Amount

if TYPE_CHECKING:
    from evinvest.facts.document import Document, Ranged, Sentence
    from evinvest.mentions.cues import Cue

_WEAK_START = frozenset({"than", "to", "from", "for", "like", "against", "with"})
_ENOUGH = 0.3  # a company of the same sentence above this needs no help from the sentences before
_AT_LEAST = -1.5  # one above this is better than none
_SUBJECT = 8  # words from the beginning of a sentence within which its subject stands
_PLURAL = frozenset(
    [
        "the partners", "the pair", "the two", "the duo", "the companies",
        "双方", "三方", "合资公司", "合资企业", "新公司", "两家公司", "两家企业",
        *(f"{both} {noun}" for both in ("the two", "both") for noun in ("companies", "partners", "firms")),
        "the two carmakers", "the two automakers", "the two groups",
    ]
)  # fmt: skip


_JOINT = _PLURAL | frozenset({"the joint venture", "the venture"})
_JOINING = frozenset({"venture", "ventures", "jv", "jvs"})
_FADING = 0.6  # what is left of a company's weight a sentence later
_FORGOTTEN = 1e-6  # a company that weighs less was not named for some thirty sentences: time stays linear
_HEADLINE = 0.5  # what a company of the title keeps


@frozen
class Told:
    """How a company was spoken of: how often, in which sentence and paragraph last, and whether as the one who acts."""

    times: int
    sentence: int
    paragraph: int
    led: bool


@frozen
class Title:
    """What the headline names: the roles of its cues, places and sums."""

    roles: frozenset[str] = frozenset()
    places: tuple[PlaceMention, ...] = ()
    sums: tuple[Amount, ...] = ()

    def and_also(self, sentence: Sentence) -> Title:
        """With a further sentence of the headline."""
        sums = tuple(mention.amount for mention in sentence.amounts)
        return Title(self.roles | sentence.roles, self.places + sentence.places, self.sums + sums)


@define(eq=False)
class Focus:
    """The companies, the plant and the country in the reader's mind; it moves on with every sentence."""

    weights: dict[str, float] = Factory(dict)
    mentions: dict[str, CompanyMention] = Factory(dict)
    headline: set[str] = Factory(set)
    title: Title = Title()
    told: dict[str, Told] = Factory(dict)
    """How each company was spoken of so far."""
    most_told: int = 0
    """How often the one that was named most often was."""
    partners: tuple[CompanyMention, ...] = ()
    venture: tuple[CompanyMention, ...] = ()
    """Those whom "the venture" means: the venture itself and its partners."""
    plants: list[PlantDraft] = Factory(list)
    """The plants spoken of, the last one last."""
    spoken: int = -1
    """The sentence that spoke of the last one."""
    country: str | None = None
    place: PlaceMention | None = None
    """The place that "there" means."""
    here: PlaceMention | None = None
    """The place where the story was written: that of its dateline."""
    nation: PlaceMention | None = None
    """The place that "in the country" means."""
    paragraph: int = -1
    """Where the country was named."""
    grounds: dict[str, str] = Factory(dict)
    """The country that each company was last named with."""

    @property
    def plant(self) -> PlantDraft | None:
        """The plant spoken of last."""
        return self.plants[-1] if self.plants else None

    def move_to(self, sentence: Sentence, plants: Iterable[PlantDraft]) -> None:
        """Speak of some plants."""
        for plant in plants:
            self.spoken = sentence.index
            self.plants = [other for other in self.plants[-IN_MIND:] if other is not plant]
            self.plants.append(plant)

    @property
    def company(self) -> CompanyMention | None:
        """The company that "the company" means."""
        return self.of_home(None)

    def of_home(self, country: str | None, *, but: Collection[str] = ()) -> CompanyMention | None:
        """The company that "the Italian carmaker" means: the heaviest of that home, none of those named beside it."""
        known = {
            name: weight
            for name, weight in self.weights.items()
            if name not in but and country in {None, self.mentions[name].company.country}
        }
        return self.mentions[max(known, key=lambda name: known[name])] if known else None

    def ground(self, sentence: Sentence, actors: Sequence[CompanyMention]) -> str | None:
        """The country that is still spoken of: the paragraph's, else the one that a company was last named with."""
        if sentence.paragraph == self.paragraph:
            return self.country
        return next((self.grounds[actor.key] for actor in actors if actor.key in self.grounds), None)

    def actors(self, document: Document, sentence: Sentence, anchor: Ranged) -> tuple[list[CompanyMention], bool]:
        """Who runs or pays for an anchor, and whether that comes from an earlier sentence."""
        scored = sorted(
            (
                (weigh_company(document, sentence, anchor, company), -index)
                for index, company in enumerate(sentence.companies)
            ),
            reverse=True,
        )
        best = scored[0][0] if scored else -9.0
        referred, meant, _ = self.refers(document, sentence, anchor)
        if meant and (referred > best or best < _ENOUGH):
            return meant, True
        if best < _AT_LEAST:
            return [], False
        chosen = sentence.companies[-scored[0][1]]
        others = coordinated(document, sentence, chosen)
        return [company for company in others if company is chosen or not company.group], False

    def refers(self, document: Document, sentence: Sentence, anchor: Ranged) -> tuple[float, list[CompanyMention], str]:
        """How strongly a word near the anchor points back, to whom, and by what: "name", "home", "it" or "silent"."""
        best, meant, how = -9.0, self._in_mind(), "silent"
        for cue in sentence.having("reference.back"):
            if any(0 <= company.first - cue.last <= 1 or company.last == cue.first for company in sentence.companies):
                continue  # "the group Geely" names it at once
            weight = _pointing(document, sentence, anchor, cue)
            if weight > best:
                best, meant, how = weight, self._meant(document.words(cue).lower()), "name"
        named = {company.key for company in sentence.companies}
        for cue, country in _by_home(document, sentence):
            weight = _pointing(document, sentence, anchor, cue)
            if weight > best and (other := self.of_home(country, but=named)) is not None:
                best, meant, how = weight, [other], "home"
        first = document.tokens.lowered[sentence.first]
        if first in {"it", "its", "they", "their"}:
            weight = 7.5 - farness(anchor.first - sentence.first)  # a subject, more than "the venture" that it founds
            if weight > best:
                best, meant, how = weight, self._in_mind(several=first in {"they", "their"}), "it"
        return best, meant, how

    def _meant(self, words: str) -> list[CompanyMention]:
        """Whom "the company", "the venture" or "the partners" mean."""
        if self.venture and words in _JOINT:
            return list(self.venture)
        return self._in_mind(several=words in _PLURAL)

    def _in_mind(self, *, several: bool = False) -> list[CompanyMention]:
        company = self.company
        return [] if company is None else [company, *(self.partners if several else ())]

    def _join(
        self, document: Document, sentence: Sentence, acting: list[CompanyMention], leader: CompanyMention
    ) -> None:
        """Remember who is in a venture when a sentence speaks of one."""
        if not _is_joint(document, sentence):
            return
        ventures = [company for company in acting if company.members]
        joined = with_partners(document, sentence, coordinated(document, sentence, leader), self.mentions)
        found = {company.key: company for company in (*ventures, *joined) if not company.group}
        if len(found) > 1 or ventures:
            self.venture = tuple(found.values())

    def move(self, document: Document, sentence: Sentence) -> None:
        """Read a sentence: its first acting company is the next one to be meant."""
        if sentence.section == "title":
            self.title = self.title.and_also(sentence)
        faded = {name: weight * _FADING for name, weight in self.weights.items()}
        self.weights = {name: weight for name, weight in faded.items() if weight > _FORGOTTEN or name in self.headline}
        for name in self.headline:
            self.weights[name] = max(self.weights[name], _HEADLINE)
        acting = [company for company in sentence.companies if not company.group and not _is_source(sentence, company)]
        leader = next((company for company in acting if not _is_aside(document, sentence, company)), None)
        for company in acting:
            name = company.key
            self.mentions[name] = company
            times = self.told[name].times if name in self.told else 0
            self.told[name] = Told(times + 1, sentence.index, sentence.paragraph, company is leader)
            self.most_told = max(self.most_told, times + 1)
            self.weights[name] = min(self.weights.get(name, 0.0), 0.5) + (1.0 if company is leader else 0.35)
        if leader is not None:
            if sentence.section == "title":
                self.headline.add(leader.key)
            self._join(document, sentence, acting, leader)
            partners = coordinated(document, sentence, leader)
            if len(partners) == 1 and len({company.key for company in acting}) == 2:
                partners = acting  # "VW extended its venture with FAW. The two ..."
            self.partners = tuple(
                other for other in partners if other is not leader and not possesses(document, leader)
            )
        named = [place for place in sentence.places if place.place.country and not place.home]
        if named:
            self.country, self.paragraph = named[0].place.country, sentence.paragraph
            self.grounds.update((company.key, named[0].place.country) for company in acting if named[0].place.country)
            self.nation = next((place for place in named if place.kind == "country"), self.nation)
            self.place = next((place for place in named if place.kind != "demonym"), self.place)


def _is_joint(document: Document, sentence: Sentence) -> bool:
    words = document.tokens.lowered[sentence.first : sentence.last]
    return not _JOINING.isdisjoint(words) or "合资" in "".join(words)


def _is_aside(document: Document, sentence: Sentence, company: CompanyMention) -> bool:
    prior = before(document, company.first, 1)
    if prior and prior[0] in _WEAK_START:
        return True
    return any(0 <= company.first - cue.last <= 1 for cue in sentence.having("group.aside", "claim.source"))


def _pointing(document: Document, sentence: Sentence, anchor: Ranged, cue: Cue) -> float:
    """How strongly a word for a company points to who acts on an anchor; most as the subject of "its" plant."""
    weight = 6.5 - farness(document.distance(cue, anchor)) - (1.0 if cue.first > anchor.first else 0.0)
    if cue.first - sentence.first <= _SUBJECT:
        weight += 1.0
        if {"its", "their"} & set(before(document, anchor.first, 4)):
            weight += 2.0
    return weight


def _is_source(sentence: Sentence, company: CompanyMention) -> bool:
    return any(0 <= company.first - cue.last <= 3 for cue in sentence.having("claim.source"))


def _by_home(document: Document, sentence: Sentence) -> Iterator[tuple[Cue, str]]:
    """Words for a company behind its home: "the Italian firm", "the Wolfsburg-based carmaker"."""
    for cue in sentence.having("group.maker"):
        if any(company.first == cue.last for company in sentence.companies):
            continue
        for place in sentence.places:
            told = place.home or place.kind == "demonym"
            if (
                told
                and place.place.country
                and 0 <= cue.first - place.last <= 4
                and before(document, place.first) == ["the"]
            ):
                yield cue, place.place.country
