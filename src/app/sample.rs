//! Fills an empty store with the sample ward that is part of this program (合成データ).
//!
//! The sample's files are read like anybody's files, by the importer, with what the manifest says
//! about each. All of them are stored or none; pictures come first, so that no listing names one
//! that is not there.

use std::collections::HashMap;
use std::time::Instant;

use rust_embed::RustEmbed;
use serde::Deserialize;
use time::macros::format_description;
use time::{Date, OffsetDateTime};

use super::AppError;
use super::contact::set_contacts;
use super::mail::Secret;
use super::wanted::seal_seeker;
use crate::domain::{
    Actor, Batch, IdSource, Language, Layer, OfferedBy, Wanted, WantedPlace, WantedState, Yen,
};
use crate::import::{ImportKind, ImportOptions, read_bytes};
use crate::store::{KeptWanted, LayerRows, Store};

#[derive(RustEmbed)]
#[folder = "data/sample/"]
struct Files;

const PICTURES: &str = "pictures/";
const CARDS: &str = "wanted.toml";

/// What the manifest says.
#[derive(Debug, Deserialize)]
struct Manifest {
    file: Vec<SampleFile>,
}

/// One file, and what its bytes do not say.
#[derive(Debug, Deserialize)]
struct SampleFile {
    name: String,
    kind: String,
    area: Option<String>,
    edition: Option<String>,
    as_of: Option<String>,
    source: Option<String>,
    licence: Option<String>,
}

/// Reads the sample and stores it.
pub(super) async fn load(store: &dyn Store) -> Result<(), AppError> {
    let started = Instant::now();
    let batches = tokio::task::spawn_blocking(batches).await??;
    for path in Files::iter().filter(|path| path.starts_with(PICTURES)) {
        let name = &path[PICTURES.len()..];
        store.photos().put(name, bytes(&path)?).await?;
    }
    store.import_all(&batches, Actor::Sample).await?;
    let rows: usize = batches.iter().map(Batch::len).sum();
    tracing::info!(rows, ms = started.elapsed().as_millis() as u64, "sample ward loaded");
    Ok(())
}

/// Names somebody who answers for each public listing of the sample but those of the ward itself: the desk
/// does that. The addresses lead nowhere (RFC 2606).
pub(super) async fn name_contacts(store: &dyn Store, secret: &Secret) -> Result<(), AppError> {
    let LayerRows::Listings(listings) = store.layer(Layer::Listings).await? else { return Ok(()) };
    let answered = listings.iter().filter(|l| l.state.is_public() && l.offered_by != OfferedBy::Public);
    let address = |id| format!("owner-{id}@ward.example").parse().expect("an id fits an address");
    let contacts: Vec<_> = answered.map(|listing| (listing.id, Some(address(listing.id)))).collect();
    Ok(set_contacts(store, secret, &contacts).await?)
}

/// The sample's cards.
#[derive(Debug, Deserialize)]
struct SampleCards {
    card: Vec<SampleCard>,
}

/// One of them.
#[derive(Debug, Deserialize)]
struct SampleCard {
    language: String,
    title: String,
    words: String,
    r#use: String,
    area_min_m2: f64,
    area_max_m2: f64,
    rent_max_yen: u64,
    /// Names of streets and towns.
    places: Vec<String>,
}

/// Publishes the sample's 「借りたい」 cards. The addresses lead nowhere (RFC 2606).
pub(super) async fn post_cards(store: &dyn Store, secret: &Secret) -> Result<(), AppError> {
    let named = places(store).await?;
    let (ids, now) = (IdSource::new(), OffsetDateTime::now_utc());
    let mut cards = Vec::new();
    let file = bytes(CARDS)?;
    let file: SampleCards = toml::from_str(std::str::from_utf8(&file)?)
        .map_err(|source| AppError::SampleManifest(Box::new(source)))?;
    for row in file.card {
        let places = row.places.iter().filter_map(|name| named.get(name).copied()).collect();
        let card = Wanted {
            id: ids.next(now),
            state: WantedState::Published,
            language: row.language.parse::<Language>().unwrap_or_default(),
            title: row.title,
            words: row.words,
            use_id: Some(row.r#use),
            places,
            area_min_m2: Some(row.area_min_m2),
            area_max_m2: Some(row.area_max_m2),
            rent_max: Yen::new(row.rent_max_yen).ok(),
            synthetic: true,
            created: now,
            touched: now,
        };
        let address = format!("seeker-{}@ward.example", card.id).parse().expect("an id fits an address");
        let sealed = seal_seeker(secret, card.id, &address);
        cards.push(KeptWanted { card, sealed });
    }
    Ok(store.wanted().add(&cards, &[]).await?)
}

/// The streets and towns by name.
async fn places(store: &dyn Store) -> Result<HashMap<String, WantedPlace>, AppError> {
    let mut named = HashMap::new();
    if let LayerRows::Streets(streets) = store.layer(Layer::Streets).await? {
        named.extend(streets.into_iter().map(|street| (street.name, WantedPlace::Street(street.id))));
    }
    if let LayerRows::Towns(towns) = store.layer(Layer::Towns).await? {
        named.extend(towns.into_iter().map(|town| (town.name.to_string(), WantedPlace::Town(town.id))));
    }
    Ok(named)
}

/// Every file of the sample that is a layer of the city, read.
fn batches() -> Result<Vec<Batch>, AppError> {
    let manifest = bytes("manifest.toml")?;
    let manifest: Manifest = toml::from_str(std::str::from_utf8(&manifest)?)
        .map_err(|source| AppError::SampleManifest(Box::new(source)))?;
    manifest.file.into_iter().map(read).collect()
}

fn read(file: SampleFile) -> Result<Batch, AppError> {
    let kind: ImportKind = file.kind.parse()?;
    let format = format_description!("[year]-[month]-[day]");
    let as_of = file.as_of.as_deref().map(|day| Date::parse(day, format)).transpose();
    let options = ImportOptions {
        as_of: as_of.map_err(|source| AppError::SampleDate { name: file.name.clone(), source })?,
        edition: file.edition,
        area: file.area,
        source: file.source,
        licence: file.licence,
        strict: true,
        now: OffsetDateTime::now_utc(),
        ..ImportOptions::default()
    };
    match read_bytes(kind, &file.name, &bytes(&file.name)?, &options) {
        Ok(imported) => Ok(imported.batch),
        Err(source) => Err(AppError::SampleImport { name: file.name, source }),
    }
}

fn bytes(path: &str) -> Result<Vec<u8>, AppError> {
    let file = Files::get(path).ok_or_else(|| AppError::SampleMissing(path.to_owned()))?;
    Ok(file.data.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn every_card_of_the_sample_names_places_that_are_there_and_a_use_of_the_law() {
        let folder = tempfile::tempdir().unwrap();
        let store = crate::store::SqliteStore::open(folder.path()).await.unwrap();
        load(&store).await.unwrap();
        let named = places(&store).await.unwrap();
        let file: SampleCards = toml::from_str(std::str::from_utf8(&bytes(CARDS).unwrap()).unwrap()).unwrap();
        for card in &file.card {
            for place in &card.places {
                assert!(named.contains_key(place), "{place}");
            }
            assert!(crate::law::LawBook::built_in().use_(&card.r#use).is_some(), "{}", card.r#use);
        }
        post_cards(&store, &Secret::random()).await.unwrap();
        assert_eq!(store.wanted().published().await.unwrap().len(), file.card.len());
    }

    #[test]
    fn every_file_of_the_sample_is_one_that_can_be_imported() {
        let manifest = String::from_utf8(bytes("manifest.toml").unwrap()).unwrap();
        let manifest: Manifest = toml::from_str(&manifest).unwrap();
        for file in manifest.file {
            assert!(Files::get(&file.name).is_some(), "{}", file.name);
            assert!(file.kind.parse::<ImportKind>().is_ok(), "{}", file.kind);
        }
    }
}
