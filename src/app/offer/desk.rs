//! Where offers are begun, written, handed in, decided and ended.

use std::sync::Arc;

use time::macros::offset;
use time::{Date, OffsetDateTime};
use tokio::sync::{Semaphore, watch};

use super::error::OfferError;
use super::{due, listing, pictures};
use crate::app::account::{Of, open_address};
use crate::app::contact::seal_contact;
use crate::app::mail::{Mail, Post, Secret};
use crate::app::shown::Shown;
use crate::app::wording::Letter;
use crate::app::wording::offer as letters;
use crate::app::{AppError, PATIENCE, Retention};
use crate::domain::{
    Account, Actor, Command, Draft, DraftField, EmailAddress, IdSource, Language, Listing, ListingId,
    MOST_PHOTOS, Offer, OfferEntry, OfferPhoto, PersonId, Photo, Reason, Standing,
};
use crate::import::{DraftRead, read_picture};
use crate::store::{NewLetter, OfferStep, Store, Written};
use crate::workflow::{self, CONSENT, Party, Tells};

/// Drafts that one account may have at once, brokers with a list included.
const MOST_DRAFTS: usize = 500;
/// Pictures that are decoded at once: each may take much memory for a moment.
const DECODED_AT_ONCE: usize = 2;
/// The longest note.
const LONGEST_NOTE: usize = 1_000;

/// Where landlords offer and moderators review.
pub struct OfferDesk {
    pub(super) store: Arc<dyn Store>,
    pub(super) shown: Arc<Shown>,
    pub(super) post: Arc<Post>,
    pub(super) secret: Secret,
    ids: IdSource,
    pub(super) retention: Retention,
    decoding: Semaphore,
}

/// An offer as one party sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct OfferView {
    /// The offer.
    pub offer: Offer,
    /// As whom it is seen.
    pub party: Party,
    /// What it says.
    pub read: DraftRead,
    /// What the party may do.
    pub allowed: Vec<Command>,
    /// What was done and said.
    pub entries: Vec<OfferEntry>,
    /// The listing that the public sees, or last saw.
    pub listing: Option<Listing>,
    /// Other offers that show one of its pictures; for moderators.
    pub same_pictures: Vec<(String, ListingId)>,
}

/// What somebody wants done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// What.
    pub command: Command,
    /// Why.
    pub reason: Option<Reason>,
    /// What to say about it.
    pub note: String,
    /// The version of the text of consent that was agreed to.
    pub consent: Option<String>,
}

/// A picture and its place among the others, as a landlord wants it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPhoto {
    /// Its name.
    pub name: String,
    /// What it shows.
    pub alt: String,
}

/// The day in Japan.
pub(super) fn today() -> Date {
    OffsetDateTime::now_utc().to_offset(offset!(+9)).date()
}

impl OfferDesk {
    /// Opens the desk; from now on until `stop` says so landlords are asked whether premises are vacant, and
    /// pictures that nobody shows are deleted.
    pub(in crate::app) fn open(
        store: &Arc<dyn Store>,
        shown: &Arc<Shown>,
        post: &Arc<Post>,
        retention: Retention,
        stop: &watch::Receiver<bool>,
    ) -> Arc<Self> {
        let desk = Arc::new(Self {
            store: Arc::clone(store),
            shown: Arc::clone(shown),
            post: Arc::clone(post),
            secret: post.options().secret.clone(),
            ids: IdSource::new(),
            retention,
            decoding: Semaphore::new(DECODED_AT_ONCE),
        });
        tokio::spawn(due::look_after(Arc::clone(&desk), stop.clone()));
        tokio::spawn(pictures::tidy(Arc::clone(store), stop.clone()));
        desk
    }

    /// Begins offers with what was typed so far, all or none.
    pub async fn begin(&self, who: &Account, drafts: Vec<Draft>) -> Result<Vec<Offer>, OfferError> {
        self.room_for(who, drafts.len()).await?;
        let now = OffsetDateTime::now_utc();
        let offers: Vec<Offer> = drafts.into_iter().map(|draft| self.new_offer(who, draft, now)).collect();
        self.store.offers().begin(&offers).await?;
        Ok(offers)
    }

    /// Refuses more drafts than anybody needs.
    pub(super) async fn room_for(&self, who: &Account, more: usize) -> Result<(), OfferError> {
        let own = self.store.offers().of_account(who.id).await?;
        let open = own.iter().filter(|offer| !offer.standing.was_published()).count();
        if open + more > MOST_DRAFTS { Err(OfferError::TooMany(MOST_DRAFTS)) } else { Ok(()) }
    }

    pub(super) fn new_offer(&self, who: &Account, draft: Draft, now: OffsetDateTime) -> Offer {
        Offer {
            id: self.ids.next(now),
            by: who.id,
            own_key: None,
            standing: Standing::DRAFT,
            version: 1,
            draft,
            published: Draft::new(),
            photos: Vec::new(),
            claim: None,
            submitted: None,
            consent: None,
            created: now,
            touched: now,
        }
    }

    /// The offers of an account, last touched first.
    pub async fn own(&self, who: &Account) -> Result<Vec<Offer>, OfferError> {
        Ok(self.store.offers().of_account(who.id).await?)
    }

    /// One offer, for whoever may see it.
    pub async fn view(&self, who: &Account, id: ListingId) -> Result<OfferView, OfferError> {
        let (offer, party) = self.seen_by(who, id).await?;
        let read = listing::read(&offer, today());
        let entries = self.store.offers().entries(id).await?;
        let allowed = workflow::allowed(offer.standing, party);
        let listing = self.store.listing(id).await?;
        let same_pictures = match party {
            Party::Moderator => self.store.offers().same_pictures(id).await?,
            Party::Landlord | Party::Clock => Vec::new(),
        };
        Ok(OfferView { offer, party, read, allowed, entries, listing, same_pictures })
    }

    pub(super) async fn seen_by(&self, who: &Account, id: ListingId) -> Result<(Offer, Party), OfferError> {
        let offer = self.store.offers().offer(id).await?.ok_or(OfferError::NotFound)?;
        // Nobody reviews their own.
        let party = match () {
            () if offer.by == who.id => Party::Landlord,
            () if who.role.reviews() => Party::Moderator,
            () => return Err(OfferError::NotFound),
        };
        Ok((offer, party))
    }

    /// Keeps what was typed and the order of pictures. `fields` replaces every field.
    pub async fn save(
        &self,
        who: &Account,
        id: ListingId,
        version: u64,
        draft: &Draft,
        photos: &[NewPhoto],
    ) -> Result<OfferView, OfferError> {
        let (offer, party) = self.seen_by(who, id).await?;
        if version != offer.version {
            return Err(OfferError::Stale(Box::new(offer)));
        }
        if party != Party::Landlord || !workflow::may_edit(offer.standing) {
            return Err(OfferError::NotEditable);
        }
        let photos = arranged(&offer, photos)?;
        if offer.draft == *draft && offer.photos == photos {
            return self.view(who, id).await;
        }
        let standing = workflow::edited(offer.standing);
        let now = OffsetDateTime::now_utc();
        let written = self.store.offers().save(id, version, standing, draft, &photos, now).await?;
        self.written(written, id).await?;
        self.view(who, id).await
    }

    /// Takes a picture in and puts it last.
    pub async fn add_photo(
        &self,
        who: &Account,
        id: ListingId,
        bytes: Vec<u8>,
    ) -> Result<OfferView, OfferError> {
        let picture = {
            let _turn = self.decoding.acquire().await.expect("the desk never closes it");
            let read = tokio::task::spawn_blocking(move || read_picture(&bytes)).await;
            read.map_err(AppError::from)??
        };
        for (name, bytes) in &picture.files {
            self.store.photos().put(name, bytes.clone()).await?;
        }
        loop {
            let (offer, party) = self.seen_by(who, id).await?;
            if party != Party::Landlord || !workflow::may_edit(offer.standing) {
                return Err(OfferError::NotEditable);
            }
            if offer.photos.iter().any(|photo| photo.photo.name == picture.name()) {
                return self.view(who, id).await;
            }
            if offer.photos.len() >= MOST_PHOTOS {
                return Err(OfferError::TooManyPictures);
            }
            let mut photos = offer.photos.clone();
            let photo = Photo { name: picture.name().to_owned(), alt: String::new() };
            photos.push(OfferPhoto { photo, hidden: false });
            let (standing, now) = (workflow::edited(offer.standing), OffsetDateTime::now_utc());
            let offers = self.store.offers();
            let written = offers.save(id, offer.version, standing, &offer.draft, &photos, now).await?;
            if written != Written::Stale {
                return self.view(who, id).await;
            }
        }
    }

    /// Carries a command out.
    pub async fn command(
        &self,
        who: &Account,
        id: ListingId,
        version: u64,
        order: &Order,
    ) -> Result<OfferView, OfferError> {
        let (offer, party) = self.seen_by(who, id).await?;
        let standing = workflow::step(offer.standing, order.command, party)?;
        if version != offer.version {
            return Err(OfferError::Stale(Box::new(offer)));
        }
        self.check(who, &offer, order).await?;
        self.carry_out(&offer, standing, order, Actor::Person(who.id), today()).await?;
        self.view(who, id).await
    }

    /// What a command needs beside being possible.
    async fn check(&self, who: &Account, offer: &Offer, order: &Order) -> Result<(), OfferError> {
        let reasons = workflow::reasons(order.command);
        if order.reason.map_or(!reasons.is_empty(), |reason| !reasons.contains(&reason)) {
            return Err(OfferError::Reason);
        }
        if workflow::needs_note(order.command, order.reason) && order.note.trim().is_empty() {
            return Err(OfferError::Note);
        }
        if matches!(order.command, Command::Submit | Command::Approve) {
            let read = listing::read(offer, today());
            if read.listing.is_none() {
                return Err(OfferError::Incomplete(read.faults));
            }
        }
        if order.command == Command::Submit && order.consent.as_deref() != Some(CONSENT) {
            return Err(OfferError::Consent);
        }
        if order.command == Command::Reopen {
            let entries = self.store.offers().entries(offer.id).await?;
            let refused = entries.iter().rev().find(|entry| entry.command == Some(Command::Reject));
            if refused.is_some_and(|entry| entry.actor == Actor::Person(who.id)) {
                return Err(OfferError::SecondPerson);
            }
        }
        Ok(())
    }

    pub(super) async fn carry_out(
        &self,
        offer: &Offer,
        standing: Standing,
        order: &Order,
        actor: Actor,
        today: Date,
    ) -> Result<(), OfferError> {
        let (now, command) = (OffsetDateTime::now_utc(), order.command);
        let kept = self.store.listing(offer.id).await?;
        // Dropped changes leave what the public sees, pictures included.
        let dropped = (command == Command::Discard).then(|| {
            let photo = |photo: &Photo| OfferPhoto { photo: photo.clone(), hidden: false };
            kept.iter().flat_map(|listing| &listing.photos).map(photo).collect::<Vec<_>>()
        });
        let listing = listing::after(offer, kept, command, standing, today);
        let contact = match command {
            Command::Approve => Some(self.contact(offer).await?),
            _ => None,
        };
        let letters = self.letters(offer, command, order).await?;
        let entry = OfferEntry {
            at: now,
            actor,
            command: Some(command),
            state: standing.state,
            reason: order.reason,
            note: note(&order.note),
        };
        let step = OfferStep {
            submitted: (command == Command::Submit).then_some(now),
            consent: order.consent.as_deref().filter(|_| command == Command::Submit),
            draft: dropped.as_deref().map(|photos| (&offer.published, photos)),
            publishes: command == Command::Approve,
            listing: listing.as_ref(),
            contact,
            letters: &letters,
            ..OfferStep::of(offer, standing, entry)
        };
        let written = self.store.offers().advance(&step).await?;
        self.post.wake();
        self.written(written, offer.id).await
    }

    /// Says something about an offer: a landlord to the moderators, or the other way round.
    pub async fn say(&self, who: &Account, id: ListingId, words: &str) -> Result<OfferView, OfferError> {
        let words = note(words).ok_or(OfferError::Note)?;
        loop {
            let (offer, party) = self.seen_by(who, id).await?;
            let to = if party == Party::Landlord { Tells::Desk } else { Tells::Landlord };
            let letter = |language, page: &str| letters::said(language, party, page, &title(&offer), &words);
            let letters = self.tell(&offer, "said", to, letter).await?;
            let entry = OfferEntry {
                at: OffsetDateTime::now_utc(),
                actor: Actor::Person(who.id),
                command: None,
                state: offer.standing.state,
                reason: None,
                note: Some(words.clone()),
            };
            let step = OfferStep { letters: &letters, ..OfferStep::of(&offer, offer.standing, entry) };
            if self.store.offers().advance(&step).await? != Written::Stale {
                self.post.wake();
                return self.view(who, id).await;
            }
        }
    }

    /// Deletes an offer that was never published, and what was typed.
    pub async fn remove(&self, who: &Account, id: ListingId, version: u64) -> Result<(), OfferError> {
        let (offer, party) = self.seen_by(who, id).await?;
        if party != Party::Landlord || offer.standing.was_published() || offer.standing.waits() {
            return Err(OfferError::NotEditable);
        }
        // One that was published and taken down again stays for its log.
        if !offer.published.iter().count().eq(&0) {
            return Err(OfferError::NotEditable);
        }
        let written = self.store.offers().remove(id, version).await?;
        self.written(written, id).await
    }

    /// Asks the ward's desk for advice without publishing anything; the desk answers by mail.
    pub async fn consult(&self, who: &Account, words: &str) -> Result<bool, OfferError> {
        let (Some(desk), Some(words)) = (self.post.desk(), note(words)) else { return Ok(false) };
        let Some(address) = self.address(who.id).await? else { return Ok(false) };
        let letter = letters::consulted(self.post.public_url(), &words);
        let mail = Mail { reply_to: Some(address), ..Mail::to(desk.clone(), letter) };
        let id: ListingId = self.ids.next(OffsetDateTime::now_utc());
        self.post.send(&format!("consult:{id}"), &mail).await?;
        Ok(true)
    }

    /// Waits until the city shows what was written, or says that somebody else wrote in between.
    pub(super) async fn written(&self, written: Written, id: ListingId) -> Result<(), OfferError> {
        match written {
            Written::Done(None) => Ok(()),
            Written::Done(Some(seq)) => {
                let shown = self.shown.wait_for(seq, PATIENCE).await;
                if shown { Ok(()) } else { Err(AppError::NotShown { seq }.into()) }
            }
            Written::Stale => {
                let offer = self.store.offers().offer(id).await?.ok_or(OfferError::NotFound)?;
                Err(OfferError::Stale(Box::new(offer)))
            }
        }
    }

    /// Who answers for the listing: its landlord, unless they want the desk to.
    async fn contact(&self, offer: &Offer) -> Result<Option<crate::domain::Sealed>, OfferError> {
        if offer.draft.text(DraftField::Contact) == Some("desk") {
            return Ok(None);
        }
        let address = self.address(offer.by).await?;
        Ok(address.map(|address| seal_contact(&self.secret, offer.id, &address)))
    }

    pub(super) async fn address(&self, id: PersonId) -> Result<Option<EmailAddress>, OfferError> {
        let kept = self.store.accounts().account(id).await?;
        let opened = kept.map(|kept| open_address(&self.secret, Of::Account(id), &kept.sealed));
        Ok(opened.transpose().map_err(|_| AppError::OtherSecret)?)
    }

    async fn letters(
        &self,
        offer: &Offer,
        command: Command,
        order: &Order,
    ) -> Result<Vec<NewLetter>, OfferError> {
        let letter = |language, page: &str| {
            letters::done(language, command, page, &title(offer), order.reason, note(&order.note).as_deref())
        };
        self.tell(offer, command.slug(), workflow::tells(command), letter).await
    }

    /// A letter to whom it concerns. `page` in it is the offer's.
    pub(super) async fn tell(
        &self,
        offer: &Offer,
        what: &str,
        to: Tells,
        letter: impl Fn(Language, &str) -> Letter,
    ) -> Result<Vec<NewLetter>, OfferError> {
        let base = self.post.public_url();
        let (to, page, language) = match to {
            Tells::Nobody => return Ok(Vec::new()),
            Tells::Desk => (self.post.desk().cloned(), format!("{base}/moderate/{}", offer.id), Language::Ja),
            Tells::Landlord => {
                let account = self.store.accounts().account(offer.by).await?;
                let language = account.map_or(Language::Ja, |kept| kept.account.language);
                (self.address(offer.by).await?, format!("{base}/offer/{}", offer.id), language)
            }
        };
        let Some(to) = to else { return Ok(Vec::new()) };
        let mail = Mail::to(to, letter(language, &page));
        let key = format!("offer:{}:{}:{what}", offer.id, offer.version);
        Ok(vec![self.post.seal(&key, &mail).map_err(AppError::from)?])
    }
}

/// The offer's title, or what it is called while it has none.
pub(super) fn title(offer: &Offer) -> String {
    let text = |field| offer.draft.text(field).map(str::to_owned);
    text(DraftField::Title).or_else(|| text(DraftField::Address)).unwrap_or_else(|| offer.id.to_string())
}

/// A note as it is kept; `None` where it says nothing.
pub(super) fn note(words: &str) -> Option<String> {
    let plain: String = words.trim().chars().filter(|c| !c.is_control() || *c == '\n').collect();
    (!plain.is_empty()).then(|| plain.chars().take(LONGEST_NOTE).collect())
}

/// The offer's pictures in the order asked for; those left out are taken away.
fn arranged(offer: &Offer, asked: &[NewPhoto]) -> Result<Vec<OfferPhoto>, OfferError> {
    const LONGEST_ALT: usize = 200;
    let mut photos: Vec<OfferPhoto> = Vec::with_capacity(asked.len());
    for new in asked {
        let known = offer.photos.iter().find(|photo| photo.photo.name == new.name);
        let twice = photos.iter().any(|photo| photo.photo.name == new.name);
        let known = known.filter(|_| !twice).ok_or_else(|| OfferError::NoSuchPicture(new.name.clone()))?;
        let alt = new.alt.trim().chars().filter(|c| !c.is_control()).take(LONGEST_ALT).collect();
        photos.push(OfferPhoto { photo: Photo { alt, ..known.photo.clone() }, ..known.clone() });
    }
    Ok(photos)
}
