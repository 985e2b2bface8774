"""Places that the lexicon does not know: what stands around a name shows that it is one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from evinvest.mentions.chinese_places import district_behind, goes_on, town_alone, town_behind
from evinvest.mentions.chinese_words import NameWords
from evinvest.mentions.place_mention import SITTING, PlaceMention, is_home
from evinvest.mentions.places_joined import COUNTIES, FURTHER, lies_beside
from evinvest.models import Place
from evinvest.tokens import is_han

if TYPE_CHECKING:
    from evinvest.tokens import Tokens

_LONGEST = 4  # words
_OWNING = frozenset({"the", "its", "their", "s", "at"})
_NO_TOWN = frozenset(
    "securities bank research university partners capital motors group corp co inc ltd institute show summit "
    "forum".split()
)

_EXPERTS = frozenset(
    "analyst analysts economist economists strategist strategists consultant consultants professor lecturer fellow "
    "researcher researchers scientist scientists lawyer expert experts partner".split()
)


def unknown_towns(
    tokens: Tokens, names: Sequence[tuple[int, int]], parts: Sequence[PlaceMention], sites: frozenset[int]
) -> list[PlaceMention]:
    """Capitalised names where only a place can stand: "in Göd, Hungary", "a factory in Göd"."""
    starts = {part.first for part in parts}
    covered = {index for part in parts for index in range(part.first, part.last)}
    found, words = [], tokens.words
    for first, last in names:
        if first == 0 or last - first > _LONGEST:
            continue
        before, name = words[first - 1].lower(), tokens.surface(first, last)
        county = before in SITTING and last - first > 1 and name.endswith(COUNTIES)
        sized = last < len(words) and words[last][0].isdigit()  # "valued at Rp 2.3 trillion"
        known = any(index in covered for index in range(first, last)) and not county
        if known or sized or words[last - 1].lower() in _NO_TOWN:
            continue
        followed = _is_followed(tokens, last, starts)
        if before == "at" and tokens.lowered[first - 2] in _EXPERTS and not (followed or {last, last + 1} & sites):
            continue  # "an analyst at Bascombe"
        named = (
            last - first <= 2
            and before in _OWNING
            and bool({last, last + 1} & sites)
            and _lies_somewhere(words, last, starts)
        )
        sited = before == "in" and bool({first - 2, first - 3} & sites) and words[last : last + 1] != ("of",)
        sited = sited and len(name) > 2 and not any(map(str.isdigit, name))
        if named or county or sited or (before in SITTING and (followed or before in {"near", "outside", "at"})):
            place, home = Place(name, locality=name), is_home(tokens, first, last)
            found.append(PlaceMention(first, last, place, "unknown", before, followed or county, home))
    return found


def _is_followed(tokens: Tokens, last: int, starts: set[int]) -> bool:
    """Whether a name is followed by what it lies in or beside: "Göd, Hungary", "Ryton, just south of Coventry"."""
    if tokens.words[last : last + 1] not in ((",",), ("in",)):
        return False
    ahead = next((start for start in range(last + 1, last + 1 + FURTHER) if start in starts), None)
    return ahead is not None and (ahead == last + 1 or lies_beside(tokens.lowered[last:ahead]))


def _lies_somewhere(words: Sequence[str], last: int, starts: set[int]) -> bool:
    """Whether a known place follows: "the Elizabeth plant in South Australia"."""
    return any(
        words[index] in {"in", ","} and index + 1 in starts for index in range(last, min(last + 5, len(words) - 1))
    )


def districts(tokens: Tokens, parts: Sequence[PlaceMention], taken: Sequence[bool]) -> list[PlaceMention]:
    """Districts that the lexicon does not know, right behind their town in a Chinese text: 宁波市北仑区."""
    starts = {part.first for part in parts}  # 安徽|六安|金寨县: the county lies in the city
    behind = [part for part in parts if part.last not in starts]
    return [
        _inside(part, *span, tokens)
        for part in behind
        if (span := district_behind(tokens, part.last, taken, country=part.place.country))
    ]


def foreign_towns(
    tokens: Tokens, parts: Sequence[PlaceMention], taken: Sequence[bool], sites: frozenset[int]
) -> list[PlaceMention]:
    """Foreign towns that the lexicon does not know, in a Chinese text."""
    if not any(map(is_han, tokens.places)):
        return []
    busy, sounds = list(taken), NameWords.default().sounds
    wholes = {part.last for part in parts if part.kind in {"region", "country"}}
    for part in parts:
        spelt = part.kind == "city" and goes_on(tokens, part.first, part.last, taken)  # 圣若泽|杜斯坎普斯
        spelt = spelt or (part.kind == "city" and part.first - 1 in wholes and tokens.words[part.first - 1] in sounds)
        busy[part.first : part.last] = [not spelt] * (part.last - part.first)
    found = [
        _inside(part, *span, tokens)
        for part in parts
        if part.kind in {"region", "country"} and (span := town_behind(tokens, part.last, busy, sites))
    ]
    for one in found:
        busy[one.first : one.last] = [True] * (one.last - one.first)
    return [*found, *_alone(tokens, busy, sites)]


def _alone(tokens: Tokens, busy: Sequence[bool], sites: frozenset[int]) -> Iterator[PlaceMention]:
    """Foreign towns that stand where only a town can: right before a word for a plant, behind 位于."""
    sounds, words = NameWords.default().sounds, tokens.words
    for first in range(1, len(words)):
        opened = words[first - 1] not in sounds or busy[first - 1] or words[first - 1] == "于"
        begins = opened and words[first] in sounds and words[first] != "于" and not busy[first]
        if begins and (span := town_alone(tokens, first, busy, sites)):
            name = tokens.surface(*span)
            yield PlaceMention(*span, Place(name, locality=name), "unknown", "于" if words[first - 1] in "于在" else "")


def _inside(whole: PlaceMention, first: int, last: int, tokens: Tokens) -> PlaceMention:
    """A place that the lexicon does not know, right behind what it lies in: 宁波市北仑区, 安大略省洛亚利斯特."""
    name = tokens.surface(first, last)
    return PlaceMention(first, last, Place(name, whole.place.country, whole.place.region, locality=name), "city")
