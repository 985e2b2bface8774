"""Counted nouns behind a number, with the words and model names that stand between."""

from __future__ import annotations

import re
from typing import NamedTuple

from evinvest.text import Span
from evinvest.units.tables import AmountKind, UnitWord, tables

WORD = re.compile(r"[ \n\u00a0-]?((?:[A-Z]\.){2,}|[A-Za-z\u00c0-\u024f\u0370-\u03ff\u1e00-\u1eff]+[²]?)")
COUNTED = frozenset({AmountKind.COUNT, AmountKind.OTHER})
_MOST_PARTS = 9
"""Parts of words between a number and its noun: four words, some of them hyphenated."""


class Unit(NamedTuple):
    """A unit or a counted noun after a number, with the span of the noun's words."""

    end: int
    word: UnitWord
    noun: Span | None = None


_DESIGNATION = re.compile(
    r" (?:(?:[a-z]{1,2}|[a-z]?[A-Z][A-Za-z]*)[.-]?[0-9][0-9A-Za-z]*"
    r"|[0-9]{4,5}|[0-9]{1,5}(?:[A-Za-z]{1,3}|-[a-z]+))(?= )"
)
"""The model or format that stands before what it names: ``ID.4 cars``, ``21700 cells``, ``280Ah cells``."""
_NUMBER_OF_NAME = re.compile(r" [0-9]{1,3}(?= )")
_NAMED_THING = re.compile(r"Model (?=[A-Z0-9])")
_MODEL_SIGNS = frozenset(".-0123456789")


def read_noun(text: str, end: int) -> Unit | None:
    """A counted noun behind modifiers; ``100,000 EV batteries`` counts batteries, ``3 million car sales`` cars."""
    table = tables()
    position, first, previous = end, -1, ""
    found: Unit | None = None
    for _ in range(_MOST_PARTS):
        match = WORD.match(text, position)
        if (model := _designation(text, position, match, named=previous[:1].isupper())) is not None:
            first = first if first >= 0 else position + 1
            previous, position = text[position + 1 : model], model
            continue
        if match is None:
            break
        word = match[1]
        if first < 0:
            first = match.start(1)
        lower = word.lower()
        known = table.signs.get(word) or table.names.get(lower)
        if known is not None and known.kind in COUNTED and not _NAMED_THING.match(text, match.start(1)):
            found = Unit(match.end(), known, Span(first, match.end()))
            if lower not in table.modifiers:
                break
        modifies = word[0].isupper() or lower in table.modifiers or lower in table.endings
        paired = previous and table.pairs.get(lower) == previous.lower()
        if not (modifies or paired or (lower in table.joints and previous)):
            break
        previous = word
        position = match.end()
    return found and _longer(text, found, hyphen=text[end : end + 1] == "-")


def _designation(text: str, position: int, match: re.Match[str] | None, *, named: bool) -> int | None:
    """The end of the model or format that starts here; ``match`` is the word here, ``named`` says a name goes on."""
    if match is not None and text[match.end() : match.end() + 1] not in _MODEL_SIGNS:
        return None
    model = _DESIGNATION.match(text, position) or (_NUMBER_OF_NAME.match(text, position) if named else None)
    return model and model.end()


def _longer(text: str, unit: Unit, *, hyphen: bool) -> Unit:
    """The noun with a further noun that it only describes: ``vehicle`` in ``vehicle batteries``."""
    table = tables()
    assert unit.noun is not None  # noqa: S101 - read_noun gives one
    if hyphen or text[unit.end - 1] == "s":
        return unit
    match = WORD.match(text, unit.end)
    if match is None or text[unit.end] == "-":
        return unit
    word = match[1]
    lower = word.lower()
    if lower in table.happenings:
        return unit
    known = table.signs.get(word) or table.names.get(lower)
    noun = Span(unit.noun.start, match.end())
    if known is not None and known.kind in COUNTED:
        return _longer(text, Unit(match.end(), known, noun), hyphen=False)
    if lower.endswith("s") and len(lower) > 3 and lower not in table.no_plurals:
        return Unit(match.end(), UnitWord(AmountKind.OTHER, "thing"), noun)
    return unit
