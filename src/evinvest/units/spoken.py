"""Numbers in English words: ``two billion``, ``half a million``, ``a dozen``, ``fourfold``, ``second``."""

from __future__ import annotations

import re

from evinvest.units.numbers import Number, read_words
from evinvest.units.parts import Part, Skip, complete
from evinvest.units.right import NO_SCALE, read_scale
from evinvest.units.tables import AmountKind, tables

_FRACTION = re.compile(r"[- ](?:thirds?|fifths?|sixths?|eighths?|tenths?|quarters? of|halves)\b")
_ARTICLE = re.compile(r"\ban?[ -]\Z", re.IGNORECASE)
_PARTS = {"half": (5, -1), "quarter": (25, -2)}
_OF_SCALE = re.compile(r"[ -](?:(?:of )?an? )?(?=(?:million|billion|trillion|dozen|crore|lakh)\b)")
_HUNDRED = re.compile(r"[ -]hundred\b(?:(?: and)? ([a-z]+))?")
_DOZEN = re.compile(r"[ -]dozen\b")


def read_spoken(text: str, start: int, end: int) -> Part | Skip:
    """Read the amount whose first word is ``text[start:end]``."""
    word = text[start:end].lower()
    table = tables()
    if word in table.ordinals:
        size = Number(end, table.ordinals[word], 0)
        return Part(start, end, size.coefficient, 0, size, kind=AmountKind.ORDINAL)
    if word.endswith("fold"):
        return _fold(start, end, word)
    number = _number(text, start, end)
    if number is None or _FRACTION.match(text, number.end):
        return Skip(end)
    scale = read_scale(text, number.end, money=False) or NO_SCALE
    if word == "one" and not scale.power and number.coefficient == 1:
        return Skip(end)
    part = complete(text, _start(text, start, word), number, scale, None)
    if isinstance(part, Part) and not part.own and not part.scale and text[part.end : part.end + 1] == "-":
        return Skip(part.end)  # "two-door", "three-quarter"
    return part


def _fold(start: int, end: int, word: str) -> Part | Skip:
    value = tables().numbers.get(word.removesuffix("fold"))
    if value is None:
        return Skip(end)
    return Part(start, end, value, 0, Number(end, value, 0), kind=AmountKind.MULTIPLE, unit="times", own=True)


def _start(text: str, start: int, word: str) -> int:
    """Where the amount starts: the article belongs to ``a dozen``."""
    if word not in ("dozen", "half", "quarter") and word not in tables().scales:
        return start
    article = _ARTICLE.search(text, max(start - 4, 0), start)
    return article.start() if article else start


def _number(text: str, start: int, end: int) -> Number | None:
    """The number before its scale words."""
    word = text[start:end].lower()
    if word in _PARTS:
        match = _OF_SCALE.match(text, end)
        return match and _dozens(text, Number(match.end() - 1, *_PARTS[word]))
    if word == "dozen" or word in tables().scales:
        if not _ARTICLE.search(text, max(start - 4, 0), start):
            return None  # "several hundred", "multi-billion": nobody says how many
        return Number(end, 12, 0) if word == "dozen" else Number(end, 1, tables().scales[word][0])
    found = read_words(text, start, end)
    return found and _dozens(text, _hundreds(text, found))


def _hundreds(text: str, number: Number) -> Number:
    """``two hundred and fifty``; a scale word behind is read later."""
    match = _HUNDRED.match(text, number.end)
    if match is None or number.coefficient >= 100:
        return number
    total = number.coefficient * 100
    if match[1] and (rest := read_words(text, match.start(1), match.end(1))):
        return Number(rest.end, total + rest.coefficient, 0)
    return Number(match.start() + len(" hundred"), total, 0)


def _dozens(text: str, number: Number) -> Number:
    match = _DOZEN.match(text, number.end)
    return Number(match.end(), number.coefficient * 12, number.exponent) if match else number
