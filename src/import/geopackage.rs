//! GeoPackage: every feature table of an SQLite file, read and never written.
//!
//! The one place outside `store` that speaks SQL, because here SQL *is* the foreign format. The file
//! is opened read-only and immutable, on a thread of its own, without trusting its schema; names of
//! tables and columns from the file are quoted. All tables of a file must share a coordinate system;
//! those of another are passed over and noted. Garbled files can stop the driver's own thread for
//! good, so the schema is checked first and no step is waited for longer than [`STEP`].

use sqlx::sqlite::{SqliteConnectOptions, SqliteRow};
use sqlx::{Column, ConnectOptions, Connection, Row, SqliteConnection, TypeInfo, ValueRef};
use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use super::error::ImportError;
use super::feature::{Feature, Fields, Shape, Value};
use super::format::{Format, HowRead, Sink};
use super::limits;
use super::options::ImportOptions;
use super::source::{Bytes, SourceFile};
use super::wkb;

/// The format.
pub(super) struct GeoPackage;

const NAME: &str = "GeoPackage";
const MAGIC: &[u8] = b"SQLite format 3\0";
/// The longest that one question to SQLite may take.
const STEP: Duration = Duration::from_secs(30);

impl Format for GeoPackage {
    fn name(&self) -> &'static str {
        NAME
    }

    fn fits(&self, _ending: &str, head: &[u8]) -> bool {
        head.starts_with(MAGIC)
    }

    fn read(
        &self,
        file: &SourceFile,
        _options: &ImportOptions,
        sink: &mut Sink<'_>,
    ) -> Result<HowRead, ImportError> {
        let on_disk = OnDisk::of(file)?;
        let path = on_disk.path();
        // The caller may be on a thread that drives asynchronous work, where blocking on more of it
        // is not allowed.
        std::thread::scope(|scope| {
            let reading = scope.spawn(|| -> Result<HowRead, ImportError> {
                let runtime = tokio::runtime::Builder::new_current_thread()
                    .enable_time()
                    .build()
                    .map_err(|e| file.bytes.unreadable(e))?;
                runtime.block_on(read_all(&file.name, path, sink))
            });
            reading.join().unwrap_or_else(|_| Err(malformed(&file.name, 0, "the reader stopped")))
        })
    }
}

struct Table {
    name: String,
    geometry_column: String,
    srs_id: i64,
}

async fn read_all(file: &str, path: &Path, sink: &mut Sink<'_>) -> Result<HowRead, ImportError> {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .read_only(true)
        .immutable(true)
        .pragma("trusted_schema", "OFF")
        .disable_statement_logging();
    let fail = |e| malformed(file, 0, e);
    let mut db = within(SqliteConnection::connect_with(&options)).await.map_err(fail)?;
    within(check_schema(&mut db)).await.map_err(fail)?;
    let tables = within(tables(&mut db)).await.map_err(fail)?;
    let Some(srs_id) = tables.first().map(|t| t.srs_id) else {
        return Err(ImportError::Empty { file: file.to_owned() });
    };
    let mut how = HowRead { crs: within(crs(&mut db, srs_id)).await.map_err(fail)?, ..HowRead::default() };
    for table in &tables {
        if table.srs_id == srs_id {
            read_table(file, &mut db, table, sink).await?;
        } else {
            how.notes.push(format!(
                "{file}: table `{}` is in another coordinate system and was passed over",
                table.name
            ));
        }
    }
    within(db.close()).await.map_err(fail)?;
    Ok(how)
}

/// The outcome of one question, or an error if it does not come in time.
async fn within<T>(question: impl Future<Output = Result<T, sqlx::Error>>) -> Result<T, sqlx::Error> {
    tokio::time::timeout(STEP, question).await.unwrap_or(Err(sqlx::Error::WorkerCrashed))
}

/// Names and types in the schema must be text, or the driver would stop at them.
async fn check_schema(db: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    let query = "SELECT CAST(name || coalesce(sql, '') AS BLOB) FROM sqlite_master";
    let definitions: Vec<Vec<u8>> = sqlx::query_scalar(query).fetch_all(db).await?;
    let garbled = definitions.iter().any(|d| std::str::from_utf8(d).is_err());
    if garbled { Err(sqlx::Error::Decode("its schema is not text".into())) } else { Ok(()) }
}

async fn tables(db: &mut SqliteConnection) -> Result<Vec<Table>, sqlx::Error> {
    let rows = sqlx::query(
        "SELECT g.table_name, g.column_name, g.srs_id FROM gpkg_geometry_columns g \
         JOIN sqlite_master m ON m.name = g.table_name AND m.type = 'table' ORDER BY g.table_name",
    )
    .fetch_all(db)
    .await?;
    rows.iter()
        .map(|row| {
            Ok(Table { name: row.try_get(0)?, geometry_column: row.try_get(1)?, srs_id: row.try_get(2)? })
        })
        .collect()
}

/// `EPSG:nnnn` where the file names an authority, else its definition.
async fn crs(db: &mut SqliteConnection, srs_id: i64) -> Result<Option<String>, sqlx::Error> {
    let row = sqlx::query(
        "SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys WHERE srs_id = ?",
    )
    .bind(srs_id)
    .fetch_optional(db)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let (organization, code): (String, i64) = (row.try_get(0)?, row.try_get(1)?);
    if organization.eq_ignore_ascii_case("epsg") && code > 0 {
        return Ok(Some(format!("EPSG:{code}")));
    }
    let definition: String = row.try_get(2)?;
    Ok(Some(definition).filter(|d| !d.is_empty() && d != "undefined"))
}

async fn read_table(
    file: &str,
    db: &mut SqliteConnection,
    table: &Table,
    sink: &mut Sink<'_>,
) -> Result<(), ImportError> {
    use futures::TryStreamExt;
    let class: Arc<str> = table.name.as_str().into();
    refuse_huge_values(file, db, table).await?;
    let query = sqlx::AssertSqlSafe(format!("SELECT * FROM {}", quoted(&table.name)));
    let mut rows = sqlx::query(query).fetch(db);
    while let Some(row) = within(rows.try_next()).await.map_err(|e| malformed(file, sink.len() + 1, e))? {
        sink.push(feature(sink.len() + 1, &class, &table.geometry_column, &row))?;
    }
    Ok(())
}

/// `octet_length` looks at the header of a value, not at the value.
async fn refuse_huge_values(file: &str, db: &mut SqliteConnection, table: &Table) -> Result<(), ImportError> {
    let fail = |e| malformed(file, 0, e);
    let columns = sqlx::query("SELECT name FROM pragma_table_info(?)").bind(&table.name);
    let columns: Vec<String> = within(columns.fetch_all(&mut *db))
        .await
        .and_then(|rows| rows.iter().map(|row| row.try_get(0)).collect())
        .map_err(fail)?;
    for column in columns {
        let query = format!(
            "SELECT count(*) FROM {} WHERE octet_length({}) > {}",
            quoted(&table.name),
            quoted(&column),
            limits::RECORD_BYTES
        );
        let huge: i64 =
            within(sqlx::query_scalar(sqlx::AssertSqlSafe(query)).fetch_one(&mut *db)).await.map_err(fail)?;
        if huge > 0 {
            let limit = format!("{} bytes", limits::RECORD_BYTES);
            return Err(ImportError::TooLarge { file: file.to_owned(), row: 0, what: "a value", limit });
        }
    }
    Ok(())
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

fn feature(number: usize, class: &Arc<str>, geometry_column: &str, row: &SqliteRow) -> Feature {
    let mut fields = Fields::default();
    let mut shape = Shape::Missing;
    for (index, column) in row.columns().iter().enumerate() {
        if column.name().eq_ignore_ascii_case(geometry_column) {
            shape = drawn(row.try_get::<Option<Vec<u8>>, _>(index).ok().flatten());
        } else {
            fields.push(column.name().into(), value(row, index));
        }
    }
    Feature { row: number, class: Some(Arc::clone(class)), fields, shape }
}

fn value(row: &SqliteRow, index: usize) -> Value {
    let Ok(raw) = row.try_get_raw(index) else { return Value::Null };
    match raw.type_info().name() {
        "INTEGER" | "INT" | "BIGINT" => {
            row.try_get::<i64, _>(index).map_or(Value::Null, |n| Value::Number(n as f64))
        }
        "BOOLEAN" => row.try_get::<bool, _>(index).map_or(Value::Null, Value::Bool),
        "REAL" => row.try_get::<f64, _>(index).map_or(Value::Null, Value::Number),
        "BLOB" | "NULL" => Value::Null,
        _ => row.try_get_unchecked::<String, _>(index).map_or(Value::Null, |text| Value::text(&text)),
    }
}

fn drawn(blob: Option<Vec<u8>>) -> Shape {
    let Some(blob) = blob else { return Shape::Missing };
    match wkb::from_geopackage(&blob) {
        Ok(Some((geometry, unclosed_rings))) => Shape::Found { geometry, unclosed_rings },
        Ok(None) => Shape::Missing,
        Err(e) => Shape::Unreadable(e.to_string()),
    }
}

fn malformed(file: &str, row: usize, source: impl Into<super::error::Cause>) -> ImportError {
    ImportError::Malformed { file: file.to_owned(), row, format: NAME, source: source.into() }
}

/// The file where SQLite can open it: in place, or as a copy that is removed afterwards.
enum OnDisk<'a> {
    InPlace(&'a Path),
    Copy(PathBuf),
}

impl<'a> OnDisk<'a> {
    fn of(file: &'a SourceFile) -> Result<Self, ImportError> {
        static COPIES: AtomicU64 = AtomicU64::new(0);
        let bytes = match &file.bytes {
            Bytes::OnDisk(path) => return Ok(Self::InPlace(path)),
            Bytes::InMemory(bytes) => bytes,
        };
        let number = COPIES.fetch_add(1, Ordering::Relaxed);
        let name = format!("machikado-import-{}-{number}.gpkg", std::process::id());
        let path = std::env::temp_dir().join(name);
        let unreadable = |source| ImportError::Unreadable { path: path.clone(), source };
        let mut copy = OpenOptions::new().write(true).create_new(true).open(&path).map_err(unreadable)?;
        let kept = Self::Copy(path.clone());
        copy.write_all(bytes).map_err(unreadable)?;
        Ok(kept)
    }

    fn path(&self) -> &Path {
        match self {
            Self::InPlace(path) => path,
            Self::Copy(path) => path,
        }
    }
}

impl Drop for OnDisk<'_> {
    fn drop(&mut self) {
        if let Self::Copy(path) = self {
            // A copy left behind costs space, not correctness.
            let _ = std::fs::remove_file(path);
        }
    }
}
