# make demo: the desk on this machine.  make test: all checks and tests.  make screenshots: the pictures of the
# README; with ALL=1 those of every page, in var/screenshots.  Nothing is needed but Python 3.11+ and make.

# Without compiled files every start takes three times as long.
unexport PYTHONDONTWRITEBYTECODE
.DELETE_ON_ERROR:

V = .venv/bin
INSTALL = $(V)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes --only-binary :all:
LOCK = $(V)/python -m uv pip compile --quiet --universal --python-version 3.11 --only-binary :all: --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header --no-annotate

.PHONY: demo test bench lint lock messages screenshots

demo: .venv/desk
	@exec $(V)/python -m factcheck.demo --with-parent

test: lint
	@exec tests/run.sh

bench: .venv/desk
	@exec $(V)/python -m bench

screenshots: .venv/checks
	@exec $(V)/python -m tests.screenshots $(if $(ALL),all var/screenshots)

lint: .venv/checks
	$(V)/python -m ruff check .
	$(V)/python -m ruff format --check .
	$(V)/lint-imports
	$(V)/python -m mypy

# The catalogs of the interface's languages, from the words of code and templates (wants GNU gettext). An empty
# msgstr, and one marked fuzzy, waits for a translator; call it again to compile what was written.
messages: .venv/desk
	$(V)/python manage.py makemessages --all --no-obsolete --no-wrap --add-location file --ignore .venv --ignore var --ignore tests --ignore bench --ignore docs
	$(V)/python manage.py compilemessages --ignore .venv

# The pinned set for Python 3.11 to 3.13, from requirements.in. UPGRADE=--upgrade takes the newest of everything.
lock: .venv/checks
	$(LOCK) $(UPGRADE) requirements.in --output-file requirements.txt
	$(LOCK) $(UPGRADE) requirements-dev.in --output-file requirements-dev.txt

.venv/bin/python:
	@for python in python3 python3.13 python3.12 python3.11; do \
		if $$python -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null; then \
			exec $$python -m venv .venv; \
		fi; \
	done; \
	echo "No Python from 3.11 to 3.13 was found; install one and call make again." >&2; exit 1

.venv/desk: .venv/bin/python requirements.txt
	@echo "Installing what the desk runs on (once) …"
	@$(INSTALL) -r requirements.txt
	@$(V)/python -m compileall -q accounts claims factcheck
	@touch $@

.venv/checks: .venv/desk requirements-dev.txt
	@echo "Installing what tests and checks need (once) …"
	@$(INSTALL) -r requirements-dev.txt
	@touch $@
