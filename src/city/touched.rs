//! Says where a change falls, so that exactly the tiles under it are dropped.
//!
//! A touched part is a layer and a closed box of it, in degrees; a moved point is two boxes of no
//! size, its old public position and its new one. Nothing here knows tiles.

use crate::domain::{Layer, LonLat, LonLatBox};

const FEW: usize = 64;

/// Where the city changed.
#[derive(Debug, Clone, Default, PartialEq)]
#[must_use = "tiles under a change must be dropped"]
pub struct Touched {
    parts: Vec<(Layer, LonLatBox)>,
}

impl Touched {
    /// Nothing changed.
    pub fn nothing() -> Self {
        Self::default()
    }

    /// The layers and boxes that changed. A box may have no size.
    pub fn parts(&self) -> &[(Layer, LonLatBox)] {
        &self.parts
    }

    /// True if nothing changed.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// Adds a box of a layer. Among few boxes none is twice; among many that would take longer to
    /// find out than it saves.
    pub fn add_box(&mut self, layer: Layer, area: LonLatBox) {
        if self.parts.len() > FEW || !self.parts.contains(&(layer, area)) {
            self.parts.push((layer, area));
        }
    }

    /// Adds one position of a layer.
    pub fn add_place(&mut self, layer: Layer, place: LonLat) {
        if let Some(point) = LonLatBox::around([place.into()]) {
            self.add_box(layer, point);
        }
    }

    /// Adds everything another change touched.
    pub fn merge(&mut self, other: Self) {
        for (layer, area) in other.parts {
            self.add_box(layer, area);
        }
    }
}
