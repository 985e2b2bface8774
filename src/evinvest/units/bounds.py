"""How exactly a value was stated."""

from __future__ import annotations

from enum import StrEnum


class Bound(StrEnum):
    """How exactly a value was stated."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    UP_TO = "up_to"
