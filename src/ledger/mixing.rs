//! How close do dwellings and factories stand, and does industry still hang together? (M3 and M4)

use geo::{BoundingRect, Distance, Euclidean};
use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};

use super::land_use::{Count, Measured};
use crate::domain::LandUse;

/// The distances that are told, m.
pub const WITHIN_M: [f64; 4] = [10.0, 20.0, 30.0, 50.0];
/// Industrial lots no farther apart than this hang together, m.
pub const LINK_M: f64 = 50.0;

/// Dwellings near factories. Distances are between outlines; lots that touch are 0 m apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Near {
    /// Within so many metres.
    pub within_m: u32,
    /// Factories with a dwelling that near.
    pub factories: usize,
    /// Dwellings with a factory that near.
    pub dwellings: usize,
    /// Those among them that are newer than such a factory; where both years are known.
    pub newer_dwellings: usize,
}

/// Industrial lots that hang together.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Clusters {
    /// Those of two lots and more.
    pub clusters: usize,
    /// The largest of them.
    pub largest: Count,
    /// The town of most of its lots.
    pub largest_town: Option<String>,
    /// Industrial lots with none near.
    pub isolated: usize,
}

type Box2 = GeomWithData<Rectangle<[f64; 2]>, usize>;

fn tree(lots: &[Measured<'_>], such: impl Fn(LandUse) -> bool) -> RTree<Box2> {
    let boxes = lots.iter().enumerate().filter(|(_, lot)| such(lot.lot.used)).filter_map(|(at, lot)| {
        let bounds = lot.plane.bounding_rect()?;
        Some(Box2::new(Rectangle::from_corners(bounds.min().into(), bounds.max().into()), at))
    });
    RTree::bulk_load(boxes.collect())
}

/// The lots of a tree that may be within some metres of a lot.
fn around<'t>(tree: &'t RTree<Box2>, lot: &Measured<'_>, metres: f64) -> impl Iterator<Item = usize> + 't {
    let bounds = lot.plane.bounding_rect();
    let envelope = bounds.map_or(AABB::from_point([f64::INFINITY; 2]), |b| {
        let (low, high) = (b.min(), b.max());
        AABB::from_corners([low.x - metres, low.y - metres], [high.x + metres, high.y + metres])
    });
    tree.locate_in_envelope_intersecting(envelope).map(|found| found.data)
}

/// Dwellings near factories, for each of [`WITHIN_M`].
pub(super) fn near(lots: &[Measured<'_>]) -> Vec<Near> {
    let factories = tree(lots, LandUse::is_factory);
    let farthest = WITHIN_M[WITHIN_M.len() - 1];
    let mut pairs: Vec<(usize, usize, f64)> = Vec::new();
    for (at, dwelling) in lots.iter().enumerate().filter(|(_, lot)| lot.lot.used.is_dwelling()) {
        for factory in around(&factories, dwelling, farthest) {
            let metres = Euclidean.distance(&dwelling.plane, &lots[factory].plane);
            pairs.push((at, factory, metres));
        }
    }
    let counted = |within: f64| {
        let near = || pairs.iter().filter(move |(.., metres)| *metres <= within);
        let distinct = |found: &mut dyn Iterator<Item = usize>| {
            found.collect::<std::collections::BTreeSet<usize>>().len()
        };
        let is_newer = |dwelling: usize, factory: usize| {
            let built = (lots[dwelling].lot.built, lots[factory].lot.built);
            matches!(built, (Some(dwelling), Some(factory)) if dwelling > factory)
        };
        Near {
            within_m: within as u32,
            factories: distinct(&mut near().map(|(_, factory, _)| *factory)),
            dwellings: distinct(&mut near().map(|(dwelling, ..)| *dwelling)),
            newer_dwellings: distinct(&mut near().filter(|(d, f, _)| is_newer(*d, *f)).map(|(d, ..)| *d)),
        }
    };
    WITHIN_M.map(counted).to_vec()
}

/// Industrial lots linked where they are no farther apart than [`LINK_M`].
pub(super) fn clusters(lots: &[Measured<'_>]) -> Clusters {
    let tree = tree(lots, LandUse::is_industrial);
    let mut seen = vec![false; lots.len()];
    let mut found = Clusters::default();
    for start in 0..lots.len() {
        if seen[start] || !lots[start].lot.used.is_industrial() {
            continue;
        }
        seen[start] = true;
        let (mut members, mut next) = (vec![start], 0);
        while let Some(&at) = members.get(next) {
            next += 1;
            for other in around(&tree, &lots[at], LINK_M) {
                if !seen[other] && Euclidean.distance(&lots[at].plane, &lots[other].plane) <= LINK_M {
                    seen[other] = true;
                    members.push(other);
                }
            }
        }
        if let [_] = members.as_slice() {
            found.isolated += 1;
            continue;
        }
        found.clusters += 1;
        let m2: f64 = members.iter().map(|at| lots[*at].m2).sum();
        if m2 > found.largest.m2 {
            found.largest = Count { lots: members.len(), m2 };
            found.largest_town = most_common(members.iter().filter_map(|at| lots[*at].town.clone()));
        }
    }
    found
}

fn most_common(words: impl Iterator<Item = String>) -> Option<String> {
    let mut counts = std::collections::BTreeMap::<String, usize>::new();
    words.for_each(|word| *counts.entry(word).or_default() += 1);
    counts.into_iter().max_by_key(|(_, times)| *times).map(|(word, _)| word)
}
