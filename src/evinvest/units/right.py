"""What stands right of a number: its scale, its currency or unit, the noun that it counts, its rate."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from evinvest.text import Span
from evinvest.units.currencies import Meaning, money_words
from evinvest.units.nouns import COUNTED, WORD, Unit, read_noun
from evinvest.units.tables import AmountKind, UnitWord, tables

if TYPE_CHECKING:
    from evinvest.units.bounds import Bound

_HANZI_SCALE = re.compile(r" ?(多|余|餘|几)?([十百千万亿萬億兆만억조]{1,4})(多|余|餘)?")
_ABBREVIATED = re.compile(r"\. ?(?=[a-z€]|EUR|Euro)")
"""The dot of ``4,1 Mrd. Euro``, which ends no sentence."""
_MOST_SCALES = 3


class Scale(NamedTuple):
    """Scale words after a number.

    Attributes:
        loose: a letter that stands apart (``300 m``): a scale only where money or a counted noun is near.
        ordinal: ``28.59 millionth``.
        more: the place of a Chinese sign for "and some more" inside.
    """

    end: int
    power: int
    european: bool = False
    loose: bool = False
    ordinal: bool = False
    more: Span | None = None


NO_SCALE = Scale(0, 0)


def read_scale(text: str, end: int, *, money: bool) -> Scale | None:
    """The scale words that start at ``end``: ``bn``, ``lakh crore``, ``-billion``, ``万亿``."""
    table = tables()
    following = text[end : end + 1]
    if following > "\u2fff" or (following == " " and text[end + 1 : end + 2] > "\u2fff"):
        return _hanzi_scale(text, end)
    power, found, is_european = 0, end, False
    for _ in range(_MOST_SCALES):
        match = WORD.match(text, found)
        if match is None:
            break
        word = match[1]
        known = table.scales.get(word.lower())
        if known is None:
            if (ordinal := table.scale_ordinals.get(word)) is not None:
                return Scale(match.end(), power + ordinal, ordinal=True)
            if power == 0 and (letter := _letter(match, money=money)):
                return Scale(match.end(), letter, loose=match.start(1) > found)
            break
        if text[match.end() : match.end() + 1].isdigit():
            break
        power += known[0]
        is_european = is_european or known[1]
        found = match.end()
    if not power:
        return None
    return Scale(found + (_ABBREVIATED.match(text, found) is not None), power, is_european)


def _letter(match: re.Match[str], *, money: bool) -> int | None:
    table = tables()
    power = table.letters.get(match[1])
    if power is None and money:
        power = table.money_letters.get(match[1])
    following = match.string[match.end() : match.end() + 1]
    return None if following.isalnum() and following < "\u2fff" else power


def _hanzi_scale(text: str, end: int) -> Scale | None:
    match = _HANZI_SCALE.match(text, end)
    if match is None:
        return None
    signs, end = match[2], match.end()
    if signs[-1] == "千" and text[end : end + 1] in ("瓦", "克", "米"):
        signs, end = signs[:-1], end - 1  # 亿千瓦时: the thousand belongs to the unit
        if not signs:
            return None
    power = sum(tables().hanzi_scales[sign] for sign in signs)
    more = match.span(1) if match[1] else match.span(3) if match[3] else None
    return Scale(end, power, more=Span(*more) if more else None)


def read_currency(text: str, end: int) -> tuple[int, Meaning] | None:
    """The currency after a number: a sign, up to three words, or Chinese characters."""
    words = money_words()
    following = text[end : end + 2].lstrip(" ")[:1]
    if following > "\u2fff":
        start = end + (text[end] == " ")
        for size in range(min(words.longest_hanzi, len(text) - start), 0, -1):
            if meaning := words.hanzi.get(text[start : start + size]):
                return start + size, meaning
        return None
    if following in ("$", "€", "£", "¥", "₹", "₩", "₺", "₽"):
        place = text.index(following, end)
        # a sign with digits behind it belongs to them
        return None if text[place + 1 : place + 2].strip().isdigit() else (place + 1, words.signs[following])
    found: tuple[int, Meaning] | None = None
    phrase = ""
    position = end
    for count in range(3):
        match = WORD.match(text, position)
        if match is None:
            break
        word = match[1]
        phrase = f"{phrase} {word.lower()}" if phrase else word.lower()
        meaning = words.words.get(phrase) or (words.words.get(word) if not count and word.isupper() else None)
        if meaning:
            found = match.end(), meaning
        if phrase not in words.starts:
            break
        position = match.end()
    return found


def read_unit(text: str, end: int, *, scaled: bool) -> Unit | None:
    """The unit after a number: a sign, a name of two words or one, a counted noun with its modifiers."""
    table = tables()
    following = text[end : end + 1]
    place = end + (following == " ")
    sign = text[place : place + 1]
    if sign in ("%", "％", "×", "㎡"):
        return Unit(place + 1, table.signs[sign])
    if sign > "\u2fff":
        return _hanzi_unit(text, place)
    if following == " " and sign.isdecimal():
        return read_noun(text, end)
    match = WORD.match(text, end)
    return match and _named(text, end, match, scaled=scaled)


def _named(text: str, end: int, match: re.Match[str], *, scaled: bool) -> Unit | None:
    table = tables()
    first = match[1].lower()
    if first in table.firsts and (second := WORD.match(text, match.end())):
        known = table.names.get(f"{first} {second[1].lower()}")
        if known is not None:
            return Unit(second.end(), known)
    known = _sign(text, match) or table.names.get(first)
    if known is not None and known.kind not in COUNTED:
        # "3 x" is a list or a size, "3x" a multiple
        return None if match[1] == "x" and match.start(1) > end else _hours(text, Unit(match.end(), known))
    if first == "m" and not scaled:
        return Unit(match.end(), table.names["metres"])
    return Unit(match.end(), known) if known is not None and known.per else read_noun(text, end)


def _sign(text: str, match: re.Match[str]) -> UnitWord | None:
    following = text[match.end() : match.end() + 1]
    return None if following.isalnum() and following < "\u2fff" else tables().signs.get(match[1])


def _hours(text: str, unit: Unit) -> Unit:
    """``GW·h`` is energy; all else is what it was."""
    if unit.word.kind is AmountKind.POWER and text[unit.end : unit.end + 2] in ("·h", ".h"):
        return Unit(unit.end + 2, tables().signs.get(unit.word.unit + "h", unit.word))
    return unit


_LONGEST_HANZI = 8


def _hanzi_unit(text: str, start: int) -> Unit | None:
    table = tables()
    for size in range(min(_LONGEST_HANZI, len(text) - start), 0, -1):
        if known := table.hanzi.get(text[start : start + size]):
            span = Span(start, start + size) if known.kind in COUNTED else None
            return Unit(start + size, known, span)
    return None


_PER = re.compile(
    r"(?:[ -](?:a|per|each|every|an)[ -]|/ ?)([A-Za-z]+)(?![A-Za-z])| (annually|yearly|monthly|p\.a\.|pa\b)"
    r"|/(千瓦时|瓦时|[年月天日吨辆股])"
)
_ADVERBS = {"annually": "year", "yearly": "year", "monthly": "month", "p.a.": "year", "pa": "year"}
_OF = re.compile(r" of(?: [A-Za-z-]+){1,4}?(?= (?:a|per|each|every) (?:year|annum|month|week|day)\b| annually\b)")


def read_per(text: str, end: int) -> tuple[int, str] | None:
    """What the amount is per, and where that ends: ``a year``, ``/yr``, ``annually``; ``of ...`` may stand between."""
    following = text[end : end + 1]
    if following not in (" ", "-", "/"):
        return None
    if following == " " and text[end + 1 : end + 4] == "of " and (of := _OF.match(text, end)):
        end = of.end()
    match = _PER.match(text, end)
    if match is None:
        return None
    unit = _ADVERBS.get(match[2] or "") or tables().per.get((match[1] or match[3] or "").lower())
    return (match.end(), unit) if unit else None


def read_bound_after(text: str, end: int) -> tuple[int, Bound] | None:
    """A hedge behind the amount: ``-plus``, ``or more``, ``以上``."""
    following = text[end : end + 1]
    if following in ("+", "-", " "):
        table = tables()
        if not text.startswith(table.starts_after, end):
            return None
        for phrase, bound in table.hedges_after:
            if text.startswith(phrase, end) and not text[end + len(phrase) : end + len(phrase) + 1].isalpha():
                return end + len(phrase), bound
    elif following > "\u2fff":
        for size in range(min(2, len(text) - end), 0, -1):
            if found := tables().hanzi_hedges.get(text[end : end + size]):
                return end + size, found
    return None
