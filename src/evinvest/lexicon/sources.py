"""From the tables of ``_data`` (or a user's own file) to the dictionaries that the lexicon searches.

A form that ends in ``?`` is also an ordinary word, a place or a person: its entry is marked ambiguous.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from importlib.resources import files
from pathlib import Path
from typing import Any

from evinvest.errors import LexiconError
from evinvest.lexicon.entries import BodyEntry, CompanyEntry, Country, PlaceEntry
from evinvest.lexicon.table import key

_DATA = files("evinvest") / "_data"

Names = dict[str, object]


def read(name: str) -> str:
    """The text of a table of ours."""
    return (_DATA / name).read_text("utf-8")


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a CSV table of ours; a line that begins with ``#`` is a remark."""
    return csv.DictReader(line for line in read(name).splitlines() if not line.startswith("#"))


def several(cell: str) -> tuple[str, ...]:
    """The parts of a cell with several names."""
    return tuple(part.strip() for part in cell.split(";")) if cell else ()


def add(names: Names, forms: Iterable[str], entry: Callable[[bool], object]) -> None:
    """Put an entry under each of its forms; the first to claim a form keeps the first place."""
    made = {}
    for form in forms:
        plain = form.rstrip("?")
        ambiguous = plain != form
        if ambiguous not in made:
            made[ambiguous] = entry(ambiguous)
        found = key(plain)
        before = names.get(found, ())
        names[found] = (*(before if isinstance(before, tuple) else (before,)), made[ambiguous])


def companies() -> Names:
    """All companies by their forms."""
    names: Names = {}
    for row in rows("companies.csv"):
        forms = (row["name"], *several(row["aliases"]), *several(row["chinese"]))
        add(names, dict.fromkeys(forms), lambda ambiguous, row=row: company(row, ambiguous=ambiguous))  # type: ignore[misc]
    return names


def company(row: Mapping[str, str], *, ambiguous: bool) -> CompanyEntry:
    """The entry of a row."""
    return CompanyEntry(
        row["name"].rstrip("?"),
        row["country"] or None,
        row["kind"] or None,
        several(row["tickers"]),
        several(row["members"]),
        ambiguous,
    )


def countries() -> dict[str, dict[str, Any]]:
    """The table of countries."""
    return tomllib.loads(read("countries.toml"))


def country(code: str, record: Mapping[str, Any]) -> Country:
    """What is known of a country."""
    return Country(
        code, record["name"].rstrip("?"), record.get("currency"), record.get("capital"), record.get("continent")
    )


def places(nations: Mapping[str, Mapping[str, Any]]) -> Names:
    """All places by their forms: countries before regions before towns, where they share a name."""
    names: Names = {}
    for code, record in nations.items():
        name = record["name"].rstrip("?")
        forms = (record["name"], *record.get("aliases", ()), *record.get("chinese", ()))
        add(names, forms, lambda flag, a=name, b=code: PlaceEntry(a, b, kind="country", ambiguous=flag))  # type: ignore[misc]
        adjectives = record.get("demonyms", ())
        add(names, adjectives, lambda flag, a=name, b=code: PlaceEntry(a, b, kind="demonym", ambiguous=flag))  # type: ignore[misc]
    for row in rows("regions.csv"):
        name = row["name"].rstrip("?")
        forms = (row["name"], *several(row["aliases"]), *several(row["chinese"]))
        kind = row.get("kind") or "region"
        add(names, forms, lambda flag, a=name, b=row["country"], c=kind: _region(a, b, c, flag))  # type: ignore[misc]
    for line in read("cities.tsv").splitlines():
        found, _, packed = line.partition("\t")
        before = names.get(found)
        names[found] = packed if before is None else (*before, packed)  # type: ignore[misc]
    return names


def _region(name: str, code: str, kind: Any, ambiguous: bool) -> PlaceEntry:  # noqa: FBT001 - one of a row's fields
    region = name if kind == "region" else None
    return PlaceEntry(name, code or None, region, kind, ambiguous=ambiguous)


def unpack(found: str, packed: str) -> Iterator[PlaceEntry]:
    """The towns of a packed line; they stand packed because few of them are ever asked for."""
    for town in packed.split("\t"):
        name, code, region, latitude, longitude, population, flag = town.split("|")
        yield PlaceEntry(
            name or found,
            code,
            region or None,
            "city",
            Decimal(latitude),
            Decimal(longitude),
            int(population),
            bool(flag),
        )


def bodies() -> Names:
    """All bodies that count, by their forms."""
    names: Names = {}
    for record in tomllib.loads(read("bodies.toml"))["body"]:
        add_body(names, record)
    return names


def add_body(names: Names, record: Mapping[str, Any]) -> None:
    """Put one body under its forms."""
    short = record.get("short")
    forms = (record["name"], *((short,) if short else ()), *record.get("aliases", ()))
    others = tuple(form.rstrip("?") for form in record.get("aliases", ()))
    plain = short.rstrip("?") if short else None
    name, code = record["name"].rstrip("?"), record.get("country")
    add(names, dict.fromkeys(forms), lambda flag: BodyEntry(name, plain, code, others, flag))


def own(path: Path) -> dict[str, Any]:
    """A user's file.

    Raises:
        LexiconError: when it is not TOML or holds a table that the lexicon does not know.
    """
    try:
        document = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise LexiconError(str(error), source=str(path)) from error
    unknown = sorted(document.keys() - {"company", "place", "body", "cues"})
    if unknown:
        raise LexiconError(f"unknown table {unknown[0]!r}: known are company, place, body, cues", source=str(path))
    return document
