//! Enquiries, and who answers for a listing.

use time::macros::datetime;
use time::{Duration, OffsetDateTime};

use super::Fresh;
use super::samples::{id, listing};
use crate::domain::{Actor, Enquiry, EnquiryAbout, EnquiryState, EnquiryTo, Language, Sealed};
use crate::store::{Enquiries, NewLetter, Store};

const NOW: OffsetDateTime = datetime!(2026-01-10 9:00:00.123 UTC);

fn enquiry(bits: u64) -> Enquiry {
    Enquiry {
        id: id(bits),
        about: EnquiryAbout::Listing(id(77)),
        to: EnquiryTo::Owner,
        state: EnquiryState::Unconfirmed,
        language: Language::Easy,
        messages: 0,
        created: NOW,
        touched: NOW,
    }
}

fn sealed(byte: u8) -> Sealed {
    Sealed(vec![1, 2, byte])
}

fn letter(key: &str) -> NewLetter {
    NewLetter { key: key.into(), sealed: sealed(9), due: NOW }
}

async fn letters(store: &dyn Store) -> Vec<String> {
    let due = store.outbox().claim(NOW, NOW + Duration::MINUTE, 100).await.unwrap();
    due.into_iter().map(|due| due.key).collect()
}

async fn asked(fresh: &Fresh, bits: u64) -> &dyn Enquiries {
    let enquiries = fresh.store.enquiries();
    enquiries.add(&enquiry(bits), &sealed(3), &[letter(&format!("{bits}:confirm"))]).await.unwrap();
    enquiries
}

pub(in crate::store) async fn an_enquiry_reads_back_equal_through_its_life(fresh: &Fresh) {
    let enquiries = asked(fresh, 1).await;
    let kept = enquiries.enquiry(id(1)).await.unwrap().unwrap();
    assert_eq!((kept.enquiry, kept.sealed), (enquiry(1), Some(sealed(3))));

    let at = NOW + Duration::HOUR;
    assert!(enquiries.confirm(id(1), at, &sealed(4), &[letter("1:1")]).await.unwrap());
    assert!(!enquiries.confirm(id(1), at, &sealed(5), &[letter("1:again")]).await.unwrap());
    let kept = enquiries.enquiry(id(1)).await.unwrap().unwrap();
    let open = Enquiry { state: EnquiryState::Open, messages: 1, touched: at, ..enquiry(1) };
    assert_eq!((kept.enquiry, kept.sealed), (open.clone(), Some(sealed(4))));

    assert!(enquiries.end(id(1), at, &[letter("1:end")]).await.unwrap());
    assert!(!enquiries.end(id(1), at, &[letter("1:end again")]).await.unwrap());
    let kept = enquiries.enquiry(id(1)).await.unwrap().unwrap();
    assert_eq!((kept.enquiry, kept.sealed), (Enquiry { state: EnquiryState::Ended, ..open }, None));
    assert_eq!(letters(&*fresh.store).await, ["1:confirm", "1:1", "1:end"]);
    assert_eq!(enquiries.enquiry(id(2)).await.unwrap(), None);

    let card = Enquiry { about: EnquiryAbout::Card(id(78)), to: EnquiryTo::Seeker, ..enquiry(3) };
    enquiries.add(&card, &sealed(3), &[]).await.unwrap();
    assert_eq!(enquiries.enquiry(id(3)).await.unwrap().unwrap().enquiry, card);
}

pub(in crate::store) async fn a_message_is_passed_on_once_and_only_while_an_enquiry_is_open(fresh: &Fresh) {
    let enquiries = asked(fresh, 1).await;
    let pass_on =
        async |number, key: &str| enquiries.pass_on(id(1), number, NOW, &[letter(key)]).await.unwrap();
    assert!(!pass_on(1, "before").await);
    enquiries.confirm(id(1), NOW, &sealed(4), &[]).await.unwrap();
    assert!(pass_on(2, "second").await);
    assert!(!pass_on(2, "second again").await);
    assert!(!pass_on(4, "fourth").await);
    assert!(pass_on(3, "third").await);
    enquiries.end(id(1), NOW, &[]).await.unwrap();
    assert!(!pass_on(4, "after").await);
    assert_eq!(letters(&*fresh.store).await, ["1:confirm", "second", "third"]);
}

pub(in crate::store) async fn enquiries_left_unconfirmed_or_silent_are_forgotten(fresh: &Fresh) {
    let enquiries = asked(fresh, 1).await;
    asked(fresh, 2).await;
    enquiries.confirm(id(2), NOW + Duration::HOUR, &sealed(4), &[]).await.unwrap();
    assert_eq!(enquiries.forget(NOW, NOW).await.unwrap(), 0);
    let later = NOW + Duration::SECOND;
    assert_eq!(enquiries.forget(later, later).await.unwrap(), 1);
    assert_eq!(enquiries.enquiry(id(1)).await.unwrap(), None);
    assert_eq!(enquiries.forget(later, NOW + Duration::DAY).await.unwrap(), 1);
    assert_eq!(enquiries.enquiry(id(2)).await.unwrap(), None);
}

pub(in crate::store) async fn whoever_answers_for_a_listing_is_kept_whatever_becomes_of_it(fresh: &Fresh) {
    let enquiries = fresh.store.enquiries();
    enquiries.set_contacts(&[(id(7), Some(sealed(1)))]).await.unwrap();
    enquiries.set_contacts(&[(id(7), Some(sealed(2))), (id(5), Some(sealed(3)))]).await.unwrap();
    fresh.store.put_listing(&listing(7, None, "店"), Actor::System).await.unwrap();
    assert_eq!(enquiries.contact(id(7)).await.unwrap(), Some(sealed(2)));
    assert_eq!(enquiries.contacts().await.unwrap(), [id(5), id(7)]);
    enquiries.set_contacts(&[(id(7), None)]).await.unwrap();
    assert_eq!(enquiries.contact(id(7)).await.unwrap(), None);
}

pub(in crate::store) async fn a_restore_lets_enquiries_go_on_and_an_empty_store_takes_them_over(
    fresh: &Fresh,
) {
    let enquiries = asked(fresh, 1).await;
    enquiries.set_contacts(&[(id(7), Some(sealed(1)))]).await.unwrap();
    fresh.store.put_listing(&listing(7, None, "店"), Actor::System).await.unwrap();
    let to = fresh.folder.path().join("backup");
    fresh.store.backup(&to).await.unwrap();
    enquiries.end(id(1), NOW, &[]).await.unwrap();
    fresh.store.restore(&to, Actor::System).await.unwrap();
    let kept = enquiries.enquiry(id(1)).await.unwrap().unwrap();
    assert_eq!((kept.enquiry.state, kept.sealed), (EnquiryState::Ended, None));
    fresh.another.restore(&to, Actor::System).await.unwrap();
    let taken = fresh.another.enquiries().enquiry(id(1)).await.unwrap().unwrap();
    assert_eq!((taken.enquiry, taken.sealed), (enquiry(1), Some(sealed(3))));
    assert_eq!(fresh.another.enquiries().contacts().await.unwrap(), [id(7)]);
}
