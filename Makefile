# The verbs of this project; CI runs `make test`, word for word.
# Nothing is assumed but Python 3.11 or newer, make and git. `make PYTHON=/path/to/python site` names a Python.

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
READY_TO_TEST := $(VENV)/ready-to-test
LOCK := $(BIN)/uv pip compile --no-config --quiet --universal --python-version 3.11 --fork-strategy fewest \
	--generate-hashes --custom-compile-command 'make lock' $(if $(UPGRADE),--upgrade)

.PHONY: help site test audit bench hostile check fast lock sbom clean FORCE

help:
	@echo 'make site    build the site into site/, and say where the page is'
	@echo 'make test    run everything that CI runs: the checks and all tests, with a browser'
	@echo 'make audit   look at the built site with the Nu HTML checker, a link checker and Lighthouse (needs Java)'
	@echo 'make bench   measure an archive of 10000 briefs beside MkDocs with Material and Hugo; takes about an hour'
	@echo 'make hostile try every hostile string in every text of every form; takes hours, and writes docs/hostile.md'
	@echo 'make check   look at the code without running it: style and types'
	@echo 'make fast    run the tests that need neither a browser nor a built site'
	@echo 'make lock    write the locked requirements anew (make lock UPGRADE=yes: with newer versions)'
	@echo 'make sbom    write sbom.cdx.json anew: every package and all carried data, with version, licence and hash'
	@echo 'make clean   remove all that these commands made'

site: $(READY)
	$(BIN)/briefs build
	@echo
	@echo 'The site is in site/, its briefings are:'
	@ls site/briefs/*/*/index.html
	@echo 'To read it:  $(BIN)/python -m http.server --bind 127.0.0.1 --directory site 8000'
	@echo 'and open     http://127.0.0.1:8000/'

test: check
	$(BIN)/python -m tests.browser install
	$(BIN)/python -m tests.node.install
	$(BIN)/pytest -n auto --dist worksteal

audit: $(READY_TO_TEST)
	$(BIN)/python -m tests.browser install
	$(BIN)/python -m tests.audit

bench: $(READY_TO_TEST)
	$(BIN)/python -m benchmarks.install
	$(BIN)/python -m benchmarks.bench $(if $(SIZES),$(if $(WRITE),--write),--write) $(if $(TURNS),--turns $(TURNS)) $(SIZES)

hostile: $(READY_TO_TEST)
	$(BIN)/python -m tests.browser install
	$(BIN)/python -m tests.node.install
	$(BIN)/python -m tests.hostile $(if $(GO_ON),--go-on)

check: $(READY_TO_TEST)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

fast: $(READY_TO_TEST)
	$(BIN)/pytest -m 'not site'

lock: $(READY_TO_TEST)
	$(LOCK) pyproject.toml requirements.in --output-file requirements.txt
	$(LOCK) requirements-dev.in --output-file requirements-dev.txt
	$(LOCK) benchmarks/requirements.in --constraint requirements.txt --output-file benchmarks/requirements.txt
	$(BIN)/python tools/sbom.py

sbom: $(READY_TO_TEST)
	$(BIN)/python tools/sbom.py

clean:
	rm -rf $(VENV) benchmarks/.venv site .site.briefs tests/*/node_modules tests/*/node_modules.lock .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(READY): requirements.txt pyproject.toml tools/install.sh
	@sh tools/install.sh site

$(READY_TO_TEST): $(READY) requirements-dev.txt
	@sh tools/install.sh tests

# A folder that was moved or copied needs a new .venv: the programs in it hold the folder's old name.
ifneq ($(shell cat $(READY) 2>/dev/null),$(CURDIR))
$(READY): FORCE
endif
