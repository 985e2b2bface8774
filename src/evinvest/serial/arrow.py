"""Apache Arrow: facts as a typed table, and Arrow files (``.arrow``). Needs the extra ``tables``.

Numbers are ``decimal128(38, 9)``, which adds up exactly and which databases and data frames know: 29 digits before the
point and 9 behind it. Days are ``date32``, lists are lists, words of an enumeration are texts; the metadata of each
field say what it is, in which unit and of which words. Such a number keeps no zeros at its end and no exponent, so
where digits would be lost (``10.50``, or more of them than fit) the column ``exact`` has them: nothing is lost.

>>> from decimal import Decimal
>>> from evinvest.models import Evidence, Investment, Money, Span, Stage
>>> deal = Investment(amount=Money(Decimal("1.4E+9"), "USD"), stage=Stage.MADE, evidence=Evidence(Span(0, 4), "said"))
>>> table = to_table([deal], kind="investment")
>>> table["amount"].type, table["amount"].to_pylist(), table.schema.field("amount").metadata[b"unit"]
(Decimal128Type(decimal128(38, 9)), [Decimal('1400000000.000000000')], b'see currency')
>>> from_table(table).investments == (deal,)
True
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from evinvest.errors import SerialError
from evinvest.serial._documents import VERSION, up_to_date
from evinvest.serial._extras import optional
from evinvest.serial._files import Source, named, read, write
from evinvest.serial.columns import Column, Type
from evinvest.serial.rows import Records, batch, from_wide, merged, to_rows, to_wide
from evinvest.serial.tables import KIND, TABLES, wide

if TYPE_CHECKING:
    from evinvest.models import Facts
    from evinvest.serial.dollars import Dollars

__all__ = ["dump", "dumps", "from_table", "load", "load_by_article", "loads", "schema", "table_by_article", "to_table"]


def schema(*, kind: str | None = None, dollars: Dollars | None = None) -> Any:  # noqa: ANN401 - pyarrow has no types
    """The ``pyarrow.Schema`` of the table of a kind, or of that of all kinds.

    Args:
        kind: ``investment``, ``plant``, ``export`` or ``issue``.
        dollars: adds the columns of amounts in dollars.

    Raises:
        SerialError: for another kind.
        MissingExtra: without the extra ``tables``.
    """
    pyarrow = _pyarrow()
    metadata = {"evinvest": str(VERSION), "title": "Facts read from news"}
    return pyarrow.schema([_field(column, pyarrow) for column in _columns(kind, dollars)], metadata=metadata)


def to_table(
    facts: Records, *, kind: str | None = None, article: str | None = None, dollars: Dollars | None = None
) -> Any:  # noqa: ANN401 - as above
    """A ``pyarrow.Table`` of the facts of one kind, or of all facts and issues; ``kind`` is its first column.

    Args:
        facts: of one article, or some facts, or all facts by the names of their articles.
        kind: ``investment``, ``plant``, ``export`` or ``issue``: only these, and only their columns.
        article: the name of the article, where they are of one.
        dollars: adds ``amount_usd`` and the like.

    Raises:
        SerialError: for a fact that no table holds, or another kind.
        MissingExtra: without the extra ``tables``.
    """
    pyarrow = _pyarrow()
    articles = batch(facts, article=article)
    tables = to_rows(articles)
    if dollars is not None:
        dollars.add(tables, articles)
    rows = [row for row in to_wide(tables) if kind in (None, row["kind"])]
    with arrow_errors():
        fields = schema(kind=kind, dollars=dollars)
        columns = [
            pyarrow.array([_cell(row.get(column.name), column) for row in rows], field.type)
            for column, field in zip(_columns(kind, dollars), fields, strict=True)
        ]
        return pyarrow.Table.from_arrays(columns, schema=fields)


def from_table(table: Any) -> Facts:  # noqa: ANN401 - as above
    """The facts in a ``pyarrow.Table`` that has the column ``kind``; of several articles as if they were of one.

    Raises:
        SerialError: when a row holds no fact; ``path`` names the row and the column.
    """
    return merged(table_by_article(table))


def table_by_article(table: Any) -> dict[str | None, Facts]:  # noqa: ANN401 - as above
    """The facts in a ``pyarrow.Table`` by the names of their articles.

    Raises:
        SerialError: as :func:`from_table`.
    """
    known = {column.name for column in wide()}
    with arrow_errors():
        version = (table.schema.metadata or {}).get(b"evinvest")
        if version is not None:
            up_to_date({"evinvest": int(version) if version.isdigit() else version})
        names = [name for name in table.column_names if name in known]
        if KIND.name not in names:
            raise SerialError(f"no table of facts: it has no column {KIND.name}", path="$")
        table.validate(full=True)
        rows = table.select(names).to_pylist()
    return from_wide(rows)


def dumps(
    facts: Records, *, kind: str | None = None, article: str | None = None, dollars: Dollars | None = None
) -> bytes:
    """An Arrow IPC file of the facts; arguments and errors are those of :func:`to_table`."""
    pyarrow = _pyarrow()
    table = to_table(facts, kind=kind, article=article, dollars=dollars)
    sink = pyarrow.BufferOutputStream()
    with pyarrow.ipc.new_file(sink, table.schema) as writer:
        writer.write_table(table)
    return bytes(sink.getvalue())


def loads(document: bytes) -> Facts:
    """The facts in an Arrow IPC file.

    Raises:
        SerialError: when it is none, or a row holds no fact.
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
    """Write an Arrow IPC file to a path or a stream of bytes; arguments and errors are those of :func:`to_table`."""
    write(dumps(facts, kind=kind, article=article, dollars=dollars), target)


def load(source: Source) -> Facts:
    """The facts in the Arrow IPC file at a path, or in a stream of bytes.

    Raises:
        SerialError: as :func:`loads`, with the name of the file, and when it cannot be read.
        MissingExtra: without the extra ``tables``.
    """
    return merged(load_by_article(source))


def load_by_article(source: Source) -> dict[str | None, Facts]:
    """The facts in an Arrow IPC file by the names of their articles; errors are those of :func:`load`."""
    with named(source):
        return _parsed(read(source))


def _parsed(document: str | bytes) -> dict[str | None, Facts]:
    pyarrow = _pyarrow()
    with arrow_errors():
        table = pyarrow.ipc.open_file(pyarrow.py_buffer(document)).read_all()
    return table_by_article(table)


def _columns(kind: str | None, dollars: Dollars | None) -> tuple[Column, ...]:
    if kind is None:
        more = [column for table in TABLES for column in (dollars.columns(table) if dollars else ())]
        return (*wide(), *more)
    for table in TABLES:
        if table.kind == kind:
            return (KIND, *table.columns, *(dollars.columns(table) if dollars else ()))
    raise SerialError(f"not a kind of row ({', '.join(table.kind for table in TABLES)}): {kind!r}")


def _field(column: Column, pyarrow: Any) -> Any:  # noqa: ANN401 - as above
    types = {
        Type.TEXT: pyarrow.string(),
        Type.INTEGER: pyarrow.int64(),
        Type.NUMBER: pyarrow.decimal128(38, 9),
        Type.BOOLEAN: pyarrow.bool_(),
        Type.DATE: pyarrow.date32(),
        Type.TEXTS: pyarrow.list_(pyarrow.string()),
        Type.NUMBERS: pyarrow.list_(pyarrow.decimal128(38, 9)),
        Type.DOCUMENT: pyarrow.string(),
    }
    metadata = {
        "description": column.description,
        "unit": column.unit,
        "enum": json.dumps(list(column.words)) if column.words else None,
        "format": "json" if column.holds is Type.DOCUMENT else None,
    }
    return pyarrow.field(
        column.name, types[column.holds], metadata={key: value for key, value in metadata.items() if value}
    )


def _cell(value: Any, column: Column) -> Any:  # noqa: ANN401 - a cell of any type
    if column.holds is Type.DOCUMENT and value is not None:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return value


@contextmanager
def arrow_errors() -> Iterator[None]:
    """Within it, what Arrow cannot hold or read is an error of this library."""
    pyarrow = _pyarrow()
    try:
        yield
    except SerialError:
        raise
    except (
        pyarrow.ArrowException,
        OSError,
        ValueError,
        TypeError,
        LookupError,
        ArithmeticError,
        AttributeError,
    ) as error:
        reason = str(error).partition("\n")[0]
        raise SerialError(f"not a table that can be read or written: {reason}", path="$") from error


def _pyarrow() -> Any:  # noqa: ANN401 - a module
    optional("pyarrow.ipc", extra="tables")
    return optional("pyarrow", extra="tables")
