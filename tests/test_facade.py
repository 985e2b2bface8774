"""The front door: its names, and what it loads."""

import subprocess
import sys
from pathlib import Path

import evinvest
from evinvest.errors import EvinvestError

ROOT = Path(__file__).resolve().parents[1]
HEAVY = ("cattrs", "charset_normalizer", "frontmatter", "hypothesis", "msgspec", "pint", "yaml")
LATE = ("evinvest.facts", "evinvest.lexicon", "evinvest.rates", "evinvest.reading")


def test_all_is_sorted_and_whole():
    assert evinvest.__all__ == sorted(set(evinvest.__all__))
    assert all(hasattr(evinvest, name) for name in evinvest.__all__)
    assert dir(evinvest) == evinvest.__all__
    assert not hasattr(evinvest, "read_articles")


def test_nothing_else_is_public():
    modules = {path.stem for path in (ROOT / "src" / "evinvest").iterdir()}
    public = {name for name in vars(evinvest) if not name.startswith("_")}
    assert public - modules - {"TYPE_CHECKING"} <= set(evinvest.__all__)


def test_every_name_says_what_it_is():
    assert [name for name in evinvest.__all__ if not (getattr(evinvest, name).__doc__ or "").strip()] == []


def loaded(program):
    program = f"import sys; {program}; print(*[name for name in {HEAVY + LATE} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
    return done.stdout.split()


def test_importing_loads_nothing_heavy():
    assert loaded("import evinvest") == []


def test_extraction_loads_what_it_needs_only():
    program = "import evinvest; evinvest.extract_facts(evinvest.parse_article('BYD spent $1 billion.'))"
    assert loaded(program) == ["evinvest.facts", "evinvest.lexicon", "evinvest.reading"]


def test_every_error_is_of_the_root_and_of_a_builtin():
    from evinvest import errors

    children = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, EvinvestError)]
    assert len(children) > 5
    for kind in children:
        bases = [base for base in kind.__mro__ if base.__module__ == "builtins"]
        assert kind is EvinvestError or bases[0] is not Exception
