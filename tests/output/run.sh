#!/bin/sh
# What gk prints as JSON has exactly the members of schemas/output.
# usage: run.sh GK FITS SOURCE-DIRECTORY
set -eu
gk=$(realpath "$1") fits=$(realpath "$2") source=$(realpath "$3")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/home" "$work/office" "$work/seen"
export HOME="$work/home" GIT_CONFIG_NOSYSTEM=1 LC_ALL=C GK_TODAY=2026-11-20 GK_FSYNC=0
unset XDG_CONFIG_HOME GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE LANGUAGE
git config --global user.name 张某
git config --global user.email zhang@example.invalid
cp -R "$source/tests/fixtures/mini/." "$work/office"
cd "$work/office"
git init -q .
git add -A
git commit -q -m start

status=0
# form NAME COMMAND...: its output fits NAME's schema.
form() {
	name=$1
	shift
	"$gk" "$@" >"$work/json" 2>/dev/null || [ $? = 1 ] || { echo "gk $*: failed" >&2 && status=1; }
	"$fits" "$source/schemas/output/$name.schema.json" <"$work/json" || {
		echo "gk $* does not fit $name.schema.json" >&2
		status=1
	}
	cat "$work/json" >>"$work/seen/$name"
}
# misfit NAME SED: the last output, so altered, must not fit.
misfit() {
	sed "$2" "$work/json" >"$work/altered"
	if "$fits" "$source/schemas/output/$1.schema.json" <"$work/altered" 2>/dev/null; then
		echo "$1.schema.json lets pass what sed '$2' makes" >&2
		status=1
	fi
}

form add add document --set title=甲 --set unit=dz --format=json --dry-run
form add add document --set title=甲 --set unit=dz --format=json
misfit add 's/"commit"/"hash"/'
printf '[{"title": "乙", "unit": "dz"}, {"title": "丙"}]' >"$work/two.json"
form add add document --from "$work/two.json" --format=json
misfit add 's/"ids"/"names"/'

mkdir "$work/papers"
cp "$source/tests/fixtures/papers/plan.docx" "$source/tests/fixtures/papers/notice.docx" "$work/papers"
printf 'PK' >"$work/papers/broken.docx"
printf '目录\n一级事项,二级事项,公开时限,公开依据,公开频律\n规划计划,年度工作要点,及时公开,《预算法》,一次\n规划计划,专项规划,1.23E+17,,\n' >"$work/list.csv"
form import import "$work/list.csv" --unit dz --partial --format=json
misfit import 's/"action": "faulty"/"action": "lost"/'
misfit import 's/"refused": false/"refused": "no"/'
form import-papers import --kind document "$work/papers" --format=json
misfit import-papers 's/"fate": "added"/"fate": "lost"/'
misfit import-papers 's/"remarks"/"notes"/'
form import-papers import --kind document "$work/papers" --format=json
git reset -q --hard HEAD~1

form list list --format=json
misfit list 's/"id": "dz"/"id": 3/'
misfit list 's/"draft"/"lost"/'
misfit list '/"path"/d; s/\(.*"draft"\),/\1/'
form list list report --format=json
form list search 植树 --format=json

form export export --format=json -
form export export --format=json --internal --kind item -
misfit export 's/"internal": true/"internal": "yes"/'
misfit export 's/"day": "2026/"day": "26/'
misfit export 's/"kind": "item"/"sort": "item"/'

form log log --format=json
form log log 2026-00001 --format=json
misfit log 's/"what": "[a-z]*"/"what": "guess"/'

form validate validate --format=json
echo 'colour: red' >>units/dz.yaml
sed -i 's/^limit: .*/limit: 尽快/; /^stage:/d' items/dz/dz-0001.yaml
printf 'waive:\n- {rule: field-missing, reason: 稍后补, by: 张某, date: 2026-11-01, until: 2026-12-31}\n' >>items/dz/dz-0001.yaml
form validate validate items units --rev HEAD --format=json
form validate validate items units --format=json
misfit validate 's/"line": 1,/"line": 0,/'
misfit validate 's/"hint"/"advice"/'
misfit validate 's/"until": "2026/"until": "26/'
form validate validate --write-baseline "$work/baseline" --format=json
form validate validate --baseline "$work/baseline" --format=json
misfit validate 's/"known": [0-9]*/"known": -1/'
form validate validate items units --format=json
misfit validate '/"fingerprint"/d; s/\("law": ".*"\),/\1/'
git checkout -q .

form rules rules --format=json
misfit rules 's/"locked": false/"locked": 0/'
misfit rules 's/"why"/"because"/'

form publish publish --format=json --dry-run
misfit publish 's/"waiting"/"later"/'
form publish publish 1号 --format=json
form publish publish dz-0001 --format=json --dry-run

exempt() {
	"$gk" add document --set "title=$1" --set unit=dz --set disclosure=exempt --set disclosure.ground.code=16-1 \
		--set disclosure.ground.basis=《中华人民共和国政府信息公开条例》第十六条第一款 \
		--set disclosure.ground.reason=内部人员安排尚在讨论之中 -q >/dev/null 2>&1
}
exempt 人员安排
exempt 会议记录
"$gk" review-exempt 人员安排 --decide keep --reason 安排仍在讨论，尚未确定 -q >/dev/null
form review review-exempt --all --format=json
misfit review 's/"days": [0-9]*/"days": "soon"/'
misfit review 's/"last": "2026-11-20"/"last": "yesterday"/'

form workday workday 2026-09-18 +20 --format=json
misfit workday 's/true\|false/"no"/'
form workday workday 2030-01-01..2030-02-01 --format=json

# Every member that a schema lists was there at least once.
for name in add export import import-papers list publish review rules validate workday; do
	grep -o '^ *"[a-z-]*": {' "$source/schemas/output/$name.schema.json" | grep -o '"[a-z-]*"' |
		grep -v '"properties"\|"items"\|"record"\|"finding"' | sort -u | while read -r member; do
		grep -q -e "$member:" "$work/seen/$name" || echo "$name.schema.json lists $member, which gk does not print"
	done >>"$work/unseen"
done
cat "$work/unseen" >&2
[ ! -s "$work/unseen" ] || status=1
exit "$status"
