"""Districts, and foreign towns, in a Chinese text that the lexicon does not know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evinvest.mentions.chinese_words import NameWords, common_words, is_ordinary
from evinvest.tokens import is_han

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evinvest.tokens import Tokens

_ENDINGS = frozenset("市县区镇乡旗")
_LONGEST = 4  # signs before the ending
# No name holds these: they begin another word, or they name a park.
_OUTSIDE = frozenset("的在和与及并已将了年月日是为有第一二三两个新老全各多该本这那地园厂建设投资工业经济技术高开发政府")
_ENDINGS_OF = {"CN": frozenset(), "TW": frozenset(), "JP": frozenset("町村郡"), "KR": frozenset("郡邑面洞")}
_ZONES = ("自贸", "保税", "合作", "示范", "试验", "集聚", "聚集", "功能")  # of a town that is named, or of none
_IN_JAPANESE, _BEGINNING = frozenset("和本高新地老"), frozenset("大")
_GOING_ON = {"市": frozenset("场值面占民"), "区": frozenset("域间块别"), "县": frozenset("域"), "镇": frozenset("静定")}


_REGIONS = frozenset("州省府邦郡县道")
_SHORTEST, _SURE, _NEAR = 2, 3, 4  # signs of a foreign name, of one that needs no more sign, and as far as its plant
_SPELT = 9  # signs of the longest foreign name
_LISTING = frozenset("的和与及以")


def town_behind(tokens: Tokens, first: int, taken: Sequence[bool], sites: frozenset[int]) -> tuple[int, int] | None:
    """The tokens of a foreign town that is named right behind its country, state or province.

    It is written by its sounds, or stands before a word for a plant; right behind a country it must do both.

    >>> from evinvest.tokens import Tokens
    >>> tokens = Tokens.of("安大略省洛亚利斯特的工厂")
    >>> tokens.surface(*town_behind(tokens, 4, [False] * len(tokens), frozenset()))
    '洛亚利斯特'
    """
    words = tokens.words
    if first == 0 or not is_han(words[first - 1]):
        return None
    if words[first : first + 1] == ("的",):
        return _owned(tokens, first + 1, _sounding(tokens, first + 1, taken, sites))
    last = _sounding(tokens, first, taken, sites)
    behind = words[last] if last < len(words) else ""
    if last - first >= _SHORTEST and last in sites:
        return first, last
    if words[first - 1] not in _REGIONS:
        return None
    ended = not is_han(behind) or behind == "的"
    if last - first >= _SHORTEST and (ended or last - first >= _SURE):
        return first, last + 1 if behind in _ENDINGS else last
    return _at_plant(tokens, first, taken, sites)


def _at_plant(tokens: Tokens, first: int, taken: Sequence[bool], sites: frozenset[int]) -> tuple[int, int] | None:
    """A few signs between a province and a word for a plant, however they sound."""
    words = tokens.words
    near = range(first + _SHORTEST, min(first + _NEAR + 1, len(words)))
    site = next((index for index in near if index in sites), None)
    if site is None or any(taken[first:site]) or not _OUTSIDE.isdisjoint(words[first:site]):
        return None
    return (first, site) if all(map(is_han, words[first:site])) else None


def town_alone(tokens: Tokens, first: int, taken: Sequence[bool], sites: frozenset[int]) -> tuple[int, int] | None:
    """The tokens of a foreign place that no country leads: 萨尔塔省, or a town where only one can stand, 位于…的.

    >>> from evinvest.tokens import Tokens
    >>> tokens = Tokens.of("位于肯默顿的工厂")
    >>> tokens.surface(*town_alone(tokens, 2, [False] * len(tokens), frozenset([6])))
    '肯默顿'
    """
    words, last = tokens.words, _sounding(tokens, first, taken, sites)
    length = last - first
    if not _SHORTEST <= length <= _SPELT or "".join(words[first:last]) in common_words():
        return None
    kind = next((kind for kind in _KINDS if words[last : last + len(kind)] == tuple(kind)), "")
    if kind and length >= _KINDS[kind]:
        return first, last + len(kind)
    if words[last : last + 1] in _LANDS and _is_park(words, last + 1):
        return first, last + 1  # 在韦达湾工业园
    if _is_park(words, last) and words[first - 1] in _IN:
        return first, last
    owned = last in sites and (taken[first - 1] or words[first - 1] in _OPENING)  # 集团|奥奈工厂
    return (first, last) if owned or (length >= _SURE and _stands(words, first, last, sites)) else None


def _stands(words: Sequence[str], first: int, last: int, sites: frozenset[int]) -> bool:
    """Whether a name stands as a town's: right before a plant, 位于…的, 在…建, 在…的卡车厂, 郊外…的冶炼厂."""
    behind = words[last] if last < len(words) else ""
    lies = words[first - 2 : first] in _LYING and (not is_han(behind) or behind == "的")
    outside = first - 1 if words[first - 1] == "的" else first  # 蒙特雷附近的圣卡塔琳娜
    placed = words[first - 1] in _IN or words[outside - 2 : outside] in _OUTSKIRTS
    at_plant = behind == "的" and not sites.isdisjoint(range(last + 1, last + _FAR))
    return last in sites or lies or (placed and (at_plant or behind in _BUILDING))


def _is_park(words: Sequence[str], first: int) -> bool:
    return any(words[first : first + len(park)] == tuple(park) for park in _PARKS)


_KINDS = {"大区": 2, "省": 2, "邦": 3, "州": 3, "郡": 3, "县": 3, "镇": 3}  # how many signs stand before each at least
_PARKS = ("工业园", "工业区", "产业园", "科技园", "经济区", "自贸区", "自由贸易区", "开发区")
_LANDS = (("湾",), ("港",), ("岛",), ("谷",))
_IN, _OPENING = frozenset("在于"), frozenset("、和及")
_OUTSKIRTS = (("郊", "外"), ("附", "近"), ("近", "郊"), ("城", "外"))
_FAR = 8  # signs from a town to its plant
_LYING = (("位", "于"), ("坐", "落"), ("地", "处"))
_BUILDING = frozenset("建设投兴新生组制已有拥另")


def goes_on(tokens: Tokens, first: int, last: int, taken: Sequence[bool]) -> bool:
    """Whether a name spelt by foreign sounds goes on before or behind, so that it is but a part of a longer one.

    >>> from evinvest.tokens import Tokens
    >>> tokens = Tokens.of("在圣若泽杜斯坎普斯的工厂")
    >>> goes_on(tokens, 1, 4, [False] * len(tokens))
    True
    """
    sounds, words = NameWords.default().sounds, tokens.words
    if not sounds.issuperset(words[first:last]):
        return False
    more = "".join(words[last : last + _SHORTEST]), "".join(words[max(first - _SHORTEST, 0) : first])
    free = not any(taken[last : last + _SHORTEST]), not any(taken[max(first - _SHORTEST, 0) : first])
    return any(
        one and len(signs) == _SHORTEST and sounds.issuperset(signs) and signs not in common_words()
        for signs, one in zip(more, free, strict=True)
    )


def _owned(tokens: Tokens, first: int, last: int) -> tuple[int, int] | None:
    """A town behind "the country's", in a list or before its plant: 瑞典的特罗尔海坦、英国的埃尔斯米尔港."""
    last += tokens.words[last : last + 1] == ("港",)
    behind = tokens.words[last] if last < len(tokens.words) else ""
    ended = not is_han(behind) or behind in _LISTING
    return (first, last) if last - first >= _SURE and ended else None


def _sounding(tokens: Tokens, first: int, taken: Sequence[bool], sites: frozenset[int]) -> int:
    """The index behind the signs from one on that spell out foreign sounds."""
    words, last, sounds = tokens.words, first, NameWords.default().sounds
    while last < len(words) and not taken[last] and last not in sites:
        reaches = words[last] == "达" and (last == first or words[last + 1 : last + 2] in _REACHED)  # 达产 is no name
        if reaches or not (words[last] in sounds or words[last] == "达"):
            break
        last += 1
    return last


_REACHED = tuple((sign,) for sign in "产到成标能")


def district_behind(
    tokens: Tokens, first: int, taken: Sequence[bool], *, country: str | None = "CN"
) -> tuple[int, int] | None:
    """The tokens of a district that is named right behind a place of China, Japan or Korea: first, behind the last.

    >>> from evinvest.tokens import Tokens
    >>> tokens = Tokens.of("浙江省宁波市北仑区的工厂")
    >>> tokens.surface(*district_behind(tokens, 6, [False] * len(tokens)))
    '北仑区'
    """
    words = tokens.words
    if first == 0 or first >= len(words) or not is_han(words[first - 1]) or country not in _ENDINGS_OF:
        return None
    endings = _ENDINGS | _ENDINGS_OF[country]
    outside = _OUTSIDE if country == "CN" else _OUTSIDE - _IN_JAPANESE
    for last in range(first, min(first + _LONGEST + 1, len(words))):
        if taken[last] or not is_han(words[last]):
            return None
        if words[last] in endings and last - first > 1:
            behind = words[last + 1] if last + 1 < len(words) else ""
            going_on = behind in _GOING_ON.get(words[last], ())  # 市场 is no town
            name = "".join(words[first:last])
            return None if going_on or name.endswith(_ZONES) or is_ordinary(name, ()) else (first, last + 1)
        if words[last] in (outside if last > first else _OUTSIDE - _BEGINNING):
            return None
    return None
