//! 「借りたい」 cards: the tables `wanted` and `wanted_contact`. Each call is one transaction, letters included.

use async_trait::async_trait;
use sqlx::sqlite::SqliteConnection;
use time::OffsetDateTime;

use super::cells::{Cells, Record, failed, insert, read_each, wrong};
use super::enquiries::with_letters;
use super::watch::{millis, moment};
use super::{SqliteStore, commit};
use crate::domain::{Sealed, UnknownLanguage, Wanted, WantedId, WantedPlace, WantedState, Yen};
use crate::store::{KeptWanted, NewLetter, RowError, StoreError, WantedCards};

const DOING: &str = "keeping cards";

#[async_trait]
impl WantedCards for SqliteStore {
    async fn add(&self, cards: &[KeptWanted], letters: &[NewLetter]) -> Result<(), StoreError> {
        let mut writing = self.write().await?;
        for KeptWanted { card, sealed } in cards {
            insert(&mut writing, "wanted", record(card)).await?;
            let contact = vec![("wanted_id", card.id.into()), ("sealed", sealed.0.clone().into())];
            insert(&mut writing, "wanted_contact", contact).await?;
        }
        with_letters(writing, true, letters).await.map(drop)
    }

    async fn card(&self, id: WantedId) -> Result<Option<KeptWanted>, StoreError> {
        let mut reading = self.read().await?;
        let sql = "SELECT * FROM wanted JOIN wanted_contact ON wanted_id = id WHERE id = ?";
        let rows = sqlx::query(sql).bind(id.bits() as i64).fetch_all(&mut *reading).await;
        let kept =
            |cells: &Cells<'_>| Ok(KeptWanted { card: read(cells)?, sealed: Sealed(cells.of("sealed")?) });
        read_each("wanted", &rows.map_err(failed(DOING))?, kept).pop().transpose()
    }

    async fn published(&self) -> Result<Vec<Wanted>, StoreError> {
        let mut reading = self.read().await?;
        let sql = "SELECT * FROM wanted WHERE state = 'published' ORDER BY touched_ms DESC, id DESC";
        let rows = sqlx::query(sql).fetch_all(&mut *reading).await.map_err(failed(DOING))?;
        read_each("wanted", &rows, read).into_iter().collect()
    }

    async fn advance(
        &self,
        id: WantedId,
        from: WantedState,
        to: WantedState,
        at: OffsetDateTime,
        letters: &[NewLetter],
    ) -> Result<bool, StoreError> {
        let mut writing = self.write().await?;
        let sql = "UPDATE wanted SET state = ?, touched_ms = ? WHERE id = ? AND state = ?";
        let done = sqlx::query(sql)
            .bind(to.slug())
            .bind(millis(at))
            .bind(id.bits() as i64)
            .bind(from.slug())
            .execute(&mut *writing)
            .await;
        let done = done.map_err(failed(DOING))?.rows_affected() == 1;
        with_letters(writing, done, letters).await
    }

    async fn remove(&self, id: WantedId, letters: &[NewLetter]) -> Result<bool, StoreError> {
        let mut writing = self.write().await?;
        let gone = sqlx::query("DELETE FROM wanted WHERE id = ?").bind(id.bits() as i64);
        let gone = gone.execute(&mut *writing).await.map_err(failed(DOING))?.rows_affected() == 1;
        with_letters(writing, gone, letters).await
    }

    async fn forget(
        &self,
        unconfirmed_before: OffsetDateTime,
        touched_before: OffsetDateTime,
    ) -> Result<u64, StoreError> {
        let mut writing = self.write().await?;
        let sql = "DELETE FROM wanted WHERE (state = 'unconfirmed' AND created_ms < ?) OR touched_ms < ?";
        let gone = sqlx::query(sql).bind(millis(unconfirmed_before)).bind(millis(touched_before));
        let gone = gone.execute(&mut *writing).await.map_err(failed(DOING))?.rows_affected();
        commit(writing).await?;
        Ok(gone)
    }
}

/// Every card, or why it cannot be read.
pub(super) async fn all(
    connection: &mut SqliteConnection,
) -> Result<Vec<Result<Wanted, StoreError>>, StoreError> {
    let rows = sqlx::query("SELECT * FROM wanted ORDER BY id").fetch_all(connection).await;
    Ok(read_each("wanted", &rows.map_err(failed(DOING))?, read))
}

fn record(card: &Wanted) -> Record {
    let places: Vec<String> = card.places.iter().map(ToString::to_string).collect();
    vec![
        ("id", card.id.into()),
        ("state", card.state.slug().into()),
        ("language", card.language.slug().into()),
        ("title", card.title.as_str().into()),
        ("words", card.words.as_str().into()),
        ("use_id", (&card.use_id).into()),
        ("places", places.join(" ").into()),
        ("area_min_m2", card.area_min_m2.into()),
        ("area_max_m2", card.area_max_m2.into()),
        ("rent_max", card.rent_max.map(|yen| yen.yen() as i64).into()),
        ("synthetic", card.synthetic.into()),
        ("created_ms", millis(card.created).into()),
        ("touched_ms", millis(card.touched).into()),
    ]
}

fn read(cells: &Cells<'_>) -> Result<Wanted, RowError> {
    let places: &str = cells.of("places")?;
    let places = places.split_whitespace().map(str::parse::<WantedPlace>).collect::<Result<_, _>>();
    let card = Wanted {
        id: cells.id("id")?,
        state: cells.word::<WantedState>("state")?,
        language: cells.of::<&str>("language")?.parse().map_err(|e: UnknownLanguage| wrong("language", e))?,
        title: cells.of("title")?,
        words: cells.of("words")?,
        use_id: cells.of("use_id")?,
        places: places.map_err(|e| wrong("places", e))?,
        area_min_m2: cells.of("area_min_m2")?,
        area_max_m2: cells.of("area_max_m2")?,
        rent_max: cells
            .whole::<u64>("rent_max")?
            .map(Yen::new)
            .transpose()
            .map_err(|e| wrong("rent_max", e))?,
        synthetic: cells.of("synthetic")?,
        created: moment("created_ms", cells.of("created_ms")?)?,
        touched: moment("touched_ms", cells.of("touched_ms")?)?,
    };
    card.checked().map_err(|e| wrong("title", e))
}
