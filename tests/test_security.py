"""What SECURITY.md promises about hostile input, as far as no other test holds it."""

import subprocess
import sys
from pathlib import Path

import pytest

import evinvest
from evinvest.models import Facts
from evinvest.serial import json, jsonl, msgpack, sql, toml, yaml

ROOT = Path(__file__).resolve().parents[1]

# In a process of its own, since an audit hook stays. The first round loads modules, which opens and compiles files.
WATCHED = """
import sys
import evinvest
from evinvest.facts.explain import explain
from evinvest.models import Facts
from evinvest.serial import json, jsonl, msgpack, toml, yaml

CALM = {"os.listdir", "os.scandir", "os.walk", "object.__setattr__", "builtins.id"}  # reach nothing outside
seen = []

def hook(event, arguments):
    if event == "open" and isinstance(arguments[1], str) and not set(arguments[1]) & set("wax+"):
        return
    if watching:
        seen.append((event, str(arguments)[:200]))

def everything():
    for item in evinvest.iter_articles(sys.argv[1:]):
        if isinstance(item, evinvest.Article):
            facts = evinvest.extract_facts(item)
            explain(item)
            item.to_schema_org()
            for form in (json, toml, yaml, msgpack):
                assert form.loads(form.dumps(facts), Facts) == facts
            jsonl.loads(jsonl.dumps(facts))

watching = False
sys.addaudithook(hook)
everything()
watching = True
everything()
sys.audit("alive")  # the hook sees what happens
print(sorted({event for event, _ in seen} - CALM))
"""


def test_reading_and_extracting_touch_nothing(tmp_path):
    hostile = tmp_path / "hostile.md"
    hostile.write_text(
        "---\ntitle: !!python/object/apply:os.system ['touch pwned']\nlink: http://127.0.0.1:9/x\n---\n"
        "<script src='http://127.0.0.1:9/x.js'></script><img src='http://127.0.0.1:9/x.png'>\n"
        "{{ ''.__class__ }} $(touch pwned) BYD will invest $1 billion in a plant in Manisa, Turkey.\n",
        encoding="utf-8",
    )
    paths = [str(ROOT / "examples" / "articles"), str(ROOT / "tests" / "reading" / "pages"), str(hostile)]
    command = [sys.executable, "-B", "-X", "utf8", "-c", WATCHED, *paths]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert (done.stdout, done.stderr) == ("['alive']\n", "")
    assert [path.name for path in tmp_path.iterdir()] == ["hostile.md"]


@pytest.mark.parametrize("depth", [200, 100_000])
@pytest.mark.parametrize("fence", ["", "+++", "---"])
@pytest.mark.parametrize("opener", ["[", '{"a":', "{b: ", "<div>", "> ", "- ", "((", "**"])
def test_deep_nesting_is_an_article_or_an_error(opener, fence, depth):
    source = opener * depth
    if fence:
        source = f"{fence}\na{'=' if fence == '+++' else ':'} {source}\n{fence}\nText.\n"
    try:
        evinvest.extract_facts(evinvest.parse_article(source))
    except evinvest.EvinvestError as error:
        assert str(error)  # noqa: PT017 - an error is one of the two right answers


@pytest.mark.parametrize("module", [json, jsonl, toml, yaml, msgpack], ids=lambda module: module.__name__)
@pytest.mark.parametrize("opener", ["[", '{"a":', "a = [", "a: [", "- ", b"\x91"])
def test_a_deep_document_is_an_error(module, opener):
    document = opener * 100_000
    if module is msgpack and isinstance(document, str):
        document = document.encode()
    elif module is not msgpack and isinstance(document, bytes):
        document = document.decode("latin-1")
    with pytest.raises(evinvest.EvinvestError):
        module.loads(document) if module is jsonl else module.loads(document, Facts)


def test_no_error_shows_the_password_of_a_database():
    with pytest.raises(evinvest.EvinvestError) as caught:
        sql.load("sqlite://user:hunter2@nowhere/there.sqlite")
    error = caught.value
    assert "hunter2" not in "".join(map(str, (error, error.source, error.path, *getattr(error, "__notes__", ()))))
