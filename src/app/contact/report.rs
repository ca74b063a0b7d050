//! 誤りを報告: anybody tells the ward's desk what is wrong with a listing. The desk gets a mail, and moderators see it
//! beside what waits for review.

use serde::{Deserialize, Serialize};

use crate::app::mail::{self, DoesNotOpen, Secret};
use crate::domain::{EmailAddress, ListingId, ReportId, ReportReason, Sealed};

/// What somebody says is wrong.
#[derive(Debug, Clone)]
pub struct NewReport {
    /// With which listing.
    pub listing: ListingId,
    /// In a word.
    pub reason: ReportReason,
    /// In their words; may be empty.
    pub words: String,
    /// Where the desk may answer, if they said.
    pub address: Option<EmailAddress>,
}

/// What is sealed of it.
#[derive(Serialize, Deserialize)]
struct Plain {
    words: String,
    address: Option<String>,
}

impl NewReport {
    /// Seals what was written, and where it may be answered.
    pub(super) fn seal(&self, secret: &Secret, id: ReportId) -> Sealed {
        let address = self.address.as_ref().map(|address| address.revealed().to_owned());
        let plain = Plain { words: self.words.clone(), address };
        mail::seal(secret, about(id).as_bytes(), &serde_json::to_vec(&plain).expect("texts are JSON"))
    }
}

/// What was written, and whether it may be answered.
pub(in crate::app) fn open_report(
    secret: &Secret,
    id: ReportId,
    sealed: &Sealed,
) -> Result<(String, bool), DoesNotOpen> {
    let plain = mail::open(secret, about(id).as_bytes(), sealed)?;
    let plain: Plain = serde_json::from_slice(&plain).map_err(|_| DoesNotOpen)?;
    Ok((plain.words, plain.address.is_some()))
}

fn about(id: ReportId) -> String {
    format!("report:{id}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_opens_as_itself_alone_and_tells_no_address() {
        let (secret, id) = (Secret::random(), |bits| ReportId::from_bits(bits).unwrap());
        let report = NewReport {
            listing: ListingId::from_bits(1).unwrap(),
            reason: ReportReason::Place,
            words: "隣の建物です".into(),
            address: Some("someone@example.jp".parse().unwrap()),
        };
        let sealed = report.seal(&secret, id(1));
        assert_eq!(open_report(&secret, id(1), &sealed), Ok(("隣の建物です".to_owned(), true)));
        assert!(open_report(&secret, id(2), &sealed).is_err());
    }
}
