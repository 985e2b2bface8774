r"""Handlers for python-frontmatter: TOML without the old ``toml`` package, YAML without guesses.

>>> import frontmatter
>>> from evinvest.reading import TOMLHandler
>>> frontmatter.loads('+++\ntitle = "A plant"\n+++\nText.', handler=TOMLHandler()).metadata
{'title': 'A plant'}
"""

from __future__ import annotations

import re
from typing import Any

from frontmatter.default_handlers import BaseHandler

from evinvest.reading.frontmatter import find_front_matter, toml_end
from evinvest.reading.writing import dump_toml, dump_yaml


class _Handler(BaseHandler):
    FORMAT: str

    def load(self, fm: str) -> dict[str, Any]:
        """The metadata of a block.

        Raises:
            FrontMatterError: when it is not valid.
        """
        front = find_front_matter(f"{self.START_DELIMITER}\n{fm}\n{self.END_DELIMITER}\n", format=self.FORMAT)
        return dict(front.metadata) if front else {}


class TOMLHandler(_Handler):
    """``+++`` front matter for ``frontmatter.load(path, handler=TOMLHandler())``."""

    FORMAT = "toml"
    FM_BOUNDARY = re.compile(r"^\+{3}\s*$", re.MULTILINE)
    START_DELIMITER = END_DELIMITER = "+++"

    def split(self, text: str) -> tuple[str, str]:
        """The front matter and the body: a fence inside a value is none."""
        opening = self.FM_BOUNDARY.match(text)
        start = opening.end() + 1 if opening else len(text)
        stop, body = toml_end(text, start)
        return text[start:stop], text[body:]

    def export(self, metadata: dict[str, object], **_options: object) -> str:
        """Write metadata as TOML.

        Raises:
            MissingExtra: when ``tomlkit`` is not installed.
        """
        return dump_toml(metadata).strip()


class YAMLHandler(_Handler):
    """``---`` front matter in which ``NO`` and ``010`` stay texts."""

    FORMAT = "yaml"
    FM_BOUNDARY = re.compile(r"^-{3}\s*$", re.MULTILINE)
    START_DELIMITER = END_DELIMITER = "---"

    def export(self, metadata: dict[str, object], **_options: object) -> str:
        """Write metadata as YAML, keys in their order."""
        return dump_yaml(metadata).strip()
