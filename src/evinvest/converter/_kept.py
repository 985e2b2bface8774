"""Keys that no field has, taken out of a document before it is read and put back when it is written."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from itertools import pairwise
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs
from cattrs import Converter

from evinvest.converter._records import KINDS, NAMES, Fact, is_record_type
from evinvest.models import Money, Quantity

Way = tuple[str | int, ...]
"""The keys and indexes that lead to a value from the root of a document."""


class KeepingConverter(Converter):
    """A converter that keeps what it does not know."""

    def __init__(self, kept: MutableMapping[Way, Any]) -> None:
        super().__init__(forbid_extra_keys=True)
        self.kept = kept


def take_out(value: Any, hint: Any, kept: MutableMapping[Way, Any], way: Way = ()) -> Any:  # noqa: ANN401 - any document
    """The plain value of a type without the keys that no field has, which go to ``kept``."""
    hint = _meant(value, hint)
    if isinstance(value, list | tuple) and get_origin(hint) is tuple:
        of = get_args(hint)[0]
        return [take_out(child, of, kept, (*way, at)) for at, child in enumerate(value)]
    if not isinstance(value, Mapping) or not is_record_type(hint):
        return value
    hints = get_type_hints(hint)
    known = {field.name: hints[field.name] for field in attrs.fields(hint)}
    if hint in NAMES:
        known["kind"] = str
    kept.update({(*way, key): child for key, child in value.items() if key not in known})
    return {key: take_out(child, known[key], kept, (*way, key)) for key, child in value.items() if key in known}


def _meant(value: object, hint: Any) -> Any:  # noqa: ANN401 - types are values here
    """Of a union, the type that a value is meant for."""
    if get_origin(hint) not in (Union, UnionType):
        return hint
    kinds = set(get_args(hint)) - {type(None)}
    if kinds == set(get_args(Fact)) and isinstance(value, Mapping):
        return KINDS.get(str(value.get("kind")), hint)
    if kinds == {Quantity, Money} and isinstance(value, Mapping):
        return Money if "currency" in value else Quantity
    return kinds.pop() if len(kinds) == 1 else hint


def put_back(document: Any, kept: Mapping[Way, Any]) -> Any:  # noqa: ANN401
    """The plain value with what was kept, wherever the way to it still leads to an object."""
    for way, value in kept.items():
        node = document
        for step, following in pairwise(way):
            if isinstance(node, dict) and (step in node or isinstance(following, str)):
                node = node.setdefault(step, {})  # an object of defaults is left out
            elif isinstance(node, list) and isinstance(step, int) and step < len(node):
                node = node[step]
            else:
                node = None
        if isinstance(node, dict):
            node.setdefault(way[-1], value)
    return document
