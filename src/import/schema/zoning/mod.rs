//! Zoning: a schema says where a row keeps its district and ratios; what they mean is decided here,
//! the same for all.

mod a29;
mod a55;
mod name_only;
mod native;
mod ratios;
mod urf;
mod xkt002;

use time::Date;

use super::super::error::ImportError;
use super::super::feature::Value;
use super::super::intake::Intake;
use super::super::kind::ImportKind;
use super::super::placing::Placed;
use super::super::row::{Refused, Row};
use super::municipality::{ELSEWHERE, asked_for, code_of, is_elsewhere};
use super::{FieldNames, unknown_schema};
use crate::domain::{DistrictScheme, EditionId, FireZone, PublishedDistrict, Zone};

/// A published schema of zoning.
pub(super) trait ZoningSchema: Sync {
    /// What people call it.
    fn name(&self) -> &'static str;
    /// Who publishes it, where that is one body.
    fn source(&self) -> Option<&'static str>;
    /// Its licence, where that is known.
    fn licence(&self) -> Option<&'static str>;
    /// True if a file with these fields is in it.
    fn fits(&self, names: &FieldNames, placed: &[Placed]) -> bool;
    /// The fields that may hold the code of the municipality.
    fn city_code(&self) -> &'static [&'static str];
    /// What a row is if it is no use district at all, and why it is left aside.
    fn skip(&self, _placed: &Placed) -> Option<(String, &'static str)> {
        None
    }
    /// What a row says.
    fn read(&self, row: &mut Row<'_>) -> Result<RawZone, Refused>;
}

/// What a row says, before ratios are understood.
pub(super) struct RawZone {
    /// Its district.
    pub published: PublishedDistrict,
    /// 建蔽率 as written, and its field.
    pub coverage: (&'static str, Value),
    /// 容積率 as written, and its field.
    pub floor_area: (&'static str, Value),
    /// Fire zone, where the row says.
    pub fire: Option<FireZone>,
    /// District plan, where the row says.
    pub district_plan: Option<String>,
    /// The name of the municipality.
    pub city_name: Option<String>,
    /// The date the row describes.
    pub as_of: Option<Date>,
}

/// What the rows say about their edition.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in super::super) struct EditionClues {
    /// Every municipality code seen.
    pub city_codes: Vec<String>,
    /// Every municipality name seen.
    pub city_names: Vec<String>,
    /// The latest date seen.
    pub as_of: Option<Date>,
    /// Who publishes the schema.
    pub source: Option<&'static str>,
    /// Its licence.
    pub licence: Option<&'static str>,
}

impl EditionClues {
    fn add(&mut self, raw: &RawZone, city_code: Option<&String>) {
        let add = |seen: &mut Vec<String>, found: Option<&String>| {
            if let Some(found) = found
                && !seen.contains(found)
            {
                seen.push(found.clone());
            }
        };
        add(&mut self.city_codes, city_code);
        add(&mut self.city_names, raw.city_name.as_ref());
        self.as_of = self.as_of.max(raw.as_of);
    }
}

const SCHEMAS: &[&dyn ZoningSchema] =
    &[&urf::Urf, &a29::A29, &xkt002::Xkt002, &a55::A55, &native::Native, &name_only::NameOnly];

/// Reads the zones of a file into an edition; also the name of its schema. `area` may ask for one
/// municipality of several.
pub(in super::super) fn read_zones(
    file: &str,
    placed: &[Placed],
    edition: EditionId,
    area: Option<&str>,
    clues: &mut EditionClues,
    intake: &mut Intake,
) -> Result<(Vec<Zone>, &'static str), ImportError> {
    let names = FieldNames::of(placed);
    let schema = SCHEMAS
        .iter()
        .find(|s| s.fits(&names, placed))
        .ok_or_else(|| unknown_schema(ImportKind::Zoning, file, &names))?;
    clues.source = clues.source.or(schema.source());
    clues.licence = clues.licence.or(schema.licence());
    let unit = ratios::unit_of(file, placed, *schema, intake);
    let asked = asked_for(area, placed, schema.city_code());
    let mut zones = Vec::new();
    for p in placed {
        if is_elsewhere(asked.as_ref(), p, schema.city_code()) {
            intake.skip(&p.file, ELSEWHERE.0, ELSEWHERE.1);
            continue;
        }
        if let Some((what, reason)) = schema.skip(p) {
            intake.skip(&p.file, &what, reason);
            continue;
        }
        let id = intake.id();
        zones.extend(intake.take(p, |row| {
            let raw = schema.read(row)?;
            let geometry = row.polygons()?;
            let (coverage, floor_area) = ratios::read(row, &raw, unit);
            clues.add(&raw, code_of(p, schema.city_code()).as_ref());
            let RawZone { published, fire, district_plan, .. } = raw;
            Ok(Zone { id, edition, published, coverage, floor_area, fire, district_plan, geometry })
        }));
    }
    Ok((zones, schema.name()))
}

/// The district of a code, or why it is none.
fn by_code(
    row: &Row<'_>,
    scheme: DistrictScheme,
    field: &'static str,
) -> Result<Option<PublishedDistrict>, Refused> {
    let Some(text) = row.text(&[field]) else { return Ok(None) };
    let code = text.parse::<f64>().ok().filter(|n| n.fract() == 0.0).map(|n| n as i64);
    let code = code.ok_or_else(|| Refused::new(field, &text, "it is not a use district code"))?;
    PublishedDistrict::from_code(scheme, code).map(Some).map_err(|e| Refused::new(field, &text, e))
}

/// The district of a name, or why it is none.
fn by_name(row: &Row<'_>, names: &[&'static str]) -> Result<PublishedDistrict, Refused> {
    let text = row.need_text(names)?;
    PublishedDistrict::from_name(&text).map_err(|e| Refused::new(row.first(names).0, &text, e))
}

fn own(field: (&'static str, &Value)) -> (&'static str, Value) {
    (field.0, field.1.clone())
}
