//! One row, by column name: how a thing of the domain is written into a table and read back.
//!
//! A column's name stands once where it is written and once where it is read, never a position.

use std::error::Error;
use std::fmt::Write as _;
use std::str::FromStr;

use sqlx::sqlite::{SqliteConnection, SqliteRow};
use sqlx::{AssertSqlSafe, Decode, Row, Sqlite, Type};
use time::{Date, OffsetDateTime};

use crate::domain::{Id, LonLat, UnknownSlug};
use crate::store::{RowError, StoreError};

/// A value on its way into a column.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    Null,
    Whole(i64),
    Real(f64),
    Text(String),
    Bytes(Vec<u8>),
    Day(Date),
    Time(OffsetDateTime),
}

macro_rules! values {
    ($($from:ty => $to:expr;)+) => {
        $(impl From<$from> for Value {
            fn from(value: $from) -> Self {
                $to(value.into())
            }
        })+
    };
}

values! {
    i8 => Value::Whole;
    u8 => Value::Whole;
    u16 => Value::Whole;
    u32 => Value::Whole;
    i64 => Value::Whole;
    bool => Value::Whole;
    f64 => Value::Real;
    &str => Value::Text;
    String => Value::Text;
    Vec<u8> => Value::Bytes;
    Date => Value::Day;
    OffsetDateTime => Value::Time;
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl From<&Option<String>> for Value {
    fn from(value: &Option<String>) -> Self {
        value.as_deref().into()
    }
}

impl<T> From<Id<T>> for Value {
    fn from(id: Id<T>) -> Self {
        Self::Whole(id.bits() as i64)
    }
}

/// A row on its way into a table; its first column is the id.
pub(super) type Record = Vec<(&'static str, Value)>;

/// Adds the row, or replaces all columns of the row with its id.
pub(super) async fn upsert(
    connection: &mut SqliteConnection,
    table: &'static str,
    record: Record,
) -> Result<(), StoreError> {
    let sql = upsert_sql(table, &record);
    let key = record.iter().find(|(name, _)| *name == "source_key").map(|(_, key)| key.clone());
    let written = write(connection, sql, record).await;
    written.map_err(|source| match (key, source.as_database_error()) {
        (Some(Value::Text(key)), Some(e)) if e.is_unique_violation() => StoreError::KeyTaken { table, key },
        _ => StoreError::Database { doing: "writing a row", source },
    })
}

/// Adds the row, which must be new.
pub(super) async fn insert(
    connection: &mut SqliteConnection,
    table: &'static str,
    record: Record,
) -> Result<(), StoreError> {
    let sql = insert_sql(table, &record);
    write(connection, sql, record).await.map_err(failed("writing a row"))
}

async fn write(connection: &mut SqliteConnection, sql: String, record: Record) -> Result<(), sqlx::Error> {
    // Table and columns are constants of this room; every value is bound.
    let mut query = sqlx::query(AssertSqlSafe(sql));
    for (_, value) in record {
        query = match value {
            Value::Null => query.bind(None::<i64>),
            Value::Whole(n) => query.bind(n),
            Value::Real(x) => query.bind(x),
            Value::Text(text) => query.bind(text),
            Value::Bytes(bytes) => query.bind(bytes),
            Value::Day(day) => query.bind(day),
            Value::Time(at) => query.bind(at),
        };
    }
    query.execute(connection).await.map(drop)
}

fn insert_sql(table: &str, record: &Record) -> String {
    let names: Vec<&str> = record.iter().map(|(name, _)| *name).collect();
    let marks = vec!["?"; names.len()].join(",");
    format!("INSERT INTO {table} ({}) VALUES ({marks})", names.join(","))
}

fn upsert_sql(table: &str, record: &Record) -> String {
    let names: Vec<&str> = record.iter().map(|(name, _)| *name).collect();
    let key = names.first().copied().unwrap_or("id");
    let mut sql = format!("{} ON CONFLICT ({key}) DO", insert_sql(table, record));
    for (i, name) in names.iter().enumerate().skip(1) {
        let before = if i == 1 { " UPDATE SET " } else { "," };
        write!(sql, "{before}{name}=excluded.{name}").expect("a String takes all text");
    }
    sql
}

/// A row read from a table.
pub(super) struct Cells<'r>(pub &'r SqliteRow);

impl<'r> Cells<'r> {
    /// The value of a column, as the database has it.
    pub(super) fn of<T>(&self, column: &'static str) -> Result<T, RowError>
    where
        T: Decode<'r, Sqlite> + Type<Sqlite>,
    {
        self.0.try_get(column).map_err(|e| wrong(column, e))
    }

    /// An id of the domain.
    pub(super) fn id<T>(&self, column: &'static str) -> Result<Id<T>, RowError> {
        let bits: i64 = self.of(column)?;
        Id::from_bits(u64::try_from(bits).map_err(|e| wrong(column, e))?).map_err(|e| wrong(column, e))
    }

    /// A word of a closed vocabulary.
    pub(super) fn word<T: FromStr<Err = UnknownSlug>>(&self, column: &'static str) -> Result<T, RowError> {
        self.of::<&str>(column)?.parse().map_err(|e| wrong(column, e))
    }

    /// A whole number that fits its type, or NULL.
    pub(super) fn whole<T>(&self, column: &'static str) -> Result<Option<T>, RowError>
    where
        T: TryFrom<i64>,
        T::Error: Error + Send + Sync + 'static,
    {
        let whole: Option<i64> = self.of(column)?;
        whole.map(|n| T::try_from(n).map_err(|e| wrong(column, e))).transpose()
    }

    /// A value checked on its way in, or NULL.
    pub(super) fn checked<D, T, E>(
        &self,
        column: &'static str,
        check: impl FnOnce(D) -> Result<T, E>,
    ) -> Result<Option<T>, RowError>
    where
        D: Decode<'r, Sqlite> + Type<Sqlite>,
        E: Error + Send + Sync + 'static,
    {
        let value: Option<D> = self.of(column)?;
        value.map(|v| check(v).map_err(|e| wrong(column, e))).transpose()
    }

    /// The place in the columns `lon` and `lat`.
    pub(super) fn place(&self) -> Result<LonLat, RowError> {
        LonLat::new(self.of("lon")?, self.of("lat")?).map_err(|e| wrong("lon", e))
    }
}

/// A column whose value is none.
pub(super) fn wrong(column: &'static str, source: impl Into<Box<dyn Error + Send + Sync>>) -> RowError {
    RowError { column, source: source.into() }
}

/// Every row turned into a thing of the domain, each with the reason if it cannot be.
pub(super) fn read_each<T>(
    table: &'static str,
    rows: &[SqliteRow],
    read: impl Fn(&Cells<'_>) -> Result<T, RowError>,
) -> Vec<Result<T, StoreError>> {
    let one = |row| {
        let cells = Cells(row);
        read(&cells).map_err(|source| StoreError::Row { table, id: cells.of("id").unwrap_or(0), source })
    };
    rows.iter().map(one).collect()
}

/// Says what the database was doing when it failed.
pub(super) fn failed(doing: &'static str) -> impl FnOnce(sqlx::Error) -> StoreError {
    move |source| StoreError::Database { doing, source }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_upsert_names_every_column_and_replaces_all_but_the_id() {
        let record: Record = vec![("id", 1i64.into()), ("name", "a".into()), ("shops", None::<u32>.into())];
        assert_eq!(
            upsert_sql("street", &record),
            "INSERT INTO street (id,name,shops) VALUES (?,?,?) \
             ON CONFLICT (id) DO UPDATE SET name=excluded.name,shops=excluded.shops"
        );
    }
}
