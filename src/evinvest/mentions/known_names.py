"""The companies of the lexicon in a text; a name that is an ordinary word, too, counts where it stands as one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from evinvest.lexicon import CompanyEntry, Match
from evinvest.mentions.chinese_words import NameWords, common_words
from evinvest.mentions.names import CompanyMention
from evinvest.models import Company
from evinvest.tokens import is_han

if TYPE_CHECKING:
    from evinvest.tokens import Tokens

_FOLLOWING = frozenset(
    "' will has said says is was plans sees began runs operates builds makes "
    "and , ( to would which whose motor motors ag group co corp".split()
)
_SURNAME_OR_FORM = frozenset("motor motors auto group ag co corp".split())
_WORD = 4  # signs of a Chinese word
_AROUND = 16  # words beside a Chinese name
_LEGAL = re.compile("(?:股份|集团|控股)?有限(?:责任)?公司$|股份公司$|公司$")


def known_companies(matches: Iterable[Match], tokens: Tokens) -> list[CompanyMention]:
    """The companies of the lexicon.

    A name that is an ordinary word too needs a company-like neighbour, or the company named in full in the same text.
    """
    found = []
    named = [
        (match, match.entry)
        for match in matches
        if isinstance(match.entry, CompanyEntry) and not _in_a_word(tokens, match.first, match.last)
    ]
    standing = {
        match.first: not entry.ambiguous or _stands_as_name(tokens, match.first, match.last) for match, entry in named
    }
    shown = {entry.name for match, entry in named if standing[match.first]}
    for match, entry in named:
        again = entry.name in shown and _may_name(tokens, match.first, match.last)
        if not (standing[match.first] or again):
            continue
        surface = tokens.surface(match.first, match.last)
        name = _chinese_name(entry.chinese, surface) if is_han(surface) else entry.name
        company = Company(name, surface, entry.country, entry.ticker)
        found.append(
            CompanyMention(
                match.first, match.last, company, entry.kind or "", known=True, members=entry.members, key=entry.name
            )
        )
    return found


def _in_a_word(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a short Chinese name is but a part of a longer word: 极星 of 北极星, 日产 of 日产量."""
    words, size = tokens.words, last - first
    if not is_han(words[first]) or size >= _WORD:
        return False
    spans = (
        (start, start + length) for length in range(size + 1, _WORD + 1) for start in range(last - length, first + 1)
    )
    return any(begin >= 0 and "".join(words[begin:end]) in common_words() for begin, end in spans)


def _chinese_name(usual: str | None, surface: str) -> str:
    """The usual Chinese name where the text has it, else the name as it stands (富士康, not 鸿海) without its form."""
    return usual if usual and usual in surface else (_LEGAL.sub("", surface) or surface)


def _stands_as_name(tokens: Tokens, first: int, last: int) -> bool:
    """Whether an ambiguous name is used as one: not after an article, and acting or possessing."""
    words = tokens.words
    if is_han(words[first]) or (last < len(words) and is_han(words[last])):
        led = first > 0 and tokens.ends[first - 1] < tokens.starts[first]  # a space or a line parts as a sign does
        before = "" if led else "".join(words[max(first - _AROUND, 0) : first])
        return NameWords.default().stand_around(before, "".join(words[last : last + _AROUND]))
    return _may_name(tokens, first, last) and (words[last] if last < len(words) else "").lower() in _FOLLOWING


def _may_name(tokens: Tokens, first: int, last: int) -> bool:
    """Whether an ambiguous name is neither a thing nor a part of another name: no "the Tank", no "Cruise Control"."""
    words = tokens.words
    before = tokens.lowered[first - 1] if first else ""
    after = words[last] if last < len(words) else ""
    if is_han(words[first]) or (before in {"the", "a", "an"} and after != "'"):
        return False
    return not (after[:1].isupper() and after.lower() not in _SURNAME_OR_FORM)
