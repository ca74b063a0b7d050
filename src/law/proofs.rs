//! What holds for every use, district and plan, tried at random and at every limit.

use proptest::prelude::*;

use super::variable::{Kind, Variable};
use super::{Inputs, LawBook, ProcessClass, UseId, Verdict};
use crate::domain::UseDistrict;

fn any_use() -> impl Strategy<Value = UseId> {
    (0..LawBook::built_in().uses().len() as u16).prop_map(UseId)
}

fn any_district() -> impl Strategy<Value = UseDistrict> {
    (0..UseDistrict::ALL.len()).prop_map(|at| UseDistrict::ALL[at])
}

/// Areas at and about every limit of the act, and some in between.
fn any_area() -> impl Strategy<Value = f64> {
    let limits = [15.0, 50.0, 150.0, 200.0, 300.0, 500.0, 600.0, 1500.0, 3000.0, 10_000.0_f64];
    prop_oneof![
        (0..limits.len(), -1..=1_i8).prop_map(move |(at, by)| limits[at] + f64::from(by)),
        1.0..12_000.0_f64,
    ]
}

fn any_power() -> impl Strategy<Value = f64> {
    prop_oneof![Just(0.0), Just(0.75), Just(0.76), 0.0..20.0_f64]
}

fn any_class() -> impl Strategy<Value = ProcessClass> {
    (0..ProcessClass::ALL.len()).prop_map(|at| ProcessClass::ALL[at])
}

prop_compose! {
    /// A plan that says everything, and hangs together: parts are no larger than the whole.
    fn whole_plan()(
        area in any_area(), storey in 0..7_i8, motor in any_power(), class in any_class(),
        share in prop_oneof![Just(0.49), Just(0.5), 0.0..1.0_f64],
        parts in (0.0..=1.0_f64, 0.0..=1.0_f64), more in prop_oneof![Just(0.0), 0.0..2000.0_f64],
        site in any_area(), answers in any::<[bool; 6]>(),
    ) -> Inputs {
        Inputs {
            use_area_m2: Some(area),
            storey_max: Some(storey),
            live_work: Some(answers[0]),
            dwelling_share: Some(share),
            workshop_m2: Some((area * parts.0).round().min(area)),
            motor_kw: Some(motor),
            process_class: Some(class),
            seat_area_m2: Some((area * parts.1).round().min(area)),
            building_total_m2: Some(area + more),
            site_other_floor_m2: Some(site),
            farm_local: Some(answers[1]),
            city_planned: Some(answers[2]),
            accessory: Some(answers[3]),
            agri_noise_designated: Some(answers[4]),
            hazmat: Some(answers[5]),
            ..Inputs::default()
        }
    }
}

/// The same plan with some answers withheld.
fn forget(plan: &Inputs, mask: u32) -> Inputs {
    let mut partial = *plan;
    for (at, variable) in Variable::INPUTS.iter().enumerate() {
        if mask & (1 << at) != 0 {
            partial.put(*variable, None);
        }
    }
    partial
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn a_verdict_given_before_all_is_known_stands_when_the_rest_is_known(
        use_id in any_use(), district in any_district(), plan in whole_plan(), mask in any::<u32>(),
    ) {
        let book = LawBook::built_in();
        let partial = forget(&plan, mask);
        // Hazardous materials turn any yes into a question; unknown, they are left out by design.
        let plan = Inputs { hazmat: partial.hazmat, ..plan };
        let early = book.verdict(use_id, &partial, district);
        if matches!(early, Verdict::Permitted | Verdict::Prohibited) {
            prop_assert_eq!(early, book.verdict(use_id, &plan, district));
        }
    }

    #[test]
    fn a_plan_that_says_everything_is_never_conditional(
        use_id in any_use(), district in any_district(), plan in whole_plan(),
    ) {
        prop_assert_ne!(LawBook::built_in().verdict(use_id, &plan, district), Verdict::Conditional);
    }

    #[test]
    fn the_table_says_what_judging_says(
        use_id in any_use(), district in any_district(), plan in whole_plan(), mask in any::<u32>(),
        storey in proptest::option::of(-2..8_i8), area in proptest::option::of(any_area()),
    ) {
        let book = LawBook::built_in();
        let inputs = forget(&plan, mask);
        let looked_up = book.table(use_id, &inputs).verdict(district, storey, area);
        let place = Inputs {
            storey_max: inputs.storey_max.or(storey),
            use_area_m2: inputs.use_area_m2.or(area),
            ..inputs
        };
        prop_assert_eq!(looked_up, book.verdict(use_id, &place, district));
        prop_assert_eq!(looked_up, book.judge(use_id, &place, district).verdict);
    }

    #[test]
    fn more_floor_storeys_power_or_heavier_work_never_makes_a_refused_use_permitted(
        use_id in any_use(), district in any_district(), plan in whole_plan(),
        which in 0..GROWS.len(), more in 0.0..12_000.0_f64,
    ) {
        let book = LawBook::built_in();
        let plan = Inputs { hazmat: None, ..plan };
        let bigger = grown(&plan, GROWS[which], more);
        if book.verdict(use_id, &plan, district) == Verdict::Prohibited {
            prop_assert_ne!(book.verdict(use_id, &bigger, district), Verdict::Permitted);
        }
    }
}

/// What only ever makes a use harder to permit. The act makes no exception to any of them: no clause lets
/// a use in because it is larger, higher up, stronger or more annoying.
const GROWS: &[Variable] = &[
    Variable::UseAreaM2,
    Variable::StoreyMax,
    Variable::WorkshopM2,
    Variable::MotorKw,
    Variable::ProcessClass,
    Variable::SeatAreaM2,
    Variable::BuildingTotalM2,
    Variable::OtherNonHaM2,
    Variable::OtherLargeAttractM2,
];

fn grown(plan: &Inputs, variable: Variable, more: f64) -> Inputs {
    let mut bigger = *plan;
    let before = plan.value(variable).unwrap_or(0.0);
    let after = match variable.kind() {
        Kind::Storey => (before + 1.0 + (more % 4.0)).floor(),
        Kind::Class => (before + 1.0).min(3.0),
        _ => before + more,
    };
    bigger.put(variable, Some(after));
    bigger
}
