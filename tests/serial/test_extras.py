"""Without an optional library the formats that need it say the line that installs it, and all others work."""

import sys

import pytest

from evinvest import parse_article
from evinvest.errors import MissingExtra
from evinvest.models import Evidence, Facts, Plant, Span, Status
from evinvest.serial import arrow, csv, frames, geojson, parquet, sql

PLANT = Plant(status=Status.OPERATING, evidence=Evidence(Span(0, 4), "said"))


@pytest.mark.parametrize(
    ("library", "extra", "call"),
    [
        ("pyarrow", "tables", lambda _: arrow.to_table([PLANT])),
        ("pyarrow", "tables", lambda folder: parquet.dump([PLANT], folder / "facts.parquet")),
        ("pyarrow", "tables", lambda _: frames.from_pandas(None)),
        ("pandas", "tables", lambda _: frames.to_pandas([PLANT])),
        ("polars", "tables", lambda _: frames.to_polars([PLANT])),
        ("duckdb", "sql", lambda folder: sql.dump([PLANT], folder / "facts.duckdb")),
        ("sqlalchemy", "sql", lambda _: sql.dump([PLANT], "sqlite://")),
    ],
)
def test_the_line_that_installs_it(library, extra, call, monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingExtra, match=rf'{library} is not installed: pip install "evinvest\[{extra}\]"'):
        call(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_what_needs_none(monkeypatch, tmp_path):
    for library in ("pyarrow", "pandas", "polars", "duckdb", "sqlalchemy", "tomlkit"):
        monkeypatch.setitem(sys.modules, library, None)
    for module, path in ((csv, "facts.csv"), (csv, "facts"), (csv, "facts.zip"), (sql, "facts.db")):
        module.dump([PLANT], tmp_path / path)
        assert module.load(tmp_path / path) == Facts(plants=(PLANT,))
    assert geojson.loads(geojson.dumps([PLANT])) == (PLANT,)
    for text in ("said so", "+++\nx = 1\n+++\nsaid so", "---\nx: 1\n---\nsaid so"):
        article = parse_article(text).with_facts(Facts(plants=(PLANT,)))
        assert article.with_facts(Facts()).stated_facts() == Facts()
        assert len(article.stated_facts().plants) == 1
