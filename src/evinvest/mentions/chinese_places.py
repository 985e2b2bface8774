"""Districts and counties in a Chinese text that the lexicon does not know."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evinvest.tokens import Tokens

_HAN = "\u4e00"
_ENDINGS = frozenset("市县区镇乡旗")
_LONGEST = 4  # signs before the ending
# No name holds these: they begin another word, or they name a park.
_OUTSIDE = frozenset("的在和与及并已将了年月日是为有第一二三两个新老全各多该本这那地园厂建设投资工业经济技术高开发政府")
_GOING_ON = {"市": frozenset("场值面占民"), "区": frozenset("域间块别"), "县": frozenset("域"), "镇": frozenset("静定")}


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
