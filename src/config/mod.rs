//! Flags, environment and file, parsed once into plain values.
//!
//! A flag wins over its environment variable (`MACHIKADO_…`), which wins over `machikado.toml`,
//! which wins over the default. This room only reads; it decides nothing about the city.

mod law;
mod ledger;
mod mail;
mod people;
mod retention;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use clap::{Args, Parser, Subcommand};
use serde::Deserialize;
use thiserror::Error;

pub use self::law::Law;
pub use self::ledger::Ledger;
pub use self::mail::{Hidden, MailConfig, SecretFlags, SecretPlace};
use self::mail::{MailFile, MailFlags};
pub use self::people::{Contact, Staff};
pub use self::retention::RetentionConfig;

/// Why the configuration cannot be used.
#[derive(Debug, Error)]
pub enum ConfigError {
    /// The file could not be read.
    #[error("cannot read the configuration file {path}")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The file is not what it should be.
    #[error("the configuration file {path} is wrong: {source}")]
    Wrong {
        /// The file.
        path: PathBuf,
        /// Line, column and reason.
        source: Box<toml::de::Error>,
    },
    /// A database this build has no store for.
    #[error("no store for the database `{0}`: this build speaks sqlite:PATH")]
    Database(String),
    /// Photos somewhere this build cannot keep them.
    #[error("photos cannot be kept at `{0}`: this build knows s3://BUCKET and s3://BUCKET/FOLDER")]
    Photos(String),
    /// A mail server is named, but not what sending needs beside it.
    #[error("a mail server needs {0} beside it")]
    MailNeeds(&'static str),
    /// Not a time of day.
    #[error("`{0}` is not a time of day like 08:00")]
    DigestAt(String),
}

/// Machikado (街角): vacant premises, use districts and shopping streets on a map.
#[derive(Debug, Parser)]
#[command(version, about, max_term_width = 100)]
pub struct CommandLine {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the map, the API and the tiles.
    Serve(Serve),
    /// Import published files: all of it or nothing.
    Import(Import),
    /// Write the sample ward's files (always the same bytes).
    Sample {
        /// Folder to write into.
        #[arg(default_value = "data/sample")]
        into: PathBuf,
    },
    /// Copy the whole store, also while the server runs.
    Backup {
        /// Where the data is.
        #[command(flatten)]
        place: DataPlace,
        /// Folder to write the copy to; must not exist yet.
        to: PathBuf,
    },
    /// Put a backup in place of the present contents, also while the server runs.
    Restore {
        /// Where the data is.
        #[command(flatten)]
        place: DataPlace,
        /// Folder that `backup` wrote.
        from: PathBuf,
    },
    /// Check that the store is whole and every row can be read.
    Check {
        /// Where the data is.
        #[command(flatten)]
        place: DataPlace,
    },
    /// Print the OpenAPI document.
    Openapi,
    /// Look at the use rules of the Building Standards Act, and at a ward's own.
    #[command(subcommand)]
    Law(Law),
    /// Compare editions of zoning: what changed, and how many square metres.
    #[command(subcommand)]
    Ledger(Ledger),
    /// Name who answers for a listing; founders' questions are passed on to them, their address never shown.
    #[command(subcommand)]
    Contact(Contact),
    /// Say who reviews what landlords submit; they sign in like everybody, by a link in a mail.
    #[command(subcommand)]
    Staff(Staff),
}

/// Where the data is kept.
#[derive(Debug, Clone, Args)]
pub struct DataPlace {
    /// Folder of the embedded store and the photos.
    #[arg(long, env = "MACHIKADO_DATA", value_name = "DIR")]
    data: Option<PathBuf>,
    /// Database to use instead: sqlite:PATH (the folder of PATH then holds the photos).
    #[arg(long, env = "MACHIKADO_DATABASE", value_name = "URL", conflicts_with = "data")]
    database: Option<String>,
    /// Bucket of the photos, `s3://BUCKET` or `s3://BUCKET/FOLDER`, where they are not in the data folder; asked as
    /// `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, `AWS_REGION`, `AWS_ENDPOINT` and `AWS_ALLOW_HTTP` say.
    #[arg(long, env = "MACHIKADO_PHOTOS", value_name = "URL")]
    photos: Option<String>,
    /// Configuration file; `machikado.toml` where it is there.
    #[arg(long, env = "MACHIKADO_CONFIG", value_name = "FILE")]
    config: Option<PathBuf>,
}

/// `machikado serve`
#[derive(Debug, Args)]
pub struct Serve {
    /// Where the data is.
    #[command(flatten)]
    pub place: DataPlace,
    /// Address and port to listen on; port 0 takes a free one and says which.
    #[arg(long, env = "MACHIKADO_BIND", value_name = "ADDRESS:PORT")]
    bind: Option<SocketAddr>,
    /// Fill an empty data folder with the sample ward (合成データ).
    #[arg(long)]
    pub sample: bool,
    /// Basemaps offered beside our own, which needs no network.
    #[arg(long, env = "MACHIKADO_BASEMAP", value_delimiter = ',', value_parser = ["gsi_pale", "gsi_vector"])]
    basemap: Vec<String>,
    /// Memory for ready-made tiles, MB; 0 draws every tile anew.
    #[arg(long, env = "MACHIKADO_TILE_CACHE_MB", default_value_t = 128)]
    pub tile_cache_mb: u64,
    /// The ward's own rules on uses, laid over the national ones: a CSV table, checked before serving.
    #[arg(long, env = "MACHIKADO_LAW_OVERLAY", value_name = "FILE")]
    law_overlay: Option<PathBuf>,
    /// Log as JSON lines.
    #[arg(long, env = "MACHIKADO_LOG_JSON")]
    pub log_json: bool,
    /// Mail to founders who watch a search.
    #[command(flatten)]
    mail: MailFlags,
}

/// `machikado import`
#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
pub struct Import {
    /// What the files hold.
    #[arg(value_parser = ["zoning", "streets", "listings", "stations", "towns", "boundary", "basemap", "areas", "addresses", "roads", "landuse"])]
    pub kind: String,
    /// Files or folders: Shapefile, zip, GeoJSON, GeoJSONSeq, GeoPackage, CityGML, CSV, OpenStreetMap .osm.pbf.
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// Where the data is.
    #[command(flatten)]
    pub place: DataPlace,
    /// Name of the edition of zoning.
    #[arg(long)]
    pub edition: Option<String>,
    /// Area the edition covers, usually a municipality's code; editions of one area supersede each other.
    #[arg(long)]
    pub area: Option<String>,
    /// Date the data describes, YYYY-MM-DD.
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// Who published it.
    #[arg(long)]
    pub source: Option<String>,
    /// Under which licence.
    #[arg(long)]
    pub licence: Option<String>,
    /// Coordinate system, where the file does not say: EPSG:6677, a PROJ string or WKT.
    #[arg(long)]
    pub crs: Option<String>,
    /// Character encoding, where it is guessed wrongly: utf-8, cp932, utf-16le.
    #[arg(long)]
    pub encoding: Option<String>,
    /// The file gives latitude before longitude.
    #[arg(long)]
    pub swap_axes: bool,
    /// Only roads that reach into a box in degrees: west,south,east,north.
    #[arg(long, value_name = "BOX", allow_hyphen_values = true)]
    pub bbox: Option<String>,
    /// Refuse the whole import where one row is refused.
    #[arg(long)]
    pub strict: bool,
    /// Read and report, but change nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Print the report as JSON.
    #[arg(long)]
    pub json: bool,
}

/// What `machikado.toml` may say.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    data: Option<PathBuf>,
    database: Option<String>,
    photos: Option<String>,
    bind: Option<SocketAddr>,
    #[serde(default)]
    basemap: Vec<Basemap>,
    law_overlay: Option<PathBuf>,
    public_url: Option<String>,
    #[serde(default)]
    mail: MailFile,
    #[serde(default)]
    retention: RetentionConfig,
}

/// A basemap that needs the network, offered beside our own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basemap {
    /// 地理院タイル（淡色地図）.
    GsiPale,
    /// 地理院ベクトルタイル.
    GsiVector,
}

/// Everything `serve` needs to know.
#[derive(Debug)]
pub struct ServeConfig {
    /// Folder of the embedded store and the photos.
    pub data: PathBuf,
    /// The bucket of the photos, where they are not in the data folder.
    pub bucket: Option<String>,
    /// Where to listen.
    pub bind: SocketAddr,
    /// Basemaps offered beside our own.
    pub basemaps: Vec<Basemap>,
    /// The ward's own rules on uses, laid over the national ones.
    pub law_overlay: Option<PathBuf>,
    /// Under which address the server is known.
    pub public_url: Option<String>,
    /// How mail is sent, if it is.
    pub mail: Option<MailConfig>,
    /// How long personal data is kept.
    pub retention: RetentionConfig,
}

impl DataPlace {
    /// The data folder: flag, environment, file, then `machikado-data`.
    pub fn folder(&self) -> Result<PathBuf, ConfigError> {
        self.folder_with(&self.file()?)
    }

    /// The bucket of the photos; `None` where they are in the data folder.
    pub fn bucket(&self) -> Result<Option<String>, ConfigError> {
        self.bucket_with(&self.file()?)
    }

    fn bucket_with(&self, file: &File) -> Result<Option<String>, ConfigError> {
        let given = self.photos.clone().or_else(|| file.photos.clone());
        match given {
            Some(url) if url.strip_prefix("s3://").is_none_or(str::is_empty) => Err(ConfigError::Photos(url)),
            given => Ok(given),
        }
    }

    fn folder_with(&self, file: &File) -> Result<PathBuf, ConfigError> {
        let given = match (&self.data, &self.database) {
            (Some(folder), _) => return Ok(folder.clone()),
            (None, Some(url)) => Some(url),
            (None, None) => file.database.as_ref().filter(|_| file.data.is_none()),
        };
        match given {
            Some(url) => folder_of(url),
            None => Ok(file.data.clone().unwrap_or_else(|| "machikado-data".into())),
        }
    }

    fn file(&self) -> Result<File, ConfigError> {
        match &self.config {
            Some(path) => read_file(path),
            None if Path::new("machikado.toml").exists() => read_file(Path::new("machikado.toml")),
            None => Ok(File::default()),
        }
    }
}

impl Serve {
    /// Flags, environment and file as one.
    pub fn config(&self) -> Result<ServeConfig, ConfigError> {
        let file = self.place.file()?;
        let default_bind = SocketAddr::from(([127, 0, 0, 1], 8080));
        let flags: Vec<Basemap> = self
            .basemap
            .iter()
            .map(|word| if word == "gsi_vector" { Basemap::GsiVector } else { Basemap::GsiPale })
            .collect();
        let data = self.place.folder_with(&file)?;
        let bucket = self.place.bucket_with(&file)?;
        let public_url = self.mail.public_url(file.public_url.as_ref());
        Ok(ServeConfig {
            mail: self.mail.config(&file.mail, public_url.as_ref(), &data, self.sample)?,
            retention: file.retention,
            public_url,
            bucket,
            data,
            bind: self.bind.or(file.bind).unwrap_or(default_bind),
            law_overlay: self.law_overlay.clone().or(file.law_overlay),
            basemaps: if flags.is_empty() { file.basemap } else { flags },
        })
    }
}

/// `sqlite:DIR/machikado.sqlite3` → `DIR`.
fn folder_of(url: &str) -> Result<PathBuf, ConfigError> {
    let unknown = || ConfigError::Database(url.to_owned());
    let path = url.strip_prefix("sqlite:").ok_or_else(unknown)?.trim_start_matches("//");
    let path = Path::new(path);
    match (path.file_name().and_then(|n| n.to_str()), path.parent()) {
        (Some("machikado.sqlite3"), Some(folder)) => Ok(folder.to_owned()),
        (Some(_), _) if path.extension().is_none() => Ok(path.to_owned()),
        _ => Err(unknown()),
    }
}

fn read_file(path: &Path) -> Result<File, ConfigError> {
    let text = std::fs::read_to_string(path)
        .map_err(|source| ConfigError::Unreadable { path: path.to_owned(), source })?;
    toml::from_str(&text)
        .map_err(|source| ConfigError::Wrong { path: path.to_owned(), source: Box::new(source) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn serve(words: &[&str]) -> Serve {
        let words = ["machikado", "serve"].iter().chain(words);
        match CommandLine::try_parse_from(words).unwrap().command {
            Command::Serve(serve) => serve,
            other => panic!("parsed {other:?}"),
        }
    }

    #[test]
    fn a_flag_wins_over_the_file_and_the_file_over_the_default() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("machikado.toml");
        std::fs::write(
            &path,
            "data = \"from-file\"\nbind = \"127.0.0.1:9000\"\nbasemap = [\"gsi_pale\"]\n\
             law_overlay = \"ward.csv\"\n",
        )
        .unwrap();
        let config = ["--config", path.to_str().unwrap()];
        let read = serve(&config).config().unwrap();
        assert_eq!((read.data, read.bind.port()), ("from-file".into(), 9000));
        assert_eq!(read.basemaps, [Basemap::GsiPale]);
        assert_eq!(read.law_overlay, Some("ward.csv".into()));
        let read = serve(&[config[0], config[1], "--data", "from-flag"]).config().unwrap();
        assert_eq!(read.data, PathBuf::from("from-flag"));
        let read = serve(&[config[0], config[1], "--law-overlay", "district.csv"]).config().unwrap();
        assert_eq!(read.law_overlay, Some("district.csv".into()));
    }

    #[test]
    fn a_misspelt_key_in_the_file_is_an_error_that_names_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("machikado.toml");
        std::fs::write(&path, "bnid = \"127.0.0.1:9000\"\n").unwrap();
        let error = serve(&["--config", path.to_str().unwrap()]).config().unwrap_err();
        assert!(error.to_string().contains("bnid"), "{error}");
    }

    #[test]
    fn a_mail_server_needs_a_sender_and_a_public_address_and_is_never_shown() {
        let server = ["--smtp-url", "smtp://user:hunter2@mail.example", "--data", "d"];
        let error = serve(&server).config().unwrap_err();
        assert!(matches!(error, ConfigError::MailNeeds("--mail-from")), "{error}");
        let words =
            [&server[..], &["--mail-from", "m@example.jp", "--public-url", "https://ward.example"]].concat();
        let read = serve(&words).config().unwrap();
        assert!(!format!("{read:?} {:?}", serve(&words)).contains("hunter2"));
        let mail = read.mail.unwrap();
        assert_eq!(mail.secret, SecretPlace::File("d/secret.key".into()));
        assert_eq!(mail.digest_at, time::macros::time!(8:00));
        assert_eq!(serve(&["--public-url", "https://ward.example"]).config().unwrap().mail, None);
    }

    #[test]
    fn the_sample_s_mails_go_into_a_folder_unless_a_server_is_named() {
        let mail = serve(&["--sample", "--data", "d"]).config().unwrap().mail.unwrap();
        assert_eq!(mail.folder(), Some(Path::new("d/mail")));
        assert!(mail.desk.is_some());
        let words = ["--sample", "--smtp-url", "smtp://mail.example", "--mail-from", "m@example.jp"];
        let words = [&words[..], &["--public-url", "https://ward.example"]].concat();
        let mail = serve(&words).config().unwrap().mail.unwrap();
        assert_eq!((mail.folder(), mail.desk.as_deref()), (None, None));
    }

    #[test]
    fn mails_for_a_folder_need_neither_a_sender_nor_a_public_address() {
        let words = ["--smtp-url", "file:out", "--desk-mail", "desk@ward.example.jp"];
        let mail = serve(&words).config().unwrap().mail.unwrap();
        assert_eq!(
            (mail.folder(), mail.desk.as_deref()),
            (Some(Path::new("out")), Some("desk@ward.example.jp"))
        );
    }

    #[test]
    fn a_database_without_a_store_is_refused_by_name() {
        let error = serve(&["--database", "postgres://db/ward"]).config().unwrap_err();
        assert!(matches!(error, ConfigError::Database(url) if url == "postgres://db/ward"));
        let sqlite = serve(&["--database", "sqlite:/srv/ward/machikado.sqlite3"]).config().unwrap();
        assert_eq!(sqlite.data, PathBuf::from("/srv/ward"));
    }

    #[test]
    fn photos_are_kept_in_a_bucket_where_one_is_named_and_nowhere_else() {
        assert_eq!(serve(&[]).config().unwrap().bucket, None);
        let bucket = serve(&["--photos", "s3://ward/photos"]).config().unwrap().bucket;
        assert_eq!(bucket.as_deref(), Some("s3://ward/photos"));
        for wrong in ["gs://ward", "s3://", "/srv/photos"] {
            let error = serve(&["--photos", wrong]).config().unwrap_err();
            assert!(matches!(error, ConfigError::Photos(told) if told == wrong));
        }
    }

    #[test]
    fn how_long_what_is_kept_is_said_in_the_file_and_otherwise_as_the_readme_says() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("machikado.toml");
        std::fs::write(&path, "[retention]\ndrafts_days = 30\n").unwrap();
        let read = serve(&["--config", path.to_str().unwrap()]).config().unwrap().retention;
        assert_eq!(read, RetentionConfig { drafts_days: 30, ..RetentionConfig::default() });
        std::fs::write(&path, "[retention]\ndrafts_days = -1\n").unwrap();
        let error = serve(&["--config", path.to_str().unwrap()]).config().unwrap_err();
        assert!(error.to_string().contains("drafts_days"), "{error}");
    }

    #[test]
    fn the_command_line_is_consistent() {
        use clap::CommandFactory;
        CommandLine::command().debug_assert();
    }
}
