"""Markup inside the text: HTML tags, entities, Markdown links and emphasis, template codes.

A body may be HTML, Markdown or both mixed, so one scan knows them all. It only removes what is unmistakable: ``a < b``,
``5 * 3`` and ``[sic]`` stay as they are.
"""

from __future__ import annotations

import html
import re

from attrs import define, field

Change = tuple[int, int, str]
"""Replace ``[start, end)`` of the source: a plain tuple, as :class:`evinvest.text.Edit` is one."""

Mark = tuple[int, str]
"""From this place of the source on, the text is of this kind (see :class:`evinvest.reading.Section`)."""

_KINDS = {"li": "item", "dt": "item", "dd": "item", "tr": "item", "figcaption": "caption", "caption": "caption"} | {
    f"h{level}": "heading" for level in range(1, 7)
}
BLOCKS = frozenset(
    [
        *("address", "article", "aside", "blockquote", "body", "br", "center", "dd", "details", "dialog", "div", "dl"),
        *("dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head"),
        *("header", "hr", "html", "li", "main", "nav", "ol", "option", "p", "pre", "section", "summary", "table"),
        *("tbody", "tfoot", "thead", "title", "tr", "ul", "video"),
    ]
)
# Their content is not read by anybody.
_HIDDEN = frozenset(
    [
        *("script", "style", "noscript", "template", "svg", "iframe", "object", "select", "button", "textarea"),
        *("math", "audio", "canvas", "nav"),
    ]
)
_OPENERS = {"<!--": "-->", "<![CDATA[": "]]>", "<%": "%>", "<?": "?>", "<!": ">"}

# The lookahead in front lets the engine skip from one such character to the next: ten times as fast.
_PLACE = re.compile(
    r"""(?=[<&!\[\]*_~`\\{\n])(?:
      (?P<tag> <(?=[A-Za-z/!?%]) )
    | (?P<entity> &(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30}); )
    | (?P<open> !?\[ )
    | (?P<close> \](?:\( [ \t]* (?: <[^<>\n]*> | [^\s()<>]*+ (?:\([^\s()<>]*+\)[^\s()<>]*+)*+ )
                     (?: [ \t]+ (?: "[^"\n]{0,500}" | '[^'\n]{0,500}' ) )? [ \t]* \) )? )
    | (?P<emphasis> \*{1,3} | (?<!\w)_{1,3}(?=\S) | (?<=[^\s_])_{1,3}(?!\w) | ~~ | `{1,2} )
    | (?P<escape> \\[!-/:-@\[-`{-~] )
    | (?P<template> \{\{[<%]?[^{}\n]{0,1000}\}\} | \{%[^{}\n]{0,1000}%\} )
    | (?P<blank> \n[ \t\r]*\n )
    )""",
    re.VERBOSE,
)
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9:-]*)[^<>]*>")
_TAG_REST = re.compile(r"[^<>]*>")
_GOES_ON = re.compile(r"\s*[a-zà-öø-ÿ]")
_AUTOLINK = re.compile(r"<(?:https?|ftp|mailto):[^\s<>]*>")


@define
class Inline:
    """The changes that markup asks for, and where the kind of the text changes."""

    source: str
    markdown: bool = field(default=True, kw_only=True)
    changes: list[Change] = field(factory=list)
    marks: list[Mark] = field(factory=list)
    _brackets: list[int] = field(factory=list)
    _emphasis: dict[str, int] = field(factory=dict)
    _unclosed: set[str] = field(factory=set)

    def scan(self, start: int, end: int) -> None:
        """Go once over ``[start, end)`` of the source."""
        for match in _PLACE.finditer(self.source, start, end):
            if match.start() < start:
                continue
            if match.lastgroup == "tag":
                start = self._tag(match.start(), end)
            elif match.lastgroup == "entity":
                self._entity(*match.span())
            elif self.markdown:
                self._markdown(match)

    def _markdown(self, match: re.Match[str]) -> None:
        start, end = match.span()
        match match.lastgroup:
            case "open":
                self._brackets.append(start)
            case "close":
                self._link(start, end)
            case "emphasis":
                self._mark(match)
            case "escape":
                self.changes.append((start, start + 1, ""))
            case "template":
                self.changes.append((start, end, ""))
            case _:  # a blank line: nothing goes on behind it
                self._emphasis.clear()
                self._brackets.clear()

    def _entity(self, start: int, end: int) -> None:
        written = self.source[start:end]
        character = html.unescape(written)
        if character != written:
            # A broken reference may stand for nothing, or for half a surrogate pair.
            self.changes.append((start, end, character.encode("utf-8", "ignore").decode()))

    def _tag(self, place: int, limit: int) -> int:
        """Handle what begins with ``<``; returns where the scan goes on."""
        source = self.source
        tag = _TAG.match(source, place, limit)
        if tag is None:
            return self._other(place, limit)
        end, name, closing = tag.end(), tag[1].lower(), source[place + 1] == "/"
        if (source.count('"', place, end) % 2) and (rest := _TAG_REST.match(source, end, limit)):
            end = rest.end()  # a ">" inside an attribute
        if name in _HIDDEN and not closing and source[end - 2] != "/":
            end = self._skip_element(name, end, limit)
        # A break in the middle of a sentence is only the end of a line.
        block = name in BLOCKS and not (name == "br" and _GOES_ON.match(source, end, limit))
        self.changes.append((place, end, "\n" if block else " " if name in ("td", "th", "br") else ""))
        if block:
            self._emphasis.clear()
            self.marks.append((end, "body" if closing else _KINDS.get(name, "body")))
        return end

    def _other(self, place: int, limit: int) -> int:
        """A comment, declaration or instruction, a link in angle brackets, or only a sign."""
        source = self.source
        for opener, closer in _OPENERS.items():
            if source.startswith(opener, place) and opener not in self._unclosed:
                end = source.find(closer, place + len(opener), limit)
                if end < 0:
                    self._unclosed.add(opener)
                    break
                self.changes.append((place, end + len(closer), ""))
                return end + len(closer)
        link = _AUTOLINK.match(source, place, limit)
        if link:
            self.changes.append((place, link.end(), ""))
            return link.end()
        return place + 1

    def _skip_element(self, name: str, start: int, limit: int) -> int:
        if name in self._unclosed:
            return start
        closing = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(self.source, start, limit)
        if closing is None:
            self._unclosed.add(name)
            return start
        return closing.end()

    def _link(self, place: int, end: int) -> None:
        """A closing bracket: of a link, whose words stay, of an image, which goes, or of neither."""
        if not self._brackets:
            return
        opening = self._brackets.pop()
        if end - place == 1:
            return
        image = self.source[opening] == "!"
        words = self.source[opening + 1 : place]
        if image or words.startswith(("http://", "https://", "www.")):
            while self.changes and self.changes[-1][0] >= opening:
                self.changes.pop()
            self.changes.append((opening, end, ""))
        else:
            self.changes += [(opening, opening + 1, ""), (place, end, "")]

    def _mark(self, match: re.Match[str]) -> None:
        """A mark of emphasis: it goes when its pair is found in the same paragraph."""
        source, (start, end), mark = self.source, match.span(), match[0]
        before, after = source[start - 1 : start], source[end : end + 1]
        opening = self._emphasis.pop(mark, None)
        if opening is not None and before.strip() and start > opening + len(mark):
            self.changes += [(opening, opening + len(mark), ""), (start, end, "")]
        elif after.strip() and not (len(mark) == 1 and before.isalnum()):
            self._emphasis[mark] = start
