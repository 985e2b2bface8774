"""Select the common words of two to four signs from a Chinese dictionary and write them to ``_data/chinese_words.txt``.

Usage::

    python tools/build_chinese_words.py DICTIONARY

The dictionary is ``dict.txt`` of jieba 0.42.1 (MIT licence): a word, how often it occurs and its part of speech, one a
line. Names of persons, places, bodies and brands are left out, since the words serve to tell what is no name.
"""

from __future__ import annotations

import sys
from pathlib import Path

WORDS = Path(__file__).parents[1] / "src" / "evinvest" / "_data" / "chinese_words.txt"
SIGNS = range(2, 5)
OFTEN = 30
NAMES = ("nr", "ns", "nt", "nz")
A_LINE = 40  # words


def select(lines: list[str]) -> list[str]:
    """The words that are common and no names, sorted."""
    rows = [line.split() for line in lines]
    return sorted(
        word
        for word, times, speech in rows
        if len(word) in SIGNS
        and all("\u4e00" <= sign <= "\u9fff" for sign in word)
        and int(times) >= OFTEN
        and not speech.startswith(NAMES)
    )


def main() -> None:
    found = select(Path(sys.argv[1]).read_text(encoding="utf-8").splitlines())
    lines = [" ".join(found[first : first + A_LINE]) for first in range(0, len(found), A_LINE)]
    WORDS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(found)} words")


if __name__ == "__main__":
    main()
