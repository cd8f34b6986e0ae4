#!/bin/sh
# Run one golden case: run-case.sh GK CASE-DIRECTORY [CONVERSE]
#
# CASE/cmd     the command lines, run by sh -eu in a git repository made from CASE/tree; $FIXTURES is tests/fixtures;
#              `converse` plays the person at a terminal (tests/cli-tty/converse.c)
# CASE/base    the name of a folder in tests/fixtures that the tree starts from (absent: none)
# CASE/out     standard output; CASE/err standard error; CASE/status (0 if absent)
# CASE/after   files afterwards that must be exactly so (only those named there are compared)
#
# GK_BLESS=1 writes what came out into the case instead; look at the diff.
set -u
gk=$(realpath "$1") case=$(realpath "$2")
converse=${3:+$(realpath "$3")}
[ -z "$converse" ] || "$converse" --probe || exit 77
FIXTURES=$(realpath "$case/../../fixtures")
export FIXTURES
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
mkdir "$work/tree" "$work/bin" "$work/home"
ln -s "$gk" "$work/bin/gk"
[ ! "$converse" ] || ln -s "$converse" "$work/bin/converse"
[ ! -e "$case/base" ] || cp -R "$FIXTURES/$(cat "$case/base")/." "$work/tree"
[ ! -d "$case/tree" ] || cp -R "$case/tree/." "$work/tree"
printf '[user]\n\tname = 张某\n\temail = zhang@example.invalid\n[init]\n\tdefaultBranch = main\n' >"$work/home/.gitconfig"
(
	cd "$work/tree" || exit 99
	export PATH="$work/bin:$PATH" HOME="$work/home" LC_ALL=C.UTF-8 TZ=Asia/Shanghai COLUMNS=80 \
		GK_TODAY=2026-11-20 GK_FSYNC=0 SOURCE_DATE_EPOCH=1795132800 TERM=dumb
	unset LANG LANGUAGE LC_MESSAGES NO_COLOR XDG_CONFIG_HOME GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE
	if [ -e catalogue.yaml ]; then
		export GIT_AUTHOR_DATE='1795046400 +0800' GIT_COMMITTER_DATE='1795046400 +0800'
		git init -q . && git add -A && git commit -q -m 'catalogue: start' || exit 99
		unset GIT_AUTHOR_DATE GIT_COMMITTER_DATE
	fi
	sh -eu "$case/cmd" >"$work/out" 2>"$work/err" </dev/null
)
echo $? >"$work/status"
# The scratch directory's name is nobody's business, and ids of commits follow from every byte of the catalogue.
sed -i -e "s|$work|WORK|g" -e 's/(commit [0-9a-f]\{7\})/(commit …)/; s/（提交 [0-9a-f]\{7\}）/（提交 …）/' \
	-e 's/"commit": "[0-9a-f]\{40\}"/"commit": "…"/' "$work/out" "$work/err"
for f in out err status; do
	if [ "${GK_BLESS:-}" ]; then
		cp "$work/$f" "$case/$f"
		[ -s "$case/$f" ] || rm "$case/$f"
		[ $f != status ] || [ "$(cat "$case/status")" != 0 ] || rm "$case/status"
	else
		want=$case/$f
		: >"$work/want.$f"
		[ $f != status ] || echo 0 >"$work/want.$f"
		[ -e "$want" ] || want=$work/want.$f
		diff -u --label "expected $f" --label "actual $f" "$want" "$work/$f" || bad=1
	fi
done
if [ -d "$case/after" ]; then
	(cd "$case/after" && find . -type f) | while read -r f; do
		if [ "${GK_BLESS:-}" ]; then
			cp "$work/tree/$f" "$case/after/$f"
		else
			diff -u --label "expected $f" --label "actual $f" "$case/after/$f" "$work/tree/$f"
		fi || echo bad >>"$work/bad"
	done
fi
[ -z "${bad:-}" ] && [ ! -e "$work/bad" ]
