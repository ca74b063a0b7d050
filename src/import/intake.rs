//! Takes rows one by one and keeps the report: what was accepted, mended, left blank or refused.

use std::sync::{Arc, LazyLock};
use time::OffsetDateTime;

use super::kind::ImportKind;
use super::placing::Placed;
use super::report::{Refusal, Repair, Report, Skip};
use super::row::{Refused, Row};
use crate::domain::{Id, IdSource};

/// One source for the whole process, so that files imported in the same second share no id.
static IDS: LazyLock<IdSource> = LazyLock::new(IdSource::new);

/// The report being written, and the clock ids are made from.
pub(super) struct Intake {
    /// The report so far.
    pub report: Report,
    now: OffsetDateTime,
    rewound: usize,
}

impl Intake {
    /// An intake of one kind at a moment.
    pub(super) const fn new(kind: ImportKind, now: OffsetDateTime) -> Self {
        Self { report: Report::new(kind), now, rewound: 0 }
    }

    /// A fresh id.
    pub(super) fn id<T>(&self) -> Id<T> {
        IDS.next(self.now)
    }

    /// The moment of the import.
    pub(super) const fn now(&self) -> OffsetDateTime {
        self.now
    }

    /// Reads a row; what it says of itself goes into the report.
    pub(super) fn take<'a, T>(
        &mut self,
        placed: &'a Placed,
        read: impl FnOnce(&mut Row<'a>) -> Result<T, Refused>,
    ) -> Option<T> {
        let mut row = Row::new(placed);
        match read(&mut row) {
            Ok(taken) => {
                self.accept(placed, row);
                Some(taken)
            }
            Err(refused) => {
                self.report.refused += 1;
                self.refusal(placed, refused, true);
                None
            }
        }
    }

    fn accept(&mut self, placed: &Placed, row: Row<'_>) {
        self.report.accepted += 1;
        self.report.repaired += usize::from(!row.mended.is_empty());
        self.rewound += usize::from(row.rewound);
        self.report.repairs.extend(row.mended.into_iter().map(|mended| Repair {
            file: placed.file.to_string(),
            row: placed.row,
            field: mended.field,
            what: mended.what,
            area_change_m2: mended.area_change_m2.map(to_a_square_centimetre),
        }));
        for refused in row.blanked {
            self.refusal(placed, refused, false);
        }
    }

    fn refusal(&mut self, placed: &Placed, refused: Refused, whole_row: bool) {
        let Refused { field, value, reason } = refused;
        let (file, row) = (placed.file.to_string(), placed.row);
        self.report.refusals.push(Refusal { file, row, field, value, reason, whole_row });
    }

    /// Leaves a row aside because it is something else than what was asked for.
    pub(super) fn skip(&mut self, file: &Arc<str>, what: &str, reason: &str) {
        self.report.skipped += 1;
        let skips = &mut self.report.skips;
        match skips.iter_mut().find(|s| s.file == **file && s.what == what && s.reason == reason) {
            Some(skip) => skip.rows += 1,
            None => skips.push(Skip {
                file: file.to_string(),
                what: what.to_owned(),
                rows: 1,
                reason: reason.to_owned(),
            }),
        }
    }

    /// Tells the reader something once.
    pub(super) fn note(&mut self, note: impl Into<String>) {
        let note = note.into();
        if !self.report.notes.contains(&note) {
            self.report.notes.push(note);
        }
    }

    /// The finished report.
    pub(super) fn finish(mut self) -> Report {
        if self.rewound > 0 {
            let rewound = self.rewound;
            self.note(format!("the rings of {rewound} shapes ran the other way and were turned round"));
        }
        self.report
    }
}

/// What is smaller is rounding; and no change is 0, not -0.
fn to_a_square_centimetre(m2: f64) -> f64 {
    (m2 * 10_000.0).round() / 10_000.0 + 0.0
}
