#!/bin/sh
# Run the commands of a workflow in docs/ci against a real push into a bare repository: run-ci.sh GK
# SOURCE-DIRECTORY FORGE.  A good push must pass, and one that breaks a rule of history, or of a state, must not.
set -eu
gk=$(realpath "$1") source=$(realpath "$2") forge=$3
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/bin" "$scratch/home"
ln -s "$gk" "$scratch/bin/gk"
export PATH="$scratch/bin:$PATH" HOME="$scratch/home" LC_ALL=C.UTF-8 GK_TODAY=2026-11-20
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE XDG_CONFIG_HOME LANG LANGUAGE
git config --global user.name 张某
git config --global user.email clerk@example.invalid
git config --global init.defaultBranch main

# The shell of a workflow: what stands in its blocks "run:" or "script:", in order.
commands() { # FORGE FILE
	awk -v forge="$1" '
	function depth(line) { match(line, /^ */); return RLENGTH }
	block && ($0 ~ /^ *$/ || depth($0) > block_depth) { print substr($0, block_depth + 3); next }
	block { block = 0 }
	forge == "github" && /^ *run: / {
		text = $0; sub(/^ *run: /, "", text)
		if (text == "|") { block = 1; block_depth = depth($0) } else print text
		next
	}
	forge != "github" && /^ *script:/ { inside = 1; inside_depth = depth($0); next }
	inside && (depth($0) < inside_depth || (depth($0) == inside_depth && $0 !~ /^ *- /)) { inside = 0 }
	inside && /^ *- / {
		text = $0; sub(/^ *- /, "", text)
		if (text == "|") { block = 1; block_depth = depth($0) } else print text
	}
	' "$2"
}
commands "$forge" "$source/docs/ci/$forge.yml" >"$scratch/job"
grep -q 'validate --range' "$scratch/job"
grep -q 'validate -f' "$scratch/job"

git init -q --bare "$scratch/server.git"
git clone -q "$scratch/server.git" "$scratch/work" 2>/dev/null
cp -R "$source/tests/fixtures/mini/." "$scratch/work"
cd "$scratch/work"
git add -A
git commit -q -m 'catalogue: start'

# What the forge does after a push: a fresh clone, its variables, the commands.
before=0000000000000000000000000000000000000000
run_job() { # BRANCH
	rm -rf "$scratch/clone"
	git clone -q --branch "$1" "$scratch/server.git" "$scratch/clone"
	(
		cd "$scratch/clone"
		export BEFORE="$before" MAIN=main CI_COMMIT_BEFORE_SHA="$before" CI_DEFAULT_BRANCH=main
		[ "$forge" != gitee ] || unset BEFORE
		sh -eu "$scratch/job"
	) >"$scratch/log" 2>&1
}
push() { # BRANCH pass|fail WHAT
	git push -q -f origin "HEAD:$1"
	if run_job "$1"; then said=pass; else said=fail; fi
	if [ "$said" != "$2" ]; then
		cat "$scratch/log"
		echo "$forge: $3: expected $2, got $said" >&2
		exit 1
	fi
	before=$(git rev-parse HEAD)
}
document=documents/2018/00/2018-00001.yaml
push main pass 'the first push'
printf 'events:\n- {date: 2026-11-18, act: clear, step: final, verdict: pass, by: 张某, proof: paper}\n' >>$document
git commit -q -am 'cleared'
push main pass 'a good push'
echo text >README
git add README
git commit -q -m 'no record'
push main pass 'a push without a record'
git checkout -q -b side
sed -i '/^events:/,$d' $document
git commit -q -am 'an event is gone'
before=0000000000000000000000000000000000000000
push side fail 'a branch that loses an event'
grep -q event-rewritten "$scratch/log"
git reset -q --hard main
sed -i 's/^unit: .*/unit: nowhere/' $document
git commit -q -am 'a unit that is not there'
push side fail 'a branch, pushed with force, that refers to nothing'
grep -q reference-missing "$scratch/log"
