"""A table of names, and how they are found among the tokens of a text.

The key of a name is its tokens without accents, one space between. A table is a dictionary of keys and a dictionary of
the lengths that names of several tokens have by their first one, so a text costs two look-ups a token.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import filterfalse
from typing import Any

from attrs import field, frozen

from evinvest.tokens import Tokens, fold

HAN = "\u4e00"  # the first Chinese sign
_SIGNS = {"’": "'", "‘": "'", "`": "'", "‐": "-", "‑": "-", "–": "-", "＆": "&", "·": "·", "・": "·"}


def normal(word: str) -> str:
    """A token as keys have it: no accents, plain apostrophes and hyphens.

    >>> normal("Škoda"), normal("’")
    ('Skoda', "'")
    """
    if word.isascii() or "\u3400" <= word <= "\u9fff":
        return word
    return _SIGNS.get(word) or fold(word)


def key(name: str) -> str:
    """The key of a name.

    >>> key("Mercedes-Benz"), key("Göd")
    ('Mercedes - Benz', 'God')
    """
    # Most names are plain words or Chinese: cutting those needs no pattern.
    if name.isascii() and name.replace(" ", "").isalnum():
        return " ".join(name.split())
    if name and min(name) >= "\u4e00" and max(name) <= "\u9fff":
        return " ".join(name)
    return " ".join(map(normal, Tokens.of(name).words))


def _lengths(keys: Iterable[str]) -> dict[str, int]:
    """The lengths of the names of several tokens by their first token, each length a bit: it is quick to build."""
    lengths: dict[str, int] = {}
    for name in keys:
        if " " in name:
            first = name[: name.index(" ")]
            lengths[first] = lengths.get(first, 0) | 1 << name.count(" ") + 1
    return lengths


@cache
def _sizes(bits: int) -> tuple[int, ...]:
    return tuple(size for size in range(bits.bit_length() - 1, 1, -1) if bits >> size & 1)


@frozen(eq=False)
class NormalWords:
    """The words of a text as keys have them.

    Attributes:
        words: one for each token.
        distinct: each once.
        loud: those in capitals alone, abbreviations of two letters left out, with their usual form: FORD, Ford.
    """

    words: Sequence[str]
    distinct: frozenset[str]
    loud: Mapping[str, str]
    _tokens: Tokens
    _changed: Mapping[str, str]

    @classmethod
    def of(cls, tokens: Tokens) -> NormalWords:
        """The normal words of a text."""
        words: Sequence[str] = tokens.words
        distinct = frozenset(words)
        changed = {word: normal(word) for word in filterfalse(str.isascii, distinct)}
        if changed:
            words = list(map(changed.get, words, words))
            distinct = frozenset(words)
        loud = {word: word.capitalize() for word in filter(str.isupper, distinct) if len(word) > 2}
        return cls(words, distinct, loud, tokens, changed)

    def find(self, wanted: AbstractSet[str]) -> list[int]:
        """Where some of them stand, in order."""
        small = {word.lower() for word in wanted}
        small.update(word.lower() for word, plain in self._changed.items() if plain in wanted)
        return [index for index in self._tokens.find(small) if self.words[index] in wanted]


@frozen(eq=False)
class Table:
    """Names of one kind and what each stands for.

    Attributes:
        names: by key, a packed line or a tuple of packed lines and entries, the likeliest first.
        meanings: what names were found to stand for, by key and whether an accent was written: the news names the
            same few again and again.
    """

    names: Mapping[str, Any] = field(repr=False)
    _lengths: Mapping[str, int] = field(repr=False)
    meanings: dict[tuple[str, bool], tuple[Any, ...]] = field(factory=dict, init=False, repr=False)

    @classmethod
    def of(cls, names: Mapping[str, Any]) -> Table:
        """The table of these keys."""
        return cls(names, _lengths(names))

    def __or__(self, other: Table) -> Table:
        """Both tables; what the other has wins."""
        return Table.of({**self.names, **other.names})

    def __len__(self) -> int:
        return len(self.names)

    def find(self, text: NormalWords) -> Iterator[tuple[int, int, str]]:
        """The longest names of a text, from the left: first token, last token (not included), key.

        Only a Chinese name that is doubtful may have another begin in it.
        """
        # Asked once a word, not once a token: a text has far fewer of them.
        words, starts = text.words, (self.names.keys() & text.distinct) | (self._lengths.keys() & text.distinct)
        # Words without their capitals ("FORD MOTOR"), unless they are ours with them ("CATL").
        quiet = {word: plain for word, plain in text.loud.items() if word not in starts}
        starts.update(word for word, plain in quiet.items() if self._knows(plain))
        resume = 0
        for index in text.find(starts):
            if index >= resume and (found := self._longest(words, index, quiet)):
                size, name = found
                resume = index + (1 if self._is_loose(name) else size)
                yield index, index + size, name

    def _longest(self, words: Sequence[str], index: int, quiet: Mapping[str, str]) -> tuple[int, str] | None:
        names = self.names
        first = quiet.get(words[index], words[index])
        for size in _sizes(self._lengths.get(first, 0)):
            last = index + size
            if last > len(words):
                continue
            rest = words[index + 1 : last]
            name = f"{first} {rest[0]}" if size == 2 else " ".join((first, *rest))
            if name not in names and quiet and name.isascii() and not quiet.keys().isdisjoint(rest):
                name = " ".join((first, *(quiet.get(word, word) for word in rest)))
            if name in names:
                return size, name
        # Three capitals alone are an abbreviation sooner than a name: "MAN", but "NEW YORK".
        return (1, first) if first in names and (first == words[index] or len(first) > 3) else None

    def _is_loose(self, name: str) -> bool:
        """Whether a Chinese name may also be parts of two words, so that another may begin in it: 加|上杭|州."""
        return name >= HAN and str(self.names[name]).endswith("|?")

    def _knows(self, word: str) -> bool:
        return word in self.names or word in self._lengths
