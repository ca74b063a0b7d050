//! What is kept of somebody, and its erasure.

use super::desk::{OfferDesk, Order};
use super::error::OfferError;
use super::pictures::delete_unless_shown;
use crate::domain::{Account, Actor, Command, EmailAddress, Offer, OfferEntry};
use crate::workflow::{self, Party};

/// Everything that is kept of an account.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnData {
    /// The account.
    pub account: Account,
    /// Its address.
    pub address: Option<EmailAddress>,
    /// Its offers, each with what was done and said.
    pub offers: Vec<(Offer, Vec<OfferEntry>)>,
}

impl OfferDesk {
    /// Everything that is kept of an account.
    pub async fn own_data(&self, who: &Account) -> Result<OwnData, OfferError> {
        let mut offers = Vec::new();
        for offer in self.store.offers().of_account(who.id).await? {
            let entries = self.store.offers().entries(offer.id).await?;
            offers.push((offer, entries));
        }
        Ok(OwnData { account: *who, address: self.address(who.id).await?, offers })
    }

    /// Withdraws what is public and deletes the account with its address, its pictures, what was typed and what was said. The
    /// log keeps which steps were taken, and by which number.
    pub async fn erase(&self, who: &Account) -> Result<(), OfferError> {
        let offers = self.store.offers().of_account(who.id).await?;
        for offer in &offers {
            if let Ok(standing) = workflow::step(offer.standing, Command::Withdraw, Party::Landlord) {
                let order =
                    Order { command: Command::Withdraw, reason: None, note: String::new(), consent: None };
                let today = super::desk::today();
                self.carry_out(offer, standing, &order, Actor::Person(who.id), today).await?;
            }
            self.lay_bare(offer.id).await?;
        }
        self.store.accounts().close_account(who.id).await?;
        let pictures = offers.iter().flat_map(|offer| &offer.photos).map(|photo| photo.photo.name.as_str());
        delete_unless_shown(&*self.store, pictures).await?;
        Ok(())
    }
}
