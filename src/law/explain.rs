//! A verdict in words: what decides it, and what would make it legal.
//!
//! Everything is made from the conditions and what became of them; no rule has a text of its own but the
//! reasons for asking the ward. No text ever says that a business may trade: this is a guide to the use.

use super::condition::{Condition, Outcome};
use super::district_words::district_name;
use super::judge::{AlternativeOutcome, Judgement};
use super::language::Language;
use super::said::said;
use super::verdict::Verdict;

/// A verdict in words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Explanation {
    /// What decides it, in one or two sentences.
    pub summary: String,
    /// What would make it legal, nearest first.
    pub ways: Vec<String>,
}

/// Writes a verdict in words.
pub fn explain(judgement: &Judgement<'_>, language: Language) -> Explanation {
    let overlay = judgement.overlay.map(|overlay| match (judgement.within, language) {
        (None, _) => overlay.to_owned(),
        (Some(area), Language::Ja) => format!("『{area}』の区域内の{overlay}"),
        (Some(area), Language::En) => format!("{overlay}, inside “{area}”"),
        (Some(area), Language::Easy) => format!("『{area}』の 中の {overlay}"),
    });
    let by = overlay.map_or_else(String::new, |overlay| match language {
        Language::Ja => format!("（{overlay}による）"),
        Language::En => format!(" (by {overlay})"),
        Language::Easy => format!("（{overlay}の ルール）"),
    });
    let summary = summary(judgement, language) + &by;
    Explanation { summary, ways: ways(judgement, language) }
}

fn summary(judgement: &Judgement<'_>, language: Language) -> String {
    let place = district_name(judgement.district, language);
    let cited = cited(&judgement.citations, language);
    if judgement.asks_hazmat {
        return match language {
            Language::Ja => format!("危険物の種類と量によるので、区に確認してください{cited}。"),
            Language::En => {
                format!("The kinds and amounts of hazardous materials decide; ask the ward{cited}.")
            }
            Language::Easy => "あぶない ものの 種類と 量で 決まります。区に 聞いて ください。".to_owned(),
        };
    }
    match judgement.verdict {
        Verdict::Permitted => permitted(judgement, place, &cited, language),
        Verdict::Prohibited => prohibited(judgement, place, &cited, language),
        Verdict::Conditional => conditional(judgement, language),
        Verdict::AskWard => ask_ward(judgement, &cited, language),
        Verdict::OtherLaw => {
            let reason = judgement.reason.map_or("", |r| r.get(language));
            match language {
                Language::Ja => format!("{reason}{cited}。"),
                Language::En => format!("{reason}{cited}."),
                Language::Easy => format!("{place}は ほかの 法律で 決まります。区に 聞いて ください。"),
            }
        }
    }
}

fn permitted(judgement: &Judgement<'_>, place: &str, cited: &str, language: Language) -> String {
    let Some(way) = judgement.alternatives.iter().find(|a| a.outcome == Outcome::Holds) else {
        return match language {
            Language::Ja => format!("{place}では可{cited}。"),
            Language::En => format!("Permitted in a {place}{cited}."),
            Language::Easy => format!("{place}では きまりに 合います。"),
        };
    };
    let cited = cited_way(way, language);
    let asked = short(way.conditions.iter().map(|c| c.condition), language);
    let said = said(judgement, way.conditions.iter().map(|c| c.condition), language);
    match language {
        Language::Ja if said.is_empty() => format!("{asked}なら可{cited}。"),
        Language::Ja => format!("{asked}なら可{cited}。{said}は当てはまります。"),
        Language::En if said.is_empty() => format!("Permitted where {asked}{cited}."),
        Language::En => format!("Permitted where {asked}{cited}. It fits: {said}."),
        Language::Easy => format!("{asked} なら きまりに 合います。{said}"),
    }
}

fn prohibited(judgement: &Judgement<'_>, place: &str, cited: &str, language: Language) -> String {
    let Some(way) = nearest_first(judgement).into_iter().next() else {
        return match language {
            Language::Ja => format!("{place}では不可{cited}。"),
            Language::En => format!("Prohibited in a {place}{cited}."),
            Language::Easy => format!("{place}では きまりに 合いません。"),
        };
    };
    let cited = cited_way(way, language);
    let asked = short(way.conditions.iter().map(|c| c.condition), language);
    let failing = way.conditions.iter().filter(|c| c.outcome == Outcome::Fails).map(|c| c.condition);
    let said = said(judgement, failing, language);
    match language {
        Language::Ja if said.is_empty() => format!("可の条件は、{asked}{cited}。"),
        Language::Ja => format!("可の条件は、{asked}{cited}。{said}は当てはまりません。"),
        Language::En if said.is_empty() => format!("Permitted only where {asked}{cited}."),
        Language::En => format!("Permitted only where {asked}{cited}. It does not fit: {said}."),
        Language::Easy => format!("{asked} の ときだけ きまりに 合います。{said}"),
    }
}

fn conditional(judgement: &Judgement<'_>, language: Language) -> String {
    let open = nearest_first(judgement).into_iter().find(|a| a.outcome == Outcome::Open);
    let cited = open.map_or_else(String::new, |way| cited_way(way, language));
    let conditions = open.iter().flat_map(|a| &a.conditions);
    let asked = short(conditions.filter(|c| c.outcome == Outcome::Open).map(|c| c.condition), language);
    match language {
        Language::Ja => format!("{asked}なら可{cited}。"),
        Language::En => format!("Permitted where {asked}{cited}."),
        Language::Easy => format!("{asked} なら きまりに 合います。"),
    }
}

fn ask_ward(judgement: &Judgement<'_>, cited: &str, language: Language) -> String {
    let leaning = match (judgement.leaning, language) {
        (Some(Verdict::Permitted), Language::Ja) => "認める例が多い。",
        (Some(Verdict::Permitted), Language::En) => " Wards often accept it.",
        (Some(Verdict::Permitted), Language::Easy) => "できる ことが 多いです。",
        (Some(Verdict::Prohibited), Language::Ja) => "認めない例が多い。",
        (Some(Verdict::Prohibited), Language::En) => " Wards often refuse it.",
        (Some(Verdict::Prohibited), Language::Easy) => "できない ことが 多いです。",
        _ => "",
    };
    let reason = judgement.reason.map_or("", |r| r.get(language));
    match language {
        // Many reasons end with it already.
        Language::Ja if reason.contains("区に確認") => format!("{reason}{cited}。{leaning}"),
        Language::Ja => format!("{reason}{cited}。{leaning}区に確認してください。"),
        Language::En if reason.contains("sk the ward") => format!("{reason}{cited}.{leaning}"),
        Language::En => format!("{reason}{cited}.{leaning} Ask the ward."),
        Language::Easy => format!("ルールを 読むだけでは 決まりません。{leaning}区に 聞いて ください。"),
    }
}

/// Fewest failing conditions first, then fewest open ones.
fn nearest_first<'j, 'b>(judgement: &'j Judgement<'b>) -> Vec<&'j AlternativeOutcome<'b>> {
    let count =
        |a: &AlternativeOutcome<'_>, outcome| a.conditions.iter().filter(|c| c.outcome == outcome).count();
    let mut ways: Vec<_> = judgement.alternatives.iter().collect();
    ways.sort_by_key(|a| (count(a, Outcome::Fails), count(a, Outcome::Open)));
    ways
}

/// What each alternative still asks for.
fn ways(judgement: &Judgement<'_>, language: Language) -> Vec<String> {
    if !matches!(judgement.verdict, Verdict::Prohibited | Verdict::Conditional) {
        return Vec::new();
    }
    nearest_first(judgement)
        .into_iter()
        .map(|way| {
            let asked: Vec<String> = way
                .conditions
                .iter()
                .filter(|c| c.outcome != Outcome::Holds)
                .map(|c| c.condition.words(language))
                .collect();
            asked.join(separator(language)) + &cited_way(way, language)
        })
        .collect()
}

fn short<'c>(conditions: impl Iterator<Item = &'c Condition>, language: Language) -> String {
    let all: Vec<String> = conditions.map(|c| c.short(language)).collect();
    match (language, all.as_slice()) {
        (Language::Ja, [one, other]) => format!("{one}で{other}"),
        (Language::En, [one, other]) => format!("{one} and {other}"),
        _ => all.join(separator(language)),
    }
}

const fn separator(language: Language) -> &'static str {
    match language {
        Language::Ja | Language::Easy => "、",
        Language::En => ", ",
    }
}

/// The clauses one way stands on, in brackets.
fn cited_way(way: &AlternativeOutcome<'_>, language: Language) -> String {
    cited(&way.citations.iter().map(String::as_str).collect::<Vec<_>>(), language)
}

/// The clauses in brackets. Easy Japanese leaves them to the list beside it.
fn cited(citations: &[&str], language: Language) -> String {
    match language {
        Language::Easy => String::new(),
        _ if citations.is_empty() => String::new(),
        Language::Ja => format!("（{}）", citations.join("、")),
        Language::En => format!(" ({})", citations.join(", ")),
    }
}
