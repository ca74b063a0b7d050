//! Landlords offer premises, moderators review them, and a listing stays public only while its landlord says that
//! it is vacant.
//!
//! What may be done is decided in `workflow`; here it is carried out: draft, listing, log and letters in one
//! transaction of the store.

mod checks;
mod desk;
mod due;
mod error;
mod feed;
mod listing;
mod own_data;
mod pictures;
mod retention;
mod review;
mod sheet;
#[cfg(test)]
mod tests;

pub use checks::{Check, CheckKind, checks};
pub use desk::{NewPhoto, OfferDesk, OfferView, Order};
pub use due::StillVacant;
pub use error::OfferError;
pub use own_data::OwnData;
pub use review::{OpenReport, Outcomes, Waiting};
pub use sheet::{CheckedRow, CheckedSheet};

// What is said of a draft and of a picture in the words of those who read them.
pub use crate::import::{DraftSheetError, FieldFault, LARGEST_FILE, LARGEST_SHEET, template};
