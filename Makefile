# `make atlas` sets up, builds the atlas and prints where it is; `make test` sets up and runs all tests.
# The set-up runs once, and again only when its dependencies change.
VENV   ?= .venv
PYTHON ?= python3
SITE   ?= site
BIN    := $(VENV)/bin
VIEWER := $(wildcard maps/viewer/package.json maps/viewer/package-lock.json maps/viewer/tsconfig.json maps/viewer/*.mjs maps/viewer/hatch_build.py maps/viewer/src/* maps/viewer/src/*/* layers/locales/*)
STEP   := sh tools/step.sh
PIP    := env PIP_CONSTRAINT=constraints.txt $(BIN)/python -m pip install -q --disable-pip-version-check
ONLINE := This needs the Python package index and the npm registry once; connect to the network and run make again.
NPM    := sh tools/npm.sh $(BIN)/python

.PHONY: atlas test lint format types viewer-test same payload-types message-types golden bench soak pictures clean

atlas: $(VENV)/.installed
	@echo "Building the atlas of the OMS:"
	@$(BIN)/liaison build -o $(SITE)

# Three workers on two cores, because browser tests also wait. The longest tests come first, and each worker takes one
# at a time. A worker that dies is not restarted: pytest would wait for its tests indefinitely.
test: $(VENV)/.tested lint types viewer-test
	@echo "Running the tests of Python, with browsers (some ten minutes on two cores):"
	@$(BIN)/python -m pytest -q -n 3 --dist loadgroup --no-loadscope-reorder --max-worker-restart 0

lint: $(VENV)/.tested
	@$(STEP) "Checking the style of Python" sh -c '$(BIN)/ruff check . && $(BIN)/ruff format --check .'
	@$(STEP) "Checking the style of TypeScript" $(NPM) run lint

format: $(VENV)/.tested
	@$(BIN)/ruff format . && $(NPM) run format

types: $(VENV)/.tested
	@$(STEP) "Checking the types of Python" $(BIN)/mypy

viewer-test: $(VENV)/.tested
	@$(STEP) "Checking the types of TypeScript" $(NPM) run check
	@$(STEP) "Running the tests of the viewer" $(NPM) run test

# Two processes in entirely different environments must write the same bytes.
same: $(VENV)/.tested
	@$(BIN)/python -m tools.check_reproducible

# The JSON Schema and the TypeScript types of the data that Python writes for the viewer, from maps/payload/.
payload-types: $(VENV)/.tested
	@$(BIN)/python -m tools.payload_types

# The TypeScript type of the interface texts, from layers/locales/en.ftl.
message-types: $(VENV)/.tested
	@$(NPM) run message-types

golden: $(VENV)/.tested
	@GOLDEN=renew $(BIN)/python -m pytest -q tests -k golden

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Liaison Atlas needs Python 3.11 or newer; name one with: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@$(STEP) -a "Python cannot make a virtual environment; on Debian install it as root with: apt-get install python3-venv" "Making a virtual environment" $(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml constraints.txt $(VIEWER)
	@$(STEP) -a "$(ONLINE)" "Installing the program and bundling the viewer (a minute or two)" $(PIP) -e .
	@touch $@

$(VENV)/.tested: $(VENV)/.installed tools/install_chromium.sh
	@$(STEP) -a "$(ONLINE)" "Installing what the tests need" $(PIP) -e '.[test]'
	@$(STEP) "Looking for Chromium, and installing it if there is none" sh tools/install_chromium.sh $(BIN)/python
	@touch $@

bench: $(VENV)/.tested
	@$(BIN)/python -m tools.bench

# First two hundred builds that start and end V8, which take a quarter of an hour. Then months of visitors at a kiosk,
# with a simulated clock; see docs/kiosk.md for how long they took.
soak: $(VENV)/.tested
	@$(BIN)/python -m tools.build_soak && $(BIN)/python -m tools.kiosk_soak

# The pictures of the documentation, taken from the atlas.
pictures: $(VENV)/.tested
	@$(BIN)/python -m tools.atlas_pictures && $(BIN)/python -m tools.kiosk_pictures

clean:
	@rm -rf $(VENV) $(SITE) maps/viewer/dist maps/viewer/node_modules
