"""What a column is, and the columns that a company, a place, an amount or a period takes in any table."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property
from itertools import groupby

from attrs import define, field, frozen

from evinvest.models import Bound


class Type(StrEnum):
    """What the cells of a column hold."""

    TEXT = "text"
    INTEGER = "integer"
    """A whole number of 64 bits."""
    NUMBER = "number"
    """A decimal of at most 29 digits before and 9 behind the point; the column ``exact`` has those that are longer."""
    BOOLEAN = "boolean"
    DATE = "date"
    TEXTS = "texts"
    """A list of texts, some of which may be absent."""
    NUMBERS = "numbers"
    """A list of numbers, some of which may be absent."""
    DOCUMENT = "document"
    """A value that nests, as JSON."""


@frozen(kw_only=True)
class Column:
    """One column of a table.

    Attributes:
        holder: the key of the document in which the value stands, where it does not stand in the record itself.
        key: of the value; ``None`` where the record does not have it, so that it is not read back.
        each: whether ``holder`` is a list, so that the cell holds a value of each of its members.
        index: which member of a pair.
        holds: the type of its cells.
        beside: a key that has to stand beside ``key``: an amount with a unit is no amount with a currency.
        default: what a document leaves out.
        words: the enumeration of a word.
        required: whether it is never empty.
    """

    name: str
    holds: Type
    description: str
    unit: str | None = None
    words: type[StrEnum] | None = None
    holder: str | None = None
    key: str | None = None
    each: bool = False
    index: int | None = None
    beside: str | None = None
    default: object = None
    required: bool = False

    @cached_property
    def special(self) -> bool:
        """Whether a cell is not simply the value of the document."""
        return self.holds in {Type.INTEGER, Type.NUMBER, Type.NUMBERS}

    @property
    def path(self) -> str | None:
        """Where the value stands in a document, such as ``amount.currency`` or ``investors[].name``."""
        if self.key is None or self.holder is None:
            return self.key
        return f"{self.holder}{'[]' * self.each}.{self.key}"


@define
class Table:
    """The table of one kind of record.

    Attributes:
        name: of the table, and of the list in ``Facts``.
        kind: of a record, as documents say it.
        record: its class.
    """

    name: str
    kind: str
    record: type
    description: str
    columns: tuple[Column, ...] = field(repr=False)

    @cached_property
    def groups(self) -> tuple[tuple[str | None, bool, tuple[tuple[Column, str], ...]], ...]:
        """The columns that are read from one holder: its key, whether it is a list, and they with their keys."""
        read = [(column, column.key) for column in self.columns if column.key is not None]
        found = groupby(read, key=lambda pair: (pair[0].holder, pair[0].each))
        return tuple((holder, each, tuple(columns)) for (holder, each), columns in found)

    @cached_property
    def days(self) -> tuple[Column, ...]:
        """The columns of days, which follow from the periods before them."""
        return tuple(column for column in self.columns if column.holds is Type.DATE)

    @cached_property
    def by_path(self) -> Mapping[str, Column]:
        """The columns by the paths of their values."""
        return {column.path: column for column in self.columns if column.path}


def companies(many: str, one: str, what: str) -> tuple[Column, ...]:
    """The columns of a list of companies: ``many`` is the list, ``one`` begins the names of its other columns."""
    parts = (
        (many, "name", f"{what}, by their known names"),
        (f"{one}_surfaces", "surface", "their names as the text has them"),
        (f"{one}_countries", "country", "their homes, ISO 3166-1 alpha-2"),
        (f"{one}_tickers", "ticker", "their markets (ISO 10383) and codes, such as XSHE:002594"),
    )
    return tuple(
        Column(name=name, holds=Type.TEXTS, description=says, holder=many, key=key, each=True)
        for name, key, says in parts
    )


def company(name: str, what: str) -> tuple[Column, ...]:
    """The columns of one company."""
    parts = (
        (name, "name", f"{what}, by its known name"),
        (f"{name}_surface", "surface", "its name as the text has it"),
        (f"{name}_country", "country", "its home, ISO 3166-1 alpha-2"),
        (f"{name}_ticker", "ticker", "its market (ISO 10383) and code"),
    )
    return tuple(
        Column(name=column, holds=Type.TEXT, description=says, holder=name, key=key) for column, key, says in parts
    )


_PLACE = (
    ("", "name", "as written", Type.TEXT),
    ("country", "country", "ISO 3166-1 alpha-2", Type.TEXT),
    ("region", "region", "state, province or county", Type.TEXT),
    ("locality", "locality", "the most precise named place below the country", Type.TEXT),
    ("latitude", "latitude", "north is positive", Type.NUMBER),
    ("longitude", "longitude", "east is positive", Type.NUMBER),
)


def place(holder: str, what: str, *, names: Mapping[str, str] | None = None) -> tuple[Column, ...]:
    """The columns of one place; ``names`` has those that are not called after it."""
    return tuple(
        Column(
            name=(names or {}).get(key, f"{holder}_{part}" if part else holder),
            holds=kind,
            description=says if part else f"{what}, {says}",
            unit="degrees" if kind is Type.NUMBER else None,
            holder=holder,
            key=key,
        )
        for part, key, says, kind in _PLACE
    )


_PLURALS = {"country": "countries", "region": "regions", "locality": "localities"}


def places(what: str) -> tuple[Column, ...]:
    """The columns of a list of places."""
    return tuple(
        Column(
            name=f"place_{_PLURALS.get(part, part + 's')}" if part else "places",
            holds=Type.NUMBERS if kind is Type.NUMBER else Type.TEXTS,
            description=says if part else f"{what}, {says}",
            unit="degrees" if kind is Type.NUMBER else None,
            holder="places",
            key=key,
            each=True,
        )
        for part, key, says, kind in _PLACE
    )


def amount(holder: str, what: str, *, name: str, unit: str, money: bool) -> tuple[Column, ...]:
    """The columns of money, or of a quantity; ``unit`` is the column that says in what it is counted."""
    beside = "currency" if money else "unit"

    def column(name: str, kind: Type, key: str, says: str, default: Bound | None = None) -> Column:
        of = unit if kind is Type.NUMBER else None
        words = Bound if default else None
        return Column(
            name=name,
            holds=kind,
            description=says,
            unit=of and f"see {of}",
            words=words,
            holder=holder,
            key=key,
            beside=beside,
            default=default and str(default),
        )

    return (
        column(name, Type.NUMBER, "amount" if money else "value", f"{what}; the low end of a range"),
        column(f"{name}_high", Type.NUMBER, "high", "the high end of a range"),
        column(unit, Type.TEXT, beside, "ISO 4217" if money else "such as vehicle, GWh or t; of a capacity, a year"),
        column(f"{name}_bound", Type.TEXT, "bound", "how exactly it was stated", Bound.EXACT),
        *(
            [column(f"{name}_equivalents", Type.DOCUMENT, "equivalents", "the same in other currencies, as stated")]
            if money
            else []
        ),
    )


def period(key: str, what: str) -> tuple[Column, ...]:
    """The columns of a period: its label, and the days that it stands for."""
    return (
        Column(name=key, holds=Type.TEXT, description=f"{what}, such as 2025-H1 or 2025-06", key=key),
        Column(name=f"{key}_start", holds=Type.DATE, description="its first day"),
        Column(name=f"{key}_end", holds=Type.DATE, description="the day behind its last one"),
    )


def word(name: str, words: type[StrEnum], says: str, *, required: bool = False) -> Column:
    """The column of a word of an enumeration."""
    return Column(name=name, holds=Type.TEXT, description=says, words=words, key=name, required=required)


def text(name: str, says: str, *, required: bool = False) -> Column:
    """The column of a text in the record itself."""
    return Column(name=name, holds=Type.TEXT, description=says, key=name, required=required)
