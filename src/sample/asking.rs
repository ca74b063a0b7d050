//! Answers "on what terms, by whom, and how fresh?": money as landlords leave it, stated, negotiable or
//! unsaid; contracts; dates two weeks apart.

use rand::Rng;
use rand_chacha::ChaCha8Rng;
use time::{Date, Duration};

use super::listings::TODAY;
use super::premises::{Offer, chance, pick, weighted};
use crate::domain::{LeaseKind, ListingKind as Kind, ListingState as State, OfferedBy};

/// The kind of contract and its months.
pub(super) fn lease(rng: &mut ChaCha8Rng, kind: Kind) -> (LeaseKind, Option<u32>) {
    match kind {
        Kind::PopUp if chance(rng, 0.4) => (LeaseKind::Daily, None),
        Kind::PopUp => (LeaseKind::FixedTerm, Some(pick(rng, &[1, 2, 3, 6]))),
        Kind::Shared => (LeaseKind::Hours, Some(pick(rng, &[6, 12]))),
        Kind::Succession if chance(rng, 0.6) => (LeaseKind::Transfer, None),
        Kind::TestBed => (LeaseKind::FixedTerm, Some(pick(rng, &[3, 6, 12]))),
        _ if chance(rng, 0.3) => (LeaseKind::FixedTerm, Some(pick(rng, &[36, 60, 84, 120]))),
        _ if chance(rng, 0.04) => (LeaseKind::Unstated, None),
        _ => (LeaseKind::Ordinary, Some(pick(rng, &[24, 24, 36]))),
    }
}

/// Who offers it.
pub(super) fn offered_by(rng: &mut ChaCha8Rng, kind: Kind) -> OfferedBy {
    match kind {
        Kind::Succession | Kind::Shared => {
            weighted(rng, &[(OfferedBy::Owner, 0.85), (OfferedBy::Sublessor, 0.15)])
        }
        Kind::TestBed | Kind::PopUp => {
            weighted(rng, &[(OfferedBy::Owner, 0.5), (OfferedBy::Public, 0.3), (OfferedBy::Sublessor, 0.2)])
        }
        _ => weighted(
            rng,
            &[
                (OfferedBy::Broker, 0.52),
                (OfferedBy::Owner, 0.36),
                (OfferedBy::Agent, 0.07),
                (OfferedBy::Sublessor, 0.05),
            ],
        ),
    }
}

/// The cells from `rent` to `free_rent_months`.
pub(super) fn terms(rng: &mut ChaCha8Rng, o: &Offer) -> [String; 9] {
    let asks = |rng: &mut ChaCha8Rng, amount: String, stated: f64, negotiable: f64| {
        weighted(rng, &[(Some(true), stated), (Some(false), negotiable), (None, 1.0 - stated - negotiable)])
            .map_or(String::new(), |known| if known { amount } else { "要相談".to_owned() })
    };
    let months = |n: f64| if n.fract() == 0.0 { format!("{n:.0}ヶ月") } else { format!("{n:.1}ヶ月") };
    let lasting = matches!(o.kind, Kind::Shop | Kind::Furnished | Kind::Workshop | Kind::Office);
    let (stated, negotiable) = match o.kind {
        Kind::Succession => (0.45, 0.50),
        Kind::TestBed => (0.55, 0.40),
        _ if o.lease == LeaseKind::Daily => (0.0, 0.8),
        _ => (0.91, 0.06),
    };
    let rent = asks(rng, o.rent_yen.to_string(), stated, negotiable);
    let tax = if rent.parse::<u64>().is_err() {
        "unstated"
    } else {
        weighted(rng, &[("included", 0.5), ("excluded", 0.4), ("unstated", 0.1)])
    };
    let fee = (o.area.m2() * f64::from(pick(rng, &[150_u16, 250, 350])) / 1_000.0).ceil() * 1_000.0;
    let common_fee = if lasting { asks(rng, format!("{fee:.0}"), 0.45, 0.02) } else { String::new() };
    let deposit_months = f64::from(match o.kind {
        Kind::Shop | Kind::Furnished => pick(rng, &[2_u8, 3, 4, 6, 6, 8, 10]),
        _ => pick(rng, &[2_u8, 3, 3, 4, 6]),
    });
    let small_deposit = pick(rng, &["30000", "50000", "1ヶ月"]);
    let deposit = match (lasting, o.kind) {
        (true, _) => asks(rng, months(deposit_months), 0.86, 0.08),
        (false, Kind::PopUp | Kind::Shared) => asks(rng, small_deposit.into(), 0.55, 0.15),
        _ => asks(rng, months(2.0), 0.25, 0.6),
    };
    let kept = deposit.ends_with("ヶ月") && deposit_months >= 3.0 && lasting && chance(rng, 0.45);
    let amortisation = if kept {
        pick(rng, &["10%", "15%", "20%", "20%", "30%", "1ヶ月", "1ヶ月", "2ヶ月"])
    } else {
        ""
    };
    let key_months = pick(rng, &[0.0, 1.0, 1.0, 2.0]);
    let key_money = if lasting { asks(rng, months(key_months), 0.78, 0.05) } else { String::new() };
    let worth = (rng.random::<f64>() * rng.random::<f64>() * 46.0 + 2.0).round() * 100_000.0;
    let fixtures = match o.kind {
        Kind::Furnished if chance(rng, 0.12) => "0".to_owned(),
        Kind::Furnished => asks(rng, format!("{worth:.0}"), 0.72, 0.2),
        Kind::Succession => asks(rng, format!("{:.0}", worth * 1.6), 0.3, 0.6),
        _ => String::new(),
    };
    let renews = o.lease == LeaseKind::Ordinary;
    let renewal_months = pick(rng, &[1.0, 1.0, 0.5]);
    let renewal = if renews { asks(rng, months(renewal_months), 0.7, 0.05) } else { String::new() };
    let free = if lasting && chance(rng, 0.1) { pick(rng, &["1", "1", "2"]) } else { "" };
    [rent, tax.into(), common_fee, deposit, amortisation.into(), key_money, fixtures, renewal, free.into()]
}

/// Registered, updated and next update, at most two weeks apart; the seen ones fresh on the sample's day.
pub(super) fn dates(rng: &mut ChaCha8Rng, state: State) -> [Date; 3] {
    let age = match state {
        State::Published | State::Submitted | State::Draft | State::UnderApplication => {
            rng.random_range(0..13)
        }
        State::Paused | State::Returned | State::Rejected => rng.random_range(2..25),
        State::Expired => rng.random_range(15..80),
        State::Let | State::Withdrawn => rng.random_range(5..200),
    };
    let updated = TODAY - Duration::days(age);
    let seen = matches!(state, State::Draft | State::Submitted);
    let before = if seen || chance(rng, 0.2) { 0 } else { rng.random_range(0..180) };
    let next = updated + Duration::days(if chance(rng, 0.8) { 14 } else { 13 });
    [updated - Duration::days(before), updated, next]
}
