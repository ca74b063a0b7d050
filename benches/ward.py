#!/usr/bin/env python3
"""Writes a ward of benchmark size: 5,000 listings, 600 zones that tessellate it, 130 streets.

The same files go into Machikado and into PostGIS, so that both answer the same questions.
Deterministic: the seed is fixed and only the standard library is used.

usage: ward.py FOLDER
"""
import csv
import json
import math
import pathlib
import random
import sys

WEST, SOUTH, EAST, NORTH = 139.58, 35.59, 139.69, 35.69
DISTRICTS = ["low_1", "low_2", "mid_high_1", "mid_high_2", "residential_1", "residential_2",
             "quasi_residential", "neighbourhood_commercial", "commercial", "quasi_industrial"]
KINDS = ["shop", "furnished", "workshop", "office", "succession", "pop_up", "test_bed", "shared"]
CONDITIONS = ["bare", "fixtures", "finished", "unstated"]


def clusters(rng):
    """Twenty-five station-like centres with a weight and a spread in degrees."""
    return [(rng.uniform(WEST + .005, EAST - .005), rng.uniform(SOUTH + .005, NORTH - .005),
             rng.paretovariate(1.2), rng.uniform(.0012, .004)) for _ in range(25)]


def clamp(value, low, high):
    return round(min(max(value, low), high), 6)


def places(rng, count):
    centres = clusters(rng)
    weights = [c[2] for c in centres]
    for _ in range(count):
        if rng.random() < .2:
            yield clamp(rng.uniform(WEST, EAST), WEST, EAST), clamp(rng.uniform(SOUTH, NORTH), SOUTH, NORTH)
            continue
        lon, lat, _, spread = rng.choices(centres, weights)[0]
        yield clamp(rng.gauss(lon, spread), WEST, EAST), clamp(rng.gauss(lat, spread), SOUTH, NORTH)


def write_listings(rng, folder):
    columns = ["key", "kind", "state", "title", "address", "lon", "lat", "rent", "deposit", "area_m2", "storey_lowest",
               "storey_highest", "frontage_m", "built_year", "condition", "cooking", "handover", "offered_by",
               "registered_on", "updated_on", "next_update_on", "synthetic"]
    spots = list(places(rng, 5000))
    with open(folder / "listings.csv", "w", newline="", encoding="utf-8") as out:
        rows = csv.writer(out)
        rows.writerow(columns)
        for i, (lon, lat) in enumerate(spots, 1):
            storey = rng.choices([-1, 1, 2, 3, 4, 5], [8, 60, 18, 8, 4, 2])[0]
            day = 1 + i % 14
            rows.writerow([f"bench-{i}", rng.choice(KINDS), "published", f"Shop {i:05d}", "世田谷区", lon, lat,
                           int(round(math.exp(rng.gauss(12.4, .6)), -3)), f"{rng.randint(1, 12)}ヶ月",
                           round(min(max(math.exp(rng.gauss(3.7, .6)), 5), 900), 1), storey, storey,
                           round(rng.uniform(2, 14), 1), rng.randint(1965, 2025), rng.choice(CONDITIONS),
                           rng.choice(["none", "light", "heavy", "unstated"]), "相談", "owner",
                           "2026-10-01", f"2026-11-{day:02d}", f"2026-11-{day + 14:02d}", "true"])
    return spots


def wiggle(start, end, segments, amplitude):
    """A shared edge between two corners: the same points seen from either side."""
    flipped = start > end
    if flipped:
        start, end = end, start
    rng = random.Random(repr((start, end)))
    dx, dy = end[0] - start[0], end[1] - start[1]
    line = [start]
    for k in range(1, segments):
        t = k / segments
        off = rng.gauss(0, amplitude) * math.sin(math.pi * t)
        line.append((round(start[0] + dx * t - dy * off, 7), round(start[1] + dy * t + dx * off, 7)))
    line.append(end)
    return line[::-1] if flipped else line


def write_zones(rng, folder):
    across, up = 20, 30
    width, height = (EAST - WEST) / across, (NORTH - SOUTH) / up

    def corner(i, j):
        rng_corner = random.Random(f"{i},{j}")
        jitter_x = 0 if i in (0, across) else rng_corner.uniform(-.28, .28) * width
        jitter_y = 0 if j in (0, up) else rng_corner.uniform(-.28, .28) * height
        return round(WEST + i * width + jitter_x, 7), round(SOUTH + j * height + jitter_y, 7)

    segments = {}

    def edge(a, b):
        count = segments.setdefault((min(a, b), max(a, b)), rng.randint(8, 49))
        return wiggle(a, b, count, .05)

    features = []
    for i in range(across):
        for j in range(up):
            a, b, c, d = corner(i, j), corner(i + 1, j), corner(i + 1, j + 1), corner(i, j + 1)
            ring = edge(a, b)[:-1] + edge(b, c)[:-1] + edge(c, d)[:-1] + edge(d, a)
            features.append(feature({"type": "Polygon", "coordinates": [ring]}, {
                "key": f"zone-{len(features) + 1}", "district": rng.choice(DISTRICTS),
                "bcr": rng.choice([40, 50, 60, 80]), "far": rng.choice([80, 100, 150, 200, 300, 400, 500])}))
    write_geojson(folder / "zoning.geojson", features)


def write_streets(rng, folder, spots):
    features = []
    for i, (lon, lat) in enumerate(rng.sample(spots, 130), 1):
        heading, line = rng.uniform(0, 2 * math.pi), []
        for _ in range(rng.randint(6, 39)):
            line.append((round(lon, 7), round(lat, 7)))
            heading += rng.gauss(0, .25)
            step = rng.uniform(8, 30) / 111_000
            lon += step * math.cos(heading) / math.cos(math.radians(lat))
            lat += step * math.sin(heading)
        features.append(feature({"type": "LineString", "coordinates": line}, {
            "key": f"street-{i}", "name": f"商店街{i}", "association": f"商店会{rng.randint(1, 79)}",
            "shops": rng.randint(10, 219)}))
    write_geojson(folder / "streets.geojson", features)


def feature(geometry, properties):
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def write_geojson(path, features):
    with open(path, "w", encoding="utf-8") as out:
        json.dump({"type": "FeatureCollection", "features": features}, out, ensure_ascii=False, separators=(",", ":"))


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    rng = random.Random(20260701)
    spots = write_listings(rng, folder)
    write_zones(rng, folder)
    write_streets(rng, folder, spots)


main()
