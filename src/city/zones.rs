//! Answers "which zones touch this place?" for every edition of zoning.
//!
//! The R-tree narrows by bounding box; an exact test decides. Zones are closed sets: a shop on a
//! shared edge belongs to both, the lower id first, so that answers never depend on load order.
//! All editions are kept; the current one of each area answers unless an edition is named.

use rstar::RTree;
use smallvec::SmallVec;
use std::sync::{Arc, OnceLock};

use super::drawing::Shape;
use super::drawn_layer::DrawnLayer;
use super::layer_index::{Mapped, Slot, envelope};
use super::nearest::{box_within, nearest_shapes};
use super::outline::Outline;
use crate::domain::{Edition, EditionId, LonLat, LonLatBox, UseDistrict, Zone, ZoneId, current_editions};
use crate::geo::{PlaneArea, PlaneZone};

/// A zone with what makes questions about it fast.
#[derive(Debug)]
pub struct ZoneEntry {
    zone: Zone,
    outline: Outline,
}

impl ZoneEntry {
    fn new(zone: Zone) -> Self {
        Self { outline: Outline::of(&zone.geometry), zone }
    }

    /// The zone itself.
    pub fn zone(&self) -> &Zone {
        &self.zone
    }

    /// Its id.
    pub fn id(&self) -> ZoneId {
        self.zone.id
    }

    /// Its use district.
    pub fn district(&self) -> UseDistrict {
        self.zone.district()
    }

    /// The smallest box around it in degrees; `None` if it covers nothing.
    pub fn bounds(&self) -> Option<LonLatBox> {
        self.outline.bounds()
    }

    /// True if the place is inside or on an edge.
    pub fn touches(&self, place: LonLat) -> bool {
        self.outline.touches(&self.zone.geometry, place.into())
    }

    /// Metres from a place to the zone, 0 inside it or on its edge, where that is at most `reach_m`;
    /// on the plane that touches the earth at the place.
    pub fn metres_within(&self, place: LonLat, reach_m: f64) -> Option<f64> {
        self.outline.metres_within(&self.zone.geometry, place, reach_m)
    }

    /// The point of the zone's edge nearest to a place and its distance in metres, on the plane
    /// that touches the earth at the place. `None` for a zone without an edge.
    pub fn nearest_edge(&self, place: LonLat) -> Option<(LonLat, f64)> {
        super::outline::nearest_edge(&self.zone.geometry, place)
    }
}

impl Mapped for Arc<ZoneEntry> {
    type Id = ZoneId;
    fn id(&self) -> ZoneId {
        self.zone.id
    }
    fn bounds(&self) -> Option<LonLatBox> {
        self.outline.bounds()
    }
}

/// Zones of one edition, or of all current editions, by id and by place.
#[derive(Debug, Clone, Default)]
pub struct ZoneIndex {
    items: Vec<Arc<ZoneEntry>>,
    tree: RTree<Slot>,
    bounds: Option<LonLatBox>,
}

impl ZoneIndex {
    fn build(mut items: Vec<Arc<ZoneEntry>>) -> Self {
        items.sort_by_key(Mapped::id);
        let slots: Vec<Slot> = items
            .iter()
            .enumerate()
            .filter_map(|(at, z)| Some(Slot { envelope: envelope(z.bounds()?), at: at as u32 }))
            .collect();
        let bounds = items.iter().filter_map(Mapped::bounds).reduce(LonLatBox::union);
        Self { items, tree: RTree::bulk_load(slots), bounds }
    }

    /// The zones whose bounding box shares at least a point with the box, in no set order.
    pub fn in_box(&self, area: LonLatBox) -> impl Iterator<Item = &ZoneEntry> {
        self.slots_in(area).map(|at| self.at(at))
    }

    /// The zones that hold a place or have it on an edge, by id.
    pub fn touching(&self, place: LonLat) -> Vec<&ZoneEntry> {
        self.slots_touching(place).into_iter().map(|at| self.at(at)).collect()
    }

    /// The zone whose edge is nearest to a place, the nearest point of it and the metres to it, on
    /// the plane that touches the earth at the place; the lower id of equally near ones.
    pub fn nearest(&self, place: LonLat) -> Option<(&ZoneEntry, LonLat, f64)> {
        let metres = |at: u32| self.at(at).nearest_edge(place).map_or(f64::INFINITY, |(_, metres)| metres);
        let (at, metres) = nearest_shapes(&self.tree, place, metres).next()?;
        let zone = self.at(at);
        zone.nearest_edge(place).map(|(edge, _)| (zone, edge, metres))
    }

    /// Use districts other than `own` within so many metres of a place, each with the metres to the
    /// nearest of its zones, nearest first.
    pub fn other_districts(
        &self,
        place: LonLat,
        own: Option<UseDistrict>,
        reach_m: f64,
    ) -> SmallVec<[(UseDistrict, f64); 2]> {
        let mut near: SmallVec<[(UseDistrict, f64); 2]> = SmallVec::new();
        for zone in self.in_box(box_within(place, reach_m * 1.01)) {
            let district = zone.district();
            let known = near.iter().position(|(d, _)| *d == district);
            // Only what is nearer than the nearest known zone of the district is worth measuring.
            let reach_m = known.map_or(reach_m, |at| near[at].1);
            let measured = if own == Some(district) { None } else { zone.metres_within(place, reach_m) };
            match (known, measured) {
                (Some(at), Some(metres)) => near[at].1 = metres,
                (None, Some(metres)) => near.push((district, metres)),
                (_, None) => {}
            }
        }
        near.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
        near
    }

    /// The zone with this id.
    pub fn get(&self, id: ZoneId) -> Option<&ZoneEntry> {
        self.items.binary_search_by_key(&id, Mapped::id).ok().map(|at| &*self.items[at])
    }

    /// All zones, by id.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &ZoneEntry> {
        self.items.iter().map(|z| &**z)
    }

    /// How many zones there are.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// True if there are none.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The smallest box around all zones; `None` without zones.
    pub fn bounds(&self) -> Option<LonLatBox> {
        self.bounds
    }

    pub(crate) fn at(&self, slot: u32) -> &ZoneEntry {
        &self.items[slot as usize]
    }

    /// Slots of the zones that touch a place, lowest id first.
    pub(crate) fn slots_touching(&self, place: LonLat) -> SmallVec<[u32; 2]> {
        let point = LonLatBox::around([place.into()]);
        let mut slots: SmallVec<[u32; 2]> = point
            .into_iter()
            .flat_map(|p| self.slots_in(p))
            .filter(|at| self.at(*at).touches(place))
            .collect();
        slots.sort_unstable();
        slots
    }

    fn slots_in(&self, area: LonLatBox) -> impl Iterator<Item = u32> {
        self.tree.locate_in_envelope_intersecting(envelope(area)).map(|slot| slot.at)
    }
}

/// Every edition of zoning and its zones.
#[derive(Debug, Clone, Default)]
pub struct ZoneLayer {
    editions: Vec<Edition>,
    current_ids: Vec<EditionId>,
    by_edition: Vec<(EditionId, Arc<ZoneIndex>)>,
    current: Arc<ZoneIndex>,
    drawn: Arc<DrawnLayer<ZoneId>>,
    /// Measured when first asked for: PROJ takes its time, and most cities are never asked.
    district_m2: Arc<OnceLock<DistrictAreas>>,
}

/// Square metres of each use district.
type DistrictAreas = [f64; UseDistrict::ALL.len()];

impl ZoneLayer {
    /// The layer of these editions. A zone of an edition that is not among them is left out.
    pub fn build(editions: Vec<Edition>, zones: Vec<Zone>) -> Self {
        let mut entries: Vec<Arc<ZoneEntry>> =
            zones.into_iter().map(|z| Arc::new(ZoneEntry::new(z))).collect();
        entries.sort_by_key(|z| (z.zone.edition, z.id()));
        entries.dedup_by_key(|z| z.id());
        let by_edition: Vec<(EditionId, Arc<ZoneIndex>)> = entries
            .chunk_by(|a, b| a.zone.edition == b.zone.edition)
            .map(|zones| (zones[0].zone.edition, Arc::new(ZoneIndex::build(zones.to_vec()))))
            .collect();
        let current_ids = current_editions(&editions);
        let mut shown = by_edition.iter().filter(|(id, _)| current_ids.contains(id)).map(|(_, index)| index);
        let current = match (shown.next(), shown.next()) {
            (None, _) => Arc::default(),
            (Some(only), None) => only.clone(),
            (Some(first), Some(second)) => {
                let all = [first, second].into_iter().chain(shown).flat_map(|i| i.items.iter().cloned());
                Arc::new(ZoneIndex::build(all.collect()))
            }
        };
        let drawn = current.iter().map(|entry| (entry.id(), Shape::Areas(&entry.zone.geometry)));
        let drawn = Arc::new(DrawnLayer::build(drawn));
        Self { editions, current_ids, by_edition, current, drawn, district_m2: Arc::default() }
    }

    /// The zones of the current edition of every area.
    pub fn current(&self) -> &ZoneIndex {
        &self.current
    }

    /// Square metres of the current zones of a use district, each on the plane of its own place.
    pub fn district_m2(&self, district: UseDistrict) -> f64 {
        self.district_m2.get_or_init(|| measured(&self.current))[district as usize]
    }

    /// How the current zones are drawn on the map.
    pub fn drawn(&self) -> &DrawnLayer<ZoneId> {
        &self.drawn
    }

    /// The current edition of every area.
    pub fn current_editions(&self) -> &[EditionId] {
        &self.current_ids
    }

    /// Every edition.
    pub fn editions(&self) -> &[Edition] {
        &self.editions
    }

    /// The zones of one edition; `None` if the edition is unknown or has no zones.
    pub fn of_edition(&self, edition: EditionId) -> Option<&ZoneIndex> {
        self.by_edition.iter().find(|(id, _)| *id == edition).map(|(_, index)| &**index)
    }

    /// A zone of any edition.
    pub fn get(&self, id: ZoneId) -> Option<&ZoneEntry> {
        self.current.get(id).or_else(|| self.by_edition.iter().find_map(|(_, index)| index.get(id)))
    }
}

fn measured(zones: &ZoneIndex) -> DistrictAreas {
    let mut m2 = DistrictAreas::default();
    // Neighbours share a plane, and making one costs more than measuring a zone on it.
    let mut plane: Option<PlaneArea> = None;
    for zone in zones.iter() {
        let Some(corner) = zone.bounds().and_then(|b| LonLat::new(b.west(), b.south()).ok()) else {
            continue;
        };
        let on = plane.take().filter(|p| p.zone() == PlaneZone::at(corner));
        let on = plane.insert(on.unwrap_or_else(|| PlaneArea::at(corner)));
        m2[zone.district() as usize] += on.m2(&zone.zone().geometry);
    }
    m2
}
