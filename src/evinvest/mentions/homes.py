"""Where a company that no lexicon knows is at home, as the text tells it: "a Norwegian maker", "based in Leeds"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from evinvest.tokens import is_han

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from evinvest.mentions.names import CompanyMention
    from evinvest.mentions.place_mention import PlaceMention
    from evinvest.tokens import Tokens

_REACH = 6  # words between a home and a name
_STOPS = frozenset(",.;:()!?，。；：（）、")
_ARTICLES = frozenset({"a", "an", "the"})
_POSSESSIVES = (("'", "s"), ("'",))


def with_homes(
    tokens: Tokens, companies: Sequence[CompanyMention], places: Sequence[PlaceMention], makers: Collection[int]
) -> list[CompanyMention]:
    """The companies, those without a country with the one that the text gives them anywhere.

    Args:
        tokens: the words of the text.
        companies: known and unknown, in any order.
        places: in any order.
        makers: where words for a company such as "battery maker" end.
    """
    begins = {place.first: place for place in places}
    ends = {place.last: place for place in places}
    homes: dict[str, str] = {}
    for company in companies:
        if company.company.country or company.group or company.key in homes:
            continue
        home = _ahead(tokens, company, ends, makers) or _behind(tokens, company, begins, makers)
        if home is not None and home.place.country:
            homes[company.key] = home.place.country
    return [
        evolve(company, company=evolve(company.company, country=homes[company.key]))
        if company.key in homes and not company.group
        else company
        for company in companies
    ]


def seated(tokens: Tokens, companies: Sequence[CompanyMention], places: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The places, those in which a company sits as its home: "Nordlys of Norway"."""
    behind = {one.last + 1 for one in companies if tokens.lowered[one.last : one.last + 1] == ("of",)}
    return [evolve(place, home=True) if place.first in behind else place for place in places]


def _ahead(
    tokens: Tokens, company: CompanyMention, ends: Mapping[int, PlaceMention], makers: Collection[int]
) -> PlaceMention | None:
    """The home before a name: "Norwegian battery maker Nordlys", "Norway's Nordlys", "Shenzhen-based Hanlin"."""
    for last in range(company.first, max(company.first - _REACH, 0), -1):
        place = ends.get(last)
        if place is not None:
            gap = tokens.lowered[last : company.first]
            named = not gap or company.first in makers or gap in _POSSESSIVES
            tells = place.home or (named and (place.kind == "demonym" or _owns(tokens, place, gap)))
            return place if tells and _STOPS.isdisjoint(gap) else None
    return None


def _owns(tokens: Tokens, place: PlaceMention, gap: tuple[str, ...]) -> bool:
    """Whether a country has a company: "Norway's Nordlys", 韩国电池企业."""
    chinese = is_han(tokens.words[place.first])
    return place.kind == "country" and (chinese or any(gap[: len(one)] == one for one in _POSSESSIVES))


def _behind(
    tokens: Tokens, company: CompanyMention, begins: Mapping[int, PlaceMention], makers: Collection[int]
) -> PlaceMention | None:
    """The home behind a name: "Nordlys, a Norwegian battery maker", "Nordlys, based in Tromsø", "Nordlys of Norway"."""
    words = tokens.lowered
    begin = company.last + (words[company.last : company.last + 1] == (",",))
    told = words[begin : begin + 1]
    for first in range(begin, min(begin + _REACH, len(words))):
        place = begins.get(first)
        if place is None:
            continue
        if place.home:  # "based in", or right behind "of"
            return place
        made = any(end in makers for end in range(place.last + 1, place.last + _REACH))
        described = begin > company.last and not _ARTICLES.isdisjoint(told) and place.kind == "demonym"
        return place if described and made and _STOPS.isdisjoint(words[begin:first]) else None
    return None
