//! The law from the command line: worked cases, the whole table, a ward's own rules.

use serde_json::Value;

use crate::support::{machikado, machikado_ok, root};

fn file(name: &str) -> String {
    root().join(name).to_string_lossy().into_owned()
}

fn tried(words: &[&str]) -> (bool, Value) {
    let output = machikado(words);
    (output.status.success(), serde_json::from_slice(&output.stdout).expect("the report is JSON"))
}

#[test]
fn all_our_own_worked_cases_come_out_as_the_act_says() {
    let (passed, report) = tried(&["law", "try", &file("data/law/cases.json"), "--json"]);
    let wrong: Vec<&Value> = report["cases"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|c| c["verdict_agrees"] == false || c["citation_agrees"] == false)
        .collect();
    assert!(passed && wrong.is_empty(), "{wrong:#?}");
    assert!(report["tried"].as_u64().unwrap() >= 400);
}

#[test]
fn all_worked_cases_laid_beside_the_repository_come_out_as_expected() {
    let path = root().join("../shared/law/cases.json");
    if !path.exists() {
        println!("skipped: the worked cases in ../shared/law are not here");
        return;
    }
    let (passed, report) = tried(&["law", "try", path.to_str().unwrap(), "--json"]);
    assert!(passed, "{report:#}");
    let counts = ["tried", "verdicts_agree", "citations_agree"].map(|c| report[c].as_u64().unwrap());
    assert_eq!(counts, [30, 30, 30], "{report:#}");
}

/// Tries one file of cases, as a person would hand it over.
fn tried_file(cases: &str) -> (bool, Value) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cases.json");
    std::fs::write(&path, cases).unwrap();
    tried(&["law", "try", path.to_str().unwrap(), "--json"])
}

#[test]
fn a_case_that_cannot_be_read_is_named_and_the_others_are_still_tried() {
    let (passed, report) = tried_file(
        r#"{"cases": [
        {"id": "a", "use": "cafe_restrant", "district": "2L", "inputs": {}, "expected": "permitted"},
        {"id": "b", "use": "cafe_restaurant", "district": "2L", "inputs": {"use_area_m2": "wide"}, "expected": "permitted"},
        {"id": "c", "use": "cafe_restaurant", "district": "2L", "inputs": {"use_area": 10}, "expected": "permitted"},
        {"id": "d", "district": "2L", "inputs": {}, "expected": "permitted"},
        {"use": "cafe_restaurant", "district": "2L", "expected": "maybe"},
        {"id": "f", "use": "パン屋", "district": "2L", "expected": "permitted"},
        null,
        {"id": "e", "use": "cafe_restaurant", "district": "low_2", "inputs": {"use_area_m2": 150}, "expected": "permitted"}
    ]}"#,
    );
    assert!(!passed);
    assert_eq!((&report["tried"], &report["verdicts_agree"]), (&1.into(), &1.into()));
    insta::assert_json_snapshot!("unreadable_cases", report["unreadable"]);
}

#[test]
fn a_case_may_be_written_as_people_write() {
    let (passed, report) = tried_file(
        r#"[
        {"use": "カフェ・食堂・レストラン", "district": "第２種低層住居専用地域", "inputs": {"use_area_m2": "150㎡", "storey_max": "２階"},
         "expected": "可", "cite": "建築基準法施行令第百三十条の五の二第一号", "note": null, "by": "someone"},
        {"id": 7, "use": "自動車整備", "district": "準住居", "use_area_m2": 300, "workshop_m2": 151, "motor_kw": "2kW", "expected": "不可"},
        {"id": "half", "use": "office", "district": "Category 1 low-rise exclusive residential district",
         "inputs": {"use_area_m2": 50, "live_work": "はい", "dwelling_share": "50%", "hazmat": null}, "expected": "PERMITTED"},
        {"id": "open", "use": "cafe_restaurant", "district": "2L", "inputs": {"use_area_m2": 60}, "expected": "conditional"}
    ]"#,
    );
    assert!(passed, "{report:#}");
    assert_eq!((&report["tried"], &report["citations_agree"]), (&4.into(), &4.into()), "{report:#}");
}

#[test]
fn a_case_that_only_asks_is_answered_and_keeps_the_file_from_passing() {
    let asks = r#"{"id": "asks", "use": "hotel", "district": "2MH"}"#;
    let (passed, report) = tried_file(&format!("{asks}\n{asks}\n"));
    assert_eq!((passed, &report["without_expectation"]), (false, &2.into()), "{report:#}");
    assert_eq!(report["cases"][0]["verdict"], "prohibited");
    assert_eq!(report["cases"][0]["verdict_agrees"], Value::Null);
}

#[test]
fn a_file_without_cases_says_what_was_expected() {
    for (text, said) in [("{}", "no cases"), ("[]", "no cases"), ("a,b", "not JSON")] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("cases.json");
        std::fs::write(&path, text).unwrap();
        let output = machikado(&["law", "try", path.to_str().unwrap()]);
        let error = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.code() == Some(1) && error.contains(said), "{error}");
    }
}

#[test]
fn a_wrong_expectation_fails_the_command_and_is_marked() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cases.json");
    let case =
        r#"[{"id": "wrong", "use": "hotel", "district": "2MH", "inputs": {}, "expected": "permitted"}]"#;
    std::fs::write(&path, case).unwrap();
    let output = machikado(&["law", "try", path.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("wrong\thotel\tmid_high_2\tpermitted\tprohibited\tNO"), "{text}");
}

#[test]
fn the_whole_table_is_as_it_was_reviewed() {
    insta::assert_snapshot!("use_table", machikado_ok(&["law", "table"]));
}

#[test]
fn a_wards_rules_are_checked_tried_and_shown() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ward.csv");
    let rows = "# name: 試験区の条例\n\
                use,districts,verdict,conditions,citation,reason_ja,reason_en\n\
                apartment,QI,conditional,use_area_m2 <= 300 & storey_max <= 2,区条例3条,,\n";
    std::fs::write(&path, rows).unwrap();
    let path = path.to_str().unwrap();
    let said = machikado_ok(&["law", "check", "--overlay", path]);
    assert!(said.contains("apartment\t準工\t可 → 条件付き（その用途の床面積の合計300㎡以内、"), "{said}");
    assert!(said.ends_with("sound: 試験区の条例 changes 1 cells\n"), "{said}");
    let (_, table) = tried(&["law", "table", "--overlay", path, "--json"]);
    assert_eq!(table["uses"]["apartment"]["quasi_industrial"], "conditional");
    assert_eq!(table["overlay"], "試験区の条例");
}

#[test]
fn a_wrong_ward_table_is_refused_by_row_column_and_reason() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ward.csv");
    let rows = "use,districts,verdict,conditions,citation,reason_ja,reason_en\nhotel,QI,conditional,storeys <= 2,条例,,\n";
    std::fs::write(&path, rows).unwrap();
    let output = machikado(&["law", "check", "--overlay", path.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("row 2: column `conditions`: unknown quantity `storeys`"), "{said}");
}
