//! An offer: premises on their way to being a listing, and what becomes of the listing, as its landlord and the
//! ward's moderators see it. The public sees only the listing.

use time::OffsetDateTime;

use super::actor::Actor;
use super::draft::Draft;
use super::id::{ListingId, PersonId};
use super::listing::{ListingState, Photo};
use super::slug::vocabulary;

vocabulary! {
    /// What is done to an offer.
    pub enum Command("command") {
        /// The landlord hands it in to be reviewed.
        Submit = "submit", "提出する";
        /// The landlord takes it back out of review.
        Recall = "recall", "提出を取り消す";
        /// A moderator publishes it, or the changes to it.
        Approve = "approve", "公開する";
        /// A moderator sends it back for changes.
        Return = "return", "差し戻す";
        /// A moderator refuses it.
        Reject = "reject", "却下する";
        /// Another moderator takes a refusal back.
        Reopen = "reopen", "却下を取り消す";
        /// The landlord hides it for now.
        Pause = "pause", "一時停止する";
        /// The landlord shows it again.
        Resume = "resume", "再開する";
        /// Somebody has applied.
        Apply = "apply", "申込あり";
        /// The applicant has withdrawn.
        Release = "release", "申込がなくなった";
        /// It is let.
        Let = "let", "成約した";
        /// The landlord gives up offering it.
        Withdraw = "withdraw", "取り下げる";
        /// Still vacant.
        Confirm = "confirm", "まだ空いています";
        /// Nobody said in time that it is still vacant.
        Expire = "expire", "期限切れ";
        /// The landlord drops changes to a listing that is public.
        Discard = "discard", "変更をやめる";
    }
}

vocabulary! {
    /// How far changes to a listing are that was published before.
    pub enum Revision("revision") {
        /// Being written.
        Editing = "editing", "変更中";
        /// Waiting for review.
        Submitted = "submitted", "変更の審査待ち";
        /// Sent back.
        Returned = "returned", "変更の差し戻し";
    }
}

vocabulary! {
    /// Why a moderator sends an offer back or refuses it, or how it ended.
    pub enum Reason("reason") {
        /// Facts are missing.
        MissingFacts = "missing_facts", "必要な情報が足りません";
        /// The pin or the address is wrong.
        WrongPlace = "wrong_place", "場所が正しくありません";
        /// Pictures show faces, number plates or something else.
        Photos = "photos", "写真に問題があります";
        /// A telephone number or an address in the text.
        ContactInText = "contact_in_text", "文章に連絡先が書かれています";
        /// Something that misleads.
        Misleading = "misleading", "誤解をまねく表現があります";
        /// It is offered already.
        Duplicate = "duplicate", "同じ物件がすでにあります";
        /// The use it is offered for is not admitted there.
        UseNotAdmitted = "use_not_admitted", "用途地域に合わない使い方です";
        /// A broker's licence cannot be verified.
        Licence = "licence", "免許番号を確認できません";
        /// Outside the ward.
        Outside = "outside", "区の外の物件です";
        /// Let to somebody found here.
        FoundHere = "found_here", "街角を通じて決まった";
        /// Let to somebody found elsewhere.
        FoundElsewhere = "found_elsewhere", "別の方法で決まった";
        /// Something else; the note says what.
        Other = "other", "その他";
    }
}

/// Where an offer stands: its listing's state and, while changes to a listing that was published are under way, how
/// far these are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Standing {
    /// The state of the listing.
    pub state: ListingState,
    /// Changes under way.
    pub revision: Option<Revision>,
}

impl Standing {
    /// A draft.
    pub const DRAFT: Self = Self { state: ListingState::Draft, revision: None };

    /// True if a moderator has something to decide.
    pub const fn waits(self) -> bool {
        matches!(self.state, ListingState::Submitted) || matches!(self.revision, Some(Revision::Submitted))
    }

    /// True if there is a listing that was published once.
    pub const fn was_published(self) -> bool {
        !matches!(
            self.state,
            ListingState::Draft | ListingState::Submitted | ListingState::Returned | ListingState::Rejected
        )
    }
}

/// A picture of an offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferPhoto {
    /// The picture.
    pub photo: Photo,
    /// Hidden by a moderator; it stays with the offer.
    pub hidden: bool,
}

/// Who has taken an offer up for review, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claim {
    /// The moderator.
    pub by: PersonId,
    /// Since when.
    pub at: OffsetDateTime,
}

/// An offer.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    /// Its id, and that of its listing once it is published.
    pub id: ListingId,
    /// Whose it is.
    pub by: PersonId,
    /// The key by which its landlord's own program knows it.
    pub own_key: Option<String>,
    /// Where it stands.
    pub standing: Standing,
    /// Counts writes, so that nobody writes over what they have not seen.
    pub version: u64,
    /// What was typed.
    pub draft: Draft,
    /// The same as it was when it was last published; empty before.
    pub published: Draft,
    /// Its pictures, the first being the cover.
    pub photos: Vec<OfferPhoto>,
    /// Who reviews it.
    pub claim: Option<Claim>,
    /// When it was last handed in.
    pub submitted: Option<OffsetDateTime>,
    /// Which text of consent its landlord agreed to.
    pub consent: Option<String>,
    /// When it was begun.
    pub created: OffsetDateTime,
    /// When anything last happened to it.
    pub touched: OffsetDateTime,
}

/// A line of the log of an offer, which only grows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferEntry {
    /// When.
    pub at: OffsetDateTime,
    /// Who.
    pub actor: Actor,
    /// What was done; `None` for a message or a note.
    pub command: Option<Command>,
    /// Where it stood afterwards.
    pub state: ListingState,
    /// Why.
    pub reason: Option<Reason>,
    /// What was said about it.
    pub note: Option<String>,
}
