//! Answers "how near are the made-up districts to the published shares?".
//!
//! Around each of 37 stations a circle of 500 m; in it, the share of every district in the zoned land
//! of the ward; the error is the difference from the published share, in percentage points.

use std::collections::BTreeMap;

use super::facts::{Facts, SHARED_DISTRICTS, ShareFact};
use super::ground::random_of;
use super::layout::Layout;
use super::shapes::area_in_circle;
use crate::domain::UseDistrict;

const RADIUS_M: f64 = 500.0;
/// Side of a cell of the land between the circles, metres.
const CELL_M: f64 = 1_500.0;

/// The faces in each circle, as parts of the circle's zoned land.
#[derive(Debug)]
pub(super) struct Circles {
    targets: Vec<ShareFact>,
    /// How many of the targets are published; the rest are our own, for the land in between.
    published: usize,
    around: Vec<Vec<(usize, f64)>>,
}

/// How well the sample's zoning fits.
#[derive(Debug, Clone, PartialEq)]
pub struct Fit {
    /// Mean absolute error per share, percentage points, over all stations and ten districts.
    pub mean_error: f64,
    /// The station with the largest mean error, and that error.
    pub worst_station: (String, f64),
    /// The largest single error, percentage points: station, district, error.
    pub worst_share: (String, UseDistrict, f64),
    /// Mean absolute error of each district over the stations, percentage points.
    pub by_district: Vec<(UseDistrict, f64)>,
}

impl Circles {
    pub(super) fn new(layout: &Layout, facts: &Facts) -> Self {
        let mut around = vec![Vec::new(); layout.mesh.faces.len()];
        for (circle, target) in facts.shares.iter().enumerate() {
            let inside: Vec<(usize, f64)> = (0..layout.mesh.faces.len())
                .filter(|f| layout.is_zoned(*f as u32))
                .filter(|f| super::ground::distance(layout.middles[*f], target.place) < RADIUS_M + 600.0)
                .map(|f| (f, area_in_circle(&layout.mesh.ring(f as u32), target.place, RADIUS_M)))
                .filter(|(_, area)| *area > 0.0)
                .collect();
            let total: f64 = inside.iter().map(|(_, area)| area).sum();
            for (f, area) in inside {
                around[f].push((circle, area / total));
            }
        }
        let mut circles = Self { targets: facts.shares.clone(), published: facts.shares.len(), around };
        circles.add_land_between(layout);
        circles
    }

    /// Land in no circle gets shares as in the ward at large, cell by cell of a coarse grid, so that
    /// what is not published does not come out all alike.
    fn add_land_between(&mut self, layout: &Layout) {
        let mut cells: BTreeMap<(i64, i64), Vec<usize>> = BTreeMap::new();
        for face in (0..self.around.len()).filter(|f| layout.is_zoned(*f as u32)) {
            if self.around[face].is_empty() {
                let p = layout.middles[face];
                let cell = ((p.x / CELL_M).floor() as i64, (p.y / CELL_M).floor() as i64);
                cells.entry(cell).or_default().push(face);
            }
        }
        for ((i, j), faces) in cells {
            let total: f64 = faces.iter().map(|f| layout.areas[*f]).sum();
            let low = 0.38 + 0.45 * random_of(i, j, 51);
            let high = (0.93 - low) * (0.45 + 0.45 * random_of(i, j, 52));
            let rest = 1.0 - low - high;
            let shares = [
                low,
                0.12 * rest,
                high,
                0.1 * rest,
                0.45 * rest,
                0.12 * rest,
                0.08 * rest,
                0.13 * rest,
                0.0,
                0.0,
            ];
            let circle = self.targets.len();
            self.targets.push(ShareFact { station: String::new(), place: layout.middles[faces[0]], shares });
            for face in faces {
                self.around[face].push((circle, layout.areas[face] / total));
            }
        }
    }

    /// The circles a face lies in, with its part of each.
    pub(super) fn around(&self, face: usize) -> impl Iterator<Item = (usize, f64)> + '_ {
        self.around[face].iter().copied()
    }

    /// The published shares of a circle.
    pub(super) fn target(&self, circle: usize) -> &[f64; 10] {
        &self.targets[circle].shares
    }

    /// The shares of each circle under labels that index [`SHARED_DISTRICTS`].
    pub(super) fn shares(&self, labels: &[Option<u8>]) -> Vec<[f64; 10]> {
        let mut shares = vec![[0.0; 10]; self.targets.len()];
        for (face, label) in labels.iter().enumerate() {
            let Some(label) = label else { continue };
            for (circle, part) in self.around(face) {
                shares[circle][*label as usize] += part;
            }
        }
        shares
    }

    /// How well the districts of the faces fit.
    pub(super) fn fit(&self, districts: &[Option<UseDistrict>]) -> Fit {
        let index = |d: UseDistrict| SHARED_DISTRICTS.iter().position(|s| *s == d).map(|i| i as u8);
        let labels: Vec<Option<u8>> = districts.iter().map(|d| d.and_then(index)).collect();
        let mut shares = self.shares(&labels);
        shares.truncate(self.published);
        let errors: Vec<[f64; 10]> = shares
            .iter()
            .enumerate()
            .map(|(c, s)| std::array::from_fn(|d| (s[d] - self.targets[c].shares[d]).abs() * 100.0))
            .collect();
        let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
        let by_station: Vec<f64> = errors.iter().map(|e| mean(e)).collect();
        let worst = (0..errors.len()).max_by(|a, b| by_station[*a].total_cmp(&by_station[*b])).unwrap_or(0);
        let single = (0..errors.len())
            .flat_map(|c| (0..10).map(move |d| (c, d)))
            .max_by(|a, b| errors[a.0][a.1].total_cmp(&errors[b.0][b.1]))
            .unwrap_or((0, 0));
        let district = |d: usize| mean(&errors.iter().map(|e| e[d]).collect::<Vec<_>>());
        Fit {
            mean_error: mean(&by_station),
            worst_station: (self.targets[worst].station.clone(), by_station[worst]),
            worst_share: (
                self.targets[single.0].station.clone(),
                SHARED_DISTRICTS[single.1],
                errors[single.0][single.1],
            ),
            by_district: SHARED_DISTRICTS.iter().enumerate().map(|(d, s)| (*s, district(d))).collect(),
        }
    }
}
