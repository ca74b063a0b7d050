//! Passkeys: signing in without a mail, and the second factor that is demanded from the ward's own people.
//!
//! A question to an authenticator waits for its answer in the store, five minutes at most and for one answer; the
//! browser holds only the secret that names it.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use thiserror::Error;
use time::OffsetDateTime;
use webauthn_rs::prelude::{
    DiscoverableAuthentication, DiscoverableKey, Passkey as Credential, PasskeyAuthentication,
    PasskeyRegistration, Url, Uuid, WebauthnError,
};
use webauthn_rs::{Webauthn, WebauthnBuilder};

use super::desk::{AccountDesk, SignedIn};
use crate::app::AppError;
use crate::app::mail::TokenSecret;
use crate::domain::{Account, Passkey, PasskeyId, PersonId};
use crate::store::{KeptPasskey, StoreError};

/// How long a question waits for its answer.
const WAITS: time::Duration = time::Duration::minutes(5);
/// More devices than anybody has at work.
const MOST: usize = 10;

/// What a browser has to show before its account may do anything else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outstanding {
    /// The account has no passkey yet: one has to be added.
    Register,
    /// One of the account's passkeys.
    Confirm,
}

/// A question to the authenticators of a browser.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// Names the question when it is answered.
    pub secret: TokenSecret,
    /// What the browser hands to its authenticators (`WebAuthn` level 3, as JSON).
    pub options: Value,
}

/// Why a passkey cannot be added or used.
#[derive(Debug, Error)]
pub enum PasskeyError {
    /// Something broke.
    #[error(transparent)]
    App(#[from] AppError),
    /// This server is known by no name that a browser binds a passkey to.
    #[error("passkeys need a server with a name, over HTTPS")]
    NoName,
    /// The account has none, or one is to be shown first.
    #[error("a passkey must be shown first")]
    Unconfirmed,
    /// The account has none.
    #[error("the account has no passkey")]
    None,
    /// As many as an account may have.
    #[error("an account has at most {MOST} passkeys")]
    TooMany,
    /// The ward's own people keep one.
    #[error("add another passkey before the last one goes")]
    Last,
    /// The question was answered before, is too old, or never was one.
    #[error("the question is no longer open; ask again")]
    NoQuestion,
    /// The authenticator's answer is not right.
    #[error("the passkey was not accepted: {0}")]
    Refused(String),
}

impl From<StoreError> for PasskeyError {
    fn from(error: StoreError) -> Self {
        Self::App(error.into())
    }
}

impl From<WebauthnError> for PasskeyError {
    fn from(error: WebauthnError) -> Self {
        Self::Refused(error.to_string())
    }
}

/// What is remembered of a question.
#[derive(Debug, Serialize, Deserialize)]
enum Ceremony {
    Register(Uuid, Box<PasskeyRegistration>),
    Confirm(Uuid, Box<PasskeyAuthentication>),
    SignIn(Box<DiscoverableAuthentication>),
}

/// What checks passkeys of a server known under an address; `None` where browsers allow none: they bind a passkey to
/// the name of a host, and ask for HTTPS but on this very machine.
pub(super) fn passkeys_at(public_url: &str) -> Option<Webauthn> {
    let url = Url::parse(public_url).ok()?;
    let name = url.domain()?;
    if url.scheme() != "https" && name != "localhost" {
        return None;
    }
    WebauthnBuilder::new(name, &url).and_then(|builder| builder.rp_name("街角").build()).ok()
}

impl AccountDesk {
    /// True if a passkey can be added on this server.
    pub const fn has_passkeys(&self) -> bool {
        self.passkeys.is_some()
    }

    /// What this browser has to show before its account may do anything else.
    pub const fn outstanding(&self, who: &SignedIn) -> Option<Outstanding> {
        match (self.has_passkeys() && who.account.role.is_staff() && !who.confirmed, who.has_passkey) {
            (false, _) => None,
            (true, false) => Some(Outstanding::Register),
            (true, true) => Some(Outstanding::Confirm),
        }
    }

    /// The passkeys of an account, oldest first.
    pub async fn passkeys(&self, account: PersonId) -> Result<Vec<Passkey>, AppError> {
        let kept = self.store.passkeys().passkeys(account).await?;
        Ok(kept.into_iter().map(|kept| kept.passkey).collect())
    }

    /// Asks for a new passkey.
    pub async fn ask_to_register(&self, who: &SignedIn) -> Result<Question, PasskeyError> {
        let webauthn = self.webauthn()?;
        if self.outstanding(who) == Some(Outstanding::Confirm) {
            return Err(PasskeyError::Unconfirmed);
        }
        let kept = self.credentials(who.account.id).await?;
        if kept.len() >= MOST {
            return Err(PasskeyError::TooMany);
        }
        let known = kept.iter().map(|(_, credential)| credential.cred_id().clone()).collect();
        let address = self.address(who.account.id).await?;
        let name = address.as_ref().map_or("街角", |address| address.revealed());
        let user = user_handle(who.account.id);
        let (asked, state) = webauthn.start_passkey_registration(user, name, name, Some(known))?;
        let mut options = written(&asked)?["publicKey"].take();
        // A passkey that its device can find by itself signs in without a mail.
        options["authenticatorSelection"]["residentKey"] = json!("preferred");
        self.ask_authenticator(options, &Ceremony::Register(user, Box::new(state))).await
    }

    /// Adds the passkey that answers; this browser has shown one thereby.
    pub async fn register(
        &self,
        who: &SignedIn,
        secret: TokenSecret,
        name: &str,
        answer: Value,
    ) -> Result<Passkey, PasskeyError> {
        let Ceremony::Register(user, state) = self.question(secret).await? else {
            return Err(PasskeyError::NoQuestion);
        };
        let account = who.account.id;
        if user != user_handle(account) || self.outstanding(who) == Some(Outstanding::Confirm) {
            return Err(PasskeyError::Unconfirmed);
        }
        let credential = self.webauthn()?.finish_passkey_registration(&read(answer)?, &state)?;
        let now = OffsetDateTime::now_utc();
        let passkey = Passkey { id: self.ids.next(now), name: name.to_owned(), created: now, used: None };
        let credential = written(&credential)?.to_string();
        let new = KeptPasskey { passkey: passkey.clone(), account, credential };
        self.store.passkeys().add_passkey(&new).await?;
        self.store.passkeys().confirm(account, &who.cookie, now).await?;
        Ok(passkey)
    }

    /// Asks for a passkey: one of somebody's who is signed in, or whichever a device offers.
    pub async fn ask_to_show(&self, who: Option<&SignedIn>) -> Result<Question, PasskeyError> {
        let webauthn = self.webauthn()?;
        let (asked, ceremony) = if let Some(who) = who {
            let kept = self.credentials(who.account.id).await?;
            let kept: Vec<Credential> = kept.into_iter().map(|(_, credential)| credential).collect();
            if kept.is_empty() {
                return Err(PasskeyError::None);
            }
            let (asked, state) = webauthn.start_passkey_authentication(&kept)?;
            (asked, Ceremony::Confirm(user_handle(who.account.id), Box::new(state)))
        } else {
            let (asked, state) = webauthn.start_discoverable_authentication()?;
            (asked, Ceremony::SignIn(Box::new(state)))
        };
        self.ask_authenticator(written(&asked)?["publicKey"].take(), &ceremony).await
    }

    /// Takes the passkey that is shown: it confirms the browser of somebody who is signed in, or signs in; then answers
    /// the account and the new cookie.
    pub async fn show(
        &self,
        who: Option<&SignedIn>,
        secret: TokenSecret,
        answer: Value,
    ) -> Result<Option<(Account, TokenSecret)>, PasskeyError> {
        let (webauthn, ceremony) = (self.webauthn()?, self.question(secret).await?);
        let answer = read(answer)?;
        let (account, shown) = match (&ceremony, who) {
            (Ceremony::Confirm(user, state), Some(who)) if *user == user_handle(who.account.id) => {
                (who.account.id, webauthn.finish_passkey_authentication(&answer, state)?)
            }
            (Ceremony::SignIn(state), None) => {
                let (user, id) = webauthn.identify_discoverable_authentication(&answer)?;
                let account = account_of(user).ok_or(PasskeyError::None)?;
                let kept = self.credentials(account).await?;
                let kept = kept.into_iter().find(|(_, credential)| credential.cred_id().as_slice() == id);
                let key = DiscoverableKey::from(&kept.ok_or(PasskeyError::None)?.1);
                let state = DiscoverableAuthentication::clone(state);
                (account, webauthn.finish_discoverable_authentication_v2(&answer, state, &key)?)
            }
            _ => return Err(PasskeyError::NoQuestion),
        };
        let now = OffsetDateTime::now_utc();
        for (id, mut credential) in self.credentials(account).await? {
            if credential.update_credential(&shown).is_some() {
                let credential = written(&credential)?.to_string();
                self.store.passkeys().used_passkey(id, &credential, now).await?;
            }
        }
        if let Some(who) = who {
            self.store.passkeys().confirm(account, &who.cookie, now).await?;
            return Ok(None);
        }
        let kept = self.store.accounts().account(account).await?.ok_or(PasskeyError::None)?;
        Ok(Some((kept.account, self.begin(&kept.account, true).await?)))
    }

    /// Takes a passkey away. False if there is none. The last one of the ward's own people stays.
    pub async fn drop_passkey(&self, who: &SignedIn, id: PasskeyId) -> Result<bool, PasskeyError> {
        let kept = self.passkeys(who.account.id).await?;
        if !kept.iter().any(|passkey| passkey.id == id) {
            return Ok(false);
        }
        if kept.len() == 1 && who.account.role.is_staff() {
            return Err(PasskeyError::Last);
        }
        let now = OffsetDateTime::now_utc();
        Ok(self.store.passkeys().drop_passkeys(who.account.id, Some(id), now).await? > 0)
    }

    fn webauthn(&self) -> Result<&Webauthn, PasskeyError> {
        self.passkeys.as_ref().ok_or(PasskeyError::NoName)
    }

    async fn credentials(&self, account: PersonId) -> Result<Vec<(PasskeyId, Credential)>, PasskeyError> {
        let kept = self.store.passkeys().passkeys(account).await?;
        let read = |kept: KeptPasskey| Ok((kept.passkey.id, parsed(&kept.credential)?));
        kept.into_iter().map(read).collect()
    }

    async fn ask_authenticator(&self, options: Value, state: &Ceremony) -> Result<Question, PasskeyError> {
        let secret = TokenSecret::random();
        let expires = OffsetDateTime::now_utc() + WAITS;
        let state = written(state)?.to_string();
        self.store.passkeys().keep_ceremony(&secret.hash(), &state, expires).await?;
        Ok(Question { secret, options })
    }

    async fn question(&self, secret: TokenSecret) -> Result<Ceremony, PasskeyError> {
        let now = OffsetDateTime::now_utc();
        let state = self.store.passkeys().take_ceremony(&secret.hash(), now).await?;
        parsed(&state.ok_or(PasskeyError::NoQuestion)?)
    }
}

/// How an authenticator knows an account: by its number, which says nothing about anybody.
const fn user_handle(account: PersonId) -> Uuid {
    Uuid::from_u128(account.bits() as u128)
}

fn account_of(user: Uuid) -> Option<PersonId> {
    u64::try_from(user.as_u128()).ok().and_then(|bits| PersonId::from_bits(bits).ok())
}

fn written(value: &impl Serialize) -> Result<Value, PasskeyError> {
    serde_json::to_value(value).map_err(|error| PasskeyError::Refused(error.to_string()))
}

/// Reads what a browser answers.
fn read<T: for<'a> Deserialize<'a>>(answer: Value) -> Result<T, PasskeyError> {
    serde_json::from_value(answer).map_err(|error| PasskeyError::Refused(error.to_string()))
}

/// Reads what was written down.
fn parsed<T: for<'a> Deserialize<'a>>(text: &str) -> Result<T, PasskeyError> {
    serde_json::from_str(text).map_err(|error| PasskeyError::Refused(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passkeys_are_bound_to_a_name_over_https_or_on_this_very_machine() {
        for there in
            ["https://machikado.ward.example", "https://ward.example:8443/map", "http://localhost:8080"]
        {
            assert!(passkeys_at(there).is_some(), "{there}");
        }
        for none in
            ["http://ward.example", "http://127.0.0.1:8080", "https://192.0.2.7", "https://[::1]", "街角"]
        {
            assert!(passkeys_at(none).is_none(), "{none}");
        }
    }

    #[test]
    fn an_account_is_found_by_the_handle_that_an_authenticator_keeps() {
        let account = PersonId::from_bits(12_345).unwrap();
        assert_eq!(account_of(user_handle(account)), Some(account));
        assert_eq!(account_of(Uuid::from_u128(0)), None);
        assert_eq!(account_of(Uuid::from_u128(u128::MAX)), None);
    }
}
