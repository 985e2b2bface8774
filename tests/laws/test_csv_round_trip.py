"""Law: a CSV table or package gives the facts back, with their articles, and is the same bytes every time."""

import io
import os
import subprocess
import sys
from decimal import Decimal

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

import strategies as own
from evinvest.models import Claim, Company, Evidence, Facts, Investment, Issue, Money, Plant, Span, Stage, Status
from evinvest.serial import csv

batches = st.dictionaries(st.none() | own.words, own.facts.filter(lambda facts: facts != Facts()), max_size=3)
names = st.sampled_from(["facts.csv", "facts.zip", "facts"])

PROGRAM = """
from decimal import Decimal
from evinvest.models import *
from evinvest.serial import csv
fields = {name: Span(0, 1) for name in {"amount", "investors", "places", "stage"}}
evidence = Evidence(Span(0, 9), "words", fields)
fact = Investment(amount=Money(Decimal("1.50"), "EUR"), stage=Stage.MADE, evidence=evidence)
csv.dump([fact], "facts.zip")
print(csv.dumps([fact]), csv.package([fact]))
"""


@given(own.facts, st.none() | own.words)
def test_a_table_gives_the_facts_back(facts, article):
    assert csv.loads(csv.dumps(facts, article=article)) == facts


@given(own.facts)
def test_a_package_gives_the_facts_back(facts):
    assert csv.loads(csv.package(facts)) == facts


@given(batches, names)
@settings(max_examples=25)
def test_files_keep_the_articles(tmp_path_factory, batch, name):
    path = tmp_path_factory.getbasetemp() / f"csv-{name}"
    csv.dump(batch, path)
    assert csv.load_by_article(path) == batch


@given(own.words | st.sampled_from(["=1+1", "+1", "-1", "@x", "\t=", "\r=", "'x", "''", "＝1", ""]))
def test_no_text_is_a_formula(text):
    facts = Facts(issues=(Issue(text, text),))
    document = csv.package(facts)["issues.csv"]
    cells = document.split("\r\n", 1)[1].removesuffix("\r\n").split(",", 3)
    assert not cells[3].removeprefix('"').startswith(tuple("=+-@\t\r\n＝＋－＠"))
    assert csv.loads(csv.package(facts)) == facts


def test_what_pandas_writes_again_is_read():
    deal = Investment(
        investors=(Company("BYD", country="CN"), Company("Kia")),
        amount=Money(Decimal("1400000000.5"), "USD"),
        stage=Stage.PLANNED,
        evidence=Evidence(Span(3, 9), "=words", {"amount": Span(3, 5)}),
    )
    facts = Facts(investments=(deal,), issues=(Issue("a", "b"),))  # whose empty cells make floats of whole numbers
    table = pd.read_csv(io.StringIO(csv.dumps(facts)), keep_default_na=False, na_values=[""])
    assert csv.loads(table.to_csv(index=False)) == facts


def test_spreadsheets_shout():
    plant = Plant(status=Status.OPERATING, claim=Claim(denied=True), evidence=Evidence(Span(0, 4), "said"))
    text = csv.dumps([plant])
    assert ",true," in text
    assert csv.loads(text.replace(",true,", ",TRUE,").replace(",0,4,", ",0.0,4.0,")) == Facts(plants=(plant,))


def test_the_hash_seed_changes_nothing(tmp_path):
    printed = set()
    for seed in "123":
        environment = os.environ | {"PYTHONHASHSEED": seed}
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM], capture_output=True, env=environment, check=True, cwd=tmp_path
        )
        printed.add((done.stdout, (tmp_path / "facts.zip").read_bytes()))
    assert len(printed) == 1
