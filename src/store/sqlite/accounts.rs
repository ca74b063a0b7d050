//! Accounts: the tables `account`, `account_address`, `sign_in`, `session` and `sign_in_log`. Each call is one
//! transaction, letters included.

use async_trait::async_trait;
use sqlx::sqlite::{SqliteConnection, SqliteRow};
use time::OffsetDateTime;

use super::cells::{Cells, failed, insert, read_each, wrong};
use super::enquiries::with_letters;
use super::watch::{millis, moment, sealed};
use super::{SqliteStore, commit};
use crate::domain::{
    Account, Language, PersonId, PersonalToken, Role, SignInEntry, SignInEvent, SignInId, TokenHash, TokenId,
    UnknownLanguage,
};
use crate::store::accounts::{Accounts, KeptAccount, Session, SignIn};
use crate::store::{NewLetter, RowError, StoreError};

const DOING: &str = "keeping accounts";
/// Accounts that nobody uses: not signed in, no program in their name, no offer.
const UNUSED: &str = "DELETE FROM account WHERE role IN ('landlord', 'broker') AND created_ms < ?1 \
    AND NOT EXISTS (SELECT 1 FROM offer WHERE account_id = account.id) \
    AND NOT EXISTS (SELECT 1 FROM session WHERE account_id = account.id AND seen_ms >= ?1) \
    AND NOT EXISTS (SELECT 1 FROM sign_in_log WHERE account_id = account.id AND at_ms >= ?1) \
    AND NOT EXISTS (SELECT 1 FROM token WHERE account_id = account.id AND used_ms >= ?1)";
const KEPT: &str = "SELECT * FROM account JOIN account_address ON account_id = id";

#[async_trait]
impl Accounts for SqliteStore {
    async fn ask(&self, asked: &SignIn, letters: &[NewLetter]) -> Result<(), StoreError> {
        let mut writing = self.write().await?;
        let record = vec![
            ("id", asked.id.into()),
            ("token", asked.token.0.to_vec().into()),
            ("browser", asked.browser.0.to_vec().into()),
            ("sealed", asked.sealed.0.clone().into()),
            ("language", asked.language.slug().into()),
            ("expires_ms", millis(asked.expires).into()),
        ];
        insert(&mut writing, "sign_in", record).await?;
        with_letters(writing, true, letters).await.map(drop)
    }

    async fn sign_in(&self, id: SignInId) -> Result<Option<SignIn>, StoreError> {
        let mut reading = self.read().await?;
        let rows = sqlx::query("SELECT * FROM sign_in WHERE id = ?").bind(id.bits() as i64);
        let rows = rows.fetch_all(&mut *reading).await.map_err(failed(DOING))?;
        read_each("sign_in", &rows, read_sign_in).pop().transpose()
    }

    async fn use_up(&self, id: SignInId) -> Result<bool, StoreError> {
        let mut writing = self.write().await?;
        let gone = sqlx::query("DELETE FROM sign_in WHERE id = ?").bind(id.bits() as i64);
        let gone = gone.execute(&mut *writing).await.map_err(failed(DOING))?.rows_affected() == 1;
        commit(writing).await?;
        Ok(gone)
    }

    async fn open(&self, new: &KeptAccount) -> Result<bool, StoreError> {
        let mut writing = self.write().await?;
        let account = &new.account;
        let sql = "INSERT INTO account (id, role, language, address_key, created_ms) VALUES (?, ?, ?, ?, ?) \
                   ON CONFLICT (address_key) DO NOTHING";
        let made = sqlx::query(sql)
            .bind(account.id.bits() as i64)
            .bind(account.role.slug())
            .bind(account.language.slug())
            .bind(new.address_key.0.as_slice())
            .bind(millis(account.created));
        if made.execute(&mut *writing).await.map_err(failed(DOING))?.rows_affected() == 0 {
            return Ok(false);
        }
        let address = vec![("account_id", account.id.into()), ("sealed", new.sealed.0.clone().into())];
        insert(&mut writing, "account_address", address).await?;
        commit(writing).await?;
        Ok(true)
    }

    async fn of_address(&self, key: &TokenHash) -> Result<Option<KeptAccount>, StoreError> {
        let mut reading = self.read().await?;
        let sql = format!("{KEPT} WHERE address_key = ?");
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(key.0.as_slice());
        kept(&rows.fetch_all(&mut *reading).await.map_err(failed(DOING))?).map(|mut all| all.pop())
    }

    async fn account(&self, id: PersonId) -> Result<Option<KeptAccount>, StoreError> {
        let mut reading = self.read().await?;
        let rows = sqlx::query(sqlx::AssertSqlSafe(format!("{KEPT} WHERE id = ?"))).bind(id.bits() as i64);
        kept(&rows.fetch_all(&mut *reading).await.map_err(failed(DOING))?).map(|mut all| all.pop())
    }

    async fn all_accounts(&self) -> Result<Vec<KeptAccount>, StoreError> {
        let mut reading = self.read().await?;
        let rows = sqlx::query(sqlx::AssertSqlSafe(format!("{KEPT} ORDER BY id")));
        kept(&rows.fetch_all(&mut *reading).await.map_err(failed(DOING))?)
    }

    async fn grant(&self, id: PersonId, role: Role) -> Result<bool, StoreError> {
        let mut writing = self.write().await?;
        let done = sqlx::query("UPDATE account SET role = ? WHERE id = ?");
        let done = done.bind(role.slug()).bind(id.bits() as i64).execute(&mut *writing).await;
        let done = done.map_err(failed(DOING))?.rows_affected() == 1;
        commit(writing).await?;
        Ok(done)
    }

    async fn close_account(&self, id: PersonId) -> Result<bool, StoreError> {
        let mut writing = self.write().await?;
        let gone = sqlx::query("DELETE FROM account WHERE id = ?").bind(id.bits() as i64);
        let gone = gone.execute(&mut *writing).await.map_err(failed(DOING))?.rows_affected() == 1;
        commit(writing).await?;
        Ok(gone)
    }

    async fn begin(
        &self,
        account: PersonId,
        cookie: &TokenHash,
        confirmed: bool,
        at: OffsetDateTime,
    ) -> Result<(), StoreError> {
        let mut writing = self.write().await?;
        let session = vec![
            ("cookie", cookie.0.to_vec().into()),
            ("account_id", account.into()),
            ("created_ms", millis(at).into()),
            ("seen_ms", millis(at).into()),
            ("confirmed_ms", confirmed.then(|| millis(at)).into()),
        ];
        insert(&mut writing, "session", session).await?;
        let what = if confirmed { SignInEvent::SignedInByPasskey } else { SignInEvent::SignedIn };
        log(&mut writing, account, what, at).await?;
        commit(writing).await
    }

    async fn session(&self, cookie: &TokenHash) -> Result<Option<Session>, StoreError> {
        let mut reading = self.read().await?;
        let sql = "SELECT account.*, session.created_ms AS since_ms, session.seen_ms, \
                   session.confirmed_ms IS NOT NULL AS confirmed, \
                   EXISTS (SELECT 1 FROM passkey WHERE account_id = account.id) AS has_passkey \
                   FROM session JOIN account ON account.id = session.account_id WHERE cookie = ?";
        let rows = sqlx::query(sql).bind(cookie.0.as_slice()).fetch_all(&mut *reading).await;
        let read = |cells: &Cells<'_>| {
            Ok(Session {
                cookie: *cookie,
                account: read_account(cells)?,
                created: moment("since_ms", cells.of("since_ms")?)?,
                seen: moment("seen_ms", cells.of("seen_ms")?)?,
                confirmed: cells.of("confirmed")?,
                has_passkey: cells.of("has_passkey")?,
            })
        };
        read_each("session", &rows.map_err(failed(DOING))?, read).pop().transpose()
    }

    async fn seen(&self, cookie: &TokenHash, at: OffsetDateTime) -> Result<(), StoreError> {
        let mut writing = self.write().await?;
        let done = sqlx::query("UPDATE session SET seen_ms = ? WHERE cookie = ?").bind(millis(at));
        done.bind(cookie.0.as_slice()).execute(&mut *writing).await.map_err(failed(DOING))?;
        commit(writing).await
    }

    async fn end(
        &self,
        account: PersonId,
        cookie: Option<&TokenHash>,
        at: OffsetDateTime,
    ) -> Result<u64, StoreError> {
        let mut writing = self.write().await?;
        let sql = "DELETE FROM session WHERE account_id = ?1 AND (?2 IS NULL OR cookie = ?2)";
        let gone = sqlx::query(sql).bind(account.bits() as i64).bind(cookie.map(|c| c.0.to_vec()));
        let gone = gone.execute(&mut *writing).await.map_err(failed(DOING))?.rows_affected();
        let what = if cookie.is_some() { SignInEvent::SignedOut } else { SignInEvent::SignedOutEverywhere };
        log(&mut writing, account, what, at).await?;
        commit(writing).await?;
        Ok(gone)
    }

    async fn add_token(
        &self,
        account: PersonId,
        token: &PersonalToken,
        hash: &TokenHash,
    ) -> Result<(), StoreError> {
        let mut writing = self.write().await?;
        let record = vec![
            ("id", token.id.into()),
            ("account_id", account.into()),
            ("name", token.name.as_str().into()),
            ("hash", hash.0.to_vec().into()),
            ("created_ms", millis(token.created).into()),
            ("used_ms", token.used.map(millis).into()),
        ];
        insert(&mut writing, "token", record).await?;
        commit(writing).await
    }

    async fn tokens(&self, account: PersonId) -> Result<Vec<PersonalToken>, StoreError> {
        let mut reading = self.read().await?;
        let rows = sqlx::query("SELECT * FROM token WHERE account_id = ? ORDER BY id");
        let rows = rows.bind(account.bits() as i64).fetch_all(&mut *reading).await;
        let read = |cells: &Cells<'_>| {
            let used: Option<i64> = cells.of("used_ms")?;
            Ok(PersonalToken {
                id: cells.id("id")?,
                name: cells.of("name")?,
                created: moment("created_ms", cells.of("created_ms")?)?,
                used: used.map(|ms| moment("used_ms", ms)).transpose()?,
            })
        };
        read_each("token", &rows.map_err(failed(DOING))?, read).into_iter().collect()
    }

    async fn of_token(&self, hash: &TokenHash, at: OffsetDateTime) -> Result<Option<Account>, StoreError> {
        let mut writing = self.write().await?;
        let used = sqlx::query("UPDATE token SET used_ms = ? WHERE hash = ?").bind(millis(at));
        used.bind(hash.0.as_slice()).execute(&mut *writing).await.map_err(failed(DOING))?;
        let sql = "SELECT account.* FROM token JOIN account ON account.id = account_id WHERE hash = ?";
        let rows = sqlx::query(sql).bind(hash.0.as_slice()).fetch_all(&mut *writing).await;
        let account = read_each("account", &rows.map_err(failed(DOING))?, read_account).pop().transpose()?;
        commit(writing).await?;
        Ok(account)
    }

    async fn drop_token(&self, account: PersonId, id: TokenId) -> Result<bool, StoreError> {
        let mut writing = self.write().await?;
        let gone = sqlx::query("DELETE FROM token WHERE account_id = ? AND id = ?");
        let gone = gone.bind(account.bits() as i64).bind(id.bits() as i64).execute(&mut *writing).await;
        let gone = gone.map_err(failed(DOING))?.rows_affected() == 1;
        commit(writing).await?;
        Ok(gone)
    }

    async fn log(&self, account: PersonId, limit: usize) -> Result<Vec<SignInEntry>, StoreError> {
        let mut reading = self.read().await?;
        let sql = "SELECT *, account_id AS id FROM sign_in_log WHERE account_id = ? \
                   ORDER BY at_ms DESC, rowid DESC LIMIT ?";
        let rows = sqlx::query(sql).bind(account.bits() as i64).bind(limit as i64);
        let rows = rows.fetch_all(&mut *reading).await.map_err(failed(DOING))?;
        let read = |cells: &Cells<'_>| {
            Ok(SignInEntry { at: moment("at_ms", cells.of("at_ms")?)?, what: cells.word("what")? })
        };
        read_each("sign_in_log", &rows, read).into_iter().collect()
    }

    async fn forget(
        &self,
        now: OffsetDateTime,
        unseen_since: OffsetDateTime,
        logged_before: OffsetDateTime,
    ) -> Result<u64, StoreError> {
        let mut writing = self.write().await?;
        let mut gone = 0;
        for (sql, before) in [
            ("DELETE FROM sign_in WHERE expires_ms < ?", now),
            ("DELETE FROM ceremony WHERE expires_ms < ?", now),
            ("DELETE FROM session WHERE seen_ms < ?", unseen_since),
            ("DELETE FROM sign_in_log WHERE at_ms < ?", logged_before),
            (UNUSED, logged_before),
        ] {
            let done = sqlx::query(sql).bind(millis(before)).execute(&mut *writing).await;
            gone += done.map_err(failed(DOING))?.rows_affected();
        }
        commit(writing).await?;
        Ok(gone)
    }
}

/// Writes a line of the log of sign-ins.
pub(super) async fn log(
    connection: &mut SqliteConnection,
    account: PersonId,
    what: SignInEvent,
    at: OffsetDateTime,
) -> Result<(), StoreError> {
    let entry =
        vec![("account_id", account.into()), ("at_ms", millis(at).into()), ("what", what.slug().into())];
    insert(connection, "sign_in_log", entry).await
}

/// Every account, or why it cannot be read.
pub(super) async fn all(
    connection: &mut SqliteConnection,
) -> Result<Vec<Result<Account, StoreError>>, StoreError> {
    let rows = sqlx::query("SELECT * FROM account ORDER BY id").fetch_all(connection).await;
    Ok(read_each("account", &rows.map_err(failed(DOING))?, read_account))
}

fn kept(rows: &[SqliteRow]) -> Result<Vec<KeptAccount>, StoreError> {
    let read = |cells: &Cells<'_>| {
        Ok(KeptAccount {
            account: read_account(cells)?,
            address_key: hash(cells, "address_key")?,
            sealed: sealed(cells)?,
        })
    };
    read_each("account", rows, read).into_iter().collect()
}

fn read_account(cells: &Cells<'_>) -> Result<Account, RowError> {
    Ok(Account {
        id: cells.id("id")?,
        role: cells.word("role")?,
        language: language(cells)?,
        created: moment("created_ms", cells.of("created_ms")?)?,
    })
}

fn read_sign_in(cells: &Cells<'_>) -> Result<SignIn, RowError> {
    Ok(SignIn {
        id: cells.id("id")?,
        token: hash(cells, "token")?,
        browser: hash(cells, "browser")?,
        sealed: sealed(cells)?,
        language: language(cells)?,
        expires: moment("expires_ms", cells.of("expires_ms")?)?,
    })
}

fn language(cells: &Cells<'_>) -> Result<Language, RowError> {
    cells.of::<&str>("language")?.parse().map_err(|e: UnknownLanguage| wrong("language", e))
}

fn hash(cells: &Cells<'_>, column: &'static str) -> Result<TokenHash, RowError> {
    let bytes: &[u8] = cells.of(column)?;
    bytes.try_into().map(TokenHash).map_err(|e| wrong(column, e))
}
