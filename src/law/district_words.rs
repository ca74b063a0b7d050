//! What a district is called in an explanation, in each language.

use super::language::Language;
use crate::domain::UseDistrict;

/// The district's English name.
pub(super) const fn district_en(district: UseDistrict) -> &'static str {
    match district {
        UseDistrict::Low1 => "category 1 low-rise exclusive residential district",
        UseDistrict::Low2 => "category 2 low-rise exclusive residential district",
        UseDistrict::GardenResidential => "garden residential district",
        UseDistrict::MidHigh1 => "category 1 mid/high-rise exclusive residential district",
        UseDistrict::MidHigh2 => "category 2 mid/high-rise exclusive residential district",
        UseDistrict::Residential1 => "category 1 residential district",
        UseDistrict::Residential2 => "category 2 residential district",
        UseDistrict::QuasiResidential => "quasi-residential district",
        UseDistrict::NeighbourhoodCommercial => "neighbourhood commercial district",
        UseDistrict::Commercial => "commercial district",
        UseDistrict::QuasiIndustrial => "quasi-industrial district",
        UseDistrict::Industrial => "industrial district",
        UseDistrict::ExclusiveIndustrial => "exclusive industrial district",
        UseDistrict::Unzoned => "land without a use district",
        UseDistrict::UrbanisationControl => "urbanisation control area",
    }
}

/// The district's name in a language.
pub(super) const fn district_name(district: UseDistrict, language: Language) -> &'static str {
    match language {
        Language::En => district_en(district),
        Language::Ja | Language::Easy => district.name_ja(),
    }
}
