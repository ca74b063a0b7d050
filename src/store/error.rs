//! What can go wrong in a store, with the facts.

use std::error::Error;
use std::path::PathBuf;
use thiserror::Error;

use crate::domain::ListingId;

/// Why a store could not answer.
#[derive(Debug, Error)]
pub enum StoreError {
    /// The database could not be opened or brought to the present schema.
    #[error("cannot open the store {path}")]
    Open {
        /// The database file.
        path: PathBuf,
        /// The reason.
        source: sqlx::migrate::MigrateError,
    },
    /// A folder that should hold a store does not.
    #[error("there is no store in {0}")]
    NoStore(PathBuf),
    /// The database file belongs to another program.
    #[error("{0} is not Machikado's")]
    NotOurs(PathBuf),
    /// The database refused or failed.
    #[error("the store failed while {doing}")]
    Database {
        /// What was being done.
        doing: &'static str,
        /// The reason.
        source: sqlx::Error,
    },
    /// A row that is stored is no longer a thing of the domain.
    #[error("row {id} of the table {table} cannot be read")]
    Row {
        /// The table.
        table: &'static str,
        /// The row's id.
        id: i64,
        /// The reason.
        source: RowError,
    },
    /// Two rows of one batch, or two listings, claim one source key.
    #[error("the source key `{key}` is claimed twice in {table}")]
    KeyTaken {
        /// The table.
        table: &'static str,
        /// The key.
        key: String,
    },
    /// Zones that say they belong to another edition than the one they came with.
    #[error("a zone of edition {found} came with edition {expected}")]
    ForeignZone {
        /// The edition of the batch.
        expected: crate::domain::EditionId,
        /// The edition the zone names.
        found: crate::domain::EditionId,
    },
    /// Roads that say they belong to another network than the one they came with.
    #[error("a road of network {found} came with network {expected}")]
    ForeignRoad {
        /// The network of the batch.
        expected: crate::domain::RoadNetworkId,
        /// The network the road names.
        found: crate::domain::RoadNetworkId,
    },
    /// A listing that is offered to be stored is not one that may exist.
    #[error("listing {id} cannot be stored")]
    NotAListing {
        /// Its id.
        id: ListingId,
        /// The reason.
        source: crate::domain::ListingError,
    },
    /// A folder that is to hold a new backup holds something already.
    #[error("{0} exists already; a backup is written into a new folder")]
    BackupExists(PathBuf),
    /// A folder without a backup in it.
    #[error("{0} is not a backup")]
    NotABackup(PathBuf),
    /// A backup that is damaged; nothing was restored.
    #[error("the backup {path} is damaged: {finding}")]
    DamagedBackup {
        /// The folder.
        path: PathBuf,
        /// The first thing wrong with it.
        finding: super::Finding,
    },
    /// A photo's name that could leave the photo folder.
    #[error("`{0}` is not a photo name")]
    PhotoName(String),
    /// The pictures' folder or bucket failed.
    #[error("the store of pictures failed while {doing}")]
    Photos {
        /// What was being done.
        doing: &'static str,
        /// The reason.
        source: Box<object_store::Error>,
    },
    /// A file or folder beside the database failed.
    #[error("cannot use {path}")]
    File {
        /// The file or folder.
        path: PathBuf,
        /// The reason.
        source: std::io::Error,
    },
}

/// A stored value that is none.
#[derive(Debug, Error)]
#[error("column `{column}`")]
pub struct RowError {
    /// The column.
    pub column: &'static str,
    /// The reason.
    pub source: Box<dyn Error + Send + Sync>,
}
