"""Single cells of tables: from the values of a document, and back from whatever a file or a database gives."""

from __future__ import annotations

import math
import re
import reprlib
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from evinvest.errors import SerialError
from evinvest.serial.columns import Type
from evinvest.serial.json import parse

WHOLE_DIGITS, DECIMALS = 29, 9
"""How many digits a number column holds before and behind the point: those of ``decimal128(38, 9)``."""

# As other programs write them again: a spreadsheet shouts, and a table of floats puts a point behind whole numbers.
_WHOLE = re.compile(r"([+-]?[0-9]{1,19})(?:\.0*)?\Z")
_TRUTHS: Mapping[object, bool] = {"true": True, "false": False, "1": True, "0": False, 1: True, 0: False}
_SAFE = 15  # digits that every binary fraction of 64 bits keeps
_LONGEST = 60  # digits behind the point that are looked at


def number_of(digits: str) -> tuple[Decimal | None, bool]:
    """The number that a column holds for some digits, and whether it says all of them.

    It has no exponent and no zeros at its end, so ``10.50`` is 10.5, which does not say that it was stated to the cent;
    what the column cannot hold is ``None``.
    """
    value = Decimal(digits)
    if len(digits) <= _SAFE and digits.isdecimal() and digits[0] != "0":
        return value, True  # as most are
    _, _, exponent = value.as_tuple()
    if not isinstance(exponent, int) or value.adjusted() >= WHOLE_DIGITS or exponent < -_LONGEST:
        return None, False
    if not value:
        return Decimal(0), digits == "0"
    text = format(value, "f")
    whole, _, fraction = text.partition(".")
    fraction = fraction.rstrip("0")
    if len(fraction) > DECIMALS:
        return None, False
    number = Decimal(f"{whole}.{fraction}" if fraction else whole)
    # A longer one that no float is equal to may come back from a database as the whole number that the float is.
    return number, str(number) == digits and (len(digits) <= _SAFE or Decimal(float(number)) == number)


def digits_of(value: object) -> str:
    """The digits that a number cell says; whether a text is one of a number is for the converter to say.

    Raises:
        SerialError: when it is neither text nor a number.
    """
    if isinstance(value, str):
        return value
    if isinstance(value, float) and math.isfinite(value):
        value = Decimal(repr(value))
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, Decimal) and value.is_finite():
        number, _ = number_of(str(value))
        return str(value if number is None else number)
    raise _wrong(value, "a number")


def _wrong(value: object, expected: str) -> SerialError:
    return SerialError(f"not {expected}: {reprlib.repr(value)}")


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise _wrong(value, "text")
    return value


def _integer(value: object) -> int:
    if isinstance(value, float) and value.is_integer():  # what a table of floats makes of whole numbers
        return int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and (match := _WHOLE.match(value)):
        return int(match[1])
    raise _wrong(value, "a whole number")


def _boolean(value: object) -> bool:
    try:
        return _TRUTHS[value.lower() if isinstance(value, str) else value]
    except (KeyError, TypeError):
        raise _wrong(value, "true or false") from None


def _document(value: object) -> object:
    return parse(value) if isinstance(value, str) else value


def _list(value: object, read: Callable[[object], Any]) -> list[Any]:
    members = _document(value)
    if not isinstance(members, (list, tuple)):
        raise _wrong(value, "a list")
    return [None if is_absent(member) else read(member) for member in members]


READERS: Mapping[Type, Callable[[Any], Any]] = {
    Type.TEXT: _text,
    Type.DATE: _text,
    Type.INTEGER: _integer,
    Type.NUMBER: digits_of,
    Type.BOOLEAN: _boolean,
    Type.TEXTS: lambda value: _list(value, _text),
    Type.NUMBERS: lambda value: _list(value, digits_of),
    Type.DOCUMENT: _document,
}
"""From a cell, or its text, to the value of a document; each raises ``SerialError`` for what is none."""


def is_absent(value: object) -> bool:
    """Whether a cell is empty; tables of floats know no other sign for it than not-a-number."""
    return value is None or (isinstance(value, float) and math.isnan(value))
