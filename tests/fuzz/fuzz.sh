#!/bin/sh
# Every fuzz target for SECONDS, starting from its corpus: fuzz.sh SOURCE-DIRECTORY BUILD-DIRECTORY SECONDS
# A crash leaves its input in BUILD-DIRECTORY/crashes; add it to the corpus under the name.
set -eu
src=$1 build=$2 seconds=$3 status=0
mkdir -p "$build/crashes"
for target in "$build"/tests/fuzz_*; do
	[ -x "$target" ] || continue
	name=${target##*/fuzz_}
	mkdir -p "$build/corpus/$name"
	echo "fuzz $name for $seconds s"
	"$target" -max_total_time="$seconds" -max_len=65536 -timeout=5 -print_final_stats=1 \
		-artifact_prefix="$build/crashes/$name-" "$build/corpus/$name" \
		"$src/tests/fuzz/corpus/$name" 2>"$build/fuzz-$name.log" || { tail -n 40 "$build/fuzz-$name.log"; status=1; }
	sed -n 's/^stat::number_of_executed_units: */  runs: /p' "$build/fuzz-$name.log"
done
exit "$status"
