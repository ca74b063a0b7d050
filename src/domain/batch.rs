//! What one import brings: rows of one kind, to be taken in whole or not at all.

use super::{
    BasemapFeature, Boundary, Edition, Layer, Listing, Lot, Road, RoadNetwork, ShoppingStreet, SpecialArea,
    Station, Town, TownBlocks, Zone,
};

/// Rows of one kind. Ids are fresh; the store keeps the id of a row it already knows.
#[derive(Debug, Clone, PartialEq)]
pub enum Batch {
    /// One edition of zoning, whole.
    Zoning {
        /// The edition.
        edition: Edition,
        /// Its zones, all naming it.
        zones: Vec<Zone>,
    },
    /// Shopping streets.
    Streets(Vec<ShoppingStreet>),
    /// Stations.
    Stations(Vec<Station>),
    /// Towns.
    Towns(Vec<Town>),
    /// Municipal boundaries.
    Boundaries(Vec<Boundary>),
    /// Roads, railways, water and green.
    Basemap(Vec<BasemapFeature>),
    /// District plans, special use districts and the like.
    Areas(Vec<SpecialArea>),
    /// Blocks and lots, town by town: all of each town named.
    Blocks(Vec<TownBlocks>),
    /// The roads of one area, whole.
    Roads {
        /// The network.
        network: RoadNetwork,
        /// Its roads, all naming it.
        roads: Vec<Road>,
    },
    /// A survey of how lots are used, whole.
    LandUse {
        /// The survey.
        survey: Edition,
        /// Its lots, all naming it.
        lots: Vec<Lot>,
    },
    /// Listings.
    Listings(Vec<Listing>),
}

impl Batch {
    /// How many rows it brings.
    pub fn len(&self) -> usize {
        match self {
            Self::Zoning { zones, .. } => zones.len(),
            Self::Streets(rows) => rows.len(),
            Self::Stations(rows) => rows.len(),
            Self::Towns(rows) => rows.len(),
            Self::Boundaries(rows) => rows.len(),
            Self::Basemap(rows) => rows.len(),
            Self::Areas(rows) => rows.len(),
            Self::Blocks(towns) => towns.iter().map(|town| town.blocks.len()).sum(),
            Self::Roads { roads, .. } => roads.len(),
            Self::LandUse { lots, .. } => lots.len(),
            Self::Listings(rows) => rows.len(),
        }
    }

    /// True if it brings nothing.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The layer the rows belong to.
    pub const fn layer(&self) -> Layer {
        match self {
            Self::Zoning { .. } => Layer::Zones,
            Self::Streets(_) => Layer::Streets,
            Self::Stations(_) => Layer::Stations,
            Self::Towns(_) => Layer::Towns,
            Self::Boundaries(_) => Layer::Boundaries,
            Self::Basemap(_) => Layer::Basemap,
            Self::Areas(_) => Layer::Areas,
            Self::Blocks(_) => Layer::Blocks,
            Self::Roads { .. } => Layer::Roads,
            Self::LandUse { .. } => Layer::LandUse,
            Self::Listings(_) => Layer::Listings,
        }
    }
}
