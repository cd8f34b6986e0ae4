#!/bin/sh
# What is generated from the field tables equals what is committed: schemas/KIND.schema.json and
# docs/reference.  usage: generated.sh SOURCE-DIRECTORY GK [--write]
set -eu
cd "$1"
gk=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir -p "$scratch/schemas" "$scratch/docs/reference"
{
	printf '# Fields of every kind\n\nGenerated from the field tables by `./dev generate`.\n'
	for kind in $("$gk" schema --list | cut -f 1); do
		"$gk" schema --lang=zh "$kind" >"$scratch/schemas/$kind.schema.json"
		printf '\n'
		"$gk" schema --lang=en --reference "$kind"
	done
} >"$scratch/docs/reference/fields.md"
{
	printf '# 各类记录的字段\n\n由 `./dev generate` 从字段表生成。\n'
	for kind in $("$gk" schema --list | cut -f 1); do
		printf '\n'
		"$gk" schema --lang=zh --reference "$kind"
	done
} >"$scratch/docs/reference/fields.zh.md"
sh tests/lint/rule-pages.sh "$gk" "$scratch/docs/reference/rules"
if [ "${3:-}" = --write ]; then
	rm -f schemas/*.schema.json
	cp "$scratch"/schemas/*.json schemas/
	rm -rf docs/reference/rules
	cp -R "$scratch"/docs/reference/. docs/reference/
	exit 0
fi
status=0
for file in "$scratch"/schemas/*.json; do
	diff -u "schemas/$(basename "$file")" "$file" || status=1
done
for file in "$scratch"/docs/reference/*.md; do
	diff -u "docs/reference/$(basename "$file")" "$file" || status=1
done
diff -ru docs/reference/rules "$scratch/docs/reference/rules" || status=1
[ "$status" = 0 ] || echo "run ./dev generate" >&2
exit "$status"
