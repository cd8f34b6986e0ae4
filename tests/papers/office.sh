#!/bin/sh
# Papers in old formats, made by LibreOffice and read back through it: 77 where it is not installed.
# usage: office.sh GK FIXTURES
set -eu
gk=$(realpath "$1") fixtures=$(realpath "$2")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/home" "$work/temp" "$work/in" "$work/bin"
export HOME="$work/home" TMPDIR="$work/temp" GIT_CONFIG_NOSYSTEM=1 LC_ALL=C.UTF-8 GK_TODAY=2026-11-20 GK_FSYNC=0
unset XDG_CONFIG_HOME GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE LANGUAGE
git config --global user.name 张某
git config --global user.email zhang@example.invalid
cp -R "$fixtures/mini" "$work/office"
cd "$work/office"
git init -q . && git add -A && git commit -q -m start

# Where it is not installed one line says what to do, and nothing changes.
printf '\320\317\021\340\241\261\032\341 old' >"$work/in/old.doc"
for tool in git sh; do ln -s "$(command -v $tool)" "$work/bin/$tool"; done
if PATH="$work/bin" "$gk" add document --docx "$work/in/old.doc" --yes 2>"$work/err"; then
	echo "an old file was read without LibreOffice" >&2
	exit 1
fi
grep -q '另存为 .docx' "$work/err"
[ "$(wc -l <"$work/err")" = 1 ]

command -v soffice >/dev/null || exit 77
for ending in doc odt; do
	soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to $ending \
		--outdir "$work/in" "$fixtures/papers/plan.docx" >/dev/null 2>&1
done
mv "$work/in/plan.doc" "$work/in/要点.wps"
for file in 要点.wps plan.odt; do
	"$gk" add document --docx "$work/in/$file" --dry-run 2>"$work/err" |
		sed -n '/^body/,/^attachments/p' | sed '1d;$d;s/^  //' >"$work/body"
	diff -u "$fixtures/papers/plan.md" "$work/body"
	grep -q '东政发〔2026〕24号' "$work/err"
done
# The original stays what it was, and nothing else is left.
"$gk" add document --docx "$work/in/要点.wps" --yes >/dev/null 2>&1
cmp "$work/in/要点.wps" attachments/2026-00001/original.wps
[ -z "$(ls -A "$work/temp")" ] || { ls -A "$work/temp" >&2 && exit 1; }
[ -z "$(git status --porcelain)" ]
# What LibreOffice makes nothing of.
if "$gk" add document --docx "$work/in/old.doc" --yes 2>"$work/err"; then
	echo "garbage was read" >&2
	exit 1
fi
[ -z "$(ls -A "$work/temp")" ]
