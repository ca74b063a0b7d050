//! Turns a shape's drawing into the lines and polygons of one tile: vertices the zoom does not need
//! are left out, the rest rounded to the grid, cut to the tile and made valid.

use geo_types::Coord;

use super::address::{MAX_ZOOM, TileAddress};
use super::clip::{clip_line, clip_ring, tile_point};
use super::grid::{Grid, GridPoint};
use super::mvt::{BUFFER, EXTENT, TilePoint, TilePolygon};
use super::repair::push_valid;
use crate::city::{Drawing, Path};
use crate::geo::MERCATOR_SIDE;

/// From this zoom on nothing is simplified.
const WHOLE_FROM: u8 = 16;

/// Draws shapes on one tile.
pub(super) struct Pen {
    grid: Grid,
    tolerance: f32,
    ring: Vec<GridPoint>,
    scratch: Vec<GridPoint>,
}

impl Pen {
    /// A pen for a tile that may move edges by `tolerance` tile units.
    pub(super) fn new(tile: TileAddress, tolerance: f64) -> Self {
        debug_assert!(tile.z() <= MAX_ZOOM);
        let grid = Grid::of(tile);
        let tolerance = if tile.z() < WHOLE_FROM { grid.length(tolerance) * MERCATOR_SIDE } else { 0.0 };
        Self { grid, tolerance: tolerance as f32, ring: Vec::new(), scratch: Vec::new() }
    }

    /// A length in tile units as a length on the unit square.
    pub(super) fn length(&self, units: f64) -> f64 {
        self.grid.length(units)
    }

    /// A point, if the tile with its buffer holds it.
    pub(super) fn point(&self, at: Coord<f64>) -> Option<TilePoint> {
        let point = tile_point(self.grid.snap(at));
        point.iter().all(|v| (-BUFFER..=EXTENT + BUFFER).contains(v)).then_some(point)
    }

    /// The pieces of a shape's lines within the tile.
    pub(super) fn lines(&mut self, drawing: &Drawing) -> Vec<Vec<TilePoint>> {
        let mut pieces = Vec::new();
        for line in &drawing.lines {
            self.trace(line);
            clip_line(&self.ring, &mut pieces);
        }
        pieces
    }

    /// The pieces of a shape's areas within the tile.
    pub(super) fn polygons(&mut self, drawing: &Drawing) -> Vec<TilePolygon> {
        let mut polygons = Vec::new();
        for area in &drawing.areas {
            let mut rings = Vec::with_capacity(area.len());
            for (i, ring) in area.iter().enumerate() {
                self.trace(ring);
                clip_ring(&mut self.ring, &mut self.scratch);
                if self.ring.len() >= 3 {
                    rings.push(self.ring.iter().map(|p| tile_point(*p)).collect());
                } else if i == 0 {
                    break;
                }
            }
            push_valid(rings, &mut polygons);
        }
        polygons
    }

    fn trace(&mut self, path: &Path) {
        self.ring.clear();
        let kept = path.vertices.iter().filter(|v| v.keep_up_to >= self.tolerance);
        self.ring.extend(kept.map(|v| self.grid.snap_vertex(v.at)));
        self.ring.dedup();
    }
}
