"""The formats that hold any record, for the laws that all of them keep; and documents of others' making."""

import json as plain_json

import msgspec
import tomlkit
import yaml as pyyaml

from evinvest.serial import json, msgpack, toml, yaml

FORMATS = {"json": json, "toml": toml, "yaml": yaml, "msgpack": msgpack}


def no_nulls(value):
    """The value without what TOML cannot hold."""
    if isinstance(value, dict):
        return {key: no_nulls(child) for key, child in value.items() if child is not None}
    if isinstance(value, list):
        return [no_nulls(child) for child in value if child is not None]
    return value


# Written by libraries that know nothing of this one.
WRITERS = {
    "json": plain_json.dumps,
    "toml": lambda value: tomlkit.dumps(no_nulls(value)),
    "yaml": pyyaml.safe_dump,
    "msgpack": msgspec.msgpack.encode,
}


def plain(record):
    """The plain value of a record."""
    return plain_json.loads(json.dumps(record))
