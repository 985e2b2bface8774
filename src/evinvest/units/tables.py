"""The words of amounts, read once from ``_data/units.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Any

from attrs import frozen

from evinvest.units.bounds import Bound


class AmountKind(StrEnum):
    """What an amount measures."""

    MONEY = "money"
    COUNT = "count"
    """Vehicles, cells, packs and other things that plants make."""
    ENERGY = "energy"
    POWER = "power"
    """GW and kW; for a battery plant most likely a slip for GWh."""
    MASS = "mass"
    PERCENT = "percent"
    POINTS = "points"
    """Percentage points, basis points."""
    MULTIPLE = "multiple"
    ORDINAL = "ordinal"
    """A place in a row: the 28.59 millionth car, the second plant."""
    DURATION = "duration"
    AREA = "area"
    LENGTH = "length"
    MEASURE = "measure"
    """Litres, volts, ampere-hours."""
    RATE = "rate"
    """One side of ``$1 = 30.39 baht``."""
    NUMBER = "number"
    """A bare number: its unit is elided, lost, or was never there."""
    OTHER = "other"
    """Jobs, plants, companies and other counted things that no plant makes."""


@frozen
class UnitWord:
    """What a unit's sign or a counted noun says."""

    kind: AmountKind
    unit: str
    per: str | None = None


@frozen
class Compounds:
    """What stands before or behind 三元 where it is no money but a material of three metals."""

    before: tuple[str, ...]
    behind: tuple[str, ...]


@frozen
class Tables:
    """The vocabulary of amounts; every key is in lower case where case says nothing.

    Attributes:
        scales: a scale word to its power of ten and whether European punctuation comes with it.
        signs: unit signs, exact: ``GWh``, ``%``, ``EVs``.
        names: unit names and nouns: ``gigawatt hours``, ``vehicles``; two words at most.
        firsts: the first words of the names that have two.
        hanzi: units in Chinese characters.
        hedges: phrases before a number, by their last word.
        movers: words before a step and where it led, which are no range.
    """

    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    scales: Mapping[str, tuple[int, bool]]
    letters: Mapping[str, int]
    money_letters: Mapping[str, int]
    scale_ordinals: Mapping[str, int]
    hanzi_scales: Mapping[str, int]
    signs: Mapping[str, UnitWord]
    names: Mapping[str, UnitWord]
    firsts: frozenset[str]
    hanzi: Mapping[str, UnitWord]
    compounds: Compounds
    per: Mapping[str, str]
    per_before: tuple[tuple[str, str], ...]
    modifiers: frozenset[str]
    joints: frozenset[str]
    pairs: Mapping[str, str]
    endings: frozenset[str]
    happenings: frozenset[str]
    no_plurals: frozenset[str]
    hedges: Mapping[str, tuple[tuple[str, Bound], ...]]
    hedges_after: tuple[tuple[str, Bound], ...]
    starts_after: tuple[str, ...]
    hanzi_hedges: Mapping[str, Bound]
    movers: frozenset[str]
    months: frozenset[str]
    before_year: frozenset[str]
    labels: frozenset[str]


@cache
def tables() -> Tables:
    """The vocabulary of amounts, read on first use."""
    import tomllib  # noqa: PLC0415 - reading a table is for those who read text
    from importlib.resources import files  # noqa: PLC0415

    data = tomllib.loads((files("evinvest") / "_data" / "units.toml").read_text(encoding="utf-8"))
    scales = data["scales"]
    words = {word: (power, False) for word, power in scales["words"].items()}
    words |= {word: (power, True) for word, power in scales["european"].items()}
    return Tables(
        numbers=data["numbers"],
        ordinals=data["ordinals"],
        scales=words,
        letters=scales["letters"],
        money_letters=scales["money"],
        scale_ordinals=scales["ordinals"],
        hanzi_scales=scales["hanzi"],
        signs=_units(data, "signs"),
        names=(names := _units(data, "names")),
        firsts=frozenset(name.partition(" ")[0] for name in names if " " in name),
        hanzi=_units(data, "hanzi"),
        compounds=Compounds(tuple(data["hanzi"]["compounds_before"]), tuple(data["hanzi"]["compounds_behind"])),
        per={word: unit for unit, forms in data["per"].items() for word in forms},
        per_before=tuple(sorted(data["per_before"].items(), key=_longest)),
        modifiers=frozenset(data["modifiers"]["words"]),
        joints=frozenset(data["modifiers"]["joints"]),
        pairs=data["modifiers"]["pairs"],
        endings=frozenset(data["modifiers"]["endings"]),
        happenings=frozenset(data["modifiers"]["happenings"]),
        no_plurals=frozenset(data["modifiers"]["no_plurals"]),
        hedges=_by_last_word(data["hedges"]["before"]),
        hedges_after=(after := _phrases(data["hedges"]["after"])),
        starts_after=tuple(phrase for phrase, _ in after),
        hanzi_hedges=dict(_phrases(data["hedges"]["hanzi"])),
        movers=frozenset(data["ranges"]["movers"]),
        months=frozenset(data["calendar"]["months"]),
        before_year=frozenset(data["calendar"]["before_year"]),
        labels=frozenset(data["calendar"]["labels"]),
    )


def _longest(pair: tuple[str, Any]) -> int:
    return -len(pair[0])


def _units(data: Mapping[str, Any], column: str) -> dict[str, UnitWord]:
    found: dict[str, UnitWord] = {}
    for row in data["units"]:
        word = UnitWord(AmountKind(row["kind"]), row["unit"], row.get("per"))
        for form in row.get(column, ()):
            found.setdefault(form.replace("-", " ") if column == "names" else form, word)
    return found


def _phrases(hedges: Mapping[str, list[str]]) -> tuple[tuple[str, Bound], ...]:
    pairs = [(phrase, Bound(bound)) for bound, phrases in hedges.items() for phrase in phrases]
    return tuple(sorted(pairs, key=_longest))


def _by_last_word(hedges: Mapping[str, list[str]]) -> dict[str, tuple[tuple[str, Bound], ...]]:
    """Phrases by their last word, the longest first; a Chinese phrase by its last character."""
    found: dict[str, tuple[tuple[str, Bound], ...]] = {}
    for phrase, bound in _phrases(hedges):
        last = phrase.rsplit(" ", 1)[-1] if phrase.isascii() else phrase[-1]
        found[last] = (*found.get(last, ()), (phrase, bound))
    return found
