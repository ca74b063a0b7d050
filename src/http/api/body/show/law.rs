//! From verdicts of the law to bodies, in the language asked for.

use super::super::law::{
    AlternativeBody, CautionBody, ChoiceBody, ConditionBody, DistrictNear, InDistrict, PlanBody,
    QuestionBody, SiteAreaBody, SiteBody, VerdictBody,
};
use super::listings::metres;
use crate::domain::UseDistrict;
use crate::law::{
    AnswerKind, Inputs, Judgement, Language, LawBook, Question, Site, SiteJudgement, SiteReason, UseId,
    explain, judge_site,
};

/// What every verdict is called.
pub(super) const fn label(language: Language) -> &'static str {
    match language {
        Language::Ja => "建築基準法上の用途の目安",
        Language::En => "Guide to use under the Building Standards Act",
        Language::Easy => "建築基準法の 用途の めやす",
    }
}

/// A place as the law sees it.
pub(super) fn site(site: &Site) -> SiteBody {
    let near = site
        .near
        .iter()
        .map(|(district, away)| DistrictNear { district: (*district).into(), metres: metres(*away) });
    let areas = site.areas.iter().map(|area| SiteAreaBody {
        kind: area.kind.into(),
        name: area.name.clone(),
        url: area.url.clone(),
    });
    SiteBody {
        district: site.district.map(Into::into),
        near: near.collect(),
        areas: areas.collect(),
        exact: site.exact,
    }
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
    let ruled = judged.ruled();
    VerdictBody {
        land_use: &land_use.slug,
        name: land_use.name.get(language),
        verdict: judged.verdict.into(),
        label: label(language),
        law_text_date: &book.text().date,
        place: site(at),
        why: judged.why.slug(),
        summary: judged.summary(language),
        ways: judged.own.as_ref().map_or_else(Vec::new, |own| explain(own, language).ways),
        citations: judged.citations(),
        alternatives: judged.own.as_ref().map_or_else(Vec::new, |own| alternatives(own, language)),
        leaning: ruled.and_then(|own| own.leaning).map(Into::into),
        reason: ruled.and_then(|own| own.reason).map(|words| words.get(language)),
        overlay: ruled.and_then(|own| own.overlay),
        in_each: if judged.why == SiteReason::SplitSite { in_each(&judged, language) } else { Vec::new() },
        cautions: cautions(book, use_id, inputs, at, language),
        questions: questions(&book.questions(use_id, inputs, &districts(at)), language),
        inputs: PlanBody::from(inputs),
    }
}

fn alternatives<'b>(own: &Judgement<'b>, language: Language) -> Vec<AlternativeBody<'b>> {
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
                    text: c.condition.words(language),
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
