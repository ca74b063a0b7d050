//! Does reading the tables refuse what cannot be right, by row, column and reason?

use super::districts::Districts;
use super::provisions::Provisions;
use super::rules::{Rules, Tables};
use super::{CellReason, LawBook, LawError};

const RULES: &str = include_str!("../../data/law/rules.csv");
const PROVISIONS: &str = include_str!("../../data/law/provisions.csv");

fn read(rules: &str, provisions: &str) -> Result<Rules, LawError> {
    let districts = Districts::read(include_str!("../../data/law/districts.csv"))?;
    let provisions = Provisions::read(provisions, &districts)?;
    let uses = LawBook::built_in().uses();
    Rules::read(rules, &Tables { uses, districts: &districts, provisions: &provisions })
}

/// The row a text of the table stands in.
fn row_of(table: &str, text: &str) -> usize {
    table.lines().position(|line| line.contains(text)).unwrap() + 1
}

fn cell(error: LawError) -> (usize, &'static str, CellReason) {
    match error {
        LawError::Cell { row, column, reason, .. } => (row, column, reason),
        other => panic!("{other}"),
    }
}

/// What reading says where one line of the rules is changed.
fn with_rule(line: &str, changed: &str) -> (usize, &'static str, CellReason) {
    let row = row_of(RULES, line);
    let (told, column, reason) = cell(read(&RULES.replacen(line, changed, 1), PROVISIONS).unwrap_err());
    assert_eq!(told, row, "{reason}");
    (told, column, reason)
}

const HOTEL: &str = "hotel,mid_high_2,prohibited,,(に)項第4号,,,";

#[test]
fn the_tables_as_they_are_can_be_read() {
    read(RULES, PROVISIONS).unwrap();
}

#[test]
fn an_unknown_use_district_verdict_or_provision_is_named() {
    let unknown = |what, value: &str| CellReason::Unknown { what, value: value.to_owned() };
    let (_, column, reason) = with_rule(HOTEL, "hostel,mid_high_2,prohibited,,(に)項第4号,,,");
    assert_eq!((column, reason), ("use", unknown("use", "hostel")));
    let (_, column, reason) = with_rule(HOTEL, "hotel,mid_high_3,prohibited,,(に)項第4号,,,");
    assert_eq!((column, reason), ("districts", unknown("district", "mid_high_3")));
    let (_, column, reason) = with_rule(HOTEL, "hotel,mid_high_2,forbidden,,(に)項第4号,,,");
    assert_eq!((column, reason), ("verdict", unknown("verdict", "forbidden")));
    let (_, column, reason) = with_rule(HOTEL, "hotel,mid_high_2,conditional,shop_900,,,,");
    assert_eq!((column, reason), ("provisions", unknown("provision", "shop_900")));
}

#[test]
fn a_provision_that_says_nothing_in_a_district_is_named_with_it() {
    let (_, column, reason) = with_rule(HOTEL, "hotel,mid_high_2,conditional,shop_150,,,,");
    assert_eq!(column, "provisions");
    assert_eq!(reason, CellReason::NoLine { provision: "shop_150".into(), district: "mid_high_2" });
}

#[test]
fn a_clause_no_item_leads_to_is_named() {
    let (_, column, reason) = with_rule(HOTEL, "hotel,mid_high_2,prohibited,,(わ)項第4号,,,");
    assert_eq!(column, "citation");
    assert!(matches!(reason, CellReason::Unreachable { district: "mid_high_2", .. }), "{reason}");
}

#[test]
fn a_cell_given_twice_is_refused_and_a_missing_one_named() {
    let twice = RULES.replacen(HOTEL, &format!("{HOTEL}\n{HOTEL}"), 1);
    let (row, column, reason) = cell(read(&twice, PROVISIONS).unwrap_err());
    assert_eq!((row, column), (row_of(RULES, HOTEL) + 1, "use"));
    assert!(matches!(reason, CellReason::Duplicate(..)), "{reason}");
    let error = read(&RULES.replacen(HOTEL, "# left out", 1), PROVISIONS).unwrap_err();
    assert!(matches!(error, LawError::MissingRule { district: "mid_high_2", .. }), "{error}");
}

#[test]
fn a_rule_without_a_clause_is_refused_where_silence_says_nothing() {
    let (_, column, reason) = with_rule(HOTEL, "hotel,mid_high_2,prohibited,,,,,");
    assert_eq!((column, reason), ("citation", CellReason::Empty));
}

#[test]
fn a_condition_with_an_unknown_quantity_or_sign_is_refused_in_its_row() {
    let line = "shop_150,low_2,use_area_m2 <= 150,(ろ)項第2号";
    for changed in ["shop_150,low_2,area <= 150,(ろ)項第2号", "shop_150,low_2,use_area_m2 ~ 150,(ろ)項第2号"]
    {
        let (row, column, reason) = cell(read(RULES, &PROVISIONS.replacen(line, changed, 1)).unwrap_err());
        assert_eq!((row, column), (row_of(PROVISIONS, line), "condition"));
        assert!(matches!(reason, CellReason::Condition(_)), "{reason}");
    }
}
