# `make demo` and `make test` each do all the set-up they need; `make help` lists the rest.

PYTHON ?= python3
ARGS ?=
VENV := .venv
WRITING := src/reportdiff/records/files.py,src/reportdiff/store/lock.py,src/reportdiff/store/seal.py,src/reportdiff/store/objects.py
VERDICTS := src/reportdiff/compare/verdicts/figures.py,src/reportdiff/compare/verdicts/moves.py,src/reportdiff/compare/reading/intervals.py,src/reportdiff/checks/*
FLOOR_OF_BRANCHES := 95
FLOOR_OF_WRITING := 100
FLOOR_OF_VERDICTS := 100
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:
.PHONY: help demo test check hooks bench deep fuzz coverage mutation clean

help: ## list these targets
	@echo 'usage: make TARGET [PYTHON=python3.12] [ARGS="further arguments"]'
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/  \1	\2/p' Makefile

demo: $(VENV)/core.stamp ## what changed between two reports, from the shipped snapshots
	@echo '$$ reportdiff diff peru/state-2017-01-25 peru/crs-2024-01-10'
	@$(BIN)/reportdiff diff peru/state-2017-01-25 peru/crs-2024-01-10 $(ARGS)
	@echo
	@echo '$$ reportdiff framing peru'
	@$(BIN)/reportdiff framing peru

test: $(VENV)/dev.stamp ## the tests
	@$(BIN)/python -m pytest --no-header -n 2 $(ARGS)

check: $(VENV)/dev.stamp ## style, types and layers
	@$(BIN)/ruff check --quiet --output-format=concise .
	@$(BIN)/ruff format --check --quiet . || { echo 'make: run $(BIN)/ruff format' >&2; exit 1; }
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo

hooks: $(VENV)/dev.stamp ## the pre-commit hooks, as another repository would run them
	@export PRE_COMMIT_HOME="$(CURDIR)/$(VENV)/hooks"; \
	  for hook in reportdiff-validate reportdiff-check reportdiff-lint; do \
	    $(BIN)/pre-commit try-repo . $$hook --files snapshots/peru/series.json docs/glossary.md || exit 1; \
	  done

bench: $(VENV)/core.stamp $(VENV)/bench.stamp ## scores, speeds and start-up times, beside their peers
	@$(BIN)/python -m bench $(ARGS)

deep: $(VENV)/dev.stamp ## the long tests: growth, laws, faults, kills, damage, bad inputs; what came of them at the end
	@$(BIN)/python -m pytest --no-header -m 'deep or hypothesis' --hypothesis-profile=deep $(ARGS)

fuzz: $(VENV)/dev.stamp $(VENV)/fuzz.stamp ## ten minutes of inputs guided by what they reach; ARGS="--seconds 60 html"
	@nice -n 15 $(BIN)/python -m tests.fuzz $(ARGS)

coverage: $(VENV)/dev.stamp ## branches that the tests take; fails below the floors
	@$(BIN)/coverage erase
	@$(BIN)/coverage run -m pytest --no-header -q -n 2 $(ARGS)
	@$(BIN)/coverage combine -q
	@$(BIN)/coverage report
	@$(BIN)/python -m tests.house.branches 'all' $(FLOOR_OF_BRANCHES)
	@$(BIN)/python -m tests.house.branches 'what writes' $(FLOOR_OF_WRITING) '$(WRITING)'
	@$(BIN)/python -m tests.house.branches 'verdicts' $(FLOOR_OF_VERDICTS) '$(VERDICTS)'

mutation: $(VENV)/dev.stamp ## small changes to figures, verdicts and loader, and which of them no test notices
	@nice -n 15 $(BIN)/python -m tests.mutation $(ARGS)

clean: ## remove what the other targets made
	@rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage
	@find src tests bench -name __pycache__ -type d -prune -exec rm -rf {} +

# Each stamp says that the package is installed with what one purpose needs.
# The mark `unfinished` stands in an environment until its first installation is through: what bears it is made anew.

$(VENV)/core.stamp: pyproject.toml
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo 'make: $(PYTHON) is missing or older than Python 3.11; install a newer one, or name it: make PYTHON=python3.12' >&2; \
	  exit 1; }
	@[ ! -e $(VENV)/unfinished ] || rm -rf $(VENV)
	@$(BIN)/python -c '' 2>/dev/null || { \
	  echo 'make: setting up $(VENV), once' >&2; \
	  rm -rf $(VENV) && mkdir $(VENV) && touch $(VENV)/unfinished && { \
	    "$(PYTHON)" -m venv $(VENV) >/dev/null 2>&1 || "$(PYTHON)" -m venv --clear --without-pip $(VENV) >/dev/null 2>&1; \
	  } && touch $(VENV)/unfinished; } || { \
	  rm -rf $(VENV); \
	  echo 'make: $(PYTHON) cannot make a virtual environment here; on Debian: apt install python3-venv' >&2; \
	  exit 1; }
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || \
	  "$(PYTHON)" -m pip --python $(BIN)/python install --quiet --no-input pip >/dev/null 2>&1 || { \
	  [ ! -e $(VENV)/unfinished ] || rm -rf $(VENV); \
	  echo 'make: pip is missing and could not be fetched; on Debian: apt install python3-venv' >&2; \
	  exit 1; }
	$(call install,.)
	@touch $@

$(VENV)/dev.stamp: $(VENV)/core.stamp
	$(call install,.[dev])
	@touch $@

$(VENV)/fuzz.stamp: $(VENV)/core.stamp
	$(call install,.[fuzz])
	@touch $@

$(VENV)/bench.stamp: $(VENV)/core.stamp
	@$(pip-install) '.[bench]' >$(VENV)/set-up.log 2>&1 && touch $@ || \
	  echo 'make: the peers could not be installed; their rows will say so' >&2

pip-install = $(BIN)/python -m pip install --quiet --no-input --disable-pip-version-check --editable

define install
@$(pip-install) '$(1)' >$(VENV)/set-up.log 2>&1 || { \
  why=$$(sed -n 's/^.*ERROR: //p' $(VENV)/set-up.log | tail -n 1); \
  [ ! -e $(VENV)/unfinished ] || rm -rf $(VENV); \
  echo "make: set-up failed: $${why:-pip could not install $(1)}; see that pip reaches a package index, then run make again" >&2; \
  exit 1; }
@rm -f $(VENV)/unfinished
endef
