"""A whole HTML page: what it says about itself, and which part of it is the article.

The article is the element that is marked as one, else the one whose paragraphs weigh most for their links (the measure
of the Readability bookmarklet). Libraries that do this return text without places, so the places are kept here.
"""

from __future__ import annotations

import html
import json
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from evinvest.reading.dates import parse_date
from evinvest.reading.fields import fields_of
from evinvest.reading.frontmatter import Written
from evinvest.reading.layout import Layout
from evinvest.reading.tree import Node, parse_tree

_ARTICLE_TYPES = re.compile(r"(?:News|Blog|Report|Analysis|Opinion|Scholarly|Tech)?(?:Article|Posting)$|^Reportage")
_HOLDS_TEXT = frozenset(
    ["p", "div", "td", "pre", "blockquote", "li", "section", "article", "main", "font", "span", "body"]
)
_SET_ASIDE = frozenset(["nav", "aside", "footer", "form", "header", "button", "figure", "dialog"])
_BOILERPLATE = re.compile(
    r"(?:^|[\s_-])(?:related\w*|recommend\w*|share|sharing|social|comments?|promo\w*|newsletter|subscribe|sidebar|advert\w*|ads?"
    r"|breadcrumbs?|menu|nav\w*|footer|header|tags?|toolbar|pagination|pager|popular|trending|cookie\w*|copyright"
    r"|source|byline|meta|read-?more|more-?news|author-?bio|crumbs?)(?:$|[\s_-])",
    re.IGNORECASE,
)
# What is called so is never the article, however much it has to say.
_BESIDE = re.compile(
    r"(?:^|[\s_-])(?:related\w*|recommend\w*|comments?|replies|discussion|promo\w*|newsletter|sidebar|advert\w*|ads?|nav"
    r"|navigation|footer|popular|trending|cookies?|consent)(?:$|[\s_-])",
    re.IGNORECASE,
)
_ARTICLE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:article|story|post|entry|news|content)[_-]?(?:body|content|text|detail)(?:$|[\s_-])", re.IGNORECASE
)
_STOPS = re.compile(r"[,.;!?，。；！？、]")
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
    root = _article(source, nodes)
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
    cut = [node for node in nodes if start <= node.start and node.stop <= end and _is_boilerplate(node, headline)]
    parts += [("text", Written(*place, "plain")) for place in _outside(start, end, cut)]
    return Layout("html", metadata, parts, fields)


def _outside(start: int, end: int, cut: Sequence[Node]) -> Iterator[tuple[int, int]]:
    for node in cut:
        if node.start < start:
            continue
        if node.start > start:
            yield (start, node.start)
        start = max(node.stop, start)
    if start < end:
        yield (start, end)


def _article(source: str, nodes: Sequence[Node]) -> Node | None:
    """The element that holds the article."""
    beside = _beside(nodes)
    _weigh(source, nodes, beside)
    best = max(nodes, key=_weight, default=None)
    if best is None or best.score == 0:
        return next((node for node in nodes if node.name == "body"), None)
    best = _holder(nodes, best)
    # The nearest mark first; but an element may be marked that holds only a teaser.
    for marked in _MARKS:
        inside = (node for node, out in zip(nodes, beside, strict=True) if not out and marked(node))
        largest = max(inside, key=_readable, default=None)
        if largest is not None and _readable(largest) * 3 >= _readable(best):
            return largest
    return best


def _beside(nodes: Sequence[Node]) -> list[bool]:
    """Which elements lie in one that is named as standing beside the article; none where that is most of the page."""
    beside: list[bool] = []
    cut = 0
    teasers = _teasers(nodes)
    for index, node in enumerate(nodes):
        within = node.parent >= 0 and beside[node.parent]
        outermost = not within and (index in teasers or _stands_beside(node))
        cut += _readable(node) if outermost else 0
        beside.append(within or outermost)
    whole = sum(_readable(node) for node in nodes if node.parent < 0)
    return beside if cut * 10 < whole * 9 else [False] * len(nodes)


def _teasers(nodes: Sequence[Node]) -> set[int]:
    """Boxes, at least three alike, each under a heading that is a link: they lead to other articles."""
    boxes = set()
    for node in nodes:
        if node.name in ("h2", "h3", "h4", "h5") and node.parent >= 0:
            holder = nodes[node.parent]
            if holder.name == "a":
                boxes.add(holder.parent)
            elif node.links * 10 > node.text * 8:
                boxes.add(node.parent)
    boxes.discard(-1)
    alike = Counter((nodes[box].parent, nodes[box].tag) for box in boxes)
    return {box for box in boxes if alike[nodes[box].parent, nodes[box].tag] >= 3}


def _stands_beside(node: Node) -> bool:
    if node.name in ("nav", "aside", "footer", "form", "dialog"):
        return True
    if node.name not in ("div", "ul", "ol", "section", "table") or "=" not in node.tag:
        return False
    attributes = node.attributes()
    return any(_BESIDE.search(attributes.get(name, "")) for name in ("class", "id", "role"))


def _weigh(source: str, nodes: Sequence[Node], beside: Sequence[bool]) -> None:
    for node, out in zip(nodes, beside, strict=True):
        if out or node.own < 20 or node.name not in _HOLDS_TEXT:
            continue
        stops = len(_STOPS.findall(source, node.inner, min(node.end, node.inner + 2000)))
        score = 1 + min(stops, 10) + min(node.text / 100, 3)
        inline = node.name in ("p", "span", "font", "li")
        holder = nodes[node.parent] if inline and node.parent >= 0 else node
        holder.score += score
        if holder.parent >= 0:
            nodes[holder.parent].score += score / 2


def _holder(nodes: Sequence[Node], best: Node) -> Node:
    """The element itself, or what holds it together with others of the same tag, where each has a paragraph in it.

    Some pages wrap every paragraph in boxes of its own.
    """
    weighed = [node.score > 0 for node in nodes]
    for index in range(len(nodes) - 1, -1, -1):
        if weighed[index] and nodes[index].parent >= 0:
            weighed[nodes[index].parent] = True
    boxes = Counter((node.parent, node.tag) for node, full in zip(nodes, weighed, strict=True) if full)
    node = best
    while node.parent >= 0 and _readable(node) <= _readable(best) * 1.1:
        if boxes[node.parent, node.tag] > 1 and node.name in ("div", "section", "p"):
            return nodes[node.parent]
        node = nodes[node.parent]
    return best


def _weight(node: Node) -> float:
    return node.score * (1 - node.links / max(node.text, 1))


def _readable(node: Node) -> int:
    return node.text - node.links


def _is_body(node: Node) -> bool:
    if node.name not in ("div", "section", "td", "article"):
        return False
    attributes = node.attributes()
    if "articleBody" in attributes.get("itemprop", "").split():
        return True
    return any(_ARTICLE_CLASS.search(attributes.get(name, "")) for name in ("class", "id"))


def _is_article(node: Node) -> bool:
    return node.name == "article" or (node.name == "div" and node.attributes().get("role") == "article")


def _is_main(node: Node) -> bool:
    return node.name == "main" or (node.name == "div" and node.attributes().get("role") == "main")


_MARKS = (_is_body, _is_article, _is_main)


def _is_boilerplate(node: Node, headline: Node | None) -> bool:
    if headline and node.start <= headline.start < node.stop:
        return False
    if node.name in ("figure", "header"):
        return node.name == "header" and node.anchors > 0 and node.links * 2 > node.text
    if node.name in _SET_ASIDE:
        return True
    if node.name not in ("div", "ul", "ol", "section", "table", "p", "span"):
        return False
    attributes = node.attributes()
    if "hidden" in attributes or "display:none" in attributes.get("style", "").replace(" ", ""):
        return True
    labelled = any(_BOILERPLATE.search(attributes.get(name, "")) for name in ("class", "id", "role"))
    mostly_links = node.anchors > 1 and node.links * 10 > node.text * 6
    # What is called "source" or "header" may still be the story.
    return mostly_links or (labelled and node.text < 400)


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
