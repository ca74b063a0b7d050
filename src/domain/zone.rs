//! A zone: one polygon of one use district in one edition, with its building coverage and floor
//! area ratios.

use geo_types::MultiPolygon;
use thiserror::Error;

use super::district::{PublishedDistrict, UseDistrict};
use super::id::{EditionId, ZoneId};
use super::slug::vocabulary;

/// A ratio that no plan sets.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum PercentError {
    /// 建蔽率 lies between 10 and 100 %.
    #[error("a building coverage ratio of {0} % is not between 10 and 100")]
    Coverage(f64),
    /// 容積率 lies between 30 and 2000 %.
    #[error("a floor area ratio of {0} % is not between 30 and 2000")]
    FloorArea(f64),
}

/// A ratio in whole percent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percent(u16);

impl Percent {
    /// 建蔽率, 10 to 100 %.
    pub fn coverage(percent: f64) -> Result<Self, PercentError> {
        if (10.0..=100.0).contains(&percent) {
            Ok(Self(percent.round() as u16))
        } else {
            Err(PercentError::Coverage(percent))
        }
    }

    /// 容積率, 30 to 2000 %.
    pub fn floor_area(percent: f64) -> Result<Self, PercentError> {
        if (30.0..=2000.0).contains(&percent) {
            Ok(Self(percent.round() as u16))
        } else {
            Err(PercentError::FloorArea(percent))
        }
    }

    /// Whole percent.
    pub const fn percent(self) -> u16 {
        self.0
    }
}

vocabulary! {
    /// Fire prevention zoning.
    pub enum FireZone("fire zone") {
        /// 防火地域.
        Fire = "fire", "防火地域";
        /// 準防火地域.
        QuasiFire = "quasi_fire", "準防火地域";
        /// 法22条区域.
        Article22 = "article_22", "法22条区域";
        /// None.
        None = "none", "指定なし";
    }
}

/// One piece of zoned land.
#[derive(Debug, Clone, PartialEq)]
pub struct Zone {
    /// Its id.
    pub id: ZoneId,
    /// The edition it belongs to.
    pub edition: EditionId,
    /// The district, with the code or name it was published under.
    pub published: PublishedDistrict,
    /// 建蔽率; blank in a tenth of what is published.
    pub coverage: Option<Percent>,
    /// 容積率; blank as often.
    pub floor_area: Option<Percent>,
    /// Fire zone, where the source says.
    pub fire: Option<FireZone>,
    /// Name of a district plan (地区計画), where the source says.
    pub district_plan: Option<String>,
    /// Valid polygons, longitude and latitude.
    pub geometry: MultiPolygon<f64>,
}

impl Zone {
    /// The use district.
    pub const fn district(&self) -> UseDistrict {
        self.published.district()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_coverage_of_200_percent_cannot_be_built() {
        assert!(Percent::coverage(200.0).is_err());
        assert!(Percent::floor_area(f64::NAN).is_err());
        assert_eq!(Percent::floor_area(200.0).unwrap().percent(), 200);
    }
}
