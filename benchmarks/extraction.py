"""The whole way from bytes to facts: how fast it is, and where the time goes; beside quantulum3 where it is installed.

    python benchmarks/extraction.py [FOLDER]

Reads the articles of ``FOLDER`` (the samples in ``examples/articles`` by default), each as often as makes a corpus of
some hundred thousand characters. Prints the best of several rounds, in processor time: what a busy machine adds is no
part of it. quantulum3 finds quantities only, so it is set beside our search for amounts and beside the whole way; to
have it there, ``pip install quantulum3``.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from time import perf_counter, process_time
from typing import TypeVar

SAMPLES = Path(__file__).parent.parent / "examples" / "articles"
SIZE, ROUNDS = 200_000, 5
T = TypeVar("T")


def main() -> None:
    """Print all measures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLES
    files = [path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()]
    first_call(files[0])
    corpus = files * max(SIZE // sum(map(len, files)), 1)
    whole_way(corpus)
    stages(corpus)
    against_quantulum(corpus)


def first_call(data: bytes) -> None:
    """What a program waits for once: the imports, and the tables that the first article needs."""
    started = perf_counter()
    from evinvest import extract_facts, parse_article

    imported = perf_counter()
    extract_facts(parse_article(data))
    print(
        f"seconds until the first facts: {imported - started:.2f} for imports, {perf_counter() - imported:.2f} to load"
    )


def whole_way(corpus: list[bytes]) -> None:
    """Print the characters a second of reading, of extraction, and of both."""
    from evinvest import extract_facts, parse_article

    articles = [parse_article(data) for data in corpus]
    size = sum(len(article.source) for article in articles)
    print(f"characters a second, of {size} in {len(corpus)} articles")
    read = spent(lambda data: parse_article(data).sections, corpus)
    extract = spent(extract_facts, articles)
    both = spent(lambda data: extract_facts(parse_article(data)), corpus)
    for name, seconds in (("reading", read), ("extraction", extract), ("the whole way", both)):
        print(f"  {name:28} {size / seconds:10,.0f}")


def stages(corpus: list[bytes]) -> None:
    """Print the share of each stage in the time from bytes to facts."""
    from evinvest import extract_facts, parse_article
    from evinvest.facts.prepare import prepare
    from evinvest.lexicon import Lexicon
    from evinvest.mentions.cues import CueTable
    from evinvest.mentions.periods import find_periods
    from evinvest.mentions.runs import NameRules
    from evinvest.tokens import Tokens
    from evinvest.units.amounts import scan

    lexicon, cues, rules = Lexicon.default(), CueTable.default(), NameRules.default()
    articles = [parse_article(data) for data in corpus]
    texts = [(article.text, article.day) for article in articles if article.sections]

    def cut(text: str) -> Tokens:
        """The words of a text and their places, which all that follows asks for."""
        tokens = Tokens.of(text)
        tokens.find(frozenset())
        return tokens

    # Cut anew for each, since tokens remember what they were once asked.
    words = spent(lambda row: cut(row[0]), texts)
    rows = {
        "reading": spent(lambda data: parse_article(data).sections, corpus),
        "words": words,
        "cues": spent(lambda row: cues.match(cut(row[0])), texts) - words,
        "names of the lexicon": spent(lambda row: lexicon.match(cut(row[0])), texts) - words,
        "periods": spent(lambda row: find_periods(row[0], base=row[1], tokens=cut(row[0])), texts) - words,
        "amounts": spent(lambda row: scan(row[0], tokens=cut(row[0])), texts) - words,
    }
    prepared = spent(lambda one: prepare(one, day=one.day, lexicon=lexicon, cues=cues, rules=rules), articles)
    whole = spent(extract_facts, articles)
    rows["other names, sentences"] = prepared - sum(rows.values()) + rows["reading"]
    rows["facts"] = whole - prepared
    total = rows["reading"] + whole
    print("share of each stage")
    for name, seconds in rows.items():
        print(f"  {name:28} {seconds / total:9.1%}")


def against_quantulum(corpus: list[bytes]) -> None:
    """Print how fast quantulum3 finds quantities in the same texts, where it is there."""
    try:
        parser = import_module("quantulum3.parser")
    except ModuleNotFoundError:
        print("quantulum3 is not installed: nothing to compare with (pip install quantulum3)")
        return
    from evinvest import extract_facts, parse_article
    from evinvest.units.amounts import scan

    articles = [parse_article(data) for data in corpus[:20]]
    size = sum(len(article.text) for article in articles)
    theirs = spent(lambda article: parser.parse(article.text), articles, rounds=2)
    amounts = spent(lambda article: scan(article.text), articles)
    facts = spent(extract_facts, articles)
    print("characters a second, beside quantulum3")
    for name, seconds in (("quantulum3, quantities", theirs), ("amounts", amounts), ("all facts", facts)):
        print(f"  {name:28} {size / seconds:10,.0f}   x{theirs / seconds:.1f}")


def spent(run: Callable[[T], object], items: Iterable[T], *, rounds: int = ROUNDS) -> float:
    """The processor seconds of the best round; what is made is thrown away, as in a long stream."""
    best = float("inf")
    for _ in range(rounds):
        started = process_time()
        for item in items:
            run(item)
        best = min(best, process_time() - started)
    return best


if __name__ == "__main__":
    main()
