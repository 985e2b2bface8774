"""The fast way between records and JSON or MessagePack, for where msgspec is installed.

For each record a twin is made, a ``msgspec.Struct`` of the same fields in the forms that they have in a document, and
the functions there and back. msgspec reads a document into twins and refuses what has another shape; then the fields
go over into records, whose own checks run as ever. All of it is made from the classes of the records.

This way only ever says yes: what it does not take, the one converter takes, or refuses with the path to the place. A
law holds that both give the same.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, Literal, NamedTuple

from evinvest.errors import EvinvestError

_REFUSALS = (EvinvestError, TypeError, ValueError, AttributeError, ArithmeticError, RecursionError)


class Codec(NamedTuple):
    """How records of a type are written and read in a format; both give ``None`` for what is not for them.

    Attributes:
        encode: from a record to its document.
        decode: from a document to its record.
    """

    encode: Callable[[object], bytes | None]
    decode: Callable[[str | bytes], Any]


@cache
def codec(
    record_type: Any,  # noqa: ANN401 - a class or a union of them
    form: Literal["json", "msgpack"],
    *,
    version: int,
    aside: str | None = None,
) -> Codec | None:
    """The codec for a type, where msgspec is installed and the type is a record of this library or ``Fact``.

    Args:
        record_type: the class, or the union of facts.
        form: the format.
        version: of the documents.
        aside: a key that a document may have beside the fields, and that is passed over.
    """
    try:
        import msgspec  # noqa: PLC0415 - an extra
    except ImportError:
        return None
    from evinvest.converter._twins import Twins  # noqa: PLC0415 - of no use without msgspec

    try:
        twin, read, write = Twins(msgspec, version).of(record_type, aside)
    except NotImplementedError:
        return None
    refusals = (*_REFUSALS, msgspec.MsgspecError)
    module: Any = getattr(msgspec, form)
    pack, unpack = module.Encoder(order="deterministic").encode, module.Decoder(twin).decode

    def encode(record: object) -> bytes | None:
        try:
            packed: bytes = pack(write(record))
        except refusals:
            return None
        return packed

    def decode(document: str | bytes) -> Any:  # noqa: ANN401 - of the type asked for
        try:
            return read(unpack(document))
        except refusals:
            return None

    return Codec(encode, decode)
