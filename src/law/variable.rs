//! The quantities conditions speak about: what a plan says, and two totals computed from it.

use super::inputs::ProcessClass;

/// A quantity of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Variable {
    /// Floor area of the use, m².
    UseAreaM2,
    /// Topmost storey of the use.
    StoreyMax,
    /// Part of a dwelling.
    LiveWork,
    /// Share that is lived in.
    DwellingShare,
    /// Floor area not lived in, m².
    NonresTotalM2,
    /// Workshops, m².
    WorkshopM2,
    /// Motors, kW.
    MotorKw,
    /// Heaviest process.
    ProcessClass,
    /// Seats, m².
    SeatAreaM2,
    /// Other uses that (は)項 does not list, m².
    OtherNonHaM2,
    /// Other shops and amusements, m².
    OtherLargeAttractM2,
    /// The whole building, m².
    BuildingTotalM2,
    /// The other buildings on the site, m².
    SiteOtherFloorM2,
    /// Produce of local farms.
    FarmLocal,
    /// Decided in a city plan.
    CityPlanned,
    /// Accessory to a permitted building.
    Accessory,
    /// Listed as noisy.
    AgriNoiseDesignated,
    /// Hazardous materials.
    Hazmat,
    /// Computed: all uses of the building that (は)項 does not list, m².
    NonHaTotalM2,
    /// Computed: all shops, restaurants and amusements of the building, m².
    LargeAttractTotalM2,
}

/// What values a quantity takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Zero or more.
    Number,
    /// From 0 to 1.
    Share,
    /// A whole storey.
    Storey,
    /// Yes or no.
    YesNo,
    /// A [`ProcessClass`].
    Class,
}

impl Variable {
    /// What a plan can say, in the order it is asked.
    pub const INPUTS: &'static [Variable] = &[
        Self::UseAreaM2,
        Self::StoreyMax,
        Self::LiveWork,
        Self::DwellingShare,
        Self::NonresTotalM2,
        Self::WorkshopM2,
        Self::MotorKw,
        Self::ProcessClass,
        Self::SeatAreaM2,
        Self::OtherNonHaM2,
        Self::OtherLargeAttractM2,
        Self::BuildingTotalM2,
        Self::SiteOtherFloorM2,
        Self::FarmLocal,
        Self::CityPlanned,
        Self::Accessory,
        Self::AgriNoiseDesignated,
        Self::Hazmat,
    ];

    const COMPUTED: &'static [Variable] = &[Self::NonHaTotalM2, Self::LargeAttractTotalM2];

    /// The word used in files and addresses.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::UseAreaM2 => "use_area_m2",
            Self::StoreyMax => "storey_max",
            Self::LiveWork => "live_work",
            Self::DwellingShare => "dwelling_share",
            Self::NonresTotalM2 => "nonres_total_m2",
            Self::WorkshopM2 => "workshop_m2",
            Self::MotorKw => "motor_kw",
            Self::ProcessClass => "process_class",
            Self::SeatAreaM2 => "seat_area_m2",
            Self::OtherNonHaM2 => "other_non_ha_m2",
            Self::OtherLargeAttractM2 => "other_large_attract_m2",
            Self::BuildingTotalM2 => "building_total_m2",
            Self::SiteOtherFloorM2 => "site_other_floor_m2",
            Self::FarmLocal => "farm_local",
            Self::CityPlanned => "city_planned",
            Self::Accessory => "accessory",
            Self::AgriNoiseDesignated => "agri_noise_designated",
            Self::Hazmat => "hazmat",
            Self::NonHaTotalM2 => "non_ha_total_m2",
            Self::LargeAttractTotalM2 => "large_attract_total_m2",
        }
    }

    /// Reads a slug.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::INPUTS.iter().chain(Self::COMPUTED).copied().find(|v| v.slug() == slug)
    }

    /// True for what a plan says, false for what is computed from it.
    pub fn is_input(self) -> bool {
        !Self::COMPUTED.contains(&self)
    }

    /// What values it takes.
    pub const fn kind(self) -> Kind {
        match self {
            Self::StoreyMax => Kind::Storey,
            Self::DwellingShare => Kind::Share,
            Self::ProcessClass => Kind::Class,
            Self::LiveWork
            | Self::FarmLocal
            | Self::CityPlanned
            | Self::Accessory
            | Self::AgriNoiseDesignated
            | Self::Hazmat => Kind::YesNo,
            _ => Kind::Number,
        }
    }

    /// Reads a value as the number conditions compare.
    pub(super) fn read(self, text: &str) -> Option<f64> {
        let number = || text.parse::<f64>().ok().filter(|n| n.is_finite() && *n >= 0.0);
        match self.kind() {
            Kind::Number => number(),
            Kind::Share => number().filter(|n| *n <= 1.0),
            Kind::Storey => text.parse::<i8>().ok().filter(|n| (-10..=120).contains(n)).map(f64::from),
            Kind::YesNo => match text {
                "true" | "yes" => Some(1.0),
                "false" | "no" => Some(0.0),
                _ => None,
            },
            Kind::Class => ProcessClass::from_slug(text).map(ProcessClass::weight),
        }
    }

    /// Writes what [`Variable::read`] reads.
    pub(super) fn write(self, value: f64) -> String {
        match self.kind() {
            Kind::YesNo => if value > 0.0 { "true" } else { "false" }.to_owned(),
            Kind::Class => ProcessClass::from_weight(value).map_or("none", ProcessClass::slug).to_owned(),
            _ => value.to_string(),
        }
    }
}
