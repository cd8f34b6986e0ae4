#!/bin/sh
# Formatting, by the clang-format of Debian 12.  usage: format.sh SOURCE-DIRECTORY
set -eu
cd "$1"
find lib cmd tests -name '*.[ch]' -print0 | xargs -0 clang-format --dry-run --Werror
if grep -rnE '[[:space:]]+$' lib cmd docs README.md CMakeLists.txt --include='*.[ch]' --include='*.md' --include='*.cmake' --include='*.scd'; then
	echo "blanks at the end of a line" >&2
	exit 1
fi
