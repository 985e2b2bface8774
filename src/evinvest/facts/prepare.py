"""From an article to a document: everything that stands in it, found and sorted into sentences."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from evinvest.facts.document import AmountMention, BodyMention, DateMention, Document, R, Ranged, Sentence
from evinvest.facts.ruler import Ruler
from evinvest.lexicon import BodyEntry, Lexicon, Match, PlaceEntry
from evinvest.mentions import sentences as splitting
from evinvest.mentions.chinese_names import chinese_companies
from evinvest.mentions.chinese_script import simplified
from evinvest.mentions.cues import Cue, CueTable
from evinvest.mentions.homes import seated, with_homes
from evinvest.mentions.known_names import known_companies
from evinvest.mentions.names import CompanyMention, Surroundings, unknown_companies
from evinvest.mentions.periods import find_periods
from evinvest.mentions.place_mention import PlaceMention
from evinvest.mentions.places import find_places
from evinvest.mentions.runs import NameRules, unknown_bodies
from evinvest.models import Company
from evinvest.tokens import Tokens, is_han
from evinvest.units.amounts import Amount, AmountKind, scan

if TYPE_CHECKING:
    from evinvest.reading.article import Article
    from evinvest.text import Span

_CHINESE = re.compile("[\u3400-\u9fff]")
_NO_DATES = frozenset({"claim.possible", "change.down"})  # "May" and "fall", which are no verbs in a date
_SITES = ("plant.noun", "plant.weak")
_MAKERS = ("group.maker", "group.noun")


@lru_cache(maxsize=4)  # a table takes as long to make as some articles to read
def cues_of(lexicon: Lexicon) -> CueTable:
    """The cue words of the library and of a lexicon."""
    return CueTable.with_own(lexicon.cues)


def prepare(article: Article, *, day: date | None, lexicon: Lexicon, cues: CueTable, rules: NameRules) -> Document:
    """Find everything that stands in an article and sort it into sentences."""
    text = simplified(article.content.normal)
    tokens = Tokens.of(text)
    inferred = None if day is not None else _latest_day(text, tokens)
    shelves = _fill_shelves(text, tokens, lexicon, cues, rules, day or inferred)
    return Document(
        article.content,
        text,
        tokens,
        Ruler.of(tokens),
        tuple(_sentences(article, tokens, shelves)),
        day or inferred,
        chinese=_CHINESE.search(text) is not None and sum(map("\u4e00".__le__, tokens.words)) * 3 > len(tokens),
        inferred=inferred is not None,
        capitals=_capitals(lexicon),
        sites=lexicon.sites,
    )


@lru_cache(maxsize=4)
def _capitals(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(country.capital for country in lexicon.countries.values() if country.capital)


def _fill_shelves(
    text: str, tokens: Tokens, lexicon: Lexicon, cues: CueTable, rules: NameRules, day: date | None
) -> _Shelves:
    """All mentions, each kind in text order; what a longer name covers is not found inside it."""
    size, locate = len(tokens), _locator(tokens)
    dates = [DateMention(*locate(mention.span), mention) for mention in find_periods(text, base=day, tokens=tokens)]
    dated = _covered(dates, size)
    found = _outside(cues.match(tokens), dated, _NO_DATES)
    matches = _outside_bodies(lexicon.match(tokens), dated)
    known = known_companies(_outside_towns(matches, tokens), tokens)
    taken = _covered(known, size)
    sure = _covered((one for one in matches if isinstance(one.entry, PlaceEntry) and not one.entry.ambiguous), size)
    bodies = _bodies(text, tokens, matches, taken, sure, rules)
    _cover(taken, bodies)
    unknown = _unknown_companies(text, Surroundings.of(text, tokens, found), taken, sure, rules)
    sites = frozenset([cue.first for cue in found if not cue.roles.isdisjoint(_SITES)])
    amounts = [AmountMention(*locate(amount.span), amount) for amount in scan(text, tokens=tokens)]
    in_sums = _covered((one for one in amounts if one.amount.kind is AmountKind.MONEY), size)
    matches = [match for match in matches if not in_sums[match.first]]  # "U.S." in "5 billion U.S. dollars"
    built_in = lexicon.sites.of_all(company.key for company in known)
    places = find_places(text, matches, tokens, rules.candidates(tokens, taken), taken, sites, built_in=built_in)
    spoken = [code for place in places if place.place.country and (code := _currency(lexicon, place.place.country))]
    named = [*known, *unknown]
    legal = {one.first for one in named if (one.company.surface or "").endswith("公司")}
    places = [place for place in places if place.last not in legal]  # 上海 in 上海蔚来汽车有限公司
    places = seated(tokens, named, places)
    makers = frozenset([cue.last for cue in found if not cue.roles.isdisjoint(_MAKERS)])
    companies = with_homes(tokens, named, places, makers)
    members = _outside(found, _covered(bodies, size))  # not the "Manufacturers" in the name of an association
    companies += _groups(text, tokens, members, places, {company.first for company in named})
    found = _outside(found, _covered(places, size))  # "state" in "the German state of Hesse"
    return _Shelves(
        sorted(companies, key=lambda mention: mention.first),
        places,
        [evolve(one, amount=_in_currency(one.amount, spoken)) for one in amounts],
        dates,
        bodies,
        found,
    )


def _unknown_companies(
    text: str, around: Surroundings, taken: list[bool], sure: Sequence[bool], rules: NameRules
) -> list[CompanyMention]:
    """The companies that the lexicon does not know; from then on their words are taken."""
    unknown = unknown_companies(around, taken, sure, rules)
    _cover(taken, unknown)
    if _CHINESE.search(text):
        unknown += chinese_companies(text, around.tokens, taken, sure, around.tickers)
        _cover(taken, unknown)
    return unknown


def _outside_towns(matches: Sequence[Match], tokens: Tokens) -> list[Match]:
    """What is no part of the longer Chinese name of a place: 罗姆 in 科马罗姆."""
    places = [one for one in matches if isinstance(one.entry, PlaceEntry) and is_han(tokens.words[one.first])]
    size = {index: one.last - one.first for one in places for index in range(one.first, one.last)}
    return [one for one in matches if size.get(one.first, 0) <= one.last - one.first]


def _bodies(
    text: str,
    tokens: Tokens,
    matches: Sequence[Match],
    taken: Sequence[bool],
    places: Sequence[bool],
    rules: NameRules,
) -> list[BodyMention]:
    """Those who count: the ones of the lexicon, and names that say so themselves and are no places ("the Union")."""
    known = [(one.first, one.last, one.entry.country) for one in matches if isinstance(one.entry, BodyEntry)]
    covered = list(taken)
    for first, last, _ in known:
        covered[first:last] = [True] * (last - first)
    unknown = [
        (first, last, None) for first, last in unknown_bodies(tokens, covered, rules) if not all(places[first:last])
    ]
    return [
        BodyMention(first, last, tokens.span(first, last).of(text), country)
        for first, last, country in sorted([*known, *unknown], key=lambda row: row[0])
    ]


def _currency(lexicon: Lexicon, country: str) -> str | None:
    known = lexicon.countries.get(country)
    return known.currency if known else None


def _in_currency(amount: Amount, spoken: Sequence[str]) -> Amount:
    """An ambiguous "dirham" or "crown" is that of a country that the article speaks of; "$" is not."""
    if len(amount.candidates) < 2 or amount.unit in {*spoken, "USD"}:
        return amount
    chosen = next((code for code in amount.candidates if code in spoken), None)
    return amount if chosen is None else evolve(amount, unit=chosen)


def _outside_bodies(matches: Sequence[Match], dated: Sequence[bool]) -> list[Match]:
    """Without the names inside an association's ("China" in CAAM's), and without towns that are months."""
    bodies = [match for match in matches if isinstance(match.entry, BodyEntry)]
    inside = {index for match in bodies for index in range(match.first, match.last)}
    others = [match for match in matches if not isinstance(match.entry, BodyEntry) and match.first not in inside]
    kept = [match for match in others if not (isinstance(match.entry, PlaceEntry) and dated[match.first])]
    return sorted([*bodies, *kept], key=lambda match: match.first)


def _latest_day(text: str, tokens: Tokens) -> date | None:
    """The latest full date that a text states, for an article that has none itself."""
    days = [
        mention.period.start
        for mention in find_periods(text, tokens=tokens)
        if mention.period and mention.period.precision == "day"
    ]
    return max(days, default=None)


def _outside(cues: Iterable[Cue], covered: Sequence[bool], roles: frozenset[str] = frozenset()) -> list[Cue]:
    """The cues that nothing longer covers, or, where roles are given, those of other roles as well."""
    return [cue for cue in cues if not all(covered[cue.first : cue.last]) or (roles and cue.roles.isdisjoint(roles))]


def _covered(mentions: Iterable[Ranged], size: int) -> list[bool]:
    covered = [False] * size
    _cover(covered, mentions)
    return covered


def _cover(covered: list[bool], mentions: Iterable[Ranged]) -> None:
    for mention in mentions:
        covered[mention.first : mention.last] = [True] * (mention.last - mention.first)


def _locator(tokens: Tokens) -> Callable[[Span], tuple[int, int]]:
    starts, ends = tokens.starts, tokens.ends

    def locate(span: Span) -> tuple[int, int]:
        first = bisect_right(ends, span.start)
        return first, max(first + 1, bisect_left(starts, span.end))

    return locate


def _groups(
    text: str, tokens: Tokens, cues: Sequence[Cue], places: Sequence[PlaceMention], named: Collection[int]
) -> list[CompanyMention]:
    """Collectives: "Chinese EV makers", "four foreign carmakers", "suppliers"."""
    ends = {place.last: place for place in places}
    built = {cue.last for cue in cues if "plant.noun" in cue.roles}
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
        if first == cue.first and tokens.words[first].lower() in _TOO_VAGUE:
            continue
        if is_han(tokens.words[first]) and (cue.last in named or cue.last in built):
            continue  # 电池厂商塔菲尔 names it at once, 两座整车厂 are no carmakers
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


# Within a sentence everything is weighed against everything; what is longer is a table or a page without stops.
_LONGEST = 250
_TOO_VAGUE = frozenset("industry players brands investors producers makers".split())  # alone they name nobody
_ABBREVIATED = re.compile(r"\s*\(([A-Z]{2,5})\)")
_GROUP_WORDS = frozenset(
    "electric vehicle vehicles ev battery car auto automotive foreign local domestic major big all many several "
    "two three four five six seven eight ten parts nev new energy zero emission ( ) ' s supply global and "
    "overseas".split()
)


@frozen
class _Shelves:
    companies: list[CompanyMention]
    places: list[PlaceMention]
    amounts: list[AmountMention]
    dates: list[DateMention]
    bodies: list[BodyMention]
    cues: list[Cue]


def _shares(mentions: Sequence[R], ranges: Iterable[tuple[int, int]]) -> Iterator[tuple[R, ...]]:
    """What begins in each of some ranges of tokens, which are in order."""
    starts = [mention.first for mention in mentions]
    begin = end = 0
    for first, last in ranges:
        begin = bisect_left(starts, first, end)
        end = bisect_left(starts, last, begin)
        yield tuple(mentions[begin:end])


def _sentences(article: Article, tokens: Tokens, shelves: _Shelves) -> Iterator[Sentence]:
    parts = list(_parts(article, tokens))
    ranges = [(first, last) for first, last, _, _ in parts]
    mentions = zip(
        _shares(shelves.companies, ranges), _shares(shelves.places, ranges), _shares(shelves.amounts, ranges),
        _shares(shelves.dates, ranges), _shares(shelves.bodies, ranges), _shares(shelves.cues, ranges), strict=True,
    )  # fmt: skip
    for index, (part, found) in enumerate(zip(parts, mentions, strict=True)):
        yield Sentence(index, *part, *found)


def _parts(article: Article, tokens: Tokens) -> Iterator[tuple[int, int, str, int]]:
    """The sentences as ranges of tokens, each with the kind of its section and the number of its paragraph."""
    text = article.content.normal
    for paragraph, section in enumerate(article.sections):
        for span in splitting.split(text, section.span):
            begin, end = bisect_left(tokens.starts, span.start), bisect_left(tokens.starts, span.end)
            for first in range(begin, end, _LONGEST):
                yield first, min(first + _LONGEST, end), section.kind, paragraph
