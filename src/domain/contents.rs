//! Everything a city is built from, as one consistent reading of the store.

use super::{
    BasemapFeature, Boundary, ChangeSeq, Edition, Listing, Road, RoadNetwork, ShoppingStreet, SpecialArea,
    Station, Town, TownBlocks, Zone,
};

/// All current rows, and the last change they include.
#[derive(Debug, Clone, Default)]
pub struct Contents {
    /// The last change included.
    pub seq: ChangeSeq,
    /// Every edition of zoning.
    pub editions: Vec<Edition>,
    /// The zones of every edition.
    pub zones: Vec<Zone>,
    /// Shopping streets.
    pub streets: Vec<ShoppingStreet>,
    /// Stations.
    pub stations: Vec<Station>,
    /// Towns.
    pub towns: Vec<Town>,
    /// Municipal boundaries.
    pub boundaries: Vec<Boundary>,
    /// Roads, railways, water and green.
    pub basemap: Vec<BasemapFeature>,
    /// District plans, special use districts and the like.
    pub areas: Vec<SpecialArea>,
    /// Blocks and lots of every town that has some.
    pub blocks: Vec<TownBlocks>,
    /// Every network of roads.
    pub road_networks: Vec<RoadNetwork>,
    /// The roads of every network.
    pub roads: Vec<Road>,
    /// Listings in every state.
    pub listings: Vec<Listing>,
}
