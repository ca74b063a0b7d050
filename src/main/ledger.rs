//! `machikado ledger`: what changed between two editions of zoning.

use std::process::ExitCode;

use anyhow::{Result, bail, ensure};
use machikado::config::{DataPlace, Ledger};
use machikado::domain::{Edition, Layer, Lot, UseDistrict, Zone};
use machikado::ledger::{Perimeter, Report, choose_edition, compare, edition_json, history, land_uses};
use machikado::store::{LayerRows, Store};

use super::{open_existing_store, print_out};

pub(super) async fn run(asked: &Ledger) -> Result<ExitCode> {
    match asked {
        Ledger::Editions { place, json } => {
            let (editions, zones) = zoning(place).await?;
            print_out(&if *json {
                editions_json(&editions, &zones)?
            } else {
                editions_text(&editions, &zones)
            })?;
        }
        Ledger::Compare { before, after, place, tolerance, json, geojson, csv } => {
            ensure!(
                tolerance.is_finite() && *tolerance >= 0.0,
                "a tolerance is a length in metres, not {tolerance}"
            );
            let (editions, zones) = zoning(place).await?;
            let (before, after) = (choose_edition(&editions, before)?, choose_edition(&editions, after)?);
            let store = open_existing_store(place).await?;
            let LayerRows::Towns(towns) = store.layer(Layer::Towns).await? else {
                bail!("the store gave no towns")
            };
            let of =
                |edition: &Edition| zones.iter().filter(|z| z.edition == edition.id).collect::<Vec<&Zone>>();
            let comparison = compare(&of(before), &of(after), &towns, *tolerance);
            let report = Report { before: before.clone(), after: after.clone(), comparison };
            print_out(&match (json, geojson, csv) {
                (true, ..) => serde_json::to_string_pretty(&report.json())? + "\n",
                (_, true, _) => report.geojson().to_string() + "\n",
                (.., true) => String::from_utf8(report.csv()?)?,
                _ => report.to_string(),
            })?;
        }
        Ledger::Use { within, district, place, json } => {
            let district = read_district(district)?;
            let (editions, zones) = zoning(place).await?;
            let edition = match within.as_deref() {
                Some("all") => None,
                Some(asked) => Some(choose_edition(&editions, asked)?),
                None => editions.iter().min_by_key(|edition| edition.as_of),
            };
            let perimeter = edition.map(|edition| Perimeter {
                edition,
                district,
                zones: zones.iter().filter(|zone| zone.edition == edition.id).collect(),
            });
            let store = open_existing_store(place).await?;
            let LayerRows::Towns(towns) = store.layer(Layer::Towns).await? else {
                bail!("the store gave no towns")
            };
            let LayerRows::LandUse { surveys, lots } = store.layer(Layer::LandUse).await? else {
                bail!("the store gave no surveys")
            };
            let of = |survey: &Edition| lots.iter().filter(|lot| lot.survey == survey.id).collect();
            let surveys: Vec<(&Edition, Vec<&Lot>)> = surveys.iter().map(|s| (s, of(s))).collect();
            let found = land_uses(&surveys, perimeter.as_ref(), &towns);
            print_out(&if *json {
                serde_json::to_string_pretty(&found.json())? + "\n"
            } else {
                found.to_string()
            })?;
        }
        Ledger::History { district, place, json } => {
            let district = read_district(district)?;
            let (editions, zones) = zoning(place).await?;
            let store = open_existing_store(place).await?;
            let LayerRows::Towns(towns) = store.layer(Layer::Towns).await? else {
                bail!("the store gave no towns")
            };
            let with_zones: Vec<(Edition, Vec<&Zone>)> = editions
                .iter()
                .map(|e| (e.clone(), zones.iter().filter(|zone| zone.edition == e.id).collect()))
                .collect();
            let found = history(district, &with_zones, &towns);
            print_out(&if *json {
                serde_json::to_string_pretty(&found.json())? + "\n"
            } else {
                found.to_string()
            })?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn read_district(text: &str) -> Result<UseDistrict> {
    text.parse().or_else(|_| {
        let known: Vec<&str> = UseDistrict::ALL.iter().map(|district| district.slug()).collect();
        bail!("no use district is called `{text}`; there are {}", known.join(", "))
    })
}

/// Every edition in order of date, and every zone.
async fn zoning(place: &DataPlace) -> Result<(Vec<Edition>, Vec<Zone>)> {
    let store = open_existing_store(place).await?;
    let LayerRows::Zones { mut editions, zones } = store.layer(Layer::Zones).await? else {
        bail!("the store gave no zones")
    };
    editions.sort_by_key(|e| (e.area.clone(), e.as_of, e.imported_at));
    Ok((editions, zones))
}

fn count(edition: &Edition, zones: &[Zone]) -> usize {
    zones.iter().filter(|zone| zone.edition == edition.id).count()
}

fn editions_text(editions: &[Edition], zones: &[Zone]) -> String {
    let line = |e: &Edition| {
        let facts = (e.id, &e.name, &e.area, e.as_of, count(e, zones), &e.source, &e.licence);
        let (id, name, area, as_of, zones, source, licence) = facts;
        format!("{id}\t{as_of}\t{name}\t{area}\t{zones} zones\t{source}\t{licence}\n")
    };
    editions.iter().map(line).collect()
}

fn editions_json(editions: &[Edition], zones: &[Zone]) -> Result<String> {
    let list = editions.iter().map(|edition| {
        let mut facts = edition_json(edition);
        facts["zones"] = count(edition, zones).into();
        facts
    });
    Ok(serde_json::to_string_pretty(&list.collect::<Vec<_>>())? + "\n")
}
