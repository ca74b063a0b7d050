//! Listings: our own columns, each also under the Japanese names a ward's list uses.
//!
//! What a listing is nothing without (title, kind, place, dates that fit) refuses the row; any other
//! field that cannot be read is left unstated and reported. A list that names no state is taken as
//! public, one that names no 取引態様 as the publisher's own.

use std::str::FromStr;
use time::Date;
use time::macros::format_description;

use super::super::error::ImportError;
use super::super::intake::Intake;
use super::super::kind::ImportKind;
use super::super::placing::Placed;
use super::super::row::{Refused, Row};
use super::listing_terms::terms;
use super::{FieldNames, unknown_schema};
use crate::domain::{
    AreaM2, Condition, Cooking, Freshness, Handover, Listing, ListingId, ListingKind, ListingState,
    OfferedBy, Photo, PinPrecision, Premises, Storey, Storeys, UnknownSlug, Utilities, fold_text,
};

const TITLE: &[&str] = &["title", "名称", "物件名", "物件名称", "見出し"];
const KIND: &[&str] = &["kind", "物件種別", "種別"];
const STATE: &[&str] = &["state", "公開状態", "状態"];
const OFFERED_BY: &[&str] = &["offered_by", "取引態様"];
const REGISTERED: &[&str] = &["registered_on", "情報登録日", "登録日"];
const UPDATED: &[&str] = &["updated_on", "更新日", "情報更新日"];
const NEXT_UPDATE: &[&str] = &["next_update_on", "次回更新予定日"];

/// Reads the listings of a file; also the name of its schema.
pub(in super::super) fn read_listings(
    file: &str,
    placed: &[Placed],
    intake: &mut Intake,
) -> Result<(Vec<Listing>, &'static str), ImportError> {
    let names = FieldNames::of(placed);
    let storefronts = names.has("vacant_on_12_31") && names.has("property_street_address_or");
    if !storefronts && (!names.has_any(TITLE) || names.has_any(&["amenity", "shop", "cuisine"])) {
        return Err(unknown_schema(ImportKind::Listings, file, &names));
    }
    for (field, fields, taken_as) in [
        ("state", STATE, "published (公開中)"),
        ("kind", KIND, "shops to let (空き店舗)"),
        ("offered_by", OFFERED_BY, "offered by the publisher (公的団体)"),
    ] {
        if !storefronts && !names.has_any(fields) {
            intake.note(format!("{file} has no column `{field}`: its listings are taken as {taken_as}"));
        }
    }
    let today = intake.now().date();
    let listings = placed
        .iter()
        .filter_map(|p| {
            let id = intake.id();
            intake.take(p, |row| listing(id, today, row))
        })
        .collect();
    let schema = if storefronts {
        "New York storefronts"
    } else if names.has("title") {
        "Machikado"
    } else {
        "municipal standard"
    };
    Ok((listings, schema))
}

/// Reads one row.
pub(in super::super) fn listing(id: ListingId, today: Date, row: &mut Row<'_>) -> Result<Listing, Refused> {
    let place = row.point()?;
    let listing = Listing {
        id,
        kind: word_or(row, KIND, ListingKind::Shop)?,
        state: word_or(row, STATE, ListingState::Published)?,
        title: row.need_text(TITLE)?,
        description: row.text(&["description", "説明", "備考", "紹介文"]).unwrap_or_default(),
        address: row
            .text(&["address", "所在地_連結表記", "所在地_連結標記", "所在地", "住所"])
            .unwrap_or_default(),
        place,
        pin: word_or(row, &["pin"], PinPrecision::Exact)?,
        terms: terms(row),
        premises: premises(row),
        handover: row
            .read::<HandoverText>(&["handover", "引渡", "引渡し", "入居可能日"])
            .map_or(Handover::Negotiable, |h| h.0),
        offered_by: word_or(row, OFFERED_BY, OfferedBy::Public)?,
        licence_number: row.text(&["licence_number", "免許番号", "宅建免許番号"]),
        trades: row.text(&["trades", "希望業種"]).map(|t| words(&t)).unwrap_or_default(),
        photos: row.text(&["photos"]).map(|t| photos(&t)).unwrap_or_default(),
        freshness: freshness(row, today)?,
        synthetic: flag(row, &["synthetic"]).unwrap_or(false),
        source_key: row.key(&["key", "ID", "id", "物件番号", "管理番号"]),
    };
    listing.checked().map_err(|e| Refused::new("listing", "", e))
}

/// A word of a closed vocabulary; a default only where the file says nothing.
fn word_or<T: FromStr<Err = UnknownSlug>>(
    row: &Row<'_>,
    names: &[&'static str],
    default: T,
) -> Result<T, Refused> {
    if row.text(names).is_none() { Ok(default) } else { row.need(names) }
}

fn premises(row: &mut Row<'_>) -> Premises {
    let tsubo = row.number(&["area_tsubo", "面積_坪", "坪数"]);
    let m2 = row.number(&["area_m2", "面積", "面積_m2", "専有面積"]);
    let area = match (m2, tsubo) {
        (Some(m2), _) => Some(AreaM2::new(m2)),
        (None, Some(tsubo)) => Some(AreaM2::from_tsubo(tsubo)),
        (None, None) => None,
    };
    let area = area.and_then(|area| area.map_err(|e| row.blank("area_m2", e.value.to_string(), &e)).ok());
    Premises {
        area,
        storeys: storeys(row),
        building_storeys: small(row, &["building_storeys", "建物階数"]),
        frontage_m: row.number(&["frontage_m", "間口"]),
        ceiling_m: row.number(&["ceiling_m", "天井高"]),
        floor_load_kg_m2: row.count(&["floor_load_kg_m2", "床荷重"]),
        built_year: small(row, &["built_year", "築年", "建築年"]),
        condition: row.read(&["condition", "内装"]).unwrap_or(Condition::Unstated),
        cooking: row.read(&["cooking", "飲食"]).unwrap_or(Cooking::Unstated),
        utilities: Utilities {
            power_kw: row.number(&["power_kw", "電気容量"]),
            three_phase: flag(row, &["three_phase", "動力"]),
            gas: flag(row, &["gas", "ガス"]),
            water: flag(row, &["water", "水道"]),
            exhaust: flag(row, &["exhaust", "排気"]),
            toilet: flag(row, &["toilet", "トイレ"]),
            loading: flag(row, &["loading", "荷捌き"]),
            parking: parking(row),
        },
    }
}

fn storeys(row: &mut Row<'_>) -> Option<Storeys> {
    let lowest: Option<Storey> = row.read(&["storey_lowest", "階", "所在階"]);
    let highest: Option<Storey> = row.read(&["storey_highest", "最上階"]);
    let (lowest, highest) = (lowest.or(highest)?, highest.or(lowest)?);
    Storeys::new(lowest, highest).map_err(|e| row.blank("storey_lowest", lowest.to_string(), e)).ok()
}

/// A number of parking places; 有 says there is at least one.
fn parking(row: &mut Row<'_>) -> Option<u16> {
    const NAMES: &[&str] = &["parking", "駐車場"];
    match row.text(NAMES).as_deref().map(fold_text).as_deref() {
        Some("有" | "true" | "あり" | "可") => Some(1),
        Some("無" | "false" | "なし" | "不可") => Some(0),
        _ => small(row, NAMES),
    }
}

fn small<T: TryFrom<u32>>(row: &mut Row<'_>, names: &[&'static str]) -> Option<T> {
    let count = row.count(names)?;
    let small = T::try_from(count).ok();
    if small.is_none() {
        row.blank(row.first(names).0, count.to_string(), "it is too large");
    }
    small
}

/// Yes or no, as people write it; empty is unknown.
pub(in super::super) fn flag(row: &mut Row<'_>, names: &[&'static str]) -> Option<bool> {
    let text = row.text(names)?;
    match fold_text(&text).as_str() {
        "true" | "1" | "yes" | "有" | "あり" | "可" | "○" | "〇" => Some(true),
        "false" | "0" | "no" | "無" | "なし" | "不可" | "×" => Some(false),
        "" | "不明" => None,
        _ => {
            row.blank(row.first(names).0, &text, "it is neither yes nor no");
            None
        }
    }
}

fn freshness(row: &Row<'_>, today: Date) -> Result<Freshness, Refused> {
    let date = |names: &[&'static str]| match row.text(names) {
        None => Ok(None),
        Some(_) => row.need::<DateText>(names).map(|d| Some(d.0)),
    };
    let updated = date(UPDATED)?;
    let registered = date(REGISTERED)?.or(updated).unwrap_or(today);
    let updated = updated.unwrap_or(registered);
    let next = date(NEXT_UPDATE)?.unwrap_or(updated.saturating_add(Freshness::LONGEST));
    Freshness::new(registered, updated, next).map_err(|e| Refused::new("updated_on", updated.to_string(), e))
}

fn words(text: &str) -> Vec<String> {
    text.split([';', '；']).map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// `name|what it shows;name|what it shows`.
fn photos(text: &str) -> Vec<Photo> {
    let photo = |entry: String| {
        let (name, alt) = entry.split_once('|').unwrap_or((&entry, ""));
        Photo { name: name.trim().to_owned(), alt: alt.trim().to_owned() }
    };
    words(text).into_iter().map(photo).collect()
}

/// A date as `2025-04-01`, `2025/4/1`, `20250401` or `2025年4月1日`.
pub(in super::super) struct DateText(pub Date);

/// A text that is no date.
#[derive(Debug, thiserror::Error)]
#[error("it is not a date (YYYY-MM-DD)")]
pub(in super::super) struct NotADate;

impl FromStr for DateText {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let folded = fold_text(text);
        let day = folded.get(..10).filter(|d| d.as_bytes()[4] == b'-').unwrap_or(&folded);
        let plain = day.replace(['/', '年', '月', '.'], "-").replace('日', "");
        let compact = format_description!("[year][month][day]");
        let dashed = format_description!("[year]-[month padding:none]-[day padding:none]");
        let parsed =
            if plain.contains('-') { Date::parse(&plain, dashed) } else { Date::parse(&plain, compact) };
        parsed.map(Self).map_err(|_| NotADate)
    }
}

struct HandoverText(Handover);

impl FromStr for HandoverText {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        Ok(Self(match fold_text(text).as_str() {
            "now" | "即" | "即時" | "即入居可" | "即日" => Handover::Now,
            "negotiable" | "相談" | "要相談" | "応相談" => Handover::Negotiable,
            _ => Handover::From(text.parse::<DateText>()?.0),
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::date;

    #[test]
    fn dates_are_read_as_offices_write_them() {
        for text in [
            "2025-04-01",
            "2025/4/1",
            "20250401",
            "2025年4月1日",
            "２０２５年４月１日",
            "2025-04-01T00:00:00",
        ] {
            assert_eq!(text.parse::<DateText>().unwrap().0, date!(2025 - 04 - 01), "{text}");
        }
        assert!("4月1日".parse::<DateText>().is_err());
        assert!("".parse::<DateText>().is_err());
    }

    #[test]
    fn a_photo_has_a_name_and_what_it_shows() {
        let found = photos("a.svg|店の正面;b.svg|厨房");
        assert_eq!(found[1], Photo { name: "b.svg".into(), alt: "厨房".into() });
    }
}
