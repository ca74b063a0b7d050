//! Names the edition an import of zoning, or of a survey of land use, makes: from the flags, else from the rows, else from the
//! file, and says in the report what it had to assume.

use time::Date;

use super::checksum::checksum;
use super::error::ImportError;
use super::intake::Intake;
use super::options::ImportOptions;
use super::report::EditionMade;
use super::schema::zoning::EditionClues;
use super::source::SourceFile;
use crate::domain::{Edition, EditionId};

const NOT_STATED: &str = "記載なし";

/// The edition of the files read; `what` they hold is part of its name.
pub(super) fn edition(
    id: EditionId,
    what: &str,
    files: &[SourceFile],
    clues: &EditionClues,
    options: &ImportOptions,
    intake: &mut Intake,
) -> Result<Edition, ImportError> {
    let stem = files.first().map(|f| f.stem().to_owned()).unwrap_or_default();
    let only = |seen: &[String]| if let [one] = seen { Some(one.clone()) } else { None };
    let area = options.area.clone().or_else(|| only(&clues.city_codes)).unwrap_or_else(|| {
        if options.area.is_none() {
            intake.note(format!("area: `{stem}`, the name of the file; later editions replace it only under that name (--area)"));
        }
        stem.clone()
    });
    let as_of = as_of(files, clues, options, intake)?;
    let place = only(&clues.city_names).unwrap_or_else(|| area.clone());
    let name = options.edition.clone().unwrap_or_else(|| format!("{place} {what} {}年", as_of.year()));
    let stated =
        |flag: &Option<String>, known: Option<&str>| flag.clone().or_else(|| known.map(str::to_owned));
    let source = stated(&options.source, clues.source).unwrap_or_else(|| {
        intake.note("source: the name of the file; say who published it with --source");
        files.first().map(|f| f.name.clone()).unwrap_or_default()
    });
    let licence = stated(&options.licence, clues.licence).unwrap_or_else(|| {
        intake.note(format!("licence: {NOT_STATED} (not stated); say it with --licence"));
        NOT_STATED.to_owned()
    });
    let imported_at = intake.now();
    let checksum = checksum(files)?;
    let edition = Edition { id, name, area, source, licence, as_of, imported_at, checksum }.checked()?;
    intake.report.edition = Some(EditionMade {
        name: edition.name.clone(),
        area: edition.area.clone(),
        as_of: edition.as_of,
        source: edition.source.clone(),
        licence: edition.licence.clone(),
        checksum: edition.checksum.clone(),
    });
    Ok(edition)
}

/// The date the data describes. Where neither flag nor rows say, the date of the file is taken and
/// said so; a strict import wants to be told.
fn as_of(
    files: &[SourceFile],
    clues: &EditionClues,
    options: &ImportOptions,
    intake: &mut Intake,
) -> Result<Date, ImportError> {
    if let Some(date) = options.as_of.or(clues.as_of) {
        if options.as_of.is_none() {
            intake.note(format!("as of: {date}, the latest date in the rows; correct it with --as-of"));
        }
        return Ok(date);
    }
    let file = files.first().map(|f| f.name.clone()).unwrap_or_default();
    if options.strict {
        return Err(ImportError::AsOfUnknown { file });
    }
    let date = files.iter().filter_map(SourceFile::written_on).max().unwrap_or(intake.now().date());
    intake.note(format!(
        "as of: {date}, the date of the file, because nothing in it says; correct it with --as-of"
    ));
    Ok(date)
}
