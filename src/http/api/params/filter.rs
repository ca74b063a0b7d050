//! From query parameters to a filter on listings.

use super::law::law_filter;
use super::query_string::QueryString;
use super::value::{day, flag, storey, word, words};
use crate::city::{ByNegotiation, ListingFilter, WordSet, Words};
use crate::domain::{Condition, Cooking, LeaseKind, ListingKind, OfferedBy, UseDistrict};
use crate::http::problem::Problem;
use crate::law::LawBook;

/// The filter a query asks for.
pub fn listing_filter(query: &QueryString, book: &LawBook) -> Result<ListingFilter, Problem> {
    let filter = ListingFilter {
        kinds: set(query.value("kind", |t| words(ListingKind::ALL, ListingKind::slug, t))?),
        districts: set(query.value("district", |t| words(UseDistrict::ALL, UseDistrict::slug, t))?),
        rent_yen_min: query.integer("rent_min")?.map(i64::cast_unsigned),
        rent_yen_max: query.integer("rent_max")?.map(i64::cast_unsigned),
        rent_per_tsubo_max: query.integer("rent_tsubo_max")?.map(|yen| yen as f64),
        area_m2_min: query.number("area_min")?,
        area_m2_max: query.number("area_max")?,
        station_minutes_max: query.integer("station_minutes_max")?.map(|n| n as u32),
        storey_min: query.value("storey_min", storey)?,
        storey_max: query.value("storey_max", storey)?,
        storey: query.value("storey", storey)?,
        ground_floor: query.value("ground_floor", flag)?.unwrap_or(false),
        conditions: set(query.value("condition", |t| words(Condition::ALL, Condition::slug, t))?),
        cooking_at_least: query
            .value("cooking", |t| word(&[Cooking::Light, Cooking::Heavy], Cooking::slug, t))?,
        offered_by: set(query.value("offered_by", |t| words(OfferedBy::ALL, OfferedBy::slug, t))?),
        leases: set(query.value("lease", |t| words(LeaseKind::ALL, LeaseKind::slug, t))?),
        handover_by: query.value("handover_by", day)?,
        power_kw_min: query.number("power_kw_min")?,
        gas: query.value("gas", flag)?,
        exhaust: query.value("exhaust", flag)?,
        three_phase: query.value("three_phase", flag)?,
        loading: query.value("loading", flag)?,
        parking: query.value("parking", flag)?,
        by_negotiation: query.value("negotiable", by_negotiation)?.unwrap_or_default(),
        updated_since: query.value("updated_since", day)?,
        words: query.value("q", words_of)?.unwrap_or_default(),
        law: law_filter(query, book)?,
    };
    in_order("rent_min", filter.rent_yen_min, "rent_max", filter.rent_yen_max)?;
    in_order("area_min", filter.area_m2_min, "area_max", filter.area_m2_max)?;
    in_order("storey_min", filter.storey_min, "storey_max", filter.storey_max)?;
    Ok(filter)
}

fn set<T: crate::city::Word>(words: Option<Vec<T>>) -> WordSet<T> {
    words.into_iter().flatten().collect()
}

fn by_negotiation(text: &str) -> Result<ByNegotiation, &'static str> {
    match text {
        "keep" => Ok(ByNegotiation::Keep),
        "drop" => Ok(ByNegotiation::Drop),
        _ => Err("`keep` or `drop`"),
    }
}

/// A question in words: 1 to 100 characters of which some are not blank.
pub fn words_of(text: &str) -> Result<Words, &'static str> {
    let words = Words::of(text);
    if words.is_empty() || text.chars().count() > 100 {
        return Err("1 to 100 characters, not all blank");
    }
    Ok(words)
}

fn in_order<T: PartialOrd>(
    low_name: &str,
    low: Option<T>,
    high_name: &str,
    high: Option<T>,
) -> Result<(), Problem> {
    match (low, high) {
        (Some(low), Some(high)) if low > high => Err(Problem::misused_parameter(
            low_name,
            format!("`{low_name}` is above `{high_name}`; nothing lies between"),
        )),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::table::Parameter;
    use super::super::tables::{FILTER, TileParameters};
    use super::*;

    fn read(raw: &str) -> Result<ListingFilter, Problem> {
        listing_filter(&QueryString::read::<TileParameters>(Some(raw))?, LawBook::built_in())
    }

    fn pair(parameter: &Parameter, value: &str) -> String {
        let encoded: Vec<String> = value.bytes().map(|b| format!("%{b:02X}")).collect();
        format!("{}={}", parameter.name, encoded.concat())
    }

    #[test]
    fn every_documented_filter_is_read_and_changes_the_filter() {
        for parameter in FILTER {
            let filter = read(&pair(parameter, parameter.example)).unwrap();
            assert_ne!(filter, ListingFilter::default(), "{}", parameter.name);
        }
    }

    #[test]
    fn every_filter_refuses_what_it_cannot_read_by_its_name() {
        for parameter in FILTER.iter().filter(|p| p.name != "q") {
            for value in ["", "nonsense", "1e999", "-0-", "true,false", "99999999999999999999"] {
                let problem = read(&pair(parameter, value)).unwrap_err();
                assert_eq!(problem.parameter(), Some(parameter.name), "{value}");
            }
        }
        for value in ["", "   ", "　", &"あ".repeat(101)] {
            assert_eq!(read(&pair(&FILTER[FILTER.len() - 1], value)).unwrap_err().parameter(), Some("q"));
        }
    }

    #[test]
    fn a_range_that_is_upside_down_is_refused() {
        assert_eq!(read("rent_min=2&rent_max=1").unwrap_err().parameter(), Some("rent_min"));
        assert_eq!(read("storey_min=2&storey_max=B1").unwrap_err().parameter(), Some("storey_min"));
        assert!(read("area_min=20&area_max=20").is_ok());
    }
}
