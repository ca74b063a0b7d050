//! Answers "how far outside the area is this listing, and what area would hold it?".
//!
//! Boxes, circles and polygons grow; towns and streets take in one more; a walk takes longer.

use super::area::{SearchArea, SearchPolygon};
use super::one_limit::Amount;
use super::walk::WithinWalk;
use crate::city::{City, ListingRow, street_m};
use crate::domain::{LonLat, LonLatBox};
use crate::geo::{LocalPlane, distance_m};

/// What lies farther outside is not looked at, metres.
pub(super) const REACH_M: f64 = 1_000.0;
/// Nor what is more minutes farther than asked for.
pub(super) const REACH_MINUTES: u32 = 10;
/// The longest walk a search takes, minutes.
const LONGEST_WALK: u32 = 60;

/// An area, ready to say how far outside a listing is.
pub(super) struct Outside<'a> {
    area: &'a SearchArea,
    walk: Option<WithinWalk<'a>>,
}

impl<'a> Outside<'a> {
    pub(super) fn of(city: &'a City, area: &'a SearchArea) -> Self {
        let walk = match area {
            SearchArea::Station { station, walk_minutes } => {
                let longest = (walk_minutes + REACH_MINUTES).min(LONGEST_WALK);
                WithinWalk::of_station(city, *station, longest)
            }
            _ => None,
        };
        Self { area, walk }
    }

    /// How far outside a listing is that is not inside; `None` if it is too far.
    pub(super) fn missed_by(&self, city: &City, row: &ListingRow) -> Option<Amount> {
        let place = row.place();
        let nearest = |metres: &mut dyn Iterator<Item = f64>| metres.fold(f64::INFINITY, f64::min);
        let metres = match self.area {
            SearchArea::Everywhere => return None,
            SearchArea::Station { walk_minutes, .. } => {
                let minutes = self.walk.as_ref()?.minutes_to(row)?;
                return Some(Amount::Minutes(minutes - walk_minutes));
            }
            SearchArea::Box(area) => distance_m(place, nearest_in(*area, place)?),
            SearchArea::Radius { centre, metres } => distance_m(*centre, place) - metres,
            SearchArea::Polygon(polygon) => polygon.metres_to(place),
            SearchArea::Towns(ids) => nearest(&mut ids.iter().filter_map(|id| {
                let town = city.towns().get(*id)?;
                let to_edge = town.area.as_ref().and_then(|area| crate::city::nearest_edge(area, place));
                Some(to_edge.map_or_else(|| distance_m(place, town.centre), |(_, metres)| metres))
            })),
            SearchArea::Streets(ids) => {
                nearest(&mut ids.iter().filter_map(|id| Some(street_m(city.streets().get(*id)?, place))))
            }
        };
        (metres <= REACH_M).then_some(Amount::Metres(metres))
    }

    /// The area grown just so far that it holds the listing.
    pub(super) fn grown(&self, city: &City, row: &ListingRow) -> SearchArea {
        let place = row.place();
        let grown = match self.area {
            SearchArea::Box(area) => {
                LonLatBox::around([place.into()]).map(|at| SearchArea::Box(area.union(at)))
            }
            SearchArea::Radius { centre, .. } => {
                let metres = (distance_m(*centre, place) / 10.0).ceil() * 10.0;
                Some(SearchArea::Radius { centre: *centre, metres })
            }
            SearchArea::Polygon(polygon) => drawn_to(polygon, place).map(SearchArea::Polygon),
            SearchArea::Towns(ids) => city
                .town_of(row)
                .map(|town| SearchArea::Towns(ids.iter().copied().chain([town.id]).collect())),
            SearchArea::Streets(ids) => city
                .street_on(row)
                .map(|street| SearchArea::Streets(ids.iter().copied().chain([street.id]).collect())),
            SearchArea::Station { station, .. } => {
                let minutes = self.walk.as_ref().and_then(|walk| walk.minutes_to(row));
                minutes.map(|walk_minutes| SearchArea::Station { station: *station, walk_minutes })
            }
            SearchArea::Everywhere => None,
        };
        grown.unwrap_or_default()
    }
}

fn nearest_in(area: LonLatBox, place: LonLat) -> Option<LonLat> {
    let lon = place.lon().clamp(area.west(), area.east());
    let lat = place.lat().clamp(area.south(), area.north());
    LonLat::new(lon, lat).ok()
}

/// The polygon with a corner more, drawn from its nearest edge to the place.
fn drawn_to(polygon: &SearchPolygon, place: LonLat) -> Option<SearchPolygon> {
    let mut corners = polygon.corners();
    let plane = LocalPlane::at(place);
    let on_plane: Vec<_> = corners.iter().map(|corner| plane.metres((*corner).into())).collect();
    let metres = |i: usize| {
        let (from, to) = (on_plane[i], on_plane[(i + 1) % on_plane.len()]);
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let length_2 = dx * dx + dy * dy;
        let along =
            if length_2 > 0.0 { (-(from.x * dx + from.y * dy) / length_2).clamp(0.0, 1.0) } else { 0.0 };
        (from.x + along * dx).hypot(from.y + along * dy)
    };
    let nearest = (0..corners.len()).min_by(|a, b| metres(*a).total_cmp(&metres(*b)))?;
    corners.insert(nearest + 1, place);
    SearchPolygon::new(&corners).ok()
}
