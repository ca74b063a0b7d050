//! Answers "is this listing in the area asked about?".
//!
//! Each area is narrowed by boxes for the R-tree and decided exactly. Areas are closed: what lies
//! on an edge is in.

use geo_types::{Coord, LineString, MultiPolygon, Polygon};
use rustc_hash::{FxHashMap, FxHashSet};
use std::cell::RefCell;
use thiserror::Error;

use super::search::SearchError;
use super::walk::WithinWalk;
use crate::city::{
    City, ListingRow, Mapped, STREET_REACH_M, TOWN_REACH_M, box_within, nearest_edge, touches_shape,
};
use crate::domain::{LonLat, LonLatBox, StationId, StreetId, TownId};
use crate::geo::{WalkMethod, distance_m, walk_metres};

/// Where to look.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum SearchArea {
    /// The whole city.
    #[default]
    Everywhere,
    /// In a box.
    Box(LonLatBox),
    /// Within so many metres of a place in a straight line.
    Radius {
        /// The place.
        centre: LonLat,
        /// Metres.
        metres: f64,
    },
    /// In a polygon.
    Polygon(SearchPolygon),
    /// In any of these towns.
    Towns(Vec<TownId>),
    /// Counted to any of these shopping streets: nearest to it, and within 50 m.
    Streets(Vec<StreetId>),
    /// Within so many minutes of a station on foot: along roads, estimated where there are none.
    Station {
        /// The station.
        station: StationId,
        /// Minutes on foot.
        walk_minutes: u32,
    },
}

/// Why corners make no polygon.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SearchPolygonError {
    /// Fewer than three different corners.
    #[error("a polygon needs at least 3 different corners, not {0}")]
    TooFew(usize),
    /// More corners than anybody draws.
    #[error("a polygon of {0} corners is more than 1000")]
    TooMany(usize),
}

/// A polygon drawn by a person, 3 to 1000 corners; where it crosses itself, even-odd decides.
#[derive(Debug, Clone, PartialEq)]
pub struct SearchPolygon(MultiPolygon<f64>);

impl SearchPolygon {
    /// The polygon of these corners in order, closed or not.
    pub fn new(corners: &[LonLat]) -> Result<Self, SearchPolygonError> {
        let mut ring: Vec<Coord<f64>> = corners.iter().map(|c| Coord::from(*c)).collect();
        ring.dedup();
        if ring.len() > 1 && ring.first() == ring.last() {
            ring.pop();
        }
        match ring.len() {
            n @ 0..3 => Err(SearchPolygonError::TooFew(n)),
            n if n > 1000 => Err(SearchPolygonError::TooMany(n)),
            _ => Ok(Self(Polygon::new(LineString(ring), Vec::new()).into())),
        }
    }

    /// True if the place is inside or on an edge.
    pub fn contains(&self, place: LonLat) -> bool {
        touches_shape(&self.0, place.into())
    }

    /// Its corners in order, without the first again.
    pub fn corners(&self) -> Vec<LonLat> {
        let ring = self.0.0.first().map_or(&[][..], |polygon| polygon.exterior().0.as_slice());
        let open = ring.split_last().map_or(&[][..], |(_, open)| open);
        open.iter().filter_map(|corner| LonLat::try_from(*corner).ok()).collect()
    }

    /// Metres from a place to its edge, 0 inside.
    pub(super) fn metres_to(&self, place: LonLat) -> f64 {
        if self.contains(place) {
            0.0
        } else {
            nearest_edge(&self.0, place).map_or(f64::INFINITY, |(_, m)| m)
        }
    }

    fn bounds(&self) -> Option<LonLatBox> {
        LonLatBox::around(self.0.iter().flat_map(|p| p.exterior().0.iter().copied()))
    }
}

/// Walks from stations, each looked for once however many searches ask for it.
#[derive(Debug, Default)]
pub(super) struct StationWalks<'c>(RefCell<FxHashMap<(StationId, u32), Option<WithinWalk<'c>>>>);

impl<'c> StationWalks<'c> {
    fn hold(&self, city: &'c City, station: StationId, minutes: u32, row: &ListingRow) -> bool {
        let Some(found) = city.stations().get(station) else { return false };
        // No road is shorter than the straight line; a little more, as both are measured on planes.
        if distance_m(found.place, row.place()) > walk_metres(minutes) * 1.01 {
            return false;
        }
        let mut known = self.0.borrow_mut();
        let walk = known.entry((station, minutes));
        let walk = walk.or_insert_with(|| WithinWalk::of_station(city, station, minutes));
        walk.as_ref().is_some_and(|walk| walk.holds(row))
    }
}

/// An area made ready for one reading of the city.
pub struct PreparedArea<'a> {
    /// Everything wanted is in one of these boxes; `None` looks everywhere.
    boxes: Option<Vec<LonLatBox>>,
    test: Test<'a>,
}

enum Test<'a> {
    All,
    Within(LonLat, f64),
    Polygon(&'a SearchPolygon),
    Towns(FxHashSet<TownId>),
    Streets(FxHashSet<StreetId>),
    Walk(WithinWalk<'a>),
}

impl SearchArea {
    /// The place distances are measured from unless another is given.
    pub(super) fn centre(&self, city: &City) -> Option<LonLat> {
        match self {
            Self::Everywhere | Self::Towns(_) | Self::Streets(_) => None,
            Self::Box(area) => middle(*area),
            Self::Polygon(polygon) => polygon.bounds().and_then(middle),
            Self::Radius { centre, .. } => Some(*centre),
            Self::Station { station, .. } => city.stations().get(*station).map(|s| s.place),
        }
    }

    /// True if one listing is in it. What it names and the city does not have holds nothing.
    pub(super) fn holds<'c>(&self, city: &'c City, row: &ListingRow, walks: &StationWalks<'c>) -> bool {
        match self {
            Self::Everywhere => true,
            Self::Box(area) => area.contains(row.place()),
            Self::Radius { centre, metres } => distance_m(*centre, row.place()) <= *metres,
            Self::Polygon(polygon) => polygon.contains(row.place()),
            Self::Towns(ids) => city.town_of(row).is_some_and(|town| ids.contains(&town.id)),
            Self::Streets(ids) => city.street_on(row).is_some_and(|street| ids.contains(&street.id)),
            Self::Station { station, walk_minutes } => walks.hold(city, *station, *walk_minutes, row),
        }
    }

    /// A box that holds all of it, whatever the city has; `None` where that depends on the city.
    pub(super) fn fixed_box(&self) -> Option<LonLatBox> {
        match self {
            Self::Box(area) => Some(*area),
            Self::Radius { centre, metres } => Some(box_within(*centre, *metres)),
            Self::Polygon(polygon) => polygon.bounds(),
            Self::Everywhere | Self::Towns(_) | Self::Streets(_) | Self::Station { .. } => None,
        }
    }

    /// The area made ready for one reading of the city, or what it names and the city does not have.
    pub fn prepared<'a>(&'a self, city: &'a City) -> Result<PreparedArea<'a>, SearchError> {
        let (boxes, test) = match self {
            Self::Everywhere => (None, Test::All),
            Self::Box(area) => (Some(vec![*area]), Test::All),
            Self::Radius { centre, metres } => {
                (Some(vec![box_within(*centre, *metres)]), Test::Within(*centre, *metres))
            }
            Self::Polygon(polygon) => (Some(polygon.bounds().into_iter().collect()), Test::Polygon(polygon)),
            Self::Towns(ids) => {
                let ids: FxHashSet<TownId> = ids.iter().copied().collect();
                (Some(town_boxes(city, &ids)?), Test::Towns(ids))
            }
            Self::Streets(ids) => {
                let ids: FxHashSet<StreetId> = ids.iter().copied().collect();
                (Some(street_boxes(city, &ids)?), Test::Streets(ids))
            }
            Self::Station { station, walk_minutes } => {
                let walk = WithinWalk::of_station(city, *station, *walk_minutes);
                let walk = walk.ok_or(SearchError::UnknownStation(*station))?;
                (Some(vec![walk.bounds()]), Test::Walk(walk))
            }
        };
        Ok(PreparedArea { boxes, test })
    }
}

impl PreparedArea<'_> {
    /// Calls back with every listing of the area, once, in no set order.
    pub(super) fn for_each<'c>(&self, city: &'c City, mut found: impl FnMut(&'c ListingRow)) {
        match &self.boxes {
            None => city.listings().iter().filter(|row| self.holds(city, row)).for_each(found),
            Some(boxes) => {
                for (i, area) in boxes.iter().enumerate() {
                    // A listing in two boxes was already called with the first.
                    let seen = |row: &ListingRow| boxes[..i].iter().any(|b| b.contains(row.place()));
                    let rows = city.listings().in_box(*area);
                    rows.filter(|row| self.holds(city, row) && !seen(row)).for_each(&mut found);
                }
            }
        }
    }

    /// How walks are measured, where the area is one of walks.
    pub(super) const fn walk_method(&self) -> Option<WalkMethod> {
        match &self.test {
            Test::Walk(walk) => Some(walk.method()),
            _ => None,
        }
    }

    /// True if a listing is in it.
    pub fn holds(&self, city: &City, row: &ListingRow) -> bool {
        match &self.test {
            Test::All => self.boxes.as_ref().is_none_or(|all| all.iter().any(|b| b.contains(row.place()))),
            Test::Within(centre, metres) => distance_m(*centre, row.place()) <= *metres,
            Test::Polygon(polygon) => polygon.contains(row.place()),
            Test::Towns(ids) => city.town_of(row).is_some_and(|town| ids.contains(&town.id)),
            Test::Walk(walk) => walk.holds(row),
            Test::Streets(ids) => city.street_on(row).is_some_and(|street| ids.contains(&street.id)),
        }
    }
}

fn town_boxes(city: &City, ids: &FxHashSet<TownId>) -> Result<Vec<LonLatBox>, SearchError> {
    let reach = |id: &TownId| {
        let town = city.towns().get(*id).ok_or(SearchError::UnknownTown(*id))?;
        let near_centre = || Some(box_within(town.centre, TOWN_REACH_M));
        Ok(if town.area.is_some() { town.bounds() } else { near_centre() })
    };
    let boxes: Result<Vec<Option<LonLatBox>>, SearchError> = ids.iter().map(reach).collect();
    Ok(boxes?.into_iter().flatten().collect())
}

fn street_boxes(city: &City, ids: &FxHashSet<StreetId>) -> Result<Vec<LonLatBox>, SearchError> {
    let reach = |id: &StreetId| {
        let street = city.streets().get(*id).ok_or(SearchError::UnknownStreet(*id))?;
        Ok(street.bounds().map(|b| grown(b, f64::from(STREET_REACH_M))))
    };
    let boxes: Result<Vec<Option<LonLatBox>>, SearchError> = ids.iter().map(reach).collect();
    Ok(boxes?.into_iter().flatten().collect())
}

/// A box with so many metres around it.
pub(super) fn grown(area: LonLatBox, metres: f64) -> LonLatBox {
    let corner = |lon, lat| LonLat::new(lon, lat).map(|place| box_within(place, metres + 1.0));
    let corners = [corner(area.west(), area.south()), corner(area.east(), area.north())];
    corners.into_iter().flatten().fold(area, LonLatBox::union)
}

fn middle(area: LonLatBox) -> Option<LonLat> {
    let (lon, lat) = (f64::midpoint(area.west(), area.east()), f64::midpoint(area.south(), area.north()));
    LonLat::new(lon, lat).ok()
}
