//! The rules and words, validated: the one thing everybody asks.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use super::catalogue::{self, HazmatRow, Process};
use super::cautions::{self, Caution};
use super::districts::Districts;
use super::error::LawError;
use super::land_use::{LandUse, UseGroup, UseId};
use super::land_use_rows::{read_groups, read_uses};
use super::language::Words;
use super::provisions::Provisions;
use super::question;
use super::rules::{Rule, Rules, Tables};
use super::text::{LawText, OverlayText};
use super::thesaurus::Thesaurus;
use super::variable::Variable;
use crate::domain::UseDistrict;

/// The rules and words, validated.
#[derive(Debug, Clone)]
pub struct LawBook {
    uses: Vec<LandUse>,
    groups: Vec<UseGroup>,
    by_slug: HashMap<String, UseId>,
    districts: Districts,
    provisions: Provisions,
    rules: Rules,
    /// The rule of each use in the first mid/high-rise district, by the national tables.
    ha: Vec<Rule>,
    text: LawText,
    cautions: Vec<Caution>,
    processes: Vec<Process>,
    hazmat: Vec<HazmatRow>,
    questions: Vec<(Variable, Words)>,
    // A ward lays its rules over the national ones; what people call their trade stays the same.
    thesaurus: Arc<Thesaurus>,
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
        let districts = Districts::read(include_str!("../../data/law/districts.csv"))?;
        let provisions = Provisions::read(include_str!("../../data/law/provisions.csv"), &districts)?;
        let tables = Tables { uses: &uses, districts: &districts, provisions: &provisions };
        let rules = Rules::read(include_str!("../../data/law/rules.csv"), &tables)?;
        let ha = uses.iter().map(|u| rules.of(u.id, UseDistrict::MidHigh1).clone()).collect();
        let text = toml::from_str(include_str!("../../data/law/text.toml"))
            .map_err(|e| LawError::Text { table: "text.toml".into(), reason: e.message().to_owned() })?;
        let by_slug = uses.iter().map(|u| (u.slug.clone(), u.id)).collect();
        let cautions = cautions::read(include_str!("../../data/law/cautions.csv"), &uses)?;
        let processes = catalogue::read_processes(include_str!("../../data/law/processes.csv"))?;
        let hazmat = catalogue::read_hazmat(include_str!("../../data/law/hazmat.csv"))?;
        let questions = question::read(include_str!("../../data/law/inputs.csv"))?;
        let thesaurus = Arc::new(Thesaurus::built_in(&uses)?);
        Ok(LawBook {
            uses,
            groups,
            by_slug,
            districts,
            provisions,
            rules,
            ha,
            text,
            cautions,
            processes,
            hazmat,
            questions,
            thesaurus,
        })
    }

    /// The same rules with a ward's own laid over them: each row replaces the cells it names.
    ///
    /// Columns: `use`, `districts`, `verdict`, `conditions` (with `&` between), `citation`, `reason_ja`, `reason_en`.
    /// `within` (an area's name) and `relaxes` (`yes`) may follow: [`judge_within`](Self::judge_within) says how.
    /// A remark `# name: …` says what the ward calls them. Rows of one cell are ways of which one is enough.
    pub fn with_overlay(&self, csv: &str) -> Result<LawBook, LawError> {
        let name =
            csv.lines().find_map(|line| line.trim().strip_prefix("# name:")).map_or("overlay", str::trim);
        let tables = Tables { uses: &self.uses, districts: &self.districts, provisions: &self.provisions };
        let (rules, changed) = self.rules.with_overlay(name, csv, &tables)?;
        let cells = changed.iter().map(|(id, d)| (self.land_use(*id).slug.clone(), d.slug())).collect();
        let text =
            LawText { overlay: Some(OverlayText { name: name.to_owned(), cells }), ..self.text.clone() };
        Ok(LawBook { rules, text, ..self.clone() })
    }

    pub(super) fn districts(&self) -> &Districts {
        &self.districts
    }

    pub(super) fn rule(&self, use_id: UseId, district: UseDistrict) -> &Rule {
        self.rules.of(use_id, district)
    }

    pub(super) fn rules(&self) -> &Rules {
        &self.rules
    }

    #[cfg(test)]
    pub(super) fn provisions(&self) -> &Provisions {
        &self.provisions
    }

    pub(super) fn rule_of_ha(&self, use_id: UseId) -> &Rule {
        &self.ha[use_id.index()]
    }

    pub(super) fn overlay_name(&self) -> Option<&str> {
        self.text.overlay.as_ref().map(|o| o.name.as_str())
    }

    /// A district by its slug, or by the short code of worked cases (`1MH`).
    pub fn district(&self, text: &str) -> Option<UseDistrict> {
        self.districts.find(text)
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

    /// The words of the question that fills an input.
    pub(super) fn question_text(&self, input: Variable) -> &Words {
        let found = self.questions.iter().find(|(v, _)| *v == input);
        found.map(|(_, words)| words).expect("every input that is asked has its words, as reading checks")
    }

    /// What people call their trade, and the use each word means.
    pub fn thesaurus(&self) -> &Thesaurus {
        &self.thesaurus
    }

    /// Which text the rules were read from.
    pub fn text(&self) -> &LawText {
        &self.text
    }

    /// Every listed process, by class.
    pub fn processes(&self) -> &[Process] {
        &self.processes
    }

    pub(super) fn hazmat_rows(&self) -> &[HazmatRow] {
        &self.hazmat
    }

    /// Every caution there is.
    pub fn all_cautions(&self) -> &[Caution] {
        &self.cautions
    }
}
