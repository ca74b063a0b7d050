//! What must hold for any two editions: nothing is lost, nothing is invented, and there is no direction in time.

use geo_types::{Coord, LineString, MultiPolygon, Polygon};
use proptest::prelude::*;

use super::{DEFAULT_TOLERANCE_M, compare};
use crate::domain::{DistrictScheme, EditionId, Percent, PublishedDistrict, Zone, ZoneId};

const WEST: f64 = 139.65;
const SOUTH: f64 = 35.64;
/// About 100 m.
const SIDE: f64 = 0.001;
const ACROSS: usize = 4;

/// A zone of one cell or a row of cells.
fn zone(number: u64, code: i64, ring: Vec<Coord<f64>>) -> Zone {
    Zone {
        id: ZoneId::from_bits(number + 1).unwrap(),
        edition: EditionId::from_bits(1).unwrap(),
        published: PublishedDistrict::from_code(DistrictScheme::A29, code).unwrap(),
        coverage: Some(Percent::coverage(60.0).unwrap()),
        floor_area: Some(Percent::floor_area(200.0).unwrap()),
        fire: None,
        district_plan: None,
        geometry: MultiPolygon(vec![Polygon::new(LineString(ring), vec![])]),
    }
}

fn cell(x: usize, y: usize) -> Vec<Coord<f64>> {
    let at = |x: usize, y: usize| Coord { x: SIDE.mul_add(x as f64, WEST), y: SIDE.mul_add(y as f64, SOUTH) };
    vec![at(x, y), at(x + 1, y), at(x + 1, y + 1), at(x, y + 1), at(x, y)]
}

/// Cells of a square of land, each with a district or none.
fn edition(codes: &[Option<i64>]) -> Vec<Zone> {
    let cells = codes.iter().enumerate();
    cells.filter_map(|(at, code)| Some(zone(at as u64, (*code)?, cell(at % ACROSS, at / ACROSS)))).collect()
}

/// The same land with a point in the middle of every edge, begun elsewhere, drawn the other way round.
fn redrawn(zones: &[Zone]) -> Vec<Zone> {
    let again = |zone: &Zone| {
        let ring = zone.geometry.0[0].exterior();
        let mut points: Vec<Coord<f64>> = ring
            .0
            .windows(2)
            .flat_map(|edge| {
                [edge[0], Coord { x: edge[0].x.midpoint(edge[1].x), y: edge[0].y.midpoint(edge[1].y) }]
            })
            .collect();
        points.rotate_left(3);
        points.push(points[0]);
        points.reverse();
        Zone { geometry: MultiPolygon(vec![Polygon::new(LineString(points), vec![])]), ..zone.clone() }
    };
    zones.iter().rev().map(again).collect()
}

fn of(zones: &[Zone]) -> Vec<&Zone> {
    zones.iter().collect()
}

fn codes() -> impl Strategy<Value = Vec<Option<i64>>> {
    let code = prop_oneof![1 => Just(None), 6 => (1_i64..=12).prop_map(Some)];
    prop::collection::vec(code, ACROSS * ACROSS)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn the_sums_of_the_matrix_are_the_totals_to_a_tenth_of_a_square_metre(before in codes(), after in codes()) {
        let (before, after) = (edition(&before), edition(&after));
        let found = compare(&of(&before), &of(&after), &[], DEFAULT_TOLERANCE_M);
        for (district, was, is) in &found.totals {
            let from: f64 = found.matrix.iter().filter(|f| f.before == Some(*district)).map(|f| f.m2).sum();
            let to: f64 = found.matrix.iter().filter(|f| f.after == Some(*district)).map(|f| f.m2).sum();
            prop_assert!((from - was).abs() < 0.1 && (to - is).abs() < 0.1, "{district:?}: {from} {was}, {to} {is}");
        }
        let listed: f64 = found.changes.iter().map(|c| c.m2).sum();
        let flowed: f64 = found.matrix.iter().filter(|f| f.before != f.after).map(|f| f.m2).sum();
        prop_assert!((listed + found.noise.slivers_m2 - flowed).abs() < 0.1, "{listed} {flowed}");
    }

    #[test]
    fn an_edition_beside_itself_redrawn_has_no_change(codes in codes()) {
        let before = edition(&codes);
        let after = redrawn(&before);
        let found = compare(&of(&before), &of(&after), &[], DEFAULT_TOLERANCE_M);
        prop_assert!(found.changes.is_empty(), "{:?}", found.changes);
        prop_assert!(found.noise.slivers_m2 < 0.1 && found.noise.shift.is_none(), "{:?}", found.noise);
    }

    #[test]
    fn backwards_is_the_mirror_of_forwards(before in codes(), after in codes()) {
        let (before, after) = (edition(&before), edition(&after));
        let forth = compare(&of(&before), &of(&after), &[], DEFAULT_TOLERANCE_M);
        let back = compare(&of(&after), &of(&before), &[], DEFAULT_TOLERANCE_M);
        prop_assert_eq!(forth.changes.len(), back.changes.len());
        for flow in &forth.matrix {
            let mirrored = back.matrix.iter().find(|f| f.before == flow.after && f.after == flow.before);
            let m2 = mirrored.map_or(0.0, |f| f.m2);
            prop_assert!((m2 - flow.m2).abs() < 0.1, "{flow:?} {m2}");
        }
    }
}

#[test]
fn a_copy_shifted_by_a_metre_is_one_fact_and_no_change() {
    let before = edition(&(1..=16).map(|n| Some(n % 12 + 1)).collect::<Vec<_>>());
    // Shapes unlike each other, so that each has one counterpart.
    let widened = |zones: &[Zone]| -> Vec<Zone> {
        let wide = |(at, zone): (usize, &Zone)| {
            let mut zone = zone.clone();
            let far = 1e-5 * (at + 1) as f64;
            zone.geometry.0[0].exterior_mut(|ring| ring.0[2].y += far);
            zone
        };
        zones.iter().enumerate().map(wide).collect()
    };
    let before = widened(&before);
    let mut after = before.clone();
    for zone in &mut after {
        zone.geometry.0[0].exterior_mut(|ring| ring.0.iter_mut().for_each(|c| c.x += 1.1e-5));
    }
    let found = compare(&of(&before), &of(&after), &[], DEFAULT_TOLERANCE_M);
    let shift = found.noise.shift.expect("a shift");
    assert!((shift.east_m - 0.995).abs() < 0.01 && shift.north_m.abs() < 0.01, "{shift:?}");
    assert!(found.changes.is_empty(), "{:?}", found.changes);
}

#[test]
fn a_line_drawn_again_ten_centimetres_off_is_a_sliver_and_a_metre_off_a_change() {
    for (off, changes) in [(1e-6, 0), (1.1e-5, 1)] {
        let before = edition(&[Some(10), Some(1)].iter().copied().chain([None; 14]).collect::<Vec<_>>());
        let mut after = before.clone();
        after[0].geometry.0[0].exterior_mut(|ring| {
            ring.0[1].x -= off;
            ring.0[2].x -= off;
        });
        after[1].geometry.0[0].exterior_mut(|ring| {
            for at in [0, 3, 4] {
                ring.0[at].x -= off;
            }
        });
        let found = compare(&of(&before), &of(&after), &[], DEFAULT_TOLERANCE_M);
        assert_eq!(found.changes.len(), changes, "{found:?}");
        assert_eq!(found.noise.slivers, 1 - changes, "{:?}", found.noise);
    }
}

#[test]
fn land_that_two_zones_claim_is_counted_once_and_said() {
    let twice = [zone(0, 1, cell(0, 0)), zone(1, 2, cell(0, 0))];
    let found = compare(&of(&twice), &of(&twice), &[], DEFAULT_TOLERANCE_M);
    let land: f64 = found.totals.iter().map(|(_, before, _)| before).sum();
    assert!((land - found.noise.overlaps_before_m2).abs() < 0.1, "{land} {:?}", found.noise);
    assert!(found.changes.is_empty());
}
