"""The grammar of stated amounts: every amount of a text, with its span, its unit, and how exactly it was meant.

The scanner goes from number to number and looks left and right of each with small anchored patterns, so its cost is
linear in the text. What only looks like an amount (a year, a date, a ticker, a model name) gives none, and a letter
glued to digits is part of the amount or makes it none: no digit is ever dropped silently.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from attrs import evolve, field, frozen

from evinvest.text import Span
from evinvest.tokens import Tokens
from evinvest.units.bounds import Bound
from evinvest.units.currencies import DOLLAR, currency_of, money_words
from evinvest.units.figures import read_figures
from evinvest.units.hanzi import read_hanzi_amount
from evinvest.units.left import per_before, read_hedge, word_before
from evinvest.units.numbers import HANZI, exact
from evinvest.units.parts import Part, Skip
from evinvest.units.right import read_bound_after, read_per
from evinvest.units.spoken import read_spoken
from evinvest.units.tables import AmountKind, tables

__all__ = ["Amount", "AmountKind", "scan"]


@frozen
class Amount:
    """An amount as stated.

    Attributes:
        span: the value with its currency or unit, without hedges; half-open, in code points of the scanned text.
        value: in the unit given; the low end of a range.
        kind: what it measures.
        unit: ISO 4217 for money; else ``vehicle``, ``cell``, ``GWh``, ``t``, ``%`` ...; ``None`` for a bare number.
        high: the high end of a range.
        bound: how exactly it was meant.
        hedge: the words that say so; a Chinese 多 or 余 stands inside the span.
        noun: the words of the thing counted: ``electric vehicles``.
        per: ``year``, ``month``, ``week``, ``day``, or what else it is per: ``vehicle``, ``share``, ``kWh``.
        candidates: the currencies that an ambiguous word could mean, the chosen one first.
    """

    span: Span
    value: Decimal
    kind: AmountKind
    unit: str | None = None
    high: Decimal | None = field(default=None, kw_only=True)
    bound: Bound = field(default=Bound.EXACT, kw_only=True)
    hedge: Span | None = field(default=None, kw_only=True)
    noun: Span | None = field(default=None, kw_only=True)
    per: str | None = field(default=None, kw_only=True)
    candidates: tuple[str, ...] = field(default=(), kw_only=True)


class _Home(NamedTuple):
    """What words that could mean several currencies mean in an article."""

    dollar: str
    own: str | None


def scan(text: str, *, dollar: str = "USD", country: str | None = None, tokens: Tokens | None = None) -> list[Amount]:
    """All amounts of a text, in its order, none overlapping another.

    Args:
        text: the normal form of an article, English or Chinese.
        dollar: ISO 4217 code of a bare ``$`` or "dollars".
        country: ISO 3166-1 code of the country that the text is about: of the currencies that "dirhams" or "crowns"
            could mean, its own is taken.
        tokens: the words of the text, where they are cut already.

    >>> [str(amount.value) + " " + str(amount.unit) for amount in scan("up to $1.5bn for 100,000 electric cars a year")]
    ['1500000000 USD', '100000 vehicle']
    """
    found: list[Amount] = []
    home = _Home(dollar, currency_of(country) if country else None)
    position = 0
    seek = _seeds().search if tokens is None else _seeker(text, tokens)
    while match := seek(text, position):
        part = _read(text, match, floor=position)
        if isinstance(part, Skip):
            position = max(part.end, match.end())
            continue
        part.floor = position
        end = _amounts(text, part, home, found)
        position = max(end, match.end())
    return found


def _seeker(text: str, tokens: Tokens) -> Callable[[str, int], re.Match[str] | None]:
    """What finds the next seed as a search for seeds does, but looks for number words only among the words."""
    begin = _seeds().match
    places = tokens.find(_first_words().intersection(tokens.places))
    spoken = [match for index in places if (match := begin(text, tokens.starts[index]))]
    spoken.reverse()  # the next one at the end, where it can be taken off

    def seek(text: str, position: int) -> re.Match[str] | None:
        while spoken and spoken[-1].start() < position:
            spoken.pop()
        sign = _SIGN.search(text, position, spoken[-1].start() if spoken else len(text))
        if sign is not None:
            return begin(text, sign.start())
        return spoken[-1] if spoken else None

    return seek


def _read(text: str, seed: re.Match[str], *, floor: int, joined: bool = False) -> Part | Skip:
    """Read the number that a seed begins; nothing left of ``floor`` belongs to it."""
    first = seed[0][0]
    if first.isdecimal():
        return read_figures(text, seed.start(), floor=floor, joined=joined)
    if first > "\u2fff":
        return read_hanzi_amount(text, seed.start(), seed.end())
    return read_spoken(text, seed.start(), seed.end())


def _amounts(text: str, part: Part, home: _Home, found: list[Amount]) -> int:
    """Add the amount of a part, with its range, to those found; returns where to look on."""
    second = _second(text, part)
    if second is not None and (high := _high(text, part, second)) is not None:
        whole = evolve(second, start=part.start, floor=part.floor, hedge=part.hedge or second.hedge)
        if part.bound is not Bound.EXACT:
            whole.bound = part.bound
        low = part.exponent + (second.scale if _shares_scale(part, second) else 0)
        value = exact(part.coefficient, low)
        if second.unit is None or (part.own and part.kind is AmountKind.MONEY):
            _borrow(whole, part)
        found.append(_amount(text, whole, value, home, high=high))
        return whole.end
    if second is not None and not part.own and second.own and _word_before(text, part.start) == "from":
        _inherit(part, second)
    if not part.weak:
        top = None if part.top is None else exact(part.top, part.exponent)
        found.append(_amount(text, part, exact(part.coefficient, part.exponent), home, high=top))
    return part.end


def _borrow(whole: Part, part: Part) -> None:
    """Take unit and currency of the low end where the high end names none of its own."""
    if not whole.own:
        whole.kind, whole.unit, whole.candidates, whole.noun = part.kind, part.unit, part.candidates, part.noun


def _inherit(part: Part, second: Part) -> None:
    """``from 62 to 145 GWh``: two amounts, the first with the unit of the second."""
    if _shares_scale(part, second):
        part.exponent += second.scale
    part.kind, part.unit, part.candidates, part.per = second.kind, second.unit, second.candidates, second.per


_JOIN = re.compile(r" ?[-–—~～至到] ?| (?:to|and) ")
_FORWARD = re.compile(r"(?:[A-Za-z.]{0,4}[$€£¥₹₩฿₺₫₽₱]|[A-Z]{2,3}|R[sp]\.?)? ?(?=[^ ])")


def _second(text: str, part: Part) -> Part | None:
    """The number that a range's sign or a "to" joins to a part."""
    if text[part.end : part.end + 1] not in _JOINERS or part.kind is AmountKind.ORDINAL:
        return None
    join = _JOIN.match(text, part.end)
    if join is None:
        return None
    if join[0] == " and " and _word_before(text, part.start) != "between":
        return None
    forward = _FORWARD.match(text, join.end())
    seed = _seeds().match(text, forward.end() if forward else join.end()) or _seeds().match(text, join.end())
    if seed is None:
        return None
    second = _read(text, seed, floor=join.end(), joined=True)
    if isinstance(second, Skip) or second.start != join.end():
        return None
    return second


_JOINERS = frozenset(" -–—~～至到")


def _word_before(text: str, position: int) -> str:
    return word_before(text, position)[1].lower()


def _shares_scale(part: Part, second: Part) -> bool:
    """Whether the scale behind the high end is meant for both: ``3-5 billion``, not ``500,000 to 1 million``."""
    if part.scale or not second.scale or part.size.grouped:
        return False
    return exact(part.size.coefficient, part.size.exponent) < exact(second.size.coefficient, second.size.exponent)


def _high(text: str, part: Part, second: Part) -> Decimal | None:
    """The high end of a range; ``None`` where two numbers are two amounts."""
    if part.own and second.own and (part.kind, part.unit) != (second.kind, second.unit):
        return None
    if part.own and not second.own and part.kind is not AmountKind.MONEY:
        return None
    if text[part.end : part.end + 4] == " to " and _moves(text, part):
        return None
    shared = second.scale if _shares_scale(part, second) else 0
    low, high = exact(part.coefficient, part.exponent + shared), exact(second.coefficient, second.exponent)
    return high if low < high else None


def _moves(text: str, part: Part) -> bool:
    """Whether the two are a step and where it led: ``rose $2bn to $16bn``, ``by 70 GWh to 110 GWh``."""
    hedge = read_hedge(text, part.start)
    word = _word_before(text, hedge.start if hedge else part.start)
    return word == "from" or (part.own and word in tables().movers)


def _amount(text: str, part: Part, value: Decimal, home: _Home, *, high: Decimal | None = None) -> Amount:
    """The finished amount: with what hedges it before and behind, and what it is per."""
    hedge = read_hedge(text, part.start)
    if hedge is not None and hedge.start < part.floor:
        hedge = None
    span, bound = part.hedge, part.bound
    if hedge is not None:
        span, bound = Span(hedge.start, hedge.end), hedge.bound
    elif span is None and (after := read_bound_after(text, part.end)):
        span, bound = Span(part.end, after[0]), after[1]
    kind = part.kind
    unit, candidates = _currency(part, home) if part.candidates or part.unit == DOLLAR else (part.unit, ())
    if kind is AmountKind.MONEY and (text[max(part.start - 2, 0) : part.start] == "= " or _RATE.match(text, part.end)):
        kind = AmountKind.RATE
    start = hedge.start if hedge else part.start
    rate = read_per(text, part.end) or per_before(text, start)
    per = part.per or (rate[1] if rate else None)
    return Amount(
        Span(part.start, part.end),
        value,
        kind,
        unit,
        high=high,
        bound=bound,
        hedge=span,
        noun=part.noun,
        per=per,
        candidates=candidates,
    )


def _currency(part: Part, home: _Home) -> tuple[str | None, tuple[str, ...]]:
    """The currency that an ambiguous word or sign means at home, and all that it could mean, that one first."""
    possible = money_words().signs[DOLLAR].candidates if part.unit == DOLLAR else part.candidates
    chosen = home.dollar if part.unit in (None, DOLLAR) else part.unit
    if part.unit != DOLLAR and home.own in possible:
        chosen = home.own
    others = (home.dollar if code == DOLLAR else code for code in possible)
    return chosen, (chosen, *(code for code in others if code != chosen))


_RATE = re.compile(r" ?= ?[0-9A-Z$€£¥]")


_SIGN = re.compile(rf"[0-9{HANZI}]")


@cache
def _seeds() -> re.Pattern[str]:
    """Where a number may start: a digit, a number word, a Chinese numeral."""
    words = _words()
    firsts = "".join(sorted({word[0] for word in words}))
    return re.compile(rf"[0-9]|\b(?=[{firsts}]){_branches(words)}(?:fold)?\b|[{HANZI}]+")


@cache
def _words() -> frozenset[str]:
    """The words that a number may start with."""
    table = tables()
    scales = ("dozen", "half", "quarter", "hundred", "thousand", "million", "billion", "trillion", "crore", "lakh")
    plain = (*table.numbers, *table.ordinals)
    return frozenset({*plain, *scales, *(word.capitalize() for word in plain)})


@cache
def _first_words() -> frozenset[str]:
    """The words that a number may start with, and their multiples, in small letters, up to a hyphen or space inside."""
    firsts = {Tokens.of(word).lowered[0] for word in _words()}
    return frozenset({*firsts, *(f"{word}fold" for word in firsts)})


def _branches(words: Collection[str]) -> str:
    """A pattern of words that reads each letter once: three times as fast as the words one after another."""
    ends: dict[str, list[str]] = {}
    for word in sorted(words):
        if word:
            ends.setdefault(word[0], []).append(word[1:])
    branches = "|".join(first + (_branches(rest) if any(rest) else "") for first, rest in ends.items())
    return f"(?:{branches}){'?' if '' in words else ''}"
