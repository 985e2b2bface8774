"""Bytes to text, and which encoding it was."""

from __future__ import annotations

import codecs
import re

from evinvest.errors import SourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
# Everything that is called by these names on the web is read as the wider set (WHATWG Encoding Standard).
_WIDER = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
}
_CANDIDATES = ["gb18030", "big5", "shift_jis", "euc_kr", "cp1252", "cp1251"]


def decode(data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """The text and the name of its encoding: ``data.decode(name) == text``.

    A byte order mark decides, then UTF-8 where it fits, then what the file declares, then what
    ``charset-normalizer`` takes for the most likely of a few legacy encodings.

    Raises:
        SourceError: when the ``encoding`` that the caller names does not fit, or the bytes are no text.
    """
    if encoding is not None:
        return _decode(data, encoding)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _decode(data, name)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    declared = _DECLARED.search(data, 0, 4096)
    if declared:
        name = declared[1].decode("ascii").lower()
        try:
            return _decode(data, _WIDER.get(name, name))
        except SourceError:
            pass
    return _decode(data, _detected(data))


def _decode(data: bytes, name: str) -> tuple[str, str]:
    try:
        return data.decode(name), name
    except (UnicodeDecodeError, LookupError) as error:
        raise SourceError(f"the bytes are no {name}") from error


def _detected(data: bytes) -> str:
    if b"\0" in data:
        raise SourceError("no text: it holds zero bytes and is in no Unicode encoding")
    from charset_normalizer import from_bytes  # noqa: PLC0415 - only for legacy files

    best = from_bytes(data, cp_isolation=_CANDIDATES).best()
    # Latin-1 fits any bytes, so that nothing is ever unreadable for its encoding alone.
    return best.encoding if best is not None else "latin-1"
