//! Answers "how is the quasi-industrial land used?": a survey of its lots in 2011, 2018 and 2024.
//!
//! Designation alone can look preserved while factories turn into flats. Every lot keeps its key over
//! the years; every conversion is known and listed in `edits.json`.

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use rustc_hash::FxHashMap;
use serde_json::{Value, json};
use std::collections::BTreeMap;

use super::SEED;
use super::blocks::inset;
use super::files::{Features, properties};
use super::ground::Metres;
use super::layout::{Land, Layout};
use super::mesh::{EdgeClass, FaceNumber, Mesh};
use super::premises::{chance, weighted};
use super::shapes::{area, centroid, narrowest_rectangle};

/// The years of the survey.
pub(super) const YEARS: [u16; 3] = [2011, 2018, 2024];

/// Uses of a lot: word, name, share of the lots in 2011.
const USES: [(&str, &str, f64); 10] = [
    ("factory", "専用工場", 0.25),
    ("factory_with_dwelling", "住居併用工場", 0.15),
    ("warehouse", "倉庫・運輸", 0.08),
    ("detached", "独立住宅", 0.21),
    ("apartment", "集合住宅", 0.10),
    ("office", "事務所", 0.06),
    ("shop", "店舗", 0.04),
    ("parking", "駐車場", 0.06),
    ("vacant", "未利用地", 0.02),
    ("public", "公共施設", 0.03),
];

/// The first three uses are industrial.
const INDUSTRIAL: usize = 3;
const DETACHED: usize = 3;
const APARTMENT: usize = 4;
const PARKING: usize = 7;
const VACANT: usize = 8;

struct Lot {
    ring: Vec<Metres>,
    town: String,
    uses: [usize; 3],
    built: [Option<u16>; 3],
}

/// The three files, and what is known about the conversions.
pub(super) fn draw(layout: &Layout, industrial: &[FaceNumber]) -> (Vec<(String, String)>, Value) {
    let mut rng = ChaCha8Rng::seed_from_u64(SEED + 4);
    let mut lots = Vec::new();
    for &face in industrial.iter().filter(|f| layout.land[**f as usize] == Land::Built) {
        let edges: Vec<(u32, u32)> = layout.mesh.edges_of(face).collect();
        let Some(block) = inset(&layout.mesh, &edges) else { continue };
        let town = &layout.facts.towns[layout.town[face as usize]].name;
        for ring in divided(&mut rng, &block) {
            lots.push(used(&mut rng, ring, town.clone()));
        }
    }
    let mut files = Vec::new();
    for (index, year) in YEARS.iter().enumerate() {
        let mut file = Features::new(&layout.ground);
        for (number, lot) in lots.iter().enumerate() {
            let (word, name, _) = USES[lot.uses[index]];
            let about = properties([
                ("key", key(number).into()),
                ("use", word.into()),
                ("use_ja", name.into()),
                ("year", (*year).into()),
                ("built", lot.built[index].into()),
                ("town", lot.town.as_str().into()),
                ("synthetic", true.into()),
            ]);
            file.ring(&about, &lot.ring);
        }
        files.push((format!("landuse-{year}.geojson"), file.finish()));
    }
    (files, described(&lots))
}

fn key(number: usize) -> String {
    format!("P-{:04}", number + 1)
}

/// Cuts a block into lots of very different sizes.
fn divided(rng: &mut ChaCha8Rng, block: &[Metres]) -> Vec<Vec<Metres>> {
    let ring: Vec<u32> = (0..block.len() as u32).collect();
    let mut mesh = Mesh::new(block.to_vec(), vec![ring], FxHashMap::default());
    let mut open = vec![0];
    while let Some(lot) = open.pop() {
        let ring = mesh.ring(lot);
        let wanted = if chance(rng, 0.3) { 1_500.0 } else { 620.0 };
        if area(&ring) < wanted {
            continue;
        }
        let (direction, _, _) = narrowest_rectangle(&ring);
        let across = Metres { x: -direction.y, y: direction.x };
        let middle = centroid(&ring);
        let off = (rng.random::<f64>() - 0.5) * 9.0;
        let through = Metres { x: middle.x + direction.x * off, y: middle.y + direction.y * off };
        if let Some(new) = mesh.cut(lot, through, across, EdgeClass::Plot, 2.5, 90.0) {
            open.push(lot);
            open.push(new);
        }
    }
    (0..mesh.faces.len() as FaceNumber).map(|f| mesh.ring(f)).collect()
}

fn used(rng: &mut ChaCha8Rng, ring: Vec<Metres>, town: String) -> Lot {
    let size = area(&ring);
    let likely: Vec<(usize, f64)> = (0..USES.len())
        .map(|u| {
            // Large lots are works and warehouses, small ones homes.
            let large = if u < INDUSTRIAL || u == APARTMENT { size / 500.0 } else { 500.0 / size.max(150.0) };
            (u, USES[u].2 * large.clamp(0.4, 2.5))
        })
        .collect();
    let first = weighted(rng, &likely);
    let year = rng.random_range(1958..=2010);
    let mut lot = Lot { ring, town, uses: [first; 3], built: [has_building(first).then_some(year); 3] };
    for period in 1..3 {
        let now = lot.uses[period - 1];
        let rate = match now {
            0 | 2 => 0.17,
            1 => 0.14,
            PARKING => 0.12,
            VACANT => 0.5,
            _ => 0.006,
        };
        let mut next = now;
        if chance(rng, rate) {
            next = match now {
                0..INDUSTRIAL if size > 420.0 => {
                    weighted(rng, &[(APARTMENT, 0.7), (DETACHED, 0.15), (PARKING, 0.15)])
                }
                0..INDUSTRIAL => weighted(rng, &[(DETACHED, 0.7), (APARTMENT, 0.1), (PARKING, 0.2)]),
                _ => weighted(rng, &[(APARTMENT, 0.5), (DETACHED, 0.5)]),
            };
        }
        let converted = next != now;
        for later in period..3 {
            lot.uses[later] = next;
            if converted {
                let built = rng.random_range(YEARS[period - 1] + 1..=YEARS[period]);
                lot.built[later] = has_building(next).then_some(built);
            }
        }
        if converted && period == 1 {
            lot.built[2] = lot.built[1];
        }
    }
    lot
}

fn has_building(used: usize) -> bool {
    !matches!(used, PARKING | VACANT)
}

fn described(lots: &[Lot]) -> Value {
    let mut conversions = Vec::new();
    for (number, lot) in lots.iter().enumerate() {
        for period in 1..3 {
            if lot.uses[period] != lot.uses[period - 1] {
                conversions.push(json!({
                    "key": key(number),
                    "town": lot.town,
                    "between": [YEARS[period - 1], YEARS[period]],
                    "before": USES[lot.uses[period - 1]].0,
                    "after": USES[lot.uses[period]].0,
                    "m2": area(&lot.ring).round(),
                }));
            }
        }
    }
    let totals: BTreeMap<String, Value> = YEARS
        .iter()
        .enumerate()
        .map(|(index, year)| {
            let of =
                |u: usize| lots.iter().filter(|l| l.uses[index] == u).map(|l| area(&l.ring)).sum::<f64>();
            let all: f64 = (0..USES.len()).map(of).sum();
            let industrial: f64 = (0..INDUSTRIAL).map(of).sum();
            let by_use: BTreeMap<&str, f64> = (0..USES.len()).map(|u| (USES[u].0, of(u).round())).collect();
            let percent = (industrial / all * 1_000.0).round() / 10.0;
            (year.to_string(), json!({ "industrial_percent": percent, "m2": by_use }))
        })
        .collect();
    json!({ "lots": lots.len(), "totals": totals, "conversions": conversions })
}
