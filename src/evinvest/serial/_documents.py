"""What all formats share: the envelope around a record, with the version of its form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from evinvest.converter import structure, unstructure
from evinvest.converter.fast import Codec, codec
from evinvest.errors import SerialError
from evinvest.models import Facts

if TYPE_CHECKING:
    from cattrs import Converter

T = TypeVar("T")
Document = dict[str, Any]
Steps = Mapping[int, Callable[[Document], Document]]

VERSION = 1
"""The version of the documents, raised when a reader of the old ones could not read the new ones."""

STEPS: Steps = MappingProxyType({})
"""For each older version that can still be read, how its documents become those of the next one."""


def to_document(record: object, *, converter: Converter | None = None, counted: bool = False) -> Any:  # noqa: ANN401
    """The plain value of a record; that of all facts of an article says its version.

    Args:
        record: any record or value.
        converter: one of the caller's own.
        counted: whether all facts also say how many they are, for a format in which a document that was cut off may
            look like a whole one.

    Raises:
        SerialError: when it is no record of this library.
    """
    try:
        plain = unstructure(record, converter=converter)
    except (TypeError, ValueError, RecursionError) as error:
        raise no_record(record) from error
    if not isinstance(record, Facts):
        return plain
    # The count stands first: whatever is cut off behind it is missed.
    count = {"count": len(record) + len(record.issues)} if counted else {}
    return count | {"evinvest": VERSION} | plain


def from_document(value: object, record_type: type[T], *, converter: Converter | None = None) -> T:
    """The record in a plain value, with or without the version and the count.

    Raises:
        SerialError: when it holds none, or one of a version that this library does not know.
    """
    if record_type is Facts and value == {}:  # what is left of a document in TOML when all of it was lost
        raise SerialError("an empty document", path="$")
    if isinstance(value, Mapping) and "evinvest" in value:
        value = up_to_date(value)
    if record_type is not Facts or not isinstance(value, Mapping) or "count" not in value:
        return structure(value, record_type, converter=converter)
    record = structure({key: value[key] for key in value if key != "count"}, Facts, converter=converter)
    found = len(record) + len(record.issues)
    if value["count"] != found:
        message = f"{found} facts and issues, but the document speaks of {value['count']!r}: it was cut off or edited"
        raise SerialError(message, path="$.count")
    return record  # type: ignore[return-value]  # of the type asked for, which is Facts


def is_record(value: object) -> bool:
    """Whether a plain value is a fact, which formats for people write one field a line."""
    return isinstance(value, dict) and "kind" in value


def fast(record_type: Any, form: Literal["json", "msgpack"], *, aside: str | None = None) -> Codec | None:  # noqa: ANN401
    """The fast way for a type in a format, where there is one: see :mod:`evinvest.converter.fast`."""
    try:
        return codec(record_type, form, version=VERSION, aside=aside)
    except TypeError:  # what is no type at all
        return None


def no_record(record: object) -> SerialError:
    """The error for what no document can hold."""
    return SerialError(f"not a record that a document can hold: {type(record).__name__}")


def up_to_date(value: Mapping[str, Any], *, version: int = VERSION, steps: Steps = STEPS) -> Document:
    """A document without its version, in the form of the newest one.

    Args:
        value: the document.
        version: the newest version.
        steps: for each older version, how its documents become those of the next one.

    Raises:
        SerialError: when its version is none, is newer, or too old.

    >>> up_to_date({"evinvest": 7})
    Traceback (most recent call last):
    evinvest.errors.SerialError: $.evinvest: a document of version 7: this evinvest reads version 1, take a newer one
    """
    found = value["evinvest"]
    document = {key: value[key] for key in value if key != "evinvest"}
    if type(found) is not int or found < 1:
        raise SerialError(f"not the version of a document: {found!r}", path="$.evinvest")
    if found > version:
        known = f"this evinvest reads version {version}, take a newer one"
        raise SerialError(f"a document of version {found}: {known}", path="$.evinvest")
    while found < version:
        if found not in steps:
            known = f"this evinvest reads version {min({version, *steps})} and later, take an older one"
            raise SerialError(f"a document of version {found}: {known}", path="$.evinvest")
        document = steps[found](document)
        found += 1
    return document
