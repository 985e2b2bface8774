"""The words of a text, as the lexicon and the grammar see them.

A token is a run of letters and digits, one Chinese, Japanese or Korean character, or one other sign. Everything that is
looked up (companies, places, cue words) is cut by the same rule, so names match wherever their tokens do: ``CATL's`` is
``CATL``, ``'``, ``s``.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import accumulate, chain, filterfalse
from operator import add

from attrs import field, frozen

from evinvest.text import Span

_CJK = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
_LETTER = rf"[^\W_{_CJK}]"
# A token and the space behind it; most are of English letters alone, which one look at a short table tells.
_PIECE = re.compile(rf"(?:[A-Za-z0-9]+{_LETTER}*|{_LETTER}+|\S)\s*")


@frozen(slots=False)  # what is kept is found as fast as a field: with slots, every look would go through a hook
class Tokens:
    """The tokens of a text: three tuples of one length.

    >>> tokens = Tokens.of("CATL's plant in Göd")
    >>> tokens.words
    ('CATL', "'", 's', 'plant', 'in', 'Göd')
    >>> tokens.span(3, 6)
    Span(start=7, end=19)
    """

    words: tuple[str, ...]
    starts: tuple[int, ...] = field(repr=False)
    ends: tuple[int, ...] = field(repr=False)

    @classmethod
    def of(cls, text: str) -> Tokens:
        """Cut a text into its tokens."""
        # All of the text in pieces: where each begins follows from their lengths, without a match for each.
        pieces = _PIECE.findall(text)
        words = tuple(map(str.rstrip, pieces))
        starts = tuple(accumulate(map(len, pieces), initial=len(text) - len(text.lstrip())))[: len(words)]
        return cls(words, starts, tuple(map(add, starts, map(len, words))))

    @cached_property
    def lowered(self) -> tuple[str, ...]:
        """The words in small letters, made once for all who compare them."""
        return tuple(map(str.lower, self.words))

    @cached_property
    def places(self) -> Mapping[str, list[int]]:
        """Where each word stands, by its small letters: few of the words that are looked for are in a text at all."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        for index, word in enumerate(self.lowered):
            places[word].append(index)
        return places

    def find(self, words: AbstractSet[str]) -> list[int]:
        """The places of some words, given in small letters, in order.

        >>> Tokens.of("A plant in the plants of the Plant").find({"plant", "factory"})
        [1, 7]
        """
        places = self.places
        return sorted(chain.from_iterable([places[word] for word in places.keys() & words]))

    @cached_property
    def capital(self) -> tuple[bool, ...]:
        """Of each word, whether it can stand in a name: see :func:`is_capital`."""
        # Few words of a text have a capital at all, and those of other scripts may have one without a small letter.
        words = set(self.words)
        known = set(filter(is_capital, chain(words.difference(self.lowered), filterfalse(str.isascii, words))))
        return tuple(map(known.__contains__, self.words))

    def span(self, first: int, last: int) -> Span:
        """The characters from token ``first`` up to, not including, token ``last``."""
        return Span(self.starts[first], self.ends[last - 1])

    def surface(self, first: int, last: int) -> str:
        """The words from ``first`` up to, not including, ``last``, with one space where the text has any."""
        parts = [self.words[first]]
        for index in range(first + 1, last):
            parts += (" " if self.starts[index] > self.ends[index - 1] else "", self.words[index])
        return "".join(parts)

    def __len__(self) -> int:
        return len(self.words)


def is_capital(word: str) -> bool:
    """Whether a word can stand in a name: it begins with a capital, or with a digit before capitals ("24M")."""
    first = word[:1]
    return first.isupper() or (first.isdigit() and any(map(str.isupper, word)))


def is_han(word: str) -> bool:
    """Whether a word is of Chinese signs: a full-width stop is none.

    >>> [is_han(word) for word in ("厂", "，", "plant", "")]
    [True, False, False, False]
    """
    return "\u4e00" <= word[:1] <= "\u9fff"


def fold(word: str) -> str:
    """A word without accents and full-width forms, its case kept.

    >>> fold("Camaçari")
    'Camacari'
    """
    if word.isascii():
        return word
    parts = unicodedata.normalize("NFKD", word)
    return unicodedata.normalize("NFC", "".join(part for part in parts if not unicodedata.combining(part)))
