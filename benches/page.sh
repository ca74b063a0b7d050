#!/usr/bin/env bash
# The page in Chromium with 5,000 listings more than the sample ward has: first view and every kind of step.
set -euo pipefail
cd "$(dirname "$0")/.."

program=${PROGRAM:-target/release/machikado}
work=$(mktemp -d)
server=
stop() { [ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"; }
trap stop EXIT

serve() {
  "$program" serve --bind 127.0.0.1:0 --data "$work/data" --sample >"$work/out" 2>/dev/null &
  server=$!
  until grep -qs "http://" "$work/out" && curl -sf "$(grep -o 'http://.*' "$work/out")/readyz" >/dev/null; do sleep 0.2; done
}
serve
python3 benches/ward.py "$work/ward"
"$program" import listings "$work/ward/listings.csv" --data "$work/data" >/dev/null 2>&1
MACHIKADO_URL=$(grep -o 'http://.*' "$work/out") node web/bench/page.mjs
