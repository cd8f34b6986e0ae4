#!/bin/sh
# Functions fit on a screen, files hold one noun.  usage: sizes.sh SOURCE-DIRECTORY
set -eu
cd "$1"
bad=0
long=$(find lib cmd -name '*.c' -print0 | xargs -0 awk '
	FNR == 1 { inside = 0 }
	$0 == "{" { start = FNR; inside = 1 }
	/^\}/ { if (inside && FNR - start > 70) printf "%s:%d: a function of %d lines\n", FILENAME, start, FNR - start; inside = 0 }')
[ -z "$long" ] || { echo "$long"; bad=1; }
find lib cmd -name '*.[ch]' | sort >"${TMPDIR:-/tmp}/gk-sizes.$$"
while read -r file; do
	lines=$(wc -l <"$file")
	case $file in cmd/*) limit=250 ;; *) limit=600 ;; esac
	[ "$lines" -le "$limit" ] || { echo "$file: $lines lines"; bad=1; }
done <"${TMPDIR:-/tmp}/gk-sizes.$$"
rm -f "${TMPDIR:-/tmp}/gk-sizes.$$"
exit $bad
