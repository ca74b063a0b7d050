//! In which towns does a changed piece lie?

use geo::{BoundingRect, Centroid, Intersects};
use geo_types::{Coord, MultiPolygon};

use super::chart::is_land;
use crate::domain::{Town, TownName};
use crate::geo::{Boolean, PlaneArea};

/// The part of a piece that lies in one town.
#[derive(Debug, Clone, PartialEq)]
pub struct TownShare {
    /// The town.
    pub town: TownName,
    /// How much of the piece, m².
    pub m2: f64,
}

/// The towns of a piece, the largest share first. Where towns are known by points alone, the nearest.
pub(super) fn towns_of(
    piece: &MultiPolygon<f64>,
    m2: f64,
    towns: &[Town],
    plane: &PlaneArea,
) -> Vec<TownShare> {
    let Some(bounds) = piece.bounding_rect() else { return Vec::new() };
    let mut shares: Vec<TownShare> = Vec::new();
    for town in towns {
        let Some(area) = &town.area else { continue };
        if !area.bounding_rect().is_some_and(|b| b.intersects(&bounds)) {
            continue;
        }
        let shared = area.intersection(piece);
        if is_land(&shared) {
            shares.push(TownShare { town: town.name.clone(), m2: plane.m2(&shared) });
        }
    }
    if shares.is_empty()
        && let Some(town) = nearest(piece, towns, plane)
    {
        shares.push(TownShare { town: town.name.clone(), m2 });
    }
    shares.sort_by(|a, b| b.m2.total_cmp(&a.m2));
    shares
}

fn nearest<'t>(piece: &MultiPolygon<f64>, towns: &'t [Town], plane: &PlaneArea) -> Option<&'t Town> {
    let middle = plane.metres(Coord::from(piece.centroid()?))?;
    let off = |town: &&Town| {
        let centre = plane.metres(Coord::from(town.centre)).map(|c| c - middle);
        centre.map_or(f64::INFINITY, |c| c.x.hypot(c.y))
    };
    towns.iter().filter(|town| town.area.is_none()).min_by(|a, b| off(a).total_cmp(&off(b)))
}
