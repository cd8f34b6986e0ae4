#!/bin/sh
# Timings as ratios against a peer in the same run: bench.sh BUILD-DIRECTORY [validate [COUNT]]
#
# validate   gk validate without an index yet, against every event of libyaml on the same files in as
#            many threads; and with nothing changed, against git status
set -eu
build=$1 what=${2:-validate} count=${3:-10000}
here=$(realpath "$(dirname "$0")")
gk=$build/bin/gk
scratch=$build/bench
threads=$(nproc)
[ "$threads" -le 4 ] || threads=4
export GIT_CONFIG_NOSYSTEM=1 HOME="$scratch" LC_ALL=C.UTF-8
mkdir -p "$scratch"
cc -O2 -w -o "$scratch/libyaml_loop" "$here/libyaml_loop.c" -lyaml -lpthread
[ -e "$scratch/catalogue-$count/.git" ] || "$here/make-catalogue.sh" "$scratch/catalogue-$count" "$count"
cd "$scratch/catalogue-$count"

now() { date +%s%N; }
time_of() { # command... -> milliseconds in $elapsed
	start=$(now)
	"$@" >/dev/null 2>&1 || { echo "bench: '$*' failed" >&2; exit 3; }
	elapsed=$(((($(now) - start)) / 1000))
}
median() { printf '%s\n' "$@" | sort -n | sed -n "$((($# + 1) / 2))p"; }

# Runs A and B in turn and prints the medians and the ratio A/B.  $1 title, $2 goal, $3 prepares A, $4 A, $5 B
pair() {
	ours='' theirs='' ratios=''
	sh -c "$3"; sh -c "$4" >/dev/null 2>&1; sh -c "$5" >/dev/null 2>&1
	for _ in 1 2 3 4 5 6 7; do
		sh -c "$3"
		time_of sh -c "$4"
		a=$elapsed
		time_of sh -c "$5"
		ours="$ours $a" theirs="$theirs $elapsed" ratios="$ratios $((a * 1000 / elapsed))"
	done
	# shellcheck disable=SC2086 # words are meant
	awk -v title="$1" -v goal="$2" -v a="$(median $ours)" -v b="$(median $theirs)" -v r="$(median $ratios)" \
		'BEGIN { printf "%-44s %8.1f ms %8.1f ms   ratio %.2f   goal %s\n", title, a / 1000, b / 1000, r / 1000, goal }'
}

case $what in
validate)
	echo "$count records, $threads threads; gk, peer, median ratio of 7 pairs"
	pair "validate, no index yet / libyaml loop" "1.5" "rm -rf .git/gk" "$gk validate" \
		"$scratch/libyaml_loop . $threads"
	pair "validate, nothing changed / git status" "0.8" ":" "$gk validate" "git status"
	;;
*)
	echo "bench: there is no '$what'; validate is" >&2
	exit 2
	;;
esac
