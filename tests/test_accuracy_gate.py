"""No figure of accuracy sinks below its floor; ``tools/accuracy.py --update`` raises the floors."""

import importlib.util
import json
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
EVALUATION = ROOT.parent / "shared" / "evaluation"


@pytest.fixture(scope="module")
def accuracy():
    spec = importlib.util.spec_from_file_location("accuracy", ROOT / "tools" / "accuracy.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_no_figure_sinks(accuracy):
    if not (EVALUATION / "predict.py").exists():
        pytest.skip(f"no annotated material beside the repository: {EVALUATION.name}")
    document = json.loads(accuracy.FLOORS.read_text(encoding="utf-8"))
    if accuracy.digest(EVALUATION) != document["material"]:
        pytest.skip("the annotated material is not that of the floors: tools/accuracy.py --update measures it anew")
    assert accuracy.sunk(document["floors"], accuracy.measured(list(accuracy.rows(EVALUATION)))) == []


def test_a_lower_figure_is_named(accuracy):
    floors = {"cases": {"fact": 0.5, "slot": 0.25}}
    now = {"cases": {"fact": 0.499, "slot": 0.25}}
    assert accuracy.sunk(floors, now) == ["cases fact: 0.499 is below its floor 0.500"]


def row(accuracy, hits):
    counts = {kind: [hits, 4, 4, hits, 4, 4] for kind in ("investments", "plants", "exports")}
    return [accuracy.Row(what, "develop", "en", "x", counts, []) for what in accuracy.SETS]


def test_update_refuses_to_lower_a_floor(accuracy, tmp_path, monkeypatch):
    monkeypatch.setattr(accuracy, "FLOORS", tmp_path / "floors.json")
    monkeypatch.setattr(accuracy, "digest", lambda _folder: "material")
    accuracy.update(tmp_path, row(accuracy, 3), allow_regression=False)
    before = accuracy.FLOORS.read_bytes()
    with pytest.raises(SystemExit, match=r"cases fact: 0\.500 is below its floor 0\.750"):
        accuracy.update(tmp_path, row(accuracy, 2), allow_regression=False)
    assert accuracy.FLOORS.read_bytes() == before
    accuracy.update(tmp_path, row(accuracy, 2), allow_regression=True)
    assert json.loads(accuracy.FLOORS.read_bytes())["floors"]["cases"]["fact"] == 0.5


def test_what_was_not_developed_with_is_told_apart(accuracy, tmp_path, monkeypatch):
    monkeypatch.setattr(accuracy, "FLOORS", tmp_path / "floors.json")
    monkeypatch.setattr(accuracy, "digest", lambda _folder: "material")
    unseen = [one._replace(half="measure") for one in row(accuracy, 1) if one.what != "seeds"]
    accuracy.update(tmp_path, [*row(accuracy, 3), *unseen], allow_regression=False)
    document = json.loads(accuracy.FLOORS.read_bytes())
    assert document["unseen"].keys() == {"cases", "articles"}
    assert document["unseen"]["articles"]["plants"] == 0.25 < document["floors"]["articles"]["plants"]


def test_halves_are_stable_and_even(accuracy):
    assert [accuracy.half(name) for name in ("a003", "d001", "d002", "d003")] == [
        "develop",
        "measure",
        "develop",
        "measure",
    ]
    assert 150 < sum(accuracy.half(f"d{number:03}") == "develop" for number in range(400)) < 250
