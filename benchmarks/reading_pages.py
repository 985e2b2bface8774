"""Which text of a page is the article: our own measure and the libraries that do this, on pages with known paragraphs.

    python benchmarks/reading_pages.py [FOLDER]

``FOLDER`` holds pages (``.html``), each with a ``.txt`` of the paragraphs that a reader would call the article, one a
line; those behind ``?`` (title, byline, captions) may be there or not. Text is compared without spaces and punctuation.
Recall: how many of the paragraphs are found. Precision: how many of the paragraphs that are given are of the article.
Libraries that are not installed are left out; ``alone`` is this library without the extra ``html``.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from time import perf_counter
from unittest import mock

PAGES = Path(__file__).resolve().parents[1] / "tests/reading/pages"
_SIGNS = re.compile(r"[\W_]+")


def main() -> None:
    """Print a table: for each candidate recall, precision, F1 and the time of all pages; then what each page gives."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else PAGES
    pages = [(path, path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.html"))]
    rows = {name: [measure(path, extract(page)) for path, page in pages] for name, extract in candidates().items()}
    print(f"{'':26} recall  precision     F1   ms a page")
    for name, extract in candidates().items():
        found, wanted, right, given = (sum(values) for values in zip(*rows[name], strict=True))
        recall, precision = found / wanted, right / max(given, 1)
        f1 = 2 * recall * precision / max(recall + precision, 1e-9)
        took = timed(extract, [page for _, page in pages])
        print(f"{name:26} {recall:6.3f}     {precision:6.3f} {f1:6.3f}      {took:6.2f}")
    print("\nfound/wanted right/given of each page")
    for index, (path, _) in enumerate(pages):
        counts = (f"{name} {a}/{b} {c}/{d}" for name, values in rows.items() for a, b, c, d in [values[index]])
        print(f"  {path.stem:22} " + "   ".join(counts))


def candidates() -> dict[str, Callable[[str], list[str]]]:
    """What takes the paragraphs out of a page, by name."""
    found: dict[str, Callable[[str], list[str]]] = {"evinvest": ours, "evinvest alone": alone}
    for name, extract in {"resiliparse": resiliparse, "trafilatura": trafilatura}.items():
        try:
            import_module(name)
        except ImportError:
            continue
        found[name] = extract
    return found


def ours(page: str) -> list[str]:
    """The sections of the article but its title."""
    from evinvest.reading import parse_article

    article = parse_article(page, format="html")
    return [part.span.of(article.text) for part in article.sections if part.kind != "title"]


def alone(page: str) -> list[str]:
    """The same where resiliparse is not installed."""
    with mock.patch.dict(sys.modules, {"resiliparse.extract.html2text": None}):
        return ours(page)


def resiliparse(page: str) -> list[str]:
    """Its main content as plain text."""
    from resiliparse.extract.html2text import extract_plain_text

    return lines(
        extract_plain_text(
            page, main_content=True, list_bullets=False, alt_texts=False, comments=False, post_meta=False
        )
    )


def trafilatura(page: str) -> list[str]:
    """Its text, with tables, without comments."""
    from trafilatura import extract

    return lines(extract(page, include_comments=False, include_tables=True) or "")


def lines(text: str) -> list[str]:
    """Lines, and the cells of tables."""
    return [cell for line in text.splitlines() for cell in re.split(r"[|\t]", line)]


def measure(path: Path, given: Iterable[str]) -> tuple[int, int, int, int]:
    """Paragraphs found and wanted, and those given that are right, and all."""
    expected = path.with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    wanted = [squeezed(line) for line in expected if not line.startswith("?")]
    allowed = "\n".join(squeezed(line.removeprefix("?")) for line in expected)
    got = [line for line in map(squeezed, given) if line]
    # Two paragraphs that come as one line count as found, and as right where all of the line is the article.
    whole = "".join(got)
    right = sum(line in allowed or all(part in allowed for part in parts(line, allowed)) for line in got)
    return sum(line in whole for line in wanted), len(wanted), right, len(got)


def parts(line: str, allowed: str) -> list[str]:
    """The line without all paragraphs that it holds."""
    for paragraph in allowed.split("\n"):
        line = line.replace(paragraph, "\n")
    return [part for part in line.split("\n") if part]


def squeezed(text: str) -> str:
    """Only letters and digits."""
    return _SIGNS.sub("", unicodedata.normalize("NFKC", text))


def timed(extract: Callable[[str], object], pages: list[str]) -> float:
    """Milliseconds a page, the best of three rounds."""
    took = []
    for _ in range(3):
        started = perf_counter()
        for page in pages:
            extract(page)
        took.append((perf_counter() - started) / len(pages) * 1000)
    return min(took)


if __name__ == "__main__":
    main()
