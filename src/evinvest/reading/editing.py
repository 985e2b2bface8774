"""Changing metadata: the lines that must change do, and every other byte of the file stays."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from evinvest.errors import SourceError
from evinvest.reading.fields import NAMES, keys_of
from evinvest.reading.frontmatter import FrontMatter, find_front_matter
from evinvest.reading.writing import is_tables, json_value, toml_library, toml_tables, yaml_tables, yaml_value

if TYPE_CHECKING:
    from evinvest.reading.article import Article

_SPACE = re.compile(r"\s*")
_LINE_END = re.compile(r"\r?\n")


def change_metadata(article: Article, fields: Mapping[str, Any], extra: Mapping[str, Any]) -> Article:
    """See :meth:`evinvest.reading.Article.with_metadata`."""
    from evinvest.reading.reader import parse_article  # noqa: PLC0415 - the reader builds articles

    changes = _by_key(article.metadata, fields) | dict(extra)
    if not changes:
        return article
    front = None
    if article.format in ("toml", "yaml", "json"):
        front = find_front_matter(article.source, format=article.format)
    if front is None:
        raise SourceError(f"a {article.format} article has no front matter to change", source=article.name)
    start, end = front.block
    write = {"toml": _toml, "yaml": _yaml, "json": _json}[article.format]
    try:
        block = write(article.source[start:end], front, changes)
    except SourceError as error:
        error.source = error.source or article.name
        raise
    raw = spliced(article, start, end, block)
    changed = parse_article(
        raw, format=article.format, name=article.name, encoding=article.encoding, max_bytes=len(raw)
    )
    _check(article, changed, changes)
    return changed


def _by_key(metadata: Mapping[str, Any], fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields by the keys that hold them."""
    unknown = sorted(set(fields) - set(NAMES))
    if unknown:
        raise SourceError(f"no such field: {', '.join(unknown)}; other keys go into extra")
    held = keys_of(metadata, fields)
    return {held.get(name, NAMES[name][0]): value for name, value in fields.items()}


def _toml(block: str, front: FrontMatter, changes: Mapping[str, Any]) -> str:
    written, rest = _without_tables(block, front, changes)
    if rest:
        written = _edited_toml(written, rest)
    if written and not written.endswith("\n"):
        written += "\n"
    # Tables end a document: no key of the first level can stand behind them.
    tables = [toml_tables(key, value) for key, value in changes.items() if is_tables(value)]
    written = "\n".join([written, *tables] if written else tables)
    return _LINE_END.sub("\r\n", written) if _is_windows(block) else written


def _without_tables(block: str, front: FrontMatter, changes: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """The block without the tables that change, where they stand as they are written here; and what else changes."""
    rest = dict(changes)
    written = _LINE_END.sub("\n", block) if _is_windows(block) else block
    for key in reversed([key for key in front.metadata if is_tables(front.metadata[key])]):
        own = _own_tables(key, front.metadata[key]) if key in changes else None
        if own is None or not written.endswith(own):
            break
        written = written.removesuffix(own).removesuffix("\n\n") + "\n" * (written != own)
        del rest[key]
    gone = {key: None if is_tables(value) else value for key, value in rest.items()}
    return written, {key: value for key, value in gone.items() if value is not None or key in front.metadata}


def _own_tables(key: str, tables: Any) -> str | None:  # noqa: ANN401 - any list of a front matter
    try:
        return toml_tables(key, tables)
    except SourceError:  # with dates or fractions, which are not written here
        return None


def _edited_toml(block: str, changes: Mapping[str, Any]) -> str:
    tomlkit = toml_library()
    try:
        document = tomlkit.parse(block)
        for key, value in changes.items():
            if value is None:
                document.pop(key, None)
            else:
                document[key] = value
        return str(tomlkit.dumps(document))
    except (tomlkit.exceptions.TOMLKitError, ValueError, TypeError, RecursionError) as error:
        raise SourceError(f"cannot be written as toml: {error}") from error


def _is_windows(block: str) -> bool:
    return "\r\n" in block and block.count("\n") == block.count("\r\n")


def _yaml(block: str, _front: FrontMatter, changes: Mapping[str, Any]) -> str:
    import yaml  # noqa: PLC0415 - not before it is needed

    root: Any = yaml.compose(block, Loader=yaml.BaseLoader)
    pairs = root.value if root is not None else []
    if root is not None and root.flow_style:
        raise SourceError("a front matter in braces cannot be changed line by line")
    end = "\r\n" if _is_windows(block) else "\n"
    pieces, position = [], 0
    for key, node in pairs:
        if key.value not in changes:
            continue
        value, stop = changes[key.value], _end(block, node)
        if value is None:
            pieces.append(block[position : key.start_mark.index])
            line_end = block.find("\n", stop)
            stop = len(block) if line_end < 0 else line_end + 1
        else:
            # The value begins behind the colon, even where a list stands on lines of its own.
            colon = block.index(":", key.end_mark.index)
            start = min(_skip(block, colon + 1), node.start_mark.index) if _is_inline(node) else colon + 1
            pieces += [block[position:start], _yaml_member(block[start - 1], value, getattr(node, "style", None), end)]
        position = stop
    written = "".join([*pieces, block[position:]])
    known = {key.value for key, _ in pairs}
    added = [
        f"{yaml_value(key)}:{_yaml_member(':', value, None, end)}"
        for key, value in changes.items()
        if key not in known and value is not None
    ]
    if added and written and not written.endswith("\n"):
        written += end
    return written + "".join(line + end for line in added)


def _yaml_member(before: str, value: Any, style: str | None, end: str) -> str:  # noqa: ANN401 - as above
    """A value with what parts it from the sign before it."""
    if is_tables(value):
        return end + _LINE_END.sub(end, yaml_tables(value))
    return ("" if before in " \t" else " ") + yaml_value(value, style)


def _is_inline(node: Any) -> bool:  # noqa: ANN401 - a node of PyYAML
    return not _is_block(node) and getattr(node, "style", None) not in ("|", ">")


def _is_block(node: Any) -> bool:  # noqa: ANN401 - as above
    """Whether a list or mapping stands on lines of its own; PyYAML says nothing of a list that is not indented."""
    return hasattr(node, "flow_style") and not node.flow_style


def _end(block: str, node: Any) -> int:  # noqa: ANN401 - as above
    """Where a value ends, without the blank lines and comments that PyYAML counts to a block."""
    if _is_block(node) and node.value:
        last = node.value[-1]
        return _end(block, last[1] if isinstance(last, tuple) else last)
    end: int = node.end_mark.index
    return len(block[:end].rstrip()) if getattr(node, "style", None) in ("|", ">") else end


def _members(block: str) -> list[tuple[str, int, int, int]]:
    """Of each member of a JSON object its key, where the key begins, and where the value begins and ends."""
    decoder = json.JSONDecoder()
    members: list[tuple[str, int, int, int]] = []
    place = block.index("{") + 1
    while block[start := _skip(block, place)] != "}":
        key, colon = decoder.raw_decode(block, start)
        value = _skip(block, _skip(block, colon) + 1)
        _, stop = decoder.raw_decode(block, value)
        members.append((key, start, value, stop))
        after = _skip(block, stop)
        if block[after] == "}":
            break
        place = after + 1
    return members


def _json(block: str, front: FrontMatter, changes: Mapping[str, Any]) -> str:
    del front
    pieces, position, seen = [], 0, set()
    members = _members(block)
    gap = block[block.index("{") + 1 : members[0][1]] if members else ""
    kept = []
    for key, start, value, stop in members:
        seen.add(key)
        if key in changes and changes[key] is None:
            continue
        text = json_value(changes[key]) if key in changes else block[value:stop]
        kept.append((start, stop, block[start:value] + text))
    if len(kept) == len(members):
        for start, stop, text in kept:
            pieces += [block[position:start], text]
            position = stop
    else:
        # Commas stand between members, so that taking one out moves them: written anew with the first one's gap.
        pieces.append("{" + gap + f",{gap or ' '}".join(text for _, _, text in kept))
        position = members[-1][3]
    added = [
        f"{json_value(key)}: {json_value(value)}"
        for key, value in changes.items()
        if key not in seen and value is not None
    ]
    if added:
        if not members:
            position = block.index("{") + 1
            pieces.append(block[:position])
        pieces.append("," * bool(kept) + ("" if not kept else gap or " ") + f",{gap or ' '}".join(added))
    return "".join([*pieces, block[position:]])


def _skip(block: str, place: int) -> int:
    found = _SPACE.match(block, place)
    return found.end() if found else place


def spliced(article: Article, start: int, end: int, block: str) -> bytes:
    """The bytes of the file with the block between two places of the source replaced."""
    source, raw, encoding = article.source, article.raw, article.encoding
    # A codec that writes a byte order mark writes it once, before the whole.
    plain = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}.get(encoding, encoding)
    if encoding in ("utf-16", "utf-32") and raw[:1] in (b"\xfe", b"\x00"):
        plain = plain.replace("-le", "-be")
    try:
        before, inside, after = (part.encode(plain) for part in (source[:start], block, source[end:]))
    except UnicodeEncodeError as error:
        raise SourceError(f"the new values have no place in {encoding}", source=article.name) from error
    head = len(raw) - len(source.encode(plain)) + len(before)
    written = raw[:head] + inside + raw[len(raw) - len(after) :]
    if written.decode(encoding, "replace") != source[:start] + block + source[end:]:
        raise SourceError(
            f"the file is not written as {encoding} writes it, so it cannot be changed in part", source=article.name
        )
    return written


def _check(before: Article, after: Article, changes: Mapping[str, Any]) -> None:
    """Hold that the changed file says what was asked, and everything else as before."""
    rest = {key: value for key, value in before.metadata.items() if key not in changes}
    if rest != {key: value for key, value in after.metadata.items() if key not in changes}:
        raise SourceError("the front matter cannot be changed without changing other keys", source=before.name)
    for key, value in changes.items():
        if (value is None) == (key in after.metadata):
            raise SourceError(f"the key {key!r} cannot be changed in place", source=before.name)
