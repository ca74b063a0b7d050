//! Asks landlords every two weeks whether premises are still vacant, by a link that answers without signing in,
//! and hides what nobody answers for.

use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use time::{Date, OffsetDateTime};
use tokio::sync::watch;

use super::desk::{OfferDesk, Order, title, today};
use super::error::OfferError;
use crate::app::AppError;
use crate::app::mail::Token;
use crate::app::wording::offer as letters;
use crate::domain::{Actor, Command, Language, Listing, ListingId, Offer};
use crate::workflow::{self, Due, Party, Tells};

const EVERY: Duration = Duration::from_mins(10);

/// What a link asks about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StillVacant {
    /// Which.
    pub id: ListingId,
    /// Its title.
    pub title: String,
    /// The language of its landlord.
    pub language: Language,
    /// True once it is answered.
    pub answered: bool,
    /// When it will be asked again.
    pub next: Date,
}

impl OfferDesk {
    /// Looks after every public offer on a day. Answers how many landlords are asked and how many offers hidden.
    pub async fn ask_and_expire(&self, today: Date) -> Result<(usize, usize), OfferError> {
        let (mut asked, mut expired) = (0, 0);
        for offer in self.store.offers().public().await? {
            let Some(listing) = self.store.listing(offer.id).await? else { continue };
            match workflow::due(listing.freshness, today) {
                Due::Nothing => {}
                Due::Ask => asked += usize::from(self.ask_whether_vacant(&offer, &listing).await?),
                Due::Expire => expired += usize::from(self.expire(&offer, today).await?),
            }
        }
        Ok((asked, expired))
    }

    async fn ask_whether_vacant(&self, offer: &Offer, listing: &Listing) -> Result<bool, OfferError> {
        let link = format!("{}/vacant/{}", self.post.public_url(), self.vacant_token(listing));
        let until = listing.freshness.next_update().saturating_add(workflow::ANSWER_WITHIN);
        let title = title(offer);
        let letter = |language, page: &str| letters::still_vacant(language, &link, page, &title, until);
        // The key holds the day, so that each round asks once however often it is looked after.
        let what = format!("vacant:{}", listing.freshness.next_update());
        let letters =
            self.tell(&Offer { version: 0, ..offer.clone() }, &what, Tells::Landlord, letter).await?;
        let new = self.store.outbox().queue(&letters).await?;
        self.post.wake();
        Ok(new > 0)
    }

    async fn expire(&self, offer: &Offer, today: Date) -> Result<bool, OfferError> {
        let standing = workflow::step(offer.standing, Command::Expire, Party::Clock)?;
        let order = Order { command: Command::Expire, reason: None, note: String::new(), consent: None };
        match self.carry_out(offer, standing, &order, Actor::System, today).await {
            // Its landlord was quicker.
            Err(OfferError::Stale(_)) => Ok(false),
            done => done.map(|()| true),
        }
    }

    /// The offer that a link in such a mail asks about; `None` if it opens nothing or was answered.
    pub async fn asked(&self, token: Token<ListingId>) -> Result<Option<StillVacant>, OfferError> {
        Ok(self.opened(token).await?.map(|(asked, _)| asked))
    }

    /// Says that the premises are still vacant. Works once.
    pub async fn still_vacant(&self, token: Token<ListingId>) -> Result<Option<StillVacant>, OfferError> {
        let Some((asked, offer)) = self.opened(token).await? else { return Ok(None) };
        let standing = workflow::step(offer.standing, Command::Confirm, Party::Landlord)?;
        let order = Order { command: Command::Confirm, reason: None, note: String::new(), consent: None };
        let today = today();
        self.carry_out(&offer, standing, &order, Actor::Person(offer.by), today).await?;
        let listing = self.store.listing(offer.id).await?.ok_or(OfferError::NotFound)?;
        Ok(Some(StillVacant { answered: true, next: listing.freshness.next_update(), ..asked }))
    }

    async fn opened(&self, token: Token<ListingId>) -> Result<Option<(StillVacant, Offer)>, OfferError> {
        let Some(listing) = self.store.listing(token.id).await? else { return Ok(None) };
        let Some(offer) = self.store.offers().offer(token.id).await? else { return Ok(None) };
        let fits = token.is_derived(&self.secret, &purpose(&listing));
        let possible = workflow::step(offer.standing, Command::Confirm, Party::Landlord).is_ok();
        if !fits || !possible {
            return Ok(None);
        }
        let account = self.store.accounts().account(offer.by).await?;
        let language = account.map_or(Language::Ja, |kept| kept.account.language);
        let (id, title, next) = (offer.id, title(&offer), listing.freshness.next_update());
        Ok(Some((StillVacant { id, title, language, answered: false, next }, offer)))
    }

    fn vacant_token(&self, listing: &Listing) -> Token<ListingId> {
        Token::derived(&self.secret, &purpose(listing), listing.id)
    }
}

/// The round is part of what a link is for, so that one answers once.
fn purpose(listing: &Listing) -> String {
    format!("vacant:{}", listing.freshness.next_update())
}

/// Looks after public offers until `stop` says so.
pub(super) async fn look_after(desk: Arc<OfferDesk>, mut stop: watch::Receiver<bool>) {
    loop {
        match desk.ask_and_expire(today()).await {
            Ok((0, 0)) => {}
            Ok((asked, expired)) => tracing::info!(asked, expired, "looked after public offers"),
            Err(OfferError::App(AppError::Store(error))) => {
                tracing::error!(error = &error as &dyn Error, "cannot look after public offers");
            }
            Err(error) => tracing::error!(%error, "cannot look after public offers"),
        }
        match desk.forget_old(OffsetDateTime::now_utc()).await {
            Ok(0) => {}
            Ok(offers) => tracing::info!(offers, "forgot offers past their time"),
            Err(error) => tracing::error!(%error, "cannot forget old offers"),
        }
        tokio::select! {
            _ = stop.wait_for(|stop| *stop) => return,
            () = tokio::time::sleep(EVERY) => {}
        }
    }
}
