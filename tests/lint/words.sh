#!/bin/sh
# The project speaks only of the project.  usage: words.sh SOURCE-DIRECTORY
set -eu
cd "$1"
! git grep -nIE '/work/|/tmp/(b|w)/|\.\./shared|registry\.npmjs|deb\.debian\.org' -- . ':!tests/lint/words.sh'
