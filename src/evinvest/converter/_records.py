"""How records are written: their fields without what is absent, and the kind that tells facts apart."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, get_args

import attrs

from evinvest.converter._values import Hook, wrong
from evinvest.models import ExportFigure, Facts, Investment, Money, Plant, Quantity

if TYPE_CHECKING:
    from cattrs import Converter

Fact = Investment | Plant | ExportFigure
"""Any one fact."""

KINDS: Mapping[str, type] = {"investment": Investment, "plant": Plant, "export": ExportFigure, "facts": Facts}
"""The records that say in a document what they are, by their ``kind``."""

_AMOUNT = Quantity | Money
NAMES: Mapping[type, str] = {record_type: kind for kind, record_type in KINDS.items()}
"""Their kinds, by the class."""


def register_records(converter: Converter) -> None:
    """Teach a converter the records of this library and the two unions in them."""
    converter.register_structure_hook_factory(is_record_type, _reader)
    converter.register_unstructure_hook_factory(is_record_type, _writer)
    converter.register_structure_hook_func(lambda kind: kind == Fact, _by_kind(converter))
    converter.register_structure_hook_func(lambda kind: kind in {_AMOUNT, _AMOUNT | None}, _by_keys(converter))


def is_record_type(kind: Any) -> bool:  # noqa: ANN401 - types are values here
    """Whether a type is one of the records of this library."""
    return isinstance(kind, type) and attrs.has(kind) and kind.__module__.startswith("evinvest.models")


def _reader(record_type: type, converter: Converter) -> Hook:
    from cattrs.gen import make_dict_structure_fn  # noqa: PLC0415 - import evinvest stays light

    fields: Hook = make_dict_structure_fn(record_type, converter)
    name = NAMES.get(record_type)

    def hook(value: object, _: object) -> object:
        if not isinstance(value, Mapping):
            raise wrong(value, f"an object with the fields of {record_type.__name__}")
        if name and "kind" in value:
            if value["kind"] != name:
                raise wrong(value["kind"], f"the kind {name!r}")
            value = {key: value[key] for key in value if key != "kind"}
        return fields(value, record_type)

    return hook


def _writer(record_type: type, converter: Converter) -> Callable[[Any], dict[str, Any]]:
    from cattrs.gen import make_dict_unstructure_fn  # noqa: PLC0415

    fields: Callable[[Any], dict[str, Any]] = make_dict_unstructure_fn(
        record_type, converter, _cattrs_omit_if_default=True
    )
    name = NAMES.get(record_type)
    order = [field.name for field in attrs.fields(record_type)]

    def write(record: object) -> dict[str, Any]:
        found = fields(record)  # where fields without a default come first
        document = {} if name is None else {"kind": name}
        return document | {field: found[field] for field in order if field in found}

    return write


def _by_kind(converter: Converter) -> Hook:
    def hook(value: object, _: object) -> object:
        kind = value.get("kind") if isinstance(value, Mapping) else None
        if not isinstance(kind, str) or KINDS.get(kind) not in get_args(Fact):
            raise wrong(value if kind is None else kind, "a fact of kind investment, plant or export")
        return converter.structure(value, KINDS[kind])

    return hook


def _by_keys(converter: Converter) -> Hook:
    """Money has a currency, any other amount has a unit."""

    def hook(value: object, kind: object) -> object:
        if value is None and kind == _AMOUNT | None:
            return None
        if not isinstance(value, Mapping) or ("currency" in value) == ("unit" in value):
            raise wrong(value, "an amount with either a currency or a unit")
        return converter.structure(value, Money if "currency" in value else Quantity)

    return hook
