//! The queue of notices as the sender of mails sees it: each becomes a mail when its time has come,
//! so that it tells the listings as they then are.

use std::sync::Arc;

use async_trait::async_trait;
use time::{Duration, OffsetDateTime};

use super::letter::{Sheet, mail};
use super::{SearchReader, seal};
use crate::app::mail::{Due, MailOptions, Outgoing, Queue};
use crate::app::shown::Shown;
use crate::app::wording::{search_name, settled};
use crate::domain::{NoticeKey, Watch};
use crate::store::{DueNotice, Store, StoreError};

/// How long a watch may stay unconfirmed, and how long it is remembered that one was stopped.
const UNCONFIRMED: Duration = Duration::hours(48);

pub(super) struct Notices {
    pub(super) store: Arc<dyn Store>,
    /// Knows what the places in a search are called.
    pub(super) shown: Arc<Shown>,
    pub(super) options: MailOptions,
    pub(super) read_search: SearchReader,
}

impl Notices {
    fn mail(&self, due: DueNotice) -> Result<Option<Outgoing>, String> {
        let DueNotice { notice, watch, address } = due;
        let Ok(who) = seal::open(&self.options.secret, watch.id, &address) else {
            return Err("the address was sealed with another secret".to_owned());
        };
        let news = settled(notice.news);
        let nothing_left = news.is_empty() && notice.more == 0;
        if nothing_left && notice.key != NoticeKey::Confirm {
            return Ok(None); // What came went again before anybody was told.
        }
        let named = self.named(&watch);
        let sheet = Sheet { named: &named, key: notice.key, news: &news, more: notice.more };
        let mail = mail(&self.options.public_url, &watch, &who, &sheet);
        let written = Outgoing::written(&self.options, &mail, &notice.message);
        written.map(Some).map_err(|error| error.to_string())
    }

    fn named(&self, watch: &Watch) -> String {
        let search = (self.read_search)(&watch.query);
        search.map_or(String::new(), |search| search_name(watch.language, &self.shown.city(), &search))
    }
}

#[async_trait]
impl Queue for Notices {
    fn of(&self) -> &'static str {
        "notices of watches"
    }

    async fn claim(
        &self,
        now: OffsetDateTime,
        until: OffsetDateTime,
        limit: usize,
    ) -> Result<Vec<Due>, StoreError> {
        let due = self.store.watches().claim(now, until, limit).await?;
        let made = due.into_iter().map(|due| Due {
            number: due.notice.number,
            attempts: due.notice.attempts,
            mail: self.mail(due),
        });
        Ok(made.collect())
    }

    async fn sent(&self, number: i64) -> Result<(), StoreError> {
        self.store.watches().sent(number).await
    }

    async fn put_off(&self, number: i64, due: OffsetDateTime, error: &str) -> Result<(), StoreError> {
        self.store.watches().put_off(number, due, error).await
    }

    async fn give_up(&self, number: i64, error: &str) -> Result<(), StoreError> {
        self.store.watches().give_up(number, error).await
    }

    async fn forget(&self, now: OffsetDateTime) -> Result<u64, StoreError> {
        self.store.watches().forget(now - UNCONFIRMED).await
    }
}
