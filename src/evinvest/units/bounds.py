"""How exactly a value was stated."""

from __future__ import annotations

from enum import StrEnum


class Bound(StrEnum):
    """How exactly a value was stated."""

    EXACT = "exact"
    """No word qualifies it; news rounds such numbers all the same."""
    ABOUT = "about"
    """Around, roughly, an estimated, 约."""
    NEARLY = "nearly"
    """Almost, close to, just under, 近: a little less."""
    MORE_THAN = "more_than"
    """Over, exceeding, -plus, 超过, 多."""
    AT_LEAST = "at_least"
    """No less than, or more, 至少, 以上."""
    UP_TO = "up_to"
    """No more than, as much as, less than, below, 不超过."""
