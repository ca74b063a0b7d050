//! What the city must answer, found by looking at everything: the oracle of the property tests.
//!
//! It shares the vocabulary and `distance_m` with the city, but no index, no outline and no row.

use geo::{CoordinatePosition, Distance, Euclidean, MapCoords, coordinate_position::CoordPos};
use geo_types::{MultiPolygon, Point};
use std::collections::BTreeMap;

use super::{ByNegotiation, LawFilter, ListingFilter, STREET_REACH_M, TOWN_REACH_M};
use crate::domain::{
    AreaM2, Asking, Contents, Cooking, Handover, Listing, LonLat, PinPrecision, ShoppingStreet, StationId,
    Storey, StreetId, StreetShape, Town, UseDistrict, Zone, current_editions, fold_text, hiragana,
};
use crate::geo::{Foothold, LocalPlane, Walk, WalkGraph, distance_m};
use crate::law::{Inputs, LawBook, Site, Verdict, judge_site};

/// A published listing as the public may see it, and what lies around it.
#[derive(Debug, Clone)]
pub(crate) struct Seen {
    pub(crate) listing: Listing,
    pub(crate) zones: Vec<Zone>,
    /// Districts other than its own within 20 m, each with metres, nearest first.
    pub(crate) others: Vec<(UseDistrict, f64)>,
    pub(crate) street: Option<(ShoppingStreet, f64)>,
    /// Nearest on foot.
    pub(crate) station: Option<(crate::domain::Station, Walk)>,
    /// Where it meets the roads, unless only its town is public.
    pub(crate) foothold: Option<Foothold>,
    pub(crate) town: Option<Town>,
}

pub(crate) fn touches(shape: &MultiPolygon<f64>, place: LonLat) -> bool {
    shape.coordinate_position(&place.into()) != CoordPos::Outside
}

/// Metres to the edge, on the plane that touches the earth at the place.
pub(crate) fn edge_m(shape: &MultiPolygon<f64>, place: LonLat) -> f64 {
    let plane = LocalPlane::at(place);
    let on_plane = shape.map_coords(|c| plane.metres(c));
    let rings = on_plane.0.iter().flat_map(|p| std::iter::once(p.exterior()).chain(p.interiors()));
    rings.map(|ring| Euclidean.distance(&Point::new(0.0, 0.0), ring)).fold(f64::INFINITY, f64::min)
}

pub(crate) fn street_m(street: &ShoppingStreet, place: LonLat) -> f64 {
    let plane = LocalPlane::at(place);
    let here = Point::new(0.0, 0.0);
    match &street.shape {
        StreetShape::Line(lines) => Euclidean.distance(&here, &lines.map_coords(|c| plane.metres(c))),
        StreetShape::Area(areas) if touches(areas, place) => 0.0,
        StreetShape::Area(areas) => edge_m(areas, place),
    }
}

pub(crate) fn zones_at(contents: &Contents, place: LonLat) -> Vec<Zone> {
    let current = current_editions(&contents.editions);
    let shown = contents.zones.iter().filter(|z| current.contains(&z.edition));
    let mut zones: Vec<Zone> = shown.filter(|z| touches(&z.geometry, place)).cloned().collect();
    zones.sort_by_key(|z| z.id);
    zones
}

/// Districts other than that of the lowest zone within 20 m, each with metres, nearest first.
pub(crate) fn other_districts(contents: &Contents, place: LonLat) -> Vec<(UseDistrict, f64)> {
    let own = zones_at(contents, place).first().map(Zone::district);
    let current = current_editions(&contents.editions);
    let metres = |z: &Zone| if touches(&z.geometry, place) { 0.0 } else { edge_m(&z.geometry, place) };
    let mut near: BTreeMap<UseDistrict, f64> = BTreeMap::new();
    for zone in contents.zones.iter().filter(|z| current.contains(&z.edition)) {
        if metres(zone) <= 20.0 && Some(zone.district()) != own {
            let nearest = near.entry(zone.district()).or_insert(f64::INFINITY);
            *nearest = nearest.min(metres(zone));
        }
    }
    let mut near: Vec<(UseDistrict, f64)> = near.into_iter().collect();
    near.sort_by(|a, b| a.1.total_cmp(&b.1));
    near
}

pub(crate) fn town_at(contents: &Contents, place: LonLat) -> Option<Town> {
    let holding = contents.towns.iter().filter(|t| t.area.as_ref().is_some_and(|a| touches(a, place)));
    let nearest = || {
        let points = contents.towns.iter().filter(|t| t.area.is_none());
        let measured = points.map(|t| (distance_m(place, t.centre), t)).filter(|(m, _)| *m <= TOWN_REACH_M);
        measured.min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.id.cmp(&b.1.id))).map(|(_, t)| t)
    };
    holding.min_by_key(|t| t.id).or_else(nearest).cloned()
}

pub(crate) fn nearest_street(contents: &Contents, place: LonLat) -> Option<(ShoppingStreet, f64)> {
    let measured = contents.streets.iter().map(|s| (s.clone(), street_m(s, place)));
    measured.min_by(|a, b| a.1.total_cmp(&b.1).then(a.0.id.cmp(&b.0.id)))
}

/// True if two streets are as near to a listing but for rounding, so that either may be its nearest.
pub(crate) fn is_a_tie(contents: &Contents, seen: &[Seen]) -> bool {
    seen.iter().any(|s| {
        let nearest = s.street.as_ref().map_or(0.0, |(_, metres)| *metres);
        let others = contents.streets.iter().map(|street| street_m(street, s.listing.place));
        others.filter(|metres| metres - nearest < 1e-6).count() > 1
    })
}

/// Every published listing, by id.
pub(crate) fn published(contents: &Contents) -> Vec<Seen> {
    let graph = roads(contents);
    let mut seen: Vec<Seen> =
        contents.listings.iter().filter(|l| l.state.is_public()).map(|l| see(contents, &graph, l)).collect();
    seen.sort_by_key(|s| s.listing.id);
    seen
}

/// The roads as a graph. That walks on it are as long as they should be is proved where it is made.
pub(crate) fn roads(contents: &Contents) -> WalkGraph {
    WalkGraph::build(contents.roads.iter().map(|road| &road.line))
}

/// The walk from a place that meets the roads or not to a station: along roads, if they lead there.
pub(crate) fn walk_to(
    graph: &WalkGraph,
    place: LonLat,
    foothold: Option<Foothold>,
    station: &crate::domain::Station,
) -> Walk {
    let feet = foothold.zip(graph.foothold(station.place));
    let metres = feet.and_then(|(here, there)| graph.reach(there, 1e9).metres_to(here));
    metres.map_or_else(|| Walk::estimated(distance_m(place, station.place)), Walk::along_roads)
}

/// The station nearest on foot: along roads where one can be reached so, else estimated.
pub(crate) fn nearest_station(
    contents: &Contents,
    graph: &WalkGraph,
    place: LonLat,
    foothold: Option<Foothold>,
) -> Option<(crate::domain::Station, Walk)> {
    let walks = contents.stations.iter().map(|s| (s.clone(), walk_to(graph, place, foothold, s)));
    walks.min_by(|(a, walk), (b, other)| {
        let by_road = walk.method.cmp(&other.method);
        by_road.then(walk.metres.total_cmp(&other.metres)).then(a.id.cmp(&b.id))
    })
}

fn see(contents: &Contents, graph: &WalkGraph, listing: &Listing) -> Seen {
    let town = town_at(contents, listing.place);
    let mut listing = listing.clone();
    if listing.pin == PinPrecision::Town {
        let cell = |degrees: f64| ((degrees * 100.0).floor() + 0.5) / 100.0;
        let somewhere = LonLat::new(cell(listing.place.lon()), cell(listing.place.lat())).unwrap();
        listing.place = town.as_ref().map_or(somewhere, |t| t.centre);
        listing.address = town.as_ref().map_or_else(String::new, |t| format!("{}{}", t.municipality, t.name));
    }
    let place = listing.place;
    let exact = listing.pin == PinPrecision::Exact;
    let foothold = exact.then(|| graph.foothold(place)).flatten();
    Seen {
        zones: zones_at(contents, place),
        others: other_districts(contents, place),
        street: nearest_street(contents, place),
        station: nearest_station(contents, graph, place, foothold),
        foothold,
        town,
        listing,
    }
}

impl Seen {
    pub(crate) fn districts(&self) -> Vec<UseDistrict> {
        let mut districts: Vec<UseDistrict> = self.zones.iter().map(Zone::district).collect();
        districts.sort();
        districts.dedup();
        districts
    }

    pub(crate) fn is_on(&self, street: StreetId) -> bool {
        self.street.as_ref().is_some_and(|(s, m)| s.id == street && *m as f32 <= STREET_REACH_M)
    }

    pub(crate) fn station_id(&self) -> Option<StationId> {
        self.station.as_ref().map(|(s, _)| s.id)
    }

    fn text(&self) -> String {
        let l = &self.listing;
        let mut fields =
            vec![l.title.clone(), l.kind.name_ja().into(), l.description.clone(), l.address.clone()];
        fields.extend(l.trades.iter().cloned());
        if let Some(town) = &self.town {
            let number = town.name.chome().map_or(String::new(), |n| format!("{n}丁目"));
            fields.extend([
                town.municipality.clone(),
                town.name.to_string(),
                town.name.base().to_owned() + &number,
            ]);
            fields.extend(town.kana.clone());
        }
        if let Some((street, _)) = &self.street {
            fields.extend([street.name.clone(), street.association.clone().unwrap_or_default()]);
        }
        if let Some((station, _)) = &self.station {
            fields.push(format!("{}駅", station.name));
            fields.extend(station.lines.iter().map(|line| line.name.clone()));
        }
        fields
            .iter()
            .map(|f| fold_text(f).chars().map(hiragana).collect::<String>())
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// The site, said once more from the zones.
    pub(crate) fn site(&self) -> Site {
        match self.listing.pin {
            PinPrecision::Town => Site::default(),
            PinPrecision::Exact => Site {
                district: self.zones.first().map(Zone::district),
                near: self.others.iter().map(|(district, metres)| (*district, *metres as f32)).collect(),
                areas: smallvec::SmallVec::new(),
                exact: true,
            },
        }
    }

    /// What the law says of a use in this listing, judged on its own.
    pub(crate) fn verdict(&self, law: &LawFilter) -> Verdict {
        let premises = &self.listing.premises;
        let plan = law.plan();
        let inputs = Inputs {
            use_area_m2: plan.use_area_m2.or(premises.area.map(AreaM2::m2)),
            storey_max: premises.storeys.map(|s| s.highest().number().max(0)),
            ..*plan
        };
        judge_site(LawBook::built_in(), law.use_id(), &inputs, &self.site()).verdict
    }

    /// The filter, said once more from the listing itself.
    pub(crate) fn passes(&self, filter: &ListingFilter) -> bool {
        let (l, p, u) = (&self.listing, &self.listing.premises, &self.listing.premises.utilities);
        let keep = filter.by_negotiation == ByNegotiation::Keep;
        let rent_asked = filter.rent_yen_min.is_some() || filter.rent_yen_max.is_some();
        let rent = match l.terms.rent {
            Asking::Amount(yen) => {
                filter.rent_yen_min.is_none_or(|least| yen.yen() >= least)
                    && filter.rent_yen_max.is_none_or(|most| yen.yen() <= most)
            }
            Asking::Negotiable | Asking::Unstated => !rent_asked || keep,
        };
        let per_tsubo = filter.rent_per_tsubo_max.is_none_or(|most| match l.terms.rent {
            Asking::Amount(_) => l.rent_per_tsubo().is_some_and(|yen| yen <= most),
            Asking::Negotiable | Asking::Unstated => keep,
        });
        let area = (filter.area_m2_min.is_none() && filter.area_m2_max.is_none())
            || p.area.is_some_and(|a| {
                a.m2() >= filter.area_m2_min.unwrap_or(0.0)
                    && a.m2() <= filter.area_m2_max.unwrap_or(f64::INFINITY)
            });
        let walk = filter
            .station_minutes_max
            .is_none_or(|most| self.station.as_ref().is_some_and(|(_, walk)| walk.minutes() <= most));
        let storey_asked = filter.ground_floor
            || [filter.storey, filter.storey_min, filter.storey_max].iter().any(Option::is_some);
        let storey = !storey_asked
            || p.storeys.is_some_and(|s| {
                let occupied = |wanted: &dyn Fn(Storey) -> bool| {
                    (-9..=99).filter_map(|n| Storey::new(n).ok()).any(|n| s.contains(n) && wanted(n))
                };
                filter.storey.is_none_or(|one| occupied(&|n| n == one))
                    && (!filter.ground_floor || occupied(&|n| n == Storey::GROUND))
                    && filter.storey_min.is_none_or(|least| occupied(&|n| n >= least))
                    && filter.storey_max.is_none_or(|most| occupied(&|n| n <= most))
            });
        let cooking = match filter.cooking_at_least {
            None | Some(Cooking::Unstated) => true,
            Some(Cooking::None) => p.cooking != Cooking::Unstated,
            Some(Cooking::Light) => matches!(p.cooking, Cooking::Light | Cooking::Heavy),
            Some(Cooking::Heavy) => p.cooking == Cooking::Heavy,
        };
        let handover = filter.handover_by.is_none_or(|by| match l.handover {
            Handover::Now => true,
            Handover::From(date) => date <= by,
            Handover::Negotiable => keep,
        });
        let facilities = [
            (filter.gas, u.gas),
            (filter.exhaust, u.exhaust),
            (filter.three_phase, u.three_phase),
            (filter.loading, u.loading),
            (filter.parking, u.parking.map(|n| n > 0)),
        ];
        let text = self.text();
        (filter.kinds.is_empty() || filter.kinds.iter().any(|k| k == l.kind))
            && (filter.districts.is_empty() || self.districts().iter().any(|d| filter.districts.contains(*d)))
            && (filter.conditions.is_empty() || filter.conditions.contains(p.condition))
            && (filter.offered_by.is_empty() || filter.offered_by.contains(l.offered_by))
            && (filter.leases.is_empty() || filter.leases.contains(l.terms.lease))
            && rent
            && per_tsubo
            && area
            && walk
            && storey
            && cooking
            && handover
            && facilities.iter().all(|(wanted, has)| wanted.is_none() || wanted == has)
            && filter.power_kw_min.is_none_or(|least| u.power_kw.is_some_and(|kw| kw >= least))
            && filter.updated_since.is_none_or(|since| l.freshness.updated() >= since)
            && filter.words.iter().all(|word| text.contains(word))
            && filter.law.as_ref().is_none_or(|law| law.wants(self.verdict(law)))
    }
}
