"""What documents look like in each format, what others' documents may look like, and what is said of wrong ones."""

import io
import subprocess
import sys
from datetime import date
from decimal import Decimal

import pytest

from evinvest.errors import MissingExtra, SerialError
from evinvest.models import Claim, Evidence, Facts, Issue, Money, Place, Plant, Span, Status
from evinvest.serial import json, jsonl, msgpack, toml, yaml

EVIDENCE = Evidence(Span(4, 30), "a plant: “Győr”\u2028\x7f", {"status": Span(4, 8)})
WORKS = Plant(name="NO", place=Place("Mo i Rana", "NO"), status=Status.OPERATING, evidence=EVIDENCE)
FACTS = Facts(plants=(WORKS,), issues=(Issue("code", "two\nlines"),))

TOML = """\
count = 2
evinvest = 1
kind = "facts"
issues = [{ code = "code", message = "two\\nlines" }]

[[plants]]
kind = "plant"
name = "NO"
place = { name = "Mo i Rana", country = "NO" }
status = "operating"
evidence = { span = [4, 30], text = "a plant: “Győr”\u2028\\u007F", fields = { status = [4, 8] } }
"""
YAML = """\
count: 2
evinvest: 1
kind: facts
plants:
  - kind: plant
    name: "NO"
    place: {name: Mo i Rana, country: "NO"}
    status: operating
    evidence: {span: [4, 30], text: "a plant: “Győr”\\u2028\\u007F", fields: {status: [4, 8]}}
issues:
  - {code: code, message: "two\\nlines"}
"""


def test_toml():
    assert toml.dumps(FACTS) == TOML
    assert toml.loads(TOML, Facts) == FACTS


def test_yaml():
    assert yaml.dumps(FACTS) == YAML
    assert yaml.loads(YAML, Facts) == FACTS


@pytest.mark.parametrize(
    "word", ["NO", "no", "Yes", "on", "null", "~", "2025-05-16", "010", "1e3", "12:30:45", "=", "y"]
)
def test_words_that_yaml_would_guess_at(word):
    assert yaml.dumps(Place(word)) == f'name: "{word}"\n'


def test_what_people_write_by_hand():
    assert yaml.loads("amount: 16.50\ncurrency: USD", Money) == Money(Decimal("16.50"), "USD")
    assert toml.loads("amount = 16.50\ncurrency = 'USD'", Money) == Money(Decimal("16.50"), "USD")
    assert str(yaml.loads("{amount: 16.50, currency: USD}", Money).amount) == "16.50"
    written = "status = 'operating'\nopened = 2025-05-16\nevidence = {span = [0, 1], text = 'x'}"
    assert toml.loads(written, Plant).opened.start == date(2025, 5, 16)


@pytest.mark.parametrize(
    ("module", "text", "line", "message"),
    [
        (toml, "a = 1\nb =\n", 2, "not TOML: invalid value in column 4"),
        (toml, "a = 1\na = 2\n", 2, "not TOML: cannot overwrite a value in column 6"),
        (toml, "d = 2025-02-30", 1, "not TOML: invalid date or datetime in column 5"),
        (toml, "d = 1e99999999999999999999", None, "a number that is out of all bounds"),
        (toml, "a = " + "[" * 10_000, None, "nested too deeply"),
        (toml, "", None, "an empty document"),
        (yaml, "a: 1\nb: [\n", 3, None),
        (yaml, "a: &x 1\nb: *x\n", 2, "YAML aliases are not read"),
        (yaml, "a: 1\na: 2\n", 2, "the key 'a' stands twice"),
        (yaml, "--- 1\n--- 2\n", 2, "a second YAML document"),
        (yaml, "[" * 100, 1, "nested deeper than 64"),
        (yaml, "", None, "not an object with the fields of Facts: None"),
        (yaml, YAML.replace("count: 2", "count: 3"), None, None),
        (toml, TOML.partition("[[")[0], None, None),
        (msgpack, b"", None, "not MessagePack: input data was truncated"),
        (msgpack, b"\x91" * 100_000, None, "nested too deeply"),
        (msgpack, b"\xc1", None, None),
        (msgpack, b"\x81\x01\x02", None, "no such field: 1"),
    ],
)
def test_what_is_no_document(module, text, line, message):
    with pytest.raises(SerialError) as caught:
        module.loads(text, Facts)
    assert caught.value.message == (message or caught.value.message)
    if line:
        assert caught.value.line == line
    assert caught.value.path in ("$", "$.count")


def test_a_count_that_does_not_fit_says_so():
    with pytest.raises(SerialError) as caught:
        toml.loads(TOML.partition("[[")[0], Facts)
    message = "1 facts and issues, but the document speaks of 2: it was cut off or edited"
    assert (caught.value.path, caught.value.message) == ("$.count", message)


@pytest.mark.parametrize("module", [toml, yaml, msgpack])
def test_what_is_no_record(module):
    with pytest.raises(SerialError, match="not a record that a document can hold: object"):
        module.dumps(object())
    with pytest.raises(SerialError, match="not a record that a document can hold: list"):
        module.dumps([object()])


@pytest.mark.parametrize("module", [toml, yaml])
def test_a_record_of_defaults(module):
    assert module.loads(module.dumps(Claim()), Claim) == Claim()


def test_bytes_need_a_stream_of_bytes():
    with pytest.raises(SerialError, match="needs a stream of bytes"):
        msgpack.dump(FACTS, io.StringIO())
    with pytest.raises(SerialError, match="needs a stream of bytes"):
        msgpack.load(io.StringIO("text"), Facts)


def test_without_msgspec(monkeypatch):
    monkeypatch.setitem(sys.modules, "msgspec", None)
    for attempt in (lambda: msgpack.dumps(FACTS), lambda: msgpack.loads(b"\x80", Facts)):
        with pytest.raises(MissingExtra, match=r'msgspec is not installed: pip install "evinvest\[msgpack\]"'):
            attempt()


def test_json_needs_no_msgspec():
    program = """
import sys
sys.modules["msgspec"] = None
from evinvest.models import Facts, Issue
from evinvest.serial import json, jsonl
facts = Facts(issues=(Issue("code", "message"),))
assert json.loads(json.dumps(facts), Facts) == facts
assert jsonl.loads(jsonl.dumps([facts]), Facts) == (facts,)
print(json.dumps(facts))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == json.dumps(Facts(issues=(Issue("code", "message"),)))


def test_lines_are_read_one_at_a_time(tmp_path):
    path = tmp_path / "facts.jsonl"
    written = []

    def records():
        for _ in range(3):
            written.append(path.stat().st_size)
            yield WORKS

    jsonl.dump(records(), path)
    assert len(written) == 3

    class Counting(io.BytesIO):
        lines = 0

        def __next__(self):
            self.lines += 1
            return super().__next__()

    stream = Counting(path.read_bytes() + b"broken\n")
    found = jsonl.iter_load(stream)
    assert [next(found) for _ in range(2)] == [WORKS, WORKS]
    assert stream.lines == 2
    with pytest.raises(SerialError) as caught:
        list(found)
    assert caught.value.line == 4


def test_lines_of_text_and_what_is_none(tmp_path):
    path = tmp_path / "facts.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + jsonl.dumps([WORKS]).encode() + b"\n\xff\n")
    with pytest.raises(SerialError, match=r"facts\.jsonl:3:\$: not UTF-8"):
        jsonl.load(path)
    with path.open(encoding="utf-8") as stream, pytest.raises(SerialError, match="not utf-8"):
        jsonl.load(stream)
    with pytest.raises(SerialError, match="cannot be read"):
        jsonl.load(tmp_path)
    with pytest.raises(SerialError, match="cannot be written"):
        jsonl.dump([Place("\ud800")], tmp_path / "half.jsonl")
