#!/bin/sh
# Rows `{ 0x…, 0x… },` in order of code point from OpenCC's text dictionary: character, TAB, its simplified
# forms with blanks between.  The first form is taken, and its own form where it has one.
set -eu
cut -d ' ' -f 1 "$1" | iconv -f UTF-8 -t UTF-32BE | od -An -v -t u1 -w4 | awk '
	{ code = (($1 * 256 + $2) * 256 + $3) * 256 + $4 }
	code == 9 { next }
	code == 10 { form[from] = to; from = 0; next }
	from == 0 { from = code; next }
	{ to = code }
	END {
		for (from in form) {
			to = form[from]
			for (i = 0; i < 4 && to in form; i++)
				to = form[to]
			printf "{ 0x%05x, 0x%05x },\n", from, to
		}
	}' | LC_ALL=C sort
