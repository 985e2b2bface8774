"""Rows as CSV text (RFC 4180) and back: what a cell looks like, and a strict reader that knows its line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from evinvest.errors import SerialError
from evinvest.serial._files import decode
from evinvest.serial.columns import Column, Type

# What spreadsheets take for a formula at the head of a cell: also tabs, line ends and the wide forms of the signs.
_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠']|\Z")
_QUOTED = re.compile(r'[",\r\n]|\A\s|\s\Z')
_CELL = re.compile(r'(?:"(?P<quoted>(?:[^"]|"")*+)"|(?P<bare>[^",\r\n]*+))(?P<end>,|\r?\n|\r|\Z)')


def table_text(rows: Iterable[dict[str, Any]], columns: Sequence[Column]) -> str:
    """A table with its header; lines end as RFC 4180 has it."""
    lines = [",".join(column.name for column in columns)]
    lines += [",".join(_cell(row.get(column.name), column) for column in columns) for row in rows]
    return "".join(f"{line}\r\n" for line in lines)


def _cell(value: Any, column: Column) -> str:  # noqa: ANN401 - a cell of any type
    if value is None:
        return ""
    if column.holds is Type.NUMBERS:
        value = f"[{','.join('null' if each is None else str(each) for each in value)}]"
    elif column.holds in (Type.TEXTS, Type.DOCUMENT):
        value = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    elif column.holds is Type.TEXT:
        value = f"'{value}" if _FORMULA.match(value) else value
    elif column.holds is Type.BOOLEAN:
        value = "true" if value else "false"
    text = str(value)
    return '"' + text.replace('"', '""') + '"' if _QUOTED.search(text) else text


class Reader:
    """The rows of a table as dictionaries, one after the other.

    Attributes:
        line: in which the row begins that was read last, from 1.
    """

    def __init__(self, document: str | bytes, columns: Sequence[Column], *, path: str = "$") -> None:
        self._text = decode(document)
        self._texts = {column.name for column in columns if column.holds is Type.TEXT}
        self._path = path
        self.line = 1

    def __iter__(self) -> Iterator[dict[str, str | None]]:
        """The rows: cells by the names of the header, ``None`` where one is empty.

        Raises:
            SerialError: with the line, for a quotation mark in a wrong place, a row with too many or too few cells, or
                a last line without an end.
        """
        rows = self._rows()
        names = next(rows, [])
        if len(set(names)) < len(names) or not names:
            raise self._trouble("a table needs a header with a name for each column, and no name twice")
        for cells in rows:
            if cells == [""]:
                continue
            if len(cells) != len(names):
                raise self._trouble(f"{len(cells)} cells in a table of {len(names)} columns")
            yield {name: self._value(name, cell) for name, cell in zip(names, cells, strict=True)}

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Within it, errors say the line of the row that was read last."""
        try:
            yield
        except SerialError as error:
            error.line = error.line or self.line
            raise

    def _rows(self) -> Iterator[list[str]]:
        text, place, counted = self._text, 0, 0
        while place < len(text):
            self.line += text.count("\n", counted, place)
            counted = place
            cells: list[str] = []
            end = ","
            while end == ",":
                match = _CELL.match(text, place)
                if match is None:
                    raise self._trouble("a quotation mark in the wrong place")
                quoted, bare, end = match.groups()
                cells.append(bare if quoted is None else quoted.replace('""', '"'))
                place = match.end()
            if not end:
                raise self._trouble("the last line does not end: the file was cut off")
            yield cells

    def _value(self, name: str, cell: str) -> str | None:
        if not cell:
            return None
        return cell.removeprefix("'") if name in self._texts else cell

    def _trouble(self, message: str) -> SerialError:
        return SerialError(message, line=self.line, path=self._path)
