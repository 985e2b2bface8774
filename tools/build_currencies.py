"""Write `_data/currencies.csv` anew from the ISO 4217 list and the Unicode CLDR.

Needs the packages iso4217 (the maintenance agency's list) and babel (the CLDR); neither is needed to use the library.
"""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import babel
from babel.core import get_global
from babel.numbers import get_currency_name, get_currency_symbol, get_territory_currencies
from iso4217 import Currency

TARGET = Path(__file__).resolve().parents[1] / "src" / "evinvest" / "_data" / "currencies.csv"
DAY = date(2026, 1, 1)  # the list as of this day, whenever the tool runs
NO_MONEY = {"XTS", "XXX"}  # reserved for tests, and "no currency"


def tender() -> dict[str, list[str]]:
    """For each currency the countries whose first legal tender it is on that day."""
    countries: dict[str, list[str]] = {}
    for country in sorted(get_global("territory_currencies")):
        if len(country) == 2 and (codes := get_territory_currencies(country, DAY)):
            countries.setdefault(codes[0], []).append(country)
    return countries


def main() -> None:
    countries = tender()
    rows = [
        (
            currency.code,
            "" if currency.exponent is None else currency.exponent,
            get_currency_name(currency.code, 1, locale="en"),
            get_currency_name(currency.code, 2, locale="en"),
            get_currency_symbol(currency.code, locale="en"),
            " ".join(countries.get(currency.code, [])),
        )
        for currency in sorted(Currency, key=lambda currency: currency.code)
        if currency.code not in NO_MONEY
    ]
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("code", "minor", "name", "plural", "symbol", "countries"))
        writer.writerows(rows)
    print(f"{len(rows)} currencies, CLDR of babel {babel.__version__}")


if __name__ == "__main__":
    main()
