"""The reference has every public name, the shelves have every page, and links lead somewhere."""

import re
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

import evinvest

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
REFERENCE = "\n".join(page.read_text(encoding="utf-8") for page in sorted((DOCS / "reference").glob("*.md")))
DIRECTIVE = re.compile(r"^\.\. (?:auto\w+|py:data):: (?P<name>[\w.]+)\n(?P<options>(?: +:.*\n)*)", re.MULTILINE)
# Rooms whose names users import; `cli` is the program and `converter` is reached through `serial`.
ROOMS = ["facts", "lexicon", "models", "rates", "reading", "serial", "testing", "units"]


def public_modules():
    for room in ROOMS:
        for path in [
            ROOT / "src" / "evinvest" / room / "__init__.py",
            *(ROOT / "src" / "evinvest" / room).glob("*.py"),
        ]:
            name = f"evinvest.{room}" if path.stem == "__init__" else f"evinvest.{room}.{path.stem}"
            if not path.stem.startswith("_") or path.stem == "__init__":
                module = import_module(name)
                if hasattr(module, "__all__"):
                    yield name


MODULES = sorted(set(public_modules()))


def found_at(name):
    """What a dotted name stands for: a module, or what is in one."""
    head, _, last = name.rpartition(".")
    parent = found_at(head) if head else None
    return getattr(parent, last) if hasattr(parent, last) else import_module(name)


def names_in(module):
    own = [name for name, value in vars(module).items() if getattr(value, "__module__", None) == module.__name__]
    return getattr(module, "__all__", own)


def documented():
    """The names that the reference has directives for: one by one, or all of a module."""
    for found in DIRECTIVE.finditer(REFERENCE):
        name, options = found["name"], found["options"]
        name = name if name.startswith("evinvest") else f"evinvest.{name}"
        yield name
        if "auto" in found[0] and isinstance(found_at(name), ModuleType) and ":members:" in options:
            chosen = [member.strip() for member in re.search(r":members:(.*)", options)[1].split(",") if member.strip()]
            yield from (f"{name}.{member}" for member in chosen or names_in(found_at(name)))


DOCUMENTED = {name: found_at(name) for name in documented()}


@pytest.mark.parametrize("name", ["evinvest", *MODULES])
def test_the_reference_has_every_public_name(name):
    module = import_module(name)
    values = list(map(id, DOCUMENTED.values()))
    assert [each for each in module.__all__ if id(getattr(module, each)) not in values] == []


def test_the_front_page_of_the_reference_lists_the_front_door():
    page = (DOCS / "reference" / "index.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| \{py:obj\}`~evinvest\.(\w+)` \|", page, re.MULTILINE) == evinvest.__all__


def test_a_name_that_the_pages_call_public_is_there():
    for name in set(re.findall(r"\{py:\w+\}`~?(evinvest[\w.]*)`", REFERENCE)):
        module, _, attribute = name.rpartition(".")
        assert hasattr(import_module(module), attribute), name


def test_links_lead_somewhere():
    pages = [*ROOT.glob("*.md"), *(page for page in DOCS.rglob("*.md") if "_build" not in page.parts)]
    for page in pages:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.relative_to(ROOT)}: {target}"
