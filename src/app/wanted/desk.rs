//! Where cards are taken in, confirmed, read by the ward's desk, published, kept and taken back.

use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use time::macros::offset;
use time::{Date, OffsetDateTime};
use tokio::sync::watch;

use super::seeker::{open_seeker, seal_seeker};
use crate::app::AppError;
use crate::app::mail::{Mail, Post, Secret, Token};
use crate::app::shown::Shown;
use crate::app::wording::wanted::{self as letters, card_line};
use crate::domain::{
    EmailAddress, IdSource, Language, Wanted, WantedError, WantedId, WantedPlace, WantedState, Yen,
};
use crate::store::{KeptWanted, NewLetter, Store};

/// How long a card waits to be confirmed, and how long it stays.
const UNCONFIRMED: time::Duration = time::Duration::hours(48);
const STAYS: time::Duration = time::Duration::days(90);
/// How often that is looked after.
const TIDY: Duration = Duration::from_mins(10);

/// Where people say what they would like to open.
pub struct WantedDesk {
    store: Arc<dyn Store>,
    shown: Arc<Shown>,
    post: Arc<Post>,
    secret: Secret,
    ids: IdSource,
}

/// What somebody would like to open.
#[derive(Debug, Clone)]
pub struct NewCard {
    /// The language it is written in.
    pub language: Language,
    /// In a line.
    pub title: String,
    /// More of it; may be empty.
    pub words: String,
    /// The use as the law sorts it.
    pub use_id: Option<String>,
    /// Where; empty for anywhere.
    pub places: Vec<WantedPlace>,
    /// The smallest floor area, m².
    pub area_min_m2: Option<f64>,
    /// The largest floor area, m².
    pub area_max_m2: Option<f64>,
    /// The highest rent a month.
    pub rent_max: Option<Yen>,
    /// Where answers go.
    pub address: EmailAddress,
}

/// Whose link to a card it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WantedLink {
    /// Whoever wrote it, in the mail that asks to confirm.
    Confirm,
    /// The desk.
    Review,
    /// Whoever wrote it, once it is public.
    Mine,
}

/// What the desk decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reviewed {
    /// Everybody may read it.
    Publish,
    /// It goes back, for a reason; also a card that is public already.
    Return(String),
}

impl WantedLink {
    const fn purpose(self) -> &'static str {
        match self {
            Self::Confirm => "wanted-confirm",
            Self::Review => "wanted-review",
            Self::Mine => "wanted-mine",
        }
    }

    /// The part of a link's path that says whose it is.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Confirm => "confirm",
            Self::Review => "review",
            Self::Mine => "mine",
        }
    }
}

impl WantedDesk {
    /// Opens the desk, if there is one to read cards; those that ran out are deleted from now on until `stop`
    /// says so.
    pub(in crate::app) fn open(
        store: &Arc<dyn Store>,
        shown: &Arc<Shown>,
        post: &Arc<Post>,
        stop: &watch::Receiver<bool>,
    ) -> Option<Self> {
        post.desk()?;
        tokio::spawn(tidy(Arc::clone(store), stop.clone()));
        Some(Self {
            store: Arc::clone(store),
            shown: Arc::clone(shown),
            post: Arc::clone(post),
            secret: post.options().secret.clone(),
            ids: IdSource::new(),
        })
    }

    /// The card it would be, or the field at fault.
    pub fn checked(&self, new: &NewCard) -> Result<Wanted, WantedError> {
        let now = OffsetDateTime::now_utc();
        let card = Wanted {
            id: self.ids.next(now),
            state: WantedState::Unconfirmed,
            language: new.language,
            title: new.title.clone(),
            words: new.words.clone(),
            use_id: new.use_id.clone(),
            places: new.places.clone(),
            area_min_m2: new.area_min_m2,
            area_max_m2: new.area_max_m2,
            rent_max: new.rent_max,
            synthetic: false,
            created: now,
            touched: now,
        };
        card.checked()
    }

    /// Takes a card in and queues the mail that asks to confirm it.
    pub async fn take(&self, card: Wanted, address: EmailAddress) -> Result<(), AppError> {
        let link = self.link(WantedLink::Confirm, card.id);
        let letter = letters::confirm(self.post.public_url(), &card, &self.line(&card), &link);
        let letter = self.letter(&card, "confirm", address.clone(), letter)?;
        let sealed = seal_seeker(&self.secret, card.id, &address);
        self.store.wanted().add(&[KeptWanted { card, sealed }], &[letter]).await?;
        self.post.wake();
        Ok(())
    }

    /// The card that a link belongs to; `None` if the link opens nothing.
    pub async fn find(&self, link: WantedLink, token: Token<WantedId>) -> Result<Option<Wanted>, AppError> {
        Ok(self.opened(link, token).await?.map(|kept| kept.card))
    }

    /// The public cards, newest first.
    pub async fn published(&self) -> Result<Vec<Wanted>, AppError> {
        Ok(self.store.wanted().published().await?)
    }

    /// One card, if it is public.
    pub async fn published_one(&self, id: WantedId) -> Result<Option<Wanted>, AppError> {
        let kept = self.store.wanted().card(id).await?;
        Ok(kept.map(|kept| kept.card).filter(|card| card.state == WantedState::Published))
    }

    /// A card in one line, in its own language.
    pub fn line(&self, card: &Wanted) -> String {
        card_line(card.language, card, &self.shown.city())
    }

    async fn opened(&self, link: WantedLink, token: Token<WantedId>) -> Result<Option<KeptWanted>, AppError> {
        if !token.is_derived(&self.secret, link.purpose()) {
            return Ok(None);
        }
        Ok(self.store.wanted().card(token.id).await?)
    }

    /// Hands a confirmed card to the desk. A second time changes nothing. `use_name` names its use.
    pub async fn confirm(
        &self,
        token: Token<WantedId>,
        use_name: impl Fn(&str) -> Option<String>,
    ) -> Result<Option<Wanted>, AppError> {
        let Some(kept) = self.opened(WantedLink::Confirm, token).await? else { return Ok(None) };
        if let (WantedState::Unconfirmed, Some(desk)) = (kept.card.state, self.post.desk()) {
            let card = &kept.card;
            let line = card_line(Language::Ja, card, &self.shown.city());
            let name = card.use_id.as_deref().and_then(use_name);
            let link = self.link(WantedLink::Review, card.id);
            let letter = letters::review(self.post.public_url(), card, &line, name.as_deref(), &link);
            let letter = self.letter(card, "review", desk.clone(), letter)?;
            self.advance(card, WantedState::Submitted, &[letter]).await?;
        }
        self.find(WantedLink::Confirm, token).await
    }

    /// Carries out what the desk decided. A second time changes nothing. Answers the card as it now is, `None` if
    /// there is none any more.
    pub async fn review(
        &self,
        token: Token<WantedId>,
        decided: Reviewed,
    ) -> Result<Option<Wanted>, AppError> {
        let Some(kept) = self.opened(WantedLink::Review, token).await? else { return Ok(None) };
        let (card, base) = (&kept.card, self.post.public_url());
        let address = open_seeker(&self.secret, card.id, &kept.sealed).map_err(|_| AppError::OtherSecret)?;
        match (decided, card.state) {
            (Reviewed::Publish, WantedState::Submitted) => {
                let link = self.link(WantedLink::Mine, card.id);
                let letter = letters::published(base, card, &self.line(card), &link);
                let letter = self.letter(card, "published", address, letter)?;
                self.advance(card, WantedState::Published, &[letter]).await?;
            }
            (Reviewed::Return(reason), WantedState::Submitted | WantedState::Published) => {
                let letter = letters::returned(base, card, &self.line(card), &reason);
                let letter = self.letter(card, "returned", address, letter)?;
                self.store.wanted().remove(card.id, &[letter]).await?;
                self.post.wake();
            }
            _ => {}
        }
        self.find(WantedLink::Review, token).await
    }

    /// Keeps a public card for another 90 days.
    pub async fn keep(&self, token: Token<WantedId>) -> Result<Option<Wanted>, AppError> {
        let Some(kept) = self.opened(WantedLink::Mine, token).await? else { return Ok(None) };
        if kept.card.state == WantedState::Published {
            self.advance(&kept.card, WantedState::Published, &[]).await?;
        }
        self.find(WantedLink::Mine, token).await
    }

    /// Takes a card back and erases it with the address; false if the link opens nothing.
    pub async fn withdraw(&self, token: Token<WantedId>) -> Result<bool, AppError> {
        match self.opened(WantedLink::Mine, token).await? {
            None => Ok(false),
            Some(kept) => Ok(self.store.wanted().remove(kept.card.id, &[]).await?),
        }
    }

    /// The day in Japan on which a card ends unless it is kept.
    pub fn ends(card: &Wanted) -> Date {
        (card.touched + STAYS).to_offset(offset!(+9)).date()
    }

    /// The day in Japan on which a card was published or last kept.
    pub fn as_of(card: &Wanted) -> Date {
        card.touched.to_offset(offset!(+9)).date()
    }

    async fn advance(&self, card: &Wanted, to: WantedState, letters: &[NewLetter]) -> Result<(), AppError> {
        let now = OffsetDateTime::now_utc();
        self.store.wanted().advance(card.id, card.state, to, now, letters).await?;
        self.post.wake();
        Ok(())
    }

    fn letter(
        &self,
        card: &Wanted,
        what: &str,
        to: EmailAddress,
        letter: crate::app::wording::Letter,
    ) -> Result<NewLetter, AppError> {
        Ok(self.post.seal(&format!("wanted:{}:{what}", card.id), &Mail::to(to, letter))?)
    }

    fn link(&self, link: WantedLink, id: WantedId) -> String {
        let token = Token::derived(&self.secret, link.purpose(), id);
        format!("{}/card/{}/{token}", self.post.public_url(), link.path())
    }
}

async fn tidy(store: Arc<dyn Store>, mut stop: watch::Receiver<bool>) {
    loop {
        let now = OffsetDateTime::now_utc();
        match store.wanted().forget(now - UNCONFIRMED, now - STAYS).await {
            Ok(0) => {}
            Ok(rows) => tracing::info!(rows, "deleted cards that nobody confirmed or that ran out"),
            Err(error) => tracing::error!(error = &error as &dyn Error, "cannot delete old cards"),
        }
        tokio::select! {
            _ = stop.wait_for(|stop| *stop) => return,
            () = tokio::time::sleep(TIDY) => {}
        }
    }
}
