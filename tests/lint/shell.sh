#!/bin/sh
# shellcheck on every script.  usage: shell.sh SOURCE-DIRECTORY
set -eu
cd "$1"
shellcheck -x dev .ci/run $(git ls-files '*.sh')
