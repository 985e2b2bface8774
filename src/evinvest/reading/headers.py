"""The head of a plain article: title, byline, date and address in lines of their own."""

from __future__ import annotations

import re

from attrs import define, field

from evinvest.reading.dates import parse_date

_LINE = re.compile(r"[^\n]*\n?")
_DASHED = re.compile(r"--[ \t]+(?=\S)|--[ \t]*$")
_LABELLED = re.compile(
    r"(?P<key>title|headline|date|published|publication date|by|byline|author|source|publisher|url|link|language|"
    r"标题|日期|时间|发布时间|来源|作者)[ \t]*[:：][ \t]*(?=\S)",
    re.IGNORECASE,
)
_KEYS = {
    "headline": "title", "published": "date", "publication date": "date", "byline": "author", "by": "author",
    "publisher": "source", "url": "link", "标题": "title", "日期": "date", "时间": "date", "发布时间": "date",
    "来源": "source", "作者": "author",
}  # fmt: skip
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+\Z")
_BYLINE = re.compile(r"by\s+\S", re.IGNORECASE)
_MOST_LINES = 20
_LONGEST_TITLE = 300


@define
class Header:
    """What the first lines say, where the title stands, and where the body begins."""

    metadata: dict[str, str] = field(factory=dict)
    title: tuple[int, int] | None = None
    body: int = 0


def read_header(source: str) -> Header:
    """The head of a plain article; empty where it has none."""
    header = Header()
    for number, match in enumerate(_LINE.finditer(source)):
        line = match[0].strip().lstrip("\ufeff")
        if number == _MOST_LINES:
            break
        if not line:
            if match.end() == len(source):
                break
            continue
        start = source.index(line, match.start())
        dashed, labelled = _DASHED.match(line), _LABELLED.match(line)
        if dashed:
            _dashed(header, line[dashed.end() :], start + dashed.end())
        elif labelled and (header.metadata or _is_head(source, match.end())):
            _labelled(header, labelled, line, start)
        else:
            break
        header.body = match.end()
    if not header.metadata:
        header.title = first_line(source)
        if header.title:
            header.metadata["title"] = source[slice(*header.title)]
            header.body = source.index("\n", header.title[1]) + 1
    return header


def _dashed(header: Header, text: str, start: int) -> None:
    """A line behind two dashes: title, byline, date and address come in this order, and some may be empty."""
    if not text:
        return
    if _ADDRESS.match(text):
        header.metadata.setdefault("link", text)
    elif parse_date(text) is not None:
        header.metadata.setdefault("date", text)
    elif _BYLINE.match(text) and header.title:
        header.metadata.setdefault("author", text[2:].strip())
    elif header.title is None:
        header.metadata["title"] = text
        header.title = (start, start + len(text))


def _labelled(header: Header, label: re.Match[str], line: str, start: int) -> None:
    key = label["key"].lower()
    key = _KEYS.get(key, key)
    header.metadata.setdefault(key, line[label.end() :])
    if key == "title" and header.title is None:
        header.title = (start + label.end(), start + len(line))


def _is_head(source: str, place: int) -> bool:
    """Whether the line behind a first labelled one is labelled too or empty: "Source: ..." may begin a sentence."""
    line = _LINE.match(source, place)
    return line is None or not line[0].strip() or _LABELLED.match(line[0].strip()) is not None


def first_line(source: str, start: int = 0) -> tuple[int, int] | None:
    """Where an unnamed title of a text stands: a first line that stands alone, is short and no sentence."""
    start = len(source) - len(source[start:].lstrip("\ufeff \t\r\n"))
    end = source.find("\n", start)
    if end < 0 or end - start > _LONGEST_TITLE or source[start] in "#>*-<|![":
        return None
    line = source[start:end].rstrip()
    following = _LINE.match(source, end + 1)
    alone = following is not None and not following[0].strip() and source[end:].strip()
    if alone and not line.endswith((".", "。", ":", "：", ",", "，", ";", "；")):
        return start, start + len(line)
    return None
