//! What is measured, against which limit, in which unit: the words every condition on a number shares.

use super::condition::{Comparison, Condition, Limit};
use super::language::Language;
use super::variable::{Kind, Variable};
use super::wording::Length;

pub(super) fn pick<'t>(language: Language, ja: &'t str, en: &'t str, easy: &'t str) -> &'t str {
    match language {
        Language::Ja => ja,
        Language::En => en,
        Language::Easy => easy,
    }
}

/// What is measured. The area of the use itself goes without saying in a short text.
pub(super) fn subject(variable: Variable, language: Language, length: Length) -> &'static str {
    let (ja, en, easy) = match variable {
        Variable::UseAreaM2 if length == Length::Short => ("", "", ""),
        Variable::UseAreaM2 => ("その用途の床面積の合計", "floor area of the use", "店の 広さ"),
        Variable::NonresTotalM2 => {
            ("住宅でない部分の床面積の合計", "part not lived in", "家でない ところの 広さ")
        }
        Variable::WorkshopM2 => ("作業場の床面積の合計", "workshop", "作業場の 広さ"),
        Variable::MotorKw => ("原動機の出力の合計", "motors in all", "機械（モーター）の 力"),
        Variable::SeatAreaM2 => ("客席の床面積の合計", "seating", "客席の 広さ"),
        Variable::NonHaTotalM2 => (
            "(は)項に掲げる用途以外の床面積の合計",
            "uses not listed in item は, in all,",
            "店などの 広さの 合計",
        ),
        Variable::LargeAttractTotalM2 => (
            "店舗・飲食店・展示場・遊技場などの床面積の合計",
            "shops, restaurants, showrooms and amusements in all",
            "店・食べる 店・遊ぶ 店の 広さの 合計",
        ),
        Variable::BuildingTotalM2 => ("建物の延べ面積", "the whole building", "建物 全部の 広さ"),
        Variable::SiteOtherFloorM2 => (
            "同じ敷地の他の建築物の延べ面積",
            "other buildings on the site",
            "同じ 土地の ほかの 建物の 広さ",
        ),
        Variable::OtherNonHaM2 => {
            ("同じ建物の(は)項以外の他の用途の床面積", "other uses not listed in item は", "ほかの 店の 広さ")
        }
        Variable::OtherLargeAttractM2 => {
            ("同じ建物の他の店舗・遊技場などの床面積", "other shops and amusements", "ほかの 店の 広さ")
        }
        _ => ("", "", ""),
    };
    pick(language, ja, en, easy)
}

/// `150㎡以内`, `200㎡未満`, `0.75kW以下`, or the smaller of a number and another floor.
pub(super) fn limit(condition: &Condition, language: Language) -> String {
    let unit = unit(condition.variable);
    let Limit { number, variable } = condition.limit;
    let number = number.map(|n| bounded(condition.comparison, &quantity(n, unit, language), unit, language));
    let other = variable.map(|v| {
        let other = subject(v, language, Length::Whole);
        match language {
            Language::Ja => format!("{other}以内"),
            Language::En => format!("no larger than the {}", other.trim_start_matches("the ")),
            Language::Easy => format!("{other}より 大きくない"),
        }
    });
    let both = pick(language, "、かつ", " and ", "、");
    number.into_iter().chain(other).collect::<Vec<_>>().join(both)
}

pub(super) fn bounded(comparison: Comparison, value: &str, unit: &str, language: Language) -> String {
    let (ja, en, easy) = match comparison {
        Comparison::AtMost if unit == "㎡" => ("以内", "up to ", "まで"),
        Comparison::AtMost => ("以下", "up to ", "まで"),
        Comparison::Below => ("未満", "below ", "より 小さい"),
        Comparison::AtLeast => ("以上", "at least ", "か もっと 大きい"),
        Comparison::Above => ("超", "above ", "より 大きい"),
        Comparison::Equal => ("ちょうど", "exactly ", "ちょうど"),
    };
    match language {
        Language::Ja => format!("{value}{ja}"),
        Language::En => format!("{en}{value}"),
        Language::Easy => format!("{value} {easy}"),
    }
}

pub(super) const fn unit(variable: Variable) -> &'static str {
    match variable {
        Variable::MotorKw => "kW",
        Variable::StoreyMax => "階",
        _ => match variable.kind() {
            Kind::Number => "㎡",
            _ => "",
        },
    }
}

/// A number with its unit and thousands separated: `1,500㎡`, `1,500 m²`.
pub(super) fn quantity(number: f64, unit: &str, language: Language) -> String {
    let unit = match (language, unit) {
        (Language::En, "㎡") => " m²",
        (Language::En, "kW") => " kW",
        (_, unit) => unit,
    };
    thousands(number) + unit
}

/// At most two decimals, thousands separated by commas.
pub(super) fn thousands(number: f64) -> String {
    let rounded = (number * 100.0).round() / 100.0;
    let text = rounded.to_string();
    let (whole, decimals) = text.split_once('.').map_or((text.as_str(), None), |(w, d)| (w, Some(d)));
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) && !grouped.ends_with('-') {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    decimals.map_or(grouped.clone(), |d| format!("{grouped}.{d}"))
}
