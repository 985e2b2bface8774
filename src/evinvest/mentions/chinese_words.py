"""Which words make the name of a Chinese company, which stand beside it, and which are no part of any."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Collection

_LONGEST = 4  # signs of a word
_LISTS = ("legal", "trade", "breaks", "follows", "naming", "sites", "joining", "together", "jointly", "telling")
_SETS = ("plain", "ordinary", "sounds", "latin", "generic")


@frozen
class NameWords:
    """The word lists of ``chinese_names.toml``, the longest first."""

    legal: tuple[str, ...]
    trade: tuple[str, ...]
    plain: frozenset[str]
    breaks: tuple[str, ...]
    follows: tuple[str, ...]
    naming: tuple[str, ...]
    sites: tuple[str, ...]
    joining: tuple[str, ...]
    together: tuple[str, ...]
    jointly: tuple[str, ...]
    telling: tuple[str, ...]
    ordinary: frozenset[str]
    sounds: frozenset[str]
    latin: frozenset[str]
    generic: frozenset[str]

    @classmethod
    @cache
    def default(cls) -> NameWords:
        """The lists that come with the library."""
        table = tomllib.loads(files("evinvest").joinpath("_data/chinese_names.toml").read_text(encoding="utf-8"))
        words: dict[str, Any] = {name: tuple(sorted(table[name], key=len, reverse=True)) for name in _LISTS}
        words |= {name: frozenset(table[name]) for name in _SETS}
        return cls(**words)

    def stand_around(self, before: str, behind: str) -> bool:
        """Whether what stands before and behind a name that is a word too can stand beside a company.

        >>> words = NameWords.default()
        >>> words.stand_around("奇瑞正在与", "商讨接手"), words.stand_around("走向", "消费品")
        (True, False)
        """
        opened = not before or not _is_sign(before[-1]) or before.endswith(self.breaks)
        acts = not behind or not _is_sign(behind[0]) or behind.startswith(self.follows)
        return opened and (acts or _running(self).match(behind) is not None)


@cache
def _running(words: NameWords) -> re.Pattern[str]:
    """What stands behind one who runs a site: 大众|的卡卢加工厂, 大众|普埃布拉工厂."""
    sounds = "".join(sorted(words.sounds))
    return re.compile(f"(?:(?:的|在|位于|设在)[\u4e00-\u9fff]{{1,12}}?|[{sounds}]{{2,8}})(?:{'|'.join(words.sites)})")


def _is_sign(letter: str) -> bool:
    return "\u4e00" <= letter <= "\u9fff"


@cache
def common_words() -> frozenset[str]:
    """The common words of two to four signs, from the dictionary of jieba.

    >>> "动力" in common_words(), "裕能" in common_words()
    (True, False)
    """
    return frozenset(files("evinvest").joinpath("_data/chinese_words.txt").read_text(encoding="utf-8").split())


def is_ordinary(text: str, words: Collection[str]) -> bool:
    """Whether a few signs are common words from end to end: 高端智能 is, 裕能 is not.

    Args:
        text: the signs.
        words: further words, of any length.
    """
    common = common_words()
    reached = {0}
    for end in range(1, len(text) + 1):
        starts = range(max(end - _LONGEST, 0), end)
        if any(first in reached and (text[first:end] in common or text[first:end] in words) for first in starts):
            reached.add(end)
    return len(text) in reached
