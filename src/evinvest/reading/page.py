"""A whole HTML page: what it says about itself, and which part of it is the article.

The extra ``html`` says which text is main content; our own measure finds the article in that, or by itself without it.
"""

from __future__ import annotations

import html
import json
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from evinvest.reading.dates import parse_date
from evinvest.reading.fields import fields_of
from evinvest.reading.frontmatter import Written
from evinvest.reading.layout import Layout
from evinvest.reading.main_content import Block, main_content
from evinvest.reading.tree import Node, parse_tree
from evinvest.reading.weighing import find_article, is_boilerplate

_ARTICLE_TYPES = re.compile(r"(?:News|Blog|Report|Analysis|Opinion|Scholarly|Tech)?(?:Article|Posting)$|^Reportage")
_TIMED = re.compile(r"(?<!\d)(\d{4}[-/年]\s?\d{1,2}[-/月]\s?\d{1,2}日?\s{1,3}\d{1,2}:\d\d(?::\d\d)?)")
_NEAR = 1000  # characters of the page
_LONGEST_TITLE = 1000
_SPEAKING = frozenset(["html", "title", "meta", "link", "time", "script"])
_TAGS = re.compile(r"<[^<>]*>")
_DATED = re.compile(
    r"(?:发布时间|发表时间|发布日期|时间|日期|published|posted|updated|date)\s{0,3}(?:on|at)?\s{0,3}[:：]?\s{0,3}"
    r"(\d{4}[-/年]\s?\d{1,2}[-/月]\s?\d{1,2}日?(?:\s\d{1,2}:\d\d(?::\d\d)?)?|[A-Z][a-z]{2,8}\.?\s\d{1,2},\s\d{4})",
    re.IGNORECASE,
)


def page_layout(source: str) -> Layout:
    """Where the article stands in a page, and what the page says about it.

    Raises:
        SourceError: when the elements nest too deep.
    """
    nodes = parse_tree(source)
    metadata = _metadata(source, nodes)
    content = main_content(source, nodes)
    root = find_article(source, nodes, content)
    start, end = (root.inner, root.end) if root else (0, len(source))
    fields = _fields(metadata)
    headline = _headline(source, nodes, start, end, fields.get("title"))
    if headline:
        fields["title"] = _words(source, headline)
    day = _date(source, headline.stop if headline else 0)
    if day is not None:
        fields.setdefault("published", day)
    parts = []
    if headline and (headline.end <= start or end <= headline.start):
        parts.append(("title", Written(headline.inner, headline.end, "plain")))
    cut = [
        (node.start, node.stop)
        for node in nodes
        if start <= node.start and node.stop <= end and is_boilerplate(node, headline)
    ]
    if content:
        cut = sorted(cut + [(block.start, block.end) for block in content.dropped if not _covers(headline, block)])
    parts += [("text", Written(*place, "plain")) for place in _outside(start, end, cut)]
    return Layout("html", metadata, parts, fields)


def _covers(headline: Node | None, block: Block) -> bool:
    return headline is not None and headline.start < block.end and block.start < headline.stop


def _outside(start: int, end: int, cut: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for first, stop in cut:
        if first >= end:
            break
        if first > start:
            yield (start, first)
        start = min(max(stop, start), end)
    if start < end:
        yield (start, end)


def _headline(source: str, nodes: Sequence[Node], start: int, end: int, title: str | None) -> Node | None:
    """The heading of the page that is its title: one that the title repeats, else the last before the text."""
    short = (node for node in nodes if node.name in ("h1", "h2") and 0 < node.text < _LONGEST_TITLE)
    headings = [node for node in short if node.start < end]
    for node in headings:
        words = _words(source, node)
        if title and len(words) > 3 and (words in title or title in words):
            return node
    first = [node for node in headings if node.name == "h1"]
    places = [node.start for node in first]
    index = bisect_left(places, start)
    if index < len(first) and first[index].start < start + 2000:
        return first[index]
    return first[index - 1] if index else None


def _date(source: str, start: int) -> datetime | date | None:
    """A date that the page shows: behind a label, or with the time of day near the headline."""
    shown = _DATED.search(source, start) or _TIMED.search(source, start, start + _NEAR)
    return parse_date(shown[1]) if shown else None


def _words(source: str, node: Node) -> str:
    return " ".join(html.unescape(_TAGS.sub(" ", source[node.inner : node.end])).split())


def _metadata(source: str, nodes: Sequence[Node]) -> dict[str, Any]:
    """All that the page says about itself, in order; the first of two that have one name."""
    metadata: dict[str, Any] = {}
    for node in nodes:
        if node.name in _SPEAKING:
            name, value = _said(source, node)
            if name and value:
                metadata.setdefault(name, value)
    return metadata


def _said(source: str, node: Node) -> tuple[str | None, Any]:
    """What one element says about the page: a name and a value."""
    attributes = node.attributes()
    match node.name:
        case "html":
            return "lang", attributes.get("lang")
        case "title":
            return "title", _words(source, node) if node.text < _LONGEST_TITLE else None
        case "meta":
            name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
            return name, attributes.get("content")
        case "link":
            return attributes.get("rel"), attributes.get("href") if attributes.get("rel") == "canonical" else None
        case "time":
            return "time", attributes.get("datetime")
        case _:
            found = _json_ld(source[node.inner : node.end]) if "ld+json" in attributes.get("type", "") else None
            return "ld+json", found


def _json_ld(text: str) -> dict[str, Any] | None:
    """The first object that is an article of any kind."""
    try:
        waiting = [json.loads(text)]
    except (ValueError, RecursionError):
        return None
    for _ in range(1000):
        if not waiting:
            break
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting = item + waiting
        elif isinstance(item, dict):
            kinds = item.get("@type")
            if any(
                isinstance(kind, str) and _ARTICLE_TYPES.search(kind)
                for kind in (kinds if isinstance(kinds, list) else [kinds])
            ):
                return item
            waiting += [item[key] for key in ("@graph", "mainEntity", "mainEntityOfPage", "item") if key in item]
    return None


def _fields(metadata: Mapping[str, Any]) -> dict[str, Any]:
    """JSON-LD speaks first, then Open Graph, then the rest: a ``<title>`` often names the site too."""
    structured = metadata.get("ld+json") or {}
    rest = {key: value for key, value in metadata.items() if key != "ld+json"}
    graph = {key: value for key, value in rest.items() if key.startswith(("og:", "article:"))}
    fields = fields_of(rest) | fields_of(graph) | fields_of(structured)
    # The address of a page is where it was published, not a name within a site.
    link = rest.get("canonical") or rest.get("og:url")
    if isinstance(link, str):
        fields["link"] = link
    return fields
