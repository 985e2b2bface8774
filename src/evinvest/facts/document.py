"""An article made ready for the finders of facts: sentences with all that was found in them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Protocol, TypeVar

from attrs import evolve, frozen

from evinvest.facts.ruler import Ruler
from evinvest.lexicon import BodyEntry, Lexicon, Match, PlaceEntry
from evinvest.mentions import sentences as splitting
from evinvest.mentions.cues import Cue, CueTable
from evinvest.mentions.names import CompanyMention, NameRules, known_companies, unknown_bodies, unknown_companies
from evinvest.mentions.periods import PeriodMention, find_periods
from evinvest.mentions.places import PlaceMention, find_places
from evinvest.models import Company
from evinvest.reading.article import Article
from evinvest.text import Span, Text
from evinvest.tokens import Tokens
from evinvest.units.amounts import Amount, scan


class Ranged(Protocol):
    """Anything that covers tokens."""

    @property
    def first(self) -> int: ...  # noqa: D102
    @property
    def last(self) -> int: ...  # noqa: D102


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


@frozen(eq=False)
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

    def having(self, *roles: str) -> list[Cue]:
        """The cues that play one of the roles."""
        wanted = frozenset(roles)
        return [cue for cue in self.cues if cue.roles & wanted]


@frozen(eq=False)
class Document:
    """An article made ready: its text, its words, its sentences."""

    content: Text
    tokens: Tokens
    ruler: Ruler
    sentences: tuple[Sentence, ...]
    day: date | None
    chinese: bool
    inferred: bool = False
    """Whether ``day`` is only the latest full date that the text states."""

    def span(self, mention: Ranged) -> Span:
        """The place of a mention in the source."""
        return self.content.to_raw(self.tokens.span(mention.first, mention.last))

    def distance(self, one: Ranged, other: Ranged) -> float:
        """How much stands between two mentions: see :class:`Ruler`."""
        return self.ruler.between(one.first, one.last, other.first, other.last)

    def words(self, mention: Ranged) -> str:
        """A mention as it stands in the normal form."""
        return self.tokens.span(mention.first, mention.last).of(self.content.normal)


def prepare(article: Article, *, day: date | None, lexicon: Lexicon, cues: CueTable, rules: NameRules) -> Document:
    """Find everything that stands in an article and sort it into sentences."""
    text = article.content.normal
    tokens = Tokens.of(text)
    matches = _outside_bodies(lexicon.match(tokens))
    found = cues.match(tokens)
    inferred = None if day is not None else _latest_day(text)
    known = known_companies(matches, tokens)
    taken = _covered(known, len(tokens))
    locate = _locator(tokens)
    dates = [DateMention(*locate(mention.span), mention) for mention in find_periods(text, base=day or inferred)]
    dated = _covered(dates, len(tokens))
    matches = [match for match in matches if not (isinstance(match.entry, PlaceEntry) and dated[match.first])]
    sure = _covered((match for match in matches if isinstance(match.entry, PlaceEntry) and not match.entry.ambiguous), len(tokens))
    bodies = [
        BodyMention(match.first, match.last, tokens.span(match.first, match.last).of(text), match.entry.country)
        for match in matches
        if isinstance(match.entry, BodyEntry)
    ]
    bodies += [BodyMention(first, last, tokens.span(first, last).of(text)) for first, last in unknown_bodies(tokens, taken, rules)]
    bodies.sort(key=lambda body: body.first)
    for body in bodies:
        taken[body.first : body.last] = [True] * (body.last - body.first)
    unknown = unknown_companies(text, tokens, found, taken, sure, rules)
    for mention in unknown:
        taken[mention.first : mention.last] = [True] * (mention.last - mention.first)
    sites = frozenset(cue.first for cue in found if cue.roles & {"plant.noun", "plant.weak"})
    places = find_places(matches, tokens, rules.candidates(tokens, taken), taken, sites)
    spoken = [currency for place in places if place.place.country and (currency := _currency(lexicon, place.place.country))]
    shelves = _Shelves(
        sorted([*known, *unknown, *_groups(text, tokens, found, places)], key=lambda mention: mention.first),
        places,
        [AmountMention(*locate(amount.span), _in_currency(amount, spoken)) for amount in scan(text)],
        dates,
        bodies,
        found,
    )
    letters = sum(1 for word in tokens.words if word >= "\u4e00")
    return Document(
        article.content, tokens, Ruler.of(tokens), tuple(_sentences(article, tokens, shelves)), day or inferred, letters * 3 > len(tokens),
        inferred is not None,
    )  # fmt: skip


def _currency(lexicon: Lexicon, country: str) -> str | None:
    known = lexicon.countries.get(country)
    return known.currency if known else None


def _in_currency(amount: Amount, spoken: Sequence[str]) -> Amount:
    """An ambiguous "dirham" or "crown" is that of a country that the article speaks of."""
    if len(amount.candidates) < 2 or amount.unit in spoken:
        return amount
    chosen = next((code for code in amount.candidates if code in spoken), None)
    return amount if chosen is None else evolve(amount, unit=chosen)


def _outside_bodies(matches: Sequence[Match]) -> list[Match]:
    """Without the places and companies that stand in the name of an association: "China" in CAAM's."""
    inside = {index for match in matches if isinstance(match.entry, BodyEntry) for index in range(match.first, match.last)}
    return [match for match in matches if isinstance(match.entry, BodyEntry) or match.first not in inside]


def _latest_day(text: str) -> date | None:
    """The latest full date that a text states, for an article that has none itself."""
    days = [mention.period.start for mention in find_periods(text) if mention.period and mention.period.precision == "day"]
    return max(days, default=None)


def _covered(mentions: Iterable[Ranged], size: int) -> list[bool]:
    covered = [False] * size
    for mention in mentions:
        for index in range(mention.first, mention.last):
            covered[index] = True
    return covered


def _locator(tokens: Tokens) -> Callable[[Span], tuple[int, int]]:
    starts, ends = tokens.starts, tokens.ends

    def locate(span: Span) -> tuple[int, int]:
        first = bisect_right(ends, span.start)
        return first, max(first + 1, bisect_left(starts, span.end))

    return locate


def _groups(text: str, tokens: Tokens, cues: Sequence[Cue], places: Sequence[PlaceMention]) -> list[CompanyMention]:
    """Collectives: "Chinese EV makers", "four foreign carmakers", "suppliers"."""
    ends = {place.last: place for place in places}
    found = []
    for cue in cues:
        if "group.noun" not in cue.roles:
            continue
        first, home = cue.first, None
        for back in range(cue.first, max(cue.first - 9, -1), -1):
            if back in ends:
                first, home = ends[back].first, ends[back].place.country
                break
            if back and tokens.words[back - 1].lower() not in _GROUP_WORDS:
                break
        else:
            back = cue.first
        while home is None and first and tokens.words[first - 1].lower() in _GROUP_WORDS:
            first -= 1
        surface = _short_form(tokens.span(first, cue.last).of(text))
        found.append(CompanyMention(first, cue.last, Company(surface, surface, home), group=True))
    return found


def _short_form(name: str) -> str:
    """A name with its long form left out where the short one follows: "electric vehicle (EV) makers" → "EV makers"."""
    match = _ABBREVIATED.search(name)
    if match is None:
        return name
    words = name[: match.start()].split()
    return " ".join([*words[: max(len(words) - len(match[1]), 0)], match[1], name[match.end() :].strip()])


_ABBREVIATED = re.compile(r"\s*\(([A-Z]{2,5})\)")
_GROUP_WORDS = frozenset(
    "electric vehicle vehicles ev battery car auto automotive foreign local domestic major big all many several two three four five six "
    "seven eight ten parts nev new energy zero emission ( ) ' s supply global and overseas".split()
)


@frozen
class _Shelves:
    companies: list[CompanyMention]
    places: list[PlaceMention]
    amounts: list[AmountMention]
    dates: list[DateMention]
    bodies: list[BodyMention]
    cues: list[Cue]


def _cut(mentions: Sequence[R], starts: Sequence[int], first: int, last: int) -> tuple[R, ...]:
    return tuple(mentions[bisect_left(starts, first) : bisect_left(starts, last)])


def _sentences(article: Article, tokens: Tokens, shelves: _Shelves) -> Iterable[Sentence]:
    text = article.content.normal
    starts = [
        [mention.first for mention in shelf]
        for shelf in (shelves.companies, shelves.places, shelves.amounts, shelves.dates, shelves.bodies, shelves.cues)
    ]
    index = 0
    for paragraph, section in enumerate(article.sections):
        for span in splitting.split(text, section.span):
            first, last = bisect_left(tokens.starts, span.start), bisect_left(tokens.starts, span.end)
            if first >= last:
                continue
            yield Sentence(
                index, first, last, section.kind, paragraph,
                _cut(shelves.companies, starts[0], first, last), _cut(shelves.places, starts[1], first, last),
                _cut(shelves.amounts, starts[2], first, last), _cut(shelves.dates, starts[3], first, last),
                _cut(shelves.bodies, starts[4], first, last), _cut(shelves.cues, starts[5], first, last),
            )  # fmt: skip
            index += 1
