#!/bin/sh
# run.sh GK SOURCE: sheets as offices have them are read as a careful clerk would read them.
set -eu
gk=$(realpath "$1") source=$(realpath "$2")
python=/usr/bin/python3
"$python" -c 'import openpyxl' 2>/dev/null || {
	echo "python3-openpyxl is not there"
	exit 77
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME="$work" LC_ALL=C.UTF-8 GK_TODAY=2026-11-20 PYTHONDONTWRITEBYTECODE=1
unset LANGUAGE GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE
"$python" "$source/tests/offices/judge.py" "$gk" "$source/tests/fixtures/import/catalogue-rows.json" "$work/sheets"
