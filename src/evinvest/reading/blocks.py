"""Lines and blocks: which line breaks separate paragraphs, and what kind each paragraph is.

The same rules serve Markdown and plain text. Wire copy is often wrapped by hand, so a line break counts as a space where
the sentence goes on and the line before was full; elsewhere it ends a paragraph, as in text with one paragraph a line.
"""

from __future__ import annotations

import re

from attrs import define, field

from evinvest.reading.inline import Change, Mark

_LINE = re.compile(r"[^\n]*\n?")
# Quote signs, then at most one of: a heading, an item of a list, a row of a table.
_MARKER = re.compile(
    r"[ \t]*(?:>[ \t]?)*[ \t]*"
    r"(?:(?P<heading>\#{1,6}(?=[ \t\r\n]|\Z))|(?P<item>(?:[-*+•▪●■◆]|\d{1,3}[.)])(?=[ \t])|\|))?[ \t]*"
)
_FENCE = re.compile(r"[ \t]{0,3}(```|~~~)")
_REFERENCE = re.compile(r"[ \t]{0,3}\[[^\]\n]{1,80}\]:[ \t]*\S+[ \t\r]*\Z")
_UNDERLINE = re.compile(r"[ \t]{0,3}(?:={3,}|-{3,})[ \t\r\n]*\Z")
_WORD = re.compile(r"\w")
_SENTENCE_END = re.compile(r"""[.!?:…。！？：；]["'”’)）」]*\Z""")
_GOES_ON = re.compile(r"[a-zà-öø-ÿ(（,，、]")
_CJK = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
# Columns: nobody wraps by hand above the one, and a line below the other was not broken because it was full.
_WIDEST, _NARROWEST = 100, 50


@define
class Blocks:
    """The changes that lines ask for, and the kind of each paragraph."""

    source: str
    changes: list[Change] = field(factory=list)
    marks: list[Mark] = field(factory=list)
    _before: tuple[int, int] | None = None
    """The line that the next one may go on from."""
    _fence: str = ""

    def scan(self, start: int, end: int) -> None:
        """Go once over the lines of ``[start, end)`` of the source."""
        for match in _LINE.finditer(self.source, start, end):
            begin, stop = match.span()
            line = match[0]
            if begin == stop:
                break
            if self._in_fence(line) or not _WORD.search(line) or _REFERENCE.match(line):
                self._drop(begin, stop, line)
            else:
                self._keep(begin, line, start)

    def _in_fence(self, line: str) -> bool:
        mark = _FENCE.match(line)
        if mark and self._fence in ("", mark[1]):
            self._fence = "" if self._fence else mark[1]
            return True
        return bool(self._fence)

    def _drop(self, begin: int, stop: int, line: str) -> None:
        """A line without words: it separates, and a line of dashes makes the one before a heading."""
        if self._before and _UNDERLINE.match(line):
            self.marks[-1] = (self.marks[-1][0], "heading")
        self.changes.append((begin, stop, "\n"))
        self._before = None

    def _keep(self, begin: int, line: str, start: int) -> None:
        marker = _MARKER.match(line)
        cut = marker.end() if marker else 0
        kind = marker.lastgroup if marker and marker.lastgroup else "body"
        words = begin + cut
        content = line.rstrip()
        if kind == "heading":
            content = content.rstrip("#").rstrip()
        stop = max(begin + len(content), words)
        if self._before and kind == "body" and self._goes_on(words, stop):
            last = self._before[1]
            space = "" if _CJK.match(self.source, last - 1) and _CJK.match(self.source, words) else " "
            self.changes.append((last, words, space))
        else:
            last = self._before[1] if self._before else begin
            self.changes.append((last, words, "\n"))
            self.marks.append((words, kind))
        self._before = None if kind == "heading" else (words, stop)

    def _goes_on(self, words: int, stop: int) -> bool:
        """Whether the line that begins at ``words`` continues the sentence of the line before."""
        first, last = self._before  # type: ignore[misc]
        source = self.source
        if _GOES_ON.match(source, words):
            return True
        if _SENTENCE_END.search(source, max(first, last - 4), last):
            return False
        # Two spaces may stand where a paragraph ended, so the line as it was wrapped begins behind them.
        tail = last - max(source.rfind("  ", first, last), first)
        head = source.find("  ", words, stop)
        following = (stop if head < 0 else head) - words
        width = 2 if _CJK.match(source, last - 1) else 1
        return _NARROWEST <= tail * width <= _WIDEST and following * width <= _WIDEST
