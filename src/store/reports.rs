//! Where reports of what is wrong with listings are kept until somebody has seen to them.

use async_trait::async_trait;
use time::OffsetDateTime;

use super::{NewLetter, StoreError};
use crate::domain::{PersonId, Report, ReportId, Sealed};

/// A report with what was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptReport {
    /// The report.
    pub report: Report,
    /// What was written, and where it may be answered.
    pub sealed: Sealed,
}

/// A place that keeps reports.
#[async_trait]
pub trait Reports: Send + Sync {
    /// Keeps a report and queues the letter about it.
    async fn add(&self, new: &KeptReport, letters: &[NewLetter]) -> Result<(), StoreError>;

    /// Reports that nobody has seen to, oldest first.
    async fn open_reports(&self) -> Result<Vec<KeptReport>, StoreError>;

    /// Notes who has seen to a report, and erases what was written. False if it was open no more.
    async fn done(&self, id: ReportId, by: PersonId, at: OffsetDateTime) -> Result<bool, StoreError>;
}
