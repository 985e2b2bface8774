"""A table of names, and how they are found among the tokens of a text.

The key of a name is its tokens without accents, one space between. A table is a dictionary of keys and a dictionary of
the lengths that names of several tokens have by their first one, so a text costs two look-ups a token.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    if "\u4e00" <= min(name) and max(name) <= "\u9fff":
        return " ".join(name)
    return " ".join(map(normal, Tokens.of(name).words))


def _lengths(keys: Iterable[str]) -> dict[str, int]:
    longest: dict[str, int] = {}
    for name in keys:
        if " " in name:
            first = name[: name.index(" ")]
            size = name.count(" ") + 1
            if longest.get(first, 0) < size:
                longest[first] = size
    return longest


@frozen(eq=False)
class Table:
    """Names of one kind and what each stands for.

    Attributes:
        names: by key, a packed line or a tuple of packed lines and entries, the likeliest first.
    """

    names: Mapping[str, Any] = field(repr=False)
    _sizes: Mapping[str, int] = field(repr=False)

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
        names, sizes = self.names, self._sizes
        resume = 0
        for index, word in enumerate(words):
            if word in sizes or word in names:
                if index < resume:
                    continue
                found = self._longest(words, index, word)
            elif len(word) > 3 and index >= resume and word.isupper():
                # "FORD MOTOR": capitals are tried as a name; abbreviations that are names keep theirs.
                found = self._shouted(words, index)
            else:
                continue
            if found:
                resume = index + found[0]
                yield index, resume, found[1]

    def _longest(self, words: Sequence[str], index: int, word: str) -> tuple[int, str] | None:
        for size in range(min(self._sizes.get(word, 1), len(words) - index), 1, -1):
            name = " ".join(words[index : index + size])
            if name in self.names:
                return size, name
            if name.isupper() and (found := " ".join(map(self._lowered, name.split()))) in self.names:
                return size, found
        return (1, word) if word in self.names else None

    def _shouted(self, words: Sequence[str], index: int) -> tuple[int, str] | None:
        word = words[index].capitalize()
        if word not in self._sizes and word not in self.names:
            return None
        longest = self._sizes.get(word, 1)
        return self._longest([word, *map(self._lowered, words[index + 1 : index + longest])], 0, word)

    def _lowered(self, word: str) -> str:
        if len(word) > 3 and word.isupper() and word not in self.names and word not in self._sizes:
            return word.capitalize()
        return word
