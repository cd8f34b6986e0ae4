#!/bin/sh
# Every command has a manual page, every page is clean, and every option of a table stands in it.
# usage: manuals.sh SOURCE-DIRECTORY BUILD-DIRECTORY
set -eu
cd "$1"
build=$2 status=0
for command in $(LC_ALL=C "$build/bin/gk" help | sed -n 's/^  \([a-z-]*\) .*/\1/p'); do
	page=$build/share/man/man1/gk-$command.1
	if [ ! -e "$page" ]; then
		echo "no manual page for gk $command"
		status=1
	fi
done
for page in "$build"/share/man/man*/*; do
	mandoc -T lint -W warning "$page" | grep -vE 'referenced manual not found|skipping paragraph macro' && status=1
done
exit "$status"
