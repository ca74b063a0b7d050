//! Passkeys, and the questions to authenticators.

use time::macros::datetime;
use time::{Duration, OffsetDateTime};

use super::Fresh;
use super::accounts::account;
use super::samples::id;
use crate::domain::{Passkey, SignInEvent, TokenHash};
use crate::store::KeptPasskey;

const NOW: OffsetDateTime = datetime!(2026-01-10 9:00:00.123 UTC);

fn passkey(bits: u64) -> KeptPasskey {
    KeptPasskey {
        passkey: Passkey { id: id(bits), name: "窓口の端末".into(), created: NOW, used: None },
        account: id(1),
        credential: "{}".into(),
    }
}

pub(in crate::store) async fn a_passkey_reads_back_equal_until_it_is_taken_away(fresh: &Fresh) {
    let (accounts, passkeys) = (fresh.store.accounts(), fresh.store.passkeys());
    accounts.open(&account(1)).await.unwrap();
    for bits in [4, 5] {
        passkeys.add_passkey(&passkey(bits)).await.unwrap();
    }
    let later = NOW + Duration::HOUR;
    passkeys.used_passkey(id(5), "{\"counter\":2}", later).await.unwrap();
    let mut used = passkey(5);
    used.passkey.used = Some(later);
    used.credential = "{\"counter\":2}".into();
    assert_eq!(passkeys.passkeys(id(1)).await.unwrap(), [passkey(4), used]);
    assert_eq!(passkeys.drop_passkeys(id(2), Some(id(4)), later).await.unwrap(), 0);
    assert_eq!(passkeys.drop_passkeys(id(1), Some(id(4)), later).await.unwrap(), 1);
    assert_eq!(passkeys.drop_passkeys(id(1), None, later).await.unwrap(), 1);
    assert_eq!(passkeys.passkeys(id(1)).await.unwrap(), []);
    let told: Vec<SignInEvent> = accounts.log(id(1), 9).await.unwrap().iter().map(|e| e.what).collect();
    assert_eq!(
        told,
        [
            SignInEvent::PasskeyRemoved,
            SignInEvent::PasskeyRemoved,
            SignInEvent::PasskeyAdded,
            SignInEvent::PasskeyAdded
        ]
    );
    passkeys.add_passkey(&passkey(6)).await.unwrap();
    accounts.close_account(id(1)).await.unwrap();
    assert_eq!(passkeys.passkeys(id(1)).await.unwrap(), []);
}

pub(in crate::store) async fn a_browser_knows_whether_a_passkey_was_shown_in_it(fresh: &Fresh) {
    let (accounts, passkeys) = (fresh.store.accounts(), fresh.store.passkeys());
    accounts.open(&account(1)).await.unwrap();
    let cookie = |n: u8| TokenHash([n; 32]);
    accounts.begin(id(1), &cookie(1), false, NOW).await.unwrap();
    accounts.begin(id(1), &cookie(2), true, NOW).await.unwrap();
    let known = async |n| {
        let session = accounts.session(&cookie(n)).await.unwrap().unwrap();
        (session.confirmed, session.has_passkey)
    };
    assert_eq!((known(1).await, known(2).await), ((false, false), (true, false)));
    passkeys.add_passkey(&passkey(4)).await.unwrap();
    passkeys.confirm(id(2), &cookie(1), NOW).await.unwrap();
    assert_eq!(known(1).await, (false, true), "somebody else's passkey confirms nothing");
    passkeys.confirm(id(1), &cookie(1), NOW).await.unwrap();
    assert_eq!(known(1).await, (true, true));
}

pub(in crate::store) async fn a_question_to_an_authenticator_is_answered_once_and_in_time(fresh: &Fresh) {
    let passkeys = fresh.store.passkeys();
    let hash = |n: u8| TokenHash([n; 32]);
    for n in 1..=3 {
        passkeys.keep_ceremony(&hash(n), "state", NOW + Duration::MINUTE).await.unwrap();
    }
    assert_eq!(passkeys.take_ceremony(&hash(1), NOW).await.unwrap().as_deref(), Some("state"));
    assert_eq!(passkeys.take_ceremony(&hash(1), NOW).await.unwrap(), None);
    let late = NOW + Duration::HOUR;
    assert_eq!(passkeys.take_ceremony(&hash(2), late).await.unwrap(), None);
    assert_eq!(fresh.store.accounts().forget(late, NOW, NOW).await.unwrap(), 1);
}
