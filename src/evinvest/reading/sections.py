"""The parts of a text: title, summary, headings, datelines, captions, items, paragraphs, credits."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from attrs import frozen

from evinvest.text import Span, Text

if TYPE_CHECKING:
    from evinvest.reading.inline import Mark

_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"\w")
_DATE = r"(?:,\s[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:,\s\d{4})?)"
_DASH = r"\s?[-–—]{1,2}\s"
# Without an agency only a place in capitals counts, not too short (that is more often a company), or with its country
# or the date; and no second dash may follow, which would make it a parenthesis.
_PLACE_ALONE = (
    rf"(?:[A-Z][A-Z/' -]{{4,40}}|[A-Z][A-Z/' -]{{2,40}}(?=,))(?:,\s[A-Z][A-Za-z.]{{1,15}}){{0,2}}{_DATE}?"
    r"\s[-–—]{1,2}\s(?=[A-Z\"])(?![^.]{0,100}\s[-–—]{1,2}\s)"
)
_CHINESE_LINE = r"[\u4e00-\u9fff]{2,8}[社网讯报][\u4e00-\u9fff]{0,10}\d{1,2}月\d{1,2}日[电讯消息]{1,2}[，,：: ]?"
# A dateline opens the story: one further down is a quotation of another.
_FIRST_LINES = 4


@frozen
class Section:
    """A part of the text with a part to play.

    Attributes:
        kind: ``title``, ``summary``, ``description``, ``body`` (a paragraph), ``heading``, ``caption``, ``dateline``,
            ``item`` or ``credits`` (who wrote and edited it).
        span: half-open, in code points of the normal form (``Article.text``).
    """

    kind: str
    span: Span


@frozen
class _Signs:
    dateline: re.Pattern[str]
    caption: re.Pattern[str]
    source: re.Pattern[str]
    credits: re.Pattern[str]


@cache
def _signs() -> _Signs:
    """The patterns, with the words of ``_data/reading.toml``."""
    words = tomllib.loads(files("evinvest").joinpath("_data/reading.toml").read_text(encoding="utf-8"))
    agencies, captions, credit = ("|".join(map(re.escape, words[name])) for name in ("agencies", "captions", "credits"))
    # An agency that the list does not have is one in brackets behind a place in capitals.
    place = rf"[A-Z][A-Za-zÀ-ɏ.,/'’ -]{{1,80}}?{_DATE}?\s?"
    unknown = rf"[A-Z]{{3}}[A-Za-zÀ-ɏ.,/'’ -]{{0,80}}?{_DATE}?\s?\([A-Z][a-z][\w.& ]{{1,30}}\)"
    wire = rf"(?:(?:{place})?\((?:{agencies})\)|{unknown}){_DASH}"
    return _Signs(
        re.compile(f"(?:{wire}|{_PLACE_ALONE}|{_CHINESE_LINE})"),
        re.compile(rf"(?:{captions})\s?[:：]"),
        re.compile(rf"[.!?…\"”)。]\s?(?:{captions})s?\s?[:：]\s?[^.]{{1,80}}\Z"),
        re.compile(rf"(?:(?:(?<=[.!?\"”。])|(?<=[.!?\"”。] ))[(\[]|\A[(\[]?)(?:{credit})"),
    )


def find_sections(text: Text, marks: Sequence[Mark]) -> tuple[Section, ...]:
    """The sections of the normal form; ``marks`` say, in source order, from where on which kind stands."""
    return tuple(_sections(text, marks))


def _sections(text: Text, marks: Sequence[Mark]) -> Iterator[Section]:
    places = [place for place, _ in marks]
    signs = _signs()
    body_lines = 0
    for match in _LINE.finditer(text.normal):
        start, end = match.span()
        if not _WORD.search(match[0]):
            continue  # an ornament
        index = bisect_right(places, text.to_raw(Span(start, start + 1)).start) - 1
        kind = marks[index][1] if index >= 0 else "body"
        if kind == "body":
            body_lines += 1
            if signs.caption.match(match[0]) or signs.source.search(match[0], max(0, len(match[0]) - 120)):
                kind = "caption"
            elif body_lines <= _FIRST_LINES and (dateline := signs.dateline.match(text.normal, start, end)):
                yield Section("dateline", Span(start, start + len(dateline[0].rstrip())))
                start = dateline.end()
        if kind == "body" and (credit := signs.credits.search(text.normal[start:end])):
            if credit.start():
                yield Section(kind, Span(start, start + credit.start()))
            kind, start = "credits", start + credit.start()
        if start < end:
            yield Section(kind, Span(start, end))
