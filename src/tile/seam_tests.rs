//! Do neighbours stay together? Zones that tessellate the land must tessellate every tile.

use geo::{Area, Contains, Distance, Euclidean};
use geo_types::{Coord, Geometry, Point, Polygon};
use proptest::prelude::*;
use rand::{Rng, SeedableRng, rngs::SmallRng};

use super::fixtures::{contents, decode, floating};
use super::grid::Grid;
use super::{LayerSet, TileAddress, encode};
use crate::city::City;
use crate::domain::Contents;
use crate::geo::{mercator, mercator_fixed};

/// Zones alone, of a quilt whose border is straight.
fn quilt(seed: u64, step: f64, side: usize) -> City {
    let all = contents(seed, [139.58, 35.59], step, side, 0);
    City::load(Contents { editions: all.editions, zones: all.zones, ..Contents::default() })
}

/// The zones of a tile as its client reads them.
fn zones(city: &City, tile: TileAddress) -> Vec<Polygon<f64>> {
    let layers: LayerSet = "zones".parse().unwrap();
    let features = decode(&encode(city, layers, tile, None)).remove("zones").unwrap_or_default();
    let polygons = features.iter().flat_map(|feature| match &feature.geometry {
        Geometry::MultiPolygon(polygons) => polygons.0.iter().map(floating).collect(),
        _ => vec![],
    });
    polygons.collect()
}

/// The quilt's box in tile units, cut to the tile with its buffer.
fn box_of(city: &City, tile: TileAddress) -> [f64; 4] {
    let bounds = city.zones().bounds().unwrap();
    let grid = Grid::of(tile);
    let [left, top] = grid.snap_vertex(mercator_fixed(Coord { x: bounds.west(), y: bounds.north() }));
    let [right, bottom] = grid.snap_vertex(mercator_fixed(Coord { x: bounds.east(), y: bounds.south() }));
    [left, top, right, bottom].map(|v| v.clamp(-64, 4160) as f64)
}

/// Tiles of a zoom over the middle and a corner of the quilt.
fn tiles(city: &City, z: u32) -> Vec<TileAddress> {
    let bounds = city.zones().bounds().unwrap();
    let side = f64::from(1u32 << z);
    let at = |lon: f64, lat: f64| {
        let place = mercator(Coord { x: lon, y: lat });
        TileAddress::new(z, (place.x * side) as u32, (place.y * side) as u32).unwrap()
    };
    let middle =
        at(f64::midpoint(bounds.west(), bounds.east()), f64::midpoint(bounds.south(), bounds.north()));
    vec![middle, at(bounds.west(), bounds.north())]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn zones_that_share_edges_leave_no_gap_and_do_not_overlap_at_any_zoom(
        seed in any::<u64>(), step in 0.001f64..0.02, side in 2usize..14, z in 9u32..=20,
    ) {
        let city = quilt(seed, step, side);
        for tile in tiles(&city, z) {
            let zones = zones(&city, tile);
            let [left, top, right, bottom] = box_of(&city, tile);
            let covered: f64 = zones.iter().map(Area::unsigned_area).sum();
            let land = (right - left) * (bottom - top);
            // Rings that rounding crosses are taken apart to a unit's accuracy.
            let allowed = 2.0 + land.sqrt() * 0.02;
            prop_assert!((covered - land).abs() <= allowed, "{tile}: {covered} of {land}");

            let mut rng = SmallRng::seed_from_u64(seed);
            for _ in 0..200 {
                if right - left < 4.0 || bottom - top < 4.0 {
                    break;
                }
                let p = Point::new(
                    rng.random_range(left + 1.0..right - 1.0),
                    rng.random_range(top + 1.0..bottom - 1.0),
                );
                let covers = zones.iter().filter(|zone| zone.contains(&p)).count();
                let off_edges = || {
                    zones.iter().flat_map(|zone| std::iter::once(zone.exterior()).chain(zone.interiors()))
                        .all(|ring| Euclidean.distance(&p, ring) > 1.0)
                };
                prop_assert!(covers == 1 || !off_edges(), "{tile}: {p:?} is in {covers} zones");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn an_island_fills_the_hole_around_it_at_any_zoom(
        radii in prop::collection::vec(0.002f64..0.009, 5..60), z in 9u32..=18,
    ) {
        // The island starts at another vertex than the hole, and runs the other way.
        let coast: Vec<Coord<f64>> = radii.iter().enumerate().map(|(i, radius)| {
            let angle = i as f64 / radii.len() as f64 * std::f64::consts::TAU;
            Coord { x: 139.59 + radius * angle.cos(), y: 35.6 + radius * angle.sin() }
        }).collect();
        let mut shifted: Vec<Coord<f64>> = coast.clone();
        shifted.rotate_left(coast.len() / 3);
        shifted.reverse();
        let mut all = contents(1, [139.58, 35.59], 0.02, 2, 0);
        all.zones.truncate(2);
        let frame = [[0.0, 0.0], [0.02, 0.0], [0.02, 0.02], [0.0, 0.02]];
        let frame = frame.iter().map(|p| Coord { x: 139.58 + p[0], y: 35.59 + p[1] }).collect();
        all.zones[0].geometry = Polygon::new(frame, vec![coast.into()]).into();
        all.zones[1].geometry = Polygon::new(shifted.into(), vec![]).into();
        let city = City::load(Contents { editions: all.editions, zones: all.zones, ..Contents::default() });
        for tile in tiles(&city, z) {
            let covered: f64 = zones(&city, tile).iter().map(Area::unsigned_area).sum();
            let [left, top, right, bottom] = box_of(&city, tile);
            let land = (right - left) * (bottom - top);
            prop_assert!((covered - land).abs() <= 2.0 + land.sqrt() * 0.02, "{tile}: {covered} of {land}");
        }
    }
}

#[test]
fn low_zooms_draw_few_vertices_and_high_zooms_all() {
    let city = quilt(7, 0.002, 8);
    let stated: usize = city.zones().iter().map(|z| z.zone().geometry.0[0].exterior().0.len()).sum();
    let drawn = |z: u32| -> usize {
        // Every zone whole, in tiles that hold some of them.
        zones(&city, tiles(&city, z)[0]).iter().map(|zone| zone.exterior().0.len()).sum()
    };
    assert!(drawn(10) * 3 < stated, "{} of {stated} at z10", drawn(10));
    assert!(drawn(10) < drawn(12), "{} at z10, {} at z12", drawn(10), drawn(12));
}

#[test]
fn a_corner_in_the_middle_of_a_neighbours_edge_opens_no_gap() {
    // One long zone beside two short ones: their common corner is no vertex of the long edge.
    let mut all = contents(1, [139.58, 35.59], 0.02, 2, 0);
    let ring = |points: &[[f64; 2]]| {
        let coords = points.iter().map(|p| Coord { x: 139.6 + p[0] * 1e-3, y: 35.6 + p[1] * 1e-3 });
        geo_types::MultiPolygon(vec![Polygon::new(coords.collect(), vec![])])
    };
    all.zones.truncate(3);
    all.zones[0].geometry = ring(&[[0.0, 0.0], [9.0, 3.0], [9.0, 12.0], [0.0, 12.0]]);
    all.zones[1].geometry = ring(&[[0.0, 0.0], [3.0, 0.0], [3.0, 1.0]]);
    all.zones[2].geometry = ring(&[[3.0, 1.0], [3.0, 0.0], [9.0, 0.0], [9.0, 3.0]]);
    let city = City::load(Contents { editions: all.editions, zones: all.zones, ..Contents::default() });
    for z in 11..=18 {
        for tile in tiles(&city, z) {
            let covered: f64 = zones(&city, tile).iter().map(Area::unsigned_area).sum();
            let [left, top, right, bottom] = box_of(&city, tile);
            let land = (right - left) * (bottom - top);
            assert!((covered - land).abs() <= 1.0, "{tile}: {covered} of {land}");
        }
    }
}
