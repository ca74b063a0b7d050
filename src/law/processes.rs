//! Which class does a workshop's process belong to? The act lists them in three clauses; what is not listed has
//! no class.

use super::error::{CellReason, LawError};
use super::inputs::ProcessClass;
use super::language::Words;
use super::rows::Rows;

/// A process the act lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Process {
    /// How heavy it is.
    pub class: ProcessClass,
    /// The clause that lists it: `別表第二(と)項第3号(八)`.
    pub citation: String,
    /// What people call it, with the size from which it counts.
    pub name: Words,
}

/// The processes this program was built with, lightest class first.
pub(super) fn built_in() -> Result<Vec<Process>, LawError> {
    read(include_str!("../../data/law/processes.csv"))
}

fn read(csv: &str) -> Result<Vec<Process>, LawError> {
    let rows = Rows::read("processes.csv", csv, &["class", "citation", "ja", "en", "easy"])?;
    let mut processes: Vec<Process> = Vec::new();
    let mut numbers = Vec::new();
    for row in rows.iter() {
        let citation = row.filled("citation")?.to_owned();
        if let Some(at) = processes.iter().position(|p| p.citation == citation) {
            return Err(row.wrong("citation", CellReason::Duplicate(citation, numbers[at])));
        }
        processes.push(Process {
            class: row.word("class", "class of process", ProcessClass::from_slug)?,
            citation,
            name: Words {
                ja: row.filled("ja")?.into(),
                en: row.filled("en")?.into(),
                easy: row.filled("easy")?.into(),
            },
        });
        numbers.push(row.number);
    }
    Ok(processes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_listed_process_stands_under_the_clause_of_its_class() {
        for process in built_in().unwrap() {
            let clause = match process.class {
                ProcessClass::None => panic!("{process:?} has no class"),
                ProcessClass::To3 => "別表第二(と)項第3号(",
                ProcessClass::Nu3 => "別表第二(ぬ)項第3号(",
                ProcessClass::Ru1 => "別表第二(る)項第1号(",
            };
            assert!(process.citation.starts_with(clause), "{process:?}");
        }
    }

    #[test]
    fn processes_come_lightest_class_first() {
        assert!(built_in().unwrap().is_sorted_by_key(|p| p.class));
    }

    #[test]
    fn a_clause_listed_twice_is_refused_with_the_row_of_the_first() {
        let csv = "class,citation,ja,en,easy\nto3,X,a,b,c\nnu3,X,d,e,f\n";
        let reason = CellReason::Duplicate("X".into(), 2);
        let refused = LawError::Cell { table: "processes.csv".into(), row: 3, column: "citation", reason };
        assert_eq!(read(csv), Err(refused));
    }
}
