//! How a listing looks in JSON: short in a list, whole on its own page.
//!
//! Bodies borrow from the city, so that a page of results is written without copying a listing.
//! `place` is the public place: the centre of the town where the pin is `town`.

use serde::Serialize;
use utoipa::ToSchema;

use super::money::{Price, TermsBody};
use super::place::{CoveringZone, NearbyStation, NearbyStreet, Place, TownName};
use super::word::{
    ConditionWord, CookingWord, Day, IdText, LeaseKindWord, ListingKindWord, OfferedByWord, PinPrecisionWord,
    TaxWord, UseDistrictWord, VerdictWord,
};
use crate::domain::{AreaM2, Freshness, Handover, Photo, Premises, Storeys, Utilities};

/// A floor area in both units; 1 坪 is 400/121 m².
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
pub struct Area {
    /// Square metres.
    #[schema(example = 40.0)]
    pub m2: f64,
    /// 坪, to a hundredth.
    #[schema(example = 12.1)]
    pub tsubo: f64,
}

impl From<AreaM2> for Area {
    fn from(area: AreaM2) -> Self {
        Self { m2: area.m2(), tsubo: (area.tsubo() * 100.0).round() / 100.0 }
    }
}

/// The storeys occupied. 1 is the ground floor, -1 is B1; there is no 0.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
pub struct StoreyRange {
    /// The lowest storey.
    #[schema(example = 1)]
    pub lowest: i8,
    /// The highest storey.
    #[schema(example = 1)]
    pub highest: i8,
}

impl From<Storeys> for StoreyRange {
    fn from(storeys: Storeys) -> Self {
        Self { lowest: storeys.lowest().number(), highest: storeys.highest().number() }
    }
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct PhotoBody<'a> {
    /// Where it is, relative to the server.
    #[schema(example = "/photos/shop-012-front.svg")]
    pub url: String,
    /// What it shows, for those who cannot see it.
    pub alt: &'a str,
}

impl<'a> From<&'a Photo> for PhotoBody<'a> {
    fn from(photo: &'a Photo) -> Self {
        Self { url: format!("/photos/{}", photo.name), alt: &photo.alt }
    }
}

/// When the premises can be taken over.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum HandoverBody {
    /// 即.
    Now,
    /// On or after a day.
    From {
        /// The day.
        on: Day,
    },
    /// 相談.
    Negotiable,
}

impl From<Handover> for HandoverBody {
    fn from(handover: Handover) -> Self {
        match handover {
            Handover::Now => Self::Now,
            Handover::From(on) => Self::From { on: on.into() },
            Handover::Negotiable => Self::Negotiable,
        }
    }
}

/// The dates that say how fresh a listing is.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
pub struct FreshnessBody {
    /// 情報登録日.
    pub registered_on: Day,
    /// 更新日.
    pub updated_on: Day,
    /// 次回更新予定日, at most two weeks after the update.
    pub next_update_on: Day,
}

impl From<Freshness> for FreshnessBody {
    fn from(f: Freshness) -> Self {
        Self {
            registered_on: f.registered().into(),
            updated_on: f.updated().into(),
            next_update_on: f.next_update().into(),
        }
    }
}

/// The zone a listing lies in, short.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
pub struct ListingZone {
    /// Its id.
    pub id: IdText,
    /// Its use district.
    pub district: UseDistrictWord,
    /// Metres to the zone's nearest edge. Near an edge the majority of the site decides (art. 91), which a pin cannot know.
    pub metres_to_edge: Option<f64>,
}

/// A listing in a list.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ListingSummary<'a> {
    /// Its id.
    pub id: IdText,
    /// What kind of offer.
    pub kind: ListingKindWord,
    /// Headline.
    #[schema(example = "路面の空き店舗")]
    pub title: &'a str,
    /// Address as stated, with the municipality; for a pin of `town`, only the town.
    pub address: std::borrow::Cow<'a, str>,
    /// The public place.
    pub place: Place,
    /// How exact the place is.
    pub pin: PinPrecisionWord,
    /// 賃料, yen a month.
    pub rent: Price,
    /// Whether the rent includes consumption tax.
    pub tax: TaxWord,
    /// 坪単価: yen a month per 坪, rounded.
    pub rent_per_tsubo_yen: Option<u64>,
    /// What must be paid on signing, in yen, as far as stated.
    pub first_payment_yen: Option<u64>,
    /// Floor area.
    pub area: Option<Area>,
    /// Storeys occupied.
    pub storeys: Option<StoreyRange>,
    /// What is inside.
    pub condition: ConditionWord,
    /// Cooking allowed.
    pub cooking: CookingWord,
    /// The kind of contract.
    pub lease: LeaseKindWord,
    /// When it can be taken over.
    pub handover: HandoverBody,
    /// Who offers it.
    pub offered_by: OfferedByWord,
    /// 情報登録日, 更新日, 次回更新予定日.
    pub freshness: FreshnessBody,
    /// The zone it lies in; the lowest id on a shared edge.
    pub zone: Option<ListingZone>,
    /// The nearest shopping street.
    pub street: Option<NearbyStreet<'a>>,
    /// The station nearest on foot.
    pub station: Option<NearbyStation<'a>>,
    /// Its town.
    pub town: Option<TownName>,
    /// The first picture.
    pub cover: Option<PhotoBody<'a>>,
    /// Metres from the place asked about, straight: from `near`, the station, or the middle of the box or polygon.
    pub distance_m: Option<f64>,
    /// What the law says of the use asked about (建築基準法上の用途の目安); null where none is.
    pub verdict: Option<VerdictWord>,
    /// True for made-up data (合成データ), which every view must say.
    pub synthetic: bool,
}

/// What there is to work with; null is 不明.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
pub struct UtilitiesBody {
    /// Electric power available, kW.
    pub power_kw: Option<f64>,
    /// Three-phase power (動力).
    pub three_phase: Option<bool>,
    /// Town or bottled gas.
    pub gas: Option<bool>,
    /// Water and drain inside.
    pub water: Option<bool>,
    /// Exhaust duct to the roof, or a place for one.
    pub exhaust: Option<bool>,
    /// Toilet inside.
    pub toilet: Option<bool>,
    /// A vehicle can load at the door.
    pub loading: Option<bool>,
    /// Parking places.
    pub parking: Option<u16>,
}

impl From<&Utilities> for UtilitiesBody {
    fn from(u: &Utilities) -> Self {
        Self {
            power_kw: u.power_kw,
            three_phase: u.three_phase,
            gas: u.gas,
            water: u.water,
            exhaust: u.exhaust,
            toilet: u.toilet,
            loading: u.loading,
            parking: u.parking,
        }
    }
}

/// The rooms themselves; null is 不明.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct PremisesBody {
    /// Floor area.
    pub area: Option<Area>,
    /// Storeys occupied.
    pub storeys: Option<StoreyRange>,
    /// Storeys of the building above ground.
    pub building_storeys: Option<u8>,
    /// 間口, metres.
    pub frontage_m: Option<f64>,
    /// Ceiling height, metres.
    pub ceiling_m: Option<f64>,
    /// Floor load, kg per m².
    pub floor_load_kg_m2: Option<u32>,
    /// Year of completion.
    pub built_year: Option<u16>,
    /// What is inside.
    pub condition: ConditionWord,
    /// Cooking allowed.
    pub cooking: CookingWord,
    /// Power, gas, water, exhaust, loading.
    pub utilities: UtilitiesBody,
}

impl From<&Premises> for PremisesBody {
    fn from(p: &Premises) -> Self {
        Self {
            area: p.area.map(Area::from),
            storeys: p.storeys.map(StoreyRange::from),
            building_storeys: p.building_storeys,
            frontage_m: p.frontage_m,
            ceiling_m: p.ceiling_m,
            floor_load_kg_m2: p.floor_load_kg_m2,
            built_year: p.built_year,
            condition: p.condition.into(),
            cooking: p.cooking.into(),
            utilities: (&p.utilities).into(),
        }
    }
}

/// A listing, whole.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ListingBody<'a> {
    /// Its id.
    pub id: IdText,
    /// What kind of offer.
    pub kind: ListingKindWord,
    /// Headline.
    #[schema(example = "路面の空き店舗")]
    pub title: &'a str,
    /// The landlord's own words, plain text.
    pub description: &'a str,
    /// Address as stated, with the municipality; for a pin of `town`, only the town.
    pub address: std::borrow::Cow<'a, str>,
    /// The public place.
    pub place: Place,
    /// How exact the place is.
    pub pin: PinPrecisionWord,
    /// Money and time.
    pub terms: TermsBody,
    /// The rooms.
    pub premises: PremisesBody,
    /// When it can be taken over.
    pub handover: HandoverBody,
    /// Who offers it.
    pub offered_by: OfferedByWord,
    /// 宅地建物取引業 licence number, for agents and brokers.
    pub licence_number: Option<&'a str>,
    /// Trades the landlord would welcome or hands over.
    pub trades: &'a [String],
    /// Pictures, the first being the cover.
    pub photos: Vec<PhotoBody<'a>>,
    /// 情報登録日, 更新日, 次回更新予定日.
    pub freshness: FreshnessBody,
    /// Zones of the current editions that cover the place; on a shared edge all of them.
    pub zones: Vec<CoveringZone<'a>>,
    /// The nearest shopping street.
    pub street: Option<NearbyStreet<'a>>,
    /// The station nearest on foot.
    pub station: Option<NearbyStation<'a>>,
    /// The stations nearest on foot, nearest first, at most three; `station` is the first.
    pub stations: Vec<NearbyStation<'a>>,
    /// Its town.
    pub town: Option<TownName>,
    /// True for made-up data (合成データ), which every view must say.
    pub synthetic: bool,
}
