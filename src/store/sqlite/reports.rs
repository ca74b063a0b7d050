//! Reports: the tables `report` and `report_content`. Each call is one transaction, letters included.

use async_trait::async_trait;
use sqlx::sqlite::SqliteConnection;
use time::OffsetDateTime;

use super::cells::{Cells, failed, insert, read_each};
use super::enquiries::with_letters;
use super::watch::{millis, moment, sealed};
use super::{SqliteStore, commit};
use crate::domain::{PersonId, Report, ReportId};
use crate::store::{KeptReport, NewLetter, Reports, RowError, StoreError};

const DOING: &str = "keeping reports";

#[async_trait]
impl Reports for SqliteStore {
    async fn add(&self, new: &KeptReport, letters: &[NewLetter]) -> Result<(), StoreError> {
        let (report, mut writing) = (&new.report, self.write().await?);
        let record = vec![
            ("id", report.id.into()),
            ("listing_id", report.listing.into()),
            ("reason", report.reason.slug().into()),
            ("created_ms", millis(report.created).into()),
        ];
        insert(&mut writing, "report", record).await?;
        let content = vec![("report_id", report.id.into()), ("sealed", new.sealed.0.clone().into())];
        insert(&mut writing, "report_content", content).await?;
        with_letters(writing, true, letters).await.map(drop)
    }

    async fn open_reports(&self) -> Result<Vec<KeptReport>, StoreError> {
        let mut reading = self.read().await?;
        let sql = "SELECT * FROM report JOIN report_content ON report_id = id \
                   WHERE done_ms IS NULL ORDER BY created_ms, id";
        let rows = sqlx::query(sql).fetch_all(&mut *reading).await.map_err(failed(DOING))?;
        let kept = |cells: &Cells<'_>| Ok(KeptReport { report: read(cells)?, sealed: sealed(cells)? });
        read_each("report", &rows, kept).into_iter().collect()
    }

    async fn done(&self, id: ReportId, by: PersonId, at: OffsetDateTime) -> Result<bool, StoreError> {
        let mut writing = self.write().await?;
        let sql = "UPDATE report SET done_by = ?, done_ms = ? WHERE id = ? AND done_ms IS NULL";
        let done = sqlx::query(sql).bind(by.bits() as i64).bind(millis(at)).bind(id.bits() as i64);
        let done = done.execute(&mut *writing).await.map_err(failed(DOING))?.rows_affected() == 1;
        let erased = sqlx::query("DELETE FROM report_content WHERE report_id = ?").bind(id.bits() as i64);
        erased.execute(&mut *writing).await.map_err(failed(DOING))?;
        commit(writing).await?;
        Ok(done)
    }
}

/// Every report, or why it cannot be read.
pub(super) async fn all(
    connection: &mut SqliteConnection,
) -> Result<Vec<Result<Report, StoreError>>, StoreError> {
    let rows = sqlx::query("SELECT * FROM report ORDER BY id").fetch_all(connection).await;
    Ok(read_each("report", &rows.map_err(failed(DOING))?, read))
}

fn read(cells: &Cells<'_>) -> Result<Report, RowError> {
    Ok(Report {
        id: cells.id("id")?,
        listing: cells.id("listing_id")?,
        reason: cells.word("reason")?,
        created: moment("created_ms", cells.of("created_ms")?)?,
    })
}
