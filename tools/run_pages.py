"""Follow the pages of the docs as a reader would, and write what really comes out where they show an output.

The tests compare the pages with what happens now; whoever changes what is read runs ``make examples`` and looks at the
difference. Pages can be named; by default all are followed.
"""

import os
import re
import subprocess
import sys
from contextlib import chdir, redirect_stdout
from doctest import DocTestParser
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from traceback import format_exception_only

DOCS = Path(__file__).resolve().parents[1] / "docs"
BLOCK = re.compile(
    r"^```(?:(?P<kind>python|console)|\{code-block\} \w+\n:caption: (?P<file>\S+)\n)\n(?P<text>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)
WIDTH = "100"  # as tests/pages.py has it


def shown(example: str, names: dict[str, object]) -> str:
    """What the interpreter shows for one example: output, value or the last line of an error."""
    output = StringIO()
    with redirect_stdout(output):
        try:
            exec(compile(example, "<page>", "single"), names)  # noqa: S102 - our own pages
        except Exception as error:  # noqa: BLE001 - pages show errors too
            output.write("Traceback (most recent call last):\n" + format_exception_only(error)[-1])
    return re.sub(r"^[ \t]*$", "<BLANKLINE>", output.getvalue().rstrip("\n"), flags=re.MULTILINE)


def python(text: str, names: dict[str, object]) -> str:
    """A block of Python with its outputs; a program without prompts shows none."""
    if not text.startswith(">>>"):
        exec(compile(text, "<page>", "exec"), names)  # noqa: S102 - our own pages
        return text
    lines = []
    for example in DocTestParser().get_examples(text):
        first, *others = example.source.splitlines()
        lines += [f">>> {first}", *(f"... {line}".rstrip() for line in others)]
        if (output := shown(example.source, names)) != "<BLANKLINE>":
            lines.append(output)
    return "".join(f"{line}\n" for line in lines)


def console(text: str) -> str:
    """A block of commands with what they write."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    result = ""
    for command in re.findall(r"^\$ (.*)$", text, re.MULTILINE):
        done = subprocess.run(  # noqa: S602 - as a reader would type it
            command,
            shell=True,
            env={**os.environ, "COLUMNS": WIDTH, "PATH": path},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        result += f"$ {command}\n{done.stdout}"
    return result


def follow(page: str) -> str:
    """A page with its outputs, followed in the current folder; one that shows none is left to the tests."""
    if not re.search(r"^(>>>|\$) ", page, re.MULTILINE):
        return page
    names: dict[str, object] = {"__name__": "__page__"}

    def block(match: re.Match[str]) -> str:
        if match["file"]:
            path = Path(match["file"])
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(match["text"], encoding="utf-8")
            return match[0]
        text = python(match["text"], names) if match["kind"] == "python" else console(match["text"])
        return f"```{match['kind']}\n{text}```"

    return BLOCK.sub(block, page)


def main() -> None:
    """Follow and write."""
    pages = [Path(name).resolve() for name in sys.argv[1:]] or sorted(DOCS.rglob("*.md"))
    for page in pages:
        text = page.read_text(encoding="utf-8")
        with TemporaryDirectory() as folder, chdir(folder):
            followed = follow(text)
        if followed != text:
            page.write_text(followed, encoding="utf-8")
            print(page.relative_to(DOCS))


if __name__ == "__main__":
    main()
