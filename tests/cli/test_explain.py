"""``evinvest explain`` as somebody types it, and its text."""

import io
import sys
from datetime import date

import pytest

from evinvest.cli import main
from evinvest.cli.explain import render
from evinvest.facts.explain import explain
from evinvest.reading import parse_article

STORY = (
    "BYD will invest $1 billion in a car plant in Szeged, Hungary.\n\n"
    "Quarterly revenue rose to $3.2 billion. Chinese carmakers run factories in Thailand.\n\n"
    "China exported 120,000 vehicles in May, up 10 percent, and expects to export 2 million vehicles this year.\n"
)


def shown(text, **options):
    article = parse_article(text, format="plain")
    return render(explain(article, published=date(2025, 6, 20)), name="story.txt", **options)


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)

    def run(*arguments, stdin=b""):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        return main([str(argument) for argument in arguments]), *capsys.readouterr()

    return run


def test_a_fact_with_its_sentence_slots_and_reasons():
    lines = shown(STORY).splitlines()
    assert lines[0] == "story.txt, read as of 2025-06-20"
    at = lines.index("1. Investment: “$1 billion”")
    assert lines[at + 1] == "  line 1: BYD will invest $1 billion in a car plant in Szeged, Hungary."
    assert lines[at + 2].split() == ["investors", "BYD", "(CN)", "“BYD”"]
    assert lines[at + 7].split() == ["stage", "planned", "no", "words", "of", "its", "own"]
    assert lines[at + 8] == "    empty: period, aggregate"
    odds, *reasons = lines[at + 9 : at + 14]
    assert odds.startswith("  log odds +")
    assert odds.endswith(" that it is an investment; most for it:")
    assert all(reason.startswith("      +") for reason in reasons)
    assert any(reason.endswith("  “invest”") for reason in reasons)
    assert lines[at + 14].startswith("  stage: planned rather than ")


def test_the_values_are_those_of_the_records():
    text = shown(STORY)
    for words in ("120,000 vehicles  “120,000 vehicles”", "+10 % yoy", "Szeged, Csongrád-Csanád, HU"):
        assert words in text


def test_what_was_left_out_and_why():
    lines = shown(STORY).splitlines()
    at = lines.index("Left out (3)")
    assert lines[at + 1] == "  - investment “$3.2 billion”: judged no investment"
    assert lines[at + 2] == "    line 3: Quarterly revenue rose to $3.2 billion."
    assert lines[at + 3].endswith(" that it is an investment; most against it:")
    assert all(line.startswith("        -") for line in lines[at + 4 : at + 8])
    assert lines[at + 8] == "  - plant “factories”: run by a collective: Chinese carmakers"
    assert lines[at + 10].startswith("  - export “2 million vehicles”: it would be one without “expects”")


def test_mentions_put_together_and_a_claim():
    text = shown(
        "BYD said it may invest $1 billion in a car plant in Szeged, Hungary.\n\n"
        "The $1 billion investment was confirmed.\n"
    )
    assert "  claim: possible by BYD\n" in text
    assert "  also said: “$1 billion”\n  line 3: The $1 billion investment was confirmed.\n" in text
    assert "  all mentions together: " in text


def test_words_from_another_line_say_so():
    text = shown("BYD will invest $1 billion in a car plant in Szeged, Hungary.\n\nThe plant will open in 2027.\n")
    assert "“2027” in line 3" in text


def test_no_colour_unless_asked():
    plain, bold = shown(STORY), shown(STORY, colour=True)
    assert "\x1b" not in plain
    assert "\x1b[1m1. Investment: “$1 billion”\x1b[0m\n" in bold
    assert bold.replace("\x1b[1m", "").replace("\x1b[0m", "") == plain


def test_signs_that_move_the_cursor_are_not_printed():
    assert "\x1b" not in shown("BYD will invest\x1b[2J $1 billion in a plant in Szeged, Hungary.")


def test_a_long_sentence_is_cut():
    long = shown("BYD, " + "which makes cars, " * 60 + "will invest $1 billion in a plant in Szeged, Hungary.")
    assert max(map(len, long.splitlines())) <= 420
    assert "…\n" in long


def test_an_article_without_a_day_or_anything():
    article = parse_article("The museum has a new roof.", format="plain")
    assert render(explain(article), name="x.txt") == "x.txt, without a day\n"


def test_issues_are_told():
    article = parse_article("On May 5, 2024 BYD opened a plant in Szeged.", format="plain")
    assert "\nIssues (1)\n  the article has no date: 2024-05-05" in render(explain(article), name="x")


def test_files_and_standard_input(run, tmp_path):
    (tmp_path / "one.txt").write_text(STORY, encoding="utf-8")
    status, out, err = run("explain", "one.txt", "-", "--published", "2025-06-20", stdin=STORY.encode())
    assert (status, err) == (0, "")
    first, second = out.split("\n\n<stdin>, ")
    assert first.startswith("one.txt, read as of 2025-06-20\n")
    assert second.startswith("read as of 2025-06-20\n")
    assert "\x1b" not in out


def test_a_bad_file_stops_no_other(run, tmp_path):
    (tmp_path / "one.txt").write_text(STORY, encoding="utf-8")
    status, out, err = run("explain", "missing.txt", "one.txt")
    assert status == 1
    assert err.startswith("evinvest: missing.txt: ")
    assert out.startswith("one.txt, ")


def test_bold_on_a_terminal_only(run, monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert run("explain", "-", stdin=STORY.encode())[1].startswith("\x1b[1m<stdin>")
    monkeypatch.setenv("NO_COLOR", "1")
    assert run("explain", "-", stdin=STORY.encode())[1].startswith("<stdin>")


def test_a_status_that_its_opening_changed_is_said_so():
    text = shown(
        "BYD will invest $1 million in a battery plant in Debrecen, Hungary. &amp; <b>bold</b> ” “ ＄３亿 \u200b "
        "China exported 2,000 vehicles in January 2025, up 1 percent from a year earlier."
    )
    assert "changed to operating by when it opens" in text
