#!/bin/sh
# The whole suite on SQLite, then again on PostgreSQL; every part runs, and the last line says how it went.
# Words given are for pytest: tests/run.sh -k throttle
cd "$(dirname "$0")/.." || exit 1
python=.venv/bin/python
unset DATABASE_URL
failed=""

echo; echo "== SQLite"
$python -m pytest -q -n 2 "$@" || failed="$failed SQLite"
echo; echo "== PostgreSQL"
$python -m tests.postgres $python -m pytest -q -n 2 "$@" || failed="$failed PostgreSQL"

if [ -n "$failed" ]; then
	echo "Failed on:$failed"
	exit 1
fi
echo "Passed on SQLite and on PostgreSQL."
