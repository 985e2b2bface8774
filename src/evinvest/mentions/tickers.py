"""Tickers in a text: "(NASDAQ: MAMO)", "(KRX: 373220)", "300750.SZ", "(7203.T)", "证券代码：300014", "中伟(300919)".

The markets and suffixes come from ``_data/markets.toml``; a code is named by its market's ISO 10383 code.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from attrs import frozen

from evinvest.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# What is searched for begins with a rare sign; what stands before it is looked at only there.
_CODE = re.compile(r"[:：]\s?([A-Z0-9][A-Z0-9.\-]{0,9})(?![\w])")
_MARKET = re.compile(r"(?<![A-Za-z])([A-Za-z]{2,8})\s?\Z")
_SUFFIX = re.compile(r"\.([A-Z]{1,3})(?![\w.])")
_SUFFIXED = re.compile(r"(?<![\w.])[A-Z0-9]{1,8}(?:_?[a-z]{1,2})?\Z")
_LONGEST = 12  # characters before the sign, with the one before them
_CHINESE = re.compile(r"(?:(?:证券|股票)代码\s?[:：]?\s?|(?<=[\u4e00-\u9fff][(（]))(\d{6})(?!\d)")
_BOARDS = {"6": "XSHG", "9": "XSHG", "4": "XBSE", "8": "XBSE"}  # by the first digit; the others are Shenzhen's


@frozen
class Ticker:
    """A listing of a company, as a text names it.

    Attributes:
        span: its words, half-open, in code points of the text.
        market: ISO 10383.
        code: as the market writes it.
    """

    span: Span
    market: str
    code: str

    @property
    def label(self) -> str:
        """Market and code: ``XNAS:MAMO``."""
        return f"{self.market}:{self.code}"


def find_tickers(text: str) -> list[Ticker]:
    """The tickers of a text, in order.

    >>> [ticker.label for ticker in find_tickers("Massimo Group (NASDAQ: MAMO) and CATL (300750.SZ)")]
    ['XNAS:MAMO', 'XSHE:300750']
    """
    return sorted([*_named(text), *_suffixed(text), *_chinese(text)], key=lambda ticker: ticker.span)


def _named(text: str) -> Iterator[Ticker]:
    names, resume = _markets()["names"], 0
    for match in _CODE.finditer(text):
        named = _before(_MARKET, text, match.start())
        if named is None or named.start < resume:
            continue
        resume = match.end()
        market = names.get(named.of(text).rstrip())
        if market is not None:
            yield Ticker(Span(named.start, match.end()), market, match[1].rstrip(".-"))


def _suffixed(text: str) -> Iterator[Ticker]:
    suffixes = _markets()["suffixes"]
    for match in _SUFFIX.finditer(text):
        market = suffixes.get(match[1])
        code = _before(_SUFFIXED, text, match.start()) if market is not None else None
        if market is None or code is None:
            continue
        in_brackets = "(" in text[max(code.start - 2, 0) : code.start]
        digits = code.of(text)
        if in_brackets or (digits.isdigit() and len(digits) >= 4):
            yield Ticker(Span(code.start, match.end()), market, digits)


def _before(pattern: re.Pattern[str], text: str, end: int) -> Span | None:
    """What ends before ``end``, looked for no further back than it can begin."""
    start = max(end - _LONGEST, 0)
    match = pattern.search(text[start:end])
    return Span(start + match.start(), end) if match else None


def _chinese(text: str) -> Iterator[Ticker]:
    for match in _CHINESE.finditer(text):
        yield Ticker(Span(*match.span()), _BOARDS.get(match[1][0], "XSHE"), match[1])


@cache
def _markets() -> dict[str, dict[str, str]]:
    return tomllib.loads(files("evinvest").joinpath("_data/markets.toml").read_text(encoding="utf-8"))
