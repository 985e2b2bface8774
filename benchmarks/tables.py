"""Facts as tables, against what pandas makes of the same documents by itself; and every tabular format there and back.

    python benchmarks/tables.py

Prints milliseconds for some thousand facts, the median of several rounds, candidates taking turns.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

import pandas as pd

from evinvest import extract_facts, read_article
from evinvest.converter import unstructure
from evinvest.models import Facts
from evinvest.serial import arrow, csv, frames, geojson, json, parquet, sql
from evinvest.serial.rows import to_rows

ARTICLES = Path(__file__).parents[1] / "examples" / "articles"
ROUNDS, COPIES = 7, 100


def main() -> None:
    """Print all measures."""
    facts = [extract_facts(read_article(path)) for path in sorted(ARTICLES.iterdir())]
    batch = {f"{number}-{copy}.md": each for number, each in enumerate(facts) for copy in range(COPIES)}
    count = sum(map(len, batch.values()))
    print(f"{count} facts of {len(batch)} articles, milliseconds, median of {ROUNDS}")
    side_by_side(batch)
    there_and_back(batch)


def side_by_side(batch: dict[str | None, Facts]) -> None:
    """A typed frame of exact columns, against a frame of objects with the same content."""
    measure(
        {
            "rows of plain values": lambda: to_rows(batch),
            "evinvest: typed Arrow table": lambda: arrow.to_table(batch),
            "evinvest: typed pandas frame": lambda: frames.to_pandas(batch),
            "evinvest: typed polars frame": lambda: frames.to_polars(batch),
            "pandas.json_normalize of the documents": lambda: pd.json_normalize(
                [{"article": name, **unstructure(fact)} for name, facts in batch.items() for fact in facts]
            ),
        }
    )


def there_and_back(batch: dict[str | None, Facts]) -> None:
    """Writing a file and reading it again, with its size."""
    with tempfile.TemporaryDirectory() as folder:
        for name, module in (
            ("facts.csv", csv),
            ("facts.zip", csv),
            ("facts.arrow", arrow),
            ("facts.parquet", parquet),
            ("facts.geojson", geojson),
            ("facts.duckdb", sql),
            ("facts.sqlite", sql),
        ):
            path = Path(folder, name)

            def write(path: Path = path, module: object = module) -> None:
                path.unlink(missing_ok=True)
                module.dump(batch, path)  # type: ignore[attr-defined]

            measure({f"write {name}": write})
            kilobytes = path.stat().st_size / 1000
            measure({f"read  {name} ({kilobytes:,.0f} kB)": lambda path=path, module=module: module.load(path)})
    documents = [json.dumps(facts) for facts in batch.values()]
    measure({"read  the same as JSON documents": lambda: [json.loads(each, Facts) for each in documents]})


def measure(candidates: dict[str, Callable[[], object]]) -> None:
    """Print the median time of each candidate."""
    times: dict[str, list[float]] = {name: [] for name in candidates}
    for _ in range(ROUNDS):
        for name, call in candidates.items():
            begin = perf_counter()
            call()
            times[name].append(perf_counter() - begin)
    for name, each in times.items():
        print(f"{name:44}{median(each) * 1000:10.1f}")


if __name__ == "__main__":
    main()
