"""What is wrong with a document, and where: the tree of errors of cattrs as a list of paths and messages."""

from __future__ import annotations

from collections.abc import Iterator

from evinvest.errors import EvinvestError


def troubles(error: BaseException, path: str = "$") -> Iterator[tuple[str, str]]:
    """Each trouble as (path, message); none for an error that is not about the document."""
    from cattrs.errors import (  # noqa: PLC0415 - import evinvest stays light
        ClassValidationError,
        ForbiddenExtraKeysError,
        IterableValidationError,
        StructureHandlerNotFoundError,
    )

    match error:
        case ClassValidationError():
            fields, whole = error.group_exceptions()
            for inner, field in fields:
                yield from troubles(inner, f"{path}.{field.name}")
        case IterableValidationError():
            items, whole = error.group_exceptions()
            for inner, item in items:
                step = f"[{item.index}]" if isinstance(item.index, int) else f".{item.index}"
                yield from troubles(inner, path + step)
        case ForbiddenExtraKeysError():
            whole = []
            yield path, f"no such field: {', '.join(sorted(map(str, error.extra_fields)))}"
        case StructureHandlerNotFoundError():
            whole = []
            yield path, f"no document holds a {getattr(error.type_, '__name__', error.type_)}"
        case _:
            whole = []
            if message := _message(error):
                yield path, message
    for inner in whole:
        yield from troubles(inner, path)


def _message(error: BaseException) -> str | None:
    match error:
        case EvinvestError():
            return error.message
        case KeyError():  # a field without a default that the document does not have
            return "missing"
        case RecursionError():
            return "nested too deeply"
        case _:
            return None
