//! A ward's own rules: what they change, and what is wrong with them by row, column and reason.

use super::{CellReason, Inputs, LawBook, LawError, OverlayChanges, Verdict};
use crate::domain::UseDistrict;

const HEADER: &str = "use,districts,verdict,conditions,citation,reason_ja,reason_en\n";

fn ward(rows: &str) -> Result<LawBook, LawError> {
    LawBook::built_in().with_overlay(&format!("# name: 試験区の条例\n{HEADER}{rows}"))
}

fn verdict(book: &LawBook, land_use: &str, district: UseDistrict, area: f64) -> Verdict {
    let inputs = Inputs { use_area_m2: Some(area), storey_max: Some(1), ..Inputs::default() };
    book.verdict(book.use_(land_use).unwrap(), &inputs, district)
}

fn cell_error(rows: &str) -> (usize, &'static str, CellReason) {
    match ward(rows).unwrap_err() {
        LawError::Cell { row, column, reason, .. } => (row, column, reason),
        other => panic!("{other}"),
    }
}

#[test]
fn a_wards_row_replaces_its_cells_and_no_other() {
    let book = ward("apartment,QI,prohibited,,区条例3条,工場を守るため,To keep factories\n").unwrap();
    assert_eq!(verdict(&book, "apartment", UseDistrict::QuasiIndustrial, 100.0), Verdict::Prohibited);
    assert_eq!(verdict(&book, "apartment", UseDistrict::Commercial, 100.0), Verdict::Permitted);
    let changes = OverlayChanges::of(LawBook::built_in(), &book);
    assert_eq!(changes.cells().len(), 1);
    assert!(changes.to_string().contains("可 → 不可"), "{changes}");
}

#[test]
fn a_wards_conditions_are_all_needed_and_its_rows_are_ways_of_which_one_is_enough() {
    let rows = "factory,quasi_industrial,conditional,use_area_m2 <= 300 & storey_max <= 2,区条例4条,,\n\
                factory,quasi_industrial,conditional,motor_kw = 0,区条例5条,,\n";
    let book = ward(rows).unwrap();
    assert_eq!(verdict(&book, "factory", UseDistrict::QuasiIndustrial, 300.0), Verdict::Permitted);
    assert_eq!(verdict(&book, "factory", UseDistrict::QuasiIndustrial, 301.0), Verdict::Conditional);
}

#[test]
fn a_judgement_by_a_wards_row_says_whose_rule_it_is() {
    let book = ward("hotel,residential_1,prohibited,,区条例6条,,\n").unwrap();
    let hotel = book.use_("hotel").unwrap();
    let judged = book.judge(hotel, &Inputs::default(), UseDistrict::Residential1);
    assert_eq!((judged.overlay, judged.citations), (Some("試験区の条例"), vec!["区条例6条"]));
    assert_eq!(book.judge(hotel, &Inputs::default(), UseDistrict::Residential2).overlay, None);
}

#[test]
fn a_ward_that_bars_shops_in_mid_high_1_does_not_change_what_the_act_lists_there() {
    // (は)項 itself is national: the second mid/high-rise district goes on asking it.
    let book = ward("shop_daily,mid_high_1,prohibited,,区条例7条,,\n").unwrap();
    let shop = book.use_("shop_daily").unwrap();
    let inputs = Inputs {
        use_area_m2: Some(400.0),
        storey_max: Some(1),
        other_non_ha_m2: Some(1400.0),
        ..Inputs::default()
    };
    assert_eq!(book.verdict(shop, &inputs, UseDistrict::MidHigh2), Verdict::Permitted);
}

#[test]
fn what_is_wrong_is_told_by_row_column_and_reason() {
    let unknown = |what, value: &str| CellReason::Unknown { what, value: value.to_owned() };
    assert_eq!(cell_error("cafe,QI,prohibited,,条例,,\n"), (3, "use", unknown("use", "cafe")));
    assert_eq!(cell_error("hotel,QJ,prohibited,,条例,,\n"), (3, "districts", unknown("district", "QJ")));
    assert_eq!(cell_error("hotel,QI,maybe,,条例,,\n"), (3, "verdict", unknown("verdict", "maybe")));
    assert_eq!(cell_error("hotel,QI,prohibited,,,,\n"), (3, "citation", CellReason::Empty));
    assert_eq!(cell_error("hotel,QI,conditional,,条例,,\n"), (3, "conditions", CellReason::Empty));
    let (row, column, _) =
        cell_error("hotel,QI,prohibited,,条例,,\nhotel,C,conditional,storeys <= 2,条例,,\n");
    assert_eq!((row, column), (4, "conditions"));
    let (row, column, reason) = cell_error("hotel,QI C,prohibited,,条例,,\nhotel,C,permitted,,条例,,\n");
    assert_eq!((row, column), (4, "use"));
    assert!(matches!(reason, CellReason::Duplicate(_, 3)), "{reason}");
}

#[test]
fn a_table_without_a_needed_column_is_refused_by_its_name() {
    let error = LawBook::built_in().with_overlay("use,districts,verdict\n").unwrap_err();
    assert!(matches!(error, LawError::MissingColumn { column: "conditions", .. }), "{error}");
}

#[test]
fn a_wards_limit_on_storeys_makes_steps_of_its_own_in_the_table() {
    let book = ward("office,commercial,conditional,storey_max <= 9,区条例8条,,\n").unwrap();
    let table = book.table(book.use_("office").unwrap(), &Inputs::default());
    assert_eq!(table.verdict(UseDistrict::Commercial, Some(9), None), Verdict::Permitted);
    assert_eq!(table.verdict(UseDistrict::Commercial, Some(10), None), Verdict::Prohibited);
}
