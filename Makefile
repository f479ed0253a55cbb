# `make` alone lists the targets. They need Python 3.11.2 or newer with its venv module. Some tests also need Node.js
# and PostgreSQL.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
# --universal: the lock is valid for each Python from the oldest on and for each system.
OLDEST := 3.11.2
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version $(OLDEST) --generate-hashes

NODE := tests/contract/clients/typescript
NEXTJS := tests/contract/clients/nextjs
WEB := app/web
LIGHTHOUSE := tests/web/lighthouse
PROVIDER := tests/auth/oidc_provider
INSTALLED = $(patsubst %,%/node_modules/.package-lock.json,$(1))
FIRST_PACKAGES := $(call INSTALLED,$(NODE) $(WEB))
PACKAGES := $(FIRST_PACKAGES) $(call INSTALLED,$(NEXTJS) $(LIGHTHOUSE) $(PROVIDER))

export PIP_DISABLE_PIP_VERSION_CHECK := 1
# The tests start many processes. Without cached bytecode, each would compile all sources.
export PYTHONDONTWRITEBYTECODE :=
export UV_CUSTOM_COMPILE_COMMAND := make lock

.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help run check nearest-tests test test-all test-browser web pictures screens chaos simulate mutants fuzz bench outages comparison lint lint-python lint-style lint-format lint-imports lint-words lint-web types types-python types-web openapi audit release lock clean services images machine hour

help:
	@echo 'make run      start the portal with a simulated AgentOS; Ctrl-C ends it'
	@echo 'make check    run lint, types and the tests that a change touches, within a minute (BASE=main: for a branch)'
	@echo 'make test     run lint, types and the tests of the first tier: what a contributor needs, in a quarter of an hour'
	@echo 'make test-all run both tiers, as continuous integration does, and judge the coverage; takes half an hour'
	@echo 'make test-browser  run the browser tests of the web app'
	@echo 'make web      build app/web/dist from app/web/src'
	@echo 'make pictures take the screenshots for README'
	@echo 'make screens  take pictures of every screen of the web app, in each size and look, for people to look through'
	@echo 'make chaos    check that no submission is lost or doubled under faults (SEEDS="1 2", DATABASE=postgresql)'
	@echo 'make simulate run 50,000 random histories of delivery on a virtual clock (HISTORIES=1000 SEED=7)'
	@echo 'make mutants  check that the simulation finds each planted one-line error; takes about an hour'
	@echo 'make fuzz     send generated requests and values for about ten minutes'
	@echo 'make bench    run the benchmarks, most of an hour (ROW=name: one of them); see bench/README.md'
	@echo 'make outages  measure outages of ten minutes at the defaults, side by side, in most of an hour (RUN=name: one of them)'
	@echo 'make comparison  compare the portal with other queues, over an hour (CONTENDER=portal: one); docs/comparison.md'
	@echo 'make images   build the images of deploy/container with podman (FROM=base); needs root'
	@echo 'make machine  install the portal on booted Debians with systemd-nspawn, and try its services; needs root'
	@echo 'make hour     two hosts serve 20 requests a second for an hour, with faults: memory, losses, and errors in the log'
	@echo 'make lint     check style, format, import contracts and banned words; ESLint for the web app'
	@echo 'make types    check types with mypy, and with TypeScript for the web app'
	@echo 'make openapi  write docs/openapi.json and list the changes; refuse those that break clients of the newest release'
	@echo 'make audit    check the pinned packages for known vulnerabilities; fail if a check is impossible'
	@echo 'make release  audit and test the commit, and tag it as the release that CHANGELOG.md describes (UNAUDITED=1)'
	@echo 'make lock     compile requirements*.in into requirements*.txt (UPGRADE=1: with the newest releases)'
	@echo 'make clean    delete the virtual environment and all caches, but not instance/, which has data'

run: .venv/run.stamp
	@$(BIN)/python -m tools.run

BASE ?= HEAD
# Node.js tools take longer than all other linters, so they run only if the web app has changed.
CHANGED_WEB = $(shell git diff --name-only $(BASE) -- $(WEB); git ls-files --others --exclude-standard -- $(WEB))
# With --keep-going, a failure in one part hides none in another.
check: .venv/dev.stamp $(if $(CHANGED_WEB),$(WEB)/node_modules/.package-lock.json)
	@$(MAKE) --keep-going --no-print-directory lint-python types-python nearest-tests \
		$(if $(filter check,$(MAKECMDGOALS)),$(if $(CHANGED_WEB),lint-web types-web))
nearest-tests: .venv/dev.stamp
	@$(BIN)/python -m tools.touched --base $(BASE)

# Two tiers: `test` leaves out the tests that are marked `second_tier`, and `test-all` runs them too. The browser tests run
# apart, because each of their processes starts a portal and a browser. In order of names, the longest file starts early.
PYTEST = $(BIN)/python -m pytest -n 3
IN_BROWSER = $(PYTEST) --dist loadfile --no-loadscope-reorder tests/web
# Only both tiers together are covered, so only `test-all` measures: each run adds to it, and the end judges the sum.
COVERAGE = $(if $(filter test-all,$(MAKECMDGOALS)),--cov --cov-append --cov-report= --cov-fail-under=0)
test: lint types services $(FIRST_PACKAGES)
	$(if $(COVERAGE),$(BIN)/coverage erase)
	$(PYTEST) --dist worksteal $(COVERAGE) -m 'not second_tier and not browser'
	$(IN_BROWSER) -m 'browser and not second_tier'

test-all: test $(PACKAGES)
	$(PYTEST) --dist worksteal $(COVERAGE) -m 'second_tier and not browser'
	$(IN_BROWSER) -m 'browser and second_tier'
	$(BIN)/coverage report

test-browser: .venv/dev.stamp services $(PACKAGES)
	$(IN_BROWSER) -m browser

# The screenshots that README shows.
pictures: .venv/dev.stamp services
	@mkdir -p docs/pictures
	@PICTURES=docs/pictures $(BIN)/python -m pytest -m browser tests/web/test_pictures.py

screens: .venv/dev.stamp services
	@$(PYTEST) -m browser tests/web/every_screen.py

web: .venv/dev.stamp $(WEB)/node_modules/.package-lock.json
	@$(BIN)/python -m tools.phone_limits
	@cd $(WEB) && node api-types.mjs && node build.mjs

SEEDS ?= 1 2 3 4 5
DATABASE ?= sqlite
SUBMISSIONS ?= 2000
chaos: .venv/dev.stamp services
	@$(BIN)/python -m tests.chaos $(SEEDS) --database $(DATABASE) --submissions $(SUBMISSIONS) \
		$(if $(KEEP),--keep $(KEEP))

HISTORIES ?= 50000
SEED ?= 0
simulate: .venv/dev.stamp
	@$(BIN)/python -m tests.simulation --histories $(HISTORIES) --seed $(SEED)

mutants: .venv/dev.stamp
	@$(BIN)/python -m tests.simulation.mutants

# A new seed each day. The same seed sends the same requests.
FUZZ_SEED ?= $(shell date +%Y%m%d)
fuzz: .venv/dev.stamp
	@FUZZ_SEED=$(FUZZ_SEED) $(BIN)/python -m pytest -n 2 --timeout=1800 --show-capture=no \
		--hypothesis-profile=fuzz --hypothesis-seed=$(FUZZ_SEED) tests/fuzz tests/properties tests/agentos/test_clock_steps.py \
		|| { echo 'To see it again: make fuzz FUZZ_SEED=$(FUZZ_SEED)' >&2; exit 1; }

bench: .venv/dev.stamp services $(LIGHTHOUSE)/node_modules/.package-lock.json
	@$(BIN)/python -m bench $(ROW)

outages: .venv/dev.stamp
	@$(BIN)/python -m bench.outages $(RUN)

# The libraries that the portal is compared with stay out of its own environment.
comparison: .venv/dev.stamp .venv-comparison/made.stamp services
	@$(BIN)/python -m bench.comparison $(CONTENDER)

.venv-comparison/made.stamp: bench/comparison/requirements.txt
	@$(PYTHON) -m venv .venv-comparison
	@.venv-comparison/bin/python -m pip --quiet install --no-deps --require-hashes -r $<
	@touch $@

# OPTIONS: further options of podman build. IMAGES: the targets of the Containerfile.
IMAGES ?= portal database proxy
images:
	@for image in $(IMAGES); do \
		podman build $(if $(FROM),--build-arg BASE=$(FROM)) $(OPTIONS) --format docker --file deploy/container/Containerfile \
			--target $$image --tag localhost/portal$$(test $$image = portal || echo -$$image) . || exit; done

machine: .venv/dev.stamp
	@$(BIN)/python -m tests.production.machine $(SUITE)

hour: .venv/dev.stamp services
	@$(BIN)/python -m tests.production.one_hour

# Run a tool of the web app. Skip it if its packages are not installed, because Node.js is missing.
define web-tool
@if test -f $(WEB)/node_modules/.package-lock.json; then \
	echo 'node_modules/.bin/$(1)' && cd $(WEB) && node_modules/.bin/$(1); \
else \
	echo '$(firstword $(1)) is skipped for $(WEB), because its packages of npm are not installed.' >&2; \
fi
endef

# Paths whose names and docstrings have no banned words.
PLAIN = app config.py gunicorn.conf.py wsgi.py bench tools simulator migrations tests
lint: lint-python lint-web
lint-python: lint-style lint-format lint-imports lint-words
lint-style: .venv/dev.stamp
	$(BIN)/ruff check
lint-format: .venv/dev.stamp
	$(BIN)/ruff format --check
# The cache knows files by their time to the second and can be stale.
lint-imports: .venv/dev.stamp
	$(BIN)/lint-imports --no-logo --no-cache
lint-words: .venv/dev.stamp
	$(BIN)/python -m tools.words $(PLAIN)
lint-web: $(WEB)/node_modules/.package-lock.json
	$(call web-tool,eslint .)

types: types-python types-web
types-python: .venv/dev.stamp
	$(BIN)/mypy
types-web: $(WEB)/node_modules/.package-lock.json
	$(call web-tool,tsc)
	@! test -f $(WEB)/node_modules/.package-lock.json || (cd $(WEB) && node api-types.mjs --check)

openapi: .venv/run.stamp
	@$(BIN)/python -m tools.openapi

audit: .venv/dev.stamp
	@for file in requirements.txt requirements-dev.txt; do \
		$(BIN)/pip-audit --strict --require-hashes --disable-pip --progress-spinner off --requirement $$file || exit; done

# The quick checks come first. UNAUDITED=1: no vulnerability service can be reached, and CHANGELOG.md says so.
RELEASE = $(BIN)/python -m tools.release $(if $(UNAUDITED),--unaudited)
release: .venv/dev.stamp
	@$(RELEASE)
	@$(MAKE) $(if $(UNAUDITED),,audit) test-all
	@$(RELEASE) --tag

lock: .venv/dev.stamp
	$(LOCK) $(if $(UPGRADE),--upgrade) --output-file requirements.txt requirements.in
	$(LOCK) $(if $(UPGRADE),--upgrade) --output-file requirements-dev.txt requirements-dev.in
	$(LOCK) $(if $(UPGRADE),--upgrade) --output-file bench/comparison/requirements.txt bench/comparison/requirements.in

clean:
	rm -rf .venv .venv-comparison $(NODE)/node_modules $(NEXTJS)/node_modules $(WEB)/node_modules $(LIGHTHOUSE)/node_modules $(PROVIDER)/node_modules .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage .coverage.*
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A stamp is newer than its sources, so a second run does nothing.
.venv/made.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < tuple(map(int, "$(OLDEST)".split("."))))' || { echo \
	'Python $(OLDEST) or newer is needed. Name one with `make PYTHON=/path/to/python3 …`.' >&2; exit 1; }
	@echo 'Making the virtual environment …'
	@$(PYTHON) -m venv .venv
	@touch $@

# --no-deps: the locks name all packages. When pip resolves packages with extras itself, it picks releases without a hash.
.venv/run.stamp: requirements.txt | .venv/made.stamp
	@echo 'Installing packages …'
	@$(PIP) install --no-deps --require-hashes -r requirements.txt
	@touch $@

.venv/dev.stamp: requirements-dev.txt requirements.txt | .venv/run.stamp
	@echo 'Installing packages for tests …'
	@$(PIP) install --no-deps --require-hashes -r requirements-dev.txt
	@$(PIP) check
	@touch $@

# The tests start these servers. Only continuous integration installs them, because the packages start servers. promtool is
# no package of its own in Debian 12.
HAS_CHROMIUM = command -v chromium >/dev/null
# Without the headless shell, most browser tests use Chromium itself, which takes half as much processor time again.
HAS_SHELL = command -v chromium-headless-shell >/dev/null
HAS_COMPILER = echo '\#include <dlfcn.h>' | cc -E - >/dev/null 2>&1
HAS_FIREFOX = command -v firefox-esr >/dev/null
HAS_WEBKIT = { command -v Xvfb && /usr/bin/python3 -c 'import gi; gi.require_version("WebKit", "6.0")'; } >/dev/null 2>&1
HAS_POSTGRES = { command -v initdb || ls /usr/lib/postgresql/*/bin/initdb; } >/dev/null 2>&1
HAS_PROMTOOL = command -v promtool >/dev/null 2>&1
HAS_NGINX = { command -v nginx || test -x /usr/sbin/nginx; } >/dev/null 2>&1
HAS_CADDY = command -v caddy >/dev/null
BROWSERS = chromium firefox-esr gir1.2-webkit-6.0 python3-gi xvfb
services:
	@if ! { $(HAS_POSTGRES) && $(HAS_NGINX) && $(HAS_CADDY) && $(HAS_PROMTOOL) && $(HAS_COMPILER) && $(HAS_CHROMIUM) && $(HAS_SHELL) && $(HAS_FIREFOX) && $(HAS_WEBKIT); } \
		&& test -n "$$CI" && test "$$(id -u)" = 0; then \
		echo 'Installing postgresql, a C compiler and browsers …' && apt-get -qq update \
			&& apt-get -qq install -y --no-install-recommends postgresql nginx-light caddy gcc libc6-dev $(BROWSERS) \
			&& apt-get -qq install -y --no-install-recommends chromium-headless-shell; \
		apt-get -qq install -y --no-install-recommends promtool; \
	fi >/dev/null 2>&1 || true
	@$(HAS_POSTGRES) || echo 'Tests with PostgreSQL are left out; they need its server: apt-get install postgresql' >&2
	@$(HAS_NGINX) || echo 'Tests behind nginx are left out; they need it: apt-get install nginx-light' >&2
	@$(HAS_PROMTOOL) || echo 'Tests of the alert rules are left out; they need promtool: apt-get install promtool' >&2
	@$(HAS_CADDY) || echo 'Tests behind Caddy are left out; they need it: apt-get install caddy' >&2
	@$(HAS_COMPILER) || echo '`make chaos` steps no clocks; that needs a C compiler: apt-get install gcc libc6-dev' >&2
	@$(HAS_CHROMIUM) || echo 'Tests in a browser are left out; they need Chromium: apt-get install chromium' >&2
	@$(HAS_FIREFOX) || echo 'Tests in Firefox are left out; they need it: apt-get install firefox-esr' >&2
	@$(HAS_WEBKIT) || echo 'Tests in WebKitGTK are left out: apt-get install gir1.2-webkit-6.0 python3-gi xvfb' >&2

# ESLint has the strictest requirement (`engines` in app/web/package.json).
NODE_CHECK = const [major, minor] = process.versions.node.split(".").map(Number); \
	process.exit(major >= 24 || (major === 22 && minor >= 13) || (major === 20 && minor >= 19) ? 0 : 1)

# npm writes this file last. Without npm, some tests are skipped with a reason; continuous integration must have npm.
%/node_modules/.package-lock.json: %/package.json %/package-lock.json %/.npmrc
	@if node -e '$(NODE_CHECK)' 2>/dev/null && command -v npm >/dev/null; then \
		echo 'Installing packages of npm for $* …' && cd $* && npm ci --no-progress && touch node_modules/.package-lock.json; \
	else \
		echo 'Node.js 20.19, 22.13, or 24 or newer, with npm is needed for $*.' >&2; test -z "$$CI"; \
	fi
