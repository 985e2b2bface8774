"""Cutting paragraphs into sentences, in English and Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evinvest.text import Span

# A full stop ends a sentence only before something that can begin one; the Chinese stops always do.
# Both begin with one class of signs: a pattern that does is searched without trying it at every letter.
_END = re.compile(
    r"""[.!?。！？](?:(?<=[。！？])["')\]」』]*|(?<=[.!?])[.!?]*["')\]]*\s+(?=["'(\[$€£¥]*[A-Z0-9\u4e00-\u9fff]))"""
)
_SHORT = frozenset(
    "co corp inc ltd llc plc bros mr mrs ms dr prof st no nos vs approx est fig sen gov rep gen lt col capt jr sr "
    "dept univ jan feb mar apr jun jul aug sep sept oct nov dec mich calif tenn ala ariz ark colo conn fla ga ill "
    "ind kan ky md mass minn miss mo neb nev okla ore pa tex va vt wash wis wyo ont que".split()
)
# These stand before a name or a number, so a capital behind them begins nothing; a company's "Co." may end a sentence.
_TITLE = frozenset("mr mrs ms dr prof st no nos vs approx fig sen gov rep gen lt col capt".split())
_LAST_WORD = re.compile(r"([A-Za-z][A-Za-z.]*)\Z")
_STARTER = re.compile(
    r"""["'(]*(?:The|It|Its|He|She|They|We|In|On|At|But|And|A|An|This|That|These|By|For|With|As|If|When)\b"""
)
# Agencies print crossheads in capitals inside the running text: "... next year. MORE COMPETITION Maruti, founded ..."
_CROSSHEAD = re.compile(r"(?:[A-Z][A-Z'-]{2,},? ){2,7}(?=[A-Z][a-z])")


def split(text: str, span: Span) -> Iterator[Span]:
    """The sentences of one paragraph, as spans of ``text``.

    >>> text = "Northvolt Inc. is shut. It had 16 GWh."
    >>> [s.of(text) for s in split(text, Span(0, len(text)))]
    ['Northvolt Inc. is shut.', 'It had 16 GWh.']
    """
    start = span.start
    for match in _END.finditer(text, span.start, span.end):
        if text[match.start()] == "." and _abbreviates(text, start, match):
            continue
        end = match.start() + len(match[0].rstrip())
        yield from _without_crosshead(text, start, end)
        start = match.end()
    if text[start : span.end].strip():
        yield from _without_crosshead(text, start, span.end)


def _without_crosshead(text: str, start: int, end: int) -> Iterator[Span]:
    head = _CROSSHEAD.match(text, start, end)
    if head and len(head[0]) >= 12:
        yield Span(start, head.end() - 1)
        start = head.end()
    if start < end:
        yield Span(start, end)


def _abbreviates(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the full stop belongs to an abbreviation rather than to the sentence."""
    if match[0].startswith(('."', ".'", ".)")):
        return False
    word = _LAST_WORD.search(text, max(start, match.start() - 12), match.start())
    if word is None:
        return False
    last = word[1].lower()
    if last in _TITLE:
        return True
    if (
        len(last) == 1 or "." in last or last in _SHORT
    ):  # an initial, "U.S", "p.a", "Corp": unless a new sentence clearly begins
        return not _STARTER.match(text, match.end())
    return False
