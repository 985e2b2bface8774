"""A converter of one's own: what it learns, what it keeps, and what it says of a document that is wrong."""

from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum, StrEnum
from importlib import import_module

import pytest
from attrs import frozen
from cattrs import Converter

from evinvest.converter import configure_converter, make_converter, structure, unstructure
from evinvest.errors import SerialError
from evinvest.models import Capacity, Evidence, Facts, Money, Period, Place, Plant, Span, Stage


class Colour(str, Enum):  # noqa: UP042 - the old way to write it, which people still do
    RED = "red"


class Size(StrEnum):
    BIG = "big"


@frozen
class Entry:
    """A class outside this library that holds values of it."""

    money: Money
    day: date
    seen: datetime
    colour: Colour = Colour.RED
    size: Size = Size.BIG
    note: str | None = None


ENTRY = Entry(Money(Decimal("1.50"), "EUR"), date(2025, 5, 16), datetime(2025, 5, 16, 8, tzinfo=UTC))
DOCUMENT = {
    "money": {"amount": "1.50", "currency": "EUR"},
    "day": "2025-05-16",
    "seen": "2025-05-16T08:00:00+00:00",
    "colour": "red",
    "size": "big",
    "note": None,
}


def test_a_class_of_ones_own_holds_our_values():
    converter = Converter()
    configure_converter(converter)
    assert converter.unstructure(ENTRY) == DOCUMENT
    assert converter.structure(DOCUMENT, Entry) == ENTRY


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("day", "2025-02-30", "not a date such as 2025-05-16: '2025-02-30'"),
        ("day", 20250516, "not a date such as 2025-05-16: 20250516"),
        ("seen", "eight", "not a time such as 2025-05-16T08:00:00+08:00: 'eight'"),
        ("note", 3, "not text: 3"),
        ("note", "\ud800", r"not text: '\ud800'"),
    ],
)
def test_what_is_not_of_its_type(key, value, message):
    with pytest.raises(SerialError) as caught:
        structure(DOCUMENT | {key: value}, Entry)
    assert (caught.value.path, caught.value.message) == (f"$.{key}", message)


@pytest.mark.parametrize(
    "value", [1.5, float("nan"), Decimal("NaN"), Decimal("Infinity"), True, "1_000", " 1", "", [1]]
)
def test_what_is_no_exact_number(value):
    with pytest.raises(SerialError, match=r"^\$: not a number: "):
        structure(value, Decimal)


@pytest.mark.parametrize("written", ["0", "-0.00", "1.50", "1E+10", "1.0e-7", "007", ".5", "5."])
def test_digits_and_exponent_are_kept(written):
    assert unstructure(structure(written, Decimal)) == str(Decimal(written))


def test_numbers_that_a_parser_gave():
    assert [structure(value, Decimal) for value in (16, Decimal("0.10"))] == [Decimal(16), Decimal("0.10")]


@pytest.mark.parametrize("value", [[1], [1, 2, 3], [1, "2"], [True, 2], None, "12", [-1, 3], [5, 3]])
def test_what_is_no_span(value):
    with pytest.raises(SerialError) as caught:
        structure(value, Span)
    assert caught.value.path == "$"


def test_plain_values():
    assert unstructure([Span(1, 2), Period.half(2025, 1), Stage.MADE, Place("Rayong")]) == [
        [1, 2],
        "2025-H1",
        "made",
        {"name": "Rayong"},
    ]


def test_a_type_that_is_no_record():
    class Unknown: ...

    with pytest.raises(SerialError, match="no document holds a Unknown"):
        structure({}, Unknown)


def test_a_fault_of_the_program_is_no_fault_of_the_document():
    @frozen
    class Broken:
        name: str

        def __attrs_post_init__(self):
            raise AttributeError("a bug")

    with pytest.raises(ExceptionGroup) as caught:
        structure({"name": "x"}, Broken)
    assert not isinstance(caught.value, SerialError)


@pytest.mark.parametrize("name", ["json", "msgspec", "pyyaml", "tomlkit"])
def test_the_converters_that_cattrs_has_learn_our_records(name):
    converter = import_module(f"cattrs.preconf.{name}").make_converter()
    configure_converter(converter)
    evidence = Evidence(Span(0, 9), "a plant", {"status": Span(2, 7)})
    capacity = Capacity(Decimal("40.0"), "GWh/year")
    plant = Plant(status="operating", capacity=capacity, opened=Period.year(2026), evidence=evidence)
    copy = converter.loads(converter.dumps(Facts(plants=(plant,))), Facts)
    assert copy == Facts(plants=(plant,))
    assert str(copy.plants[0].capacity.value) == "40.0"
    assert {type(copy.plants[0].evidence.text), type(copy.plants[0].evidence.span.start)} == {str, int}


def test_each_converter_is_new():
    assert make_converter() is not make_converter()
