//! The one search box over the sample ward: every name is found in every way it may be typed.

use std::sync::LazyLock;
use std::time::Instant;

use machikado::city::City;
use machikado::domain::{Batch, ChangeSeq, Contents, block_reading};
use machikado::import::{ImportKind, ImportOptions, read};
use machikado::law::LawBook;
use machikado::query::{Exactness, Offer, Suggestion, find};
use proptest::prelude::*;

use crate::romaji::{hepburn, hepburn_plain, kunrei};
use crate::support::{Server, machikado_ok, root};

/// The ward's places without its listings: what most tests ask about.
static PLACES: LazyLock<City> = LazyLock::new(|| City::load(places()));
static WARD: LazyLock<City> = LazyLock::new(|| {
    let Batch::Listings(listings) = sample(ImportKind::Listings, "listings.csv") else {
        panic!("no listings")
    };
    City::load(Contents { listings, ..places() })
});

fn sample(kind: ImportKind, file: &str) -> Batch {
    read(kind, &[root().join("data/sample").join(file)], &ImportOptions::default()).unwrap().batch
}

fn places() -> Contents {
    let Batch::Towns(towns) = sample(ImportKind::Towns, "towns.geojson") else { panic!("no towns") };
    let Batch::Stations(stations) = sample(ImportKind::Stations, "stations.geojson") else {
        panic!("no stations")
    };
    let Batch::Streets(streets) = sample(ImportKind::Streets, "streets.geojson") else {
        panic!("no streets")
    };
    Contents { seq: ChangeSeq(1), towns, stations, streets, ..Contents::default() }
}

fn found(text: &str) -> Vec<Suggestion<'static>> {
    find(&WARD, LawBook::built_in().thesaurus(), text, 8)
}

fn names(text: &str) -> Vec<String> {
    found(text).iter().map(Suggestion::name).collect()
}

/// Every way to type a name with this reading.
fn spellings(name: &str, kana: &str) -> Vec<String> {
    let katakana: String = kana
        .chars()
        .map(|c| if ('ぁ'..='ゖ').contains(&c) { char::from_u32(c as u32 + 0x60).unwrap() } else { c })
        .collect();
    let (macrons, plain, kunrei) = (hepburn(kana), hepburn_plain(kana), kunrei(kana));
    let first = macrons.chars().next().unwrap();
    let capital = first.to_uppercase().collect::<String>() + &macrons[first.len_utf8()..];
    vec![name.into(), kana.into(), katakana, macrons.clone(), plain.to_uppercase(), plain, kunrei, capital]
}

/// Fails unless one of the first three suggestions is wanted, for every spelling.
fn is_among_the_first_three(spellings: &[String], wanted: impl Fn(&Offer<'_>) -> bool) {
    for text in spellings {
        let first = find(&PLACES, LawBook::built_in().thesaurus(), text, 3);
        assert!(first.iter().any(|s| wanted(&s.offer)), "{text}: {:?}", names(text));
    }
}

#[test]
fn every_station_is_among_the_first_three_in_every_spelling() {
    for station in PLACES.stations().iter() {
        let kana = station.kana.as_deref().unwrap();
        let mut ways = spellings(&station.name, kana);
        ways.push(format!("{}駅", station.name));
        ways.push(format!("{kana}えき"));
        ways.push(format!("{} Station", hepburn(kana)));
        is_among_the_first_three(&ways, |offer| matches!(offer, Offer::Station(s) if s.id == station.id));
    }
}

#[test]
fn every_street_is_among_the_first_three_in_every_spelling() {
    for street in PLACES.streets().iter() {
        let ways = spellings(&street.name, street.kana.as_deref().unwrap());
        is_among_the_first_three(&ways, |offer| matches!(offer, Offer::Street(s) if s.id == street.id));
    }
}

#[test]
fn every_town_is_among_the_first_three_in_every_spelling_of_its_name_and_its_block() {
    for town in PLACES.towns().iter() {
        let (base, kana) = (town.name.base(), town.kana.as_deref().unwrap());
        let of_base =
            if town.name.chome().is_none_or(|n| n == 1) { spellings(base, kana) } else { Vec::new() };
        is_among_the_first_three(
            &of_base,
            |offer| matches!(offer, Offer::Towns(towns) if towns.iter().any(|t| t.id == town.id)),
        );
        let Some(n) = town.name.chome() else { continue };
        let block = block_reading(n).unwrap();
        let mut ways = spellings(&town.name.to_string(), &format!("{kana}{block}"));
        ways.extend([
            format!("{base}{n}"),
            format!("{base} {n}丁目"),
            format!("{base}{}丁目", char::from_u32('０' as u32 + n).unwrap()),
            format!("世田谷区{base}{n}丁目"),
            format!("東京都世田谷区{}", town.name),
            format!("{kana}{n}ちょうめ"),
            format!("{} {n}-chome", hepburn(kana)),
        ]);
        is_among_the_first_three(
            &ways,
            |offer| matches!(offer, Offer::Towns(towns) if towns.len() == 1 && towns[0].id == town.id),
        );
    }
}

#[test]
fn an_exact_name_comes_before_a_beginning_and_places_before_listings() {
    assert_eq!(names("桜")[0], "桜");
    assert_eq!(names("松原")[..2], ["松原", "松原"]);
    assert!(matches!(found("松原")[0].offer, Offer::Station(_)));
    assert!(matches!(found("松原")[1].offer, Offer::Towns(_)));
    let offers = found("世田谷");
    let listing = offers.iter().position(|s| matches!(s.offer, Offer::Listing(_))).unwrap_or(offers.len());
    assert!(offers[listing..].iter().all(|s| matches!(s.offer, Offer::Listing(_))));
}

#[test]
fn a_beginning_finds_what_begins_so() {
    for (text, name) in [
        ("下北", "下北沢"),
        ("しもき", "下北沢"),
        ("shimok", "下北沢"),
        ("ｼﾓｷﾀ", "下北沢"),
        ("梅が", "梅ヶ丘"),
    ] {
        assert!(names(text).iter().take(3).any(|n| n == name), "{text}: {:?}", names(text));
    }
}

#[test]
fn forms_of_kanji_and_links_between_them_do_not_matter() {
    for (text, name) in [
        ("下北澤", "下北沢"),
        ("祖師谷大藏", "祖師ヶ谷大蔵"),
        ("祖師が谷大蔵", "祖師ヶ谷大蔵"),
        ("池之上", "池ノ上"),
        ("經堂", "経堂"),
        ("梅丘駅", "梅ヶ丘"),
        ("蘆花公園", "芦花公園"),
        ("九品佛", "九品仏"),
    ] {
        assert_eq!(names(text)[0], name, "{text}");
    }
}

#[test]
fn a_wrong_voicing_and_a_slip_are_forgiven_where_nothing_else_answers() {
    for (text, name) in [
        ("あかづつみ", "赤堤"),
        ("akazutsumi", "赤堤"),
        ("ふかざわ", "深沢"),
        ("ごうとじ", "豪徳寺"),
        ("とろどき", "等々力"),
        ("shimokitazwaa", "下北沢"),
    ] {
        assert_eq!(names(text).first().map(String::as_str), Some(name), "{text}: {:?}", names(text));
    }
    assert!(names("ごとじ").is_empty(), "three kana are no slip: {:?}", names("ごとじ"));
}

#[test]
fn a_business_is_offered_beside_places_and_listings_in_kana_and_katakana_alike() {
    assert!(matches!(found("カフェ")[0].offer, Offer::Use(_)));
    let listings = |text| -> Vec<_> {
        let rows = found(text).into_iter();
        rows.filter_map(|s| match s.offer {
            Offer::Listing(row) => Some(row.id()),
            _ => None,
        })
        .collect()
    };
    assert!(!listings("カフェの居抜き").is_empty());
    assert_eq!(listings("かふぇの居抜き"), listings("カフェの居抜き"));
}

#[test]
fn a_place_and_a_word_together_offer_the_place_and_the_listings_that_say_both() {
    let offers = found("三軒茶屋 カフェ");
    assert!(matches!(offers[0].offer, Offer::Station(_)), "{:?}", names("三軒茶屋 カフェ"));
    assert!(offers.iter().any(|s| matches!(s.offer, Offer::Listing(_))), "{:?}", names("三軒茶屋 カフェ"));
    assert!(offers.iter().any(|s| matches!(s.offer, Offer::Use(_))), "{:?}", names("三軒茶屋 カフェ"));
}

#[test]
fn a_short_form_is_understood_where_nothing_else_answers() {
    for (text, name) in [("三茶", "三軒茶屋"), ("駒大", "駒沢大学"), ("祖師大", "祖師ヶ谷大蔵")]
    {
        assert_eq!(names(text).first().map(String::as_str), Some(name), "{text}: {:?}", names(text));
    }
}

#[test]
fn a_business_is_no_badly_heard_place_and_is_offered_once() {
    let offers = found("パン");
    assert!(matches!(offers[0].offer, Offer::Use(_)));
    let places = offers.iter().filter(|s| matches!(s.offer, Offer::Towns(_) | Offer::Street(_)));
    assert_eq!(places.count(), 0, "{:?}", names("パン"));
    let uses: Vec<_> = offers
        .iter()
        .filter_map(|s| if let Offer::Use(of) = &s.offer { Some(of.use_id) } else { None })
        .collect();
    assert_eq!(uses.len(), uses.iter().collect::<std::collections::BTreeSet<_>>().len(), "{uses:?}");
    assert!(names("いちょう").iter().all(|name| !name.ends_with("丁目")), "{:?}", names("いちょう"));
}

#[test]
fn what_was_typed_is_shown_in_the_name() {
    let matched = |text: &str| found(text)[0].matched;
    assert_eq!(matched("下北"), Some((0, 2)));
    assert_eq!(matched("あかつつみ"), Some((0, 2)));
    assert_eq!(matched("赤堤1丁"), Some((0, 4)));
    assert_eq!(matched("あかつつみ1"), Some((0, 5)));
}

#[test]
fn a_thousand_beginnings_are_answered_in_less_than_their_seconds() {
    // Ten times what a debug build needs, and far below what a person notices.
    let texts: Vec<String> = WARD.towns().iter().map(|t| t.name.base().to_owned()).collect();
    let started = Instant::now();
    for text in &texts {
        drop(found(text));
    }
    let each = started.elapsed() / texts.len() as u32;
    println!("{each:?} each");
    assert!(each.as_millis() < 100, "{each:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn no_text_can_do_worse_than_find_nothing(text in "\\PC{0,40}", limit in 0usize..20) {
        let offers = find(&WARD, LawBook::built_in().thesaurus(), &text, limit);
        prop_assert!(offers.len() <= limit);
        for offer in offers {
            let units = offer.name().encode_utf16().count();
            prop_assert!(offer.matched.is_none_or(|(from, to)| from <= to && to <= units));
        }
    }

    #[test]
    fn the_same_text_is_answered_the_same_in_any_width(name in prop::sample::select(vec!["経堂", "赤堤1丁目", "カフェ", "しもきたざわ"])) {
        let wide: String = name.chars().map(|c| if c == '1' { '１' } else { c }).collect();
        prop_assert_eq!(names(name), names(&format!(" {wide}　")));
    }
}

#[tokio::test]
async fn the_search_box_answers_over_http() {
    let data = tempfile::tempdir().unwrap();
    let server = Server::sample(data.path()).await;
    let answer = server.json("/api/v1/find?q=kyodo&limit=3").await;
    let items = answer["items"].as_array().unwrap();
    assert_eq!(items.len(), 3, "{answer}");
    assert_eq!((&items[0]["kind"], &items[0]["name"]), (&"station".into(), &"経堂".into()));
    assert_eq!(items[0]["detail"], "小田急小田原線");
    assert_eq!(items[0]["matched"], serde_json::json!([0, 2]));
    assert_eq!((&items[1]["kind"], items[1]["towns"].as_array().unwrap().len()), (&"town".into(), 5));
    let towns: Vec<&str> =
        items[1]["towns"].as_array().unwrap().iter().map(|t| t.as_str().unwrap()).collect();
    let there = server.json(&format!("/api/v1/listings?town={}&limit=1", towns.join(","))).await;
    assert!(there["total"].as_u64().unwrap() > 0, "the towns are those of a search");
    for bad in ["/api/v1/find", "/api/v1/find?q=%20", "/api/v1/find?q=a&limit=0", "/api/v1/find?q=a&lang=fr"]
    {
        assert_eq!(server.get(bad).await.status(), 400, "{bad}");
    }
}

/// Blocks at made-up places, in the columns of 位置参照情報 街区レベル.
const BLOCKS: &str = "都道府県名,市区町村名,大字・丁目名,小字・通称名,街区符号・地番,座標系番号,Ｘ座標,Ｙ座標,緯度,経度,住居表示フラグ,代表フラグ,更新前履歴フラグ,更新後履歴フラグ\r\n\
東京都,世田谷区,赤堤一丁目,,2,9,0,0,35.655500,139.641500,1,1,0,0\r\n\
東京都,世田谷区,赤堤一丁目,,1234,9,0,0,35.655700,139.641700,0,1,0,0\r\n";

#[tokio::test]
async fn an_address_is_found_to_the_block_once_blocks_are_imported() {
    let data = tempfile::tempdir().unwrap();
    let server = Server::sample(data.path()).await;
    let first = async |text: &str| {
        let answer = server.json(&format!("/api/v1/find?q={text}")).await;
        answer["items"][0].clone()
    };
    let before = first("赤堤1-2-3").await;
    assert_eq!((&before["kind"], &before["exact"]), (&"address".into(), &"town".into()), "{before}");
    assert_eq!(before["name"], "世田谷区赤堤一丁目2番3号");

    let file = data.path().join("13112_2024.csv");
    std::fs::write(&file, encoding_rs::SHIFT_JIS.encode(BLOCKS).0).unwrap();
    let folder = data.path().to_str().unwrap();
    let told = machikado_ok(&["import", "addresses", file.to_str().unwrap(), "--data", folder, "--json"]);
    let report: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert_eq!(
        (&report["accepted"], &report["files"][0]["encoding"]),
        (&2.into(), &"CP932".into()),
        "{report}"
    );

    let started = Instant::now();
    while first("赤堤1-2-3").await["exact"] != "block" {
        assert!(started.elapsed().as_secs() < 20, "the block never appeared");
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    for text in [
        "赤堤1丁目2番3号",
        "赤堤１－２－３",
        "赤堤一丁目2番3号",
        "あかづつみ1-2-3",
        "東京都世田谷区赤堤1-2-3",
        "Akatsutsumi 1-2-3",
    ] {
        let found = first(text).await;
        assert_eq!(found["name"], "世田谷区赤堤一丁目2番3号", "{text}: {found}");
        assert_eq!(found["place"], serde_json::json!([139.6415, 35.6555]), "{text}");
        assert_eq!(
            (&found["exact"], &found["numbering"]),
            (&"block".into(), &"residential".into()),
            "{text}"
        );
    }
    let lot = first("赤堤1丁目1234番地5").await;
    assert_eq!((&lot["exact"], &lot["numbering"]), (&"block".into(), &"lot".into()), "{lot}");
    assert!(lot["detail"].as_str().unwrap().contains("地番"), "{lot}");
    let elsewhere = first("赤堤1-9-9").await;
    assert_eq!(elsewhere["exact"], "town", "a block that is not there: {elsewhere}");
}

#[test]
fn an_address_in_every_spelling_is_offered_first_and_a_lot_is_said_to_be_one() {
    let first = |text: &str| found(text).into_iter().next().unwrap_or_else(|| panic!("{text}: nothing"));
    for (text, name) in [
        ("三軒茶屋2-11-20", "世田谷区三軒茶屋二丁目11番20号"),
        ("世田谷区三軒茶屋二丁目11番", "世田谷区三軒茶屋二丁目11番"),
        ("さんげんぢゃや２－１１－２０", "世田谷区三軒茶屋二丁目11番20号"),
        ("宇奈根1-2-3", "世田谷区宇奈根一丁目2番3号"),
        ("駒沢公園1-1", "世田谷区駒沢公園1番1号"),
        ("赤堤1234番地5", "世田谷区赤堤1234番地5"),
        ("梅ヶ丘1-2-3", "世田谷区梅丘一丁目2番3号"),
    ] {
        let offer = first(text);
        let Offer::Address(address) = &offer.offer else { panic!("{text}: {offer:?}") };
        assert_eq!((offer.name().as_str(), address.exact), (name, Exactness::Town), "{text}");
    }
    for text in ["赤堤99-1-1", "杉並区赤堤1-1-1", "赤堤1丁目"] {
        assert!(!matches!(found(text).first().map(|s| &s.offer), Some(Offer::Address(_))), "{text}");
    }
}

#[test]
fn of_towns_of_one_name_the_municipality_stated_before_it_decides() {
    let mut contents = places();
    let mut other = contents.towns.iter().find(|t| t.name.to_string() == "中町一丁目").unwrap().clone();
    other.id = machikado::domain::Id::from_bits(1).unwrap();
    other.municipality = "目黒区".into();
    contents.towns.push(other);
    let city = City::load(contents);
    let names = |text: &str| -> Vec<String> {
        let found = find(&city, LawBook::built_in().thesaurus(), text, 3);
        found
            .iter()
            .map(|s| match &s.offer {
                Offer::Towns(towns) => towns[0].municipality.clone(),
                _ => s.name(),
            })
            .collect()
    };
    assert_eq!(names("目黒区中町")[0], "目黒区");
    assert_eq!(names("東京都世田谷区中町")[0], "世田谷区");
    assert_eq!(names("目黒区中町1-2-3"), ["目黒区中町一丁目2番3号"]);
    assert_eq!(names("中町1-2-3"), ["世田谷区中町一丁目2番3号", "目黒区中町一丁目2番3号"]);
}
