//! Reads a draft: the same fields, by the same rules, as a row of a list of listings.

use std::sync::Arc;

use geo_types::{Geometry, Point};
use time::Date;

use super::feature::{Fields, Value};
use super::placing::Placed;
use super::row::{Refused, Row};
use super::schema::draft_listing;
use crate::domain::{Draft, DraftField, Listing, ListingId, LonLat};

/// What is wrong with a field of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldFault {
    /// The field.
    pub field: DraftField,
    /// Why it cannot be read; `None` where it is needed and says nothing.
    pub reason: Option<String>,
}

/// What a draft says as it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct DraftRead {
    /// The listing it would be; `None` while something is missing that no listing is without.
    pub listing: Option<Listing>,
    /// Every field that is needed and missing, or says what cannot be read.
    pub faults: Vec<FieldFault>,
}

/// What no listing is without.
const NEEDED: &[DraftField] = &[
    DraftField::Kind,
    DraftField::Title,
    DraftField::Address,
    DraftField::Lon,
    DraftField::Lat,
    DraftField::OfferedBy,
];

/// Reads a draft as a listing with an id, registered on a day.
pub fn read_draft(draft: &Draft, id: ListingId, today: Date) -> DraftRead {
    let missing = NEEDED.iter().filter(|field| draft.text(**field).is_none());
    let mut faults: Vec<FieldFault> =
        missing.map(|field| FieldFault { field: *field, reason: None }).collect();
    let placed = placed(draft);
    let mut row = Row::new(&placed);
    let read = draft_listing(id, today, &mut row);
    faults.extend(row.blanked.into_iter().filter_map(fault));
    let listing = match read {
        Ok(listing) => Some(listing),
        Err(refused) => {
            faults.extend(fault(refused));
            None
        }
    };
    let mut seen = Vec::new();
    faults.retain(|fault| {
        !seen.contains(&fault.field) && {
            seen.push(fault.field);
            true
        }
    });
    DraftRead { listing: listing.filter(|_| faults.is_empty()), faults }
}

/// The row that a draft is. What is needed and missing is filled in, so that the rest is read all the same.
fn placed(draft: &Draft) -> Placed {
    const STAND_IN: &[(DraftField, &str)] = &[
        (DraftField::Title, "-"),
        (DraftField::Lon, "139.64"),
        (DraftField::Lat, "35.65"),
        (DraftField::OfferedBy, "owner"),
    ];
    let stand_in = STAND_IN.iter().copied().filter(|(field, _)| draft.text(*field).is_none());
    let said: Vec<(DraftField, &str)> = draft.iter().chain(stand_in).collect();
    let number = |wanted| {
        let said = said.iter().find(|(field, _)| *field == wanted);
        said.and_then(|(_, text)| text.parse::<f64>().ok())
    };
    let shape = match (number(DraftField::Lon), number(DraftField::Lat)) {
        (Some(lon), Some(lat)) => LonLat::new(lon, lat)
            .map(|at| Geometry::Point(Point::new(at.lon(), at.lat())))
            .map_err(|e| Refused::new("lon", "", e)),
        _ => Err(Refused::new("lon", "", "it is not a place")),
    };
    let fields = said.iter().map(|(field, text)| (Arc::from(field.slug()), Value::text(text)));
    Placed {
        file: Arc::from("draft"),
        row: 1,
        class: None,
        fields: fields.collect::<Fields>(),
        shape,
        unclosed_rings: 0,
    }
}

/// What was refused, by the field of the draft that is at fault.
fn fault(refused: Refused) -> Option<FieldFault> {
    let field = match refused.field.as_str() {
        "geometry" => DraftField::Lon,
        "listing" if refused.reason.contains("licence") => DraftField::LicenceNumber,
        "listing" if refused.reason.contains("title") => DraftField::Title,
        "listing" if refused.reason.contains("description") => DraftField::Description,
        "listing" if refused.reason.contains("longitude") => DraftField::Lon,
        "listing" => DraftField::ALL.iter().copied().find(|f| refused.reason.starts_with(f.slug()))?,
        name => name.parse().ok()?,
    };
    let missing = refused.value.is_empty() && refused.reason == "it is empty";
    Some(FieldFault { field, reason: (!missing).then_some(refused.reason) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Asking, ListingState};
    use time::macros::date;

    fn draft(fields: &[(&str, &str)]) -> Draft {
        let mut draft = Draft::new();
        for (field, text) in fields {
            draft.say(field.parse().unwrap(), text).unwrap();
        }
        draft
    }

    fn shop() -> Vec<(&'static str, &'static str)> {
        vec![
            ("kind", "shop"),
            ("title", "路面の空き店舗"),
            ("address", "世田谷区経堂1丁目2番3号"),
            ("lon", "139.6356"),
            ("lat", "35.6530"),
            ("offered_by", "owner"),
            ("rent", "18万円"),
            ("storey_lowest", "1"),
        ]
    }

    fn read(fields: &[(&str, &str)]) -> DraftRead {
        read_draft(&draft(fields), ListingId::from_bits(7).unwrap(), date!(2026 - 11 - 28))
    }

    #[test]
    fn a_draft_reads_as_the_row_of_a_list_does() {
        let listing = read(&shop()).listing.unwrap();
        assert_eq!(listing.terms.rent.amount().unwrap().yen(), 180_000);
        assert_eq!(listing.terms.common_fee, Asking::Unstated);
        assert_eq!((listing.state, listing.synthetic), (ListingState::Published, false));
        assert_eq!(listing.freshness.registered(), date!(2026 - 11 - 28));
    }

    #[test]
    fn an_empty_draft_names_everything_it_lacks() {
        let read = read(&[]);
        assert_eq!(read.listing, None);
        let missing: Vec<DraftField> = read.faults.iter().map(|fault| fault.field).collect();
        assert_eq!(missing, NEEDED);
        assert!(read.faults.iter().all(|fault| fault.reason.is_none()));
    }

    #[test]
    fn what_cannot_be_read_is_named_even_while_something_is_missing() {
        let read = read(&[("rent", "安い"), ("storey_lowest", "0")]);
        let unreadable = read.faults.iter().filter(|fault| fault.reason.is_some());
        let unreadable: Vec<&str> = unreadable.map(|fault| fault.field.slug()).collect();
        assert_eq!(unreadable, ["rent", "storey_lowest"]);
        assert_eq!(read.faults.len(), NEEDED.len() + 2);
    }

    #[test]
    fn what_cannot_be_read_is_named_with_its_reason_and_nothing_is_published_without_it() {
        for (field, text) in [
            ("rent", "安い"),
            ("area_m2", "広い"),
            ("built_year", "12"),
            ("storey_lowest", "0"),
            ("handover", "そのうち"),
            ("lease_months", "9999"),
            ("lat", "139.6"),
            ("kind", "castle"),
        ] {
            let mut fields = shop();
            fields.retain(|(name, _)| *name != field);
            fields.push((field, text));
            let read = read(&fields);
            let named: Vec<&str> = read.faults.iter().map(|fault| fault.field.slug()).collect();
            let expected = if field == "lat" { "lon" } else { field };
            assert_eq!(named, [expected], "{field}: {read:?}");
            assert!(read.listing.is_none() && read.faults[0].reason.is_some());
        }
    }

    #[test]
    fn a_broker_needs_a_licence_number() {
        let mut fields = shop();
        fields.retain(|(name, _)| *name != "offered_by");
        fields.push(("offered_by", "broker"));
        assert_eq!(read(&fields).faults[0].field, DraftField::LicenceNumber);
        fields.push(("licence_number", "東京都知事（1）第1号"));
        assert!(read(&fields).listing.is_some());
    }
}
