"""YAML without guessing: ``NO`` stays "NO", ``010`` stays "010", a date stays as it is written.

Only what JSON would read the same way gets a type: ``true``, ``false``, ``null``, nothing at all, and whole numbers.
"""

from __future__ import annotations

import re
from typing import Any

import yaml
from attrs import define, field

from evinvest.errors import FrontMatterError
from evinvest.reading.frontmatter import Written

_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\Z")
_LITERALS = {"true": True, "false": False, "null": None, "": None}
# libyaml is ten times faster; not every build of PyYAML has it. Of it only the events are used: its composer calls
# itself for each level, so that a few kilobytes of brackets overflow the stack of the process.
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_MAX_DEPTH = 64
_STYLES = {'"': "escaped", "'": "'"}


def load_yaml(source: str, start: int, end: int) -> tuple[dict[str, Any], dict[str, Written]]:
    """Read the mapping in ``[start, end)`` and where the texts of its first level are written.

    Raises:
        FrontMatterError: as :func:`parse_yaml`, and when it is no mapping.
    """
    root, written = parse_yaml(source, start, end)
    if root is not None and not isinstance(root, dict):
        raise FrontMatterError("the front matter is no mapping", line=source.count("\n", 0, start) + 1)
    return root or {}, written


def parse_yaml(source: str, start: int, end: int) -> tuple[Any, dict[str, Written]]:
    """Read the value in ``[start, end)`` and, of a mapping, where the texts of its first level are written.

    Raises:
        FrontMatterError: when it is not valid, nests too deep, or uses aliases (which can make a small file stand for
            a huge one).
    """
    builder = _Builder(source, start)
    try:
        for event in yaml.parse(source[start:end], Loader=_Loader):
            builder.take(event)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        if isinstance(error, FrontMatterError):
            raise
        mark = getattr(error, "problem_mark", None)
        reason = getattr(error, "problem", None) or error
        raise FrontMatterError(f"not valid yaml: {reason}", line=builder.line(mark)) from error
    return builder.root, builder.written


@define
class _Open:
    """A list or mapping that is being read; ``key`` waits for its value."""

    value: Any
    key: str | None = None


@define
class _Builder:
    source: str
    start: int
    root: Any = None
    written: dict[str, Written] = field(factory=dict)
    stack: list[_Open] = field(factory=list)
    documents: int = 0

    def line(self, mark: Any) -> int:  # noqa: ANN401 - a mark of PyYAML
        """The line of the source, from 1."""
        return self.source.count("\n", 0, self.start) + 1 + (mark.line if mark is not None else 0)

    def fail(self, message: str, event: Any) -> FrontMatterError:  # noqa: ANN401 - an event of PyYAML
        return FrontMatterError(message, line=self.line(event.start_mark))

    def take(self, event: Any) -> None:  # noqa: ANN401 - as above
        match event:
            case yaml.ScalarEvent():
                self.scalar(event)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self.open(event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self.stack.pop()
            case yaml.AliasEvent():
                raise self.fail("yaml aliases are not read", event)
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    raise self.fail("a second yaml document", event)

    def scalar(self, event: Any) -> None:  # noqa: ANN401 - as above
        top = self.stack[-1] if self.stack else None
        if top is not None and isinstance(top.value, dict) and top.key is None:
            if event.value in top.value:
                raise self.fail(f"the key {event.value!r} stands twice", event)
            top.key = event.value
            return
        if len(self.stack) == 1 and top is not None and top.key is not None:
            self.written[top.key] = self.place(event)
        self.put(_scalar(event))

    def open(self, event: Any) -> None:  # noqa: ANN401 - as above
        if len(self.stack) == _MAX_DEPTH:
            raise self.fail(f"nested deeper than {_MAX_DEPTH}", event)
        top = self.stack[-1] if self.stack else None
        if top is not None and isinstance(top.value, dict) and top.key is None:
            raise self.fail("a key that is no text", event)
        value: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
        self.put(value)
        self.stack.append(_Open(value))

    def put(self, value: Any) -> None:  # noqa: ANN401 - any value of a front matter
        if not self.stack:
            self.root = value
            return
        top = self.stack[-1]
        if isinstance(top.value, list):
            top.value.append(value)
        else:
            top.value[top.key] = value
            top.key = None

    def place(self, event: Any) -> Written:  # noqa: ANN401 - an event of PyYAML
        """Where a scalar stands, without its quotation marks or the sign of a block."""
        low, high = self.start + event.start_mark.index, self.start + event.end_mark.index
        if event.style in _STYLES:
            return Written(low + 1, max(low + 1, high - 1), _STYLES[event.style])
        if event.style in ("|", ">"):
            low = self.source.find("\n", low, high) + 1 or high
        return Written(low, high, "bare")


def _scalar(event: Any) -> Any:  # noqa: ANN401 - as above
    text: str = event.value
    if event.style:  # libyaml gives an empty one for a plain scalar
        return text
    if text in _LITERALS:
        return _LITERALS[text]
    return int(text) if _INTEGER.match(text) else text
