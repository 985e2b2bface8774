"""The parts of a text: title, summary, headings, datelines, captions, items, paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from attrs import frozen

from evinvest.text import Span, Text

if TYPE_CHECKING:
    from evinvest.reading.inline import Mark

_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"\w")
_DATELINE = re.compile(
    r"(?:[A-Z][A-Za-zÀ-ɏ.,/'’ -]{1,80}?(?:,\s[A-Z][a-z]{2,8}\.?\s\d{1,2})?\s?\([A-Z][\w.& ]{1,30}\)\s?[-–—]{1,2}\s"
    r"|[A-Z][A-Z.,/' -]{2,40}(?:,\s[A-Z][a-z.]{1,12}){0,2}(?:,\s[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:,\s\d{4})?)?"
    r"\s[-–—]{1,2}\s(?=[A-Z\"])"
    r"|[\u4e00-\u9fff]{2,8}[社网讯报][\u4e00-\u9fff]{0,10}\d{1,2}月\d{1,2}日[电讯消息]{1,2}[，,：: ]?)"
)
_CAPTION = re.compile(
    r"(?:FILE\s)?(?:PHOTO|Photo|Image|Picture|Caption|Photograph)(?:\s(?:credit|source))?\s?:"
    r"|(?:图片来源|图源|资料图|图)\s?[：:]"
)
_CREDIT = re.compile(
    r"[.!?…\"”)]\s?(?:Photo|Image|Picture|Credit|Photograph)s?(?:\s(?:credit|source))?\s?:\s?[^.]{1,80}\Z"
)
# A dateline opens the story: one further down is a quotation of another.
_FIRST_LINES = 4


@frozen
class Section:
    """A part of the text with a part to play.

    Attributes:
        kind: ``title``, ``summary``, ``description``, ``body`` (a paragraph), ``heading``, ``caption``, ``dateline``
            or ``item``.
        span: half-open, in code points of the normal form (``Article.text``).
    """

    kind: str
    span: Span


def find_sections(text: Text, marks: Sequence[Mark]) -> tuple[Section, ...]:
    """The sections of the normal form; ``marks`` say, in source order, from where on which kind stands."""
    return tuple(_sections(text, marks))


def _sections(text: Text, marks: Sequence[Mark]) -> Iterator[Section]:
    places = [place for place, _ in marks]
    body_lines = 0
    for match in _LINE.finditer(text.normal):
        start, end = match.span()
        if not _WORD.search(match[0]):
            continue  # an ornament
        index = bisect_right(places, text.to_raw(Span(start, start + 1)).start) - 1
        kind = marks[index][1] if index >= 0 else "body"
        if kind == "body":
            body_lines += 1
            if _is_caption(match[0]):
                kind = "caption"
            elif body_lines <= _FIRST_LINES and (dateline := _DATELINE.match(text.normal, start, end)):
                stop = start + len(dateline[0].rstrip())
                yield Section("dateline", Span(start, stop))
                start = dateline.end()
        if start < end:
            yield Section(kind, Span(start, end))


def _is_caption(line: str) -> bool:
    return _CAPTION.match(line) is not None or _CREDIT.search(line, max(0, len(line) - 120)) is not None
