//! What must a verdict not hide? Other laws, other permits, and what a pin cannot know.

use super::book::LawBook;
use super::district_words::district_en;
use super::error::{CellReason, LawError};
use super::inputs::Inputs;
use super::land_use::{LandUse, UseId};
use super::language::{Language, Words};
use super::occasion::{Occasion, Place, Vocabulary};
use super::rows::Rows;
use super::site::{Site, judge_site};
use crate::domain::UseDistrict;

/// How strongly a caution speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CautionLevel {
    /// Ask before deciding anything.
    Ask,
    /// Check: a procedure or a limit is likely to apply.
    Check,
    /// Good to know.
    Note,
}

impl CautionLevel {
    /// The word used in files and the API.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Ask => "ask",
            Self::Check => "check",
            Self::Note => "note",
        }
    }

    /// Reads a slug.
    pub fn from_slug(slug: &str) -> Option<Self> {
        [Self::Ask, Self::Check, Self::Note].into_iter().find(|l| l.slug() == slug)
    }
}

/// A caution, as the table writes it.
#[derive(Debug, Clone, PartialEq)]
pub struct Caution {
    /// The stable word.
    pub id: String,
    /// How strongly it speaks.
    pub level: CautionLevel,
    /// A few words.
    pub title: Words,
    /// What to know; `{near}` stands for the districts near the place, `{inside}` for the areas that hold it.
    pub text: Words,
    /// Where it is written.
    pub source: String,
    /// How sure it is: `text`, `official`, `secondary`, `known`, `partial`, `unverified`.
    pub confidence: String,
    /// When it applies.
    pub(super) occasion: Occasion,
}

/// A caution that applies.
#[derive(Debug, Clone, PartialEq)]
pub struct CautionNote<'b> {
    /// The caution.
    pub caution: &'b Caution,
    /// The other districts near the place, with metres, nearest first.
    pub near: Vec<(UseDistrict, f32)>,
    /// The names of the areas that hold the place and that the caution is about.
    pub inside: Vec<String>,
}

impl CautionNote<'_> {
    /// The text in one language, the districts near named in it.
    pub fn text(&self, language: Language) -> String {
        let text = self.caution.text.get(language);
        let named: Vec<String> = self
            .near
            .iter()
            .map(|(district, metres)| match language {
                Language::En => format!("{} ({metres:.0} m)", district_en(*district)),
                Language::Ja | Language::Easy => format!("{}（{metres:.0}m）", district.name_ja()),
            })
            .collect();
        let inside: Vec<String> = self
            .inside
            .iter()
            .map(|name| if language == Language::En { format!("“{name}”") } else { format!("『{name}』") })
            .collect();
        let and = if language == Language::En { " and " } else { "・" };
        text.replace("{near}", &named.join(and)).replace("{inside}", &inside.join(and))
    }
}

impl LawBook {
    /// The cautions that apply to a use at a place, strongest first.
    pub fn cautions(&self, use_id: UseId, inputs: &Inputs, site: &Site) -> Vec<CautionNote<'_>> {
        let judged = judge_site(self, use_id, inputs, site);
        let own = judged.own.as_ref().map_or(judged.verdict, |own| own.verdict);
        let place =
            Place { land_use: self.land_use(use_id), verdict: own, site, known: self.known(use_id, inputs) };
        let mut notes: Vec<_> = self
            .all_cautions()
            .iter()
            .filter(|caution| caution.occasion.arises(&place))
            .map(|caution| {
                let kinds: Vec<_> = caution.occasion.kinds_of_area().collect();
                let inside = site.areas.iter().filter(|area| kinds.contains(&area.kind));
                let inside = inside.map(|area| area.name.clone()).collect();
                CautionNote { caution, near: site.near.to_vec(), inside }
            })
            .collect();
        notes.sort_by_key(|note| note.caution.level);
        notes
    }
}

const COLUMNS: &[&str] = &[
    "id",
    "when",
    "level",
    "title_ja",
    "title_en",
    "title_easy",
    "text_ja",
    "text_en",
    "text_easy",
    "source",
    "confidence",
];
const CONFIDENCES: &[&str] = &["text", "official", "secondary", "known", "partial", "unverified"];

/// Reads the table of cautions.
pub(super) fn read(csv: &str, uses: &[LandUse]) -> Result<Vec<Caution>, LawError> {
    let rows = Rows::read("cautions.csv", csv, COLUMNS)?;
    let mut cautions: Vec<Caution> = Vec::new();
    for row in rows.iter() {
        let id = row.filled("id")?.to_owned();
        if cautions.iter().any(|c| c.id == id) {
            return Err(row.wrong("id", CellReason::Duplicate(id, row.number)));
        }
        let occasion =
            Occasion::parse(row.filled("when")?, &Vocabulary { uses }).map_err(|e| row.wrong("when", e))?;
        cautions.push(Caution {
            id,
            level: row.word("level", "level", CautionLevel::from_slug)?,
            title: Words {
                ja: row.filled("title_ja")?.into(),
                en: row.filled("title_en")?.into(),
                easy: row.filled("title_easy")?.into(),
            },
            text: Words {
                ja: row.filled("text_ja")?.into(),
                en: row.filled("text_en")?.into(),
                easy: row.filled("text_easy")?.into(),
            },
            source: row.filled("source")?.into(),
            confidence: row
                .word("confidence", "confidence", |w| CONFIDENCES.contains(&w).then(|| w.to_owned()))?,
            occasion,
        });
    }
    Ok(cautions)
}
