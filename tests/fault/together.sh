#!/bin/sh
# Many writers at once: each record once, each in a commit of its own, and a reader sees whole ones.
# usage: together.sh GK FIXTURES WRITERS RECORDS
#
# WRITERS processes add RECORDS items each, one after another, to one catalogue; another lists and reads
# all the while.  A file on disk is a whole record at any time, and so is what git has.
#
# Readers ask nobody: one that runs inside a commit, from a hook, while the lock is held, comes through.  How often the
# reader comes round is bounded by what its round costs: five programs, and all files that are there; so while one writer adds
# ten records it must come round once, with twice that for a machine that does other things.
set -eu
gk=$(realpath "$1") mini=$(realpath "$2")/mini writers=$3 records=$4
[ -n "${TMPDIR:-}" ] || [ ! -w /dev/shm ] || TMPDIR=/dev/shm
scratch=$(mktemp -d -p "${TMPDIR:-/tmp}")
trap 'rm -rf "$scratch"' EXIT
trap 'exit 1' HUP INT TERM
unset GIT_DIR GIT_INDEX_FILE GIT_OBJECT_DIRECTORY
export HOME="$scratch" GIT_CONFIG_NOSYSTEM=1 LC_ALL=C.UTF-8 GK_TODAY=2018-07-05 GK_FSYNC=0
git config --global user.name 张某
git config --global user.email zhang@example.invalid
git config --global gc.auto 0
cp -R "$mini" "$scratch/c"
cd "$scratch/c"
git init -q -b main .
git add .
git commit -qm first

# A commit waits for its hook, and the hook for readers.
printf '#!/bin/sh\nunset GIT_DIR GIT_INDEX_FILE\n"%s" list item --format=ids >"%s/inside" && "%s" validate -q items\n' "$gk" "$scratch" "$gk" \
	>.git/hooks/pre-commit
chmod +x .git/hooks/pre-commit
timeout 60 "$gk" add item --set title=钩子 --set unit=dz --set group=规划计划 -q >"$scratch/read" 2>&1 &&
	[ "$(wc -l <"$scratch/inside")" = 1 ] || { cat "$scratch/read"; echo "a reader waits for the writer"; exit 1; }
rm .git/hooks/pre-commit
git reset -q --hard HEAD~1

write() { # number of the writer
	i=0
	while [ "$i" -lt "$records" ]; do
		i=$((i + 1))
		"$gk" add item --set "title=第$1-${i}号事项" --set unit=dz --set group=规划计划 2>"$scratch/err-$1-$i" || {
			echo "writer $1: $(cat "$scratch/err-$1-$i")" >&2
			return 1
		}
		rm "$scratch/err-$1-$i"
		date +%s%N >>"$scratch/times-$1"
	done
}

# Each file that is there ends as its record does; git's last commit is always one that can be read.
read_on() {
	while [ ! -e "$scratch/done" ]; do
		awk 'FNR == 1 && !/^id: / { bad = FILENAME }
			FNR == 1 && NR > 1 && last !~ /^(entered-by|stage): [^ ]/ { bad = before }
			{ last = $0; before = FILENAME }
			END { if (bad) { print "reader: " bad " is not whole"; exit 1 } }' items/dz/*.yaml || return 1
		"$gk" list item --format=ids >"$scratch/ids" 2>"$scratch/read" || { cat "$scratch/read"; return 1; }
		[ -z "$(sort "$scratch/ids" | uniq -d)" ] || { echo "reader: an id twice"; return 1; }
		"$gk" validate -q items >"$scratch/read" 2>&1 || { echo "reader: $(head -n 3 "$scratch/read")"; return 1; }
		git ls-tree -r HEAD >"$scratch/tree" || return 1
		date +%s%N >>"$scratch/times-read"
	done
}

start=$(date +%s%N)
pids=
for w in $(seq "$writers"); do
	write "$w" >"$scratch/ids-$w" &
	pids="$pids $!"
done
read_on >"$scratch/reader" 2>&1 &
reader=$!
bad=0
for pid in $pids; do
	wait "$pid" || bad=1
done
elapsed=$((($(date +%s%N) - start) / 1000000))
: >"$scratch/done"
wait "$reader" || { cat "$scratch/reader"; bad=1; }

want=$((writers * records))
is() { # title, what is there, what is meant
	[ "$2" = "$3" ] && return
	echo "$1: $2 instead of $3"
	bad=1
}
is "ids told" "$(cat "$scratch"/ids-* | sort -u | wc -l)" "$want"
is "files" "$(find items/dz -name '*.yaml' | wc -l)" $((want + 1))
is "commits" "$(git rev-list --count HEAD)" $((want + 1))
is "files in the last commit" "$(git ls-tree -r --name-only HEAD items | wc -l)" $((want + 1))
is "titles" "$(grep -h '^title: 第' items/dz/*.yaml | sort -u | wc -l)" "$want"
is "what git sees changed" "$(git status --porcelain)" ""
is "what git fsck says" "$(git fsck --no-dangling --no-progress 2>&1)" ""
is "left over" "$(find . -name '*.lock' -o -name '.gk-tmp-*' -o -path './.git/gk/*' ! -path './.git/gk/index.*')" ""
"$gk" validate -q >"$scratch/read" 2>&1 || { cat "$scratch/read"; bad=1; }
# The longest that anything took, in milliseconds: FILE...
slowest() {
	for times; do
		awk -v last="$start" '{ if ($1 - last > most) most = $1 - last; last = $1 } END { printf "%d\n", most / 1000000 }' "$times"
	done | sort -n | tail -n 1
}
reads=$(wc -l <"$scratch/times-read")
[ "$reads" -ge $((records / 20)) ] && [ "$reads" -ge 1 ] || { echo "the reader came round $reads times"; bad=1; }
echo "$writers writers, $records records each: $want in $elapsed ms, the slowest $(slowest "$scratch"/times-[0-9]*) ms;" \
	"read $reads times meanwhile, the slowest $(slowest "$scratch/times-read") ms"
exit $bad
