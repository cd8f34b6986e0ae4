#!/bin/sh
# Timings as ratios against a peer in the same run: bench.sh BUILD-DIRECTORY [validate|add|import|export [COUNT]]
#
# validate   the rows of docs/performance.md that concern validate and list, on a made catalogue of
#            COUNT records (100000).  GK_BENCH_NPM=1 adds the row against a JSON Schema validator,
#            which npm then brings; GK_BENCH_MILLION=1 the rows about a million records.
# add        one record into a catalogue of COUNT records (10000), against git add and git commit of it, without
#            hooks and fsync on both sides; and 10,000 records in one commit.  GK_BENCH_LARGE=1: into 100,000 too.
# import     a workbook of COUNT rows (10000) in one commit, against gk add of the same records from JSON; then once more, and a
#            newer edition in which each row differs: processor time a row, and memory
# export     the standard catalogue of COUNT items (100000) as XLSX, against libxlsxwriter writing the same cells
set -eu
build=$1 what=${2:-validate} count=${3:-100000}
here=$(realpath "$(dirname "$0")")
gk=$build/bin/gk
scratch=$build/bench
threads=$(nproc)
[ "$threads" -le 4 ] || threads=4
export GIT_CONFIG_NOSYSTEM=1 HOME="$scratch" LC_ALL=C.UTF-8 GK_TODAY=2026-07-04
mkdir -p "$scratch"
cc -O2 -w -o "$scratch/libyaml_loop" "$here/libyaml_loop.c" -lyaml -lpthread
catalogue() { # COUNT: in $scratch/catalogue-COUNT, made again when the recipe is newer
	made=$scratch/catalogue-$1
	if [ ! -e "$made/.git/made" ] || [ -n "$(find "$here/make-catalogue.sh" -newer "$made/.git/made")" ]; then
		rm -rf "$made"
		"$here/make-catalogue.sh" "$made" "$1"
		touch "$made/.git/made"
	fi
	cd "$made"
}

now() { date +%s%N; }
time_of() { # command... -> milliseconds in $elapsed
	start=$(now)
	"$@" >/dev/null 2>&1 || { echo "bench: '$*' failed" >&2; exit 3; }
	elapsed=$((($(now) - start) / 1000))
}
median() { printf '%s\n' "$@" | sort -n | sed -n "$((($# + 1) / 2))p"; }

met() { awk -v is="$1" -v goal="$2" 'BEGIN { print (is <= goal ? "met" : "NOT MET") }'; }
# A line of the table: $1 title, $2 ours, $3 the peer's, $4 what is compared, $5 the goal
row() { printf '%-46s %14s %14s  %8s  goal %-6s %s\n' "$1" "$2" "$3" "$4" "$5" "$(met "${4%% *}" "$5")"; }
ms() { awk -v us="$1" 'BEGIN { printf "%.1f ms", us / 1000 }'; }

# Runs A and B in turn; the median ratio A/B is left in $ratio.  $1 title, $2 goal, $3 prepares A, $4 A, $5 B
pair() {
	ours='' theirs='' ratios=''
	sh -c "$3"; sh -c "$4" >/dev/null 2>&1; sh -c "$5" >/dev/null 2>&1
	for _ in 1 2 3 4 5 6 7; do
		sh -c "$3"
		time_of sh -c "$4"
		a=$elapsed
		time_of sh -c "$5"
		ours="$ours $a" theirs="$theirs $elapsed" ratios="$ratios $((a * 1000 / elapsed))"
	done
	# shellcheck disable=SC2086 # words are meant
	a=$(median $ours) b=$(median $theirs) ratio=$(median $ratios | awk '{ printf "%.2f", $1 / 1000 }')
	row "$1" "$(ms "$a")" "$(ms "$b")" "$ratio" "$2"
}

# Kilobytes at most of a command, in $peak
peak_of() { peak=$( { /usr/bin/time -f %M "$@" >/dev/null; } 2>&1 | tail -n 1); }

against_sqlite() {
	"$gk" list --format=tsv >"$scratch/rows.tsv"
	awk 'BEGIN { FS = "\t"; print "id,kind,state,title,path" }
		{ gsub(/"/, "\"\""); printf "\"%s\",\"%s\",\"%s\",\"%s\",\"%s\"\n", $1, $2, $3, $4, $5 }' \
		"$scratch/rows.tsv" >"$scratch/rows.csv"
	sql="sqlite3 :memory: '.import --csv $scratch/rows.csv rows'"
	pair "list, all rows / sqlite3" 1.0 ":" "$gk list --format=tsv" \
		"$sql '.mode tabs' 'select * from rows'"
	pair "list, one kind / sqlite3" 1.0 ":" "$gk list item --format=ids" \
		"$sql \"select id from rows where kind = 'item'\""
}

against_npm() {
	npm install --silent --no-audit --no-fund --prefix "$scratch/npm" @sourcemeta/jsonschema >/dev/null 2>&1 || {
		echo "jsonschema: npm does not give it, no row"
		return 0
	}
	schema=$here/../../schemas/document.schema.json
	jsonschema=$scratch/npm/node_modules/.bin/jsonschema
	pair "validate, no index yet / jsonschema" 0.35 "rm -rf .git/gk" "$gk validate" \
		"'$jsonschema' validate '$schema' documents --extension yaml --fast || [ \$? = 2 ]"
}

validate_range() {
	# A commit of one record on top; the peer lists what it changed.
	git rev-parse -q --verify bench-tip >/dev/null 2>&1 || {
		file=$(git ls-files documents | head -n 1)
		sed -i 's/^title: .*/&（修订）/' "$file"
		git -c user.name=bench -c user.email=bench@example.invalid commit -qm "changed: one" "$file"
		git branch -f bench-tip HEAD
	}
	"$gk" validate --range bench-tip~1..bench-tip >/dev/null 2>&1 || [ $? = 1 ]
	pair "validate a commit / git diff-tree" 3 ":" \
		"$gk validate --range bench-tip~1..bench-tip || [ \$? = 1 ]" "git diff-tree -r bench-tip~1 bench-tip"
	row "validate a commit, in ms" "$(ms "$a")" - "$(awk -v us="$a" 'BEGIN { printf "%.1f", us / 1000 }')" 40
}

million() {
	goal=$((64 * 1024 + 300 * 1000))
	catalogue 10000
	rm -rf .git/gk
	time_of "$gk" validate
	small=$elapsed
	catalogue 1000000
	rm -rf .git/gk
	time_of "$gk" validate
	row "time a record at 1,000,000 / at 10,000" "$(ms "$elapsed")" "$(ms "$small")" \
		"$(awk -v a="$elapsed" -v b="$small" 'BEGIN { printf "%.2f", a / b / 100 }')" 1.2
	rm -rf .git/gk
	peak_of "$gk" validate
	row "memory at 1,000,000, no index yet, in kB" "$peak kB" - "$peak" "$goal"
	peak_of "$gk" validate
	row "memory at 1,000,000, nothing changed, in kB" "$peak kB" - "$peak" "$goal"
	validate_range
}

export_rows() {
	cc -O2 -w -o "$scratch/xlsx_loop" "$here/xlsx_loop.c" -lxlsxwriter
	items=$scratch/items-$count
	[ -e "$items/.git/made" ] || {
		rm -rf "$items"
		"$here/make-catalogue.sh" "$items" "$count" "$count"
		touch "$items/.git/made"
	}
	cd "$items"
	"$gk" export -q --force "$scratch/cells.csv"
	pair "export, XLSX / libxlsxwriter alone" 2 ":" "$gk export --force $scratch/ours.xlsx" \
		"$scratch/xlsx_loop $scratch/cells.csv $scratch/theirs.xlsx"
	pair "export, CSV / gk validate without an index" 1.15 ":" "$gk export --force $scratch/ours.csv" \
		"$gk validate --no-cache"
	peak_of "$gk" export --force "$scratch/ours.xlsx"
	row "memory, in kB" "$peak kB" - "$peak" $((64 * 1024 + 3 * count / 10))
}

# The next record of the peer, with its script; the record of gk is always the same but for its number.
prepare_add() {
	cat >"$scratch/prepare.sh" <<-END
		n=\$((\$(cat $scratch/number) + 1))
		echo "\$n" >$scratch/number
		file=documents/2025/00/2025-\$n.yaml
		sed "1s/.*/id: 2025-\$n/" $scratch/record.yaml >$scratch/peer.yaml
		echo "cp $scratch/peer.yaml \$file && git add \$file && git -c core.fsync=none commit -q --no-verify -m 'document: add'" >$scratch/peer.sh
	END
	# Behind those that an earlier run committed.
	echo $((10000 + $(git ls-files documents/2025/00 | wc -l))) >"$scratch/number"
	cp documents/2018/00/2018-00001.yaml "$scratch/record.yaml"
	sed '/^id:/d; /^created:/d' "$scratch/record.yaml" >"$scratch/new.yaml"
	mkdir -p documents/2025/00
}

add_rows() {
	catalogue "$1"
	git config gc.auto 0
	git config user.name bench
	git config user.email bench@example.invalid
	git reset -q --hard
	prepare_add
	pair "add one record to $1 / git add, commit" 1.0 "sh $scratch/prepare.sh" \
		"$gk add document --no-verify --from $scratch/new.yaml" "sh $scratch/peer.sh"
}

# Ten thousand in one commit: a list of records as JSON.
add_many() {
	awk 'BEGIN { printf "["; for (i = 1; i <= 10000; i++) printf "%s{\"title\":\"关于第%d号新事项的通知\",\"unit\":\"dz\",\"body\":\"各村：\\n\\n现将有关事项通知如下。\"}", (i > 1 ? "," : ""), i; print "]" }' >"$scratch/many.json"
	cp -a "$scratch/catalogue-$1" "$scratch/many"
	cd "$scratch/many"
	time_of "$gk" add document --no-verify --from "$scratch/many.json"
	cd "$scratch"
	rm -rf "$scratch/many"
	row "add 10,000 records in one commit, in s" "$(ms "$elapsed")" - "$(awk -v us="$elapsed" 'BEGIN { printf "%.1f", us / 1000000 }')" 10
}

# COUNT rows as offices have them: the workbook $2, its records as JSON $3, and a newer edition $4.
make_rows() {
	cc -O2 -w -o "$scratch/xlsx_loop" "$here/xlsx_loop.c" -lxlsxwriter
	for edition in 20 15; do
		awk -v n="$1" -v days=$edition 'BEGIN {
			print "序号,一级事项,二级事项,公开内容,公开依据,公开时限,公开渠道和载体,全社会,特定群体,主动,依申请公开"
			for (i = 1; i <= n; i++)
				printf "%d,第%d类事项,第%d号新事项,救助对象名单；发放标准；发放金额,《中华人民共和国政府信息公开条例》第二十条,信息形成或者变更之日起%d个工作日内,■政府网站 □政府公报 □两微一端,√,,√,\n", i, i / 50, i, days
		}' >"$scratch/rows-$edition.csv"
	done
	"$scratch/xlsx_loop" "$scratch/rows-20.csv" "$2"
	"$scratch/xlsx_loop" "$scratch/rows-15.csv" "$4"
	awk -v n="$1" 'BEGIN {
		printf "["
		for (i = 1; i <= n; i++)
			printf "%s{\"x-序号\":\"%d\",\"group\":\"第%d类事项\",\"title\":\"第%d号新事项\",\"unit\":\"dz\",\"content\":[\"救助对象名单\",\"发放标准\",\"发放金额\"],\"elements\":{\"basis\":[\"《中华人民共和国政府信息公开条例》第二十条\"]},\"limit\":\"信息形成或者变更之日起20个工作日内\",\"channels\":[\"website\"],\"audience\":\"all\",\"disclosure\":{\"attribute\":\"proactive\"}}", (i > 1 ? "," : ""), i, i / 50, i
		print "]"
	}' >"$3"
}

# A catalogue without items in a folder of its own, none of which is removed before the end: for half a minute ext4 is
# slow to make files where many have just gone, which took 5 s more for 10,000.
fresh_import() {
	imports=$((${imports:-0} + 1))
	cp -R "$here/../fixtures/mini" "$catalogues/$imports"
	cd "$catalogues/$imports"
	rm -rf items documents
	git init -q .
	git config user.name bench
	git config user.email bench@example.invalid
	git config gc.auto 0
	git add -A
	git commit -q -m made
}

# Processor time of a command with its children in milliseconds, and its memory in kilobytes
cpu_of() {
	/usr/bin/time -o "$scratch/measured" -f '%U %S %M' "$@" >/dev/null 2>&1 || { echo "bench: '$*' failed" >&2; exit 3; }
	measured=$(tail -n 1 "$scratch/measured")
	cpu=$(echo "$measured" | awk '{ printf "%d", ($1 + $2) * 1000 }') peak=${measured##* }
}

# $1 title, $2 goal in ms a row, the rest: a command whose processor time is told a row
a_row() {
	title=$1 goal=$2
	shift 2
	cpu_of "$@"
	row "$title" "$cpu ms" - "$(awk -v ms="$cpu" -v n="$count" 'BEGIN { printf "%.2f", ms / n }')" "$goal"
}

import_rows() {
	catalogues=$(mktemp -d "$scratch/import.XXXXXX")
	make_rows "$count" "$scratch/rows.xlsx" "$scratch/rows.json" "$scratch/newer.xlsx"
	ratios='' ours='' theirs=''
	for _ in 1 2 3; do
		fresh_import
		cpu_of "$gk" import --unit dz --no-verify "$scratch/rows.xlsx"
		us=$cpu memory=$peak
		fresh_import
		cpu_of "$gk" add item --no-verify --from "$scratch/rows.json"
		ours="$ours $us" theirs="$theirs $cpu" ratios="$ratios $((us * 1000 / cpu))"
	done
	# shellcheck disable=SC2086 # words are meant
	row "import / gk add --from the same, processor" "$(median $ours) ms" "$(median $theirs) ms" \
		"$(median $ratios | awk '{ printf "%.2f", $1 / 1000 }')" 1.5
	# shellcheck disable=SC2086
	row "import, ms a row of processor time" "$(median $ours) ms" - \
		"$(median $ours | awk -v n="$count" '{ printf "%.2f", $1 / n }')" 0.5
	row "memory, in kB" "$memory kB" - "$memory" $((64 * 1024 + 10 * count))
	fresh_import
	a_row "dry run, ms a row" 0.3 "$gk" import --unit dz --dry-run "$scratch/rows.xlsx"
	"$gk" import -q --unit dz --no-verify "$scratch/rows.xlsx" >/dev/null
	"$gk" list -q >/dev/null
	a_row "the same once more, ms a row" 0.4 "$gk" import --unit dz "$scratch/rows.xlsx"
	a_row "each row changed, ms a row" 0.9 "$gk" import --unit dz --no-verify "$scratch/newer.xlsx"
	cd "$scratch"
	rm -rf "$catalogues"
}

case $what in
validate)
	echo "$count records, $threads threads; gk, peer, median ratio of 7 pairs"
	catalogue "$count"
	pair "validate, no index yet / libyaml loop" 1.5 "rm -rf .git/gk" "$gk validate" \
		"$scratch/libyaml_loop . $threads"
	pair "validate, index not written / libyaml loop" 1.15 ":" "$gk validate --no-cache" \
		"$scratch/libyaml_loop . $threads"
	pair "validate, nothing changed / git status" 0.8 ":" "$gk validate" "git status"
	against_sqlite
	validate_range
	[ -z "${GK_BENCH_NPM:-}" ] || against_npm
	[ -z "${GK_BENCH_MILLION:-}" ] || million
	;;
add)
	count=${3:-10000}
	export GK_FSYNC=0
	echo "$count records; gk, peer, median ratio of 7 pairs"
	add_rows "$count"
	add_many "$count"
	[ -z "${GK_BENCH_LARGE:-}" ] || add_rows 100000
	;;
import)
	count=${3:-10000}
	export GK_FSYNC=0
	echo "$count rows; gk, peer, median of 3 pairs"
	import_rows
	;;
export)
	echo "$count items; gk, peer, median ratio of 7 pairs"
	export_rows
	;;
*)
	echo "bench: there is no '$what'; validate, add, import and export are" >&2
	exit 2
	;;
esac
