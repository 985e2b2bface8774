"""``evinvest extract`` as somebody types it."""

import io
import json
import os
import re
import subprocess
import sys
from typing import NamedTuple

import pytest

from evinvest.cli import main
from evinvest.models import Investment
from evinvest.serial import jsonl

STORY = "BYD will invest $1 billion in a car plant in Hungary."


class Done(NamedTuple):
    returncode: int
    stdout: bytes
    stderr: bytes


@pytest.fixture
def run(tmp_path, monkeypatch, capsysbinary):
    """Runs the command in this process, in a folder of its own and on a terminal of 120 cells."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "120")

    def run(*arguments, stdin=b""):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as stopped:  # wrong usage and --version
            status = stopped.code
        return Done(status, *capsysbinary.readouterr())

    return run


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def text(stream):
    return stream.decode("utf-8").replace("\r\n", "\n")


def test_a_table(run, story):
    done = run("extract", story)
    assert (done.returncode, done.stderr) == (0, b"")
    head, names, rule, fact, *rest = text(done.stdout).splitlines()
    assert head == "Investments (1)"
    assert names.split() == ["investors", "amount", "where", "for", "stage", "when", "words"]
    assert set(rule) == {"─"}
    assert fact.split()[:2] == ["BYD", "$1bn"]
    assert "Exports (0)" in rest


def test_lines_that_can_be_read_back(run, story):
    done = run("extract", story, "--format", "jsonl")
    lines = text(done.stdout).splitlines()
    assert {json.loads(line)["article"] for line in lines} == {str(story)}
    assert isinstance(jsonl.loads(done.stdout)[0], Investment)
    assert b"\r" not in done.stdout


def test_standard_input_and_a_file_for_the_output(run, tmp_path):
    done = run("extract", "-", "--format", "jsonl", "-o", "out.jsonl", stdin=STORY.encode())
    assert (done.returncode, done.stdout) == (0, b"")
    first = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()[0]
    assert json.loads(first)["article"] == "<stdin>"


def test_the_day_decides_what_last_year_is(run):
    told = b"CATL spent $2 billion on a battery plant in Germany last year."
    for day, period in (("2020-03-01", "2019"), ("2024-03-01", "2023")):
        done = run("extract", "-", "--format", "jsonl", "--published", day, stdin=told)
        assert json.loads(done.stdout.splitlines()[0])["period"] == period


def test_a_folder_is_read_with_all_below_it_and_in_order(run, tmp_path):
    for name in ("b/two.md", "a/one.txt", "a/.hidden.txt", ".git/three.txt", "notes.pdf", "c.HTML"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(STORY, encoding="utf-8")
    done = run("extract", "in", "--format", "jsonl")
    names = dict.fromkeys(json.loads(line)["article"].replace("\\", "/") for line in text(done.stdout).splitlines())
    assert list(names) == ["in/a/one.txt", "in/b/two.md", "in/c.HTML"]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("missing.txt", None, r"missing\.txt: "),
        ("empty.txt", b"", r"empty\.txt: .*empty"),
        ("binary.txt", bytes(range(256)) * 4, r"binary\.txt: "),
        ("open.md", b'+++\ntitle = "x"\nno end', r"open\.md:\d+: .*(clos|end|fence)"),
        ("broken.md", b'+++\ntitle = "x\n+++\ntext', r"broken\.md:\d+: "),
    ],
)
def test_a_bad_file_is_one_line_and_stops_no_other(run, story, name, content, reason):
    if content is not None:
        story.with_name(name).write_bytes(content)
    done = run("extract", name, story, "--format", "jsonl")
    (line,) = text(done.stderr).splitlines()
    assert re.match(f"evinvest: .*{reason}", line), line
    assert "Traceback" not in line
    assert done.returncode == 1
    assert json.loads(done.stdout.splitlines()[0])["article"] == str(story)


def test_a_folder_without_articles(run, tmp_path):
    (tmp_path / "nothing").mkdir()
    done = run("extract", "nothing")
    assert (done.returncode, done.stdout) == (1, b"")
    assert text(done.stderr).startswith("evinvest: nothing: no articles in this folder")


def test_an_output_that_cannot_be(run, story, tmp_path):
    done = run("extract", story, "-o", tmp_path / "none" / "out")
    assert done.returncode == 1
    assert "cannot be written: " in text(done.stderr)
    assert len(text(done.stderr).splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [(), ("extract",), ("read", "x"), ("extract", "x", "--format", "xml"), ("extract", "x", "--published", "May")],
)
def test_wrong_usage(run, arguments):
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert text(done.stderr).startswith("usage: evinvest")


def test_a_closed_pipe_is_no_traceback(tmp_path):
    for number in range(200):
        (tmp_path / f"{number}.txt").write_text(STORY * 10, encoding="utf-8")
    command = [sys.executable, "-m", "evinvest", "extract", str(tmp_path), "--format", "jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


def test_output_is_utf8_whatever_the_locale():
    environment = os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    told = "比亚迪将在匈牙利投资10亿美元建设汽车工厂。".encode()
    command = [sys.executable, "-m", "evinvest", "extract", "-"]
    done = subprocess.run(command, input=told, capture_output=True, env=environment, check=True, timeout=60)
    assert "─" in text(done.stdout)
    assert "比亚迪" in text(done.stdout)


def test_version(run):
    done = run("--version")
    assert text(done.stdout).startswith("evinvest 0.")
