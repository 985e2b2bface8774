"""Runs every example of the docstrings, the README and the docs as a test."""

from doctest import ELLIPSIS, NORMALIZE_WHITESPACE

from sybil import Sybil
from sybil.document import PythonDocStringDocument
from sybil.parsers.markdown import PythonCodeBlockParser
from sybil.parsers.rest import DocTestParser

OPTIONS = ELLIPSIS | NORMALIZE_WHITESPACE

docstrings = Sybil(
    parsers=[DocTestParser(OPTIONS)],
    path="src",
    pattern="*.py",
    document_types={".py": PythonDocStringDocument},
)
pages = Sybil(
    parsers=[PythonCodeBlockParser(doctest_optionflags=OPTIONS)],
    patterns=["README.md", "docs/*.md"],
)

pytest_collect_file = (docstrings + pages).pytest()
