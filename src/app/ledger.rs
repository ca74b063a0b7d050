//! The ledger on a running server: each comparison is made once, off the threads that answer, and kept.

use std::collections::VecDeque;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use parking_lot::Mutex;
use thiserror::Error;

use crate::app::App;
use crate::city::{City, ZoneEntry, ZoneIndex, ZoneLayer};
use crate::domain::{Edition, Layer, Lot, Town, UseDistrict, Zone};
use crate::ledger::{
    History, LandUses, NoSuchEdition, Perimeter, Report, choose_edition, compare, history, land_uses,
};
use crate::store::{LayerRows, StoreError};

/// So many comparisons are kept, the last asked for.
const KEPT: usize = 16;

/// Why there is no ledger.
#[derive(Debug, Error)]
pub enum LedgerError {
    /// An edition is not there.
    #[error("`{side}`: {why}")]
    Edition {
        /// `before`, `after` or `within`.
        side: &'static str,
        /// What was asked for and what there is.
        why: NoSuchEdition,
    },
    /// The surveys cannot be read.
    #[error("the surveys cannot be read")]
    Store(#[from] StoreError),
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
        let towns = towns_of(city);
        let millimetres = (tolerance_m * 1000.0).round();
        let mut key = key_of([&before, &after], &towns);
        (millimetres as u64).hash(&mut key);
        let (layer, key) = (layer.clone(), key.finish());
        Ok(Self { before, after, tolerance_m: millimetres / 1000.0, layer, towns, key })
    }

    fn report(self) -> Report {
        let (before, after) = (zones(&self.layer, &self.before), zones(&self.layer, &self.after));
        let comparison = compare(&before, &after, &self.towns, self.tolerance_m);
        Report { before: self.before, after: self.after, comparison }
    }
}

/// A use district and the editions of a city, read and not yet measured.
#[derive(Debug)]
pub struct AskedHistory {
    district: UseDistrict,
    layer: ZoneLayer,
    towns: Vec<Town>,
    key: u64,
}

impl AskedHistory {
    /// Takes out of a city what its history needs.
    pub fn of(city: &City, district: UseDistrict) -> Self {
        let (layer, towns) = (city.zone_layer().clone(), towns_of(city));
        let mut key = key_of(layer.editions(), &towns);
        district.hash(&mut key);
        Self { district, layer, towns, key: key.finish() }
    }

    fn history(&self) -> History {
        let editions: Vec<(Edition, Vec<&Zone>)> = self
            .layer
            .editions()
            .iter()
            .map(|edition| (edition.clone(), zones(&self.layer, edition)))
            .collect();
        history(self.district, &editions, &self.towns)
    }
}

/// The surveys of land use and the perimeter they are told within, not yet measured. Their lots are read from the store
/// when they are: no map shows them.
#[derive(Debug)]
pub struct AskedLandUse {
    within: Option<Edition>,
    district: UseDistrict,
    layer: ZoneLayer,
    towns: Vec<Town>,
    surveys: Vec<Edition>,
    key: u64,
}

impl AskedLandUse {
    /// Reads what the use of land needs; `within` names an edition, or `all`, and is the earliest unless given.
    pub async fn read(app: &App, within: Option<&str>, district: UseDistrict) -> Result<Self, LedgerError> {
        let surveys = app.store().surveys().await?;
        let city = app.city();
        let layer = city.zone_layer().clone();
        let within = match within {
            Some("all") => None,
            Some(asked) => {
                let chosen = choose_edition(layer.editions(), asked);
                Some(chosen.cloned().map_err(|why| LedgerError::Edition { side: "within", why })?)
            }
            None => layer.editions().iter().min_by_key(|edition| edition.as_of).cloned(),
        };
        let towns = towns_of(&city);
        let mut key = key_of(surveys.iter().chain(&within), &towns);
        district.hash(&mut key);
        let key = key.finish();
        Ok(Self { within, district, layer, towns, surveys, key })
    }

    fn land_uses(&self, lots: &[Lot]) -> LandUses {
        let perimeter = self.within.as_ref().map(|edition| Perimeter {
            edition,
            district: self.district,
            zones: zones(&self.layer, edition),
        });
        let of = |survey: &Edition| lots.iter().filter(|lot| lot.survey == survey.id).collect();
        let surveys: Vec<(&Edition, Vec<&Lot>)> = self.surveys.iter().map(|s| (s, of(s))).collect();
        land_uses(&surveys, perimeter.as_ref(), &self.towns)
    }
}

fn towns_of(city: &City) -> Vec<Town> {
    city.towns().iter().cloned().collect()
}

fn zones<'l>(layer: &'l ZoneLayer, edition: &Edition) -> Vec<&'l Zone> {
    layer.of_edition(edition.id).into_iter().flat_map(ZoneIndex::iter).map(ZoneEntry::zone).collect()
}

/// Differs where editions or towns do.
fn key_of<'e>(editions: impl IntoIterator<Item = &'e Edition>, towns: &[Town]) -> DefaultHasher {
    let mut key = DefaultHasher::new();
    for edition in editions {
        (edition.id, edition.imported_at, &edition.checksum).hash(&mut key);
    }
    for town in towns {
        (town.id, town.name.to_string()).hash(&mut key);
    }
    key
}

/// Ledgers made so far.
#[derive(Debug, Default)]
pub struct Ledgers {
    reports: Kept<Report>,
    histories: Kept<History>,
    land_uses: Kept<LandUses>,
    /// One at a time: a large one takes a processor and memory of its own.
    turn: tokio::sync::Mutex<()>,
}

impl Ledgers {
    /// The comparison, made now unless it is kept.
    pub async fn report(&self, asked: Asked) -> Result<Arc<Report>, LedgerError> {
        let key = asked.key;
        self.make(&self.reports, key, move || asked.report()).await
    }

    /// The history of a district, made now unless it is kept.
    pub async fn history(&self, asked: AskedHistory) -> Result<Arc<History>, LedgerError> {
        let key = asked.key;
        self.make(&self.histories, key, move || asked.history()).await
    }

    /// The use of land, measured now unless it is kept.
    pub async fn land_uses(&self, app: &App, asked: AskedLandUse) -> Result<Arc<LandUses>, LedgerError> {
        let key = asked.key;
        if let Some(found) = self.land_uses.get(key) {
            return Ok(found);
        }
        let LayerRows::LandUse { lots, .. } = app.store().layer(Layer::LandUse).await? else {
            return Err(LedgerError::Stopped("the store gave no lots".to_owned()));
        };
        self.make(&self.land_uses, key, move || asked.land_uses(&lots)).await
    }

    async fn make<T: Send + 'static>(
        &self,
        kept: &Kept<T>,
        key: u64,
        made: impl FnOnce() -> T + Send + 'static,
    ) -> Result<Arc<T>, LedgerError>
    where
        Arc<T>: Send,
    {
        if let Some(found) = kept.get(key) {
            return Ok(found);
        }
        let _turn = self.turn.lock().await;
        if let Some(found) = kept.get(key) {
            return Ok(found);
        }
        let made = tokio::task::spawn_blocking(made).await;
        let made = Arc::new(made.map_err(|error| LedgerError::Stopped(error.to_string()))?);
        kept.put(key, made.clone());
        Ok(made)
    }
}

/// The last few of their kind, by what they were made from.
#[derive(Debug)]
struct Kept<T>(Mutex<VecDeque<(u64, Arc<T>)>>);

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<T> Kept<T> {
    fn get(&self, key: u64) -> Option<Arc<T>> {
        let mut kept = self.0.lock();
        let at = kept.iter().position(|(of, _)| *of == key)?;
        let found = kept.remove(at)?;
        kept.push_front(found);
        kept.front().map(|(_, made)| made.clone())
    }

    fn put(&self, key: u64, made: Arc<T>) {
        let mut kept = self.0.lock();
        kept.truncate(KEPT - 1);
        kept.push_front((key, made));
    }
}
