//! Areas with planning rules of their own, beside the use districts.

use geo_types::MultiPolygon;

use super::id::SpecialAreaId;
use super::slug::vocabulary;

vocabulary! {
    /// What kind of planning an area is under.
    pub enum AreaKind("kind of area") {
        /// A district plan (City Planning Act, art. 12-5).
        DistrictPlan = "district_plan", "地区計画";
        /// A special use district (art. 9 (14)).
        SpecialUseDistrict = "special_use_district", "特別用途地区";
        /// A fire or quasi-fire prevention zone.
        FireZone = "fire_zone", "防火・準防火地域";
        /// A height control district.
        HeightDistrict = "height_district", "高度地区";
        /// Anything else.
        Other = "other", "その他";
    }
}

/// A piece of land with rules of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct SpecialArea {
    /// Its id.
    pub id: SpecialAreaId,
    /// Who published it; an import replaces what the same source said of the same kinds.
    pub source: String,
    /// What kind it is.
    pub kind: AreaKind,
    /// Its name, as the ward writes it: `○○駅周辺地区地区計画`.
    pub name: String,
    /// A remark of its source.
    pub note: Option<String>,
    /// A page about it.
    pub url: Option<String>,
    /// Its land, longitude and latitude.
    pub geometry: MultiPolygon<f64>,
}
