//! The rules and words, validated: the one thing everybody asks.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::cautions::{Caution, CautionNote};
use super::error::LawError;
use super::inputs::Inputs;
use super::judge::Judgement;
use super::land_use::{LandUse, UseGroup, UseId};
use super::language::Words;
use super::questions::Question;
use super::rows::{Row, Rows};
use super::site::Site;
use super::table::VerdictTable;
use super::text::LawText;
use super::verdict::Verdict;
use crate::domain::UseDistrict;

/// The rules and words, validated.
#[derive(Debug, Clone)]
pub struct LawBook {
    uses: Vec<LandUse>,
    groups: Vec<UseGroup>,
    by_slug: HashMap<String, UseId>,
    text: LawText,
    cautions: Vec<Caution>,
}

static BUILT_IN: LazyLock<LawBook> =
    LazyLock::new(|| LawBook::read().expect("the tables in data/law are read by a test"));

impl LawBook {
    /// The national rules this program was built with.
    pub fn built_in() -> &'static LawBook {
        &BUILT_IN
    }

    fn read() -> Result<LawBook, LawError> {
        let groups = read_groups(include_str!("../../data/law/groups.csv"))?;
        let uses = read_uses(include_str!("../../data/law/uses.csv"), &groups)?;
        let text = toml::from_str(include_str!("../../data/law/text.toml"))
            .map_err(|e| LawError::Text { table: "text.toml".into(), reason: e.message().to_owned() })?;
        let by_slug = uses.iter().map(|u| (u.slug.clone(), u.id)).collect();
        Ok(LawBook { uses, groups, by_slug, text, cautions: Vec::new() })
    }

    /// The same rules with a ward's own laid over them.
    pub fn with_overlay(&self, _csv: &str) -> Result<LawBook, LawError> {
        Ok(self.clone())
    }

    /// Every use, in the order of the table.
    pub fn uses(&self) -> &[LandUse] {
        &self.uses
    }

    /// Every group of uses, in the order people look through them.
    pub fn groups(&self) -> &[UseGroup] {
        &self.groups
    }

    /// The use with a word, as in `cafe_restaurant`.
    pub fn use_(&self, slug: &str) -> Option<UseId> {
        self.by_slug.get(slug).copied()
    }

    /// What a use is.
    pub fn land_use(&self, id: UseId) -> &LandUse {
        &self.uses[id.index()]
    }

    /// What the law says about a use in a district.
    pub fn judge(&self, use_id: UseId, _inputs: &Inputs, district: UseDistrict) -> Judgement<'_> {
        Judgement {
            use_id,
            district,
            verdict: Verdict::AskWard,
            alternatives: Vec::new(),
            citations: Vec::new(),
            reason: None,
            leaning: None,
            asks_hazmat: false,
            overlay: None,
        }
    }

    /// One use's verdicts everywhere, for looking up many places.
    pub fn table(&self, _use_id: UseId, _inputs: &Inputs) -> VerdictTable {
        unimplemented!("comes with the rules")
    }

    /// What should still be asked, most decisive first.
    pub fn questions(&self, _use_id: UseId, _inputs: &Inputs, _districts: &[UseDistrict]) -> Vec<Question> {
        Vec::new()
    }

    /// Which text the rules were read from.
    pub fn text(&self) -> &LawText {
        &self.text
    }

    /// Every caution there is.
    pub fn all_cautions(&self) -> &[Caution] {
        &self.cautions
    }

    /// The cautions that apply to a use at a place, strongest first.
    pub fn cautions(&self, _use_id: UseId, _inputs: &Inputs, _site: &Site) -> Vec<CautionNote<'_>> {
        Vec::new()
    }
}

fn words(row: &Row<'_>) -> Result<Words, LawError> {
    Ok(Words { ja: row.filled("ja")?.into(), en: row.filled("en")?.into(), easy: row.filled("easy")?.into() })
}

fn read_groups(csv: &str) -> Result<Vec<UseGroup>, LawError> {
    Rows::read("groups.csv", csv, &["group", "ja", "en", "easy"])?
        .iter()
        .map(|row| Ok(UseGroup { slug: row.filled("group")?.into(), name: words(&row)? }))
        .collect()
}

fn read_uses(csv: &str, groups: &[UseGroup]) -> Result<Vec<LandUse>, LawError> {
    let columns = ["use", "group", "ja", "en", "easy", "legal_class", "special_building", "hazmat"];
    Rows::read("uses.csv", csv, &columns)?
        .iter()
        .enumerate()
        .map(|(at, row)| {
            let group = row.word("group", "group", |word| groups.iter().find(|g| g.slug == word))?;
            Ok(LandUse {
                id: UseId(at as u16),
                slug: row.filled("use")?.into(),
                group: group.slug.clone(),
                name: words(&row)?,
                legal_class: row.filled("legal_class")?.into(),
                special_building: Some(row.cell("special_building"))
                    .filter(|t| !t.is_empty())
                    .map(str::to_owned),
                hazmat: row.cell("hazmat") == "yes",
            })
        })
        .collect()
}
