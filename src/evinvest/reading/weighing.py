"""Which element of a page is the article, and what inside it is none of it.

The article is the element that is marked as one, else the one whose paragraphs weigh most for their links (the measure
of the Readability bookmarklet).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evinvest.reading.main_content import Block, MainContent
    from evinvest.reading.tree import Node

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


def find_article(source: str, nodes: Sequence[Node], content: MainContent | None = None) -> Node | None:
    """The element that holds the article.

    Args:
        source: the page.
        nodes: its elements; they get their scores.
        content: what is known to be main content; what holds nothing of it is not looked at.
    """
    beside = _beside(nodes, content)
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


def _beside(nodes: Sequence[Node], content: MainContent | None) -> list[bool]:
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
    if cut * 10 >= whole * 9:
        beside = [False] * len(nodes)
    if content is None:
        return beside
    return [out or not _holds(node, content.kept) for node, out in zip(nodes, beside, strict=True)]


def _holds(node: Node, blocks: Sequence[Block]) -> bool:
    """Whether one of the blocks, or a part of one, stands in the element."""
    index = bisect_right(blocks, node.inner, key=attrgetter("end"))
    return index < len(blocks) and blocks[index].start < node.end


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
    titles = [node.stop for node in nodes if node.name == "h1" and node.text]
    title = titles[0] if len(titles) == 1 else len(source)
    for node, out in zip(nodes, beside, strict=True):
        if out or node.own < 20 or node.name not in _HOLDS_TEXT:
            continue
        stops = len(_STOPS.findall(source, node.inner, min(node.end, node.inner + 2000)))
        score = 1 + min(stops, 10) + min(node.text / 100, 3)
        if node.start >= title:  # what follows the only title of a page is more likely the article than a list below
            score, title = score * 2, len(source)
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


def is_boilerplate(node: Node, headline: Node | None) -> bool:
    """Whether an element inside the article is none of it: links to others, buttons, what is hidden."""
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
