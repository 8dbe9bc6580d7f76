# Everything here works from a fresh clone with git, make and Python 3.11 or newer; `make help` lists the targets.
PYTHON ?= python3
BIN = .venv/bin
PIP = $(BIN)/python -m pip --disable-pip-version-check --no-input --quiet --quiet
# The lock file names every package, so there is nothing to resolve. Bytecode is compiled when first needed.
INSTALL = $(PIP) install --require-hashes --no-deps --no-compile --progress-bar off
BROWSERS = chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable
MAC_BROWSER = /Applications/Google Chrome.app/Contents/MacOS/Google Chrome
# The headless shell, where there is one, needs a quarter less time than the whole browser.
APT_CHROMIUM = apt-get install -y --no-install-recommends $$(apt-cache show chromium-headless-shell >/dev/null 2>&1 \
    && echo chromium-headless-shell || echo chromium)

# A site and its tests start dozens of processes: each would compile all packages for itself.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help run test lint facts bench relevance loading screenshots soak audit admin lock browser compiled
.DEFAULT_GOAL := help

help: ## list these targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | while IFS="$$(printf '\t')" read -r name text; do \
	    printf 'make %-11s %s\n' "$$name" "$$text"; done

run: .venv/installed ## run the site at http://localhost:8000 (PORT=…, DATA_DIR=…)
	@exec $(BIN)/python manage.py up

# A module stays in one process because of its shared fixtures. In collection order the long modules come early; sorted
# by the number of tests, the default, they would come last, and one process would wait for another. Tests that wait for
# a browser or for a killed process leave a core to others: on two cores, four processes keep both busy.
test: .venv/installed-dev browser ## run all tests in four processes (BROWSER=0: none in a browser; SLOW=1: the slow ones, too; EXAMPLES=3: thrice the made-up input; ARGS=…)
	@exec $(BIN)/python -m pytest -n 4 --dist loadscope --no-loadscope-reorder $(ARGS)

# Each process of `make test` would compile all packages and tests for itself, as they begin together: a quarter of a
# minute each. What cannot be collected fails the tests, which say why.
compiled: .venv/installed-dev
	@$(BIN)/python -m pytest --collect-only -qq $(ARGS) >/dev/null || true

lint: .venv/installed-dev ## check style and types
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy manage.py jobsite listings guides tests

facts: .venv/installed-dev ## measure accuracy and speed of reading facts; writes docs/facts.md
	@exec $(BIN)/python -m tests.benchmarks.facts --write

bench: .venv/installed-dev ## measure the search (N=1000000: a million listings; PEERS=1: beside Xapian and Groonga; ARGS=…); writes docs/performance.md
	@exec $(BIN)/python -m tests.benchmarks.search $(or $(N),100000) --write $(if $(PEERS),--peers) $(ARGS)

relevance: .venv/installed-dev ## measure how well the search ranks real ads
	@exec $(BIN)/python -m tests.benchmarks.relevance

loading: .venv/installed-dev browser ## measure the weight of pages and their loading time on an old phone
	@exec $(BIN)/python -m tests.benchmarks.loading

screenshots: .venv/installed-dev browser ## save every page in both themes and three widths to DATA_DIR/screenshots
	@exec $(BIN)/python -m tests.benchmarks.screenshots

soak: .venv/installed-dev ## run the site under kills, faults and hostile ads and clients (MINUTES=10, SEED=1); writes docs/reliability.md
	@exec $(BIN)/python -m tests.benchmarks.soak --minutes $(or $(MINUTES),10) --seed $(or $(SEED),1) --write

audit: .venv-audit/installed ## list the locked packages in sbom.json (CycloneDX), and report known vulnerabilities of theirs
	@.venv-audit/bin/cyclonedx-py requirements requirements.lock --pyproject pyproject.toml --output-reproducible \
	    --of JSON -o sbom.json
	@echo "sbom.json lists the packages."
	@exec .venv-audit/bin/pip-audit --strict --require-hashes --disable-pip --progress-spinner off -r requirements.lock

admin: .venv/installed ## create an account for /admin/
	@exec $(BIN)/python manage.py createsuperuser

lock: ## rebuild the lock files from pyproject.toml (needs uv)
	@command -v uv >/dev/null || { echo "uv is missing; https://docs.astral.sh/uv/ tells how to install it." >&2; exit 1; }
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url pyproject.toml \
	    -o requirements.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url pyproject.toml \
	    --group dev -c requirements.lock -o requirements-dev.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --group install \
	    -o requirements-install.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --group audit \
	    -o requirements-audit.lock

browser:
	@if [ "$$BROWSER" = 0 ] || [ -x "$(MAC_BROWSER)" ]; then exit 0; fi; \
	for name in $(BROWSERS); do command -v $$name >/dev/null && exit 0; done; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    echo "Installing Chromium for the browser tests …"; \
	    export DEBIAN_FRONTEND=noninteractive; \
	    { apt-get update -qq && $(APT_CHROMIUM) -qq; } >/dev/null </dev/null || \
	        { echo "Chromium could not be installed: $(APT_CHROMIUM)" >&2; exit 1; }; \
	else \
	    echo "The browser tests need Chromium: sudo $(APT_CHROMIUM) (or skip them: make test BROWSER=0)" >&2; exit 1; \
	fi

.venv/bin/python:
	@command -v $(PYTHON) >/dev/null || \
	    { echo "$(PYTHON) is missing: install Python 3.11 or newer (Debian: apt-get install python3 python3-venv)." >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	    { echo "$(PYTHON) is too old: Python 3.11 or newer is needed. Choose one, as in make $(MAKECMDGOALS) PYTHON=python3.12." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	    { echo "$(PYTHON) cannot make a virtual environment: install its package venv (Debian: apt-get install python3-venv)." >&2; exit 1; }
	@$(PYTHON) -m venv .venv

.venv/installed: requirements.lock | .venv/bin/python
	@echo "Installing the site's packages …"
	@$(INSTALL) -r requirements.lock
	@touch $@

# Where there is no uv for a machine, or none that reaches a registry, as it does not know pip's settings, pip installs.
.venv/installed-dev: requirements-dev.lock requirements-install.lock | .venv/bin/python
	@echo "Installing the packages for tests …"
	@{ $(INSTALL) -r requirements-install.lock && $(BIN)/uv pip install --python $(BIN)/python --require-hashes --no-deps \
	    -r requirements-dev.lock; } >/dev/null 2>&1 || $(INSTALL) -r requirements-dev.lock
	@touch $@ .venv/installed

.venv-audit/installed: requirements-audit.lock
	@$(PYTHON) -m venv .venv-audit
	@echo "Installing the packages for the audit …"
	@.venv-audit/bin/python -m pip --disable-pip-version-check --no-input --quiet --quiet install --require-hashes --no-deps \
	    --no-compile --progress-bar off -r requirements-audit.lock
	@touch $@
