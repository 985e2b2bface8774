"""The twins of records, and the functions that take the fields of one over into the other.

The functions are written out and compiled, as attrs and cattrs do it: a document of twelve facts has some seventy
records in it, and each must cost less than its constructor alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import Enum
from functools import reduce
from operator import or_
from types import UnionType
from typing import Any, Literal, NamedTuple, NoReturn, Union, get_args, get_origin, get_type_hints

import attrs

from evinvest.converter._records import KINDS, Fact, is_record_type
from evinvest.converter._values import parse_period
from evinvest.models import Bound, Facts, FrozenMapping, Money, Period, Quantity, Span

Function = Callable[[Any], Any]


class _Way(NamedTuple):
    """How a type goes over: the type that its twin has, and the code there and back, where ``{}`` is the value."""

    twin: Any
    read: str = "{}"
    write: str = "{}"

    def optional(self) -> _Way:
        """The way of the type or ``None``."""
        read, write = (
            code if code == "{}" else f"(None if (one := {{}}) is None else {code.format('one')})" for code in self[1:]
        )
        return _Way(self.twin | None, read, write)

    def many(self) -> _Way:
        """The way of a sequence of the type."""
        read, write = (
            # Most lists of a fact hold one; for it, no loop is set up.
            code
            if code == "{}"
            else f"(() if not (many := {{}}) else ({code.format('many[0]')},) if len(many) == 1 else "
            f"tuple([{code.format('each')} for each in many]))"
            for code in self[1:]
        )
        return _Way(tuple.__class_getitem__((self.twin, ...)), read, write)


_SIGNS = frozenset("0123456789+-.eE")
"""Of these alone, ``Decimal`` takes what ``NUMBER`` matches and no more; asking for them takes half of its time."""


def _refuse(value: object) -> NoReturn:
    raise ValueError(value)


def _span(span: Span) -> Span:
    """The span that msgspec made without asking whether it runs forward."""
    if not 0 <= span[0] <= span[1]:
        raise ValueError(span)
    return span


def _spans(spans: dict[str, Span]) -> FrozenMapping[str, Span]:
    for start, end in spans.values():
        if not 0 <= start <= end:
            raise ValueError(spans)
    return FrozenMapping(spans)


_LEAVES: Mapping[Any, _Way] = {
    str: _Way(str),
    int: _Way(int),
    bool: _Way(bool),
    Decimal: _Way(str, "(Decimal(text) if is_plain(text := {}) else refuse(text))"),
    Period: _Way(str, "period({})", "str({})"),
    Span: _Way(Span, "span({})"),
    Mapping[str, Span]: _Way(dict[str, Span], "spans({})"),
}


_KIND_OF = {record_type: kind for kind, record_type in KINDS.items()}
_SHAPE = {"kw_only": True, "forbid_unknown_fields": True, "omit_defaults": True, "gc": False}


@attrs.frozen
class _Code:
    """The parts of a twin and of the functions there and back."""

    fields: list[tuple[Any, ...]] = attrs.field(factory=list)
    reads: list[str] = attrs.field(factory=list)
    checks: list[str] = attrs.field(factory=list)
    writes: list[str] = attrs.field(factory=list)


class Twins:
    """Makes the twin of each record once.

    Args:
        msgspec: the module.
        version: of the documents.
    """

    def __init__(self, msgspec: Any, version: int) -> None:  # noqa: ANN401 - a module
        self._struct = msgspec.defstruct
        self._unset, self._unset_type = msgspec.UNSET, msgspec.UnsetType
        self._version = version
        self._made: dict[str, _Way] = {}
        self._names: dict[str, Any] = {
            "UNSET": self._unset,
            "new": object.__new__,
            "Decimal": Decimal,
            "is_plain": _SIGNS.issuperset,
            "refuse": _refuse,
            "period": parse_period,
            "span": _span,
            "spans": _spans,
        }

    def of(self, record_type: Any, aside: str | None) -> tuple[Any, Function, Function]:  # noqa: ANN401
        """The twin of a record, or of all facts in a union, with the functions there and back.

        Raises:
            NotImplementedError: for any other type.
        """
        kinds = get_args(Fact) if record_type == Fact else (record_type,)
        if not all(map(is_record_type, kinds)):
            raise NotImplementedError(record_type)
        reads, writes = {}, {}
        for kind in kinds:
            twin = self._record(kind).twin
            if aside is not None:
                twin = self._struct(f"{twin.__name__}Aside", [(aside, Any, None)], bases=(twin,), kw_only=True)
            reads[twin] = self._names[f"read_{kind.__name__}"]
            writes[kind] = self._names[f"write_{kind.__name__}"]
        if len(kinds) == 1:
            ((twin, read),), (write,) = reads.items(), writes.values()
            return twin, read, write
        return reduce(or_, reads), lambda twin: reads[type(twin)](twin), lambda record: writes[type(record)](record)

    def _way(self, hint: Any) -> _Way:  # noqa: ANN401 - types are values here
        origin, arguments = get_origin(hint), get_args(hint)
        if hint in _LEAVES:
            return _LEAVES[hint]
        if origin in (Union, UnionType):
            kinds = frozenset(arguments) - {type(None)}
            way = self._amount() if kinds == {Quantity, Money} else self._way(*kinds)
            return way.optional()
        if origin is tuple and arguments[1:] == (...,):
            return self._way(arguments[0]).many()
        if isinstance(hint, type) and issubclass(hint, Enum):
            return _Way(hint)
        if isinstance(hint, type) and attrs.has(hint):
            return self._record(hint)
        raise NotImplementedError(hint)

    def _record(self, cls: type, *, inside: bool = False) -> _Way:
        """How a record goes over; what stands inside of a record of its class has none of them inside of itself."""
        name = f"{cls.__name__}Inside" if inside else cls.__name__
        if name not in self._made:
            code = _Code()
            if cls is Facts:
                self._say_version(code)
            for field, hint in zip(attrs.fields(cls), _hints(cls), strict=True):
                if cls not in get_args(hint):
                    self._add(code, name, field, self._way(hint))
                elif not inside:
                    self._add(code, name, field, self._record(cls, inside=True).many())
                else:
                    code.reads.append(f"draft.{field.name} = ()")
                    code.checks.append(f"if record.{field.name}: raise ValueError")
            self._made[name] = self._compiled(cls, name, code)
        return self._made[name]

    def _say_version(self, code: _Code) -> None:
        """The version and the kind of a document of all facts, which has one of them at least."""
        for name, value in (("evinvest", self._version), ("kind", _KIND_OF[Facts])):
            code.fields.append((name, Literal[value] | self._unset_type, self._unset))
            code.writes.append(f"{name}={value!r}")
        code.reads.append("if twin.evinvest is twin.kind: raise ValueError")

    def _add(self, code: _Code, name: str, field: attrs.Attribute[Any], way: _Way) -> None:
        own, default = field.name, field.default
        read, write = way.read.format(f"twin.{own}"), way.write.format(f"record.{own}")
        if default is attrs.NOTHING:
            code.fields.append((own, way.twin))
        elif default in (None, False, ()) or isinstance(default, Enum):
            code.fields.append((own, way.twin, default))
        else:
            # As frozen as every value here, so that one serves all records.
            value = default.factory() if isinstance(default, attrs.Factory) else default  # type: ignore[arg-type]
            self._names[usual := f"{name}_{own}"] = value
            code.fields.append((own, way.twin | self._unset_type, self._unset))
            read = f"{usual} if twin.{own} is UNSET else {read}"
            write = f"UNSET if record.{own} == {usual} else {write}"
        code.reads.append(f"draft.{own} = {read}")
        code.writes.append(f"{own}={write}")

    def _compiled(self, cls: type, name: str, code: _Code) -> _Way:
        kind = _KIND_OF.get(cls) if cls is not Facts else None
        tag = {"tag_field": "kind", "tag": kind} if kind else {}
        twin = self._struct(name, code.fields, **_SHAPE, **tag)
        # The same slots, but open. Filling it and closing it takes a fifth of the time of a frozen constructor.
        opened = {"__slots__": (), "__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
        names = {f"Twin{name}": twin, f"Draft{name}": type("Draft", (cls,), opened), f"Record{name}": cls}
        checks = ["draft.__attrs_post_init__()"] if hasattr(cls, "__attrs_post_init__") else []
        read = [f"draft = new(Draft{name})", *code.reads, *checks, f"draft.__class__ = Record{name}", "return draft"]
        write = [*code.checks, f"return Twin{name}({', '.join(code.writes)})"]
        source = [f"def read_{name}(twin):", *(f"    {line}" for line in read)]
        source += [f"def write_{name}(record):", *(f"    {line}" for line in write)]
        self._names |= names
        exec("\n".join(source), self._names)  # noqa: S102 - nothing in it comes from a document
        return _Way(twin, f"read_{name}({{}})", f"write_{name}({{}})")

    def _amount(self) -> _Way:
        """Money or a quantity, in one twin that has the fields of both: msgspec tells no two objects apart."""
        for kind in (Money, Quantity):
            self._record(kind)
        money, unset = self._record(Money).twin, self._unset
        read_money, read_quantity = self._names["read_Money"], self._names["read_Quantity"]
        writes = {Money: self._names["write_Money"], Quantity: self._names["write_Quantity"]}
        equivalents = self._record(Money, inside=True).many().twin
        own = [(name, str | self._unset_type, unset) for name in ("amount", "currency", "value", "unit")]
        other = [("high", str | None, None), ("bound", Bound, Bound.EXACT)]
        of_money = [("equivalents", equivalents | self._unset_type, unset)]
        twin = self._struct("Amount", [*own, *other, *of_money], **_SHAPE)

        def read(twin: Any) -> Money | Quantity:  # noqa: ANN401 - made above
            if twin.unit is unset and twin.value is unset:
                held = {"amount": twin.amount, "currency": twin.currency, "high": twin.high, "bound": twin.bound}
                return read_money(money(**held, equivalents=twin.equivalents or ()))  # type: ignore[no-any-return]
            if not twin.amount is twin.currency is twin.equivalents is unset:
                raise ValueError(twin)
            return read_quantity(twin)  # type: ignore[no-any-return]

        self._names |= {"read_amount": read, "write_amount": lambda record: writes[type(record)](record)}
        return _Way(twin, "read_amount({})", "write_amount({})")


def _hints(cls: type) -> list[Any]:
    hints = get_type_hints(cls)
    return [hints[field.name] for field in attrs.fields(cls)]
