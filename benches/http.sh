#!/usr/bin/env bash
# Tiles and questions over HTTP at ward size, beside PostGIS on the same files in the same run.
#
# The peer is PostGIS alone, asked over its own protocol by pgbench: the floor under every tile
# server that builds on ST_AsMVT, without the cost of its HTTP or its compression. Tiles are
# picked around random listings, so busy places weigh more. Rounds are interleaved; the median
# round counts, and only ratios mean anything.
#
# Where martin is installed (`cargo install martin`), the tiles it draws anew from the same database are measured too.
#
# Run by `make bench` (.ci/postgis starts the cluster). ROUNDS and SECONDS_EACH may be set.
set -euo pipefail
cd "$(dirname "$0")/.."

rounds=${ROUNDS:-3}
each=${SECONDS_EACH:-3}
program=target/release/machikado
work=$(mktemp -d)
pids=()
stop() { for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done; rm -rf "$work"; }
trap stop EXIT
# GDAL takes no URL.
gdal_database=$(sed -E 's#postgres://(.*)@(.*):(.*)/(.*)#PG:user=\1 host=\2 port=\3 dbname=\4#' <<<"$MACHIKADO_TEST_POSTGIS")
pgbench=$(ls /usr/lib/postgresql/*/bin/pgbench | sort -V | tail -n 1)

python3 benches/ward.py "$work/ward"
for kind in zoning streets listings; do
  file=$(ls "$work/ward/$kind".*)
  "$program" import "$kind" "$file" --data "$work/data" --as-of 2026-11-01 >/dev/null 2>&1
  [ "$kind" = listings ] && file="$file -oo X_POSSIBLE_NAMES=lon -oo Y_POSSIBLE_NAMES=lat -oo AUTODETECT_TYPE=YES"
  # shellcheck disable=SC2086
  ogr2ogr -q -f PostgreSQL "$gdal_database" $file -nln "$kind" -s_srs EPSG:4326 -t_srs EPSG:3857 -lco GEOMETRY_NAME=geom -lco FID=fid
done
psql -q "$MACHIKADO_TEST_POSTGIS" -c 'vacuum analyze'

serve() { # CACHE_MB → url
  "$program" serve --bind 127.0.0.1:0 --data "$work/data" --tile-cache-mb "$1" >"$work/out$1" 2>/dev/null &
  pids+=($!)
  until grep -qs "http://" "$work/out$1" && curl -sf "$(grep -o 'http://.*' "$work/out$1")/readyz" >/dev/null; do sleep 0.1; done
}
serve 0; cold=$(grep -o 'http://.*' "$work/out0")
serve 256; warm=$(grep -o 'http://.*' "$work/out256")

cut -d, -f6,7 "$work/ward/listings.csv" | tail -n +2 >"$work/places"
cat >"$work/tiles.lua" <<'LUA'
local z, places = tonumber(os.getenv("Z")), {}
for line in io.lines(os.getenv("PLACES")) do
  local lon, lat = line:match("([^,]+),([^,]+)")
  local n, rad = 2 ^ z, math.rad(tonumber(lat))
  local x = math.floor((tonumber(lon) + 180) / 360 * n)
  local y = math.floor((1 - math.log(math.tan(rad) + 1 / math.cos(rad)) / math.pi) / 2 * n)
  places[#places + 1] = { string.format(os.getenv("TILE"), z, x, y), lon, lat }
end
math.randomseed(7)
local ask = os.getenv("ASK")
request = function()
  local p = places[math.random(#places)]
  local path = p[1]
  if ask == "search" then
    path = string.format("/api/v1/listings?bbox=%.5f,%.5f,%.5f,%.5f&rent_max=400000&limit=100&format=geojson",
      p[2] - .004, p[3] - .004, p[2] + .004, p[3] + .004)
  elseif ask == "nearest" then
    path = string.format("/api/v1/listings/nearest?lon=%s&lat=%s&k=10", p[2], p[3])
  elseif ask == "zone" then
    path = string.format("/api/v1/zones/at?lon=%s&lat=%s", p[2], p[3])
  end
  return wrk.format("GET", path, { ["Accept-Encoding"] = "gzip" })
end
done = function(summary, latency)
  io.write(string.format("FIGURE %.1f %.2f %.2f\n", summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3))
  if summary.errors.status > 0 then io.write("ERRORS " .. summary.errors.status .. "\n") end
end
LUA

cat >"$work/tile.sql" <<'SQL'
\set i random(1, 5000)
with place as (select geom from listings where fid = :i),
     tile as (select st_tileenvelope(:z,
       floor((st_x(geom) + 20037508.342789244) / 40075016.685578488 * (1 << :z))::int,
       floor((20037508.342789244 - st_y(geom)) / 40075016.685578488 * (1 << :z))::int) as box from place)
select (select st_asmvt(q, 'zones') from (select st_asmvtgeom(z.geom, box, 4096, 64) g, district, bcr, far, fid from zoning z, tile where z.geom && box) q)
    || (select st_asmvt(q, 'streets') from (select st_asmvtgeom(s.geom, box, 4096, 64) g, name, shops, fid from streets s, tile where s.geom && box) q)
    || (select st_asmvt(q, 'listings') from (select st_asmvtgeom(l.geom, box, 4096, 64) g, kind, rent, area_m2, storey_lowest, updated_on, cooking, condition, fid from listings l, tile where l.geom && box) q);
SQL
cat >"$work/search.sql" <<'SQL'
\set i random(1, 5000)
with place as (select geom from listings where fid = :i)
select json_build_object('type', 'FeatureCollection', 'features', json_agg(st_asgeojson(q)::json)) from (
  select l.fid, l.title, l.kind, l.rent, l.area_m2, l.address, l.updated_on, st_transform(l.geom, 4326) as geom
  from listings l, place where l.geom && st_expand(place.geom, 445) and l.rent <= 400000 limit 100) q;
SQL
cat >"$work/nearest.sql" <<'SQL'
\set i random(1, 5000)
select l.fid, l.title, l.kind, l.rent from listings l order by l.geom <-> (select geom from listings where fid = :i) limit 10;
SQL
cat >"$work/zone.sql" <<'SQL'
\set i random(1, 5000)
select z.fid, z.district, z.bcr, z.far from zoning z, listings l where l.fid = :i and st_intersects(z.geom, l.geom);
SQL

peer_cold=
if command -v martin >/dev/null; then
  peer_cold=http://127.0.0.1:38110
  martin -l "${peer_cold#http://}" -C 0 "$MACHIKADO_TEST_POSTGIS" >"$work/martin" 2>&1 &
  pids+=($!)
  until curl -sf "$peer_cold/health" >/dev/null; do sleep 0.1; done
fi

load() { # URL ASK Z [TILE] → "per_second p50 p99"
  TILE=${4:-/tiles/zones,streets,listings/%d/%d/%d.mvt} ASK=$2 Z=$3 PLACES=$work/places wrk -t1 -c16 -d"${each}s" -s "$work/tiles.lua" "$1" | tee -a "$work/wrk.log" | sed -n 's/^FIGURE //p'
}
theirs() { # SQL Z → per_second
  "$pgbench" -n -c 4 -j 1 -T "$each" -D z="$2" -f "$work/$1.sql" "$MACHIKADO_TEST_POSTGIS" 2>/dev/null | sed -n 's/^tps = \([0-9.]*\).*/\1/p'
}
median() { sort -g | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'; }

columns='%-26s %12s %8s %8s %12s %8s %12s %8s\n'
# shellcheck disable=SC2059
line() { printf "$columns" "$@"; }
ratio() { [ -z "$2" ] && echo – || awk "BEGIN {printf \"%.1f\", $1 / $2}"; }
line "5,000 premises, 600 zones" "machikado/s" "p50 ms" "p99 ms" "PostGIS/s" "ratio" "martin/s" "ratio"
measure() { # LABEL URL ASK Z SQL MARTIN_URL
  local martin_tile=/zoning,streets,listings/%d/%d/%d
  rm -f "$work"/figure.*; touch "$work"/figure.{rate,p50,p99,postgis,martin}
  load "$2" "$3" "$4" >/dev/null # warm up, not counted
  [ -z "$6" ] || load "$6" tile "$4" "$martin_tile" >/dev/null
  for _ in $(seq "$rounds"); do
    read -r rate p50 p99 <<<"$(load "$2" "$3" "$4")"
    echo "$rate" >>"$work/figure.rate"; echo "$p50" >>"$work/figure.p50"; echo "$p99" >>"$work/figure.p99"
    [ -z "$5" ] || theirs "$5" "$4" >>"$work/figure.postgis"
    [ -z "$6" ] || load "$6" tile "$4" "$martin_tile" | cut -d' ' -f1 >>"$work/figure.martin"
  done
  local rate postgis martin
  rate=$(median <"$work/figure.rate"); postgis=$(median <"$work/figure.postgis"); martin=$(median <"$work/figure.martin")
  line "$1" "${rate%.*}" "$(median <"$work/figure.p50")" "$(median <"$work/figure.p99")" \
    "$([ -z "$postgis" ] && echo – || echo "${postgis%.*}")" "$(ratio "$rate" "$postgis")" "${martin:-–}" "$(ratio "$rate" "$martin")"
}
for z in 11 14 16; do measure "tile z$z, drawn anew" "$cold" tile "$z" tile "$peer_cold"; done
for z in 11 14 16; do measure "tile z$z, kept ready" "$warm" tile "$z" "" ""; done
measure "search, GeoJSON" "$warm" search 14 search ""
measure "nearest 10" "$warm" nearest 14 nearest ""
measure "zone at a point" "$warm" zone 14 zone ""
! grep -q ERRORS "$work/wrk.log" || { echo "some requests failed:"; grep ERRORS "$work/wrk.log"; exit 1; }
