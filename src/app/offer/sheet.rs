//! Many offers at once, from a spreadsheet: every row checked before anything is kept.

use super::desk::{OfferDesk, today};
use super::error::OfferError;
use crate::app::AppError;
use crate::city::City;
use crate::domain::{Draft, DraftField, IdSource, LonLat, Town, TownName};
use crate::import::{DraftSheetError, FieldFault, read_draft, read_drafts};
use crate::query::find_address;

/// A spreadsheet whose rows were checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedSheet {
    /// Its rows.
    pub rows: Vec<CheckedRow>,
    /// Columns that are no field of an offer.
    pub ignored: Vec<String>,
}

/// A row, and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedRow {
    /// Its number as a spreadsheet counts: the header is 1.
    pub row: usize,
    /// What it says, with the place of its address where it names none.
    pub draft: Draft,
    /// Fields that are needed and missing or cannot be read.
    pub faults: Vec<FieldFault>,
}

impl OfferDesk {
    /// Reads a spreadsheet and checks every row. Nothing is kept.
    pub async fn check_sheet(
        &self,
        bytes: Vec<u8>,
    ) -> Result<Result<CheckedSheet, DraftSheetError>, OfferError> {
        let read = tokio::task::spawn_blocking(move || read_drafts(bytes)).await;
        let sheet = match read.map_err(AppError::from)? {
            Ok(sheet) => sheet,
            Err(error) => return Ok(Err(error)),
        };
        let (city, ids, today) = (self.shown.city(), IdSource::new(), today());
        let rows = sheet.rows.into_iter().map(|row| {
            let mut draft = row.draft;
            find_place(&city, &mut draft);
            let id = ids.next(time::OffsetDateTime::now_utc());
            let faults = read_draft(&draft, id, today).faults;
            CheckedRow { row: row.row, draft, faults }
        });
        Ok(Ok(CheckedSheet { rows: rows.collect(), ignored: sheet.ignored }))
    }
}

/// Puts the pin where the address is, unless the row says where.
fn find_place(city: &City, draft: &mut Draft) {
    if draft.text(DraftField::Lon).is_some() || draft.text(DraftField::Lat).is_some() {
        return;
    }
    let Some(address) = draft.text(DraftField::Address) else { return };
    let block = find_address(city, address).first().map(|found| found.place);
    let Some(place) = block.or_else(|| town_centre(city, address)) else { return };
    for (field, degrees) in [(DraftField::Lon, place.lon()), (DraftField::Lat, place.lat())] {
        draft.say(field, &format!("{degrees:.6}")).expect("a number is short");
    }
}

/// The centre of the town that an address without a number names.
fn town_centre(city: &City, address: &str) -> Option<LonLat> {
    let named = |town: &&Town| {
        let name = address.trim().trim_start_matches(&town.municipality);
        name.parse::<TownName>().is_ok_and(|name| name == town.name)
    };
    city.towns().iter().find(named).map(|town| town.centre)
}
