//! What is known about a plan: floor areas, storey, equipment. Everything may be unknown.

use std::fmt;

use thiserror::Error;

use super::variable::{Kind, Variable};

/// How dangerous or annoying the processes of a workshop are, least first.
///
/// Where several processes run, the heaviest counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProcessClass {
    /// None of the listed processes.
    None,
    /// Listed in 別表第二(と)項第3号.
    To3,
    /// Listed in 別表第二(ぬ)項第3号.
    Nu3,
    /// Listed in 別表第二(る)項第1号.
    Ru1,
}

impl ProcessClass {
    /// Every class, lightest first.
    pub const ALL: &'static [ProcessClass] = &[Self::None, Self::To3, Self::Nu3, Self::Ru1];

    /// The word used in files and addresses.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::To3 => "to3",
            Self::Nu3 => "nu3",
            Self::Ru1 => "ru1",
        }
    }

    /// Reads a slug.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|c| c.slug() == slug)
    }

    /// Its place in the order of weight, as conditions compare it.
    pub(super) fn weight(self) -> f64 {
        f64::from(self as u8)
    }

    pub(super) fn from_weight(weight: f64) -> Option<Self> {
        Self::ALL.iter().copied().find(|c| c.weight().total_cmp(&weight).is_eq())
    }
}

/// What is known about a plan. `Default` knows nothing.
///
/// Areas are square metres, power is kW, the storey is the topmost one occupied (ground 1, basement 0).
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Inputs {
    /// Floor area of the use in the building.
    pub use_area_m2: Option<f64>,
    /// Topmost storey the use occupies: ground is 1, a basement 0.
    pub storey_max: Option<i8>,
    /// Part of a dwelling (兼用住宅).
    pub live_work: Option<bool>,
    /// Share of the building that is lived in, 0 to 1.
    pub dwelling_share: Option<f64>,
    /// Floor area that is not lived in, in a combined dwelling; the use's own where unknown.
    pub nonres_total_m2: Option<f64>,
    /// Floor area of the workshops.
    pub workshop_m2: Option<f64>,
    /// Output of all motors; 0 means none is used.
    pub motor_kw: Option<f64>,
    /// The heaviest process.
    pub process_class: Option<ProcessClass>,
    /// Floor area of the seats of a theatre.
    pub seat_area_m2: Option<f64>,
    /// Floor area of other uses in the building that (は)項 does not list; 0 where unknown.
    pub other_non_ha_m2: Option<f64>,
    /// Floor area of other shops, restaurants and amusements in the building; 0 where unknown.
    pub other_large_attract_m2: Option<f64>,
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
    /// A facility the minister lists as noisy.
    pub agri_noise_designated: Option<bool>,
    /// Hazardous materials are stored or handled.
    pub hazmat: Option<bool>,
}

/// Why an input cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum InputError {
    /// No such input.
    #[error("unknown input `{0}`")]
    Unknown(String),
    /// A value the input cannot have.
    #[error("`{input}` is {expected}, not `{value}`")]
    Value {
        /// The input.
        input: &'static str,
        /// What it takes.
        expected: &'static str,
        /// What was given.
        value: String,
    },
}

impl Inputs {
    /// Sets one input from text, as addresses and files give it.
    ///
    /// ```
    /// use machikado::law::Inputs;
    /// let mut inputs = Inputs::default();
    /// inputs.set("use_area_m2", "60")?;
    /// assert_eq!(inputs.use_area_m2, Some(60.0));
    /// assert!(inputs.set("use_area_m2", "-1").is_err());
    /// # Ok::<(), machikado::law::InputError>(())
    /// ```
    pub fn set(&mut self, name: &str, text: &str) -> Result<(), InputError> {
        let variable = Variable::from_slug(name)
            .filter(|v| v.is_input())
            .ok_or_else(|| InputError::Unknown(name.to_owned()))?;
        let value = variable.read(text).ok_or_else(|| InputError::Value {
            input: variable.slug(),
            expected: variable.kind().expected(),
            value: text.to_owned(),
        })?;
        self.put(variable, Some(value));
        Ok(())
    }

    /// Reads several inputs; the first wrong one is the error.
    pub fn from_pairs<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, InputError> {
        let mut inputs = Self::default();
        for (name, text) in pairs {
            inputs.set(name, text)?;
        }
        Ok(inputs)
    }

    /// The same plan with everything it does not say taken as nothing: no motor, no workshop, the ground
    /// floor, a building no larger than the use, no area. For worked cases, which say all that matters.
    #[must_use]
    pub fn as_whole_plan(&self) -> Self {
        let mut whole = *self;
        for variable in Variable::INPUTS {
            let nothing = match variable {
                Variable::StoreyMax => 1.0,
                Variable::NonresTotalM2 | Variable::BuildingTotalM2 => self.use_area_m2.unwrap_or(0.0),
                _ => 0.0,
            };
            whole.put(*variable, self.value(*variable).or(Some(nothing)));
        }
        whole
    }

    /// The inputs that are known, with their values as text, in a fixed order.
    pub fn known(&self) -> Vec<(&'static str, String)> {
        Variable::INPUTS
            .iter()
            .filter_map(|v| self.value(*v).map(|number| (v.slug(), v.write(number))))
            .collect()
    }

    /// What an input is known to be, as the number conditions compare (yes is 1, no is 0).
    pub(super) fn value(&self, variable: Variable) -> Option<f64> {
        let yes = |answer: Option<bool>| answer.map(|a| f64::from(u8::from(a)));
        match variable {
            Variable::UseAreaM2 => self.use_area_m2,
            Variable::StoreyMax => self.storey_max.map(f64::from),
            Variable::LiveWork => yes(self.live_work),
            Variable::DwellingShare => self.dwelling_share,
            Variable::NonresTotalM2 => self.nonres_total_m2,
            Variable::WorkshopM2 => self.workshop_m2,
            Variable::MotorKw => self.motor_kw,
            Variable::ProcessClass => self.process_class.map(ProcessClass::weight),
            Variable::SeatAreaM2 => self.seat_area_m2,
            Variable::OtherNonHaM2 => self.other_non_ha_m2,
            Variable::OtherLargeAttractM2 => self.other_large_attract_m2,
            Variable::BuildingTotalM2 => self.building_total_m2,
            Variable::SiteOtherFloorM2 => self.site_other_floor_m2,
            Variable::FarmLocal => yes(self.farm_local),
            Variable::CityPlanned => yes(self.city_planned),
            Variable::Accessory => yes(self.accessory),
            Variable::AgriNoiseDesignated => yes(self.agri_noise_designated),
            Variable::Hazmat => yes(self.hazmat),
            Variable::NonHaTotalM2 | Variable::LargeAttractTotalM2 => None,
        }
    }

    /// Makes an input known, or unknown again.
    pub(super) fn put(&mut self, variable: Variable, value: Option<f64>) {
        let yes = value.map(|v| v > 0.0);
        match variable {
            Variable::UseAreaM2 => self.use_area_m2 = value,
            Variable::StoreyMax => self.storey_max = value.map(|v| v as i8),
            Variable::LiveWork => self.live_work = yes,
            Variable::DwellingShare => self.dwelling_share = value,
            Variable::NonresTotalM2 => self.nonres_total_m2 = value,
            Variable::WorkshopM2 => self.workshop_m2 = value,
            Variable::MotorKw => self.motor_kw = value,
            Variable::ProcessClass => self.process_class = value.and_then(ProcessClass::from_weight),
            Variable::SeatAreaM2 => self.seat_area_m2 = value,
            Variable::OtherNonHaM2 => self.other_non_ha_m2 = value,
            Variable::OtherLargeAttractM2 => self.other_large_attract_m2 = value,
            Variable::BuildingTotalM2 => self.building_total_m2 = value,
            Variable::SiteOtherFloorM2 => self.site_other_floor_m2 = value,
            Variable::FarmLocal => self.farm_local = yes,
            Variable::CityPlanned => self.city_planned = yes,
            Variable::Accessory => self.accessory = yes,
            Variable::AgriNoiseDesignated => self.agri_noise_designated = yes,
            Variable::Hazmat => self.hazmat = yes,
            Variable::NonHaTotalM2 | Variable::LargeAttractTotalM2 => {}
        }
    }
}

impl fmt::Display for Inputs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let known: Vec<String> = self.known().iter().map(|(name, value)| format!("{name}={value}")).collect();
        f.write_str(&known.join(" "))
    }
}

impl Kind {
    const fn expected(self) -> &'static str {
        match self {
            Self::Number => "a number that is not negative",
            Self::Share => "a share from 0 to 1",
            Self::Storey => "a whole storey from -10 to 120",
            Self::YesNo => "true or false",
            Self::Class => "one of none, to3, nu3, ru1",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_input_can_be_set_and_reads_back() {
        for variable in Variable::INPUTS {
            let text = match variable.kind() {
                Kind::Number => "12.5",
                Kind::Share => "0.5",
                Kind::Storey => "3",
                Kind::YesNo => "true",
                Kind::Class => "nu3",
            };
            let inputs = Inputs::from_pairs([(variable.slug(), text)]).unwrap();
            assert_eq!(inputs.known(), [(variable.slug(), text.to_owned())]);
        }
    }

    #[test]
    fn a_computed_total_cannot_be_given() {
        assert!(matches!(Inputs::default().set("non_ha_total_m2", "1"), Err(InputError::Unknown(_))));
    }

    #[test]
    fn a_value_out_of_range_is_refused_by_name() {
        for (name, text) in
            [("dwelling_share", "1.5"), ("storey_max", "2.5"), ("motor_kw", "NaN"), ("hazmat", "2")]
        {
            let error = Inputs::default().set(name, text).unwrap_err();
            assert!(matches!(error, InputError::Value { input, .. } if input == name), "{error}");
        }
    }
}
