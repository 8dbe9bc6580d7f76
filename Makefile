# Everything here works from a fresh clone with git, make and Python 3.11 or newer; `make help` lists it.
PYTHON ?= python3
BIN = .venv/bin
PIP = $(BIN)/python -m pip --disable-pip-version-check --no-input --quiet --quiet
# The lock names every package, so nothing is left to resolve; bytecode is made when it is first needed.
INSTALL = $(PIP) install --require-hashes --no-deps --no-compile --progress-bar off
BROWSERS = chromium chromium-browser google-chrome google-chrome-stable
APT_CHROMIUM = apt-get install -y --no-install-recommends chromium

.PHONY: help run test lint facts bench relevance loading screenshots admin lock browser
.DEFAULT_GOAL := help

help: ## what can be made
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | while IFS="$$(printf '\t')" read -r name words; do \
	    printf 'make %-11s %s\n' "$$name" "$$words"; done

run: .venv/installed ## the whole site, at http://localhost:8000 (PORT=…, DATA_DIR=…)
	@exec $(BIN)/python manage.py up

test: .venv/installed-dev browser ## every test, two at a time (BROWSER=0: without the browser's; ARGS=…: for pytest)
	@exec $(BIN)/python -m pytest -n 2 --dist loadscope $(ARGS)

lint: .venv/installed-dev ## style and types
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy manage.py jobsite listings guides tests

facts: .venv/installed-dev ## how truly and how fast facts are read; writes docs/facts.md
	@exec $(BIN)/python -m tests.benchmarks.facts --write

bench: .venv/installed-dev ## how fast search is (N=1000000: at a million; ARGS=…); writes docs/performance.md
	@exec $(BIN)/python -m tests.benchmarks.search $(or $(N),100000) --write $(ARGS)

relevance: .venv/installed-dev ## how well the search ranks real ads
	@exec $(BIN)/python -m tests.benchmarks.relevance

loading: .venv/installed-dev browser ## how heavy pages are and how soon they show on an old phone
	@exec $(BIN)/python -m tests.benchmarks.loading

screenshots: .venv/installed-dev browser ## every page, both themes, three widths, in DATA_DIR/screenshots
	@exec $(BIN)/python -m tests.benchmarks.screenshots

admin: .venv/installed ## an account for /admin/
	@exec $(BIN)/python manage.py createsuperuser

lock: ## the lock files again, from pyproject.toml (needs uv)
	@command -v uv >/dev/null || { echo "uv is missing: see https://docs.astral.sh/uv/ on how to install it." >&2; exit 1; }
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url pyproject.toml \
	    -o requirements.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url pyproject.toml \
	    --group dev -c requirements.lock -o requirements-dev.lock

browser:
	@[ "$$BROWSER" = 0 ] || [ -x "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" ] || \
	for name in $(BROWSERS); do command -v $$name >/dev/null && exit 0; done; \
	[ "$$BROWSER" = 0 ] || [ -x "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" ] || \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    echo "Installing Chromium for the browser tests …"; \
	    export DEBIAN_FRONTEND=noninteractive; \
	    { apt-get update -qq && $(APT_CHROMIUM) -qq; } >/dev/null </dev/null || \
	        { echo "Chromium could not be installed: $(APT_CHROMIUM)" >&2; exit 1; }; \
	else \
	    echo "The browser tests need Chromium: sudo $(APT_CHROMIUM) (or leave them out: make test BROWSER=0)" >&2; exit 1; \
	fi

.venv/bin/python:
	@command -v $(PYTHON) >/dev/null || \
	    { echo "$(PYTHON) is missing: install Python 3.11 or newer (Debian: apt-get install python3 python3-venv)." >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	    { echo "$(PYTHON) is too old: Python 3.11 or newer is needed; name it as in make $(MAKECMDGOALS) PYTHON=python3.12." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	    { echo "$(PYTHON) cannot make a virtual environment: install its package venv (Debian: apt-get install python3-venv)." >&2; exit 1; }
	@$(PYTHON) -m venv .venv

.venv/installed: requirements.lock | .venv/bin/python
	@echo "Installing what the site needs …"
	@$(INSTALL) -r requirements.lock
	@touch $@

.venv/installed-dev: requirements-dev.lock | .venv/bin/python
	@echo "Installing what the tests need …"
	@$(INSTALL) -r requirements-dev.lock
	@touch $@ .venv/installed
