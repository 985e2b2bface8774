"""An article made ready for the finders of facts: sentences with all that was found in them."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import NamedTuple, Protocol, TypeVar

from attrs import field, frozen

from evinvest.facts.ruler import Ruler
from evinvest.lexicon import Sites
from evinvest.mentions.cues import Cue
from evinvest.mentions.names import CompanyMention
from evinvest.mentions.periods import PeriodMention
from evinvest.mentions.place_mention import PlaceMention
from evinvest.text import Span, Text
from evinvest.tokens import Tokens
from evinvest.units.amounts import Amount, AmountKind


class Ranged(Protocol):
    """Anything that covers tokens."""

    @property
    def first(self) -> int:
        """The index of its first token."""
        ...

    @property
    def last(self) -> int:
        """The index behind its last token."""
        ...


R = TypeVar("R", bound=Ranged)


@frozen(eq=False)
class AmountMention:
    """A stated value, from token ``first`` up to, not including, ``last``."""

    first: int
    last: int
    amount: Amount


@frozen(eq=False)
class DateMention:
    """A stated period, from token ``first`` up to, not including, ``last``."""

    first: int
    last: int
    mention: PeriodMention


@frozen(eq=False)
class BodyMention:
    """One who counts: an association, the customs."""

    first: int
    last: int
    name: str
    country: str | None = None


@frozen(eq=False, slots=False)  # for the sake of what it keeps: see Tokens
class Sentence:
    """A sentence and everything that was found in it, each kind in text order."""

    index: int
    first: int
    last: int
    section: str
    paragraph: int
    companies: tuple[CompanyMention, ...]
    places: tuple[PlaceMention, ...]
    amounts: tuple[AmountMention, ...]
    dates: tuple[DateMention, ...]
    bodies: tuple[BodyMention, ...]
    cues: tuple[Cue, ...]
    telling: dict[frozenset[str], list[Telling]] = field(factory=dict, init=False, repr=False)
    """What the cues of some tables tell, kept when it is first asked for."""
    units: list[tuple[int, int, str]] = field(factory=list, init=False, repr=False)
    """Its words and mentions as :mod:`evinvest.facts.wording` tells them, kept when it is first asked for."""

    def having(self, *roles: str) -> list[Cue]:
        """The cues that play one of the roles."""
        # Sentences are asked for many more roles than they have.
        if self.roles.isdisjoint(roles):
            return []
        return [cue for cue in self.cues if not cue.roles.isdisjoint(roles)]

    @cached_property
    def roles(self) -> frozenset[str]:
        """All that its cues play."""
        return frozenset().union(*[cue.roles for cue in self.cues])


class Telling(NamedTuple):
    """A cue with what it tells as features, by the side of the anchor on which it stands."""

    first: int
    last: int
    before: tuple[str, ...]
    behind: tuple[str, ...]


class Earlier(NamedTuple):
    """How much the body of an article has spoken of before a sentence."""

    sums: int
    plants: int
    companies: int


@frozen(eq=False)
class Document:
    """An article made ready: its text, its words, its sentences."""

    content: Text
    text: str = field(repr=False)
    """The normal form of the content, with simplified signs where it has traditional ones."""
    tokens: Tokens
    ruler: Ruler
    sentences: tuple[Sentence, ...]
    day: date | None
    chinese: bool
    inferred: bool = False
    """Whether ``day`` is only the latest full date that the text states."""
    capitals: frozenset[str] = frozenset()
    """The seats of governments, which the news names for other reasons than plants, too."""
    sites: Sites = field(factory=Sites, repr=False)
    """Where companies are known to make things."""

    @cached_property
    def earlier(self) -> tuple[Earlier, ...]:
        """What was spoken of before each sentence."""
        sums, plants, companies, found = 0, 0, set[str](), []
        for sentence in self.sentences:
            found.append(Earlier(sums, plants, len(companies)))
            if sentence.section != "title":
                sums += sum(one.amount.kind is AmountKind.MONEY for one in sentence.amounts)
                plants += len(sentence.having("plant.noun"))
                companies.update(one.key for one in sentence.companies if not one.group)
        return tuple(found)

    def span(self, mention: Ranged) -> Span:
        """The place of a mention in the source."""
        return self.content.to_raw(self.tokens.span(mention.first, mention.last))

    def distance(self, one: Ranged, other: Ranged) -> float:
        """How much stands between two mentions: see :class:`Ruler`."""
        return self.ruler.between(one.first, one.last, other.first, other.last)

    def words(self, mention: Ranged) -> str:
        """A mention as it stands in the normal form."""
        return self.tokens.span(mention.first, mention.last).of(self.text)
