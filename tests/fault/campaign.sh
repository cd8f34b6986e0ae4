#!/bin/sh
# Let a command go wrong at its system calls and look at what is left.
# usage: campaign.sh FAULT WRITER kill|ENOSPC|EIO POINTS add|save [COMMAND…]
#
# COMMAND (default: WRITER . add|save PATH…) runs in a repository whose user has staged
# and dirty files.  It is killed at every call that changes something and at others
# between, POINTS in all; or those calls fail one by one.  After each time the next writer
# recovers, and then all is as before the command or as after it: commit, index, files,
# the user's own changes; git fsck finds nothing and no lock, journal or temporary file
# is left.  A command that fails says why in one line.  With CATALOGUE (a folder) the repository
# is a copy of it, and with GK (the program) gk validate finds no error afterwards.
set -eu
fault=$1 writer=$2 how=$3 points=$4 what=$5
shift 5
export GK_TODAY=2018-07-05 SOURCE_DATE_EPOCH=1530748800
unset GIT_DIR GIT_INDEX_FILE GIT_OBJECT_DIRECTORY
# Hundreds of repositories are copied: in memory where that is possible.
[ -n "${TMPDIR:-}" ] || [ ! -w /dev/shm ] || TMPDIR=/dev/shm
scratch=$(mktemp -d -p "${TMPDIR:-/tmp}")
trap 'rm -rf "$scratch"' EXIT
trap 'exit 1' HUP INT TERM
# ptrace(2) leaves no room for the leak checker, which works the same way.
export ASAN_OPTIONS=detect_leaks=0 HOME="$scratch/home" GIT_CONFIG_NOSYSTEM=1 LC_ALL=C TZ=UTC
export GIT_AUTHOR_DATE='2018-07-04T08:00:00+0800' GIT_COMMITTER_DATE='2018-07-04T08:00:00+0800'
mkdir "$HOME"
git config --global user.name 张某
git config --global user.email zhang@example.invalid
git config --global init.defaultBranch main
git config --global gc.auto 0

# The user's own changes in a copy of a catalogue: staged, staged and dirty, dirty, new.
copied_fixture() {
	cp -R "$CATALOGUE" "$1"
	git init -q --template= "$1"
	cd "$1"
	git add .
	git commit -qm first
	git pack-refs --all
	echo 'staged' >notes.md
	git add notes.md
	echo '# staged' >>items/dz/dz-0001.yaml
	git add items/dz/dz-0001.yaml
	echo '# dirty' >>items/dz/dz-0001.yaml
	echo '# dirty' >>documents/2018/00/2018-00001.yaml
	echo 'new' >own.txt
	if [ "$what" = save ]; then
		echo '# by hand' >>units/zf.yaml
		printf 'id: ny\nname: 农业办公室\nkind: inner\n' >units/ny.yaml
	fi
	git status >/dev/null
	cd ..
}

fixture() {
	if [ -n "${CATALOGUE:-}" ]; then
		copied_fixture "$1"
		return
	fi
	git init -q --template= "$1"
	cd "$1"
	mkdir -p items/mz documents/2018/00
	echo 'format: 1' >catalogue.yaml
	for n in 0001 0002 0003; do
		printf 'id: mz-%s\ntitle: 低保对象名单\n' "$n" >"items/mz/mz-$n.yaml"
	done
	echo 'id: 2018-00001' >documents/2018/00/2018-00001.yaml
	git add .
	git commit -qm first
	git pack-refs --all
	# The user's own: staged, staged and dirty, dirty, new.
	echo 'staged' >notes.md
	git add notes.md
	echo '# staged' >>items/mz/mz-0002.yaml
	git add items/mz/mz-0002.yaml
	echo '# dirty' >>items/mz/mz-0002.yaml
	echo '# dirty' >>documents/2018/00/2018-00001.yaml
	echo 'new' >own.txt
	# By hand, for save.
	if [ "$what" = save ]; then
		echo 'unit: mz' >>items/mz/mz-0001.yaml
		rm items/mz/mz-0003.yaml
		mkdir items/dz
		echo 'id: dz-0001' >items/dz/dz-0001.yaml
	fi
	git status >/dev/null
	cd ..
}

if [ $# -eq 0 ]; then
	case $what in
	add) set -- "$writer" . add items/ny/ny-0001.yaml documents/2019/01/2019-01000.yaml ;;
	save) set -- "$writer" . save items/mz/mz-0001.yaml items/mz/mz-0003.yaml items/dz/dz-0001.yaml ;;
	esac
fi

# All of a repository that must be one of two: commit, index and files, byte for byte,
# and what git makes of them.
picture() {
	(
		cd "$1"
		cat .git/HEAD
		git log --format='%T %P' -n 2
		git ls-files --stage
		git status --porcelain
		find . -name .git -prune -o -type f -exec cksum {} + -o -type d -empty -print | sort
	)
}

cd "$scratch"
fixture start
cp -a start before
picture before >old
cp -a start after
(cd after && "$@") >/dev/null
picture after >new
if cmp -s old new; then
	echo "the command changed nothing" >&2
	exit 1
fi

cp -a start trial
(cd trial && "$fault" list "$@") >/dev/null 2>calls
rm -rf trial
# Every call from the first to the last that changes something may be a point.
awk -v want="$points" -v how="$how" '
	/^[0-9!]+$/ { n++; changes[n] = /^!/; writes += changes[n]; if (changes[n]) { if (!first) first = n; last = n } }
	END {
		if (how != "kill") {
			for (i = 1; i <= writes; i++) print i
			exit
		}
		for (i = first; i <= last + 1; i++)
			if (changes[i] || changes[i - 1]) { take[i] = 1; have++ }
		rest = last + 2 - first - have
		for (i = first; i <= last + 1 && rest > 0; i++)
			if (!take[i]) {
				due += want - have
				if (due >= rest) { due -= rest; take[i] = 1 }
			}
		for (i = first; i <= last + 1; i++)
			if (take[i]) print i
	}' calls >chosen

bad=0 olds=0 news=0
fail() {
	echo "$how at call $n: $1" >&2
	bad=1
}
while read -r n; do
	rm -rf trial
	cp -a start trial
	cd trial
	status=0
	"$fault" "$how" "$n" "$@" >/dev/null 2>../said || status=$?
	case $how:$status in
	*:0) ;;
	kill:*) fail "the command failed" ;;
	*:3) [ "$(wc -l <../said)" -eq 1 ] || fail "said: $(cat ../said)" ;;
	*) fail "exit status $status" ;;
	esac
	"$writer" . recover || fail "recovery failed"
	fsck=$(git fsck --no-dangling --no-progress 2>&1) || fail "git fsck failed"
	[ -z "$fsck" ] || fail "$fsck"
	left=$(find . -name '*.lock' -o -name '.gk-tmp-*' -o -name 'tmp_obj*' -o -path './.git/gk/*' ! -path './.git/gk/index.*')
	[ -z "$left" ] || fail "left over: $left"
	[ -z "${GK:-}" ] || "$GK" validate -q >../said 2>&1 || fail "gk validate: $(cat ../said)"
	cd ..
	picture trial >now
	if cmp -s now old; then
		olds=$((olds + 1))
		# What was undone can be done.
		if [ $((olds % 20)) -eq 0 ]; then
			(cd trial && "$@") >/dev/null || fail "a second try failed"
			picture trial >now
			cmp -s now new || fail "a second try gave something else"
		fi
	elif cmp -s now new; then
		news=$((news + 1))
	else
		fail "neither the old state nor the new one: $(diff old now) $(diff new now)"
	fi
done <chosen
echo "$what: $((olds + news)) of $(wc -l <chosen) times $how: $olds undone, $news done"
[ "$olds" -gt 0 ] && [ "$news" -gt 0 ] || bad=1
exit $bad
