//! Answers "what may open in this use district and hardly anywhere else in the city, from which size on?"
//!
//! Judged is a trade as planners mean it: motors of 1 kW, all of the floor workshop, on the ground floor, in a building of its own,
//! without listed processes or hazardous materials. It belongs here from the smallest floor area at which the law leaves it room in
//! the district and refuses it in every other district of the city but the industrial ones. Where the ward must be asked, there may
//! be room. Land is judged by its district alone; listings as in a search for the use
//! with these motors, without listed processes and hazardous materials.

use crate::city::{City, LawFilter, WordSet};
use crate::domain::UseDistrict;
use crate::law::{Inputs, LawBook, Process, ProcessClass, UseId, Verdict, VerdictTable};

const M2_PER_HECTARE: f64 = 10_000.0;
const MOTOR_KW: f64 = 1.0;
/// Just above a limit of the law.
const ABOVE_M2: f64 = 1.0;
const INDUSTRIAL: [UseDistrict; 3] =
    [UseDistrict::QuasiIndustrial, UseDistrict::Industrial, UseDistrict::ExclusiveIndustrial];
/// Whose processes are asked about.
const FACTORY: &str = "factory";

/// A use that the rest of the city has no land for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OnlyUse {
    /// The use.
    pub use_id: UseId,
    /// Above this floor area, m²; `None` at any size.
    pub above_m2: Option<f64>,
    /// Land of the city where it has room, hectares.
    pub hectares: f64,
    /// Public listings that the district touches, of at least 1 m² more, where the law does not refuse it.
    pub vacancies: usize,
}

/// What depends on one use district.
#[derive(Debug, Clone, PartialEq)]
pub struct OnlyIn<'b> {
    /// The district's land, hectares.
    pub hectares: f64,
    /// The district's land, part of all zoned land, 0 to 1.
    pub share: f64,
    /// Uses, in the order of the book.
    pub uses: Vec<OnlyUse>,
    /// Processes of a factory of any size, in the order of the act.
    pub processes: Vec<&'b Process>,
}

/// What may open in a use district and hardly anywhere else in the city.
pub fn only_in<'b>(city: &City, book: &'b LawBook, district: UseDistrict) -> OnlyIn<'b> {
    let land = Land::of(city, district);
    let uses = book.uses().iter().filter_map(|land_use| {
        let plan = Inputs {
            motor_kw: Some(MOTOR_KW),
            process_class: Some(ProcessClass::None),
            hazmat: Some(false),
            ..Inputs::default()
        };
        let law = LawFilter::of(book, land_use.id, &plan, WordSet::EMPTY);
        let judge = |above: Option<f64>| {
            let trade = trade(above, ProcessClass::None);
            move |district| book.verdict(land_use.id, &trade, district)
        };
        let limits = sizes(&book.table(land_use.id, &plan));
        let above_m2 = limits.into_iter().find(|above| land.only_here(judge(*above)))?;
        let fits = |area: Option<f64>| {
            above_m2.is_none_or(|above| area.is_some_and(|area| area >= above + ABOVE_M2))
        };
        let rows =
            city.listings().iter().filter(|row| row.districts().contains(district) && fits(row.area_m2()));
        let vacancies = rows.filter(|row| may(law.verdict(row))).count();
        Some(OnlyUse { use_id: land_use.id, above_m2, hectares: land.hectares(judge(above_m2)), vacancies })
    });
    let uses = uses.collect();
    let heavy = |class: &ProcessClass| {
        let trade = trade(None, *class);
        let only = |factory| land.only_here(|district| book.verdict(factory, &trade, district));
        *class != ProcessClass::None && book.use_(FACTORY).is_some_and(only)
    };
    let classes: Vec<ProcessClass> = ProcessClass::ALL.iter().copied().filter(heavy).collect();
    let processes = book.processes().iter().filter(|process| classes.contains(&process.class)).collect();
    OnlyIn {
        hectares: land.own,
        share: if land.all > 0.0 { land.own / land.all } else { 0.0 },
        uses,
        processes,
    }
}

/// A trade just above a size.
fn trade(above: Option<f64>, process_class: ProcessClass) -> Inputs {
    let area = Some(above.unwrap_or(0.0) + ABOVE_M2);
    let known = Inputs {
        use_area_m2: area,
        workshop_m2: area,
        motor_kw: Some(MOTOR_KW),
        process_class: Some(process_class),
        ..Inputs::default()
    };
    known.as_whole_plan()
}

/// The city's land by district, hectares.
struct Land {
    district: UseDistrict,
    districts: Vec<(UseDistrict, f64)>,
    own: f64,
    all: f64,
}

impl Land {
    fn of(city: &City, district: UseDistrict) -> Self {
        let hectares = |d: &UseDistrict| (*d, city.zone_layer().district_m2(*d) / M2_PER_HECTARE);
        let districts: Vec<_> =
            UseDistrict::ALL.iter().map(hectares).filter(|(_, hectares)| *hectares > 0.0).collect();
        let own = districts.iter().find(|(d, _)| *d == district).map_or(0.0, |(_, hectares)| *hectares);
        let all = districts.iter().map(|(_, hectares)| hectares).sum();
        Self { district, districts, own, all }
    }

    fn only_here(&self, verdict: impl Fn(UseDistrict) -> Verdict) -> bool {
        let mut others =
            self.districts.iter().filter(|(d, _)| *d != self.district && !INDUSTRIAL.contains(d));
        self.own > 0.0
            && has_room(verdict(self.district))
            && !others.any(|(district, _)| may(verdict(*district)))
    }

    fn hectares(&self, verdict: impl Fn(UseDistrict) -> Verdict) -> f64 {
        self.districts
            .iter()
            .filter(|(district, _)| may(verdict(*district)))
            .map(|(_, hectares)| hectares)
            .sum()
    }
}

/// Any size, then every limit at which the verdict changes in some district.
fn sizes(table: &VerdictTable) -> Vec<Option<f64>> {
    let steps = table.districts().iter().flat_map(|district| {
        let storeys = district.storeys.iter().map(|storey| &storey.areas);
        storeys.flat_map(|areas| areas.steps.iter().filter_map(|step| step.up_to_m2))
    });
    let mut limits: Vec<f64> = steps.collect();
    limits.sort_unstable_by(f64::total_cmp);
    limits.dedup();
    std::iter::once(None).chain(limits.into_iter().map(Some)).collect()
}

fn has_room(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Permitted | Verdict::Conditional)
}

/// Whatever the law does not refuse.
fn may(verdict: Verdict) -> bool {
    has_room(verdict) || verdict == Verdict::AskWard
}
