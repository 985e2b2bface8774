"""Joining the parts that name one place together: "Rayong, Thailand", "Hungary's Debrecen", 宁波市北仑区."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import evolve

from evinvest.mentions.place_mention import PlaceMention
from evinvest.tokens import is_han

if TYPE_CHECKING:
    from evinvest.lexicon import PlaceEntry
    from evinvest.tokens import Tokens

_RANK = {"city": 0, "unknown": 0, "region": 1, "country": 2, "demonym": 2, "bloc": 3, "continent": 3}
COMPASS = frozenset(
    "eastern western northern southern central northeastern northwestern southeastern southwestern northeast "
    "northwest southeast southwest north south east west neighbouring nearby".split()
)
KIND_WORDS = frozenset(
    "city town province state region county prefecture district village municipality port capital voivodeship oblast "
    "governorate the of".split()
)
_OF_WHOLE = frozenset({"'", "s"}) | COMPASS | KIND_WORDS
_TO_WHOLE = _OF_WHOLE | {",", "in", "(", ")"}
_WHOLES = frozenset("province state county prefecture region voivodeship oblast governorate".split())
_PARTS = frozenset({"district", "suburb", "quarter", "borough", "town", "city", "village"})
_REGION, _NATION = 1, 2  # of the ranks
_INSIDE = frozenset({(",",), ("in",), (",", "in")})
_LISTED = frozenset({"and", "or", "&"})
_SUBURBAN = Decimal("0.4")  # degrees
_GREATER = 3  # times as many people
_APART = 5  # words between two places that are named together
FURTHER = 9
"""Words between two places that tell how the one lies to the other, at most."""
_LENGTHS = frozenset("km kilometre kilometres kilometer kilometers mile miles hour hours minutes drive far".split())
_BEARINGS = (
    COMPASS
    | _LENGTHS
    | frozenset(
        "about some just around roughly nearly an a the on in of to and outside edge side coast outskirts suburb "
        "suburbs ( ) half from away not minute ' s".split()
    )
)
COUNTIES = (" County", " Parish", " Township", " Borough")
"""How the name of a region ends that is as good as a town's."""
_BESIDE = frozenset(
    {(*comma, *just, word) for comma in ((), (",",)) for just in ((), ("just",)) for word in ("near", "outside")}
)

_OUTSKIRTS = frozenset(
    {("郊", "外"), ("近", "郊"), ("附", "近"), ("郊", "外", "的"), ("近", "郊", "的"), ("附", "近", "的")}
)


def joined(text: str, parts: Sequence[PlaceMention], tokens: Tokens) -> list[PlaceMention]:
    """The places, those in a row that are parts of each other as one; a line break parts them."""
    kept: list[PlaceMention] = []
    for part in parts:
        whole = _join(kept[-1], part, tokens) if kept else None
        if whole is None or "\n" in tokens.span(whole.first, whole.last).of(text):
            kept.append(part)
            continue
        kept[-1] = whole
        larger = _join(kept[-2], whole, tokens) if len(kept) > 1 else None  # "in the German state of Thuringia"
        if larger is not None and "\n" not in tokens.span(larger.first, larger.last).of(text):
            kept[-2:] = [larger]
    return kept


def _join(left: PlaceMention, right: PlaceMention, tokens: Tokens) -> PlaceMention | None:
    """One mention of two neighbours, when one is a part of the other."""
    gap = tokens.lowered[left.last : right.first]
    doubtful = "in" in gap and not left.sure and not left.before  # "As in nearby Norway"
    if right.home or doubtful:
        return None
    local = left.kind in {"city", "unknown"} or (left.kind == "region" and left.place.name.endswith(COUNTIES))
    if lies_beside(gap) and local and right.kind in {"city", "region"}:
        return _within(left, right, left, right) if left.kind == "unknown" else evolve(left, last=right.last)
    if right.kind == "unknown" and local and gap in _OUTSKIRTS:
        return _within(right, left, left, right)  # 安特卫普郊外霍博肯
    if len(gap) > _APART or left.home:
        return None
    if gap == (",",) and (namesake := _namesake(left, right)) is not None:
        left = namesake
    if _begins_with_part(left, right, gap, tokens):
        return _within(left, right, left, right) if _agree(left, right) else None
    return _within(right, left, left, right) if _ends_with_part(left, right, gap, tokens) else None


def lies_beside(gap: tuple[str, ...]) -> bool:
    """Whether words between two places tell where the first one lies: ", near", ", 5 km south of", "a mile from"."""
    if gap in _BESIDE:
        return True
    if gap[-1:] not in (("of",), ("from",)) or len(gap) > FURTHER:
        return False
    said = gap[1:] if gap[:1] == (",",) else gap
    telling = COMPASS if gap[-1] == "of" else _LENGTHS
    return not telling.isdisjoint(said) and all(word in _BEARINGS or word[:1].isdecimal() for word in said)


def _namesake(left: PlaceMention, right: PlaceMention) -> PlaceMention | None:
    """The town of a region that is named like a country: "Lebanon, Tennessee"."""
    if left.kind != "country" or right.kind != "region" or left.place.country == right.place.country:
        return None
    town = _relocated(left, right)
    return None if town is None else evolve(left, place=evolve(left.place, locality=left.place.name), kind="city")


def _begins_with_part(left: PlaceMention, right: PlaceMention, gap: tuple[str, ...], tokens: Tokens) -> bool:
    """Whether the smaller place is named first: "Rayong, Thailand", "Prospecton, Durban"."""
    local = left.kind in {"city", "unknown"} and right.kind == "city"
    if (
        local
        and gap
        and _TO_WHOLE.issuperset(gap)
        and not _WHOLES.isdisjoint((*gap, *tokens.lowered[right.last :][:1]))
    ):
        return True  # "Navalmoral, in the province of Cáceres", "Sanyi, Miaoli county"
    if local and gap in _INSIDE:
        following = tokens.lowered[right.last] if right.last < len(tokens.lowered) else ""
        return (gap == ("in",) or following not in _LISTED) and _is_suburb(left, right)
    if gap == (",",) and _is_listed(left, right, tokens):
        return False
    return _RANK[left.kind] < _RANK[right.kind] <= _NATION and right.kind != "demonym" and _TO_WHOLE.issuperset(gap)


def _is_listed(left: PlaceMention, right: PlaceMention, tokens: Tokens) -> bool:
    """Whether a town and a region are two of a list: "Baoding, Tianjin and Chongqing"; the town lies elsewhere."""
    elsewhere = left.kind == "city" and left.place.region is not None and _relocated(left, right) is None
    return right.kind == "region" and elsewhere and not _LISTED.isdisjoint(tokens.lowered[right.last :][:1])


def _is_suburb(left: PlaceMention, right: PlaceMention) -> bool:
    """Whether the second of two towns is the greater one around the first, as far as the gazetteer tells."""
    one, other = left.place, right.place
    if None in (other.latitude, other.longitude) or left.match is None or right.match is None:
        return False
    assert other.latitude is not None  # noqa: S101 - just asked
    near = (
        one.latitude is not None
        and one.longitude is not None
        and other.longitude is not None
        and abs(one.latitude - other.latitude) <= _SUBURBAN
        and abs(one.longitude - other.longitude) <= _SUBURBAN
    )
    return near and _people(right) > _GREATER * _people(left)


def _people(mention: PlaceMention) -> int:
    entry = mention.match.entry if mention.match is not None else None
    return getattr(entry, "population", None) or 0


def _ends_with_part(left: PlaceMention, right: PlaceMention, gap: tuple[str, ...], tokens: Tokens) -> bool:
    """Whether the larger place is named first: "Hungary's Debrecen", "the suburb of Forest", 宁波市北仑区."""
    small, large = _RANK[left.kind], _RANK[right.kind]
    chinese = is_han(tokens.words[left.first])
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
