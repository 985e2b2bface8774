"""What stands left of a number: the word before it, its currency sign, its hedges."""

from __future__ import annotations

import re
from typing import NamedTuple

from evinvest.units.bounds import Bound
from evinvest.units.currencies import Meaning, money_words
from evinvest.units.tables import tables

_SIGNS = frozenset("$€£¥₹₩฿₺₫₽₱₦₪₴₸₵₡৳₨")
_SPACES = " \u00a0\u2009\u202f"
_LONGEST_WORD = 24


_LATIN_END = re.compile(r"[A-Za-z]+\Z")


def last_word(text: str, end: int) -> tuple[int, str]:
    """The start and the letters of the word that ends at ``end``; empty when no letter stands before it."""
    floor = end - _LONGEST_WORD if end > _LONGEST_WORD else 0
    start = text.rfind(" ", floor, end) + 1 or floor
    word = text[start:end]
    if word.isalpha():
        return start, word
    start = end
    while start > floor and text[start - 1].isalpha():
        start -= 1
    return start, text[start:end]


def word_before(text: str, position: int) -> tuple[int, str]:
    """The word before a position, one space or hyphen apart, with its start."""
    apart = position and text[position - 1] in " -\u00a0\n"
    return last_word(text, position - 1 if apart else position)


class Prefix(NamedTuple):
    """A currency before a number.

    Attributes:
        millions: whether it counts in millions, as ``MEUR 40`` does.
        needs: whether it is one only with a scale word or grouped digits.
    """

    start: int
    meaning: Meaning
    millions: bool = False
    needs: bool = False


def read_prefix(text: str, position: int) -> Prefix | None:
    """The currency that ends right before a position, at most one space away."""
    end = position
    if end and text[end - 1] in _SPACES:
        end -= 1
    if not end:
        return None
    last = text[end - 1]
    if last in _SIGNS:
        return _sign(text, end)
    if last.isalpha() or (last == "." and text[end - 3 : end - 1] in ("Rs", "Rp")):
        return _letters(text, end, glued=end == position)
    return None


def _sign(text: str, end: int) -> Prefix:
    """A sign with the capitals before it: ``HK$``, ``U.S.$``; of ``CATL's$`` only the ``$``."""
    signs = money_words().signs
    for size in (5, 4, 3, 2):
        start = end - size
        if start >= 0 and (meaning := signs.get(text[start:end])) and not (start and text[start - 1].isalnum()):
            return Prefix(start, meaning)
    meaning = signs[text[end - 1]]
    # "US $300m" and "US$ 300m" alike; the letters alone stand in front of the sign
    start, word = word_before(text, end - 1)
    if word in ("US", "USD", "HK", "NT") and text[end - 2] == " ":
        return Prefix(start, signs[word[:2] + "$"])
    start = end - 1
    if (code := money_words().prefixes.get(word)) and len(word) == 3 and meaning.candidates:
        return Prefix(end - 1 - len(word) - (text[end - 2] == " "), code)
    return Prefix(start, meaning)


def _letters(text: str, end: int, *, glued: bool) -> Prefix | None:
    words = money_words()
    last = end - 1 if text[end - 1] == "." else end
    if text[last - 1] > "\u2fff":
        start = last - 3 if text[last - 3 : last] in words.prefixes else last - 2
        meaning = words.prefixes.get(text[start:last])
        return Prefix(start, meaning) if meaning else None
    start, word = last_word(text, last)
    if not word.isascii() and word not in words.prefixes and (latin := _LATIN_END.search(word)):
        start, word = last - len(latin[0]), latin[0]  # 投资USD
    if meaning := words.prefixes.get(word):
        if start and text[start - 1] in "'’-_&0123456789" and len(word) < 3:
            return None
        tight = word in words.tight
        return Prefix(start, meaning, needs=tight or word in words.shy) if glued or not tight else None
    if len(word) == 4 and word[0] == "M" and (meaning := words.prefixes.get(word[1:])):
        return Prefix(start, meaning, millions=True)
    return None


class Hedge(NamedTuple):
    """Words that say how exactly a number is meant."""

    start: int
    end: int
    bound: Bound


_MOST_HEDGES = 3
_WINDOW = 24


def read_hedge(text: str, position: int) -> Hedge | None:
    """The hedges that end right before a position: ``up to about``; of several the most telling counts."""
    found: Hedge | None = None
    for _ in range(_MOST_HEDGES):
        one = _hedge(text, found.start if found else position)
        if one is None:
            break
        end = found.end if found else one.end
        bound = one.bound if found is None or found.bound in (Bound.ABOUT, one.bound) else found.bound
        found = Hedge(one.start, end, bound)
    return found


def _hedge(text: str, position: int) -> Hedge | None:
    end = position
    if end and text[end - 1] in _SPACES:
        end -= 1
    if not end:
        return None
    last = text[end - 1]
    if last == ")" and text.rfind("(", max(end - _WINDOW, 0), end) != -1:
        end, last = end - 1, text[end - 2]  # (up to) $30m
    if last.isalpha() and last < "\u2fff":
        start, word = last_word(text, end)
        if word in ("a", "an") and start and text[start - 1] == " ":
            end = start - 1  # more than a million
            _, word = last_word(text, end)
        phrases = tables().hedges.get(word.lower())
    else:
        phrases = tables().hedges.get(last) or (
            tables().hedges.get(text[end - 7 : end].lower()) if last == "." else None
        )
    if phrases is None:
        return None
    window = text[max(end - _WINDOW, 0) : end].lower()
    for phrase, bound in phrases:
        if window.endswith(phrase):
            start = end - len(phrase)
            if not (start and phrase[0].isalpha() and phrase[0] < "\u2fff" and text[start - 1].isalpha()):
                return Hedge(start, end, bound)
    return None


def per_before(text: str, position: int) -> tuple[int, str] | None:
    """The rate that the Chinese words right before a number say (``年产``), and where they start."""
    if not position or text[position - 1] < "\u2fff":
        return None
    window = text[max(position - 6, 0) : position]
    for phrase, unit in tables().per_before:
        if window.endswith(phrase):
            return position - len(phrase), unit
    return None
