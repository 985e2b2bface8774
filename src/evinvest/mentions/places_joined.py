"""Joining the parts that name one place together: "Rayong, Thailand", "Hungary's Debrecen", 宁波市北仑区."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from attrs import evolve

from evinvest.mentions.place_mention import PlaceMention

if TYPE_CHECKING:
    from evinvest.lexicon import PlaceEntry
    from evinvest.tokens import Tokens

_RANK = {"city": 0, "unknown": 0, "region": 1, "country": 2, "demonym": 2, "bloc": 3, "continent": 3}
COMPASS = frozenset(
    "eastern western northern southern central northeastern northwestern southeastern southwestern northeast "
    "northwest southeast southwest north south east west neighbouring nearby".split()
)
KIND_WORDS = frozenset(
    "city town province state region county prefecture district village municipality port capital the of".split()
)
_OF_WHOLE = frozenset({"'", "s"}) | COMPASS | KIND_WORDS
_TO_WHOLE = _OF_WHOLE | {",", "in", "(", ")"}
_PARTS = frozenset({"district", "suburb", "quarter", "borough", "town", "city", "village"})
_REGION, _NATION = 1, 2  # of the ranks
_APART = 5  # words between two places that are named together
_BESIDE = frozenset(
    {(*comma, *just, word) for comma in ((), (",",)) for just in ((), ("just",)) for word in ("near", "outside")}
)


def joined(text: str, parts: Sequence[PlaceMention], tokens: Tokens) -> list[PlaceMention]:
    """The places, those in a row that are parts of each other as one; a line break parts them."""
    kept: list[PlaceMention] = []
    for part in parts:
        whole = _join(kept[-1], part, tokens) if kept else None
        if whole is None or "\n" in tokens.span(whole.first, whole.last).of(text):
            kept.append(part)
        else:
            kept[-1] = whole
    return kept


def _join(left: PlaceMention, right: PlaceMention, tokens: Tokens) -> PlaceMention | None:
    """One mention of two neighbours, when one is a part of the other."""
    gap = tokens.lowered[left.last : right.first]
    doubtful = "in" in gap and not left.sure and not left.before  # "As in nearby Norway"
    if len(gap) > _APART or left.home or right.home or doubtful:
        return None
    if _begins_with_part(left, right, gap):
        return _within(left, right, left, right) if _agree(left, right) else None
    if _ends_with_part(left, right, gap, tokens):
        return _within(right, left, left, right)
    return None


def _begins_with_part(left: PlaceMention, right: PlaceMention, gap: tuple[str, ...]) -> bool:
    """Whether the smaller place is named first: "Rayong, Thailand", "Talegaon, near Pune"."""
    if gap in _BESIDE and left.kind == right.kind == "city":
        return True
    return _RANK[left.kind] < _RANK[right.kind] <= _NATION and right.kind != "demonym" and _TO_WHOLE.issuperset(gap)


def _ends_with_part(left: PlaceMention, right: PlaceMention, gap: tuple[str, ...], tokens: Tokens) -> bool:
    """Whether the larger place is named first: "Hungary's Debrecen", "the suburb of Forest", 宁波市北仑区."""
    small, large = _RANK[left.kind], _RANK[right.kind]
    chinese = tokens.words[left.first] >= "\u4e00"
    if chinese and not gap and left.kind == right.kind == "city":
        return left.place.country == right.place.country
    if gap[-1:] == ("of",) and max(small, large) <= _REGION and not _PARTS.isdisjoint(gap):
        return True
    possessive = gap[:2] == ("'", "s") or left.kind == "demonym" or not gap or chinese
    return small > large and possessive and _OF_WHOLE.issuperset(gap) and _agree(right, left)


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
