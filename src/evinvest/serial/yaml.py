r"""YAML, one record a document, in the part of the language that all its readers agree on.

Numbers, dates and words such as ``NO`` are quoted, so that no reader takes them for anything but text. Read back are
``true``, ``false``, ``null`` and whole numbers, all else is text: no date is guessed, no object is built, and aliases,
by which a small file can stand for a huge one, are refused.

>>> from decimal import Decimal
>>> from evinvest.models import Money, Place
>>> print(dumps(Place("Mo i Rana", "NO", latitude=Decimal("66.310"))), end="")
name: Mo i Rana
country: "NO"
latitude: "66.310"
>>> loads("{name: Mo, country: NO}", Place).country
'NO'
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from evinvest.errors import FrontMatterError, SerialError
from evinvest.serial._documents import from_document, is_record, no_record, to_document
from evinvest.serial._files import Source, decode, named, read, write

if TYPE_CHECKING:
    from cattrs import Converter

__all__ = ["dump", "dumps", "load", "loads"]

T = TypeVar("T")

_PLAIN = re.compile(r"[A-Za-z](?:[A-Za-z0-9_]| (?! ))*(?<! )\Z")
_OTHER_WORDS = frozenset("y yes n no on off true false null".split())  # what some reader takes for no text
_UNPRINTABLE = re.compile("[^\n\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]|[\u2028\u2029]")


def dumps(record: object, *, converter: Converter | None = None) -> str:
    """The document of a record: equal records give equal documents, in every process.

    Args:
        record: a record, or ``Facts``.
        converter: one of your own, by :func:`evinvest.serial.make_converter`.

    Raises:
        SerialError: when it is no record of this library.
    """
    document = to_document(record, converter=converter, counted=True)
    try:
        return "".join(_lines(document))
    except (TypeError, ValueError, RecursionError) as error:
        raise no_record(record) from error


def loads(document: str | bytes, record_type: type[T], *, converter: Converter | None = None) -> T:
    """The record in a document.

    Raises:
        SerialError: when it is not YAML of this part (with the line) or does not hold such a record (with the path).
    """
    return from_document(_parse(decode(document)), record_type, converter=converter)


def dump(record: object, target: Source, *, converter: Converter | None = None) -> None:
    """Write the document of a record to a path, or to a stream of text or bytes.

    Raises:
        SerialError: as :func:`dumps`, and when the file cannot be written.
    """
    write(dumps(record, converter=converter), target)


def load(source: Source, record_type: type[T], *, converter: Converter | None = None) -> T:
    """The record in the document at a path, or in a stream of text or bytes.

    Raises:
        SerialError: as :func:`loads`, with the name of the file, and when it cannot be read.
    """
    with named(source):
        return loads(read(source), record_type, converter=converter)


def _parse(text: str) -> Any:  # noqa: ANN401 - as deep as a document
    from evinvest.reading.yamls import parse_yaml  # noqa: PLC0415 - PyYAML is not loaded before it is needed

    try:
        return parse_yaml(text, 0, len(text))[0]
    except FrontMatterError as error:
        raise SerialError(error.message.replace("yaml", "YAML"), line=error.line, path="$") from error


# The two writers of PyYAML, in Python and in C, break lines and escape signs in two ways; a document has one.
def _lines(document: object) -> Iterator[str]:
    """A line a field, for the fields of the document and of each fact; what is in a field stands on its line."""
    if not isinstance(document, dict) or not document:
        yield f"{_flow(document)}\n"
        return
    for key, value in document.items():
        if isinstance(value, list | tuple) and any(isinstance(item, dict) for item in value):
            yield f"{_scalar(key)}:\n"
            for item in value:
                fields = [f"{_scalar(name)}: {_flow(child)}\n" for name, child in item.items()]
                yield from _item(fields if is_record(item) else [f"{_flow(item)}\n"])
        else:
            yield f"{_scalar(key)}: {_flow(value)}\n"


def _item(lines: list[str]) -> Iterator[str]:
    first, *others = lines
    yield f"  - {first}"
    yield from (f"    {line}" for line in others)


def _flow(value: object) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case str():
            return _scalar(value)
        case list() | tuple():
            return f"[{', '.join(map(_flow, value))}]"
        case dict():
            return f"{{{', '.join(f'{_scalar(key)}: {_flow(child)}' for key, child in value.items())}}}"
        case _:
            raise TypeError(value)


def _scalar(text: str) -> str:
    """A text, bare where every reader takes it for one, else in quotes with the escapes of JSON."""
    if not isinstance(text, str):
        raise TypeError(text)
    if _PLAIN.match(text) and text.lower() not in _OTHER_WORDS:
        return text
    return _UNPRINTABLE.sub(_escaped, json.dumps(text, ensure_ascii=False))


def _escaped(sign: re.Match[str]) -> str:
    return f"\\u{ord(sign[0]):04X}"
