//! Reading the tables of uses and groups: each once, each with its names in three languages.

use super::error::{CellReason, LawError};
use super::land_use::{LandUse, UseGroup, UseId};
use super::language::Words;
use super::rows::{Row, Rows};

pub(super) fn read_groups(csv: &str) -> Result<Vec<UseGroup>, LawError> {
    let rows = Rows::read("groups.csv", csv, &["group", "ja", "en", "easy"])?;
    let mut groups: Vec<UseGroup> = Vec::new();
    for row in rows.iter() {
        let slug = row.filled("group")?.to_owned();
        if groups.iter().any(|g| g.slug == slug) {
            return Err(row.wrong("group", CellReason::Duplicate(slug, row.number)));
        }
        groups.push(UseGroup { slug, name: words(&row)? });
    }
    Ok(groups)
}

pub(super) fn read_uses(csv: &str, groups: &[UseGroup]) -> Result<Vec<LandUse>, LawError> {
    let columns = ["use", "group", "ja", "en", "easy", "legal_class", "special_building", "hazmat"];
    let rows = Rows::read("uses.csv", csv, &columns)?;
    let mut uses: Vec<LandUse> = Vec::new();
    for row in rows.iter() {
        let slug = row.filled("use")?.to_owned();
        if uses.iter().any(|u| u.slug == slug) {
            return Err(row.wrong("use", CellReason::Duplicate(slug, row.number)));
        }
        let group = row.word("group", "group", |word| groups.iter().find(|g| g.slug == word))?;
        let hazmat = match row.cell("hazmat") {
            "" => false,
            "yes" => true,
            other => return Err(row.wrong("hazmat", CellReason::Stray(other.into(), "yes or nothing"))),
        };
        uses.push(LandUse {
            id: UseId(uses.len() as u16),
            slug,
            group: group.slug.clone(),
            name: words(&row)?,
            legal_class: row.filled("legal_class")?.into(),
            special_building: Some(row.cell("special_building")).filter(|t| !t.is_empty()).map(str::to_owned),
            hazmat,
        });
    }
    Ok(uses)
}

fn words(row: &Row<'_>) -> Result<Words, LawError> {
    Ok(Words { ja: row.filled("ja")?.into(), en: row.filled("en")?.into(), easy: row.filled("easy")?.into() })
}
