//! What changed between two editions of zoning, and how much? And how is the land used, survey by survey?
//!
//! Both editions are laid over each other in longitude and latitude, where a line drawn again with more points stays the
//! same line; areas are measured on the plane rectangular zone of the place ([`PlaneArea`](crate::geo::PlaneArea)). Every
//! square metre of either edition is in the matrix once. What is only noise, slivers of a line digitised again, a whole copy
//! shifted, zones that overlap, is set apart and shown, never left out of the sums.

mod chart;
mod compare;
mod conversion;
mod edition_choice;
mod history;
mod land_use;
mod land_use_report;
mod mixing;
mod overlay;
mod plan;
#[cfg(test)]
mod proofs;
mod report;
mod shift;
mod table;
mod towns;

pub use compare::{Change, Comparison, DEFAULT_TOLERANCE_M, Flow, Noise, compare};
pub use conversion::{Conversions, Converted};
pub use edition_choice::{NoSuchEdition, choose_edition};
pub use history::{DistrictLand, History, history};
pub use land_use::{
    Count, GUIDELINE_FLOOR_M2, GUIDELINE_SITE_M2, LandUses, Perimeter, SurveyFigures, land_uses,
};
pub use mixing::{Clusters, LINK_M, Near, WITHIN_M};
pub use plan::{ChangeKind, Plan};
pub use report::{Report, edition_json};
pub use shift::Shift;
pub use towns::TownShare;
