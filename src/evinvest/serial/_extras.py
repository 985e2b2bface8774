"""Libraries that come with an extra, imported where they are used."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from evinvest.errors import MissingExtra


def optional(name: str, *, extra: str) -> Any:  # noqa: ANN401 - a module
    """A module of an optional library.

    Raises:
        MissingExtra: when it is not installed.

    >>> optional("json.decoder", extra="tables").__name__
    'json.decoder'
    >>> optional("no_such_library.tables", extra="tables")
    Traceback (most recent call last):
    evinvest.errors.MissingExtra: no_such_library is not installed: pip install "evinvest[tables]"
    """
    try:
        return import_module(name)
    except ImportError as error:
        raise MissingExtra.named(name.partition(".")[0], extra=extra) from error
