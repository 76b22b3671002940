#!/bin/sh
# The whole suite on SQLite, then again on PostgreSQL; every part runs, and the last lines say how each went.
# The journeys have the machine to themselves: they measure time. Words given are for pytest: tests/run.sh -k throttle
cd "$(dirname "$0")/.." || exit 1
unset DATABASE_URL
asked=$#
python=.venv/bin/python
notes=$(mktemp -d)
trap 'rm -rf "$notes"' EXIT

part() {
	name=$1
	shift
	printf '\n== %s\n' "$name"
	{ "$@" 2>&1; echo $? >"$notes/status"; } | tee "$notes/output"
	printf '%-22s %s\n' "$name" "$(grep -E ' in [0-9.]+s' "$notes/output" | tail -n 1)" >>"$notes/summary"
	case $(cat "$notes/status") in
	0) ;;
	5) [ "$asked" -gt 0 ] || touch "$notes/failed" ;; # none of this part was asked for, or it has lost its tests
	*) touch "$notes/failed" ;;
	esac
}

beside_postgres="$python -m tests.postgres"
part "SQLite" $python -m pytest -q -n 2 --ignore tests/journeys "$@"
part "SQLite, journeys" $python -m pytest -q tests/journeys "$@"
part "PostgreSQL" $beside_postgres $python -m pytest -q -n 2 --ignore tests/journeys "$@"
part "PostgreSQL, journeys" $beside_postgres $python -m pytest -q tests/journeys "$@"

printf '\n== In short\n'
cat "$notes/summary"
[ ! -e "$notes/failed" ]
