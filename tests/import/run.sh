#!/bin/sh
# run.sh GK SOURCE: the rows of fixtures/import in each form that variants.py prints come back with every cell accounted for.
set -eu
gk=$(realpath "$1") source=$(realpath "$2")
facts=$source/tests/fixtures/import/catalogue-rows.json
python=/usr/bin/python3
"$python" -c 'import openpyxl, yaml' 2>/dev/null || {
	echo "python3-openpyxl or python3-yaml is not there"
	exit 77
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME="$work" LC_ALL=C.UTF-8 GK_FSYNC=0 GK_TODAY=2026-11-20 SOURCE_DATE_EPOCH=1795132800
unset LANGUAGE GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE
printf '[user]\n\tname = 张某\n\temail = zhang@example.invalid\n' >"$work/.gitconfig"
mkdir "$work/forms" "$work/empty"
"$python" "$source/tests/import/variants.py" "$facts" "$work/forms"
for part in catalogue.yaml units channels categories; do
	cp -R "$source/catalogue/$part" "$work/empty"
done
bad=0
for form in "$work"/forms/*.xlsx "$work"/forms/*.csv; do
	rm -rf "$work/tree"
	cp -R "$work/empty" "$work/tree"
	cd "$work/tree"
	git init -q . && git add -A && git commit -q -m start
	"$gk" import "$form" --unit 民政办 >"$work/log" 2>&1 || {
		cat "$work/log"
		bad=1
	}
	"$python" "$source/tests/import/account.py" "$facts" "${form##*/}" "$work/forms/forms.json" "$work/tree" || bad=1
	# Once more: all of it is there already.
	"$gk" import "$form" --unit 民政办 --format json >"$work/again" 2>&1 || bad=1
	grep -q '"same": 46' "$work/again" || {
		echo "${form##*/}: read again, it changes something"
		bad=1
	}
	[ "$(git rev-list --count HEAD)" = 2 ] || bad=1
done
exit $bad
