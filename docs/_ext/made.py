"""What the pages show of the library itself, made with the site, and how names in signatures find their pages."""

from __future__ import annotations

import argparse
import os
import re
import shlex
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any
from unittest import mock

from docutils import nodes
from sphinx.domains.python import PyObject
from sphinx.ext import napoleon
from sphinx.util.docutils import SphinxDirective
from sphinx.util.nodes import make_refnode

from evinvest.cli import build_parser
from evinvest.models import Claim, Modality
from evinvest.serial.schema import dump, schema

if TYPE_CHECKING:
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

_OF_OTHERS = re.compile(
    r"(attrs|cattrs|collections|datetime|decimal|enum|frontmatter|hypothesis|pathlib|pint|re|st|types|typing)\.[\w.]+"
)
_FILE = re.compile(r"^```\{code-block\} \w+\n:caption: (\S+)\n\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_LONG = 12  # words of a vocabulary that are shown; ISO 4217 has more


class SchemaTables(SphinxDirective):
    """``schema-tables``: what a document may hold, record by record, from the JSON Schema."""

    def run(self) -> list[nodes.Node]:
        """A table a record, and the words of every vocabulary."""
        lines = [line for name, record in schema()["$defs"].items() for line in _record(name, record)]
        found: list[nodes.Node] = self.parse_text_to_nodes("\n".join(lines), allow_section_headings=True)
        return found


class Commands(SphinxDirective):
    """``commands``: every command with its usage and arguments, from the parser of the command line."""

    def run(self) -> list[nodes.Node]:
        """A section a command."""
        with mock.patch.dict(os.environ, COLUMNS="60"):
            lines = list(_commands(build_parser()))
        found: list[nodes.Node] = self.parse_text_to_nodes("\n".join(lines), allow_section_headings=True)
        return found


class Run(SphinxDirective):
    """``run``: a command with the output that it has when the site is built, among the files that the page shows.

    For outputs that change with every weight that is learned; the others stand in the pages and are compared.
    """

    required_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """A console."""
        page = Path(self.env.doc2path(self.env.docname)).read_text(encoding="utf-8")
        command = self.arguments[0]
        with TemporaryDirectory() as folder:
            for name, text in _FILE.findall(page):
                Path(folder, name).write_text(text, encoding="utf-8")
            program = [sys.executable, "-X", "utf8", "-m", *shlex.split(command)]
            done = subprocess.run(program, cwd=folder, capture_output=True, encoding="utf-8", check=True)  # noqa: S603
        text = f"$ {command}\n{done.stdout}"
        return [nodes.literal_block(text, text, language="console")]


def _commands(parser: argparse.ArgumentParser) -> Iterator[str]:
    (below,) = (action for action in parser._actions if isinstance(action, argparse._SubParsersAction))  # noqa: SLF001
    for name, command in below.choices.items():
        yield from (f"## evinvest {name}", "", command.description, "")
        yield from ("```text", command.format_usage().removeprefix("usage: ").rstrip(), "```", "")
        yield from ("| argument | what it is |", "|---|---|")
        for action in command._actions:  # noqa: SLF001 - argparse has no other way to ask
            written = ", ".join(f"`{option}`" for option in action.option_strings) or f"`{action.metavar}`"
            told = command._get_formatter()._expand_help(action)  # noqa: SLF001 - as above
            default = f" (by default `{action.default}`)" if isinstance(action.default, str) and action.choices else ""
            yield f"| {written} | {_cell(told)}{default} |"
        yield ""


def _record(name: str, record: dict[str, Any]) -> Iterator[str]:
    yield from (f"({_anchor(name)})=", f"### {name}", "")
    yield from (_cell(record.get("description", "")), "")
    if properties := record.get("properties"):
        required = set(record.get("required", ()))
        yield from ("| key | holds | always there | what it is |", "|---|---|---|---|")
        for key, value in properties.items():
            there = "yes" if key in required else ""
            yield f"| `{key}` | {_type(value)} | {there} | {_cell(value.get('description', ''))} |"
    else:
        yield _type(record)
    yield ""


def _type(value: dict[str, Any]) -> str:  # noqa: PLR0911 - one a form of schema
    match value:
        case {"$ref": str(way)}:
            name = way.rpartition("/")[2]
            return f"[{name}](#{_anchor(name)})"
        case {"anyOf": [*others]} | {"oneOf": [*others]}:
            return " or ".join(_type(other) for other in others)
        case {"enum": [*words]} if len(words) > _LONG:
            return f"one of {len(words)} codes"
        case {"enum": [*words]}:
            return " · ".join(f"`{word}`" for word in words)
        case {"const": constant}:
            return f"`{constant}`"
        case {"type": "array", "prefixItems": [*items]}:
            return f"list of {len(items)}: " + ", ".join(map(_type, items))
        case {"type": "array", "items": dict(item)}:
            return f"list of {_type(item)}"
        case {"type": "object", "additionalProperties": dict(item)}:
            return f"mapping to {_type(item)}"
        case {"type": str(kind)}:
            return "nothing (`null`)" if kind == "null" else kind
        case _:
            return "any value"


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())


def _anchor(name: str) -> str:
    return f"schema-{name.lower()}"


def resolve(app: Sphinx, env: BuildEnvironment, node: pending_xref, contnode: nodes.Element) -> nodes.Node | None:
    """The page of a name as an annotation has it (``Span``, ``evinvest.text.Span``): the one object that ends so.

    Names of other projects stay as they are; whatever else is not found stays a warning, and so an error.
    """
    if node.get("refdomain") != "py":
        return None
    target = node["reftarget"]
    domain = env.domains.python_domain
    known: dict[str, list[str]] = defaultdict(list)
    for name in domain.objects:
        known[name.rpartition(".")[2]].append(name)
    names = sorted(known.get(target.rpartition(".")[2], ()), key=lambda name: (name.count("."), name))
    own = target.startswith("evinvest.") or "." not in target
    if own and names:
        found = domain.objects[names[0]]
        return make_refnode(app.builder, node["refdoc"], found.docname, found.node_id, contnode, names[0])
    if _OF_OTHERS.fullmatch(target) or target in app.config.made_not_ours:
        return contnode
    return None


class Docstring(napoleon.GoogleDocstring):
    """A docstring whose first words before a colon are no type: our attributes are described by sentences."""

    def _parse(self) -> None:
        # As a function, which may have sections as well.
        self._what = "function" if self._what in {"attribute", "data", "property"} else self._what
        super()._parse()


def plain_signature(  # noqa: PLR0913 - as Sphinx calls it
    app: Sphinx, what: str, name: str, obj: object, options: object, signature: str | None, returns: str | None
) -> tuple[str, str | None] | None:
    """Show no arguments of classes that functions make for you, and defaults as they are written in Python."""
    if name in app.config.made_by_functions:
        return "", None
    if signature is None:
        return None
    signature = re.sub(r"<(\w+\.\w+): [^>]*>", r"\1", signature)
    return signature.replace(repr(Claim()).replace(repr(Modality.ASSERTED), "Modality.ASSERTED"), "Claim()"), returns


def setup(app: Sphinx) -> dict[str, Any]:
    """Tell Sphinx about them."""
    app.add_directive("commands", Commands)
    app.add_directive("run", Run)
    app.add_directive("schema-tables", SchemaTables)
    app.add_config_value("made_not_ours", frozenset(), "env", types=(frozenset,))
    app.add_config_value("made_by_functions", frozenset(), "env", types=(frozenset,))
    for field in PyObject.doc_field_types:
        field.label = "Attributes" if field.name == "variable" else field.label
    napoleon.GoogleDocstring = Docstring
    app.connect("autodoc-process-signature", plain_signature)
    app.connect("missing-reference", resolve, priority=900)
    app.connect("build-finished", lambda app, trouble: trouble or dump(app.outdir / "evinvest.schema.json"))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
