//! Surveys of land use: our own columns, and the published codes of Tokyo's 土地利用現況調査 and of PLATEAU's buildings.
//!
//! `data/land_use/codes.csv` says what each code is taken for; a code it does not know is refused by name.

use std::sync::LazyLock;

use super::super::error::ImportError;
use super::super::intake::Intake;
use super::super::kind::ImportKind;
use super::super::placing::Placed;
use super::super::row::{Refused, Row};
use super::{FieldNames, unknown_schema};
use crate::domain::{EditionId, LandUse, Lot};

const OWN: &[&str] = &["use", "用途"];
const TOKYO: &[&str] = &["建物用途", "建物用途コード", "LU_1", "tatemono_yoto"];
const PLATEAU: &[&str] = &["bldg:usage", "usage", "bldg_usage"];
const KEY: &[&str] = &["key", "gml_id", "gml:id", "建物ID", "ID"];
const BUILT: &[&str] = &["built", "bldg:yearOfConstruction", "yearOfConstruction", "建築年"];
const YEAR: &[&str] = &["year", "調査年"];

/// What published codes are taken for: scheme, code, use.
static CODES: LazyLock<Vec<(String, String, LandUse)>> = LazyLock::new(|| {
    let mut reader = csv::Reader::from_reader(include_bytes!("../../../data/land_use/codes.csv").as_slice());
    let rows = reader.records().map(|row| row.expect("the table of codes is a table"));
    rows.map(|row| (row[0].to_owned(), row[1].to_owned(), row[2].parse().expect("a use known here")))
        .collect()
});

/// Reads the lots of a file, and the latest year they tell; also the name of the schema.
pub(in super::super) fn read_lots(
    file: &str,
    placed: &[Placed],
    survey: EditionId,
    year: &mut Option<i32>,
    intake: &mut Intake,
) -> Result<(Vec<Lot>, &'static str), ImportError> {
    let names = FieldNames::of(placed);
    let (column, scheme, schema) = match () {
        () if names.has_any(OWN) => (OWN, None, "Machikado"),
        () if names.has_any(TOKYO) => (TOKYO, Some("tokyo"), "東京都土地利用現況調査"),
        () if names.has_any(PLATEAU) => (PLATEAU, Some("plateau"), "PLATEAU"),
        () => return Err(unknown_schema(ImportKind::LandUse, file, &names)),
    };
    let mut lots = Vec::new();
    for p in placed {
        lots.extend(intake.take(p, |row| {
            let lot = read_lot(survey, column, scheme, row)?;
            let told = row.text(YEAR).and_then(|text| text.trim().parse().ok());
            *year = (*year).max(told);
            Ok(lot)
        }));
    }
    Ok((lots, schema))
}

fn read_lot(
    survey: EditionId,
    column: &'static [&'static str],
    scheme: Option<&str>,
    row: &mut Row<'_>,
) -> Result<Lot, Refused> {
    let written = row.need_text(column)?;
    let used = match scheme {
        None => written.parse::<LandUse>().ok(),
        Some(scheme) => {
            let code = written.trim().trim_end_matches(".0");
            CODES.iter().find(|(of, known, _)| of == scheme && known == code).map(|(.., used)| *used)
        }
    };
    let unknown = || Refused::new(row.first(column).0, &written, "it is no use of land known here");
    let used = used.ok_or_else(unknown)?;
    let built = row.text(BUILT).and_then(|text| text.trim().get(..4).and_then(|year| year.parse().ok()));
    Ok(Lot {
        survey,
        key: row.text(KEY),
        used,
        built: built.filter(|year| (1600..2200).contains(year)),
        geometry: row.polygons()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Batch;
    use crate::import::fixtures::{squares, text};

    fn lots(properties: &[&str]) -> Result<Vec<Lot>, ImportError> {
        let imported = text(ImportKind::LandUse, "lots.geojson", &squares(properties))?;
        let Batch::LandUse { lots, survey } = imported.batch else { panic!("not lots") };
        assert!(lots.iter().all(|lot| lot.survey == survey.id));
        Ok(lots)
    }

    #[test]
    fn uses_are_read_from_our_own_words_and_from_published_codes() {
        let own = lots(&[r#""use":"factory","key":"P-1","built":1987,"year":2018"#]).unwrap();
        assert_eq!(
            (own[0].used, own[0].key.as_deref(), own[0].built),
            (LandUse::Factory, Some("P-1"), Some(1987))
        );
        let tokyo = lots(&[r#""建物用途":"142""#, r#""建物用途":131"#]).unwrap();
        assert_eq!([tokyo[0].used, tokyo[1].used], [LandUse::FactoryWithDwelling, LandUse::Detached]);
        let plateau =
            lots(&[r#""bldg:usage":"441","gml_id":"bldg_1","bldg:yearOfConstruction":"0001""#]).unwrap();
        assert_eq!((plateau[0].used, plateau[0].built), (LandUse::Factory, None));
    }

    #[test]
    fn a_code_that_is_not_known_is_refused_by_row_and_value() {
        let Err(ImportError::NothingToImport { report }) = lots(&[r#""建物用途":"999""#]) else {
            panic!("it was taken")
        };
        assert!(report.to_string().contains("999"), "{report}");
        assert!(matches!(lots(&[r#""colour":"red""#]), Err(ImportError::UnknownSchema { .. })));
    }

    #[test]
    fn every_code_of_the_table_names_a_use_and_is_told_once() {
        let mut codes: Vec<_> = CODES.iter().map(|(scheme, code, _)| (scheme, code)).collect();
        codes.sort();
        codes.dedup();
        assert_eq!(codes.len(), CODES.len());
        assert!(CODES.len() > 30);
    }
}
