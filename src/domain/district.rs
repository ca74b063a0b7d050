//! The 13 use districts (用途地域), plus land that has none, and the one place where published
//! codes become districts.
//!
//! Codes collide between schemes: 10 is 準工業地域 in A29 and 商業地域 in the PLATEAU code list. So a code
//! never travels without its scheme ([`PublishedDistrict`]).

use std::str::FromStr;
use thiserror::Error;

use super::fold::{fold_number, fold_text};

/// A use district of the City Planning Act, or the absence of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UseDistrict {
    /// 第一種低層住居専用地域.
    Low1,
    /// 第二種低層住居専用地域.
    Low2,
    /// 田園住居地域.
    GardenResidential,
    /// 第一種中高層住居専用地域.
    MidHigh1,
    /// 第二種中高層住居専用地域.
    MidHigh2,
    /// 第一種住居地域.
    Residential1,
    /// 第二種住居地域.
    Residential2,
    /// 準住居地域.
    QuasiResidential,
    /// 近隣商業地域.
    NeighbourhoodCommercial,
    /// 商業地域.
    Commercial,
    /// 準工業地域.
    QuasiIndustrial,
    /// 工業地域.
    Industrial,
    /// 工業専用地域.
    ExclusiveIndustrial,
    /// Inside the plan, but without a use district (無指定).
    Unzoned,
    /// 市街化調整区域.
    UrbanisationControl,
}

/// A name or code that is no use district.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum UnknownDistrict {
    /// A name that is none of the districts.
    #[error("unknown use district `{0}`")]
    Name(String),
    /// A code outside its scheme.
    #[error("unknown use district code {code} in the scheme {scheme:?}")]
    Code {
        /// Where the code was read.
        scheme: DistrictScheme,
        /// The code.
        code: i64,
    },
}

/// Whose codes these are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DistrictScheme {
    /// National land numerical information A29 (and Reinfolib XKT002): 1-12, 21 = 田園住居.
    A29,
    /// PLATEAU i-UR `urf` code list: 8 = 田園住居, 9-13 the rest.
    Urf,
    /// No code, only a name.
    Name,
}

impl DistrictScheme {
    /// The word it is stored under.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::A29 => "a29",
            Self::Urf => "urf",
            Self::Name => "name",
        }
    }

    /// The scheme stored under a word.
    pub fn from_slug(slug: &str) -> Option<Self> {
        [Self::A29, Self::Urf, Self::Name].into_iter().find(|s| s.slug() == slug)
    }
}

/// A district as its source published it: the scheme with the code, or the name as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedDistrict {
    scheme: DistrictScheme,
    code: Option<i64>,
    name: Option<String>,
    district: UseDistrict,
}

impl PublishedDistrict {
    /// Reads a code of a scheme that has codes.
    pub fn from_code(scheme: DistrictScheme, code: i64) -> Result<Self, UnknownDistrict> {
        use UseDistrict as D;
        let unknown = || UnknownDistrict::Code { scheme, code };
        let district = match (scheme, code) {
            (DistrictScheme::Name, _) => return Err(unknown()),
            (_, 1) => D::Low1,
            (_, 2) => D::Low2,
            (_, 3) => D::MidHigh1,
            (_, 4) => D::MidHigh2,
            (_, 5) => D::Residential1,
            (_, 6) => D::Residential2,
            (_, 7) => D::QuasiResidential,
            (DistrictScheme::A29, 8) | (DistrictScheme::Urf, 9) => D::NeighbourhoodCommercial,
            (DistrictScheme::A29, 9) | (DistrictScheme::Urf, 10) => D::Commercial,
            (DistrictScheme::A29, 10) | (DistrictScheme::Urf, 11) => D::QuasiIndustrial,
            (DistrictScheme::A29, 11) | (DistrictScheme::Urf, 12) => D::Industrial,
            (DistrictScheme::A29, 12) | (DistrictScheme::Urf, 13) => D::ExclusiveIndustrial,
            (DistrictScheme::A29, 21) | (DistrictScheme::Urf, 8) => D::GardenResidential,
            _ => return Err(unknown()),
        };
        Ok(Self { scheme, code: Some(code), name: None, district })
    }

    /// Reads a name in any of its spellings.
    pub fn from_name(name: &str) -> Result<Self, UnknownDistrict> {
        let district = name.parse()?;
        Ok(Self { scheme: DistrictScheme::Name, code: None, name: Some(name.to_owned()), district })
    }

    /// Whose code it is.
    pub const fn scheme(&self) -> DistrictScheme {
        self.scheme
    }
    /// The code, in a scheme that has codes.
    pub const fn code(&self) -> Option<i64> {
        self.code
    }
    /// The name as written, where no code was given.
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }
    /// What it means.
    pub const fn district(&self) -> UseDistrict {
        self.district
    }
}

impl UseDistrict {
    /// The 13 districts in the order of the act, then unzoned and urbanisation-control land.
    pub const ALL: &'static [UseDistrict] = &[
        Self::Low1,
        Self::Low2,
        Self::GardenResidential,
        Self::MidHigh1,
        Self::MidHigh2,
        Self::Residential1,
        Self::Residential2,
        Self::QuasiResidential,
        Self::NeighbourhoodCommercial,
        Self::Commercial,
        Self::QuasiIndustrial,
        Self::Industrial,
        Self::ExclusiveIndustrial,
        Self::Unzoned,
        Self::UrbanisationControl,
    ];

    /// The stable word used in storage, tiles and the API.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Low1 => "low_1",
            Self::Low2 => "low_2",
            Self::GardenResidential => "garden_residential",
            Self::MidHigh1 => "mid_high_1",
            Self::MidHigh2 => "mid_high_2",
            Self::Residential1 => "residential_1",
            Self::Residential2 => "residential_2",
            Self::QuasiResidential => "quasi_residential",
            Self::NeighbourhoodCommercial => "neighbourhood_commercial",
            Self::Commercial => "commercial",
            Self::QuasiIndustrial => "quasi_industrial",
            Self::Industrial => "industrial",
            Self::ExclusiveIndustrial => "exclusive_industrial",
            Self::Unzoned => "unzoned",
            Self::UrbanisationControl => "urbanisation_control",
        }
    }

    /// The name in the act.
    pub const fn name_ja(self) -> &'static str {
        match self {
            Self::Low1 => "第一種低層住居専用地域",
            Self::Low2 => "第二種低層住居専用地域",
            Self::GardenResidential => "田園住居地域",
            Self::MidHigh1 => "第一種中高層住居専用地域",
            Self::MidHigh2 => "第二種中高層住居専用地域",
            Self::Residential1 => "第一種住居地域",
            Self::Residential2 => "第二種住居地域",
            Self::QuasiResidential => "準住居地域",
            Self::NeighbourhoodCommercial => "近隣商業地域",
            Self::Commercial => "商業地域",
            Self::QuasiIndustrial => "準工業地域",
            Self::Industrial => "工業地域",
            Self::ExclusiveIndustrial => "工業専用地域",
            Self::Unzoned => "用途地域の指定なし",
            Self::UrbanisationControl => "市街化調整区域",
        }
    }

    /// What planners call it.
    pub const fn short_ja(self) -> &'static str {
        match self {
            Self::Low1 => "1低",
            Self::Low2 => "2低",
            Self::GardenResidential => "田園",
            Self::MidHigh1 => "1中高",
            Self::MidHigh2 => "2中高",
            Self::Residential1 => "1住",
            Self::Residential2 => "2住",
            Self::QuasiResidential => "準住",
            Self::NeighbourhoodCommercial => "近商",
            Self::Commercial => "商業",
            Self::QuasiIndustrial => "準工",
            Self::Industrial => "工業",
            Self::ExclusiveIndustrial => "工専",
            Self::Unzoned => "無指定",
            Self::UrbanisationControl => "調整",
        }
    }
}

impl FromStr for UseDistrict {
    type Err = UnknownDistrict;

    /// Reads the slug, the name or the short name in any spelling: `第1種低層`, `第１種低層住居専用地域`,
    /// `準工業`, `1低`.
    fn from_str(text: &str) -> Result<Self, UnknownDistrict> {
        let stem = stem(text);
        Self::ALL
            .iter()
            .copied()
            .find(|d| stem == d.slug() || spellings(*d).contains(&stem.as_str()))
            .ok_or_else(|| UnknownDistrict::Name(text.chars().take(60).collect()))
    }
}

/// The folded name without 地域, its class as an Arabic numeral without 第 and 種.
fn stem(text: &str) -> String {
    let folded = fold_text(text);
    let body = folded.strip_suffix("地域").unwrap_or(&folded);
    let classed = body.strip_prefix('第').unwrap_or(body);
    let mut chars = classed.chars();
    match (chars.next().and_then(|c| fold_number(&c.to_string())), chars.as_str()) {
        (Some(class), rest) => format!("{class}{}", rest.strip_prefix('種').unwrap_or(rest)),
        (None, _) => body.to_owned(),
    }
}

fn spellings(district: UseDistrict) -> &'static [&'static str] {
    use UseDistrict as D;
    match district {
        D::Low1 => &["1低層住居専用", "1低層", "1低", "1低専"],
        D::Low2 => &["2低層住居専用", "2低層", "2低", "2低専"],
        D::GardenResidential => &["田園住居", "田園", "田住"],
        D::MidHigh1 => &["1中高層住居専用", "1中高層", "1中高", "1中専"],
        D::MidHigh2 => &["2中高層住居専用", "2中高層", "2中高", "2中専"],
        D::Residential1 => &["1住居", "1住"],
        D::Residential2 => &["2住居", "2住"],
        D::QuasiResidential => &["準住居", "準住"],
        D::NeighbourhoodCommercial => &["近隣商業", "近商"],
        D::Commercial => &["商業"],
        D::QuasiIndustrial => &["準工業", "準工"],
        D::Industrial => &["工業"],
        D::ExclusiveIndustrial => &["工業専用", "工専"],
        D::Unzoned => &["無指定", "用途地域の指定なし", "指定なし", "用途無指定", "白地"],
        D::UrbanisationControl => &["市街化調整区域", "調整区域"],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_10_is_quasi_industrial_in_a29_and_commercial_in_plateau() {
        let a29 = PublishedDistrict::from_code(DistrictScheme::A29, 10).unwrap();
        let urf = PublishedDistrict::from_code(DistrictScheme::Urf, 10).unwrap();
        assert_eq!(a29.district(), UseDistrict::QuasiIndustrial);
        assert_eq!(urf.district(), UseDistrict::Commercial);
    }

    #[test]
    fn every_code_of_both_schemes_means_a_district_of_its_own() {
        for (scheme, codes) in [
            (DistrictScheme::A29, (1..=12).chain([21]).collect::<Vec<_>>()),
            (DistrictScheme::Urf, (1..=13).collect()),
        ] {
            let mut seen: Vec<_> =
                codes.iter().map(|c| PublishedDistrict::from_code(scheme, *c).unwrap().district()).collect();
            seen.sort();
            seen.dedup();
            assert_eq!(seen.len(), 13, "{scheme:?}");
        }
        assert!(PublishedDistrict::from_code(DistrictScheme::A29, 99).is_err());
    }

    #[test]
    fn every_district_reads_back_from_its_slug_name_and_short_name() {
        for d in UseDistrict::ALL {
            for text in [d.slug(), d.name_ja(), d.short_ja()] {
                if *d == UseDistrict::UrbanisationControl && text == "調整" {
                    continue;
                }
                assert_eq!(text.parse::<UseDistrict>().unwrap(), *d, "{text}");
            }
        }
    }

    #[test]
    fn spellings_fold_and_a_stray_label_is_refused() {
        for text in ["第1種低層住居専用地域", "第１種低層住居専用", "第一種低層住居専用地域", "第一種低層"]
        {
            assert_eq!(text.parse::<UseDistrict>().unwrap(), UseDistrict::Low1, "{text}");
        }
        assert_eq!("準工業".parse::<UseDistrict>().unwrap(), UseDistrict::QuasiIndustrial);
        assert!("調整".parse::<UseDistrict>().is_err());
        assert!("".parse::<UseDistrict>().is_err());
    }
}
