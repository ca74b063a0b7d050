//! Forgets drafts that nobody touches, and what was typed and said of offers that ended, when their time is over.

use time::OffsetDateTime;

use super::desk::OfferDesk;
use super::error::OfferError;
use super::pictures::delete_unless_shown;
use crate::app::Retention;
use crate::domain::{Actor, Listing, ListingId, ListingState, Offer};
use crate::store::Written;

impl OfferDesk {
    /// Forgets what is past its time. Answers how many offers.
    pub async fn forget_old(&self, now: OffsetDateTime) -> Result<usize, OfferError> {
        let shortest = self.retention.drafts.min(self.retention.ended_offers);
        let mut forgotten = 0;
        for offer in self.store.offers().untouched_since(now - shortest).await? {
            if !is_over(&offer, &self.retention, now) {
                continue;
            }
            self.lay_bare(offer.id).await?;
            if self.store.offers().remove(offer.id, offer.version).await? != Written::Stale {
                let pictures = offer.photos.iter().map(|photo| photo.photo.name.as_str());
                delete_unless_shown(&*self.store, pictures).await?;
                forgotten += 1;
            }
        }
        Ok(forgotten)
    }

    /// Takes away what an offer's listing says in its landlord's words, its pictures, and who answers for it.
    pub(super) async fn lay_bare(&self, id: ListingId) -> Result<(), OfferError> {
        self.store.enquiries().set_contacts(&[(id, None)]).await?;
        if let Some(listing) = self.store.listing(id).await? {
            let bare = Listing { description: String::new(), photos: Vec::new(), ..listing };
            self.store.put_listing(&bare, Actor::System).await?;
        }
        Ok(())
    }
}

/// True if nothing happened to an offer for as long as one in its state is kept.
fn is_over(offer: &Offer, retention: &Retention, now: OffsetDateTime) -> bool {
    let kept = match offer.standing.state {
        ListingState::Draft | ListingState::Returned => retention.drafts,
        ListingState::Rejected | ListingState::Withdrawn | ListingState::Let | ListingState::Expired => {
            retention.ended_offers
        }
        // Somebody has to decide, or it is public.
        ListingState::Submitted
        | ListingState::Published
        | ListingState::Paused
        | ListingState::UnderApplication => return false,
    };
    offer.touched < now - kept
}
