"""From the tables of ``_data`` (or a user's own file) to the dictionaries that the lexicon searches.

A form that ends in ``?`` is also an ordinary word, a place or a person: its entry is marked ambiguous.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from evinvest.errors import LexiconError
from evinvest.lexicon.entries import BodyEntry, CompanyEntry, Country, PlaceEntry, PlaceKind
from evinvest.lexicon.sites import Sites
from evinvest.lexicon.table import key

if TYPE_CHECKING:
    from pathlib import Path

_DATA = files("evinvest") / "_data"
_SPOKEN = 5  # letters of a name in capitals that is spoken as a word

Payload = str | tuple[Any, ...]
Names = dict[str, Payload]


def read(name: str) -> str:
    """The text of a table of ours."""
    return (_DATA / name).read_text("utf-8")


def rows(name: str) -> list[list[str]]:
    """The rows of a CSV table of ours, without its head."""
    return list(csv.reader(read(name).splitlines()))[1:]


def several(cell: str) -> tuple[str, ...]:
    """The parts of a cell with several names."""
    return tuple(cell.split(";")) if cell else ()


def add(names: Names, forms: Iterable[str], make: Callable[..., object], *fields: object) -> None:
    """Put what ``make`` builds from the fields under each form; who comes first stays first.

    It is built when it is asked for, with the flag for an ambiguous form behind the fields: most never are.
    """
    for form in forms:
        plain = form.rstrip("?")
        found = key(plain)
        item = (make, *fields, plain != form)
        names[found] = (*names[found], item) if found in names else (item,)


def companies() -> Names:
    """All companies by their forms."""
    names: Names = {}
    for name, aliases, chinese, country, kind, tickers, members in rows("companies.csv"):
        written = (name, *several(aliases))
        forms = (*written, *filter(None, map(_as_word, written)), *several(chinese))
        add(names, forms, _company, name.rstrip("?"), country, kind, tickers, members, chinese)
    return names | phrases("companies")


def _as_word(name: str) -> str:
    """A name as newspapers write it that have capitals only for initials: "Svolt Energy"; empty when it is the same."""
    parts = name.split(" ")
    spoken = [part.isascii() and part.isalpha() and part.isupper() and len(part) >= _SPOKEN for part in parts]
    if not any(spoken):
        return ""
    return " ".join(part.capitalize() if true else part for part, true in zip(parts, spoken, strict=True))


def phrases(kind: str) -> Names:
    """Phrases that hold a name and do not mean it: they take its place and stand for nothing."""
    return {key(phrase): () for phrase in tomllib.loads(read("not_names.toml"))[kind]}


def _company(  # noqa: PLR0913 - see add
    name: str,
    country: str,
    kind: str,
    tickers: str,
    members: str,
    chinese: str,
    ambiguous: bool,  # noqa: FBT001
) -> CompanyEntry:
    first = several(chinese)[0].rstrip("?") if chinese else None
    return CompanyEntry(name, country or None, kind or None, several(tickers), several(members), ambiguous, first)


def company_forms() -> dict[str, Any]:
    """The words that may follow the name of a company."""
    return tomllib.loads(read("company_forms.toml"))


def countries() -> dict[str, Country]:
    """What is known of each country, by its code."""
    return {
        code: Country(code, name.rstrip("?"), currency or None, capital or None, continent or None)
        for code, name, _, _, _, currency, capital, continent in rows("countries.csv")
    }


def places() -> Names:
    """All places by their forms: countries before regions before towns, where they share a name."""
    # Two columns a line, cut in one go: key and towns. This table has more lines than all others together.
    cells = read("cities.tsv").replace("\n", "\t").split("\t")
    towns = dict(zip(cells[::2], cells[1::2], strict=False))
    names: Names = {}
    for code, name, aliases, demonyms, chinese, *_ in rows("countries.csv"):
        add(names, (name, *several(aliases), *several(chinese)), _area, name.rstrip("?"), code, "country")
        add(names, several(demonyms), _area, name.rstrip("?"), code, "demonym")
    for code, name, aliases, chinese, kind, _ in rows("regions.csv"):
        add(names, (name, *several(aliases), *several(chinese)), _area, name.rstrip("?"), code, kind or "region")
    for found in names.keys() & towns.keys():
        names[found] = (*names[found], towns[found])
    return {**towns, **names, **phrases("places")}


def _area(name: str, code: str, kind: PlaceKind, ambiguous: bool) -> PlaceEntry:  # noqa: FBT001 - see add
    return PlaceEntry(name, code or None, name if kind == "region" else None, kind, ambiguous=ambiguous)


def unpack(found: str, packed: str) -> Iterator[PlaceEntry]:
    """The towns of a packed line; they stand packed because few of them are ever asked for."""
    for town in packed.split(";"):
        name, code, region, latitude, longitude, population, flag = town.split("|")
        yield PlaceEntry(
            name or found,
            code,
            region or None,
            "region" if flag == "r" else "city",
            Decimal(latitude) if latitude else None,
            Decimal(longitude) if longitude else None,
            int(population) or None,
            flag == "?",
        )


def bodies() -> Names:
    """All bodies that count, by their forms."""
    names: Names = {}
    for record in tomllib.loads(read("bodies.toml"))["body"]:
        short = record.get("short")
        forms = (record["name"], *((short,) if short else ()), *record.get("aliases", ()))
        add(names, dict.fromkeys(forms), body, record)
    return names


def body(record: Mapping[str, Any], ambiguous: bool) -> BodyEntry:  # noqa: FBT001 - see add
    """The entry of a record."""
    short = record.get("short")
    return BodyEntry(
        record["name"].rstrip("?"),
        short.rstrip("?") if short else None,
        record.get("country"),
        tuple(form.rstrip("?") for form in record.get("aliases", ())),
        ambiguous,
    )


def sites() -> Sites:
    """Where companies are known to make things; a venture's sites are its partners', too."""
    members = {row[0].rstrip("?"): several(row[-1]) for row in rows("companies.csv")}
    known = (
        (company, country, (*several(towns), *several(regions)))
        for company, country, towns, regions in rows("sites.csv")
    )
    return Sites.of(known, members=members)


def own(path: Path) -> dict[str, Any]:
    """A user's file.

    Raises:
        LexiconError: when it is not TOML or holds a table that the lexicon does not know.
    """
    try:
        document = tomllib.loads(path.read_text("utf-8"), parse_float=Decimal)
    except (OSError, ValueError) as error:
        raise LexiconError(str(error), source=str(path)) from error
    unknown = sorted(document.keys() - {"company", "place", "body", "site", "cues"})
    if unknown:
        known = "company, place, body, site, cues"
        raise LexiconError(f"unknown table {unknown[0]!r}: known are {known}", source=str(path))
    return document
