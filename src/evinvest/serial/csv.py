"""CSV: one table of all facts, or a folder or archive with a table a kind, described by a Frictionless Data Package.

A single file (``facts.csv``) has a column ``kind``. A folder or a ``.zip`` has ``investments.csv``, ``plants.csv``,
``exports.csv`` and ``issues.csv``, and ``datapackage.json`` with types, units, enumerations and keys. The columns are
those of :mod:`evinvest.serial.tables`; nothing is lost.

Lists are JSON (``["BYD","CATL"]``) and what is absent is empty. A spreadsheet takes a text that begins with ``=``,
``+``, ``-`` or ``@`` for a formula, and the words of news are anybody's: such a text is written with an apostrophe
before it, which is taken off when it is read here. Numbers are written as they are. A file that was cut off inside a
line is refused; whole lines that are lost leave no trace.

>>> from decimal import Decimal
>>> from evinvest.models import Evidence, Investment, Money, Span, Stage
>>> deal = Investment(amount=Money(Decimal("1.50"), "EUR"), stage=Stage.MADE, evidence=Evidence(Span(0, 5), "=A1+2"))
>>> text = dumps([deal])
>>> "1.5,,EUR,exact" in text, "'=A1+2" in text, loads(text).investments == (deal,)
(True, True, True)
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from evinvest.errors import SerialError
from evinvest.serial._csv import Reader, table_text
from evinvest.serial._files import Source, decode, named, read, reading, write, writing
from evinvest.serial.datapackage import NAME, describe, files_of
from evinvest.serial.rows import Records, from_rows, from_wide, merged, to_rows, to_wide
from evinvest.serial.tables import TABLES, wide

if TYPE_CHECKING:
    from evinvest.models import Facts

__all__ = ["dump", "dumps", "load", "load_by_article", "loads", "package"]

_MAX_BYTES = 1_000_000_000
_DAY = (1980, 1, 1, 0, 0, 0)  # the first that an archive knows: it says nothing about when it was written


def dumps(facts: Records, *, article: str | None = None) -> str:
    """One table of all facts and issues.

    Args:
        facts: of one article, or some facts, or all facts by the names of their articles.
        article: the name of the article, where they are of one.

    Raises:
        SerialError: for a fact that no table holds.
    """
    return table_text(to_wide(to_rows(facts, article=article)), wide())


def package(facts: Records, *, article: str | None = None) -> dict[str, str]:
    """The files of a data package by their names.

    Raises:
        SerialError: as :func:`dumps`.
    """
    rows = to_rows(facts, article=article)
    return {NAME: describe()} | {f"{table.name}.csv": table_text(rows[table.name], table.columns) for table in TABLES}


def loads(document: str | bytes | Mapping[str, str | bytes]) -> Facts:
    """The facts in one table of all kinds, or in the files of a package; of several articles as if they were of one.

    Raises:
        SerialError: when it is no such table (with the line) or a row holds no fact (with row and column).
    """
    return merged(_parsed(document))


def dump(facts: Records, target: Source, *, article: str | None = None) -> None:
    """Write one table to a stream or to a path that ends in ``.csv``, else a package: a ``.zip``, or a folder.

    Other files in a folder stay.

    Raises:
        SerialError: as :func:`dumps`, and when it cannot be written.
    """
    path = Path(target) if isinstance(target, str | Path) else None
    if path is None or path.suffix.lower() == ".csv":
        write(dumps(facts, article=article), target)
        return
    files = package(facts, article=article)
    if path.suffix.lower() == ".zip":
        write(_zipped(files), path)
        return
    folder = path.parent if path.name == NAME else path
    with writing(folder):
        folder.mkdir(exist_ok=True)
    for name, text in files.items():
        write(text, folder / name)


def load(source: Source) -> Facts:
    """The facts in a table, a package, or a stream of a table; of several articles as if they were of one.

    Raises:
        SerialError: as :func:`loads`, with the name of the file, and when it cannot be read.
    """
    return merged(load_by_article(source))


def load_by_article(source: Source) -> dict[str | None, Facts]:
    """The facts in a table or package by the names of their articles.

    Raises:
        SerialError: as :func:`load`.
    """
    with named(source):
        path = Path(source) if isinstance(source, str | Path) else None
        if path is not None and path.suffix.lower() == ".zip":
            return _parsed(_unzipped(path))
        if path is not None and (path.is_dir() or path.name == NAME):
            folder = path if path.is_dir() else path.parent
            described = decode(read(folder / NAME))
            return _parsed({NAME: described} | {name: read(folder / name) for name in files_of(described).values()})
        return _parsed(read(source))


def _parsed(document: str | bytes | Mapping[str, str | bytes]) -> dict[str | None, Facts]:
    if not isinstance(document, Mapping):
        reader = Reader(document, wide())
        with reader.telling():
            return from_wide(reader)
    readers: dict[str, Reader] = {}
    for name, file in files_of(decode(document.get(NAME, ""))).items():
        if file not in document:
            raise SerialError(f"the package has no file {file!r}", path="$")
        columns = next(table.columns for table in TABLES if table.name == name)
        readers[name] = Reader(document[file], columns, path=f"$.{name}")
    try:
        return from_rows(readers)
    except SerialError as error:
        name = (error.path or "").removeprefix("$.").partition("[")[0]
        if name in readers:
            error.line = readers[name].line
        raise


def _zipped(files: Mapping[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in files.items():
            member = zipfile.ZipInfo(name, _DAY)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 3  # the same on every system
            member.external_attr = 0o644 << 16
            archive.writestr(member, text.encode())
    return buffer.getvalue()


def _unzipped(path: Path) -> dict[str, bytes]:
    """The files of an archive that lie at its top.

    Raises:
        SerialError: when it is no archive, or unpacks to more than a gigabyte.
    """
    try:
        with reading(path), zipfile.ZipFile(path) as archive:
            members = [member for member in archive.infolist() if member.filename.endswith((".csv", NAME))]
            if sum(member.file_size for member in members) > _MAX_BYTES:
                raise SerialError(f"unpacks to more than {_MAX_BYTES} bytes", path="$")
            return {member.filename: archive.read(member) for member in members}
    except (zipfile.BadZipFile, zlib.error, RuntimeError, ValueError, EOFError) as error:
        if isinstance(error, SerialError):
            raise
        raise SerialError(f"not a zip archive that can be read: {error}", path="$") from error
