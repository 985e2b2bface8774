"""Metadata as text: whole front matters, and single values in YAML and JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from evinvest.errors import MissingExtra, SourceError

_BARE = re.compile(r"[A-Za-z0-9_-]+\Z")


def toml_library() -> Any:  # noqa: ANN401 - a module
    """``tomlkit``, the one writer that keeps comments, quoting and order.

    Raises:
        MissingExtra: when it is not installed.
    """
    try:
        import tomlkit  # noqa: PLC0415 - optional
    except ImportError as error:
        raise MissingExtra.named("tomlkit", extra="edit") from error
    return tomlkit


def dump_toml(metadata: Mapping[str, Any]) -> str:
    """Metadata as a TOML document; what TOML has no word for (``None``) is left out.

    Raises:
        MissingExtra: when ``tomlkit`` is not installed.
        SourceError: when a value cannot be written.
    """
    tomlkit = toml_library()
    try:
        return str(tomlkit.dumps({key: value for key, value in metadata.items() if value is not None}))
    except (tomlkit.exceptions.TOMLKitError, ValueError, TypeError, RecursionError) as error:
        raise SourceError(f"cannot be written as toml: {error}") from error


def dump_yaml(metadata: Mapping[str, Any]) -> str:
    """Metadata as a YAML document, keys in their order.

    Raises:
        SourceError: when a value cannot be written.
    """
    return _yaml(dict(metadata), flow=False) if metadata else ""


def is_tables(value: object) -> bool:
    """Whether a value is a list of mappings, which takes lines of its own in a front matter."""
    return isinstance(value, list) and bool(value) and all(isinstance(each, Mapping) for each in value)


def toml_tables(key: str, tables: Sequence[Mapping[str, Any]]) -> str:
    """An array of tables with a line a value; what nests stands inline.

    >>> print(toml_tables("plants", [{"status": "operating", "span": [4, 9], "place": {"name": "Győr"}}]), end="")
    [[plants]]
    status = "operating"
    span = [4, 9]
    place = {name = "Győr"}

    Raises:
        SourceError: for anything but texts, whole numbers, truth values, lists and mappings.
    """
    written = []
    for table in tables:
        lines = [f"[[{_toml_key(key)}]]", *(f"{_toml_key(name)} = {_toml(value)}" for name, value in table.items())]
        written.append("".join(f"{line}\n" for line in lines))
    return "\n".join(written)


def _toml_key(key: str) -> str:
    return key if _BARE.match(key) else _toml(key)


def _toml(value: Any) -> str:  # noqa: ANN401 - as above
    match value:
        case str():
            # The texts of JSON are those of TOML, but for one sign that JSON does not escape.
            return json_value(value).replace("\x7f", "\\u007f")
        case bool() | int():
            return json_value(value)
        case list() | tuple():
            return f"[{', '.join(map(_toml, value))}]"
        case Mapping():
            return "{" + ", ".join(f"{_toml_key(key)} = {_toml(each)}" for key, each in value.items()) + "}"
        case _:
            raise SourceError(f"cannot be written as toml: {type(value).__name__}")


def yaml_tables(tables: Sequence[Mapping[str, Any]]) -> str:
    """The lines of a list of mappings, a line a value, without the last line end; what nests stands as in JSON.

    >>> print(yaml_tables([{"status": "operating", "span": [4, 9], "place": {"name": "Győr"}}]))
    - status: "operating"
      span: [4, 9]
      place: {"name": "Győr"}

    Raises:
        SourceError: when a value cannot be written.
    """
    members = [[f"{yaml_value(key)}: {_escaped(value)}" for key, value in table.items()] for table in tables]
    return "\n".join("- " + "\n  ".join(lines) if lines else "- {}" for lines in members)


def _escaped(value: Any) -> str:  # noqa: ANN401 - as above
    """A value as JSON, in which the signs are escaped that JSON leaves as they are and that are line ends to YAML."""
    written = json_value(value)
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in written)


def yaml_value(value: Any, style: str | None = None) -> str:  # noqa: ANN401 - any value of a front matter
    """One value on one line, in the quotation marks ``style`` where it is a text that had some."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, str) and style == "'" and value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    if isinstance(value, str) and (style == '"' or not value.isprintable()):
        return _escaped(value)
    return _yaml(value, flow=True).removesuffix("...\n").strip()


def _yaml(value: Any, *, flow: bool) -> str:  # noqa: ANN401 - as above
    import yaml  # noqa: PLC0415 - not before it is needed

    try:
        text = yaml.safe_dump(value, sort_keys=False, allow_unicode=True, default_flow_style=flow, width=float("inf"))
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise SourceError(f"cannot be written as yaml: {error}") from error
    return str(text)


def json_value(value: Any) -> str:  # noqa: ANN401 - as above
    """One value as JSON.

    Raises:
        SourceError: when it cannot be written.
    """
    if isinstance(value, datetime | date):
        value = value.isoformat()
    try:
        return json.dumps(value, ensure_ascii=False, allow_nan=False)
    except (TypeError, ValueError, RecursionError) as error:
        raise SourceError(f"cannot be written as json: {error}") from error
