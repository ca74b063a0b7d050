//! A broker's own program keeps its offers in step: each is known by the program's key, so that sending it again
//! updates rather than doubles.

use time::OffsetDateTime;

use super::desk::{NewPhoto, OfferDesk, OfferView, Order};
use super::error::OfferError;
use crate::domain::{Account, Command, Draft, Offer};

impl OfferDesk {
    /// Says what a program's offer says now; begins it where there is none. With consent it is handed in, if that is
    /// possible: a listing that is public is handed in again only where something has changed.
    pub async fn keep_in_step(
        &self,
        who: &Account,
        key: &str,
        draft: Draft,
        consent: Option<String>,
    ) -> Result<OfferView, OfferError> {
        let offer = match self.store.offers().of_key(who.id, key).await? {
            Some(offer) => offer,
            None => self.begin_with_key(who, key).await?,
        };
        let photo = |photo: &crate::domain::OfferPhoto| NewPhoto {
            name: photo.photo.name.clone(),
            alt: photo.photo.alt.clone(),
        };
        let photos: Vec<NewPhoto> = offer.photos.iter().map(photo).collect();
        let view = self.save(who, offer.id, offer.version, &draft, &photos).await?;
        if consent.is_none() || !view.allowed.contains(&Command::Submit) {
            return Ok(view);
        }
        let order = Order { command: Command::Submit, reason: None, note: String::new(), consent };
        self.command(who, view.offer.id, view.offer.version, &order).await
    }

    async fn begin_with_key(&self, who: &Account, key: &str) -> Result<Offer, OfferError> {
        self.room_for(who, 1).await?;
        let new = self.new_offer(who, Draft::new(), OffsetDateTime::now_utc());
        let offer = Offer { own_key: Some(key.to_owned()), ..new };
        self.store.offers().begin(std::slice::from_ref(&offer)).await?;
        Ok(offer)
    }
}
