//! What mails tell: the table `news`.

use sqlx::sqlite::SqliteConnection;

use super::cells::{Cells, Record, failed, insert, read_each, wrong};
use super::terms::{read_yen, yen};
use crate::domain::{Gone, ListingFacts, News, What};
use crate::store::{RowError, StoreError};

const DOING: &str = "keeping news";

/// Adds news behind what a notice holds already.
pub(super) async fn append(
    connection: &mut SqliteConnection,
    notice: i64,
    news: &[News],
) -> Result<(), StoreError> {
    let sql = "SELECT coalesce(max(position) + 1, 0) FROM news WHERE notice_number = ?";
    let first = sqlx::query_scalar(sql).bind(notice).fetch_one(&mut *connection).await;
    let first: i64 = first.map_err(failed(DOING))?;
    for (position, news) in (first..).zip(news) {
        insert(connection, "news", record(notice, position, news)).await?;
    }
    Ok(())
}

/// What a notice tells, in order.
pub(super) async fn of(connection: &mut SqliteConnection, notice: i64) -> Result<Vec<News>, StoreError> {
    let sql = "SELECT *, notice_number AS id FROM news WHERE notice_number = ? ORDER BY position";
    let rows = sqlx::query(sql).bind(notice).fetch_all(connection).await.map_err(failed(DOING))?;
    read_each("news", &rows, read).into_iter().collect()
}

fn record(notice: i64, position: i64, news: &News) -> Record {
    let (what, gone, rent_before, terms, rest) = match news.what {
        What::Entered => ("entered", None, None, false, false),
        What::Changed { rent_before, terms, rest } => ("changed", None, rent_before, terms, rest),
        What::Left(gone) => ("left", Some(gone.slug()), None, false, false),
    };
    let facts = &news.facts;
    let mut record: Record = vec![
        ("notice_number", notice.into()),
        ("position", position.into()),
        ("listing_id", facts.id.into()),
        ("what", what.into()),
        ("gone", gone.into()),
        ("terms_changed", terms.into()),
        ("rest_changed", rest.into()),
        ("title", facts.title.as_str().into()),
        ("kind", facts.kind.slug().into()),
        ("address", facts.address.as_str().into()),
        ("area_m2", facts.area_m2.into()),
        ("station", facts.station.as_ref().map(|(name, _)| name.as_str()).into()),
        ("station_minutes", facts.station.as_ref().map(|(_, minutes)| *minutes).into()),
        ("synthetic", facts.synthetic.into()),
    ];
    yen(&mut record, "rent_state", "rent_yen", facts.rent);
    if let Some(rent) = rent_before {
        yen(&mut record, "rent_before_state", "rent_before_yen", rent);
    }
    record
}

fn read(cells: &Cells<'_>) -> Result<News, RowError> {
    let before = cells.of::<Option<&str>>("rent_before_state")?;
    let before = before.map(|_| read_yen(cells, "rent_before_state", "rent_before_yen")).transpose()?;
    let what = match cells.of("what")? {
        "entered" => What::Entered,
        "changed" => What::Changed {
            rent_before: before,
            terms: cells.of("terms_changed")?,
            rest: cells.of("rest_changed")?,
        },
        "left" => What::Left(cells.word::<Gone>("gone")?),
        other => return Err(wrong("what", format!("`{other}` is not entered, changed or left"))),
    };
    let station: Option<String> = cells.of("station")?;
    let facts = ListingFacts {
        id: cells.id("listing_id")?,
        title: cells.of("title")?,
        kind: cells.word("kind")?,
        address: cells.of("address")?,
        rent: read_yen(cells, "rent_state", "rent_yen")?,
        area_m2: cells.of("area_m2")?,
        station: station.zip(cells.whole("station_minutes")?),
        synthetic: cells.of("synthetic")?,
    };
    Ok(News { what, facts })
}
