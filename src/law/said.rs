//! What the plan says about some conditions, in words: 「60㎡・1階」.

use super::condition::Condition;
use super::inputs::{Inputs, ProcessClass};
use super::judge::Judgement;
use super::language::Language;
use super::variable::{Kind, Variable};
use super::wording::Length;
use super::wording_limits::{quantity, subject, unit};

/// What the plan says about these conditions, each quantity once.
pub(super) fn said<'c>(
    judgement: &Judgement<'_>,
    conditions: impl Iterator<Item = &'c Condition>,
    language: Language,
) -> String {
    let mut told: Vec<Variable> = Vec::new();
    for condition in conditions {
        for variable in condition.variables().map(|v| asked_as(v, &judgement.inputs)) {
            if !told.contains(&variable) {
                told.push(variable);
            }
        }
    }
    let known = told.iter().filter_map(|v| Some(value(*v, judgement.inputs.value(*v)?, language)));
    let known: Vec<String> = known.filter(|text| !text.is_empty()).collect();
    match language {
        Language::Ja => known.join("・"),
        Language::En => known.join(", "),
        Language::Easy if known.is_empty() => String::new(),
        Language::Easy => format!("いまの 計画：{}。", known.join("・")),
    }
}

/// A total nobody entered is told by the area it was taken from.
fn asked_as(variable: Variable, inputs: &Inputs) -> Variable {
    match variable {
        Variable::NonHaTotalM2 | Variable::LargeAttractTotalM2 => Variable::UseAreaM2,
        Variable::NonresTotalM2 if inputs.nonres_total_m2.is_none() => Variable::UseAreaM2,
        other => other,
    }
}

fn value(variable: Variable, value: f64, language: Language) -> String {
    match variable.kind() {
        Kind::Storey => storey(value as i64, language),
        Kind::Share => match language {
            Language::Ja => format!("居住用{:.0}%", value * 100.0),
            Language::En => format!("{:.0}% lived in", value * 100.0),
            Language::Easy => format!("家が {:.0}%", value * 100.0),
        },
        Kind::Class => process(ProcessClass::from_weight(value).unwrap_or(ProcessClass::None), language),
        Kind::YesNo => yes_no(variable, value > 0.0, language).to_owned(),
        Kind::Number => {
            let quantity = quantity(value, unit(variable), language);
            let subject = match (variable, language) {
                (Variable::WorkshopM2, Language::Ja) => "作業場",
                (Variable::MotorKw, Language::Ja) => "原動機",
                (Variable::SeatAreaM2, Language::Ja) => "客席",
                (Variable::NonresTotalM2, Language::Ja) => "住宅でない部分",
                (variable, _) => subject(variable, language, Length::Short),
            };
            match language {
                Language::Ja => format!("{subject}{quantity}"),
                _ if subject.is_empty() => quantity,
                _ => format!("{subject} {quantity}"),
            }
        }
    }
}

fn storey(number: i64, language: Language) -> String {
    match (number, language) {
        (..=0, Language::En) => "basement".to_owned(),
        (..=0, _) => "地階".to_owned(),
        (1, Language::En) => "ground floor".to_owned(),
        (n, Language::En) => format!("storey {n}"),
        (n, _) => format!("{n}階"),
    }
}

fn process(class: ProcessClass, language: Language) -> String {
    let (ja, en, easy) = match class {
        ProcessClass::None => ("該当する工程なし", "no listed process", "うるさい 仕事は しない"),
        ProcessClass::To3 => ("(と)項第3号の工程", "a process of と 3", "うるさい 仕事を する"),
        ProcessClass::Nu3 => ("(ぬ)項第3号の工程", "a process of ぬ 3", "とても うるさい 仕事を する"),
        ProcessClass::Ru1 => ("(る)項第1号の工程", "a process of る 1", "とても あぶない 仕事を する"),
    };
    match language {
        Language::Ja => ja.to_owned(),
        Language::En => en.to_owned(),
        Language::Easy => easy.to_owned(),
    }
}

const fn yes_no(variable: Variable, yes: bool, language: Language) -> &'static str {
    let (ja, en, easy) = match (variable, yes) {
        (Variable::LiveWork, true) => ("兼用住宅", "combined with a dwelling", "家と いっしょ"),
        (Variable::LiveWork, false) => {
            ("兼用住宅でないもの", "not part of a dwelling", "家と いっしょでない")
        }
        (Variable::FarmLocal, true) => ("地域の農産物が主", "local produce", "近くの 畑の もの"),
        (Variable::FarmLocal, false) => {
            ("地域の農産物が主でないもの", "not local produce", "畑の ものが 少ない")
        }
        (Variable::CityPlanned, true) => ("都市計画の車庫", "in a city plan", "都市計画の 車庫"),
        (Variable::CityPlanned, false) => {
            ("都市計画で決まっていないもの", "not in a city plan", "都市計画で ない")
        }
        (Variable::Accessory, true) => ("附属", "accessory", "おもな 建物に ついて いる"),
        (Variable::Accessory, false) => ("附属でないもの", "not accessory", "おもな 建物に ついて いない"),
        (Variable::AgriNoiseDesignated, true) => ("大臣指定の騒音施設", "listed as noisy", "うるさい 施設"),
        (Variable::AgriNoiseDesignated, false) => ("騒音の指定なし", "not listed as noisy", "うるさくない"),
        (_, true) => ("危険物あり", "hazardous materials", "あぶない ものが ある"),
        (_, false) => ("危険物なし", "no hazardous materials", "あぶない ものが ない"),
    };
    match language {
        Language::Ja => ja,
        Language::En => en,
        Language::Easy => easy,
    }
}
