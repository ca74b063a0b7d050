//! Where 「借りたい」 cards are kept.
//!
//! A card and the letters that it causes are written in one transaction. A card that has ended is
//! deleted, with the sealed address of whoever wrote it.

use async_trait::async_trait;
use time::OffsetDateTime;

use super::{NewLetter, StoreError};
use crate::domain::{Sealed, Wanted, WantedId, WantedState};

/// A card with the sealed address of whoever wrote it.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptWanted {
    /// The card.
    pub card: Wanted,
    /// Who wrote it.
    pub sealed: Sealed,
}

/// A place that keeps cards.
#[async_trait]
pub trait WantedCards: Send + Sync {
    /// Adds cards, all or none.
    async fn add(&self, cards: &[KeptWanted], letters: &[NewLetter]) -> Result<(), StoreError>;

    /// One card.
    async fn card(&self, id: WantedId) -> Result<Option<KeptWanted>, StoreError>;

    /// The cards everybody can read, newest first.
    async fn published(&self) -> Result<Vec<Wanted>, StoreError>;

    /// Takes a card from one state to another. False, and nothing written, if it was in another state.
    async fn advance(
        &self,
        id: WantedId,
        from: WantedState,
        to: WantedState,
        at: OffsetDateTime,
        letters: &[NewLetter],
    ) -> Result<bool, StoreError>;

    /// Deletes a card. False, and nothing written, if there was none.
    async fn remove(&self, id: WantedId, letters: &[NewLetter]) -> Result<bool, StoreError>;

    /// Deletes what was left unconfirmed before a time, and what nothing happened to before another.
    async fn forget(
        &self,
        unconfirmed_before: OffsetDateTime,
        touched_before: OffsetDateTime,
    ) -> Result<u64, StoreError>;
}
