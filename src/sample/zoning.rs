//! Answers "which use district is each block in?": a plan that planners might have drawn, whose shares
//! around each station are those published for 2019.
//!
//! Every district has places it likes (shops by stations and along streets, homes elsewhere). From the
//! liking alone, single blocks are exchanged for as long as liking, smooth edges and the published
//! shares together improve (threshold accepting: exact arithmetic, so the same everywhere).

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use std::collections::BTreeSet;

use super::SEED;
use super::facts::SHARED_DISTRICTS;
use super::fit::Circles;
use super::ground::{distance, noise, random_of};
use super::layout::{Land, Layout};
use super::mesh::{EdgeClass, FaceNumber};
use super::outline::groups;
use super::streets::Street;
use crate::domain::UseDistrict;

/// A district with its ratios in percent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Plan {
    pub(super) district: UseDistrict,
    pub(super) coverage: u16,
    pub(super) floor_area: u16,
}

/// Quasi-industrial land, as an index into [`SHARED_DISTRICTS`].
const INDUSTRY: u8 = 9;
const SWEEPS: u32 = 90;
/// How much a hundred metres of edge between two districts weigh.
const EDGE_WEIGHT: f64 = 0.75;
/// How much a squared percentage point of share weighs.
const SHARE_WEIGHT: f64 = 0.55;

/// The plan of every zoned face.
pub(super) fn draw(layout: &Layout, streets: &[Street], circles: &Circles) -> Vec<Option<Plan>> {
    let likings = likings(layout, streets);
    let industry = industry(layout, &likings);
    let zoned: Vec<FaceNumber> =
        (0..layout.mesh.faces.len() as FaceNumber).filter(|f| layout.is_zoned(*f)).collect();
    let mut labels: Vec<Option<u8>> = vec![None; layout.mesh.faces.len()];
    for &face in &zoned {
        let f = face as usize;
        let best = (0..INDUSTRY)
            .min_by(|a, b| likings[f].cost[*a as usize].total_cmp(&likings[f].cost[*b as usize]));
        labels[f] = if industry[f] { Some(INDUSTRY) } else { best };
    }
    improve(layout, circles, &likings, &zoned, &mut labels);
    absorb_specks(layout, &mut labels, 3_000.0);
    ratios(layout, &labels)
}

/// What a face is like, and how much each district would rather not be there (a hectare's worth).
struct Liking {
    cost: [f64; 10],
    on_street: bool,
}

fn likings(layout: &Layout, streets: &[Street]) -> Vec<Liking> {
    let on_street: BTreeSet<(u32, u32)> = streets.iter().flat_map(|s| s.edges.iter().copied()).collect();
    let mesh = &layout.mesh;
    (0..mesh.faces.len() as FaceNumber)
        .map(|face| {
            let p = layout.middles[face as usize];
            let edges: Vec<(u32, u32)> = mesh.edges_of(face).collect();
            let beside = |class| edges.iter().any(|e| mesh.class(e.0, e.1) == class);
            let (arterial, avenue) = (beside(EdgeClass::Arterial), beside(EdgeClass::Collector));
            let street = edges.iter().any(|e| on_street.contains(&(e.0.min(e.1), e.0.max(e.1))));
            // Metres to the nearest station, stretched where it is a quiet one.
            let near = |weight: [f64; 4]| {
                let far = |s: &super::facts::StationFact| distance(s.place, p) * weight[s.rank as usize - 1];
                layout.facts.stations.iter().map(far).fold(f64::INFINITY, f64::min)
            };
            let centre = near([0.6, 1.0, 1.6, 2.4]);
            let walk = near([0.8, 1.0, 1.15, 1.3]);
            let park = matches!(layout.land[face as usize], Land::Park(_));
            let field = |salt| noise(p, 950.0, salt) * 4.4 - 2.2;
            let road = if arterial {
                1.0
            } else if avenue {
                0.5
            } else {
                0.0
            };
            let mut cost = [0.0; 10];
            cost[0] = -0.2 + 0.3 * field(61) - (walk / 1_400.0).min(1.0) * 0.9 + road * 2.2;
            cost[1] = 1.9 + field(62) - if avenue { 1.6 } else { 0.0 } + if arterial { 0.6 } else { 0.0 };
            cost[2] = 0.5 + field(63) + road * 1.0;
            cost[3] = 1.7 + field(64) - if avenue { 0.9 } else { 0.0 };
            cost[4] = 0.8 + field(65) - road * 0.9;
            cost[5] = 1.8 + field(66) - road * 1.0;
            cost[6] = if arterial { 0.3 } else { 4.5 };
            cost[7] = if street { -1.6 } else { 1.9 - road * 1.5 } + (walk / 500.0).min(2.0) * 0.7;
            cost[8] = (centre / 130.0).min(6.0) - if street { 1.6 } else { 0.0 } - road * 0.9;
            cost[9] = 50.0;
            if park {
                for district in [1, 3, 5, 6, 7, 8] {
                    cost[district] += 4.0;
                }
            }
            Liking { cost, on_street: street }
        })
        .collect()
}

/// Grows quasi-industrial land around its five places until each has its hectares.
fn industry(layout: &Layout, likings: &[Liking]) -> Vec<bool> {
    let mut chosen = vec![false; layout.mesh.faces.len()];
    for spot in &layout.facts.industry {
        let wander = |f: usize| {
            let p = layout.middles[f];
            distance(p, spot.place) * (0.75 + 0.5 * noise(p, 170.0, 71))
        };
        let fits = |f: &usize| layout.land[*f] == Land::Built && !likings[*f].on_street && !chosen[*f];
        let mut near: Vec<usize> = (0..chosen.len()).filter(fits).collect();
        near.retain(|f| distance(layout.middles[*f], spot.place) < 900.0);
        near.sort_by(|a, b| wander(*a).total_cmp(&wander(*b)));
        let mut area = 0.0;
        for f in near {
            if area + layout.areas[f] / 2.0 > spot.area_m2 {
                break;
            }
            area += layout.areas[f];
            chosen[f] = true;
        }
    }
    chosen
}

fn edge_cost(layout: &Layout, edge: (u32, u32)) -> f64 {
    let weight = match layout.mesh.class(edge.0, edge.1) {
        EdgeClass::Plot => 0.3,
        EdgeClass::Railway | EdgeClass::Stream | EdgeClass::Greenway => 0.4,
        EdgeClass::Arterial => 1.1,
        _ => 1.0,
    };
    layout.mesh.edge_length(edge) / 100.0 * weight * EDGE_WEIGHT
}

fn improve(
    layout: &Layout,
    circles: &Circles,
    likings: &[Liking],
    zoned: &[FaceNumber],
    labels: &mut [Option<u8>],
) {
    let mut rng = ChaCha8Rng::seed_from_u64(SEED + 3);
    let mut shares = circles.shares(labels);
    let neighbours: Vec<Vec<(FaceNumber, f64)>> = (0..labels.len() as FaceNumber)
        .map(|face| {
            let of = |e: (u32, u32)| layout.mesh.across(e).map(|other| (other, edge_cost(layout, e)));
            layout.mesh.edges_of(face).filter_map(of).collect()
        })
        .collect();
    for sweep in 0..SWEEPS {
        let threshold = 1.2 * (1.0 - f64::from(sweep) / f64::from(SWEEPS - 8)).max(0.0);
        for _ in 0..zoned.len() {
            let f = zoned[rng.random_range(0..zoned.len())] as usize;
            let Some(old) = labels[f].filter(|l| *l != INDUSTRY) else { continue };
            let new = if rng.random::<f64>() < 0.75 && !neighbours[f].is_empty() {
                labels[neighbours[f][rng.random_range(0..neighbours[f].len())].0 as usize]
            } else {
                Some(rng.random_range(0..INDUSTRY))
            };
            let Some(new) = new.filter(|l| *l != INDUSTRY && *l != old) else { continue };
            let hectares = layout.areas[f] / 1e4;
            let cost = &likings[f].cost;
            let mut change = (cost[new as usize] - cost[old as usize]) * hectares;
            for (other, weight) in &neighbours[f] {
                let differs = |label: u8| labels[*other as usize].is_some_and(|l| l != label);
                change += weight * (f64::from(u8::from(differs(new))) - f64::from(u8::from(differs(old))));
            }
            for (circle, part) in circles.around(f) {
                let error = |d: u8| (shares[circle][d as usize] - circles.target(circle)[d as usize]) * 100.0;
                let step = part * 100.0;
                let moved = |e: f64, by: f64| (e + by).powi(2) - e.powi(2);
                change += SHARE_WEIGHT * (moved(error(old), -step) + moved(error(new), step));
            }
            if change < threshold {
                labels[f] = Some(new);
                for (circle, part) in circles.around(f) {
                    shares[circle][old as usize] -= part;
                    shares[circle][new as usize] += part;
                }
            }
        }
    }
}

/// Gives pieces smaller than `least_m2` to the district around most of their edge.
fn absorb_specks<L: PartialEq + Copy + Ord>(layout: &Layout, labels: &mut [Option<L>], least_m2: f64) {
    for _ in 0..4 {
        let mut changed = false;
        for (label, faces) in groups(&layout.mesh, labels) {
            let area: f64 = faces.iter().map(|f| layout.areas[*f as usize]).sum();
            if area >= least_m2 {
                continue;
            }
            let mut around: std::collections::BTreeMap<L, f64> = std::collections::BTreeMap::new();
            for &face in &faces {
                for edge in layout.mesh.edges_of(face) {
                    let other = layout.mesh.across(edge).and_then(|o| labels[o as usize]);
                    if let Some(other) = other.filter(|o| *o != label) {
                        *around.entry(other).or_default() += layout.mesh.edge_length(edge);
                    }
                }
            }
            if let Some((most, _)) = around.into_iter().max_by(|a, b| a.1.total_cmp(&b.1)) {
                for face in faces {
                    labels[face as usize] = Some(most);
                }
                changed = true;
            }
        }
        if !changed {
            break;
        }
    }
}

/// Adds coverage and floor area ratios as Tokyo sets them: one pair for each quarter and district.
fn ratios(layout: &Layout, labels: &[Option<u8>]) -> Vec<Option<Plan>> {
    let mut plans: Vec<Option<Plan>> = vec![None; labels.len()];
    for (label, faces) in groups(&layout.mesh, labels) {
        let district = SHARED_DISTRICTS[label as usize];
        for &face in &faces {
            let f = face as usize;
            let lot = random_of(i64::from(layout.mesh.quarter[f]), i64::from(label), 81);
            let (coverage, floor_area) = ratio(layout, district, f, lot);
            plans[f] = Some(Plan { district, coverage, floor_area });
        }
    }
    // Within a district, a scrap with ratios of its own takes those of the rest.
    for (plan, faces) in groups(&layout.mesh, &plans) {
        let area: f64 = faces.iter().map(|f| layout.areas[*f as usize]).sum();
        if area > 12_000.0 {
            continue;
        }
        let mut others: Vec<(Plan, f64)> = Vec::new();
        for &face in &faces {
            for edge in layout.mesh.edges_of(face) {
                let other = layout.mesh.across(edge).and_then(|o| plans[o as usize]);
                if let Some(other) = other.filter(|o| *o != plan && o.district == plan.district) {
                    others.push((other, layout.mesh.edge_length(edge)));
                }
            }
        }
        if let Some((most, _)) = others.into_iter().max_by(|a, b| a.1.total_cmp(&b.1)) {
            for face in faces {
                plans[face as usize] = Some(most);
            }
        }
    }
    plans
}

fn ratio(layout: &Layout, district: UseDistrict, face: usize, lot: f64) -> (u16, u16) {
    let busiest = layout.facts.stations.iter().filter(|s| s.rank == 1);
    let centre = busiest.map(|s| distance(s.place, layout.middles[face])).fold(f64::INFINITY, f64::min);
    match district {
        UseDistrict::Low1 if lot < 0.18 => (40, 80),
        UseDistrict::Low1 if lot < 0.80 => (50, 100),
        UseDistrict::Low2 if lot < 0.5 => (50, 100),
        UseDistrict::Low1 | UseDistrict::Low2 => (60, 150),
        UseDistrict::MidHigh1 if lot < 0.25 => (60, 150),
        UseDistrict::Residential1 | UseDistrict::Residential2 if lot < 0.25 => (60, 300),
        UseDistrict::QuasiResidential if lot < 0.5 => (60, 300),
        UseDistrict::NeighbourhoodCommercial if lot < 0.45 => (80, 300),
        UseDistrict::NeighbourhoodCommercial => (80, 200),
        UseDistrict::Commercial if centre < 330.0 => (80, 500),
        UseDistrict::Commercial => (80, 400),
        _ => (60, 200),
    }
}
