//! Reports of what is wrong with listings.

use time::macros::datetime;
use time::{Duration, OffsetDateTime};

use super::Fresh;
use super::samples::id;
use crate::domain::{Report, ReportReason, Sealed};
use crate::store::{KeptReport, NewLetter};

const NOW: OffsetDateTime = datetime!(2026-01-10 9:00:00.123 UTC);

fn report(bits: u64) -> KeptReport {
    let report = Report { id: id(bits), listing: id(7), reason: ReportReason::Gone, created: NOW };
    KeptReport { report, sealed: Sealed(vec![1, bits as u8]) }
}

pub(in crate::store) async fn a_report_is_open_until_somebody_has_seen_to_it(fresh: &Fresh) {
    let reports = fresh.store.reports();
    let letter = NewLetter { key: "report:1".into(), sealed: Sealed(vec![9]), due: NOW };
    reports.add(&report(1), &[letter]).await.unwrap();
    reports.add(&report(2), &[]).await.unwrap();
    assert_eq!(reports.open_reports().await.unwrap(), [report(1), report(2)]);
    assert_eq!(fresh.store.outbox().claim(NOW, NOW, 9).await.unwrap().len(), 1);
    let later = NOW + Duration::HOUR;
    assert!(reports.done(id(1), id(3), later).await.unwrap());
    assert!(!reports.done(id(1), id(3), later).await.unwrap());
    assert_eq!(reports.open_reports().await.unwrap(), [report(2)]);
}
