//! From uses and where they may open to bodies.

use super::super::land_use::{
    AreaStepBody, AreaTable, DistrictForUse, DistrictTable, GroupHere, StoreyStepBody, StreetForUse, UseBody,
    UseGroupBody, UseHere, UseList, UseSummaryBody, UseTable, UsesHere, VerdictLand,
};
use super::super::law::{PlanBody, Texts};
use super::super::law_text::{
    AmendmentBody, CautionText, LawBody, LawSource, OverlayBody, OverlayRule, VerdictLabel,
};
use super::super::use_search::{UseFound, UsesFound, WordOption, WordQuestionBody};
use super::law::{label, questions, site};
use crate::domain::UseDistrict;
use crate::law::{
    AreaSteps, DistrictSteps, Inputs, Language, LawBook, OverlayText, Site, Suggestion, UseId, Verdict,
    VerdictTable, WordAnswer, WordQuestion, Words,
};
use crate::query::{UseSummary, UsesAt};

/// Streets in a summary.
const MOST_STREETS: usize = 20;

/// A text in every language.
pub fn texts(words: &Words) -> Texts<'_> {
    let [ja, en, easy] = [Language::Ja, Language::En, Language::Easy].map(|l| words.get(l));
    Texts { ja, en, easy }
}

/// Every use.
pub fn uses(book: &LawBook) -> UseList<'_> {
    let items = book.uses().iter().map(|land_use| UseBody {
        id: &land_use.slug,
        group: &land_use.group,
        name: texts(&land_use.name),
        legal_class: &land_use.legal_class,
        hazmat: land_use.hazmat,
    });
    let groups = book.groups().iter().map(|g| UseGroupBody { id: &g.slug, name: texts(&g.name) });
    UseList { items: items.collect(), groups: groups.collect() }
}

/// Words that answer what was typed.
pub fn uses_found<'b>(book: &'b LawBook, found: &[Suggestion<'b>]) -> UsesFound<'b> {
    let options = |question: &'b WordQuestion| {
        let option = |answer: &'b WordAnswer| WordOption {
            answer: texts(&answer.answer),
            land_use: &book.land_use(answer.use_id).slug,
        };
        question.answers.iter().map(option).collect()
    };
    let items = found.iter().map(|suggestion| {
        let land_use = book.land_use(suggestion.use_id);
        UseFound {
            land_use: &land_use.slug,
            word: suggestion.word,
            matched: suggestion.matched.slug(),
            name: texts(&land_use.name),
            jsic: suggestion.jsic,
            note: suggestion.note.map(texts),
            ask: suggestion
                .question
                .map(|q| WordQuestionBody { question: texts(&q.question), options: options(q) }),
        }
    });
    UsesFound { items: items.collect() }
}

/// The law itself.
pub fn law(book: &LawBook, language: Language) -> LawBody<'_> {
    let text = book.text();
    let amendments = text.amendments.iter().map(|a| AmendmentBody { date: &a.date, what: &a.what });
    let cautions = book.all_cautions().iter().map(|caution| CautionText {
        id: &caution.id,
        level: caution.level.slug(),
        title: caution.title.get(language),
        text: caution.text.get(language),
        source: &caution.source,
        confidence: &caution.confidence,
    });
    let verdicts =
        Verdict::ALL.iter().map(|v| VerdictLabel { verdict: (*v).into(), label: v.word(language) });
    LawBody {
        title: &text.title,
        label: label(language),
        law_text_date: &text.date,
        law: LawSource {
            act: &text.law,
            order: &text.order,
            in_force: &text.in_force,
            source: &text.source,
            amendments: amendments.collect(),
        },
        pending: &text.pending,
        limits: &text.limits,
        cautions: cautions.collect(),
        verdicts: verdicts.collect(),
        overlay: text.overlay.as_ref().map(overlay),
        uses: book.uses().len(),
    }
}

fn overlay(overlay: &OverlayText) -> OverlayBody<'_> {
    let district = |slug: &str| UseDistrict::ALL.iter().copied().find(|d| d.slug() == slug);
    let rules = overlay
        .cells
        .iter()
        .filter_map(|(land_use, slug)| Some(OverlayRule { land_use, district: district(slug)?.into() }));
    OverlayBody { name: &overlay.name, rules: rules.collect() }
}

/// The verdicts on a use by district, storey and area.
pub fn table<'b>(
    book: &'b LawBook,
    use_id: UseId,
    inputs: &Inputs,
    steps: &VerdictTable,
    language: Language,
) -> UseTable<'b> {
    let districts = steps.districts().iter().map(|d| (d.district.slug(), district_table(d)));
    let within = steps.within().iter().map(|w| AreaTable {
        area: w.area.clone(),
        districts: w.districts.iter().map(|d| (d.district.slug(), district_table(d))).collect(),
    });
    UseTable {
        land_use: &book.land_use(use_id).slug,
        law_text_date: &book.text().date,
        inputs: PlanBody::from(inputs),
        districts: districts.collect(),
        within: within.collect(),
        questions: questions(&book.questions(use_id, inputs, UseDistrict::ALL), language),
    }
}

fn district_table(district: &DistrictSteps) -> DistrictTable {
    let storeys = district.storeys.iter().map(|step| StoreyStepBody {
        up_to: step.up_to,
        areas: area_steps(&step.areas),
        unknown_area: step.areas.unknown.into(),
    });
    DistrictTable {
        storeys: storeys.collect(),
        unknown_storey: area_steps(&district.unknown_storey),
        unknown: district.unknown_storey.unknown.into(),
    }
}

fn area_steps(areas: &AreaSteps) -> Vec<AreaStepBody> {
    let body =
        |step: &crate::law::AreaStep| AreaStepBody { up_to_m2: step.up_to_m2, verdict: step.verdict.into() };
    areas.steps.iter().map(body).collect()
}

/// Where in the city a use may open.
pub fn use_summary<'a>(
    book: &'a LawBook,
    use_id: UseId,
    inputs: &Inputs,
    summary: &UseSummary<'a>,
) -> UseSummaryBody<'a> {
    let streets = summary.streets.iter().take(MOST_STREETS).map(|street| StreetForUse {
        id: street.street.id.into(),
        name: &street.street.name,
        permitted: street.listings.of(Verdict::Permitted),
        conditional: street.listings.of(Verdict::Conditional),
        total: street.listings.of_any(|_| true),
    });
    let districts = summary.districts.iter().map(|d| DistrictForUse {
        district: d.district.into(),
        verdict: d.verdict.into(),
        hectares: rounded(d.hectares, 100.0),
        listings: d.listings,
    });
    UseSummaryBody {
        land_use: &book.land_use(use_id).slug,
        law_text_date: &book.text().date,
        inputs: PlanBody::from(inputs),
        hectares: land(|v| rounded(summary.hectares(v), 100.0)),
        shares: land(|v| rounded(summary.share(v), 1e6)),
        listings: summary.listings.into(),
        streets: streets.collect(),
        districts: districts.collect(),
    }
}

fn land(of: impl Fn(Verdict) -> f64) -> VerdictLand {
    VerdictLand {
        permitted: of(Verdict::Permitted),
        conditional: of(Verdict::Conditional),
        prohibited: of(Verdict::Prohibited),
        ask_ward: of(Verdict::AskWard),
        other_law: of(Verdict::OtherLaw),
    }
}

fn rounded(value: f64, parts: f64) -> f64 {
    (value * parts).round() / parts
}

/// What may open at a site.
pub fn uses_here<'b>(
    book: &'b LawBook,
    inputs: &Inputs,
    at: &Site,
    found: &UsesAt<'b>,
    language: Language,
) -> UsesHere<'b> {
    let groups = found.groups.iter().map(|group| GroupHere {
        id: &group.group.slug,
        name: group.group.name.get(language),
        uses: group
            .uses
            .iter()
            .map(|here| UseHere {
                land_use: &here.land_use.slug,
                name: here.land_use.name.get(language),
                verdict: here.judgement.verdict.into(),
                summary: here.judgement.summary(language),
            })
            .collect(),
    });
    UsesHere {
        label: label(language),
        law_text_date: &book.text().date,
        place: site(at),
        groups: groups.collect(),
        counts: found.counts.into(),
        inputs: PlanBody::from(inputs),
    }
}
