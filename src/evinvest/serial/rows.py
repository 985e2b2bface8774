"""Facts to flat rows and back: what all tabular formats share.

A row is a dictionary by the columns of :mod:`evinvest.serial.tables`. Rows keep everything that ``Facts`` hold, and the
article that each fact was read from: numbers that no column could hold digit for digit stand in the cell ``exact``.

What is *not* read back: ``id`` and the days of periods, which follow from the rest, and columns that a table does not
have, so that they may be added. Where a number was changed beside an ``exact`` that says another one, the number
counts.
"""

from __future__ import annotations

import hashlib
import json
import reprlib
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, cast

from evinvest.converter import Fact, structure, unstructure
from evinvest.errors import SerialError
from evinvest.models import ExportFigure, Facts, Investment, Plant
from evinvest.serial._flat import cell, column_path, flatten, unflatten
from evinvest.serial.tables import TABLES

if TYPE_CHECKING:
    from evinvest.serial.columns import Table

Row = dict[str, Any]
"""The cells of a row by the names of their columns; ``None`` where one is empty."""

Batch = Mapping[str | None, Facts]
"""Facts by the names of their articles."""

Records = Iterable[Fact] | Batch | Mapping[str, Facts]
"""Whatever tables are made of: ``Facts``, any facts, or facts by the names of their articles."""

_ENCODE = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


def batch(facts: Records, *, article: str | None = None) -> Batch:
    """Facts by article, of whatever a caller has.

    Args:
        facts: of one article, or some of them, or already by article.
        article: its name, where ``facts`` are of one.

    Raises:
        SerialError: when something else stands among them.
    """
    if isinstance(facts, Mapping):
        return cast("Batch", facts)
    if isinstance(facts, Facts):
        return {article: facts}
    kinds: dict[type, list[Any]] = {Investment: [], Plant: [], ExportFigure: []}
    for fact in facts:
        if type(fact) not in kinds:
            raise SerialError(f"not a fact that a table holds: {type(fact).__name__}")
        kinds[type(fact)].append(fact)
    investments, plants, exports = map(tuple, kinds.values())
    return {article: Facts(investments=investments, plants=plants, exports=exports)}


def merged(batch: Batch) -> Facts:
    """The facts of all articles as if they were of one."""
    parts = {
        table.name: tuple(record for facts in batch.values() for record in getattr(facts, table.name))
        for table in TABLES
    }
    return Facts(**parts)


def to_rows(facts: Records, *, article: str | None = None) -> dict[str, list[Row]]:
    """The rows of each table, in the order of the facts.

    Args:
        facts: as for :func:`batch`.
        article: as for :func:`batch`.

    Raises:
        SerialError: for what no table holds: half of a surrogate pair, a whole number of more than 64 bits.

    >>> from decimal import Decimal
    >>> from evinvest.models import Evidence, Investment, Money, Span, Stage
    >>> deal = Investment(amount=Money(Decimal("10.50"), "EUR"), stage=Stage.MADE, evidence=Evidence(Span(0, 2), "So"))
    >>> (row,) = to_rows([deal], article="story.md")["investments"]
    >>> row["amount"], row["currency"], row["exact"], row["investors"]
    (Decimal('10.5'), 'EUR', {'amount': '10.50'}, [])
    """
    rows: dict[str, list[Row]] = {table.name: [] for table in TABLES}
    for name, each in batch(facts, article=article).items():
        for table in TABLES:
            seen: Counter[str] = Counter()
            for position, record in enumerate(getattr(each, table.name)):
                document = unstructure(record)
                row = {"id": _id(table, document, name, seen), "article": name, "position": position}
                rows[table.name].append(row | flatten(document, table))
    return rows


def _id(table: Table, document: Mapping[str, Any], article: str | None, seen: Counter[str]) -> str:
    """A digest of the record, of its article, and of how many equal ones stand before it there."""
    text = _ENCODE(document)
    seen[text] += 1
    whole = _ENCODE([table.name, article, seen[text] - 1]) + text
    try:
        return hashlib.sha256(whole.encode()).hexdigest()[:32]
    except UnicodeEncodeError as error:
        raise SerialError("half of a surrogate pair cannot be written") from error


def from_rows(rows: Mapping[str, Iterable[Mapping[str, Any]]]) -> dict[str | None, Facts]:
    """The facts by article in the rows of some tables; rows of an article are put in order by ``position``.

    Args:
        rows: by the names of the tables; a table that is missing has no rows.

    Raises:
        SerialError: for the first row that holds no record; ``path`` names the table, the row, from 0, and the column.
    """
    return _gathered(
        (table, row, f"$.{table.name}[{number}]")
        for table in TABLES
        for number, row in enumerate(rows.get(table.name, ()))
    )


def to_wide(rows: Mapping[str, Iterable[Row]]) -> list[Row]:
    """The rows of all tables as those of one, each with its ``kind``."""
    return [{"kind": table.kind, **row} for table in TABLES for row in rows[table.name]]


def from_wide(rows: Iterable[Mapping[str, Any]]) -> dict[str | None, Facts]:
    """The facts by article in the rows of one table of all kinds.

    Raises:
        SerialError: as :func:`from_rows`; ``path`` names the row and the column.
    """
    return _gathered((_table(row.get("kind"), f"$[{number}]"), row, f"$[{number}]") for number, row in enumerate(rows))


def _table(kind: object, path: str) -> Table:
    for table in TABLES:
        if kind == table.kind:
            return table
    kinds = ", ".join(table.kind for table in TABLES)
    raise SerialError(f"not a kind of row ({kinds}): {reprlib.repr(kind)}", path=f"{path}.kind")


def _gathered(rows: Iterable[tuple[Table, Mapping[str, Any], str]]) -> dict[str | None, Facts]:
    found: dict[str | None, dict[str, list[tuple[int, Any]]]] = {}
    for table, row, path in rows:
        article, position, record = read_row(row, table, path=path)
        lists = found.setdefault(article, {each.name: [] for each in TABLES})
        lists[table.name].append((position, record))
    return {
        article: Facts(**{name: _ordered(each) for name, each in lists.items()}) for article, lists in found.items()
    }


def _ordered(records: list[tuple[int, Any]]) -> tuple[Any, ...]:
    return tuple(record for _, record in sorted(records, key=lambda each: each[0]))


def read_row(row: Mapping[str, Any], table: Table, *, path: str = "$") -> tuple[str | None, int, Any]:
    """The article, the position and the record of a row.

    Args:
        row: its cells: values of the types of the columns, or their texts.
        table: of which it is.
        path: of the row, which the paths of errors begin with.

    Raises:
        SerialError: when it holds no such record.
    """
    article, position = (cell(row, column, path) for column in table.columns[1:3])
    document = unflatten(row, table, path)
    try:
        return article, position or 0, structure(document, table.record)
    except SerialError as error:
        error.path = column_path(error.path or "$", table, path)
        raise
