//! Where people sign in and out.

use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use subtle::ConstantTimeEq as _;
use time::OffsetDateTime;
use tokio::sync::watch;

use webauthn_rs::Webauthn;

use super::address::{Of, address_key, open_address, seal_address};
use super::passkeys::passkeys_at;
use crate::app::mail::{Mail, Post, Secret, Token, TokenSecret};
use crate::app::wording::account as letters;
use crate::app::{AppError, Retention};
use crate::domain::{
    Account, EmailAddress, IdSource, Language, PersonId, PersonalToken, Role, SignInEntry, SignInId,
    TokenHash, TokenId,
};
use crate::store::{KeptAccount, SignIn, Store};

/// How long a link works.
const LINK_WORKS: time::Duration = time::Duration::minutes(15);
/// How long a browser that is not used stays signed in, and the ward's own people at most.
const UNUSED: time::Duration = time::Duration::days(30);
const STAFF_UNUSED: time::Duration = time::Duration::hours(12);
/// Use is noted no more often than this.
const NOTED: time::Duration = time::Duration::minutes(5);
const TIDY: Duration = Duration::from_mins(10);

/// Where people sign in and out.
pub struct AccountDesk {
    pub(super) store: Arc<dyn Store>,
    post: Arc<Post>,
    secret: Secret,
    pub(super) ids: IdSource,
    pub(super) passkeys: Option<Webauthn>,
}

/// Somebody who is signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignedIn {
    /// The account.
    pub account: Account,
    pub(super) cookie: TokenHash,
    /// True once a passkey was shown in this browser.
    pub(super) confirmed: bool,
    /// True if the account has a passkey.
    pub(super) has_passkey: bool,
}

/// What became of a link that was followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entered {
    /// The browser is signed in by this cookie.
    In(Account, TokenSecret),
    /// It was asked for in another browser.
    OtherBrowser(Language),
    /// It was used, is too old, or never was one.
    Nothing,
}

impl AccountDesk {
    /// Opens the desk; links and browsers that ran out are forgotten from now on until `stop` says so.
    pub(in crate::app) fn open(
        store: &Arc<dyn Store>,
        post: &Arc<Post>,
        retention: Retention,
        stop: watch::Receiver<bool>,
    ) -> Self {
        tokio::spawn(tidy(Arc::clone(store), retention.sign_ins, stop));
        Self {
            store: Arc::clone(store),
            post: Arc::clone(post),
            secret: post.options().secret.clone(),
            ids: IdSource::new(),
            passkeys: passkeys_at(post.public_url()),
        }
    }

    /// Mails a link that signs in whoever reads it. Answers what the browser has to keep until then.
    pub async fn ask(&self, address: EmailAddress, language: Language) -> Result<TokenSecret, AppError> {
        let now = OffsetDateTime::now_utc();
        let id: SignInId = self.ids.next(now);
        let (token, browser) = (Token { id, secret: TokenSecret::random() }, TokenSecret::random());
        let link = format!("{}/account/enter/{token}", self.post.public_url());
        let letter = letters::sign_in(self.post.public_url(), language, &link);
        let letter = self.post.seal(&format!("sign-in:{id}"), &Mail::to(address.clone(), letter))?;
        let asked = SignIn {
            id,
            token: token.secret.hash(),
            browser: browser.hash(),
            sealed: seal_address(&self.secret, Of::SignIn(id), &address),
            language,
            expires: now + LINK_WORKS,
        };
        self.store.accounts().ask(&asked, &[letter]).await?;
        self.post.wake();
        Ok(browser)
    }

    /// Whether a link works in a browser, in which language; it is not used up.
    pub async fn look(
        &self,
        token: Token<SignInId>,
        browser: Option<TokenSecret>,
    ) -> Result<Result<Language, Entered>, AppError> {
        Ok(self.valid(token, browser).await?.map(|asked| asked.language))
    }

    /// Signs a browser in by a link.
    pub async fn enter(
        &self,
        token: Token<SignInId>,
        browser: Option<TokenSecret>,
    ) -> Result<Entered, AppError> {
        let asked = match self.valid(token, browser).await? {
            Ok(asked) => asked,
            Err(refused) => return Ok(refused),
        };
        if !self.store.accounts().use_up(asked.id).await? {
            return Ok(Entered::Nothing);
        }
        let opened = open_address(&self.secret, Of::SignIn(asked.id), &asked.sealed);
        let address = opened.map_err(|_| AppError::OtherSecret)?;
        let account = open_account(&*self.store, &self.secret, &self.ids, &address, asked.language).await?;
        Ok(Entered::In(account, self.begin(&account, false).await?))
    }

    /// Signs a browser in by a new cookie.
    pub(super) async fn begin(&self, account: &Account, confirmed: bool) -> Result<TokenSecret, AppError> {
        let cookie = TokenSecret::random();
        let now = OffsetDateTime::now_utc();
        self.store.accounts().begin(account.id, &cookie.hash(), confirmed, now).await?;
        Ok(cookie)
    }

    async fn valid(
        &self,
        token: Token<SignInId>,
        browser: Option<TokenSecret>,
    ) -> Result<Result<SignIn, Entered>, AppError> {
        let asked = self.store.accounts().sign_in(token.id).await?;
        let now = OffsetDateTime::now_utc();
        let Some(asked) = asked.filter(|asked| token.opens(&asked.token) && now < asked.expires) else {
            return Ok(Err(Entered::Nothing));
        };
        let same = browser.is_some_and(|own| bool::from(own.hash().0.ct_eq(&asked.browser.0)));
        Ok(if same { Ok(asked) } else { Err(Entered::OtherBrowser(asked.language)) })
    }

    /// Who is signed in by a cookie.
    pub async fn signed_in(&self, cookie: TokenSecret) -> Result<Option<SignedIn>, AppError> {
        let (hash, now) = (cookie.hash(), OffsetDateTime::now_utc());
        let Some(session) = self.store.accounts().session(&hash).await? else { return Ok(None) };
        let most = if session.account.role.is_staff() { STAFF_UNUSED } else { UNUSED };
        if now - session.seen > most {
            return Ok(None);
        }
        if now - session.seen > NOTED {
            self.store.accounts().seen(&hash, now).await?;
        }
        let (confirmed, has_passkey) = (session.confirmed, session.has_passkey);
        Ok(Some(SignedIn { account: session.account, cookie: hash, confirmed, has_passkey }))
    }

    /// Signs this browser out, or all of them.
    pub async fn sign_out(&self, who: &SignedIn, everywhere: bool) -> Result<(), AppError> {
        let cookie = (!everywhere).then_some(&who.cookie);
        self.store.accounts().end(who.account.id, cookie, OffsetDateTime::now_utc()).await?;
        Ok(())
    }

    /// Who a program acts for by a personal token. The ward's own people review in a browser alone.
    pub async fn of_token(&self, token: TokenSecret) -> Result<Option<Account>, AppError> {
        let found = self.store.accounts().of_token(&token.hash(), OffsetDateTime::now_utc()).await?;
        Ok(found.filter(|account| !account.role.is_staff()))
    }

    /// Makes a personal token; it is shown this once. `None` for staff, and beyond ten.
    pub async fn add_token(&self, who: &Account, name: &str) -> Result<Option<TokenSecret>, AppError> {
        const MOST: usize = 10;
        if who.role.is_staff() || self.tokens(who.id).await?.len() >= MOST {
            return Ok(None);
        }
        let (now, secret) = (OffsetDateTime::now_utc(), TokenSecret::random());
        let token = PersonalToken { id: self.ids.next(now), name: name.to_owned(), created: now, used: None };
        self.store.accounts().add_token(who.id, &token, &secret.hash()).await?;
        Ok(Some(secret))
    }

    /// The personal tokens of an account.
    pub async fn tokens(&self, id: PersonId) -> Result<Vec<PersonalToken>, AppError> {
        Ok(self.store.accounts().tokens(id).await?)
    }

    /// Takes a personal token back. False if there is none.
    pub async fn drop_token(&self, account: PersonId, id: TokenId) -> Result<bool, AppError> {
        Ok(self.store.accounts().drop_token(account, id).await?)
    }

    /// The address of an account, for its owner.
    pub async fn address(&self, id: PersonId) -> Result<Option<EmailAddress>, AppError> {
        let kept = self.store.accounts().account(id).await?;
        let opened = kept.map(|kept| open_address(&self.secret, Of::Account(id), &kept.sealed));
        opened.transpose().map_err(|_| AppError::OtherSecret)
    }

    /// When the account was signed in and out, newest first.
    pub async fn log(&self, id: PersonId) -> Result<Vec<SignInEntry>, AppError> {
        const MOST: usize = 50;
        Ok(self.store.accounts().log(id, MOST).await?)
    }
}

/// The account of an address; a landlord's is made where there is none.
pub(super) async fn open_account(
    store: &dyn Store,
    secret: &Secret,
    ids: &IdSource,
    address: &EmailAddress,
    language: Language,
) -> Result<Account, AppError> {
    let key = address_key(secret, address);
    let now = OffsetDateTime::now_utc();
    let account = Account { id: ids.next(now), role: Role::Landlord, language, created: now };
    let sealed = seal_address(secret, Of::Account(account.id), address);
    // Two links of one address, followed at once, make one account.
    store.accounts().open(&KeptAccount { account, address_key: key, sealed }).await?;
    let kept = store.accounts().of_address(&key).await?;
    Ok(kept.map_or(account, |kept| kept.account))
}

async fn tidy(store: Arc<dyn Store>, logged: time::Duration, mut stop: watch::Receiver<bool>) {
    loop {
        let now = OffsetDateTime::now_utc();
        match store.accounts().forget(now, now - UNUSED, now - logged).await {
            Ok(0) => {}
            Ok(rows) => tracing::info!(rows, "forgot links, browsers and accounts that ran out"),
            Err(error) => tracing::error!(error = &error as &dyn Error, "cannot forget old links"),
        }
        tokio::select! {
            _ = stop.wait_for(|stop| *stop) => return,
            () = tokio::time::sleep(TIDY) => {}
        }
    }
}
