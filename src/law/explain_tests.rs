//! Do explanations say what decides, and never more than a guide may?

use super::{Inputs, Language, LawBook, Verdict, explain};
use crate::domain::UseDistrict;

fn summary(land_use: &str, inputs: &[(&str, &str)], district: UseDistrict, language: Language) -> String {
    let book = LawBook::built_in();
    let inputs = Inputs::from_pairs(inputs.iter().copied()).unwrap();
    explain(&book.judge(book.use_(land_use).unwrap(), &inputs, district), language).summary
}

const SMALL: &[(&str, &str)] = &[("use_area_m2", "60"), ("storey_max", "1"), ("live_work", "false")];
const HIGH: &[(&str, &str)] = &[("use_area_m2", "60"), ("storey_max", "3"), ("live_work", "false")];

#[test]
fn a_permitted_use_is_told_the_limit_the_clause_and_that_it_fits() {
    assert_eq!(
        summary("cafe_restaurant", SMALL, UseDistrict::Low2, Language::Ja),
        "150㎡以内で2階までなら可（別表第二(ろ)項第2号、令130条の5の2第1号）。60㎡・1階は当てはまります。"
    );
    assert_eq!(
        summary("cafe_restaurant", SMALL, UseDistrict::Low2, Language::En),
        "Permitted where up to 150 m² and up to storey 2 (別表第二(ろ)項第2号, 令130条の5の2第1号). It fits: 60 m², ground floor."
    );
}

#[test]
fn a_refused_use_is_told_which_limit_it_misses() {
    let text = summary("cafe_restaurant", HIGH, UseDistrict::Low2, Language::Ja);
    assert!(text.starts_with("可の条件は、150㎡以内で2階まで（"), "{text}");
    assert!(text.ends_with("3階は当てはまりません。"), "{text}");
}

#[test]
fn a_use_refused_outright_names_the_district_and_the_clause() {
    assert_eq!(
        summary("hotel", SMALL, UseDistrict::MidHigh2, Language::Ja),
        "第二種中高層住居専用地域では不可（別表第二(に)項第4号）。"
    );
}

#[test]
fn what_would_make_it_legal_starts_with_the_nearest_way() {
    let book = LawBook::built_in();
    let inputs = Inputs::from_pairs(HIGH.iter().copied()).unwrap();
    let judged = book.judge(book.use_("cafe_restaurant").unwrap(), &inputs, UseDistrict::Low2);
    let ways = explain(&judged, Language::Ja).ways;
    assert_eq!(ways[0], "3階以上の部分をその用途に使わない（別表第二(ろ)項第2号、令130条の5の2第1号）");
    assert_eq!(ways.len(), 2, "{ways:?}");
}

#[test]
fn hazardous_materials_are_left_to_the_ward() {
    let plan = [("use_area_m2", "100"), ("workshop_m2", "80"), ("hazmat", "true")];
    let text = summary("auto_repair", &plan, UseDistrict::QuasiIndustrial, Language::Ja);
    assert!(text.starts_with("危険物の種類と量によるので、区に確認してください（令130条の9"), "{text}");
}

#[test]
fn a_use_that_needs_reading_gives_the_reason_and_the_usual_answer() {
    let text = summary("izakaya_bar", SMALL, UseDistrict::Low2, Language::Ja);
    assert!(
        text.contains("居酒屋・バー") && text.contains("認めない例が多い") && text.contains("区に確認"),
        "{text}"
    );
}

/// Texts that would promise what only other offices can give.
const PROMISES: &[&str] = &["できます", "may trade", "may open", "店を 開けます"];

#[test]
fn no_explanation_of_any_use_in_any_district_promises_that_it_may_trade() {
    let book = LawBook::built_in();
    let plans = [Inputs::default(), Inputs::from_pairs(SMALL.iter().copied()).unwrap()];
    for (land_use, district) in book.uses().iter().flat_map(|u| UseDistrict::ALL.iter().map(move |d| (u, d)))
    {
        for (inputs, language) in plans.iter().flat_map(|i| Language::ALL.iter().map(move |l| (i, l))) {
            let text = explain(&book.judge(land_use.id, inputs, *district), *language);
            assert!(!text.summary.is_empty());
            for said in text.ways.iter().chain([&text.summary]) {
                assert!(!PROMISES.iter().any(|p| said.contains(p)), "{} {district:?}: {said}", land_use.slug);
            }
        }
    }
}

#[test]
fn a_refused_use_that_could_be_legal_always_says_how() {
    let book = LawBook::built_in();
    for (land_use, district) in book.uses().iter().flat_map(|u| UseDistrict::ALL.iter().map(move |d| (u, d)))
    {
        let judged = book.judge(land_use.id, &Inputs::default().as_whole_plan(), *district);
        if judged.verdict == Verdict::Prohibited && !judged.alternatives.is_empty() {
            let ways = explain(&judged, Language::Ja).ways;
            assert!(
                !ways.is_empty() && ways.iter().all(|w| !w.starts_with('（')),
                "{} {district:?}",
                land_use.slug
            );
        }
    }
}
