# `make build` and `make test` do all the set-up that they need: a virtual environment in .venv with the versions of
# requirements.lock, made once and again when that file or pyproject.toml changes.

RECENT := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for p in python3.11 python3; do $$p -c '$(RECENT)' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
READY := .venv/ready
PEER := .venv-bench/ready
COPIES ?= 1000
ROUNDS ?= 5

export PIP_DISABLE_PIP_VERSION_CHECK := 1
.PHONY: build setup test slow browser floors lint format page bench lock clean

build: $(READY)
	$(BIN)/palermo build

setup: $(READY)

$(READY): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" && $(PYTHON) -c '$(RECENT)' || \
		{ echo "Palermo needs Python 3.11 or newer: make PYTHON=/path/to/python3.11"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	touch $@

test: $(READY)
	$(BIN)/python -m pytest -q -n 2 -m "not slow and not browser"

slow: $(READY)
	$(BIN)/python -m pytest -q -n 2 -m slow

# The pages of `palermo view` in a real browser: that of CHROMIUM=/path/to/it, or chromium in the PATH.
browser: $(READY)
	$(BIN)/python -m pytest -q -m browser

# Measures all sets of tests/gold and raises the floors in tests/gold/floors.yaml that lie lower; it lowers none.
floors: $(READY)
	$(BIN)/python -m tests.quality.raise_floors

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# The documentation of the ontology; a test holds it in step.
page: $(READY)
	$(BIN)/python -m ontology.page > docs/ontology.md

# ROUNDS=3 COPIES=100 make bench: quicker, and rougher; PEER= make bench: without spaCy beside
bench: $(READY) $(PEER)
	$(BIN)/python -m bench --rounds $(ROUNDS) --copies $(COPIES) $(if $(PEER),--peer .venv-bench/bin/python)

.venv-bench/ready: bench/peer.lock
	test -x .venv-bench/bin/python || $(PYTHON) -m venv .venv-bench
	.venv-bench/bin/python -m pip install --quiet --require-hashes -r bench/peer.lock
	touch $@

lock: $(READY)
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--custom-compile-command "make lock" --group dev pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--custom-compile-command "make lock" bench/peer.in -o bench/peer.lock

clean:
	rm -rf .venv .venv-bench palermo.store dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
