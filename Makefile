# Every command of this project. `make` alone lists them.
#
# Each runs on a machine that has only Python 3.11 or newer with venv: tools/setup.sh puts what it
# needs into $(VENV), once, and again when a lock file changed.

VENV ?= .venv
PYTHON_IN_VENV := "$(VENV)/bin/python"
# What checks scripts and sheets (package.json), with the Node of $(VENV) where the machine has none.
FROM_NPM := PATH="node_modules/.bin:$(VENV)/bin:$$PATH"
TEMPLATES := _ext/hiring/site
# How far it is stands at the end of each line, and what took longest at the end of all.
PYTEST = $(PYTHON_IN_VENV) -m pytest -n 2 --durations 10 --durations-min 1

# What follows NAME=, KEY=, ROLE=, LEVEL=, OLD=, NEW= and FILES= is somebody's words: no part of it may be run. `value` keeps
# make from expanding a $ in it, and the recipe reads it from the environment, where the shell does
# not look into it. Only the command line counts: some systems set a NAME of their own.
define WORDS
ifeq ($$(origin $(1)),command line)
override $(1) := $$(value $(1))
export $(1)
else
override $(1) :=
endif
endef
$(foreach name,NAME KEY ROLE LEVEL OLD NEW FILES,$(eval $(call WORDS,$(name))))

# A module that stands there for other work would shadow one of $(VENV).
unexport PYTHONPATH PYTHONHOME

# The tools run things side by side themselves; two recipes at once would only get in each other's way.
.NOTPARALLEL:
.PHONY: help html public hiring-team live check links role opening rename import owners test test-core lint bench dist docs format screenshot lock clean setup setup-test setup-bench

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

html: setup ## Build what employees may read into _build/html
	exec $(PYTHON_IN_VENV) -m hiring build handbook _build/html --audience employee

public: setup ## Build what the public may read into _build/public
	exec $(PYTHON_IN_VENV) -m hiring build handbook _build/public --audience public

hiring-team: setup ## Build what the hiring team may read into _build/hiring-team
	exec $(PYTHON_IN_VENV) -m hiring build handbook _build/hiring-team --audience hiring-team

live: setup ## Show the handbook in a browser, up to date as you write (AUDIENCE=public: as the public sees it)
	@exec $(PYTHON_IN_VENV) -m hiring live handbook $${AUDIENCE:+--audience "$$AUDIENCE"}

check: setup ## Report what is wrong in the handbook, a line each; as of a day with ON=2027-01-01
	exec $(PYTHON_IN_VENV) -m hiring check handbook $${ON:+--on "$$ON"}

links: setup-test html ## Report links of the built pages that lead nowhere (ONLINE=1: asks other hosts too)
	$(PYTHON_IN_VENV) tools/links.py _build/html $${ONLINE:+--online}

role: setup ## Start a page for a job role: make role NAME="Data Engineer"
	@[ -n "$$NAME" ] || { echo 'Say which: make role NAME="Data Engineer"' >&2; exit 2; }
	@exec $(PYTHON_IN_VENV) -m hiring new role --key "$$KEY" -- "$$NAME" handbook

opening: setup ## Start a page for an open job: make opening ROLE=data-engineer LEVEL=senior
	@[ -n "$$ROLE" ] || { echo 'Say which: make opening ROLE=data-engineer LEVEL=senior' >&2; exit 2; }
	@exec $(PYTHON_IN_VENV) -m hiring new opening --level "$$LEVEL" -- "$$ROLE" handbook

rename: setup ## Give a page another name, wherever it is named: make rename OLD=data-engineer NEW=pipeline-engineer
	@[ -n "$$OLD" ] && [ -n "$$NEW" ] || { echo 'Say which: make rename OLD=data-engineer NEW=pipeline-engineer' >&2; exit 2; }
	@exec $(PYTHON_IN_VENV) -m hiring rename -- "$$OLD" "$$NEW" handbook

import: setup ## Make role pages of job descriptions that exist: make import FILES="descriptions/old job.docx", or a folder
	@[ -n "$$FILES" ] || { echo 'Say which: make import FILES="descriptions/old job.docx", or a folder of them' >&2; exit 2; }
	@exec $(PYTHON_IN_VENV) -m hiring import -- "$$FILES"

owners: setup ## Write who reviews each role's page into .github/CODEOWNERS, as the pages say it
	$(PYTHON_IN_VENV) -m tools.owners

test: lint ## Run everything that must pass before a change goes in
	$(PYTHON_IN_VENV) tools/chromium.py
	$(PYTHON_IN_VENV) tools/nginx.py
	$(PYTEST) --dist loadfile --no-loadscope-reorder

test-core: setup-test ## Run the tests that need no Sphinx and no browser, in seconds
	$(PYTEST) tests/core

lint: setup-test ## Check formatting, style and types, of Python, scripts, sheets and templates
	$(PYTHON_IN_VENV) -m ruff format --check .
	$(PYTHON_IN_VENV) -m ruff check .
	$(PYTHON_IN_VENV) -m mypy
	$(FROM_NPM) biome check --error-on-warnings
	$(FROM_NPM) tsc
	$(PYTHON_IN_VENV) -m djlint --quiet --check --lint $(TEMPLATES)

# With SIZES or PROFILE it is the builds alone.
bench: setup-bench ## Measure builds beside others, the search, the rules on wording and the importer (SIZES="10 100 1000 5000", PROFILE=1)
	$(PYTHON_IN_VENV) tools/chromium.py
	$(PYTHON_IN_VENV) -m benchmarks $(SIZES) $(if $(PROFILE),--profile)
ifeq ($(SIZES)$(PROFILE),)
	$(PYTHON_IN_VENV) -m benchmarks.search
	$(PYTHON_IN_VENV) -m benchmarks.wording --keep
	$(PYTHON_IN_VENV) -m benchmarks.importing --keep
endif

dist: setup-test ## Build the package into dist, wheel and source, and try it where nothing else is
	rm -rf dist
	$(PYTHON_IN_VENV) -m hatchling build --directory dist
	DIST=dist $(PYTEST) tests/package
	@ls -lh dist

docs: setup ## Write what follows from the code and the example: docs/rooms.svg, rows of the reference, catalogs of messages, what tells the example
	$(PYTHON_IN_VENV) -m tools.draw_rooms
	$(PYTHON_IN_VENV) -m tools.write_facts
	$(PYTHON_IN_VENV) -m tools.write_messages
	$(PYTHON_IN_VENV) -m tools.write_example

format: setup-test ## Format the code and mend what can be mended
	$(PYTHON_IN_VENV) -m ruff check --fix-only .
	$(PYTHON_IN_VENV) -m ruff format .
	$(FROM_NPM) biome check --write
	$(PYTHON_IN_VENV) -m djlint --quiet --reformat $(TEMPLATES)

screenshot: setup-test html ## Take the README's screenshot again
	$(PYTHON_IN_VENV) tools/chromium.py
	$(PYTHON_IN_VENV) tools/screenshot.py

# One resolution holds for every supported Python. The test set is resolved within the first, so that
# what is tested is what builds. No index is named: the lock is the same whatever mirror was asked.
LOCK = $(PYTHON_IN_VENV) -m uv pip compile --quiet --upgrade --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-header
lock: setup-test ## Take the newest versions into the lock files
	$(LOCK) --group setup --extra import --extra live --output-file requirements.lock pyproject.toml
	$(LOCK) --all-extras --group setup --constraints requirements.lock --output-file requirements-test.lock pyproject.toml
	$(LOCK) --group npm --output-file requirements-npm.lock
	$(LOCK) --group bench --constraints requirements-test.lock --output-file requirements-bench.lock
	@sh tools/setup.sh "$(VENV)" bench
	for folder in . benchmarks; do \
		(PATH="$$PWD/$(VENV)/bin:$$PATH" && cd $$folder && npm update --ignore-scripts --no-audit --no-fund) || exit; \
	done

clean: ## Remove what was built (the environment stays)
	rm -rf _build .hypothesis .mypy_cache .pytest_cache .ruff_cache

setup:
	@sh tools/setup.sh "$(VENV)"

setup-test:
	@sh tools/setup.sh "$(VENV)" test

setup-bench: setup-test
	@sh tools/setup.sh "$(VENV)" bench
