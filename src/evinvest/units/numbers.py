"""Numbers as news writes them: digits with separators, English number words, Chinese numerals.

A number stays an integer and a power of ten until the end, so that no context of ``decimal`` can round it.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from evinvest.units.tables import tables

LITERAL = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_SPACED = re.compile(r"[0-9]{1,3}(?:[ \u00a0\u2009\u202f][0-9]{3}){1,6}(?![0-9])(?:[.,][0-9]{1,2}(?![0-9]))?")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?\Z|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}\Z")
_DOTTED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){2,}\Z|[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]{1,2}\Z")
_LONGEST = 24
"""Digits: nothing that is counted in this world has more, and every sum of such numbers stays exact."""

HANZI = "〇零一二两三四五六七八九十百千万亿"
_HANZI_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}


class Number(NamedTuple):
    """A number in a text.

    Attributes:
        coefficient: times ``10 ** exponent`` is the value.
        literal: the digits as they stand, or the empty string for words.
        grouped: whether separators of thousands show that it is an amount, not a label.
    """

    end: int
    coefficient: int
    exponent: int
    literal: str = ""
    grouped: bool = False


def exact(coefficient: int, exponent: int) -> Decimal:
    """The decimal ``coefficient * 10 ** exponent``, in plain digits where it is whole, whatever the context.

    >>> exact(734, 7), exact(1250, -3)
    (Decimal('7340000000'), Decimal('1.25'))
    """
    if exponent >= 0:
        return Decimal(coefficient * 10**exponent)
    while exponent < 0 and coefficient % 10 == 0:
        coefficient //= 10
        exponent += 1
    return Decimal(f"{coefficient}E{exponent}")


def read_digits(text: str, start: int) -> Number | None:
    """The number of digits that starts here; ``None`` for what only looks like one: a version, a date, an address.

    A comma before three digits groups thousands, before one or two it is decimal; a dot is decimal unless it groups
    more than once. ``18,2025`` is 18: its comma belongs to the sentence.
    """
    match = LITERAL.match(text, start)
    if match is None:
        return None
    literal, end = match[0], match.end()
    if len(literal) <= 3 and text[end : end + 1] in " \u00a0\u2009\u202f" and (spaced := _SPACED.match(text, start)):
        return _spaced(spaced)
    if len(literal) > _LONGEST * 2 or (literal.isdigit() and len(literal) > _LONGEST):
        return None
    if "," in literal:
        return _with_comma(literal, start, end)
    whole, _, part = literal.partition(".")
    if "." not in part:
        return _number(end, whole, part, literal)
    return _number(end, literal.replace(".", ""), "", literal, grouped=True) if _DOTTED.match(literal) else None


def _with_comma(literal: str, start: int, end: int) -> Number | None:
    if _THOUSANDS.match(literal):
        whole, _, part = literal.replace(",", "").partition(".")
        return _number(end, whole, part, literal, grouped=True)
    if _DOTTED.match(literal):
        whole, _, part = literal.replace(".", "").partition(",")
        return _number(end, whole, part, literal, grouped=True)
    whole, _, part = literal.partition(",")
    if len(part) <= 2 and len(whole) <= 3 and part.isdigit():
        return _number(end, whole, part, literal)
    if "." in whole or len(whole) > _LONGEST:
        return None
    return _number(start + len(whole), whole, "", whole)


def _spaced(match: re.Match[str]) -> Number:
    literal = re.sub(r"\s", "", match[0]).replace(",", ".")
    whole, _, part = literal.partition(".")
    return _number(match.end(), whole, part, literal, grouped=True)


def _number(end: int, whole: str, part: str, literal: str, *, grouped: bool = False) -> Number:
    return Number(end, int(whole + part), -len(part), literal, grouped)


def european(number: Number) -> Number:
    """The number as a European text means it: in ``1.000 Millionen`` the dot groups."""
    whole, dot, part = number.literal.partition(".")
    if dot and len(part) == 3 and len(whole) <= 3 and not number.grouped:
        return number._replace(coefficient=int(whole + part), exponent=0, grouped=True)
    return number


_PART = re.compile(r"[ -]([a-z]+)")


def read_words(text: str, start: int, end: int) -> Number | None:
    """The number whose first word is ``text[start:end]``: ``two``, ``twenty-five``.

    Scale words such as ``hundred`` are the caller's.
    """
    numbers = tables().numbers
    value = numbers.get(text[start:end].lower())
    if value is None:
        return None
    if value >= 20 and (match := _PART.match(text, end)) and 0 < numbers.get(match[1], 10) < 10:
        return Number(match.end(), value + numbers[match[1]], 0)
    return Number(end, value, 0)


def read_hanzi(numeral: str) -> int | None:
    """The value of a Chinese numeral, ``None`` for what is not one.

    >>> read_hanzi("二百五十"), read_hanzi("三千万"), read_hanzi("一亿二千万")
    (250, 30000000, 120000000)
    """
    total = section = digit = 0
    scales = tables().hanzi_scales
    if len(numeral) > _LONGEST:
        return None
    for sign in numeral:
        if sign in _HANZI_DIGITS:
            digit = digit * 10 + _HANZI_DIGITS[sign]
        elif (power := scales.get(sign, 0)) in (1, 2, 3):
            section += (digit or 1) * 10**power
            digit = 0
        elif power:
            # 万亿: the smaller scale before multiplies the larger, 一亿二千万: it adds.
            section += digit
            if total and total < 10**power:
                total, section = (total + section) * 10**power, 0
            else:
                total, section = total + (section or 1) * 10**power, 0
            digit = 0
        else:
            return None
    return total + section + digit
