//! The ledger on a running server: each comparison is made once, off the threads that answer, and kept.

use std::collections::VecDeque;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use parking_lot::Mutex;
use thiserror::Error;

use crate::city::{City, ZoneLayer};
use crate::domain::{Edition, Town, Zone};
use crate::ledger::{NoSuchEdition, Report, choose_edition, compare};

/// So many comparisons are kept, the last asked for.
const KEPT: usize = 16;

/// Why there is no ledger.
#[derive(Debug, Error)]
pub enum LedgerError {
    /// An edition is not there.
    #[error("`{side}`: {why}")]
    Edition {
        /// `before` or `after`.
        side: &'static str,
        /// What was asked for and what there is.
        why: NoSuchEdition,
    },
    /// The comparison came to nothing: a fault of the program.
    #[error("the comparison stopped: {0}")]
    Stopped(String),
}

/// Two editions of a city, chosen and read, not yet compared.
#[derive(Debug)]
pub struct Asked {
    before: Edition,
    after: Edition,
    tolerance_m: f64,
    layer: ZoneLayer,
    towns: Vec<Town>,
    key: u64,
}

impl Asked {
    /// Takes out of a city what two editions need to be compared; `tolerance_m` is rounded to the millimetre.
    pub fn of(city: &City, before: &str, after: &str, tolerance_m: f64) -> Result<Self, LedgerError> {
        let layer = city.zone_layer();
        let chosen = |side, asked: &str| {
            let found = choose_edition(layer.editions(), asked);
            found.cloned().map_err(|why| LedgerError::Edition { side, why })
        };
        let (before, after) = (chosen("before", before)?, chosen("after", after)?);
        let towns: Vec<Town> = city.towns().iter().cloned().collect();
        let millimetres = (tolerance_m * 1000.0).round();
        let mut key = DefaultHasher::new();
        for edition in [&before, &after] {
            (edition.id, edition.imported_at, &edition.checksum).hash(&mut key);
        }
        (millimetres as u64).hash(&mut key);
        towns.iter().for_each(|town| (town.id, &town.name.to_string()).hash(&mut key));
        let (layer, key) = (layer.clone(), key.finish());
        Ok(Self { before, after, tolerance_m: millimetres / 1000.0, layer, towns, key })
    }

    fn report(self) -> Report {
        let zones = |edition: &Edition| {
            let index = self.layer.of_edition(edition.id);
            index.into_iter().flat_map(|index| index.iter()).map(|entry| entry.zone()).collect::<Vec<&Zone>>()
        };
        let comparison = compare(&zones(&self.before), &zones(&self.after), &self.towns, self.tolerance_m);
        Report { before: self.before, after: self.after, comparison }
    }
}

/// Comparisons made so far.
#[derive(Debug, Default)]
pub struct Ledgers {
    kept: Mutex<VecDeque<(u64, Arc<Report>)>>,
    /// One at a time: a large one takes a processor and memory of its own.
    turn: tokio::sync::Mutex<()>,
}

impl Ledgers {
    /// The comparison, made now unless it is kept.
    pub async fn report(&self, asked: Asked) -> Result<Arc<Report>, LedgerError> {
        if let Some(kept) = self.kept(asked.key) {
            return Ok(kept);
        }
        let _turn = self.turn.lock().await;
        if let Some(kept) = self.kept(asked.key) {
            return Ok(kept);
        }
        let key = asked.key;
        let made = tokio::task::spawn_blocking(move || asked.report()).await;
        let report = Arc::new(made.map_err(|error| LedgerError::Stopped(error.to_string()))?);
        let mut kept = self.kept.lock();
        kept.truncate(KEPT - 1);
        kept.push_front((key, report.clone()));
        Ok(report)
    }

    fn kept(&self, key: u64) -> Option<Arc<Report>> {
        let mut kept = self.kept.lock();
        let at = kept.iter().position(|(of, _)| *of == key)?;
        let found = kept.remove(at)?;
        let report = found.1.clone();
        kept.push_front(found);
        Some(report)
    }
}
