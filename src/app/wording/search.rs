//! A saved search in a line: the conditions people choose by, and how many more there are.

use super::listing::{grouped, kind, trimmed, yen_ja};
use crate::city::{City, ListingFilter};
use crate::domain::{Language, Yen};
use crate::law::LawBook;
use crate::query::{Search, SearchArea};

/// At most so many towns or streets are named.
const MOST_NAMED: usize = 3;

/// A search in words.
pub fn search_name(language: Language, city: &City, search: &Search) -> String {
    let filter = &search.filter;
    let mut parts: Vec<String> = Vec::new();
    parts.extend(place(language, city, &search.area));
    parts.extend(filter.law.as_ref().map(|law| {
        let name = LawBook::built_in().land_use(law.use_id()).name.get(language);
        match language {
            Language::Ja => format!("「{name}」の用途の目安つき"),
            Language::En => format!("with a guide to use for “{name}”"),
            Language::Easy => format!("「{name}」に 使えるかの めやす"),
        }
    }));
    let kinds: Vec<&str> = filter.kinds.iter().map(|k| kind(language, k)).collect();
    parts.extend(Some(kinds.join(or(language))).filter(|kinds| !kinds.is_empty()));
    parts.extend(rent(language, filter));
    parts.extend(area(language, filter));
    if filter.ground_floor {
        parts.push(pick(language, "1階（路面）", "ground floor", "1階").to_owned());
    }
    parts.extend(filter.words.as_typed().map(|word| match language {
        Language::En => format!("“{word}”"),
        Language::Ja | Language::Easy => format!("「{word}」"),
    }));
    let others = others(filter);
    if parts.is_empty() && others == 0 {
        return pick(language, "すべての物件", "All listings", "ぜんぶの 店・工場など").to_owned();
    }
    if others > 0 {
        parts.push(match language {
            Language::Ja => format!("ほか{others}つの条件"),
            Language::En if others == 1 => "1 more condition".to_owned(),
            Language::En => format!("{others} more conditions"),
            Language::Easy => format!("ほかに 条件が {others}つ"),
        });
    }
    parts.join(if language == Language::En { ", " } else { "・" })
}

const fn pick(language: Language, ja: &'static str, en: &'static str, easy: &'static str) -> &'static str {
    match language {
        Language::Ja => ja,
        Language::En => en,
        Language::Easy => easy,
    }
}

const fn or(language: Language) -> &'static str {
    pick(language, "か", " or ", "か ")
}

fn place(language: Language, city: &City, area: &SearchArea) -> Option<String> {
    let unknown = || pick(language, "指定の場所", "a chosen place", "えらんだ 場所").to_owned();
    Some(match area {
        SearchArea::Everywhere => return None,
        SearchArea::Box(_) => pick(language, "地図の範囲", "part of the map", "地図の 中").to_owned(),
        SearchArea::Polygon(_) => pick(language, "囲んだ範囲", "a drawn area", "かこんだ 所").to_owned(),
        SearchArea::Radius { metres, .. } => match language {
            Language::Ja => format!("選んだ地点から直線で{}m以内", trimmed(*metres)),
            Language::En => format!("within {} m of a chosen point", trimmed(*metres)),
            Language::Easy => format!("えらんだ 場所から {}mまで", trimmed(*metres)),
        },
        SearchArea::Towns(ids) => {
            let names: Vec<String> =
                ids.iter().filter_map(|id| city.towns().get(*id)).map(|t| t.name.to_string()).collect();
            several(language, &names, ["町丁", "towns"]).unwrap_or_else(unknown)
        }
        SearchArea::Streets(ids) => {
            let names: Vec<String> =
                ids.iter().filter_map(|id| city.streets().get(*id)).map(|s| s.name.clone()).collect();
            several(language, &names, ["商店街", "streets"]).unwrap_or_else(unknown)
        }
        SearchArea::Station { station, walk_minutes } => {
            let Some(station) = city.stations().get(*station) else { return Some(unknown()) };
            let (name, minutes) = (&station.name, walk_minutes);
            match language {
                Language::Ja => format!("{name}駅から徒歩約{minutes}分以内（推計）"),
                Language::En => format!("within about {minutes} min of {name} Station (estimate)"),
                Language::Easy => format!("{name}駅から 歩いて だいたい {minutes}分まで"),
            }
        }
    })
}

/// The first names and how many more there are, counted in a word of Japanese and of English.
fn several(language: Language, names: &[String], [ja, en]: [&str; 2]) -> Option<String> {
    let between = pick(language, "、", ", ", "、");
    let (shown, more) =
        (names[..names.len().min(MOST_NAMED)].join(between), names.len().saturating_sub(MOST_NAMED));
    Some(match (names.is_empty(), more, language) {
        (true, ..) => return None,
        (_, 0, _) => shown,
        (_, _, Language::En) => format!("{shown} and {more} more {en}"),
        (_, _, Language::Ja | Language::Easy) => format!("{shown}ほか{more}{ja}"),
    })
}

fn rent(language: Language, filter: &ListingFilter) -> Option<String> {
    let yen = |yen: u64| match (language, Yen::new(yen)) {
        (Language::Ja | Language::Easy, Ok(yen)) => yen_ja(yen),
        _ => format!("¥{}", grouped(yen)),
    };
    let name = pick(language, "賃料", "rent", "家賃");
    Some(match (filter.rent_yen_min, filter.rent_yen_max, language) {
        (None, None, _) => return None,
        (Some(min), Some(max), Language::En) => format!("{name} {} to {}", yen(min), yen(max)),
        (Some(min), None, Language::En) => format!("{name} from {}", yen(min)),
        (None, Some(max), Language::En) => format!("{name} up to {}", yen(max)),
        (Some(min), Some(max), _) => format!("{name}{}〜{}", yen(min), yen(max)),
        (Some(min), None, _) => format!("{name}{}から", yen(min)),
        (None, Some(max), _) => format!("{name}{}まで", yen(max)),
    })
}

fn area(language: Language, filter: &ListingFilter) -> Option<String> {
    let m2 = |m2: f64| format!("{}{}", trimmed(m2), pick(language, "㎡", " m²", "㎡"));
    Some(match (filter.area_m2_min, filter.area_m2_max, language) {
        (None, None, _) => return None,
        (Some(min), Some(max), Language::En) => format!("{} to {}", m2(min), m2(max)),
        (Some(min), None, Language::En) => format!("from {}", m2(min)),
        (None, Some(max), Language::En) => format!("up to {}", m2(max)),
        (Some(min), Some(max), _) => format!("{}〜{}", m2(min), m2(max)),
        (Some(min), None, _) => format!("{}から", m2(min)),
        (None, Some(max), _) => format!("{}まで", m2(max)),
    })
}

/// How many conditions are not put into words.
fn others(filter: &ListingFilter) -> usize {
    let asked = [
        !filter.districts.is_empty(),
        !filter.conditions.is_empty(),
        !filter.offered_by.is_empty(),
        !filter.leases.is_empty(),
        filter.cooking_at_least.is_some(),
        filter.rent_per_tsubo_max.is_some(),
        filter.station_minutes_max.is_some(),
        filter.storey.is_some() || filter.storey_min.is_some() || filter.storey_max.is_some(),
        filter.handover_by.is_some(),
        filter.power_kw_min.is_some(),
        filter.gas.is_some(),
        filter.exhaust.is_some(),
        filter.three_phase.is_some(),
        filter.loading.is_some(),
        filter.parking.is_some(),
        filter.updated_since.is_some(),
    ];
    asked.into_iter().filter(|asked| *asked).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::city::Words;
    use crate::domain::{Contents, ListingKind};

    #[test]
    fn a_search_is_named_by_what_people_choose_by() {
        let city = City::load(Contents::default());
        let filter = ListingFilter {
            kinds: [ListingKind::Shop, ListingKind::Office].into_iter().collect(),
            rent_yen_max: Some(300_000),
            words: Words::of("カフェ"),
            gas: Some(true),
            ..ListingFilter::default()
        };
        let search = Search { filter, ..Search::default() };
        assert_eq!(
            Language::ALL.iter().map(|l| search_name(*l, &city, &search)).collect::<Vec<_>>(),
            [
                "空き店舗か事務所・賃料30万円まで・「カフェ」・ほか1つの条件",
                "Vacant shop or Office, rent up to ¥300,000, “カフェ”, 1 more condition",
                "空き店舗か 事務所・家賃30万円まで・「カフェ」・ほかに 条件が 1つ"
            ]
        );
        assert_eq!(search_name(Language::Ja, &city, &Search::default()), "すべての物件");
    }
}
