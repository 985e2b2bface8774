r"""MessagePack, one record a document in bytes: the same values as JSON, in about three quarters of the size.

Needs the extra ``msgpack``.

>>> from decimal import Decimal
>>> from evinvest.models import Money
>>> dumps(Money(Decimal("10.50"), "EUR"))
b'\x82\xa6amount\xa510.50\xa8currency\xa3EUR'
>>> loads(b'\x82\xa6amount\xa510.50\xa8currency\xa3EUR', Money)
Money(amount=Decimal('10.50'), currency='EUR', high=None, bound=<Bound.EXACT: 'exact'>, equivalents=())
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from evinvest.errors import MissingExtra, SerialError
from evinvest.serial._documents import fast, from_document, no_record, to_document
from evinvest.serial._files import Source, named, read, write

if TYPE_CHECKING:
    from types import ModuleType

    from cattrs import Converter

__all__ = ["dump", "dumps", "load", "loads"]

T = TypeVar("T")


def dumps(record: object, *, converter: Converter | None = None) -> bytes:
    """The document of a record: equal records give equal documents, in every process.

    Args:
        record: a record, a value, or ``Facts``.
        converter: one of your own, by :func:`evinvest.serial.make_converter`.

    Raises:
        SerialError: when it is no record of this library.
        MissingExtra: without the extra ``msgpack``.
    """
    msgspec = _msgspec()
    if converter is None and (codec := fast(type(record), "msgpack")):
        done = codec.encode(record)
        if done is not None:
            return done
    document = to_document(record, converter=converter)
    try:
        packed: bytes = msgspec.msgpack.encode(document)
    except (TypeError, ValueError, OverflowError, RecursionError) as error:
        raise no_record(record) from error
    return packed


def loads(document: bytes, record_type: type[T], *, converter: Converter | None = None) -> T:
    """The record in a document.

    Raises:
        SerialError: when it is not MessagePack or does not hold such a record (with the path).
        MissingExtra: without the extra ``msgpack``.
    """
    _msgspec()
    if converter is None and (codec := fast(record_type, "msgpack")):
        record: T | None = codec.decode(document)
        if record is not None:
            return record
    return from_document(_parse(document), record_type, converter=converter)


def dump(record: object, target: Source, *, converter: Converter | None = None) -> None:
    """Write the document of a record to a path, or to a stream of bytes.

    Raises:
        SerialError: as :func:`dumps`, and when the file cannot be written or is a stream of text.
        MissingExtra: without the extra ``msgpack``.
    """
    write(dumps(record, converter=converter), target)


def load(source: Source, record_type: type[T], *, converter: Converter | None = None) -> T:
    """The record in the document at a path, or in a stream of bytes.

    Raises:
        SerialError: as :func:`loads`, with the name of the file, and when it cannot be read.
        MissingExtra: without the extra ``msgpack``.
    """
    with named(source):
        data = read(source)
        if isinstance(data, str):
            raise SerialError("needs a stream of bytes")
        return loads(data, record_type, converter=converter)


def _parse(data: bytes) -> Any:  # noqa: ANN401 - as deep as a document
    msgspec = _msgspec()
    try:
        return msgspec.msgpack.decode(data)
    except RecursionError as error:
        raise SerialError("nested too deeply", path="$") from error
    except (msgspec.DecodeError, TypeError, ValueError, OverflowError) as error:
        message = str(error)
        raise SerialError(f"not MessagePack: {message[:1].lower()}{message[1:]}", path="$") from error


def _msgspec() -> ModuleType:
    try:
        import msgspec  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise MissingExtra.named("msgspec", extra="msgpack") from error
    return msgspec
