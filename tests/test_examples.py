"""The sample articles: what a reader finds in each is what the library finds, and the examples do what stands beside.

``tests/examples/NAME.expected.json`` holds what the article NAME states, written by reading it: a row a fact, in the
order of the text, with the slots that matter. ``known_misses.json`` lists the slots that are not read yet; one that is
read has to leave the list.
"""

import importlib.util
import json
import re
from decimal import Decimal
from pathlib import Path

import pytest

import evinvest
from evinvest.models import Facts, Money
from evinvest.serial import jsonl

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = sorted((ROOT / "examples" / "articles").iterdir())
EXPECTED = ROOT / "tests" / "examples"
MISSES = json.loads((EXPECTED / "known_misses.json").read_text(encoding="utf-8"))


def stated(value):
    """A slot as the expected rows write it."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, Money):
        return f"{value.currency} {value.amount:f}"
    if hasattr(value, "unit"):
        return f"{value.value:f} {value.unit}"
    if hasattr(value, "percent"):
        return f"{value.percent:f} {value.basis}"
    return str(value)


def slots(fact):
    """Every slot of a fact that a row may name."""
    found = {name: stated(getattr(fact, name)) for name in fact.__slots__ if not name.startswith("_")}
    place = getattr(fact, "place", None)
    found |= {"country": found.get("country"), "bound": None}
    if place:
        found |= {"country": place.country, "locality": place.locality}
    for name in ("investors", "operators"):
        found[name] = [company.name for company in getattr(fact, name, ())]
    if amount := getattr(fact, "amount", None):
        equivalents = [stated(other) for other in amount.equivalents]
        countries = sorted({place.country for place in fact.places if place.country})
        found |= {"bound": str(amount.bound), "equivalents": equivalents, "countries": countries}
    return found


def differences(facts: Facts, expected):
    """Where the facts differ from the rows, in slots that the rows name: the slot, and what is there."""
    for kind, rows in expected.items():
        found = [slots(fact) for fact in getattr(facts, kind)]
        if len(found) != len(rows):
            yield kind, f"{len(found)} read, {len(rows)} stated"
        for at, (fact, row) in enumerate(zip(found, rows, strict=False)):
            for name, value in row.items():
                if fact.get(name) != value:
                    yield f"{kind}[{at}].{name}", f"{fact.get(name)!r} read, {value!r} stated"


def test_every_sample_has_its_truth():
    truths = sorted(path.name.removesuffix(".expected.json") for path in EXPECTED.glob("*.expected.json"))
    assert [path.stem for path in SAMPLES] == truths
    assert set(MISSES) <= set(truths)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_what_a_sample_states(path):
    expected = json.loads((EXPECTED / f"{path.stem}.expected.json").read_text(encoding="utf-8"))
    article = evinvest.read_article(path)
    facts = evinvest.extract_facts(article)
    found = dict(differences(facts, expected))
    known = MISSES.get(path.stem, [])
    assert {slot: found[slot] for slot in found if slot not in known} == {}, "read wrongly"
    assert [slot for slot in known if slot not in found] == [], "read now: take it off the list of misses"
    for fact in facts:
        span = fact.evidence.span
        assert article.source[span.start : span.end] == fact.evidence.text


def runner():
    spec = importlib.util.spec_from_file_location("run_examples", ROOT / "tools" / "run_examples.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


RUNNER = runner()
PROGRAMS = RUNNER.examples()


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.stem)
def test_an_example_prints_what_stands_beside_it(program, tmp_path):
    shown = (RUNNER.OUTPUT / f"{program.stem}.txt").read_text(encoding="utf-8")
    assert RUNNER.run(program, tmp_path) == shown, "look at the difference, then `make examples`"
    if program.stem == "01_extract":
        facts = jsonl.load(tmp_path / "facts.jsonl")
        read = [evinvest.extract_facts(evinvest.read_article(path)) for path in SAMPLES]
        assert len(facts) == sum(map(len, read)) > 0
        assert all(isinstance(fact.amount.amount, Decimal) for fact in facts if hasattr(fact, "amount"))
    for chart in tmp_path.glob("*.png"):
        drawn, stored = pixels(chart), pixels(RUNNER.OUTPUT / f"{program.stem}.png")
        assert drawn.shape == stored.shape
        assert abs(drawn - stored).mean() < 0.02, "the chart differs: look at it, then `make examples`"


def pixels(path):
    from matplotlib.image import imread

    return imread(path)


def test_examples_are_short_and_have_their_output():
    assert [program.stem[:2] for program in PROGRAMS] == [f"{number:02}" for number in range(1, len(PROGRAMS) + 1)]
    for program in PROGRAMS:
        assert len(program.read_text(encoding="utf-8").splitlines()) < 60, program.name
    outputs = {path.stem for path in RUNNER.OUTPUT.iterdir()}
    assert outputs == {program.stem for program in PROGRAMS}


def test_the_docs_show_every_example_with_its_output():
    page = (ROOT / "docs" / "examples.md").read_text(encoding="utf-8")
    shown = re.findall(r"^```\{literalinclude\} \.\./examples/(\S+)$", page, re.MULTILINE)
    assert shown == [name for program in PROGRAMS for name in (program.name, f"output/{program.stem}.txt")]


def test_an_example_that_fails_is_no_output(tmp_path):
    broken = tmp_path / "10_broken.py"
    broken.write_text("import warnings; warnings.warn('old', stacklevel=1)", encoding="utf-8")
    with pytest.raises(RuntimeError, match=r"10_broken\.py failed"):
        RUNNER.run(broken, tmp_path)
