//! The city as it is after the last change applied to it.
//!
//! Layers are built outside and swapped whole; listings come and go one by one. Every change says
//! where it fell ([`Touched`]).

use rustc_hash::FxHashSet;
use std::sync::Arc;

use super::block_index::BlockIndex;
use super::clusters::Clusters;
use super::gazetteer::Gazetteer;
use super::layer_index::{
    AreaIndex, BasemapIndex, BoundaryIndex, LayerIndex, Mapped, StationIndex, StreetIndex, TownIndex,
};
use super::listing_index::ListingIndex;
use super::outline::touches_shape;
use super::row::ListingRow;
use super::surroundings::Layers;
use super::text_match::Names;
use super::touched::Touched;
use super::vacancies::Vacancies;
use super::walks::{StationNear, Walks, WalksFrom};
use super::zones::{ZoneEntry, ZoneIndex, ZoneLayer};
use crate::domain::{
    Boundary, ChangeSeq, Contents, Edition, EditionId, Layer, Listing, ListingId, LonLat, LonLatBox,
    PinPrecision, Road, RoadNetwork, ShoppingStreet, SpecialArea, Station, StationId, Town,
};
use crate::geo::{Foothold, Walk, WalkGraph};

/// A listing is counted to its nearest street within this distance, in metres.
pub const STREET_REACH_M: f32 = 50.0;

/// A station near a place, and the walk there.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StationOnFoot<'a> {
    /// The station.
    pub station: &'a Station,
    /// Metres to it in a straight line.
    pub straight_m: f64,
    /// The walk: along roads, or estimated.
    pub walk: Walk,
}

/// Everything the public may see, by place. A clone shares the layers.
#[derive(Debug, Clone, Default)]
pub struct City {
    seq: ChangeSeq,
    listings: ListingIndex,
    clusters: Clusters,
    vacancies: Vacancies,
    /// Listings that were public and have ended.
    ended: FxHashSet<ListingId>,
    zones: Arc<ZoneLayer>,
    streets: Arc<StreetIndex>,
    stations: Arc<StationIndex>,
    towns: Arc<TownIndex>,
    boundaries: Arc<BoundaryIndex>,
    basemap: Arc<BasemapIndex>,
    areas: Arc<AreaIndex>,
    blocks: Arc<BlockIndex>,
    walks: Walks,
    names: Arc<Names>,
    gazetteer: Arc<Gazetteer>,
}

impl City {
    /// The city of one consistent reading of the store.
    pub fn load(contents: Contents) -> Self {
        let mut city = Self {
            seq: contents.seq,
            listings: ListingIndex::default(),
            clusters: Clusters::default(),
            vacancies: Vacancies::default(),
            ended: FxHashSet::default(),
            zones: Arc::new(ZoneLayer::build(contents.editions, contents.zones)),
            streets: Arc::new(LayerIndex::build(contents.streets)),
            stations: Arc::new(LayerIndex::build(contents.stations)),
            towns: Arc::new(LayerIndex::build(contents.towns)),
            boundaries: Arc::new(LayerIndex::build(contents.boundaries)),
            basemap: Arc::new(LayerIndex::build(contents.basemap)),
            areas: Arc::new(LayerIndex::build(contents.areas)),
            blocks: Arc::new(BlockIndex::build(contents.blocks)),
            walks: Walks::default(),
            names: Arc::default(),
            gazetteer: Arc::default(),
        };
        city.walks = Walks::new(contents.road_networks.into(), road_graph(&contents.roads), &city.stations);
        city.name_again();
        city.fill(contents.listings);
        city
    }

    /// The last change applied.
    pub const fn seq(&self) -> ChangeSeq {
        self.seq
    }
    /// Published listings.
    pub const fn listings(&self) -> &ListingIndex {
        &self.listings
    }
    /// Published listings together, for every zoom of the map that clusters them.
    pub const fn clusters(&self) -> &Clusters {
        &self.clusters
    }
    /// Published listings of every shopping street.
    pub const fn vacancies(&self) -> &Vacancies {
        &self.vacancies
    }
    /// Zones of the current edition of every area.
    pub fn zones(&self) -> &ZoneIndex {
        self.zones.current()
    }
    /// Zones of every edition.
    pub fn zone_layer(&self) -> &ZoneLayer {
        &self.zones
    }
    /// Zones of one edition; `None` if it is unknown or has none.
    pub fn zones_of(&self, edition: EditionId) -> Option<&ZoneIndex> {
        self.zones.of_edition(edition)
    }
    /// Every edition of zoning.
    pub fn editions(&self) -> &[Edition] {
        self.zones.editions()
    }
    /// Shopping streets.
    pub fn streets(&self) -> &StreetIndex {
        &self.streets
    }
    /// Stations.
    pub fn stations(&self) -> &StationIndex {
        &self.stations
    }
    /// Towns.
    pub fn towns(&self) -> &TownIndex {
        &self.towns
    }
    /// Municipal boundaries.
    pub fn boundaries(&self) -> &BoundaryIndex {
        &self.boundaries
    }
    /// Roads, railways, water and green.
    pub fn basemap(&self) -> &BasemapIndex {
        &self.basemap
    }

    /// District plans, special use districts and the like.
    pub fn areas(&self) -> &AreaIndex {
        &self.areas
    }

    /// Blocks and lots, by which addresses are found.
    pub fn blocks(&self) -> &BlockIndex {
        &self.blocks
    }

    /// True if the listing was public and has ended: answer 410, not 404.
    pub fn has_ended(&self, id: ListingId) -> bool {
        self.ended.contains(&id)
    }

    /// The smallest box around the boundary, or else around all there is.
    pub fn bounds(&self) -> Option<LonLatBox> {
        self.boundaries.bounds().or_else(|| {
            let layers = [
                self.listings.bounds(),
                self.zones().bounds(),
                self.streets.bounds(),
                self.stations.bounds(),
                self.towns.bounds(),
                self.basemap.bounds(),
            ];
            layers.into_iter().flatten().reduce(LonLatBox::union)
        })
    }

    /// Zones that touch the listing, lowest id first.
    pub fn zones_around(&self, row: &ListingRow) -> impl Iterator<Item = &ZoneEntry> {
        row.around().zones.iter().map(|at| self.zones().at(*at))
    }
    /// The street nearest to the listing; [`ListingRow::street_m`] says how near.
    pub fn street_near(&self, row: &ListingRow) -> Option<&ShoppingStreet> {
        row.around().street.map(|near| self.streets.at(near.slot.at()))
    }
    /// The street the listing is counted to: the nearest, within [`STREET_REACH_M`].
    pub fn street_on(&self, row: &ListingRow) -> Option<&ShoppingStreet> {
        let near = row.around().street.filter(|near| near.metres <= STREET_REACH_M)?;
        Some(self.streets.at(near.slot.at()))
    }
    /// The station nearest to the listing on foot; [`ListingRow::station_walk`] says how near.
    pub fn station_near(&self, row: &ListingRow) -> Option<&Station> {
        row.around().station.map(|near| self.stations.at(near.slot.at()))
    }
    /// The town of the listing.
    pub fn town_of(&self, row: &ListingRow) -> Option<&Town> {
        row.around().town.map(|slot| self.towns.at(slot.at()))
    }

    /// The street nearest to a place and the metres to it in a straight line; 0 inside its area.
    pub fn nearest_street(&self, place: LonLat) -> Option<(&ShoppingStreet, f64)> {
        self.layers().nearest_street(place).map(|(at, metres)| (self.streets.at(at), metres))
    }
    /// The stations nearest to a place on foot, nearest first, at most three.
    pub fn stations_on_foot(&self, place: LonLat) -> impl Iterator<Item = StationOnFoot<'_>> {
        self.stations_from(place, self.walks.foothold(place))
    }
    /// The stations nearest to a listing on foot, nearest first, at most three.
    pub fn stations_of(&self, row: &ListingRow) -> impl Iterator<Item = StationOnFoot<'_>> {
        self.stations_from(row.place(), row.foothold())
    }
    /// The roads of the city.
    pub const fn walks(&self) -> &Walks {
        &self.walks
    }
    /// What can be walked to from a place within so many metres.
    pub fn walks_from(&self, place: LonLat, limit_m: f64) -> WalksFrom<'_> {
        WalksFrom::new(&self.walks, place, self.walks.foothold(place), limit_m)
    }
    /// What can be walked to from a station within so many metres; `None` if it is unknown.
    pub fn walks_from_station(&self, id: StationId, limit_m: f64) -> Option<WalksFrom<'_>> {
        let slot = self.stations.slot_of(id)?;
        let (place, start) = (self.stations.at(slot).place, self.walks.station_foothold(slot));
        Some(WalksFrom::new(&self.walks, place, start, limit_m))
    }
    /// The town of a place: the one whose area holds it, the lower id on a shared edge; else the
    /// nearest published as a point, within [`TOWN_REACH_M`](super::TOWN_REACH_M).
    pub fn town_at(&self, place: LonLat) -> Option<&Town> {
        self.layers().town_at(place).map(|at| self.towns.at(at))
    }
    /// The municipality whose land holds a place, the lower id on a shared edge.
    pub fn boundary_at(&self, place: LonLat) -> Option<&Boundary> {
        let point = LonLatBox::around([place.into()])?;
        let holds = |b: &&Boundary| touches_shape(&b.geometry, place.into());
        self.boundaries.in_box(point).filter(holds).min_by_key(|b| b.id)
    }

    /// The areas with rules of their own that hold a place, edges included, lowest id first.
    pub fn areas_at(&self, place: LonLat) -> Vec<&SpecialArea> {
        self.layers().areas_at(place)
    }

    /// Notes that all changes up to this one are applied.
    pub fn advance_to(&mut self, seq: ChangeSeq) {
        self.seq = self.seq.max(seq);
    }

    /// Shows a listing as it now stands: published ones appear or move, others disappear.
    #[expect(clippy::needless_pass_by_value, reason = "the city has it from now on")]
    pub fn put_listing(&mut self, listing: Listing) -> Touched {
        let id = listing.id;
        if listing.state.has_ended() {
            self.ended.insert(id);
        } else {
            self.ended.remove(&id);
        }
        if !listing.state.is_public() {
            return self.take_out(id);
        }
        let row = self.row(&listing);
        let mut touched = Touched::nothing();
        self.touch_listing(&row, &mut touched);
        if let Some(old) = self.listings.put(row) {
            self.touch_listing(&old, &mut touched);
            self.uncount(&old);
        }
        self.count(id);
        touched
    }

    /// Forgets a listing that is no longer in the store.
    pub fn remove_listing(&mut self, id: ListingId) -> Touched {
        self.ended.remove(&id);
        self.take_out(id)
    }

    /// Replaces all listings, after a bulk import.
    pub fn set_listings(&mut self, listings: Vec<Listing>) -> Touched {
        let mut touched = self.all_listings_touched();
        self.fill(listings);
        touched.merge(self.all_listings_touched());
        touched
    }

    /// Swaps all zoning.
    pub fn set_zones(&mut self, zones: Arc<ZoneLayer>) -> Touched {
        let mut touched = zones_swapped(&self.zones, &zones);
        self.zones = zones;
        touched.merge(self.surroundings_changed());
        touched
    }

    /// Swaps all shopping streets.
    pub fn set_streets(&mut self, streets: Arc<StreetIndex>) -> Touched {
        let mut touched = swapped(Layer::Streets, &self.streets, &streets);
        self.streets = streets;
        touched.merge(self.surroundings_changed());
        touched
    }

    /// Swaps all stations.
    pub fn set_stations(&mut self, stations: Arc<StationIndex>) -> Touched {
        let mut touched = swapped(Layer::Stations, &self.stations, &stations);
        self.stations = stations;
        self.walks = self.walks.among(&self.stations);
        touched.merge(self.surroundings_changed());
        touched
    }

    /// Swaps all towns.
    pub fn set_towns(&mut self, towns: Arc<TownIndex>) -> Touched {
        let mut touched = swapped(Layer::Towns, &self.towns, &towns);
        self.towns = towns;
        touched.merge(self.surroundings_changed());
        touched
    }

    /// Swaps all municipal boundaries.
    pub fn set_boundaries(&mut self, boundaries: Arc<BoundaryIndex>) -> Touched {
        let touched = swapped(Layer::Boundaries, &self.boundaries, &boundaries);
        self.boundaries = boundaries;
        touched
    }

    /// Swaps all blocks. Nothing is drawn of them.
    pub fn set_blocks(&mut self, blocks: Arc<BlockIndex>) -> Touched {
        self.blocks = blocks;
        Touched::nothing()
    }

    /// Swaps the basemap.
    pub fn set_basemap(&mut self, basemap: Arc<BasemapIndex>) -> Touched {
        let touched = swapped(Layer::Basemap, &self.basemap, &basemap);
        self.basemap = basemap;
        touched
    }

    /// The names of stations, towns and streets.
    pub fn gazetteer(&self) -> &Gazetteer {
        &self.gazetteer
    }

    /// Swaps the district plans, special use districts and the like.
    pub fn set_areas(&mut self, areas: Arc<AreaIndex>) -> Touched {
        let mut touched = swapped(Layer::Areas, &self.areas, &areas);
        self.areas = areas;
        touched.merge(self.surroundings_changed());
        touched
    }

    /// Swaps all roads. They are walked along, not drawn: no tile changes but by what listings say.
    pub fn set_roads(&mut self, networks: Vec<RoadNetwork>, roads: Arc<WalkGraph>) -> Touched {
        self.walks = Walks::new(networks.into(), roads, &self.stations);
        self.surroundings_changed()
    }

    pub(super) fn names(&self) -> &Names {
        &self.names
    }

    fn name_again(&mut self) {
        self.names = Arc::new(Names::of(&self.towns, &self.streets, &self.stations));
        self.gazetteer = Arc::new(Gazetteer::of(&self.towns, &self.streets, &self.stations));
    }

    pub(crate) fn layers(&self) -> Layers<'_> {
        Layers {
            zones: self.zones(),
            streets: &self.streets,
            stations: &self.stations,
            towns: &self.towns,
            areas: &self.areas,
            walks: &self.walks,
        }
    }

    fn stations_from(
        &self,
        place: LonLat,
        foothold: Option<Foothold>,
    ) -> impl Iterator<Item = StationOnFoot<'_>> {
        let near = self.walks.stations(&self.stations, place, foothold).into_iter();
        near.map(|StationNear { slot, straight_m, walk }| StationOnFoot {
            station: self.stations.at(slot),
            straight_m,
            walk,
        })
    }

    fn fill(&mut self, listings: Vec<Listing>) {
        self.ended = listings.iter().filter(|l| l.state.has_ended()).map(|l| l.id).collect();
        let public = listings.into_iter().filter(|l| l.state.is_public());
        let rows = public.map(|listing| self.row(&listing)).collect();
        self.listings = ListingIndex::build(rows);
        self.clusters = Clusters::build(self.listings.iter());
        self.vacancies = self.counted_streets();
    }

    /// Counts a listing in its clusters and on its street.
    fn count(&mut self, id: ListingId) {
        let Some(row) = self.listings.get(id) else { return };
        if let Some(street) = self.street_on(row).map(|street| street.id) {
            self.vacancies.add(street);
        }
        self.clusters.add(row);
    }

    /// Counts a listing that was taken out no more.
    fn uncount(&mut self, row: &ListingRow) {
        if let Some(street) = self.street_on(row).map(|street| street.id) {
            self.vacancies.remove(street);
        }
        self.clusters.remove(row);
    }

    fn counted_streets(&self) -> Vacancies {
        self.listings.iter().filter_map(|row| Some(self.street_on(row)?.id)).collect()
    }

    /// A listing as the public would see it now among the present layers, were it published.
    pub fn as_shown(&self, listing: &Listing) -> ListingRow {
        self.row(listing)
    }

    /// The row of a published listing among the present layers.
    fn row(&self, listing: &Listing) -> ListingRow {
        let (place, around) = self.layers().around(listing.place, listing.pin);
        let town_address = (listing.pin == PinPrecision::Town).then(|| {
            let town = around.town.map(|slot| self.towns.at(slot.at()));
            town.map_or_else(String::new, |t| format!("{}{}", t.municipality, t.name))
        });
        ListingRow::new(listing, place, around, town_address.as_deref())
    }

    fn take_out(&mut self, id: ListingId) -> Touched {
        let mut touched = Touched::nothing();
        if let Some(row) = self.listings.remove(id) {
            self.touch_listing(&row, &mut touched);
            self.uncount(&row);
        }
        touched
    }

    /// A listing is drawn at its place and counted on its street.
    fn touch_listing(&self, row: &ListingRow, touched: &mut Touched) {
        touched.add_place(Layer::Listings, row.place());
        if let Some(area) = self.street_on(row).and_then(Mapped::bounds) {
            touched.add_box(Layer::Streets, area);
        }
    }

    fn all_listings_touched(&self) -> Touched {
        let mut touched = Touched::nothing();
        if let Some(area) = self.listings.bounds() {
            touched.add_box(Layer::Listings, area);
        }
        if let Some(area) = self.streets.bounds() {
            touched.add_box(Layer::Streets, area);
        }
        touched
    }

    /// Looks again at what lies around every listing, after a layer was swapped.
    fn surroundings_changed(&mut self) -> Touched {
        self.name_again();
        let mut touched = self.all_listings_touched();
        let mut listings = std::mem::take(&mut self.listings);
        let mut moved = Vec::new();
        for row in listings.iter_mut() {
            match row.exact_place() {
                Some(place) => row.set_around(self.layers().around(place, PinPrecision::Exact).1),
                None => moved.push(self.row(&row.stated())),
            }
        }
        for row in moved {
            if let Some(old) = listings.put(row.clone()) {
                self.clusters.remove(&old);
            }
            self.clusters.add(&row);
        }
        self.listings = listings;
        self.vacancies = self.counted_streets();
        touched.merge(self.all_listings_touched());
        touched
    }
}

/// Roads as a graph, ready for [`City::set_roads`].
pub fn road_graph(roads: &[Road]) -> Arc<WalkGraph> {
    Arc::new(WalkGraph::build(roads.iter().map(|road| &road.line)))
}

/// The boxes of what two readings of a layer do not share. An edge is drawn together with its
/// neighbours', so that a shape may be drawn otherwise though only its neighbour changed.
fn swapped<T: Mapped + PartialEq>(layer: Layer, old: &LayerIndex<T>, new: &LayerIndex<T>) -> Touched {
    let mut touched = Touched::nothing();
    for (one, other) in [(old, new), (new, old)] {
        for item in one.iter().filter(|item| other.get(item.id()) != Some(*item)) {
            if let Some(area) = item.bounds() {
                touched.add_box(layer, area);
            }
        }
    }
    for item in new.iter().filter(|item| old.get(item.id()) == Some(*item)) {
        if old.drawn().get(item.id()) != new.drawn().get(item.id())
            && let Some(area) = item.bounds()
        {
            touched.add_box(layer, area);
        }
    }
    touched
}

/// The boxes of what two readings of the current zones do not share, or draw otherwise.
fn zones_swapped(old: &ZoneLayer, new: &ZoneLayer) -> Touched {
    let mut touched = Touched::nothing();
    for (one, other) in [(old, new), (new, old)] {
        for zone in one.current().iter() {
            let id = zone.id();
            let same = other.current().get(id).is_some_and(|o| o.zone() == zone.zone())
                && one.drawn().get(id) == other.drawn().get(id);
            if let Some(area) = zone.bounds().filter(|_| !same) {
                touched.add_box(Layer::Zones, area);
            }
        }
    }
    touched
}
