"""Records to plain values and back: the one place that knows how each type is written in a document.

A document is made of objects, lists, text, numbers and truth values only, so every format can hold it:

* a ``Decimal`` is text with all its digits (``"10.50"``), because a binary fraction would lose them;
* a ``Period`` is its label (``"2025-H1"``), a date or time its ISO form, an enumeration its word;
* a ``Span`` is the pair ``[start, end]`` in code points of the article's source;
* a fact says what it is in ``kind``: ``investment``, ``plant`` or ``export``; all facts of an article are ``facts``;
* what is absent or has its default is left out.

>>> from decimal import Decimal
>>> from evinvest.models import Money
>>> unstructure(Money(Decimal("16E+9"), "USD"))
{'amount': '1.6E+10', 'currency': 'USD'}
>>> structure({"amount": "16e9"}, Money)
Traceback (most recent call last):
evinvest.errors.SerialError: $.currency: missing
"""

from __future__ import annotations

from collections.abc import MutableMapping
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from evinvest.converter._records import KINDS, Fact, register_records
from evinvest.converter._troubles import troubles
from evinvest.converter._values import register_values
from evinvest.errors import SerialError

if TYPE_CHECKING:
    from cattrs import Converter

__all__ = ["KINDS", "Fact", "configure_converter", "make_converter", "structure", "unstructure"]

T = TypeVar("T")


def make_converter(
    *, forbid_extra_keys: bool = True, keep: MutableMapping[tuple[str | int, ...], Any] | None = None
) -> Converter:
    """A new ``cattrs.Converter`` that knows the records of this library.

    Args:
        forbid_extra_keys: whether a key that no field has is an error; else it is passed over.
        keep: where such keys are kept instead, by the keys and indexes that lead to them; what is written by this
            converter has them again. It is yours: take a new one for each document.

    >>> kept = {}
    >>> converter = make_converter(keep=kept)
    >>> money = structure({"amount": "5", "currency": "USD", "note": "in cash"}, Money, converter=converter)
    >>> kept
    {('note',): 'in cash'}
    >>> unstructure(money, converter=converter)
    {'amount': '5', 'currency': 'USD', 'note': 'in cash'}
    """
    from cattrs import Converter  # noqa: PLC0415 - import evinvest stays light

    if keep is None:
        converter = Converter(forbid_extra_keys=forbid_extra_keys)
    else:
        from evinvest.converter._kept import KeepingConverter  # noqa: PLC0415 - as above

        converter = KeepingConverter(keep)
    configure_converter(converter)
    return converter


def configure_converter(converter: Converter) -> None:
    """Teach a converter of yours the records of this library.

    Text, whole numbers and truth values become strict in it: by itself cattrs takes ``str(3)`` for a name.
    """
    register_values(converter)
    register_records(converter)


def unstructure(record: object, *, converter: Converter | None = None) -> Any:  # noqa: ANN401 - as deep as a document
    """The plain value of a record, or of a sequence of them.

    Fields come in the order of the class and mappings sorted, so that equal records give equal documents.
    """
    plain = (converter or _default()).unstructure(record)
    if converter is None or (kept := getattr(converter, "kept", None)) is None:
        return plain
    from evinvest.converter._kept import put_back  # noqa: PLC0415 - cattrs

    return put_back(plain, kept)


def structure(value: object, record_type: type[T], *, converter: Converter | None = None) -> T:
    """The record that a plain value holds; ``record_type`` may also be the union ``Fact``.

    Raises:
        SerialError: when it does not hold one; ``path`` says where (``$.plants[3].capacity.unit``), and further
            troubles are notes of the error.
    """
    if converter is not None and (kept := getattr(converter, "kept", None)) is not None:
        from evinvest.converter._kept import take_out  # noqa: PLC0415 - cattrs

        value = take_out(value, record_type, kept)
    try:
        return (converter or _default()).structure(value, record_type)
    except Exception as error:
        found = list(troubles(error))
        if not found:  # no wrong document but a fault of the program: let it be seen
            raise
        path, message = found[0]
        trouble = SerialError(message, path=path)
        for place, other in found[1:]:
            trouble.add_note(f"{place}: {other}")
        raise trouble from error


@cache
def _default() -> Converter:
    return make_converter()
