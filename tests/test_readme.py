"""What the README shows is what its program prints, what its command does, and what was measured."""

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
ROWS = {
    "investments": "investments",
    "plants": "plants",
    "export figures": "exports",
    "all facts": "fact",
    "single fields of the facts": "slot",
}


def run(*arguments):
    command = [sys.executable, "-X", "utf8", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)


def test_the_output_in_the_readme_is_real():
    program = re.search(r"```python\n(.*?)```", README, re.DOTALL)[1]
    shown = re.search(r"```text\n(.*?)```", README, re.DOTALL)[1]
    assert run("-c", program).stdout == shown


def test_the_second_command_shows_three_tables():
    command = re.search(r"```sh\n.*\nevinvest (.*)\n```", README)[1]
    done = run("-m", "evinvest", *command.split())
    assert done.stderr == ""
    assert re.findall(r"^(\w+) \(\d+\)$", done.stdout, re.MULTILINE)[:3] == ["Investments", "Plants", "Exports"]


def test_the_figures_are_those_that_were_measured():
    unseen = json.loads((ROOT / "tests" / "accuracy_floor.json").read_text(encoding="utf-8"))["unseen"]
    for label, name in ROWS.items():
        # Rounded down: a figure is never better than what was measured.
        passages, articles = (int(unseen[what][name] * 100 + 1e-6) / 100 for what in ("cases", "articles"))
        assert f"\n| {label} | {passages:.2f} | {articles:.2f} |\n" in README


def test_links_lead_somewhere():
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        if "_build" in page.parts:
            continue
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_files_that_pages_name_are_there():
    for name in ("CONTRIBUTING.md", "SECURITY.md"):
        page = (ROOT / name).read_text(encoding="utf-8")
        for path in re.findall(r"`((?:tests|tools|src|docs|examples|benchmarks|requirements)/[^`\s]*)`", page):
            if "NN_" not in path and "_build" not in path:
                assert list(ROOT.glob(path.rstrip("/"))), f"{name}: {path}"
        for table in re.findall(r"`(\w+\.(?:csv|tsv|toml|txt))`", page):
            assert (
                list(ROOT.glob(f"src/evinvest/_data/{table}"))
                or list(ROOT.glob(f"tools/**/{table}"))
                or (ROOT / table).exists()
            ), f"{name}: {table}"


def test_what_is_cited_is_this_version():
    import tomllib

    import yaml

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert (cited["cff-version"], cited["type"]) == ("1.2.0", "software")
    for key in ("version", "license", "keywords"):
        assert cited[key] == project[key]
    assert (cited["title"], cited["abstract"]) == (project["name"], project["description"])
    assert [author["name"] for author in cited["authors"]] == [author["name"] for author in project["authors"]]
