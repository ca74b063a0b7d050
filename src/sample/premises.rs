//! Answers "what is to let, and for how much?": rooms that fit their kind, and a rent that fits the
//! place, the storey and the size.

use rand::Rng;
use rand_chacha::ChaCha8Rng;

use crate::domain::{AreaM2, Condition, Cooking, LeaseKind, ListingKind, OfferedBy};

/// An offer in the making.
#[derive(Debug, Clone)]
pub(super) struct Offer {
    pub(super) kind: ListingKind,
    pub(super) station: String,
    /// Walk along roads guessed from the straight line; called 約 wherever it is said.
    pub(super) minutes: u32,
    pub(super) town: String,
    pub(super) street: Option<String>,
    pub(super) former: String,
    pub(super) trades: Vec<String>,
    pub(super) area: AreaM2,
    pub(super) storeys: (i64, i64),
    pub(super) building_storeys: u8,
    pub(super) built_year: u16,
    pub(super) frontage_m: Option<f64>,
    pub(super) ceiling_m: Option<f64>,
    pub(super) floor_load: Option<u32>,
    pub(super) condition: Condition,
    pub(super) cooking: Cooking,
    pub(super) power_kw: Option<f64>,
    pub(super) three_phase: Option<bool>,
    pub(super) gas: Option<bool>,
    pub(super) exhaust: Option<bool>,
    pub(super) loading: Option<bool>,
    pub(super) parking: Option<u16>,
    pub(super) rent_yen: u64,
    pub(super) lease: LeaseKind,
    pub(super) lease_months: Option<u32>,
    pub(super) offered_by: OfferedBy,
}

impl Offer {
    /// `12.5` or `12`.
    pub(super) fn tsubo_text(&self) -> String {
        let tsubo = self.area.tsubo();
        if tsubo < 20.0 { format!("{tsubo:.1}") } else { format!("{tsubo:.0}") }
    }

    pub(super) fn area_text(&self) -> String {
        format!("{:.2}", self.area.m2())
    }

    /// As people say it: `路面`, `2階`, `地下1階`, `1・2階`.
    pub(super) fn storey_text(&self) -> String {
        match self.storeys {
            (1, 1) => "路面".to_owned(),
            (-1, -1) => "地下1階".to_owned(),
            (low, high) if low == high => format!("{low}階"),
            (low, high) => format!("{low}・{high}階"),
        }
    }
}

/// Where rooms are, as far as their rent depends on it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting {
    pub(super) station_rank: u8,
    pub(super) station_m: f64,
    pub(super) on_street: bool,
}

pub(super) fn chance(rng: &mut ChaCha8Rng, of: f64) -> bool {
    rng.random::<f64>() < of
}

pub(super) fn pick<T: Copy>(rng: &mut ChaCha8Rng, pool: &[T]) -> T {
    pool[rng.random_range(0..pool.len())]
}

/// An item of a weighted pool.
pub(super) fn weighted<T: Copy>(rng: &mut ChaCha8Rng, pool: &[(T, f64)]) -> T {
    let total: f64 = pool.iter().map(|p| p.1).sum();
    let mut at = rng.random::<f64>() * total;
    for (item, weight) in pool {
        at -= weight;
        if at < 0.0 {
            return *item;
        }
    }
    pool[pool.len() - 1].0
}

/// Floor area in m2: many small, few large.
pub(super) fn area(rng: &mut ChaCha8Rng, kind: ListingKind) -> AreaM2 {
    let (least, usual, most) = match kind {
        ListingKind::Shop => (11.0, 36.0, 180.0),
        ListingKind::Furnished => (16.0, 40.0, 130.0),
        ListingKind::Workshop => (38.0, 120.0, 520.0),
        ListingKind::Office => (14.0, 42.0, 210.0),
        ListingKind::Succession => (22.0, 52.0, 150.0),
        ListingKind::PopUp => (4.5, 14.0, 48.0),
        ListingKind::TestBed => (18.0, 70.0, 420.0),
        ListingKind::Shared => (13.0, 28.0, 70.0),
    };
    // The product of three draws leans to the small side without logarithms.
    let skew = rng.random::<f64>() * rng.random::<f64>() * (0.4 + 0.6 * rng.random::<f64>());
    let m2 = if chance(rng, 0.35) {
        least + (usual - least) * rng.random::<f64>()
    } else {
        usual * (0.75 + 0.4 * rng.random::<f64>()) + (most - usual) * skew
    };
    AreaM2::new(m2).expect("sizes drawn are between 4 and 600 m2")
}

/// Rent a month for such rooms in such a place, in round yen.
pub(super) fn rent_yen(
    rng: &mut ChaCha8Rng,
    kind: ListingKind,
    area: AreaM2,
    storey: i64,
    built_year: u16,
    place: Setting,
) -> u64 {
    let base = [29_000.0, 20_500.0, 16_500.0, 14_500.0][usize::from(place.station_rank) - 1];
    let far = 0.62 + 0.38 / (1.0 + (place.station_m / 260.0) * (place.station_m / 260.0));
    let street = if place.on_street { 1.08 } else { 0.82 };
    let storey = match storey {
        1 => 1.0,
        2 => 0.70,
        -1 => 0.63,
        _ => 0.60,
    };
    let kind = match kind {
        ListingKind::Furnished => 1.06,
        ListingKind::Office => 1.02,
        ListingKind::Workshop => 0.62,
        ListingKind::TestBed => 0.45,
        ListingKind::Shared => 0.5,
        ListingKind::PopUp => 1.15,
        ListingKind::Succession => 0.92,
        ListingKind::Shop => 1.0,
    };
    let age = 1.06 - f64::from(2026 - built_year.min(2026)) * 0.0042;
    // Small rooms cost more for each tsubo.
    let tsubo = area.tsubo();
    let small = 0.86 + 0.5 / (1.0 + tsubo / 7.0);
    let spread = 0.87 + 0.26 * rng.random::<f64>();
    let yen = base * far * street * storey * kind * age * small * spread * tsubo;
    let step = if yen > 300_000.0 {
        10_000.0
    } else if yen > 90_000.0 {
        5_000.0
    } else {
        1_000.0
    };
    ((yen / step).round() * step) as u64
}

/// The storey of rooms of a kind; office upstairs, workshops at street level.
pub(super) fn storey(rng: &mut ChaCha8Rng, kind: ListingKind) -> i64 {
    match kind {
        ListingKind::Office => weighted(rng, &[(1, 0.15), (2, 0.4), (3, 0.25), (4, 0.12), (5, 0.08)]),
        ListingKind::Workshop => weighted(rng, &[(1, 0.88), (2, 0.12)]),
        ListingKind::PopUp | ListingKind::Succession => weighted(rng, &[(1, 0.93), (2, 0.07)]),
        _ => weighted(rng, &[(1, 0.70), (2, 0.17), (-1, 0.08), (3, 0.05)]),
    }
}

/// What is inside.
pub(super) fn condition(rng: &mut ChaCha8Rng, kind: ListingKind) -> Condition {
    match kind {
        ListingKind::Furnished | ListingKind::Succession => Condition::Fixtures,
        ListingKind::Shared => weighted(rng, &[(Condition::Fixtures, 0.9), (Condition::Finished, 0.1)]),
        ListingKind::Workshop => {
            weighted(rng, &[(Condition::Bare, 0.7), (Condition::Finished, 0.15), (Condition::Unstated, 0.15)])
        }
        _ => weighted(
            rng,
            &[(Condition::Bare, 0.45), (Condition::Finished, 0.42), (Condition::Unstated, 0.13)],
        ),
    }
}

/// What cooking the building bears.
pub(super) fn cooking(rng: &mut ChaCha8Rng, kind: ListingKind, condition: Condition) -> Cooking {
    match (kind, condition) {
        (ListingKind::Workshop | ListingKind::Office, _) => {
            weighted(rng, &[(Cooking::None, 0.8), (Cooking::Unstated, 0.2)])
        }
        (ListingKind::Furnished | ListingKind::Shared, _) => {
            weighted(rng, &[(Cooking::Heavy, 0.38), (Cooking::Light, 0.5), (Cooking::None, 0.12)])
        }
        (ListingKind::PopUp | ListingKind::TestBed, _) => {
            weighted(rng, &[(Cooking::Light, 0.4), (Cooking::None, 0.35), (Cooking::Unstated, 0.25)])
        }
        (_, _) => weighted(
            rng,
            &[
                (Cooking::Light, 0.38),
                (Cooking::None, 0.30),
                (Cooking::Heavy, 0.14),
                (Cooking::Unstated, 0.18),
            ],
        ),
    }
}
