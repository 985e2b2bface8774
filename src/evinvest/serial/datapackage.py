"""The Frictionless Data Package of facts: what is in each CSV file, for programs that have never heard of them.

It follows Data Package 2.0 (https://datapackage.org): types, units, enumerations, keys and the sign for what is absent.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from evinvest.errors import SerialError
from evinvest.serial._documents import VERSION, up_to_date
from evinvest.serial.columns import Column, Type
from evinvest.serial.json import parse
from evinvest.serial.tables import TABLES

NAME = "datapackage.json"

_PROFILES = "https://datapackage.org/profiles/2.0/"
_TYPES: Mapping[Type, str] = {
    Type.TEXT: "string",
    Type.INTEGER: "integer",
    Type.NUMBER: "number",
    Type.BOOLEAN: "boolean",
    Type.DATE: "date",
    Type.TEXTS: "array",
    Type.NUMBERS: "array",
    Type.DOCUMENT: "any",
}
_SAYS = (
    "Facts about electric-vehicle and battery investment, each traced to its words. Arrays are JSON. A text that a "
    "spreadsheet could take for a formula begins with an apostrophe more, and so do empty texts and those that begin "
    "with one."
)


def describe() -> str:
    """The ``datapackage.json`` beside the CSV files; it is the same for all facts.

    >>> fields = json.loads(describe())["resources"][0]["schema"]["fields"]
    >>> next(field for field in fields if field["name"] == "stage")["constraints"]
    {'required': True, 'enum': ['considered', 'planned', 'made', 'cancelled']}
    """
    package = {
        "$schema": _PROFILES + "datapackage.json",
        "name": "evinvest-facts",
        "title": "Facts read from news",
        "description": _SAYS,
        "evinvest": VERSION,
        "resources": [
            {
                "name": table.name,
                "path": f"{table.name}.csv",
                "description": table.description,
                "type": "table",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "schema": {
                    "$schema": _PROFILES + "tableschema.json",
                    "fields": [_field(column) for column in table.columns],
                    "primaryKey": ["id"],
                    "missingValues": [""],
                },
            }
            for table in TABLES
        ],
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if column.name == "id":
        constraints["unique"] = True
    if column.words and column.holds is Type.TEXT:
        constraints["enum"] = list(column.words)
    field = {
        "name": column.name,
        "type": _TYPES[column.holds],
        "description": column.description,
        "unit": column.unit,
        "constraints": constraints,
    }
    return {key: value for key, value in field.items() if value}


def files_of(package: str) -> dict[str, str]:
    """The names of the files by the names of their tables.

    Raises:
        SerialError: when it is no such package, or one of a version that this library does not know.
    """
    value = parse(package)
    resources = value.get("resources") if isinstance(value, Mapping) else None
    if not isinstance(value, Mapping) or not isinstance(resources, list):
        raise SerialError("not a data package", path="$.resources")
    if "evinvest" in value:
        up_to_date(value)
    names = {table.name for table in TABLES}
    files: dict[str, str] = {}
    for index, resource in enumerate(resources):
        name, path = (resource.get(key) if isinstance(resource, Mapping) else None for key in ("name", "path"))
        if isinstance(name, str) and name in names:
            if not isinstance(path, str) or not path or set(path) & {"/", "\\", ":", "\0"} or path.startswith("."):
                raise SerialError("not the name of a file beside it", path=f"$.resources[{index}].path")
            files[name] = path
    if not files:
        raise SerialError(f"no table of facts ({', '.join(sorted(names))})", path="$.resources")
    return files
