#!/bin/sh
# Every writer in every place that a catalogue may be in: it works, or says in one line what to do.
# usage: places.sh GK FAULT PLACE
#
# The writers are rows of tests/fault/commands.  Where they work there is a new state that git and gk
# find whole; where not, all is as it was, and nothing of theirs is left.  Exit status 77: not to be
# tried here.
# shellcheck disable=SC2034,SC2154 # rows.sh reads and sets some
set -eu
gk=$(realpath "$1") fault=$(realpath "$2") place=$3 what=
here=$(realpath "$(dirname "$0")") fixtures=$(realpath "$(dirname "$0")/../fixtures")
. "$here/rows.sh"
writers='add-item add add-docx set save edit attach import clear publish void undo renumber review papers fmt'
bad=0

fail() {
	echo "$place, $what: $1"
	bad=1
}

# What must not change where a writer cannot write; not the index that gk derives.
picture() {
	git -c safe.directory='*' for-each-ref 2>&1 || :
	find . -path '*/gk/index.*' -prune -o -type f ! -name index -exec cksum {} + | sort -k 3
	find . -path '*/gk' -prune -o -type d -print | sort
}

# ---- places ----

detached() { git checkout -q --detach; }
worktree() {
	git worktree add -q ../tree -b other
	cd ../tree
}
folder() {
	mkdir town
	git mv catalogue.yaml categories channels documents items units town
	git commit -qm town
	# Rows look for what they need beside the catalogue.
	ln -s ../in ../out .
	mkdir -p .git/info
	printf '/in\n/out\n' >.git/info/exclude
	cd town
}
unborn() {
	rm -rf .git
	git init -q --template= .
}
bare() { git clone -q --bare . ../bare.git; }
journal() {
	mkdir -p .git/gk
	echo 'gk-journal 9' >.git/gk/journal
}
# One that a newer gk made is only made anew.
index() {
	gk list
	python3 -c 'import sqlite3; c = sqlite3.connect(".git/gk/index.db"); c.execute("update meta set value = \"99\" where name = \"schema\""); c.commit()'
}
merge() {
	git checkout -q -b side
	git commit -q --allow-empty -m side
	git checkout -q main
	git commit -q --allow-empty -m main
	git merge -q --no-commit side >/dev/null 2>&1
}

# shellcheck disable=SC2120 # of its own
do_row() {
	eval "set -- $(row 3)"
	shift
	"$gk" "$@"
}

works() {
	before=$(picture)
	do_row </dev/null >"$scratch/said" 2>&1 || fail "$(cat "$scratch/said")"
	[ "$before" != "$(picture)" ] || fail "it changed nothing"
	fsck=$(git fsck --no-dangling --no-progress 2>&1) || fail "git fsck failed"
	[ -z "$fsck" ] || [ "$place" = unborn ] || fail "$fsck"
	"$gk" validate -q >"$scratch/said" 2>&1 || fail "$(cat "$scratch/said")"
	left=$(find . "$(git rev-parse --git-dir)" \( -name '*.lock' -o -name '.gk-tmp-*' -o -path '*/gk/*' ! -path '*/gk/index.*' ! -path '*/gk/drafts*' \) -print)
	[ -z "$left" ] || fail "left over: $left"
}

# With the words of the remedy, and what runs gk in between.
refuses() {
	words=$1
	shift
	before=$(picture)
	status=0
	(
		run=$*
		eval "set -- $(row 3)"
		shift
		# shellcheck disable=SC2086 # words are meant
		exec $run "$gk" "$@"
	) </dev/null >"$scratch/out.txt" 2>"$scratch/said" || status=$?
	case $status in
	1 | 3) ;;
	*) fail "exit status $status: $(cat "$scratch/said")" ;;
	esac
	tail -n 1 "$scratch/said" | grep -q "^gk: .*$words" || fail "it said: $(cat "$scratch/said")"
	[ "$before" = "$(picture)" ] || fail "something changed"
}

each() { # $move, what is done with each
	for what in $writers; do
		cd "$scratch"
		rm -rf c tree in out bare.git
		mkdir in out
		catalogue c
		cd "$scratch/${at:-c}"
		"$@"
	done
}

cd "$scratch"
case $place in
detached | index)
	move=$place
	each works
	;;
worktree)
	move=$place at=tree
	each works
	;;
folder)
	move=$place at=c/town
	each works
	;;
unborn)
	# What was never committed can be added to and saved.
	writers='add-item add add-docx import papers save' move=unborn
	each works
	;;
bare)
	move=$place at=bare.git
	each refuses 'clone\|克隆'
	;;
journal)
	each eval 'journal; refuses gk/journal'
	;;
merge)
	# What only rewrites files may do so.
	writers=${writers% fmt}
	each eval 'git stash -q; merge; refuses --abort'
	;;
read-only)
	# A disk that is mounted so, or else calls that fail as they do there.
	cat >mount.sh <<-'END'
		mount --bind "$PWD" "$PWD"
		mount -o remount,bind,ro "$PWD"
		cd "$PWD"
		exec "$@"
	END
	run="unshare -rm sh -eu $scratch/mount.sh"
	(mkdir try && cd try && $run true) 2>/dev/null || run="$fault EROFS 1"
	each refuses git.clone "$run"
	;;
another-user)
	[ "$(id -u)" = 0 ] || exit 77
	each eval 'chown -R 65534:65534 .; refuses "safe.directory .*/c"; chown -R 0:0 .'
	;;
not-mine)
	[ "$(id -u)" = 0 ] && command -v setpriv >/dev/null || exit 77
	git config --global --add safe.directory "$scratch/c"
	chmod -R a+rX .
	chmod a+rx "$scratch"
	each refuses git.clone setpriv --reuid=65534 --regid=65534 --clear-groups
	;;
*)
	echo "places: there is no place '$place'" >&2
	exit 2
	;;
esac
exit $bad
