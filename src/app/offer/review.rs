//! What moderators see: what waits, who has taken it up, and how things went.

use time::{Duration, OffsetDateTime};

use super::desk::{OfferDesk, OfferView};
use super::error::OfferError;
use crate::app::AppError;
use crate::app::contact::open_report;
use crate::domain::{
    Account, Actor, Claim, Command, ListingId, Offer, OfferEntry, OfferPhoto, PersonId, Reason, Report,
    ReportId,
};
use crate::store::{OfferStep, Written};
use crate::workflow::Party;

/// How long somebody has taken an offer up for.
const CLAIMED: Duration = Duration::hours(1);

/// An offer that waits.
#[derive(Debug, Clone, PartialEq)]
pub struct Waiting {
    /// The offer.
    pub offer: Offer,
    /// Who reviews it; nobody once an hour has passed.
    pub claimed_by: Option<PersonId>,
}

/// What somebody says is wrong with a listing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenReport {
    /// The report.
    pub report: Report,
    /// In their words.
    pub words: String,
    /// True if they may be answered: by the mail to the desk.
    pub answerable: bool,
}

/// How reviews went since a time.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcomes {
    /// Offers published.
    pub approved: usize,
    /// Sent back.
    pub returned: usize,
    /// Refused.
    pub rejected: usize,
    /// Hidden because nobody said that they are vacant.
    pub expired: usize,
    /// Let, of which so many to somebody found here.
    pub let_: usize,
    /// Let to somebody found here.
    pub found_here: usize,
    /// The median days between handing in and decision; `None` before the first.
    pub median_days: Option<f64>,
    /// The longest that anything waits now, in days.
    pub oldest_days: Option<f64>,
}

impl OfferDesk {
    /// What moderators have to decide, longest waiting first.
    pub async fn waiting(&self, who: &Account) -> Result<Vec<Waiting>, OfferError> {
        if !who.role.reviews() {
            return Err(OfferError::NotFound);
        }
        let now = OffsetDateTime::now_utc();
        let offers = self.store.offers().waiting().await?;
        Ok(offers.into_iter().map(|offer| Waiting { claimed_by: holder(&offer, now), offer }).collect())
    }

    /// Reports that nobody has seen to, oldest first.
    pub async fn reports(&self, who: &Account) -> Result<Vec<OpenReport>, OfferError> {
        if !who.role.reviews() {
            return Err(OfferError::NotFound);
        }
        let mut open = Vec::new();
        for kept in self.store.reports().open_reports().await? {
            let (words, answerable) = open_report(&self.secret, kept.report.id, &kept.sealed)
                .map_err(|_| OfferError::App(AppError::OtherSecret))?;
            open.push(OpenReport { report: kept.report, words, answerable });
        }
        Ok(open)
    }

    /// Notes that somebody has seen to a report; what was written is erased.
    pub async fn report_done(&self, who: &Account, id: ReportId) -> Result<(), OfferError> {
        let seen_to =
            who.role.reviews() && self.store.reports().done(id, who.id, OffsetDateTime::now_utc()).await?;
        if seen_to { Ok(()) } else { Err(OfferError::NotFound) }
    }

    /// Takes an offer up for an hour, or lets it go. Whoever has it already is not put aside.
    pub async fn claim(&self, who: &Account, id: ListingId, takes: bool) -> Result<OfferView, OfferError> {
        let (offer, party) = self.seen_by(who, id).await?;
        if party != Party::Moderator {
            return Err(OfferError::NotFound);
        }
        let now = OffsetDateTime::now_utc();
        if holder(&offer, now).is_none_or(|holder| holder == who.id) {
            let claim = takes.then_some(Claim { by: who.id, at: now });
            self.store.offers().claim(id, claim).await?;
        }
        self.view(who, id).await
    }

    /// Hides a picture from the public, or shows it again.
    pub async fn hide_photo(
        &self,
        who: &Account,
        id: ListingId,
        name: &str,
        hidden: bool,
    ) -> Result<OfferView, OfferError> {
        loop {
            let (offer, party) = self.seen_by(who, id).await?;
            if party != Party::Moderator {
                return Err(OfferError::NotFound);
            }
            let mut photos: Vec<OfferPhoto> = offer.photos.clone();
            let photo = photos.iter_mut().find(|photo| photo.photo.name == name);
            photo.ok_or_else(|| OfferError::NoSuchPicture(name.to_owned()))?.hidden = hidden;
            let mut listing = self.store.listing(id).await?.filter(|listing| listing.state.is_public());
            if let Some(listing) = &mut listing {
                let public = |photo: &crate::domain::Photo| {
                    listing.photos.contains(photo) || (photo.name == name && !hidden)
                };
                let all = photos.iter().filter(|photo| !photo.hidden).map(|photo| photo.photo.clone());
                let all: Vec<_> = all.filter(public).collect();
                listing.photos = all;
            }
            let entry = OfferEntry {
                at: OffsetDateTime::now_utc(),
                actor: Actor::Person(who.id),
                command: None,
                state: offer.standing.state,
                reason: Some(Reason::Photos),
                note: None,
            };
            let step = OfferStep {
                draft: Some((&offer.draft, &photos)),
                listing: listing.as_ref(),
                ..OfferStep::of(&offer, offer.standing, entry)
            };
            let written = self.store.offers().advance(&step).await?;
            if written != Written::Stale {
                self.written(written, id).await?;
                return self.view(who, id).await;
            }
        }
    }

    /// How reviews went in the last 90 days.
    pub async fn outcomes(&self, who: &Account) -> Result<Outcomes, OfferError> {
        let waiting = self.waiting(who).await?;
        let now = OffsetDateTime::now_utc();
        let entries = self.store.offers().entries_since(now - Duration::days(90)).await?;
        let count = |command| entries.iter().filter(|(_, e)| e.command == Some(command)).count();
        let found = |(_, entry): &&(ListingId, OfferEntry)| entry.reason == Some(Reason::FoundHere);
        let oldest = waiting.iter().filter_map(|w| w.offer.submitted).min();
        Ok(Outcomes {
            approved: count(Command::Approve),
            returned: count(Command::Return),
            rejected: count(Command::Reject),
            expired: count(Command::Expire),
            let_: count(Command::Let),
            found_here: entries.iter().filter(found).count(),
            median_days: median(days_to_decide(&entries)),
            oldest_days: oldest.map(|at| (now - at).as_seconds_f64() / 86_400.0),
        })
    }
}

/// Who reviews an offer; nobody once an hour has passed.
fn holder(offer: &Offer, now: OffsetDateTime) -> Option<PersonId> {
    offer.claim.filter(|claim| now - claim.at < CLAIMED).map(|claim| claim.by)
}

/// Days between each handing in and the decision on it.
fn days_to_decide(entries: &[(ListingId, OfferEntry)]) -> Vec<f64> {
    let decides = |command| matches!(command, Some(Command::Approve | Command::Return | Command::Reject));
    let mut days = Vec::new();
    for (at, (id, entry)) in entries.iter().enumerate().filter(|(_, (_, e))| decides(e.command)) {
        let handed_in = entries[..at]
            .iter()
            .rev()
            .find(|(other, before)| other == id && before.command == Some(Command::Submit));
        days.extend(handed_in.map(|(_, before)| (entry.at - before.at).as_seconds_f64() / 86_400.0));
    }
    days
}

fn median(mut days: Vec<f64>) -> Option<f64> {
    days.sort_by(f64::total_cmp);
    days.get(days.len() / 2).copied()
}
