"""The ways to a database: through SQLAlchemy, which knows its dialect, or through plain SQL and a DBAPI connection.

Values are always parameters, and names always quoted.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from typing import Any, Protocol

from attrs import field, frozen

from evinvest.errors import SerialError
from evinvest.serial._extras import optional
from evinvest.serial.columns import Column, Table, Type

_MOST = 900  # parameters in a statement: of the databases in use, the narrowest takes 999
_KEY = 32  # letters of an id
_TYPES: Mapping[Type, str] = {
    Type.TEXT: "VARCHAR",
    Type.INTEGER: "BIGINT",
    Type.NUMBER: "DECIMAL(38, 9)",
    Type.BOOLEAN: "BOOLEAN",
    Type.DATE: "DATE",
    Type.TEXTS: "VARCHAR",
    Type.NUMBERS: "VARCHAR",
    Type.DOCUMENT: "VARCHAR",
}

Rows = Sequence[Mapping[str, Any]]


class Database(Protocol):
    """What is done to a database, inside one transaction. A table's first column is its key."""

    def create(self, table: Table) -> None:
        """Make a table where there is none."""

    def insert(self, table: Table, rows: Rows) -> None:
        """Add rows."""

    def remove(self, table: Table, column: str, values: Iterable[str | None]) -> None:
        """Remove the rows that have one of these values in a column."""

    def rows(self, table: Table, article: str | None) -> list[dict[str, Any]]:
        """All rows, or those of an article, in a steady order."""


def _value(cell: Any, column: Column, *, sqlite: bool) -> Any:  # noqa: ANN401 - a cell of any type
    """A cell as a parameter; SQLite knows neither decimals nor days."""
    if cell is None:
        return None
    match column.holds:
        case Type.NUMBERS:
            return f"[{','.join('null' if each is None else str(each) for each in cell)}]"
        case Type.TEXTS | Type.DOCUMENT:
            return json.dumps(cell, ensure_ascii=False, separators=(",", ":"))
        case Type.NUMBER if sqlite:
            return float(cell)
        case Type.DATE if sqlite:
            return cell.isoformat()
        case _:
            return cell


def _text(cell: Any, column: Column) -> str | None:  # noqa: ANN401 - as above
    """A cell as the text that a database casts to its type."""
    value = _value(cell, column, sqlite=False)
    return None if value is None else format(value, "f") if column.holds is Type.NUMBER else str(value)


@frozen
class Plain:
    """A database behind a DBAPI or ADBC connection that takes standard SQL.

    Attributes:
        prefix: of the names of the tables.
        style: how the driver writes parameters (PEP 249).
        sqlite: whether it is SQLite.
    """

    connection: Any
    prefix: str
    style: str
    sqlite: bool

    @classmethod
    def of(cls, connection: Any, prefix: str) -> Plain:  # noqa: ANN401 - any driver's
        """The database behind a connection; its driver says how it takes parameters."""
        name = type(connection).__module__
        module = sys.modules.get(name)
        while not hasattr(module, "paramstyle") and "." in name:
            name = name.rpartition(".")[0]
            module = sys.modules.get(name)
        sqlite = name == "sqlite3"
        if hasattr(connection, "adbc_get_info"):
            sqlite = connection.adbc_get_info().get("vendor_name") == "SQLite"
        return cls(connection, prefix, getattr(module, "paramstyle", "qmark"), sqlite)

    def create(self, table: Table) -> None:
        """Make a table where there is none."""
        columns = [f"{quoted(each.name)} {_TYPES[each.holds]}{' NOT NULL' * each.required}" for each in table.columns]
        columns.append(f"PRIMARY KEY ({quoted(table.columns[0].name)})")
        self._run(f"CREATE TABLE IF NOT EXISTS {self._name(table)} ({', '.join(columns)})")

    def insert(self, table: Table, rows: Rows) -> None:
        """Add rows, many in one statement: drivers take long for one after the other."""
        if self._is_duckdb:
            self._insert_columns(table, rows)
            return
        names = ", ".join(quoted(column.name) for column in table.columns)
        sign = f"({', '.join('?' * len(table.columns))})"
        for some in _chunks(rows, max(1, _MOST // len(table.columns))):
            values = [_value(row[each.name], each, sqlite=self.sqlite) for row in some for each in table.columns]
            signs = ", ".join([sign] * len(some))
            self._run(f"INSERT INTO {self._name(table)} ({names}) VALUES {signs}", values)  # noqa: S608 - quoted names

    def _insert_columns(self, table: Table, rows: Rows) -> None:
        """Add rows column by column, as lists: DuckDB takes them five times as fast as single values."""
        names = ", ".join(quoted(column.name) for column in table.columns)
        lists = ", ".join(f"CAST(unnest(CAST(? AS VARCHAR[])) AS {_TYPES[column.holds]})" for column in table.columns)
        values = [[_text(row[column.name], column) for row in rows] for column in table.columns]
        if rows:
            self._run(f"INSERT INTO {self._name(table)} ({names}) SELECT {lists}", values)

    def remove(self, table: Table, column: str, values: Iterable[str | None]) -> None:
        """Remove the rows that have one of these values in a column."""
        known = list(values)
        for some in _chunks([value for value in known if value is not None], _MOST):
            signs = ", ".join("?" * len(some))
            self._run(f"DELETE FROM {self._name(table)} WHERE {quoted(column)} IN ({signs})", some)  # noqa: S608 - as above
        if None in known:
            self._run(f"DELETE FROM {self._name(table)} WHERE {quoted(column)} IS NULL")  # noqa: S608 - as above

    def rows(self, table: Table, article: str | None) -> list[dict[str, Any]]:
        """All rows, or those of an article, in a steady order."""
        names = [column.name for column in table.columns]
        where = "" if article is None else f" WHERE {quoted('article')} = ?"
        order = ", ".join(quoted(name) for name in ("article", "position", names[0]) if name in names)
        columns = ", ".join(map(quoted, names))
        statement = f"SELECT {columns} FROM {self._name(table)}{where} ORDER BY {order}"  # noqa: S608 - as above
        found = self._run(statement, [] if article is None else [article])
        return [dict(zip(names, row, strict=True)) for row in found]

    @property
    def _is_duckdb(self) -> bool:
        return "duckdb" in type(self.connection).__module__

    def _name(self, table: Table) -> str:
        return quoted(self.prefix + table.name)

    def _run(self, statement: str, values: Sequence[Any] = ()) -> list[Any]:
        given: Any = list(values)
        if self.style in ("format", "pyformat"):
            statement = statement.replace("%", "%%").replace("?", "%s")
        elif self.style in ("named", "numeric"):
            parts = statement.split("?")
            letter = "p" if self.style == "named" else ""
            statement = "".join(f"{part}:{letter}{number}" for number, part in enumerate(parts[:-1], 1)) + parts[-1]
            given = {f"p{number}": value for number, value in enumerate(values, 1)} if letter else given
        arguments = (statement, given) if given else (statement,)
        if self._is_duckdb:  # a cursor of it is a connection of its own
            answer = self.connection.execute(*arguments)
            return answer.fetchall() if answer.description else []
        with closing(self.connection.cursor()) as cursor:
            cursor.execute(*arguments)
            return cursor.fetchall() if cursor.description else []


def quoted(name: str) -> str:
    """A name in a statement, whatever is in it.

    Raises:
        SerialError: for what no name can have in it: a zero sign, or a sign of a parameter.
    """
    if not name or set(name) & {"\0", "?"}:
        raise SerialError(f"not the name of a table: {name!r}")
    return '"' + name.replace('"', '""') + '"'


def _chunks(values: Sequence[Any], size: int) -> Iterator[list[Any]]:
    for start in range(0, len(values), size):
        yield list(values[start : start + size])


@frozen
class Alchemy:
    """A database behind a connection of SQLAlchemy.

    Attributes:
        prefix: of the names of the tables.
    """

    connection: Any
    prefix: str
    _tables: dict[str, Any] = field(factory=dict, init=False)

    def create(self, table: Table) -> None:
        """Make a table where there is none."""
        self._table(table).create(self.connection, checkfirst=True)

    def insert(self, table: Table, rows: Rows) -> None:
        """Add rows."""
        sqlite = self.connection.dialect.name == "sqlite"
        values = [{each.name: _value(row[each.name], each, sqlite=sqlite) for each in table.columns} for row in rows]
        if values:
            self.connection.execute(self._table(table).insert(), values)

    def remove(self, table: Table, column: str, values: Iterable[str | None]) -> None:
        """Remove the rows that have one of these values in a column."""
        known, own = list(values), self._table(table)
        for some in _chunks([value for value in known if value is not None], _MOST):
            self.connection.execute(own.delete().where(own.c[column].in_(some)))
        if None in known:
            self.connection.execute(own.delete().where(own.c[column].is_(None)))

    def rows(self, table: Table, article: str | None) -> list[dict[str, Any]]:
        """All rows, or those of an article, in a steady order."""
        own = self._table(table)
        order = [own.c[name] for name in ("article", "position", table.columns[0].name) if name in own.c]
        statement = own.select().order_by(*order)
        if article is not None:
            statement = statement.where(own.c["article"] == article)
        return [dict(row) for row in self.connection.execute(statement).mappings()]

    def _table(self, table: Table) -> Any:  # noqa: ANN401 - SQLAlchemy is optional
        if table.name not in self._tables:
            sql = optional("sqlalchemy", extra="sql")
            quoted(self.prefix + table.name)
            kinds = {
                Type.INTEGER: sql.BigInteger(),
                Type.NUMBER: sql.Numeric(38, 9).with_variant(sql.Float(), "sqlite"),
                Type.BOOLEAN: sql.Boolean(),
                Type.DATE: sql.Date().with_variant(sql.String(10), "sqlite"),
            }
            columns = [
                sql.Column(
                    column.name,
                    sql.String(_KEY) if column.name == "id" else kinds.get(column.holds, sql.Text()),
                    primary_key=column is table.columns[0],
                    autoincrement=False,
                    nullable=not column.required,
                )
                for column in table.columns
            ]
            self._tables[table.name] = sql.Table(self.prefix + table.name, sql.MetaData(), *columns)
        return self._tables[table.name]
