# `make help` lists the targets. Everything a target needs is set up by the target itself.

ASSIGNMENT ?= linear_classifier
SUBMISSIONS ?= tests/submissions
OUT ?= results
REPORT_LANG ?= en
PYTHON ?= python3

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
GRADE_OPTIONS ?=

# One BLAS thread: several cost more than they bring on arrays of a course's size.
export OPENBLAS_NUM_THREADS ?= 1

.PHONY: help grade test check image data validate bench clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

grade: $(READY) ## grade SUBMISSIONS (default: the example class) of ASSIGNMENT into OUT
	@$(BIN)/grader grade $(ASSIGNMENT) $(SUBMISSIONS) --out $(OUT) --lang $(REPORT_LANG) $(GRADE_OPTIONS)

test: $(READY) ## the project's tests, in real containers where an engine answers
	@$(BIN)/python -m pytest

check: $(READY) ## lint, types and layers
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports

image: $(READY) ## the image that judge and workers run in
	@$(BIN)/grader image

data: $(READY) ## CIFAR-10, downloaded and checked (CIFAR10_DIR names an existing copy)
	@$(BIN)/grader data

validate: $(READY) ## prove that ASSIGNMENT's reference gets every point and its template none
	@$(BIN)/grader validate $(ASSIGNMENT)

bench: $(READY) ## what grading costs, compared with one container and one pytest a submission
	@$(BIN)/python -m tests.bench

clean: ## remove the environment and results
	rm -rf $(VENV) $(OUT)

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "error: Python 3.11 or newer is needed; call make with PYTHON=/path/to/python3" >&2; exit 2; }
	@echo "setting up $(VENV) (once, about a minute)…" >&2
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@
