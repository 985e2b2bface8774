"""Front matter: where it stands, what it says, and where each of its texts is written.

Three kinds, found by their first line: TOML between ``+++``, YAML between ``---``, and a JSON object.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import frozen

from evinvest.errors import FrontMatterError

if TYPE_CHECKING:
    from evinvest.reading.inline import Change

_OPENING = re.compile(r"\ufeff?\s*(?:(?P<fence>\+\+\+|---)[ \t]*\r?\n|(?P<json>\{)|<!--[ \t]*yml[ \t]*\r?\n)")
_YAML_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
_YAML_KEY = re.compile(r"""^(?:[\w.-]+|"[^"\n]*"|'[^'\n]*')[ \t]*:(?:\s|\Z)""", re.MULTILINE)
# Whatever can hide a line of three plus signs inside a TOML document, and that line.
_TOML_FENCE = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*+"{3,5}'
    r"|'''(?:[^']|'(?!''))*+'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*+"'
    r"|'[^'\n]*+'"
    r"|\#[^\n]*+"
    r"|(?P<fence>^\+\+\+[ \t]*\r?$)",
    re.MULTILINE | re.DOTALL,
)
_MAX_PARTS = 64
_DEEP_KEY = re.compile(rf"(?:\.[^.\n=]*+){{{_MAX_PARTS}}}")
_TOML_TEXT = re.compile(
    r"^[ \t]*(?P<key>[A-Za-z0-9_-]+|\"[^\"\n]*\"|'[^'\n]*')[ \t]*=[ \t]*"
    r'(?:"""(?P<long>(?:[^"\\]|\\.|"(?!""))*+)"""'
    r"|'''(?P<rawlong>(?:[^']|'(?!''))*+)'''"
    r'|"(?P<basic>(?:[^"\\\n]|\\.)*+)"'
    r"|'(?P<literal>[^'\n]*+)')"
    r"|^[ \t]*(?P<table>\[)",
    re.MULTILINE | re.DOTALL,
)
# A line as nearly all front matters have them: a bare key, and a text without escapes, a truth value or a whole number.
# What is made of such lines alone is read here, ten times as fast as tomllib reads it; the rest goes there.
_CONTROL = r"\x00-\x08\x0a-\x1f\x7f"
_TOML_LINE = re.compile(
    r"[ \t]*(?:(?P<key>[A-Za-z0-9_-]+)[ \t]*=[ \t]*"
    rf"(?:\"(?P<basic>[^\"\\{_CONTROL}]*+)\"(?!\")|'(?P<literal>[^'{_CONTROL}]*+)'(?!')"
    r"|(?P<truth>true|false)|(?P<number>-?(?:0|[1-9][0-9]{0,17})))[ \t]*)?"
    rf"(?:\#[^{_CONTROL}]*+)?\r?\n"
)
_TOML_END = re.compile(r"\+\+\+[ \t]*\r?$", re.MULTILINE)
_JSON_PART = re.compile(r'"(?P<text>(?:[^"\\]|\\.)*+)"(?P<key>\s*:)?|[\[\]{}]', re.DOTALL)
_ESCAPE = re.compile(
    r"\\(?:x[0-9a-fA-F]{2}|u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\r?\n\s*|.)",
    re.DOTALL,
)
_PLAIN_ESCAPES = {
    "n": "\n",
    "t": "\t",
    "r": "\r",
    "b": "",
    "f": "\f",
    "0": "",
    "a": "",
    "e": "",
    "v": " ",
    "N": "\n",
    "_": " ",
    "L": "\n",
    "P": "\n",
}


@frozen
class Written:
    """Where a text value stands in the source, without its quotation marks.

    Attributes:
        style: ``escaped`` where a backslash escapes, ``'`` or ``"`` where that mark is doubled, ``bare`` for a
            value without either; ``plain`` for a part of the file itself.
    """

    start: int
    end: int
    style: str


@frozen
class FrontMatter:
    """A front matter that was found and understood.

    Attributes:
        format: ``toml``, ``yaml`` or ``json``.
        block: start and end of the document between the fences.
        body: where the body begins.
        written: where the texts of the first level stand.
    """

    format: str
    block: tuple[int, int]
    body: int
    metadata: Mapping[str, Any]
    written: Mapping[str, Written]


def find_front_matter(source: str, *, format: str | None = None) -> FrontMatter | None:  # noqa: A002 - the public word
    """The front matter at the head of a file, or ``None`` where it has none.

    Args:
        source: the decoded file.
        format: ``toml``, ``yaml`` or ``json`` where the caller knows that there is one.

    Raises:
        FrontMatterError: when it never closes, is not valid, or is no mapping.
    """
    opening = _OPENING.match(source)
    if opening is None:
        found = None
    elif opening["json"]:
        found = "json"
    else:
        found = "toml" if opening["fence"] == "+++" else "yaml"
    if opening is None or (format is not None and found != format):
        if format is not None:
            raise FrontMatterError(f"no {format} front matter at the head of the file", line=1)
        return None
    if found == "json":
        return _json(source, opening.start("json"), strict=format is not None)
    if found == "toml":
        return _toml(source, opening.end())
    return _yaml(source, opening, strict=format is not None)


def line_of(source: str, place: int) -> int:
    """The line, from 1, in which a place of the source stands."""
    return source.count("\n", 0, place) + 1


def _toml(source: str, start: int) -> FrontMatter:
    return _simple_toml(source, start) or _any_toml(source, start)


def _simple_toml(source: str, start: int) -> FrontMatter | None:
    """The front matter where it is made of simple lines alone."""
    metadata: dict[str, Any] = {}
    written: dict[str, Written] = {}
    position = start
    while match := _TOML_LINE.match(source, position):
        position = match.end()
        key, kind = match["key"], match.lastgroup
        if key is None or kind is None:
            continue
        if key in metadata:
            return None  # tomllib says it better
        value: Any = match[kind]
        if kind == "truth":
            value = value == "true"
        elif kind == "number":
            value = int(value)
        else:
            written[key] = Written(match.start(kind), match.end(kind), "bare")
        metadata[key] = value
    end = _TOML_END.match(source, position)
    return FrontMatter("toml", (start, position), end.end(), metadata, written) if end else None


def _any_toml(source: str, start: int) -> FrontMatter:
    stop, body = toml_end(source, start)
    try:
        metadata = tomllib.loads(source[start:stop])
    except (tomllib.TOMLDecodeError, RecursionError, ValueError, OverflowError) as error:
        raise FrontMatterError(f"not valid toml: {error}", line=line_of(source, start)) from error
    return FrontMatter("toml", (start, stop), body, metadata, _toml_texts(source, start, stop))


def toml_end(source: str, start: int) -> tuple[int, int]:
    """Where a TOML block that begins at ``start`` ends, and the body behind its fence begins.

    Raises:
        FrontMatterError: when it never closes, or holds a key of very many parts.
    """
    position = start
    for match in _TOML_FENCE.finditer(source, start):
        # tomllib takes time by the square of the parts of a key.
        if _DEEP_KEY.search(source, position, match.start()):
            raise FrontMatterError(f"a key of more than {_MAX_PARTS} parts", line=line_of(source, position))
        position = match.end()
        if match["fence"]:
            return match.span()
    raise FrontMatterError("the front matter never closes: no line of +++ ends it", line=line_of(source, start) - 1)


def _toml_texts(source: str, start: int, end: int) -> dict[str, Written]:
    written: dict[str, Written] = {}
    for match in _TOML_TEXT.finditer(source, start, end):
        if match["table"]:
            break
        style = match.lastgroup or ""
        key = match["key"].strip("\"'")
        written[key] = Written(*match.span(style), "escaped" if style in ("basic", "long") else "bare")
    return written


def _yaml(source: str, opening: re.Match[str], *, strict: bool) -> FrontMatter | None:
    start = opening.end()
    commented = opening["fence"] is None
    if commented:
        place = source.find("-->", start)
        stop, body = (place, place + 3) if place >= 0 else (-1, -1)
    else:
        closing = _YAML_CLOSING.search(source, start)
        stop, body = closing.span() if closing else (-1, -1)
    # A line of dashes is also a rule: without a key behind it there is no front matter.
    is_mapping = _YAML_KEY.search(source, start, stop if stop >= 0 else start + 10_000) is not None
    if stop < 0:
        if strict or (is_mapping and _YAML_KEY.match(source, start)):
            raise FrontMatterError("the front matter never closes", line=line_of(source, opening.end()) - 1)
        return None
    if not is_mapping and not strict and source[start:stop].strip():
        return None
    from evinvest.reading.yamls import load_yaml  # noqa: PLC0415 - PyYAML is not loaded before it is needed

    metadata, written = load_yaml(source, start, stop)
    return FrontMatter("yaml", (start, stop), body, metadata, written)


def _json(source: str, start: int, *, strict: bool) -> FrontMatter | None:
    try:
        metadata, end = json.JSONDecoder().raw_decode(source, start)
    except (ValueError, RecursionError) as error:
        # Text may begin with a brace; an object has a quotation mark or its end next.
        if not strict and not re.compile(r'\{\s*["}]').match(source, start):
            return None
        line = line_of(source, start) + (error.lineno - 1 if isinstance(error, json.JSONDecodeError) else 0)
        raise FrontMatterError(f"not valid json: {error}", line=line) from error
    return FrontMatter("json", (start, end), end, metadata, _json_texts(source, start, end))


def _json_texts(source: str, start: int, end: int) -> dict[str, Written]:
    written: dict[str, Written] = {}
    depth, key = 0, None
    for match in _JSON_PART.finditer(source, start, end):
        sign = match[0]
        if sign in "{[":
            depth += 1
        elif sign in "}]":
            depth -= 1
        elif depth == 1:
            if match["key"]:
                key = json.loads(sign[: match.end("text") - match.start() + 1])
                continue
            if key is not None:
                written[key] = Written(*match.span("text"), "escaped")
        key = None if depth == 1 else key
    return written


def unescape(source: str, text: Written) -> list[Change]:
    """The changes that turn a value as it is written into the text that it means."""
    if text.style in ("bare", "plain"):
        return []
    if text.style != "escaped":
        doubled = re.compile(text.style * 2)
        return [(*found.span(), text.style) for found in doubled.finditer(source, text.start, text.end)]
    return [
        (match.start(), match.end(), _character(match[0])) for match in _ESCAPE.finditer(source, text.start, text.end)
    ]


def _character(escape: str) -> str:
    letter = escape[1]
    if letter in "xuU" and len(escape) > 2:
        if len(escape) == 12:
            return json.loads(f'"{escape}"')  # type: ignore[no-any-return]
        code = int(f"0x{escape[2:]}", 0)
        return chr(code) if code < 0xD800 or 0xDFFF < code < 0x110000 else ""
    if letter in "\r\n":
        return ""
    return _PLAIN_ESCAPES.get(letter, letter)
