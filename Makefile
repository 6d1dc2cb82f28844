# The one door. Each target makes what it needs, once.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run dev test check types words fmt lock licences audit ci bench unit budget pages browser postman trials install \
	chromium nginx

# Local use: secrets and the database are made where none are given. Nothing else may say so.
export CLINIC_LOCAL := 1
export DATA_DIR ?= .data
# `make E2E=require` fails where there is no browser or no front server to test with, instead of saying so.
export E2E ?= offer

PY := .venv/bin/python
PYTHONS := python3.14 python3.13 python3.12 python3 $(sort $(wildcard $(HOME)/.pyenv/versions/*/bin/python3))
BROWSERS := chromium chromium-browser google-chrome
APPS := accounts activity appointments clinic config doctors notifications
SCHEMA := $(PY) manage.py spectacular --validate --fail-on-warn --format openapi-json --file frontend/schema.json
LOCK := UV_CUSTOM_COMPILE_COMMAND='make lock' .venv/bin/uv pip compile --quiet --no-config --universal \
	--python-version=3.12 --generate-hashes --annotation-style=line $(UPGRADE)
SOURCES := $(shell find frontend/src frontend/public frontend/tools frontend/*.json frontend/*.html frontend/*.ts \
	-type f ! -name schema.json 2>/dev/null)

help: ## show this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | sort | while IFS="$$(printf '\t')" read -r name words; do \
		printf '  make %-8s %s\n' "$$name" "$$words"; done

run: install pages ## open the clinic on http://localhost:8000, as in production; Ctrl-C closes it
	@exec $(PY) -m config.run run

dev: install ## the same for work on it: both halves reload when a file changes
	@exec $(PY) -m config.run dev

test: check unit budget browser postman ## everything that must hold, from nothing

check: install ## what can be said without running it: style, types, imports, migrations
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	.venv/bin/lint-imports
	$(PY) manage.py makemigrations --check --dry-run
	$(SCHEMA)
	cd frontend && npm run --silent types:check && npm run --silent check

types: install ## write the pages' types from the API's schema
	$(SCHEMA)
	cd frontend && npm run --silent types

words: install ## bring new sentences of the API into the Swahili catalogue, and compile it
	.venv/bin/pybabel -q extract --add-location=file --output=$(DATA_DIR)/django.pot $(APPS)
	.venv/bin/pybabel -q update --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --width=110 \
		--input-file=$(DATA_DIR)/django.pot --domain=django --output-dir=clinic/locale --locale=sw
	.venv/bin/pybabel -q compile --domain=django --directory=clinic/locale

fmt: install ## bring every file into the house's form
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .
	cd frontend && npm run --silent fmt

lock: install ## pin every Python package, with the hashes of its files, after a change to requirements*.in
	$(LOCK) --output-file=requirements-dev.txt requirements-dev.in
	$(LOCK) --output-file=requirements.txt --constraint=requirements-dev.txt requirements.in

licences: install ## list the licence of every package in docs/licences.md
	$(PY) -m tests.licences

audit: install ## ask whether a weakness of a pinned package is known; needs the network
	@$(PY) -m tests.audit

unit: install
	$(PY) -m pytest -m "not e2e and not trial" -n 2
	cd frontend && npm test

budget: pages
	cd frontend && npm run --silent budget

browser: install pages
	@CHROMIUM=$$(for name in $(BROWSERS); do command -v $$name && break; done); export CHROMIUM; \
	if [ -n "$$CHROMIUM" ]; then $(PY) -m pytest -m e2e; \
	elif [ "$(E2E)" = require ]; then echo "There is no Chromium for the browser tests." >&2; exit 1; \
	else echo "No Chromium here: the browser tests were left out. \`make ci\` installs one."; fi

postman: install pages postman/node_modules/installed ## play the Postman collection to its end
	$(PY) -m tests.postman

trials: install pages ## kill, cut, stop and crowd whole clinics, and see what holds (up to 15 minutes)
	$(PY) -m pytest -m trial -q

ci: chromium ## `make test` with the browser tests insisted on, for a machine of its own
	@$(MAKE) test E2E=require

bench: install pages ## measure, and print the figures beside their targets
	$(PY) -m benchmarks

chromium:
	@for name in $(BROWSERS); do command -v $$name >/dev/null && exit 0; done; $(call from_debian,chromium)

from_debian = as_root=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	$$as_root apt-get update -q && $$as_root apt-get install -q -y --no-install-recommends $(1)

install: .venv/installed frontend/node_modules/installed

.venv/installed: requirements.txt requirements-dev.txt
	@if [ ! -x $(PY) ]; then \
		for python in $(PYTHONS); do \
			"$$python" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 12))' 2>/dev/null \
				&& exec "$$python" -m venv --clear .venv; \
		done; \
		echo "Python 3.12 or later is missing (with its venv module; on Debian: python3-venv)." >&2; exit 1; \
	fi
	@echo "Installing the Python packages …"
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

frontend/node_modules/installed: frontend/package.json frontend/package-lock.json
	@node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || a === 20 && b >= 19 ? 0 : 1)' \
		2>/dev/null || { echo "Node 20.19 or later is missing." >&2; exit 1; }
	@echo "Installing the Node packages …"
	@cd frontend && npm ci --silent --no-audit --no-fund
	@touch $@

postman/node_modules/installed: postman/package.json postman/package-lock.json
	@cd postman && npm ci --silent --no-audit --no-fund
	@touch $@

pages: frontend/dist/built

frontend/dist/built: frontend/node_modules/installed $(SOURCES)
	@echo "Building the pages …"
	@cd frontend && npm run --silent build -- --logLevel warn
	@touch $@
