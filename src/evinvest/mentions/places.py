"""Places in a text: countries, demonyms, regions and towns, joined where they name one place together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from evinvest.lexicon import Match, PlaceEntry
from evinvest.mentions.chinese_places import district_behind
from evinvest.models import Place

if TYPE_CHECKING:
    from evinvest.tokens import Tokens

_RANK = {"city": 0, "unknown": 0, "region": 1, "country": 2, "demonym": 2, "bloc": 3, "continent": 3}
_PREPOSITIONS = frozenset(
    "including in at near outside of around within inside to from for into across beside between".split()
)
_SITTING = frozenset(["in", "at", "near", "outside", "around", "within", "inside", "beside"])
_COMPASS = frozenset(
    "eastern western northern southern central northeastern northwestern southeastern southwestern northeast "
    "northwest southeast southwest north south east west neighbouring nearby".split()
)
_KIND_WORDS = frozenset(
    "city town province state region county prefecture district village municipality port capital the of".split()
)
_CHINESE_ENDINGS = "府市省州县区镇郡道邦"

_BEFORE_NAMES = _COMPASS | _KIND_WORDS - {"of"}
_OF_WHOLE = frozenset({"'", "s"}) | _COMPASS | _KIND_WORDS
_TO_WHOLE = _OF_WHOLE | {",", "in", "(", ")"}
_OWNING = frozenset({"the", "its", "their", "s", "at"})

_UNIONS = {"European Union": "EU"}  # ISO 3166-1 keeps EU for it


@frozen
class PlaceMention:
    """A place, from token ``first`` up to, not including, ``last``.

    Attributes:
        kind: ``city``, ``region``, ``country``, ``demonym``, ``bloc``, ``continent``, or ``unknown`` for a town
            that the lexicon does not have.
        before: the preposition before it, in small letters, or the empty string.
        sure: whether the text itself settles that it is a place (an ambiguous name without a sign is not).
        home: whether it tells where a company sits ("Shenzhen-based"), not where something happens.
    """

    first: int
    last: int
    place: Place
    kind: str
    before: str = ""
    sure: bool = True
    home: bool = False
    match: Match | None = None
    """What the lexicon says, with the other places of the name."""
    named: PlaceMention | None = None
    """For a word that points back ("there"), the mention that names the place."""


def find_places(
    text: str,
    matches: Iterable[Match],
    tokens: Tokens,
    names: Sequence[tuple[int, int]],
    taken: Sequence[bool],
    sites: frozenset[int],
) -> list[PlaceMention]:
    """The places of a text, in order; parts that name one place ("Rayong, Thailand") are one mention.

    Args:
        text: the text that the words are of; its line breaks part what stands on both sides.
        matches: what the lexicon finds.
        tokens: the words of the text.
        names: runs of capitalised words that the lexicon does not know.
        taken: which tokens belong to the name of a company.
        sites: where words for a plant begin: a name right before one is its place ("the Arnstadt factory").
    """
    parts = [
        _mention(match, tokens)
        for match in matches
        if isinstance(match.entry, PlaceEntry) and not any(taken[match.first : match.last])
    ]
    parts += _unknown_towns(tokens, names, parts, sites)
    parts += [_district(part, *span, tokens) for part in parts if (span := district_behind(tokens, part.last, taken))]
    parts.sort(key=lambda part: (part.first, -part.last))
    parts = _settled(parts)
    return [mention for mention in _joined(text, _apart(parts), tokens) if _is_meant(mention, tokens, sites)]


def _settled(parts: list[PlaceMention]) -> list[PlaceMention]:
    """A name that several places bear lies in the country that the article speaks of, if that is plain."""
    spoken = [part.place.country for part in parts if part.sure and part.match and not part.match.others]
    return [_moved(part, spoken) for part in parts]


def _moved(part: PlaceMention, spoken: Sequence[str | None]) -> PlaceMention:
    if (
        part.match is None
        or not part.match.others
        or part.place.country in spoken
        or (part.kind == "country" and part.sure)
    ):
        return part
    for entry in part.match.others:
        if isinstance(entry, PlaceEntry) and entry.country in spoken and entry.kind in {"city", "region"}:
            local = entry.kind
            region = entry.region if local == "city" else entry.name
            place = evolve(
                part.place,
                country=entry.country,
                region=region,
                locality=part.place.name,
                latitude=entry.latitude,
                longitude=entry.longitude,
            )
            return evolve(part, place=place, kind=local)
    return part


def _apart(parts: list[PlaceMention]) -> list[PlaceMention]:
    """Of two that overlap keep the longer, then the first."""
    kept: list[PlaceMention] = []
    for part in parts:
        if kept and part.first < kept[-1].last:
            if part.last - part.first > kept[-1].last - kept[-1].first:
                kept[-1] = part
            continue
        kept.append(part)
    return kept


def _mention(match: Match, tokens: Tokens) -> PlaceMention:
    entry, words = match.entry, tokens.words
    assert isinstance(entry, PlaceEntry)  # noqa: S101 - the caller chose
    last = match.last
    if (
        entry.kind in {"city", "region"}
        and last < len(words)
        and words[last] in _CHINESE_ENDINGS
        and words[last - 1] >= "\u4e00"
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
        _is_home(tokens, match.first, last),
        match,
    )


def _before(tokens: Tokens, first: int) -> str:
    index = first - 1
    while index >= 0 and tokens.lowered[index] in _BEFORE_NAMES:
        index -= 1
    word = tokens.lowered[index] if index >= 0 else ""
    return word if word in _PREPOSITIONS or word == "," else ("于" if word in {"在", "于", "位"} else "")


def _is_home(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a place tells where a company sits: "Shenzhen-based", ", based in Dearborn"."""
    words = tokens.words[last : last + 2]
    if len(words) == 2 and words[0] in {"-", "–"} and words[1].lower() in _SEATED:
        return True
    prior = tokens.lowered[max(first - 3, 0) : first]
    if len(prior) < 3 or prior[-1] not in _SITTING or prior[-2] not in _SEATED:
        return False
    return prior[-2] != "based" or prior[-3] in _WHO


_SEATED = frozenset({"based", "headquartered", "headquarters", "listed", "born", "owned"})
_WHO = frozenset(  # what is "based in" a town and no plant
    ", ( is are which company firm group maker producer startup up supplier carmaker automaker manufacturer developer "
    "specialist giant venture business".split()
)


def _unknown_towns(
    tokens: Tokens, names: Sequence[tuple[int, int]], parts: Sequence[PlaceMention], sites: frozenset[int]
) -> list[PlaceMention]:
    """Capitalised names where only a place can stand: "in Göd, Hungary", "at its Horní Suchá site"."""
    starts = {part.first for part in parts}
    covered = {index for part in parts for index in range(part.first, part.last)}
    found, words = [], tokens.words
    for first, last in names:
        if first == 0 or last - first > 4 or any(index in covered for index in range(first, last)):
            continue
        before = words[first - 1].lower()
        followed = last + 1 < len(words) and words[last] in {",", "in"} and last + 1 in starts
        if words[last - 1].lower() in _NO_TOWN:
            continue
        named = (
            last - first <= 2
            and before in _OWNING
            and bool({last, last + 1} & sites)
            and _lies_somewhere(words, last, starts)
        )
        if named or (before in _SITTING and (followed or before in {"near", "outside", "at"})):
            name = tokens.surface(first, last)
            found.append(
                PlaceMention(
                    first, last, Place(name, locality=name), "unknown", before, followed, _is_home(tokens, first, last)
                )
            )
    return found


def _district(whole: PlaceMention, first: int, last: int, tokens: Tokens) -> PlaceMention:
    """A district that the lexicon does not know, right behind its town: 宁波市北仑区."""
    name = tokens.surface(first, last)
    return PlaceMention(first, last, Place(name, whole.place.country, whole.place.region, locality=name), "city")


def _lies_somewhere(words: Sequence[str], last: int, starts: set[int]) -> bool:
    """Whether a known place follows: "the Elizabeth plant in South Australia"."""
    return any(
        words[index] in {"in", ","} and index + 1 in starts for index in range(last, min(last + 5, len(words) - 1))
    )


_NO_TOWN = frozenset(
    "securities bank research university partners capital motors group corp co inc ltd institute show summit "
    "forum".split()
)


def _joined(text: str, parts: list[PlaceMention], tokens: Tokens) -> list[PlaceMention]:
    joined: list[PlaceMention] = []
    for part in parts:
        whole = _join(joined[-1], part, tokens) if joined else None
        if whole is None or "\n" in tokens.span(whole.first, whole.last).of(text):
            joined.append(part)
        else:
            joined[-1] = whole
    return joined


def _join(left: PlaceMention, right: PlaceMention, tokens: Tokens) -> PlaceMention | None:
    """One mention of two neighbours, when one is a part of the other."""
    if right.first - left.last > 5 or left.home or right.home:
        return None
    touching = left.last == right.first and tokens.words[left.first] >= "\u4e00"
    if touching and left.kind == right.kind == "city" and left.place.country == right.place.country:
        return _within(right, left, left, right)  # 荆门市东宝区
    gap = tokens.lowered[left.last : right.first]
    small, large = _RANK[left.kind], _RANK[right.kind]
    if small < large <= 2 and right.kind != "demonym" and _TO_WHOLE.issuperset(gap):
        return _within(left, right, left, right) if _agree(left, right) else None
    if (
        gap[-1:] == ("of",)
        and small <= 1
        and large <= 1
        and set(gap) & {"district", "suburb", "quarter", "borough", "town", "city", "village"}
    ):
        return _within(right, left, left, right)
    possessive = gap[:2] == ("'", "s") or left.kind == "demonym" or not gap or tokens.words[left.first] >= "\u4e00"
    if small > large and possessive and _OF_WHOLE.issuperset(gap) and _agree(right, left):
        return _within(right, left, left, right)
    return None


def _agree(inner: PlaceMention, outer: PlaceMention) -> bool:
    """Whether the smaller place can lie in the larger one."""
    if inner.kind == "unknown" or inner.place.country is None:
        return True
    return inner.place.country == outer.place.country or _relocated(inner, outer) is not None or inner.kind == "city"


def _relocated(inner: PlaceMention, outer: PlaceMention) -> PlaceEntry | None:
    """The place of the inner name that lies in the outer one."""
    if inner.match is None:
        return None
    if outer.kind == "region":
        return inner.match.within(country=outer.place.country, region=outer.place.region)
    return inner.match.within(country=outer.place.country)


def _within(inner: PlaceMention, outer: PlaceMention, left: PlaceMention, right: PlaceMention) -> PlaceMention:
    entry = _relocated(inner, outer)
    place = evolve(
        inner.place,
        country=outer.place.country or inner.place.country,
        region=outer.place.region if outer.kind == "region" else (entry.region if entry else inner.place.region),
        latitude=entry.latitude if entry else None,
        longitude=entry.longitude if entry else None,
    )
    match = inner.match if entry is not None else None
    return PlaceMention(left.first, right.last, place, inner.kind, left.before, sure=True, home=left.home, match=match)


_OF_WATERS = (("coast",), ("ocean",), ("sea",), ("gulf",), ("seaboard",), ("rim",))  # "the Atlantic coast"


def _is_meant(mention: PlaceMention, tokens: Tokens, sites: frozenset[int]) -> bool:
    """Whether an ambiguous name stands as a place here."""
    words = tokens.words
    if mention.kind in {"city", "unknown"} and tokens.lowered[mention.last : mention.last + 1] in _OF_WATERS:
        return False
    if mention.sure or {mention.last, mention.last + 1} & sites:
        return True
    follows = words[mention.last].lower() if mention.last < len(words) else ""
    if mention.before in _SITTING | {"to", "from", "于"}:
        return not (follows[:1].isalpha() and words[mention.last][:1].isupper())
    return mention.kind == "region" and mention.before == "of"
