"""All formats by the endings of files, and the way from one to another.

>>> from pathlib import Path
>>> format_of(Path("facts.parquet")).name, format_of(Path("news/facts")).name
('Parquet', 'CSV')
>>> format_of(Path("facts.pdf"))
Traceback (most recent call last):
evinvest.errors.SerialError: facts.pdf: no format of facts ends in '.pdf': one of .arrow .csv ... .yml .zip
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from attrs import frozen

from evinvest.converter import Fact
from evinvest.errors import SerialError
from evinvest.models import Facts
from evinvest.serial._documents import from_document
from evinvest.serial._files import decode, named, read, write
from evinvest.serial.json import parse
from evinvest.serial.rows import Batch, batch, merged

__all__ = ["FORMATS", "Format", "convert", "format_of"]


@frozen(kw_only=True)
class Format:
    """A format of files that hold facts.

    Attributes:
        name: as people say it.
        endings: of its files.
        load: the facts in a file by the names of their articles.
        dump: writes them; ``None`` where more than the facts is needed.
        lost: what of some facts it does not hold, in words.
    """

    name: str
    endings: tuple[str, ...]
    load: Callable[[Path], Batch]
    dump: Callable[[Batch, Path], None] | None
    lost: Callable[[Batch], Iterator[str]] = lambda _: iter(())


def format_of(path: Path, *, to_write: bool = False) -> Format:
    """The format of a file, by its ending; a path without one is a folder of CSV tables.

    Raises:
        SerialError: when no format has that ending, or it cannot be written from facts alone.
    """
    ending = ".csv" if path.is_dir() or path.name == "datapackage.json" else path.suffix.lower() or ".csv"
    for form in FORMATS:
        if ending not in form.endings:
            continue
        if to_write and form.dump is None:
            raise SerialError(f"{form.name} cannot be written from facts without their article", source=str(path))
        return form
    if ending in _ARTICLES:
        what = "facts are stated in an article by Article.with_facts" if to_write else "evinvest extract reads articles"
        raise SerialError(f"{ending} is the ending of an article: {what}", source=str(path))
    known = " ".join(sorted(each for form in FORMATS for each in form.endings if form.dump or not to_write))
    raise SerialError(f"no format of facts ends in {ending!r}: one of {known}", source=str(path))


def convert(source: str | Path, target: str | Path) -> list[str]:
    """Write the facts of one file into another, each in the format of its ending.

    A database gets them beside what it holds; any other file is written anew.

    Returns:
        What was lost on the way, in words: none where the format holds everything.

    Raises:
        SerialError: when an ending is not known, or a file cannot be read or written.
        MissingExtra: when a format needs a library that is not installed.
    """
    source, target = Path(source), Path(target)
    reader, writer = format_of(source), format_of(target, to_write=True)
    if target.exists() and source.exists() and target.samefile(source):
        raise SerialError("would overwrite the file that is read", source=str(target))
    facts = reader.load(source)
    if writer.dump is not None:
        writer.dump(facts, target)
    return list(writer.lost(facts))


def _document(name: str, module: str, *endings: str) -> Format:
    """A format whose document is one ``Facts``."""

    def load(path: Path) -> Batch:
        return batch(_module(module).load(path, Facts))

    def dump(facts: Batch, path: Path) -> None:
        _module(module).dump(merged(facts), path)

    return Format(name=name, endings=endings, load=load, dump=dump, lost=_articles)


def _tables(name: str, module: str, *endings: str, lost: Callable[[Batch], Iterator[str]] | None = None) -> Format:
    """A format that keeps facts with the names of their articles."""

    def load(path: Path) -> Batch:
        facts: Batch = _module(module).load_by_article(path)
        return facts

    def dump(facts: Batch, path: Path) -> None:
        _module(module).dump(facts, path)

    return Format(name=name, endings=endings, load=load, dump=dump, lost=lost or (lambda _: iter(())))


def _module(name: str) -> Any:  # noqa: ANN401 - a module; formats are loaded when they are needed
    return import_module(f"evinvest.serial.{name}")


def _articles(facts: Batch) -> Iterator[str]:
    if names := [name for name in facts if name is not None]:
        yield f"the names of articles ({len(names)})"


def _issues(facts: Batch) -> Iterator[str]:
    if issues := merged(facts).issues:
        yield f"issues ({len(issues)})"


def _all_but_plants(facts: Batch) -> Iterator[str]:
    for kind in ("investments", "exports", "issues"):
        if records := getattr(merged(facts), kind):
            yield f"{kind} ({len(records)})"


def _load_lines(path: Path) -> Batch:
    """The facts of JSON lines, each of which may name its article."""
    found: dict[str | None, list[Fact]] = {}
    with named(path):
        for number, line in enumerate(decode(read(path)).split("\n"), start=1):
            try:
                if line.strip():
                    article, fact = _line(parse(line))
                    found.setdefault(article, []).append(fact)
            except SerialError as error:
                error.line = number
                raise
    return {article: batch(facts)[None] for article, facts in found.items()}


def _line(value: object) -> tuple[str | None, Fact]:
    article = value.get("article") if isinstance(value, Mapping) else None
    if article is not None and not isinstance(article, str):
        raise SerialError("not the name of an article", path="$.article")
    if isinstance(value, Mapping):
        value = {key: value[key] for key in value if key != "article"}
    return article, from_document(value, Fact)  # type: ignore[arg-type] # a union of types


def _dump_lines(facts: Batch, path: Path) -> None:
    jsonl = _module("jsonl")
    write("".join(jsonl.dumps(each, article=article) for article, each in facts.items()), path)


def _load_annotations(path: Path) -> Batch:
    return batch(_module("annotations").load(path))


_ARTICLES = frozenset({".md", ".markdown", ".txt", ".html", ".htm"})

FORMATS = (
    _document("JSON", "json", ".json"),
    Format(name="JSON lines", endings=(".jsonl", ".ndjson"), load=_load_lines, dump=_dump_lines, lost=_issues),
    _document("TOML", "toml", ".toml"),
    _document("YAML", "yaml", ".yaml", ".yml"),
    _document("MessagePack", "msgpack", ".msgpack", ".mpk"),
    _tables("CSV", "csv", ".csv", ".zip"),
    _tables("Arrow", "arrow", ".arrow", ".feather"),
    _tables("Parquet", "parquet", ".parquet"),
    _tables("GeoJSON", "geojson", ".geojson", lost=_all_but_plants),
    _tables("SQL", "sql", ".duckdb", ".ddb", ".sqlite", ".sqlite3", ".db"),
    Format(name="Web Annotation", endings=(".jsonld",), load=_load_annotations, dump=None),
)
"""Every format that files can be converted from, and into where it has a ``dump``."""
