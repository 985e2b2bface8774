"""Names in the signs of the article: what was read in simplified signs is told as it is written."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import evolve, fields, has

if TYPE_CHECKING:
    from evinvest.facts.document import Document

V = TypeVar("V")


def in_its_signs(document: Document, value: V) -> V:
    """A value with each name in it that the article has in traditional signs as it stands there.

    A name is looked for in the text that was read, sign for sign the same as the text of the article. Where that has
    no traditional signs, the value itself is given back.
    """
    return value if document.text is document.content.normal else _written(document, value)


def _written(document: Document, value: Any) -> Any:  # noqa: ANN401 - of whatever a fact is made
    if type(value) is tuple:  # not a span, which is one too
        return tuple(_written(document, one) for one in value)
    if has(type(value)):
        parts = {part.name: getattr(value, part.name) for part in fields(type(value)) if part.init}
        return evolve(value, **{name: _written(document, one) for name, one in parts.items()})
    if not isinstance(value, str) or isinstance(value, Enum) or value.isascii():
        return value
    start = document.text.find(value)
    return value if start < 0 else document.content.normal[start : start + len(value)]
