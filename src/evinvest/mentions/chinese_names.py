"""Companies in a Chinese text that the lexicon does not know.

Chinese writes no capitals and no spaces, so a name must show both its ends: behind it stands a legal form, a word of a
trade or a ticker, before it a sign or a word that no name holds. What the text itself calls a company ("以下简称") is
one, and a name that was shown once counts wherever it stands; a shorter form of it is the same company.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import compress
from typing import TYPE_CHECKING

from attrs import Factory, define, frozen

from evinvest.mentions.names import CompanyMention
from evinvest.models import Company

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from evinvest.tokens import Tokens

_FIRST, _LAST = "\u4e00", "\u9fff"
_LONGEST = 16  # signs before a legal form
_BRAND = range(2, 5)  # signs before a word of a trade
_LISTED = range(3, 6)  # signs before a ticker
_CALLED = re.compile(r'\((?:以下|下)?(?:简)?称(?:为)?:?"?([\u4e00-\u9fffA-Za-z]{2,8})"?(?=[,，、;；)"])')
_BARE_CALLED = re.compile(r'\("([\u4e00-\u9fff]{2,8})"\)')
_INVESTING = re.compile("投资(?:管理|控股|集团|有限|发展|股份)")  # in the middle of a name
_TOWN = re.compile(r"\([\u4e00-\u9fff]{2,4}\)")
_NO_COMPANY = ("交易所", "银行", "大学", "法院", "委员会", "基金")


@frozen
class _Words:
    """The word lists of ``chinese_names.toml``, the longest first."""

    legal: tuple[str, ...]
    trade: tuple[str, ...]
    plain: frozenset[str]
    breaks: tuple[str, ...]
    follows: tuple[str, ...]
    ordinary: re.Pattern[str]

    @classmethod
    @cache
    def default(cls) -> _Words:
        """The lists that come with the library."""
        table = tomllib.loads(files("evinvest").joinpath("_data/chinese_names.toml").read_text(encoding="utf-8"))
        legal, trade, breaks, follows = (
            tuple(sorted(table[name], key=len, reverse=True)) for name in ("legal", "trade", "breaks", "follows")
        )
        return cls(
            legal,
            trade,
            frozenset(table["plain"]),
            breaks,
            follows,
            re.compile("|".join(map(re.escape, table["ordinary"]))),
        )


@define(eq=False)
class _Reader:
    """A text with its names so far.

    Attributes:
        text: the text itself.
        free: of each character, whether it can belong to a new name.
        placed: of each character, whether it belongs to the name of a place.
        names: what each form is short for.
        home: the country of each name, where the text settles it.
    """

    text: str
    free: Sequence[bool]
    placed: Sequence[bool]
    words: _Words
    names: dict[str, str] = Factory(dict)
    home: dict[str, str | None] = Factory(dict)

    def begins(self, end: int, limit: int, *, places: bool = False) -> int:
        """Where a name that ends before ``end`` begins: behind the nearest sign or word that no name holds."""
        first = end
        while first > 0 and end - first < limit and self._inside(first - 1) and (places or not self.placed[first - 1]):
            if self.text.endswith(self.words.breaks, 0, first) and not _INVESTING.match(self.text, first - 2):
                return first
            first -= 1
        return first

    def _inside(self, index: int) -> bool:
        return self.free[index] and _FIRST <= self.text[index] <= _LAST

    def trade(self, first: int) -> int:
        """The end of the words of a trade that begin at ``first``."""
        while found := next((word for word in self.words.trade if self.text.startswith(word, first)), ""):
            first += len(found)
        return first

    def learn(self, form: str, name: str, home: str | None) -> None:
        """Take a form for a name."""
        if len(form) >= _BRAND.start and form not in self.names:
            self.names[form] = name
            self.home.setdefault(name, home)


def chinese_companies(
    text: str, tokens: Tokens, taken: Sequence[bool], places: Sequence[bool], listed: Mapping[int, str]
) -> list[CompanyMention]:
    """The companies that a Chinese text shows.

    Args:
        text: the text.
        tokens: its words.
        taken: which tokens belong to a known name.
        places: which tokens belong to a known place: a legal form holds it, a shorter name stands behind it.
        listed: tickers by the character at which they begin.
    """
    free = [not covered for covered in _by_character(text, tokens, taken)]
    reader = _Reader(text, free, _by_character(text, tokens, places), _Words.default())
    _read_legal(reader)
    _read_listed(reader, listed)
    _read_acting(reader)
    return list(_mentions(reader, tokens, taken))


def _by_character(text: str, tokens: Tokens, covered: Sequence[bool]) -> list[bool]:
    spread = [False] * len(text)
    for index in compress(range(len(tokens)), covered):
        spread[tokens.starts[index] : tokens.ends[index]] = [True] * (tokens.ends[index] - tokens.starts[index])
    return spread


def _read_legal(reader: _Reader) -> None:
    """Names with a legal form, and what the text calls them from then on."""
    text, words = reader.text, reader.words
    for match in re.finditer("|".join(words.legal), text):
        first = reader.begins(match.start(), _LONGEST, places=True)
        if town := _TOWN.search(text, max(first - 6, 0), first):  # 锦辉(荆州)硅能科技有限公司
            first = reader.begins(town.start(), _LONGEST, places=True)
        whole = text[first : match.end()]
        short = _TOWN.sub("", text[first : match.start()])
        if len(short) < _BRAND.start or short.startswith(words.trade) or short.endswith(_NO_COMPANY):
            continue  # behind a known name, or none of the field
        called = _CALLED.match(text, match.end()) or _BARE_CALLED.match(text, match.end())
        name = called[1] if called else short
        reader.learn(whole, name, "CN")
        reader.learn(short, name, "CN")
        reader.learn(name, name, "CN")


def _read_listed(reader: _Reader, listed: Mapping[int, str]) -> None:
    """Names before a ticker in brackets."""
    for start, ticker in listed.items():
        end = start - 1
        if end <= 0 or reader.text[end] != "(":
            continue
        first = reader.begins(end, _LISTED.stop)
        form = reader.text[first:end]
        if len(form) in _LISTED:
            reader.learn(form, form, "CN" if ticker.startswith(("XSHE", "XSHG", "XBSE")) else None)


def _read_acting(reader: _Reader) -> None:
    """A brand with a word of its trade, that begins a clause and acts in it."""
    text, words = reader.text, reader.words
    resume = 0
    for match in re.finditer("|".join(words.trade), text):
        if match.start() < resume:
            continue
        first = reader.begins(match.start(), _BRAND.stop)
        brand = text[first : match.start()]
        if len(brand) not in _BRAND or words.ordinary.search(brand):
            continue
        end = reader.trade(match.start())
        if len(brand) > _BRAND.start and text[match.start() : end] in words.plain:
            continue
        if text.startswith(words.follows, end) and all(reader.free[first:end]):
            reader.learn(text[first:end], text[first:end].removesuffix("公司"), "CN")
            resume = end


def _mentions(reader: _Reader, tokens: Tokens, taken: Sequence[bool]) -> Iterator[CompanyMention]:
    if not reader.names:
        return
    forms = sorted(reader.names, key=len, reverse=True)
    index = {start: number for number, start in enumerate(tokens.starts)}
    ends = {end: number + 1 for number, end in enumerate(tokens.ends)}
    for match in re.finditer("|".join(map(re.escape, forms)), reader.text):
        first, last = index.get(match.start()), ends.get(match.end())
        if first is None or last is None or any(taken[first:last]):
            continue
        name = _whole(reader, reader.names[match[0]])
        company = Company(name, match[0], reader.home[name])
        yield CompanyMention(first, last, company, key=name)


def _whole(reader: _Reader, name: str) -> str:
    """The first name of which a name is a short form: 锐腾新材 of 江苏锐腾新材料科技."""
    for other in reader.home:
        if other == name:
            return name
        if _is_short_of(name, other) or _is_short_of(other, name):
            return other
    return name


def _is_short_of(form: str, name: str) -> bool:
    signs = iter(name)
    return form[:2] in name and all(sign in signs for sign in form)
