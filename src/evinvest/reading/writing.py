"""Metadata as text: whole front matters, and single values in YAML and JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from evinvest.errors import MissingExtra, SourceError


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


def yaml_value(value: Any, style: str | None = None) -> str:  # noqa: ANN401 - any value of a front matter
    """One value on one line, in the quotation marks ``style`` where it is a text that had some."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, str) and style == "'" and value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    if isinstance(value, str) and (style == '"' or not value.isprintable()):
        # JSON leaves these as they are; to YAML they are line ends.
        quoted = json.dumps(value, ensure_ascii=False)
        return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in quoted)
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
