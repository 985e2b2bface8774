"""What of a file a reader sees: texts of the front matter, then the body; everything else is cut."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Any

from attrs import frozen

from evinvest.reading.blocks import Blocks
from evinvest.reading.fields import key_of
from evinvest.reading.frontmatter import FrontMatter, Written, unescape
from evinvest.reading.inline import Change, Inline, Mark

_LINE_END = re.compile(r"\s*\n\s*")


@frozen
class Layout:
    """Where the parts of a file stand.

    Attributes:
        lifted: kind and place of each text that is taken from the metadata, in the order of the file.
        bodies: the stretches that hold the article's own text.
    """

    format: str
    metadata: Mapping[str, Any]
    lifted: Sequence[tuple[str, Written]]
    bodies: Sequence[tuple[int, int]]


def from_front_matter(front: FrontMatter, size: int) -> Layout:
    """The layout of a file with front matter; ``size`` is the length of the file."""
    lifted: dict[str, tuple[str, Written]] = {}
    for kind in ("title", "summary", "description"):
        key = key_of(front.metadata, kind)
        if key in front.written and key not in lifted:
            lifted[key] = (kind, front.written[key])
    ordered = sorted(lifted.values(), key=lambda item: item[1].start)
    return Layout(front.format, front.metadata, ordered, [(front.body, size)])


def lift(source: str, layout: Layout) -> tuple[list[Change], list[Mark]]:
    """The changes to the source that leave what a reader sees, and the kinds of its parts."""
    changes: list[Change] = []
    marks: list[Mark] = []
    position = 0
    for kind, text in layout.lifted:
        changes.append((position, text.start, "\n"))
        changes += unescape(source, text) + _line_ends(source, text.start, text.end)
        marks.append((text.start, kind))
        position = text.end
    for start, end in layout.bodies:
        changes.append((position, start, "\n"))
        found, kinds = _body(source, start, end, page=layout.format == "html")
        changes += found
        marks += kinds
        position = end
    changes.append((position, len(source), ""))
    return _disjoint(changes), marks


def _body(source: str, start: int, end: int, *, page: bool) -> tuple[list[Change], list[Mark]]:
    if page:
        inline = Inline(source, markdown=False)
        inline.scan(start, end)
        return inline.changes + _line_ends(source, start, end), [(start, "body"), *inline.marks]
    blocks, inline = Blocks(source), Inline(source)
    blocks.scan(start, end)
    inline.scan(start, end)
    # A line inside a comment or script is no paragraph.
    hidden = sorted(change for change in inline.changes if "\n" in source[change[0] : change[1]])
    marks = [mark for mark in blocks.marks if not _inside(mark[0], hidden)]
    return blocks.changes + inline.changes, sorted(marks + inline.marks, key=_place)


def _place(mark: Mark) -> int:
    return mark[0]


def _inside(place: int, sorted_changes: Sequence[Change]) -> bool:
    index = bisect_right(sorted_changes, place, key=_place_of_change) - 1
    return index >= 0 and sorted_changes[index][0] < place < sorted_changes[index][1]


def _place_of_change(change: Change) -> int:
    return change[0]


def _line_ends(source: str, start: int, end: int) -> list[Change]:
    """A title is one line, however the file wraps it."""
    return [(match.start(), match.end(), " ") for match in _LINE_END.finditer(source, start, end)]


def _in_order(change: Change) -> tuple[int, int]:
    # What is inserted at a place comes before what is cut from there on, and the longest cut before the others.
    start, end, _ = change
    return (start, -end if end > start else -1_000_000_000_000)


def _disjoint(changes: list[Change]) -> list[Change]:
    """The changes in order; of two that overlap the earlier one keeps its whole range."""
    changes.sort(key=_in_order)
    kept: list[Change] = []
    position = 0
    for start, end, replacement in changes:
        if start >= position:
            kept.append((start, end, replacement))
        elif end > position:
            kept.append((position, end, replacement))
        else:
            continue
        position = end
    return kept
