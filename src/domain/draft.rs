//! A draft: what somebody has typed about premises so far, field by field, as it was typed.
//!
//! Nothing is thrown away because it cannot be read yet. The fields are named as the columns of a list of
//! listings are, so that a row of a spreadsheet is a draft too.

use std::collections::BTreeMap;

use thiserror::Error;

use super::slug::vocabulary;

/// The longest text of a field, in characters.
const LONGEST: usize = 8_000;
/// The most pictures of one offer.
pub const MOST_PHOTOS: usize = 20;

vocabulary! {
    /// A field of a draft; its slug is the column of a list of listings.
    pub enum DraftField("field of a draft") {
        /// What kind of offer.
        Kind = "kind", "種別";
        /// Headline.
        Title = "title", "見出し";
        /// The landlord's own words.
        Description = "description", "紹介文";
        /// Address with the municipality.
        Address = "address", "所在地";
        /// Longitude of the pin, degrees.
        Lon = "lon", "経度";
        /// Latitude of the pin, degrees.
        Lat = "lat", "緯度";
        /// How exactly the public sees the place.
        Pin = "pin", "位置の見せ方";
        /// Who answers questions: `relay` or `desk`.
        Contact = "contact", "連絡先";
        /// 取引態様.
        OfferedBy = "offered_by", "取引態様";
        /// Licence number of a broker.
        LicenceNumber = "licence_number", "免許番号";
        /// 賃料.
        Rent = "rent", "賃料";
        /// Whether tax is included.
        Tax = "tax", "消費税";
        /// 共益費.
        CommonFee = "common_fee", "共益費";
        /// 敷金・保証金.
        Deposit = "deposit", "敷金・保証金";
        /// 償却.
        Amortisation = "amortisation", "償却";
        /// 礼金.
        KeyMoney = "key_money", "礼金";
        /// 造作譲渡料.
        FixturesPrice = "fixtures_price", "造作譲渡料";
        /// 更新料.
        RenewalFee = "renewal_fee", "更新料";
        /// フリーレント.
        FreeRentMonths = "free_rent_months", "フリーレント";
        /// The kind of contract.
        Lease = "lease", "契約形態";
        /// Its length in months.
        LeaseMonths = "lease_months", "契約期間";
        /// Floor area, m².
        AreaM2 = "area_m2", "面積";
        /// The lowest storey.
        StoreyLowest = "storey_lowest", "階";
        /// The highest storey.
        StoreyHighest = "storey_highest", "最上階";
        /// Storeys of the building.
        BuildingStoreys = "building_storeys", "建物階数";
        /// 間口, metres.
        FrontageM = "frontage_m", "間口";
        /// Ceiling height, metres.
        CeilingM = "ceiling_m", "天井高";
        /// Floor load, kg per m².
        FloorLoad = "floor_load_kg_m2", "床荷重";
        /// Year of completion.
        BuiltYear = "built_year", "築年";
        /// What is inside.
        Condition = "condition", "内装";
        /// Cooking allowed.
        Cooking = "cooking", "飲食";
        /// Electric power, kW.
        PowerKw = "power_kw", "電気容量";
        /// 動力.
        ThreePhase = "three_phase", "動力";
        /// Gas.
        Gas = "gas", "ガス";
        /// Water and drain.
        Water = "water", "水道";
        /// Exhaust.
        Exhaust = "exhaust", "排気";
        /// Toilet.
        Toilet = "toilet", "トイレ";
        /// Loading at the door.
        Loading = "loading", "荷捌き";
        /// Parking places.
        Parking = "parking", "駐車場";
        /// When it can be taken over.
        Handover = "handover", "引渡";
        /// Trades that are welcome.
        Trades = "trades", "希望業種";
    }
}

/// A text that is too long for its field.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{}` may have at most {LONGEST} characters", .0.slug())]
pub struct FieldTooLong(pub DraftField);

/// What was typed, by field. A field that says nothing is not in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft(BTreeMap<DraftField, String>);

impl Draft {
    /// A draft of nothing.
    pub const fn new() -> Self {
        Self(BTreeMap::new())
    }

    /// Says a field; an empty text unsays it.
    pub fn say(&mut self, field: DraftField, text: &str) -> Result<(), FieldTooLong> {
        let plain = |c: char| !c.is_control() || c == '\n';
        let text: String = text.replace("\r\n", "\n").chars().filter(|c| plain(*c)).collect();
        let text = text.trim();
        if text.chars().count() > LONGEST {
            return Err(FieldTooLong(field));
        }
        if text.is_empty() {
            self.0.remove(&field);
        } else {
            self.0.insert(field, text.to_owned());
        }
        Ok(())
    }

    /// What a field says.
    pub fn text(&self, field: DraftField) -> Option<&str> {
        self.0.get(&field).map(String::as_str)
    }

    /// Every field that says something.
    pub fn iter(&self) -> impl Iterator<Item = (DraftField, &str)> {
        self.0.iter().map(|(field, text)| (*field, text.as_str()))
    }

    /// The fields in which two drafts differ.
    pub fn changed_from(&self, before: &Self) -> Vec<DraftField> {
        DraftField::ALL.iter().copied().filter(|field| self.text(*field) != before.text(*field)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_keeps_what_was_typed_and_forgets_what_was_emptied() {
        let mut draft = Draft::new();
        draft.say(DraftField::Rent, " 18万くらい ").unwrap();
        draft.say(DraftField::Title, "a\u{0}b").unwrap();
        assert_eq!(draft.text(DraftField::Rent), Some("18万くらい"));
        assert_eq!(draft.text(DraftField::Title), Some("ab"));
        let before = draft.clone();
        draft.say(DraftField::Rent, " ").unwrap();
        assert_eq!(draft.text(DraftField::Rent), None);
        assert_eq!(draft.changed_from(&before), [DraftField::Rent]);
        assert_eq!(draft.say(DraftField::Title, &"長".repeat(8_001)), Err(FieldTooLong(DraftField::Title)));
    }
}
