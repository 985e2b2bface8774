"""Chinese in traditional signs, as Taiwan and Hong Kong write it, read in simplified ones."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def simplified(text: str) -> str:
    """A text with each traditional sign as its simplified one; sign for sign, so that every place stays the same.

    What is no traditional sign stays; a text that has none is given back itself. The signs are those of OpenCC that the
    standard GB 2312 does not have.

    >>> simplified("寧德時代將在匈牙利設廠")
    '宁德时代将在匈牙利设厂'
    """
    if text.isascii():
        return text
    read = text.translate(_signs())
    return text if read == text else read


@cache
def _signs() -> dict[int, str]:
    pairs = files("evinvest").joinpath("_data/traditional.txt").read_text(encoding="utf-8").split()
    return {ord(pair[0]): pair[1] for pair in pairs}
