r"""JSON lines, one fact a line: what streams, greps and grows.

A line may name the article that the fact was read from beside the fields of the fact (``"article":"story.md"``).
Writing takes any iterable and :func:`iter_load` gives one record after the other, so that a file may be larger than the
memory.

>>> from decimal import Decimal
>>> from evinvest.models import Money
>>> dumps([Money(Decimal(16), "USD"), Money(Decimal(15), "USD")])
'{"amount":"16","currency":"USD"}\n{"amount":"15","currency":"USD"}\n'
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from evinvest.converter import Fact
from evinvest.errors import SerialError
from evinvest.serial._documents import fast, from_document
from evinvest.serial._files import Source, decode, named, put, reading, writing
from evinvest.serial.json import dumps as document_of
from evinvest.serial.json import parse

if TYPE_CHECKING:
    from cattrs import Converter

__all__ = ["dump", "dumps", "iter_load", "load", "loads"]


def dumps(records: Iterable[object], *, article: str | None = None, converter: Converter | None = None) -> str:
    """One line a record; ``Facts`` give their facts in order, without the issues.

    Args:
        records: ``Facts``, or any facts or values.
        article: the name to write beside each of them.
        converter: one of your own, by :func:`evinvest.serial.make_converter`.

    Raises:
        SerialError: when one is no record of this library.
    """
    return "".join(_lines(records, article, converter))


def _lines(records: Iterable[object], article: str | None, converter: Converter | None) -> Iterator[str]:
    for record in records:
        line = document_of(record, converter=converter)
        if article is not None and line.startswith("{"):
            named = document_of({"article": article}, converter=converter)
            line = named[:-1] + ("," if line != "{}" else "") + line[1:]
        yield line + "\n"


def loads(
    document: str | bytes,
    record_type: Any = Fact,  # noqa: ANN401 - a class or a union of them
    *,
    converter: Converter | None = None,
) -> tuple[Any, ...]:
    """The records in a document, in order; empty lines are passed over.

    Raises:
        SerialError: for the first line that is not JSON or does not hold such a record, with line and path.
    """
    # Not splitlines(): it also cuts at signs that may stand inside a text.
    lines = decode(document).split("\n")
    return tuple(_records(lines, record_type, converter))


def _records(lines: Iterable[str | bytes], record_type: Any, converter: Converter | None) -> Iterator[Any]:  # noqa: ANN401
    codec = None if converter else fast(record_type, "json", aside="article")
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        if codec and (record := codec.decode(line)) is not None:
            yield record
            continue
        try:
            # A byte-order mark stands at the beginning of a file only; elsewhere it is no JSON.
            value = parse(decode(line) if number == 1 or isinstance(line, str) else line.decode())
            if isinstance(value, dict):
                value.pop("article", None)
            record = from_document(value, record_type, converter=converter)
        except SerialError as error:
            error.line = number
            raise
        except UnicodeDecodeError as error:
            raise SerialError("not UTF-8", line=number, path="$") from error
        yield record


def dump(
    records: Iterable[object], target: Source, *, article: str | None = None, converter: Converter | None = None
) -> None:
    """Write records to a path, or to a stream of text or bytes, line by line: records may come from a generator.

    Raises:
        SerialError: as :func:`dumps`, and when the file cannot be written.
    """
    lines = _lines(records, article, converter)
    with writing(target):
        if isinstance(target, str | Path):
            with Path(target).open("wb") as file:
                file.writelines(line.encode() for line in lines)
        else:
            for line in lines:
                put(target, line, line.encode())


def load(
    source: Source,
    record_type: Any = Fact,  # noqa: ANN401
    *,
    converter: Converter | None = None,
) -> tuple[Any, ...]:
    """The records in the file at a path, or in a stream of text or bytes.

    Raises:
        SerialError: as :func:`loads`, with the name of the file, and when it cannot be read.
    """
    return tuple(iter_load(source, record_type, converter=converter))


def iter_load(
    source: Source,
    record_type: Any = Fact,  # noqa: ANN401
    *,
    converter: Converter | None = None,
) -> Iterator[Any]:
    """As :func:`load`, but one record after the other: no more than one line is held at a time.

    Raises:
        SerialError: as :func:`load`, when the line is reached.
    """
    with named(source), reading(source):
        if isinstance(source, str | Path):
            with Path(source).open("rb") as file:
                yield from _records(file, record_type, converter)
        else:
            yield from _records(source, record_type, converter)
