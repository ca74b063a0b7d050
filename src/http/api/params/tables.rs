//! Which parameters each path has.

use utoipa::IntoParams;
use utoipa::openapi::path::{Parameter as Documented, ParameterIn};

use super::table::{
    Parameter, Shape, cooking, facets, format, languages, ledger_formats, negotiable, process, sort, words,
};
use crate::domain::{Condition, LeaseKind, ListingKind, OfferedBy, UseDistrict};
use crate::http::api::body::word::word_schema;
use crate::law::Verdict;

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
        Shape::Ids,
        "Along any of these shopping streets: nearest to it, and within 50 m",
        "0c8x4n2k7zq",
    ),
    Parameter::new("station", Shape::Id, "Near this station; needs `walk_minutes`", "0c8x4n2k7zq"),
    Parameter::new(
        "walk_minutes",
        Shape::Integer(1, 60),
        "At most so many minutes on foot from `station`, 80 m of road a minute; where no road leads, estimated as 1.3 times the straight line",
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
    Parameter::new(
        "station_minutes_max",
        Shape::Integer(1, 60),
        "At most so many minutes on foot to the nearest station; estimated where no road is known",
        "10",
    ),
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
        "Every word is in the title, description, address or trades, or in the name of its town, nearest street or station; width, case and kana or katakana do not matter",
        "カフェ",
    ),
];

const USE: Shape = Shape::Form("^[a-z][a-z0-9_]*$");

/// A use to judge listings for by the Building Standards Act: 建築基準法上の用途の目安.
pub const USED_FOR: &[Parameter] = &[
    Parameter::new(
        "use",
        USE,
        "Says of every listing whether this use may open there (建築基準法上の用途の目安), and hides none; the listing's \
         own topmost storey counts, and its own area unless `use_area_m2` is given",
        "cafe_restaurant",
    ),
    Parameter::new(
        "allowed_for",
        USE,
        "The same, and leaves out where the use is prohibited or another law decides; `hidden` tells how many",
        "cafe_restaurant",
    ),
    Parameter::new(
        "verdict",
        words::<Verdict>(),
        "Only listings of which one of these is said; needs `use` or `allowed_for`",
        "permitted,conditional",
    ),
];

/// What is known of a plan. What is not given is unknown, and the verdict may depend on it.
pub const PLAN: &[Parameter] = &[
    Parameter::new("use_area_m2", M2, "Floor area of the use in the building, m²", "60"),
    Parameter::new("workshop_m2", M2, "Floor area of workshops (作業場), m²", "20"),
    Parameter::new(
        "motor_kw",
        Shape::Number(0.0, 100_000.0),
        "Output of all motors, kW; 0 says there is none",
        "0.75",
    ),
    Parameter::new(
        "process_class",
        Shape::Word(process),
        "The heaviest process of a workshop: `none`, or listed in appended table 2 under (と)3, (ぬ)3 or (る)1",
        "none",
    ),
    Parameter::new("seat_area_m2", M2, "Floor area of the seats of a theatre or hall, m²", "150"),
    Parameter::new("live_work", Shape::Flag, "Part of a dwelling (兼用住宅)", "true"),
    Parameter::new(
        "dwelling_share",
        Shape::Number(0.0, 1.0),
        "Share of the building that is lived in, 0 to 1",
        "0.5",
    ),
    Parameter::new(
        "nonres_total_m2",
        M2,
        "Floor area not lived in, in a dwelling with a shop, m²; that of the use unless given",
        "45",
    ),
    Parameter::new("building_total_m2", M2, "Floor area of the whole building, m²", "400"),
    Parameter::new(
        "site_other_floor_m2",
        M2,
        "Floor area of the other buildings on the site, garages apart, m²",
        "120",
    ),
    Parameter::new("farm_local", Shape::Flag, "Mostly produce of the neighbourhood's farms", "true"),
    Parameter::new("city_planned", Shape::Flag, "A garage decided in a city plan", "false"),
    Parameter::new("accessory", Shape::Flag, "Accessory to a building that is permitted (附属)", "false"),
    Parameter::new(
        "agri_noise_designated",
        Shape::Flag,
        "A farm facility that the minister lists as noisy",
        "false",
    ),
    Parameter::new("hazmat", Shape::Flag, "Hazardous materials (危険物) are stored or handled", "false"),
];

/// The storey of a plan, where no listing tells it.
pub const STOREY_MAX: &[Parameter] = &[Parameter::new(
    "storey_max",
    Shape::Integer(-9, 99),
    "Topmost storey the use occupies: 1 is the ground floor, 0 or less a basement",
    "2",
)];

/// Area and storey, the two that matter for most uses.
pub const SIZE: &[Parameter] = &[Parameter::new("use_area_m2", M2, "Floor area, m²", "60")];

/// A place, said in one way.
pub const SITE: &[Parameter] = &[
    Parameter::new("lon", LON, "Degrees east; needs `lat`", "139.6361"),
    Parameter::new("lat", LAT, "Degrees north; needs `lon`", "35.6513"),
    Parameter::new(
        "listing",
        Shape::Id,
        "Instead of a place: the place, topmost storey and area of this listing",
        "0c8x4n2k7zq",
    ),
];

/// A zone instead of a place.
pub const IN_ZONE: &[Parameter] =
    &[Parameter::new("zone", Shape::Id, "Instead of a place: anywhere in this zone", "0c8x4n2k7zq")];

/// The language of generated texts.
pub const LANG: &[Parameter] = &[Parameter::new(
    "lang",
    Shape::Word(languages),
    "The language of the texts: `ja`, `en` or `easy` (やさしい日本語); `ja` unless given",
    "en",
)];

/// A use in a person's own words.
pub const IN_WORDS: &[Parameter] = &[
    Parameter::required("q", Shape::Text(100), "What the business is called, in any spelling", "カフェ"),
    Parameter::new("limit", Shape::Integer(1, 50), "At most so many; 8 unless given", "8"),
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
        "rent_steps",
        Shape::Numbers(0.0, 100_000_000_000.0),
        "Limits on rent to count listings for, yen a month: `facets.rent_limits`",
        "100000,200000,300000",
    ),
    Parameter::new(
        "area_steps",
        Shape::Numbers(0.0, 1_000_000.0),
        "Limits on floor area to count listings for, m²: `facets.area_limits`",
        "20,50,100",
    ),
    Parameter::new(
        "format",
        Shape::Word(format),
        "The form of the answer; stands above the `Accept` header",
        "geojson",
    ),
];

/// How many near misses.
pub const FEW: &[Parameter] =
    &[Parameter::new("limit", Shape::Integer(1, 50), "At most so many; 6 unless given", "6")];

/// A place asked about.
pub const PLACE: &[Parameter] = &[
    Parameter::required("lon", LON, "Degrees east", "139.6361"),
    Parameter::required("lat", LAT, "Degrees north", "35.6513"),
];

/// Where walks begin: at a station or at a place.
pub const WALK_START: &[Parameter] = &[
    Parameter::new("station", Shape::Id, "From this station; or give `lon` and `lat`", "0c8x4n2k7zq"),
    Parameter::new("lon", LON, "From a place: degrees east; needs `lat`", "139.6361"),
    Parameter::new("lat", LAT, "From a place: degrees north; needs `lon`", "35.6513"),
];

/// How long walks may be.
pub const WALK_MINUTES: &[Parameter] = &[Parameter::new(
    "minutes",
    Shape::Integer(1, 60),
    "Minutes on foot, 80 m of road a minute; 10 unless given",
    "10",
)];

/// The business whose other premises are counted.
pub const OTHERS_FOR: &[Parameter] = &[Parameter::new(
    "use",
    USE,
    "Counts the other listings by what is said of this use there (建築基準法上の用途の目安)",
    "cafe_restaurant",
)];

/// From where to where.
pub const WALK_ENDS: &[Parameter] = &[
    Parameter::required("from", POINT, "Where the walk begins: `lon,lat` in degrees", "139.6361,35.6513"),
    Parameter::required("to", POINT, "Where it ends: `lon,lat` in degrees", "139.6400,35.6540"),
];

/// A use district.
pub const ONE_DISTRICT: &[Parameter] = &[Parameter::new(
    "district",
    Shape::Word(word_schema::<UseDistrict>),
    "The use district; `quasi_industrial` unless given",
    "quasi_industrial",
)];

/// The edition whose land is told.
pub const WITHIN_EDITION: &[Parameter] = &[Parameter::new(
    "within",
    Shape::Text(200),
    "The edition whose land of the district is told, by id, date, year or name, or `all` for all that was surveyed; the earliest unless given",
    "2025",
)];

/// Two editions of zoning.
pub const EDITIONS: &[Parameter] = &[
    Parameter::required(
        "before",
        Shape::Text(200),
        "The earlier edition: its id, its date, year or month, or its name",
        "2019",
    ),
    Parameter::required("after", Shape::Text(200), "The later edition, named likewise", "2025-03-31"),
    Parameter::new(
        "tolerance_m",
        Shape::Number(0.0, 20.0),
        "Strips of a smaller mean width are told apart as noise, metres; 0.5 unless given",
        "0.5",
    ),
    Parameter::new(
        "format",
        Shape::Word(ledger_formats),
        "`json`, `geojson` or `csv`; `json` unless given",
        "csv",
    ),
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
    Parameter::new("id", Shape::Ids, "Only these; what is not there is left out", "0c8x4n2k7zq"),
    Parameter::new("limit", Shape::Integer(1, 1000), "At most so many; 500 unless given", "100"),
];

/// What is being typed into the search box.
pub const TYPED: &[Parameter] = &[
    Parameter::required(
        "q",
        Shape::Text(100),
        "What was typed: a name or its beginning in kanji, kana or romaji, an address, or words of a listing",
        "きょうど",
    ),
    Parameter::new("limit", Shape::Integer(1, 50), "At most so many; 8 unless given", "8"),
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
    SearchParameters = AREA, FILTER, USED_FOR, PLAN, PAGE;
    /// Of the listings that miss a search by one thing.
    NearMissParameters = AREA, FILTER, USED_FOR, PLAN, FEW;
    /// Of the nearest listings.
    NearestParameters = PLACE, COUNT, FILTER, USED_FOR, PLAN;
    /// Of the zones at a place.
    ZoneAtParameters = PLACE, AROUND;
    /// Of what is at a place.
    PlaceAtParameters = PLACE;
    /// Of the land that can be walked to.
    WalkAreaParameters = WALK_START, WALK_MINUTES;
    /// Of a walk from one place to another.
    WalkParameters = WALK_ENDS;
    /// Of the history of a use district.
    HistoryParameters = ONE_DISTRICT;
    /// Of the use of land, survey by survey.
    LandUseParameters = ONE_DISTRICT, WITHIN_EDITION;
    /// Of a ledger.
    LedgerParameters = EDITIONS;
    /// Of lists of named things.
    NamedParameters = NAMED;
    /// Of tiles: where and what, as in a search.
    TileParameters = AREA, FILTER, USED_FOR, PLAN;
    /// Of texts about the law.
    LanguageParameters = LANG;
    /// Of uses by what people call them.
    UseSearchParameters = IN_WORDS;
    /// Of the verdicts on a use by district, storey and area.
    TableParameters = PLAN, STOREY_MAX, LANG;
    /// Of the verdict on a use at a place.
    VerdictParameters = SITE, IN_ZONE, PLAN, STOREY_MAX, LANG;
    /// Of where in the city a use may open.
    UseSummaryParameters = PLAN, STOREY_MAX;
    /// Of what may open at a place.
    UsesAtParameters = SITE, SIZE, STOREY_MAX, LANG;
    /// Of what lies within a walk.
    SurroundingsParameters = SITE, WALK_MINUTES, OTHERS_FOR, PLAN;
    /// Of a search as a feed.
    FeedParameters = AREA, FILTER, USED_FOR, PLAN, PAGE, LANG;
    /// Of the search box.
    FindParameters = TYPED, LANG;
    /// Of paths without parameters.
    NoParameters = ;
}
