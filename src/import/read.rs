//! Runs one import: files → features → placed features → rows and a report.

use std::path::PathBuf;
use std::sync::Arc;

use time::{Date, Month};

use super::Imported;
use super::edition::edition;
use super::error::ImportError;
use super::format::{Sink, format_of};
use super::gather;
use super::intake::Intake;
use super::kind::ImportKind;
use super::network::{network, road_totals};
use super::options::ImportOptions;
use super::placing::{Placed, place};
use super::report::FileRead;
use super::schema::zoning::{EditionClues, read_zones};
use super::schema::{
    by_town, read_areas, read_basemap, read_blocks, read_boundaries, read_listings, read_lots, read_roads,
    read_stations, read_streets, read_towns,
};
use super::source::SourceFile;
use super::totals::district_totals;
use crate::domain::Batch;

/// Reads files (or folders, or zip archives) as one import.
///
/// Blocks, and must not be called on a thread that drives asynchronous work.
pub fn read(kind: ImportKind, paths: &[PathBuf], options: &ImportOptions) -> Result<Imported, ImportError> {
    import(kind, &gather::from_paths(paths)?, options)
}

/// Reads one file that is already in memory; `name` tells its format by its ending.
pub fn read_bytes(
    kind: ImportKind,
    name: &str,
    bytes: &[u8],
    options: &ImportOptions,
) -> Result<Imported, ImportError> {
    import(kind, &gather::from_bytes(name, Arc::from(bytes))?, options)
}

pub(super) fn import(
    kind: ImportKind,
    files: &[SourceFile],
    options: &ImportOptions,
) -> Result<Imported, ImportError> {
    let mut intake = Intake::new(kind, options.now);
    let batch = match kind {
        ImportKind::Zoning => {
            let id = intake.id();
            let mut clues = EditionClues::default();
            let zones = each(files, options, &mut intake, |file, placed, intake| {
                read_zones(file, placed, id, options.area.as_deref(), &mut clues, intake)
            })?;
            if zones.is_empty() {
                return Err(ImportError::NothingToImport { report: Box::new(intake.finish()) });
            }
            intake.report.districts = district_totals(&zones);
            let edition = edition(id, "用途地域", files, &clues, options, &mut intake)?;
            Batch::Zoning { edition, zones }
        }
        ImportKind::Streets => Batch::Streets(each(files, options, &mut intake, read_streets)?),
        ImportKind::Listings => Batch::Listings(each(files, options, &mut intake, read_listings)?),
        ImportKind::Stations => Batch::Stations(each(files, options, &mut intake, read_stations)?),
        ImportKind::Towns => Batch::Towns(each(files, options, &mut intake, |file, placed, intake| {
            read_towns(file, placed, options.area.as_deref(), intake)
        })?),
        ImportKind::Boundary => {
            Batch::Boundaries(each(files, options, &mut intake, |file, placed, intake| {
                read_boundaries(file, placed, options.area.as_deref(), intake)
            })?)
        }
        ImportKind::Areas => {
            let source = source_of_areas(files, options, &mut intake);
            Batch::Areas(each(files, options, &mut intake, |file, placed, intake| {
                read_areas(file, placed, &source, options.area.as_deref(), intake)
            })?)
        }
        ImportKind::Addresses => {
            Batch::Blocks(by_town(each(files, options, &mut intake, |file, placed, intake| {
                read_blocks(file, placed, options.area.as_deref(), intake)
            })?))
        }
        ImportKind::Basemap => Batch::Basemap(each(files, options, &mut intake, read_basemap)?),
        ImportKind::Roads => {
            let id = intake.id();
            let roads = each(files, options, &mut intake, |file, placed, intake| {
                read_roads(file, placed, id, options.within, intake)
            })?;
            if roads.is_empty() {
                return Err(ImportError::NothingToImport { report: Box::new(intake.finish()) });
            }
            intake.report.roads = road_totals(&roads);
            Batch::Roads { network: network(id, files, options, &mut intake)?, roads }
        }
        ImportKind::LandUse => {
            let (id, mut year) = (intake.id(), None);
            let lots = each(files, options, &mut intake, |file, placed, intake| {
                read_lots(file, placed, id, &mut year, intake)
            })?;
            if lots.is_empty() {
                return Err(ImportError::NothingToImport { report: Box::new(intake.finish()) });
            }
            let as_of = year.and_then(|year| Date::from_calendar_date(year, Month::January, 1).ok());
            let clues = EditionClues { as_of, ..EditionClues::default() };
            Batch::LandUse {
                survey: edition(id, "土地利用調査", files, &clues, options, &mut intake)?, lots
            }
        }
    };
    let report = intake.finish();
    if batch.is_empty() {
        return Err(ImportError::NothingToImport { report: Box::new(report) });
    }
    if options.strict && report.refused > 0 {
        return Err(ImportError::RefusedRows { report: Box::new(report) });
    }
    Ok(Imported { batch, report })
}

/// Who published the areas: a later import of the same source replaces them.
fn source_of_areas(files: &[SourceFile], options: &ImportOptions, intake: &mut Intake) -> String {
    options.source.clone().unwrap_or_else(|| {
        intake.note("source: the name of the file; a later import replaces these areas only under that name (--source)");
        files.first().map(|f| f.stem().to_owned()).unwrap_or_default()
    })
}

/// Reads every file, one after the other, into rows of one kind.
fn each<T>(
    files: &[SourceFile],
    options: &ImportOptions,
    intake: &mut Intake,
    mut rows_of: impl FnMut(&str, &[Placed], &mut Intake) -> Result<(Vec<T>, &'static str), ImportError>,
) -> Result<Vec<T>, ImportError> {
    let mut all = Vec::new();
    for file in files {
        let format = format_of(file)?;
        let mut sink = Sink::new(&file.name);
        let how = format.read(file, options, &mut sink)?;
        let features = sink.into_features();
        if features.is_empty() {
            return Err(ImportError::Empty { file: file.name.clone() });
        }
        intake.report.read += features.len();
        let rows = features.len();
        let (placed, crs) = place(&file.name, features, &how, options)?;
        let (read, schema) = match rows_of(&file.name, &placed, intake) {
            Ok(read) => read,
            Err(ImportError::UnknownSchema { fields, .. }) if file.found && files.len() > 1 => {
                let what = format!("row of fields unknown here ({fields})");
                let name = Arc::from(file.name.as_str());
                for _ in &placed {
                    intake.skip(&name, &what, "the file is something else");
                }
                (Vec::new(), "unknown")
            }
            Err(error) => return Err(error),
        };
        all.extend(read);
        for twin in &file.twins {
            intake.note(format!("{twin} holds the same as {} and was not read", file.name));
        }
        how.notes.into_iter().for_each(|note| intake.note(note));
        intake.report.files.push(FileRead {
            name: file.name.clone(),
            format: format.name(),
            schema,
            crs,
            encoding: how.encoding,
            rows,
        });
    }
    Ok(all)
}
