//! What became of the lots between one survey and the next? (M2)
//!
//! Lots are followed by their key. A survey errs now and then, so a change of code is not yet a conversion: where the
//! later survey tells of a building that is newer than the earlier survey, the land was built on anew; otherwise
//! only the code changed.

use std::collections::{BTreeMap, HashMap};

use super::land_use::{Count, Measured};
use crate::domain::{Edition, LandUse};

/// What became of the lots of one survey in the next.
#[derive(Debug, Clone, PartialEq)]
pub struct Conversions {
    /// The earlier survey.
    pub before: Edition,
    /// The later survey.
    pub after: Edition,
    /// Every pair of uses of the lots that are in both, the unchanged as well; m² of the earlier survey.
    pub matrix: BTreeMap<(LandUse, LandUse), Count>,
    /// The lots whose use changed, the largest first.
    pub changed: Vec<Converted>,
    /// Lots of the earlier survey that the later one does not know: gone, divided or without a key.
    pub not_followed: Count,
}

/// A lot whose use changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Converted {
    /// What the surveys call it.
    pub key: String,
    /// Its town.
    pub town: Option<String>,
    /// Its use before.
    pub before: LandUse,
    /// Its use after.
    pub after: LandUse,
    /// Square metres, of the earlier survey.
    pub m2: f64,
    /// True if its building is newer than the earlier survey.
    pub rebuilt: bool,
}

impl Conversions {
    /// What industry lost to other uses, and won from them.
    pub fn industry(&self) -> (Count, Count) {
        let (mut lost, mut won) = (Count::default(), Count::default());
        for lot in &self.changed {
            match (lot.before.is_industrial(), lot.after.is_industrial()) {
                (true, false) => lost.add(lot.m2),
                (false, true) => won.add(lot.m2),
                _ => {}
            }
        }
        (lost, won)
    }
}

pub(super) fn conversions(
    (before, earlier): &(&Edition, Vec<Measured<'_>>),
    (after, later): &(&Edition, Vec<Measured<'_>>),
) -> Conversions {
    let known: HashMap<&str, &Measured<'_>> =
        later.iter().filter_map(|lot| Some((lot.lot.key.as_deref()?, lot))).collect();
    let mut found = Conversions {
        before: (*before).clone(),
        after: (*after).clone(),
        matrix: BTreeMap::new(),
        changed: Vec::new(),
        not_followed: Count::default(),
    };
    for lot in earlier {
        let key = lot.lot.key.as_deref();
        let Some((key, now)) = key.and_then(|key| Some((key, known.get(key)?))) else {
            found.not_followed.add(lot.m2);
            continue;
        };
        let pair = (lot.lot.used, now.lot.used);
        found.matrix.entry(pair).or_default().add(lot.m2);
        if pair.0 != pair.1 {
            let rebuilt = now.lot.built.is_some_and(|built| i32::from(built) >= before.as_of.year());
            found.changed.push(Converted {
                key: key.to_owned(),
                town: lot.town.clone(),
                before: pair.0,
                after: pair.1,
                m2: lot.m2,
                rebuilt,
            });
        }
    }
    found.changed.sort_by(|a, b| b.m2.total_cmp(&a.m2).then_with(|| a.key.cmp(&b.key)));
    found
}
