#!/bin/sh
# Writes docs/reference/rules: a page a rule in both languages, with the fixtures for examples.
# usage: rule-pages.sh GK OUT-DIRECTORY   (in the source directory)
set -eu
gk=$1 out=$2
fixtures=tests/fixtures/rules
mkdir -p "$out"
# Those that are not UTF-8 are shown by their bytes.
strange=$(LC_ALL=C.UTF-8 grep -laxv '.*' -r "$fixtures" --include=*.yaml || true)
for language in en zh; do
	suffix=.md
	[ "$language" = en ] || suffix=.zh.md
	"$gk" rules --lang="$language" --reference |
		LC_ALL=C awk -v out="$out" -v suffix="$suffix" -v fixtures="$fixtures" -v strange="$strange" '
		# A page begins with a title: the slug of a rule, or that of the index.
		/^# / {
			slug = substr($0, 3)
			if (file) close(file)
			file = out "/" (slug ~ /^[a-z0-9-]+$/ ? slug : "README") suffix
		}
		/^@(bad|good) .*@$/ {
			kind = substr($1, 2)
			title = substr($0, length($1) + 2)
			sub(/@$/, "", title)
			example(fixtures "/" slug "/" kind ".yaml", title)
			next
		}
		# A blank line waits: the one after an example that is not there is one too many.
		$0 == "" { blank = "\n"; next }
		{ printf "%s%s\n", /^# / ? "" : blank, $0 >file; blank = "" }
		function example(path, title,    line, n, bytes) {
			bytes = index("\n" strange "\n", "\n" path "\n")
			while ((getline line <path) > 0) {
				if (n++ == 0) printf "%s## %s\n\n```yaml\n", blank, title >file
				if (n <= 60) print visible(line, bytes) >file
			}
			close(path)
			if (n > 60) print "…" >file
			if (n) print "```" >file
			if (n) blank = "\n"
		}
		function visible(line, bytes,    i, c, shown) {
			if (!bytes && line !~ /[\001-\010\013-\037\177]/) return line
			for (i = 1; i <= length(line); i++) {
				c = substr(line, i, 1)
				shown = shown ((c < " " && c != "\t") || c == "\177" || (bytes && c > "~") ? sprintf("\\x%02X", code[c]) : c)
			}
			return shown
		}
		BEGIN { for (i = 1; i < 256; i++) code[sprintf("%c", i)] = i }'
done
