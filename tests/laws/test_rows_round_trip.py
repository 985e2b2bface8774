"""Law: rows keep everything that facts hold, digit by digit, and the article that each was read from."""

import attrs
from hypothesis import given
from hypothesis import strategies as st

import strategies as own
from evinvest.models import Facts
from evinvest.serial.rows import batch, from_rows, merged, to_rows
from evinvest.serial.tables import TABLES, wide

batches = st.dictionaries(st.none() | own.words, own.facts.filter(lambda facts: facts != Facts()), max_size=3)


def written(facts):
    """How facts print, digits included; mappings compare without their order."""
    return [repr(attrs.evolve(fact, evidence=attrs.evolve(fact.evidence, fields={}))) for fact in facts]


@given(batches)
def test_rows_give_the_facts_back(batch):
    again = from_rows(to_rows(batch))
    assert again == batch
    assert {name: written(facts) for name, facts in again.items()} == {name: written(batch[name]) for name in again}


@given(own.facts, st.none() | own.words)
def test_facts_in_any_form_give_the_same_rows(facts, article):
    rows = to_rows(facts, article=article)
    assert to_rows({article: facts}) == rows
    assert to_rows(list(facts), article=article) == rows | {"issues": []}
    assert merged(batch(facts, article=article)) == facts


@given(own.facts)
def test_every_row_has_the_columns_of_its_table(facts):
    rows = to_rows(facts)
    for table in TABLES:
        assert all(set(row) == {column.name for column in table.columns} for row in rows[table.name])
    assert {column.name for table in TABLES for column in table.columns} | {"kind"} == {each.name for each in wide()}


@given(own.facts)
def test_keys_tell_rows_apart_and_stay(facts):
    rows = to_rows({"a": facts, "b": facts})
    keys = [row["id"] for table in TABLES for row in rows[table.name]]
    assert len(set(keys)) == len(keys)
    alone = to_rows(facts, article="a")
    assert [row["id"] for row in alone["plants"]] == [row["id"] for row in rows["plants"]][: len(facts.plants)]


@given(own.facts, st.randoms())
def test_the_order_of_rows_is_that_of_their_positions(facts, random):
    rows = to_rows(facts)
    for each in rows.values():
        random.shuffle(each)
    assert merged(from_rows(rows)) == facts
