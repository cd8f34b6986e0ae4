#!/bin/sh
# Run the EXAMPLES of every manual page, each page in a fresh copy of the example catalogue in a git
# repository of its own: run-man.sh GK CATALOGUE PAGES-DIRECTORY
set -u
gk=$(realpath "$1") catalogue=$(realpath "$2") pages=$(realpath "$3")
here=$(dirname "$(realpath "$0")")
# shellcheck source-path=SCRIPTDIR source=scratch.sh
. "$here/scratch.sh"
git config --global user.name 张某
git config --global user.email clerk@example.invalid
mkdir "$scratch/base"
cp -R "$catalogue" "$scratch/base/catalogue"
cd "$scratch/base/catalogue" || exit 99
git init -q . && git add -A && git commit -q -m 'catalogue: the example' || exit 99
status=0
for page in "$pages"/*.scd; do
	rm -rf "$scratch/run"
	cp -R "$scratch/base" "$scratch/run"
	cd "$scratch/run/catalogue" || exit 99
	LC_ALL=en_US.UTF-8 sh "$here/run-examples.sh" "$page" || status=1
done
exit "$status"
