#!/bin/sh
# lib/po/zh_CN.po has every message of the source, translated, and none besides.
# usage: messages.sh SOURCE-DIRECTORY [--write]   (--write merges new messages in)
set -eu
cd "$1"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
find lib cmd -name '*.[ch]' | sort >"$scratch/files"
xgettext --from-code=UTF-8 --keyword=tr --keyword=trn:1,2 --keyword=N_ --no-location --sort-output \
	--package-name=gk -o "$scratch/gk.pot" -f "$scratch/files"
sed -i '/^"POT-Creation-Date:/d' "$scratch/gk.pot"
if [ "${2:-}" = --write ]; then
	[ -e lib/po/zh_CN.po ] || msginit --no-translator -l zh_CN.UTF-8 -i "$scratch/gk.pot" -o lib/po/zh_CN.po
	msgmerge -q --no-fuzzy-matching --no-location --sort-output -U --backup=none lib/po/zh_CN.po "$scratch/gk.pot"
	msgattrib --no-obsolete --no-location -o lib/po/zh_CN.po lib/po/zh_CN.po
	# The day of the last run says nothing.
	sed -i '/^"POT-Creation-Date:/d' lib/po/zh_CN.po
	exit 0
fi
msgfmt --check -o /dev/null lib/po/zh_CN.po
msgmerge -q --no-fuzzy-matching -o "$scratch/merged.po" lib/po/zh_CN.po "$scratch/gk.pot"
# The head of the file counts as one.
left=$(msgattrib --untranslated --no-obsolete "$scratch/merged.po" | grep -c '^msgid "[^"]\|^msgid ""$' || true)
left=$((left > 0 ? left - 1 : 0))
obsolete=$(msgattrib --only-obsolete "$scratch/merged.po" | grep -c '^#~ msgid' || true)
if [ "$left" -gt 0 ] || [ "$obsolete" -gt 0 ]; then
	msgattrib --untranslated --no-obsolete "$scratch/merged.po"
	msgattrib --only-obsolete "$scratch/merged.po"
	echo "lib/po/zh_CN.po: $left messages without Chinese, $obsolete that are no longer used" >&2
	exit 1
fi
