//! Passkeys: the tables `passkey` and `ceremony`, and what a session knows of them.

use async_trait::async_trait;
use time::OffsetDateTime;

use super::accounts::log;
use super::cells::{Cells, failed, insert, read_each};
use super::watch::{millis, moment};
use super::{SqliteStore, commit};
use crate::domain::{Passkey, PasskeyId, PersonId, SignInEvent, TokenHash};
use crate::store::StoreError;
use crate::store::passkeys::{KeptPasskey, Passkeys};

const DOING: &str = "keeping passkeys";

#[async_trait]
impl Passkeys for SqliteStore {
    async fn add_passkey(&self, new: &KeptPasskey) -> Result<(), StoreError> {
        let mut writing = self.write().await?;
        let record = vec![
            ("id", new.passkey.id.into()),
            ("account_id", new.account.into()),
            ("name", new.passkey.name.as_str().into()),
            ("credential", new.credential.as_str().into()),
            ("created_ms", millis(new.passkey.created).into()),
            ("used_ms", new.passkey.used.map(millis).into()),
        ];
        insert(&mut writing, "passkey", record).await?;
        log(&mut writing, new.account, SignInEvent::PasskeyAdded, new.passkey.created).await?;
        commit(writing).await
    }

    async fn passkeys(&self, account: PersonId) -> Result<Vec<KeptPasskey>, StoreError> {
        let mut reading = self.read().await?;
        let rows = sqlx::query("SELECT * FROM passkey WHERE account_id = ? ORDER BY id");
        let rows = rows.bind(account.bits() as i64).fetch_all(&mut *reading).await;
        let read = |cells: &Cells<'_>| {
            let used: Option<i64> = cells.of("used_ms")?;
            Ok(KeptPasskey {
                passkey: Passkey {
                    id: cells.id("id")?,
                    name: cells.of("name")?,
                    created: moment("created_ms", cells.of("created_ms")?)?,
                    used: used.map(|ms| moment("used_ms", ms)).transpose()?,
                },
                account,
                credential: cells.of("credential")?,
            })
        };
        read_each("passkey", &rows.map_err(failed(DOING))?, read).into_iter().collect()
    }

    async fn used_passkey(
        &self,
        id: PasskeyId,
        credential: &str,
        at: OffsetDateTime,
    ) -> Result<(), StoreError> {
        let mut writing = self.write().await?;
        let done = sqlx::query("UPDATE passkey SET credential = ?, used_ms = ? WHERE id = ?");
        let done = done.bind(credential).bind(millis(at)).bind(id.bits() as i64);
        done.execute(&mut *writing).await.map_err(failed(DOING))?;
        commit(writing).await
    }

    async fn drop_passkeys(
        &self,
        account: PersonId,
        id: Option<PasskeyId>,
        at: OffsetDateTime,
    ) -> Result<u64, StoreError> {
        let mut writing = self.write().await?;
        let gone = sqlx::query("DELETE FROM passkey WHERE account_id = ?1 AND (?2 IS NULL OR id = ?2)");
        let gone = gone.bind(account.bits() as i64).bind(id.map(|id| id.bits() as i64));
        let gone = gone.execute(&mut *writing).await.map_err(failed(DOING))?.rows_affected();
        if gone > 0 {
            log(&mut writing, account, SignInEvent::PasskeyRemoved, at).await?;
        }
        commit(writing).await?;
        Ok(gone)
    }

    async fn confirm(
        &self,
        account: PersonId,
        cookie: &TokenHash,
        at: OffsetDateTime,
    ) -> Result<(), StoreError> {
        let mut writing = self.write().await?;
        let done = sqlx::query("UPDATE session SET confirmed_ms = ? WHERE cookie = ? AND account_id = ?");
        let done = done.bind(millis(at)).bind(cookie.0.as_slice()).bind(account.bits() as i64);
        if done.execute(&mut *writing).await.map_err(failed(DOING))?.rows_affected() > 0 {
            log(&mut writing, account, SignInEvent::Confirmed, at).await?;
        }
        commit(writing).await
    }

    async fn keep_ceremony(
        &self,
        hash: &TokenHash,
        state: &str,
        expires: OffsetDateTime,
    ) -> Result<(), StoreError> {
        let mut writing = self.write().await?;
        let record = vec![
            ("hash", hash.0.to_vec().into()),
            ("state", state.into()),
            ("expires_ms", millis(expires).into()),
        ];
        insert(&mut writing, "ceremony", record).await?;
        commit(writing).await
    }

    async fn take_ceremony(
        &self,
        hash: &TokenHash,
        now: OffsetDateTime,
    ) -> Result<Option<String>, StoreError> {
        let mut writing = self.write().await?;
        let sql = "DELETE FROM ceremony WHERE hash = ? RETURNING state, expires_ms";
        let found: Option<(String, i64)> = sqlx::query_as(sql)
            .bind(hash.0.as_slice())
            .fetch_optional(&mut *writing)
            .await
            .map_err(failed(DOING))?;
        commit(writing).await?;
        Ok(found.filter(|(_, expires)| millis(now) < *expires).map(|(state, _)| state))
    }
}
