//! The changed pieces as a table for a spreadsheet: CSV in UTF-8 with a mark, as Excel in Japanese reads it.

use super::compare::Change;
use super::plan::{ChangeKind, Plan};
use super::report::Report;
use crate::domain::Edition;

const HEADINGS: [&str; 18] = [
    "番号",
    "変化",
    "変更前の用途地域",
    "変更前の建蔽率(%)",
    "変更前の容積率(%)",
    "変更後の用途地域",
    "変更後の建蔽率(%)",
    "変更後の容積率(%)",
    "面積(㎡)",
    "町(㎡)",
    "経度",
    "緯度",
    "変更前の版",
    "変更前の時点",
    "変更前の版のSHA-256",
    "変更後の版",
    "変更後の時点",
    "変更後の版のSHA-256",
];

impl Report {
    /// A row for each changed piece, with the editions and checksums it comes from.
    ///
    /// # Errors
    /// None are to be expected: it is written to memory.
    pub fn csv(&self) -> Result<Vec<u8>, csv::Error> {
        let mut table = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
        table.write_record(HEADINGS)?;
        let sources = [edition(&self.before), edition(&self.after)].concat();
        for (at, change) in self.comparison.changes.iter().enumerate() {
            table.write_record(row(at + 1, change).iter().chain(&sources))?;
        }
        table.into_inner().map_err(|error| error.into_error().into())
    }
}

fn row(number: usize, change: &Change) -> Vec<String> {
    let towns: Vec<String> =
        change.towns.iter().map(|share| format!("{} {:.2}", share.town, share.m2)).collect();
    let mut cells = vec![number.to_string(), kind(change.kind).to_owned()];
    cells.extend(plan(change.before));
    cells.extend(plan(change.after));
    cells.extend([format!("{:.2}", change.m2), towns.join("; ")]);
    cells.extend([format!("{:.7}", change.middle.x), format!("{:.7}", change.middle.y)]);
    cells
}

const fn kind(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::District => "用途地域",
        ChangeKind::Ratios => "建蔽率・容積率",
        ChangeKind::Added => "新たに指定",
        ChangeKind::Removed => "指定なしへ",
    }
}

/// District and ratios; blank where there is none or the source leaves it so.
fn plan(plan: Option<Plan>) -> [String; 3] {
    let percent = |ratio: Option<u16>| ratio.map_or_else(String::new, |percent| percent.to_string());
    plan.map_or_else(Default::default, |plan| {
        [plan.district.name_ja().to_owned(), percent(plan.coverage), percent(plan.floor_area)]
    })
}

fn edition(edition: &Edition) -> Vec<String> {
    vec![edition.name.clone(), edition.as_of.to_string(), edition.checksum.clone()]
}
