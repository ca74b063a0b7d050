//! The queue of mails: the table `notice`.

use sqlx::sqlite::SqliteConnection;
use time::macros::format_description;
use time::{Date, Duration, OffsetDateTime};

use super::cells::{Cells, failed, read_each, wrong};
use super::watch::{millis, moment};
use super::{news, watch};
use crate::domain::{ChangeSeq, MailState, Notice, NoticeKey, WatchId};
use crate::store::{DueNotice, NewNotice, RowError, StoreError};

const DOING: &str = "keeping the queue of mails";

/// Queues the mail that asks to confirm a watch, due at once.
pub(super) async fn ask_to_confirm(
    connection: &mut SqliteConnection,
    watch: WatchId,
    message: &str,
    due: OffsetDateTime,
) -> Result<(), StoreError> {
    insert(connection, watch, NoticeKey::Confirm, message, due).await.map(drop)
}

/// Queues a mail for an active watch. What is queued already is not queued again; news of a day is
/// added to the day's mail, or to the next day's once that is on its way.
pub(super) async fn queue(connection: &mut SqliteConnection, new: &NewNotice) -> Result<(), StoreError> {
    let (mut key, mut due) = (new.key, new.due);
    if !is_active(connection, new.watch).await? {
        return Ok(());
    }
    loop {
        // The first takes the message as it is; a later day's needs one of its own.
        let message =
            if key == new.key { new.message.clone() } else { format!("{}.{}", new.message, about(key)) };
        if let Some(number) = insert(connection, new.watch, key, &message, due).await? {
            return tell(connection, number, new).await;
        }
        let NoticeKey::Day(day) = key else { return Ok(()) };
        let (number, state) = known(connection, new.watch, key).await?;
        if state == MailState::Queued {
            return tell(connection, number, new).await;
        }
        let Some(next) = day.next_day() else { return Ok(()) };
        (key, due) = (NoticeKey::Day(next), due + Duration::DAY);
    }
}

async fn tell(connection: &mut SqliteConnection, number: i64, new: &NewNotice) -> Result<(), StoreError> {
    news::append(connection, number, &new.news).await?;
    let counted =
        sqlx::query("UPDATE notice SET more = more + ? WHERE number = ?").bind(new.more).bind(number);
    counted.execute(connection).await.map(drop).map_err(failed(DOING))
}

async fn is_active(connection: &mut SqliteConnection, id: WatchId) -> Result<bool, StoreError> {
    let sql = "SELECT count(*) FROM watch WHERE id = ? AND state = 'active'";
    let found = sqlx::query_scalar::<_, i64>(sql).bind(id.bits() as i64).fetch_one(connection).await;
    Ok(found.map_err(failed(DOING))? == 1)
}

/// The number of a new row; `None` if the watch has one of this key.
async fn insert(
    connection: &mut SqliteConnection,
    watch: WatchId,
    key: NoticeKey,
    message: &str,
    due: OffsetDateTime,
) -> Result<Option<i64>, StoreError> {
    let sql = "INSERT INTO notice (watch_id, about, message, state, due_ms) VALUES (?, ?, ?, 'queued', ?) \
               ON CONFLICT (watch_id, about) DO NOTHING RETURNING number";
    let query =
        sqlx::query_scalar(sql).bind(watch.bits() as i64).bind(about(key)).bind(message).bind(millis(due));
    query.fetch_optional(connection).await.map_err(failed(DOING))
}

async fn known(
    connection: &mut SqliteConnection,
    watch: WatchId,
    key: NoticeKey,
) -> Result<(i64, MailState), StoreError> {
    let row = sqlx::query("SELECT number, number AS id, state FROM notice WHERE watch_id = ? AND about = ?");
    let row =
        row.bind(watch.bits() as i64).bind(about(key)).fetch_one(connection).await.map_err(failed(DOING))?;
    let cells = Cells(&row);
    let read = || Ok((cells.of("number")?, cells.word("state")?));
    read().map_err(|source| StoreError::Row { table: "notice", id: cells.of("id").unwrap_or(0), source })
}

/// Takes what is due and marks it as being sent.
pub(super) async fn claim(
    connection: &mut SqliteConnection,
    now: OffsetDateTime,
    until: OffsetDateTime,
    limit: usize,
) -> Result<Vec<DueNotice>, StoreError> {
    let sql = "SELECT notice.number, notice.number AS row, notice.about, notice.message, notice.attempts, notice.more, \
               watch_address.sealed, watch.* \
               FROM notice JOIN watch ON watch.id = notice.watch_id \
               JOIN watch_address ON watch_address.watch_id = notice.watch_id \
               WHERE notice.state IN ('queued', 'sending') AND notice.due_ms <= ? \
               ORDER BY notice.due_ms, notice.number LIMIT ?";
    let rows = sqlx::query(sql).bind(millis(now)).bind(limit as i64).fetch_all(&mut *connection).await;
    let due = read_each("notice", &rows.map_err(failed(DOING))?, |cells| read_due(cells, until));
    let mut claimed = due.into_iter().collect::<Result<Vec<DueNotice>, _>>()?;
    for due in &mut claimed {
        let sql = "UPDATE notice SET state = 'sending', attempts = attempts + 1, due_ms = ? WHERE number = ?";
        let marked = sqlx::query(sql).bind(millis(until)).bind(due.notice.number);
        marked.execute(&mut *connection).await.map_err(failed(DOING))?;
        due.notice.news = news::of(connection, due.notice.number).await?;
    }
    Ok(claimed)
}

fn read_due(cells: &Cells<'_>, until: OffsetDateTime) -> Result<DueNotice, RowError> {
    let watch = watch::read(cells)?;
    let notice = Notice {
        number: cells.of("number")?,
        watch: watch.id,
        key: read_key(cells.of("about")?)?,
        message: cells.of("message")?,
        due: moment("due_ms", millis(until))?,
        attempts: cells.whole::<u32>("attempts")?.unwrap_or(0) + 1,
        news: Vec::new(),
        more: cells.whole("more")?.unwrap_or(0),
    };
    Ok(DueNotice { notice, watch, address: watch::sealed(cells)? })
}

/// How an attempt ended.
pub(super) async fn end(
    connection: &mut SqliteConnection,
    number: i64,
    state: MailState,
    due: Option<OffsetDateTime>,
    error: Option<&str>,
) -> Result<(), StoreError> {
    let sql = "UPDATE notice SET state = ?, due_ms = coalesce(?, due_ms), error = ? WHERE number = ?";
    let done = sqlx::query(sql).bind(state.slug()).bind(due.map(millis)).bind(error).bind(number);
    done.execute(connection).await.map(drop).map_err(failed(DOING))
}

/// The word a key is stored under.
fn about(key: NoticeKey) -> String {
    match key {
        NoticeKey::Confirm => "confirm".to_owned(),
        NoticeKey::Change(seq) => format!("change:{seq}"),
        NoticeKey::Day(day) => {
            format!("day:{:04}-{:02}-{:02}", day.year(), u8::from(day.month()), day.day())
        }
    }
}

fn read_key(text: &str) -> Result<NoticeKey, RowError> {
    match text.split_once(':') {
        None if text == "confirm" => Ok(NoticeKey::Confirm),
        Some(("change", seq)) => {
            seq.parse().map(|seq| NoticeKey::Change(ChangeSeq(seq))).map_err(|e| wrong("about", e))
        }
        Some(("day", day)) => Date::parse(day, format_description!("[year]-[month]-[day]"))
            .map(NoticeKey::Day)
            .map_err(|e| wrong("about", e)),
        _ => Err(wrong("about", format!("`{text}` is not confirm, change:SEQ or day:DATE"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::date;

    #[test]
    fn what_a_mail_is_about_reads_back_from_its_word() {
        for key in
            [NoticeKey::Confirm, NoticeKey::Change(ChangeSeq(43)), NoticeKey::Day(date!(2026 - 01 - 09))]
        {
            assert_eq!(read_key(&about(key)).unwrap(), key);
        }
        assert!(read_key("week:1").is_err());
    }
}
