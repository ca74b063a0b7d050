//! Do our tables say what the facts laid beside the repository (`../shared/law`) say, cell by cell?

use machikado::law::{
    AlternativeOutcome, Comparison, Condition, Inputs, Judgement, LawBook, Verdict, is_named,
};
use serde_json::Value;

use crate::support::root;

fn facts() -> Option<Value> {
    let path = root().join("../shared/law/use_rules.json");
    let Ok(text) = std::fs::read_to_string(path) else {
        println!("skipped: the facts in ../shared/law are not here");
        return None;
    };
    Some(serde_json::from_str(&text).unwrap())
}

fn texts(value: &Value) -> Vec<String> {
    value.as_array().unwrap().iter().map(|v| v.as_str().unwrap().to_owned()).collect()
}

/// Every clause on the left is named on the right.
fn covered(left: &[String], right: &[String]) -> bool {
    let right: Vec<&str> = right.iter().map(String::as_str).collect();
    left.iter().all(|l| is_named(l, &right))
}

/// The same, where the facts may cite more or less exactly than we do.
fn agree(ours: &[String], fact: &[String]) -> bool {
    covered(fact, ours) || covered(ours, fact)
}

fn owned(citations: &[&str]) -> Vec<String> {
    citations.iter().map(|c| (*c).to_owned()).collect()
}

fn number(value: &Value) -> f64 {
    match value {
        Value::Bool(yes) => f64::from(u8::from(*yes)),
        other => other.as_f64().unwrap(),
    }
}

fn same_condition(ours: &Condition, fact: &Value) -> bool {
    let op = fact["op"].as_str().unwrap();
    let comparison = match ours.comparison {
        Comparison::AtMost => "<=",
        Comparison::Below => "<",
        Comparison::AtLeast => ">=",
        Comparison::Above => ">",
        Comparison::Equal => "==",
    };
    let value = &fact["value"];
    let same_limit = match (op, value) {
        ("in", Value::Array(classes)) => {
            // `in [none, to3]` is our `<= to3`: the classes are ordered.
            comparison_is_order(ours.comparison) && ours.limit.number == Some((classes.len() - 1) as f64)
        }
        (_, Value::Object(_)) => {
            let min = value["min_of"].as_array().unwrap();
            let other = min.last().unwrap().as_str().unwrap();
            comparison == op
                && ours.limit.number == min[0].as_f64()
                && ours.limit.variable.unwrap().slug() == other
        }
        (op, value) => comparison == op && ours.limit.number == Some(number(value)),
    };
    let when = ours.when.map(|w| (w.variable.slug(), w.number));
    let fact_when = fact.get("when").map(|w| (w["var"].as_str().unwrap(), number(&w["value"])));
    ours.variable.slug() == fact["var"] && same_limit && when == fact_when
}

fn comparison_is_order(comparison: Comparison) -> bool {
    matches!(comparison, Comparison::AtMost | Comparison::Equal)
}

fn verdict_of(status: &Value) -> Verdict {
    match status.as_str().unwrap() {
        "P" => Verdict::Permitted,
        "C" => Verdict::Conditional,
        "N" => Verdict::Prohibited,
        "X" => Verdict::AskWard,
        "O" => Verdict::OtherLaw,
        other => panic!("{other}"),
    }
}

/// What is wrong with a cell, if anything.
fn differences(ours: &Judgement<'_>, fact: &Value, names_more: bool) -> Vec<String> {
    let mut wrong = Vec::new();
    if ours.verdict != verdict_of(&fact["status"]) {
        wrong.push(format!("status {:?} for {}", ours.verdict, fact["status"]));
    }
    let leaning = fact.get("leaning").and_then(Value::as_str).and_then(Verdict::from_slug);
    if ours.leaning != leaning {
        wrong.push(format!("leaning {:?} for {leaning:?}", ours.leaning));
    }
    if fact.get("why_ja").is_some() && ours.reason.is_none() {
        wrong.push("no reason".to_owned());
    }
    let empty = Vec::new();
    let alternatives = fact.get("any_of").and_then(Value::as_array).unwrap_or(&empty);
    let mut fact_cited = texts(&fact["cite"]);
    let cited = owned(&ours.citations);
    if !covered(&fact_cited, &cited) {
        wrong.push(format!("cites {cited:?} for {fact_cited:?}"));
    }
    for alternative in alternatives {
        fact_cited.extend(texts(&alternative["cite"]));
        for condition in alternative["conditions"].as_array().unwrap() {
            fact_cited.push(condition["cite"].as_str().unwrap().to_owned());
        }
    }
    if !names_more && !covered(&cited, &fact_cited) {
        wrong.push(format!("also cites {cited:?} beyond {fact_cited:?}"));
    }
    if alternatives.len() != ours.alternatives.len() {
        wrong.push(format!("{} alternatives for {}", ours.alternatives.len(), alternatives.len()));
        return wrong;
    }
    for fact in alternatives {
        let conditions = fact["conditions"].as_array().unwrap();
        let fits = |a: &&AlternativeOutcome<'_>| {
            a.conditions.len() == conditions.len()
                && conditions.iter().all(|f| a.conditions.iter().any(|c| same_condition(c.condition, f)))
        };
        let Some(mine) = ours.alternatives.iter().find(fits) else {
            wrong.push(format!("no alternative like {fact}"));
            continue;
        };
        let expected = texts(&fact["cite"]);
        if !covered(&expected, mine.citations) {
            wrong.push(format!("{} cites {:?} for {expected:?}", mine.id, mine.citations));
        }
        for f in conditions.iter().filter(|f| f["cite"] != "同") {
            let condition =
                mine.conditions.iter().find(|c| same_condition(c.condition, f)).unwrap().condition;
            let expected = [f["cite"].as_str().unwrap().to_owned()];
            if !agree(&condition.citations, &expected) {
                wrong.push(format!(
                    "{} {} cites {:?} for {expected:?}",
                    mine.id, f["var"], condition.citations
                ));
            }
        }
    }
    wrong
}

/// Barred uses where we name more than the facts do: the clause a shop just misses, the article of the
/// order that says what a nightclub or an adult facility is.
const NAMES_MORE: &[&str] = &["shop_goods", "food_factory", "nightclub", "adult_facility"];

#[test]
fn every_cell_says_what_the_facts_say_in_status_conditions_and_citations() {
    let Some(facts) = facts() else { return };
    let book = LawBook::built_in();
    let mut wrong = Vec::new();
    let mut cells = 0;
    for land_use in facts["uses"].as_array().unwrap() {
        let id = land_use["id"].as_str().unwrap();
        let use_id = book.use_(id).unwrap_or_else(|| panic!("no use {id}"));
        for (code, fact) in land_use["rules"].as_object().unwrap() {
            cells += 1;
            let district = book.district(code).unwrap();
            // With nothing known of the plan, every rule shows itself whole.
            let rule = book.judge(use_id, &Inputs::default(), district);
            let names_more = NAMES_MORE.contains(&id) && rule.verdict == Verdict::Prohibited;
            let more = differences(&rule, fact, names_more);
            wrong.extend(more.into_iter().map(|w| format!("{id} {code}: {w}")));
        }
    }
    assert!(wrong.is_empty(), "{} differences:\n{}", wrong.len(), wrong.join("\n"));
    assert_eq!(cells, 975);
}

#[test]
fn every_use_has_the_class_and_the_special_building_of_the_facts() {
    let Some(facts) = facts() else { return };
    let book = LawBook::built_in();
    assert_eq!(book.uses().len(), facts["uses"].as_array().unwrap().len());
    for fact in facts["uses"].as_array().unwrap() {
        let ours = book.land_use(book.use_(fact["id"].as_str().unwrap()).unwrap());
        assert_eq!(Some(ours.legal_class.as_str()), fact["legal_class"].as_str(), "{}", ours.slug);
        assert_eq!(
            ours.special_building.as_deref(),
            fact["special_building_appx1"].as_str(),
            "{}",
            ours.slug
        );
        assert_eq!(Some(ours.hazmat), fact["ask_hazmat"].as_bool(), "{}", ours.slug);
    }
}
