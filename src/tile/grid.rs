//! Answers "where in this tile is this place?": every zoom has one grid for the whole world, 4096
//! units to a tile, and every vertex is rounded to it before anything else is done.
//!
//! So a vertex that two shapes or two tiles share stays shared.

use geo_types::Coord;

use super::address::{MAX_ZOOM, TileAddress};
use super::mvt::EXTENT;

/// A position in units of a tile that may lie far outside of it.
pub(super) type GridPoint = [i64; 2];

/// The grid of a zoom, counted from the corner of one tile.
#[derive(Debug, Clone, Copy)]
pub(super) struct Grid {
    units: f64,
    corner: GridPoint,
    /// From quarters of a vertex's unit, the grid of the highest zoom, to this zoom's grid.
    shift: u32,
    half: i64,
}

impl Grid {
    pub(super) fn of(tile: TileAddress) -> Self {
        let extent = i64::from(EXTENT);
        let shift = u32::from(MAX_ZOOM - tile.z());
        Self {
            shift,
            half: (1 << shift) >> 1,
            units: (extent << tile.z()) as f64,
            corner: [i64::from(tile.x()) * extent, i64::from(tile.y()) * extent],
        }
    }

    /// The nearest grid point to a place on the unit square.
    #[inline]
    pub(super) fn snap(&self, at: Coord<f64>) -> GridPoint {
        let round = |v: f64| (v * self.units + 0.5).floor() as i64;
        [round(at.x) - self.corner[0], round(at.y) - self.corner[1]]
    }

    /// The nearest grid point to a vertex, which counts 2^32 to the world's side.
    #[inline]
    pub(super) fn snap_vertex(&self, at: [u32; 2]) -> GridPoint {
        let round = |v: u32| {
            let wide = i64::from(v) << 2;
            (wide + self.half) >> self.shift
        };
        [round(at[0]) - self.corner[0], round(at[1]) - self.corner[1]]
    }

    /// A length in tile units as a length on the unit square.
    pub(super) fn length(&self, units: f64) -> f64 {
        units / self.units
    }
}
