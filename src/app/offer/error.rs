//! Why something cannot be done to an offer.

use thiserror::Error;

use crate::app::AppError;
use crate::domain::{FieldTooLong, MOST_PHOTOS, Offer};
use crate::import::{FieldFault, PictureError};
use crate::store::StoreError;
use crate::workflow::Refused;

/// Why something cannot be done to an offer.
#[derive(Debug, Error)]
pub enum OfferError {
    /// Something broke.
    #[error(transparent)]
    App(#[from] AppError),
    /// There is none, or it is somebody else's.
    #[error("there is no such offer")]
    NotFound,
    /// Somebody wrote since it was read; the offer as it now is.
    #[error("somebody changed it since")]
    Stale(Box<Offer>),
    /// Not as it stands.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// What was typed cannot be changed as it stands.
    #[error("it cannot be changed while it is reviewed or once it has ended")]
    NotEditable,
    /// Fields are missing or cannot be read.
    #[error("fields are missing or cannot be read")]
    Incomplete(Vec<FieldFault>),
    /// A field is too long.
    #[error(transparent)]
    TooLong(#[from] FieldTooLong),
    /// One of the reasons is needed.
    #[error("a reason is needed")]
    Reason,
    /// Words are needed beside the reason.
    #[error("a note is needed")]
    Note,
    /// The present text of consent was not agreed to.
    #[error("the text of consent must be agreed to")]
    Consent,
    /// Whoever refused an offer does not take the refusal back.
    #[error("another moderator must do this")]
    SecondPerson,
    /// More than anybody needs.
    #[error("an account has at most {0} drafts")]
    TooMany(usize),
    /// A picture cannot be taken.
    #[error(transparent)]
    Picture(#[from] PictureError),
    /// It has as many pictures as it may have.
    #[error("an offer has at most {MOST_PHOTOS} pictures")]
    TooManyPictures,
    /// A picture that is not one of the offer's.
    #[error("`{0}` is not one of its pictures")]
    NoSuchPicture(String),
}

impl From<StoreError> for OfferError {
    fn from(error: StoreError) -> Self {
        Self::App(error.into())
    }
}
