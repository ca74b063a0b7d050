//! Answers "what happened to this listing, as somebody who watches may be told?".
//!
//! Two public views are compared, so nothing that only the landlord knows can be news. Dates of
//! freshness and pictures are no news either.

use crate::app::wording::facts;
use crate::city::{City, ListingRow};
use crate::domain::{Gone, Listing, News, What};
use crate::query::Crossing;

/// What is remembered of a listing: all that a search can ask about.
pub(super) fn known(row: &ListingRow) -> Listing {
    Listing { photos: Vec::new(), ..row.stated() }
}

/// The news for a search that a change concerns; `None` where nothing worth telling changed.
pub(super) fn difference(
    city: &City,
    crossing: Crossing,
    before: Option<&ListingRow>,
    after: Option<&ListingRow>,
) -> Option<News> {
    let what = match (crossing, before, after) {
        (Crossing::Entered, _, Some(_)) => What::Entered,
        (Crossing::Left, _, Some(_)) => What::Left(Gone::Elsewhere),
        (Crossing::Left, Some(row), None) if city.has_ended(row.id()) => What::Left(Gone::Ended),
        (Crossing::Left, _, None) => What::Left(Gone::Hidden),
        (Crossing::Stayed, Some(before), Some(after)) => changes(&before.listing(), &after.listing())?,
        (Crossing::Stayed | Crossing::Entered, _, _) => return None,
    };
    Some(News { what, facts: facts(city, after.or(before)?) })
}

fn changes(before: &Listing, after: &Listing) -> Option<What> {
    let rent_before = (before.terms.rent != after.terms.rent).then_some(before.terms.rent);
    let but_rent = |listing: &Listing| {
        let mut terms = listing.terms.clone();
        terms.rent = crate::domain::Asking::Unstated;
        (terms, listing.handover)
    };
    let terms = but_rent(before) != but_rent(after);
    let rest = |listing: &Listing| Listing {
        terms: after.terms.clone(),
        handover: after.handover,
        photos: Vec::new(),
        freshness: after.freshness,
        source_key: None,
        ..listing.clone()
    };
    let rest = rest(before) != rest(after);
    (rent_before.is_some() || terms || rest).then_some(What::Changed { rent_before, terms, rest })
}
