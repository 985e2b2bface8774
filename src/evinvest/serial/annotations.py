"""W3C Web Annotation (JSON-LD): facts and the words behind them, as annotations of their article.

Each fact is one annotation with its document as the body, and each of its fields is one more, tagged with the field's
name. Targets are found in two ways: by position, in code points of ``Article.source``, and by the words themselves with
those before and behind. The annotated text is the source file as it is, front matter and tags included, so that no two
programs have to agree on how a page becomes text; what stands there is ``article.source[start:end]``.

>>> from evinvest.reading import parse_article
>>> from evinvest.models import Evidence, Plant, Span, Status
>>> article = parse_article("In Györ the works of Audi run again.", name="story.md")
>>> plant = Plant(status=Status.OPERATING, evidence=Evidence(Span(8, 17), "the works", {"status": Span(26, 35)}))
>>> document = dumps([plant], article)
>>> [item["target"]["selector"][1]["exact"] for item in json.loads(document)["first"]["items"]]
['the works', 'run again']
>>> tuple(loads(document)) == (plant,)
True
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from evinvest.converter import Fact, structure, unstructure
from evinvest.errors import SerialError
from evinvest.serial._documents import VERSION, up_to_date
from evinvest.serial._files import Source, decode, named, read, write
from evinvest.serial.json import parse
from evinvest.serial.rows import batch, merged, to_rows
from evinvest.serial.tables import TABLES

if TYPE_CHECKING:
    from evinvest.models import Facts, Span
    from evinvest.reading import Article

__all__ = ["dump", "dumps", "load", "loads"]

_AROUND = 32
"""Code points before and behind the words."""


def dumps(facts: Iterable[Fact], article: Article, *, source: str | None = None, indent: int | None = None) -> str:
    """An annotation collection of facts of an article.

    Args:
        facts: of that article.
        article: with the text that the evidence points into.
        source: the IRI of the annotated file; by default the article's link, else one made of its name.
        indent: how many spaces a level is moved in; all on one line without.

    Raises:
        SerialError: when the evidence of a fact does not stand in the article.
    """
    name = source or _iri(article)
    items = list(_items(facts, article, name))
    collection = {
        "@context": ["http://www.w3.org/ns/anno.jsonld", {"evinvest": "urn:evinvest:version"}],
        "id": f"{name}#facts" if "#" not in name else f"{name}-facts",
        "type": "AnnotationCollection",
        "evinvest": VERSION,
        "total": len(items),
        "first": {"type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    separators = (",", ":") if indent is None else (",", ": ")
    return json.dumps(collection, ensure_ascii=False, indent=indent, separators=separators)


def _items(facts: Iterable[Fact], article: Article, source: str) -> Iterator[dict[str, Any]]:
    all_facts = merged(batch(facts))
    rows = to_rows(all_facts, article=article.name)
    for table in TABLES[:3]:
        for row, fact in zip(rows[table.name], getattr(all_facts, table.name), strict=True):
            evidence = fact.evidence
            if evidence.span.of(article.source) != evidence.text:
                message = f"the evidence of a fact does not stand in the article: {evidence.text[:40]!r}"
                raise SerialError(message, source=article.name, path=f"$.{table.name}[{row['position']}].evidence")
            own = f"urn:evinvest:{row['id']}"
            value = json.dumps(unstructure(fact), ensure_ascii=False, separators=(",", ":"))
            body = {"type": "TextualBody", "purpose": "describing", "format": "application/json", "value": value}
            yield _annotation(own, "describing", body, _target(source, article, evidence.span))
            for name, span in sorted(evidence.fields.items()):
                tags: dict[str, Any] = {"type": "TextualBody", "purpose": "tagging", "value": name}
                identifier = f"{own}:{quote(name, safe='')}"
                bodies = [tags, {"type": "SpecificResource", "purpose": "linking", "source": own}]
                yield _annotation(identifier, "tagging", bodies, _target(source, article, span))


def _annotation(identifier: str, motivation: str, body: Any, target: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    return {"id": identifier, "type": "Annotation", "motivation": motivation, "body": body, "target": target}


def _target(source: str, article: Article, span: Span) -> dict[str, Any]:
    text = article.source
    quoted = {
        "type": "TextQuoteSelector",
        "exact": span.of(text),
        "prefix": text[max(0, span.start - _AROUND) : span.start],
        "suffix": text[span.end : span.end + _AROUND],
    }
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    return {"source": source, "selector": [position, quoted]}


def _iri(article: Article) -> str:
    if article.link and "://" in article.link:
        return article.link
    return f"urn:evinvest:article:{quote(article.name or 'unnamed', safe='')}"


def loads(document: str | bytes) -> Facts:
    """The facts in the bodies of an annotation collection; other annotations in it are passed over.

    Raises:
        SerialError: when it is not JSON (with the line), no collection, or a body holds no fact (with the path).
    """
    value = parse(decode(document))
    if not isinstance(value, Mapping) or value.get("type") != "AnnotationCollection":
        raise SerialError("not an annotation collection", path="$.type")
    if "evinvest" in value:
        up_to_date(value)
    page = value.get("first")
    items = page.get("items") if isinstance(page, Mapping) else None
    if not isinstance(items, list):
        raise SerialError("not a list", path="$.first.items")
    return merged(batch([fact for number, item in enumerate(items) for fact in _facts(item, number)]))


def _facts(item: object, number: int) -> Iterator[Fact]:
    body = item.get("body") if isinstance(item, Mapping) else None
    if not isinstance(body, Mapping) or body.get("format") != "application/json":
        return
    path = f"$.first.items[{number}].body.value"
    try:
        value = body.get("value")
        document = parse(value) if isinstance(value, str) else value
        yield structure(document, Fact)  # type: ignore[arg-type] # a union of types
    except SerialError as error:
        error.path = path + (error.path or "$").removeprefix("$")
        raise


def dump(
    facts: Iterable[Fact], article: Article, target: Source, *, source: str | None = None, indent: int | None = None
) -> None:
    """Write an annotation collection to a path or a stream; arguments and errors are those of :func:`dumps`."""
    write(dumps(facts, article, source=source, indent=indent) + "\n", target)


def load(source: Source) -> Facts:
    """The facts in the annotation collection at a path, or in a stream.

    Raises:
        SerialError: as :func:`loads`, with the name of the file, and when it cannot be read.
    """
    with named(source):
        return loads(read(source))
