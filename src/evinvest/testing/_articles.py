"""Files that hold an article, in every format that is read, with what they say known."""

from __future__ import annotations

import html
import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Literal

import attrs
from hypothesis import strategies as st

from evinvest.models import ExportFigure, FrozenMapping, Investment, Plant
from evinvest.testing._news import Language, Sentence, news

Form = Literal["toml", "yaml", "json", "html", "plain"]

_WORDS = (
    *(
        "Plant",
        "battery",
        "opens",
        "in",
        "Győr",
        "工厂",
        "EVs",
        "R&D",
        "5 < 6",
        "“new”",
        "it's",
        '"big"',
        "back\\slash",
    ),
    *("NO", "2025", "a: b", "# five", "é", "+++ plus", "--- dash"),
)


@attrs.frozen
class WrittenArticle:
    """A file with an article, and what is known of it.

    Attributes:
        data: the file, in UTF-8.
        format: ``toml``, ``yaml``, ``json``, ``html`` or ``plain``.
        metadata: the fields of the article that it states: ``title``, ``summary``, ``description``, ``published``.
        sentences: of its body, in order.
    """

    data: bytes
    format: Form
    metadata: Mapping[str, Any] = attrs.field(hash=False, converter=FrozenMapping)
    sentences: tuple[Sentence, ...]

    @property
    def facts(self) -> tuple[Investment | Plant | ExportFigure, ...]:
        """All that its sentences state, in order."""
        return tuple(fact for sentence in self.sentences for fact in sentence.facts)


def articles(format: Form | None = None, *, language: Language | None = None) -> st.SearchStrategy[WrittenArticle]:  # noqa: A002 - as in parse_article
    """Articles of one to four sentences of :func:`news`, below metadata of words that try their format.

    Args:
        format: one of them, or any when it is ``None``.
        language: of the sentences.
    """
    forms: tuple[Form, ...] = tuple(_WRITERS) if format is None else (format,)
    sentences = st.lists(news(language), min_size=1, max_size=4).map(tuple)
    return st.builds(_written, st.sampled_from(forms), _metadata(), sentences, st.sampled_from(["\n", "\r\n"]))


def _metadata() -> st.SearchStrategy[dict[str, Any]]:
    lines = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=5).map(" ".join)
    days = st.dates(date(2010, 1, 1), date(2029, 12, 31))
    return st.fixed_dictionaries({"title": lines}, optional={"description": lines, "published": days})


def _written(form: Form, metadata: dict[str, Any], sentences: tuple[Sentence, ...], end: str) -> WrittenArticle:
    text = _WRITERS[form](metadata, [sentence.text for sentence in sentences])
    return WrittenArticle(text.replace("\n", end).encode(), form, {} if form == "plain" else metadata, sentences)


def _keys(metadata: Mapping[str, Any]) -> dict[str, str]:
    """The metadata under the names that site generators use, as text in quotes."""
    named = {"date" if name == "published" else name: str(value) for name, value in metadata.items()}
    return {name: json.dumps(value, ensure_ascii=False) for name, value in named.items()}


def _toml(metadata: Mapping[str, Any], body: list[str]) -> str:
    head = "".join(f"{key} = {value}\n" for key, value in _keys(metadata).items())
    return f"+++\n{head}+++\n\n{_paragraphs(body)}"


def _yaml(metadata: Mapping[str, Any], body: list[str]) -> str:
    head = "".join(f"{key}: {value}\n" for key, value in _keys(metadata).items())
    return f"---\n{head}---\n\n{_paragraphs(body)}"


def _json(metadata: Mapping[str, Any], body: list[str]) -> str:
    head = ",\n".join(f'  "{key}": {value}' for key, value in _keys(metadata).items())
    return f"{{\n{head}\n}}\n\n{_paragraphs(body)}"


def _html(metadata: Mapping[str, Any], body: list[str]) -> str:
    said = {name: html.escape(str(value)) for name, value in metadata.items()}
    title = said.pop("title")
    meta = "".join(f'<meta property="{_PROPERTIES[name]}" content="{value}">\n' for name, value in said.items())
    text = "".join(f"<p>{html.escape(sentence)}</p>\n" for sentence in body)
    head = f"<head>\n<title>{title}</title>\n{meta}</head>"
    return f"<!doctype html>\n<html>\n{head}\n<body>\n<article>\n<h1>{title}</h1>\n{text}</article>\n</body>\n</html>\n"


def _plain(metadata: Mapping[str, Any], body: list[str]) -> str:  # noqa: ARG001 - it has no place for metadata
    return _paragraphs(body)


def _paragraphs(body: list[str]) -> str:
    return "\n\n".join(body) + "\n"


_PROPERTIES = {"description": "og:description", "published": "article:published_time"}
_WRITERS: Mapping[Form, Callable[[Mapping[str, Any], list[str]], str]] = {
    "toml": _toml,
    "yaml": _yaml,
    "json": _json,
    "html": _html,
    "plain": _plain,
}
