"""How single values are written: text, numbers, dates, periods, spans, words of an enumeration, lists and mappings."""

from __future__ import annotations

import re
import reprlib
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Any, get_args, get_origin

from evinvest.errors import EvinvestError, SerialError
from evinvest.models import FrozenMapping, Period, Span

if TYPE_CHECKING:
    from cattrs import Converter

Hook = Callable[[Any, Any], Any]

NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?\Z")
"""What is read as a number; ``Decimal`` would also take spaces, underscores, other digits and what is no number."""
_EXPECTED: Mapping[type, str] = {
    str: "text",
    int: "a whole number",
    bool: "true or false",
    Decimal: "a number",
    date: "a date such as 2025-05-16",
    datetime: "a time such as 2025-05-16T08:00:00+08:00",
    Period: "a period such as 2025-H1 or 2025-06",
    Span: "a pair [start, end] of whole numbers",
}


def register_values(converter: Converter) -> None:
    """Teach a converter the values that records are made of."""
    for plain in (str, int, bool):
        converter.register_structure_hook(plain, _itself(plain))
    written: list[tuple[type, Callable[[Any], object], Callable[[Any], object]]] = [
        (Decimal, str, _decimal),
        (date, date.isoformat, _date),
        (datetime, datetime.isoformat, _datetime),
        (Period, str, _period),
        (Span, lambda span: [span.start, span.end], _span),
    ]
    for kind, write, read in written:
        converter.register_unstructure_hook(kind, write)
        converter.register_structure_hook(kind, _by(read, _EXPECTED[kind]))
    converter.register_unstructure_hook(StrEnum, str)  # a word is text, not a member that prints as one
    converter.register_structure_hook(StrEnum, _word)
    converter.register_structure_hook_factory(_is_sequence, _sequence_hook)
    converter.register_structure_hook_factory(_is_mapping, _mapping_hook)
    converter.register_unstructure_hook_func(
        _is_mapping, lambda mapping: {key: converter.unstructure(mapping[key]) for key in sorted(mapping)}
    )


def wrong(value: object, expected: str) -> SerialError:
    """The error for a value that is not what a field holds."""
    return SerialError(f"not {expected}: {reprlib.repr(value)}")


def _itself(kind: type) -> Hook:
    """A hook for what a document holds as it is; ``True`` is no number and half a surrogate pair no text."""

    def hook(value: Any, wanted: Any) -> object:  # noqa: ANN401 - whatever a document holds
        if wanted is kind is type(value) and (kind is not str or _is_unicode(str(value))):
            return value
        if wanted is not kind:  # an enumeration that is a text or number too, outside this library
            return wanted(value)
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise wrong(value, _EXPECTED[kind])
        if isinstance(value, str) and not _is_unicode(value):
            raise wrong(value, _EXPECTED[kind])
        # Some parsers, tomlkit for one, have texts and numbers of their own classes.
        return value if type(value) is kind else kind(value)

    return hook


def _is_unicode(text: str) -> bool:
    return text.isascii() or not any("\ud800" <= character <= "\udfff" for character in text)


def _by(read: Callable[[Any], object], expected: str) -> Hook:
    """A hook for what is written in another form; errors of the library say more than ``expected`` and pass."""

    def hook(value: object, _: object) -> object:
        try:
            return read(value)
        except EvinvestError:
            raise
        except (TypeError, ValueError, OverflowError, InvalidOperation) as error:
            raise wrong(value, expected) from error

    return hook


def _decimal(value: object) -> Decimal:
    # A float is refused: its digits are not those that somebody wrote.
    written = isinstance(value, str) and NUMBER.match(value)
    exact = (isinstance(value, int) and not isinstance(value, bool)) or (
        isinstance(value, Decimal) and value.is_finite()
    )
    if not written and not exact:
        raise TypeError(value)
    return Decimal(value)  # type: ignore[arg-type]


# Few labels serve all documents: those of some years, with their halves, quarters and months.
parse_period = lru_cache(maxsize=1024)(Period.parse)


# Some formats have dates of their own.
def _date(value: Any) -> date:  # noqa: ANN401 - whatever a document holds
    return value if type(value) is date else date.fromisoformat(value)


def _datetime(value: Any) -> datetime:  # noqa: ANN401
    return value if type(value) is datetime else datetime.fromisoformat(value)


def _period(value: Any) -> Period:  # noqa: ANN401
    return Period.day(value) if type(value) is date else parse_period(value)


def _span(value: Any) -> Span:  # noqa: ANN401 - whatever a document holds
    start, end = value
    if type(start) is type(end) is int:
        return Span(start, end)
    if not all(isinstance(place, int) and not isinstance(place, bool) for place in (start, end)):
        raise TypeError(value)
    return Span(int(start), int(end))


def _word(value: Any, kind: type[StrEnum]) -> StrEnum:  # noqa: ANN401
    try:
        return kind(value)
    except ValueError:
        raise wrong(value, f"a {kind.__name__.lower()} ({', '.join(kind)})") from None


def _is_sequence(kind: Any) -> bool:  # noqa: ANN401 - types are values here
    return get_origin(kind) is tuple and get_args(kind)[1:] == (...,)


def _sequence_hook(kind: Any, converter: Converter) -> Hook:  # noqa: ANN401
    of: Any = list.__class_getitem__(get_args(kind)[0])
    inner = converter.get_structure_hook(of)

    def hook(value: object, _: object) -> tuple[object, ...]:
        if not isinstance(value, (list, tuple)):
            raise wrong(value, "a list")
        return tuple(inner(value, of))

    return hook


def _is_mapping(kind: Any) -> bool:  # noqa: ANN401
    return get_origin(kind) is Mapping or kind is FrozenMapping


def _mapping_hook(kind: Any, converter: Converter) -> Hook:  # noqa: ANN401
    of: Any = dict.__class_getitem__(get_args(kind))
    inner = converter.get_structure_hook(of)

    def hook(value: object, _: object) -> FrozenMapping[object, object]:
        if not isinstance(value, Mapping):
            raise wrong(value, "an object")
        return FrozenMapping(inner(value, of))

    return hook
