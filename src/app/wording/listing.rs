//! A listing in a line or two.

use crate::city::{City, ListingRow};
use crate::domain::{Asking, Language, ListingFacts, ListingKind, TSUBO_M2, Yen};
use crate::geo::walk_minutes_estimate;

/// What may be told of a listing.
pub fn facts(city: &City, row: &ListingRow) -> ListingFacts {
    let (title, address) = row.title_and_address();
    let station = city.station_near(row).zip(row.station_m());
    ListingFacts {
        id: row.id(),
        title: title.into_owned(),
        kind: row.kind(),
        address: address.into_owned(),
        rent: row.rent(),
        area_m2: row.area_m2(),
        station: station.map(|(s, metres)| (s.name.clone(), walk_minutes_estimate(metres.into()))),
        synthetic: row.is_synthetic(),
    }
}

/// The title, with the mark of made-up data where it is.
pub fn headline(language: Language, facts: &ListingFacts) -> String {
    let mark = match language {
        _ if !facts.synthetic => "",
        Language::Ja => "【合成データ】",
        Language::En => "[Made-up data] ",
        Language::Easy => "【ためしの データ】",
    };
    format!("{mark}{}", facts.title)
}

/// Kind, rent, area, station and address in one line.
pub fn summary(language: Language, facts: &ListingFacts) -> String {
    let mut parts = vec![kind(language, facts.kind).to_owned(), rent(language, facts.rent)];
    parts.push(match (facts.area_m2, language) {
        (Some(m2), Language::En) => format!("{} m² ({:.1} tsubo)", trimmed(m2), m2 / TSUBO_M2),
        (Some(m2), _) => format!("{}㎡（{:.1}坪）", trimmed(m2), m2 / TSUBO_M2),
        (None, Language::Ja) => "面積不明".to_owned(),
        (None, Language::En) => "area not stated".to_owned(),
        (None, Language::Easy) => "広さは わかりません".to_owned(),
    });
    parts.extend(facts.station.as_ref().map(|(name, minutes)| match language {
        Language::Ja => format!("{name}駅から徒歩約{minutes}分（直線距離からの推計）"),
        Language::En => {
            format!("about {minutes} min walk from {name} Station (estimated from the straight line)")
        }
        Language::Easy => format!("{name}駅から 歩いて だいたい {minutes}分"),
    }));
    parts.extend(Some(facts.address.clone()).filter(|address| !address.is_empty()));
    parts.join(if language == Language::En { "; " } else { "・" })
}

/// What kind of offer.
pub const fn kind(language: Language, kind: ListingKind) -> &'static str {
    match (language, kind) {
        (Language::Easy, ListingKind::Workshop) => "工場・しごと場",
        (Language::Easy, ListingKind::Succession) => "店や 会社を つぐ",
        (Language::Easy, ListingKind::PopUp) => "みじかい 間 借りる 店",
        (Language::Easy, ListingKind::TestBed) => "ためす 場所",
        (Language::Easy, ListingKind::Shared) => "時間を 分けて 借りる 店",
        (Language::Ja | Language::Easy, kind) => kind.name_ja(),
        (Language::En, ListingKind::Shop) => "Vacant shop",
        (Language::En, ListingKind::Furnished) => "With fixtures",
        (Language::En, ListingKind::Workshop) => "Workshop",
        (Language::En, ListingKind::Office) => "Office",
        (Language::En, ListingKind::Succession) => "Business succession",
        (Language::En, ListingKind::PopUp) => "Pop-up",
        (Language::En, ListingKind::TestBed) => "Test bed",
        (Language::En, ListingKind::Shared) => "Shared hours",
    }
}

/// Rent a month.
pub(super) fn rent(language: Language, rent: Asking<Yen>) -> String {
    match (rent, language) {
        (Asking::Amount(yen), Language::Ja) => format!("賃料 月{}", yen_ja(yen)),
        (Asking::Amount(yen), Language::En) => format!("¥{} a month", grouped(yen.yen())),
        (Asking::Amount(yen), Language::Easy) => format!("1か月 {}", yen_ja(yen)),
        (Asking::Negotiable, Language::Ja) => "賃料 要相談".to_owned(),
        (Asking::Negotiable, Language::En) => "rent negotiable".to_owned(),
        (Asking::Negotiable, Language::Easy) => "家賃は 相談して ください".to_owned(),
        (Asking::Unstated, Language::Ja) => "賃料 不明".to_owned(),
        (Asking::Unstated, Language::En) => "rent not stated".to_owned(),
        (Asking::Unstated, Language::Easy) => "家賃は わかりません".to_owned(),
    }
}

/// `18万円`, `18.5万円`, or every digit where that would round.
pub(super) fn yen_ja(yen: Yen) -> String {
    let yen = yen.yen();
    match (yen / 10_000, yen % 10_000) {
        (ten_thousands @ 1.., 0) => format!("{}万円", grouped(ten_thousands)),
        (ten_thousands @ 1.., rest) if rest % 1_000 == 0 => {
            format!("{}.{}万円", grouped(ten_thousands), rest / 1_000)
        }
        _ => format!("{}円", grouped(yen)),
    }
}

pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// At most two decimals, none where they are zero.
pub(super) fn trimmed(number: f64) -> String {
    format!("{}", (number * 100.0).round() / 100.0)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::domain::ListingId;

    pub(in crate::app::wording) fn cafe() -> ListingFacts {
        ListingFacts {
            id: ListingId::from_bits(7).unwrap(),
            title: "路面の空き店舗".into(),
            kind: ListingKind::Shop,
            address: "世田谷区経堂一丁目2番3号".into(),
            rent: Asking::Amount(Yen::new(183_000).unwrap()),
            area_m2: Some(40.0),
            station: Some(("経堂".into(), 5)),
            synthetic: true,
        }
    }

    #[test]
    fn a_listing_is_told_in_one_line_of_each_language() {
        assert_eq!(
            summary(Language::Ja, &cafe()),
            "空き店舗・賃料 月18.3万円・40㎡（12.1坪）・経堂駅から徒歩約5分（直線距離からの推計）・世田谷区経堂一丁目2番3号"
        );
        assert_eq!(
            summary(Language::En, &cafe()),
            "Vacant shop; ¥183,000 a month; 40 m² (12.1 tsubo); about 5 min walk from 経堂 Station (estimated from \
             the straight line); 世田谷区経堂一丁目2番3号"
        );
        assert!(summary(Language::Easy, &cafe()).starts_with("空き店舗・1か月 18.3万円・"));
    }

    #[test]
    fn what_is_not_stated_is_said_to_be_unknown_and_never_zero() {
        let unknown = ListingFacts { rent: Asking::Unstated, area_m2: None, station: None, ..cafe() };
        for language in Language::ALL {
            assert!(!summary(*language, &unknown).contains('0'), "{}", summary(*language, &unknown));
        }
    }

    #[test]
    fn yen_are_shortened_only_where_nothing_is_lost() {
        let ja = |yen| yen_ja(Yen::new(yen).unwrap());
        assert_eq!(
            [ja(180_000), ja(185_000), ja(183_300), ja(900)],
            ["18万円", "18.5万円", "183,300円", "900円"]
        );
        assert_eq!(ja(12_340_000), "1,234万円");
    }
}
