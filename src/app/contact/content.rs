//! What is sealed of an enquiry, and who answers for a listing.

use serde::{Deserialize, Serialize};

use crate::app::mail::{self, DoesNotOpen, Secret};
use crate::domain::{EmailAddress, EnquiryId, ListingId, Sealed};

/// Who asks, and what, until it was passed on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Content {
    pub(super) address: EmailAddress,
    pub(super) name: String,
    /// The listing's title when it was asked about.
    pub(super) title: String,
    pub(super) words: String,
    /// The verdict that goes along, in Japanese.
    pub(super) verdict: Option<String>,
}

/// The same as it is sealed.
#[derive(Serialize, Deserialize)]
struct Plain<'a> {
    address: &'a str,
    name: String,
    title: String,
    words: String,
    verdict: Option<String>,
}

impl Content {
    pub(super) fn seal(&self, secret: &Secret, id: EnquiryId) -> Sealed {
        let plain = Plain {
            address: self.address.revealed(),
            name: self.name.clone(),
            title: self.title.clone(),
            words: self.words.clone(),
            verdict: self.verdict.clone(),
        };
        let plain = serde_json::to_vec(&plain).expect("texts are JSON");
        mail::seal(secret, about_enquiry(id).as_bytes(), &plain)
    }

    pub(super) fn open(secret: &Secret, id: EnquiryId, sealed: &Sealed) -> Result<Self, DoesNotOpen> {
        let plain = mail::open(secret, about_enquiry(id).as_bytes(), sealed)?;
        let plain: Plain<'_> = serde_json::from_slice(&plain).map_err(|_| DoesNotOpen)?;
        Ok(Self {
            address: plain.address.parse().map_err(|_| DoesNotOpen)?,
            name: plain.name,
            title: plain.title,
            words: plain.words,
            verdict: plain.verdict,
        })
    }
}

fn about_enquiry(id: EnquiryId) -> String {
    format!("enquiry:{id}")
}

/// Seals the address of whoever answers for a listing.
pub(in crate::app) fn seal_contact(secret: &Secret, listing: ListingId, address: &EmailAddress) -> Sealed {
    mail::seal(secret, about_contact(listing).as_bytes(), address.revealed().as_bytes())
}

/// Opens it.
pub(super) fn open_contact(
    secret: &Secret,
    listing: ListingId,
    sealed: &Sealed,
) -> Result<EmailAddress, DoesNotOpen> {
    let plain = mail::open(secret, about_contact(listing).as_bytes(), sealed)?;
    std::str::from_utf8(&plain).ok().and_then(|text| text.parse().ok()).ok_or(DoesNotOpen)
}

fn about_contact(listing: ListingId) -> String {
    format!("contact:{listing}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_enquiry_opens_as_it_was_written_and_only_as_itself() {
        let (secret, id) = (Secret::random(), |bits| EnquiryId::from_bits(bits).unwrap());
        let content = Content {
            address: "founder@example.jp".parse().unwrap(),
            name: "山\"田".into(),
            title: "店".into(),
            words: "一行目\n二行目".into(),
            verdict: Some("可".into()),
        };
        let sealed = content.seal(&secret, id(1));
        assert_eq!(Content::open(&secret, id(1), &sealed), Ok(content));
        assert_eq!(Content::open(&secret, id(2), &sealed), Err(DoesNotOpen));
    }

    #[test]
    fn a_contact_opens_for_its_listing_alone() {
        let (secret, id) = (Secret::random(), |bits| ListingId::from_bits(bits).unwrap());
        let owner: EmailAddress = "owner@example.jp".parse().unwrap();
        let sealed = seal_contact(&secret, id(1), &owner);
        assert_eq!(open_contact(&secret, id(1), &sealed), Ok(owner));
        assert_eq!(open_contact(&secret, id(2), &sealed), Err(DoesNotOpen));
    }
}
