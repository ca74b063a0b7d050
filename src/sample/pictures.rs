//! Answers "what does it look like?": drawn pictures, honest about being drawn.
use rand::Rng;
use rand_chacha::ChaCha8Rng;

use super::premises::{Offer, chance};
use crate::domain::{Condition, ListingKind as Kind};

/// The cell `photos`: names and what they show.
pub(super) fn for_offer(rng: &mut ChaCha8Rng, o: &Offer) -> String {
    if chance(rng, 0.12) {
        return String::new();
    }
    let n = |rng: &mut ChaCha8Rng, of: u32| rng.random_range(1..=of);
    let outside = match o.kind {
        Kind::Workshop => (format!("workshop-{}.svg", n(rng, 4)), "作業所の外観を描いた絵"),
        Kind::Office => (format!("office-{}.svg", n(rng, 3)), "事務所の入る建物を描いた絵"),
        _ => (format!("shopfront-{}.svg", n(rng, 8)), "通りから見た店構えを描いた絵"),
    };
    let mut list = vec![outside];
    let kitchen = matches!(o.kind, Kind::Furnished | Kind::Shared);
    if kitchen {
        list.push((format!("kitchen-{}.svg", n(rng, 2)), "厨房を描いた絵"));
    }
    if o.condition != Condition::Unstated && chance(rng, 0.7) {
        list.push((format!("interior-{}.svg", n(rng, 4)), "室内を描いた絵"));
    }
    if chance(rng, 0.5) {
        list.push((format!("plan-{}.svg", n(rng, 3)), "間取りの例を描いた図"));
    }
    list.iter().map(|(name, alt)| format!("{name}|{alt}（合成データ）")).collect::<Vec<_>>().join(";")
}
