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
_OF_SCALE = re.compile(r"[ -](?:(?:of )?an?[ -])?(?=(?:million|billion|trillion|dozen|crore|lakh)\b)")
_SHARE = re.compile(
    r"[- ](quarter|third|fifth|sixth|eighth|tenth)s?(?: of)?(?: an?)? (million|billion|trillion|crore|lakh)\b"
)
_SHARES = {"quarter": (25, -2), "fifth": (2, -1), "eighth": (125, -3), "tenth": (1, -1)}
_ONE = re.compile(
    r"[ -](?:and|point|[a-z]+i(?:on|one|ard)s?|hundred|thousand|dozen|lakh|crore|[mbt]l?n|quarter|[a-z]+th)\b"
)
"""Behind most other words "one" is no number."""
_OF_A_SCALE = re.compile(r" of an? (?:million|billion|trillion)\b")
_AND_PART = re.compile(r"[ -]and[ -]an?[ -](half|quarter)\b")
_POINT = re.compile(r" point((?: (?:zero|one|two|three|four|five|six|seven|eight|nine)\b){1,4})")
_FURTHER = re.compile(r"[ -](thousand|million)( and)? ([a-z]+)")
_HUNDRED = re.compile(r"[ -]hundred\b(?:(?: and)? ([a-z]+))?")
_DOZEN = re.compile(r"[ -]dozen\b")


def read_spoken(text: str, start: int, end: int) -> Part | Skip:
    """Read the amount whose first word is ``text[start:end]``."""
    word = text[start:end].lower()
    table = tables()
    if word in table.ordinals:
        return _ordinal(text, start, end, table.ordinals[word])
    if word.endswith("fold"):
        return _fold(start, end, word)
    number = _number(text, start, end)
    if number is None or _FRACTION.match(text, number.end):
        return _share(text, start, end, word)
    scale = read_scale(text, number.end, money=False) or NO_SCALE
    if word == "one" and not scale.power and number.coefficient == 1:
        return Skip(end)
    part = complete(text, _start(text, start, word), number, scale, None)
    if isinstance(part, Part) and not part.own and not part.scale and text[part.end : part.end + 1] == "-":
        return Skip(part.end)  # "two-door", "three-quarter"
    return part


def _ordinal(text: str, start: int, end: int, place: int) -> Part | Skip:
    """``the second``; ``a third of a million`` is none."""
    if share := _OF_A_SCALE.match(text, end):
        return Skip(share.end())
    return Part(start, end, place, 0, Number(end, place, 0), kind=AmountKind.ORDINAL)


def _share(text: str, start: int, end: int, word: str) -> Part | Skip:
    """``three quarters of a million``; of a third no decimal says how much it is."""
    share = _SHARE.match(text, end)
    if share is None:
        return Skip(end)
    known = _SHARES.get(share[1])
    if known is None or word not in tables().numbers:
        return Skip(share.end())
    end = share.start(2) - 1
    number = Number(end, tables().numbers[word] * known[0], known[1])
    return complete(text, start, number, read_scale(text, end, money=False) or NO_SCALE, None)


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
    if word == "one" and not _ONE.match(text, end):
        return None
    if word in _PARTS:
        match = _OF_SCALE.match(text, end)
        return match and _dozens(text, Number(match.end() - 1, *_PARTS[word]))
    if word == "dozen" or word in tables().scales:
        if not _ARTICLE.search(text, max(start - 4, 0), start):
            return None  # "several hundred", "multi-billion": nobody says how many
        return Number(end, 12, 0) if word == "dozen" else Number(end, 1, tables().scales[word][0])
    found = read_words(text, start, end)
    return found and _dozens(text, _parts(text, _further(text, _hundreds(text, found))))


def _further(text: str, number: Number) -> Number:
    """``two thousand five hundred``, ``one million two hundred thousand``: a larger scale, and what is added to it."""
    match = _FURTHER.match(text, number.end)
    rest = match and read_words(text, match.start(3), match.end(3))
    if match is None or rest is None:
        return number
    power = tables().scales[match[1]][0]
    rest = _hundreds(text, rest)
    if match[1] == "million" and text.startswith(" thousand", rest.end):
        rest = Number(rest.end + len(" thousand"), rest.coefficient * 1000, 0)
    if rest.coefficient >= 10**power or (rest.coefficient < 100 and match[2] != " and"):
        return number
    return Number(rest.end, number.coefficient * 10**power + rest.coefficient, 0)


def _parts(text: str, number: Number) -> Number:
    """``one and a half``, ``one point five``."""
    if match := _AND_PART.match(text, number.end):
        part, exponent = _PARTS[match[1]]
        return Number(match.end(), number.coefficient * 10**-exponent + part, exponent)
    if match := _POINT.match(text, number.end):
        places = [tables().numbers.get(word, 0) for word in match[1].split()]
        return Number(match.end(), int("".join(map(str, (number.coefficient, *places)))), -len(places))
    return number


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
