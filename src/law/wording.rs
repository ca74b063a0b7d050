//! A condition in words, made from what it compares: nothing about a single rule is written here.

use super::condition::{Comparison, Condition};
use super::inputs::ProcessClass;
use super::language::Language;
use super::variable::{Kind, Variable};
use super::wording_limits::{bounded, limit, pick, subject, thousands};

impl Condition {
    /// The condition in one language: 「その用途の床面積の合計150㎡以内」.
    pub fn words(&self, language: Language) -> String {
        self.in_its_circumstance(words(self, language, Length::Whole), language)
    }

    /// The same in as few words as a summary has room for: 「150㎡以内」.
    pub(super) fn short(&self, language: Language) -> String {
        self.in_its_circumstance(words(self, language, Length::Short), language)
    }

    /// The only circumstance the act makes a condition depend on is that motors are used.
    fn in_its_circumstance(&self, main: String, language: Language) -> String {
        match (self.when, language) {
            (None, _) => main,
            (Some(_), Language::Ja) => format!("原動機を使うなら{main}"),
            (Some(_), Language::En) => format!("{main} if motors are used"),
            (Some(_), Language::Easy) => format!("機械を 使う ときは {main}"),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Length {
    Whole,
    Short,
}

fn words(condition: &Condition, language: Language, length: Length) -> String {
    match condition.variable {
        Variable::StoreyMax => storey(condition, language, length),
        Variable::ProcessClass => process(condition, language),
        Variable::DwellingShare => share(condition, language),
        variable if variable.kind() == Kind::YesNo => yes_no(condition, language, length),
        Variable::MotorKw if condition.limit.number == Some(0.0) => {
            pick(language, "原動機を使わない", "no motors are used", "機械（モーター）を 使わない").to_owned()
        }
        variable => {
            let subject = subject(variable, language, length);
            let limit = limit(condition, language);
            match language {
                Language::En | Language::Easy if subject.is_empty() => limit,
                Language::En => format!("{subject} {limit}"),
                Language::Ja => format!("{subject}{limit}"),
                Language::Easy => format!("{subject}が {limit}"),
            }
        }
    }
}

fn storey(condition: &Condition, language: Language, length: Length) -> String {
    let limit = condition.limit.number.unwrap_or(0.0) as i64;
    let top = match condition.comparison {
        Comparison::AtMost => limit,
        Comparison::Below => limit - 1,
        // Only a ward's own rule asks for a storey or more.
        Comparison::AtLeast | Comparison::Above | Comparison::Equal => {
            let from = if condition.comparison == Comparison::Above { limit + 1 } else { limit };
            let only = condition.comparison == Comparison::Equal;
            return match language {
                Language::Ja | Language::Easy if only => format!("{from}階だけ"),
                Language::Ja => format!("{from}階以上"),
                Language::En if only => format!("on storey {from} only"),
                Language::En => format!("on storey {from} or above"),
                Language::Easy => format!("{from}階か その 上"),
            };
        }
    };
    match (language, length) {
        (Language::Ja, Length::Whole) => format!("{}階以上の部分をその用途に使わない", top + 1),
        (Language::Ja, Length::Short) => format!("{top}階まで"),
        (Language::En, Length::Whole) => format!("not used on storey {} or above", top + 1),
        (Language::En, Length::Short) if top == 1 => "on the ground floor".to_owned(),
        (Language::En, Length::Short) => format!("up to storey {top}"),
        (Language::Easy, _) => format!("{top}階までで 使う"),
    }
}

fn process(condition: &Condition, language: Language) -> String {
    let heaviest = condition.limit.number.and_then(ProcessClass::from_weight).unwrap_or(ProcessClass::None);
    let (ja, en, easy) = match heaviest {
        ProcessClass::None => {
            ("(と)項第3号・(ぬ)項第3号・(る)項第1号", "と 3, ぬ 3 or る 1", "うるさい 仕事や あぶない 仕事")
        }
        ProcessClass::To3 => {
            ("(ぬ)項第3号・(る)項第1号", "ぬ 3 or る 1", "とても うるさい 仕事や あぶない 仕事")
        }
        ProcessClass::Nu3 | ProcessClass::Ru1 => ("(る)項第1号", "る 1", "とても あぶない 仕事"),
    };
    match language {
        Language::Ja => format!("別表第二{ja}の工程を行わない"),
        Language::En => format!("none of the processes listed in {en}"),
        Language::Easy => format!("{easy}を しない"),
    }
}

fn share(condition: &Condition, language: Language) -> String {
    let limit = condition.limit.number.unwrap_or(0.0);
    let half = limit.total_cmp(&0.5).is_eq() && condition.comparison == Comparison::AtLeast;
    if half {
        let en = "at least half of the building is lived in";
        return pick(language, "延べ面積の1/2以上が居住用", en, "建物の 半分か もっと 多くが 家").to_owned();
    }
    let value = format!("{}%", thousands(limit * 100.0));
    let bounded = bounded(condition.comparison, &value, "", language);
    match language {
        Language::Ja => format!("延べ面積に占める居住用の割合{bounded}"),
        Language::En => format!("share lived in {bounded}"),
        Language::Easy => format!("家の ところが {bounded}"),
    }
}

fn yes_no(condition: &Condition, language: Language, length: Length) -> String {
    let wanted = condition.limit.number.unwrap_or(0.0) > 0.0;
    let short = length == Length::Short;
    let (ja, en, easy) = match (condition.variable, wanted) {
        (Variable::LiveWork, true) if short => ("兼用住宅", "combined with a dwelling", "家と 店が いっしょ"),
        (Variable::LiveWork, true) => {
            ("住宅と一体の兼用住宅である", "part of a dwelling", "家と 店が いっしょの 建物")
        }
        (Variable::LiveWork, false) => ("兼用住宅でない", "not part of a dwelling", "家と いっしょでない"),
        (Variable::FarmLocal, true) => {
            ("地域の農産物の販売・料理・加工が主", "mainly produce of local farms", "近くの 畑の ものを 使う")
        }
        (Variable::FarmLocal, false) => {
            ("地域の農産物が主でない", "not mainly local produce", "畑の ものが 少ない")
        }
        (Variable::CityPlanned, true) => {
            ("都市計画で決まった車庫である", "a garage fixed in a city plan", "都市計画で 決まった 車庫")
        }
        (Variable::CityPlanned, false) => {
            ("都市計画で決まった車庫でない", "not in a city plan", "都市計画で 決まって いない")
        }
        (Variable::Accessory, true) => {
            ("主たる建築物に附属する", "accessory to a permitted building", "おもな 建物に ついて いる")
        }
        (Variable::Accessory, false) => ("附属でない", "not accessory", "おもな 建物に ついて いない"),
        (Variable::AgriNoiseDesignated, false) => (
            "国土交通大臣が指定する著しい騒音を出す施設でない",
            "not a facility the minister lists as noisy",
            "とても うるさい 施設でない",
        ),
        (Variable::AgriNoiseDesignated, true) => {
            ("大臣の指定する騒音施設である", "listed as noisy", "うるさい 施設")
        }
        (_, true) => ("危険物を扱う", "hazardous materials are handled", "あぶない ものを 使う"),
        (_, false) => ("危険物を扱わない", "no hazardous materials", "あぶない ものを 使わない"),
    };
    pick(language, ja, en, easy).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str, language: Language) -> String {
        Condition::parse(text, Vec::new()).unwrap().words(language)
    }

    #[test]
    fn numbers_have_their_thousands_separated() {
        assert_eq!(
            words("non_ha_total_m2 <= 1500", Language::Ja),
            "(は)項に掲げる用途以外の床面積の合計1,500㎡以内"
        );
        assert_eq!(thousands(10_000.0), "10,000");
        assert_eq!(thousands(0.75), "0.75");
        assert_eq!(thousands(999.999), "1,000");
    }

    #[test]
    fn a_limit_on_storeys_says_which_may_not_be_used() {
        assert_eq!(words("storey_max <= 2", Language::Ja), "3階以上の部分をその用途に使わない");
    }

    #[test]
    fn within_and_below_are_told_apart() {
        assert_eq!(words("use_area_m2 <= 150", Language::Ja), "その用途の床面積の合計150㎡以内");
        assert_eq!(words("seat_area_m2 < 200", Language::Ja), "客席の床面積の合計200㎡未満");
        assert_eq!(words("motor_kw <= 0.75", Language::Ja), "原動機の出力の合計0.75kW以下");
    }

    #[test]
    fn a_condition_for_motors_says_so() {
        let text = "workshop_m2 <= 50 when motor_kw > 0";
        assert_eq!(words(text, Language::Ja), "原動機を使うなら作業場の床面積の合計50㎡以内");
        assert_eq!(words(text, Language::En), "workshop up to 50 m² if motors are used");
    }

    #[test]
    fn the_smaller_of_two_limits_names_both() {
        let text = "use_area_m2 <= min(600, site_other_floor_m2)";
        assert_eq!(
            words(text, Language::Ja),
            "その用途の床面積の合計600㎡以内、かつ同じ敷地の他の建築物の延べ面積以内"
        );
    }
}
