# `make run` opens the window on the sample library, `make test` runs every check. Both set everything up first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready

.PHONY: run test lint types unit bench torture wheel quality screenshot setup clean
.DEFAULT_GOAL := run

setup: $(STAMP)

$(STAMP): pyproject.toml .ci/setup
	PYTHON="$(PYTHON)" bash .ci/setup $(VENV)
	@touch $@

run: $(STAMP)
	$(BIN)/dateline --or-screenshot dateline.png

test: lint types unit

lint: $(STAMP)
	$(BIN)/ruff check viewer tests
	$(BIN)/ruff format --check viewer tests

types: $(STAMP)
	$(BIN)/mypy

unit: $(STAMP)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q

bench: $(STAMP)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest tests/bench -q -s -o faulthandler_timeout=0

# Some 1,200 kills and a full disk at every write; `make test` has a short form.
torture: $(STAMP)
	$(BIN)/python -m tests.torture

quality: $(STAMP)
	$(BIN)/python -m tests.quality

wheel: $(STAMP)
	bash .ci/wheel $(BIN)/python

# The picture in README.
screenshot: $(STAMP)
	$(BIN)/dateline screenshot --out resources/screenshot.png --size 1280x820

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .benchmarks
