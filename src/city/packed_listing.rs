//! A whole listing in few bytes: a quarter of what it takes unpacked, in one allocation.
//!
//! Field follows field. A property test proves that a listing reads back as it was.

use time::Date;

use super::pack::{Pack, packs_by, take};
use crate::domain::{
    Amortisation, AreaM2, Deposit, Freshness, Handover, Listing, ListingId, ListingKind, ListingState,
    LonLat, LumpSum, Months, Photo, Premises, Storey, Storeys, Terms, Utilities, Yen,
};

packs_by! {
    ListingId: u64 = |id: &ListingId| id.bits(), ListingId::from_bits;
    Yen: u64 = |yen: &Yen| yen.yen(), Yen::new;
    Months: f64 = |months: &Months| months.months(), Months::new;
    AreaM2: f64 = |area: &AreaM2| area.m2(), AreaM2::new;
    Date: i32 = |date: &Date| date.to_julian_day(), Date::from_julian_day;
    // Counted from B9, so that basements are whole numbers too.
    Storey: u8 = |storey: &Storey| (storey.number() + 9) as u8, |n: u8| Storey::new(i64::from(n) - 9);
}

/// Packs the fields of a struct in order; `$build` puts them together again.
macro_rules! packs_fields {
    ($($value:ty, $this:ident: $($name:ident = $part:expr),+ => $build:expr;)+) => {
        $(impl Pack for $value {
            fn pack(&self, to: &mut Vec<u8>) {
                let $this = self;
                $($part.pack(to);)+
            }
            fn unpack(from: &mut &[u8]) -> Self {
                $(let $name = Pack::unpack(from);)+
                $build
            }
        })+
    };
}

const CHECKED: &str = "a checked value was packed";

packs_fields! {
    LonLat, p: lon = p.lon(), lat = p.lat() => LonLat::new(lon, lat).expect(CHECKED);
    Storeys, s: low = s.lowest(), high = s.highest() => Storeys::new(low, high).expect(CHECKED);
    Deposit, d: sum = d.sum, amortisation = d.amortisation => Deposit { sum, amortisation };
    Photo, p: name = p.name, alt = p.alt => Photo { name, alt };
    Freshness, f: registered = f.registered(), updated = f.updated(), next = f.next_update()
        => Freshness::new(registered, updated, next).expect(CHECKED);
    Utilities, u: power_kw = u.power_kw, three_phase = u.three_phase, gas = u.gas, water = u.water,
        exhaust = u.exhaust, toilet = u.toilet, loading = u.loading, parking = u.parking
        => Utilities { power_kw, three_phase, gas, water, exhaust, toilet, loading, parking };
    Premises, p: area = p.area, storeys = p.storeys, building_storeys = p.building_storeys,
        frontage_m = p.frontage_m, ceiling_m = p.ceiling_m, floor_load_kg_m2 = p.floor_load_kg_m2,
        built_year = p.built_year, condition = p.condition, cooking = p.cooking, utilities = p.utilities
        => Premises {
            area, storeys, building_storeys, frontage_m, ceiling_m, floor_load_kg_m2, built_year, condition,
            cooking, utilities,
        };
    Terms, t: rent = t.rent, tax = t.tax, common_fee = t.common_fee, deposit = t.deposit,
        key_money = t.key_money, fixtures_price = t.fixtures_price, renewal_fee = t.renewal_fee,
        free_rent = t.free_rent, lease = t.lease, months = t.lease_months()
        => {
            let mut terms = Terms::unstated();
            (terms.rent, terms.tax, terms.common_fee, terms.deposit) = (rent, tax, common_fee, deposit);
            (terms.key_money, terms.fixtures_price, terms.renewal_fee) = (key_money, fixtures_price, renewal_fee);
            (terms.free_rent, terms.lease) = (free_rent, lease);
            terms.with_lease_months(months).expect(CHECKED)
        };
    Listing, l: id = l.id, source_key = l.source_key, kind = l.kind, state = l.state, title = l.title,
        description = l.description, address = l.address, place = l.place, pin = l.pin, terms = l.terms,
        premises = l.premises, handover = l.handover, offered_by = l.offered_by,
        licence_number = l.licence_number, trades = l.trades, photos = l.photos, freshness = l.freshness,
        synthetic = l.synthetic
        => Listing {
            id, source_key, kind, state, title, description, address, place, pin, terms, premises, handover,
            offered_by, licence_number, trades, photos, freshness, synthetic,
        };
}

/// Title and address of a packed listing, as its landlord stated them, without unpacking the rest.
pub(super) fn title_and_address(mut packed: &[u8]) -> (&str, &str) {
    let from = &mut packed;
    ListingId::unpack(from);
    let _source_key = bool::unpack(from).then(|| text(from));
    let _words = (ListingKind::unpack(from), ListingState::unpack(from));
    let title = text(from);
    let _description = text(from);
    (title, text(from))
}

/// Takes a text from the front, where it lies.
fn text<'a>(from: &mut &'a [u8]) -> &'a str {
    let length = u64::unpack(from) as usize;
    std::str::from_utf8(take(from, length)).expect(CHECKED)
}

impl Pack for LumpSum {
    fn pack(&self, to: &mut Vec<u8>) {
        match self {
            Self::Months(months) => (false, months).pack_pair(to),
            Self::Yen(yen) => (true, yen).pack_pair(to),
        }
    }
    fn unpack(from: &mut &[u8]) -> Self {
        if bool::unpack(from) { Self::Yen(Pack::unpack(from)) } else { Self::Months(Pack::unpack(from)) }
    }
}

impl Pack for Amortisation {
    fn pack(&self, to: &mut Vec<u8>) {
        match self {
            Self::Percent(percent) => (false, percent).pack_pair(to),
            Self::Months(months) => (true, months).pack_pair(to),
        }
    }
    fn unpack(from: &mut &[u8]) -> Self {
        if bool::unpack(from) { Self::Months(Pack::unpack(from)) } else { Self::Percent(Pack::unpack(from)) }
    }
}

impl Pack for Handover {
    fn pack(&self, to: &mut Vec<u8>) {
        match self {
            Self::Now => 0u8.pack(to),
            Self::Negotiable => 1u8.pack(to),
            Self::From(date) => {
                2u8.pack(to);
                date.pack(to);
            }
        }
    }
    fn unpack(from: &mut &[u8]) -> Self {
        match u8::unpack(from) {
            0 => Self::Now,
            1 => Self::Negotiable,
            _ => Self::From(Pack::unpack(from)),
        }
    }
}

/// One of two variants and its value.
trait PackPair {
    fn pack_pair(&self, to: &mut Vec<u8>);
}

impl<T: Pack> PackPair for (bool, &T) {
    fn pack_pair(&self, to: &mut Vec<u8>) {
        self.0.pack(to);
        self.1.pack(to);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::city::specimen;

    proptest! {
        #[test]
        fn a_packed_listing_reads_back_as_it_was(seed: u64) {
            let mut dice = specimen::dice(seed);
            let listing = specimen::listing(&mut dice, 1 + seed % ((1 << 53) - 1));
            let mut bytes = Vec::new();
            listing.pack(&mut bytes);
            prop_assert_eq!(title_and_address(&bytes), (&*listing.title, &*listing.address));
            let mut rest = bytes.as_slice();
            prop_assert_eq!(Listing::unpack(&mut rest), listing);
            prop_assert!(rest.is_empty());
        }
    }
}
