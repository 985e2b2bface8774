"""Companies in a Chinese text that the lexicon does not know.

Chinese writes no capitals and no spaces, so a name must show both its ends: behind it stands a legal form, a word of a
trade or a ticker, before it a sign or a word that no name holds. What the text itself calls a company ("以下简称") is
one, and a name that was shown once counts wherever it stands; a shorter form of it is the same company.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import compress
from typing import TYPE_CHECKING

from attrs import Factory, define

from evinvest.mentions.chinese_words import NameWords, common_words, is_ordinary
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
_SPENT = tuple("0123456789约近超逾的建新兴扩设额")  # what is put in, and into what
_TOWN = re.compile(r"\([\u4e00-\u9fff]{2,4}\)")
_NEAR = 6  # signs beside a name in Latin letters
_MOST = 256  # names of a text: more than articles have, so that time stays linear
_NO_COMPANY = ("交易所", "银行", "大学", "法院", "委员会", "基金")


@cache
def _trading(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(words))


@define(eq=False)
class _Reader:
    """A text with its names so far.

    Attributes:
        text: the text itself.
        free: of each character, whether it can belong to a new name.
        placed: of each character, whether it belongs to the name of a place.
        names: what each form is short for.
        alone: of each brand, whether it also stands without the words of its trade.
        home: the country of each name, where the text settles it.
    """

    text: str
    free: Sequence[bool]
    placed: Sequence[bool]
    words: NameWords
    names: dict[str, str] = Factory(dict)
    alone: dict[str, bool] = Factory(dict)
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

    def brand(self, end: int) -> int | None:
        """Where a brand that ends before ``end`` begins; none where the signs before it are words."""
        first = self.begins(end, _BRAND.stop)
        starts = [first] if end - first in _BRAND else []
        if end - first == _BRAND.stop and not self.text.startswith(tuple(self.words.plain), end):  # 批准|赛麟新能源
            starts = [end - size for size in _BRAND if self.text[end - size - 2 : end - size] in common_words()]
        return next((one for one in starts if not is_ordinary(self.text[one:end], self.words.ordinary)), None)

    def trades(self, first: int) -> list[int]:
        """Where each word of a trade ends of those that follow one another from ``first`` on."""
        ends: list[int] = []
        while found := _trading(self.words.trade).match(self.text, first):
            if found[0] == "投资" and self.text.startswith(_SPENT, found.end()):
                break  # 朗源化工|投资5亿元
            first = found.end()
            ends.append(first)
            if found[0] == "公司":
                break
        return ends

    def trading(self) -> Iterator[int]:
        """Where words of a trade begin, also one inside another's end (宇|锂能|源), but not 能源 inside 新能源."""
        pattern, ended = _trading(self.words.trade), 0
        found = pattern.search(self.text)
        while found is not None:
            if found.end() > ended:
                yield found.start()
            ended = max(ended, found.end())
            found = pattern.search(self.text, found.start() + 1)

    def stands_alone(self, brand: str) -> bool:
        """Whether a brand also acts without the words of its trade; looked for while names are not too many."""
        if brand not in self.alone and len(self.alone) < _MOST:
            others = re.finditer(brand, self.text)
            self.alone[brand] = any(self.acts(other.end()) for other in others)
        return self.alone.get(brand, False)

    def acts(self, end: int) -> bool:
        """Whether what stands at ``end`` stands behind a company, and is none of a name."""
        return self.text.startswith(self.words.follows, end) and not self.text.startswith(self.words.trade, end)

    def learn(self, form: str, name: str, home: str | None) -> None:
        """Take a form for a name."""
        if len(form) >= _BRAND.start and form not in self.names and len(self.names) < _MOST:
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
    reader = _Reader(text, free, _by_character(text, tokens, places), NameWords.default())
    _read_legal(reader)
    _read_listed(reader, listed)
    _read_trading(reader)
    _read_quoted(reader)
    _read_latin(reader)
    _read_spelt(reader)
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
        name = called[1] if called and called[1] not in words.generic else short
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


def _read_trading(reader: _Reader) -> None:
    """A brand that is no word, with the words of its trade."""
    text, words = reader.text, reader.words
    resume = 0
    for trade in reader.trading():
        first = reader.brand(trade) if trade >= resume else None
        if first is None:
            continue
        ends = [end for end in reader.trades(trade) if all(reader.free[first:end])]
        end = next((end for end in reversed(ends) if _is_shown(reader, first, trade, end)), None)
        if end is None:
            continue
        brand = text[first:trade]
        alone = reader.stands_alone(brand)
        if alone and text[trade:end] in words.plain and text.startswith(words.sites, end):
            end = trade  # 驭峰|动力电池一期 ... 驭峰是
        name = text[first:end].removesuffix("公司")
        home = None if _sounds_foreign(brand, words) else "CN"
        for form in (text[first:end], name, *([brand] if alone else ())):
            reader.learn(form, name, home)
        resume = max(end, trade + 1)


def _is_shown(reader: _Reader, first: int, trade: int, end: int) -> bool:
    """Whether a brand with its trade acts, is called a company, or can be nothing else."""
    text, words = reader.text, reader.words
    acts = text.startswith(words.follows, end)
    if not acts and text[end - 1 : end + 1] in common_words():  # 化工|业园 breaks a word
        return False
    if text[trade:end] not in words.plain:
        return True
    dated = text[end : end + 1].isdigit() or reader.placed[end : end + 1] == [True]
    called = text.endswith(words.naming, 0, first)
    if trade - first > _BRAND.start and not called:
        leads = first == 0 or not _FIRST <= text[first - 1] <= _LAST
        return leads and (acts or (dated and reader.stands_alone(text[first:trade])))
    return acts or dated or called


def _sounds_foreign(brand: str, words: NameWords) -> bool:
    return len(brand) > _BRAND.start and words.sounds.issuperset(brand)


def _read_latin(reader: _Reader) -> None:
    """A name in Latin letters that is called a company, or that works with one: 合作伙伴Ebro, 与Ebro合资."""
    words = reader.words
    for match in _LATIN.finditer(reader.text):
        name, begin, end = match[0], match.start(), match.end()
        before, behind = reader.text[max(begin - _NEAR, 0) : begin], reader.text[end : end + _NEAR]
        if name in words.latin or not all(reader.free[begin:end]):
            continue
        called = before.endswith(words.naming)
        joined = before.endswith(words.joining) and behind.startswith(words.together)
        if called or joined or behind.startswith(words.telling):
            reader.learn(name, name, None)


def _read_spelt(reader: _Reader) -> None:
    """A name spelt by foreign sounds that works with a company: 奇瑞与埃布罗的合资公司."""
    for match in _spelt(reader.words).finditer(reader.text):
        first, last = match.span(1)
        if all(reader.free[first:last]) and not any(reader.placed[first:last]) and match[1] not in common_words():
            reader.learn(match[1], match[1], None)


@cache
def _spelt(words: NameWords) -> re.Pattern[str]:
    return re.compile(f"[与和同]([{''.join(sorted(words.sounds))}]{{3,6}}?)(?={'|'.join(words.jointly)})")


_LATIN = re.compile("(?<![A-Za-z0-9.])[A-Z][A-Za-z]{2,}(?:[ -][A-Z][A-Za-z]+)*(?![A-Za-z0-9])")


def _read_quoted(reader: _Reader) -> None:
    """What is called a company and stands in quotation marks: 车企"岚行"."""
    for match in re.finditer(f'(?:{"|".join(reader.words.naming)})"([\u4e00-\u9fff]{{2,6}})"', reader.text):
        reader.learn(match[1], match[1], None)


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
