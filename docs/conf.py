"""How the pages become a site: ``make docs``, without a network and with every warning an error."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "evinvest"
author = "The evinvest developers"
copyright = "The evinvest developers, Apache-2.0"  # noqa: A001 - the name that Sphinx reads
html_title = "evinvest"

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx.ext.intersphinx",
    "made",  # docs/_ext/made.py: what the pages show of the library itself
]
exclude_patterns = ["_build"]
nitpicky = True
made_by_functions = frozenset(
    {
        "evinvest.Article",
        "evinvest.Rates",
        "evinvest.lexicon.Lexicon",
        "evinvest.text.Text",
        "evinvest.lexicon.table.Table",
    }
)
made_not_ours = frozenset(
    "Any Callable Converter Decimal Iterable Iterator Mapping MutableMapping Path Sequence Self T date datetime".split()
)

myst_enable_extensions = ["attrs_block", "colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
napoleon_numpy_docstring = False
napoleon_use_ivar = True
napoleon_use_rtype = False
python_use_unqualified_type_names = True
maximum_signature_line_length = 88
add_module_names = False

# Other projects' pages are linked where somebody asks for it, since that needs a network.
intersphinx_mapping = (
    {"python": ("https://docs.python.org/3", None), "hypothesis": ("https://hypothesis.readthedocs.io/en/latest", None)}
    if os.environ.get("DOCS_LINK_OTHERS")
    else {}
)

html_theme = "furo"
html_static_path = ["_static"]
html_css_files = ["own.css"]
html_copy_source = False
html_show_sphinx = False
html_theme_options = {"source_directory": "docs/"}
