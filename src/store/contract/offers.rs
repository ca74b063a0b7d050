//! Offers, and the log of what was done to them.

use time::macros::datetime;
use time::{Duration, OffsetDateTime};

use super::accounts::account;
use super::samples::id;
use super::{Fresh, listing};
use crate::domain::{
    Actor, Claim, Command, Draft, DraftField, ListingState, Offer, OfferEntry, OfferPhoto, Photo, Reason,
    Revision, Sealed, Standing,
};
use crate::store::{NewLetter, OfferStep, Offers, Written};

const NOW: OffsetDateTime = datetime!(2026-01-10 9:00:00.123 UTC);
const SUBMITTED: Standing = Standing { state: ListingState::Submitted, revision: None };
const PUBLISHED: Standing = Standing { state: ListingState::Published, revision: None };

fn draft(title: &str) -> Draft {
    let mut draft = Draft::new();
    draft.say(DraftField::Title, title).unwrap();
    draft.say(DraftField::Rent, "18万くらい").unwrap();
    draft
}

fn offer(bits: u64) -> Offer {
    Offer {
        id: id(bits),
        by: id(1),
        own_key: (bits == 11).then(|| "B-11".into()),
        standing: Standing::DRAFT,
        version: 1,
        draft: draft("店"),
        published: Draft::new(),
        photos: vec![OfferPhoto {
            photo: Photo { name: "p-1.jpg".into(), alt: "正面".into() },
            hidden: true,
        }],
        claim: None,
        submitted: None,
        consent: None,
        created: NOW,
        touched: NOW,
    }
}

async fn begun(fresh: &Fresh) -> &dyn Offers {
    fresh.store.accounts().open(&account(1)).await.unwrap();
    let offers = fresh.store.offers();
    offers.begin(&[offer(10), offer(11)]).await.unwrap();
    offers
}

fn step(version: u64, standing: Standing, command: Command) -> OfferStep<'static> {
    let entry = OfferEntry {
        at: NOW + Duration::HOUR,
        actor: Actor::Person(id(1)),
        command: Some(command),
        state: standing.state,
        reason: Some(Reason::Other),
        note: Some("ひとこと".into()),
    };
    OfferStep::of(&Offer { version, ..offer(10) }, standing, entry)
}

pub(in crate::store) async fn an_offer_reads_back_as_it_was_typed(fresh: &Fresh) {
    let offers = begun(fresh).await;
    assert_eq!(offers.offer(id(10)).await.unwrap(), Some(offer(10)));
    assert_eq!(offers.of_account(id(1)).await.unwrap(), [offer(11), offer(10)]);
    assert_eq!(offers.of_account(id(2)).await.unwrap(), []);
    assert_eq!(offers.of_key(id(1), "B-11").await.unwrap(), Some(offer(11)));
    assert_eq!(offers.of_key(id(2), "B-11").await.unwrap(), None);
    assert!(offers.begin(&[offer(12), offer(10)]).await.is_err());
    assert_eq!(offers.offer(id(12)).await.unwrap(), None);
}

pub(in crate::store) async fn nobody_writes_over_what_they_have_not_seen(fresh: &Fresh) {
    let offers = begun(fresh).await;
    let later = NOW + Duration::MINUTE;
    let save = async |version, title: &str| {
        offers.save(id(10), version, Standing::DRAFT, &draft(title), &[], later).await.unwrap()
    };
    assert_eq!(save(1, "二番目").await, Written::Done(None));
    assert_eq!(save(1, "遅れた").await, Written::Stale);
    assert_eq!(offers.advance(&step(1, SUBMITTED, Command::Submit)).await.unwrap(), Written::Stale);
    assert_eq!(offers.remove(id(10), 1).await.unwrap(), Written::Stale);
    let kept = offers.offer(id(10)).await.unwrap().unwrap();
    assert_eq!((kept.version, kept.draft, kept.photos), (2, draft("二番目"), vec![]));
    assert_eq!(offers.entries(id(10)).await.unwrap(), []);
}

pub(in crate::store) async fn a_step_writes_offer_log_listing_contact_and_letters_together(fresh: &Fresh) {
    let offers = begun(fresh).await;
    let submit =
        OfferStep { submitted: Some(NOW), consent: Some("2026-11"), ..step(1, SUBMITTED, Command::Submit) };
    assert_eq!(offers.advance(&submit).await.unwrap(), Written::Done(None));
    let waiting = offers.waiting().await.unwrap();
    assert_eq!((waiting.len(), waiting[0].submitted), (1, Some(NOW)));
    offers.claim(id(10), Some(Claim { by: id(2), at: NOW })).await.unwrap();
    assert_eq!(offers.offer(id(10)).await.unwrap().unwrap().claim.unwrap().by, id(2));

    let letters = [NewLetter { key: "offer:10".into(), sealed: Sealed(vec![9]), due: NOW }];
    let shop = listing(10, None, "店");
    let approve = OfferStep {
        publishes: true,
        listing: Some(&shop),
        contact: Some(Some(Sealed(vec![4]))),
        letters: &letters,
        ..step(2, PUBLISHED, Command::Approve)
    };
    let Written::Done(Some(seq)) = offers.advance(&approve).await.unwrap() else { panic!("no change") };
    assert_eq!(seq, fresh.store.last_change().await.unwrap());
    assert_eq!(fresh.store.listing(id(10)).await.unwrap(), Some(shop));
    assert_eq!(fresh.store.enquiries().contact(id(10)).await.unwrap(), Some(Sealed(vec![4])));
    assert_eq!(fresh.store.outbox().claim(NOW, NOW, 9).await.unwrap().len(), 1);
    let kept = offers.offer(id(10)).await.unwrap().unwrap();
    assert_eq!((kept.version, kept.claim, &kept.published), (3, None, &kept.draft));
    assert_eq!(kept.consent.as_deref(), Some("2026-11"));
    assert_eq!(offers.public().await.unwrap(), [kept]);
    let commands: Vec<_> = offers.entries(id(10)).await.unwrap().iter().map(|e| e.command).collect();
    assert_eq!(commands, [Some(Command::Submit), Some(Command::Approve)]);
    assert_eq!(offers.entries_since(NOW).await.unwrap().len(), 2);
    assert_eq!(offers.photo_names().await.unwrap(), ["p-1.jpg"]);
    assert_eq!(offers.same_pictures(id(10)).await.unwrap(), [("p-1.jpg".to_owned(), id(11))]);
}

pub(in crate::store) async fn changes_to_what_is_public_wait_in_the_same_queue(fresh: &Fresh) {
    let offers = begun(fresh).await;
    let revised = Standing { state: ListingState::Published, revision: Some(Revision::Submitted) };
    let submit = OfferStep { submitted: Some(NOW), ..step(1, revised, Command::Submit) };
    offers.advance(&submit).await.unwrap();
    assert_eq!(offers.waiting().await.unwrap()[0].standing, revised);
}

pub(in crate::store) async fn the_log_of_an_offer_outlives_it_without_what_was_said(fresh: &Fresh) {
    let offers = begun(fresh).await;
    offers.advance(&step(1, SUBMITTED, Command::Submit)).await.unwrap();
    assert_eq!(offers.entries(id(10)).await.unwrap()[0].note.as_deref(), Some("ひとこと"));
    assert_eq!(offers.remove(id(10), 2).await.unwrap(), Written::Done(None));
    assert_eq!(offers.offer(id(10)).await.unwrap(), None);
    let entries = offers.entries(id(10)).await.unwrap();
    assert_eq!((entries[0].command, &entries[0].note), (Some(Command::Submit), &None));
}

pub(in crate::store) async fn a_restore_lets_offers_go_on_and_an_empty_store_takes_them_over(fresh: &Fresh) {
    let offers = begun(fresh).await;
    offers.advance(&step(1, SUBMITTED, Command::Submit)).await.unwrap();
    fresh.store.put_listing(&listing(7, None, "店"), Actor::System).await.unwrap();
    let to = fresh.folder.path().join("backup");
    fresh.store.backup(&to).await.unwrap();
    let then = offers.offer(id(10)).await.unwrap();
    offers.advance(&step(2, Standing::DRAFT, Command::Recall)).await.unwrap();
    fresh.store.restore(&to, Actor::System).await.unwrap();
    assert_eq!(offers.offer(id(10)).await.unwrap().unwrap().standing, Standing::DRAFT);
    fresh.another.restore(&to, Actor::System).await.unwrap();
    assert_eq!(fresh.another.offers().offer(id(10)).await.unwrap(), then);
    assert_eq!(fresh.another.offers().entries(id(10)).await.unwrap().len(), 1);
}
