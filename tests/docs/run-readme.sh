#!/bin/sh
# Run every command of a README, in order, in an empty directory: run-readme.sh GK README LOCALE
set -u
gk=$(realpath "$1") readme=$(realpath "$2")
here=$(dirname "$(realpath "$0")")
# shellcheck source-path=SCRIPTDIR source=scratch.sh
. "$here/scratch.sh"
mkdir "$scratch/run"
cd "$scratch/run" || exit 99
LC_ALL=$3 sh "$here/run-examples.sh" "$readme"
