//! The present rows of one layer, for a follower that was told the layer changed.

use crate::domain::{
    BasemapFeature, Boundary, Edition, Layer, Listing, Lot, Road, RoadNetwork, ShoppingStreet, SpecialArea,
    Station, Town, TownBlocks, Zone,
};

/// All rows of one layer.
#[derive(Debug, Clone, PartialEq)]
pub enum LayerRows {
    /// Every edition and the zones of all of them.
    Zones {
        /// Every edition of zoning.
        editions: Vec<Edition>,
        /// The zones of every edition.
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
    /// Blocks and lots of every town that has some.
    Blocks(Vec<TownBlocks>),
    /// Every network of roads and the roads of all of them.
    Roads {
        /// Every network.
        networks: Vec<RoadNetwork>,
        /// The roads of every network.
        roads: Vec<Road>,
    },
    /// Every survey of land use and the lots of all of them.
    LandUse {
        /// Every survey.
        surveys: Vec<Edition>,
        /// The lots of every survey.
        lots: Vec<Lot>,
    },
    /// Listings in every state.
    Listings(Vec<Listing>),
}

impl LayerRows {
    /// Which layer these rows are.
    pub const fn layer(&self) -> Layer {
        match self {
            Self::Zones { .. } => Layer::Zones,
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
