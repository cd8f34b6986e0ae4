#!/bin/sh
# Puts the packages of package-lock.json into node_modules; without network when they are there.
# usage: install.sh
set -eu
cd "$(dirname "$0")"
cmp -s package-lock.json node_modules/.installed-lock.json && exit 0
echo "node: installing the packages of tests/node/package-lock.json"
npm ci --ignore-scripts --silent
cp package-lock.json node_modules/.installed-lock.json
