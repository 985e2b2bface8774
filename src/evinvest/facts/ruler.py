"""How far apart two words stand, as a reader feels it: a comma is a step, a new clause is a leap."""

from __future__ import annotations

from itertools import accumulate, repeat
from typing import TYPE_CHECKING

from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from evinvest.facts.document import Ranged
    from evinvest.tokens import Tokens

# In words. Chosen so that a filler in the same clause is always nearer than one behind a semicolon or a new subject.
_STEPS = {
    ",": 2.0, "，": 2.5, "、": 0.3, ";": 9.0, "；": 9.0, ":": 3.0, "：": 2.0, "(": 1.0, ")": 1.0, "—": 4.0, "–": 2.0,
    ".": 1.0, "。": 12.0, '"': 0.5, "and": 1.0, "while": 6.0, "whereas": 7.0, "but": 6.0, "although": 6.0,
    "though": 5.0, "which": 1.5, "who": 1.5, "where": 1.5, "whose": 1.5, "meanwhile": 6.0, "whilst": 6.0, "而": 2.0,
}  # fmt: skip
_OPENING, _CLOSING = frozenset("(（"), frozenset(")）")
_LONGEST = 9  # words in brackets that count as an aside
_ASIDE = 0.2
_FIRST_CJK = "\u3005"
_CJK_WORD = 0.55  # a Chinese word has about two characters


@frozen
class Ruler:
    """Distances between the tokens of a text, in words, with the price of what stands between them."""

    _marks: tuple[float, ...] = field(repr=False)

    @classmethod
    def of(cls, tokens: Tokens) -> Ruler:
        """Measure a text."""
        lengths = list(map(_STEPS.get, tokens.lowered, repeat(1.0)))
        if max(tokens.words, default="") >= _FIRST_CJK:
            lengths = list(map(_step, tokens.words, lengths))
        for first, last in _asides(tokens):
            lengths[first:last] = [_ASIDE] * (last - first)
        return cls(tuple(accumulate(lengths, initial=0.0)))

    def between(self, first: int, last: int, other_first: int, other_last: int) -> float:
        """How much stands between two ranges of tokens; 0 when they touch or overlap."""
        if last <= other_first:
            return self._marks[other_first] - self._marks[last]
        if other_last <= first:
            return self._marks[first] - self._marks[other_last]
        return 0.0

    def distances(self, first: int, last: int, others: Iterable[Ranged]) -> list[float]:
        """How much stands between one range of tokens and each of the others, as :meth:`between` has it."""
        marks = self._marks
        begin, end = marks[first], marks[last]
        return [
            begin - marks[other.last] if other.last <= first
            else marks[other.first] - end if last <= other.first
            else 0.0
            for other in others
        ]  # fmt: skip


def _asides(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """What stands in brackets and is short: a reader passes over "(7203.T)"."""
    opened = None
    for index in tokens.find(_OPENING | _CLOSING):
        if tokens.words[index] in _OPENING:
            opened = index
        elif opened is not None:
            if index - opened <= _LONGEST:
                yield opened, index + 1
            opened = None


def _step(word: str, length: float) -> float:
    """The length of a word in a text with Chinese, Japanese or Korean in it, given that of any other."""
    return _CJK_WORD if word >= _FIRST_CJK and len(word) == 1 and word not in _STEPS else length
