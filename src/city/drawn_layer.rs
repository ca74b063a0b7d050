//! Answers "which shapes of this layer reach into this part of the map, and how are they drawn?".
//!
//! Shapes are sorted by id and never change once built; an R-tree over their mercator boxes narrows
//! by place. Attributes stay with the layer's own index.

use rstar::{AABB, RTree, RTreeObject};

use super::drawing::{Drawing, Shape, drawings};

/// The drawings of a layer, by id and by place.
#[derive(Debug, Clone)]
pub struct DrawnLayer<I> {
    drawn: Vec<(I, Drawing)>,
    tree: RTree<Slot>,
}

#[derive(Debug, Clone)]
struct Slot {
    envelope: AABB<[f64; 2]>,
    at: u32,
}

impl RTreeObject for Slot {
    type Envelope = AABB<[f64; 2]>;

    fn envelope(&self) -> Self::Envelope {
        self.envelope
    }
}

impl<I> Default for DrawnLayer<I> {
    fn default() -> Self {
        Self { drawn: Vec::new(), tree: RTree::new() }
    }
}

impl<I: Copy + Ord> DrawnLayer<I> {
    /// Draws shapes, each with its id.
    pub fn build<'a>(shapes: impl IntoIterator<Item = (I, Shape<'a>)>) -> Self {
        let mut shapes: Vec<(I, Shape<'a>)> = shapes.into_iter().collect();
        shapes.sort_by_key(|(id, _)| *id);
        let drawings = drawings(shapes.iter().map(|(_, shape)| *shape));
        let drawn: Vec<(I, Drawing)> = shapes.iter().map(|(id, _)| *id).zip(drawings).collect();
        let slots = drawn.iter().enumerate().filter_map(|(at, (_, drawing))| {
            let [left, top, right, bottom] = drawing.bounds;
            let envelope = AABB::from_corners([left, top], [right, bottom]);
            (left <= right).then_some(Slot { envelope, at: at as u32 })
        });
        let tree = RTree::bulk_load(slots.collect());
        Self { drawn, tree }
    }

    /// The drawing with this id.
    pub fn get(&self, id: I) -> Option<&Drawing> {
        let at = self.drawn.binary_search_by_key(&id, |(id, _)| *id).ok()?;
        Some(&self.drawn[at].1)
    }

    /// The drawings whose box shares a point with a box of the unit square, by id.
    /// The box is western, northern, eastern and southern edge.
    pub fn in_square(&self, [left, top, right, bottom]: [f64; 4]) -> impl Iterator<Item = (I, &Drawing)> {
        let envelope = AABB::from_corners([left, top], [right, bottom]);
        let mut slots: Vec<u32> =
            self.tree.locate_in_envelope_intersecting(envelope).map(|slot| slot.at).collect();
        slots.sort_unstable();
        slots.into_iter().map(|at| {
            let (id, drawing) = &self.drawn[at as usize];
            (*id, drawing)
        })
    }
}
