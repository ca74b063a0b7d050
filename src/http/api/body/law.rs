//! How verdicts on a use look in JSON, with everything they rest on.
//!
//! A verdict is a guide (建築基準法上の用途の目安), never leave to trade; every body that carries one
//! carries that label and the date of the text of the law.

use serde::Serialize;
use utoipa::ToSchema;

use super::word::{AreaKindWord, UseDistrictWord, VerdictWord};
use crate::law::Inputs;
use crate::query::VerdictCounts;

/// A text in the three languages.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
pub struct Texts<'a> {
    /// Japanese.
    pub ja: &'a str,
    /// English.
    pub en: &'a str,
    /// やさしい日本語.
    pub easy: &'a str,
}

/// How many there are of each verdict.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
pub struct VerdictTally {
    /// 可.
    pub permitted: usize,
    /// 条件付き.
    pub conditional: usize,
    /// 不可.
    pub prohibited: usize,
    /// 要相談.
    pub ask_ward: usize,
    /// 他法令.
    pub other_law: usize,
}

impl From<VerdictCounts> for VerdictTally {
    fn from(counts: VerdictCounts) -> Self {
        use crate::law::Verdict as V;
        Self {
            permitted: counts.of(V::Permitted),
            conditional: counts.of(V::Conditional),
            prohibited: counts.of(V::Prohibited),
            ask_ward: counts.of(V::AskWard),
            other_law: counts.of(V::OtherLaw),
        }
    }
}

/// What is known of a plan; null is unknown, and the verdict may depend on it. Areas are m².
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
pub struct PlanBody {
    /// Floor area of the use in the building.
    pub use_area_m2: Option<f64>,
    /// Topmost storey it occupies: 1 is the ground floor, 0 a basement.
    pub storey_max: Option<i8>,
    /// Floor area of workshops.
    pub workshop_m2: Option<f64>,
    /// Output of all motors, kW.
    pub motor_kw: Option<f64>,
    /// The heaviest process of a workshop: `none`, `to3`, `nu3` or `ru1`.
    pub process_class: Option<&'static str>,
    /// Floor area of the seats of a theatre or hall.
    pub seat_area_m2: Option<f64>,
    /// Part of a dwelling.
    pub live_work: Option<bool>,
    /// Share of the building that is lived in, 0 to 1.
    pub dwelling_share: Option<f64>,
    /// Floor area not lived in.
    pub nonres_total_m2: Option<f64>,
    /// Floor area of the whole building.
    pub building_total_m2: Option<f64>,
    /// Floor area of the other buildings on the site, garages apart.
    pub site_other_floor_m2: Option<f64>,
    /// Mostly produce of the neighbourhood's farms.
    pub farm_local: Option<bool>,
    /// A garage decided in a city plan.
    pub city_planned: Option<bool>,
    /// Accessory to a building that is permitted.
    pub accessory: Option<bool>,
    /// A farm facility that the minister lists as noisy.
    pub agri_noise_designated: Option<bool>,
    /// Hazardous materials are stored or handled.
    pub hazmat: Option<bool>,
}

impl From<&Inputs> for PlanBody {
    fn from(inputs: &Inputs) -> Self {
        Self {
            use_area_m2: inputs.use_area_m2,
            storey_max: inputs.storey_max,
            workshop_m2: inputs.workshop_m2,
            motor_kw: inputs.motor_kw,
            process_class: inputs.process_class.map(crate::law::ProcessClass::slug),
            seat_area_m2: inputs.seat_area_m2,
            live_work: inputs.live_work,
            dwelling_share: inputs.dwelling_share,
            nonres_total_m2: inputs.nonres_total_m2,
            building_total_m2: inputs.building_total_m2,
            site_other_floor_m2: inputs.site_other_floor_m2,
            farm_local: inputs.farm_local,
            city_planned: inputs.city_planned,
            accessory: inputs.accessory,
            agri_noise_designated: inputs.agri_noise_designated,
            hazmat: inputs.hazmat,
        }
    }
}

/// A use district some metres away.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
pub struct DistrictNear {
    /// The district.
    pub district: UseDistrictWord,
    /// Metres to the nearest of its zones.
    pub metres: f64,
}

/// An area with planning rules of its own.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct SiteAreaBody {
    /// What kind it is.
    pub kind: AreaKindWord,
    /// Its name.
    pub name: String,
    /// A page about it.
    pub url: Option<String>,
}

/// A place as the law sees it.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct SiteBody {
    /// The district of the zone it lies in; null outside all zones, or where only its town is shown.
    pub district: Option<UseDistrictWord>,
    /// Other districts within 20 m, nearest first: the site may reach into them.
    pub near: Vec<DistrictNear>,
    /// District plans, special use districts and the like that hold it, as far as they are loaded.
    pub areas: Vec<SiteAreaBody>,
    /// False where only the town is shown.
    pub exact: bool,
}

/// One thing that a way to be legal needs.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ConditionBody {
    /// What it needs.
    pub text: String,
    /// `holds`, `fails`, or `open` where it depends on something unknown.
    #[schema(example = "open")]
    pub outcome: &'static str,
    /// The clause that needs it.
    pub citation: String,
}

/// One way to be legal; any one that holds is enough.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct AlternativeBody<'a> {
    /// The provision.
    pub id: &'a str,
    /// `holds`, `fails` or `open`.
    #[schema(example = "holds")]
    pub outcome: &'static str,
    /// The clauses it stands on.
    pub citations: &'a [String],
    /// All that it needs.
    pub conditions: Vec<ConditionBody>,
}

/// What one of several districts says.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct InDistrict<'a> {
    /// The district.
    pub district: UseDistrictWord,
    /// Metres to it; 0 for the place's own.
    pub metres: f64,
    /// What it says.
    pub verdict: VerdictWord,
    /// Why.
    pub summary: String,
    /// The clauses it rests on.
    pub citations: Vec<&'a str>,
}

/// Something a verdict must not hide.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct CautionBody<'a> {
    /// Its word.
    pub id: &'a str,
    /// What it is about.
    pub title: &'a str,
    /// What to know.
    pub text: String,
    /// `ask` before deciding anything, `check` a procedure or limit, or `note`.
    #[schema(example = "check")]
    pub level: &'static str,
    /// Where it is written.
    pub source: &'a str,
}

/// One answer to choose.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ChoiceBody {
    /// The value of the parameter.
    pub value: &'static str,
    /// What it means.
    pub text: String,
}

/// Something that is not known and can change the verdict.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct QuestionBody {
    /// The parameter that answers it.
    #[schema(example = "motor_kw")]
    pub input: &'static str,
    /// `yes_no`, `number` or `choice`.
    #[schema(example = "number")]
    pub kind: &'static str,
    /// The question.
    pub text: String,
    /// The unit of a number.
    #[schema(example = "kW")]
    pub unit: Option<&'static str>,
    /// What to choose from.
    pub options: Vec<ChoiceBody>,
}

/// What the Building Standards Act says of a use at a place.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct VerdictBody<'a> {
    /// The use.
    #[serde(rename = "use")]
    #[schema(example = "cafe_restaurant")]
    pub land_use: &'a str,
    /// What people call it.
    pub name: &'a str,
    /// What the law says.
    pub verdict: VerdictWord,
    /// What every verdict is called: a guide, not leave to trade.
    #[schema(example = "建築基準法上の用途の目安")]
    pub label: &'static str,
    /// The date of the text of the law.
    #[schema(example = "2026-05-30")]
    pub law_text_date: &'a str,
    /// The place.
    pub place: SiteBody,
    /// What decided: the `rule` of its district, a `split_site` whose districts disagree, `no_zoning`,
    /// or a `place_not_exact`.
    #[schema(example = "rule")]
    pub why: &'static str,
    /// Why, in a sentence or two.
    pub summary: String,
    /// What would make it legal, nearest first.
    pub ways: Vec<String>,
    /// The clauses it rests on.
    pub citations: Vec<&'a str>,
    /// The ways it can be legal in its own district; none where nothing depends on the plan.
    pub alternatives: Vec<AlternativeBody<'a>>,
    /// What wards usually answer, where the ward must be asked.
    pub leaning: Option<VerdictWord>,
    /// Why the ward must be asked, or which other law decides.
    pub reason: Option<&'a str>,
    /// The ward's own rules, where they decided.
    pub overlay: Option<&'a str>,
    /// What each district within 20 m says, its own first, where they disagree.
    pub in_each: Vec<InDistrict<'a>>,
    /// What the verdict must not hide, the strongest first.
    pub cautions: Vec<CautionBody<'a>>,
    /// What to ask next, the most decisive first; none where no answer changes the verdict.
    pub questions: Vec<QuestionBody>,
    /// What was judged, with what a listing told.
    pub inputs: PlanBody,
}
