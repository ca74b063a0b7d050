//! What every handler shares: the city, the settings, the web bundle.

use parking_lot::{RwLock, RwLockReadGuard};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use super::settings::Settings;
use super::web::Bundle;
use crate::city::City;
use crate::domain::ChangeSeq;
use crate::tile::TileService;

/// The running server.
pub struct Server {
    pub(super) city: Arc<RwLock<City>>,
    tiles: TileService,
    pub(super) settings: Settings,
    pub(super) bundle: Bundle,
    /// Differs between runs, so that no copy outlives the program that made it.
    run: u64,
}

impl Server {
    /// A server of a city.
    pub fn new(city: Arc<RwLock<City>>, settings: Settings) -> Self {
        let bundle = Bundle::embedded(super::policy::content_policy(&settings));
        Self { city, tiles: TileService::new(64 << 20), settings, bundle, run: rand::random() }
    }

    /// One reading of the city. Never held across an `await`.
    pub(super) fn city(&self) -> RwLockReadGuard<'_, City> {
        self.city.read()
    }

    /// The tiles.
    pub(super) fn tiles(&self) -> &TileService {
        &self.tiles
    }

    /// The entity tag of an answer: the city's last change, what was asked, and in which form.
    pub(super) fn etag(&self, seq: ChangeSeq, asked: &impl Hash, form: &str) -> String {
        let mut hasher = DefaultHasher::new();
        (self.run, form).hash(&mut hasher);
        asked.hash(&mut hasher);
        format!("W/\"{}-{:016x}\"", seq.0, hasher.finish())
    }
}
