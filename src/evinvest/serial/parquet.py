"""Parquet: facts as one typed table that every engine reads, with the schema of :mod:`evinvest.serial.arrow`.

Needs the extra ``tables``. Nothing is lost; files are compressed by zstd, and damaged ones found by their checksums.

>>> from evinvest.models import Facts
>>> loads(dumps(Facts())) == Facts()
True
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from evinvest.serial._extras import optional
from evinvest.serial._files import Source, named, read, write
from evinvest.serial.arrow import arrow_errors, table_by_article, to_table
from evinvest.serial.rows import Records, merged

if TYPE_CHECKING:
    from evinvest.models import Facts
    from evinvest.serial.dollars import Dollars

__all__ = ["dump", "dumps", "load", "load_by_article", "loads"]


def dumps(
    facts: Records, *, kind: str | None = None, article: str | None = None, dollars: Dollars | None = None
) -> bytes:
    """A Parquet file of the facts.

    Args:
        facts: of one article, or some facts, or all facts by the names of their articles.
        kind: ``investment``, ``plant``, ``export`` or ``issue``: only these, and only their columns.
        article: the name of the article, where they are of one.
        dollars: adds ``amount_usd`` and the like.

    Raises:
        SerialError: for a fact that no table holds, or another kind.
        MissingExtra: without the extra ``tables``.
    """
    pyarrow = optional("pyarrow", extra="tables")
    table = to_table(facts, kind=kind, article=article, dollars=dollars)
    sink = pyarrow.BufferOutputStream()
    _parquet().write_table(table, sink, compression="zstd", write_page_checksum=True)
    return bytes(sink.getvalue())


def loads(document: bytes) -> Facts:
    """The facts in a Parquet file.

    Raises:
        SerialError: when it is none, or a row holds no fact; ``path`` names the row and the column.
        MissingExtra: without the extra ``tables``.
    """
    return merged(_parsed(document))


def dump(
    facts: Records,
    target: Source,
    *,
    kind: str | None = None,
    article: str | None = None,
    dollars: Dollars | None = None,
) -> None:
    """Write a Parquet file to a path or a stream of bytes; arguments and errors are those of :func:`dumps`."""
    write(dumps(facts, kind=kind, article=article, dollars=dollars), target)


def load(source: Source) -> Facts:
    """The facts in the Parquet file at a path, or in a stream of bytes.

    Raises:
        SerialError: as :func:`loads`, with the name of the file, and when it cannot be read.
        MissingExtra: without the extra ``tables``.
    """
    return merged(load_by_article(source))


def load_by_article(source: Source) -> dict[str | None, Facts]:
    """The facts in a Parquet file by the names of their articles; errors are those of :func:`load`."""
    with named(source):
        return _parsed(read(source))


def _parsed(document: str | bytes) -> dict[str | None, Facts]:
    pyarrow = optional("pyarrow", extra="tables")
    with arrow_errors():
        source = pyarrow.BufferReader(document)
        table = _parquet().ParquetFile(source, page_checksum_verification=True).read()
    return table_by_article(table)


def _parquet() -> Any:  # noqa: ANN401 - a module
    return optional("pyarrow.parquet", extra="tables")
