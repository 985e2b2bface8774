"""GeoJSON (RFC 7946): plants as features, for maps and geographic information systems.

A plant of which both coordinates are known is a point (WGS 84, longitude first), any other a feature without geometry
(``null``). Its properties are its row in the table ``plants`` of :mod:`evinvest.serial.tables`, so nothing of a plant
is lost; investments, exports and issues are not held.

>>> from decimal import Decimal
>>> from evinvest.models import Evidence, Place, Plant, Span, Status
>>> szeged = Place("Szeged", "HU", latitude=Decimal("46.25"), longitude=Decimal("20.15"))
>>> plant = Plant(place=szeged, status=Status.ANNOUNCED, evidence=Evidence(Span(0, 4), "said"))
>>> document = dumps([plant], article="story.md")
>>> json.loads(document)["features"][0]["geometry"]
{'type': 'Point', 'coordinates': [20.15, 46.25]}
>>> loads(document) == (plant,)
True
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from evinvest.errors import SerialError
from evinvest.serial._documents import VERSION, up_to_date
from evinvest.serial._files import Source, decode, named, read, write
from evinvest.serial.json import parse
from evinvest.serial.rows import Records, Row, from_rows, merged, to_rows

if TYPE_CHECKING:
    from evinvest.models import Plant

__all__ = ["dump", "dumps", "load", "load_by_article", "loads"]


def dumps(facts: Records, *, article: str | None = None, indent: int | None = None) -> str:
    """A feature collection of the plants among some facts; numbers are those of JSON.

    Args:
        facts: of one article, or some facts, or all facts by the names of their articles.
        article: the name of the article, where they are of one.
        indent: how many spaces a level is moved in; all on one line without.

    Raises:
        SerialError: for a fact that no table holds.
    """
    rows = to_rows(facts, article=article)["plants"]
    document = {"type": "FeatureCollection", "evinvest": VERSION, "features": list(map(_feature, rows))}
    separators = (",", ":") if indent is None else (",", ": ")
    return json.dumps(
        document, ensure_ascii=False, allow_nan=False, indent=indent, separators=separators, default=_plain
    )


def _feature(row: Row) -> dict[str, Any]:
    properties = {name: cell for name, cell in row.items() if cell not in (None, []) and name != "id"}
    return {"type": "Feature", "id": row["id"], "geometry": _geometry(row), "properties": properties}


def _geometry(row: Row) -> dict[str, Any] | None:
    longitude, latitude = row["longitude"], row["latitude"]
    if longitude is None or latitude is None or abs(longitude) > 180 or abs(latitude) > 90:
        return None
    return {"type": "Point", "coordinates": [longitude, latitude]}


def _plain(cell: Decimal | date) -> int | float | str:
    """A cell as JSON has it: what a binary fraction cannot say stands in the property ``exact`` as well."""
    if isinstance(cell, date):
        return cell.isoformat()
    return int(cell) if cell == int(cell) else float(cell)


def loads(document: str | bytes) -> tuple[Plant, ...]:
    """The plants in a feature collection; geometries are not read, since the properties say the coordinates.

    Raises:
        SerialError: when it is not JSON (with the line), or no collection of plants (with the path).
    """
    return merged(_parsed(document)).plants


def dump(facts: Records, target: Source, *, article: str | None = None, indent: int | None = None) -> None:
    """Write a feature collection to a path or a stream; arguments and errors are those of :func:`dumps`."""
    write(dumps(facts, article=article, indent=indent) + "\n", target)


def load(source: Source) -> tuple[Plant, ...]:
    """The plants in the feature collection at a path, or in a stream.

    Raises:
        SerialError: as :func:`loads`, with the name of the file, and when it cannot be read.
    """
    return merged(load_by_article(source)).plants


def load_by_article(source: Source) -> dict[str | None, Any]:
    """The plants in a feature collection, as ``Facts`` by the names of their articles; errors as of :func:`load`."""
    with named(source):
        return _parsed(read(source))


def _parsed(document: str | bytes) -> dict[str | None, Any]:
    value = parse(decode(document))
    if not isinstance(value, Mapping) or value.get("type") != "FeatureCollection":
        raise SerialError("not a feature collection", path="$.type")
    if "evinvest" in value:
        up_to_date(value)
    features = value.get("features")
    if not isinstance(features, list):
        raise SerialError("not a list", path="$.features")
    try:
        return from_rows({"plants": _rows(features)})
    except SerialError as error:
        error.path = _path(error.path or "$")
        raise


def _rows(features: list[Any]) -> Iterator[Mapping[str, Any]]:
    for number, feature in enumerate(features):
        properties = feature.get("properties") if isinstance(feature, Mapping) else None
        if not isinstance(properties, Mapping):
            raise SerialError("not a feature with properties", path=f"$.plants[{number}]")
        yield properties


def _path(path: str) -> str:
    """The path of a cell as that of a property."""
    feature, bracket, column = path.replace("$.plants", "$.features", 1).partition("]")
    return f"{feature}]{column.replace('.', '.properties.', 1)}" if bracket else feature
