# What the runners of examples share: a scratch directory with a home, a git configuration and gk of
# its own.  Sets $scratch; expects $gk.
# shellcheck shell=sh
scratch=$(mktemp -d) || exit 99
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/bin" "$scratch/home"
ln -s "${gk:?}" "$scratch/bin/gk"
export PATH="$scratch/bin:$PATH" HOME="$scratch/home" GIT_CONFIG_GLOBAL="$scratch/home/.gitconfig" \
	GIT_CONFIG_NOSYSTEM=1 GK_TODAY=2026-11-20 GK_FSYNC=0 TZ=Asia/Shanghai COLUMNS=80 TERM=dumb
unset LANGUAGE LC_MESSAGES LANG NO_COLOR XDG_CONFIG_HOME SOURCE_DATE_EPOCH GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE
git config --global init.defaultBranch main
