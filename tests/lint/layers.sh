#!/bin/sh
# Layers: who may include whom, which third-party header stands in which file, and what only cmd/ may do.
# usage: layers.sh SOURCE-DIRECTORY
set -eu
cd "$1"
bad=0
fail() {
	echo "$1" >&2
	bad=1
}
order="base format law record store check work site report cmd"
below() { # the layers up to and with $1
	for l in $order; do
		printf ' %s' "$l"
		[ "$l" != "$1" ] || break
	done
}
for file in $(find lib cmd -name '*.[ch]' | sort); do
	layer=$(echo "$file" | cut -d/ -f2)
	case $file in cmd/*) layer=cmd ;; esac
	allowed=" $(below "$layer") "
	for used in $(sed -n 's|^#include "\([a-z]*\)/.*|\1|p' "$file" | sort -u); do
		case $allowed in
		*" $used "*) ;;
		*) fail "$file: layer '$layer' may not include '$used/'" ;;
		esac
	done
done

# A third-party header stands in one file (or in one private header of a layer).
only() { # header-regex, files that may
	grep -lE "^#include <($1)>" -r lib cmd | while read -r file; do
		case " $2 " in
		*" $file "*) ;;
		*) echo "$file: may not include <$1>" ;;
		esac
	done
}
third=$(
	only 'yaml\.h' lib/format/yaml.c
	only 'md4c[a-z-]*\.h' lib/format/markdown.c
	only 'jansson\.h' lib/format/json_read.c
	only 'utf8proc\.h' lib/base/utf8.c
	only 'openssl/.*' lib/base/hash.c
	only 'libintl\.h' lib/base/i18n.c
	only 'git2.*\.h' lib/store/git_private.h
	only 'zlib\.h' lib/store/pack_write.c
	only 'sqlite3\.h' 'lib/store/index_private.h lib/store/table_file.c'
	only 'zip\.h' lib/format/zip.c
	only 'expat\.h' lib/format/xml.c
	only 'xlsxwriter\.h' lib/format/xlsx_write.c
	only 'poppler.*\.h' cmd/inspect/pdf.c
	only 'libexif/.*' cmd/inspect/picture.c
)
[ -z "$third" ] || fail "$third"

# What parses the files of strangers is linked by the helper programs alone, and they know nothing of records.
found=$(grep -lE '"format/(zip|xml|ooxml|(xlsx|docx|ofd)_read)\.h"' -r lib cmd --include='*.[ch]' |
	grep -vE '^(lib/format/|cmd/inspect/)' || true)
[ -z "$found" ] || fail "only cmd/inspect may read these formats:
$found"
found=$(grep -nE '"(law|record|store|check|work|site|report)/' -r cmd/inspect cmd/sheet || true)
[ -z "$found" ] || fail "the helper programs know no records:
$found"

# Only cmd/ prints, ends the process, reads the environment and the clock; arena.c ends it when memory is out.
calls='(printf|puts|putchar|perror|exit|_exit|abort|getenv|secure_getenv|time|clock_gettime|gettimeofday|localtime_r|isatty|chdir|getcwd)'
found=$(grep -nE "(^|[^a-z_.>])$calls\(" -r lib --include='*.c' | grep -vE '^lib/base/(arena|i18n)\.c:|^[^:]*:[0-9]+:[[:space:]]*\*|/\*.*\*/$' |
	grep -vE 'snprintf|vsnprintf' || true)
[ -z "$found" ] || fail "only cmd/ may do this:
$found"
found=$(grep -nE '\b(stdout|stderr|stdin)\b' -r lib --include='*.[ch]' | grep -v '^lib/base/arena.c' | grep -vE ':[[:space:]]*/?\*' || true)
[ -z "$found" ] || fail "only cmd/ has standard streams:
$found"

# What the public sees is made from struct public_record alone.
found=$(grep -nE '"record/(record|facts)\.h"|"store/|"check/|"work/|struct record\b' -r lib/site || true)
[ -z "$found" ] || fail "lib/site sees struct public_record only:
$found"

found=$(grep -nE '"record/(record|facts)\.h"|struct record\b' lib/report/export*.[ch] | grep -v '^lib/report/export_feed\.c:' || true)
[ -z "$found" ] || fail "of the exporters only export_feed.c sees whole records:
$found"

# Only the HTML writer writes <, only the JSON writer writes {".
found=$(grep -nE '"[^"]*</?[a-z]+[ >]' -r lib/site lib/report lib/work --include='*.c' || true)
[ -z "$found" ] || fail "markup is written by format/html.c:
$found"

# Banned functions.
found=$(grep -nE '(^|[^a-z_])(strcpy|strcat|strncpy|strncat|sprintf|vsprintf|strtok|gmtime|localtime|ctime|asctime|atoi|atol|atof|strerror|basename|dirname|alloca|system|popen)\(' -r lib cmd --include='*.c' | grep -vE ':[[:space:]]*/?\*' || true)
[ -z "$found" ] || fail "banned:
$found"
# (# TODO is a word of TAP.)
found=$(grep -nE '(^|[^:])//|\b(TODO|FIXME|XXX)\b' -r lib cmd tests/unit --include='*.[ch]' | grep -vE '://|"[^"]*//[^"]*"|/\*.*//|^[^:]*:[0-9]+:[[:space:]]*\*|# TODO ' || true)
[ -z "$found" ] || fail "comments are /* */, and a TODO has an issue:
$found"
exit $bad
