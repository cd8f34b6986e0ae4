#!/bin/sh
# Every script, by shellcheck.  usage: shell.sh SOURCE-DIRECTORY
set -eu
cd "$1"
# shellcheck disable=SC2046 # no path has a blank
shellcheck -x -S warning dev .ci/run $(git ls-files '*.sh')
