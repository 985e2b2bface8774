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

# What is often given for an article by mistake, by its first bytes.
_SIGNATURES = {
    b"PK\x03\x04": "a zip archive or office document",
    b"\x1f\x8b": "a gzip archive",
    b"BZh91AY&SY": "a bzip2 archive",
    b"\xfd7zXZ\x00": "an xz archive",
    b"7z\xbc\xaf\x27\x1c": "a 7z archive",
    b"%PDF-": "a PDF document",
    b"\x89PNG\r\n": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
}
_SAMPLE = 4096
# No text holds these, save for a stray one; tabs, line ends, page breaks and the escapes of ISO 2022 are no such sign.
_CONTROLS = bytes([*range(0x01, 0x09), *range(0x10, 0x1A), *range(0x1C, 0x20), 0x7F])
_MOST_CONTROLS = 20  # at most one character in so many; random bytes have one in nine
_SOMETHING = re.compile(r"[^\s\ufeff]")
_COMMON = re.compile(r"[\t\n\r -~\u2010-\u2026\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")


def decode(data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """The text and the name of its encoding: ``data.decode(name) == text``.

    A byte order mark decides, then UTF-8 where it fits (UTF-16 where there are zero bytes), then what the file
    declares, then what ``charset-normalizer`` takes for the most likely of a few legacy encodings.

    Raises:
        SourceError: when the ``encoding`` that the caller names does not fit, or the bytes are no text.
    """
    if data.startswith(tuple(_SIGNATURES)):
        kind = next(kind for signature, kind in _SIGNATURES.items() if data.startswith(signature))
        raise SourceError(f"binary data, not an article: {kind}")
    text, name = _decode(data, encoding) if encoding is not None else _found(data)
    refuse_binary(text)
    return text, name


def refuse_binary(text: str) -> None:
    """Refuse what decodes, but is no text.

    Raises:
        SourceError: when it holds zero characters, or begins with many control characters.
    """
    place = text.find("\0")
    if place >= 0:
        raise SourceError("binary data, not an article: it holds zero bytes", line=text.count("\n", 0, place) + 1)
    sample = text[:_SAMPLE].encode("ascii", "replace")
    if (len(sample) - len(sample.translate(None, _CONTROLS))) * _MOST_CONTROLS > len(sample):
        raise SourceError("binary data, not an article: it holds many control characters")


def refuse_empty(text: str) -> None:
    """Refuse a file with nothing in it but white space and byte order marks.

    Raises:
        SourceError: when it is so.
    """
    if not _SOMETHING.search(text):
        raise SourceError("empty: there is no text to read")


def _found(data: bytes) -> tuple[str, str]:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _decode(data, name)
    if b"\0" in data:
        return _unmarked(data)
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


def _unmarked(data: bytes) -> tuple[str, str]:
    """UTF-16 without its mark: all zero bytes stand on one side, and what is read so is English or Chinese."""
    for name, side in (("utf-16-le", 1), ("utf-16-be", 0)):
        if 0 in data[1 - side :: 2]:
            continue
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        sample = text[:_SAMPLE]
        if len(_COMMON.findall(sample)) * 10 >= len(sample) * 9:
            return text, name
    raise SourceError("binary data, not an article: it holds zero bytes and is in no Unicode encoding")


def _detected(data: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - only for legacy files

    best = from_bytes(data, cp_isolation=_CANDIDATES).best()
    # Latin-1 fits any bytes, so that nothing is ever unreadable for its encoding alone.
    return best.encoding if best is not None else "latin-1"
