//! The listing that an offer makes, and what becomes of it.

use time::Date;

use crate::domain::{Command, Freshness, Listing, Offer, Photo, Standing};
use crate::import::{DraftRead, read_draft};

/// What an offer says as it stands, with the pictures that are not hidden.
pub(super) fn read(offer: &Offer, today: Date) -> DraftRead {
    let mut read = read_draft(&offer.draft, offer.id, today);
    if let Some(listing) = &mut read.listing {
        listing.photos = shown(offer);
    }
    read
}

/// The pictures that are not hidden.
pub(super) fn shown(offer: &Offer) -> Vec<Photo> {
    offer.photos.iter().filter(|photo| !photo.hidden).map(|photo| photo.photo.clone()).collect()
}

/// The listing of an offer after a command; `None` where the public sees no change.
pub(super) fn after(
    offer: &Offer,
    kept: Option<Listing>,
    command: Command,
    standing: Standing,
    today: Date,
) -> Option<Listing> {
    let anew = || read(offer, today).listing;
    // What a restored backup has lost is made anew from what was published.
    let restored = || read(&Offer { draft: offer.published.clone(), ..offer.clone() }, today).listing;
    let registered = kept.as_ref().map(|listing| listing.freshness.registered());
    let confirmed = |listing: Listing| Listing { freshness: fresh(registered, today), ..listing };
    let listing = match command {
        Command::Approve => confirmed(anew()?),
        Command::Confirm | Command::Resume | Command::Release => confirmed(kept.or_else(restored)?),
        _ if standing.state == offer.standing.state || !offer.standing.was_published() => return None,
        _ => kept.or_else(restored)?,
    };
    Some(Listing { state: standing.state, ..listing })
}

/// Confirmed today, registered when it first was.
fn fresh(registered: Option<Date>, today: Date) -> Freshness {
    let registered = registered.filter(|day| *day <= today).unwrap_or(today);
    let next = today.saturating_add(Freshness::LONGEST);
    Freshness::new(registered, today, next).expect("a day two weeks after today fits")
}
