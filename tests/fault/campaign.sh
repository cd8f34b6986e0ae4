#!/bin/sh
# Let a command go wrong at its system calls and look at what is left.
# usage: campaign.sh FAULT WRITER kill|ENOSPC|EIO|EROFS|recovery POINTS WHAT [GK]
#
# WHAT is add or save, done by WRITER to a small repository; with GK (the program) it is a row of
# the table in tests/fault/commands.  It runs in a repository whose user has staged and dirty files.
# It is killed at every call that changes something on disk (what a kill between two of those leaves,
# a kill at the second leaves too), or those calls fail one by one: POINTS in all, spread evenly.
# For `recovery` it is killed, and then so is the writer that recovers, at every such call of its own.
# After each time the next writer recovers, and then all is as before the command or as after it:
# commit, index, reflog, files, the user's own changes; git fsck finds nothing, gk validate no error,
# and no lock, journal or temporary file is left.  A command that fails says why in one line.
# shellcheck disable=SC2034,SC2154 # rows.sh reads and sets some
set -eu
fault=$1 writer=$2 how=$3 points=$4 what=$5 gk=${6:-}
here=$(realpath "$(dirname "$0")") fixtures=$(realpath "$(dirname "$0")/../fixtures")
. "$here/rows.sh"
begun=$(date +%s)

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
repository() {
	(
		cd "$1"
		set +e # one that init has only begun
		cat .git/HEAD 2>&1
		git log --format='%T %P' -n 2 2>&1
		[ ! -e .git/logs/HEAD ] || cut -f 2 .git/logs/HEAD
		git ls-files --stage
		git status --porcelain -- . ':!_git2_*'
		# libgit2 tries what the file system can; where that fails, it writes down that it cannot.
		sed '/filemode\|symlinks/d' .git/config | cksum
		find .git/hooks .git/info -type f ! -name '.gk-tmp-*' -exec cksum {} + 2>/dev/null | sort -k 3
		find . \( -name .git -o -name '_git2_*' -o -path './*public*' \) -prune -o -type f -exec cksum {} + -o -type d -empty -print | sort
		true
	)
}

# It, and what the command makes outside of it; a store there is a repository.
picture() {
	repository "$1" 2>&1
	# A site is what its link leads to.
	find -L out \( -name '.gk-tmp-*' -o -name '.site*' \) -prune -o -type d -exec test -d '{}/.git' \; -print -prune -o -type f -exec cksum {} + | sort >stores
	cat stores
	sed -n '/^out/p' stores | while read -r store; do repository "$store" 2>&1; done
}

# The beginning, once more.
fresh() {
	rm -rf "$1" out
	cp -a start "$1"
	cp -a out-start out
}

cd "$scratch"
judged=
if [ -n "$gk" ]; then
	command=$(row 3)
	[ -n "$command" ] || { echo "campaign: there is no row '$what' in tests/fault/commands" >&2; exit 2; }
	judged=$(row 4)
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
cp -a out out-start
fresh before
picture before >old
fresh after
(cd after && "$@") >/dev/null 2>said || { cat said; exit 1; }
picture after >new
if cmp -s old new; then
	echo "the command changed nothing" >&2
	exit 1
fi

# So many of the lines, spread evenly.
spread() {
	awk -v want="$points" '{ line[++n] = $0 }
		END { for (i = 1; i <= n; i++) if (want >= n || int(i * want / n) > int((i - 1) * want / n)) print line[i] }'
}

# The calls that change something: number and kind; and for a kill what comes after the last of them.
changing() {
	awk -v how="$how" '/^[0-9]+ [a-z]+$/ { n = $1; print }
		END { if (n && (how == "kill" || how == "recovery")) print n + 1, "end" }'
}

# Every call of the writer that recovers from each kill.
recoveries() {
	while read -r n _; do
		fresh trial
		(cd trial && "$fault" kill "$n" "$@") </dev/null >/dev/null 2>&1
		[ -e trial/.git/gk/journal ] || [ -e trial/.git/gk/tx ] || continue
		(cd trial && "$fault" list "$writer" . recover) 2>&1 </dev/null >/dev/null | changing |
			while read -r m kind; do echo "$n $kind $m"; done
	done
}

fresh trial
(cd trial && "$fault" list "$@") </dev/null >/dev/null 2>calls
case $how in
kill) changing <calls | spread >chosen ;;
recovery)
	changing <calls | spread >kills
	recoveries "$@" <kills | spread >chosen
	;;
*) changing <calls | spread >chosen ;;
esac

bad=0 olds=0 news=0 betweens=0
fail() {
	echo "$what, $how at call $n${m:+, then $m} ($kind): $1"
	failed=1
}

# What the command and its recovery leave is whole.
look() {
	fsck=$(git fsck --no-dangling --no-progress 2>&1) || fail "git fsck failed"
	[ -z "$fsck" ] || fail "$fsck"
	left=$(find . \( -path ./.git/gk/drafts -o -path './*public*' \) -prune -o \( -name '*.lock' -o -name '.gk-tmp-*' -o -name 'tmp_obj*' -o -path './.git/gk/*' ! -path './.git/gk/index.*' \) -print)
	case $how$judged in
	killsteps) left=$(echo "$left" | grep -v '^\./\.git/\(hooks\|info\)/\.gk-tmp-' | grep -v '^\./\.git/config\.lock$' || :) ;;
	# Where people keep their files a kill may leave a folder whose name says whose it is, a failure none;
	# unless what failed is its removal.
	kill* | recovery*) ;;
	*) [ "$kind" = unlink ] || left="$left$(find ../out -name '.gk-tmp-*')" ;;
	esac
	[ -z "$left" ] || fail "left over: $left"
	[ -z "$gk" ] || "$gk" validate -q >../said 2>&1 || fail "gk validate: $(cat ../said)"
}

again() {
	# git's own lock says nothing of who had it: only a person can know that nobody has.
	lock=$(find trial out -name '.gk-tmp-*' -prune -o -path '*/.git/config.lock' -print)
	if [ -n "$lock" ]; then
		! (cd trial && "$@") >/dev/null 2>said || fail "a lock of git's was passed over"
		tail -n 1 said | grep -q '^gk: .*/config\.lock' || fail "of the lock it said: $(cat said)"
		rm "$lock"
	fi
	# Of two stores in two folders one comes first; whose it is, only a person can know.
	if [ "$judged" = stores ] && [ -e out/mini-private ] && [ ! -e out/office ]; then
		! (cd trial && "$@") >/dev/null 2>said || fail "a store was passed over"
		tail -n 1 said | grep -q '^gk: .*/mini-private' || fail "of the store it said: $(cat said)"
		rm -r out/mini-private
	fi
	status=0
	(cd trial && "$@") >/dev/null 2>said || status=$?
	picture trial >now
	# What is there already and only had to be ended, it says.
	[ "$status$judged" = 3steps ] && cmp -s now new && return
	[ "$status" -eq 0 ] || fail "a second try failed: $(cat said)"
	cmp -s now new || fail "a second try gave something else: $(diff new now)"
}

goes_wrong() {
	status=0
	case $how in
	recovery)
		"$fault" kill "$n" "$@" </dev/null >/dev/null 2>../said || fail "the command failed"
		"$fault" kill "$m" "$writer" . recover </dev/null >/dev/null 2>../said || fail "recovery failed at first"
		return
		;;
	esac
	"$fault" "$how" "$n" "$@" </dev/null >/dev/null 2>../said || status=$?
	case $how:$status in
	*:0) ;;
	kill:*) fail "the command failed" ;;
	# One line says why; what a command told before may stand above it.
	*:3) [ "$(grep -c . ../said)" -eq 1 ] || { [ -n "$gk" ] && tail -n 1 ../said | grep -q '^gk: '; } || fail "said: $(cat ../said)" ;;
	*) fail "exit status $status, said: $(cat ../said)" ;;
	esac
}

total=0
while read -r n kind m; do
	failed=0 total=$((total + 1))
	fresh trial
	cd trial
	goes_wrong "$@"
	"$writer" . recover 2>../said || fail "recovery failed: $(cat ../said)"
	look
	cd ..
	picture trial >now
	# An empty folder that could not be removed is nothing to git.
	[ "$kind" != unlink ] || [ "$how" = kill ] || sed -i '/^\.\/[^ ]*$/d' now
	if cmp -s now old; then
		olds=$((olds + 1))
		# What was undone can be done.
		[ $((olds % 20)) -ne 1 ] || again "$@"
	elif cmp -s now new; then
		news=$((news + 1))
	elif [ "$judged" = steps ] || [ "$how$judged" = killstores ]; then
		betweens=$((betweens + 1))
		again "$@"
	else
		fail "neither the old state nor the new one: $(diff old now) $(diff new now)"
	fi
	bad=$((bad + failed))
done <chosen
kinds=$(awk '{ n[$2]++ } END { for (kind in n) print n[kind], kind }' chosen | sort -k 2 | paste -s -d , | sed 's/,/, /g')
echo "$what: $total times $how: $olds undone, $news done, $betweens between, $bad failed ($kinds; $(($(date +%s) - begun)) s)"
[ "$bad" -eq 0 ] || exit 1
[ "$total" -gt 0 ] || exit 1
# Where all was tried, some of it has to come before the change and some after.
[ "$judged" = steps ] || [ "$points" -lt 100 ] || { [ "$olds" -gt 0 ] && [ "$news" -gt 0 ]; }
