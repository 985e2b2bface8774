# The front door. Every target sets up what it needs; after the first time none needs a network.
VENV ?= .venv
BIN = $(VENV)/bin
READY = $(VENV)/.ready
EVALUATION ?= ../shared/evaluation

.PHONY: demo test lint types docs examples accuracy bench lock clean
.DEFAULT_GOAL := demo

$(READY): requirements/dev.txt pyproject.toml tools/setup.sh
	@sh tools/setup.sh $(VENV)

demo: $(READY)  ## read the sample articles: tables on screen, facts.jsonl beside them
	@$(BIN)/python examples/01_extract.py

test: $(READY)  ## all tests
	$(BIN)/python -m pytest -q

lint: $(READY)  ## style, docstrings, and the floors of the house
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/lint-imports && $(BIN)/interrogate --quiet src

types: $(READY)  ## mypy --strict
	$(BIN)/mypy

examples: $(READY)  ## run the examples and the pages of the docs, and write down what they show now
	@$(BIN)/python tools/run_examples.py && $(BIN)/python tools/run_pages.py

docs: $(READY)  ## the site, in docs/_build/html; every warning is an error, a link that leads nowhere too
	$(BIN)/python -m sphinx -n -W --keep-going -q -b html docs docs/_build/html

accuracy: $(READY)  ## the table of accuracy on the annotated material, where it is there
	@$(BIN)/python tools/accuracy.py $(EVALUATION)

bench: $(READY)  ## the speed of everything, side by side with peers that are installed; takes minutes
	@set -e; for file in benchmarks/*.py; do echo "$$file"; $(BIN)/python "$$file"; done

lock:  ## write the exact versions for development anew (needs uv and a network)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --extra all --group docs --custom-compile-command "make lock" pyproject.toml requirements/dev.in -o requirements/dev.txt

clean:  ## forget the environment and all caches
	rm -rf $(VENV) docs/_build .mypy_cache .ruff_cache .pytest_cache .hypothesis
