"""The plain words around an anchor or a name, as features: what no list of cues tells, a decision can learn by itself.

Names and numbers are only told by their kind, so that nothing is learned of a company, a place or a sum.
"""

from __future__ import annotations

from bisect import bisect, bisect_left
from collections.abc import Container
from operator import itemgetter
from typing import TYPE_CHECKING

from evinvest.mentions.chinese_words import common_words

if TYPE_CHECKING:
    from evinvest.facts.document import Document, Ranged, Sentence

WORDED = ("w ", "w< ", "w> ")  # how its features begin
_REACH = 20  # units on each side
_HALF = 4.0  # units at which a word has half its force
_FORCE = 0.7  # of the nearest word: less than that of a cue, which is known to tell something
_FORCES = tuple(round(_FORCE / (1.0 + far / _HALF), 4) for far in range(_REACH))
_STOPS = {",": ",", "，": ",", "、": "、", ";": ";", "；": ";", ":": ":", "：": ":"}

Unit = tuple[int, int, str]


def wording(document: Document, sentence: Sentence, anchor: Ranged) -> dict[str, float]:
    """The words and pairs of words on both sides of an anchor, the stronger the nearer.

    A word is told twice: ``w opens`` wherever it stands, ``w> opens`` behind the anchor (``w<`` before it).
    """
    units = _told(document, sentence)
    found: dict[str, float] = {}
    ahead = [unit for unit in units if unit[1] <= anchor.first]
    behind = [unit for unit in units if unit[0] >= anchor.last]
    _tell(found, "w<", [form for _, _, form in reversed(ahead[-_REACH:])], turned=True)
    _tell(found, "w>", [form for _, _, form in behind[:_REACH]], turned=False)
    return found


def naming(document: Document, sentence: Sentence, name: Ranged, anchor: Ranged) -> dict[str, float]:
    """The words right beside a name, and those between it and an anchor: ``w -1 by``, ``w between< said``."""
    units = _told(document, sentence)
    at = bisect(units, name.first, key=itemgetter(0)) - 1
    found = {}
    for far in range(1, _BESIDE + 1):
        found[f"w -{far} {_form(units, at - far)}"] = _FORCE
        found[f"w +{far} {_form(units, at + far)}"] = _FORCE
    found[f"w -12 {_form(units, at - 2)}_{_form(units, at - 1)}"] = _FORCE
    found[f"w +12 {_form(units, at + 1)}_{_form(units, at + 2)}"] = _FORCE
    to = bisect_left(units, anchor.first, key=itemgetter(0))
    low, high, side = (at + 1, to, "<") if at < to else (to + 1, at, ">")
    if high - low <= _BETWEEN:
        found |= {f"w between{side} {form}": _FORCE for _, _, form in units[low:high]}
    return found


_BESIDE = 3  # units on each side of a name
_BETWEEN = 12  # units behind which what stands between tells nothing


def _form(units: list[Unit], index: int) -> str:
    return units[index][2] if 0 <= index < len(units) else "END"


def _told(document: Document, sentence: Sentence) -> list[Unit]:
    """The units of a sentence, made once."""
    if not sentence.units:
        sentence.units.extend(_units(document, sentence))
    return sentence.units


def _tell(found: dict[str, float], side: str, forms: list[str], *, turned: bool) -> None:
    """Note down the forms of one side, the nearest first; the first to be noted is the strongest."""
    last = ""
    for force, form in zip(_FORCES, forms, strict=False):
        for name in (form, f"{form}_{last}" if turned else f"{last}_{form}") if last else (form,):
            sided, wherever = f"{side} {name}", f"w {name}"
            if sided not in found:
                found[sided] = force
            if force > found.get(wherever, 0.0):
                found[wherever] = force
        last = form


def _units(document: Document, sentence: Sentence) -> list[Unit]:
    """The words of a sentence in small letters, and its mentions by their kind; what is neither is left out."""
    units: list[Unit] = []
    kinds = (("COMPANY", sentence.companies), ("PLACE", sentence.places), ("SUM", sentence.amounts))
    named = {one.first: (one.last, kind) for kind, ones in (("DATE", sentence.dates), *kinds) for one in ones}
    index = sentence.first
    while index < sentence.last:
        last, form = named.get(index, (index + 1, ""))
        if not form:
            last, form = _word(document, sentence, index, named)
        if form:
            units.append((index, last, form))
        index = max(last, index + 1)
    return units


def _word(document: Document, sentence: Sentence, index: int, named: Container[int]) -> tuple[int, str]:
    """The index behind a word, and its form."""
    word, headline = document.tokens.lowered[index], sentence.section == "title"
    if word in _STOPS:
        return index + 1, _STOPS[word]
    if word >= _FIRST_CHINESE:
        last = _end_of_word(document, index, min(index + _LONGEST, sentence.last), named)
        return last, "".join(document.tokens.words[index:last])
    if word.isalpha():
        capital = not headline and index > sentence.first and document.tokens.words[index][0].isupper()
        return index + 1, "NAME" if capital else word
    return index + 1, "NUMBER" if word[:1].isdigit() else ""


_FIRST_CHINESE = "\u3000"
_LONGEST = 4  # signs of a Chinese word


def _end_of_word(document: Document, first: int, end: int, named: Container[int]) -> int:
    """The index behind the longest common Chinese word that begins here: texts put no space between words."""
    words = document.tokens.words
    stop = next((index for index in range(first + 1, end) if index in named), end)
    known = common_words()
    return next((last for last in range(stop, first + 1, -1) if "".join(words[first:last]) in known), first + 1)
