//! A listing: premises or a business on offer, as a landlord states them.
//!
//! Names and contacts of people are not part of a listing; they live elsewhere, so that nothing
//! built from a listing can give them away.

use thiserror::Error;
use time::{Date, Duration};

use super::id::ListingId;
use super::measure::{AreaM2, Storeys};
use super::place::LonLat;
use super::slug::vocabulary;
use super::terms::Terms;

vocabulary! {
    /// The eight kinds of the ward's industry vision.
    pub enum ListingKind("listing kind") {
        /// 空き店舗.
        Shop = "shop", "空き店舗";
        /// 居抜き.
        Furnished = "furnished", "居抜き";
        /// 工場・作業所.
        Workshop = "workshop", "工場・作業所";
        /// 事務所.
        Office = "office", "事務所";
        /// 事業承継.
        Succession = "succession", "事業承継";
        /// チャレンジショップ・期間貸し.
        PopUp = "pop_up", "チャレンジショップ・期間貸し";
        /// 実証・実験の場.
        TestBed = "test_bed", "実証・実験の場";
        /// 間借り.
        Shared = "shared", "間借り";
    }
}

vocabulary! {
    /// Where a listing stands. Only `Published` is public.
    pub enum ListingState("listing state") {
        /// Being written.
        Draft = "draft", "下書き";
        /// Waiting for review.
        Submitted = "submitted", "審査待ち";
        /// Sent back for changes.
        Returned = "returned", "差し戻し";
        /// Refused.
        Rejected = "rejected", "却下";
        /// Public.
        Published = "published", "公開中";
        /// Hidden by its landlord for now.
        Paused = "paused", "一時停止";
        /// Somebody has applied; hidden.
        UnderApplication = "under_application", "申込あり";
        /// Let; closed.
        Let = "let", "成約";
        /// Withdrawn by its landlord.
        Withdrawn = "withdrawn", "取り下げ";
        /// Not confirmed in time.
        Expired = "expired", "期限切れ";
    }
}

impl ListingState {
    /// True if the public may see the listing.
    pub const fn is_public(self) -> bool {
        matches!(self, Self::Published)
    }

    /// True if the listing was public once and will not be again as it stands: answer 410, not 404.
    pub const fn has_ended(self) -> bool {
        matches!(self, Self::Let | Self::Withdrawn | Self::Expired)
    }
}

vocabulary! {
    /// What is inside.
    pub enum Condition("condition") {
        /// スケルトン: bare.
        Bare = "bare", "スケルトン";
        /// 居抜き: with fixtures.
        Fixtures = "fixtures", "居抜き";
        /// 内装あり: finished, without equipment.
        Finished = "finished", "内装あり";
        /// Not stated.
        Unstated = "unstated", "不明";
    }
}

vocabulary! {
    /// What cooking the landlord and building allow.
    pub enum Cooking("cooking") {
        /// 飲食不可.
        None = "none", "飲食不可";
        /// 軽飲食可.
        Light = "light", "軽飲食可";
        /// 重飲食可.
        Heavy = "heavy", "重飲食可";
        /// Not stated.
        Unstated = "unstated", "不明";
    }
}

vocabulary! {
    /// 取引態様: who offers it.
    pub enum OfferedBy("offered by") {
        /// 貸主.
        Owner = "owner", "貸主";
        /// 転貸人.
        Sublessor = "sublessor", "転貸人";
        /// 代理.
        Agent = "agent", "代理";
        /// 媒介.
        Broker = "broker", "媒介";
        /// 自治体・公的団体.
        Public = "public", "公的団体";
    }
}

vocabulary! {
    /// How exactly the public sees the place.
    pub enum PinPrecision("pin precision") {
        /// The place itself.
        Exact = "exact", "正確な位置";
        /// Only the town, until someone enquires.
        Town = "town", "町丁目まで";
    }
}

/// 引渡: when the premises can be taken over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Handover {
    /// 即.
    Now,
    /// On or after a date.
    From(Date),
    /// 相談.
    Negotiable,
}

/// Why dates do not fit together.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FreshnessError {
    /// Updated before it was registered.
    #[error("updated on {updated}, before it was registered on {registered}")]
    UpdatedBeforeRegistered {
        /// Date of registration.
        registered: Date,
        /// Date of update.
        updated: Date,
    },
    /// The next update is before the last, or more than two weeks after it.
    #[error("next update on {next}, not within two weeks of the update on {updated}")]
    NextUpdateTooFar {
        /// Date of update.
        updated: Date,
        /// Date of the next update.
        next: Date,
    },
}

/// The dates the advertising rules demand: registered, updated, and next update within two weeks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Freshness {
    registered: Date,
    updated: Date,
    next_update: Date,
}

impl Freshness {
    /// The longest time between an update and the next.
    pub const LONGEST: Duration = Duration::days(14);

    /// Dates that fit together.
    pub fn new(registered: Date, updated: Date, next_update: Date) -> Result<Self, FreshnessError> {
        if updated < registered {
            return Err(FreshnessError::UpdatedBeforeRegistered { registered, updated });
        }
        if next_update < updated || next_update - updated > Self::LONGEST {
            return Err(FreshnessError::NextUpdateTooFar { updated, next: next_update });
        }
        Ok(Self { registered, updated, next_update })
    }

    /// Registered and confirmed on one day, the next update two weeks later.
    pub fn starting(on: Date) -> Self {
        Self { registered: on, updated: on, next_update: on.saturating_add(Self::LONGEST) }
    }

    /// 情報登録日.
    pub const fn registered(self) -> Date {
        self.registered
    }
    /// 更新日.
    pub const fn updated(self) -> Date {
        self.updated
    }
    /// 次回更新予定日.
    pub const fn next_update(self) -> Date {
        self.next_update
    }
}

/// What there is to work with. `None` is 不明.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Utilities {
    /// Electric power available, kW.
    pub power_kw: Option<f64>,
    /// Three-phase power (動力).
    pub three_phase: Option<bool>,
    /// Town or bottled gas.
    pub gas: Option<bool>,
    /// Water and drain inside the premises.
    pub water: Option<bool>,
    /// Exhaust duct to the roof or a place for one.
    pub exhaust: Option<bool>,
    /// Toilet inside the premises.
    pub toilet: Option<bool>,
    /// A vehicle can load at the door.
    pub loading: Option<bool>,
    /// Parking places.
    pub parking: Option<u16>,
}

/// The rooms themselves. `None` is 不明.
#[derive(Debug, Clone, PartialEq)]
pub struct Premises {
    /// Floor area.
    pub area: Option<AreaM2>,
    /// Storeys occupied.
    pub storeys: Option<Storeys>,
    /// Storeys of the building above ground.
    pub building_storeys: Option<u8>,
    /// 間口, metres.
    pub frontage_m: Option<f64>,
    /// Ceiling height, metres.
    pub ceiling_m: Option<f64>,
    /// Floor load, kg per m2.
    pub floor_load_kg_m2: Option<u32>,
    /// Year of completion.
    pub built_year: Option<u16>,
    /// What is inside.
    pub condition: Condition,
    /// Cooking allowed.
    pub cooking: Cooking,
    /// Power, gas, water, exhaust, loading.
    pub utilities: Utilities,
}

/// A picture of a listing, kept in the photo store under its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    /// File name in the photo store: letters, digits, `-`, `_` and one dot.
    pub name: String,
    /// What the picture shows, for those who cannot see it.
    pub alt: String,
}

impl Photo {
    /// True if a file in the photo store may have this name: it cannot lead out of the store.
    pub fn is_name(name: &str) -> bool {
        is_photo_name(name)
    }
}

/// Why a listing cannot be as given.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum ListingError {
    /// A title is needed, of at most 120 characters.
    #[error("a title has 1 to 120 characters; this one has {0}")]
    TitleLength(usize),
    /// A description of at most 8,000 characters.
    #[error("a description has at most 8000 characters; this one has {0}")]
    DescriptionLength(usize),
    /// A place outside Japan; often longitude and latitude are swapped.
    #[error("longitude {lon}, latitude {lat} is not in Japan (are they swapped?)")]
    OutsideJapan {
        /// Longitude given.
        lon: f64,
        /// Latitude given.
        lat: f64,
    },
    /// A broker or agent must state a licence number.
    #[error("offered by a broker or agent, but without a licence number")]
    LicenceMissing,
    /// A photo's name that could leave the photo store.
    #[error("`{0}` is not a photo name")]
    PhotoName(String),
    /// A number that no premises have.
    #[error("{field} of {value} is out of range")]
    OutOfRange {
        /// The field's name.
        field: &'static str,
        /// What was given.
        value: f64,
    },
}

/// Premises or a business on offer. Build one with [`Listing::checked`].
#[derive(Debug, Clone, PartialEq)]
pub struct Listing {
    /// Its id.
    pub id: ListingId,
    /// The key its source knows it by, so that importing again updates rather than doubles.
    pub source_key: Option<String>,
    /// What kind of offer.
    pub kind: ListingKind,
    /// Where it stands.
    pub state: ListingState,
    /// Headline, 1 to 120 characters.
    pub title: String,
    /// The landlord's own words, plain text.
    pub description: String,
    /// Address as stated, with the municipality.
    pub address: String,
    /// Where it is.
    pub place: LonLat,
    /// How exactly the public sees the place.
    pub pin: PinPrecision,
    /// Money and time.
    pub terms: Terms,
    /// The rooms.
    pub premises: Premises,
    /// When it can be taken over.
    pub handover: Handover,
    /// Who offers it.
    pub offered_by: OfferedBy,
    /// 宅地建物取引業 licence number, for agents and brokers.
    pub licence_number: Option<String>,
    /// Trades the landlord would welcome or hands over, as free words.
    pub trades: Vec<String>,
    /// Pictures, the first being the cover.
    pub photos: Vec<Photo>,
    /// Dates of registration, update and next update.
    pub freshness: Freshness,
    /// True for made-up data (合成データ), which every view must say.
    pub synthetic: bool,
}

impl Listing {
    /// The listing, if what it states can be true.
    pub fn checked(self) -> Result<Self, ListingError> {
        let title = self.title.chars().count();
        if !(1..=120).contains(&title) {
            return Err(ListingError::TitleLength(title));
        }
        let description = self.description.chars().count();
        if description > 8_000 {
            return Err(ListingError::DescriptionLength(description));
        }
        if !self.place.in_japan() {
            return Err(ListingError::OutsideJapan { lon: self.place.lon(), lat: self.place.lat() });
        }
        let licensed = matches!(self.offered_by, OfferedBy::Agent | OfferedBy::Broker);
        if licensed && self.licence_number.as_deref().is_none_or(|n| n.trim().is_empty()) {
            return Err(ListingError::LicenceMissing);
        }
        if let Some(photo) = self.photos.iter().find(|p| !is_photo_name(&p.name)) {
            return Err(ListingError::PhotoName(photo.name.clone()));
        }
        self.premises.check_ranges()?;
        Ok(self)
    }

    /// Rent per 坪 in yen, where rent and area are stated.
    pub fn rent_per_tsubo(&self) -> Option<f64> {
        Some(self.terms.rent.amount()?.yen() as f64 / self.premises.area?.tsubo())
    }
}

impl Premises {
    /// Rooms of which nothing is stated yet.
    pub fn unstated() -> Self {
        Self {
            area: None,
            storeys: None,
            building_storeys: None,
            frontage_m: None,
            ceiling_m: None,
            floor_load_kg_m2: None,
            built_year: None,
            condition: Condition::Unstated,
            cooking: Cooking::Unstated,
            utilities: Utilities::default(),
        }
    }

    fn check_ranges(&self) -> Result<(), ListingError> {
        let stated = [
            ("frontage_m", self.frontage_m, 0.3, 500.0),
            ("ceiling_m", self.ceiling_m, 1.5, 50.0),
            ("floor_load_kg_m2", self.floor_load_kg_m2.map(f64::from), 50.0, 20_000.0),
            ("built_year", self.built_year.map(f64::from), 1868.0, 2100.0),
            ("power_kw", self.utilities.power_kw, 0.1, 10_000.0),
        ];
        for (field, value, low, high) in stated {
            if let Some(value) = value
                && !(low..=high).contains(&value)
            {
                return Err(ListingError::OutOfRange { field, value });
            }
        }
        Ok(())
    }
}

fn is_photo_name(name: &str) -> bool {
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    (1..=100).contains(&name.len())
        && name.chars().all(allowed)
        && !name.starts_with('.')
        && name.matches('.').count() == 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::{date, datetime};

    fn shop() -> Listing {
        Listing {
            id: crate::domain::IdSource::new().next(datetime!(2026-01-01 0:00 UTC)),
            source_key: None,
            kind: ListingKind::Shop,
            state: ListingState::Published,
            title: "路面の空き店舗".into(),
            description: String::new(),
            address: "世田谷区経堂一丁目".into(),
            place: LonLat::new(139.636, 35.651).unwrap(),
            pin: PinPrecision::Exact,
            terms: Terms::unstated(),
            premises: Premises::unstated(),
            handover: Handover::Now,
            offered_by: OfferedBy::Owner,
            licence_number: None,
            trades: vec![],
            photos: vec![],
            freshness: Freshness::starting(date!(2026 - 01 - 01)),
            synthetic: true,
        }
    }

    #[test]
    fn a_broker_without_a_licence_number_cannot_list() {
        assert!(shop().checked().is_ok());
        let brokered = Listing { offered_by: OfferedBy::Broker, ..shop() };
        assert_eq!(brokered.checked().unwrap_err(), ListingError::LicenceMissing);
    }

    #[test]
    fn a_photo_name_cannot_climb_out_of_the_photo_store() {
        let photo = Photo { name: "../secret.png".into(), alt: String::new() };
        let listing = Listing { photos: vec![photo], ..shop() };
        assert!(matches!(listing.checked(), Err(ListingError::PhotoName(_))));
    }

    #[test]
    fn the_next_update_is_at_most_two_weeks_away() {
        let on = date!(2026 - 01 - 01);
        assert!(Freshness::new(on, on, date!(2026 - 01 - 15)).is_ok());
        assert!(Freshness::new(on, on, date!(2026 - 01 - 16)).is_err());
        assert!(Freshness::new(on, date!(2025 - 12 - 31), on).is_err());
    }

    #[test]
    fn a_place_in_the_sea_of_swapped_coordinates_is_refused() {
        let swapped = Listing { place: LonLat::new(35.6, 80.0).unwrap(), ..shop() };
        assert!(matches!(swapped.checked(), Err(ListingError::OutsideJapan { .. })));
    }
}
