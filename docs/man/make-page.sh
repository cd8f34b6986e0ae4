#!/bin/sh
# make-page.sh GK PAGE.scd OUT: the page with @OPTIONS command@ replaced by SYNOPSIS and OPTIONS as
# gk prints them from its tables, through scdoc.
set -eu
gk=$1 page=$2 out=$3
mkdir -p "$(dirname "$out")"
while IFS= read -r line; do
	case $line in
	"@OPTIONS "*"@")
		name=${line#@OPTIONS }
		LC_ALL=C "$gk" help --manual --lang=en "${name%@}"
		;;
	*) printf '%s\n' "$line" ;;
	esac
done <"$page" | SOURCE_DATE_EPOCH=0 scdoc >"$out.new"
mv "$out.new" "$out"
