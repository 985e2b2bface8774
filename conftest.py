"""Runs every example of the docstrings, the README and the docs as a test."""

import os
import shutil
import tempfile
from doctest import ELLIPSIS, NORMALIZE_WHITESPACE
from pathlib import Path
from typing import Any

from sybil import Sybil
from sybil.document import PythonDocStringDocument
from sybil.parsers.markdown import PythonCodeBlockParser
from sybil.parsers.rest import DocTestParser
from sybil.sybil import SybilCollection

from pages import ConsoleParser, FileParser

OPTIONS = ELLIPSIS | NORMALIZE_WHITESPACE


def into_empty_folder(namespace: dict[str, Any]) -> None:
    """A page of the docs is followed in an empty folder, as its reader would."""
    namespace["_folders"] = (Path.cwd(), tempfile.mkdtemp())
    os.chdir(namespace["_folders"][1])


def back(namespace: dict[str, Any]) -> None:
    """Leave the folder of a page and forget it, and what the page made."""
    before, folder = namespace["_folders"]
    namespace.clear()
    os.chdir(before)
    shutil.rmtree(folder)


docstrings = Sybil(
    parsers=[DocTestParser(OPTIONS)],
    path="src",
    pattern="*.py",
    document_types={".py": PythonDocStringDocument},
)
readme = Sybil(parsers=[PythonCodeBlockParser(doctest_optionflags=OPTIONS)], patterns=["README.md"])
pages = Sybil(
    parsers=[PythonCodeBlockParser(doctest_optionflags=OPTIONS), FileParser(), ConsoleParser()],
    path="docs",
    pattern="*.md",
    setup=into_empty_folder,
    teardown=back,
)

pytest_collect_file = SybilCollection([docstrings, readme, pages]).pytest()
