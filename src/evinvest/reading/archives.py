"""The members of archives, one after the other; nothing is unpacked to disk."""

from __future__ import annotations

import gzip
import io
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import IO, Any

from evinvest.errors import SourceError

MAX_RATIO = 200
"""How many times its packed size a member may have: text packs 3 to 20 times."""
_RATIO_FROM = 1_000_000  # bytes: a small member may be all spaces
_BUFFER = 1 << 16

Member = tuple[str, Callable[[], IO[bytes]]]
"""A member: its name, and what opens it (which raises where it is unsafe or broken)."""

TROUBLE = (
    *(zipfile.BadZipFile, tarfile.TarError, zlib.error, struct.error),
    *(EOFError, LookupError, NotImplementedError, OSError, RuntimeError, ValueError),
)
"""What the standard library raises for an archive that is broken, encrypted or packed in an unknown way."""


def members_of(kind: str, stream: IO[bytes], *, seekable: bool, max_bytes: int) -> Iterator[Member]:
    """The members of an archive.

    Args:
        kind: ``zip``, ``tar`` or ``gzip``.
        stream: the archive.
        seekable: whether the stream is a file; a zip archive that is not one is read into memory first.
        max_bytes: of such a zip archive.

    Raises:
        SourceError: when the archive is too large, and, on opening a member, when its name leaves the archive or it
            unpacks to far more than its size.
    """
    if kind == "zip" and not seekable:
        # Its directory is at its end, and the member of an archive can only be read forward.
        data = stream.read(max_bytes + 1)
        if len(data) > max_bytes:
            raise SourceError(f"a zip archive inside another, larger than {max_bytes} bytes")
        stream = io.BytesIO(data)
    return {"zip": _zip, "tar": _tar, "gzip": _gzip}[kind](stream)


def archive_kind(head: bytes) -> str | None:
    """Which archive the first bytes (at least 262) are of: ``zip``, ``tar``, ``gzip``, ``warc`` or none."""
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if head.startswith(b"WARC/"):
        return "warc"
    if head.startswith(b"\x1f\x8b"):
        return "gzip"
    return "tar" if head[257:262] == b"ustar" else None


class _Unpacked(io.RawIOBase):
    """A stream that is being unpacked, and stops where it grows beyond all measure."""

    def __init__(self, stream: IO[bytes], packed: Callable[[], int]) -> None:
        self._stream, self._packed, self._size = stream, packed, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 - as in io
        data = self._stream.read(len(buffer))
        self._size += len(data)
        if self._size > _RATIO_FROM and self._size > MAX_RATIO * max(self._packed(), 1):
            raise SourceError(f"unpacks to more than {MAX_RATIO} times its size")
        buffer[: len(data)] = data
        return len(data)


class _Counted:
    """A stream that knows how much was read from it."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream, self.count = stream, 0

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self.count += len(data)
        return data


def _gzip(stream: IO[bytes]) -> Iterator[Member]:
    counted = _Counted(stream)
    unpacked = gzip.GzipFile(fileobj=counted)  # type: ignore[call-overload] # it only reads
    yield "", lambda: io.BufferedReader(_Unpacked(unpacked, lambda: counted.count), _BUFFER)


def _zip(stream: IO[bytes]) -> Iterator[Member]:
    with zipfile.ZipFile(stream) as archive:
        for info in archive.infolist():
            if not info.filename.endswith("/"):
                yield info.filename, lambda info=info: _open_zipped(archive, info)  # type: ignore[misc]


def _open_zipped(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> IO[bytes]:
    _refuse_unsafe(info.filename)
    return io.BufferedReader(_Unpacked(archive.open(info), lambda: info.compress_size), _BUFFER)


def _tar(stream: IO[bytes]) -> Iterator[Member]:
    with tarfile.open(fileobj=stream, mode="r|") as archive:
        for info in archive:
            # Links and devices hold no text.
            if info.isfile():
                yield info.name, lambda info=info: _open_tarred(archive, info)  # type: ignore[misc]
            archive.members.clear()  # type: ignore[attr-defined] # tarfile would keep every header


def _open_tarred(archive: tarfile.TarFile, info: tarfile.TarInfo) -> IO[bytes]:
    _refuse_unsafe(info.name)
    stream = archive.extractfile(info)
    if stream is None:
        raise SourceError("the member is no file")
    return stream


def _refuse_unsafe(name: str) -> None:
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or (path.parts and path.parts[0].endswith(":")):
        raise SourceError("the name of the member leaves the archive")
