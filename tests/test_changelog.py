"""What changed: every fragment in changelog.d has a kind that is known, and the tool that joins them reads it."""

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
KINDS = {
    kind["directory"]
    for kind in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["towncrier"]["type"]
}


def test_every_fragment_is_in_the_next_release():
    fragments = [path for path in (ROOT / "changelog.d").iterdir() if path.name != ".gitignore"]
    for path in fragments:
        assert path.name.startswith("+"), path.name
        assert path.name.endswith(".md"), path.name
        assert path.name.split(".")[1] in KINDS, path.name
    draft = [sys.executable, "-m", "towncrier", "build", "--draft", "--version", "9.9.9", "--date", "2000-01-01"]
    done = subprocess.run(draft, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    shown = " ".join(done.stdout.split())
    assert "## 9.9.9 (2000-01-01)" in shown
    for path in fragments:
        assert " ".join(path.read_text(encoding="utf-8").split()) in shown, path.name
