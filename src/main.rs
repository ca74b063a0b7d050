//! The command line: which command runs what, and how its outcome is told.
//!
//! Exit codes: 0 done, 1 failed (the reason on standard error), 2 misused (clap).

#[path = "main/contact.rs"]
mod contact;
#[path = "main/ledger.rs"]
mod ledger;
#[path = "main/staff.rs"]
mod staff;

use std::net::SocketAddr;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context, Result, bail, ensure};
use clap::Parser;
use machikado::app::mail::{self, MailOptions, Secret};
use machikado::app::watch::WatchOptions;
use machikado::app::{App, AppOptions, Retention};
use machikado::config::{
    Basemap, Command, CommandLine, DataPlace, Import, Law, MailConfig, RetentionConfig, SecretPlace, Serve,
};
use machikado::domain::{Actor, LonLatBox};
use machikado::http::api::body::city::BasemapChoice;
use machikado::import::{self, ImportKind, ImportOptions};
use machikado::law::{CaseReport, LawBook, OverlayChanges, Overview};
use machikado::store::{SqliteStore, Store};
use machikado::{http, sample};
use time::{Date, OffsetDateTime, macros::format_description};
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

#[tokio::main]
async fn main() -> ExitCode {
    match run(CommandLine::parse().command).await {
        Ok(code) => code,
        Err(error) => {
            eprintln!("machikado: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run(command: Command) -> Result<ExitCode> {
    match command {
        Command::Serve(serve) => serve_city(&serve).await,
        Command::Import(import) => import_files(&import).await,
        Command::Sample { into } => write_sample(&into),
        Command::Backup { place, to } => backup(&place, &to).await,
        Command::Restore { place, from } => restore(&place, &from).await,
        Command::Check { place } => check(&place).await,
        Command::Openapi => {
            println!("{}", http::openapi_json());
            Ok(ExitCode::SUCCESS)
        }
        Command::Law(asked) => look_at_law(&asked),
        Command::Ledger(asked) => ledger::run(&asked).await,
        Command::Contact(asked) => contact::run(&asked).await,
        Command::Staff(asked) => staff::run(&asked).await,
    }
}

fn look_at_law(asked: &Law) -> Result<ExitCode> {
    match asked {
        Law::Try { cases, overlay, json } => {
            let report = CaseReport::of(&law_book(overlay.as_deref())?, &read_text(cases)?)
                .with_context(|| format!("cannot try {}", cases.display()))?;
            print_out(&if *json {
                serde_json::to_string_pretty(&report)? + "\n"
            } else {
                report.to_string()
            })?;
            Ok(if report.is_as_expected() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
        }
        Law::Table { overlay, json } => {
            let overview = Overview::of(&law_book(overlay.as_deref())?);
            print_out(&if *json { format!("{:#}\n", overview.json()) } else { overview.to_string() })?;
            Ok(ExitCode::SUCCESS)
        }
        Law::Check { overlay } => {
            let book = law_book(Some(overlay))?;
            print_out(&OverlayChanges::of(LawBook::built_in(), &book).to_string())?;
            Ok(ExitCode::SUCCESS)
        }
    }
}

/// The national rules, with a ward's own laid over them.
fn law_book(overlay: Option<&Path>) -> Result<LawBook> {
    let national = LawBook::built_in();
    let Some(path) = overlay else { return Ok(national.clone()) };
    national.with_overlay(&read_text(path)?).with_context(|| format!("cannot use {}", path.display()))
}

fn read_text(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

async fn serve_city(serve: &Serve) -> Result<ExitCode> {
    start_log(serve.log_json);
    let config = serve.config()?;
    let mut areas: Vec<String> = Vec::new();
    let mut settings = basemaps(&config.basemaps);
    if let Some(overlay) = &config.law_overlay {
        let book = law_book(Some(overlay))?;
        areas = book.areas_with_rules().into_iter().map(str::to_owned).collect();
        settings = settings.with_law(book);
    }
    settings.public_url = config.public_url.as_deref().map(str::parse).transpose()?;
    let listener =
        TcpListener::bind(config.bind).await.with_context(|| format!("cannot listen on {}", config.bind))?;
    let app = Arc::new(
        App::open(AppOptions {
            data: config.data.clone(),
            bucket: config.bucket.clone(),
            retention: retention(config.retention),
            sample: serve.sample,
            tile_budget_bytes: serve.tile_cache_mb << 20,
            watches: config.mail.as_ref().map(|mail| WatchOptions {
                digest_at: mail.digest_at,
                read_search: http::search_reader(Arc::clone(&settings.law)),
            }),
            mail: config
                .mail
                .as_ref()
                .map(|mail| mail_options(mail, settings.public_url.as_ref(), listener.local_addr()?))
                .transpose()?,
        })
        .await
        .with_context(|| format!("cannot open the data folder {}", config.data.display()))?,
    );
    warn_of_areas_not_loaded(&areas, &app);
    println!("machikado: serving {} on http://{}", config.data.display(), listener.local_addr()?);
    http::serve(listener, app, settings, shutdown_asked()).await.context("the server stopped")?;
    Ok(ExitCode::SUCCESS)
}

/// A rule within an area that no import has brought decides nowhere: often the name is misspelt.
fn warn_of_areas_not_loaded(areas: &[String], app: &App) {
    let city = app.city();
    for area in areas.iter().filter(|name| !city.areas().iter().any(|loaded| loaded.name == **name)) {
        tracing::warn!(area, "no area of this name is loaded: the ward's rules within it decide nowhere");
    }
}

/// Our own basemap, and those that were asked for beside it.
fn basemaps(asked: &[Basemap]) -> http::Settings {
    asked.iter().fold(http::Settings::offline(), |settings, basemap| match basemap {
        Basemap::GsiPale => settings.with_basemap(BasemapChoice::gsi_pale()),
        Basemap::GsiVector => settings.with_basemap(BasemapChoice::gsi_vector()),
    })
}

/// How mail is sent, with the key that seals addresses. Mails in a folder are read on this machine,
/// where this server's own address leads back to it.
fn mail_options(
    mail: &MailConfig,
    public: Option<&http::PublicUrl>,
    bound: SocketAddr,
) -> Result<MailOptions> {
    if let Some(folder) = mail.folder() {
        tracing::info!(folder = %folder.display(), "mails are not sent but written as .eml files");
    }
    let public = public.cloned().map_or_else(|| here(bound).parse(), Ok)?;
    Ok(MailOptions {
        smtp_url: mail.smtp_url.revealed().to_owned(),
        from: mail::sender(&mail.from)?,
        public_url: public.as_str().to_owned(),
        host: public.host().to_owned(),
        secret: secret_at(&mail.secret)?,
        desk: mail
            .desk
            .as_deref()
            .map(str::parse)
            .transpose()
            .context("the desk's address is not one like desk@example.jp")?,
    })
}

/// The key that seals addresses; makes its file where it is missing.
fn secret_at(place: &SecretPlace) -> Result<Secret> {
    match place {
        SecretPlace::Given(text) => Ok(text.revealed().parse()?),
        SecretPlace::File(path) => {
            if let Some(folder) = path.parent() {
                std::fs::create_dir_all(folder)
                    .with_context(|| format!("cannot make {}", folder.display()))?;
            }
            Ok(Secret::in_file(path)?)
        }
    }
}

/// Where a browser on this machine finds the server.
fn here(bound: SocketAddr) -> String {
    if bound.ip().is_unspecified() {
        format!("http://localhost:{}", bound.port())
    } else {
        format!("http://{bound}")
    }
}

fn start_log(json: bool) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("warn,machikado=info"));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    if json {
        log.json().init();
    } else {
        log.init();
    }
}

/// Resolves on Ctrl-C or on the service manager's SIGTERM.
async fn shutdown_asked() {
    let mut terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())
        .expect("a handler for SIGTERM can be installed");
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminate.recv() => {}
    }
}

async fn import_files(asked: &Import) -> Result<ExitCode> {
    let kind: ImportKind = asked.kind.parse()?;
    let options = ImportOptions {
        edition: asked.edition.clone(),
        area: asked.area.clone(),
        as_of: asked.as_of.as_deref().map(parse_date).transpose()?,
        source: asked.source.clone(),
        licence: asked.licence.clone(),
        crs: asked.crs.clone(),
        encoding: asked.encoding.clone(),
        swap_axes: asked.swap_axes,
        within: asked.bbox.as_deref().map(|text| parse_box(kind, text)).transpose()?,
        strict: asked.strict,
        now: OffsetDateTime::now_utc(),
    };
    let imported = match import::read(kind, &asked.files, &options) {
        Ok(imported) => imported,
        Err(error) => {
            // Rows that could not be taken are worth reading about, even if none could.
            if let Some(report) = error.report() {
                tell(report, asked.json)?;
            }
            return Err(error.into());
        }
    };
    tell(&imported.report, asked.json)?;
    if asked.dry_run {
        eprintln!("machikado: dry run, nothing was changed");
        return Ok(ExitCode::SUCCESS);
    }
    let seq = open_store(&asked.place).await?.import(&imported.batch, Actor::Import).await?;
    eprintln!("machikado: imported as change {seq}");
    Ok(ExitCode::SUCCESS)
}

fn tell(report: &import::Report, json: bool) -> Result<()> {
    print_out(&if json { serde_json::to_string_pretty(report)? + "\n" } else { report.to_string() })
}

fn print_out(text: &str) -> Result<()> {
    use std::io::{ErrorKind, Write};
    match std::io::stdout().write_all(text.as_bytes()) {
        // Whoever read it has seen enough; the import goes on.
        Err(e) if e.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => other.context("cannot write the report"),
    }
}

fn parse_box(kind: ImportKind, text: &str) -> Result<LonLatBox> {
    ensure!(kind == ImportKind::Roads, "--bbox is for roads; {kind} are taken whole");
    let numbers: Option<Vec<f64>> = text.split(',').map(|part| part.trim().parse().ok()).collect();
    match numbers.as_deref() {
        Some([west, south, east, north]) => Ok(LonLatBox::new(*west, *south, *east, *north)?),
        _ => bail!("--bbox takes west,south,east,north in degrees, not `{text}`"),
    }
}

fn parse_date(text: &str) -> Result<Date> {
    Date::parse(text, format_description!("[year]-[month]-[day]"))
        .with_context(|| format!("--as-of takes a date as YYYY-MM-DD, not `{text}`"))
}

fn write_sample(into: &Path) -> Result<ExitCode> {
    let report = sample::write(into).with_context(|| format!("cannot write {}", into.display()))?;
    for (name, bytes) in &report.files {
        println!("{name}\t{bytes} bytes");
    }
    println!(
        "{} zones, {:.1} ha quasi-industrial; {} streets; {} listings, {} of them public",
        report.zones,
        report.quasi_industrial_m2 / 10_000.0,
        report.streets,
        report.listings,
        report.published
    );
    let fit = &report.fit;
    println!("district shares within 500 m of a station: mean error {:.2} points", fit.mean_error);
    println!("  largest at {}: {:.2} points", fit.worst_station.0, fit.worst_station.1);
    for (district, error) in &fit.by_district {
        println!("  {}\t{error:.2}", district.short_ja());
    }
    Ok(ExitCode::SUCCESS)
}

fn retention(config: RetentionConfig) -> Retention {
    let days = |days: u16| time::Duration::days(days.into());
    Retention {
        sign_ins: days(config.sign_ins_days),
        enquiries: days(config.enquiries_days),
        drafts: days(config.drafts_days),
        ended_offers: days(config.ended_offers_days),
    }
}

async fn open_store(place: &DataPlace) -> Result<SqliteStore> {
    let folder = place.folder()?;
    SqliteStore::open_with(&folder, place.bucket()?.as_deref())
        .await
        .with_context(|| format!("cannot open the data folder {}", folder.display()))
}

/// A misspelt folder is an error here, not a new and empty store.
async fn open_existing_store(place: &DataPlace) -> Result<SqliteStore> {
    let folder = place.folder()?;
    SqliteStore::open_existing(&folder, place.bucket()?.as_deref())
        .await
        .with_context(|| format!("cannot open the data folder {}", folder.display()))
}

async fn backup(place: &DataPlace, to: &Path) -> Result<ExitCode> {
    let seq = open_existing_store(place).await?.backup(to).await?;
    println!("backed up to {} as of change {seq}", to.display());
    Ok(ExitCode::SUCCESS)
}

async fn restore(place: &DataPlace, from: &Path) -> Result<ExitCode> {
    let seq = open_store(place).await?.restore(from, Actor::System).await?;
    println!("restored from {} as change {seq}", from.display());
    Ok(ExitCode::SUCCESS)
}

async fn check(place: &DataPlace) -> Result<ExitCode> {
    let report = open_existing_store(place).await?.check().await?;
    println!("{report}");
    Ok(if report.is_sound() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
