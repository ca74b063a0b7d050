//! What does the whole table look like: every use in every district, one letter each?

use std::fmt;

use super::book::LawBook;
use super::inputs::Inputs;
use super::verdict::Verdict;
use crate::domain::UseDistrict;

/// Every use in every district, with nothing known of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overview {
    law_text_date: String,
    overlay: Option<String>,
    rows: Vec<(String, Vec<Verdict>)>,
}

impl Overview {
    /// Judges everything.
    pub fn of(book: &LawBook) -> Self {
        let nothing = Inputs::default();
        let row = |use_id| UseDistrict::ALL.iter().map(|d| book.verdict(use_id, &nothing, *d)).collect();
        Self {
            law_text_date: book.text().date.clone(),
            overlay: book.text().overlay.as_ref().map(|o| o.name.clone()),
            rows: book.uses().iter().map(|u| (u.slug.clone(), row(u.id))).collect(),
        }
    }

    /// The same as JSON: `{"law_text_date", "overlay", "uses": {use: {district: verdict}}}`.
    pub fn json(&self) -> serde_json::Value {
        let row = |verdicts: &[Verdict]| -> serde_json::Map<String, serde_json::Value> {
            let cells = UseDistrict::ALL.iter().zip(verdicts);
            cells.map(|(d, v)| (d.slug().to_owned(), v.slug().into())).collect()
        };
        let uses: serde_json::Map<_, _> =
            self.rows.iter().map(|(slug, verdicts)| (slug.clone(), row(verdicts).into())).collect();
        serde_json::json!({ "law_text_date": self.law_text_date, "overlay": self.overlay, "uses": uses })
    }
}

impl fmt::Display for Overview {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "建築基準法上の用途の目安（{}の条文による）", self.law_text_date)?;
        writeln!(f, "可 permitted  条 conditional  不 prohibited  要 ask the ward  他 another law")?;
        if let Some(overlay) = &self.overlay {
            writeln!(f, "overlay: {overlay}")?;
        }
        let heads: Vec<&str> = UseDistrict::ALL.iter().map(|d| d.short_ja()).collect();
        writeln!(f, "use\t{}", heads.join("\t"))?;
        for (slug, verdicts) in &self.rows {
            let letters: Vec<String> = verdicts.iter().map(|v| v.letter().to_string()).collect();
            writeln!(f, "{slug}\t{}", letters.join("\t"))?;
        }
        Ok(())
    }
}
