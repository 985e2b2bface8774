"""A dictionary that cannot be changed, for the fields of frozen records."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NoReturn, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class FrozenMapping(dict[K, V]):
    """A ``dict`` without its ways to change: it keeps the order, pickles, and prints as one.

    A ``dict`` underneath, because serializers of every kind know one.

    >>> spans = FrozenMapping({"amount": 3})
    >>> spans["amount"] = 4
    Traceback (most recent call last):
    TypeError: this mapping is frozen
    """

    __slots__ = ()

    def _refuse(self, *_args: object, **_options: object) -> NoReturn:
        raise TypeError("this mapping is frozen")

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse

    def __reduce__(self) -> tuple[object, ...]:
        return (FrozenMapping, (dict(self),))


def frozen_mapping(values: Mapping[str, Any]) -> FrozenMapping[str, Any]:
    """The mapping as one that cannot be changed: a copy, where it is not one already."""
    return values if isinstance(values, FrozenMapping) else FrozenMapping(values)


def freeze(record: object, name: str) -> None:
    """Make the mapping in the field ``name`` of a record that is being built one that cannot be changed."""
    value: Mapping[Any, Any] = getattr(record, name)
    if not isinstance(value, FrozenMapping):
        object.__setattr__(record, name, FrozenMapping(value))
