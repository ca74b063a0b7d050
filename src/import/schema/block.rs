//! Blocks of towns: 位置参照情報 街区レベル of the Ministry of Land, Infrastructure, Transport and Tourism.
//!
//! One row is a block (住居表示フラグ 1) or a lot (0). Of several points of one block the representative is taken;
//! rows the publisher marks as deleted (更新後履歴フラグ 3) are skipped.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::super::error::ImportError;
use super::super::intake::Intake;
use super::super::kind::ImportKind;
use super::super::placing::Placed;
use super::super::row::{Refused, Row};
use super::municipality::five_digits;
use super::{FieldNames, unknown_schema};
use crate::domain::{Block, Numbering, TownBlocks, TownName, fold_text};

const MUNICIPALITY: &[&str] = &["市区町村名"];
const TOWN: &[&str] = &["大字・丁目名", "大字・町丁目名", "大字町丁目名"];
const NUMBER: &[&str] = &["街区符号・地番"];
const RESIDENTIAL: &[&str] = &["住居表示フラグ"];
const REPRESENTS: &[&str] = &["代表フラグ"];
const AFTER_UPDATE: &[&str] = &["更新後履歴フラグ"];
/// The largest number an address may have.
const LARGEST: u32 = 99_999;

/// A block, the town it is in, and whether its point is the representative one.
pub(in super::super) struct BlockRow {
    municipality: String,
    town: TownName,
    block: Block,
    represents: bool,
}

/// Reads the blocks of a file; also the name of its schema. `area` is the only municipality wanted, by name.
pub(in super::super) fn read_blocks(
    file: &str,
    placed: &[Placed],
    area: Option<&str>,
    intake: &mut Intake,
) -> Result<(Vec<BlockRow>, &'static str), ImportError> {
    let names = FieldNames::of(placed);
    if !names.has_any(NUMBER) || !names.has_any(TOWN) || !names.has_any(MUNICIPALITY) {
        return Err(unknown_schema(ImportKind::Addresses, file, &names));
    }
    if area.is_some_and(|area| five_digits(area).is_some()) {
        intake.note(format!("{file} names municipalities, not their codes; --area takes the name"));
    }
    let area = area.filter(|area| five_digits(area).is_none());
    let text = |p: &Placed, fields: &[&'static str]| p.fields.first(fields).1.to_text().unwrap_or_default();
    let mut rows = Vec::new();
    for p in placed {
        if area.is_some_and(|area| text(p, MUNICIPALITY) != area) {
            intake.skip(&p.file, "block of another municipality", "only the area asked for is taken");
        } else if text(p, AFTER_UPDATE) == "3" {
            intake.skip(&p.file, "deleted block", "its publisher marks it as deleted");
        } else if number(&text(p, NUMBER)).is_none() {
            intake.skip(&p.file, "block without a whole number", "addresses are looked up by whole numbers");
        } else {
            rows.extend(intake.take(p, row));
        }
    }
    Ok((rows, "位置参照情報 街区レベル"))
}

fn row(row: &mut Row<'_>) -> Result<BlockRow, Refused> {
    let shown = row.need_text(NUMBER)?;
    let number = number(&shown).ok_or_else(|| Refused::new(NUMBER[0], &shown, "it is no whole number"))?;
    let numbering = match row.need_text(RESIDENTIAL)?.as_str() {
        "1" => Numbering::Residential,
        "0" => Numbering::Lot,
        other => return Err(Refused::new(RESIDENTIAL[0], other, "it is neither 1 nor 0")),
    };
    Ok(BlockRow {
        municipality: row.need_text(MUNICIPALITY)?,
        town: row.need(TOWN)?,
        block: Block { numbering, number, place: row.point()? },
        represents: row.text(REPRESENTS).is_none_or(|flag| flag == "1"),
    })
}

fn number(text: &str) -> Option<u32> {
    fold_text(text).parse().ok().filter(|n| (1..=LARGEST).contains(n))
}

/// Blocks by what their numbers count and their number, and whether each has its representative point.
type Held = BTreeMap<(Numbering, u32), (Block, bool)>;

/// The blocks town by town, in order; of several points of one block the representative, or else the first.
pub(in super::super) fn by_town(rows: Vec<BlockRow>) -> Vec<TownBlocks> {
    let mut towns: BTreeMap<(String, TownName), Held> = BTreeMap::new();
    for row in rows {
        let blocks = towns.entry((row.municipality, row.town)).or_default();
        match blocks.entry((row.block.numbering, row.block.number)) {
            Entry::Vacant(free) => {
                free.insert((row.block, row.represents));
            }
            Entry::Occupied(mut held) if row.represents && !held.get().1 => {
                held.insert((row.block, true));
            }
            Entry::Occupied(_) => {}
        }
    }
    let town = |((municipality, town), blocks): (_, Held)| TownBlocks {
        municipality,
        town,
        blocks: blocks.into_values().map(|(block, _)| block).collect(),
    };
    towns.into_iter().map(town).collect()
}

#[cfg(test)]
mod tests {
    use super::super::super::fixtures::text;
    use super::super::super::{ImportError, ImportKind, ImportOptions, Imported, read_bytes};
    use super::*;
    use crate::domain::Batch;

    const COLUMNS: &str = "\"都道府県名\",\"市区町村名\",\"大字・丁目名\",\"小字・通称名\",\"街区符号・地番\",\"座標系番号\",\"Ｘ座標\",\"Ｙ座標\",\"緯度\",\"経度\",\"住居表示フラグ\",\"代表フラグ\",\"更新前履歴フラグ\",\"更新後履歴フラグ\"";

    /// A row made for the test: no such block need be there.
    fn line(town: &str, number: &str, lon: &str, flags: &str) -> String {
        format!(
            "\"東京都\",\"世田谷区\",\"{town}\",\"\",\"{number}\",\"9\",\"-38000.0\",\"-17000.0\",\"35.655000\",\"{lon}\",{flags}"
        )
    }

    fn csv(lines: &[String]) -> String {
        format!("{COLUMNS}\r\n{}\r\n", lines.join("\r\n"))
    }

    fn import(lines: &[String]) -> Result<Imported, ImportError> {
        text(ImportKind::Addresses, "13112_2024.csv", &csv(lines))
    }

    fn towns(imported: &Imported) -> &[TownBlocks] {
        match &imported.batch {
            Batch::Blocks(towns) => towns,
            _ => panic!("not blocks"),
        }
    }

    const CURRENT: &str = "\"1\",\"1\",\"0\",\"0\"";

    #[test]
    fn blocks_are_read_town_by_town() {
        let lines = [
            line("赤堤一丁目", "2", "139.6410", CURRENT),
            line("赤堤一丁目", "1", "139.6400", CURRENT),
            line("宇奈根", "1234", "139.6000", "\"0\",\"1\",\"0\",\"0\""),
        ];
        let found = import(&lines).unwrap();
        let [unane, akatsutsumi] = towns(&found) else { panic!("{:?}", towns(&found)) };
        assert_eq!((unane.town.to_string().as_str(), unane.blocks[0].numbering), ("宇奈根", Numbering::Lot));
        assert_eq!(akatsutsumi.municipality, "世田谷区");
        assert_eq!(akatsutsumi.blocks.iter().map(|b| b.number).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(found.report.files[0].schema, "位置参照情報 街区レベル");
    }

    #[test]
    fn shift_jis_as_published_is_read() {
        let bytes = encoding_rs::SHIFT_JIS
            .encode(&csv(&[line("赤堤一丁目", "２", "139.6410", CURRENT)]))
            .0
            .into_owned();
        let found =
            read_bytes(ImportKind::Addresses, "13112.csv", &bytes, &ImportOptions::default()).unwrap();
        assert_eq!(towns(&found)[0].blocks[0].number, 2);
        assert_eq!(found.report.files[0].encoding.as_deref(), Some("CP932"));
    }

    #[test]
    fn of_several_points_the_representative_is_taken_and_deleted_ones_are_not() {
        let lines = [
            line("赤堤一丁目", "2", "139.6410", "\"1\",\"0\",\"0\",\"0\""),
            line("赤堤一丁目", "2", "139.6420", CURRENT),
            line("赤堤一丁目", "2", "139.6430", "\"1\",\"0\",\"0\",\"0\""),
            line("赤堤一丁目", "3", "139.6440", "\"1\",\"1\",\"0\",\"3\""),
        ];
        let found = import(&lines).unwrap();
        let blocks = &towns(&found)[0].blocks;
        assert_eq!(blocks.len(), 1);
        assert!((blocks[0].place.lon() - 139.642).abs() < 1e-9);
        assert_eq!((found.report.accepted, found.report.skipped), (3, 1));
    }

    #[test]
    fn a_row_that_cannot_be_true_is_refused_by_its_field_and_one_without_a_number_skipped() {
        let lines = [
            line("赤堤一丁目", "1", "139.6410", CURRENT),
            line("", "2", "139.6410", CURRENT),
            line("赤堤一丁目", "3", "139.6410", "\"9\",\"1\",\"0\",\"0\""),
            line("赤堤一丁目", "4", "35.655", CURRENT),
            line("赤堤一丁目", "甲", "139.6410", CURRENT),
        ];
        let found = import(&lines).unwrap();
        let fields: Vec<&str> = found.report.refusals.iter().map(|r| r.field.as_str()).collect();
        assert_eq!(fields, ["大字・丁目名", "住居表示フラグ", "lon, lat"]);
        assert_eq!((found.report.accepted, found.report.refused, found.report.skipped), (1, 3, 1));
    }

    #[test]
    fn one_municipality_is_taken_out_of_a_prefecture() {
        let other = line("中町一丁目", "1", "139.6900", CURRENT).replace("世田谷区", "目黒区");
        let options = ImportOptions { area: Some("世田谷区".to_owned()), ..ImportOptions::default() };
        let file = csv(&[line("中町一丁目", "1", "139.6500", CURRENT), other]);
        let found = read_bytes(ImportKind::Addresses, "13.csv", file.as_bytes(), &options).unwrap();
        assert_eq!((towns(&found).len(), found.report.skipped), (1, 1));
    }

    #[test]
    fn towns_are_no_blocks() {
        let refused = text(
            ImportKind::Addresses,
            "t.csv",
            "市区町村名,大字町丁目名,緯度,経度\n世田谷区,赤堤一丁目,35.6,139.6\n",
        );
        assert!(matches!(refused, Err(ImportError::UnknownSchema { .. })), "{refused:?}");
    }
}
