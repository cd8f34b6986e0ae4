#!/bin/sh
# Let a command go wrong at its system calls and look at what is left.
# usage: campaign.sh FAULT WRITER kill|ENOSPC|EIO POINTS WHAT [GK]
#
# WHAT is add or save, done by WRITER to a small repository; with GK (the program) it is a row of
# the table in tests/fault/commands.  It runs in a repository whose user has staged and dirty files.
# It is killed at every call that changes something and at others between, or those calls fail one
# by one: POINTS in all, spread evenly.  After each time the next writer recovers, and then all is
# as before the command or as after it: commit, index, files, the user's own changes; git fsck finds
# nothing, gk validate no error, and no lock, journal or temporary file is left.  A command that
# fails says why in one line.
set -eu
fault=$1 writer=$2 how=$3 points=$4 what=$5 gk=${6:-}
here=$(realpath "$(dirname "$0")") fixtures=$(realpath "$(dirname "$0")/../fixtures")
export GK_TODAY=2018-07-05 SOURCE_DATE_EPOCH=1530748800 GK_FSYNC=0
unset GIT_DIR GIT_INDEX_FILE GIT_OBJECT_DIRECTORY
# Hundreds of repositories are copied: in memory where that is possible.
[ -n "${TMPDIR:-}" ] || [ ! -w /dev/shm ] || TMPDIR=/dev/shm
scratch=$(mktemp -d -p "${TMPDIR:-/tmp}")
trap 'rm -rf "$scratch"' EXIT
trap 'exit 1' HUP INT TERM
# ptrace(2) leaves no room for the leak checker, which works the same way.
export ASAN_OPTIONS=detect_leaks=0 HOME="$scratch/home" GIT_CONFIG_NOSYSTEM=1 LC_ALL=C TZ=UTC
export GIT_AUTHOR_DATE='2018-07-04T08:00:00+0800' GIT_COMMITTER_DATE='2018-07-04T08:00:00+0800'
mkdir "$HOME" "$scratch/in"
git config --global user.name 张某
git config --global user.email zhang@example.invalid
git config --global init.defaultBranch main
git config --global gc.auto 0

# shellcheck disable=SC2317 # rows of the table call it
gk() { "$gk" "$@" >/dev/null 2>&1; }

# A commit of somebody else's, fetched, beside one of our own that gave the same number.
# shellcheck disable=SC2317 # a row calls it
upstream() {
	git init -q --bare ../hub.git
	git remote add origin ../hub.git
	git push -q -u origin main
	git clone -q ../hub.git ../other
	gk add document -C ../other --set 标题=别处的
	gk set -C ../other 2018-00002 note=他
	git -C ../other push -q
	gk add document --set 标题=这里的
	gk set dz-0002 note=我
	git fetch -q
}

# A part of the row of the table: 2 what is done before, 3 the command.
row() {
	awk -F ' *[|] ' -v what="$what" -v part="$1" '{ sub(/ +$/, "", $1) } $1 == what { print $part }' "$here/commands"
}

# The user's own changes in a catalogue: staged, staged and dirty, dirty, new.
change_own() {
	echo 'staged' >notes.md
	git add notes.md
	echo '# staged' >>"$staged"
	git add "$staged"
	echo '# dirty' >>"$staged"
	echo '# dirty' >>"$dirty"
	echo 'new' >own.txt
}

catalogue() {
	cp -R "$fixtures/mini" "$1"
	git init -q --template= "$1"
	cd "$1"
	sed 's/dz-0001/dz-0002/; s/^title: .*/title: 另一事项/' items/dz/dz-0001.yaml >items/dz/dz-0002.yaml
	sed 's/2018-00001/2018-00002/; s/春季/秋季/; s/〕1号/〕2号/' documents/2018/00/2018-00001.yaml >documents/2018/00/2018-00002.yaml
	printf '/public\n/.public*\n' >.gitignore
	git add .
	git commit -qm first
	git pack-refs --all
	staged=items/dz/dz-0001.yaml dirty=documents/2018/00/2018-00001.yaml
	eval "$(row 2)"
	change_own
	git status >/dev/null
	cd ..
}

small_repository() {
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
	staged=items/mz/mz-0002.yaml dirty=documents/2018/00/2018-00001.yaml
	change_own
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

# All of a repository that must be one of two: commit, index and files, byte for byte,
# and what git makes of them.  The site is made anew at any time.
picture() {
	(
		cd "$1"
		cat .git/HEAD
		git log --format='%T %P' -n 2
		git ls-files --stage
		git status --porcelain
		find . \( -name .git -o -path './*public*' \) -prune -o -type f -exec cksum {} + -o -type d -empty -print | sort
	)
}

cd "$scratch"
if [ -n "$gk" ]; then
	command=$(row 3)
	[ -n "$command" ] || { echo "campaign: there is no row '$what' in tests/fault/commands" >&2; exit 2; }
	catalogue start
	eval "set -- $command"
	shift
	set -- "$gk" "$@"
else
	small_repository start
	case $what in
	add) set -- "$writer" . add items/ny/ny-0001.yaml documents/2019/01/2019-01000.yaml ;;
	save) set -- "$writer" . save items/mz/mz-0001.yaml items/mz/mz-0003.yaml items/dz/dz-0001.yaml ;;
	esac
fi
cp -a start before
picture before >old
cp -a start after
(cd after && "$@") >/dev/null 2>said || { cat said; exit 1; }
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
	# So many of those in the list, spread evenly.
	function spread(list, count, many,    i, due) {
		for (i = 1; i <= count; i++) {
			due += many
			if (due >= count) { due -= count; take[list[i]] = 1 }
		}
	}
	END {
		if (how != "kill") {
			for (i = 1; i <= writes; i++) near[i] = i
			spread(near, writes, want < writes ? want : writes)
			for (i = 1; i <= writes; i++) if (take[i]) print i
			exit
		}
		for (i = first; i <= last + 1; i++)
			if (changes[i] || changes[i - 1]) near[++have] = i
			else far[++rest] = i
		spread(near, have, want < have ? want : have)
		if (want > have) spread(far, rest, want - have < rest ? want - have : rest)
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
	"$fault" "$how" "$n" "$@" </dev/null >/dev/null 2>../said || status=$?
	case $how:$status in
	*:0) ;;
	kill:*) fail "the command failed" ;;
	# One line says why; what a command told before may stand above it.
	*:3) [ "$(grep -c . ../said)" -eq 1 ] || { [ -n "$gk" ] && tail -n 1 ../said | grep -q '^gk: '; } || fail "said: $(cat ../said)" ;;
	*) fail "exit status $status, said: $(cat ../said)" ;;
	esac
	"$writer" . recover || fail "recovery failed"
	fsck=$(git fsck --no-dangling --no-progress 2>&1) || fail "git fsck failed"
	[ -z "$fsck" ] || fail "$fsck"
	left=$(find . \( -path ./.git/gk/drafts -o -path './*public*' \) -prune -o \( -name '*.lock' -o -name '.gk-tmp-*' -o -name 'tmp_obj*' -o -path './.git/gk/*' ! -path './.git/gk/index.*' \) -print)
	[ -z "$left" ] || fail "left over: $left"
	[ -z "$gk" ] || "$gk" validate -q >../said 2>&1 || fail "gk validate: $(cat ../said)"
	cd ..
	picture trial >now
	if cmp -s now old; then
		olds=$((olds + 1))
		# What was undone can be done.
		if [ $((olds % 20)) -eq 1 ]; then
			(cd trial && "$@") >/dev/null 2>said || fail "a second try failed: $(cat said)"
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
[ "$olds" -gt 0 ] && [ "$news" -gt 0 ] || [ "$points" -lt 100 ] || bad=1
exit $bad
