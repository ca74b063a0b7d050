//! Which parameters each path has.

use utoipa::IntoParams;
use utoipa::openapi::path::{Parameter as Documented, ParameterIn};

use super::table::{Parameter, Shape, cooking, facets, format, negotiable, sort, words};
use crate::domain::{Condition, LeaseKind, ListingKind, OfferedBy, UseDistrict};

const YEN: Shape = Shape::Integer(0, 100_000_000_000);
const M2: Shape = Shape::Number(0.0, 1_000_000.0);
const BOX: Shape = Shape::Form(r"^-?\d+(\.\d+)?(,-?\d+(\.\d+)?){3}$");
const POINT: Shape = Shape::Form(r"^-?\d+(\.\d+)?,-?\d+(\.\d+)?$");
const CORNERS: Shape = Shape::Form(r"^-?\d+(\.\d+)?,-?\d+(\.\d+)?(;-?\d+(\.\d+)?,-?\d+(\.\d+)?){2,500}$");
const STOREY: Shape = Shape::Form("^([1-9][0-9]?|[B-][1-9])$");
const LON: Shape = Shape::Number(-180.0, 180.0);
const LAT: Shape = Shape::Number(-90.0, 90.0);

/// Where to look. One of them at most; none means everywhere.
pub const AREA: &[Parameter] = &[
    Parameter::new(
        "bbox",
        BOX,
        "Inside a box: `west,south,east,north` in degrees; edges belong to it",
        "139.62,35.63,139.66,35.67",
    ),
    Parameter::new(
        "near",
        POINT,
        "Within `radius_m` of a place: `lon,lat` in degrees; needs `radius_m`",
        "139.6361,35.6513",
    ),
    Parameter::new(
        "radius_m",
        Shape::Number(1.0, 20_000.0),
        "Radius around `near`, metres in a straight line",
        "800",
    ),
    Parameter::new(
        "polygon",
        CORNERS,
        "Inside a polygon of 3 to 500 corners: `lon,lat;lon,lat;…`; it closes itself, and where it crosses itself even-odd decides",
        "139.62,35.63;139.66,35.63;139.64,35.67",
    ),
    Parameter::new("town", Shape::Ids, "In any of these towns", "0c8x4n2k7zq"),
    Parameter::new(
        "street",
        Shape::Id,
        "Along this shopping street: nearest to it, and within 50 m",
        "0c8x4n2k7zq",
    ),
    Parameter::new("station", Shape::Id, "Near this station; needs `walk_minutes`", "0c8x4n2k7zq"),
    Parameter::new(
        "walk_minutes",
        Shape::Integer(1, 60),
        "At most so many minutes from `station`, estimated from the straight line: 1.3 times as far, 80 m a minute",
        "5",
    ),
];

/// What to keep. All must hold. A value that is not stated fails a filter on it.
pub const FILTER: &[Parameter] = &[
    Parameter::new("kind", words::<ListingKind>(), "Any of these kinds", "shop,furnished"),
    Parameter::new(
        "district",
        words::<UseDistrict>(),
        "Touched by a zone of any of these use districts",
        "commercial,quasi_industrial",
    ),
    Parameter::new("rent_min", YEN, "Rent of at least so many yen a month", "100000"),
    Parameter::new("rent_max", YEN, "Rent of at most so many yen a month", "300000"),
    Parameter::new("rent_tsubo_max", YEN, "Rent of at most so many yen a month per 坪", "20000"),
    Parameter::new("area_min", M2, "Floor area of at least so many m²", "20"),
    Parameter::new("area_max", M2, "Floor area of at most so many m²", "100"),
    Parameter::new("storey", STOREY, "Occupies this storey: `1`, `2`, `B1`", "1"),
    Parameter::new("storey_min", STOREY, "Occupies this storey or a higher one", "B1"),
    Parameter::new("storey_max", STOREY, "Occupies this storey or a lower one", "2"),
    Parameter::new(
        "ground_floor",
        Shape::Flag,
        "`true`: occupies the ground floor (路面); `false` asks nothing",
        "true",
    ),
    Parameter::new("condition", words::<Condition>(), "Any of these conditions", "fixtures,bare"),
    Parameter::new("cooking", Shape::Word(cooking), "At least this cooking is allowed", "light"),
    Parameter::new("offered_by", words::<OfferedBy>(), "Offered by any of these", "owner,public"),
    Parameter::new("lease", words::<LeaseKind>(), "Any of these contracts", "ordinary,fixed_term"),
    Parameter::new("handover_by", Shape::Day, "Can be taken over on or before this day", "2026-04-01"),
    Parameter::new(
        "power_kw_min",
        Shape::Number(0.0, 10_000.0),
        "At least so many kW of electric power",
        "10",
    ),
    Parameter::new("gas", Shape::Flag, "`true`: has gas; `false`: stated to have none", "true"),
    Parameter::new(
        "exhaust",
        Shape::Flag,
        "`true`: has an exhaust duct or a place for one; `false`: stated to have none",
        "true",
    ),
    Parameter::new(
        "three_phase",
        Shape::Flag,
        "`true`: has three-phase power (動力); `false`: stated to have none",
        "true",
    ),
    Parameter::new(
        "loading",
        Shape::Flag,
        "`true`: a vehicle can load at the door; `false`: stated that none can",
        "true",
    ),
    Parameter::new(
        "parking",
        Shape::Flag,
        "`true`: has a parking place; `false`: stated to have none",
        "true",
    ),
    Parameter::new(
        "negotiable",
        Shape::Word(negotiable),
        "Whether filters on rent and handover keep listings where it is 要相談 or not stated; `keep` unless given",
        "drop",
    ),
    Parameter::new("updated_since", Shape::Day, "Updated on or after this day", "2026-01-01"),
    Parameter::new(
        "q",
        Shape::Text(100),
        "Every word is in the title, description, address or trades, or in the name of its town, nearest street or station; width and case do not matter",
        "カフェ",
    ),
];

/// How to answer.
pub const PAGE: &[Parameter] = &[
    Parameter::new(
        "sort",
        Shape::Word(sort),
        "What to sort by; `-` reverses. `updated` is the latest first, the others the smallest first, what is not stated last; \
         `distance` is from `near`, the station or the middle of the box or polygon. Unless given: `distance` with \
         `near`, else `updated`",
        "rent",
    ),
    Parameter::new("limit", Shape::Integer(1, 200), "Listings on a page; 50 unless given", "50"),
    Parameter::new(
        "cursor",
        Shape::Text(200),
        "The `next` of the page before, with the same filters and sort",
        "",
    ),
    Parameter::new("facets", Shape::Words(facets), "Values to count over all matches", "kind,district"),
    Parameter::new(
        "format",
        Shape::Word(format),
        "The form of the answer; stands above the `Accept` header",
        "geojson",
    ),
];

/// A place asked about.
pub const PLACE: &[Parameter] = &[
    Parameter::required("lon", LON, "Degrees east", "139.6361"),
    Parameter::required("lat", LAT, "Degrees north", "35.6513"),
];

/// How many neighbours.
pub const COUNT: &[Parameter] =
    &[Parameter::new("k", Shape::Integer(1, 100), "How many; 10 unless given", "10")];

/// The surroundings of a place.
pub const AROUND: &[Parameter] = &[Parameter::new(
    "around_m",
    Shape::Number(1.0, 1_000.0),
    "Radius of the surroundings, metres; 100 unless given",
    "100",
)];

/// A list narrowed by box and name.
pub const NAMED: &[Parameter] = &[
    Parameter::new(
        "bbox",
        BOX,
        "Touching a box: `west,south,east,north` in degrees",
        "139.62,35.63,139.66,35.67",
    ),
    Parameter::new("q", Shape::Text(100), "The name or its reading contains every word", "経堂"),
    Parameter::new("limit", Shape::Integer(1, 1000), "At most so many; 500 unless given", "100"),
];

macro_rules! parameter_sets {
    ($($(#[$meta:meta])* $name:ident = $($table:ident),*;)+) => {
        $(
            $(#[$meta])*
            #[derive(Debug)]
            pub enum $name {}

            impl ParameterSet for $name {
                const TABLES: &'static [&'static [Parameter]] = &[$($table),*];
            }

            impl IntoParams for $name {
                fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Documented> {
                    Self::TABLES.iter().copied().flatten().map(Parameter::documented).collect()
                }
            }
        )+
    };
}

/// The parameters of one path.
pub trait ParameterSet {
    /// The tables it is made of.
    const TABLES: &'static [&'static [Parameter]];
}

parameter_sets! {
    /// Of a search.
    SearchParameters = AREA, FILTER, PAGE;
    /// Of the nearest listings.
    NearestParameters = PLACE, COUNT, FILTER;
    /// Of the zones at a place.
    ZoneAtParameters = PLACE, AROUND;
    /// Of what is at a place.
    PlaceAtParameters = PLACE;
    /// Of lists of named things.
    NamedParameters = NAMED;
    /// Of tiles: the filters of a search.
    TileParameters = FILTER;
    /// Of paths without parameters.
    NoParameters = ;
}
