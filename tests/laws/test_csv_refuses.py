"""Law: a CSV file that was cut or changed gives a ``SerialError`` with line and path, or facts; nothing else leaves."""

import json as plain_json
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as own
from evinvest.errors import SerialError
from evinvest.serial import csv


def attempt(document):
    """The facts, or the error of this library; any other error fails the test."""
    try:
        return csv.loads(document)
    except SerialError as error:
        return error


@given(own.facts.filter(len), st.data())
def test_a_cut_table(facts, data):
    text = csv.dumps(facts)
    cut = data.draw(st.integers(1, len(text) - 2))
    result = attempt(text[:cut])
    if isinstance(result, SerialError):
        assert result.path.startswith("$")
        assert 1 <= result.line <= text.count("\n", 0, cut) + 1
    else:  # between two rows: what is left is whole
        assert text[cut - 1] in "\r\n"
        assert set(result) <= set(facts)


@given(own.facts.filter(len), st.data())
def test_a_changed_sign(facts, data):
    text = csv.dumps(facts)
    at = data.draw(st.integers(0, len(text) - 1))
    result = attempt(text[:at] + data.draw(st.sampled_from("\"',;\r\n0x=\0[{")) + text[at + 1 :])
    if isinstance(result, SerialError):
        assert result.path.startswith("$")


@given(st.binary(max_size=60))
def test_any_bytes(data):
    for document in (data, csv.package([]) | {"plants.csv": data}, csv.package([]) | {"datapackage.json": data}):
        result = attempt(document)
        if isinstance(result, SerialError):
            assert result.path.startswith("$")


@pytest.mark.parametrize(
    ("change", "path", "message"),
    [
        (lambda d: d.update(evinvest=2), "$.evinvest", None),
        (lambda d: d.update(evinvest="1"), "$.evinvest", None),
        (lambda d: d.pop("resources"), "$.resources", "not a data package"),
        (lambda d: d.update(resources=[]), "$.resources", None),
        (lambda d: d["resources"][1].update(path="../plants.csv"), "$.resources[1].path", None),
        (lambda d: d["resources"][1].pop("path"), "$.resources[1].path", None),
        (lambda d: d["resources"][1].update(path="works.csv"), "$", "the package has no file 'works.csv'"),
    ],
)
def test_a_changed_package(change, path, message):
    files = csv.package([])
    described = plain_json.loads(files["datapackage.json"])
    change(described)
    with pytest.raises(SerialError) as caught:
        csv.loads(files | {"datapackage.json": plain_json.dumps(described)})
    assert (caught.value.path, caught.value.message) == (path, message or caught.value.message)


def test_files_that_are_not_there(tmp_path):
    for name in ("none.csv", "none.zip", "none", "none/datapackage.json"):
        with pytest.raises(SerialError, match=r"none.*cannot be read: No such file"):
            csv.load(tmp_path / name)
    (tmp_path / "empty").mkdir()
    with pytest.raises(SerialError, match=r"empty.*cannot be read"):
        csv.load(tmp_path / "empty")
    with pytest.raises(SerialError, match="cannot be written"):
        csv.dump([], tmp_path / "none" / "below")


@given(st.binary(max_size=60), st.integers(0, 400))
def test_archives_that_are_none(tmp_path_factory, data, at):
    path = tmp_path_factory.getbasetemp() / "csv-broken.zip"
    csv.dump([], path)
    whole = path.read_bytes()
    path.write_bytes(whole[:at] + data + whole[at + len(data) :])
    try:
        assert len(csv.load(path)) == 0
    except SerialError as error:
        assert error.path.startswith("$")  # noqa: PT017 - it may be raised or not


def test_the_line_is_told(tmp_path):
    path = tmp_path / "facts.csv"
    path.write_text('kind,code,message\nissue,"a\nb",c\nissue,d,e\nissue,,\n')
    with pytest.raises(SerialError) as caught:
        csv.load(path)
    assert str(caught.value) == f"{path}:5:$[2].code: missing"


def test_any_program_reads_it(tmp_path):
    path = tmp_path / "facts.zip"
    csv.dump([], path)
    with zipfile.ZipFile(path) as archive:
        assert archive.namelist() == ["datapackage.json", "investments.csv", "plants.csv", "exports.csv", "issues.csv"]
        assert archive.testzip() is None
