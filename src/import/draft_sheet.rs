//! Reads drafts from a spreadsheet: an Excel workbook, or CSV in any encoding Japan writes in. A row is a draft; a
//! column is a field, by our name for it or by those that municipalities and brokers use.

use std::io::{Cursor, Read as _};
use std::sync::Arc;

use calamine::{Data, Reader as _, Xlsx};
use thiserror::Error;

use super::csv_table::CsvTable;
use super::error::ImportError;
use super::feature::{Fields, Value};
use super::format::{Format as _, Sink};
use super::options::ImportOptions;
use super::source::SourceFile;
use crate::domain::{AreaM2, Draft, DraftField, FieldTooLong, fold_text};

/// The largest file that is read.
pub const LARGEST_SHEET: usize = 4 << 20;
/// Rows of one file.
pub const MOST_ROWS: usize = 200;
/// A workbook may unpack to this many bytes.
const UNPACKED: u64 = 64 << 20;

/// A row of a spreadsheet as a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetRow {
    /// Its number as a spreadsheet counts: the header is 1.
    pub row: usize,
    /// What it says.
    pub draft: Draft,
}

/// The rows of a spreadsheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftSheet {
    /// Rows that say anything.
    pub rows: Vec<SheetRow>,
    /// Columns that are no field of an offer.
    pub ignored: Vec<String>,
}

/// Why a file gives no drafts.
#[derive(Debug, Error)]
pub enum DraftSheetError {
    /// Larger than is read.
    #[error("a list may have at most 4 MB, unpacked 64 MB")]
    TooLarge,
    /// More rows than are read.
    #[error("a list may have at most {MOST_ROWS} rows; this one has {0}")]
    TooManyRows(usize),
    /// No column is a field of an offer.
    #[error("none of its columns is a field of an offer: {0}")]
    NoColumns(String),
    /// Neither Excel nor CSV, or damaged.
    #[error("it is neither an Excel workbook (.xlsx) nor CSV, or it is damaged")]
    Workbook(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// CSV that cannot be read.
    #[error("row by row: {0}")]
    Csv(#[from] ImportError),
    /// A field with more than it may hold.
    #[error("row {row}: {source}")]
    TooLong {
        /// The row.
        row: usize,
        /// Which field.
        source: FieldTooLong,
    },
}

/// Names of columns beside our own and the Japanese name of each field.
const ALSO: &[(DraftField, &[&str])] = &[
    (DraftField::Kind, &["物件種別"]),
    (DraftField::Title, &["名称", "物件名", "物件名称"]),
    (DraftField::Description, &["説明", "備考"]),
    (DraftField::Address, &["所在地_連結表記", "所在地_連結標記", "住所"]),
    (DraftField::Lon, &["longitude", "lng"]),
    (DraftField::Lat, &["latitude"]),
    (DraftField::LicenceNumber, &["宅建免許番号"]),
    (DraftField::Rent, &["家賃"]),
    (DraftField::CommonFee, &["管理費"]),
    (DraftField::Deposit, &["敷金", "保証金"]),
    (DraftField::AreaM2, &["面積_m2", "面積_㎡", "専有面積"]),
    (DraftField::StoreyLowest, &["所在階"]),
    (DraftField::BuiltYear, &["建築年"]),
    (DraftField::Handover, &["引渡し", "入居可能日"]),
];
const TSUBO: &[&str] = &["area_tsubo", "面積_坪", "坪数"];

/// The columns of the template, in order.
const TEMPLATE: &[DraftField] = &[
    DraftField::Kind,
    DraftField::Title,
    DraftField::Address,
    DraftField::OfferedBy,
    DraftField::LicenceNumber,
    DraftField::Rent,
    DraftField::Tax,
    DraftField::CommonFee,
    DraftField::Deposit,
    DraftField::KeyMoney,
    DraftField::Lease,
    DraftField::LeaseMonths,
    DraftField::Handover,
    DraftField::AreaM2,
    DraftField::StoreyLowest,
    DraftField::Condition,
    DraftField::Cooking,
    DraftField::Trades,
    DraftField::Description,
    DraftField::Lon,
    DraftField::Lat,
];

/// An empty list to fill in: CSV with a byte-order mark, as Excel opens it.
pub fn template() -> String {
    let names: Vec<&str> = TEMPLATE.iter().map(|field| field.name_ja()).collect();
    format!("\u{feff}{}\r\n", names.join(","))
}

/// Reads the rows of a file.
pub fn read_drafts(bytes: Vec<u8>) -> Result<DraftSheet, DraftSheetError> {
    if bytes.len() > LARGEST_SHEET {
        return Err(DraftSheetError::TooLarge);
    }
    let rows = if bytes.starts_with(b"PK\x03\x04") { workbook(bytes)? } else { csv(bytes)? };
    if rows.len() > MOST_ROWS {
        return Err(DraftSheetError::TooManyRows(rows.len()));
    }
    let names: Vec<&str> = rows.first().map(|(_, fields)| fields.names().collect()).unwrap_or_default();
    let (known, ignored): (Vec<&str>, Vec<&str>) =
        names.iter().copied().partition(|name| field_of(name).is_some() || TSUBO.contains(name));
    if known.is_empty() {
        return Err(DraftSheetError::NoColumns(names.join(", ").chars().take(200).collect()));
    }
    let ignored = ignored.into_iter().filter(|name| !name.is_empty()).map(str::to_owned).collect();
    let rows = rows.iter().map(|(row, fields)| read_row(*row, fields)).collect::<Result<_, _>>()?;
    Ok(DraftSheet { rows, ignored })
}

fn read_row(row: usize, fields: &Fields) -> Result<SheetRow, DraftSheetError> {
    let mut draft = Draft::new();
    for name in fields.names() {
        let Some((field, text)) = field_of(name).zip(fields.get(name).to_text()) else { continue };
        if draft.text(field).is_none() {
            let said = draft.say(field, &in_our_words(field, &text));
            said.map_err(|source| DraftSheetError::TooLong { row, source })?;
        }
    }
    let tsubo = fields.first(TSUBO).1.to_text().and_then(|text| fold_text(&text).parse::<f64>().ok());
    if let (None, Some(Ok(area))) = (draft.text(DraftField::AreaM2), tsubo.map(AreaM2::from_tsubo)) {
        draft
            .say(DraftField::AreaM2, &area.m2().to_string())
            .map_err(|source| DraftSheetError::TooLong { row, source })?;
    }
    Ok(SheetRow { row, draft })
}

/// A word of a closed vocabulary as the pages of offers know it.
fn in_our_words(field: DraftField, text: &str) -> String {
    use crate::domain::{Condition, Cooking, LeaseKind, ListingKind, OfferedBy, Tax};
    let slug = match field {
        DraftField::Kind => text.parse().map(ListingKind::slug).ok(),
        DraftField::OfferedBy => text.parse().map(OfferedBy::slug).ok(),
        DraftField::Tax => text.parse().map(Tax::slug).ok(),
        DraftField::Lease => text.parse().map(LeaseKind::slug).ok(),
        DraftField::Condition => text.parse().map(Condition::slug).ok(),
        DraftField::Cooking => text.parse().map(Cooking::slug).ok(),
        _ => None,
    };
    slug.map_or_else(|| text.to_owned(), str::to_owned)
}

fn field_of(name: &str) -> Option<DraftField> {
    let folded = fold_text(name);
    let is = |known: &str| fold_text(known) == folded;
    let own = DraftField::ALL.iter().copied().find(|field| is(field.slug()) || is(field.name_ja()));
    own.or_else(|| ALSO.iter().find(|(_, names)| names.iter().any(|name| is(name))).map(|(field, _)| *field))
}

fn csv(bytes: Vec<u8>) -> Result<Vec<(usize, Fields)>, DraftSheetError> {
    let file = SourceFile::in_memory("list.csv", Arc::from(bytes));
    let mut sink = Sink::new(&file.name);
    CsvTable.read(&file, &ImportOptions::default(), &mut sink)?;
    Ok(sink.into_features().into_iter().map(|feature| (feature.row, feature.fields)).collect())
}

/// The first sheet of a workbook.
fn workbook(bytes: Vec<u8>) -> Result<Vec<(usize, Fields)>, DraftSheetError> {
    let damaged = |error: Box<dyn std::error::Error + Send + Sync>| DraftSheetError::Workbook(error);
    if unpacked(&bytes).map_err(|error| damaged(error.into()))? > UNPACKED {
        return Err(DraftSheetError::TooLarge);
    }
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| damaged(error.into()))?;
    let sheet = book.worksheet_range_at(0).ok_or_else(|| damaged("it has no sheet".into()))?;
    let sheet = sheet.map_err(|error| damaged(error.into()))?;
    // Rows are numbered from the first that says anything.
    let first = sheet.start().map_or(0, |(row, _)| row as usize) + 1;
    let mut rows = sheet.rows().enumerate().map(|(at, cells)| (first + at, cells));
    let Some((_, header)) = rows.next() else { return Ok(Vec::new()) };
    let names: Vec<Arc<str>> = header.iter().map(|cell| Arc::from(cell.to_string().trim())).collect();
    let fields = |cells: &[Data]| names.iter().cloned().zip(cells.iter().map(value)).collect::<Fields>();
    let filled = rows.filter(|(_, cells)| cells.iter().any(|cell| value(cell) != Value::Null));
    Ok(filled.map(|(row, cells)| (row, fields(cells))).collect())
}

/// How many bytes the members of an archive hold, read through and not believed.
fn unpacked(bytes: &[u8]) -> Result<u64, zip::result::ZipError> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes))?;
    let mut total = 0;
    for index in 0..archive.len() {
        let mut member = archive.by_index(index)?.take(UNPACKED + 1);
        total += std::io::copy(&mut member, &mut std::io::sink())?;
        if total > UNPACKED {
            break;
        }
    }
    Ok(total)
}

fn value(cell: &Data) -> Value {
    match cell {
        Data::Empty | Data::Error(_) => Value::Null,
        Data::Float(number) => Value::Number(*number),
        Data::Int(number) => Value::Number(*number as f64),
        Data::Bool(yes) => Value::Bool(*yes),
        // A date as the fields take it.
        Data::DateTime(at) => {
            let (year, month, day, ..) = at.to_ymd_hms_milli();
            Value::text(&format!("{year:04}-{month:02}-{day:02}"))
        }
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => Value::text(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = "物件名,種別,住所,家賃,面積_坪,色\r\n\
                        角の店,空き店舗,世田谷区経堂1-2-3,18万円,12.1,赤\r\n\
                        ,,,,,\r\n\
                        作業所,工場・作業所,世田谷区船橋1-1,要相談,,\r\n";

    fn check(sheet: &DraftSheet) {
        assert_eq!(sheet.rows.len(), 2);
        assert_eq!((sheet.rows[0].row, sheet.rows[1].row), (2, 4));
        let text = |row: usize, field| sheet.rows[row].draft.text(field);
        assert_eq!(text(0, DraftField::Title), Some("角の店"));
        assert_eq!((text(0, DraftField::Kind), text(1, DraftField::Kind)), (Some("shop"), Some("workshop")));
        assert_eq!(text(0, DraftField::Rent), Some("18万円"));
        assert_eq!(text(0, DraftField::AreaM2), Some("40"));
        assert_eq!(sheet.ignored, ["色"]);
    }

    #[test]
    fn a_list_in_any_encoding_gives_a_draft_a_row() {
        check(&read_drafts(LIST.as_bytes().to_vec()).unwrap());
        check(&read_drafts(encoding_rs::SHIFT_JIS.encode(LIST).0.into_owned()).unwrap());
        check(&read_drafts(format!("\u{feff}{LIST}").into_bytes()).unwrap());
    }

    #[test]
    fn the_template_reads_back_with_every_column_known() {
        let filled = format!("{}空き店舗,店\r\n", template());
        let sheet = read_drafts(filled.into_bytes()).unwrap();
        assert_eq!((sheet.rows.len(), sheet.ignored), (1, vec![]));
    }

    /// The smallest workbook there can be, of one sheet with texts, a number and a date.
    fn book(rows: &str) -> Vec<u8> {
        use std::io::Write as _;
        let parts = [
            (
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
                 <Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"
                    .to_owned(),
            ),
            (
                "_rels/.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
                 <Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" \
                 Target=\"xl/workbook.xml\"/></Relationships>"
                    .to_owned(),
            ),
            (
                "xl/workbook.xml",
                "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
                 xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\
                 <sheets><sheet name=\"一覧\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
                    .to_owned(),
            ),
            (
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
                 <Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" \
                 Target=\"worksheets/sheet1.xml\"/></Relationships>"
                    .to_owned(),
            ),
            (
                "xl/worksheets/sheet1.xml",
                format!(
                    "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}\
                     </sheetData></worksheet>"
                ),
            ),
        ];
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in parts {
            zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    fn text(cell: &str, words: &str) -> String {
        format!("<c r=\"{cell}\" t=\"inlineStr\"><is><t>{words}</t></is></c>")
    }

    #[test]
    fn a_workbook_gives_a_draft_a_row() {
        let header = [text("A1", "名称"), text("B1", "賃料"), text("C1", "面積")].concat();
        let first = [text("A2", "角の店"), "<c r=\"B2\"><v>180000</v></c><c r=\"C2\"><v>40.5</v></c>".into()]
            .concat();
        let sheet =
            read_drafts(book(&format!("<row r=\"1\">{header}</row><row r=\"2\">{first}</row>"))).unwrap();
        let draft = &sheet.rows[0].draft;
        assert_eq!(sheet.rows[0].row, 2);
        assert_eq!(draft.text(DraftField::Title), Some("角の店"));
        assert_eq!(draft.text(DraftField::Rent), Some("180000"));
        assert_eq!(draft.text(DraftField::AreaM2), Some("40.5"));
    }

    #[test]
    fn a_workbook_that_unpacks_to_more_than_is_read_is_refused() {
        let blanks = format!("<row r=\"1\">{}</row>", " ".repeat(70 << 20));
        let bomb = book(&blanks);
        assert!(bomb.len() < LARGEST_SHEET);
        assert!(matches!(read_drafts(bomb), Err(DraftSheetError::TooLarge)));
    }

    #[test]
    fn what_is_no_list_is_refused_with_the_reason() {
        assert!(matches!(read_drafts(b"PK\x03\x04broken".to_vec()), Err(DraftSheetError::Workbook(_))));
        let columns = read_drafts("色,形\n赤,丸\n".as_bytes().to_vec());
        assert!(matches!(columns, Err(DraftSheetError::NoColumns(names)) if names == "色, 形"));
        let many = format!("名称\n{}", "店\n".repeat(MOST_ROWS + 1));
        assert!(matches!(read_drafts(many.into_bytes()), Err(DraftSheetError::TooManyRows(201))));
        assert!(matches!(read_drafts(vec![b'a'; LARGEST_SHEET + 1]), Err(DraftSheetError::TooLarge)));
    }
}
