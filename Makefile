# The commands of the project. Set-up is done once, and again only when its inputs change:
# each stamp lies in the folder it vouches for, so deleting the folder is enough to make it anew.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PORT ?= 8000
VENV := $(if $(filter 8,$(WAGTAIL)),.venv-wagtail-8,.venv)
REQUIREMENTS := requirements/$(if $(filter 8,$(WAGTAIL)),wagtail-8,development).txt
PYTHON := $(VENV)/bin/python
export VENV
GAELIC := locale/gd/LC_MESSAGES/django
STYLES_AND_SCRIPTS := $(shell find cms/design_system/source scripts/build-design-system.mjs 2>/dev/null)
PYTEST := DJANGO_SETTINGS_MODULE=cms.settings.test $(PYTHON) -m pytest

.PHONY: help setup run dev test test-quick drills check audit bench services services-stop words lock

help: ## Show these targets
	@sed -nE 's/^([a-z-]+):[^#]*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 24

setup: $(VENV)/.set-up build/.set-up $(GAELIC).mo ## Python and Node packages, styles and scripts, Gaelic words
	@:

run: setup ## The site on http://127.0.0.1:8000 (PORT= for another port); Ctrl-C ends it
	@exec scripts/run.sh $(PORT)

dev: setup ## The same for developers: DEBUG, reloads when a file changes
	@exec scripts/dev.sh $(PORT)

test: setup ## Every test, with a real browser and real services (ARGS= goes to pytest)
	@scripts/test.sh $(ARGS)

test-quick: setup ## Tests that need no browser and no services (WAGTAIL=8 for Wagtail 8)
	@$(PYTEST) -m "not browser and not service and not drill" $(ARGS)

drills: setup ## Tests at full size that take long, such as workers of the bulletin that are killed
	@scripts/test.sh -n 0 -m drill $(ARGS)

check: setup ## Style, imports, templates, migrations and production settings
	@scripts/check.sh

audit: setup ## Known faults of the packages, asked over the network
	@scripts/audit.sh

bench: setup ## Queries, times and requests a second, as a table with ratios
	@$(PYTHON) -m bench $(ARGS)

services: ## Start PostgreSQL, Redis and Elasticsearch on ports of their own
	@scripts/services.sh start

services-stop: ## Stop them
	@scripts/services.sh stop

words: setup ## Bring the Gaelic words up to date with the code
	@scripts/gaelic_words.sh

lock: setup ## Compile the requirements and npm's lock file (UPGRADE=1 for newer versions)
	@scripts/lock.sh

$(VENV)/.set-up: $(REQUIREMENTS)
	@scripts/install_python_packages.sh $(VENV) $(REQUIREMENTS)
	@touch $@

$(GAELIC).mo: $(GAELIC).po | $(VENV)/.set-up
	@$(PYTHON) -c "import polib; polib.pofile('$<').save_as_mofile('$@')"

node_modules/.set-up: package.json package-lock.json .npmrc | $(VENV)/.set-up
	@echo "Installing Node packages"
	@scripts/with_node.sh npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

build/.set-up: node_modules/.set-up $(STYLES_AND_SCRIPTS)
	@echo "Building styles and scripts"
	@scripts/with_node.sh npm run --silent build
	@touch $@
