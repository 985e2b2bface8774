"""Whether two places are one town, however each mention writes it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from evinvest.tokens import fold

if TYPE_CHECKING:
    from evinvest.models import Place

_ENDINGS = "市省州县区镇"  # what a Chinese name may have behind it
_SHORTEST = 3  # signs of a name that may lose its ending: 广州市 is 广州, 广州 is not 广


def same_town(one: Place | None, other: Place | None) -> bool:
    """Whether two places have the same town or region: "KANSAS CITY", "Kansas City"; 广州市, Guangzhou.

    >>> from evinvest.models import Place
    >>> same_town(Place("Göd", "HU", locality="Göd"), Place("GOD", "HU", locality="GOD"))
    True
    """
    if one is None or other is None or one.locality is None or other.locality is None:
        return False
    if _name(one.locality) == _name(other.locality):
        return True
    return one.latitude is not None and (one.latitude, one.longitude) == (other.latitude, other.longitude)


@lru_cache(maxsize=4096)
def _name(locality: str) -> str:
    """A name without what may be written otherwise."""
    name = fold(locality).casefold().replace(".", "")
    return name[:-1] if len(name) >= _SHORTEST and name[-1] in _ENDINGS else name
