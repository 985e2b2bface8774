"""Run every example and write its output beside it: ``examples/output/NAME.txt``, and the chart that one of them draws.

The tests compare these files with what the examples do now; whoever changes what is read runs ``make examples`` and
looks at the difference.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
OUTPUT = EXAMPLES / "output"


def examples() -> list[Path]:
    """The programs, in their order."""
    return sorted(EXAMPLES.glob("[0-9][0-9]_*.py"))


def run(program: Path, folder: Path) -> str:
    """What a program prints when it is started in a folder, where it leaves its files; a warning is an error."""
    command = [sys.executable, "-W", "error", "-X", "utf8", str(program)]
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)  # noqa: S603
    if done.returncode or done.stderr:
        raise RuntimeError(f"{program.name} failed:\n{done.stderr}")
    return done.stdout


def main() -> None:
    """Run and write."""
    OUTPUT.mkdir(exist_ok=True)
    for program in examples():
        with tempfile.TemporaryDirectory() as folder:
            (OUTPUT / f"{program.stem}.txt").write_text(run(program, Path(folder)), encoding="utf-8")
            for chart in Path(folder).glob("*.png"):
                shutil.copyfile(chart, OUTPUT / f"{program.stem}.png")


if __name__ == "__main__":
    main()
