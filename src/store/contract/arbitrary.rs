//! Any listing that can exist, for property tests.

use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use time::{Date, Duration};

use crate::domain::{
    Amortisation, AreaM2, Asking, Condition, Cooking, Deposit, Freshness, Handover, LeaseKind, Listing,
    ListingId, ListingKind, ListingState, LonLat, LumpSum, Months, OfferedBy, Photo, PinPrecision, Premises,
    Storey, Storeys, Tax, Terms, Utilities, Yen,
};

/// Any text, with quotes, control characters and emoji, but none of the characters a database might
/// end a text at.
fn text(longest: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(any::<char>(), 0..longest).prop_map(|chars| chars.into_iter().collect())
}

fn yen() -> impl Strategy<Value = Yen> {
    (0u64..=100_000_000_000).prop_map(|n| Yen::new(n).unwrap())
}

fn months() -> impl Strategy<Value = Months> {
    (0.0f64..=120.0).prop_map(|n| Months::new(n).unwrap())
}

fn lump_sum() -> impl Strategy<Value = LumpSum> {
    prop_oneof![yen().prop_map(LumpSum::Yen), months().prop_map(LumpSum::Months)]
}

fn amortisation() -> impl Strategy<Value = Amortisation> {
    prop_oneof![
        (0.0f64..=100.0).prop_map(|p| Amortisation::percent(p).unwrap()),
        months().prop_map(Amortisation::Months),
    ]
}

fn asking<T: Clone + std::fmt::Debug + 'static>(
    amount: impl Strategy<Value = T> + 'static,
) -> impl Strategy<Value = Asking<T>> {
    prop_oneof![
        3 => amount.prop_map(Asking::Amount),
        1 => Just(Asking::Negotiable),
        1 => Just(Asking::Unstated),
    ]
}

fn terms() -> impl Strategy<Value = Terms> {
    let deposit =
        (lump_sum(), of(amortisation())).prop_map(|(sum, amortisation)| Deposit { sum, amortisation });
    let sums = (asking(deposit), asking(lump_sum()), asking(lump_sum()));
    let yens = (asking(yen()), asking(yen()), asking(yen()));
    let rest = (select(Tax::ALL), of(months()), select(LeaseKind::ALL), of(1u32..=600));
    (sums, yens, rest).prop_map(|((deposit, key_money, renewal_fee), (rent, fee, fixtures), rest)| {
        let mut terms = Terms::unstated();
        (terms.deposit, terms.key_money, terms.renewal_fee) = (deposit, key_money, renewal_fee);
        (terms.rent, terms.common_fee, terms.fixtures_price) = (rent, fee, fixtures);
        (terms.tax, terms.free_rent, terms.lease) = (rest.0, rest.1, rest.2);
        terms.with_lease_months(rest.3).unwrap()
    })
}

fn utilities() -> impl Strategy<Value = Utilities> {
    let known = || any::<Option<bool>>();
    let six = (known(), known(), known(), known(), known(), known());
    (of(0.1f64..=10_000.0), six, any::<Option<u16>>()).prop_map(|(power_kw, six, parking)| Utilities {
        power_kw,
        three_phase: six.0,
        gas: six.1,
        water: six.2,
        exhaust: six.3,
        toilet: six.4,
        loading: six.5,
        parking,
    })
}

fn premises() -> impl Strategy<Value = Premises> {
    let storeys = (-9i64..=99, -9i64..=99).prop_filter_map("no storey 0", |(a, b)| {
        let (low, high) = (Storey::new(a.min(b)).ok()?, Storey::new(a.max(b)).ok()?);
        Storeys::new(low, high).ok()
    });
    let area = (0.1f64..=1_000_000.0).prop_map(|m2| AreaM2::new(m2).unwrap());
    let metres = (of(0.3f64..=500.0), of(1.5f64..=50.0));
    let numbers = (any::<Option<u8>>(), of(50u32..=20_000), of(1868u16..=2100));
    let words = (select(Condition::ALL), select(Cooking::ALL));
    (of(area), of(storeys), metres, numbers, words, utilities()).prop_map(
        |(area, storeys, metres, numbers, words, utilities)| Premises {
            area,
            storeys,
            building_storeys: numbers.0,
            frontage_m: metres.0,
            ceiling_m: metres.1,
            floor_load_kg_m2: numbers.1,
            built_year: numbers.2,
            condition: words.0,
            cooking: words.1,
            utilities,
        },
    )
}

fn day() -> impl Strategy<Value = Date> {
    (0i64..100_000)
        .prop_map(|n| Date::from_calendar_date(1950, time::Month::January, 1).unwrap() + Duration::days(n))
}

fn freshness() -> impl Strategy<Value = Freshness> {
    (day(), 0i64..1000, 0i64..=14).prop_map(|(registered, later, next)| {
        let updated = registered + Duration::days(later);
        Freshness::new(registered, updated, updated + Duration::days(next)).unwrap()
    })
}

fn handover() -> impl Strategy<Value = Handover> {
    prop_oneof![Just(Handover::Now), Just(Handover::Negotiable), day().prop_map(Handover::From)]
}

fn photo() -> impl Strategy<Value = Photo> {
    ("[a-zA-Z0-9_-]{1,30}\\.[a-z]{2,4}", text(40)).prop_map(|(name, alt)| Photo { name, alt })
}

/// Any listing.
pub(in crate::store) fn listing() -> impl Strategy<Value = Listing> {
    let words = (
        select(ListingKind::ALL),
        select(ListingState::ALL),
        select(PinPrecision::ALL),
        select(OfferedBy::ALL),
    );
    let place = (122.0f64..=154.0, 20.0f64..=46.0).prop_map(|(lon, lat)| LonLat::new(lon, lat).unwrap());
    let texts = (text(119), text(300), text(60), of(text(20)), text(20));
    let lists = (prop::collection::vec(text(20), 0..4), prop::collection::vec(photo(), 0..4));
    let rest = (handover(), freshness(), any::<bool>());
    (1u64..1 << 53, words, place, texts, terms(), premises(), lists, rest).prop_map(
        |(id, words, place, texts, terms, premises, lists, rest)| {
            let listing = Listing {
                id: ListingId::from_bits(id).unwrap(),
                source_key: texts.3,
                kind: words.0,
                state: words.1,
                title: format!("店{}", texts.0),
                description: texts.1,
                address: texts.2,
                place,
                pin: words.2,
                terms,
                premises,
                handover: rest.0,
                offered_by: words.3,
                licence_number: Some(format!("東京都知事(1)第{}号", texts.4)),
                trades: lists.0,
                photos: lists.1,
                freshness: rest.1,
                synthetic: rest.2,
            };
            listing.checked().unwrap()
        },
    )
}
