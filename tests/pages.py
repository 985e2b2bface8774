"""What a reader of the docs does beside running Python: write the files that a page shows, and type its commands."""

import os
import re
import subprocess
import sys
from pathlib import Path

from sybil import Region

WIDTH = "100"  # of the terminal whose output the pages show

_FILE = re.compile(r"^```\{code-block\} \w+\n:caption: (?P<name>\S+)\n\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)
_CONSOLE = re.compile(r"^```console\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)
_COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


class FileParser:
    """A block with a name is written into the folder of the page."""

    def __call__(self, document):
        for match in _FILE.finditer(document.text):
            yield Region(match.start(), match.end(), (match["name"], match["text"]), self.evaluate)

    def evaluate(self, example):
        name, text = example.parsed
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


class ConsoleParser:
    """Each line of a console that begins with ``$`` is run, and what follows it is what it writes."""

    def __call__(self, document):
        for match in _CONSOLE.finditer(document.text):
            yield Region(match.start(), match.end(), _COMMAND.findall(match["text"]), self.evaluate)

    def evaluate(self, example):
        folder = str(Path(sys.executable).parent)
        environment = {**os.environ, "COLUMNS": WIDTH, "PATH": folder + os.pathsep + os.environ["PATH"]}
        for command, shown in example.parsed:
            done = subprocess.run(  # noqa: S602 - as a reader would type it
                command,
                shell=True,
                env=environment,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                check=False,
            )
            if done.stdout != shown:
                return f"$ {command}\nis shown to write\n{shown}\nbut writes\n{done.stdout}"
        return None
