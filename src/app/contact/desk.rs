//! Where enquiries are asked, confirmed, answered and ended.

use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use time::OffsetDateTime;
use tokio::sync::watch;

use super::content::{Content, open_contact};
use super::report::NewReport;
use crate::app::mail::{Mail, Post, Secret, Token};
use crate::app::shown::Shown;
use crate::app::wanted::open_seeker;
use crate::app::wording::contact::{self as letters, About};
use crate::app::wording::wanted::{card_headline, card_line};
use crate::app::wording::{facts, headline, summary};
use crate::app::{AppError, Retention};
use crate::domain::{
    EmailAddress, Enquiry, EnquiryAbout, EnquiryId, EnquiryState, EnquiryTo, IdSource, Language, ListingId,
    Report, Sealed, WantedState,
};
use crate::store::{KeptReport, NewLetter, Store, StoreError};

/// How long an enquiry waits to be confirmed.
const UNCONFIRMED: time::Duration = time::Duration::hours(48);
/// How often that is looked after.
const TIDY: Duration = Duration::from_mins(10);
/// Messages in one enquiry: beyond that people have each other's address.
const MOST_MESSAGES: u32 = 100;

/// Where founders ask, and are answered.
pub struct ContactDesk {
    store: Arc<dyn Store>,
    shown: Arc<Shown>,
    post: Arc<Post>,
    secret: Secret,
    ids: IdSource,
}

/// Who can be asked about a listing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reach {
    /// Whoever answers for it.
    pub owner: bool,
    /// The ward's desk.
    pub desk: bool,
}

/// What somebody asks.
#[derive(Debug, Clone)]
pub struct Asked {
    /// About what.
    pub about: EnquiryAbout,
    /// Whom.
    pub to: EnquiryTo,
    /// In which language.
    pub language: Language,
    /// Who asks.
    pub name: String,
    /// Where the answer goes.
    pub address: EmailAddress,
    /// What.
    pub words: String,
    /// The verdict on what they plan, in Japanese, to go along.
    pub verdict: Option<String>,
}

/// Whose link it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Whoever asks, in the mail that asks to confirm.
    Confirm,
    /// Whoever asks.
    Asker,
    /// Whoever answers.
    Answerer,
}

/// An enquiry as one side sees it.
#[derive(Debug, Clone)]
pub struct Conversation {
    /// The enquiry.
    pub enquiry: Enquiry,
    /// The language of that side.
    pub language: Language,
    /// The listing's title.
    pub title: String,
    /// Who asks; empty once it has ended.
    pub name: String,
}

/// What became of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// It is passed on.
    PassedOn,
    /// It was passed on before: a button pressed twice.
    Before,
    /// Nobody is there to get it: the enquiry has ended, or the listing's contact was removed.
    Nobody,
}

impl Side {
    const fn purpose(self) -> &'static str {
        match self {
            Self::Confirm => "enquiry-confirm",
            Self::Asker => "enquiry-asker",
            Self::Answerer => "enquiry-answerer",
        }
    }

    /// The part of a link's path that says whose it is.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Confirm => "confirm",
            Self::Asker => "ask",
            Self::Answerer => "answer",
        }
    }
}

impl ContactDesk {
    /// Opens the desk; what nobody confirmed or writes in is forgotten from now on until `stop` says so.
    pub(in crate::app) fn open(
        store: &Arc<dyn Store>,
        shown: &Arc<Shown>,
        post: &Arc<Post>,
        retention: Retention,
        stop: watch::Receiver<bool>,
    ) -> Self {
        tokio::spawn(tidy(Arc::clone(store), retention.enquiries, stop));
        Self {
            store: Arc::clone(store),
            shown: Arc::clone(shown),
            post: Arc::clone(post),
            secret: post.options().secret.clone(),
            ids: IdSource::new(),
        }
    }

    /// Who can be asked about a listing.
    pub async fn reach(&self, listing: ListingId) -> Result<Reach, StoreError> {
        let owner = self.store.enquiries().contact(listing).await?.is_some();
        Ok(Reach { owner, desk: self.post.desk().is_some() })
    }

    /// Takes an enquiry and queues the mail that asks to confirm it.
    pub async fn ask(&self, asked: Asked) -> Result<(), AppError> {
        let now = OffsetDateTime::now_utc();
        let enquiry = Enquiry {
            id: self.ids.next(now),
            about: asked.about,
            to: asked.to,
            state: EnquiryState::Unconfirmed,
            language: asked.language,
            messages: 0,
            created: now,
            touched: now,
        };
        let about = self.about(asked.about, asked.language, "").await?;
        let content = Content {
            address: asked.address,
            name: asked.name,
            title: about.title.clone(),
            words: asked.words,
            verdict: asked.verdict,
        };
        let link = self.link(Side::Confirm, enquiry.id);
        let letter = letters::confirm(enquiry.language, enquiry.to, &about, &content.words, &link);
        let mail = Mail::to(content.address.clone(), letter);
        let letter = self.post.seal(&format!("enquiry:{}:confirm", enquiry.id), &mail)?;
        let sealed = content.seal(&self.secret, enquiry.id);
        self.store.enquiries().add(&enquiry, &sealed, &[letter]).await?;
        self.post.wake();
        Ok(())
    }

    /// The enquiry that a link belongs to; `None` if the link opens nothing.
    pub async fn find(&self, side: Side, token: Token<EnquiryId>) -> Result<Option<Conversation>, AppError> {
        Ok(self.opened(side, token).await?.map(|(conversation, _)| conversation))
    }

    async fn opened(
        &self,
        side: Side,
        token: Token<EnquiryId>,
    ) -> Result<Option<(Conversation, Option<Content>)>, AppError> {
        if !token.is_derived(&self.secret, side.purpose()) {
            return Ok(None);
        }
        let Some(kept) = self.store.enquiries().enquiry(token.id).await? else { return Ok(None) };
        let content = kept.sealed.map(|sealed| self.open_content(token.id, &sealed)).transpose()?;
        let language = match side {
            Side::Answerer => self.answerer_language(&kept.enquiry).await?,
            Side::Confirm | Side::Asker => kept.enquiry.language,
        };
        let title = content.as_ref().map_or("", |content| &content.title);
        let conversation = Conversation {
            title: self.about(kept.enquiry.about, language, title).await?.title,
            name: content.as_ref().map_or_else(String::new, |content| content.name.clone()),
            enquiry: kept.enquiry,
            language,
        };
        Ok(Some((conversation, content)))
    }

    /// Passes a confirmed enquiry on, with a copy to whoever asks. A second time changes nothing.
    pub async fn confirm(&self, token: Token<EnquiryId>) -> Result<Option<Conversation>, AppError> {
        let Some((conversation, content)) = self.opened(Side::Confirm, token).await? else { return Ok(None) };
        let enquiry = &conversation.enquiry;
        let (Some(content), EnquiryState::Unconfirmed) = (content, enquiry.state) else {
            return Ok(Some(conversation));
        };
        let now = OffsetDateTime::now_utc();
        let Some(answerer) = self.answerer(enquiry).await? else {
            // Since it was asked, the card has ended or the contact was removed: nobody is told otherwise.
            self.store.enquiries().end(enquiry.id, now, &[]).await?;
            return self.find(Side::Confirm, token).await;
        };
        let mut queued = Vec::new();
        let language = self.answerer_language(enquiry).await?;
        let about = self.about(enquiry.about, language, &content.title).await?;
        let link = self.link(Side::Answerer, enquiry.id);
        let letter = letters::first(
            language,
            enquiry.to,
            &about,
            &content.name,
            &content.words,
            content.verdict.as_deref(),
            &link,
        );
        // The desk advises people and may write to them from its own mail program; an owner sees nothing.
        let reply_to = (enquiry.to == EnquiryTo::Desk).then(|| content.address.clone());
        let mail = Mail { reply_to, ..Mail::to(answerer, letter) };
        queued.push(self.post.seal(&format!("enquiry:{}:1", enquiry.id), &mail)?);
        let about = self.about(enquiry.about, enquiry.language, &content.title).await?;
        let link = self.link(Side::Asker, enquiry.id);
        let copy = letters::copy(
            enquiry.language,
            enquiry.to,
            &about,
            &content.words,
            content.verdict.as_deref(),
            &link,
        );
        let copy = Mail::to(content.address.clone(), copy);
        queued.push(self.post.seal(&format!("enquiry:{}:1:copy", enquiry.id), &copy)?);
        let kept = Content { words: String::new(), verdict: None, ..content };
        let sealed = kept.seal(&self.secret, enquiry.id);
        self.store.enquiries().confirm(enquiry.id, now, &sealed, &queued).await?;
        self.post.wake();
        self.find(Side::Confirm, token).await
    }

    /// Passes a message on to the other side. `number` is the one its page showed, so that a button
    /// pressed twice says nothing twice.
    pub async fn say(
        &self,
        side: Side,
        token: Token<EnquiryId>,
        number: u32,
        words: &str,
    ) -> Result<Option<Said>, AppError> {
        let Some((conversation, content)) = self.opened(side, token).await? else { return Ok(None) };
        let enquiry = &conversation.enquiry;
        let (Some(content), EnquiryState::Open) = (content, enquiry.state) else {
            return Ok(Some(Said::Nobody));
        };
        if number != enquiry.messages + 1 {
            return Ok(Some(Said::Before));
        }
        let Some(letter) = self.to_the_other(side, enquiry, &content, words).await? else {
            return Ok(Some(Said::Nobody));
        };
        let now = OffsetDateTime::now_utc();
        let new = number <= MOST_MESSAGES
            && self.store.enquiries().pass_on(enquiry.id, number, now, &[letter]).await?;
        self.post.wake();
        Ok(Some(if new { Said::PassedOn } else { Said::Before }))
    }

    async fn to_the_other(
        &self,
        side: Side,
        enquiry: &Enquiry,
        content: &Content,
        words: &str,
    ) -> Result<Option<NewLetter>, AppError> {
        let (to, other, language) = if side == Side::Answerer {
            (Some(content.address.clone()), Side::Asker, enquiry.language)
        } else {
            (self.answerer(enquiry).await?, Side::Answerer, self.answerer_language(enquiry).await?)
        };
        let Some(to) = to else { return Ok(None) };
        let about = self.about(enquiry.about, language, &content.title).await?;
        let from = if side == Side::Answerer { None } else { Some(content.name.as_str()) };
        let letter =
            letters::message(language, enquiry.to, &about, from, words, &self.link(other, enquiry.id));
        let key = format!("enquiry:{}:{}", enquiry.id, enquiry.messages + 1);
        Ok(Some(self.post.seal(&key, &Mail::to(to, letter))?))
    }

    /// Ends an enquiry: nothing is passed on any more, the address is erased, and the other is told.
    pub async fn end(&self, side: Side, token: Token<EnquiryId>) -> Result<Option<Conversation>, AppError> {
        let Some((conversation, content)) = self.opened(side, token).await? else { return Ok(None) };
        let enquiry = &conversation.enquiry;
        let mut told = Vec::new();
        if let (Some(content), EnquiryState::Open) = (content, enquiry.state) {
            let (to, language) = if side == Side::Answerer {
                (Some(content.address.clone()), enquiry.language)
            } else {
                (self.answerer(enquiry).await?, self.answerer_language(enquiry).await?)
            };
            if let Some(to) = to {
                let about = self.about(enquiry.about, language, &content.title).await?;
                let mail = Mail::to(to, letters::ended(language, &about));
                told.push(self.post.seal(&format!("enquiry:{}:end", enquiry.id), &mail)?);
            }
        }
        self.store.enquiries().end(enquiry.id, OffsetDateTime::now_utc(), &told).await?;
        self.post.wake();
        self.find(side, token).await
    }

    /// Tells the desk what somebody says is wrong; false where there is no desk.
    pub async fn report(&self, new: NewReport) -> Result<bool, AppError> {
        let Some(desk) = self.post.desk() else { return Ok(false) };
        let about = self.about(EnquiryAbout::Listing(new.listing), Language::Ja, "").await?;
        let letter = letters::report(&about, new.reason.name_ja(), &new.words, new.address.is_some());
        let now = OffsetDateTime::now_utc();
        let report =
            Report { id: self.ids.next(now), listing: new.listing, reason: new.reason, created: now };
        let sealed = new.seal(&self.secret, report.id);
        let mail = Mail { reply_to: new.address, ..Mail::to(desk.clone(), letter) };
        let letter = self.post.seal(&format!("report:{}", report.id), &mail)?;
        self.store.reports().add(&KeptReport { report, sealed }, &[letter]).await?;
        self.post.wake();
        Ok(true)
    }

    async fn answerer(&self, enquiry: &Enquiry) -> Result<Option<EmailAddress>, AppError> {
        match enquiry.about {
            _ if enquiry.to == EnquiryTo::Desk => Ok(self.post.desk().cloned()),
            EnquiryAbout::Listing(listing) => {
                let sealed = self.store.enquiries().contact(listing).await?;
                let opened = sealed.map(|sealed| open_contact(&self.secret, listing, &sealed));
                Ok(opened.transpose().map_err(|_| AppError::OtherSecret)?)
            }
            EnquiryAbout::Card(id) => {
                let kept = self.store.wanted().card(id).await?;
                // A card that was taken back to be read again is not answered.
                let kept = kept.filter(|kept| kept.card.state == WantedState::Published);
                let opened = kept.map(|kept| open_seeker(&self.secret, id, &kept.sealed));
                Ok(opened.transpose().map_err(|_| AppError::OtherSecret)?)
            }
        }
    }

    /// Owners and the desk read Japanese; whoever wrote a card, the language of the card.
    async fn answerer_language(&self, enquiry: &Enquiry) -> Result<Language, StoreError> {
        let EnquiryAbout::Card(id) = enquiry.about else { return Ok(Language::Ja) };
        let kept = self.store.wanted().card(id).await?;
        Ok(kept.map_or(enquiry.language, |kept| kept.card.language))
    }

    fn open_content(&self, id: EnquiryId, sealed: &Sealed) -> Result<Content, AppError> {
        Content::open(&self.secret, id, sealed).map_err(|_| AppError::OtherSecret)
    }

    /// The listing or card in words; as it was, if it is not public any more.
    async fn about(&self, about: EnquiryAbout, language: Language, title: &str) -> Result<About, StoreError> {
        let base = self.post.public_url();
        match about {
            EnquiryAbout::Listing(id) => {
                let city = self.shown.city();
                let page = format!("listing/{id}");
                Ok(match city.listings().get(id) {
                    Some(row) => {
                        let facts = facts(&city, row);
                        About::of(base, &page, headline(language, &facts), Some(summary(language, &facts)))
                    }
                    None => About::of(base, &page, title.to_owned(), None),
                })
            }
            EnquiryAbout::Card(id) => {
                let kept = self.store.wanted().card(id).await?;
                let kept = kept.filter(|kept| kept.card.state == WantedState::Published);
                let page = format!("wanted/{id}");
                Ok(match kept {
                    Some(kept) => {
                        let line = card_line(language, &kept.card, &self.shown.city());
                        About::of(base, &page, card_headline(language, &kept.card), Some(line))
                    }
                    None => About::of(base, &page, title.to_owned(), None),
                })
            }
        }
    }

    fn link(&self, side: Side, id: EnquiryId) -> String {
        let token = Token::derived(&self.secret, side.purpose(), id);
        format!("{}/relay/{}/{token}", self.post.public_url(), side.path())
    }
}

async fn tidy(store: Arc<dyn Store>, silent: time::Duration, mut stop: watch::Receiver<bool>) {
    loop {
        let now = OffsetDateTime::now_utc();
        match store.enquiries().forget(now - UNCONFIRMED, now - silent).await {
            Ok(0) => {}
            Ok(rows) => tracing::info!(rows, "forgot enquiries that nobody confirmed or writes in"),
            Err(error) => tracing::error!(error = &error as &dyn Error, "cannot forget old enquiries"),
        }
        tokio::select! {
            _ = stop.wait_for(|stop| *stop) => return,
            () = tokio::time::sleep(TIDY) => {}
        }
    }
}
