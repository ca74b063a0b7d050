//! From the city's rows to bodies. Everything shown comes from what a row holds for the public.

use std::borrow::Cow;
use time::macros::date;
use time::{Date, Duration};

use super::super::listing::{
    Area, FreshnessBody, HandoverBody, ListingBody, ListingSummary, ListingZone, PhotoBody, PremisesBody,
    StoreyRange,
};
use super::super::money::TermsBody;
use super::super::place::{CoveringZone, NearbyStation, NearbyStreet, Place, TownName};
use super::super::search::{ListingFeature, ListingProperties, PointGeometry};
use super::super::word::Day;
use crate::city::{City, ListingRow, StationOnFoot, ZoneEntry};
use crate::domain::{Listing, LonLat, Percent, ShoppingStreet, Town, Yen};
use crate::geo::Walk;
use crate::query::Found;

/// Metres to a tenth.
pub fn metres(metres: impl Into<f64>) -> f64 {
    (metres.into() * 10.0).round() / 10.0
}

/// A street some metres away.
pub fn nearby_street(street: &ShoppingStreet, away_m: f64) -> NearbyStreet<'_> {
    NearbyStreet { id: street.id.into(), name: &street.name, metres: metres(away_m) }
}

/// A station nearby, and the walk there.
pub fn nearby_station(near: StationOnFoot<'_>) -> NearbyStation<'_> {
    NearbyStation {
        id: near.station.id.into(),
        name: &near.station.name,
        metres: metres(near.straight_m),
        walk: near.walk.into(),
    }
}

/// A town by name.
pub fn town_name(town: &Town) -> TownName {
    TownName { id: town.id.into(), name: town.name.to_string() }
}

/// A zone that covers a place.
pub fn covering_zone(entry: &ZoneEntry, place: LonLat) -> CoveringZone<'_> {
    let zone = entry.zone();
    CoveringZone {
        id: zone.id.into(),
        district: zone.district().into(),
        bcr_percent: zone.coverage.map(Percent::percent),
        far_percent: zone.floor_area.map(Percent::percent),
        fire: zone.fire.map(Into::into),
        district_plan: zone.district_plan.as_deref(),
        metres_to_edge: entry.nearest_edge(place).map_or(0.0, |(_, away)| metres(away)),
    }
}

fn street_of<'a>(city: &'a City, row: &ListingRow) -> Option<NearbyStreet<'a>> {
    Some(nearby_street(city.street_near(row)?, row.street_m()?.into()))
}

fn station_of<'a>(city: &'a City, row: &ListingRow) -> Option<NearbyStation<'a>> {
    let (station, straight_m) = (city.station_near(row)?, row.station_m()?.into());
    Some(nearby_station(StationOnFoot { station, straight_m, walk: row.station_walk()? }))
}

/// A listing in a list. `listing` is the row's own, as the public may see it.
pub fn summary<'a>(city: &'a City, found: &Found<'_>, listing: &'a Listing) -> ListingSummary<'a> {
    let row = found.row;
    let zone = city.zones_around(row).next();
    ListingSummary {
        id: row.id().into(),
        kind: row.kind().into(),
        title: &listing.title,
        address: Cow::Borrowed(&listing.address),
        place: row.place().into(),
        pin: listing.pin.into(),
        rent: row.rent().into(),
        tax: listing.terms.tax.into(),
        rent_per_tsubo_yen: row.rent_per_tsubo().map(|yen| yen.round() as u64),
        first_payment_yen: listing.terms.first_payment().map(Yen::yen),
        area: listing.premises.area.map(Area::from),
        storeys: row.storeys().map(StoreyRange::from),
        condition: row.condition().into(),
        cooking: row.cooking().into(),
        lease: row.lease().into(),
        handover: HandoverBody::from(row.handover()),
        offered_by: row.offered_by().into(),
        freshness: FreshnessBody::from(listing.freshness),
        zone: zone.map(|zone| ListingZone {
            id: zone.id().into(),
            district: zone.district().into(),
            metres_to_edge: row.zone_edge_m().map(metres),
        }),
        street: street_of(city, row),
        station: station_of(city, row),
        town: city.town_of(row).map(town_name),
        cover: listing.photos.first().map(PhotoBody::from),
        distance_m: found.metres.map(metres),
        verdict: found.verdict.map(Into::into),
        synthetic: listing.synthetic,
    }
}

/// A listing, whole. `listing` is the row's own, as the public may see it.
pub fn whole<'a>(city: &'a City, row: &ListingRow, listing: &'a Listing) -> ListingBody<'a> {
    ListingBody {
        id: row.id().into(),
        kind: row.kind().into(),
        title: &listing.title,
        description: &listing.description,
        address: Cow::Borrowed(&listing.address),
        place: row.place().into(),
        pin: listing.pin.into(),
        terms: TermsBody::new(&listing.terms, row.rent_per_tsubo()),
        premises: PremisesBody::from(&listing.premises),
        handover: HandoverBody::from(listing.handover),
        offered_by: listing.offered_by.into(),
        licence_number: listing.licence_number.as_deref(),
        trades: &listing.trades,
        photos: listing.photos.iter().map(PhotoBody::from).collect(),
        freshness: FreshnessBody::from(listing.freshness),
        zones: city.zones_around(row).map(|zone| covering_zone(zone, row.place())).collect(),
        street: street_of(city, row),
        station: station_of(city, row),
        stations: city.stations_of(row).map(nearby_station).collect(),
        town: city.town_of(row).map(town_name),
        synthetic: listing.synthetic,
    }
}

/// A listing as a flat feature, made from its row alone.
pub fn feature<'a>(city: &'a City, found: &Found<'a>) -> ListingFeature<'a> {
    let row = found.row;
    let place = Place::from(row.place());
    let (title, address) = row.title_and_address();
    ListingFeature {
        kind: "Feature",
        id: row.id().into(),
        geometry: PointGeometry { kind: "Point", coordinates: [place.lon, place.lat] },
        properties: ListingProperties {
            kind: row.kind().into(),
            title,
            address,
            pin: row.pin().into(),
            rent_yen: row.rent_yen(),
            rent_negotiable: matches!(row.rent(), crate::domain::Asking::Negotiable),
            area_m2: row.area_m2(),
            storey_lowest: row.storeys().map(|s| s.lowest().number()),
            storey_highest: row.storeys().map(|s| s.highest().number()),
            condition: row.condition().into(),
            cooking: row.cooking().into(),
            district: row.district().map(Into::into),
            updated_on: Day::from(date_of(row.updated_day())),
            station: city.station_near(row).map(|station| station.name.as_str()),
            station_m: row.station_m().map(metres),
            station_walk_minutes: row.station_walk().map(Walk::minutes),
            station_walk_method: row.station_walk().map(|walk| walk.method.into()),
            verdict: found.verdict.map(Into::into),
            synthetic: row.is_synthetic(),
        },
    }
}

/// The date so many days after 1970-01-01.
fn date_of(day: i32) -> Date {
    date!(1970 - 01 - 01) + Duration::days(day.into())
}
