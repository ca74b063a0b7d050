//! 「借りたい」 cards.

use time::macros::datetime;
use time::{Duration, OffsetDateTime};

use super::Fresh;
use super::samples::id;
use crate::domain::{Actor, Language, Sealed, Wanted, WantedPlace, WantedState, Yen};
use crate::store::{KeptWanted, NewLetter, WantedCards};

const NOW: OffsetDateTime = datetime!(2026-01-10 9:00:00.123 UTC);

fn kept(bits: u64) -> KeptWanted {
    let card = Wanted {
        id: id(bits),
        state: WantedState::Unconfirmed,
        language: Language::En,
        title: "A bakery".into(),
        words: "Two lines\nof it".into(),
        use_id: Some("bakery_workshop".into()),
        places: vec![WantedPlace::Street(id(8)), WantedPlace::Town(id(7))],
        area_min_m2: Some(20.5),
        area_max_m2: None,
        rent_max: Some(Yen::new(250_000).unwrap()),
        synthetic: true,
        created: NOW,
        touched: NOW,
    };
    KeptWanted { card, sealed: Sealed(vec![1, 2, bits as u8]) }
}

fn letter(key: &str) -> NewLetter {
    NewLetter { key: key.into(), sealed: Sealed(vec![9]), due: NOW }
}

async fn posted(fresh: &Fresh, bits: u64) -> &dyn WantedCards {
    let cards = fresh.store.wanted();
    cards.add(&[kept(bits)], &[letter(&format!("{bits}:confirm"))]).await.unwrap();
    cards
}

pub(in crate::store) async fn a_card_reads_back_equal_through_its_life(fresh: &Fresh) {
    use WantedState::{Published, Submitted, Unconfirmed};
    let cards = posted(fresh, 1).await;
    assert_eq!(cards.card(id(1)).await.unwrap(), Some(kept(1)));
    assert_eq!(cards.published().await.unwrap(), []);

    let at = NOW + Duration::HOUR;
    let advance = async |from, to, key| cards.advance(id(1), from, to, at, &[letter(key)]).await.unwrap();
    assert!(!advance(Submitted, Published, "too early").await);
    assert!(advance(Unconfirmed, Submitted, "submitted").await);
    assert!(!advance(Unconfirmed, Submitted, "again").await);
    assert!(advance(Submitted, Published, "published").await);
    let public = Wanted { state: Published, touched: at, ..kept(1).card };
    assert_eq!(cards.published().await.unwrap(), [public]);

    assert!(cards.remove(id(1), &[letter("gone")]).await.unwrap());
    assert!(!cards.remove(id(1), &[letter("gone again")]).await.unwrap());
    assert_eq!(cards.card(id(1)).await.unwrap(), None);
    let due = fresh.store.outbox().claim(NOW, NOW + Duration::MINUTE, 100).await.unwrap();
    let keys: Vec<String> = due.into_iter().map(|due| due.key).collect();
    assert_eq!(keys, ["1:confirm", "submitted", "published", "gone"]);
}

pub(in crate::store) async fn cards_left_unconfirmed_or_alone_are_forgotten(fresh: &Fresh) {
    let cards = posted(fresh, 1).await;
    posted(fresh, 2).await;
    let at = NOW + Duration::HOUR;
    cards.advance(id(2), WantedState::Unconfirmed, WantedState::Submitted, at, &[]).await.unwrap();
    assert_eq!(cards.forget(NOW, NOW).await.unwrap(), 0);
    let later = NOW + Duration::SECOND;
    assert_eq!(cards.forget(later, later).await.unwrap(), 1);
    assert_eq!(cards.card(id(1)).await.unwrap(), None);
    assert_eq!(cards.forget(later, NOW + Duration::DAY).await.unwrap(), 1);
    assert_eq!(cards.card(id(2)).await.unwrap(), None);
}

pub(in crate::store) async fn cards_are_added_all_or_none(fresh: &Fresh) {
    let cards = posted(fresh, 1).await;
    assert!(cards.add(&[kept(2), kept(1)], &[]).await.is_err());
    assert_eq!(cards.card(id(2)).await.unwrap(), None);
}

pub(in crate::store) async fn a_restore_lets_cards_go_on_and_an_empty_store_takes_them_over(fresh: &Fresh) {
    let cards = posted(fresh, 1).await;
    fresh.store.put_listing(&super::listing(7, None, "店"), Actor::System).await.unwrap();
    let to = fresh.folder.path().join("backup");
    fresh.store.backup(&to).await.unwrap();
    cards.remove(id(1), &[]).await.unwrap();
    fresh.store.restore(&to, Actor::System).await.unwrap();
    assert_eq!(cards.card(id(1)).await.unwrap(), None);
    fresh.another.restore(&to, Actor::System).await.unwrap();
    assert_eq!(fresh.another.wanted().card(id(1)).await.unwrap(), Some(kept(1)));
}
