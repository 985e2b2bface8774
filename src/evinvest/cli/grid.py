"""Aligned text for a terminal, where a Chinese character fills two cells and an accent none."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

_GAP = "  "
_WIDEST = 36  # cells of a column at first, so that one long name leaves room for the others
_LAST = 30  # cells that the last column has at least


def grid(rows: Sequence[Sequence[str]], *, width: int) -> str:
    """Rows below their head, aligned; the last column takes what the others leave of the width.

    Columns that do not fit are made narrower, the widest first; what does not fit in a column ends in an ellipsis.
    """
    cells = [[clean(cell) for cell in row] for row in rows]
    columns = list(zip(*cells, strict=True))[:-1]
    widths = [min(_WIDEST, max(map(cells_of, column))) for column in columns]
    heads = list(map(cells_of, cells[0]))
    room = width - len(_GAP) * len(widths)
    while sum(widths) > room - _LAST:
        wide = [(size, at) for at, size in enumerate(widths) if size > heads[at]]
        if not wide:  # a terminal too narrow for the heads has to wrap
            break
        widths[max(wide)[1]] -= 1
    widths.append(max(room - sum(widths), _LAST))
    lines = [_GAP.join(map(fit, row, widths)).rstrip() for row in cells]
    rule = "─" * max(map(cells_of, lines))
    return "".join(f"{line}\n" for line in (lines[0], rule, *lines[1:]))


def clean(text: str) -> str:
    """A text on one line, without signs that would move the cursor or colour the screen."""
    return "".join(character if character.isprintable() else "·" for character in " ".join(text.split()))


def cells_of(text: str) -> int:
    """How many cells of a terminal a text fills.

    >>> cells_of("BYD 比亚迪")
    10
    """
    return len(text) if text.isascii() else sum(map(_cells, text))


def _cells(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def fit(text: str, size: int) -> str:
    """A text in exactly ``size`` cells, cut with an ellipsis or filled with spaces.

    >>> fit("宁德时代 in Debrecen", 8), fit("BYD", 5)
    ('宁德时… ', 'BYD  ')
    """
    filled = cells_of(text)
    if filled > size:
        kept, filled = "", 1  # one cell for the ellipsis
        for character in text:
            if filled + _cells(character) > size:
                break
            kept += character
            filled += _cells(character)
        text = kept + "…"
    return text + " " * (size - filled)
