"""Places in a text: countries, demonyms, regions and towns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import evolve

from evinvest.lexicon import Match, PlaceEntry, Site, site
from evinvest.mentions.place_mention import SITTING, PlaceMention, is_home
from evinvest.mentions.places_joined import COMPASS, KIND_WORDS, joined
from evinvest.mentions.places_unknown import districts, foreign_towns, unknown_towns
from evinvest.models import Place
from evinvest.tokens import is_han

if TYPE_CHECKING:
    from evinvest.tokens import Tokens

_PREPOSITIONS = frozenset(
    "including in at near outside of around within inside to from for into across beside between".split()
)
_OPENING = frozenset("(（")
_CHINESE_IN = frozenset("在于位盖括")  # the last signs of 位于, 覆盖, 包括
_CHINESE_LEADS = frozenset("在于的和与及其由")
_CHINESE_ENDINGS = "府市省州县区镇郡道邦"

_BEFORE_NAMES = COMPASS | KIND_WORDS - {"of"}

_UNIONS = {"European Union": "EU"}  # ISO 3166-1 keeps EU for it


def find_places(  # noqa: PLR0913 - each is found by a floor of its own
    text: str,
    matches: Iterable[Match],
    tokens: Tokens,
    names: Sequence[tuple[int, int]],
    taken: Sequence[bool],
    sites: frozenset[int],
    *,
    built_in: AbstractSet[Site] = frozenset(),
) -> list[PlaceMention]:
    """The places of a text, in order; parts that name one place ("Rayong, Thailand") are one mention.

    Args:
        text: the text that the words are of; its line breaks part what stands on both sides.
        matches: what the lexicon finds.
        tokens: the words of the text.
        names: runs of capitalised words that the lexicon does not know.
        taken: which tokens belong to the name of a company.
        sites: where words for a plant begin: a name right before one is its place ("the Arnstadt factory").
        built_in: the towns in which the companies of the text are known to make things.
    """
    named = [
        match for match in matches if isinstance(match.entry, PlaceEntry) and not any(taken[match.first : match.last])
    ]
    starts = frozenset([match.first for match in named])
    parts = [_mention(match, tokens, starts) for match in named]
    parts += unknown_towns(tokens, names, parts, sites)
    parts += districts(tokens, parts, taken)
    parts += foreign_towns(tokens, parts, taken, sites)
    parts.sort(key=lambda part: (part.first, -part.last))
    whole = [*_between(joined(text, _apart(_settled(parts, built_in)), tokens), tokens)]
    again = {other.first for one, other in pairwise(whole) if _is_alias(one, other, tokens)}
    meant: list[PlaceMention] = []
    for mention in whole:
        listed = bool(meant) and mention.kind in _LOCAL and _is_next(meant[-1], mention, tokens)
        if mention.first not in again and (listed or _is_meant(mention, tokens, sites, taken)):
            meant.append(mention)
    return meant


_LOCAL = frozenset({"city", "unknown", "region"})


def _is_next(one: PlaceMention, other: PlaceMention, tokens: Tokens) -> bool:
    """Whether two names stand side by side in a list of sites: "in Shanghai and Reading"; or 德国的波鸿."""
    between = tokens.lowered[one.last : other.first]
    if one.kind not in _LOCAL:
        return one.kind == "country" and between == ("的",)
    return (one.before in SITTING and between in _AND) or between in _CHINESE_AND


_AND = (("and",), (",",), (",", "and"))
_CHINESE_AND = (("、",), ("和",), ("与",), ("及",), ("以", "及"))


def _between(whole: Sequence[PlaceMention], tokens: Tokens) -> Iterator[PlaceMention]:
    """The places, the second of "between Leipzig and Halle" marked as the first one is."""
    yield from whole[:1]
    for one, other in pairwise(whole):
        paired = one.before == "between" and tokens.lowered[one.last : other.first] == ("and",)
        yield evolve(other, before="between") if paired else other


def _is_alias(one: PlaceMention, other: PlaceMention, tokens: Tokens) -> bool:
    """Whether the second of two is the first once more in brackets: 乔治敦市(Georgetown)."""
    chinese = is_han(tokens.words[one.last - 1]) and not is_han(tokens.words[other.first])
    return chinese and other.first == one.last + 1 and tokens.words[one.last] in _OPENING


_GREAT = 1_000_000  # people, and ...
_TIMES = 40  # ... so many times as many as in the other place of the name: Paris is not in Texas


def _settled(parts: list[PlaceMention], built_in: AbstractSet[Site]) -> list[PlaceMention]:
    """Of the places of a name the one where a company of the article builds is meant, else one in a country of it."""
    spoken = [part.place.country for part in parts if part.sure and part.match and not part.match.others]
    settled = []
    for part in parts:
        match = part.match
        if match is None or not match.others:
            settled.append(part)
            continue
        entries = [one for one in match.entries if isinstance(one, PlaceEntry) and one.kind in {"city", "region"}]
        known = (entry for entry in entries if site(entry.country, part.place.name) in built_in)
        near = (entry for entry in entries if entry.country in spoken and not _dwarfs(match.entry, entry))
        stays = part.place.country in spoken or (part.kind == "country" and part.sure)
        meant = next(known, None) or (None if stays else next(near, None))
        settled.append(part if meant in {None, match.entry} else _moved(part, meant))
    return settled


def _moved(part: PlaceMention, entry: PlaceEntry) -> PlaceMention:
    """The mention of a name as that of another place that bears it."""
    region = entry.region if entry.kind == "city" else entry.name
    place = evolve(
        part.place,
        country=entry.country,
        region=region,
        locality=part.place.name,
        latitude=entry.latitude,
        longitude=entry.longitude,
    )
    return evolve(part, place=place, kind=entry.kind)


def _dwarfs(one: object, other: PlaceEntry) -> bool:
    """Whether a city is so much greater than another of its name that it is meant wherever the article is about."""
    people = one.population if isinstance(one, PlaceEntry) and one.kind == "city" else None
    return people is not None and people >= _GREAT and people >= _TIMES * (other.population or 0)


def _apart(parts: list[PlaceMention]) -> list[PlaceMention]:
    """Of two that overlap keep the longer, then the surer, then the first."""
    kept: list[PlaceMention] = []
    for part in parts:
        if kept and part.first < kept[-1].last:
            if (part.last - part.first, part.sure) > (kept[-1].last - kept[-1].first, kept[-1].sure):
                kept[-1] = part
            continue
        kept.append(part)
    return kept


def _mention(match: Match, tokens: Tokens, starts: frozenset[int]) -> PlaceMention:
    entry, words = match.entry, tokens.words
    assert isinstance(entry, PlaceEntry)  # noqa: S101 - the caller chose
    last = match.last
    if (
        entry.kind in {"city", "region"}
        and last < len(words)
        and words[last] in _CHINESE_ENDINGS
        and is_han(words[last - 1])
        and words[last - 1] not in _CHINESE_ENDINGS
        and starts.isdisjoint(range(match.first + 1, last + 1))  # 江苏|镇江, 加|上杭|州
    ):
        last += 1
    name = tokens.surface(match.first, last)
    local = entry.kind in {"city", "region"}
    place = Place(
        name,
        entry.country or _UNIONS.get(entry.name),
        region=entry.region if entry.kind == "city" else (entry.name if entry.kind == "region" else None),
        locality=name if local else None,
        latitude=entry.latitude if local else None,
        longitude=entry.longitude if local else None,
    )
    return PlaceMention(
        match.first,
        last,
        place,
        entry.kind,
        _before(tokens, match.first),
        not entry.ambiguous,
        is_home(tokens, match.first, last),
        match,
    )


def _before(tokens: Tokens, first: int) -> str:
    index = first - 1
    while index >= 0 and tokens.lowered[index] in _BEFORE_NAMES:
        index -= 1
    word = tokens.lowered[index] if index >= 0 else ""
    return word if word in _PREPOSITIONS or word == "," else ("于" if word in _CHINESE_IN else "")


_WATERS = frozenset("coast ocean sea gulf seaboard rim".split())  # "the Atlantic coast"
_MODELS = frozenset(  # "the Tacoma pickup"
    "pickup pickups sedan sedans saloon hatchback hatchbacks coupe wagon minivan minivans crossover crossovers "
    "suv suvs roadster convertible".split()
)
_ENDING = frozenset("and or , . ; will is was are were has have had which".split())  # "the Santa Fe and the Tucson"
_OF_PERSONS = frozenset({"van", "von"})


def _names_another(mention: PlaceMention, tokens: Tokens, sites: frozenset[int]) -> bool:
    """Whether the name of a town is that of a sea, a car or a person."""
    follows = tokens.lowered[mention.last] if mention.last < len(tokens.lowered) else ""
    if _is_hyphened(mention, tokens):
        return True
    if follows in _WATERS or (mention.first > 0 and tokens.words[mention.first - 1] in _OF_PERSONS):
        return True
    if mention.last in sites or mention.last + 1 in sites:
        return False
    article = mention.first > 0 and tokens.words[mention.first - 1] == "the" and mention.last - mention.first <= 2
    return (follows in _MODELS and mention.before not in SITTING) or (article and follows in _ENDING)


def _is_hyphened(mention: PlaceMention, tokens: Tokens) -> bool:
    """Whether a name goes on one of a letter or two: "A-Star"."""
    first = mention.first
    joined = (
        first > 1
        and tokens.words[first - 1] == "-"
        and tokens.starts[first - 2] == tokens.starts[first] - 1 - len(tokens.words[first - 2])
    )
    return joined and len(tokens.words[first - 2]) <= _SHORT


_SHORT = 2  # letters


def _is_meant(mention: PlaceMention, tokens: Tokens, sites: frozenset[int], taken: Sequence[bool]) -> bool:
    """Whether an ambiguous name stands as a place here."""
    words, before = tokens.words, max(mention.first - 1, 0)
    if mention.kind in {"city", "unknown"} and _names_another(mention, tokens, sites):
        return False
    if mention.sure:
        return True
    if {mention.last, mention.last + 1} & sites:
        # Chinese puts no space between words: 锂|盐湖|项目 names no county, 比亚迪|长丰|工厂 does.
        glued = is_han(words[mention.first]) and is_han(words[before])
        return not glued or taken[before] or words[before] in _CHINESE_LEADS
    follows = words[mention.last].lower() if mention.last < len(words) else ""
    if mention.before in SITTING | {"to", "from", "于"}:
        return not (follows[:1].isalpha() and words[mention.last][:1].isupper())
    return mention.kind == "region" and mention.before == "of"
