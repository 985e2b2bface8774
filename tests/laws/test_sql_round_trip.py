"""Law: a database gives the facts back, digit by digit, with their articles; what is written twice is there once."""

import sqlite3
from contextlib import closing, contextmanager
from decimal import Decimal

import adbc_driver_sqlite.dbapi
import attrs
import duckdb
import pytest
import sqlalchemy
from hypothesis import given, settings
from hypothesis import strategies as st

import strategies as own
from evinvest.errors import SerialError
from evinvest.models import Evidence, ExportFigure, Facts, Issue, Plant, Quantity, Span, Status
from evinvest.serial import sql

batches = st.dictionaries(st.none() | own.words, own.facts.filter(lambda facts: facts != Facts()), max_size=3)


@contextmanager
def path_of(folder, name):
    (folder / name).unlink(missing_ok=True)
    yield folder / name


@contextmanager
def address(folder):
    (folder / "address.db").unlink(missing_ok=True)
    yield f"sqlite:///{folder / 'address.db'}"


@contextmanager
def engine(_folder):
    made = sqlalchemy.create_engine("sqlite://", poolclass=sqlalchemy.pool.StaticPool)
    yield made
    made.dispose()


@contextmanager
def connection(folder):
    with engine(folder) as made, made.connect() as connected:
        yield connected


DATABASES = {
    "a DuckDB file": lambda folder: path_of(folder, "facts.duckdb"),
    "a SQLite file": lambda folder: path_of(folder, "facts.sqlite"),
    "an address": address,
    "an engine": engine,
    "a connection of SQLAlchemy": connection,
    "DuckDB": lambda _: closing(duckdb.connect()),
    "SQLite": lambda _: closing(sqlite3.connect(":memory:")),
    "ADBC": lambda _: closing(adbc_driver_sqlite.dbapi.connect(":memory:")),
}
everywhere = pytest.mark.parametrize("database", DATABASES.values(), ids=DATABASES)


def written(facts):
    """How facts print, digits included; mappings compare without their order."""
    return [repr(attrs.evolve(fact, evidence=attrs.evolve(fact.evidence, fields={}))) for fact in facts]


@everywhere
@given(batch=batches)
@settings(max_examples=10)
def test_a_database_gives_the_facts_back(database, batch, tmp_path_factory):
    with database(tmp_path_factory.getbasetemp()) as target:
        for _ in range(2):
            sql.dump(batch, target)
            again = sql.load_by_article(target)
            assert again == batch
            assert {name: written(facts) for name, facts in again.items()} == {n: written(batch[n]) for n in again}


@everywhere
@given(first=own.facts, second=own.facts)
@settings(max_examples=5)
def test_an_article_is_added_to_or_replaced(database, first, second, tmp_path_factory):
    with database(tmp_path_factory.getbasetemp()) as target:
        sql.dump(first, target, article="a")
        sql.dump(first, target, article="b")
        sql.dump(second, target, article="a")
        both = set(sql.load(target, article="a"))
        assert both == set(first) | set(second)
        sql.dump(second, target, article="a", replace=True)
        assert sql.load(target, article="a") == second
        assert sql.load(target, article="b") == first


@everywhere
def test_a_whole_number_that_no_binary_fraction_is_keeps_its_digits(database, tmp_path):
    figure = ExportFigure(quantity=Quantity(Decimal(36028797018964100), "vehicle"), evidence=Evidence(Span(0, 1), "x"))
    with database(tmp_path) as target:
        sql.dump(Facts(exports=(figure,)), target)
        assert sql.load(target).exports == (figure,)


@everywhere
@given(facts=own.facts.filter(len))
@settings(max_examples=3)
def test_nothing_is_written_by_half(database, facts, tmp_path_factory):
    with database(tmp_path_factory.getbasetemp()) as target:
        sql.dump(facts, target)
        with pytest.raises(SerialError):
            sql.dump({"a": facts, "b": Facts(issues=(Issue("\ud800", "x"),))}, target)
        assert sql.load(target) == facts


def test_names_and_values_are_no_statements(tmp_path):
    prefix = 'a"; DROP TABLE issues; --'
    facts = Facts(issues=(Issue("'); DROP TABLE issues; --", '"%s" :p1 {} %(x)s ?'),))
    for path in (tmp_path / "facts.duckdb", tmp_path / "facts.db", f"sqlite:///{tmp_path / 'more.db'}"):
        sql.dump(facts, path)
        sql.dump(facts, path, prefix=prefix, article="'; --")
        assert (
            sql.load(path) == sql.load(path, prefix=prefix) == sql.load(path, prefix=prefix, article="'; --") == facts
        )
        with pytest.raises(SerialError, match="not the name of a table"):
            sql.dump(facts, path, prefix="a\0")


def test_tables_have_keys_and_types(tmp_path):
    path = tmp_path / "facts.duckdb"
    sql.dump(Facts(), path)
    with closing(duckdb.connect(str(path))) as database:
        types = {
            (table, name): kind
            for table, name, kind in database.execute(
                "SELECT table_name, column_name, data_type FROM duckdb_columns()"
            ).fetchall()
        }
        keys = database.execute("SELECT table_name FROM duckdb_constraints() WHERE constraint_type = 'PRIMARY KEY'")
        assert {name for (name,) in keys.fetchall()} == {"evinvest", "investments", "plants", "exports", "issues"}
    assert types["investments", "amount"] == "DECIMAL(38,9)"
    assert types["plants", "opened_start"] == "DATE"
    assert types["exports", "denied"] == "BOOLEAN"
    assert types["issues", "position"] == "BIGINT"


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ("UPDATE plants SET status = 'gone'", "$.plants[0].status"),
        ("UPDATE plants SET operators = '[1]'", "$.plants[0].operators"),
        ("UPDATE plants SET evidence_end = -1", "$.plants[0].evidence_end"),
        ("UPDATE evinvest SET version = 9", "$.evinvest"),
        ("DROP TABLE plants", "$"),
    ],
)
def test_a_changed_row(change, path):
    plant = Plant(status=Status.OPERATING, evidence=Evidence(Span(1, 2), "x"))
    with closing(sqlite3.connect(":memory:")) as database:
        sql.dump([plant], database)
        database.execute(change)
        with pytest.raises(SerialError) as caught:
            sql.load(database)
        assert caught.value.path == path


def test_what_is_no_database(tmp_path):
    (tmp_path / "text.db").write_text("no database at all " * 100)
    (tmp_path / "text.duckdb").write_text("no database at all " * 100)
    for name in ("text.db", "text.duckdb", "none.db", "none.duckdb", "facts.txt", "none/below.db"):
        with pytest.raises(SerialError, match=name.replace(".", r"\.")):
            sql.load(tmp_path / name)
    for target in ("nosuchdialect://x", object(), f"sqlite:///{tmp_path}/none/below.db"):
        with pytest.raises(SerialError, match="the database says"):
            sql.dump([], target)
    with pytest.raises(SerialError) as caught:
        sql.load("postgresql+nodriver://me:secret@host/x")
    assert "secret" not in str(caught.value)


def test_a_transaction_of_the_caller_stays_open():
    with closing(duckdb.connect()) as database:
        sql.dump([], database)
        database.begin()
        sql.dump(Facts(issues=(Issue("a", "b"),)), database)
        database.rollback()
        assert sql.load(database) == Facts()
    made = sqlalchemy.create_engine("sqlite://", poolclass=sqlalchemy.pool.StaticPool)
    sql.dump([], made)
    with made.connect() as connected:
        connected.begin()
        sql.dump(Facts(issues=(Issue("a", "b"),)), connected)
        connected.rollback()
    assert sql.load(made) == Facts()
    made.dispose()
