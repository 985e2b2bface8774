"""SQL databases: a table a kind of record, with keys and types, in DuckDB, SQLite or whatever SQLAlchemy or ADBC reach.

The tables ``investments``, ``plants``, ``exports`` and ``issues`` have the columns of :mod:`evinvest.serial.tables`,
with lists and what nests as JSON. Their key ``id`` is a digest of the article's name and the record: what is written
twice is there once. SQLite needs no extra, all others need ``sql``. Nothing is lost: SQLite has no decimals, so a
number of more digits than a binary fraction keeps stands in the column ``exact`` as well.

>>> import sqlite3
>>> from evinvest.models import Evidence, Investment, Money, Span, Stage
>>> deal = Investment(amount=Money(5_000_000, "EUR"), stage=Stage.MADE, evidence=Evidence(Span(0, 4), "said"))
>>> database = sqlite3.connect(":memory:")
>>> dump([deal], database, article="story.md"); dump([deal], database, article="story.md")
>>> database.execute("SELECT article, amount, currency, stage FROM investments").fetchall()
[('story.md', 5000000, 'EUR', 'made')]
>>> load(database).investments == (deal,)
True
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from evinvest.errors import EvinvestError, SerialError
from evinvest.serial._databases import Alchemy, Database, Plain
from evinvest.serial._documents import VERSION, up_to_date
from evinvest.serial._extras import optional
from evinvest.serial.columns import Column, Table, Type
from evinvest.serial.rows import Records, batch, from_rows, merged, to_rows
from evinvest.serial.tables import TABLES

if TYPE_CHECKING:
    from evinvest.models import Facts

__all__ = ["dump", "load", "load_by_article"]

_VERSION = Table(
    "evinvest",
    "version",
    int,
    "The version of the tables beside it.",
    (Column(name="version", holds=Type.INTEGER, description="as documents say it", required=True),),
)
_SQLITE = frozenset({".sqlite", ".sqlite3", ".db"})
_DUCKDB = frozenset({".duckdb", ".ddb"})


def dump(facts: Records, target: Any, *, article: str | None = None, prefix: str = "", replace: bool = False) -> None:  # noqa: ANN401
    """Write facts into the tables of a database, which are made where there are none, in one transaction.

    Args:
        facts: of one article, or some facts, or all facts by the names of their articles.
        target: a path that ends in ``.duckdb``, ``.sqlite`` or ``.db``; an address as SQLAlchemy takes it
            (``postgresql://...``); an engine or a connection of SQLAlchemy; a connection of DuckDB, SQLite, ADBC or
            another DBAPI driver. A connection is committed, unless it was in a transaction of SQLAlchemy or DuckDB
            before, whose end is the caller's.
        article: the name of the article, where they are of one.
        prefix: of the names of the tables.
        replace: whether rows that were there of the same articles go.

    Raises:
        SerialError: for a fact that no table holds, and when the database cannot be written.
        MissingExtra: without the extra ``sql``, where it is needed.
    """
    articles = batch(facts, article=article)
    rows = to_rows(articles)
    with _opened(target, prefix, write=True) as database:
        database.create(_VERSION)
        if not database.rows(_VERSION, None):
            database.insert(_VERSION, [{"version": VERSION}])
        _check_version(database)
        for table in TABLES:
            database.create(table)
            if replace:
                database.remove(table, "article", articles)
            database.remove(table, "id", [row["id"] for row in rows[table.name]])
            database.insert(table, rows[table.name])


def load(source: Any, *, article: str | None = None, prefix: str = "") -> Facts:  # noqa: ANN401 - any database
    """The facts in a database; of several articles as if they were of one.

    Args:
        source: as for :func:`dump`.
        article: only those of this article.
        prefix: of the names of the tables.

    Raises:
        SerialError: when the database cannot be read, or a row holds no fact; ``path`` names table, row and column.
        MissingExtra: without the extra ``sql``, where it is needed.
    """
    return merged(load_by_article(source, article=article, prefix=prefix))


def load_by_article(source: Any, *, article: str | None = None, prefix: str = "") -> dict[str | None, Facts]:  # noqa: ANN401
    """The facts in a database by the names of their articles; arguments and errors are those of :func:`load`."""
    with _opened(source, prefix, write=False) as database:
        _check_version(database)
        return from_rows({table.name: database.rows(table, article) for table in TABLES})


def _check_version(database: Database) -> None:
    for row in database.rows(_VERSION, None):
        up_to_date({"evinvest": row["version"]})


@contextmanager
def _opened(target: Any, prefix: str, *, write: bool) -> Iterator[Database]:  # noqa: ANN401 - as above
    """A database inside a transaction, whose errors are those of this library."""
    # An address may have a password in it, which no error shows.
    name = str(target) if isinstance(target, Path) or (isinstance(target, str) and "://" not in target) else None
    try:
        with _connected(target, prefix, write=write) as database:
            yield database
    except EvinvestError as error:
        error.source = error.source or name
        raise
    except Exception as error:  # the errors of drivers have no root in common
        says = str(error).partition("\n")[0]
        raise SerialError(f"the database says: {says}", source=name, path="$") from error


@contextmanager
def _connected(target: Any, prefix: str, *, write: bool) -> Iterator[Database]:  # noqa: ANN401 - as above
    if isinstance(target, str) and "://" in target:
        engine = optional("sqlalchemy", extra="sql").create_engine(target)
        try:
            with engine.begin() as connection:
                yield Alchemy(connection, prefix)
        finally:
            engine.dispose()
    elif isinstance(target, str | Path):
        with closing(_file(Path(target), write=write)) as connection, _transaction(connection):
            yield Plain.of(connection, prefix)
    elif not type(target).__module__.startswith("sqlalchemy."):
        with _transaction(target):
            yield Plain.of(target, prefix)
    elif not hasattr(target, "in_transaction"):
        with target.begin() as connection:
            yield Alchemy(connection, prefix)
    elif target.in_transaction():
        yield Alchemy(target, prefix)
    else:
        with target.begin():
            yield Alchemy(target, prefix)


def _file(path: Path, *, write: bool) -> Any:  # noqa: ANN401 - a connection
    """A connection to the database in a file.

    Raises:
        SerialError: when nothing is there to read, or its name does not say of which kind it is.
    """
    ending = path.suffix.lower()
    if ending not in _SQLITE | _DUCKDB:
        known = ", ".join(sorted(_SQLITE | _DUCKDB))
        raise SerialError(f"not the ending of a database ({known}): {ending!r}")
    if not write and not path.exists():
        raise SerialError("cannot be read: no such file")
    if ending in _DUCKDB:
        return optional("duckdb", extra="sql").connect(str(path), read_only=not write)
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode={'rwc' if write else 'ro'}", uri=True)


@contextmanager
def _transaction(connection: Any) -> Iterator[None]:  # noqa: ANN401 - any driver's
    """All or nothing. DuckDB does not begin by itself, and what was begun before is the caller's to end."""
    if "duckdb" in type(connection).__module__:
        # It cannot be asked whether a transaction is open; but outside of one each statement has a number of its own.
        one, other = (connection.execute("SELECT txid_current()").fetchone() for _ in range(2))
        if one == other:
            yield
            return
        connection.begin()
    try:
        yield
    except BaseException:
        connection.rollback()
        raise
    connection.commit()
