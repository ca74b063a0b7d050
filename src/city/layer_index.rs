//! Answers "which of these reach into this box?" and "which has this id?" for a layer that is
//! replaced as a whole: streets, stations, towns, boundaries, basemap, areas.
//!
//! Items are sorted by id, so that a slot is an order and a look-up a binary search; an R-tree over
//! their bounding boxes narrows by place. A layer never changes once built.

use geo::{BoundingRect, CoordsIter};
use rstar::{AABB, RTree, RTreeObject};

use super::drawing::Shape;
use super::drawn_layer::DrawnLayer;
use crate::domain::{
    BasemapFeature, BasemapId, Boundary, BoundaryId, LonLat, LonLatBox, ShoppingStreet, SpecialArea,
    SpecialAreaId, Station, StationId, StreetId, StreetShape, Town, TownId,
};

/// Something with an id that covers a box.
pub trait Mapped {
    /// Its id's type.
    type Id: Copy + Ord;
    /// Its id.
    fn id(&self) -> Self::Id;
    /// The smallest box around it in degrees; `None` if it covers nothing.
    fn bounds(&self) -> Option<LonLatBox>;
    /// Its lines or areas on the map; `None` if it is only a point.
    fn shape(&self) -> Option<Shape<'_>> {
        None
    }
}

/// The position of an item in its layer, and the box it covers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Slot {
    pub(crate) envelope: AABB<[f64; 2]>,
    pub(crate) at: u32,
}

impl RTreeObject for Slot {
    type Envelope = AABB<[f64; 2]>;
    fn envelope(&self) -> Self::Envelope {
        self.envelope
    }
}

pub(crate) fn envelope(area: LonLatBox) -> AABB<[f64; 2]> {
    AABB::from_corners([area.west(), area.south()], [area.east(), area.north()])
}

/// An immutable layer: items by id and by place, and how they are drawn.
#[derive(Debug, Clone)]
pub struct LayerIndex<T: Mapped> {
    items: Vec<T>,
    tree: RTree<Slot>,
    bounds: Option<LonLatBox>,
    drawn: DrawnLayer<T::Id>,
}

impl<T: Mapped> Default for LayerIndex<T> {
    fn default() -> Self {
        Self { items: Vec::new(), tree: RTree::new(), bounds: None, drawn: DrawnLayer::default() }
    }
}

/// Shopping streets.
pub type StreetIndex = LayerIndex<ShoppingStreet>;
/// Stations.
pub type StationIndex = LayerIndex<Station>;
/// Towns.
pub type TownIndex = LayerIndex<Town>;
/// Municipal boundaries.
pub type BoundaryIndex = LayerIndex<Boundary>;
/// District plans, special use districts and the like.
pub type AreaIndex = LayerIndex<SpecialArea>;
/// Roads, railways, water and green.
pub type BasemapIndex = LayerIndex<BasemapFeature>;

impl<T: Mapped> LayerIndex<T> {
    /// The layer of these items. Of two with one id the later one stays.
    pub fn build(mut items: Vec<T>) -> Self {
        items.sort_by_key(Mapped::id);
        items.reverse();
        items.dedup_by_key(|i| i.id());
        items.reverse();
        let slots: Vec<Slot> = items
            .iter()
            .enumerate()
            .filter_map(|(at, item)| Some(Slot { envelope: envelope(item.bounds()?), at: at as u32 }))
            .collect();
        let bounds = items.iter().filter_map(Mapped::bounds).reduce(LonLatBox::union);
        let drawn = DrawnLayer::build(items.iter().filter_map(|item| Some((item.id(), item.shape()?))));
        Self { items, tree: RTree::bulk_load(slots), bounds, drawn }
    }

    /// The items whose bounding box shares at least a point with the box, in no set order.
    pub fn in_box(&self, area: LonLatBox) -> impl Iterator<Item = &T> {
        self.slots_in_box(area).map(|at| self.at(at))
    }

    /// The item with this id.
    pub fn get(&self, id: T::Id) -> Option<&T> {
        self.slot_of(id).map(|at| self.at(at))
    }

    /// All items, by id.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &T> {
        self.items.iter()
    }

    /// How many items there are.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// True if there are none.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The smallest box around all items; `None` without items.
    pub fn bounds(&self) -> Option<LonLatBox> {
        self.bounds
    }

    /// How the items are drawn on the map.
    pub fn drawn(&self) -> &DrawnLayer<T::Id> {
        &self.drawn
    }

    pub(crate) fn slots_in_box(&self, area: LonLatBox) -> impl Iterator<Item = u32> {
        self.tree.locate_in_envelope_intersecting(envelope(area)).map(|slot| slot.at)
    }

    pub(crate) fn slot_of(&self, id: T::Id) -> Option<u32> {
        self.items.binary_search_by_key(&id, Mapped::id).ok().map(|at| at as u32)
    }

    pub(crate) fn at(&self, slot: u32) -> &T {
        &self.items[slot as usize]
    }

    pub(crate) fn tree(&self) -> &RTree<Slot> {
        &self.tree
    }
}

fn box_of(shape: &impl BoundingRect<f64, Output = Option<geo_types::Rect<f64>>>) -> Option<LonLatBox> {
    let rect = shape.bounding_rect()?;
    LonLatBox::around([rect.min(), rect.max()])
}

fn point_box(place: LonLat) -> Option<LonLatBox> {
    LonLatBox::around([place.into()])
}

impl Mapped for ShoppingStreet {
    type Id = StreetId;
    fn id(&self) -> StreetId {
        self.id
    }
    fn bounds(&self) -> Option<LonLatBox> {
        match &self.shape {
            StreetShape::Line(lines) => box_of(lines),
            StreetShape::Area(areas) => box_of(areas),
        }
    }
    fn shape(&self) -> Option<Shape<'_>> {
        Some(match &self.shape {
            StreetShape::Line(lines) => Shape::Lines(lines),
            StreetShape::Area(areas) => Shape::Areas(areas),
        })
    }
}

impl Mapped for Station {
    type Id = StationId;
    fn id(&self) -> StationId {
        self.id
    }
    fn bounds(&self) -> Option<LonLatBox> {
        point_box(self.place)
    }
}

impl Mapped for Town {
    type Id = TownId;
    fn id(&self) -> TownId {
        self.id
    }
    /// Around its area and its label, so that both are found.
    fn bounds(&self) -> Option<LonLatBox> {
        let label = point_box(self.centre)?;
        Some(self.area.as_ref().and_then(box_of).map_or(label, |area| area.union(label)))
    }
    fn shape(&self) -> Option<Shape<'_>> {
        self.area.as_ref().map(Shape::Areas)
    }
}

impl Mapped for Boundary {
    type Id = BoundaryId;
    fn id(&self) -> BoundaryId {
        self.id
    }
    fn bounds(&self) -> Option<LonLatBox> {
        box_of(&self.geometry)
    }
    fn shape(&self) -> Option<Shape<'_>> {
        Some(Shape::Areas(&self.geometry))
    }
}

impl Mapped for SpecialArea {
    type Id = SpecialAreaId;
    fn id(&self) -> SpecialAreaId {
        self.id
    }
    fn bounds(&self) -> Option<LonLatBox> {
        box_of(&self.geometry)
    }
}

impl Mapped for BasemapFeature {
    type Id = BasemapId;
    fn id(&self) -> BasemapId {
        self.id
    }
    fn bounds(&self) -> Option<LonLatBox> {
        LonLatBox::around(self.geometry.coords_iter())
    }
    fn shape(&self) -> Option<Shape<'_>> {
        Some(Shape::Any(&self.geometry))
    }
}
