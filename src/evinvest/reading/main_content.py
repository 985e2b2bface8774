"""What of a page a library for web pages takes for its main content, found again in the source.

Resiliparse, where it is installed, gives the main content as text without places. The blocks of the page are the same
for both, so its lines are laid beside our blocks in order, and each block is either kept or dropped.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import compress, pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from attrs import frozen

from evinvest.reading.inline import BLOCKS

if TYPE_CHECKING:
    from evinvest.reading.tree import Node

_TEMPLATE = re.compile(r"<%[^%]*+(?:%(?!>)[^%]*+)*+%>")
_MARKUP = re.compile(r"<!--[^-]*+(?:-(?!->)[^-]*+)*+-->|</?[A-Za-z!?%][^<>]*>")
_SIGNS = re.compile(r"[\W_]+")
_UNREAD = frozenset(
    ["head", "script", "style", "noscript", "template", "svg", "select", "textarea", "iframe", "object"]
)
_PARTED = BLOCKS | {"td", "th"}
_LEAST_FOUND = 0.9
"""Of the library's text: where less of it is found again, its blocks are not ours."""
_LEAST_LENGTH = 50  # letters: less than that is no article


@frozen
class Block:
    """A run of text between two tags of blocks.

    Attributes:
        start: in the source, where it begins.
        end: where it ends.
        key: its letters and digits.
    """

    start: int
    end: int
    key: str


@frozen
class MainContent:
    """The blocks of a page that are its main content, and those that are not, each in order."""

    kept: Sequence[Block]
    dropped: Sequence[Block]


def main_content(source: str, nodes: Sequence[Node]) -> MainContent | None:
    """What the library takes for main content; ``None`` where it is missing, or its text is not that of our blocks."""
    try:
        from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415 - an extra
    except ImportError:
        return None
    page = _TEMPLATE.sub("", source).replace("\0", "").encode("utf-8", "replace").decode()
    try:
        text = extract_plain_text(
            page, main_content=True, list_bullets=False, alt_texts=False, comments=False, post_meta=False
        )
    except (ValueError, RuntimeError):  # what it raises for a page that it cannot parse
        return None
    lines = [key for line in text.splitlines() for cell in line.split("\t") if (key := _key(cell))]
    blocks = list(blocks_of(source, nodes))
    kept = align([block.key for block in blocks], lines)
    figures = [node for node in nodes if node.name == "figure"]  # captions are of the article where their figure is
    dropped = (block for block, keep in zip(blocks, kept, strict=True) if not keep)
    content = MainContent(list(compress(blocks, kept)), [block for block in dropped if not _inside(block, figures)])
    found = sum(len(block.key) for block in content.kept)
    return content if found >= max(_LEAST_LENGTH, _LEAST_FOUND * sum(map(len, lines))) else None


def blocks_of(source: str, nodes: Sequence[Node]) -> Iterator[Block]:
    """The runs of text of a page that have words in them, in order."""
    borders = {0, len(source)}
    unread = 0
    for node in nodes:
        if node.start < unread:
            continue
        if node.name in _UNREAD:
            unread = node.stop
            borders |= {node.start, node.stop}
        elif node.name in _PARTED:
            borders |= {node.start, node.inner, node.end, node.stop}
    hidden = {node.start for node in nodes if node.name in _UNREAD}
    for start, end in pairwise(sorted(borders)):
        if start not in hidden and (key := _key(html.unescape(_MARKUP.sub("", source[start:end])))):
            yield Block(start, end, key)


def align(blocks: Sequence[str], lines: Sequence[str]) -> list[bool]:
    """Which of the blocks are among the lines, both in the same order.

    What stands once on both sides is found first; between two of these, a block is found where the next of the line
    continues with it, or a line is the same. Linear in the length of both.

    >>> align(["Home", "A", "B", "Home", "C"], ["AB", "C"])
    [False, True, True, False, True]
    """
    mine, theirs = Counter(blocks), Counter(lines)
    places = {line: index for index, line in enumerate(lines)}
    kept = [False] * len(blocks)
    block, line = 0, 0
    for index, key in enumerate([*blocks, None]):
        once = key is not None and mine[key] == 1 and theirs[key] == 1 and places[key] >= line
        if key is None or once:
            until = len(lines) if key is None else places[key]
            _fill(kept, blocks, range(block, index), lines[line:until])
            block, line = index + 1, until + 1
            if key is not None:
                kept[index] = True
    return kept


def _fill(kept: list[bool], blocks: Sequence[str], places: range, lines: Sequence[str]) -> None:
    """Find blocks in the lines between two that are sure."""
    stream, position, left = "".join(lines), 0, Counter(lines)
    for index in places:
        key = blocks[index]
        if stream.startswith(key, position):
            kept[index] = True
            position += len(key)
            left[key] -= 1  # where it is a whole line
        elif left[key] > 0:
            kept[index] = True
            left[key] -= 1


def _inside(block: Block, nodes: Sequence[Node]) -> bool:
    index = bisect_right(nodes, block.start, key=attrgetter("start")) - 1
    return index >= 0 and block.end <= nodes[index].stop


def _key(text: str) -> str:
    return _SIGNS.sub("", text)
