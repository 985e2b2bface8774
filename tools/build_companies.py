"""Merge rows into ``_data/companies.csv``, check it, and write it in its order.

Usage::

    python tools/build_companies.py [MORE.csv]

The table is kept by hand; this keeps it clean: every form of a name belongs to one company (the one that has it as its
name, else the first), countries are ISO 3166-1 codes, members are names of the table, rows are sorted by name.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from evinvest.lexicon.table import key

DATA = Path(__file__).parents[1] / "src" / "evinvest" / "_data"
COLUMNS = ["name", "aliases", "chinese", "country", "kind", "tickers", "members"]
KINDS = {
    "oem",
    "battery",
    "material",
    "part",
    "charging",
    "recycling",
    "energy",
    "tech",
    "conglomerate",
    "finance",
    "other",
}


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return [row for row in csv.DictReader(lines) if row["name"] and not row["name"].startswith("#")]


def merge(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """One row a company: what a later row knows more is added to the earlier."""
    merged: dict[str, dict[str, str]] = {}
    for row in rows:
        known = merged.setdefault(key(row["name"].rstrip("?")), row)
        if known is row:
            continue
        for column in ("aliases", "chinese", "members"):
            parts = [*filter(None, known[column].split(";")), *filter(None, row[column].split(";"))]
            known[column] = ";".join(dict.fromkeys(parts))
        for column in ("country", "kind", "tickers"):
            known[column] = known[column] or row[column]
    return sorted(merged.values(), key=lambda row: (row["name"].casefold(), row["name"]))


def settle(rows: list[dict[str, str]]) -> None:
    """Give every form to one company: to the one of that name, else to the first."""
    owner = {key(row["name"].rstrip("?")): row["name"] for row in rows}
    for row in rows:
        seen = {key(row["name"].rstrip("?"))}
        for column in ("aliases", "chinese"):
            kept = []
            for form in filter(None, row[column].split(";")):
                found = key(form.rstrip("?"))
                if owner.setdefault(found, row["name"]) != row["name"]:
                    print(f"{form!r} of {row['name']} belongs to {owner[found]}")
                elif found not in seen:
                    kept.append(form)
                    seen.add(found)
            row[column] = ";".join(kept)


def check(rows: list[dict[str, str]]) -> None:
    with (DATA / "countries.csv").open(encoding="utf-8") as lines:
        nations = {row["code"] for row in csv.DictReader(lines)}
    names = {row["name"].rstrip("?") for row in rows}
    for row in rows:
        if row["country"] and row["country"] not in nations:
            sys.exit(f"{row['name']}: no country {row['country']!r}")
        if row["kind"].split("-")[0] not in KINDS:
            sys.exit(f"{row['name']}: no kind {row['kind']!r}")
        for member in filter(None, row["members"].split(";")):
            if member not in names:
                sys.exit(f"{row['name']}: no company {member!r}")


def main(more: list[Path]) -> None:
    table = DATA / "companies.csv"
    rows = merge([row for path in (table, *more) for row in read(path)])
    settle(rows)
    check(rows)
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    print(len(rows), "companies")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
