"""Reading against python-frontmatter on the same file, the speed of each step, and the memory of a long stream.

    python benchmarks/reading.py [ARTICLE]

Prints one line per measure: the median of several rounds, candidates taking turns, and the ratio. ``ARTICLE`` is a file
with TOML front matter; without it a made-up one of the usual size is used. python-frontmatter reads TOML only where the
old ``toml`` package is installed; where it is not, it is measured on the same metadata as YAML.
"""

from __future__ import annotations

import json
import sys
import tempfile
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

import frontmatter
from frontmatter import default_handlers

from evinvest.reading import iter_articles, parse_article
from evinvest.reading.handlers import YAMLHandler
from evinvest.reading.normal import normalise
from evinvest.text import Text

ROUNDS = 15
PARAGRAPH = (
    "The company said it would put about $1.5 billion into a battery plant in the north of the country (its second "
    'there), where it expects to make 20 GWh of cells a year from 2027. "We are pleased," its chairman said; the '
    "ministry's spokesman declined to comment on the subsidies, which others put at 300 million euros. "
)
METADATA = {
    "title": "A battery maker chooses the north of the country for its second plant",
    "date": "2025-07-15T14:15:21Z",
    "draft": False,
    "summary": "As the market at home becomes crowded, the company looks abroad for growth.",
    "description": "What the second plant of the company means for the north of the country and its grid.",
    "source_link": "https://example.org/news/2025/07/a-battery-maker-chooses-the-north",
    "enclosure": "https://example.org/images/257/15/a6ca0515e4eadc99d6befb646a17132f.png",
    "article_id": 104649,
    "url": "/202507/104649-a-battery-maker-chooses-the-north",
    "source": "The Example",
}


def main() -> None:
    """Print all measures."""
    toml = "".join(f"{key} = {json.dumps(value)}\n" for key, value in METADATA.items())
    body = "".join(f"<p>{PARAGRAPH.strip()}</p>" for _ in range(5))
    data = Path(sys.argv[1]).read_bytes() if len(sys.argv) > 1 else f"+++\n{toml}+++\n\n{body}\n".encode()
    against_frontmatter(data)
    steps()
    stream()


def against_frontmatter(data: bytes) -> None:
    """One small file, read as a whole."""
    peer = data.decode()
    if getattr(default_handlers, "toml", None) is None:
        front = parse_article(data)
        peer = f"---\n{YAMLHandler().export(dict(front.metadata))}\n---\n{front.to_post().content}"
    print(f"one file of {len(data)} bytes, microseconds")
    compare(
        {
            "python-frontmatter": lambda: frontmatter.loads(peer),
            "parse_article": lambda: parse_article(data),
            "parse_article, and its text": lambda: parse_article(data).text,
            "parse_article, text and sections": lambda: parse_article(data).sections,
        },
        times=200,
        scale=1e6,
    )


def steps() -> None:
    """Long texts, in millions of characters a second."""
    plain = "\n\n".join(PARAGRAPH * 4 for _ in range(400))
    glued = plain.replace(", ", ",").replace(" (", "(").replace('. "', '."')
    wrapped = plain.replace("the ", "the\n")
    page = "<html><body><article>" + "".join(f"<p>{PARAGRAPH}</p>\n" for _ in range(1600)) + "</article></body></html>"
    yaml = f"---\ntitle: A\n---\n{plain}"
    print("millions of characters a second")
    for name, text in {"plain": plain, "glued": glued, "wrapped": wrapped, "html page": page, "markdown": yaml}.items():
        speed(f"text of {name}", lambda text=text: parse_article(text).text, len(text))  # type: ignore[misc]
    speed("normal form alone", lambda: normalise(Text.of(plain)), len(plain))


def stream() -> None:
    """A table of 100 MB: how much memory it takes, beyond what is there before."""
    line = json.dumps({"title": "A plant", "date": "2025-05-16", "text": PARAGRAPH * 5}) + "\n"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "news.jsonl")
        with path.open("w", encoding="utf-8") as file:
            for _ in range(100_000_000 // len(line)):
                file.write(line)
        started = perf_counter()
        count = sum(1 for _ in iter_articles(path))
        took = perf_counter() - started
        print(f"100 MB of JSON lines: {count} articles in {took:.1f} s")
        tracemalloc.start()
        for number, _ in enumerate(iter_articles(path)):
            if number == 10_000:
                break
        print(f"  most memory at once: {tracemalloc.get_traced_memory()[1] / 1e6:.2f} MB")
        tracemalloc.stop()


def compare(candidates: dict[str, Callable[[], object]], *, times: int, scale: float) -> None:
    """Print the median of each and its ratio to the first, measured in turns."""
    took: dict[str, list[float]] = {name: [] for name in candidates}
    for _ in range(ROUNDS):
        for name, run in candidates.items():
            started = perf_counter()
            for _ in range(times):
                run()
            took[name].append((perf_counter() - started) / times * scale)
    first = took[next(iter(candidates))]
    for name, values in took.items():
        ratio = median(mine / its for mine, its in zip(values, first, strict=True))
        print(f"  {name:34} {median(values):10.1f}   x{ratio:.2f}")


def speed(name: str, run: Callable[[], object], size: int) -> None:
    """Print the median speed."""
    took = []
    for _ in range(5):
        started = perf_counter()
        run()
        took.append(perf_counter() - started)
    print(f"  {name:34} {size / median(took) / 1e6:10.1f}")


if __name__ == "__main__":
    main()
