"""The annotated articles, cases and passages, made ready for the extraction: what the weights are learned from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from accuracy import half as half_of  # the script beside this one: both must halve alike

from evinvest.facts.prepare import prepare
from evinvest.lexicon import Lexicon
from evinvest.mentions.cues import CueTable
from evinvest.mentions.runs import NameRules
from evinvest.reading import parse_article, read_article

if TYPE_CHECKING:
    from evinvest.facts.document import Document

OWN = Path(__file__).parent / "passages"  # passages of our own, annotated alike


def fold_of(name: str, folds: int, *, draw: str) -> int:
    """The part that an article falls in, the same on every machine.

    Args:
        name: of the article.
        folds: how many parts there are.
        draw: a word; another one deals the articles out anew.
    """
    return sha256(f"{draw} {name}".encode()).digest()[0] % folds


def documents(evaluation: Path, half: str) -> Iterator[tuple[Document, dict[str, Any]]]:
    """Every annotated article of a half, made ready, with its annotation."""
    dates = json.loads((evaluation / "articles/dates.json").read_text(encoding="utf-8"))
    files = {path.stem: path for path in sorted((evaluation / "articles").iterdir())}
    lexicon, cues = Lexicon.default(), CueTable.default()
    for material in ("cases", "articles"):
        for line in (evaluation / f"{material}_dev.jsonl").read_text(encoding="utf-8").splitlines():
            gold = json.loads(line)
            name = gold["article"]
            if half not in {"all", half_of(name)}:
                continue
            if material == "cases":
                body = f"{gold['title']}\n\n{gold['text']}" if gold.get("title") else gold["text"]
                article, stated = parse_article(body, format="plain"), gold.get("published")
            else:
                article, stated = read_article(files[name]), dates.get(name)
            day = date.fromisoformat(stated) if stated else article.day
            yield prepare(article, day=day, lexicon=lexicon, cues=cues, rules=NameRules.default()), gold


def own_documents() -> Iterator[tuple[str, tuple[Document, dict[str, Any]]]]:
    """Every passage of our own with the name of its file, made ready, with its annotation."""
    lexicon, cues = Lexicon.default(), CueTable.default()
    for path in sorted(OWN.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            gold = json.loads(line)
            body = f"{gold['title']}\n\n{gold['text']}" if gold.get("title") else gold["text"]
            article, day = parse_article(body, format="plain"), date.fromisoformat(gold["published"])
            document = prepare(article, day=day, lexicon=lexicon, cues=cues, rules=NameRules.default())
            yield path.stem, (document, gold)
