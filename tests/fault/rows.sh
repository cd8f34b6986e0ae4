# Read by campaign.sh and places.sh: a folder for all, a user for git, and the rows of tests/fault/commands.
# shellcheck shell=sh
# They set what, and gk, fixtures and here; what stands in $staged and $dirty is the user's own.
# shellcheck disable=SC2154,SC2164 # who reads this has said set -e
export GK_TODAY=2018-07-05 SOURCE_DATE_EPOCH=1530748800
unset GIT_DIR GIT_INDEX_FILE GIT_OBJECT_DIRECTORY GK_FSYNC
# Hundreds of repositories are copied: in memory where that is possible.
[ -n "${TMPDIR:-}" ] || [ ! -w /dev/shm ] || TMPDIR=/dev/shm
scratch=$(mktemp -d -p "${TMPDIR:-/tmp}")
trap 'rm -rf "$scratch"' EXIT
trap 'exit 1' HUP INT TERM
# ptrace(2) leaves no room for the leak checker, which works the same way.
export ASAN_OPTIONS=detect_leaks=0 HOME="$scratch/home" GIT_CONFIG_NOSYSTEM=1 LC_ALL=C TZ=UTC
export GIT_AUTHOR_DATE='2018-07-04T08:00:00+0800' GIT_COMMITTER_DATE='2018-07-04T08:00:00+0800'
mkdir "$HOME" "$scratch/in" "$scratch/out"
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

# Hooks of the user's own that let everything pass.
# shellcheck disable=SC2317 # rows call it
hooks() {
	mkdir -p .git/hooks
	for hook in "$@"; do
		printf '#!/bin/sh\nexit 0\n' >".git/hooks/$hook"
		chmod +x ".git/hooks/$hook"
	done
}

# A part of the row of the table: 2 what is done before, 3 the command, 4 how it is judged.
row() {
	awk -F ' *[|] ' -v what="$what" -v part="$1" '{ sub(/ +$/, "", $1) } $1 == what { sub(/ +$/, "", $part); print $part }' "$here/commands"
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

# In $move it may go elsewhere, before anything is done.
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
	${move:-:}
	eval "$(row 2)"
	change_own
	git status >/dev/null
	cd ..
}
