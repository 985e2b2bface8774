"""Write the traditional Chinese signs with their simplified ones to ``_data/traditional.txt``.

Usage::

    python tools/build_traditional.py CHARACTERS

The list is ``TSCharacters.txt`` of OpenCC (Apache-2.0), as opencc-python-reimplemented 0.1.7 carries it. Of its signs
only those are kept that no text in simplified signs has, by the standard GB 2312: 著 is in 著名 there.
"""

from __future__ import annotations

import sys
from pathlib import Path

SIGNS = Path(__file__).parents[1] / "src" / "evinvest" / "_data" / "traditional.txt"
ALSO = {"後": "后"}  # the standard has it, for a name, but texts do not
A_LINE = 40  # pairs


def is_simplified(sign: str) -> bool:
    """Whether the standard of the simplified signs has one."""
    try:
        sign.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def pairs(lines: list[str]) -> dict[str, str]:
    """The simplified sign, the likeliest where there are several, of each that is only traditional."""
    found = {}
    for line in lines:
        sign, others = line.split("\t")
        simple = others.split()[0]
        if len(sign) == len(simple) == 1 and not is_simplified(sign) and is_simplified(simple):
            found[sign] = simple
    return found | ALSO


def main() -> None:
    found = [sign + simple for sign, simple in sorted(pairs(Path(sys.argv[1]).read_text("utf-8").splitlines()).items())]
    lines = [" ".join(found[first : first + A_LINE]) for first in range(0, len(found), A_LINE)]
    SIGNS.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    print(f"{len(found)} signs")


if __name__ == "__main__":
    main()
