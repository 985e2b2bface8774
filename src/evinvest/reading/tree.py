"""The elements of an HTML page, each with its place in the source and the amount of text and links in it.

Just enough of a tree to find the article in a page; it corrects the usual omissions (``<p>`` and ``<li>`` that never
close) and keeps what no parser library offers: the place of everything.
"""

from __future__ import annotations

import html
import re
from collections import Counter

from attrs import define, field

from evinvest.errors import SourceError

MAX_DEPTH = 1000

_PIECE = re.compile(r"<(?:!--|!\[CDATA\[|%|\?|!|(?P<close>/)?(?P<name>[A-Za-z][A-Za-z0-9:-]*)[^<>]*>)")
_CLOSERS = {"<!--": "-->", "<![CDATA[": "]]>", "<%": "%>", "<?": "?>", "<!": ">"}
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
# Their content is no markup: it ends at their own closing tag only.
_RAW = frozenset(["script", "style", "noscript", "template", "textarea", "svg", "iframe", "math"])
_ENDS_PARAGRAPH = frozenset(
    [
        *("address", "article", "aside", "blockquote", "div", "dl", "footer", "form", "header", "hr", "main", "nav"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "ol", "p", "pre", "section", "table", "ul"),
    ]
)
_SAME_ENDS = frozenset(["li", "dt", "dd", "tr", "td", "th", "option"])
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>=`]+))?""")


@define
class Node:
    """An element.

    Attributes:
        start: where its tag begins.
        inner: where its content begins.
        end: where its content ends.
        stop: where its closing tag ends.
        own: characters of text that are directly in it.
        text: characters of text in it and all below it.
        links: how many of these are in links.
        anchors: how many links are in it.
    """

    name: str
    tag: str
    start: int
    inner: int
    parent: int
    end: int = -1
    stop: int = -1
    own: int = 0
    text: int = 0
    links: int = 0
    anchors: int = 0
    score: float = 0.0

    def attributes(self) -> dict[str, str]:
        """The attributes of the tag, names in small letters, entities decoded."""
        return attributes_of(self.tag)


def attributes_of(tag: str) -> dict[str, str]:
    """The attributes of a tag.

    >>> attributes_of('<meta property="og:title" content="Q&amp;A">')
    {'property': 'og:title', 'content': 'Q&A'}
    """
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(tag.partition(" ")[2] if " " in tag else tag[1:].partition("\n")[2]):
        value = match[2] or ""
        if value[:1] in ("'", '"'):
            value = value[1:-1]
        found.setdefault(match[1].lower(), html.unescape(value))
    return found


@define
class _Builder:
    source: str
    nodes: list[Node] = field(factory=list)
    open: list[int] = field(factory=list)
    counts: Counter[str] = field(factory=Counter)
    unclosed: set[str] = field(factory=set)
    """Openers whose closer was looked for and not found: not looked for again."""

    def push(self, name: str, tag: str, start: int, inner: int) -> None:
        if len(self.open) >= MAX_DEPTH:
            raise SourceError(
                f"html nested deeper than {MAX_DEPTH} elements", line=self.source.count("\n", 0, start) + 1
            )
        self.nodes.append(Node(name, tag, start, inner, self.open[-1] if self.open else -1))
        self.open.append(len(self.nodes) - 1)
        self.counts[name] += 1

    def pop(self, end: int, stop: int) -> None:
        node = self.nodes[self.open.pop()]
        node.end, node.stop = end, stop
        self.counts[node.name] -= 1
        node.text += node.own
        if node.name == "a":
            node.links = node.text
            node.anchors += 1
        if node.parent >= 0:
            parent = self.nodes[node.parent]
            parent.text += node.text
            parent.links += node.links
            parent.anchors += node.anchors

    def close(self, name: str, place: int, stop: int) -> None:
        if not self.counts[name]:
            return
        while self.nodes[self.open[-1]].name != name:
            self.pop(place, place)
        self.pop(place, stop)

    def begin(self, name: str, tag: str, start: int, end: int) -> int:
        """Open an element; returns where the scan goes on."""
        top = self.nodes[self.open[-1]].name if self.open else ""
        if (top == "p" and name in _ENDS_PARAGRAPH) or (top == name and name in _SAME_ENDS):
            self.pop(start, start)
        if name in _VOID or tag.endswith("/>"):
            self.nodes.append(Node(name, tag, start, end, self.open[-1] if self.open else -1, end, end))
            return end
        self.push(name, tag, start, end)
        if name not in _RAW or name in self.unclosed:
            return end
        closing = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(self.source, end)
        if closing is None:
            self.unclosed.add(name)
            return end
        self.pop(closing.start(), closing.end())
        return closing.end()

    def skip(self, opener: str, end: int, closer: str) -> int:
        """Pass over a comment, declaration or instruction; one that never closes is only a sign."""
        found = -1 if opener in self.unclosed else self.source.find(closer, end)
        if found < 0:
            self.unclosed.add(opener)
            return end
        return found + len(closer)

    def read(self, start: int, end: int) -> None:
        """Count the text between two tags."""
        if start < end and self.open:
            self.nodes[self.open[-1]].own += len(self.source[start:end].strip())


def parse_tree(source: str) -> list[Node]:
    """All elements of a page in the order of their tags.

    Raises:
        SourceError: when they nest deeper than ``MAX_DEPTH``.
    """
    builder = _Builder(source)
    position = 0
    for match in _PIECE.finditer(source):
        if match.start() < position:
            continue
        builder.read(position, match.start())
        if match["name"] is None:
            position = builder.skip(match[0], match.end(), _CLOSERS[match[0]])
        elif match["close"]:
            builder.close(match["name"].lower(), *match.span())
            position = match.end()
        else:
            position = builder.begin(match["name"].lower(), match[0], *match.span())
    while builder.open:
        builder.pop(len(source), len(source))
    return builder.nodes
