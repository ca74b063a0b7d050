//! What every handler shares: the running application, the settings, the web bundle.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use super::limits::Limits;
use super::policy::content_policy;
use super::settings::Settings;
use super::web::Bundle;
use crate::app::ledger::Ledgers;
use crate::app::{App, CityGuard};
use crate::domain::ChangeSeq;
use crate::law::LawBook;
use crate::tile::TileService;

/// The running server.
pub(super) struct Server {
    pub(super) app: Arc<App>,
    pub(super) settings: Settings,
    pub(super) bundle: Bundle,
    /// How often anything may be sent in.
    pub(super) limits: Limits,
    /// Comparisons of editions.
    pub(super) ledgers: Ledgers,
    /// Differs between runs, so that no copy outlives the program that made it.
    run: u64,
}

impl Server {
    /// A server of a city.
    pub(super) fn new(app: Arc<App>, settings: Settings) -> Self {
        let bundle = Bundle::embedded(content_policy(&settings));
        Self {
            app,
            settings,
            bundle,
            limits: Limits::default(),
            ledgers: Ledgers::default(),
            run: rand::random(),
        }
    }

    /// One reading of the city. Never held across an `await`.
    pub(super) fn city(&self) -> CityGuard<'_> {
        self.app.city()
    }

    /// The rules that verdicts follow; they stay the same while the server runs.
    pub(super) fn book(&self) -> &LawBook {
        &self.settings.law
    }

    /// The tiles.
    pub(super) fn tiles(&self) -> &TileService {
        self.app.tiles()
    }

    /// The entity tag of an answer: the city's last change, what was asked, and in which form.
    pub(super) fn etag(&self, seq: ChangeSeq, asked: &impl Hash, form: &str) -> String {
        let mut hasher = DefaultHasher::new();
        (self.run, form).hash(&mut hasher);
        asked.hash(&mut hasher);
        format!("W/\"{}-{:016x}\"", seq.0, hasher.finish())
    }
}
