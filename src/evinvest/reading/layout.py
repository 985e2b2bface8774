"""What of a file a reader sees: some texts of the metadata, then the body; everything else is cut."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Any

from attrs import frozen

from evinvest.reading.blocks import Blocks
from evinvest.reading.fields import keys_of
from evinvest.reading.frontmatter import Written, unescape
from evinvest.reading.inline import Change, Inline, Mark
from evinvest.text import Span, Text

# Spaces before it are folded later; a pattern that begins with them would look at each of them again and again.
_LINE_END = re.compile(r"\n\s*")
LIFTED = ("title", "summary", "description")
"""The fields that are read as text where the metadata have them."""


@frozen
class Layout:
    """Where the parts of a file stand.

    Attributes:
        format: as in :class:`evinvest.reading.Article`.
        parts: in the order of the file, each with its kind: one of ``LIFTED``, or ``text`` for a part of the body.
        fields: of the article, where they are not found in the metadata by their usual names.
    """

    format: str
    metadata: Mapping[str, Any]
    parts: Sequence[tuple[str, Written]]
    fields: Mapping[str, Any] | None = None


def metadata_parts(
    metadata: Mapping[str, Any], written: Mapping[str, Written], names: Mapping[str, str] | None = None
) -> list[tuple[str, Written]]:
    """The texts of the metadata that a reader sees; ``names`` say under which key a field stands where it is odd."""
    parts: dict[str, tuple[str, Written]] = {}
    for kind, key in (
        keys_of(metadata, LIFTED) | {kind: key for kind, key in (names or {}).items() if kind in LIFTED}
    ).items():
        if key in written and key not in parts:
            parts[key] = (kind, written[key])
    return list(parts.values())


def lift(source: str, layout: Layout) -> tuple[Text, list[Mark]]:
    """The text that a reader sees, not yet in normal form, and the kinds of its parts by their place in the source."""
    changes: list[Change] = []
    marks: list[Mark] = []
    nested: list[Written] = []
    position = 0
    for kind, place in sorted(layout.parts, key=_start):
        if place.start < position:
            continue  # a file can be so broken that one part lies in another
        changes.append((position, place.start, "\n"))
        position = place.end
        if kind != "text":
            changes += [(start, end, new if new.strip() else " ") for start, end, new in unescape(source, place)]
            changes += _line_ends(source, place.start, place.end)
            marks.append((place.start, kind))
        elif place.style == "plain":
            found, kinds = _body(source, place.start, place.end, page=layout.format == "html")
            changes += found
            marks += kinds
        else:
            changes += unescape(source, place)
            nested.append(place)
    changes.append((position, len(source), ""))
    text = Text.of(source).edit(_disjoint(changes))
    for place in nested:
        text, kinds = _lift_nested(text, place)
        marks += kinds
    return text, sorted(marks, key=itemgetter(0))


def _start(part: tuple[str, Written]) -> int:
    return part[1].start


def _lift_nested(text: Text, place: Written) -> tuple[Text, list[Mark]]:
    """A body inside a value: its markup shows only when the escapes are undone."""
    start, end = text.to_normal(place.start), text.to_normal(place.end)
    changes, marks = _body(text.normal, start, end, page=False)
    last = len(text.normal)
    kinds = [(text.to_raw(Span(at, min(at + 1, last))).start, kind) for at, kind in marks]
    return text.edit(_disjoint(changes)), kinds


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
    return blocks.changes + inline.changes, sorted(marks + inline.marks, key=itemgetter(0))


def _inside(place: int, changes: Sequence[Change]) -> bool:
    index = bisect_right(changes, place, key=itemgetter(0)) - 1
    return index >= 0 and changes[index][0] < place < changes[index][1]


def _line_ends(source: str, start: int, end: int) -> list[Change]:
    """A title is one line, however the file wraps it; in HTML every line end is a space."""
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
