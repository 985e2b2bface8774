"""The form of the documents, as a JSON Schema of the draft 2020-12, made from the records and their docstrings.

>>> schema(Money)["$defs"]["Money"]["required"]
['amount', 'currency']
>>> schema()["$id"]
'urn:evinvest:document:1'
"""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import StrEnum
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from evinvest import models
from evinvest.converter import KINDS, Fact
from evinvest.converter._values import NUMBER
from evinvest.errors import SerialError
from evinvest.models import Capacity, Facts, Money, Period, Quantity, Span
from evinvest.serial._documents import VERSION
from evinvest.serial._files import Source, write
from evinvest.units.currencies import currencies
from evinvest.units.measures import units

__all__ = ["RECORDS", "dump", "dumps", "schema"]

Schema = dict[str, Any]

DRAFT = "https://json-schema.org/draft/2020-12/schema"

RECORDS: Mapping[str, type] = {
    name.lower(): kind
    for name in models.__all__
    if isinstance(kind := getattr(models, name), type) and attrs.has(kind) and kind is not Period
}
"""The records that a schema can be asked for, by their names in small letters."""

_KIND_OF = {record_type: kind for kind, record_type in KINDS.items()}
_ROLE = re.compile(r":\w+:`~?(?:[\w.]+\.)?(\w+)`")
_FIELD = re.compile(r"    (\w+): (.*)")
_END = r"\Z"
_RATE = "^(?:{0})/(?:{0})$"


def schema(record_type: Any = None) -> Schema:  # noqa: ANN401 - a class or a union of them
    """The schema of the documents of a record; by default of any document: all facts of an article, or one of them.

    Args:
        record_type: a class of ``evinvest.models``, or the union ``Fact``.

    Raises:
        SerialError: when it is no record.
    """
    defined: dict[str, Schema] = {}
    kinds = (Facts, *get_args(Fact)) if record_type is None else get_args(record_type) or (record_type,)
    if not all(kind in RECORDS.values() for kind in kinds):
        raise SerialError(f"no record that documents hold: {record_type!r}")
    references = [_of(kind, defined) for kind in kinds]
    name = "document" if record_type is None else "-or-".join(kind.__name__.lower() for kind in kinds)
    root = references[0] if len(references) == 1 else {"oneOf": references}
    head = {"$schema": DRAFT, "$id": f"urn:evinvest:{name}:{VERSION}"}
    return head | root | {"$defs": dict(sorted(defined.items()))}


def dumps(record_type: Any = None, *, indent: int | None = 2) -> str:  # noqa: ANN401
    """The text of a schema, the same in every process.

    Raises:
        SerialError: as :func:`schema`.
    """
    return json.dumps(schema(record_type), ensure_ascii=False, indent=indent)


def dump(target: Source, record_type: Any = None, *, indent: int | None = 2) -> None:  # noqa: ANN401
    """Write a schema and a line end to a path, or to a stream of text or bytes.

    Raises:
        SerialError: as :func:`schema`, and when the file cannot be written.
    """
    write(dumps(record_type, indent=indent) + "\n", target)


def _of(hint: Any, defined: dict[str, Schema]) -> Schema:  # noqa: ANN401 - types are values here
    """The schema of a type; what has a name is defined once and referred to."""
    origin, arguments = get_origin(hint), get_args(hint)
    if hint in _LEAVES:
        return _refer(hint.__name__, _LEAVES[hint], defined) if "description" in _LEAVES[hint] else _LEAVES[hint]
    if origin in (Union, UnionType):
        return {"anyOf": [_of(each, defined) for each in arguments]}
    if origin is tuple:
        return {"type": "array", "items": _of(arguments[0], defined)}
    if origin is Mapping:
        return {"type": "object", "additionalProperties": _of(arguments[1], defined)}
    if issubclass(hint, StrEnum):
        about = _about(hint)
        return _refer(hint.__name__, {"description": about, "enum": [str(word) for word in hint]}, defined)
    return _refer(hint.__name__, lambda: _record(hint, defined), defined)


def _refer(name: str, made: Schema | Callable[[], Schema], defined: dict[str, Schema]) -> Schema:
    if name not in defined:
        defined[name] = {}  # money holds money
        defined[name] = made() if callable(made) else made
    return {"$ref": f"#/$defs/{name}"}


def _record(cls: type, defined: dict[str, Schema]) -> Schema:
    hints, told = get_type_hints(cls), _told(cls)
    properties: dict[str, Schema] = {}
    required = [field.name for field in attrs.fields(cls) if field.default is attrs.NOTHING]
    if cls is Facts:
        properties |= _HEAD
    if kind := _KIND_OF.get(cls):
        properties["kind"] = {"const": kind, "description": "What the document holds."}
        required.insert(0, "kind")
        if cls is not Facts:
            properties["article"] = _ARTICLE
    for field in attrs.fields(cls):
        about = {"description": told[field.name]} if field.name in told else {}
        own = _SPECIAL.get((cls, field.name))
        usual = {"default": field.default} if isinstance(field.default, StrEnum | bool) else {}
        properties[field.name] = _of(hints[field.name], defined) | (own() if own else {}) | about | usual
    return {
        "title": cls.__name__,
        "description": _about(cls),
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _plain(text: str) -> str:
    """A text of a docstring without its marks, on one line."""
    return " ".join(_ROLE.sub(r"\1", text).replace("``", "").split())


def _about(cls: type) -> str:
    """What a class says it is, in its first paragraph."""
    return _plain(inspect.cleandoc(cls.__doc__ or "").partition("\n\n")[0])


def _told(cls: type) -> dict[str, str]:
    """What a class says of its fields, below ``Attributes:``."""
    told: dict[str, str] = {}
    name = ""
    _, _, lines = inspect.cleandoc(cls.__doc__ or "").partition("\nAttributes:\n")
    for line in lines.partition("\n\n")[0].split("\n"):
        if match := _FIELD.fullmatch(line):
            name, told[name] = match[1], match[2]
        elif name:
            told[name] += line
    return {name: text[:1].upper() + text[1:] for name, text in ((name, _plain(text)) for name, text in told.items())}


_LEAVES: Mapping[Any, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
    Decimal: {
        "description": "An exact number: as text, which keeps every digit, or as a number of JSON.",
        "type": ["string", "number"],
        "pattern": f"^{NUMBER.pattern.removesuffix(_END)}$",
    },
    Period: {
        "description": "A year, half, quarter, month, day or range of months: 2025, 2025-H1, 2025-Q2, 2025-06, "
        "2025-05-16 or 2025-01/2025-07.",
        "type": "string",
        "pattern": "^[0-9]{4}(?:-(?:H[12]|Q[1-4]|[0-9]{2}(?:-[0-9]{2}|/[0-9]{4}-[0-9]{2})?))?$",
    },
    Span: {
        "description": "A half-open range [start, end) in code points of the article's source.",
        "type": "array",
        "prefixItems": [{"type": "integer", "minimum": 0}] * 2,
        "minItems": 2,
        "maxItems": 2,
    },
}
"""How the values are written that are no records: see :mod:`evinvest.converter`."""

_HEAD: Schema = {
    "evinvest": {"const": VERSION, "description": "The version of the form of the document."},
    "count": {
        "description": "How many facts and issues the document holds, where nothing else tells a cut one.",
        "type": "integer",
        "minimum": 0,
    },
}
_ARTICLE: Schema = {
    "description": "In JSON lines, the name of the article that the fact was read from.",
    "type": "string",
}
_SPECIAL: Mapping[tuple[type, str], Callable[[], Schema]] = {
    (Money, "currency"): lambda: {"enum": sorted(currencies())},
    (Quantity, "unit"): lambda: {"enum": list(units())},
    (Capacity, "unit"): lambda: {"pattern": _RATE.format("|".join(units()))},
}
"""What fields hold whose vocabulary is a table."""
