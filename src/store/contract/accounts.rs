//! Accounts, links and browsers.

use time::macros::datetime;
use time::{Duration, OffsetDateTime};

use super::Fresh;
use super::samples::id;
use crate::domain::{Account, Actor, Language, PersonalToken, Role, Sealed, SignInEvent, TokenHash};
use crate::store::{KeptAccount, NewLetter, SignIn};

const NOW: OffsetDateTime = datetime!(2026-01-10 9:00:00.123 UTC);

pub(super) fn account(bits: u64) -> KeptAccount {
    KeptAccount {
        account: Account { id: id(bits), role: Role::Landlord, language: Language::Easy, created: NOW },
        address_key: TokenHash([bits as u8; 32]),
        sealed: Sealed(vec![7, bits as u8]),
    }
}

fn link(bits: u64) -> SignIn {
    SignIn {
        id: id(bits),
        token: TokenHash([1; 32]),
        browser: TokenHash([2; 32]),
        sealed: Sealed(vec![3]),
        language: Language::En,
        expires: NOW + Duration::minutes(15),
    }
}

pub(in crate::store) async fn a_link_reads_back_equal_and_is_used_up_once(fresh: &Fresh) {
    let accounts = fresh.store.accounts();
    let letter = NewLetter { key: "sign-in:1".into(), sealed: Sealed(vec![9]), due: NOW };
    accounts.ask(&link(1), &[letter]).await.unwrap();
    assert_eq!(accounts.sign_in(id(1)).await.unwrap(), Some(link(1)));
    assert!(accounts.use_up(id(1)).await.unwrap());
    assert!(!accounts.use_up(id(1)).await.unwrap());
    assert_eq!(accounts.sign_in(id(1)).await.unwrap(), None);
    let due = fresh.store.outbox().claim(NOW, NOW + Duration::MINUTE, 9).await.unwrap();
    assert_eq!(due.len(), 1);
}

pub(in crate::store) async fn an_address_has_one_account_whose_role_can_change(fresh: &Fresh) {
    let accounts = fresh.store.accounts();
    assert!(accounts.open(&account(1)).await.unwrap());
    let again = KeptAccount { account: account(2).account, ..account(1) };
    assert!(!accounts.open(&again).await.unwrap());
    assert_eq!(accounts.of_address(&TokenHash([1; 32])).await.unwrap(), Some(account(1)));
    assert!(accounts.grant(id(1), Role::Moderator).await.unwrap());
    assert!(!accounts.grant(id(2), Role::Moderator).await.unwrap());
    let kept = accounts.account(id(1)).await.unwrap().unwrap();
    assert_eq!(kept.account.role, Role::Moderator);
    assert_eq!(accounts.all_accounts().await.unwrap(), [kept]);
}

pub(in crate::store) async fn a_browser_is_signed_in_until_it_is_signed_out_or_unused(fresh: &Fresh) {
    let accounts = fresh.store.accounts();
    accounts.open(&account(1)).await.unwrap();
    let cookie = |n: u8| TokenHash([n; 32]);
    for n in 1..=3 {
        accounts.begin(id(1), &cookie(n), false, NOW).await.unwrap();
    }
    let later = NOW + Duration::HOUR;
    accounts.seen(&cookie(1), later).await.unwrap();
    let session = accounts.session(&cookie(1)).await.unwrap().unwrap();
    assert_eq!((session.account, session.created, session.seen), (account(1).account, NOW, later));

    assert_eq!(accounts.end(id(1), Some(&cookie(2)), later).await.unwrap(), 1);
    assert_eq!(accounts.session(&cookie(2)).await.unwrap(), None);
    assert_eq!(accounts.forget(NOW, NOW + Duration::MINUTE, NOW).await.unwrap(), 1);
    assert_eq!(accounts.session(&cookie(3)).await.unwrap(), None);
    assert_eq!(accounts.end(id(1), None, later + Duration::SECOND).await.unwrap(), 1);
    let told: Vec<SignInEvent> = accounts.log(id(1), 2).await.unwrap().iter().map(|e| e.what).collect();
    assert_eq!(told, [SignInEvent::SignedOutEverywhere, SignInEvent::SignedOut]);
}

pub(in crate::store) async fn a_personal_token_acts_for_its_account_until_it_is_taken_back(fresh: &Fresh) {
    let accounts = fresh.store.accounts();
    accounts.open(&account(1)).await.unwrap();
    let token = PersonalToken { id: id(4), name: "物件管理".into(), created: NOW, used: None };
    accounts.add_token(id(1), &token, &TokenHash([6; 32])).await.unwrap();
    assert_eq!(accounts.of_token(&TokenHash([7; 32]), NOW).await.unwrap(), None);
    let later = NOW + Duration::HOUR;
    assert_eq!(accounts.of_token(&TokenHash([6; 32]), later).await.unwrap(), Some(account(1).account));
    assert_eq!(accounts.tokens(id(1)).await.unwrap(), [PersonalToken { used: Some(later), ..token }]);
    assert!(!accounts.drop_token(id(2), id(4)).await.unwrap());
    assert!(accounts.drop_token(id(1), id(4)).await.unwrap());
    assert_eq!(accounts.of_token(&TokenHash([6; 32]), NOW).await.unwrap(), None);
}

pub(in crate::store) async fn an_account_that_nobody_uses_is_forgotten_with_its_log(fresh: &Fresh) {
    let accounts = fresh.store.accounts();
    for bits in 1..=4 {
        accounts.open(&account(bits)).await.unwrap();
    }
    accounts.grant(id(2), Role::Moderator).await.unwrap();
    accounts.begin(id(3), &TokenHash([3; 32]), false, NOW).await.unwrap();
    let token = PersonalToken { id: id(4), name: "物件管理".into(), created: NOW, used: None };
    accounts.add_token(id(4), &token, &TokenHash([6; 32])).await.unwrap();
    accounts.of_token(&TokenHash([6; 32]), NOW + Duration::DAY).await.unwrap();
    let kept = async || {
        let all = accounts.all_accounts().await.unwrap();
        all.iter().map(|kept| kept.account.id.bits()).collect::<Vec<u64>>()
    };
    accounts.forget(NOW, NOW, NOW).await.unwrap();
    assert_eq!(kept().await, [1, 2, 3, 4], "nothing is past its time");
    accounts.forget(NOW, NOW, NOW + Duration::HOUR).await.unwrap();
    assert_eq!(kept().await, [2, 4], "a moderator stays, and whom a program acts for");
}

pub(in crate::store) async fn a_closed_account_leaves_nothing_that_is_personal(fresh: &Fresh) {
    let accounts = fresh.store.accounts();
    accounts.open(&account(1)).await.unwrap();
    accounts.begin(id(1), &TokenHash([5; 32]), false, NOW).await.unwrap();
    assert!(accounts.close_account(id(1)).await.unwrap());
    assert!(!accounts.close_account(id(1)).await.unwrap());
    assert_eq!(accounts.account(id(1)).await.unwrap(), None);
    assert_eq!(accounts.session(&TokenHash([5; 32])).await.unwrap(), None);
    assert_eq!(accounts.log(id(1), 9).await.unwrap(), []);
}

pub(in crate::store) async fn an_empty_store_takes_accounts_over_and_signs_nobody_in(fresh: &Fresh) {
    let accounts = fresh.store.accounts();
    accounts.open(&account(1)).await.unwrap();
    accounts.begin(id(1), &TokenHash([5; 32]), false, NOW).await.unwrap();
    fresh.store.put_listing(&super::listing(7, None, "店"), Actor::System).await.unwrap();
    let to = fresh.folder.path().join("backup");
    fresh.store.backup(&to).await.unwrap();
    fresh.another.restore(&to, Actor::System).await.unwrap();
    assert_eq!(fresh.another.accounts().account(id(1)).await.unwrap(), Some(account(1)));
    assert_eq!(fresh.another.accounts().session(&TokenHash([5; 32])).await.unwrap(), None);
}
