"""Lines and blocks: which line breaks separate paragraphs, and what kind each paragraph is.

The same rules serve Markdown and plain text. Wire copy is often wrapped by hand, so a line break counts as a space
where the sentence goes on and the line before was full; elsewhere it ends a paragraph, as in text with one paragraph a
line. What follows the article (links to others, buttons) is cut where its form alone shows it.
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
_LINK = r"!?\[[^\[\]\n]*+\]\([^()\s]*+(?:\([^()\s]*+\)[^()\s]*+)*+\)"
_ADDRESS = r"<?(?:https?://|www\.)[^<>\s]*+>?"
_ONLY_LINKS = re.compile(rf"(?:{_LINK}|{_ADDRESS}|[\s,;|·•/*-])++\Z")
_ONLY_ADDRESSES = re.compile(rf"(?:{_ADDRESS}|[\s,;|·•/-])++\Z")
_LABELLED_LINK = re.compile(rf"[^\[\]<>()。.!?:：]{{1,24}}[:：]\s*(?:{_LINK}|{_ADDRESS})\s*\Z")
_SENTENCE_END = re.compile(r"""[.!?:…。！？：；]["'”’)）」*_]*\Z""")
_GOES_ON = re.compile(r"[a-zà-öø-ÿ(（,，、$€£¥%]")
_BROKEN_OFF = re.compile(r"[a-z0-9,，、]\Z")
_CJK = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
# Columns: nobody wraps by hand above the one, and a line below the other was not broken because it was full.
_WIDEST, _NARROWEST = 100, 50
# A text that ends with this many lines too short for a sentence ends with buttons.
_BUTTONS, _BUTTON_WIDTH = 8, 24


def _is_label(line: str) -> bool:
    """Whether the line only says where something else is: "Source: https://..."."""
    marker = _MARKER.match(line)
    return _LABELLED_LINK.match(line, marker.end() if marker else 0) is not None


@define
class _Paragraph:
    start: int
    end: int
    kind: str
    only_links: bool


@define
class Blocks:
    """The changes that lines ask for, and the kind of each paragraph."""

    source: str
    changes: list[Change] = field(factory=list)
    marks: list[Mark] = field(factory=list)
    _paragraphs: list[_Paragraph] = field(factory=list)
    _open: bool = False
    """Whether the last line may go on in the next."""
    _fence: str = ""

    def scan(self, start: int, end: int) -> None:
        """Go once over the lines of ``[start, end)`` of the source."""
        for match in _LINE.finditer(self.source, start, end):
            begin, stop = match.span()
            line = match[0]
            if begin == stop:
                break
            if self._in_fence(line) or not _WORD.search(line) or _REFERENCE.match(line) or _is_label(line):
                self._drop(begin, stop, line)
            else:
                self._keep(begin, line)
        self._cut_tail()

    def _in_fence(self, line: str) -> bool:
        mark = _FENCE.match(line)
        if mark and self._fence in ("", mark[1]):
            self._fence = "" if self._fence else mark[1]
            return True
        return bool(self._fence)

    def _drop(self, begin: int, stop: int, line: str) -> None:
        """A line without words: it separates, and a line of dashes makes the one before a heading."""
        if self._open and _UNDERLINE.match(line):
            self.marks[-1] = (self.marks[-1][0], "heading")
            self._paragraphs[-1].kind = "heading"
        self.changes.append((begin, stop, "\n"))
        self._open = False

    def _keep(self, begin: int, line: str) -> None:
        marker = _MARKER.match(line)
        words = begin + (marker.end() if marker else 0)
        kind = (marker and marker.lastgroup) or "body"
        content = line.rstrip()
        if kind == "heading":
            content = content.rstrip("#").rstrip()
        stop = max(begin + len(content), words)
        last = self._paragraphs[-1] if self._paragraphs else None
        if last and kind == "body" and self._goes_on(last, words, stop):
            space = "" if _CJK.match(self.source, last.end - 1) and _CJK.match(self.source, words) else " "
            while self.changes and self.changes[-1][0] >= last.end:
                self.changes.pop()  # a blank line between the two halves of a sentence
            self.changes.append((last.end, words, space))
            last.end = stop
        else:
            self.changes.append((last.end if last and self._open else begin, words, "\n"))
            self.marks.append((words, kind))
            self._paragraphs.append(
                _Paragraph(words, stop, kind, _ONLY_LINKS.match(self.source, words, stop) is not None)
            )
            if kind == "heading":
                self.changes.append((stop, begin + len(line.rstrip()), ""))  # the signs that close it
            if _ONLY_ADDRESSES.match(self.source, words, stop):
                self.changes.append((words, stop, ""))
        self._open = kind != "heading"

    def _goes_on(self, last: _Paragraph, words: int, stop: int) -> bool:
        """Whether the line that begins at ``words`` continues the sentence of the paragraph before."""
        source = self.source
        if last.kind == "heading" or last.only_links:
            return False
        begin = max(source.rfind("\n", last.start, last.end) + 1, last.start)
        if not self._open:
            # A page break may part a sentence, though not a short line: a name or a label needs no full stop.
            broken = last.end - begin > _WIDEST and _BROKEN_OFF.search(source, last.end - 1, last.end)
            return bool(broken) and _GOES_ON.match(source, words) is not None
        if _GOES_ON.match(source, words) or source[last.end - 1] in ",，、":
            return True
        if _SENTENCE_END.search(source, max(begin, last.end - 4), last.end):
            return False
        # Two spaces may stand where a paragraph ended, so the line as it was wrapped begins behind them.
        tail = last.end - max(source.rfind("  ", begin, last.end), begin)
        head = source.find("  ", words, stop)
        following = (stop if head < 0 else head) - words
        width = 2 if _CJK.match(source, last.end - 1) else 1
        return _NARROWEST <= tail * width <= _WIDEST and following * width <= _WIDEST

    def _cut_tail(self) -> None:
        """Cut the links and buttons that follow the text."""
        size = len(self._paragraphs)
        count = size
        while count and self._is_button(self._paragraphs[count - 1]):
            count -= 1
        if size - count < _BUTTONS or count == 0:
            count = size
        links = count
        while links and self._paragraphs[links - 1].only_links:
            links -= 1
        if 0 < links < count:
            lead = self._paragraphs[links - 1]
            count = links - (lead.end - lead.start < 40 and self.source[lead.end - 1] in ":：" and links > 1)
        self.changes += [(item.start, item.end, "") for item in self._paragraphs[count:]]

    def _is_button(self, item: _Paragraph) -> bool:
        if item.only_links:
            return True
        if item.kind != "body" or item.end - item.start > _BUTTON_WIDTH:
            return False
        words = self.source[item.start : item.end]
        return not any(sign.isdigit() for sign in words) and not words.endswith((".", "。", "!", "！", "?", "？", ")"))
