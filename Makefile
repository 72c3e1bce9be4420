# `make help` lists the targets. Everything a target needs is set up by the target itself.

ASSIGNMENT ?= linear_classifier
SUBMISSIONS ?= tests/submissions
OUT ?= results
REPORT_LANG ?=
PYTHON ?= python3

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
GRADE_OPTIONS ?=
MUTANTS_OPTIONS ?=
SPEAK := $(if $(REPORT_LANG),--lang $(REPORT_LANG))

CATALOG := grader/locale/ru/LC_MESSAGES/grader.po

# One BLAS thread: several cost more than they bring on arrays of a course's size.
export OPENBLAS_NUM_THREADS ?= 1

.PHONY: help grade test check image data validate handout bench soak catalog mutants clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

grade: $(READY) ## grade SUBMISSIONS (default: the example class) of ASSIGNMENT into OUT
	@$(BIN)/grader grade $(ASSIGNMENT) $(SUBMISSIONS) --out $(OUT) $(SPEAK) $(GRADE_OPTIONS)

test: $(READY) ## the project's tests, in real containers where an engine answers
	@$(BIN)/python -m pytest

check: $(READY) ## lint, types and layers
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports

image: $(READY) ## the image that judge and workers run in
	@$(BIN)/grader image $(SPEAK)

data: $(READY) ## CIFAR-10, downloaded and checked (CIFAR10_DIR names an existing copy)
	@$(BIN)/grader data $(SPEAK)

validate: $(READY) ## prove ASSIGNMENT: reference, template, every known mistake and every check
	@$(BIN)/grader validate $(ASSIGNMENT) $(SPEAK)

handout: $(READY) ## the zip of ASSIGNMENT that students get, in dist/
	@$(BIN)/grader handout $(ASSIGNMENT) $(SPEAK)

mutants: $(READY) ## small changes in the reference of ASSIGNMENT, which its hidden suite must notice
	@$(BIN)/python -m tests.mutation $(ASSIGNMENT) $(MUTANTS_OPTIONS)

bench: $(READY) ## what grading costs, compared with one container and one pytest a submission
	@$(BIN)/python -m tests.bench

soak: $(READY) ## correct solutions graded hundreds of times with other seeds: none may fail
	@$(BIN)/python -m tests.soak linear_classifier knn

catalog: $(READY) ## collect the program's sentences into the Russian catalog, to be translated there
	@$(BIN)/pybabel -q extract --add-location=file --sort-by-file --no-wrap -o $(VENV)/grader.pot grader
	@$(BIN)/pybabel -q update --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --no-wrap \
	  -l ru -i $(VENV)/grader.pot -o $(CATALOG)

clean: ## remove the environment and results
	rm -rf $(VENV) $(OUT)

$(READY): requirements.lock pyproject.toml hatch_build.py $(CATALOG)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "error: Python 3.11 or newer is needed; call make with PYTHON=/path/to/python3" >&2; exit 2; }
	@echo "setting up $(VENV) (once, about a minute)…" >&2
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@
