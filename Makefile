# Python 3.11 or later, make and git are enough: all else is installed into .venv, once.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
# One more than there are cores: many tests wait for a program, a timer or a disk.
WORKERS ?= $(shell $(PYTHON) -c 'import os; print((os.cpu_count() or 1) + 1)')
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help run test quick torture bench profile lint check docs pictures snapshots format hooks wheel lock clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1	\2/p' Makefile | expand -t 14

run: $(READY) ## open the app; with ARGS="--demo" or any other arguments
	@$(BIN)/coalition-tui $(ARGS)

test: lint ## all checks and all tests; TESTS="tests/test_x.py -k y" for some, WORKERS=0 for one by one
	$(BIN)/pytest --numprocesses $(WORKERS) --dist worksteal $(TESTS)

check: test

quick: $(READY) ## the tests that start no processes
	$(BIN)/pytest --numprocesses $(WORKERS) --dist worksteal -m "not slow" $(TESTS)

torture: $(READY) ## the faults that no edit may be lost to, and the monkey, at length, with figures; as root for all
	COALITION_TUI_TORTURE=1 $(BIN)/pytest tests/torture tests/tui/test_monkey.py $(TESTS)

bench: $(READY) ## measure every budget beside other programs, in ten minutes; ARGS="start idle" for some
	$(BIN)/python -m benchmarks $(ARGS)

profile: $(READY) ## where the time goes, at the start and in moving; ARGS=start for one of them
	$(BIN)/python -m benchmarks.profile $(ARGS)

lint: $(READY) ## formatting, style, types, and who imports whom
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: $(READY) ## write what README and docs take from the code
	$(BIN)/python -m coalition_tui.tui.keys_table README.md
	$(BIN)/python -m coalition_tui.tui.keys_table > docs/keys.md
	$(BIN)/python -m coalition_tui.rules.docs > docs/rules.md

pictures: $(READY) ## take the pictures of README and docs from the running app
	$(BIN)/python docs/pictures/make.py

snapshots: $(READY) ## keep every screen as it looks now; then read the difference
	COALITION_TUI_SNAPSHOTS=1 $(BIN)/pytest --quiet --numprocesses 0 tests/tui/test_snapshots.py

format: $(READY) ## put the code into form
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

hooks: $(READY) ## check each commit before it is made
	$(BIN)/pre-commit install

wheel: $(READY) ## build the package into dist
	$(BIN)/python -m build --no-isolation

lock: ## write constraints.txt from the newest versions that pyproject.toml allows
	$(MAKE) VENV=.venv-lock CONSTRAINTS=/dev/null .venv-lock/.ready
	.venv-lock/bin/pip freeze --all --exclude-editable --exclude setuptools > constraints.txt
	rm -rf .venv-lock

clean: ## remove all that was made here
	rm -rf $(VENV) .venv-lock dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

CONSTRAINTS := constraints.txt

$(READY): pyproject.toml $(CONSTRAINTS)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	echo 'coalition-tui needs Python 3.11 or later, and "$(PYTHON)" is none.' >&2; \
	echo 'Install one, or name the one you have: make PYTHON=python3.12 $(MAKECMDGOALS)' >&2; \
	exit 1; }
	@test -x $(BIN)/python || echo 'Setting up $(VENV): once, it takes a minute.'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }
	@# The first line brings a pip that knows dependency groups.
	@$(BIN)/python -m pip install --quiet --upgrade --constraint $(CONSTRAINTS) 'pip>=25.1'
	@$(BIN)/python -m pip install --quiet --constraint $(CONSTRAINTS) --editable . --group dev
	@touch $@
