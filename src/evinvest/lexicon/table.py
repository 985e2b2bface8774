"""A table of names, and how they are found among the tokens of a text.

The key of a name is its tokens without accents, one space between. A table is a dictionary of keys and a dictionary of
the lengths that names of several tokens have by their first one, so a text costs two look-ups a token.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from attrs import field, frozen

from evinvest.tokens import Tokens, fold

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
class Table:
    """Names of one kind and what each stands for.

    Attributes:
        names: by key, a packed line or a tuple of packed lines and entries, the likeliest first.
    """

    names: Mapping[str, Any] = field(repr=False)
    _lengths: Mapping[str, int] = field(repr=False)

    @classmethod
    def of(cls, names: Mapping[str, Any]) -> Table:
        """The table of these keys."""
        return cls(names, _lengths(names))

    def __or__(self, other: Table) -> Table:
        """Both tables; what the other has wins."""
        return Table.of({**self.names, **other.names})

    def __len__(self) -> int:
        return len(self.names)

    def find(self, words: Sequence[str]) -> Iterator[tuple[int, int, str]]:
        """The longest names among normal words, from the left: first token, last token (not included), key."""
        # Asked once a word, not once a token: a text has far fewer of them.
        distinct = set(words)
        starts = (self.names.keys() & distinct) | (self._lengths.keys() & distinct)
        # Words without their capitals ("FORD MOTOR"), unless they are ours with them ("CATL").
        loud = filter(str.isupper, distinct)
        quiet = {word: word.capitalize() for word in loud if len(word) > 2 and word not in starts}
        starts.update(word for word, plain in quiet.items() if self._knows(plain))
        resume = 0
        for index in [index for index, word in enumerate(words) if word in starts]:
            if index >= resume and (found := self._longest(words, index, quiet)):
                resume = index + found[0]
                yield index, resume, found[1]

    def _longest(self, words: Sequence[str], index: int, quiet: Mapping[str, str]) -> tuple[int, str] | None:
        names = self.names
        first = quiet.get(words[index], words[index])
        for size in _sizes(self._lengths.get(first, 0)):
            rest = words[index + 1 : index + size]
            if len(rest) < size - 1:
                continue
            name = " ".join((first, *rest))
            if name not in names and name.isascii() and not quiet.keys().isdisjoint(rest):
                name = " ".join((first, *(quiet.get(word, word) for word in rest)))
            if name in names:
                return size, name
        # Three capitals alone are an abbreviation sooner than a name: "MAN", but "NEW YORK".
        return (1, first) if first in names and (first == words[index] or len(first) > 3) else None

    def _knows(self, word: str) -> bool:
        return word in self.names or word in self._lengths
