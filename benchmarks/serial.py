"""Documents of twelve facts, against pydantic v2 on models of the same fields, side by side.

    python benchmarks/serial.py

pydantic is measured twice: with the shape alone, where a period is any text and a currency any word, and with the
checks that our records make as well. Prints microseconds a call, the best of many rounds in which all take turns, and
the ratio.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import StrEnum
from functools import partial, reduce
from operator import or_
from time import perf_counter
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs
import pydantic

from evinvest.models import (
    Basis,
    Bound,
    Capacity,
    Change,
    Claim,
    Company,
    Evidence,
    ExportFigure,
    Facts,
    Investment,
    Modality,
    Money,
    Period,
    Place,
    Plant,
    Product,
    Quantity,
    Scope,
    Span,
    Stage,
    Status,
)
from evinvest.serial import KINDS, json, make_converter, msgpack, toml, yaml
from evinvest.units import currency
from evinvest.units.measures import measure

ROUNDS, TIMES = 400, 4
WORDS = "BYD will put 4 billion euros into a plant in Szeged"

COMPANIES = (
    Company("BYD", "BYD", "CN", "XSHE:002594"),
    Company("CATL", "CATL", "CN"),
    Company("Toyota", "Toyota Motor", "JP"),
    Company("Gotion High-Tech", "Gotion", "CN"),
    Company("Ford", "Ford", "US"),
)
PLACES = (
    Place("Szeged", "HU", "Csongrád-Csanád", "Szeged", Decimal("46.253"), Decimal("20.1414")),
    Place("Debrecen", "HU", None, "Debrecen"),
    Place("Rayong", "TH", "Rayong", "Rayong"),
    Place("Mexico", "MX"),
    Place("Kenitra", "MA", None, "Kenitra"),
)


def main() -> None:
    """Print all measures."""
    facts, plain = document(), make_converter()
    text = json.dumps(facts)
    shape, checked = models(checks=False)[Facts], models(checks=True)[Facts]
    there, strict = shape.model_validate_json(text), checked.model_validate_json(text)
    print(f"a document of {len(facts)} facts, {len(text.encode())} bytes of JSON; microseconds")
    compare(
        "JSON loads",
        lambda: json.loads(text, Facts),
        {
            "pydantic, the shape": lambda: shape.model_validate_json(text),
            "pydantic, our checks": lambda: checked.model_validate_json(text),
            "our plain way": lambda: json.loads(text, Facts, converter=plain),
        },
    )
    compare(
        "JSON dumps",
        lambda: json.dumps(facts),
        {
            "pydantic, the shape": there.model_dump_json,
            "  without defaults": lambda: there.model_dump_json(exclude_defaults=True),
            "pydantic, our checks": strict.model_dump_json,
            "our plain way": lambda: json.dumps(facts, converter=plain),
        },
    )
    for form in (msgpack, toml, yaml):
        name, written = form.__name__.rpartition(".")[2], form.dumps(facts)
        compare(f"{name} loads, {len(written)} long", partial(form.loads, written, Facts), {})
        compare(f"{name} dumps", partial(form.dumps, facts), {})


def document() -> Facts:
    """Five investments, four plants, three export figures."""
    return Facts(
        investments=tuple(
            Investment(
                investors=(COMPANIES[at],),
                amount=Money((at + 1) * 10**9, "EUR", equivalents=[Money("4.7E+9", "USD")] if at % 2 else ()),
                places=(PLACES[at],),
                scope=Scope.OVERSEAS,
                product=Product.BATTERY,
                stage=Stage.PLANNED,
                period=Period.year(2026) if at % 2 else None,
                evidence=evidence(100 * at, "investors amount places stage"),
            )
            for at in range(5)
        ),
        plants=tuple(
            Plant(
                operators=(COMPANIES[at],),
                place=PLACES[at],
                product=Product.VEHICLE,
                status=Status.CONSTRUCTION,
                capacity=Capacity(150_000, "vehicle/year", bound=Bound.ABOUT),
                opened=Period.half(2026, 1),
                claim=Claim(attribution=("Reuters",), modality=Modality.REPORTED) if at == 2 else Claim(),
                evidence=evidence(1000 + 100 * at, "operators place capacity status"),
            )
            for at in range(4)
        ),
        exports=tuple(
            ExportFigure(
                country="CN",
                product=Product.NEV,
                quantity=Quantity("3.083E+6", "vehicle"),
                period=Period.parse("2025-01/2025-06"),
                change=Change(Decimal("10.4"), Basis.YOY),
                source="CAAM",
                evidence=evidence(2000 + 100 * at, "country quantity period change"),
            )
            for at in range(3)
        ),
    )


def evidence(start: int, fields: str) -> Evidence:
    """The words of a fact, with a place for each of the fields."""
    spans = {field: Span(start + 7 * at, start + 7 * at + 6) for at, field in enumerate(fields.split())}
    return Evidence(Span(start, start + len(WORDS)), WORDS, spans)


def compare(name: str, ours: Callable[[], object], theirs: Mapping[str, Callable[[], object]]) -> None:
    """Print the best time of each, and how often ours fits into theirs."""
    calls = {name: ours, **theirs}
    best = dict.fromkeys(calls, float("inf"))
    for _ in range(ROUNDS):
        for each, call in calls.items():
            best[each] = min(best[each], once(call))
    print(f"  {name:28} {best[name]:8.1f}")
    for each in theirs:
        print(f"    {each:26} {best[each]:8.1f} {best[each] / best[name]:8.2f} x")


def once(call: Callable[[], object]) -> float:
    """The microseconds of one call, over a few."""
    start = perf_counter()
    for _ in range(TIMES):
        call()
    return (perf_counter() - start) / TIMES * 1e6


def models(*, checks: bool) -> dict[type, Any]:
    """A pydantic model for each record: its fields in the forms of a document, with or without its checks."""
    made: dict[type, Any] = {}

    def of(hint: Any) -> Any:  # noqa: ANN401 - types are values here
        origin, arguments = get_origin(hint), get_args(hint)
        if hint in leaves:
            return leaves[hint]
        if origin in (Union, UnionType):
            return reduce(or_, map(of, arguments))
        if origin is tuple:
            return tuple.__class_getitem__((of(arguments[0]), ...))
        if origin is Mapping:
            return dict.__class_getitem__(tuple(map(of, arguments)))
        return hint if hint in (str, int, bool, type(None)) or issubclass(hint, StrEnum) else model(hint)

    def model(cls: type) -> Any:  # noqa: ANN401
        if cls not in made:
            made[cls] = cls.__name__  # money holds money
            hints, kind = get_type_hints(cls), {record_type: kind for kind, record_type in KINDS.items()}.get(cls)
            fields: dict[str, Any] = {"kind": (Literal[kind], ...)} if kind else {}
            fields |= {"evinvest": (Literal[1], ...)} if cls is Facts else {}
            for field in attrs.fields(cls):
                usual = field.default if isinstance(field.default, StrEnum | bool | tuple) else None
                fields[field.name] = (of(hints[field.name]), ... if field.default is attrs.NOTHING else usual)
            config: Any = pydantic.ConfigDict(extra="forbid", frozen=True)
            after = {"check": pydantic.model_validator(mode="after")(CHECKS[cls])} if checks and cls in CHECKS else {}
            made[cls] = pydantic.create_model(cls.__name__, __config__=config, __validators__=after, **fields)
        return made[cls]

    leaves: dict[Any, Any] = {Span: tuple[int, int], Period: str, Decimal: Decimal}
    if checks:
        leaves[Span] = Annotated[tuple[int, int], pydantic.AfterValidator(forward)]
        label = pydantic.PlainSerializer(str)
        leaves[Period] = Annotated[Any, pydantic.PlainValidator(Period.parse), label]
    model(Facts)
    return made


def forward(span: tuple[int, int]) -> Span:
    """The check of a span."""
    return Span(*span)


def check_money(money: Any) -> Any:  # noqa: ANN401 - a model
    """The checks of money."""
    currency(money.currency)
    return check_range(money, money.amount)


def check_measured(value: Any) -> Any:  # noqa: ANN401 - a model
    """The checks of quantities and capacities."""
    measure(value.unit)
    return check_range(value, value.value)


def check_range(value: Any, low: Decimal) -> Any:  # noqa: ANN401 - a model
    """The check of a range."""
    if value.high is not None and not low < value.high:
        raise ValueError(value)
    return value


CHECKS: Mapping[type, Callable[[Any], Any]] = {
    Money: check_money,
    Quantity: check_measured,
    Capacity: check_measured,
}

if __name__ == "__main__":
    main()
