//! What the ledger's JSON holds. `crate::ledger::Report` writes it, for the command line too; a test holds it to this.
#![expect(dead_code, reason = "it is a description")]

use serde::Deserialize;
use utoipa::ToSchema;

/// Two editions compared. Areas in m² on the plane rectangular zone of the place, land that several zones claim once.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct LedgerBody {
    /// The earlier edition.
    before: LedgerEdition,
    /// The later edition.
    after: LedgerEdition,
    /// Strips of a smaller mean width are noise, m.
    #[schema(example = 0.5)]
    tolerance_m: f64,
    /// The plane rectangular zone areas are measured on, 1 to 19; null if there is no zone at all.
    #[schema(example = 9)]
    plane_zone: Option<u8>,
    /// Its EPSG code.
    #[schema(example = 6677)]
    epsg: Option<u32>,
    /// By use district, in the order of the law.
    totals: Vec<LedgerTotal>,
    /// Every pair of districts, the unchanged as well; the sums are the totals.
    matrix: Vec<LedgerFlow>,
    /// The changed pieces, the largest first.
    changes: Vec<LedgerChange>,
    /// What is not a change.
    noise: LedgerNoise,
}

/// An edition that was compared.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct LedgerEdition {
    /// Its id.
    #[schema(example = "0c8x4n2k7zq")]
    id: String,
    /// What people call it.
    #[schema(example = "2019年 用途地域")]
    name: String,
    /// The area it covers.
    #[schema(example = "13112")]
    area: String,
    /// The date it describes.
    #[schema(example = "2019-03-31")]
    as_of: String,
    /// Who published it.
    source: String,
    /// Under which licence.
    licence: String,
    /// SHA-256 of the files it came from.
    sha256: String,
}

/// A use district's land before and after.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct LedgerTotal {
    /// The use district.
    #[schema(example = "quasi_industrial")]
    district: String,
    /// m² in the earlier edition.
    before_m2: f64,
    /// m² in the later edition.
    after_m2: f64,
}

/// Land that went from one district to another, or stayed.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct LedgerFlow {
    /// The district before; null without zoning.
    before: Option<String>,
    /// The district after; null without zoning.
    after: Option<String>,
    /// m².
    m2: f64,
}

/// A piece of land whose plan changed.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct LedgerChange {
    /// Its number in this ledger, from 1.
    number: usize,
    /// `district`, `ratios`, `added` or `removed`.
    #[schema(example = "district")]
    kind: String,
    /// The plan before; null without zoning.
    before: Option<LedgerPlan>,
    /// The plan after; null without zoning.
    after: Option<LedgerPlan>,
    /// m².
    m2: f64,
    /// The towns it lies in, the largest share first.
    towns: Vec<LedgerTownShare>,
    /// Its middle.
    place: LedgerPlace,
}

/// What a plan says.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct LedgerPlan {
    /// The use district.
    #[schema(example = "quasi_industrial")]
    district: String,
    /// 建蔽率 in percent; null where the source leaves it blank.
    coverage: Option<u16>,
    /// 容積率 in percent; null where the source leaves it blank.
    floor_area: Option<u16>,
}

/// A town's part of a piece.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct LedgerTownShare {
    /// The town.
    #[schema(example = "船橋一丁目")]
    town: String,
    /// m².
    m2: f64,
}

/// A place.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct LedgerPlace {
    /// Degrees east.
    lon: f64,
    /// Degrees north.
    lat: f64,
}

/// Differences that are none.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct LedgerNoise {
    /// Strips narrower than the tolerance.
    slivers: usize,
    /// Their land, m².
    slivers_m2: f64,
    /// The greatest mean width among them, m.
    widest_m: f64,
    /// A shift of the whole later edition, undone before comparing.
    shift: Option<LedgerShift>,
    /// Land that several zones of the earlier edition claim, m².
    overlaps_before_m2: f64,
    /// Land that several zones of the later edition claim, m².
    overlaps_after_m2: f64,
    /// Land whose 建蔽率 or 容積率 one edition alone leaves blank, m².
    blank_ratio_m2: f64,
}

/// How far a whole edition lies from another.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct LedgerShift {
    /// Metres east.
    east_m: f64,
    /// Metres north.
    north_m: f64,
    /// Zones shifted so.
    zones: usize,
    /// Zones that could be compared.
    compared: usize,
}

/// One use district through the editions.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct HistoryBody {
    /// The use district.
    #[schema(example = "quasi_industrial")]
    district: String,
    /// Every edition, the earliest first.
    editions: Vec<HistoryEdition>,
}

/// The land of the use district in one edition; land that several zones claim counts once.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct HistoryEdition {
    /// Its id.
    #[schema(example = "0c8x4n2k7zq")]
    id: String,
    /// What people call it.
    #[schema(example = "2019年 用途地域")]
    name: String,
    /// The area it covers.
    #[schema(example = "13112")]
    area: String,
    /// The date it describes.
    #[schema(example = "2019-03-31")]
    as_of: String,
    /// Who published it.
    source: String,
    /// Under which licence.
    licence: String,
    /// SHA-256 of the files it came from.
    sha256: String,
    /// All of it, m².
    m2: f64,
    /// By town, in order of name, where there is at least 1 m².
    towns: Vec<LedgerTownShare>,
}

/// How the land was used, survey by survey. Areas in m² on the plane rectangular zone of the place.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct LandUseBody {
    /// The land that is told; null for all that was surveyed.
    within: Option<LandUsePerimeter>,
    /// The surveys, the earliest first.
    surveys: Vec<LandUseSurvey>,
    /// What became of the lots between one survey and the next.
    conversions: Vec<LandUseConversions>,
}

/// The land of one use district in one edition.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct LandUsePerimeter {
    /// The edition.
    edition: LedgerEdition,
    /// The use district.
    #[schema(example = "quasi_industrial")]
    district: String,
}

/// What a survey found.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct LandUseSurvey {
    /// The survey.
    survey: LedgerEdition,
    /// Factories, those with dwellings, and warehouses: percent of the building land.
    #[schema(example = 42.4)]
    industrial_percent: f64,
    /// Their land.
    industrial_m2: f64,
    /// All building land: parks, roads and water left out.
    land_m2: f64,
    /// By use.
    uses: Vec<LandUseOfUse>,
    /// By town, in order of name.
    towns: Vec<LandUseOfTown>,
    /// Dwellings near factories, by distance.
    near: Vec<LandUseNear>,
    /// Industrial lots that hang together.
    clusters: LandUseClusters,
    /// Industrial lots of 280 m² or, at the floor area the zone allows, of 300 m² of floor and more.
    at_risk: LandUseCount,
}

/// The lots of one use.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct LandUseOfUse {
    /// The use.
    #[schema(example = "factory")]
    r#use: String,
    /// How many.
    lots: usize,
    /// Their land.
    m2: f64,
}

/// The land of one town.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct LandUseOfTown {
    /// The town.
    #[schema(example = "池尻二丁目")]
    town: String,
    /// Its industrial land.
    industrial_m2: f64,
    /// Its building land.
    land_m2: f64,
}

/// Dwellings near factories.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct LandUseNear {
    /// Within so many metres, outline to outline.
    #[schema(example = 10)]
    within_m: u32,
    /// Factories with a dwelling that near.
    factories: usize,
    /// Dwellings with a factory that near.
    dwellings: usize,
    /// Those newer than such a factory, where both years are known.
    newer_dwellings: usize,
}

/// Industrial lots that hang together.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct LandUseClusters {
    /// Lots no farther apart hang together.
    #[schema(example = 50.0)]
    link_m: f64,
    /// Clusters of two lots and more.
    clusters: usize,
    /// Lots with none near.
    isolated: usize,
    /// The largest cluster.
    largest: LandUseCount,
    /// The town of most of its lots.
    largest_town: Option<String>,
}

/// How many, and how large together.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct LandUseCount {
    /// Lots.
    lots: usize,
    /// m².
    m2: f64,
}

/// What became of the lots of one survey in the next.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct LandUseConversions {
    /// Id of the earlier survey.
    before: String,
    /// Id of the later survey.
    after: String,
    /// What industry lost to other uses.
    industry_lost: LandUseCount,
    /// What it won from them.
    industry_won: LandUseCount,
    /// Every pair of uses, the unchanged as well; m² of the earlier survey.
    matrix: Vec<LandUseFlow>,
    /// The lots whose use changed, the largest first.
    changed: Vec<LandUseChange>,
    /// Lots that the later survey does not know.
    not_followed: LandUseCount,
}

/// Lots that went from one use to another, or stayed.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct LandUseFlow {
    /// The use before.
    before: String,
    /// The use after.
    after: String,
    /// How many.
    lots: usize,
    /// m².
    m2: f64,
}

/// A lot whose use changed.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct LandUseChange {
    /// What the surveys call it.
    #[schema(example = "P-0017")]
    key: String,
    /// Its town.
    town: Option<String>,
    /// The use before.
    before: String,
    /// The use after.
    after: String,
    /// m².
    m2: f64,
    /// True if its building is newer than the earlier survey; otherwise only the code changed.
    rebuilt: bool,
}

#[cfg(test)]
mod tests {
    use geo_types::{MultiPolygon, polygon};
    use time::macros::{date, datetime};

    use super::*;
    use crate::domain::{
        DistrictScheme, Edition, EditionId, LandUse, Lot, Percent, PublishedDistrict, UseDistrict, Zone,
        ZoneId,
    };
    use crate::ledger::{Perimeter, Report, compare, history, land_uses};

    fn edition(number: u64) -> Edition {
        Edition {
            id: EditionId::from_bits(number).unwrap(),
            name: format!("第{number}版"),
            area: "13112".to_owned(),
            source: "区".to_owned(),
            licence: "CC BY 4.0".to_owned(),
            as_of: date!(2019 - 03 - 31),
            imported_at: datetime!(2026-11-28 00:00 UTC),
            checksum: "ab".repeat(32),
        }
    }

    fn zone(code: i64) -> Zone {
        Zone {
            id: ZoneId::from_bits(1).unwrap(),
            edition: EditionId::from_bits(1).unwrap(),
            published: PublishedDistrict::from_code(DistrictScheme::A29, code).unwrap(),
            coverage: Some(Percent::coverage(60.0).unwrap()),
            floor_area: None,
            fire: None,
            district_plan: None,
            geometry: MultiPolygon(vec![polygon![
                (x: 139.65, y: 35.64), (x: 139.66, y: 35.64), (x: 139.66, y: 35.65), (x: 139.65, y: 35.64),
            ]]),
        }
    }

    #[test]
    fn the_document_says_what_a_ledger_holds() {
        let (before, after) = (zone(10), zone(5));
        let comparison = compare(&[&before], &[&after], &[], 0.5);
        let report = Report { before: edition(1), after: edition(2), comparison };
        let told = report.json();
        assert_eq!(told["changes"].as_array().unwrap().len(), 1);
        serde_json::from_value::<LedgerBody>(told).unwrap();
    }

    #[test]
    fn the_document_says_what_the_use_of_land_holds() {
        let lot = |used| Lot {
            survey: EditionId::from_bits(1).unwrap(),
            key: Some("P-1".to_owned()),
            used,
            built: None,
            geometry: zone(10).geometry,
        };
        let (before, after) = (lot(LandUse::Factory), lot(LandUse::Apartment));
        let surveys = [(edition(1), vec![&before]), (edition(2), vec![&after])];
        let surveys: Vec<_> = surveys.iter().map(|(survey, lots)| (survey, lots.clone())).collect();
        let (edition, zone) = (edition(3), zone(10));
        let perimeter =
            Perimeter { edition: &edition, district: UseDistrict::QuasiIndustrial, zones: vec![&zone] };
        let told = land_uses(&surveys, Some(&perimeter), &[]).json();
        assert_eq!(told["conversions"][0]["changed"].as_array().unwrap().len(), 1);
        serde_json::from_value::<LandUseBody>(told).unwrap();
    }

    #[test]
    fn the_document_says_what_a_history_holds() {
        let found = history(UseDistrict::QuasiIndustrial, &[(edition(1), vec![&zone(10)])], &[]);
        serde_json::from_value::<HistoryBody>(found.json()).unwrap();
    }
}
