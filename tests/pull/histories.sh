#!/bin/sh
# Random histories of two clones: histories.sh GK HISTORIES FIXTURE FIRST-SEED COUNT
#
# With KEEP=1 the clones of a history that went wrong stay, and where they are is printed; `log` beside
# them is what the programs said.
set -eu
gk=$(realpath "$1") histories=$(realpath "$2") fixture=$(realpath "$3") first=$4 count=$5
# Hundreds of repositories are copied: in memory where that is possible.
[ -n "${TMPDIR:-}" ] || [ ! -w /dev/shm ] || TMPDIR=/dev/shm
scratch=$(mktemp -d -p "${TMPDIR:-/tmp}")
if [ "${KEEP:-}" ]; then
	echo "$scratch"
else
	trap 'rm -rf "$scratch"' EXIT
fi
trap 'exit 1' HUP INT TERM
mkdir "$scratch/bin" "$scratch/home" "$scratch/base"
ln -s "$gk" "$scratch/bin/gk"
export PATH="$scratch/bin:$PATH" HOME="$scratch/home" GIT_CONFIG_NOSYSTEM=1 LC_ALL=C.UTF-8 LANGUAGE=en TZ=Asia/Shanghai \
	GK_TODAY=2026-11-20 GK_FSYNC=0 SOURCE_DATE_EPOCH=1795132800 TERM=dumb
unset LANG LC_MESSAGES NO_COLOR XDG_CONFIG_HOME GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE
git config --global user.name 张某
git config --global user.email zhang@example.invalid
git config --global init.defaultBranch main
git config --global gc.auto 0
cd "$scratch/base"
cp -R "$fixture" a
# What every item of the histories is made of: one that may be published.
grep -v '^id:\|^title:\|^created:' a/items/dz/dz-0001.yaml >item.yaml
cd a
# Each clone has a private store of its own, beside its catalogue as far as git goes.
printf 'public\nprivate\n' >.gitignore
sed -i 's/^private: .*/private: private/' catalogue.yaml
git init -q --template= .
git add -A && git commit -q -m 'start' && git tag start
cd ..
git clone -q --bare --template= a hub.git
git -C a remote add origin ../hub.git
git -C a push -q -u origin main
git clone -q --template= hub.git b
git -C b remote set-url origin ../hub.git
git init -q --bare --template= hub-private.git
git init -q --template= a/private
git -C a/private commit -q --allow-empty -m start
git -C a/private remote add origin ../../hub-private.git
git -C a/private push -q -u origin main
git clone -q --template= hub-private.git b/private
git -C b/private remote set-url origin ../../hub-private.git
(cd a && gk validate -q) && (cd b && gk validate -q)
"$histories" "$scratch/base" "$first" "$count"
