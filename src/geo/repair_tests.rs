//! Proofs of [`super::repair`]: each flaw by a drawing of its own, and two properties.

use geo::{Area, Validation};
use geo_types::{Coord, LineString, MultiPolygon, Polygon};
use proptest::prelude::*;

use super::repair::{Flaw, Unrepairable, repair};

/// A ring on a grid of 0.001 degrees near Setagaya.
fn ring(points: &[(f64, f64)]) -> LineString<f64> {
    points.iter().map(|(x, y)| Coord { x: 139.65 + x / 1000.0, y: 35.64 + y / 1000.0 }).collect()
}

fn drawn(points: &[(f64, f64)], holes: &[&[(f64, f64)]]) -> MultiPolygon<f64> {
    MultiPolygon(vec![Polygon::new(ring(points), holes.iter().map(|h| ring(h)).collect())])
}

const SQUARE: &[(f64, f64)] = &[(0., 0.), (4., 0.), (4., 4.), (0., 4.)];
/// One square of the grid, in square degrees.
const CELL: f64 = 1e-6;

fn cells(polygons: &MultiPolygon<f64>) -> f64 {
    polygons.unsigned_area() / CELL
}

#[test]
fn a_valid_polygon_comes_back_as_it_was() {
    let square = drawn(SQUARE, &[&[(1., 1.), (1., 2.), (2., 2.), (2., 1.)]]);
    let found = repair(&square).unwrap();
    assert_eq!(found.polygons, square);
    assert_eq!(found.flaws, []);
    assert!(found.area_change_m2.abs() < 1e-9);
}

#[test]
fn a_bow_tie_becomes_its_two_lobes() {
    let found = repair(&drawn(&[(0., 0.), (4., 4.), (4., 0.), (0., 4.)], &[])).unwrap();
    assert_eq!(found.flaws, [Flaw::SelfIntersection]);
    assert_eq!(found.polygons.0.len(), 2);
    assert!((cells(&found.polygons) - 8.0).abs() < 1e-3);
    assert!(found.area_change_m2 > 70_000.0, "the lobes cancelled each other before");
}

#[test]
fn a_spike_loses_no_area() {
    let found = repair(&drawn(&[(0., 0.), (4., 0.), (4., 4.), (4., 9.), (4., 4.), (0., 4.)], &[])).unwrap();
    assert_eq!(found.flaws, [Flaw::Spike]);
    assert!(found.area_change_m2.abs() < 1e-6);
}

#[test]
fn a_clockwise_shell_is_turned_round() {
    let found = repair(&drawn(&[(0., 0.), (0., 4.), (4., 4.), (4., 0.)], &[])).unwrap();
    assert_eq!(found.flaws, [Flaw::Winding]);
    assert!((cells(&found.polygons) - 16.0).abs() < 1e-6);
}

#[test]
fn a_hole_outside_its_shell_adds_no_land() {
    let found = repair(&drawn(SQUARE, &[&[(8., 8.), (8., 9.), (9., 9.), (9., 8.)]])).unwrap();
    assert_eq!(found.flaws, [Flaw::MisplacedHole]);
    assert!((cells(&found.polygons) - 16.0).abs() < 1e-3);
}

#[test]
fn a_hole_across_its_shell_is_cut_from_it() {
    let found = repair(&drawn(SQUARE, &[&[(2., 1.), (2., 3.), (6., 3.), (6., 1.)]])).unwrap();
    assert!((cells(&found.polygons) - 12.0).abs() < 1e-3);
}

#[test]
fn parts_that_overlap_count_once() {
    let one = drawn(SQUARE, &[]).0.remove(0);
    let two = drawn(&[(2., 0.), (6., 0.), (6., 4.), (2., 4.)], &[]).0.remove(0);
    let found = repair(&MultiPolygon(vec![one, two])).unwrap();
    assert_eq!(found.flaws, [Flaw::OverlappingParts]);
    assert!((cells(&found.polygons) - 24.0).abs() < 1e-3);
}

#[test]
fn what_has_no_area_or_is_off_the_earth_is_refused() {
    assert_eq!(repair(&drawn(&[(0., 0.), (1., 1.), (2., 2.)], &[])), Err(Unrepairable::NoArea));
    assert_eq!(repair(&MultiPolygon(Vec::new())), Err(Unrepairable::NoArea));
    let mut wild = drawn(SQUARE, &[]);
    wild.0[0].exterior_mut(|r| r.0[1].x = f64::INFINITY);
    assert_eq!(repair(&wild), Err(Unrepairable::OffEarth));
}

/// A star around a centre: valid by construction.
fn star(radii: &[f64]) -> MultiPolygon<f64> {
    let corner = |(i, r): (usize, &f64)| {
        let angle = std::f64::consts::TAU * i as f64 / radii.len() as f64;
        (r * angle.cos(), r * angle.sin())
    };
    drawn(&radii.iter().enumerate().map(corner).collect::<Vec<_>>(), &[])
}

proptest! {
    #[test]
    fn any_scribble_becomes_valid_polygons_or_is_refused(
        points in prop::collection::vec((0i32..12, 0i32..12), 3..24),
        hole in prop::collection::vec((0i32..12, 0i32..12), 0..8),
    ) {
        let at = |(x, y): &(i32, i32)| (f64::from(*x), f64::from(*y));
        let shell: Vec<_> = points.iter().map(at).collect();
        let hole: Vec<_> = hole.iter().map(at).collect();
        let holes: &[&[(f64, f64)]] = if hole.len() > 2 { &[&hole] } else { &[] };
        match repair(&drawn(&shell, holes)) {
            Ok(found) => {
                prop_assert!(found.polygons.is_valid(), "{:?}", found.polygons);
                prop_assert!(cells(&found.polygons) <= 144.001);
                let again = repair(&found.polygons).unwrap();
                prop_assert!(again.flaws.is_empty(), "{:?}", again.flaws);
            }
            Err(e) => prop_assert_eq!(e, Unrepairable::NoArea),
        }
    }

    #[test]
    fn a_valid_star_keeps_every_point_and_its_area(radii in prop::collection::vec(0.5f64..20.0, 3..60)) {
        let drawn = star(&radii);
        prop_assume!(drawn.is_valid());
        let found = repair(&drawn).unwrap();
        prop_assert!(found.flaws.iter().all(|f| *f == Flaw::Winding), "{:?}", found.flaws);
        prop_assert!((found.polygons.unsigned_area() - drawn.unsigned_area()).abs() < 1e-18);
    }
}
