"""Districts, and foreign towns, in a Chinese text that the lexicon does not know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evinvest.mentions.chinese_words import NameWords, common_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evinvest.tokens import Tokens

_HAN = "\u4e00"
_ENDINGS = frozenset("市县区镇乡旗")
_LONGEST = 4  # signs before the ending
# No name holds these: they begin another word, or they name a park.
_OUTSIDE = frozenset("的在和与及并已将了年月日是为有第一二三两个新老全各多该本这那地园厂建设投资工业经济技术高开发政府")
_GOING_ON = {"市": frozenset("场值面占民"), "区": frozenset("域间块别"), "县": frozenset("域"), "镇": frozenset("静定")}


_REGIONS = frozenset("州省府邦郡县道")
_SHORTEST, _SURE, _NEAR = 2, 3, 4  # signs of a foreign name, of one that needs no more sign, and as far as its plant
_SPELT = 7  # signs of the longest foreign name
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
    if first == 0 or words[first - 1] < _HAN:
        return None
    if words[first : first + 1] == ("的",):
        return _owned(tokens, first + 1, _sounding(tokens, first + 1, taken, sites))
    last = _sounding(tokens, first, taken, sites)
    behind = words[last] if last < len(words) else ""
    if last - first >= _SHORTEST and last in sites:
        return first, last
    if words[first - 1] not in _REGIONS:
        return None
    ended = behind < _HAN or behind == "的"
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
    return (first, site) if all(word >= _HAN for word in words[first:site]) else None


def town_alone(tokens: Tokens, first: int, taken: Sequence[bool], sites: frozenset[int]) -> tuple[int, int] | None:
    """The tokens of a foreign place that no country leads: 萨尔塔省, or a town where only one can stand, 位于…的.

    >>> from evinvest.tokens import Tokens
    >>> tokens = Tokens.of("位于肯默顿的工厂")
    >>> tokens.surface(*town_alone(tokens, 2, [False] * len(tokens), frozenset([6])))
    '肯默顿'
    """
    words, last = tokens.words, _sounding(tokens, first, taken, sites)
    length, behind = last - first, words[last] if last < len(words) else ""
    if not _SHORTEST <= length <= _SPELT or "".join(words[first:last]) in common_words():
        return None
    kind = next((kind for kind in _KINDS if words[last : last + len(kind)] == tuple(kind)), "")
    if kind and length >= _KINDS[kind]:
        return first, last + len(kind)
    if length < _SURE:
        return None
    lies = words[first - 2 : first] in _LYING and (behind < _HAN or behind == "的")
    building = words[first - 1] == "在" and behind in _BUILDING
    return (first, last) if last in sites or lies or building else None


_KINDS = {"大区": 2, "省": 2, "邦": 3, "州": 3, "郡": 3, "县": 3, "镇": 3}  # how many signs stand before each at least
_LYING = (("位", "于"), ("坐", "落"), ("地", "处"))
_BUILDING = frozenset("建设投兴新生组制")


def _owned(tokens: Tokens, first: int, last: int) -> tuple[int, int] | None:
    """A town behind "the country's", in a list or before its plant: 瑞典的特罗尔海坦、英国的埃尔斯米尔港."""
    last += tokens.words[last : last + 1] == ("港",)
    behind = tokens.words[last] if last < len(tokens.words) else ""
    ended = behind < _HAN or behind in _LISTING
    return (first, last) if last - first >= _SURE and ended else None


def _sounding(tokens: Tokens, first: int, taken: Sequence[bool], sites: frozenset[int]) -> int:
    """The index behind the signs from one on that spell out foreign sounds."""
    last, sounds = first, NameWords.default().sounds
    while last < len(tokens.words) and tokens.words[last] in sounds and not taken[last] and last not in sites:
        last += 1
    return last


def district_behind(tokens: Tokens, first: int, taken: Sequence[bool]) -> tuple[int, int] | None:
    """The tokens of a district that is named right behind a Chinese place: its first, and the one behind its last.

    >>> from evinvest.tokens import Tokens
    >>> tokens = Tokens.of("浙江省宁波市北仑区的工厂")
    >>> tokens.surface(*district_behind(tokens, 6, [False] * len(tokens)))
    '北仑区'
    """
    words = tokens.words
    if first == 0 or first >= len(words) or words[first - 1] < _HAN:
        return None
    for last in range(first, min(first + _LONGEST + 1, len(words))):
        if taken[last] or words[last] < _HAN:
            return None
        if words[last] in _ENDINGS and last - first > 1:
            behind = words[last + 1] if last + 1 < len(words) else ""
            return None if behind in _GOING_ON.get(words[last], ()) else (first, last + 1)  # 市场 is no town
        if words[last] in _OUTSIDE:
            return None
    return None
