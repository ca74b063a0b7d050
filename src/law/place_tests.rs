//! Places: split sites, places without zoning or without a pin, and the cautions that come with them.

use proptest::prelude::*;
use smallvec::smallvec;

use super::{
    Inputs, Language, LawBook, Site, SiteArea, SiteReason, UseId, Verdict, district_bit, judge_site,
};
use crate::domain::{AreaKind, UseDistrict};

fn judged(land_use: &str, site: &Site) -> (Verdict, SiteReason) {
    let book = LawBook::built_in();
    let inputs = Inputs { use_area_m2: Some(100.0), storey_max: Some(1), ..Inputs::default() };
    let found = judge_site(book, book.use_(land_use).unwrap(), &inputs, site);
    (found.verdict, found.why)
}

fn caution_ids(land_use: &str, inputs: &[(&str, &str)], site: &Site) -> Vec<&'static str> {
    let book = LawBook::built_in();
    let inputs = Inputs::from_pairs(inputs.iter().copied()).unwrap();
    let notes = book.cautions(book.use_(land_use).unwrap(), &inputs, site);
    notes.iter().map(|n| n.caution.id.as_str()).collect()
}

fn beside(own: UseDistrict, other: UseDistrict) -> Site {
    Site { near: smallvec![(other, 12.0)], ..Site::within(own) }
}

#[test]
fn where_both_sides_say_the_same_the_majority_cannot_change_it() {
    let site = beside(UseDistrict::Commercial, UseDistrict::NeighbourhoodCommercial);
    assert_eq!(judged("cafe_restaurant", &site), (Verdict::Permitted, SiteReason::Rule));
}

#[test]
fn where_the_sides_differ_the_ward_is_asked() {
    let site = beside(UseDistrict::QuasiIndustrial, UseDistrict::Residential1);
    assert_eq!(judged("karaoke", &site), (Verdict::AskWard, SiteReason::SplitSite));
}

#[test]
fn a_place_without_zoning_or_without_a_pin_is_the_wards_to_answer() {
    let nowhere = Site { exact: true, ..Site::default() };
    assert_eq!(judged("karaoke", &nowhere), (Verdict::AskWard, SiteReason::NoZoning));
    let vague = Site { exact: false, ..Site::within(UseDistrict::Commercial) };
    assert_eq!(judged("karaoke", &vague), (Verdict::AskWard, SiteReason::PlaceNotExact));
}

#[test]
fn a_split_site_is_named_with_its_metres_in_every_language() {
    let book = LawBook::built_in();
    let site = beside(UseDistrict::QuasiIndustrial, UseDistrict::Residential1);
    let notes = book.cautions(book.use_("karaoke").unwrap(), &Inputs::default(), &site);
    let note = notes.iter().find(|n| n.caution.id == "site_majority").unwrap();
    assert!(note.text(Language::Ja).contains("第一種住居地域（12m）"), "{}", note.text(Language::Ja));
    assert!(note.text(Language::En).contains("(12 m)"), "{}", note.text(Language::En));
}

#[test]
fn a_change_of_use_is_mentioned_above_200_m2_of_a_special_building_only() {
    let site = Site::within(UseDistrict::Commercial);
    let id = "change_of_use_confirm";
    assert!(!caution_ids("cafe_restaurant", &[("use_area_m2", "200")], &site).contains(&id));
    assert!(caution_ids("cafe_restaurant", &[("use_area_m2", "200.1")], &site).contains(&id));
    assert!(caution_ids("cafe_restaurant", &[], &site).contains(&id), "it may be larger");
    assert!(!caution_ids("office", &[("use_area_m2", "900")], &site).contains(&id));
}

#[test]
fn a_refusal_comes_with_the_proviso_and_existing_buildings() {
    let refused = caution_ids("hotel", &[], &Site::within(UseDistrict::MidHigh2));
    assert!(refused.contains(&"proviso") && refused.contains(&"nonconforming"), "{refused:?}");
    let permitted = caution_ids("hotel", &[], &Site::within(UseDistrict::Commercial));
    assert!(!permitted.contains(&"proviso"), "{permitted:?}");
}

#[test]
fn noise_at_night_concerns_a_shop_within_20_m_of_homes() {
    let far = Site::within(UseDistrict::Commercial);
    let near = beside(UseDistrict::Commercial, UseDistrict::Residential1);
    assert!(!caution_ids("cafe_restaurant", &[], &far).contains(&"night_noise"));
    assert!(caution_ids("cafe_restaurant", &[], &near).contains(&"night_noise"));
}

#[test]
fn a_district_plan_that_holds_the_place_is_named_in_every_language_and_must_be_asked_about() {
    let plan = SiteArea { kind: AreaKind::DistrictPlan, name: "経堂駅周辺地区".into(), url: None };
    let site = Site { areas: smallvec![plan], ..Site::within(UseDistrict::Commercial) };
    let book = LawBook::built_in();
    let notes = book.cautions(book.use_("karaoke").unwrap(), &Inputs::default(), &site);
    let note = notes.iter().find(|n| n.caution.id == "district_plan_inside").unwrap();
    assert_eq!(note.caution.level, super::CautionLevel::Ask);
    for language in Language::ALL {
        assert!(note.text(*language).contains("経堂駅周辺地区"), "{}", note.text(*language));
    }
    assert!(notes.iter().all(|n| n.caution.id != "district_plan"), "the general note gives way");
    assert!(notes.iter().any(|n| n.caution.id == "special_use_district"), "that of another kind stays");
}

#[test]
fn where_no_plan_is_known_to_hold_the_place_the_general_note_stays() {
    let told = caution_ids("karaoke", &[], &Site::within(UseDistrict::Commercial));
    assert!(told.contains(&"district_plan") && told.contains(&"special_use_district"), "{told:?}");
    assert!(!told.contains(&"district_plan_inside"));
}

#[test]
fn what_must_be_asked_comes_before_what_is_good_to_know() {
    let book = LawBook::built_in();
    let site = beside(UseDistrict::QuasiIndustrial, UseDistrict::Residential1);
    let notes = book.cautions(book.use_("mahjong_pachinko").unwrap(), &Inputs::default(), &site);
    assert!(notes.is_sorted_by_key(|n| n.caution.level));
}

proptest! {
    #[test]
    fn the_table_answers_for_a_place_as_judging_it_does(
        use_at in 0..LawBook::built_in().uses().len() as u16,
        own in 0..UseDistrict::ALL.len(), near in proptest::collection::vec(0..UseDistrict::ALL.len(), 0..3),
        area in 1.0..4000.0_f64, storey in 0..6_i8,
    ) {
        let book = LawBook::built_in();
        let site = Site {
            near: near.iter().map(|at| (UseDistrict::ALL[*at], 5.0)).collect(),
            ..Site::within(UseDistrict::ALL[own])
        };
        let mask = near.iter().fold(0, |mask, at| mask | district_bit(UseDistrict::ALL[*at]));
        let table = book.table(UseId(use_at), &Inputs::default());
        let inputs = Inputs { use_area_m2: Some(area), storey_max: Some(storey), ..Inputs::default() };
        let expected = judge_site(book, UseId(use_at), &inputs, &site).verdict;
        prop_assert_eq!(table.site_verdict(site.district, mask, Some(storey), Some(area)), expected);
    }
}
