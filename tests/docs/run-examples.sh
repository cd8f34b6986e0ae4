#!/bin/sh
# Run the examples of a document in the current directory: run-examples.sh FILE
#
# An example is a line "$ COMMAND", with "> " before each line that continues it.  "# exit N" at
# the end of its first line says that it ends with N; otherwise it must end with 0.  Other lines of
# the same block are output: each must stand in what the command prints, up to "…" where it ends so.
#
# Of Markdown only blocks marked ```console count, of a manual page only what follows EXAMPLES.
# The commands run in this shell, so that cd and variables last.
set -u
examples_file=$(realpath "$1")
examples_scratch=$(mktemp -d) || exit 99
trap 'rm -rf "$examples_scratch"' EXIT
examples_bad=0

case $examples_file in
*.scd) examples_from='^# EXAMPLES' examples_open='```' ;;
*) examples_from='' examples_open='```console' ;;
esac
awk -v from="$examples_from" -v opening="$examples_open" '
	from == "" || $0 ~ from { on = 1 }
	inside && $0 == "```" { inside = 0; next }
	inside { print }
	on && !inside && $0 == opening { inside = 1 }
' "$examples_file" >"$examples_scratch/lines"
# One more, so that the last one is run like the others.
printf '$ true\n' >>"$examples_scratch/lines"

complain() {
	printf '%s: %s\n' "$(basename "$examples_file")" "$1"
	sed 's/^/    /' "$examples_scratch/command"
	sed 's/^/  | /' "$examples_scratch/output"
	examples_bad=1
}

run_example() {
	examples_want=$(sed -n '1s/.*# exit \([0-9]*\).*/\1/p' "$examples_scratch/command")
	# shellcheck disable=SC1091 # the file is made above
	. "$examples_scratch/command" >"$examples_scratch/output" 2>&1 </dev/null
	examples_status=$?
	if [ "$examples_status" != "${examples_want:-0}" ]; then
		complain "exit $examples_status instead of ${examples_want:-0}"
		return
	fi
	while IFS= read -r examples_line; do
		[ -n "$examples_line" ] || continue
		grep -qF -- "${examples_line%…}" "$examples_scratch/output" ||
			complain "does not print: $examples_line"
	done <"$examples_scratch/shown"
}

examples_count=0
: >"$examples_scratch/shown"
while IFS= read -r examples_text <&3; do
	case $examples_text in
	'$ '*)
		[ "$examples_count" = 0 ] || run_example
		examples_count=$((examples_count + 1))
		printf '%s\n' "${examples_text#??}" >"$examples_scratch/command"
		: >"$examples_scratch/shown"
		;;
	'> '* | '>')
		examples_text=${examples_text#>}
		printf '%s\n' "${examples_text# }" >>"$examples_scratch/command"
		;;
	*) printf '%s\n' "$examples_text" >>"$examples_scratch/shown" ;;
	esac
done 3<"$examples_scratch/lines"

if [ "$examples_count" -lt 2 ]; then
	echo "$(basename "$examples_file"): no example was found"
	examples_bad=1
fi
exit "$examples_bad"
