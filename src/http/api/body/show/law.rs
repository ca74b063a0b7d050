//! From verdicts of the law to bodies, in the language asked for.

use super::super::law::{
    AlternativeBody, CautionBody, ChoiceBody, ConditionBody, DistrictNear, InDistrict, PlanBody,
    QuestionBody, SiteBody, VerdictBody,
};
use super::listings::metres;
use crate::domain::UseDistrict;
use crate::law::{
    AnswerKind, Inputs, Judgement, Language, LawBook, Question, Site, SiteJudgement, SiteReason, UseId,
    explain, judge_site,
};

const SPLIT_SITES: &str = "建築基準法第91条";

/// What every verdict is called.
pub(super) const fn label(language: Language) -> &'static str {
    match language {
        Language::Ja => "建築基準法上の用途の目安",
        Language::En => "Guide to use under the Building Standards Act",
        Language::Easy => "建築基準法で できることの めやす",
    }
}

/// A place as the law sees it.
pub(super) fn site(site: &Site) -> SiteBody {
    let near = site
        .near
        .iter()
        .map(|(district, away)| DistrictNear { district: (*district).into(), metres: metres(*away) });
    SiteBody { district: site.district.map(Into::into), near: near.collect(), exact: site.exact }
}

/// What the law says of a use at a site, with everything it rests on.
pub fn verdict<'b>(
    book: &'b LawBook,
    use_id: UseId,
    inputs: &Inputs,
    at: &Site,
    language: Language,
) -> VerdictBody<'b> {
    let land_use = book.land_use(use_id);
    let judged = judge_site(book, use_id, inputs, at);
    let ruled = judged.own.as_ref().filter(|_| judged.why == SiteReason::Rule);
    let citations = match (ruled, judged.why) {
        (Some(own), _) => own.citations.clone(),
        (None, SiteReason::SplitSite) => vec![SPLIT_SITES],
        (None, _) => Vec::new(),
    };
    VerdictBody {
        land_use: &land_use.slug,
        name: land_use.name.get(language),
        verdict: judged.verdict.into(),
        label: label(language),
        law_text_date: &book.text().date,
        place: site(at),
        why: judged.why.slug(),
        summary: summary(&judged, language),
        ways: judged.own.as_ref().map_or_else(Vec::new, |own| explain(own, language).ways),
        citations,
        alternatives: judged.own.as_ref().map_or_else(Vec::new, alternatives),
        leaning: ruled.and_then(|own| own.leaning).map(Into::into),
        reason: ruled.and_then(|own| own.reason).map(|words| words.get(language)),
        overlay: ruled.and_then(|own| own.overlay),
        in_each: if judged.why == SiteReason::SplitSite { in_each(&judged, language) } else { Vec::new() },
        cautions: cautions(book, use_id, inputs, at, language),
        questions: questions(&book.questions(use_id, inputs, &districts(at)), language),
        inputs: PlanBody::from(inputs),
    }
}

/// Why the law says so at a site, in a sentence or two.
pub(super) fn summary(judged: &SiteJudgement<'_>, language: Language) -> String {
    match (judged.why, &judged.own) {
        (SiteReason::Rule, Some(own)) => explain(own, language).summary,
        (SiteReason::SplitSite, _) => {
            split(judged.others.first().map_or(0.0, |(_, away)| f64::from(*away)), language)
        }
        (SiteReason::PlaceNotExact, _) => not_exact(language).to_owned(),
        (SiteReason::NoZoning | SiteReason::Rule, _) => no_zoning(language).to_owned(),
    }
}

fn split(away_m: f64, language: Language) -> String {
    let away = metres(away_m);
    match language {
        Language::Ja => format!(
            "約{away}m先は別の用途地域です。敷地が二つの地域にまたがるときは、敷地の過半が属する地域の制限が敷地全体に\
             かかります（建築基準法91条）。地域によって判定が異なるため、どちらになるかを区に確認してください。"
        ),
        Language::En => format!(
            "Another use district begins about {away} m away. Where a site lies in two, the district that holds most of \
             it decides for all of it (Building Standards Act, art. 91). The districts disagree here, so ask the ward \
             which of them counts."
        ),
        Language::Easy => format!(
            "約{away}m 先は ほかの 用途地域です。土地が 2つの 地域に 入るときは、半分より 多い ほうの 地域の きまりに \
             なります（建築基準法91条）。どちらの 地域に なるか、区に 聞いて ください。"
        ),
    }
}

const fn no_zoning(language: Language) -> &'static str {
    match language {
        Language::Ja => "この場所の用途地域のデータがありません。区に確認してください。",
        Language::En => "No zoning is known for this place. Ask the ward.",
        Language::Easy => "この 場所の 用途地域の データが ありません。区に 聞いて ください。",
    }
}

const fn not_exact(language: Language) -> &'static str {
    match language {
        Language::Ja => {
            "この物件は町名までの公開です。場所がわからないと判定できません。所在地を問い合わせてください。"
        }
        Language::En => {
            "This listing shows only its town, and the district depends on the exact place. Ask where it is."
        }
        Language::Easy => "この 物件は 町の 名前だけ 見せています。場所を 聞いてから、区に 聞いて ください。",
    }
}

fn alternatives<'b>(own: &Judgement<'b>) -> Vec<AlternativeBody<'b>> {
    own.alternatives
        .iter()
        .map(|alternative| AlternativeBody {
            id: alternative.id,
            outcome: alternative.outcome.slug(),
            citations: alternative.citations,
            conditions: alternative
                .conditions
                .iter()
                .map(|c| ConditionBody {
                    text: c.condition.citation(),
                    outcome: c.outcome.slug(),
                    citation: c.condition.citation(),
                })
                .collect(),
        })
        .collect()
}

fn in_each<'b>(judged: &SiteJudgement<'b>, language: Language) -> Vec<InDistrict<'b>> {
    let own = judged.own.iter().map(|own| (own, 0.0));
    let others = judged.others.iter().map(|(other, away)| (other, metres(*away)));
    own.chain(others)
        .map(|(judgement, away)| InDistrict {
            district: judgement.district.into(),
            metres: away,
            verdict: judgement.verdict.into(),
            summary: explain(judgement, language).summary,
            citations: judgement.citations.clone(),
        })
        .collect()
}

fn cautions<'b>(
    book: &'b LawBook,
    use_id: UseId,
    inputs: &Inputs,
    at: &Site,
    language: Language,
) -> Vec<CautionBody<'b>> {
    let apply = book.cautions(use_id, inputs, at).into_iter();
    apply
        .map(|note| CautionBody {
            id: &note.caution.id,
            title: note.caution.title.get(language),
            text: note.text(language),
            level: note.caution.level.slug(),
            source: &note.caution.source,
        })
        .collect()
}

/// The districts a site may lie in.
fn districts(at: &Site) -> Vec<UseDistrict> {
    at.district.into_iter().chain(at.near.iter().map(|(district, _)| *district)).collect()
}

/// Questions in a language.
pub(super) fn questions(asked: &[Question], language: Language) -> Vec<QuestionBody> {
    let choices = |answer: &AnswerKind| match answer {
        AnswerKind::Choice(choices) => choices
            .iter()
            .map(|c| ChoiceBody { value: c.value, text: c.text.get(language).to_owned() })
            .collect(),
        AnswerKind::YesNo | AnswerKind::Number { .. } => Vec::new(),
    };
    let unit = |answer: &AnswerKind| match answer {
        AnswerKind::Number { unit } => Some(*unit),
        AnswerKind::YesNo | AnswerKind::Choice(_) => None,
    };
    asked
        .iter()
        .map(|question| QuestionBody {
            input: question.input.slug(),
            kind: question.answer.slug(),
            text: question.text.get(language).to_owned(),
            unit: unit(&question.answer),
            options: choices(&question.answer),
        })
        .collect()
}
