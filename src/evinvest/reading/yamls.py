"""YAML without guessing: ``NO`` stays "NO", ``010`` stays "010", a date stays as it is written.

Only what JSON would read the same way gets a type: ``true``, ``false``, ``null``, nothing at all, and whole numbers.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from evinvest.errors import FrontMatterError
from evinvest.reading.frontmatter import Written

_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\Z")
_LITERALS = {"true": True, "false": False, "null": None, "": None}
# libyaml is ten times faster; not every build of PyYAML has it.
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_MAX_DEPTH = 64
_STYLES = {'"': "escaped", "'": "'"}


def load_yaml(source: str, start: int, end: int) -> tuple[dict[str, Any], dict[str, Written]]:
    """Read the mapping in ``[start, end)`` and where the texts of its first level are written.

    Raises:
        FrontMatterError: when it is not valid, is no mapping, nests too deep, or uses aliases (which can make a
            small file stand for a huge one).
    """
    block = source[start:end]
    first = source.count("\n", 0, start) + 1
    try:
        root = yaml.compose(block, Loader=_Loader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        reason = getattr(error, "problem", None) or error
        raise FrontMatterError(f"not valid yaml: {reason}", line=first + (mark.line if mark else 0)) from error
    if root is None:
        return {}, {}
    if not isinstance(root, yaml.MappingNode):
        raise FrontMatterError("the front matter is no mapping", line=first)
    seen: set[int] = set()
    metadata = _value(root, seen, 0, first)
    written: dict[str, Written] = {}
    for key, node in root.value:
        if isinstance(node, yaml.ScalarNode) and isinstance(key, yaml.ScalarNode):
            written[key.value] = _written(source, start, node)
    return metadata, written


def _written(source: str, start: int, node: Any) -> Written:  # noqa: ANN401 - a node of PyYAML
    low, high = start + node.start_mark.index, start + node.end_mark.index
    if node.style in _STYLES:
        return Written(low + 1, max(low + 1, high - 1), _STYLES[node.style])
    if node.style in ("|", ">"):
        low = min(source.find("\n", low, high) + 1 or high, high)  # behind the indicator
    return Written(low, high, "plain")


def _value(node: Any, seen: set[int], depth: int, first: int) -> Any:  # noqa: ANN401 - as above
    line = first + node.start_mark.line
    if depth > _MAX_DEPTH:
        raise FrontMatterError(f"nested deeper than {_MAX_DEPTH}", line=line)
    if id(node) in seen:
        raise FrontMatterError("yaml aliases are not read", line=line)
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node)
    seen.add(id(node))
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, seen, depth + 1, first) for item in node.value]
    mapping: dict[str, Any] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise FrontMatterError("a key that is no text", line=line)
        if key.value in mapping:
            raise FrontMatterError(f"the key {key.value!r} stands twice", line=first + key.start_mark.line)
        mapping[key.value] = _value(value, seen, depth + 1, first)
    return mapping


def _scalar(node: Any) -> Any:  # noqa: ANN401 - as above
    text: str = node.value
    if node.style:  # libyaml gives an empty one for a plain scalar
        return text
    if text in _LITERALS:
        return _LITERALS[text]
    return int(text) if _INTEGER.match(text) else text
