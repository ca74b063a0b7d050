//! Reads single values: flags, days, words, ids, storeys, places, boxes and polygons.
//!
//! Each reader answers with the value or with what it expected.

use std::str::FromStr;
use time::Date;
use time::macros::format_description;

use super::query_string::{QueryString, number};
use super::table::MOST_IDS;
use crate::domain::{Id, LonLat, LonLatBox, Storey};
use crate::http::problem::Problem;
use crate::query::SearchPolygon;

/// The most corners of a polygon.
pub const MOST_CORNERS: usize = 500;

/// `true` or `false`.
pub fn flag(text: &str) -> Result<bool, &'static str> {
    match text {
        "true" => Ok(true),
        "false" => Ok(false),
        _ => Err("`true` or `false`"),
    }
}

/// A day, `2026-01-31`.
pub fn day(text: &str) -> Result<Date, &'static str> {
    const EXPECTED: &str = "a day from 1900 to 2200 like 2026-01-31";
    let date = Date::parse(text, format_description!("[year]-[month]-[day]")).map_err(|_| EXPECTED)?;
    if text.len() == 10 && (1900..=2200).contains(&date.year()) { Ok(date) } else { Err(EXPECTED) }
}

/// One word of a closed set.
pub fn word<V: Copy>(all: &[V], slug: impl Fn(V) -> &'static str, text: &str) -> Result<V, String> {
    all.iter().copied().find(|w| slug(*w) == text).ok_or_else(|| {
        let words: Vec<&str> = all.iter().map(|w| slug(*w)).collect();
        format!("one of {}", words.join(", "))
    })
}

/// Words of a closed set, separated by commas, none twice.
pub fn words<V: Copy + PartialEq>(
    all: &[V],
    slug: impl Fn(V) -> &'static str + Copy,
    text: &str,
) -> Result<Vec<V>, String> {
    let words = text.split(',').map(|t| word(all, slug, t)).collect::<Result<Vec<V>, String>>();
    let words = words.map_err(|expected| expected.replacen("one of", "a comma-separated list of", 1))?;
    let twice = words.iter().enumerate().any(|(i, w)| words[..i].contains(w));
    if twice { Err("each word once".to_owned()) } else { Ok(words) }
}

/// Ids separated by commas, none twice.
pub fn ids<T>(text: &str) -> Result<Vec<Id<T>>, String> {
    const EXPECTED: &str = "ids of 11 characters, separated by commas";
    if text.len() > MOST_IDS * 12 {
        return Err(format!("at most {MOST_IDS} ids"));
    }
    let ids: Vec<Id<T>> =
        text.split(',').map(Id::from_str).collect::<Result<_, _>>().map_err(|_| EXPECTED.to_owned())?;
    if ids.len() > MOST_IDS {
        return Err(format!("at most {MOST_IDS} ids"));
    }
    let twice = ids.iter().enumerate().any(|(i, id)| ids[..i].contains(id));
    if twice { Err("each id once".to_owned()) } else { Ok(ids) }
}

/// One id.
pub fn id<T>(text: &str) -> Result<Id<T>, &'static str> {
    text.parse().map_err(|_| "an id of 11 characters")
}

/// A storey: `1`, `2`, `B1`, `-1`.
pub fn storey(text: &str) -> Result<Storey, &'static str> {
    const EXPECTED: &str = "a storey like 1, 2 or B1; there is no storey 0";
    let plain = text.len() <= 4 && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    if plain { text.parse().map_err(|_| EXPECTED) } else { Err(EXPECTED) }
}

/// `lon,lat`.
pub fn place(text: &str) -> Result<LonLat, &'static str> {
    const EXPECTED: &str = "lon,lat in degrees, longitude first, like 139.6361,35.6513";
    let [lon, lat] = numbers(text).ok_or(EXPECTED)?;
    LonLat::new(lon, lat).map_err(|_| EXPECTED)
}

/// `lon=…&lat=…`.
pub fn point(query: &QueryString) -> Result<LonLat, Problem> {
    let needed = |name: &'static str, number: Option<f64>| {
        number.ok_or_else(|| Problem::misused_parameter(name, format!("`{name}` is needed")))
    };
    let (lon, lat) = (query.number("lon")?, query.number("lat")?);
    let (lon, lat) = (needed("lon", lon)?, needed("lat", lat)?);
    LonLat::new(lon, lat).map_err(|_| Problem::misused_parameter("lon", "`lon` and `lat` are not on earth"))
}

/// `west,south,east,north`.
pub fn lon_lat_box(text: &str) -> Result<LonLatBox, &'static str> {
    const EXPECTED: &str = "west,south,east,north in degrees with west < east and south < north";
    let [west, south, east, north] = numbers(text).ok_or(EXPECTED)?;
    LonLatBox::new(west, south, east, north).map_err(|_| EXPECTED)
}

fn numbers<const N: usize>(text: &str) -> Option<[f64; N]> {
    let numbers: Vec<f64> = text.split(',').take(N + 1).map(number).collect::<Option<_>>()?;
    numbers.try_into().ok()
}

/// `lon,lat;lon,lat;…`, closed or not, 3 to 500 different corners.
pub fn polygon(text: &str) -> Result<SearchPolygon, String> {
    const EXPECTED: &str = "lon,lat;lon,lat;… in degrees, longitude first";
    // One more may repeat the first, to close it.
    if text.split(';').count() > MOST_CORNERS + 1 {
        return Err(format!("at most {MOST_CORNERS} corners"));
    }
    let corners: Vec<LonLat> =
        text.split(';').map(place).collect::<Result<_, _>>().map_err(|_| EXPECTED.to_owned())?;
    if corners.len() > MOST_CORNERS && corners.first() != corners.last() {
        return Err(format!("at most {MOST_CORNERS} corners"));
    }
    SearchPolygon::new(&corners).map_err(|_| "at least 3 different corners".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{ListingId, ListingKind};
    use proptest::prelude::*;

    #[test]
    fn a_box_with_swapped_axes_is_refused() {
        assert!(lon_lat_box("139.62,35.63,139.66,35.67").is_ok());
        for text in ["35.63,139.62,35.67,139.66", "139.66,35.63,139.62,35.67", "1,2,3", "1,2,3,4,5", ""] {
            assert!(lon_lat_box(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_polygon_closes_itself() {
        let open = polygon("139.62,35.63;139.66,35.63;139.64,35.67").unwrap();
        let closed = polygon("139.62,35.63;139.66,35.63;139.64,35.67;139.62,35.63").unwrap();
        assert_eq!(open, closed);
        for text in ["0,0;1,1", "0,0;1,1;0,0", "0,0;1,1;x", "0,0;1,1;2,2;", ""] {
            assert!(polygon(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_polygon_of_501_corners_is_refused() {
        let circle = |n: usize| {
            let angle = |i: usize| i as f64 / n as f64 * std::f64::consts::TAU;
            let corners: Vec<String> = (0..n)
                .map(|i| format!("{:.9},{:.9}", 139.0 + angle(i).cos(), 35.0 + angle(i).sin()))
                .collect();
            corners.join(";")
        };
        assert!(polygon(&circle(500)).is_ok());
        assert!(polygon(&circle(501)).unwrap_err().contains("500"));
    }

    #[test]
    fn words_are_slugs_only_and_each_once() {
        let read = |text| words(ListingKind::ALL, ListingKind::slug, text);
        assert_eq!(read("shop,office").unwrap(), [ListingKind::Shop, ListingKind::Office]);
        for text in ["", "shop,", "Shop", "空き店舗", "shop,shop", "shop, office"] {
            assert!(read(text).is_err(), "{text}");
        }
    }

    #[test]
    fn days_are_whole_dates() {
        assert!(day("2026-02-28").is_ok());
        for text in ["2026-02-30", "2026-2-3", "2026-02-28T00:00", "+2026-02-28", "0001-01-01", ""] {
            assert!(day(text).is_err(), "{text}");
        }
    }

    #[test]
    fn there_is_no_storey_zero() {
        assert_eq!(storey("B1").unwrap().number(), -1);
        assert_eq!(storey("-1").unwrap().number(), -1);
        for text in ["0", "", "100", "１", "B0", "ground"] {
            assert!(storey(text).is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_can_do_worse_than_be_refused(text in "\\PC{0,60}") {
            let _ = (flag(&text), day(&text), ids::<ListingId>(&text), storey(&text));
            let _ = (place(&text), lon_lat_box(&text), polygon(&text));
        }

        #[test]
        fn no_corners_can_do_worse_than_be_refused(corners in prop::collection::vec((-180i32..180, -90i32..90), 0..8)) {
            let text: Vec<String> = corners.iter().map(|(x, y)| format!("{x},{y}")).collect();
            let _ = polygon(&text.join(";"));
        }
    }
}
