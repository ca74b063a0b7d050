//! How uses, the law they are judged by, and where they may open look in JSON.

use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

use super::law::{PlanBody, QuestionBody, SiteBody, Texts, VerdictTally};
use super::word::{IdText, UseDistrictWord, VerdictWord};

/// One use.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct UseBody<'a> {
    /// Its id.
    #[schema(example = "cafe_restaurant")]
    pub id: &'a str,
    /// The group it is listed in.
    #[schema(example = "food")]
    pub group: &'a str,
    /// What people call it.
    pub name: Texts<'a>,
    /// What the act calls it.
    pub legal_class: &'a str,
    /// True where hazardous materials are usual enough to be asked about.
    pub hazmat: bool,
}

/// A group of uses.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct UseGroupBody<'a> {
    /// Its id.
    pub id: &'a str,
    /// What people call it.
    pub name: Texts<'a>,
}

/// Every use there is.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct UseList<'a> {
    /// The uses, in the order of the groups.
    pub items: Vec<UseBody<'a>>,
    /// The groups, in the order people look through them.
    pub groups: Vec<UseGroupBody<'a>>,
}

/// The verdict up to a floor area.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
pub struct AreaStepBody {
    /// The largest floor area it holds for, m²; null has no upper end.
    pub up_to_m2: Option<f64>,
    /// The verdict.
    pub verdict: VerdictWord,
}

/// Verdicts up to a storey.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct StoreyStepBody {
    /// The topmost storey they hold for: 1 is the ground floor, 0 a basement; null has no upper end.
    pub up_to: Option<i8>,
    /// By floor area, the smallest first.
    pub areas: Vec<AreaStepBody>,
    /// Where the floor area is unknown.
    pub unknown_area: VerdictWord,
}

/// One district's verdicts on a use.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct DistrictTable {
    /// By topmost storey, the lowest first.
    pub storeys: Vec<StoreyStepBody>,
    /// Where the storey is unknown: by floor area, the smallest first.
    pub unknown_storey: Vec<AreaStepBody>,
    /// Where storey and floor area are unknown.
    pub unknown: VerdictWord,
}

/// Everything a map needs to colour zones and listings for a use. A listing near other districts has the
/// verdict that all of them share, else `ask_ward`; one that shows only its town is `ask_ward`.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct UseTable<'a> {
    /// The use.
    #[serde(rename = "use")]
    #[schema(example = "cafe_restaurant")]
    pub land_use: &'a str,
    /// The date of the text of the law.
    #[schema(example = "2026-05-30")]
    pub law_text_date: &'a str,
    /// What was judged. Where it states the area or the storey, every step says the same.
    pub inputs: PlanBody,
    /// By use district.
    pub districts: BTreeMap<&'static str, DistrictTable>,
    /// What counts instead inside an area that the ward's own rules name; of several the strictest.
    pub within: Vec<AreaTable>,
    /// What to ask next, the most decisive in any district first.
    pub questions: Vec<QuestionBody>,
}

/// The verdicts inside an area, in the districts its rules speak of.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct AreaTable {
    /// The name of the area.
    pub area: String,
    /// By use district.
    pub districts: BTreeMap<&'static str, DistrictTable>,
}

/// Land by verdict.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
pub struct VerdictLand {
    /// 可.
    pub permitted: f64,
    /// 条件付き.
    pub conditional: f64,
    /// 不可.
    pub prohibited: f64,
    /// 要相談.
    pub ask_ward: f64,
    /// 他法令.
    pub other_law: f64,
}

/// A shopping street on which a use may open.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct StreetForUse<'a> {
    /// Its id.
    pub id: IdText,
    /// Its name.
    pub name: &'a str,
    /// Listings along it where the use is permitted.
    pub permitted: usize,
    /// Listings along it where it depends.
    pub conditional: usize,
    /// Listings along it.
    pub total: usize,
}

/// A use district and what it says of a use.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
pub struct DistrictForUse {
    /// The district.
    pub district: UseDistrictWord,
    /// What it says.
    pub verdict: VerdictWord,
    /// Its land, hectares.
    pub hectares: f64,
    /// Listings in it that show their place.
    pub listings: usize,
}

/// Where in the city a use may open, by 建築基準法上の用途の目安.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct UseSummaryBody<'a> {
    /// The use.
    #[serde(rename = "use")]
    #[schema(example = "cafe_restaurant")]
    pub land_use: &'a str,
    /// The date of the text of the law.
    #[schema(example = "2026-05-30")]
    pub law_text_date: &'a str,
    /// What was judged.
    pub inputs: PlanBody,
    /// Zoned land, hectares. A strip along a boundary counts for the district it lies in.
    pub hectares: VerdictLand,
    /// The same as shares of all zoned land, which add up to 1.
    pub shares: VerdictLand,
    /// Listings.
    pub listings: VerdictTally,
    /// Streets where it may open, those with the most permitted listings first, at most 20.
    pub streets: Vec<StreetForUse<'a>>,
    /// Districts of the city.
    pub districts: Vec<DistrictForUse>,
}

/// A use at a place.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct UseHere<'a> {
    /// The use.
    #[serde(rename = "use")]
    #[schema(example = "cafe_restaurant")]
    pub land_use: &'a str,
    /// What people call it.
    pub name: &'a str,
    /// What the law says.
    pub verdict: VerdictWord,
    /// Why, in a sentence or two.
    pub summary: String,
}

/// The uses of a group at a place.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct GroupHere<'a> {
    /// The group.
    pub id: &'a str,
    /// What people call it.
    pub name: &'a str,
    /// Its uses, the most welcome first.
    pub uses: Vec<UseHere<'a>>,
}

/// What may open at a place, by 建築基準法上の用途の目安.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct UsesHere<'a> {
    /// What every verdict is called: a guide, not leave to trade.
    #[schema(example = "建築基準法上の用途の目安")]
    pub label: &'static str,
    /// The date of the text of the law.
    #[schema(example = "2026-05-30")]
    pub law_text_date: &'a str,
    /// The place.
    pub place: SiteBody,
    /// Uses by group.
    pub groups: Vec<GroupHere<'a>>,
    /// Uses by verdict.
    pub counts: VerdictTally,
    /// What was judged, with what a listing told.
    pub inputs: PlanBody,
}
