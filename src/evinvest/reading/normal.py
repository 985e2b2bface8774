"""The normal form of a text: one kind of space, one width, straight quotes, and a space where a scraper lost one.

One scan over the few places that may need a change; everything between them is copied. Whether a place does need one
is decided by its neighbours, and by whether a quotation is open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evinvest.text import Text

_SPACES = "\t\x0b\x0c\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_INVISIBLE = "\x00-\x08\x0e-\x1b\x7f\xad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
# Full-width ASCII, but not ，；！？: Chinese keeps its own stops, and later stages know them.
_WIDE = "\uff02-\uff0b\uff0d-\uff1a\uff1c-\uff1e\uff20-\uff5e"
_LETTER = "A-Za-zÀ-ÖØ-öø-ɏ"
_CURRENCY = "$€£¥₩₹"
_FOLDS = {
    **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    **dict.fromkeys("“”„‟", '"'),
    **dict.fromkeys("‘’‚‛", "'"),
    "‑": "-",
    "￥": "¥",
    "￡": "£",
}

_CONTROLS = bytes(code for code in range(128) if re.match(f"[{_INVISIBLE}]", chr(code)))
# What is glued shows only when these are one width, so they come first; most texts have none.
_ODD = re.compile(f"[{_INVISIBLE}]+|[{_WIDE}￥￡]")


def _places(gap: str, starts: str) -> re.Pattern[str]:
    """The pattern of the places to look at; ``gap`` is a run of spaces, ``starts`` what it can begin with.

    The lookahead in front holds every character that an alternative can begin with: with it the engine skips from one
    candidate to the next, which is twice as fast as trying each alternative at each character. A sign is only stopped
    at where what follows it can be glued to it.
    """
    return re.compile(
        rf"""
        (?=[{starts}{_SPACES}‑‘’‚‛“”„‟",;:!?%).({_CURRENCY}])
        (?:
            (?P<gap> {gap} )
          | (?P<fold> [‑‘’‚‛] )
          | (?P<quote> ["“”„‟] )
          | (?P<after>
                ,(?=[{_LETTER}\d{_CURRENCY}]) | [;:)](?=[{_LETTER}]) | [!?](?=[A-Z])
              | %(?=[a-z])(?!pt?\b) | \.(?=[A-Z][a-z]|[A-Z]{{2,}}[ ,'’])
            )
          | (?P<before> \((?=[{_LETTER}\d{_CURRENCY}]) | [{_CURRENCY}](?=\d) )
        )
        """,
        re.VERBOSE,
    )


_ODD_GAP = rf"[\n{_SPACES}][ \n{_SPACES}]*"
_PLACE = _places(_ODD_GAP, "\\n")
# Only where two plain spaces stand together is every single one looked at: half the speed.
_PLACE_OR_SPACES = _places(rf"[ ](?:[ \n{_SPACES}]+|\Z) | {_ODD_GAP}", " \\n")
_LATIN = re.compile(rf"[{_LETTER}\d]")
_WORD = re.compile(rf"[{_LETTER}]")
# "vehicle(s)", "401(k)", "note(2)", "clause(iv)": a part of the word before.
_PART_OF_WORD = re.compile(r"\((?:e?s|ies|[a-z]|[ivx]{2,4}|\d)\)")
# A comma between figures that can be no group of thousands: "May 16,2025", "in 2025,75.2 percent", "in 2025,100 cars".
_NO_GROUP = re.compile(r",(?:\d{4}(?!\d)|\d{1,2}\.\d)")
_GROUP = re.compile(r",\d{3}(?!\d)")
_YEAR_BEFORE = re.compile(r"(?<![\d.,$€£¥])(?:19|20)\d\d\Z")
# Chinese needs no spaces, also where it quotes or is quoted.
_CHINESE = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
_STOPS = frozenset(".,;:!?)%…")
_BEFORE_OPENING = frozenset(" \n\t([{—–-/>（【《「：，。；！？、\xa0\u3000")


def normalise(text: Text) -> Text:
    r"""Fold spaces, widths and quotes, and space what is glued.

    Spaces become one ``" "``, line breaks with the spaces around them one ``"\n"``; both ends are trimmed.

    >>> from evinvest.text import Text
    >>> normalise(Text.of("spent\u00a0 of$16 billion in 2024,surpassing  the“old”record")).normal
    'spent of $16 billion in 2024, surpassing the "old" record'
    """
    if _is_odd(text.normal):
        text = text.edit((*match.span(), _FOLDS.get(match[0], "")) for match in _ODD.finditer(text.normal))
    return text.edit(_edits(text.normal))


def _is_odd(text: str) -> bool:
    """Whether a text has anything of the first round; for plain ASCII there is a faster way to know than a pattern."""
    if not text.isascii():
        return _ODD.search(text) is not None
    signs = text.encode("ascii")
    return len(signs.translate(None, _CONTROLS)) < len(signs)


def _edits(text: str) -> Iterator[tuple[int, int, str]]:
    begin, quoted = 0, False
    if text.startswith(" "):
        begin = len(text) - len(text.lstrip())
        yield (0, begin, "")
    pattern = _PLACE_OR_SPACES if "  " in text or text.endswith(" ") else _PLACE
    for match in pattern.finditer(text, begin):
        start, end = match.span()
        kind = match.lastgroup
        if kind == "gap":
            start -= start > begin and text[start - 1] == " "
            replacement = _gap(text, start, end)
            quoted = quoted and replacement != "\n"
        elif kind == "quote":
            quoted = _opens(text, start, quoted=quoted)
            replacement = _quote(text, start, opening=quoted)
        elif kind == "fold":
            replacement = _FOLDS[match[0]]
        else:
            glued = _glued_after(text, start) if kind == "after" else _glued_before(text, start)
            start = end = end if kind == "after" else start
            replacement = " " if glued else ""
        if replacement != text[start:end]:
            yield (start, end, replacement)


def _gap(text: str, start: int, end: int) -> str:
    if start == 0 or end == len(text):
        return ""
    return "\n" if "\n" in text[start:end] else " "


def _opens(text: str, place: int, *, quoted: bool) -> bool:
    """Whether the quotation mark opens a quotation: by its form, by the space beside it, else by turns."""
    mark = text[place]
    if mark != '"':
        return mark != "”"
    free_left = place == 0 or text[place - 1] in _BEFORE_OPENING
    free_right = place + 1 == len(text) or not _LATIN.match(text, place + 1)
    if free_left != free_right:
        return free_left
    return not quoted


def _quote(text: str, place: int, *, opening: bool) -> str:
    """The straight mark, with a space on the outer side where a word is glued to it."""
    inside, outside = (place + 1, place - 1) if opening else (place - 1, place + 1)
    if outside < 0 or _CHINESE.match(text, inside):
        return '"'
    lost = _LATIN.match(text, outside) or (opening and text[outside] in _STOPS)
    return '"' if not lost else ' "' if opening else '" '


def _glued_after(text: str, place: int) -> bool:
    """Whether a space is lost behind the sign at ``place``; the pattern has looked at what follows."""
    sign, before = text[place], text[place - 1 : place]
    if not before.strip():
        return False
    if sign == "%":
        return before.isdigit()
    if sign == "," and before.isdigit() and text[place + 1].isdigit():
        if _NO_GROUP.match(text, place):
            return True
        return bool(_GROUP.match(text, place) and _YEAR_BEFORE.search(text, max(place - 5, 0), place))
    if sign == "." and (before.isalpha() or text[place + 2].isupper()):
        return _ends_sentence(text, place)
    return sign == ")" or before in ")%\"'”’" or _LATIN.match(before) is not None


def _ends_sentence(text: str, place: int) -> bool:
    """Whether a full stop between two words ends a sentence."""
    before = text[max(place - 3, 0) : place]
    if text[place + 2].isupper():
        # A name in capitals begins one only behind a plain word: "VOWG_p.DE" and "MRTI.NS" are one.
        return len(before) == 3 and before.islower() and before.isalpha()
    # Not behind a lone capital, which is an initial, as in "J.Smith".
    return (before[-1].islower() and before[-1].isascii()) or before[-2:].isupper()


def _glued_before(text: str, place: int) -> bool:
    """Whether a space is lost before the bracket or currency sign at ``place``."""
    before = text[place - 1 : place]
    if text[place] == "(":
        return _LATIN.match(before) is not None and not _PART_OF_WORD.match(text, place)
    if not _WORD.match(before):
        return False
    begin = place
    while place - begin < 4 and begin and text[begin - 1].isalpha():
        begin -= 1
    # "US$", "HK$", "R$" and "RMB¥" are one sign; no other word of up to three capitals comes before an amount.
    word = text[begin:place]
    return not (word.isupper() and len(word) <= 3)
