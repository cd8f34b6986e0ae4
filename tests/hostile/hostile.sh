#!/bin/sh
# Hostile input: each gives one finding or one error, in bounded time and memory, and nothing else happens.
# usage: hostile.sh GK FIXTURES [KILOBYTES]   (the limit of address space; none under a sanitizer)
set -u
gk=$(realpath "$1") mini=$(realpath "$2")/mini memory=${3:-}
work=$(mktemp -d) || exit 99
trap 'chmod -R u+rwx "$work"; rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8 GK_TODAY=2018-07-10 HOME="$work" GK_FSYNC=0
failed=0 count=0
record=items/dz/dz-0002.yaml

fresh() { # a catalogue without faults
	rm -rf "$work/c"
	cp -R "$mini" "$work/c" && cd "$work/c" && git init -q .
}

# The command must end by itself within 20 seconds, and in the memory it is given.
bounded() {
	(
		# shellcheck disable=SC3045 # the shells there are have it
		[ -z "$memory" ] || ulimit -v "$memory"
		timeout -s KILL 20 "$@"
	) >"$work/out" 2>"$work/err"
	status=$?
}

verdict() { # title, whether it is as wanted
	count=$((count + 1))
	[ "$2" = yes ] && return
	failed=$((failed + 1))
	echo "FAILED: $1 (status $status)"
	head -c 600 "$work/out"
	head -c 600 "$work/err"
}

# One finding of the rule and no other error, status 1.
finds() { # title, rule, [path that it is said of]
	bounded "$gk" validate
	found=no
	[ "$status" = 1 ] && [ "$(grep -c ': error: ' "$work/out")" = 1 ] &&
		grep -q "^${3:-$record}:.*: error: .*\[$2\]" "$work/out" && found=yes
	verdict "$1" "$found"
}

# One line on standard error, and the status.
refuses() { # title, status, text, command...
	title=$1 want=$2 text=$3
	shift 3
	bounded "$@"
	found=no
	[ "$status" = "$want" ] && [ "$(grep -c . "$work/err")" = 1 ] && grep -q "$text" "$work/err" && found=yes
	verdict "$title" "$found"
}

good() { sed 's/dz-0001/dz-0002/; s/^title: .*/title: 另一事项/' items/dz/dz-0001.yaml; }
repeat() { awk -v s="$1" -v n="$2" 'BEGIN { for (i = 0; i < n; i++) printf "%s", s }'; }

fresh
bounded "$gk" validate
[ "$status" = 0 ] && clean=yes || clean=no
verdict "the catalogue is clean before" "$clean"

fresh
{ printf 'id: dz-0002\ncontent: '; repeat '[' 32000; } >"$record"
finds "32,000 open brackets" too-deep

fresh
{ printf 'id: dz-0002\ncontent: '; repeat '{a: ' 32000; } >"$record"
finds "32,000 open braces" too-deep

fresh
{ echo 'id: dz-0002'; awk 'BEGIN { for (i = 0; i < 32000; i++) { printf "%*s-\n", i % 60, "" } }'; } >"$record"
bounded "$gk" validate
[ "$status" = 1 ] && ended=yes || ended=no
verdict "a staircase of dashes" "$ended"

fresh
{ good; head -c 104857600 /dev/zero | tr '\0' '#'; } >"$record"
finds "a file of 100 MB" too-large

fresh
{ good; awk 'BEGIN { for (i = 0; i < 1000000; i++) printf "x-%d: 1\n", i }'; } >"$record"
finds "a million keys" too-large

fresh
{
	good
	printf 'x-a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1]\n'
	last=a
	for next in b c d e f g h i j; do
		printf 'x-%s: &%s [*%s, *%s, *%s, *%s, *%s, *%s, *%s, *%s, *%s]\n' $next $next $last $last $last $last $last $last $last $last $last
		last=$next
	done
} >"$record"
bounded "$gk" validate
[ "$status" = 1 ] && ! grep ': error: ' "$work/out" | grep -qv '\[alias\]' && grep -q '\[alias\]' "$work/out" && bomb=yes || bomb=no
verdict "aliases of aliases" "$bomb"

fresh
{ good; printf 'note: a\0b\n'; } >"$record"
finds "a NUL" control-character

fresh
good | iconv -f UTF-8 -t UTF-16 >"$record"
finds "UTF-16" encoding

fresh
head -c 65536 /dev/urandom >"$record"
bounded "$gk" validate
[ "$status" = 1 ] && noise=yes || noise=no
verdict "noise" "$noise"

fresh
ln -s dz-0002.yaml "$record"
finds "a link to itself" not-a-file

fresh
good >"$work/outside.yaml"
ln -s "$work/outside.yaml" "$record"
finds "a link out of the catalogue" not-a-file

fresh
ln -s . items/dz/dz
ln -s ../.. items/loop
bounded "$gk" validate
[ "$status" -le 1 ] && loop=yes || loop=no
verdict "folders that lead back" "$loop"

fresh
mkfifo "$record"
finds "a pipe" not-a-file

fresh
mkdir "$record"
finds "a folder named like a record" not-a-file

fresh
good >"$record"
chmod 000 "$record"
if [ -r "$record" ]; then
	: # who may read everything cannot be shut out
else
	finds "a file that may not be read" not-a-file
fi

fresh
good >"$record"
mv items "$work/items" && ln -s "$work/items" items
bounded "$gk" validate
[ "$status" -le 1 ] && ! grep -q 'dz-0002' "$work/out" && folder=yes || folder=no
rm -rf "$work/items"
verdict "a folder that is a link out of the catalogue is not entered" "$folder"

fresh
printf 'format: 1\nname: [' >catalogue.yaml
bounded "$gk" validate
{ [ "$status" = 1 ] || [ "$status" = 3 ]; } && broken=yes || broken=no
verdict "a catalogue.yaml that is cut off" "$broken"

fresh
rm catalogue.yaml && mkfifo catalogue.yaml
bounded "$gk" validate
{ [ "$status" = 1 ] || [ "$status" = 3 ]; } && pipe=yes || pipe=no
verdict "a catalogue.yaml that is a pipe" "$pipe"

# A file that is rewritten while it is read: each run ends with a result.
fresh
good >"$work/a.yaml"
{ cat "$work/a.yaml"; repeat '# a line that makes it longer\n' 20000; } >"$work/b.yaml"
(
	for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30; do
		cat "$work/a.yaml" >"$record"
		cat "$work/b.yaml" >"$record"
	done
) &
writer=$!
changing=yes
for _ in 1 2 3 4 5 6 7 8; do
	bounded "$gk" validate
	[ "$status" -le 1 ] || changing=no
done
wait $writer
verdict "a file that changes while it is read" "$changing"
cat "$work/a.yaml" >"$record"
bounded "$gk" validate
[ "$status" = 0 ] && settled=yes || settled=no
verdict "what was seen half-written is forgotten" "$settled"

# Names of attachments.
for name in ../../catalogue.yaml /etc/passwd a/b.pdf 'a..b/../c'; do
	fresh
	printf 'attachments:\n- {file: %s, title: 附件, role: annex}\n' "$name" >>documents/2018/00/2018-00001.yaml
	bounded "$gk" validate
	[ "$status" = 1 ] && [ "$(grep -c ': error: ' "$work/out")" = 1 ] && named=yes || named=no
	verdict "an attachment called $name" "$named"
done

# What comes on the command line.
fresh
good >"$record"
refuses "a revision that is an option" 3 "gk: " "$gk" validate --rev=--output=x
bounded "$gk" show ../../../etc/passwd
[ "$status" = 2 ] && shown=yes || shown=no
verdict "an id that is a path" "$shown"

echo "$count cases, $failed failed"
[ "$failed" = 0 ]
