//! Which land was under which plan before, and is under which now?

use std::collections::BTreeMap;

use geo_types::MultiPolygon;

use super::chart::{Chart, is_land};
use super::plan::{Plan, change};
use crate::geo::{Boolean, PlaneArea};

/// Before and after; `None` is land without zoning.
pub(super) type Pair = (Option<Plan>, Option<Plan>);

/// Two charts over each other.
#[derive(Debug, Default)]
pub(super) struct Overlay {
    /// Square metres of every pair of plans, the unchanged as well.
    pub(super) m2: BTreeMap<Pair, f64>,
    /// The land of the pairs that differ.
    pub(super) changed: BTreeMap<Pair, Vec<MultiPolygon<f64>>>,
}

impl Overlay {
    pub(super) fn of(before: &Chart, after: &Chart, plane: &PlaneArea) -> Self {
        let mut overlay = Self::default();
        let mut covered = vec![0.0; after.pieces.len()];
        let mut meets: Vec<Vec<usize>> = vec![Vec::new(); after.pieces.len()];
        for (number, piece) in before.pieces.iter().enumerate() {
            let others: Vec<usize> = after.near(&piece.land).collect();
            if let Some(same) = others.iter().copied().find(|at| after.pieces[*at].shape == piece.shape) {
                let other = &after.pieces[same];
                covered[same] += other.m2;
                overlay.take((Some(piece.plan), Some(other.plan)), &piece.land, piece.m2);
                continue;
            }
            let mut left = piece.m2;
            let mut met = Vec::new();
            for at in others {
                let other = &after.pieces[at];
                let shared = piece.land.intersection(&other.land);
                if !is_land(&shared) {
                    continue;
                }
                let m2 = plane.m2(&shared);
                left -= m2;
                covered[at] += m2;
                meets[at].push(number);
                met.push(at);
                overlay.take((Some(piece.plan), Some(other.plan)), &shared, m2);
            }
            let rest =
                || met.iter().fold(piece.land.clone(), |rest, at| rest.difference(&after.pieces[*at].land));
            overlay.take_rest((Some(piece.plan), None), left, piece.m2, rest);
        }
        for (at, piece) in after.pieces.iter().enumerate() {
            let rest = || {
                meets[at].iter().fold(piece.land.clone(), |rest, b| rest.difference(&before.pieces[*b].land))
            };
            overlay.take_rest((None, Some(piece.plan)), piece.m2 - covered[at], piece.m2, rest);
        }
        overlay
    }

    fn take(&mut self, pair: Pair, land: &MultiPolygon<f64>, m2: f64) {
        *self.m2.entry(pair).or_default() += m2;
        if change(pair.0, pair.1).is_some() {
            self.changed.entry(pair).or_default().push(land.clone());
        }
    }

    /// What no piece of the other edition covers. Its land is cut out only where there is some.
    fn take_rest(&mut self, pair: Pair, left: f64, of: f64, land: impl FnOnce() -> MultiPolygon<f64>) {
        *self.m2.entry(pair).or_default() += left;
        if left > 1e-3 + 1e-9 * of {
            self.changed.entry(pair).or_default().push(land());
        }
    }
}
