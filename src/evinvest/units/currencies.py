"""The currencies of ISO 4217 and the words and signs that news uses for them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from attrs import field, frozen

from evinvest.errors import UnitError


@frozen
class Currency:
    """One currency of ISO 4217.

    Attributes:
        code: such as ``THB``.
        minor: decimal places of its smallest unit; ``None`` for metals and units of account.
        name: in English, for one: ``Thai baht``.
        plural: in English, for more: ``Thai baht``, ``US dollars``.
        symbol: in English: ``$``, ``CN¥``, ``HK$``; the code where there is none.
        countries: ISO 3166-1 codes of those whose first legal tender it is.
    """

    code: str
    minor: int | None
    name: str
    plural: str
    symbol: str
    countries: tuple[str, ...] = field(default=(), repr=False)


@frozen
class Meaning:
    """The currency that a word or sign means, and the others that it could mean."""

    code: str
    candidates: tuple[str, ...] = ()


DOLLAR = "$"
"""Stands for the dollar of the article's country wherever a word says no more than that."""


@frozen
class MoneyWords:
    """Words and signs of money.

    Attributes:
        signs: ``€``, ``HK$``, ``R$``.
        prefixes: letters that stand before a number: ISO codes, ``RM``, ``Rs``.
        words: what stands after a number: codes as written, names in lower case, Chinese names.
        starts: what a longer one of ``words`` may begin with.
        longest_hanzi: characters of the longest Chinese name.
        tight: prefixes that count only glued to a number with a scale word or grouped digits.
        shy: codes that are words too and need such a number.
    """

    signs: Mapping[str, Meaning]
    prefixes: Mapping[str, Meaning]
    words: Mapping[str, Meaning]
    starts: frozenset[str]
    hanzi: Mapping[str, Meaning]
    longest_hanzi: int
    tight: frozenset[str]
    shy: frozenset[str]


@cache
def currencies() -> Mapping[str, Currency]:
    """All active currencies by code, read on first use.

    >>> currencies()["JPY"].minor
    0
    """
    import csv  # noqa: PLC0415 - reading a table is for those who state money
    from importlib.resources import files  # noqa: PLC0415

    with (files("evinvest") / "_data" / "currencies.csv").open(encoding="utf-8") as file:
        return {
            row["code"]: Currency(
                row["code"],
                int(row["minor"]) if row["minor"] else None,
                row["name"],
                row["plural"],
                row["symbol"],
                tuple(row["countries"].split()),
            )
            for row in csv.DictReader(file)
        }


def currency(code: str) -> Currency:
    """The currency of a code.

    Raises:
        UnitError: when ISO 4217 has no such active code.
    """
    try:
        return currencies()[code]
    except (KeyError, TypeError):
        raise UnitError(f"no currency of ISO 4217: {code!r}") from None


def currency_of(country: str) -> str | None:
    """The code of a country's own currency, by the country's ISO 3166-1 code.

    >>> currency_of("CA"), currency_of("MA")
    ('CAD', 'MAD')
    """
    return _tender().get(country)


@cache
def _tender() -> Mapping[str, str]:
    return {country: one.code for one in currencies().values() for country in one.countries}


@cache
def money_words() -> MoneyWords:
    """The words and signs of money, read on first use from ``_data/money.toml`` and the names of the currencies."""
    import tomllib  # noqa: PLC0415 - as above
    from importlib.resources import files  # noqa: PLC0415

    data = tomllib.loads((files("evinvest") / "_data" / "money.toml").read_text(encoding="utf-8"))
    codes = {code: Meaning(code) for code in currencies()} | _meanings(data["codes"])
    named = {name.lower(): Meaning(one.code) for one in currencies().values() for name in (one.plural, one.name)}
    named |= {word: Meaning(code) for code, words in data["words"].items() for word in words}
    hanzi = {word: Meaning(code) for code, words in data["hanzi"].items() for word in words}
    hanzi |= _meanings(data["ambiguous_hanzi"])
    return MoneyWords(
        signs=_meanings(data["signs"]) | {DOLLAR: Meaning(DOLLAR, tuple(data["signs"][DOLLAR]))},
        prefixes=_meanings(data["prefixes"]) | codes,
        words=(words := named | _meanings(data["ambiguous"]) | codes),
        starts=frozenset(word.rsplit(" ", size)[0] for word in words if " " in word for size in (1, 2)),
        hanzi=hanzi,
        longest_hanzi=max(map(len, hanzi)),
        tight=frozenset(data["tight"]["codes"]),
        shy=frozenset(data["shy"]),
    )


def _meanings(table: Mapping[str, str | list[str]]) -> dict[str, Meaning]:
    """A plain string means one currency; of a list the first is the default and all are candidates."""
    return {
        word: Meaning(codes) if isinstance(codes, str) else Meaning(codes[0], tuple(codes) if len(codes) > 1 else ())
        for word, codes in table.items()
    }
