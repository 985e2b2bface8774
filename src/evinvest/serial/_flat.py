"""A document as the cells of a row, and back, by the columns of its table."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from evinvest.errors import SerialError
from evinvest.models import Period
from evinvest.serial._cells import READERS, is_absent, number_of
from evinvest.serial.columns import Column, Table, Type

_LARGEST = 2**63
_NUMBERS = frozenset({Type.NUMBER, Type.NUMBERS})
_NOTHING: Mapping[str, Any] = {}
_USUAL: Mapping[str, Mapping[str, Any]] = {"claim": _NOTHING}


def flatten(document: Mapping[str, Any], table: Table) -> dict[str, Any]:
    """The cells that a document fills; in ``exact`` the digits that number columns cannot say.

    Raises:
        SerialError: for a whole number of more than 64 bits.
    """
    row: dict[str, Any] = {}
    exact: dict[str, Any] = {}
    for name, each, columns in table.groups:
        # A fact without a claim has the usual one.
        holder: Any = document if name is None else document.get(name, _USUAL.get(name))
        for column, key in columns:
            if each:
                value: Any = [member.get(key, column.default) for member in holder or ()]
            elif holder is None or (column.beside is not None and column.beside not in holder):
                value = None
            else:
                value = holder.get(key, column.default)
            if value is not None and column.special:
                value = _special(value, column, exact)
            row[column.name] = value
    for column in table.days:  # the first day of a period, or the one behind its last
        label, _, end = column.name.rpartition("_")
        row[column.name] = getattr(Period.parse(row[label]), end) if row[label] else None
    if table.columns[-1].name == "exact":
        row["exact"] = exact or None
    return row


def _special(value: Any, column: Column, exact: dict[str, Any]) -> Any:  # noqa: ANN401 - any value of a document
    """The cell of a number, or of a member of a pair."""
    if column.holds in _NUMBERS:
        cells, whole = _numbers(value)
        if not whole:
            exact[column.name] = value
        return cells
    number = value if column.index is None else value[column.index]
    if not -_LARGEST <= number < _LARGEST:
        raise SerialError(f"a whole number of more than 64 bits: {number}", path=f"$.{column.path}")
    return number


def _numbers(digits: Any) -> tuple[Any, bool]:  # noqa: ANN401 - of one number or a list
    """The number or numbers of a cell, and whether they say all digits."""
    if isinstance(digits, str):
        return number_of(digits)
    each = [(None, True) if one is None else number_of(one) for one in digits]
    return [number for number, _ in each], all(whole for _, whole in each)


def unflatten(row: Mapping[str, Any], table: Table, path: str) -> dict[str, Any]:
    """The document that a row holds; whether it is one of a record is for the converter to say.

    Raises:
        SerialError: when a cell is not of the type of its column; its path is ``path`` and the column.
    """
    exact = _exact(row, table, path)
    document: dict[str, Any] = {}
    for column in table.columns:
        if column.key is None:
            continue
        value = cell(row, column, path)
        if column.name in exact and _says(value, exact[column.name]):
            value = exact[column.name]
        if value is None:
            continue
        if column.each:
            _put_each(document, column, value, path)
            continue
        holder = document if column.holder is None else document.setdefault(column.holder, {})
        if column.index is None:
            holder[column.key] = value
        else:
            holder.setdefault(column.key, [None, None])[column.index] = value
    return document


def _put_each(document: dict[str, Any], column: Column, values: list[Any], path: str) -> None:
    """Give each member of a list its value."""
    members = document.setdefault(str(column.holder), [{} for _ in values])
    if len(members) != len(values):
        message = f"a list of {len(values)} where {column.holder} has {len(members)}"
        raise SerialError(message, path=f"{path}.{column.name}")
    for member, value in zip(members, values, strict=True):
        if value is not None:
            member[column.key] = value


def cell(row: Mapping[str, Any], column: Column, path: str) -> Any:  # noqa: ANN401 - any value of a document
    """The value of one cell, ``None`` where it is empty.

    Raises:
        SerialError: when it is not of the type of the column.
    """
    value = row.get(column.name)
    if is_absent(value):
        return None
    try:
        return READERS[column.holds](value)
    except SerialError as error:
        error.path = f"{path}.{column.name}"
        raise


def _exact(row: Mapping[str, Any], table: Table, path: str) -> Mapping[str, Any]:
    """The digits that the number columns of a row cannot say."""
    last = table.columns[-1]
    exact = cell(row, last, path) if last.name == "exact" else None
    if exact is None:
        return _NOTHING
    expected = {
        column.name: list if column.holds is Type.NUMBERS else str
        for column in table.columns
        if column.holds in _NUMBERS
    }
    if not isinstance(exact, Mapping) or not all(
        name in expected and isinstance(digits, expected[name]) for name, digits in exact.items()
    ):
        raise SerialError("not the digits of number columns", path=f"{path}.exact")
    return exact


def _says(number: Any, exact: Any) -> bool:  # noqa: ANN401 - digits, or a list of them
    """Whether exact digits were written beside this number, which nobody has changed since."""
    if isinstance(exact, list):
        return isinstance(number, list) and len(number) == len(exact) and all(map(_says, number, exact))
    if number is None or exact is None:
        return number is None
    try:
        said = float(exact)
    except (TypeError, ValueError):
        return True  # they are no digits: the converter says so
    try:
        return float(number) == said
    except ValueError:
        return False  # as above


def column_path(path: str, table: Table, row: str) -> str:
    """The path of a value in a document as that of the cell which holds it.

    >>> from evinvest.serial.tables import INVESTMENTS
    >>> column_path("$.investors[1].country", INVESTMENTS, "$.investments[3]")
    '$.investments[3].investor_countries[1]'
    """
    inside = path.removeprefix("$").removeprefix(".")
    for place, column in table.by_path.items():
        pattern = re.escape(place).replace(r"\[\]", r"(\[[0-9]+\])") + r"(?=[.\[]|\Z)"
        if match := re.match(pattern, inside):
            return f"{row}.{column.name}{''.join(match.groups())}{inside[match.end() :]}"
    return f"{row}.{inside}" if inside else row
