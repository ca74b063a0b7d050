"""Shortest ways over the roads of a GeoJSON file, by networkx: an independent answer to compare with.

Reads pairs of places (lon lat lon lat, each a vertex of some road) from standard input, one a line, and
writes the metres between them, `inf` where no road leads. Every vertex is a node of its own.
"""

import json
import math
import sys

import networkx

SEMI_MAJOR_M = 6_378_137.0
FLATTENING = 1 / 298.257222101


def apart_m(a, b):
    """Metres between two places on the plane that touches GRS80 midway."""
    e2 = FLATTENING * (2 - FLATTENING)
    lat = math.radians((a[1] + b[1]) / 2)
    bulge = 1 - e2 * math.sin(lat) ** 2
    prime_vertical = SEMI_MAJOR_M / math.sqrt(bulge)
    meridian = prime_vertical * (1 - e2) / bulge
    east = math.radians(b[0] - a[0]) * prime_vertical * math.cos(lat)
    north = math.radians(b[1] - a[1]) * meridian
    return math.hypot(east, north)


def node(place):
    return (round(place[0] * 1e7), round(place[1] * 1e7))


def roads(path):
    with open(path, encoding="utf-8") as file:
        features = json.load(file)["features"]
    for feature in features:
        shape = feature["geometry"]
        yield from [shape["coordinates"]] if shape["type"] == "LineString" else shape["coordinates"]


graph = networkx.Graph()
for line in roads(sys.argv[1]):
    for a, b in zip(line, line[1:]):
        if node(a) != node(b):
            graph.add_edge(node(a), node(b), metres=apart_m(a, b))

for row in sys.stdin:
    lon, lat, to_lon, to_lat = map(float, row.split())
    try:
        metres = networkx.dijkstra_path_length(graph, node((lon, lat)), node((to_lon, to_lat)), weight="metres")
    except networkx.NetworkXNoPath:
        metres = math.inf
    print(repr(metres))
