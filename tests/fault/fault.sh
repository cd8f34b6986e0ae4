#!/bin/sh
# The whole campaign: fault.sh BUILD-DIRECTORY [ROW…]
#
# Each row of tests/fault/commands, and the writer of tests/fault/writer.c, killed at up to GK_POINTS
# (150) points, and each of up to GK_POINTS calls that change something failed with ENOSPC and EIO; then
# eight processes that add 200 records each.  A test of ctest takes a few of these points.
set -eu
build=$1
shift
here=$(realpath "$(dirname "$0")") points=${GK_POINTS:-150}
log=$build/fault.log
: >"$log"
bad=0
one() { # how, what, gk or nothing
	"$here/campaign.sh" "$build/tests/fault" "$build/tests/writer" "$1" "$points" "$2" ${3:+"$3"} 2>&1 | tee -a "$log"
}
rows=${*:-$(sed -n 's/^\([a-z-]*\) .*/\1/p' "$here/commands")}
for how in kill ENOSPC EIO; do
	[ $# -gt 0 ] || for what in add save; do one "$how" "$what"; done
	for row in $rows; do one "$how" "$row" "$build/bin/gk"; done
done
[ $# -gt 0 ] || "$here/together.sh" "$build/bin/gk" "$here/../fixtures" 8 200 | tee -a "$log"
# Every line that is no count tells of something wrong.
grep -qv ' times [a-zA-Z]*: [0-9]* undone\| writers, ' "$log" && bad=1
awk '/ times / { n[$7] += $2 } END { for (how in n) print n[how], "points of", how }' "$log" | tr -d :
exit $bad
