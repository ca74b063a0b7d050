//! Offers over a real store and city: written, reviewed, kept true, let, erased.

use std::time::Duration as Wait;

use time::Duration;

use super::checks::checks_of;
use super::desk::today;
use super::pictures::delete_unshown;
use super::{CheckKind, NewPhoto, OfferDesk, OfferError, Order, checks};
use crate::app::mail::{MailOptions, Secret, Token};
use crate::app::{App, AppOptions, account};
use crate::domain::{
    Account, Command, Draft, EmailAddress, Freshness, ListingState, Offer, Reason, Revision, Role,
};
use crate::law::LawBook;
use crate::workflow::CONSENT;

/// An application with a landlord, two moderators and mails in a folder.
struct Ward {
    app: App,
    folder: tempfile::TempDir,
    secret: Secret,
    landlord: Account,
    moderator: Account,
    another: Account,
}

impl Ward {
    async fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let secret = Secret::random();
        let mail = MailOptions {
            smtp_url: format!("file:{}", folder.path().join("mail").display()),
            from: "街角 <machikado@ward.example>".parse().unwrap(),
            public_url: "http://ward.example".to_owned(),
            host: "ward.example".to_owned(),
            secret: secret.clone(),
            desk: Some("desk@ward.example".parse().unwrap()),
        };
        let options = AppOptions { mail: Some(mail), ..AppOptions::in_folder(folder.path().join("data")) };
        let app = App::open(options).await.unwrap();
        let account = async |text: &str, role| {
            let address: EmailAddress = text.parse().unwrap();
            account::grant(&**app.store(), &secret, &address, role).await.unwrap()
        };
        let landlord = account("owner@example.jp", Role::Landlord).await;
        let moderator = account("moderator@ward.example", Role::Moderator).await;
        let another = account("another@ward.example", Role::Moderator).await;
        Self { app, folder, secret, landlord, moderator, another }
    }

    fn desk(&self) -> &OfferDesk {
        self.app.offers().unwrap()
    }

    async fn begin(&self, draft: Draft) -> Offer {
        self.desk().begin(&self.landlord, vec![draft]).await.unwrap().pop().unwrap()
    }

    async fn now(&self, offer: &Offer) -> Offer {
        self.app.store().offers().offer(offer.id).await.unwrap().unwrap()
    }

    /// Does something to an offer as it now is.
    async fn does(&self, who: &Account, offer: &Offer, order: Order) -> Result<Offer, OfferError> {
        let version = self.now(offer).await.version;
        Ok(self.desk().command(who, offer.id, version, &order).await?.offer)
    }

    async fn published(&self) -> Offer {
        let offer = self.begin(shop()).await;
        self.does(&self.landlord, &offer, submit()).await.unwrap();
        self.does(&self.moderator, &offer, order(Command::Approve)).await.unwrap()
    }

    fn is_public(&self, offer: &Offer) -> bool {
        self.app.city().listings().get(offer.id).is_some()
    }

    /// Waits for a mail with these words; gives its text.
    async fn mail(&self, words: &str) -> String {
        for _ in 0..200 {
            let files = std::fs::read_dir(self.folder.path().join("mail")).into_iter().flatten().flatten();
            let texts = files.filter_map(|file| std::fs::read_to_string(file.path()).ok());
            if let Some(text) = texts.into_iter().find(|text| text.contains(words)) {
                return text;
            }
            tokio::time::sleep(Wait::from_millis(25)).await;
        }
        panic!("no mail says `{words}`");
    }
}

fn draft(fields: &[(&str, &str)]) -> Draft {
    let mut draft = Draft::new();
    for (field, text) in fields {
        draft.say(field.parse().unwrap(), text).unwrap();
    }
    draft
}

fn shop() -> Draft {
    draft(&[
        ("kind", "shop"),
        ("title", "路面の空き店舗"),
        ("address", "世田谷区経堂1丁目2番3号"),
        ("lon", "139.6356"),
        ("lat", "35.6530"),
        ("offered_by", "owner"),
        ("rent", "18万円"),
        ("area_m2", "40"),
    ])
}

fn order(command: Command) -> Order {
    Order { command, reason: None, note: String::new(), consent: None }
}

fn submit() -> Order {
    Order { consent: Some(CONSENT.to_owned()), ..order(Command::Submit) }
}

fn because(command: Command, reason: Reason) -> Order {
    Order { reason: Some(reason), ..order(command) }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn premises_are_returned_mended_published_and_gone_the_moment_they_are_let() {
    let ward = Ward::open().await;
    let offer = ward.begin(shop()).await;
    ward.does(&ward.landlord, &offer, submit()).await.unwrap();
    ward.mail("審査の申込み").await;
    assert!(!ward.is_public(&offer));

    let back = Order { note: "間口を".into(), ..because(Command::Return, Reason::MissingFacts) };
    ward.does(&ward.moderator, &offer, back).await.unwrap();
    let told = ward.mail("直してください").await;
    assert!(told.contains("間口を") && told.contains(Reason::MissingFacts.name_ja()), "{told}");

    let (seen, mut mended) = (ward.now(&offer).await, shop());
    mended.say("frontage_m".parse().unwrap(), "4.5").unwrap();
    ward.desk().save(&ward.landlord, offer.id, seen.version, &mended, &[]).await.unwrap();
    ward.does(&ward.landlord, &offer, submit()).await.unwrap();
    ward.does(&ward.moderator, &offer, order(Command::Approve)).await.unwrap();
    ward.mail("公開しました").await;
    assert!(ward.is_public(&offer));
    let listing = ward.app.store().listing(offer.id).await.unwrap().unwrap();
    assert_eq!(listing.premises.frontage_m, Some(4.5));
    assert!(ward.app.store().enquiries().contact(offer.id).await.unwrap().is_some());

    ward.does(&ward.landlord, &offer, because(Command::Let, Reason::FoundHere)).await.unwrap();
    assert!(!ward.is_public(&offer) && ward.app.city().has_ended(offer.id));
    let outcomes = ward.desk().outcomes(&ward.moderator).await.unwrap();
    assert_eq!((outcomes.approved, outcomes.returned, outcomes.let_, outcomes.found_here), (1, 1, 1, 1));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_public_stays_while_changes_to_it_are_reviewed() {
    let ward = Ward::open().await;
    let offer = ward.published().await;
    let rent = async || ward.app.store().listing(offer.id).await.unwrap().unwrap().terms.rent.amount();
    let mut cheaper = shop();
    cheaper.say("rent".parse().unwrap(), "15万円").unwrap();
    let view = ward.desk().save(&ward.landlord, offer.id, offer.version, &cheaper, &[]).await.unwrap();
    assert_eq!(view.offer.standing.revision, Some(Revision::Editing));
    assert_eq!(view.offer.draft.changed_from(&view.offer.published).len(), 1);
    ward.does(&ward.landlord, &offer, submit()).await.unwrap();
    assert!(ward.is_public(&offer));
    assert_eq!(rent().await.unwrap().yen(), 180_000);
    assert_eq!(ward.desk().waiting(&ward.moderator).await.unwrap().len(), 1);

    let approved = ward.does(&ward.moderator, &offer, order(Command::Approve)).await.unwrap();
    assert_eq!(approved.standing.revision, None);
    assert_eq!(rent().await.unwrap().yen(), 150_000);

    let dearer = draft(&[("title", "別の見出し")]);
    ward.desk().save(&ward.landlord, offer.id, approved.version, &dearer, &[]).await.unwrap();
    let dropped = ward.does(&ward.landlord, &offer, order(Command::Discard)).await.unwrap();
    assert_eq!((dropped.draft, dropped.standing.revision), (cheaper, None));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn somebody_else_s_offer_is_not_there_and_nobody_reviews_their_own() {
    let ward = Ward::open().await;
    let offer = ward.begin(shop()).await;
    let stranger: EmailAddress = "stranger@example.jp".parse().unwrap();
    let stranger =
        account::grant(&**ward.app.store(), &ward.secret, &stranger, Role::Landlord).await.unwrap();
    assert!(matches!(ward.desk().view(&stranger, offer.id).await, Err(OfferError::NotFound)));
    assert!(matches!(ward.desk().waiting(&stranger).await, Err(OfferError::NotFound)));
    let own = ward.desk().begin(&ward.moderator, vec![shop()]).await.unwrap().pop().unwrap();
    ward.does(&ward.moderator, &own, submit()).await.unwrap();
    let refused = ward.does(&ward.moderator, &own, order(Command::Approve)).await;
    assert!(matches!(refused, Err(OfferError::Refused(_))), "{refused:?}");
    ward.does(&ward.another, &own, order(Command::Approve)).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_offer_is_submitted_only_whole_with_consent_and_returned_only_for_a_reason() {
    let ward = Ward::open().await;
    let bare = ward.begin(draft(&[("title", "店")])).await;
    let refused = ward.does(&ward.landlord, &bare, submit()).await;
    assert!(matches!(refused, Err(OfferError::Incomplete(faults)) if faults.len() == 5));
    let offer = ward.begin(shop()).await;
    for consent in [None, Some("2019-01".to_owned())] {
        let refused = ward.does(&ward.landlord, &offer, Order { consent, ..submit() }).await;
        assert!(matches!(refused, Err(OfferError::Consent)));
    }
    let handed_in = ward.does(&ward.landlord, &offer, submit()).await.unwrap();
    assert_eq!(handed_in.consent.as_deref(), Some(CONSENT));
    let refused = ward.does(&ward.moderator, &offer, order(Command::Return)).await;
    assert!(matches!(refused, Err(OfferError::Reason)));
    let refused = ward.does(&ward.moderator, &offer, because(Command::Return, Reason::Other)).await;
    assert!(matches!(refused, Err(OfferError::Note)));
    let refused = ward.does(&ward.moderator, &offer, because(Command::Return, Reason::FoundHere)).await;
    assert!(matches!(refused, Err(OfferError::Reason)));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_refusal_is_taken_back_by_a_second_person_alone() {
    let ward = Ward::open().await;
    let offer = ward.begin(shop()).await;
    ward.does(&ward.landlord, &offer, submit()).await.unwrap();
    ward.does(&ward.moderator, &offer, because(Command::Reject, Reason::Misleading)).await.unwrap();
    let refused = ward.does(&ward.moderator, &offer, order(Command::Reopen)).await;
    assert!(matches!(refused, Err(OfferError::SecondPerson)));
    let again = ward.does(&ward.another, &offer, order(Command::Reopen)).await.unwrap();
    assert_eq!(again.standing.state, ListingState::Submitted);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_two_who_write_at_once_one_is_told_and_nothing_is_lost() {
    let ward = Ward::open().await;
    let offer = ward.begin(shop()).await;
    let first = draft(&[("title", "電話から")]);
    ward.desk().save(&ward.landlord, offer.id, offer.version, &first, &[]).await.unwrap();
    let late = ward.desk().save(&ward.landlord, offer.id, offer.version, &shop(), &[]).await;
    let Err(OfferError::Stale(now)) = late else { panic!("{late:?}") };
    assert_eq!(now.draft, first);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_landlord_is_asked_every_two_weeks_and_one_tap_answers_once() {
    let ward = Ward::open().await;
    let offer = ward.published().await;
    let listing = ward.app.store().listing(offer.id).await.unwrap().unwrap();
    assert_eq!(ward.desk().ask_and_expire(today()).await.unwrap(), (0, 0));
    // As it would be two weeks on.
    let then = today() - Duration::days(15);
    let aged = crate::domain::Listing { freshness: Freshness::starting(then), ..listing };
    ward.app.put_listing(&aged, crate::domain::Actor::System).await.unwrap();
    assert_eq!(ward.desk().ask_and_expire(today()).await.unwrap(), (1, 0));
    assert_eq!(ward.desk().ask_and_expire(today()).await.unwrap(), (0, 0), "asked once a round");
    let mail = ward.mail("まだ空いていますか").await;
    let link = mail.split("/vacant/").nth(1).unwrap();
    let token: Token<_> = link.split_whitespace().next().unwrap().parse().unwrap();
    assert!(!ward.desk().asked(token).await.unwrap().unwrap().answered);
    let answered = ward.desk().still_vacant(token).await.unwrap().unwrap();
    assert_eq!((answered.answered, answered.next), (true, today() + Duration::days(14)));
    assert_eq!(ward.desk().still_vacant(token).await.unwrap(), None);
    let listing = ward.app.store().listing(offer.id).await.unwrap().unwrap();
    assert_eq!((listing.freshness.registered(), listing.freshness.updated()), (then, today()));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_nobody_answers_for_is_hidden_and_comes_back_with_one_tap() {
    let ward = Ward::open().await;
    let offer = ward.published().await;
    let after = today() + Duration::days(14 + 7);
    assert_eq!(ward.desk().ask_and_expire(after - Duration::DAY).await.unwrap(), (1, 0));
    assert_eq!(ward.desk().ask_and_expire(after).await.unwrap(), (0, 1));
    assert!(!ward.is_public(&offer));
    ward.mail("表示を止めました").await;
    ward.does(&ward.landlord, &offer, order(Command::Confirm)).await.unwrap();
    assert!(ward.is_public(&offer));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hidden_picture_leaves_the_public_and_comes_back_and_one_nobody_shows_is_deleted() {
    let ward = Ward::open().await;
    let mut offer = ward.begin(shop()).await;
    for shade in [40, 200] {
        let drawn = image_of(shade);
        offer = ward.desk().add_photo(&ward.landlord, offer.id, drawn).await.unwrap().offer;
    }
    let names: Vec<String> = offer.photos.iter().map(|photo| photo.photo.name.clone()).collect();
    let swapped: Vec<NewPhoto> =
        names.iter().rev().map(|name| NewPhoto { name: name.clone(), alt: "正面".into() }).collect();
    let draft = offer.draft.clone();
    ward.desk().save(&ward.landlord, offer.id, offer.version, &draft, &swapped).await.unwrap();
    ward.does(&ward.landlord, &offer, submit()).await.unwrap();
    ward.does(&ward.moderator, &offer, order(Command::Approve)).await.unwrap();
    let public = async || {
        let listing = ward.app.store().listing(offer.id).await.unwrap().unwrap();
        listing.photos.into_iter().map(|photo| photo.name).collect::<Vec<_>>()
    };
    assert_eq!(public().await, [names[1].clone(), names[0].clone()]);
    ward.desk().hide_photo(&ward.moderator, offer.id, &names[1], true).await.unwrap();
    assert_eq!(public().await, [names[0].clone()]);
    ward.desk().hide_photo(&ward.moderator, offer.id, &names[1], false).await.unwrap();
    assert_eq!(public().await, [names[1].clone(), names[0].clone()]);

    let store = &**ward.app.store();
    assert_eq!(delete_unshown(store, Wait::ZERO).await.unwrap(), 0);
    store.photos().put("p-00112233445566778899aabbccddeeff-s.jpg", vec![1]).await.unwrap();
    assert_eq!(delete_unshown(store, Wait::from_hours(1)).await.unwrap(), 0);
    assert_eq!(delete_unshown(store, Wait::ZERO).await.unwrap(), 1);
    let kept = store.photos().names().await.unwrap();
    assert!(kept.contains(&names[0]) && kept.contains(&names[0].replace(".jpg", "-s.jpg")));
}

/// A picture of one shade, as PNG: written by hand, since drawing pictures is the importer's own affair.
fn image_of(shade: u8) -> Vec<u8> {
    let chunk = |kind: &[u8; 4], data: &[u8]| {
        let body = [kind.as_slice(), data].concat();
        let crc = libdeflater::crc32(&body);
        [&(data.len() as u32).to_be_bytes()[..], &body, &crc.to_be_bytes()[..]].concat()
    };
    let head = [&4u32.to_be_bytes()[..], &4u32.to_be_bytes()[..], &[8, 0, 0, 0, 0]].concat();
    let lines: Vec<u8> = (0..4).flat_map(|_| [0, shade, shade, shade, shade]).collect();
    let mut packed = vec![0; 100];
    let mut packer = libdeflater::Compressor::new(libdeflater::CompressionLvl::default());
    let length = packer.zlib_compress(&lines, &mut packed).unwrap();
    let parts = [chunk(b"IHDR", &head), chunk(b"IDAT", &packed[..length]), chunk(b"IEND", &[])];
    [b"\x89PNG\r\n\x1a\n".as_slice(), &parts.concat()].concat()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn drafts_nobody_touches_and_what_was_said_of_offers_that_ended_are_forgotten_in_time() {
    let ward = Ward::open().await;
    let (draft, public, ended) = (ward.begin(shop()).await, ward.published().await, ward.published().await);
    let ended = ward.desk().add_photo(&ward.landlord, ended.id, image_of(10)).await.unwrap().offer;
    let ended = ward.does(&ward.landlord, &ended, order(Command::Withdraw)).await.unwrap();
    let (now, day) = (time::OffsetDateTime::now_utc(), time::Duration::DAY);
    assert_eq!(ward.desk().forget_old(now + day * 364).await.unwrap(), 0);
    assert_eq!(ward.desk().forget_old(now + day * 366).await.unwrap(), 2);
    let store = ward.app.store();
    let kept = store.offers().all().await.unwrap();
    assert_eq!(kept.iter().map(|offer| offer.id).collect::<Vec<_>>(), [public.id]);
    assert!(store.enquiries().contact(ended.id).await.unwrap().is_none());
    let listing = store.listing(ended.id).await.unwrap().unwrap();
    assert_eq!((listing.state, listing.photos.len()), (ListingState::Withdrawn, 0));
    assert!(store.photos().names().await.unwrap().is_empty());
    let told = store.offers().entries(ended.id).await.unwrap();
    assert!(told.len() > 2 && told.iter().all(|entry| entry.note.is_none()));
    assert!(store.listing(draft.id).await.unwrap().is_none());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_erased_account_leaves_a_withdrawn_listing_without_words_and_pictures() {
    let ward = Ward::open().await;
    let mut offer = ward.published().await;
    offer = ward.desk().add_photo(&ward.landlord, offer.id, image_of(10)).await.unwrap().offer;
    let another = ward.desk().begin(&ward.moderator, vec![shop()]).await.unwrap().pop().unwrap();
    for shade in [20, 30] {
        offer = ward.desk().add_photo(&ward.landlord, offer.id, image_of(shade)).await.unwrap().offer;
    }
    ward.desk().add_photo(&ward.moderator, another.id, image_of(20)).await.unwrap();
    let names: Vec<&str> = offer.photos.iter().map(|photo| photo.photo.name.as_str()).collect();
    let data = ward.desk().own_data(&ward.landlord).await.unwrap();
    assert_eq!(data.address.unwrap().revealed(), "owner@example.jp");
    assert_eq!((data.offers.len(), data.offers[0].1.len()), (1, 2));
    ward.desk().erase(&ward.landlord).await.unwrap();
    let store = ward.app.store();
    assert!(store.accounts().account(ward.landlord.id).await.unwrap().is_none());
    assert!(store.offers().offer(offer.id).await.unwrap().is_none());
    assert!(store.enquiries().contact(offer.id).await.unwrap().is_none());
    let listing = store.listing(offer.id).await.unwrap().unwrap();
    assert_eq!((listing.state, listing.description.as_str()), (ListingState::Withdrawn, ""));
    // A picture that somebody else shows too is theirs as well.
    let kept = store.photos().names().await.unwrap();
    assert_eq!(names.iter().map(|name| kept.contains(*name)).collect::<Vec<_>>(), [false, true, false]);
    assert!(!kept.contains(&names[0].replace(".jpg", "-s.jpg")));
    let entries = store.offers().entries(offer.id).await.unwrap();
    assert_eq!(entries.last().unwrap().command, Some(Command::Withdraw));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_moderator_should_look_at_is_named() {
    let ward = Ward::open().await;
    ward.published().await;
    let found = |draft: &Draft, offer: &Offer| {
        let city = ward.app.city();
        let listing = crate::import::read_draft(draft, offer.id, today()).listing.unwrap();
        let found = checks_of(&city, LawBook::built_in(), draft, &listing);
        found.into_iter().map(|check| check.kind).collect::<Vec<_>>()
    };
    let same = ward.begin(shop()).await;
    let mut other = ward.begin(shop()).await;
    for offer in [&same, &other] {
        ward.desk().add_photo(&ward.landlord, offer.id, image_of(90)).await.unwrap();
    }
    other = ward.now(&other).await;
    let view = ward.desk().view(&ward.moderator, same.id).await.unwrap();
    let pictures = checks(&ward.app.city(), LawBook::built_in(), &view).pop().unwrap();
    assert_eq!((pictures.kind, pictures.listing), (CheckKind::SamePicture, Some(other.id)));
    // No boundary is loaded here, so every place is outside.
    assert_eq!(found(&same.draft, &same), [CheckKind::Outside, CheckKind::Duplicate]);
    let mut broker = shop();
    for (field, text) in [
        ("lon", "139.70"),
        ("offered_by", "broker"),
        ("licence_number", "ありません"),
        ("description", "電話 03-1234-5678"),
    ] {
        broker.say(field.parse().unwrap(), text).unwrap();
    }
    let other = ward.begin(broker.clone()).await;
    assert_eq!(found(&broker, &other), [CheckKind::Outside, CheckKind::ContactInText, CheckKind::Licence]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn messages_go_to_the_other_side_and_a_question_to_the_desk_publishes_nothing() {
    let ward = Ward::open().await;
    let offer = ward.begin(shop()).await;
    ward.desk().say(&ward.landlord, offer.id, "いつ決まりますか").await.unwrap();
    assert!(ward.mail("掲載者からの連絡").await.contains("To: desk@ward.example"));
    let view = ward.desk().say(&ward.moderator, offer.id, "今週中に").await.unwrap();
    assert!(ward.mail("区の担当からの連絡").await.contains("To: owner@example.jp"));
    assert_eq!(view.entries.len(), 2);
    assert!(ward.desk().consult(&ward.landlord, "貸すか迷っています").await.unwrap());
    let asked = ward.mail("貸したい方からの相談").await;
    assert!(asked.contains("Reply-To: owner@example.jp"), "{asked}");
}
