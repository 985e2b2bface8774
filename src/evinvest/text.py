"""One text and its map: what a reader sees, and where each of its characters stands in the source.

A :class:`Text` is built by edits: a tag is cut out, an entity becomes its character, a space is put between two words
that a scraper glued. Each edit is remembered, so that every span found in the normal form has its place in the raw one.
Nothing ever has to search for a quotation afterwards.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple, Self

from attrs import field, frozen

from evinvest.errors import SourceError


class _Pair(NamedTuple):
    start: int
    end: int


class Span(_Pair):
    """A half-open range ``[start, end)`` in code points.

    A tuple, because there are more spans than all other values together, and a tuple is the cheapest frozen one.

    >>> Span(3, 8).of("an article")
    'artic'
    """

    __slots__ = ()

    def __new__(cls, start: int, end: int) -> Self:
        """The span, when it runs forward from 0."""
        if not 0 <= start <= end:
            raise SourceError(f"a span runs forward from 0: [{start}, {end})")
        return _new(cls, (start, end))

    def of(self, text: str) -> str:
        """The characters of ``text`` that the span covers."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


_new = tuple.__new__
"""What the constructor of a named tuple does, without a Python function around it."""


class Edit(NamedTuple):
    """Replace ``[start, end)`` of a text by other characters: none cuts them out, an empty range inserts.

    A tuple, because a long page needs thousands of them.
    """

    start: int
    end: int
    replacement: str = ""


# The size of a run that is copied character by character; any other size is the length of the raw side of one piece,
# and every part of its normal side stands for the whole of that.
_VERBATIM = -1


@frozen
class Text:
    """A raw string, its normal form, and the sorted run table between them.

    >>> text = Text.of("<p>R&amp;D of$16</p>").edit([Edit(0, 3), Edit(4, 9, "&"), Edit(13, 13, " "), Edit(16, 20)])
    >>> text.normal
    'R&D of $16'
    >>> text.to_raw(Span(0, 3)).of(text.raw)
    'R&amp;D'
    """

    raw: str = field(repr=False)
    normal: str
    # Three columns of one length: where a run begins in the normal form, where in the raw text, and its raw size.
    _normals: list[int] = field(repr=False, hash=False)
    _raws: list[int] = field(repr=False, hash=False)
    _sizes: list[int] = field(repr=False, hash=False)

    @classmethod
    def of(cls, raw: str) -> Text:
        """The text whose normal form is the raw string itself."""
        return cls(raw, raw, [0], [0], [_VERBATIM])

    def edit(self, edits: Iterable[tuple[int, int, str]]) -> Text:
        """The text with its normal form changed; ``edits`` are sorted, do not overlap, and index the normal form.

        Raises:
            SourceError: when the edits overlap, run backward or leave the text.
        """
        normal, limit = self.normal, len(self.normal)
        pieces: list[str] = []
        normals: list[int] = []
        raws: list[int] = []
        sizes: list[int] = []
        length = position = run = 0
        for start, end, replacement in edits:
            if not position <= start <= end <= limit:
                raise SourceError(f"edits are sorted and inside the text: {Edit(start, end, replacement)}")
            if position < start:
                run = self._keep(position, start, length - position, run, (normals, raws, sizes))
                pieces.append(normal[position:start])
                length += start - position
            if replacement:
                first, last = self._raw_range(start, end)
                normals.append(length)
                raws.append(first)
                sizes.append(last - first)
                pieces.append(replacement)
                length += len(replacement)
            position = end
        if position < limit or not normals:
            self._keep(position, limit, length - position, run, (normals, raws, sizes))
            pieces.append(normal[position:])
        return Text(self.raw, "".join(pieces), normals, raws, sizes)

    def _keep(self, start: int, end: int, shift: int, run: int, table: tuple[list[int], ...]) -> int:
        """Copy the runs of ``[start, end)``, moved by ``shift``; ``run`` is one at or before the first of them.

        Returns:
            The run at the end, so that the next call goes on from there and all calls together walk the table once.
        """
        own, last = self._normals, len(self._normals) - 1
        while run < last and own[run + 1] <= start:
            run += 1
        normals, raws, sizes = table
        while True:
            begin, size = own[run], self._sizes[run]
            cut = start - begin if begin < start else 0
            normals.append(begin + cut + shift)
            raws.append(self._raws[run] + (cut if size == _VERBATIM else 0))
            sizes.append(size)
            if run == last or own[run + 1] >= end:
                return run
            run += 1

    def _raw_range(self, start: int, end: int) -> tuple[int, int]:
        """The raw side of ``[start, end)``; of an empty range, the place just behind the character before it."""
        if start == end:
            if start == 0:
                return (self._raws[0], self._raws[0])
            place = self._raw_end(start)
            return (place, place)
        run = bisect_right(self._normals, start) - 1
        offset = start - self._normals[run] if self._sizes[run] == _VERBATIM else 0
        return (self._raws[run] + offset, self._raw_end(end))

    def _raw_end(self, end: int) -> int:
        """Where the raw side of the character before ``end`` ends."""
        run = bisect_right(self._normals, end - 1) - 1
        size = self._sizes[run]
        return self._raws[run] + (end - self._normals[run] if size == _VERBATIM else size)

    def to_raw(self, span: Span) -> Span:
        """The place in the raw text of a span of the normal form.

        Raises:
            SourceError: when the span leaves the normal form.
        """
        if span.end > len(self.normal):
            raise SourceError(f"the normal form ends at {len(self.normal)}: {span}")
        return Span(*self._raw_range(span.start, span.end))

    def to_normal(self, place: int) -> int:
        """The first position of the normal form that stands at or behind a place of the raw text."""
        run = bisect_right(self._raws, place) - 1
        if run < 0:
            return 0
        begin, size = self._normals[run], self._sizes[run]
        end = self._normals[run + 1] if run + 1 < len(self._normals) else len(self.normal)
        if size == _VERBATIM:
            return min(begin + place - self._raws[run], end)
        return begin if place == self._raws[run] else end

    def slice(self, span: Span) -> str:
        """The raw characters behind a span of the normal form."""
        return self.to_raw(span).of(self.raw)
