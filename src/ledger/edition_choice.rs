//! Which edition did somebody mean by an id, a date, a year or a name?

use thiserror::Error;

use crate::domain::Edition;

/// A text that names no edition, or several.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NoSuchEdition {
    /// None.
    #[error("no edition is called `{asked}`; there are {known}")]
    None {
        /// What was asked for.
        asked: String,
        /// What there is.
        known: String,
    },
    /// Several.
    #[error("`{asked}` may be {found}; name one by its id")]
    Several {
        /// What was asked for.
        asked: String,
        /// What it may be.
        found: String,
    },
}

/// The edition of an id, an as-of date (`2019-03-31`), its year or month (`2019`, `2019-03`), or a name.
pub fn choose_edition<'e>(editions: &'e [Edition], asked: &str) -> Result<&'e Edition, NoSuchEdition> {
    let exact = |e: &&Edition| e.id.to_string() == asked || e.name == asked;
    let dated = |e: &&Edition| {
        let date = e.as_of.to_string();
        date == asked || date.strip_prefix(asked).is_some_and(|rest| rest.starts_with('-'))
    };
    let mut found: Vec<&Edition> = editions.iter().filter(exact).collect();
    if found.is_empty() {
        found = editions.iter().filter(dated).collect();
    }
    match found.as_slice() {
        [one] => Ok(one),
        [] => Err(NoSuchEdition::None { asked: asked.to_owned(), known: listed(editions.iter()) }),
        many => Err(NoSuchEdition::Several { asked: asked.to_owned(), found: listed(many.iter().copied()) }),
    }
}

fn listed<'e>(editions: impl Iterator<Item = &'e Edition>) -> String {
    let told: Vec<String> =
        editions.map(|e| format!("{} ({}, {} {})", e.id, e.name, e.area, e.as_of)).collect();
    if told.is_empty() { "none".to_owned() } else { told.join("; ") }
}
