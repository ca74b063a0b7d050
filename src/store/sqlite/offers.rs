//! Offers: the tables `offer`, `offer_field`, `offer_published`, `offer_photo`, `offer_entry` and `offer_note`. Each call is one
//! transaction, with the listing and letters that go with it.

use std::collections::HashMap;

use async_trait::async_trait;
use sqlx::AssertSqlSafe;
use sqlx::sqlite::{SqliteConnection, SqliteRow};
use time::OffsetDateTime;

use super::cells::{Cells, failed, insert, read_each, wrong};
use super::watch::{millis, moment};
use super::{SqliteStore, change, commit, enquiry, letter, listing};
use crate::domain::{
    Claim, Command, Draft, DraftField, Listing, ListingId, Offer, OfferEntry, OfferPhoto, PersonId, Photo,
    Reason, Revision, Standing, Subject, UnknownActor,
};
use crate::store::{OfferStep, Offers, RowError, StoreError, Written};

const DOING: &str = "keeping offers";

#[async_trait]
impl Offers for SqliteStore {
    async fn begin(&self, offers: &[Offer]) -> Result<(), StoreError> {
        let mut writing = self.write().await?;
        for offer in offers {
            let record = vec![
                ("id", offer.id.into()),
                ("account_id", offer.by.into()),
                ("own_key", (&offer.own_key).into()),
                ("state", offer.standing.state.slug().into()),
                ("revision", offer.standing.revision.map(Revision::slug).into()),
                ("version", (offer.version as i64).into()),
                ("submitted_ms", offer.submitted.map(millis).into()),
                ("consent", (&offer.consent).into()),
                ("created_ms", millis(offer.created).into()),
                ("touched_ms", millis(offer.touched).into()),
            ];
            insert(&mut writing, "offer", record).await?;
            write_draft(&mut writing, offer.id, &offer.draft).await?;
            write_photos(&mut writing, offer.id, &offer.photos).await?;
        }
        commit(writing).await
    }

    async fn offer(&self, id: ListingId) -> Result<Option<Offer>, StoreError> {
        let mut reading = self.read().await?;
        Ok(read_where(&mut reading, "id = ?", Some(id.bits() as i64)).await?.pop())
    }

    async fn of_key(&self, by: PersonId, key: &str) -> Result<Option<Offer>, StoreError> {
        let mut reading = self.read().await?;
        let id = sqlx::query_scalar("SELECT id FROM offer WHERE account_id = ? AND own_key = ?");
        let id: Option<i64> =
            id.bind(by.bits() as i64).bind(key).fetch_optional(&mut *reading).await.map_err(failed(DOING))?;
        match id {
            Some(id) => Ok(read_where(&mut reading, "id = ?", Some(id)).await?.pop()),
            None => Ok(None),
        }
    }

    async fn of_account(&self, by: PersonId) -> Result<Vec<Offer>, StoreError> {
        let mut reading = self.read().await?;
        let which = "account_id = ? ORDER BY touched_ms DESC, id DESC";
        read_where(&mut reading, which, Some(by.bits() as i64)).await
    }

    async fn waiting(&self) -> Result<Vec<Offer>, StoreError> {
        let mut reading = self.read().await?;
        let which = "state = 'submitted' OR revision = 'submitted' ORDER BY submitted_ms, id";
        read_where(&mut reading, which, None).await
    }

    async fn public(&self) -> Result<Vec<Offer>, StoreError> {
        let mut reading = self.read().await?;
        read_where(&mut reading, "state = 'published' ORDER BY id", None).await
    }

    async fn all(&self) -> Result<Vec<Offer>, StoreError> {
        let mut reading = self.read().await?;
        read_where(&mut reading, "true ORDER BY id", None).await
    }

    async fn untouched_since(&self, since: OffsetDateTime) -> Result<Vec<Offer>, StoreError> {
        let mut reading = self.read().await?;
        read_where(&mut reading, "touched_ms < ? ORDER BY id", Some(millis(since))).await
    }

    async fn save(
        &self,
        id: ListingId,
        version: u64,
        standing: Standing,
        draft: &Draft,
        photos: &[OfferPhoto],
        at: OffsetDateTime,
    ) -> Result<Written, StoreError> {
        let mut writing = self.write().await?;
        if !moves_on(&mut writing, id, version, standing, at).await? {
            return Ok(Written::Stale);
        }
        write_draft(&mut writing, id, draft).await?;
        write_photos(&mut writing, id, photos).await?;
        commit(writing).await?;
        Ok(Written::Done(None))
    }

    async fn advance(&self, step: &OfferStep<'_>) -> Result<Written, StoreError> {
        let listing = step.listing.cloned().map(|listing| {
            let id = listing.id;
            listing.checked().map_err(|source| StoreError::NotAListing { id, source })
        });
        let listing: Option<Listing> = listing.transpose()?;
        let mut writing = self.write().await?;
        if !moves_on(&mut writing, step.id, step.version, step.standing, step.entry.at).await? {
            return Ok(Written::Stale);
        }
        // A message leaves the claim alone.
        if step.entry.command.is_some() {
            let sql = "UPDATE offer SET claimed_by = NULL, claimed_ms = NULL, \
                       submitted_ms = coalesce(?, submitted_ms), consent = coalesce(?, consent) WHERE id = ?";
            let done = sqlx::query(sql).bind(step.submitted.map(millis)).bind(step.consent);
            done.bind(step.id.bits() as i64).execute(&mut *writing).await.map_err(failed(DOING))?;
        }
        if let Some((draft, photos)) = step.draft {
            write_draft(&mut writing, step.id, draft).await?;
            write_photos(&mut writing, step.id, photos).await?;
        }
        if step.publishes {
            publish_draft(&mut writing, step.id).await?;
        }
        append(&mut writing, step.id, &step.entry).await?;
        if let Some(contact) = &step.contact {
            enquiry::set_contact(&mut writing, step.id, contact.as_ref()).await?;
        }
        letter::queue(&mut writing, step.letters).await?;
        let mut seq = None;
        if let Some(listing) = &listing {
            listing::put(&mut writing, listing).await?;
            seq = Some(change::append(&mut writing, Subject::Listing(step.id), step.entry.actor).await?);
        }
        commit(writing).await?;
        Ok(Written::Done(seq))
    }

    async fn claim(&self, id: ListingId, claim: Option<Claim>) -> Result<(), StoreError> {
        let mut writing = self.write().await?;
        let done = sqlx::query("UPDATE offer SET claimed_by = ?, claimed_ms = ? WHERE id = ?")
            .bind(claim.map(|claim| claim.by.bits() as i64))
            .bind(claim.map(|claim| millis(claim.at)))
            .bind(id.bits() as i64);
        done.execute(&mut *writing).await.map_err(failed(DOING))?;
        commit(writing).await
    }

    async fn remove(&self, id: ListingId, version: u64) -> Result<Written, StoreError> {
        let mut writing = self.write().await?;
        let gone = sqlx::query("DELETE FROM offer WHERE id = ? AND version = ?");
        let gone = gone.bind(id.bits() as i64).bind(version as i64).execute(&mut *writing).await;
        if gone.map_err(failed(DOING))?.rows_affected() == 0 {
            return Ok(Written::Stale);
        }
        commit(writing).await?;
        Ok(Written::Done(None))
    }

    async fn entries(&self, id: ListingId) -> Result<Vec<OfferEntry>, StoreError> {
        let mut reading = self.read().await?;
        let sql = "SELECT offer_entry.*, offer_entry.offer_id AS id, words FROM offer_entry \
                   LEFT JOIN offer_note USING (offer_id, number) WHERE offer_entry.offer_id = ? ORDER BY number";
        let rows = sqlx::query(sql).bind(id.bits() as i64).fetch_all(&mut *reading).await;
        read_each("offer_entry", &rows.map_err(failed(DOING))?, read_entry).into_iter().collect()
    }

    async fn entries_since(&self, since: OffsetDateTime) -> Result<Vec<(ListingId, OfferEntry)>, StoreError> {
        let mut reading = self.read().await?;
        let sql = "SELECT *, offer_id AS id, NULL AS words FROM offer_entry WHERE at_ms >= ? ORDER BY at_ms";
        let rows = sqlx::query(sql).bind(millis(since)).fetch_all(&mut *reading).await;
        let read = |cells: &Cells<'_>| Ok((cells.id("offer_id")?, read_entry(cells)?));
        read_each("offer_entry", &rows.map_err(failed(DOING))?, read).into_iter().collect()
    }

    async fn same_pictures(&self, id: ListingId) -> Result<Vec<(String, ListingId)>, StoreError> {
        let mut reading = self.read().await?;
        let sql = "SELECT other.name, other.offer_id, other.offer_id AS id FROM offer_photo AS own \
                   JOIN offer_photo AS other ON other.name = own.name AND other.offer_id <> own.offer_id \
                   WHERE own.offer_id = ? ORDER BY own.position, other.offer_id";
        let rows = sqlx::query(sql).bind(id.bits() as i64).fetch_all(&mut *reading).await;
        let read = |cells: &Cells<'_>| Ok((cells.of("name")?, cells.id("offer_id")?));
        read_each("offer_photo", &rows.map_err(failed(DOING))?, read).into_iter().collect()
    }

    async fn photo_names(&self) -> Result<Vec<String>, StoreError> {
        let mut reading = self.read().await?;
        let sql = "SELECT name FROM offer_photo UNION SELECT name FROM photo";
        sqlx::query_scalar(sql).fetch_all(&mut *reading).await.map_err(failed(DOING))
    }
}

/// Writes where an offer stands and counts the write; false if somebody else wrote since `version`.
async fn moves_on(
    connection: &mut SqliteConnection,
    id: ListingId,
    version: u64,
    standing: Standing,
    at: OffsetDateTime,
) -> Result<bool, StoreError> {
    let sql = "UPDATE offer SET state = ?, revision = ?, touched_ms = ?, version = version + 1 \
               WHERE id = ? AND version = ?";
    let done = sqlx::query(sql)
        .bind(standing.state.slug())
        .bind(standing.revision.map(Revision::slug))
        .bind(millis(at))
        .bind(id.bits() as i64)
        .bind(version as i64)
        .execute(connection)
        .await;
    Ok(done.map_err(failed(DOING))?.rows_affected() == 1)
}

async fn write_draft(
    connection: &mut SqliteConnection,
    id: ListingId,
    draft: &Draft,
) -> Result<(), StoreError> {
    let gone = sqlx::query("DELETE FROM offer_field WHERE offer_id = ?").bind(id.bits() as i64);
    gone.execute(&mut *connection).await.map_err(failed(DOING))?;
    for (field, value) in draft.iter() {
        let row = vec![("offer_id", id.into()), ("field", field.slug().into()), ("value", value.into())];
        insert(connection, "offer_field", row).await?;
    }
    Ok(())
}

async fn publish_draft(connection: &mut SqliteConnection, id: ListingId) -> Result<(), StoreError> {
    for sql in [
        "DELETE FROM offer_published WHERE offer_id = ?",
        "INSERT INTO offer_published SELECT * FROM offer_field WHERE offer_id = ?",
    ] {
        let done = sqlx::query(sql).bind(id.bits() as i64).execute(&mut *connection).await;
        done.map_err(failed(DOING))?;
    }
    Ok(())
}

async fn write_photos(
    connection: &mut SqliteConnection,
    id: ListingId,
    photos: &[OfferPhoto],
) -> Result<(), StoreError> {
    let gone = sqlx::query("DELETE FROM offer_photo WHERE offer_id = ?").bind(id.bits() as i64);
    gone.execute(&mut *connection).await.map_err(failed(DOING))?;
    for (position, photo) in (0i64..).zip(photos) {
        let row = vec![
            ("offer_id", id.into()),
            ("position", position.into()),
            ("name", photo.photo.name.as_str().into()),
            ("alt", photo.photo.alt.as_str().into()),
            ("hidden", photo.hidden.into()),
        ];
        insert(connection, "offer_photo", row).await?;
    }
    Ok(())
}

async fn append(
    connection: &mut SqliteConnection,
    id: ListingId,
    entry: &OfferEntry,
) -> Result<(), StoreError> {
    let sql = "SELECT coalesce(max(number), 0) + 1 FROM offer_entry WHERE offer_id = ?";
    let number: i64 = sqlx::query_scalar(sql)
        .bind(id.bits() as i64)
        .fetch_one(&mut *connection)
        .await
        .map_err(failed(DOING))?;
    let row = vec![
        ("offer_id", id.into()),
        ("number", number.into()),
        ("at_ms", millis(entry.at).into()),
        ("actor", entry.actor.to_string().into()),
        ("command", entry.command.map(Command::slug).into()),
        ("state", entry.state.slug().into()),
        ("reason", entry.reason.map(Reason::slug).into()),
    ];
    insert(connection, "offer_entry", row).await?;
    if let Some(words) = &entry.note {
        let note = vec![("offer_id", id.into()), ("number", number.into()), ("words", words.as_str().into())];
        insert(connection, "offer_note", note).await?;
    }
    Ok(())
}

/// Every offer, or why it cannot be read.
pub(super) async fn all(
    connection: &mut SqliteConnection,
) -> Result<Vec<Result<Offer, StoreError>>, StoreError> {
    rows_where(connection, "true ORDER BY id", None).await
}

async fn read_where(
    connection: &mut SqliteConnection,
    which: &'static str,
    key: Option<i64>,
) -> Result<Vec<Offer>, StoreError> {
    rows_where(connection, which, key).await?.into_iter().collect()
}

/// The offers that a condition of this file picks, with what was typed and their pictures.
async fn rows_where(
    connection: &mut SqliteConnection,
    which: &'static str,
    key: Option<i64>,
) -> Result<Vec<Result<Offer, StoreError>>, StoreError> {
    let rows = ask(connection, format!("SELECT * FROM offer WHERE {which}"), key).await?;
    let picked = which.split(" ORDER").next().unwrap_or(which);
    let beside = |table: &str, order: &str| {
        format!(
            "SELECT *, offer_id AS id FROM {table} WHERE offer_id IN (SELECT id FROM offer WHERE {picked}) \
             ORDER BY offer_id, {order}"
        )
    };
    let fields = ask(connection, beside("offer_field", "field"), key).await?;
    let published = ask(connection, beside("offer_published", "field"), key).await?;
    let photos = ask(connection, beside("offer_photo", "position"), key).await?;
    let beside = Beside::new(&fields, &published, &photos);
    let beside = beside.map_err(|source| StoreError::Row { table: "offer_field", id: 0, source })?;
    Ok(read_each("offer", &rows, |cells| read(cells, &beside)))
}

async fn ask(
    connection: &mut SqliteConnection,
    sql: String,
    key: Option<i64>,
) -> Result<Vec<SqliteRow>, StoreError> {
    let mut query = sqlx::query(AssertSqlSafe(sql));
    if let Some(key) = key {
        query = query.bind(key);
    }
    query.fetch_all(connection).await.map_err(failed(DOING))
}

/// What was typed and the pictures, by offer.
struct Beside {
    drafts: HashMap<i64, Draft>,
    published: HashMap<i64, Draft>,
    photos: HashMap<i64, Vec<OfferPhoto>>,
}

impl Beside {
    fn new(fields: &[SqliteRow], published: &[SqliteRow], photos: &[SqliteRow]) -> Result<Self, RowError> {
        let mut shown: HashMap<i64, Vec<OfferPhoto>> = HashMap::new();
        for cells in photos.iter().map(Cells) {
            let photo = Photo { name: cells.of("name")?, alt: cells.of("alt")? };
            let photo = OfferPhoto { photo, hidden: cells.of("hidden")? };
            shown.entry(cells.of("id")?).or_default().push(photo);
        }
        Ok(Self { drafts: drafts(fields)?, published: drafts(published)?, photos: shown })
    }
}

fn drafts(fields: &[SqliteRow]) -> Result<HashMap<i64, Draft>, RowError> {
    let mut drafts: HashMap<i64, Draft> = HashMap::new();
    for cells in fields.iter().map(Cells) {
        let draft = drafts.entry(cells.of("id")?).or_default();
        let said = draft.say(cells.word::<DraftField>("field")?, cells.of("value")?);
        said.map_err(|e| wrong("value", e))?;
    }
    Ok(drafts)
}

fn read(cells: &Cells<'_>, beside: &Beside) -> Result<Offer, RowError> {
    let key: i64 = cells.of("id")?;
    let claimed: Option<i64> = cells.of("claimed_ms")?;
    let claim = match claimed {
        None => None,
        Some(ms) => Some(Claim { by: cells.id("claimed_by")?, at: moment("claimed_ms", ms)? }),
    };
    let submitted: Option<i64> = cells.of("submitted_ms")?;
    Ok(Offer {
        id: cells.id("id")?,
        by: cells.id("account_id")?,
        own_key: cells.of("own_key")?,
        standing: Standing {
            state: cells.word("state")?,
            revision: cells.checked("revision", |word: &str| word.parse())?,
        },
        version: cells.of::<i64>("version")? as u64,
        draft: beside.drafts.get(&key).cloned().unwrap_or_default(),
        published: beside.published.get(&key).cloned().unwrap_or_default(),
        photos: beside.photos.get(&key).cloned().unwrap_or_default(),
        claim,
        submitted: submitted.map(|ms| moment("submitted_ms", ms)).transpose()?,
        consent: cells.of("consent")?,
        created: moment("created_ms", cells.of("created_ms")?)?,
        touched: moment("touched_ms", cells.of("touched_ms")?)?,
    })
}

fn read_entry(cells: &Cells<'_>) -> Result<OfferEntry, RowError> {
    Ok(OfferEntry {
        at: moment("at_ms", cells.of("at_ms")?)?,
        actor: cells.of::<&str>("actor")?.parse().map_err(|e: UnknownActor| wrong("actor", e))?,
        command: cells.checked("command", |word: &str| word.parse())?,
        state: cells.word("state")?,
        reason: cells.checked("reason", |word: &str| word.parse())?,
        note: cells.of("words")?,
    })
}
