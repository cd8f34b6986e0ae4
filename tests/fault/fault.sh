#!/bin/sh
# The whole campaign: fault.sh BUILD-DIRECTORY [ROW…]
#
# Each row of tests/fault/commands, and the writer of tests/fault/writer.c, killed at each call that
# changes something, and each of those calls failed with ENOSPC and EIO; some killed again while the
# next writer recovers; then eight processes that add 200 records each.  GK_POINTS takes so many
# points of a row instead of all, GK_RECOVERIES (400) of those where recovery is killed too, and GK_JOBS (one a
# processor) says how many rows run at once.
# A line tells of each row as it ends; a table and the totals come last.  A test of ctest takes a few
# of these points.
set -eu
build=$(realpath "$1")
shift
here=$(realpath "$(dirname "$0")")
log=$build/fault.log
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
export build here work GK_POINTS="${GK_POINTS:-1000000}"
# Each kill of the command times each of the recovery makes thousands.
export GK_RECOVERIES="${GK_RECOVERIES:-400}"

# What is killed while it recovers, too.
recovered='add pull undo import'
rows=${*:-$(sed -n 's/^\([a-z-]*\) .*/\1/p' "$here/commands")}
for what in $rows; do
	for how in kill ENOSPC EIO; do echo "$how $what $build/bin/gk"; done
	case " $recovered " in *" $what "*) echo "recovery $what $build/bin/gk" ;; esac
done >"$work/all"
[ $# -gt 0 ] || for how in kill ENOSPC EIO recovery; do
	for what in add save; do echo "$how $what"; done
done >>"$work/all"

# The writer's rows have the names of gk's: its own stand before them.
# shellcheck disable=SC2016 # the inner shell expands it
xargs -P "${GK_JOBS:-$(nproc)}" -L 1 sh -c '
	said=$work/$1-$2${3:+-gk} points=$GK_POINTS
	[ "$1" != recovery ] || points=$GK_RECOVERIES
	"$here/campaign.sh" "$build/tests/fault" "$build/tests/writer" "$1" "$points" "$2" ${3:+"$3"} >"$said" 2>&1 ||
		echo "$1 $2" >>"$work/failed"
	cat "$said"
	[ -n "${3:-}" ] || sed -i "s/^\([a-z]*\): /writer-\1: /" "$said"
' sh <"$work/all"
[ $# -gt 0 ] || "$here/together.sh" "$build/bin/gk" "$here/../fixtures" 8 200 ||
	echo together >>"$work/failed"

cat "$work"/*-* >"$log"
awk '/ times [a-zA-Z]*: [0-9]* undone/ {
		row = $1; how = $4
		sub(/:$/, "", row); sub(/:$/, "", how)
		if (!(row in seen)) { seen[row] = 1; order[++n] = row }
		points[row, how] = $2; all[how] += $2
		for (i = 1; i <= NF; i++) if ($i == "failed") { bad[row] += $(i - 1); allbad += $(i - 1) }
		seconds = $(NF - 1); took[row] += seconds; total += seconds
	}
	END {
		print "| row | kill | ENOSPC | EIO | while recovering | failed | seconds |"
		print "|---|--:|--:|--:|--:|--:|--:|"
		line = "| %s | %s | %s | %s | %s | %d | %d |\n"
		for (i = 1; i <= n; i++) { r = order[i]
			printf line, r, points[r, "kill"], points[r, "ENOSPC"], points[r, "EIO"], points[r, "recovery"], bad[r], took[r] }
		printf line, "all", all["kill"], all["ENOSPC"], all["EIO"], all["recovery"], allbad, total
		print all["kill"] + all["ENOSPC"] + all["EIO"] + all["recovery"] " points, " allbad + 0 " failed"
	}' "$log" | tee "$build/fault.table"
[ ! -e "$work/failed" ] || {
	echo "failed: $(sort -u "$work/failed" | paste -s -d ,)"
	exit 1
}
