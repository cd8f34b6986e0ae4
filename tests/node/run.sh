#!/bin/sh
# Runs a script of this directory; 77 where ./dev has not installed node's packages.
# usage: run.sh SCRIPT [ARGUMENT...]
set -eu
here=$(dirname "$0")
if ! cmp -s "$here/package-lock.json" "$here/node_modules/.installed-lock.json"; then
	echo "the packages of tests/node are not installed: ./dev deps"
	exit 77
fi
script=$1
shift
exec node "$here/$script" "$@"
