//! Keeps tiles until a change falls on them.
//!
//! A hit never looks at the city. A miss encodes while it holds the city and compresses after it has
//! let go, so that a writer waits for an encoding at most. Tiles are dropped exactly where a change
//! falls; a tile that was encoded before a change and is ready only after it is not kept if the
//! change reaches it. Filtered tiles are kept too, until anything changes at all.

use parking_lot::RwLock;
use quick_cache::Weighter;
use quick_cache::sync::Cache;
use rustc_hash::FxHashSet;
use std::collections::VecDeque;
use std::ops::Deref;
use std::sync::Arc;

use super::address::TileAddress;
use super::affected::{Affected, affected};
use super::compress::{Accepted, Coding};
use super::encode::encode;
use super::kept::{KeptTile, TileAnswer};
use super::schema::LayerSet;
use super::shown::ShownListings;
use crate::city::{City, Touched};

/// How many changes are remembered for tiles that were being encoded meanwhile.
const REMEMBERED: usize = 64;
/// The share of the budget that filtered tiles may take.
const FILTERED_SHARE: u64 = 8;

/// A tile asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct TileRequest {
    /// Its layers.
    pub layers: LayerSet,
    /// Which tile.
    pub tile: TileAddress,
    /// Which listings; none for all.
    pub shown: Option<ShownListings>,
}

/// A tile of all listings.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Key {
    layers: LayerSet,
    tile: TileAddress,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct FilteredKey {
    key: Key,
    shown: String,
    generation: u64,
}

#[derive(Clone)]
struct Weigh;

impl Weighter<Key, Arc<KeptTile>> for Weigh {
    fn weight(&self, _: &Key, tile: &Arc<KeptTile>) -> u64 {
        tile.weight()
    }
}

impl Weighter<FilteredKey, Arc<KeptTile>> for Weigh {
    fn weight(&self, key: &FilteredKey, tile: &Arc<KeptTile>) -> u64 {
        tile.weight() + key.shown.len() as u64
    }
}

/// What has changed so far.
#[derive(Default)]
struct Changes {
    generation: u64,
    /// The last changes, each with the generation it began.
    recent: VecDeque<(u64, Arc<Vec<Affected>>)>,
    /// The sets of layers that tiles are kept of.
    layer_sets: FxHashSet<LayerSet>,
}

impl Changes {
    /// True if no change since a generation reaches a tile.
    fn spared_since(&self, generation: u64, key: &Key) -> bool {
        let since = self.generation - generation;
        since as usize <= self.recent.len()
            && self
                .recent
                .iter()
                .rev()
                .take(since as usize)
                .all(|(_, parts)| !parts.iter().any(|part| part.holds(key.layers, key.tile)))
    }
}

/// Tiles, encoded when first asked for and kept within a budget of bytes.
pub struct TileService {
    plain: Cache<Key, Arc<KeptTile>, Weigh>,
    filtered: Cache<FilteredKey, Arc<KeptTile>, Weigh>,
    /// Held for reading while a tile is put in, for writing while tiles are dropped: no tile slips
    /// in between a change and the drop.
    changes: RwLock<Changes>,
}

impl TileService {
    /// A service that keeps so many bytes of tiles.
    pub fn new(budget_bytes: u64) -> Self {
        let filtered = budget_bytes / FILTERED_SHARE;
        let plain = budget_bytes - filtered;
        let tiles = |bytes: u64| (bytes / 8192).clamp(64, 1 << 20) as usize;
        Self {
            plain: Cache::with_weighter(tiles(plain), plain, Weigh),
            filtered: Cache::with_weighter(tiles(filtered), filtered, Weigh),
            changes: RwLock::default(),
        }
    }

    /// The tile, in a coding the client takes. `city` is called on a miss only, and what it gives is
    /// dropped as soon as the tile is encoded.
    pub fn tile<G: Deref<Target = City>>(
        &self,
        city: impl FnOnce() -> G,
        request: &TileRequest,
        accepted: Accepted,
    ) -> TileAnswer {
        let key = Key { layers: request.layers, tile: request.tile };
        match request.shown.as_ref().filter(|shown| !shown.is_all()) {
            None => self.plain_tile(city, key, accepted),
            Some(shown) => self.filtered_tile(city, key, shown, accepted),
        }
    }

    /// Drops the tiles that a change reaches. Call it once the city shows the change and before
    /// anybody is told of it.
    pub fn invalidate(&self, touched: &Touched) {
        if touched.is_empty() {
            return;
        }
        let parts = Arc::new(affected(touched));
        let mut changes = self.changes.write();
        changes.generation += 1;
        let generation = changes.generation;
        changes.recent.push_back((generation, parts.clone()));
        if changes.recent.len() > REMEMBERED {
            changes.recent.pop_front();
        }
        let tiles: u64 = parts.iter().map(Affected::len).sum();
        let look_ups = tiles.saturating_mul(changes.layer_sets.len() as u64);
        if look_ups > self.plain.len() as u64 {
            self.plain.retain(|key, _| !parts.iter().any(|part| part.holds(key.layers, key.tile)));
            return;
        }
        for part in parts.iter() {
            for layers in changes.layer_sets.iter().filter(|set| set.intersects(part.layers)) {
                for tile in part.tiles() {
                    self.plain.remove(&Key { layers: *layers, tile });
                }
            }
        }
    }

    /// How many unfiltered tiles are kept, and their bytes.
    pub fn kept(&self) -> (usize, u64) {
        (self.plain.len(), self.plain.weight())
    }

    #[cfg(test)]
    pub(super) fn is_kept(&self, request: &TileRequest) -> bool {
        self.plain.peek(&Key { layers: request.layers, tile: request.tile }).is_some()
    }

    fn plain_tile<G: Deref<Target = City>>(
        &self,
        city: impl FnOnce() -> G,
        key: Key,
        accepted: Accepted,
    ) -> TileAnswer {
        if let Some(kept) = self.plain.get(&key) {
            let answered = |tile: &KeptTile| answer(tile, accepted);
            return match kept.worth_making(accepted) {
                None => answered(&kept),
                Some(coding) => answered(&self.with_coding(&key, kept, coding)),
            };
        }
        let generation = self.changes.read().generation;
        let raw = encode(&city(), key.layers, key.tile, None);
        let kept = Arc::new(KeptTile::new(raw, accepted));
        let answered = answer(&kept, accepted);
        self.keep(key, kept, generation);
        answered
    }

    fn keep(&self, key: Key, kept: Arc<KeptTile>, generation: u64) {
        if !self.changes.read().layer_sets.contains(&key.layers) {
            self.changes.write().layer_sets.insert(key.layers);
        }
        let changes = self.changes.read();
        if changes.spared_since(generation, &key) {
            self.plain.insert(key, kept);
        }
    }

    /// The tile with one more coding, kept in place of the one without if that is still kept.
    fn with_coding(&self, key: &Key, kept: Arc<KeptTile>, coding: Coding) -> Arc<KeptTile> {
        let Some(more) = kept.with(coding).map(Arc::new) else { return kept };
        let _no_drop_meanwhile = self.changes.read();
        if self.plain.peek(key).is_some_and(|present| Arc::ptr_eq(&present, &kept)) {
            self.plain.insert(key.clone(), more.clone());
        }
        more
    }

    fn filtered_tile<G: Deref<Target = City>>(
        &self,
        city: impl FnOnce() -> G,
        key: Key,
        shown: &ShownListings,
        accepted: Accepted,
    ) -> TileAnswer {
        let generation = self.changes.read().generation;
        let tile = key.tile;
        let filtered = FilteredKey { shown: shown.key(), generation, key };
        let kept = self.filtered.get(&filtered).unwrap_or_else(|| {
            let raw = encode(&city(), filtered.key.layers, tile, Some(shown));
            Arc::new(KeptTile::new(raw, accepted))
        });
        let kept = match kept.worth_making(accepted) {
            Some(coding) => kept.with(coding).map_or(kept, Arc::new),
            None => kept,
        };
        let answered = answer(&kept, accepted);
        self.filtered.insert(filtered, kept);
        answered
    }
}

fn answer(tile: &KeptTile, accepted: Accepted) -> TileAnswer {
    let identity = || tile.with(Coding::Identity)?.answer(Accepted::IDENTITY);
    tile.answer(accepted).or_else(identity).expect("a kept tile is identity or gzip, which reads back")
}
