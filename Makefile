# make run | test | check | bench | install     (docs/development.md says more)
PYTHON ?= python3
PORT ?= 8501
AT_ONCE ?= 3
VENV := .venv
BIN := $(VENV)/bin
export PORT
unexport PYTHONDONTWRITEBYTECODE  # or every start of every process compiles Streamlit and pandas anew

.PHONY: run test check bench audit install dev system format clean

run: install  ## install, build the database on first start, serve the dashboard
	$(BIN)/awards serve

install: $(VENV)/.installed  ## make .venv with the command `awards` in it

dev: $(VENV)/.installed-dev

test: dev system  ## every test, browser tests included
	$(BIN)/python -m pytest -n $(AT_ONCE) --dist worksteal

check: dev system  ## the whole gate
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n $(AT_ONCE) --dist worksteal

bench: dev system  ## benchmarks; figures go to docs/benchmarks.md and docs/bench.json
	$(BIN)/python -m tests.bench

audit: dev  ## pinned dependencies against known weaknesses; says so where it cannot look them up
	$(BIN)/python tools/audit.py

format: dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

system:
	@sh tools/system-packages.sh

$(VENV)/bin/uv:
	@sh tools/make-venv.sh $(PYTHON) $(VENV)

$(VENV)/.installed: pyproject.toml constraints.txt $(VENV)/bin/uv
	$(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python -c constraints.txt -e .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml constraints.txt $(VENV)/bin/uv
	$(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python -c constraints.txt -e '.[dev]'
	@touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis
