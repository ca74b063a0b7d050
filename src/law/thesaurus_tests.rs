//! Does what founders type find what they mean?

use std::collections::BTreeSet;

use super::{LawBook, Match, Suggestion};
use crate::domain::sounded;

const WORDS: &str = include_str!("../../data/law/thesaurus.csv");

fn first(typed: &str) -> Suggestion<'static> {
    let found = LawBook::built_in().thesaurus().search(typed, 8);
    *found.first().unwrap_or_else(|| panic!("nothing found for {typed}"))
}

fn slug(suggestion: &Suggestion<'_>) -> &'static str {
    &LawBook::built_in().land_use(suggestion.use_id).slug
}

/// What is typed, the use it finds first, and the question it asks (or `-`).
const TYPED: &[(&str, &str, &str)] = &[
    ("カフェ", "cafe_restaurant", "-"),
    ("ｶﾌｪ", "cafe_restaurant", "-"),
    ("かふぇ", "cafe_restaurant", "-"),
    ("kafe", "cafe_restaurant", "-"),
    ("Cafe", "cafe_restaurant", "-"),
    ("喫茶店", "cafe_restaurant", "-"),
    ("コーヒーショップ", "cafe_restaurant", "-"),
    ("パン屋", "bakery_workshop", "bake"),
    ("ぱんや", "bakery_workshop", "bake"),
    ("panya", "bakery_workshop", "bake"),
    ("ベーカリー", "bakery_workshop", "bake"),
    ("bakery", "bakery_workshop", "bake"),
    ("町工場", "factory", "-"),
    ("まちこうば", "factory", "-"),
    ("matikouba", "factory", "-"),
    ("machikoba", "factory", "-"),
    ("クラフトビール", "food_factory", "brew"),
    ("ｸﾗﾌﾄﾋﾞｰﾙ", "food_factory", "brew"),
    ("craft beer", "food_factory", "brew"),
    ("ブルワリー", "food_factory", "brew"),
    ("ネイル", "service_shop", "-"),
    ("nail salon", "service_shop", "-"),
    ("まつげ", "service_shop", "-"),
    ("美容室", "service_shop", "-"),
    ("びようしつ", "service_shop", "-"),
    ("学童", "welfare_center", "after_school"),
    ("保育園", "nursery", "-"),
    ("hoikuen", "nursery", "-"),
    ("コインランドリー", "coin_laundry", "-"),
    ("自動車整備", "auto_repair", "-"),
    ("zidousyaseibi", "auto_repair", "-"),
    ("車検", "auto_repair", "-"),
    ("3Dプリント", "factory", "maker"),
    ("３Ｄプリント", "factory", "maker"),
    ("3d printing", "factory", "maker"),
    ("木工", "atelier", "craft"),
    ("縫製", "factory", "sewing"),
    ("革製品", "atelier", "craft"),
    ("金属加工", "factory", "-"),
    ("印刷", "printing", "print"),
    ("シェアキッチン", "cafe_restaurant", "shared_kitchen"),
    ("ゴーストキッチン", "food_factory", "takeaway"),
    ("弁当", "bakery_workshop", "takeaway"),
    ("総菜", "bakery_workshop", "takeaway"),
    ("豆腐", "bakery_workshop", "make_and_sell"),
    ("珈琲焙煎", "bakery_workshop", "roast"),
    ("古着", "shop_goods", "-"),
    ("古本", "shop_goods", "-"),
    ("花屋", "shop_daily", "-"),
    ("雑貨", "shop_goods", "goods"),
    ("ギャラリー", "showroom", "gallery"),
    ("gallery", "showroom", "gallery"),
    ("ライブハウス", "theatre", "live_house"),
    ("スナック", "izakaya_bar", "hosting"),
    ("バー", "izakaya_bar", "alcohol"),
    ("bar", "izakaya_bar", "alcohol"),
    ("居酒屋", "izakaya_bar", "-"),
    ("izakaya", "izakaya_bar", "-"),
    ("学習塾", "lesson", "-"),
    ("gakusyuujuku", "lesson", "-"),
    ("そろばん", "lesson", "-"),
    ("ピアノ教室", "lesson", "-"),
    ("ヨガ", "lesson", "yoga"),
    ("ダンス", "lesson", "dance"),
    ("ジム", "gym", "gym"),
    ("gym", "gym", "gym"),
    ("整体", "therapy", "-"),
    ("鍼灸", "therapy", "-"),
    ("動物病院", "vet", "-"),
    ("トリミング", "vet", "-"),
    ("ペットホテル", "animal_barn", "pet"),
    ("民泊", "minpaku", "lodging"),
    ("ゲストハウス", "hotel", "lodging"),
    ("コワーキング", "office", "coworking"),
    ("シェアオフィス", "office", "-"),
    ("倉庫", "warehouse_own", "warehouse"),
    ("トランクルーム", "self_storage", "-"),
    ("駐車場", "garage_standalone", "parking"),
    ("デイサービス", "welfare_center", "day_service"),
    ("放課後デイ", "welfare_center", "after_school"),
    ("こども食堂", "cafe_restaurant", "kodomo_shokudo"),
    ("子ども食堂", "cafe_restaurant", "kodomo_shokudo"),
    ("集会所", "assembly", "-"),
    ("葬儀", "assembly", "funeral"),
    ("写真スタジオ", "service_shop", "-"),
    ("eスポーツ", "mahjong_pachinko", "esports"),
    ("ネットカフェ", "cafe_restaurant", "net_cafe"),
    ("麻雀", "mahjong_pachinko", "-"),
    ("キックボード", "repair_service_shop", "kickboard"),
    ("自転車屋", "repair_service_shop", "-"),
    ("電動工具修理", "repair_service_shop", "-"),
    ("時計修理", "repair_service_shop", "-"),
    ("靴修理", "repair_service_shop", "-"),
    ("クリーニング", "service_shop", "cleaning"),
    ("石けん", "soap_factory", "soap"),
    ("せっけん", "soap_factory", "soap"),
    ("陶芸", "atelier", "pottery"),
    ("ガラス", "atelier", "glass"),
    ("メッキ", "plating", "-"),
    ("めっき", "plating", "-"),
    ("塗装", "factory", "paint"),
    ("板金", "auto_repair", "sheet_metal"),
    ("射出成形", "injection_molding", "-"),
    ("レーザー加工", "factory", "maker"),
    ("プログラミング", "lesson", "programming"),
    ("英会話", "lesson", "-"),
    ("農産物直売", "shop_daily", "farm_shop"),
    ("畑のレストラン", "cafe_restaurant", "-"),
];

#[test]
fn what_founders_type_finds_its_use_first_or_asks_its_question() {
    let wrong: Vec<String> = TYPED
        .iter()
        .filter_map(|(typed, land_use, ask)| {
            let found = first(typed);
            let asked = found.question.map_or("-", |q| q.slug.as_str());
            let right = slug(&found) == *land_use && asked == *ask && found.matched == Match::Exact;
            (!right)
                .then(|| format!("{typed}: {} ({}), {asked}, {:?}", found.word, slug(&found), found.matched))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_word_is_found_while_it_is_still_being_typed() {
    for (typed, word) in [("かf", "カフェ"), ("びよう", "美容院"), ("gakus", "学習塾"), ("パン", "パン屋")]
    {
        let found = LawBook::built_in().thesaurus().search(typed, 8);
        assert!(found.iter().any(|s| s.word == word), "{typed}: {:?}", words(&found));
    }
}

fn words<'b>(found: &[Suggestion<'b>]) -> Vec<&'b str> {
    found.iter().map(|s| s.word).collect()
}

#[test]
fn a_long_vowel_written_out_finds_the_same_word() {
    for typed in ["こーひーしょっぷ", "koohiishoppu", "kohishoppu", "コーヒショップ"] {
        assert!(
            words(&LawBook::built_in().thesaurus().search(typed, 3)).contains(&"コーヒーショップ"),
            "{typed}"
        );
    }
}

#[test]
fn a_sentence_finds_the_word_within_it() {
    let found = LawBook::built_in().thesaurus().search("小さなパン屋さんを開きたい", 3);
    assert_eq!((found[0].word, found[0].matched), ("パン屋", Match::Contains));
}

#[test]
fn exact_comes_before_the_beginning_and_the_beginning_before_the_middle() {
    let found = LawBook::built_in().thesaurus().search("ジム", 50);
    let matches: Vec<Match> = found.iter().map(|s| s.matched).collect();
    assert!(matches.is_sorted(), "{matches:?}");
    assert_eq!(matches.iter().collect::<BTreeSet<_>>().len(), 3);
}

#[test]
fn words_that_read_and_mean_the_same_are_offered_once() {
    let found = LawBook::built_in().thesaurus().search("カフェ", 50);
    assert!(!words(&found).contains(&"cafe"));
}

#[test]
fn a_use_is_found_by_its_own_name_and_by_its_class_in_the_act() {
    assert_eq!(slug(&first("自家販売のための食品製造業")), "bakery_workshop");
    assert_eq!(slug(&first("Petrol or hydrogen")), "gas_station");
}

#[test]
fn no_more_is_offered_than_asked_for_and_nothing_for_nothing() {
    let thesaurus = LawBook::built_in().thesaurus();
    assert_eq!(thesaurus.search("か", 3).len(), 3);
    for nothing in ["", "　", "・", "ー"] {
        assert!(thesaurus.search(nothing, 8).is_empty());
    }
    assert!(thesaurus.search("ゑゑゑ", 8).is_empty());
}

#[test]
fn every_use_is_found_by_at_least_one_word() {
    let book = LawBook::built_in();
    let named: BTreeSet<_> = book.thesaurus().words().iter().map(|w| w.use_id).collect();
    let missing: Vec<&str> =
        book.uses().iter().filter(|u| !named.contains(&u.id)).map(|u| u.slug.as_str()).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_question_leads_to_different_uses() {
    for question in LawBook::built_in().thesaurus().questions() {
        let uses: BTreeSet<_> = question.answers.iter().map(|a| a.use_id).collect();
        assert!(uses.len() >= 2 && uses.len() == question.answers.len(), "{}", question.slug);
    }
}

#[test]
fn every_question_and_note_is_used_by_a_word() {
    let thesaurus = LawBook::built_in().thesaurus();
    for (at, question) in thesaurus.questions().iter().enumerate() {
        assert!(thesaurus.words().iter().any(|w| w.question == Some(at)), "{}", question.slug);
    }
    for (at, (note, _)) in thesaurus.notes.iter().enumerate() {
        assert!(thesaurus.words().iter().any(|w| w.note == Some(at)), "{note}");
    }
}

#[test]
fn the_romaji_of_every_word_sounds_like_its_kana() {
    let mut reader = csv::Reader::from_reader(WORDS.as_bytes());
    for row in reader.records() {
        let row = row.unwrap();
        let sounds = |cell: &str| cell.split_whitespace().map(sounded).collect::<Vec<_>>();
        assert_eq!(sounds(&row[1]), sounds(&row[2]), "{}", &row[0]);
    }
}

#[test]
fn words_that_read_alike_mean_the_same_or_ask_the_same() {
    let words = LawBook::built_in().thesaurus().words();
    for (at, one) in words.iter().enumerate() {
        for other in &words[at + 1..] {
            let alike = one.reading == other.reading;
            let same =
                one.question == other.question && (one.use_id == other.use_id || one.question.is_some());
            assert!(!alike || same, "{} and {}", one.text, other.text);
        }
    }
}
