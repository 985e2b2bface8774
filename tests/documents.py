"""Files that hold articles, for the laws of reading: front matter of each kind over bodies of every markup."""

import json

from hypothesis import strategies as st

WORDS = (
    "plant",
    "Zhaoqing",
    "battery",
    "€2",
    "20",
    "GWh",
    "工厂",
    "Győr",
    "it's",
    "EVs",
    "ＡＢ",
    "５０％",
    "R&D",
    "naïve",
    "x",
)
GLUE = (
    " ",
    "  ",
    "\u00a0",
    "\u3000",
    "\u200b",
    "\u00ad",
    ", ",
    ",",
    ". ",
    ".",
    " (",
    ")",
    "; ",
    ": ",
    " — ",
    "（",
    "）",
)
MARKUP = (
    *("<p>", "</p>", "<b>", "</b>", "<br>", "<li>", "<h2>", "</h2>", "<!-- note -->", "<!--", "<script>", "</script>"),
    *("&amp;", "&nbsp;", "&#8364;", "&bogus;", "[", "](https://example.org/a)", "![", "**", "*", "_", "`", "\\*"),
    *("# ", "- ", "> ", "| ", "---\n", "===\n", "```\n", "\n", "\n\n", "\r\n", "{{< code >}}", "<% jsp %>", "<a ", '"'),
)

prose = st.lists(st.sampled_from(WORDS + GLUE), max_size=30).map("".join)
marked_up = st.lists(st.sampled_from(WORDS + GLUE + MARKUP), max_size=40).map("".join)
line_ends = st.sampled_from(["\n", "\r\n"])

keys = st.sampled_from(["title", "summary", "description", "date", "source", "tags_of_it", "n", "draft", "x-y"])
texts = st.text(st.sampled_from("abc XY'\"\\#:-é宁&<>{}[],\t"), max_size=20)
metadata = st.dictionaries(keys, texts, max_size=6)


def yaml_block(values):
    return "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}  # kept\n" for key, value in values.items())


def toml_block(values):
    return "".join(f"{key} = {json.dumps(value, ensure_ascii=False)} # kept\n" for key, value in values.items())


@st.composite
def documents(draw, *, kinds=("yaml", "toml", "json", "none"), bodies=marked_up):
    """A kind of front matter, its metadata, and the text of a whole file with it."""
    kind, values, body = draw(st.sampled_from(kinds)), draw(metadata), draw(bodies)
    head = {
        "yaml": lambda: f"---\n{yaml_block(values)}---\n",
        "toml": lambda: f"+++\n{toml_block(values)}+++\n",
        "json": lambda: json.dumps(values, ensure_ascii=False, indent=2) + "\n",
        "none": lambda: "",
    }[kind]()
    text = head + body if (head + body).strip("\ufeff \r\n\u00a0\u3000") else "x"  # an empty file is no article
    if draw(line_ends) == "\r\n":
        text = text.replace("\r\n", "\n").replace("\n", "\r\n")
    return kind, values, text
