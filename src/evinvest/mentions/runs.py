"""Runs of capitalised words: what may be the name of something that the lexicon does not know."""

from __future__ import annotations

from functools import cache
from itertools import compress
from typing import TYPE_CHECKING

from attrs import frozen

from evinvest.mentions.cues import own_cues

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evinvest.tokens import Tokens

_LINKS = frozenset("& - de du der van".split())
_INSIDE = frozenset("new united first north south".split())
_JOINING = frozenset("of for and des".split())


@frozen
class NameRules:
    """The words by which an unknown name shows what it is; from the cue file.

    Attributes:
        suffix: endings of companies: ``motors``, ``corp``.
        other: capitalised words that begin a sentence or a date and no name.
        title: offices of people: a name behind one is a person's.
        body: words of associations and offices: ``federation``, ``ministry``.
        form: legal forms that are written with dots or strokes, without them: ``spa`` of "S.p.A.".
        leading: legal forms before a name: ``pt``.
    """

    suffix: frozenset[str]
    other: frozenset[str]
    title: frozenset[str]
    body: frozenset[str]
    form: frozenset[str]
    leading: frozenset[str]

    @classmethod
    @cache
    def default(cls) -> NameRules:
        """The words that come with the library."""
        roles = own_cues()
        return cls(
            *(frozenset(roles[f"name.{part}"]) for part in ("suffix", "other", "title", "body", "form", "leading"))
        )

    def candidates(self, tokens: Tokens, taken: Sequence[bool]) -> list[tuple[int, int]]:
        """Runs of capitalised words that are no known name, without the words that only begin a sentence.

        >>> from evinvest.tokens import Tokens
        >>> tokens = Tokens.of("When Nordlys Batteri said Governor Anna Berg had visited Nordlys.")
        >>> [tokens.surface(*run) for run in NameRules.default().candidates(tokens, [False] * len(tokens))]
        ['Nordlys Batteri', 'Nordlys']
        """
        words, runs, resume = tokens.lowered, [], 0
        # One more at the end, so that every word has a next.
        capital, covered = (*tokens.capital, False), (*taken, True)
        for index in compress(range(len(tokens)), tokens.capital):
            if index < resume or covered[index]:
                continue
            first, last = index, index + 1
            while not covered[last] and (capital[last] or words[last] in _LINKS) and self._goes_on(tokens, last, taken):
                last += 1
            while first < last and words[first] in self.other:
                first += 1
            while last > first and words[last - 1] in _LINKS:
                last -= 1
            is_person = first > index and words[first - 1] in self.title
            if first < last and not is_person and not words[first].isdigit():
                runs.append((first, last))
            resume = last
        return runs

    def _goes_on(self, tokens: Tokens, index: int, taken: Sequence[bool]) -> bool:
        """Whether the token at ``index`` belongs to the name before it."""
        word = tokens.lowered[index]
        if word in _LINKS:
            return index + 1 < len(tokens) and not taken[index + 1] and tokens.capital[index + 1]
        if not tokens.capital[index] or tokens.starts[index] - tokens.ends[index - 1] > 1:
            return False
        return word not in self.other or word in self.suffix or word in _INSIDE


def begins_sentence(tokens: Tokens, index: int) -> bool:
    """Whether a token begins a sentence or a quotation, so that its capital says nothing."""
    if index == 0 or tokens.words[index - 1] in {".", "!", "?", '"', ":", "•"}:
        return True
    return tokens.starts[index] - tokens.ends[index - 1] > 1


def unknown_bodies(tokens: Tokens, taken: Sequence[bool], rules: NameRules) -> list[tuple[int, int]]:
    """Associations and offices that the lexicon does not know: names with a word for one in them.

    >>> from evinvest.tokens import Tokens
    >>> tokens = Tokens.of("data of the Ruritanian Motor Federation show")
    >>> unknown_bodies(tokens, [False] * len(tokens), NameRules.default())
    [(3, 6)]
    """
    words, capital, found, resume = tokens.words, tokens.capital, [], 0
    for index in tokens.find(rules.body.intersection(tokens.places)):
        if index < resume or not capital[index] or taken[index]:
            continue
        first, last = index, index + 1
        while first > 0 and capital[first - 1] and words[first - 1] != "The" and not taken[first - 1]:
            first -= 1
        while last < len(words) and not taken[last] and _is_of_body(tokens, last):
            last += 1
        if last - first > 1:
            found.append((first, last))
        resume = last
    return found


def _is_of_body(tokens: Tokens, index: int) -> bool:
    capital = tokens.capital
    joins = tokens.lowered[index] in _JOINING and index + 1 < len(capital) and capital[index + 1]
    return capital[index] or joins
