"""The words of calendar time, from ``_data/calendar.toml``, ready for patterns and for looking up."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from attrs import frozen


@frozen
class EnglishWords:
    """The English words: all in lower case, as they are looked up.

    Attributes:
        months: a name or its short form → 1 to 12.
        weekdays: a name or its short form → 0 (Monday) to 6.
        numbers: a number word → its value.
        ordinals: "first" → 1; "final" is 4, as in "the final quarter".
        leads: a preposition → the relation that it puts the period in.
        seasons: the names of the seasons.
        verbs: the months that are also verbs.
        short: the short forms of months and weekdays.
        april_start: the month in which split fiscal years ("2023-24") begin.
        april_signs: words of a country that has such years.
    """

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    leads: Mapping[str, str]
    seasons: tuple[str, ...]
    verbs: frozenset[str]
    short: frozenset[str]
    month_nouns: frozenset[str]
    before_months: frozenset[str]
    about: frozenset[str]
    not_weekdays: frozenset[str]
    counted: frozenset[str]
    not_years: frozenset[str]
    not_quarters: frozenset[str]
    types_of_cars: frozenset[str]
    measures: tuple[str, ...]
    april_start: int
    april_signs: tuple[str, ...]


@frozen
class ChineseWords:
    """The Chinese words; years, months and days by their distance from the base date, ``anchored`` from a year told."""

    lengths: tuple[str, ...]
    numbers: Mapping[str, int]
    years: Mapping[str, int]
    anchored: Mapping[str, int]
    months: Mapping[str, int]
    days: Mapping[str, int]
    edges: Mapping[str, str]
    leads: Mapping[str, str]
    tails: Mapping[str, str]


def either(words: Iterable[str]) -> str:
    r"""A pattern for any of the words, the longest first; a space stands for any white space.

    >>> either(["sep", "sept", "as of"])
    '(?:as\\sof|sept|sep)'
    """
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(r"\s".join(map(re.escape, word.split())) for word in longest_first) + ")"


def _table() -> dict[str, Any]:
    return tomllib.loads((files("evinvest") / "_data" / "calendar.toml").read_text(encoding="utf-8"))


def _positions(rows: list[list[str]], *, first: int) -> Mapping[str, int]:
    return MappingProxyType({word: place for place, row in enumerate(rows, first) for word in row})


def _inverted(table: dict[str, list[str]]) -> Mapping[str, str]:
    return MappingProxyType({word: relation for relation, words in table.items() for word in words})


@cache
def english() -> EnglishWords:
    """The English words; read once."""
    table = _table()["english"]
    names = [*table["months"], *table["weekdays"]]
    return EnglishWords(
        months=_positions(table["months"], first=1),
        weekdays=_positions(table["weekdays"], first=0),
        numbers=MappingProxyType(table["numbers"]),
        ordinals=MappingProxyType(table["ordinals"]),
        leads=_inverted(table["leads"]),
        seasons=tuple(table["seasons"]),
        verbs=frozenset(table["verbs"]),
        short=frozenset(word for row in names for word in row[1:]),
        month_nouns=frozenset(table["month_nouns"]),
        before_months=frozenset(table["before_months"]),
        about=frozenset(table["about"]),
        not_weekdays=frozenset(table["not_weekdays"]),
        counted=frozenset(table["counted"]),
        not_years=frozenset(table["not_years"]),
        not_quarters=frozenset(table["not_quarters"]),
        types_of_cars=frozenset(table["types_of_cars"]),
        measures=tuple(table["measures"]),
        april_start=table["april"]["start"],
        april_signs=tuple(table["april"]["signs"]),
    )


@cache
def chinese() -> ChineseWords:
    """The Chinese words; read once."""
    table = _table()["chinese"]
    digits: str = table["digits"]
    numbers = {digit: value for value, digit in enumerate(digits)} | {"两": 2, "十一": 11, "十二": 12}
    return ChineseWords(
        lengths=tuple(table["lengths"]),
        numbers=MappingProxyType(numbers),
        years=MappingProxyType(table["years"]),
        anchored=MappingProxyType(table["anchored"]),
        months=MappingProxyType(table["months"]),
        days=MappingProxyType(table["days"]),
        edges=MappingProxyType(table["edges"]),
        leads=_inverted(table["leads"]),
        tails=_inverted(table["tails"]),
    )
