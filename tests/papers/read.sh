#!/bin/sh
# Papers as offices type them, read blind: fields, every line of the text in order, doubts told.  77 where PyYAML is not there.
# usage: read.sh GK SOURCE
set -eu
gk=$(realpath "$1") source=$(realpath "$2")
python=/usr/bin/python3
"$python" -c 'import yaml' 2>/dev/null || {
	echo "python3-yaml is not there"
	exit 77
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME="$work" LC_ALL=C.UTF-8 GK_FSYNC=0 GK_TODAY=2026-11-20 PYTHONDONTWRITEBYTECODE=1
unset XDG_CONFIG_HOME GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE LANGUAGE LANG LC_MESSAGES
printf '[user]\n\tname = 张某\n\temail = zhang@example.invalid\n' >"$work/.gitconfig"
"$python" "$source/tests/papers/papers.py" "$work/papers"
mkdir "$work/in"
cp "$work"/papers/*.docx "$work"/papers/*.ofd "$work/in"
cp -R "$source/tests/fixtures/mini" "$work/office"
cd "$work/office"
git init -q . && git add -A && git commit -q -m start
# Some are classified: they are left out, and the status says so.
status=0
"$gk" import --kind document "$work/in" --format=json >"$work/result" 2>"$work/err" || status=$?
[ $status = 1 ] || {
	cat "$work/err"
	echo "the status is $status"
	exit 1
}
"$python" "$source/tests/papers/clerk.py" "$work/papers" "$work/result" "$work/office"
# All of them are known the second time.
"$gk" import --kind document "$work/in" --format=json 2>/dev/null | grep -q '"fate": "added"' && exit 1
[ "$(git rev-list --count HEAD)" = 2 ]
