//! How an offer looks in JSON: for its landlord, and for a moderator.

use serde::Serialize;
use serde_json::{Map, Value};
use time::OffsetDateTime;
use utoipa::ToSchema;

use crate::app::offer::FieldFault;
use crate::app::offer::{Check, OfferView, OpenReport, Outcomes, Waiting};
use crate::city::City;
use crate::domain::{
    Account, Actor, Command, Draft, DraftField, Freshness, Offer, OfferEntry, OfferPhoto, Reason, Revision,
};
use crate::http::api::body::listing::ListingBody;
use crate::workflow::{self, CONSENT, Party};

/// What founders ask for first: not needed, but missed.
const MISSED: [DraftField; 6] = [
    DraftField::Rent,
    DraftField::AreaM2,
    DraftField::StoreyLowest,
    DraftField::Condition,
    DraftField::Cooking,
    DraftField::Description,
];

/// What was typed, by field.
type Fields = Map<String, Value>;

/// The offers of an account.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct OffersBody {
    /// The version of the text that a landlord agrees to when submitting.
    #[schema(example = "2026-11")]
    consent_version: &'static str,
    /// Last touched first.
    items: Vec<OfferSummary>,
}

/// An offer in a list.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct OfferSummary {
    /// Its id, and that of its listing.
    #[schema(example = "0c8x4n2k7zq")]
    id: String,
    /// The state of the listing.
    #[schema(example = "draft")]
    state: &'static str,
    /// Changes to a listing that was published: `editing`, `submitted`, `returned`; null where there are none.
    revision: Option<&'static str>,
    /// Its headline; empty where it has none yet.
    title: String,
    /// Its address; empty where it has none yet.
    address: String,
    /// Its kind; null where none is chosen yet.
    kind: Option<String>,
    /// Its first picture; null without one.
    cover: Option<String>,
    /// When anything last happened.
    #[serde(with = "time::serde::rfc3339")]
    #[schema(value_type = String, format = DateTime)]
    touched: OffsetDateTime,
    /// What may be done.
    allowed: Vec<&'static str>,
}

/// What moderators have to decide.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct QueueBody {
    /// Longest waiting first.
    items: Vec<WaitingBody>,
    /// What people say is wrong with listings, oldest first.
    reports: Vec<ReportBody>,
    /// How reviews went in the last 90 days.
    outcomes: OutcomesBody,
}

/// What somebody says is wrong with a listing.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct ReportBody {
    /// Its id.
    #[schema(example = "0c8x4n2k7zq")]
    id: String,
    /// The listing.
    listing: String,
    /// The listing's title; null if it is public no more.
    title: Option<String>,
    /// `gone`, `terms`, `place`, `photos` or `other`.
    #[schema(example = "gone")]
    reason: &'static str,
    /// In their words; may be empty.
    words: String,
    /// True if they may be answered: by the mail to the desk.
    answerable: bool,
    /// When it came.
    #[serde(with = "time::serde::rfc3339")]
    #[schema(value_type = String, format = DateTime)]
    at: OffsetDateTime,
}

impl ReportBody {
    fn of(city: &City, open: &OpenReport) -> Self {
        let OpenReport { report, words, answerable } = open;
        let row = city.listings().get(report.listing);
        Self {
            id: report.id.to_string(),
            listing: report.listing.to_string(),
            title: row.map(|row| row.title_and_address().0.into_owned()),
            reason: report.reason.slug(),
            words: words.clone(),
            answerable: *answerable,
            at: report.created,
        }
    }
}

/// An offer that waits.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct WaitingBody {
    /// The offer.
    offer: OfferSummary,
    /// When it was handed in.
    #[serde(with = "time::serde::rfc3339::option")]
    #[schema(value_type = Option<String>, format = DateTime)]
    submitted: Option<OffsetDateTime>,
    /// Who reviews it: `me`, `other`, or null.
    claimed_by: Option<&'static str>,
}

/// How reviews went.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct OutcomesBody {
    /// Published.
    approved: usize,
    /// Sent back.
    returned: usize,
    /// Refused.
    rejected: usize,
    /// Hidden because nobody said that they are vacant.
    expired: usize,
    /// Let.
    #[serde(rename = "let")]
    let_: usize,
    /// Let to somebody found here.
    found_here: usize,
    /// Median days between handing in and decision; null before the first.
    median_days: Option<f64>,
    /// The longest that anything waits now, in days; null where nothing waits.
    oldest_days: Option<f64>,
}

/// A picture of an offer.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct OfferPhotoBody {
    /// Its name.
    name: String,
    /// Where it is, relative to the server.
    url: String,
    /// The same, small.
    small: String,
    /// What it shows.
    alt: String,
    /// True if a moderator has hidden it from the public.
    hidden: bool,
}

/// A field that is needed and missing, or says what cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub(in crate::http) struct FaultBody {
    /// The field.
    #[schema(example = "rent")]
    field: &'static str,
    /// Why it cannot be read; null where it is missing.
    reason: Option<String>,
}

/// Something for a moderator to look at. It is a reason, not a verdict.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct CheckBody {
    /// `outside`, `town_mismatch`, `duplicate`, `rent_outlier`, `use_not_admitted`, `contact_in_text`, `licence` or
    /// `same_picture`.
    kind: &'static str,
    /// What was found.
    found: String,
    /// The listing or offer it is about; null without one.
    listing: Option<String>,
}

/// A line of what was done and said.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct EntryBody {
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    #[schema(value_type = String, format = DateTime)]
    at: OffsetDateTime,
    /// `landlord`, `staff` or `system`.
    by: &'static str,
    /// True if it was who asks.
    own: bool,
    /// What was done; null for a message.
    command: Option<&'static str>,
    /// Where it stood afterwards.
    state: &'static str,
    /// Why.
    reason: Option<&'static str>,
    /// What was said.
    note: Option<String>,
}

/// An offer, whole.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct OfferBody<'a> {
    /// Its id, and that of its listing.
    #[schema(example = "0c8x4n2k7zq")]
    id: String,
    /// True if it is one's own.
    mine: bool,
    /// The state of the listing.
    #[schema(example = "draft")]
    state: &'static str,
    /// Changes to a listing that was published: `editing`, `submitted`, `returned`; null where there are none.
    revision: Option<&'static str>,
    /// Counts writes; the entity tag says the same.
    version: u64,
    /// What was typed, by field.
    #[schema(value_type = std::collections::BTreeMap<String, String>)]
    fields: Fields,
    /// The same as it was when it was last published.
    #[schema(value_type = std::collections::BTreeMap<String, String>)]
    published: Fields,
    /// Fields in which the two differ; none before it was published.
    changed: Vec<&'static str>,
    /// Its pictures, the first being the cover.
    photos: Vec<OfferPhotoBody>,
    /// Fields that are needed and missing or cannot be read.
    faults: Vec<FaultBody>,
    /// Fields that founders ask for first and that say nothing.
    gaps: Vec<&'static str>,
    /// What may be done.
    allowed: Vec<&'static str>,
    /// True if what was typed may be changed.
    editable: bool,
    /// The version of the text that is agreed to when submitting.
    consent_version: &'static str,
    /// When it was handed in.
    #[serde(with = "time::serde::rfc3339::option")]
    #[schema(value_type = Option<String>, format = DateTime)]
    submitted: Option<OffsetDateTime>,
    /// When it will be asked whether it is still vacant; null unless it is public.
    #[schema(value_type = Option<String>, format = Date)]
    next_update_on: Option<String>,
    /// What was done and said, first to last.
    entries: Vec<EntryBody>,
    /// As founders would see it; null while something is missing.
    preview: Option<ListingBody<'a>>,
    /// What to look at; null for its landlord.
    checks: Option<Vec<CheckBody>>,
    /// Who reviews it: `me`, `other`, or null.
    claimed_by: Option<&'static str>,
}

impl OffersBody {
    pub(super) fn of(offers: &[Offer]) -> Self {
        let items = offers.iter().map(|offer| OfferSummary::of(offer, Party::Landlord)).collect();
        Self { consent_version: CONSENT, items }
    }
}

impl OfferSummary {
    fn of(offer: &Offer, party: Party) -> Self {
        let text = |field| offer.draft.text(field).unwrap_or_default().to_owned();
        Self {
            id: offer.id.to_string(),
            state: offer.standing.state.slug(),
            revision: offer.standing.revision.map(Revision::slug),
            title: text(DraftField::Title),
            address: text(DraftField::Address),
            kind: offer.draft.text(DraftField::Kind).map(str::to_owned),
            cover: offer.photos.iter().find(|photo| !photo.hidden).map(|photo| small(&photo.photo.name)),
            touched: offer.touched,
            allowed: slugs(&workflow::allowed(offer.standing, party)),
        }
    }
}

impl QueueBody {
    pub(super) fn of(
        city: &City,
        who: &Account,
        waiting: &[Waiting],
        reports: &[OpenReport],
        outcomes: &Outcomes,
    ) -> Self {
        let item = |waiting: &Waiting| WaitingBody {
            offer: OfferSummary::of(&waiting.offer, Party::Moderator),
            submitted: waiting.offer.submitted,
            claimed_by: waiting.claimed_by.map(|by| if by == who.id { "me" } else { "other" }),
        };
        Self {
            items: waiting.iter().map(item).collect(),
            reports: reports.iter().map(|open| ReportBody::of(city, open)).collect(),
            outcomes: OutcomesBody {
                approved: outcomes.approved,
                returned: outcomes.returned,
                rejected: outcomes.rejected,
                expired: outcomes.expired,
                let_: outcomes.let_,
                found_here: outcomes.found_here,
                median_days: outcomes.median_days,
                oldest_days: outcomes.oldest_days,
            },
        }
    }
}

impl<'a> OfferBody<'a> {
    pub(super) fn of(
        who: &Account,
        view: &OfferView,
        preview: Option<ListingBody<'a>>,
        found: Option<Vec<Check>>,
    ) -> Self {
        let (offer, own) = (&view.offer, view.party == Party::Landlord);
        let published = offer.published.iter().next().is_some();
        let changed = if published { offer.draft.changed_from(&offer.published) } else { Vec::new() };
        let public = view.listing.as_ref().filter(|listing| listing.state.is_public());
        let missed = MISSED.iter().filter(|field| offer.draft.text(**field).is_none());
        Self {
            id: offer.id.to_string(),
            mine: own,
            state: offer.standing.state.slug(),
            revision: offer.standing.revision.map(Revision::slug),
            version: offer.version,
            fields: fields(&offer.draft),
            published: fields(&offer.published),
            changed: changed.into_iter().map(DraftField::slug).collect(),
            photos: offer.photos.iter().map(OfferPhotoBody::from).collect(),
            faults: view.read.faults.iter().map(FaultBody::from).collect(),
            gaps: missed.map(|field| field.slug()).collect(),
            allowed: slugs(&view.allowed),
            editable: own && workflow::may_edit(offer.standing),
            consent_version: CONSENT,
            submitted: offer.submitted,
            next_update_on: public.map(|listing| Freshness::next_update(listing.freshness).to_string()),
            entries: view.entries.iter().map(|entry| EntryBody::of(who, offer, entry)).collect(),
            preview,
            checks: found.map(|found| found.into_iter().map(CheckBody::from).collect()),
            claimed_by: offer.claim.map(|claim| if claim.by == who.id { "me" } else { "other" }),
        }
    }
}

impl EntryBody {
    fn of(who: &Account, offer: &Offer, entry: &OfferEntry) -> Self {
        Self {
            at: entry.at,
            by: match entry.actor {
                Actor::Person(id) if id == offer.by => "landlord",
                Actor::Person(_) => "staff",
                Actor::Import | Actor::Sample | Actor::System => "system",
            },
            own: entry.actor == Actor::Person(who.id),
            command: entry.command.map(Command::slug),
            state: entry.state.slug(),
            reason: entry.reason.map(Reason::slug),
            note: entry.note.clone(),
        }
    }
}

impl From<&OfferPhoto> for OfferPhotoBody {
    fn from(photo: &OfferPhoto) -> Self {
        let name = &photo.photo.name;
        Self {
            name: name.clone(),
            url: format!("/photos/{name}"),
            small: small(name),
            alt: photo.photo.alt.clone(),
            hidden: photo.hidden,
        }
    }
}

impl From<&FieldFault> for FaultBody {
    fn from(fault: &FieldFault) -> Self {
        Self { field: fault.field.slug(), reason: fault.reason.clone() }
    }
}

impl From<Check> for CheckBody {
    fn from(check: Check) -> Self {
        let listing = check.listing.map(|id| id.to_string());
        Self { kind: check.kind.slug(), found: check.found, listing }
    }
}

pub(super) fn fields(draft: &Draft) -> Fields {
    draft.iter().map(|(field, text)| (field.slug().to_owned(), text.into())).collect()
}

fn slugs(commands: &[Command]) -> Vec<&'static str> {
    commands.iter().copied().map(Command::slug).collect()
}

fn small(name: &str) -> String {
    format!("/photos/{}", name.replace(".jpg", "-s.jpg"))
}
