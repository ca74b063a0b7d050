//! 国土数値情報 A55 (都市計画決定GISデータ): use districts by name; its other layers (fire, district
//! plan, special use, height, …) are recognised and left aside.

use super::super::super::placing::Placed;
use super::super::super::row::{Refused, Row};
use super::super::FieldNames;
use super::super::listing::DateText;
use super::{RawZone, ZoningSchema, by_name, own};

/// The schema.
pub(super) struct A55;

const LAYER: &[&str] = &["DistType", "AreaType", "TokeiType", "ParkType", "DouroType", "FaciType"];

impl ZoningSchema for A55 {
    fn name(&self) -> &'static str {
        "KSJ A55"
    }

    fn source(&self) -> Option<&'static str> {
        Some("国土数値情報 都市計画決定情報データ（国土交通省）")
    }

    fn licence(&self) -> Option<&'static str> {
        Some("国土数値情報ダウンロードサイト利用規約")
    }

    fn city_code(&self) -> &'static [&'static str] {
        &["Citycode"]
    }

    fn fits(&self, names: &FieldNames, _placed: &[Placed]) -> bool {
        names.has("YoutoName") || (names.has("Citycode") && names.has_any(LAYER))
    }

    fn skip(&self, placed: &Placed) -> Option<(String, &'static str)> {
        let fields = &placed.fields;
        let is_use_district = fields.has("YoutoName") && (fields.has("BCR") || fields.has("FAR"));
        let layer = fields.first(LAYER).1.to_text();
        let of_another_layer = layer.filter(|l| !l.contains("用途地域") && !is_use_district);
        of_another_layer.map(|layer| (layer, "it is another layer of the city plan, not a use district"))
    }

    fn read(&self, row: &mut Row<'_>) -> Result<RawZone, Refused> {
        Ok(RawZone {
            published: by_name(row, &["YoutoName"])?,
            coverage: own(row.first(&["BCR"])),
            floor_area: own(row.first(&["FAR"])),
            fire: None,
            district_plan: None,
            city_name: row.text(&["Cityname"]),
            as_of: row.text(&["FNDate", "INDate"]).and_then(|d| d.parse::<DateText>().ok()).map(|d| d.0),
        })
    }
}
