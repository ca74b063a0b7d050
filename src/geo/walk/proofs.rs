//! What must hold of every network of roads.

use geo::{BooleanOps, Contains, Validation};
use geo_types::{Coord, LineString, MultiPolygon, Point};
use proptest::prelude::*;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::plain_search::PlainRoads;
use super::{Foothold, NearestStarts, WalkGraph, walk_metres};
use crate::domain::LonLat;
use crate::geo::{LocalPlane, distance_m};

const SIDE: i32 = 7;
const STEP_M: f64 = 95.0;

/// Streets on a bent grid: some run through crossings, some end there, some are missing, a few bridges
/// pass over the rest, and now and then a lane goes nowhere.
fn lines(dice: &mut ChaCha8Rng) -> Vec<LineString<f64>> {
    let plane = LocalPlane::at(LonLat::new(139.64, 35.65).unwrap());
    let bend: Vec<f64> = (0..(SIDE * SIDE * 2) as usize).map(|_| dice.random_range(-25.0..25.0)).collect();
    let at = |x: i32, y: i32| {
        let i = ((y * SIDE + x) * 2) as usize;
        let c = plane
            .degrees(Coord { x: f64::from(x) * STEP_M + bend[i], y: f64::from(y) * STEP_M + bend[i + 1] });
        // As files have them.
        Coord { x: (c.x * 1e7).round() / 1e7, y: (c.y * 1e7).round() / 1e7 }
    };
    let mut lines = Vec::new();
    for y in 0..SIDE {
        for [dx, dy] in [[1, 0], [0, 1]] {
            let mut run = Vec::new();
            for x in 0..SIDE {
                let (px, py) = if dx == 1 { (x, y) } else { (y, x) };
                run.push(at(px, py));
                let cut = dice.random_bool(0.25);
                if cut || x + 1 == SIDE {
                    if run.len() > 1 {
                        lines.push(LineString(run.clone()));
                    }
                    run.clear();
                    if cut && dice.random_bool(0.7) {
                        run.push(at(px, py));
                    }
                }
                let _ = dy;
            }
        }
    }
    for _ in 0..dice.random_range(0..4) {
        let (x, y) = (dice.random_range(0..SIDE - 2), dice.random_range(0..SIDE - 2));
        lines.push(LineString(vec![at(x, y), at(x + 2, y + 1)]));
    }
    if dice.random_bool(0.3) {
        let lane = plane.degrees(Coord { x: 1_500.0, y: 1_500.0 });
        lines.push(LineString(vec![lane, Coord { x: lane.x + 0.001, y: lane.y }]));
    }
    lines
}

fn place(dice: &mut ChaCha8Rng) -> LonLat {
    let plane = LocalPlane::at(LonLat::new(139.64, 35.65).unwrap());
    let mut metres = || dice.random_range(-200.0..STEP_M * f64::from(SIDE) + 100.0);
    let c = plane.degrees(Coord { x: metres(), y: metres() });
    LonLat::try_from(c).unwrap()
}

fn some(seed: u64) -> (ChaCha8Rng, Vec<LineString<f64>>, WalkGraph) {
    let mut dice = ChaCha8Rng::seed_from_u64(seed);
    let lines = lines(&mut dice);
    let graph = WalkGraph::build(&lines);
    (dice, lines, graph)
}

fn metres(graph: &WalkGraph, from: Foothold, to: Foothold) -> Option<f64> {
    graph.reach(from, 1e9).metres_to(to)
}

fn close(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        // Lengths are kept to a part in ten millions.
        (Some(a), Some(b)) => (a - b).abs() <= 1e-3 + b * 1e-6,
        (None, None) => true,
        _ => false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn walks_are_as_long_as_a_plain_search_over_every_vertex_finds_them(seed: u64) {
        let (mut dice, lines, graph) = some(seed);
        // The lane is a hundredth of the roads, and so a place to stand.
        let plain = PlainRoads::of(&lines);
        for _ in 0..4 {
            let (a, b) = (place(&mut dice), place(&mut dice));
            let both = graph.foothold(a).zip(graph.foothold(b));
            let ours = both.and_then(|(from, to)| metres(&graph, from, to));
            let theirs = plain.metres(a, b);
            prop_assert!(close(ours, theirs), "{ours:?} and {theirs:?}");
        }
    }

    #[test]
    fn a_walk_is_as_long_back_and_never_longer_by_way_of_a_third_place(seed: u64) {
        let (mut dice, _, graph) = some(seed);
        let feet: Vec<Foothold> = (0..6).filter_map(|_| graph.foothold(place(&mut dice))).collect();
        for (a, b) in feet.iter().flat_map(|a| feet.iter().map(move |b| (*a, *b))) {
            let there = metres(&graph, a, b);
            let back = metres(&graph, b, a);
            prop_assert_eq!(there.is_some(), back.is_some());
            prop_assert_eq!(there.is_some(), graph.connects(a, b));
            let Some(there) = there else { continue };
            prop_assert!((there - back.unwrap()).abs() < 1e-6);
            for c in &feet {
                if let Some((to, from)) = metres(&graph, a, *c).zip(metres(&graph, *c, b)) {
                    prop_assert!(there <= to + from + 1e-6, "{there} > {to} + {from}");
                }
            }
        }
    }

    #[test]
    fn a_walk_is_never_shorter_than_the_straight_line(seed: u64) {
        let (mut dice, _, graph) = some(seed);
        for _ in 0..10 {
            let (a, b) = (place(&mut dice), place(&mut dice));
            let both = graph.foothold(a).zip(graph.foothold(b));
            if let Some(walked) = both.and_then(|(from, to)| metres(&graph, from, to)) {
                prop_assert!(walked > distance_m(a, b) * (1.0 - 1e-4) - 0.01);
            }
        }
    }

    #[test]
    fn the_nearest_starts_are_those_a_search_from_each_finds(seed: u64) {
        let (mut dice, _, graph) = some(seed);
        let starts: Vec<Option<Foothold>> =
            (0..dice.random_range(0..7)).map(|_| graph.foothold(place(&mut dice))).collect();
        let nearest = NearestStarts::of(&graph, starts.clone());
        for _ in 0..8 {
            let Some(here) = graph.foothold(place(&mut dice)) else { continue };
            let measured = starts.iter().enumerate().filter_map(|(i, start)| {
                Some((i as u32, metres(&graph, (*start)?, here)?))
            });
            let mut expected: Vec<(u32, f64)> = measured.collect();
            expected.sort_by(|a, b| a.1.total_cmp(&b.1));
            expected.truncate(super::MOST_STARTS);
            let found = nearest.nearest(&graph, here);
            prop_assert_eq!(found.len(), expected.len());
            for (found, expected) in found.iter().zip(&expected) {
                prop_assert!(close(Some(found.1), Some(expected.1)), "{found:?} and {expected:?}");
            }
        }
    }

    #[test]
    fn a_search_that_stops_early_finds_the_same_as_one_that_does_not(seed: u64) {
        let (mut dice, _, graph) = some(seed);
        let (Some(from), Some(to)) = (graph.foothold(place(&mut dice)), graph.foothold(place(&mut dice)))
        else { return Ok(()) };
        let far = metres(&graph, from, to);
        let limit = dice.random_range(1.0..1_500.0);
        let within = graph.reach(from, limit).metres_to(to);
        prop_assert_eq!(within, far.filter(|metres| *metres <= limit));
    }

    #[test]
    fn a_route_is_as_long_as_its_walk_and_leads_from_road_to_road(seed: u64) {
        let (mut dice, _, graph) = some(seed);
        for _ in 0..6 {
            let (a, b) = (place(&mut dice), place(&mut dice));
            let (Some(from), Some(to)) = (graph.foothold(a), graph.foothold(b)) else { continue };
            let route = graph.route(from, to, 1e9);
            prop_assert_eq!(route.is_some(), metres(&graph, from, to).is_some());
            let Some(route) = route else { continue };
            prop_assert!(close(Some(route.metres), metres(&graph, from, to)));
            let course: Vec<LonLat> = route.course.coords().map(|c| LonLat::try_from(*c).unwrap()).collect();
            let along: f64 = course.windows(2).map(|w| distance_m(w[0], w[1])).sum();
            let walked = along + from.off_m() + to.off_m();
            prop_assert!((walked - route.metres).abs() < 0.1 + route.metres * 1e-4, "{walked} {}", route.metres);
        }
    }

    #[test]
    fn the_area_of_a_walk_is_valid_and_holds_every_junction_that_is_reached(seed: u64) {
        let (mut dice, _, graph) = some(seed);
        let here = place(&mut dice);
        let Some(from) = graph.foothold(here) else { return Ok(()) };
        let reach = graph.reach(from, walk_metres(dice.random_range(1..9)));
        let area = reach.area(here);
        prop_assert!(area.is_valid(), "{:?}", area.check_validation());
        prop_assert!(area.contains(&Point::from(here)));
        for stretch in reach.stretches() {
            prop_assert!(stretch.iter().all(|c| area.contains(c)));
        }
    }

    #[test]
    fn more_minutes_never_cover_less(seed: u64) {
        let (mut dice, _, graph) = some(seed);
        let here = place(&mut dice);
        let Some(from) = graph.foothold(here) else { return Ok(()) };
        let areas: Vec<MultiPolygon<f64>> =
            [1, 2, 4, 7].iter().map(|minutes| graph.reach(from, walk_metres(*minutes)).area(here)).collect();
        for pair in areas.windows(2) {
            use geo::Area;
            let lost = pair[0].difference(&pair[1]).unsigned_area();
            prop_assert!(lost <= pair[0].unsigned_area() * 1e-6, "{lost}");
        }
    }
}

#[test]
fn a_yard_that_nobody_joined_to_the_next_road_is_no_place_to_stand() {
    let plane = LocalPlane::at(LonLat::new(139.64, 35.65).unwrap());
    let line = |points: &[(f64, f64)]| -> LineString<f64> {
        points.iter().map(|(x, y)| plane.degrees(Coord { x: *x, y: *y })).collect()
    };
    let graph = WalkGraph::build(&[line(&[(0.0, 0.0), (2_000.0, 0.0)]), line(&[(50.0, 20.0), (60.0, 20.0)])]);
    let beside = LonLat::try_from(plane.degrees(Coord { x: 55.0, y: 21.0 })).unwrap();
    let foothold = graph.foothold(beside).unwrap();
    assert!((foothold.off_m() - 21.0).abs() < 0.1, "{}", foothold.off_m());
}

#[test]
fn a_place_251_m_from_every_road_cannot_be_walked_to() {
    let plane = LocalPlane::at(LonLat::new(139.64, 35.65).unwrap());
    let road: LineString<f64> = [0.0, 500.0].iter().map(|x| plane.degrees(Coord { x: *x, y: 0.0 })).collect();
    let graph = WalkGraph::build(&[road]);
    let at = |y: f64| LonLat::try_from(plane.degrees(Coord { x: 250.0, y })).unwrap();
    assert!(graph.foothold(at(249.0)).is_some() && graph.foothold(at(251.0)).is_none());
    assert!(WalkGraph::default().foothold(at(0.0)).is_none());
}
