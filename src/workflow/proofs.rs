//! What holds for every offer, whatever is done to it in whichever order.

use proptest::prelude::*;

use super::{Party, allowed, edited, may_edit, reasons, step};
use crate::domain::{Command, ListingState, Reason, Revision, Standing};

/// Something somebody tries.
#[derive(Debug, Clone, Copy)]
enum Try {
    Edit,
    Do(Command, Party),
}

fn tries() -> impl Strategy<Value = Vec<Try>> {
    let command = prop::sample::select(Command::ALL.to_vec());
    let party = prop::sample::select(Party::ALL.to_vec());
    let one = prop_oneof![1 => Just(Try::Edit), 6 => (command, party).prop_map(|(c, p)| Try::Do(c, p))];
    prop::collection::vec(one, 0..40)
}

fn standings() -> impl Strategy<Value = Standing> {
    let state = prop::sample::select(ListingState::ALL.to_vec());
    let revision = prop::option::of(prop::sample::select(Revision::ALL.to_vec()));
    (state, revision).prop_map(|(state, revision)| Standing { state, revision })
}

proptest! {
    #[test]
    fn no_premises_are_ever_public_that_no_moderator_has_approved(tries in tries()) {
        let (mut standing, mut approved) = (Standing::DRAFT, false);
        for attempt in tries {
            let before = standing;
            match attempt {
                Try::Edit if may_edit(standing) => standing = edited(standing),
                Try::Edit => {}
                Try::Do(command, party) => {
                    if let Ok(after) = step(standing, command, party) {
                        approved |= command == Command::Approve && party == Party::Moderator;
                        standing = after;
                    }
                }
            }
            prop_assert!(!standing.state.is_public() || approved, "{before:?} {attempt:?}");
            prop_assert!(standing.revision.is_none() || standing.was_published());
        }
    }

    #[test]
    fn a_refusal_names_exactly_what_succeeds(standing in standings(), command in prop::sample::select(Command::ALL.to_vec()), party in prop::sample::select(Party::ALL.to_vec())) {
        match step(standing, command, party) {
            Ok(_) => prop_assert!(allowed(standing, party).contains(&command)),
            Err(refused) => {
                prop_assert!(!refused.allowed.contains(&command));
                for other in Command::ALL {
                    prop_assert_eq!(refused.allowed.contains(other), step(standing, *other, party).is_ok());
                }
            }
        }
    }

    #[test]
    fn what_is_let_or_withdrawn_has_ended_for_everybody(revision in prop::option::of(prop::sample::select(Revision::ALL.to_vec()))) {
        for state in [ListingState::Let, ListingState::Withdrawn] {
            let standing = Standing { state, revision: None };
            prop_assert!(Party::ALL.iter().all(|party| allowed(standing, *party).is_empty()));
            let ended = Standing { state, revision };
            prop_assert!(!may_edit(ended));
        }
    }

    #[test]
    fn nobody_does_what_is_another_s_to_do(standing in standings()) {
        for command in allowed(standing, Party::Clock) {
            prop_assert_eq!(command, Command::Expire);
        }
        let judging = [Command::Approve, Command::Return, Command::Reject, Command::Reopen];
        for command in allowed(standing, Party::Moderator) {
            prop_assert!(judging.contains(&command), "{command}");
        }
        for command in allowed(standing, Party::Landlord) {
            prop_assert!(!judging.contains(&command) && command != Command::Expire, "{command}");
        }
    }
}

#[test]
fn every_reason_belongs_to_a_command() {
    for reason in Reason::ALL {
        assert!(Command::ALL.iter().any(|command| reasons(*command).contains(reason)), "{reason}");
    }
}
