//! The state machine of an offer.
//!
//! | from | command | by | to |
//! |---|---|---|---|
//! | draft, returned | submit | landlord | submitted |
//! | submitted | recall | landlord | draft |
//! | submitted | approve / return / reject | moderator | published / returned / rejected |
//! | rejected | reopen | another moderator | submitted |
//! | published | pause, apply | landlord | paused, under application |
//! | paused / under application | resume / release | landlord | published |
//! | published, expired | confirm | landlord | published |
//! | published | expire | clock | expired |
//! | published, paused, under application, expired | let, withdraw | landlord | let, withdrawn |
//! | published | return | moderator | returned: it is taken down |
//!
//! A listing that was published stays as it is while changes to it are written and reviewed: submit, recall,
//! approve and return then move the revision alone, and discard drops it.

use thiserror::Error;

use super::party::{Party, Tells};
use crate::domain::{Command, ListingState, Reason, Revision, Standing};

/// The version of the text that a landlord agrees to when submitting.
pub const CONSENT: &str = "2026-11";

/// What cannot be done as an offer stands, and what can.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{}` is not possible while the offer is {}", command.slug(), standing.state.slug())]
pub struct Refused {
    /// What was asked for.
    pub command: Command,
    /// Where the offer stands.
    pub standing: Standing,
    /// What the same party may do instead.
    pub allowed: Vec<Command>,
}

/// Where an offer stands after a command, or why it cannot be carried out.
pub fn step(standing: Standing, command: Command, party: Party) -> Result<Standing, Refused> {
    after(standing, command, party).ok_or_else(|| Refused {
        command,
        standing,
        allowed: allowed(standing, party),
    })
}

/// What a party may do to an offer as it stands.
pub fn allowed(standing: Standing, party: Party) -> Vec<Command> {
    let possible = |command: &Command| after(standing, *command, party).is_some();
    Command::ALL.iter().copied().filter(possible).collect()
}

fn after(standing: Standing, command: Command, party: Party) -> Option<Standing> {
    use ListingState as S;
    if means_the_revision(standing, command) {
        return revised(standing, command, party);
    }
    let state = match (party, standing.state, command) {
        (Party::Landlord, S::Draft | S::Returned, Command::Submit)
        | (Party::Moderator, S::Rejected, Command::Reopen) => S::Submitted,
        (Party::Landlord, S::Submitted, Command::Recall) => S::Draft,
        (Party::Moderator, S::Submitted, Command::Approve)
        | (Party::Landlord, S::Paused, Command::Resume)
        | (Party::Landlord, S::UnderApplication, Command::Release)
        | (Party::Landlord, S::Published | S::Expired, Command::Confirm) => S::Published,
        (Party::Moderator, S::Submitted | S::Published, Command::Return) => S::Returned,
        (Party::Moderator, S::Submitted, Command::Reject) => S::Rejected,
        (Party::Landlord, S::Published, Command::Pause) => S::Paused,
        (Party::Landlord, S::Published, Command::Apply) => S::UnderApplication,
        (Party::Clock, S::Published, Command::Expire) => S::Expired,
        (Party::Landlord, S::Published | S::Paused | S::UnderApplication | S::Expired, Command::Let) => {
            S::Let
        }
        (Party::Landlord, S::Published | S::Paused | S::UnderApplication | S::Expired, Command::Withdraw) => {
            S::Withdrawn
        }
        _ => return None,
    };
    let ended = matches!(state, S::Let | S::Withdrawn | S::Returned);
    Some(Standing { state, revision: standing.revision.filter(|_| !ended) })
}

/// True if a command is about changes to a listing that was published, not about the listing.
const fn means_the_revision(standing: Standing, command: Command) -> bool {
    match command {
        Command::Discard => true,
        Command::Submit | Command::Recall | Command::Approve => standing.was_published(),
        Command::Return => matches!(standing.revision, Some(Revision::Submitted)),
        _ => false,
    }
}

fn revised(standing: Standing, command: Command, party: Party) -> Option<Standing> {
    let revision = match (party, standing.revision?, command) {
        (Party::Landlord, Revision::Editing | Revision::Returned, Command::Submit) => {
            Some(Revision::Submitted)
        }
        (Party::Landlord, Revision::Submitted, Command::Recall) => Some(Revision::Editing),
        (Party::Landlord, _, Command::Discard)
        | (Party::Moderator, Revision::Submitted, Command::Approve) => None,
        (Party::Moderator, Revision::Submitted, Command::Return) => Some(Revision::Returned),
        _ => return None,
    };
    standing.was_published().then_some(Standing { revision, ..standing })
}

/// True if the landlord may change what was typed: not while somebody reviews it or once it has ended.
pub const fn may_edit(standing: Standing) -> bool {
    use ListingState as S;
    !standing.waits() && !matches!(standing.state, S::Rejected | S::Let | S::Withdrawn)
}

/// Where an offer stands once what was typed has changed.
pub const fn edited(standing: Standing) -> Standing {
    if standing.was_published() {
        Standing { state: standing.state, revision: Some(Revision::Editing) }
    } else {
        standing
    }
}

/// The reasons that a command may be given, one of which is needed; empty where none is asked for.
pub const fn reasons(command: Command) -> &'static [Reason] {
    match command {
        Command::Return | Command::Reject => &[
            Reason::MissingFacts,
            Reason::WrongPlace,
            Reason::Photos,
            Reason::ContactInText,
            Reason::Misleading,
            Reason::Duplicate,
            Reason::UseNotAdmitted,
            Reason::Licence,
            Reason::Outside,
            Reason::Other,
        ],
        Command::Let => &[Reason::FoundHere, Reason::FoundElsewhere, Reason::Other],
        _ => &[],
    }
}

/// True if a command needs words beside its reason.
pub const fn needs_note(command: Command, reason: Option<Reason>) -> bool {
    matches!(command, Command::Return | Command::Reject) && matches!(reason, Some(Reason::Other))
}

/// Who is told of a command.
pub const fn tells(command: Command) -> Tells {
    match command {
        Command::Submit => Tells::Desk,
        Command::Approve | Command::Return | Command::Reject | Command::Reopen | Command::Expire => {
            Tells::Landlord
        }
        _ => Tells::Nobody,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PUBLISHED: Standing = Standing { state: ListingState::Published, revision: None };

    #[test]
    fn a_draft_is_submitted_returned_mended_published_and_let() {
        use Party::{Landlord, Moderator};
        let way = [
            (Command::Submit, Landlord, ListingState::Submitted),
            (Command::Return, Moderator, ListingState::Returned),
            (Command::Submit, Landlord, ListingState::Submitted),
            (Command::Approve, Moderator, ListingState::Published),
            (Command::Apply, Landlord, ListingState::UnderApplication),
            (Command::Let, Landlord, ListingState::Let),
        ];
        let mut standing = Standing::DRAFT;
        for (command, party, state) in way {
            standing = step(standing, command, party).unwrap();
            assert_eq!(standing.state, state, "{command}");
        }
    }

    #[test]
    fn a_refusal_names_what_is_possible() {
        let refused = step(Standing::DRAFT, Command::Approve, Party::Moderator).unwrap_err();
        assert_eq!(refused.allowed, []);
        let refused = step(Standing::DRAFT, Command::Let, Party::Landlord).unwrap_err();
        assert_eq!(refused.allowed, [Command::Submit]);
        assert_eq!(refused.to_string(), "`let` is not possible while the offer is draft");
    }

    #[test]
    fn a_listing_stays_public_while_changes_to_it_are_reviewed() {
        let editing = edited(PUBLISHED);
        let waiting = step(editing, Command::Submit, Party::Landlord).unwrap();
        assert_eq!((waiting.state, waiting.waits()), (ListingState::Published, true));
        assert!(!may_edit(waiting));
        let returned = step(waiting, Command::Return, Party::Moderator).unwrap();
        assert_eq!(returned, Standing { state: ListingState::Published, revision: Some(Revision::Returned) });
        assert_eq!(step(waiting, Command::Approve, Party::Moderator), Ok(PUBLISHED));
        assert_eq!(step(returned, Command::Discard, Party::Landlord), Ok(PUBLISHED));
    }

    #[test]
    fn a_moderator_takes_down_a_listing_without_changes_under_way() {
        let down = step(PUBLISHED, Command::Return, Party::Moderator).unwrap();
        assert_eq!(down, Standing { state: ListingState::Returned, revision: None });
    }
}
