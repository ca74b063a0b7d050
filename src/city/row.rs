//! A published listing as the index keeps it: what filters, sorts and tiles read, in few bytes, and
//! the whole listing packed beside it.
//!
//! A row is what the public may know. Where the landlord shows only the town, the place is the
//! town's centre, everything near it is measured from there, and the address ends at the town.

use smallvec::SmallVec;
use std::borrow::Cow;
use std::num::NonZeroU32;
use std::sync::Arc;
use time::Date;

use super::pack::Pack;
use super::packed_listing::title_and_address;
use super::text::{BETWEEN, listing_haystack};
use super::walks::StationNear;
use super::word_set::WordSet;
use crate::domain::{
    AreaM2, Asking, Condition, Cooking, Handover, LeaseKind, Listing, ListingId, ListingKind, LonLat,
    OfferedBy, PinPrecision, Storeys, TSUBO_M2, UseDistrict, Utilities, Yen,
};
use crate::geo::{Foothold, Walk, WalkMethod};

const EPOCH_JULIAN_DAY: i32 = 2_440_588; // 1970-01-01

/// A slot of a layer, kept so that knowing none costs nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct LayerSlot(NonZeroU32);

impl LayerSlot {
    pub(crate) fn new(at: u32) -> Self {
        Self(NonZeroU32::MIN.saturating_add(at))
    }

    pub(crate) const fn at(self) -> u32 {
        self.0.get() - 1
    }
}

/// A slot of a layer and how many metres away it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Near {
    pub(crate) slot: LayerSlot,
    pub(crate) metres: f32,
}

/// The station nearest on foot.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct NearStation {
    pub(crate) slot: LayerSlot,
    /// Metres in a straight line.
    pub(crate) metres: f32,
    /// Metres along roads; infinite where none lead there.
    road_m: f32,
}

impl NearStation {
    fn walk(self) -> Walk {
        if self.road_m.is_finite() {
            Walk::along_roads(self.road_m.into())
        } else {
            Walk::estimated(self.metres.into())
        }
    }
}

impl From<StationNear> for NearStation {
    fn from(near: StationNear) -> Self {
        let road_m = match near.walk.method {
            WalkMethod::Road => near.walk.metres as f32,
            WalkMethod::Estimate => f32::INFINITY,
        };
        Self { slot: LayerSlot::new(near.slot), metres: near.straight_m as f32, road_m }
    }
}

/// Use districts near enough to be under the same site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct OtherDistricts {
    /// Those within [`NEAR_M`](crate::law::NEAR_M), without the listing's own.
    pub(crate) districts: WordSet<UseDistrict>,
    /// Centimetres to the nearest of them; 0 where there is none.
    pub(crate) nearest_cm: u16,
}

/// What lies around a listing, as slots of the present layers.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Around {
    /// Current zones that touch the place, lowest id first.
    pub(crate) zones: SmallVec<[u32; 2]>,
    /// Districts of those zones.
    pub(crate) districts: WordSet<UseDistrict>,
    /// District of the first zone.
    pub(crate) district: Option<UseDistrict>,
    /// Metres to the edge of the first zone.
    pub(crate) zone_edge_m: Option<f32>,
    /// Other districts that may be under the same site.
    pub(crate) others: OtherDistricts,
    pub(crate) street: Option<Near>,
    pub(crate) station: Option<NearStation>,
    /// Where it meets the roads.
    pub(crate) foothold: Option<Foothold>,
    pub(crate) town: Option<LayerSlot>,
    /// The names of the areas with rules of their own that hold it.
    pub(crate) areas: Option<Arc<[String]>>,
}

/// A published listing.
#[derive(Debug, Clone)]
pub struct ListingRow {
    id: ListingId,
    place: LonLat,
    rent: Asking<Yen>,
    area_m2: f64,
    power_kw: f64,
    updated_day: i32,
    handover: Handover,
    storeys: Option<Storeys>,
    kind: ListingKind,
    condition: Condition,
    cooking: Cooking,
    offered_by: OfferedBy,
    lease: LeaseKind,
    pin: PinPrecision,
    synthetic: bool,
    facilities: Facilities,
    around: Around,
    haystack: Box<str>,
    /// Packed: the listing as its landlord stated it, with its true place, then the address shown in
    /// place of its own where only the town is public.
    kept: Box<[u8]>,
}

impl ListingRow {
    /// The row of a listing shown at a public place, with the address shown where that is the town's.
    pub(crate) fn new(listing: &Listing, place: LonLat, around: Around, town_address: Option<&str>) -> Self {
        let premises = &listing.premises;
        Self {
            id: listing.id,
            place,
            rent: listing.terms.rent,
            area_m2: premises.area.map_or(f64::NAN, AreaM2::m2),
            power_kw: premises.utilities.power_kw.unwrap_or(f64::NAN),
            updated_day: days_since_1970(listing.freshness.updated()),
            handover: listing.handover,
            storeys: premises.storeys,
            kind: listing.kind,
            condition: premises.condition,
            cooking: premises.cooking,
            offered_by: listing.offered_by,
            lease: listing.terms.lease,
            pin: listing.pin,
            synthetic: listing.synthetic,
            facilities: Facilities::of(&premises.utilities),
            around,
            haystack: listing_haystack(listing, town_address).into_boxed_str(),
            kept: {
                let mut bytes = Vec::new();
                listing.pack(&mut bytes);
                town_address.map(str::to_owned).pack(&mut bytes);
                bytes.into_boxed_slice()
            },
        }
    }

    /// Its id.
    pub const fn id(&self) -> ListingId {
        self.id
    }
    /// The public place: the place itself, or the centre of its town where only that is shown.
    pub const fn place(&self) -> LonLat {
        self.place
    }
    /// True if the place is the town's, so that every distance from it is approximate.
    pub fn place_is_approximate(&self) -> bool {
        self.pin == PinPrecision::Town
    }
    /// What kind of offer.
    pub const fn kind(&self) -> ListingKind {
        self.kind
    }
    /// Rent as asked for, yen a month.
    pub const fn rent(&self) -> Asking<Yen> {
        self.rent
    }
    /// Rent in yen a month, where an amount is asked.
    pub fn rent_yen(&self) -> Option<u64> {
        self.rent.amount().map(Yen::yen)
    }
    /// Rent per 坪 in yen a month, where rent and area are stated.
    pub fn rent_per_tsubo(&self) -> Option<f64> {
        Some(self.rent_yen()? as f64 / (self.area_m2()? / TSUBO_M2))
    }
    /// Floor area in m2, where stated.
    pub fn area_m2(&self) -> Option<f64> {
        stated(self.area_m2)
    }
    /// Storeys occupied, where stated.
    pub const fn storeys(&self) -> Option<Storeys> {
        self.storeys
    }
    /// What is inside.
    pub const fn condition(&self) -> Condition {
        self.condition
    }
    /// Cooking allowed.
    pub const fn cooking(&self) -> Cooking {
        self.cooking
    }
    /// Who offers it.
    pub const fn offered_by(&self) -> OfferedBy {
        self.offered_by
    }
    /// The kind of contract.
    pub const fn lease(&self) -> LeaseKind {
        self.lease
    }
    /// When it can be taken over.
    pub const fn handover(&self) -> Handover {
        self.handover
    }
    /// Day of the last update, counted from 1970-01-01.
    pub const fn updated_day(&self) -> i32 {
        self.updated_day
    }
    /// Electric power in kW, where stated.
    pub fn power_kw(&self) -> Option<f64> {
        stated(self.power_kw)
    }
    /// Whether there is a facility; `None` is unknown.
    pub const fn has(&self, facility: Facility) -> Option<bool> {
        self.facilities.has(facility)
    }
    /// District of the current zone it lies in; on a shared edge, of the zone with the lower id.
    pub const fn district(&self) -> Option<UseDistrict> {
        self.around.district
    }
    /// Districts of all current zones that touch it.
    pub const fn districts(&self) -> WordSet<UseDistrict> {
        self.around.districts
    }
    /// Metres to the edge of its zone, where it lies in one.
    pub const fn zone_edge_m(&self) -> Option<f32> {
        self.around.zone_edge_m
    }
    /// Use districts other than its own within [`NEAR_M`](crate::law::NEAR_M): its site may
    /// reach into them.
    pub const fn other_districts(&self) -> WordSet<UseDistrict> {
        self.around.others.districts
    }
    /// The names of the areas with rules of their own that hold it.
    pub fn area_names(&self) -> &[String] {
        self.around.areas.as_deref().unwrap_or_default()
    }
    /// Metres to the nearest of [`other_districts`](Self::other_districts), to a centimetre.
    pub fn other_district_m(&self) -> Option<f32> {
        let others = self.around.others;
        (!others.districts.is_empty()).then(|| f32::from(others.nearest_cm) / 100.0)
    }
    /// The topmost storey it occupies as the law counts: 1 is the ground floor, 0 any basement.
    pub fn top_storey(&self) -> Option<i8> {
        self.storeys.map(|storeys| storeys.highest().number().max(0))
    }
    /// Metres to the nearest shopping street in a straight line.
    pub fn street_m(&self) -> Option<f32> {
        self.around.street.map(|near| near.metres)
    }
    /// Metres in a straight line to the station nearest on foot.
    pub fn station_m(&self) -> Option<f32> {
        self.around.station.map(|near| near.metres)
    }
    /// The walk to the station nearest on foot.
    pub fn station_walk(&self) -> Option<Walk> {
        self.around.station.map(NearStation::walk)
    }
    /// Where it meets the roads; `None` where no road is near, or only its town is public.
    pub const fn foothold(&self) -> Option<Foothold> {
        self.around.foothold
    }
    /// True for made-up data (合成データ), which every view must say.
    pub const fn is_synthetic(&self) -> bool {
        self.synthetic
    }
    /// The listing as the public may see it: where only the town is shown, its place is the town's
    /// centre and its address the town's name.
    pub fn listing(&self) -> Listing {
        let mut kept = &*self.kept;
        let mut listing = Listing::unpack(&mut kept);
        if let Some(address) = Option::<String>::unpack(&mut kept) {
            listing.place = self.place;
            listing.address = address;
        }
        listing
    }

    /// Its title and the address the public may see, without unpacking the rest where the place is public.
    pub fn title_and_address(&self) -> (Cow<'_, str>, Cow<'_, str>) {
        if self.pin == PinPrecision::Exact {
            let (title, address) = title_and_address(&self.kept);
            return (Cow::Borrowed(title), Cow::Borrowed(address));
        }
        let listing = self.listing();
        (Cow::Owned(listing.title), Cow::Owned(listing.address))
    }
    /// How exactly the public sees the place.
    pub const fn pin(&self) -> PinPrecision {
        self.pin
    }

    /// The listing as its landlord stated it. Its place may not be public.
    pub(crate) fn stated(&self) -> Listing {
        Listing::unpack(&mut &*self.kept)
    }
    /// The true place where it is public; `None` where only the town is.
    pub(crate) fn exact_place(&self) -> Option<LonLat> {
        (self.pin == PinPrecision::Exact).then_some(self.place)
    }
    /// The same listing among other layers.
    pub(crate) fn set_around(&mut self, around: Around) {
        self.around = around;
    }

    pub(crate) const fn around(&self) -> &Around {
        &self.around
    }
    pub(crate) fn haystack(&self) -> &str {
        &self.haystack
    }
    /// Its title, folded as searches fold.
    pub(crate) fn title_folded(&self) -> &str {
        self.haystack.split(BETWEEN).next().unwrap_or_default()
    }
}

fn stated(value: f64) -> Option<f64> {
    (!value.is_nan()).then_some(value)
}

/// Days from 1970-01-01 to a date.
pub fn days_since_1970(date: Date) -> i32 {
    date.to_julian_day() - EPOCH_JULIAN_DAY
}

/// Something premises may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Facility {
    /// Town or bottled gas.
    Gas,
    /// Exhaust duct, or a place for one.
    Exhaust,
    /// Three-phase power.
    ThreePhase,
    /// Loading at the door.
    Loading,
    /// At least one parking place.
    Parking,
    /// Water and drain inside.
    Water,
    /// Toilet inside.
    Toilet,
}

/// Yes, no or unknown for each facility, as bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Facilities {
    known: u8,
    yes: u8,
}

impl Facilities {
    fn of(utilities: &Utilities) -> Self {
        let stated = [
            (Facility::Gas, utilities.gas),
            (Facility::Exhaust, utilities.exhaust),
            (Facility::ThreePhase, utilities.three_phase),
            (Facility::Loading, utilities.loading),
            (Facility::Parking, utilities.parking.map(|places| places > 0)),
            (Facility::Water, utilities.water),
            (Facility::Toilet, utilities.toilet),
        ];
        let bits = |wanted: fn(Option<bool>) -> bool| {
            stated.iter().filter(|(_, s)| wanted(*s)).fold(0, |bits, (f, _)| bits | 1 << *f as u8)
        };
        Self { known: bits(|s| s.is_some()), yes: bits(|s| s == Some(true)) }
    }

    const fn has(self, facility: Facility) -> Option<bool> {
        let bit = 1 << facility as u8;
        if self.known & bit == 0 { None } else { Some(self.yes & bit != 0) }
    }
}
