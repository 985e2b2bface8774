"""One text and its map: what a reader sees, and where each of its characters stands in the source.

A :class:`Text` is built by edits: a tag is cut out, an entity becomes its character, a space is put between two words
that a scraper glued. Each edit is remembered, so that every span found in the normal form has its place in the raw one.
Nothing ever has to search for a quotation afterwards.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from attrs import field, frozen

from evinvest.errors import SourceError


@frozen(order=True)
class Span:
    """A half-open range ``[start, end)`` in code points.

    >>> Span(3, 8).of("an article")
    'artic'
    """

    start: int
    end: int

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise SourceError(f"a span runs forward from 0: [{self.start}, {self.end})")

    def of(self, text: str) -> str:
        """The characters of ``text`` that the span covers."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def hull(self, other: Span) -> Span:
        """The smallest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


@frozen
class Edit:
    """Replace ``[start, end)`` of a text by other characters: none cuts them out, an empty range inserts."""

    start: int
    end: int
    replacement: str = ""


@frozen
class Run:
    """A stretch of the normal form and the stretch of the raw text that it came from.

    A ``verbatim`` run is copied character by character; any other is one piece, and every part of its normal side
    stands for the whole of its raw side.
    """

    normal: int
    raw: int
    normal_length: int
    raw_length: int
    verbatim: bool

    def cut(self, start: int, end: int) -> Run:
        """The part of the run between two positions of the normal form."""
        if not self.verbatim:
            return Run(start, self.raw, end - start, self.raw_length, verbatim=False)
        return Run(start, self.raw + start - self.normal, end - start, end - start, verbatim=True)


@frozen
class Text:
    """A raw string, its normal form, and the sorted run table between them.

    >>> text = Text.of("<p>R&amp;D of$16</p>").edit([Edit(0, 3), Edit(4, 9, "&"), Edit(12, 12, " "), Edit(15, 19)])
    >>> text.normal
    'R&D of $16'
    >>> text.to_raw(Span(0, 3)).of(text.raw)
    'R&amp;D'
    """

    raw: str = field(repr=False)
    normal: str
    runs: tuple[Run, ...] = field(repr=False)
    _starts: tuple[int, ...] = field(repr=False, eq=False)

    @classmethod
    def of(cls, raw: str) -> Text:
        """The text whose normal form is the raw string itself."""
        return cls._build(raw, raw, [Run(0, 0, len(raw), len(raw), verbatim=True)] if raw else [])

    @classmethod
    def _build(cls, raw: str, normal: str, runs: list[Run]) -> Text:
        return cls(raw, normal, tuple(runs), tuple(run.normal for run in runs))

    def edit(self, edits: Iterable[Edit]) -> Text:
        """The text with its normal form changed; ``edits`` are sorted, do not overlap, and index the normal form.

        Raises:
            SourceError: when the edits overlap, run backward or leave the text.
        """
        pieces: list[str] = []
        runs: list[Run] = []
        length = position = 0
        for change in edits:
            if not position <= change.start <= change.end <= len(self.normal):
                raise SourceError(f"edits are sorted and inside the text: {change}")
            length = self._keep(position, change.start, length, pieces, runs)
            if change.replacement:
                raw = self.to_raw(Span(change.start, change.end))
                size = len(change.replacement)
                runs.append(Run(length, raw.start, size, raw.end - raw.start, verbatim=False))
                pieces.append(change.replacement)
                length += size
            position = change.end
        self._keep(position, len(self.normal), length, pieces, runs)
        return Text._build(self.raw, "".join(pieces), runs)

    def _keep(self, start: int, end: int, length: int, pieces: list[str], runs: list[Run]) -> int:
        """Copy ``[start, end)`` of the normal form unchanged; returns the new length."""
        if start == end:
            return length
        pieces.append(self.normal[start:end])
        for run in self._between(start, end):
            moved = run.normal - start + length
            runs.append(Run(moved, run.raw, run.normal_length, run.raw_length, run.verbatim))
        return length + end - start

    def _between(self, start: int, end: int) -> Iterator[Run]:
        index = max(bisect_right(self._starts, start) - 1, 0)
        while index < len(self.runs) and self.runs[index].normal < end:
            run = self.runs[index]
            low, high = max(start, run.normal), min(end, run.normal + run.normal_length)
            if low < high:
                yield run if (low, high) == (run.normal, run.normal + run.normal_length) else run.cut(low, high)
            index += 1

    def to_raw(self, span: Span) -> Span:
        """The place in the raw text of a span of the normal form.

        Raises:
            SourceError: when the span leaves the normal form.
        """
        if span.end > len(self.normal):
            raise SourceError(f"the normal form ends at {len(self.normal)}: {span}")
        if span.start == span.end:
            place = self._raw_point(span.start)
            return Span(place, place)
        first = self.runs[bisect_right(self._starts, span.start) - 1]
        last = self.runs[bisect_right(self._starts, span.end - 1) - 1]
        start = first.raw + (span.start - first.normal if first.verbatim else 0)
        end = last.raw + (span.end - last.normal if last.verbatim else last.raw_length)
        return Span(start, end)

    def _raw_point(self, position: int) -> int:
        """Where an insertion at ``position`` stands: just behind the character before it."""
        if position == 0:
            return self.runs[0].raw if self.runs else 0
        return self.to_raw(Span(position - 1, position)).end

    def slice(self, span: Span) -> str:
        """The raw characters behind a span of the normal form."""
        return self.to_raw(span).of(self.raw)
